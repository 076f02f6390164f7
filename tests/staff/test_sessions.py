"""Sessions: new at sign-in, ended by signing out, idling, a working day, a new password or a disabled account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlmodel import Session, select

from checkin.app import create_app
from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Staff, StaffSession
from tests.conftest import MONDAY_MORNING, MovableClock
from tests.visitor import PASSWORD, Visitor

NEW_PASSWORD = "drie grote vogels zwijgen"


def the_staff(session: Session) -> Staff:
    return session.exec(select(Staff)).one()


def test_a_cookie_from_before_signing_in_is_worth_nothing_after(
    app: Flask, visitor: Visitor, colleague: Callable[..., Staff]
) -> None:
    colleague("samira@example.nl")
    visitor.get("/login")
    planted = visitor.cookies()["session"]
    visitor.sign_in("samira@example.nl")
    assert visitor.cookies()["session"] != planted
    attacker = Visitor(app)
    attacker.client.set_cookie("session", planted)
    assert not attacker.is_signed_in()


def test_a_cookie_kept_from_before_signing_out_is_worth_nothing_after(app: Flask, samira: Visitor) -> None:
    kept = samira.cookies()["session"]
    response = samira.post("/logout")
    assert (response.status_code, response.location) == (302, "/login")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    thief = Visitor(app)
    thief.client.set_cookie("session", kept)
    assert not thief.is_signed_in()


def test_signing_out_takes_a_press_of_a_button(samira: Visitor) -> None:
    assert samira.get("/logout").status_code == 405
    assert samira.is_signed_in()


def test_half_an_hour_of_nothing_ends_it(samira: Visitor, clock: MovableClock) -> None:
    clock.advance(minutes=29)
    assert samira.is_signed_in()
    clock.advance(minutes=29)
    assert samira.is_signed_in()
    clock.advance(minutes=30)
    assert not samira.is_signed_in()


def test_polling_that_nobody_caused_keeps_no_session_alive(samira: Visitor, clock: MovableClock) -> None:
    for _ in range(3):
        clock.advance(minutes=10)
        samira.get("/live?v=0", headers={"X-Checkin-Quiet": "1", "X-Requested-With": "checkin"})
    assert not samira.is_signed_in()


def test_a_working_day_ends_it_even_for_who_never_stops(samira: Visitor, clock: MovableClock) -> None:
    for _ in range(29):
        clock.advance(minutes=20)
        assert samira.is_signed_in()
    clock.advance(minutes=20)
    assert not samira.is_signed_in()


def test_a_disabled_account_is_out_at_once(samira: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        the_staff(session).active = False
    assert not samira.is_signed_in()


def test_a_new_password_ends_every_other_session(app: Flask, samira: Visitor) -> None:
    other = Visitor(app)
    other.sign_in("samira@example.nl")
    old = samira.cookies()["session"]
    samira.get("/account/password")
    response = samira.post(
        "/account/password", password=PASSWORD, new_password=NEW_PASSWORD, new_password_confirm=NEW_PASSWORD
    )
    assert response.status_code == 302
    assert samira.is_signed_in()
    assert not other.is_signed_in()
    kept = Visitor(app)
    kept.client.set_cookie("session", old)
    assert not kept.is_signed_in()
    assert Visitor(app).sign_in("samira@example.nl", PASSWORD).status_code == 200
    assert Visitor(app).sign_in("samira@example.nl", NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"password": "not my password at all"}, "wachtwoord van nu klopt niet"),
        ({"new_password": "kort", "new_password_confirm": "kort"}, "te kort"),
        ({"new_password": "wachtwoord1234", "new_password_confirm": "wachtwoord1234"}, "te raden"),
        ({"new_password": "samira-samira", "new_password_confirm": "samira-samira"}, "te raden"),
        ({"new_password": "aaaaaaaaaaaaaaaa", "new_password_confirm": "aaaaaaaaaaaaaaaa"}, "te raden"),
        ({"new_password_confirm": "iets heel anders dan dat"}, "niet gelijk"),
        ({"new_password": PASSWORD, "new_password_confirm": PASSWORD}, "een ander wachtwoord"),
        ({"password": ""}, "Vul uw wachtwoord in."),
        ({"new_password": "", "new_password_confirm": ""}, "Vul een nieuw wachtwoord in."),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(samira: Visitor, fields: dict[str, str], words: str) -> None:
    good = {"password": PASSWORD, "new_password": NEW_PASSWORD, "new_password_confirm": NEW_PASSWORD}
    page = samira.post("/account/password", **{**good, **fields})
    assert page.status_code == 200
    assert words in page.text
    assert "<title>Fout: " in page.text


def test_the_database_holds_no_token_that_signs_in(samira: Visitor, runtime: Runtime) -> None:
    with samira.client.session_transaction() as cookie, unit_of_work(runtime) as session:
        kept = session.exec(select(StaffSession)).one()
        assert cookie["token"] not in str(kept.model_dump())


def test_being_seen_is_noted_at_most_once_a_minute(samira: Visitor, runtime: Runtime, clock: MovableClock) -> None:
    seen = []
    for seconds in (30, 31, 30):
        clock.advance(seconds=seconds)
        samira.get("/account/password")
        with unit_of_work(runtime) as session:
            seen.append(the_staff(session).last_seen_at)
    assert seen[0] == MONDAY_MORNING, "signing in is being seen"
    assert seen[1] == seen[2] == MONDAY_MORNING + timedelta(seconds=61)


def test_over_https_the_cookie_is_bound_to_this_site(runtime: Runtime, colleague: Callable[..., Staff]) -> None:
    secure = runtime.settings.model_copy(update={"secure_cookies": True})
    runtime.settings = secure
    browser = Visitor(create_app(runtime))
    cookie = browser.get("/login", base_url="https://checkin.example.nl").headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie
