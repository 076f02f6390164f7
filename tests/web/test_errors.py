"""Error pages: in words, with a reference that finds the log line, and nothing about anybody."""

from __future__ import annotations

import re

import pytest
import structlog
from flask import Flask, abort
from sqlalchemy import text
from structlog.testing import capture_logs

from checkin.app import LARGEST_UPLOAD
from checkin.db import make_engine
from checkin.domain.errors import Refused
from checkin.runtime import Runtime
from checkin.staff.permissions import Guard
from checkin.web.context import session
from tests.visitor import Visitor

NAME, NUMBER = "mevrouw Van der Linden", "0612345678"


@pytest.fixture(autouse=True)
def lines_that_are_read() -> None:
    structlog.reset_defaults()


def reference_of(page: str) -> str:
    found = re.search(r"<b>([0-9a-f]{8})</b>", page)
    assert found
    return found[1]


@pytest.fixture
def broken(app: Flask) -> Flask:
    """The application with views that go wrong in every way."""
    guards = app.extensions["checkin.guards"]

    def add(name: str, view: object) -> None:
        app.add_url_rule(f"/wrong/{name}", name, view, methods=["GET", "POST"])  # type: ignore[arg-type]
        guards[name] = Guard.PUBLIC

    def raise_by_name() -> str:
        raise RuntimeError(f"{NAME} {NUMBER}")

    def raise_in_query() -> str:
        session().connection().execute(text("SELECT :name FROM no_such_table"), {"name": NAME})
        return ""

    def refuse() -> str:
        raise Refused("not_yours", by="Ton")

    def refuse_unheard_of() -> str:
        raise Refused("something_new")

    add("error", raise_by_name)
    add("query", raise_in_query)
    add("refused", refuse)
    add("unheard", refuse_unheard_of)
    for status in (400, 403, 404, 409, 410, 418, 429, 500, 503):
        add(str(status), lambda status=status: abort(status))
    return app


@pytest.mark.parametrize("status", [400, 403, 404, 409, 410, 418, 429, 500, 503])
def test_every_error_has_a_page_in_words(broken: Flask, status: int) -> None:
    response = Visitor(broken).get(f"/wrong/{status}")
    assert response.status_code == status
    assert response.text.count("<h1>") == 1
    assert "Naar Vandaag" in response.text
    assert len(reference_of(response.text)) == 8


def test_the_reference_finds_the_log_line_and_the_page_tells_nothing_else(broken: Flask) -> None:
    for name in ("error", "query"):
        with capture_logs() as lines:
            response = Visitor(broken).get(f"/wrong/{name}")
        assert response.status_code in {500, 503}
        reference = reference_of(response.text)
        assert any(line.get("reference") == reference for line in lines)
        for secret in (NAME, NUMBER, "RuntimeError", "Traceback", "no_such_table", "SELECT"):
            assert secret not in response.text
        assert NAME not in str(lines)
        assert NUMBER not in str(lines)


def test_what_the_rules_refuse_is_said_in_a_sentence(broken: Flask) -> None:
    response = Visitor(broken).get("/wrong/refused")
    assert response.status_code == 409
    assert "Dit gesprek is nu van Ton." in response.text
    assert "Dit kan nu niet." in Visitor(broken).get("/wrong/unheard").text


def test_a_file_that_is_too_large_gets_a_page_in_words(administrator: Visitor) -> None:
    response = administrator.client.post(
        "/tenants/import",
        data=b"--part",
        content_type="multipart/form-data; boundary=part",
        environ_overrides={"CONTENT_LENGTH": str(LARGEST_UPLOAD + 1)},
    )
    assert response.status_code == 413
    assert "MB" in response.text


def test_a_wrong_method_gets_a_page_in_words(visitor: Visitor) -> None:
    response = visitor.get("/logout")
    assert response.status_code == 405
    assert "Dit kan niet op deze manier" in response.text


def test_a_database_that_is_away_gives_a_page_for_everybody(
    runtime: Runtime, samira: Visitor, tmp_path: object
) -> None:
    runtime.engine.dispose()
    runtime.engine = make_engine(f"sqlite:///{tmp_path}/no/such/place.db")
    for response in (
        samira.get("/"),
        samira.get("/worklist"),
        samira.post("/cases/1/contact", note="Een lang gesprek"),
    ):
        assert response.status_code == 503
        assert "We zijn even niet bereikbaar" in response.text
    assert "Een lang gesprek</textarea>" in response.text
