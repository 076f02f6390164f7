"""Signing in: what it takes, what it tells, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask_security import hash_password
from sqlmodel import select

from checkin.app import create_app
from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.staff.service import add_staff
from tests.visitor import PASSWORD, Visitor

WRONG = "horen niet bij elkaar"


def test_a_colleague_signs_in_with_address_and_password(visitor: Visitor, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    response = visitor.sign_in(" Samira@Example.nl ")
    assert (response.status_code, response.location) == (302, "/")
    assert visitor.is_signed_in()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_hash_that_the_command_writes_is_the_hash_that_signing_in_wants(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        email, now = "samira@example.nl", runtime.now()
        staff = add_staff(session, email=email, name="Samira", role=Role.STAFF, password=PASSWORD, now=now)
    written = staff.password
    assert written.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    app = create_app(runtime)  # at the full price, as landlords have it
    visitor = Visitor(app)
    assert visitor.sign_in(email).status_code == 302
    with unit_of_work(runtime) as session:
        assert session.exec(select(Staff.password)).one() == written, "and not hashed anew"
    with app.app_context():
        assert hash_password(PASSWORD).startswith(written[:30]), "a guess at an account that is not there costs as much"


def test_a_hash_of_before_the_price_went_up_is_made_anew_at_the_door(visitor: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        email, now = "samira@example.nl", runtime.now()
        staff = add_staff(session, email=email, name="Samira", role=Role.STAFF, password=PASSWORD, now=now)
    assert visitor.sign_in(email).status_code == 302, "the pages of tests hash for little"
    with unit_of_work(runtime) as session:
        assert session.exec(select(Staff.password)).one() != staff.password


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(
    app: Flask, colleague: Callable[..., Staff]
) -> None:
    colleague("samira@example.nl")
    pages = [
        Visitor(app).sign_in(email, "a password that nobody has")
        for email in ("samira@example.nl", "nobody@example.nl")
    ]
    assert [page.status_code for page in pages] == [200, 200]
    texts = [page.text.replace(email, "") for page, email in zip(pages, ("samira@", "nobody@"), strict=True)]
    assert all(WRONG in text for text in texts)
    assert len({len(text) for text in texts}) == 1


def test_a_disabled_account_gets_that_answer_too(
    visitor: Visitor, colleague: Callable[..., Staff], runtime: Runtime
) -> None:
    staff = colleague("samira@example.nl")
    with unit_of_work(runtime) as session:
        staff.active = False
        session.add(staff)
    assert WRONG in visitor.sign_in("samira@example.nl").text
    assert not visitor.is_signed_in()


def test_the_error_page_says_so_first(visitor: Visitor) -> None:
    page = visitor.sign_in("nobody@example.nl").text
    assert "<title>Fout: Inloggen · checkin</title>" in page
    assert "data-focus" in page


@pytest.mark.parametrize(("email", "password"), [("", ""), ("samira@example.nl", ""), ("", "x")])
def test_what_is_missing_is_asked_for(visitor: Visitor, email: str, password: str) -> None:
    page = visitor.sign_in(email, password).text
    assert ("Vul uw e-mailadres in." in page) is (email == "")
    assert ("Vul uw wachtwoord in." in page) is (password == "")


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "///e.x"],
)
def test_signing_in_never_leads_to_another_site(visitor: Visitor, colleague: Callable[..., Staff], wanted: str) -> None:
    colleague("samira@example.nl")
    page = visitor.get("/login", query_string={"next": wanted})
    assert 'name="next" type="hidden" value="/"' in page.text
    response = visitor.post("/login", email="samira@example.nl", password=PASSWORD, next=wanted)
    assert response.status_code == 302
    # As a browser reads it: a backslash is a slash to it.
    there = urljoin("https://checkin.example.nl/login", response.location.replace("\\", "/"))
    assert urlsplit(there).netloc == "checkin.example.nl"


def test_signing_in_leads_to_the_page_that_was_asked_for(visitor: Visitor, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    asked = visitor.get("/account/password?from=menu")
    assert (asked.status_code, asked.location) == (302, "/login?next=/account/password?from%3Dmenu")
    page = visitor.get(asked.location)
    assert 'value="/account/password?from=menu"' in page.text
    response = visitor.post("/login", email="samira@example.nl", password=PASSWORD, next="/account/password?from=menu")
    assert response.location == "/account/password?from=menu"


def test_a_token_in_the_address_or_a_header_signs_nobody_in(
    app: Flask, visitor: Visitor, colleague: Callable[..., Staff]
) -> None:
    staff = colleague("samira@example.nl")
    for place in ({"query_string": {"auth_token": staff.fs_uniquifier}}, {"headers": {"Authentication-Token": "x"}}):
        assert visitor.get("/account/password", **place).status_code == 302


def test_there_is_no_account_that_nobody_made(visitor: Visitor) -> None:
    for email in ("admin@example.nl", "administrator", "admin"):
        assert visitor.sign_in(email, "admin").status_code == 200
        assert not visitor.is_signed_in()


def test_a_script_that_is_signed_out_hears_so_in_words_it_understands(visitor: Visitor) -> None:
    assert visitor.get("/live?v=1", headers={"X-Requested-With": "checkin"}).status_code == 401
