"""A browser without a screen: it keeps cookies, sends the form token of the page it saw, and signs in as people do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from tests import factories
from tests.quick_app import PASSWORD, PASSWORD_HASH, quick_app

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    """One browser."""

    def __init__(self, app: Flask, address: str = "127.0.0.1") -> None:
        self.app = app
        self.client = app.test_client()
        self.address = address
        self.token = ""

    def get(self, path: str, **more: Any) -> TestResponse:
        response = self.client.get(path, environ_base={"REMOTE_ADDR": self.address}, **more)
        if response.mimetype == "text/html" and (found := _TOKEN.search(response.text)):
            self.token = found[1]
        return response

    def post(self, path: str, *, token: bool = True, **fields: Any) -> TestResponse:
        """Send a form. Fields are given by name; `headers` goes along as headers."""
        headers = fields.pop("headers", {})
        if token and not self.token:
            self.get("/login")
        data = {**fields, "csrf_token": self.token} if token else fields
        return self.client.post(path, data=data, headers=headers, environ_base={"REMOTE_ADDR": self.address})

    def sign_in(self, email: str, password: str = PASSWORD, **fields: Any) -> TestResponse:
        self.get("/login")
        response = self.post("/login", email=email, password=password, **fields)
        self.token = ""
        if response.status_code == 302:
            self.get("/account/password")
        return response

    def is_signed_in(self) -> bool:
        return self.get("/account/password").status_code == 200

    def cookies(self) -> dict[str, str]:
        return {cookie.key: cookie.value for cookie in self.client._cookies.values()}


@pytest.fixture
def app(runtime: Runtime) -> Flask:
    """The whole web application, on the database of the test."""
    made = quick_app(runtime)
    made.config["PROPAGATE_EXCEPTIONS"] = False
    return made


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who has not signed in."""
    return Visitor(app)


@pytest.fixture
def colleague(runtime: Runtime) -> Callable[..., Staff]:
    """Make accounts: `colleague("samira@example.nl", Role.STAFF)`."""

    def make(email: str = "samira@example.nl", role: Role = Role.STAFF) -> Staff:
        name = email.partition("@")[0].title()
        with unit_of_work(runtime) as session:
            return factories.staff(session, name, role, email=email, password=PASSWORD_HASH, created_at=runtime.now())

    return make


@pytest.fixture
def samira(app: Flask, colleague: Callable[..., Staff]) -> Visitor:
    """A colleague at work."""
    return _signed_in(app, colleague("samira@example.nl", Role.STAFF))


@pytest.fixture
def coordinator(app: Flask, colleague: Callable[..., Staff]) -> Visitor:
    """A coordinator at work."""
    return _signed_in(app, colleague("sanne@example.nl", Role.COORDINATOR))


@pytest.fixture
def administrator(app: Flask, colleague: Callable[..., Staff]) -> Visitor:
    """An administrator at work."""
    return _signed_in(app, colleague("ton@example.nl", Role.ADMINISTRATOR))


def _signed_in(app: Flask, staff: Staff) -> Visitor:
    browser = Visitor(app)
    assert browser.sign_in(staff.email).status_code == 302
    return browser
