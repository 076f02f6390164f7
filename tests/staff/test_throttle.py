"""The lock on signing in: per account, per address, and never on the colleague's own browser."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlmodel import select

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff import throttle
from checkin.staff.models import SignInCount, Staff
from checkin.staff.throttle import LOCKED_FOR, PER_ACCOUNT, PER_ADDRESS, PER_BROWSER, Attempt
from tests.conftest import MovableClock
from tests.visitor import Visitor

LOCKED = "te vaak een verkeerd wachtwoord"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Every guess costs a real argon2: once where the kind of database decides nothing."""


def guess(browser: Visitor, times: int, email: str = "samira@example.nl") -> str:
    return [browser.sign_in(email, "a guess that is wrong").text for _ in range(times)][-1]


def test_an_account_locks_after_five_guesses_and_opens_by_itself(
    app: Flask, colleague: Callable[..., Staff], clock: MovableClock
) -> None:
    colleague("samira@example.nl")
    assert LOCKED not in guess(Visitor(app, "10.0.0.1"), PER_ACCOUNT)
    elsewhere = Visitor(app, "10.0.0.2")
    assert LOCKED in elsewhere.sign_in("samira@example.nl").text
    assert not elsewhere.is_signed_in()
    clock.advance(seconds=LOCKED_FOR.total_seconds())
    assert elsewhere.sign_in("samira@example.nl").status_code == 302


@SQLITE
def test_an_unknown_account_locks_just_the_same(app: Flask) -> None:
    guess(Visitor(app), PER_ACCOUNT, "nobody@example.nl")
    assert LOCKED in guess(Visitor(app), 1, "nobody@example.nl")


@SQLITE
def test_the_lock_does_not_shut_out_the_colleague_at_her_own_desk(app: Flask, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    own = Visitor(app, "10.0.0.1")
    own.sign_in("samira@example.nl")
    own.post("/logout")
    assert LOCKED in guess(Visitor(app, "10.0.0.2"), PER_ACCOUNT + 1)
    assert own.sign_in("samira@example.nl").status_code == 302


@SQLITE
def test_a_known_browser_locks_by_itself(app: Flask, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    own = Visitor(app)
    own.sign_in("samira@example.nl")
    own.post("/logout")
    assert LOCKED not in guess(own, PER_BROWSER)
    assert LOCKED in own.sign_in("samira@example.nl").text


@SQLITE
def test_the_mark_of_a_browser_counts_for_its_own_account_only(app: Flask, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    colleague("ton@example.nl")
    own = Visitor(app)
    own.sign_in("samira@example.nl")
    own.post("/logout")
    assert LOCKED in guess(own, PER_ACCOUNT + 1, "ton@example.nl")


def test_one_address_cannot_lock_out_everybody(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        for place in range(PER_ADDRESS * 2):
            attempt = Attempt("secret", f"colleague{place // PER_ACCOUNT}@example.nl", "10.0.0.9")
            assert throttle.count(session, attempt, now=NOW) is (place < PER_ADDRESS)
        last = f"colleague{PER_ADDRESS * 2 // PER_ACCOUNT - 1}@example.nl"
        assert throttle.count(session, Attempt("secret", last, "10.0.0.1"), now=NOW)


def test_guessing_at_a_locked_account_does_not_keep_it_locked(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        for place in range(PER_ACCOUNT * 2):
            throttle.count(session, Attempt("secret", "samira@example.nl", f"10.0.0.{place}"), now=NOW)
        later = NOW + LOCKED_FOR
        assert throttle.count(session, Attempt("secret", "samira@example.nl", "10.0.1.1"), now=later)


@SQLITE
def test_a_success_sets_the_account_back_to_zero(app: Flask, colleague: Callable[..., Staff]) -> None:
    colleague("samira@example.nl")
    for _ in range(3):
        browser = Visitor(app)
        guess(browser, PER_ACCOUNT - 1)
        assert browser.sign_in("samira@example.nl").status_code == 302


def test_guesses_at_the_same_moment_are_all_counted(runtime: Runtime) -> None:
    def one(_place: int) -> bool:
        with unit_of_work(runtime) as session:
            return throttle.count(session, Attempt("secret", "samira@example.nl", "10.0.0.1"), now=NOW)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(16))) == PER_ACCOUNT


def test_the_table_tells_neither_addresses_nor_accounts_and_is_cleaned(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        throttle.count(session, Attempt("secret", "samira@example.nl", "10.0.0.1"), now=NOW)
        keys = session.exec(select(SignInCount.key)).all()
        assert len(keys) == 2
        assert not any("samira" in key or "10.0" in key for key in keys)
        throttle.forget_old(session, now=NOW + LOCKED_FOR)
        assert session.exec(select(SignInCount.key)).all() == []
