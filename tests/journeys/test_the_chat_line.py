"""Tenants ring the landlord's number at any time: a colleague now, a promise, or a person who rings back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session

from checkin.cases.models import Case
from checkin.chat_line.models import ChatOffer
from checkin.db import unit_of_work
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.offers import OfferState
from checkin.domain.office_hours import Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.hours.service import change_times
from checkin.staff.models import Staff
from checkin.staff.roster import set_hours
from tests import factories
from tests.town import ALWAYS, Town

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is tested on both databases in tests/chat_line."""


def on_duty(town: Town, name: str) -> Staff:
    with unit_of_work(town.runtime) as session:
        made = factories.staff(session, name, phone=factories.mobile())
        set_hours(session, staff_id=made.id or 0, hours=Hours.parse(ALWAYS), by=None, now=town.runtime.now())
    return made


def only(town: Town, kind: type[Any]) -> Any:
    def first(session: Session) -> Any:
        return session.execute(select(kind)).scalars().first()

    return town.look(first)


def test_a_colleague_now_accepts_with_a_key_and_they_speak(town: Town) -> None:
    samira = on_duty(town, "Samira")
    linden = town.store(factories.tenant)
    tenants, hers = town.telephone(linden.mobile), town.telephone(samira.phone)
    tenants.ring_landlord(town.number)
    town.until(lambda: "Wilt u nu een collega spreken?" in tenants.heard(), "the chat line answers")
    tenants.press("0")
    town.until(lambda: hers.calls() and hers.calls()[-1]["state"] == "ringing", "Samira's telephone rings")
    hers.do("answer")
    town.until(lambda: "Een huurder belt ons nu." in hers.heard(), "she is asked")
    hers.press("1")
    town.until(lambda: "Daar is een collega." in tenants.heard(), "the tenant hears that she is there")
    town.until(lambda: "[conversation" in tenants.heard() and "[conversation" in hers.heard(), "they speak")
    case = only(town, Case)
    assert (case.kind, case.state, case.claimed_by) == (CaseKind.CHAT, CaseState.CLAIMED, samira.id)
    tenants.do("hangup")
    town.until(lambda: only(town, ChatOffer).state is OfferState.OVER, "the talk is over for both")
    town.until(lambda: hers.calls()[-1]["state"] == "completed", "her call ended with it")
    assert only(town, Case).state is CaseState.CLAIMED  # she writes down how it went


def test_nobody_picks_up_so_a_call_is_promised(town: Town) -> None:
    samira = on_duty(town, "Samira")
    linden = town.store(factories.tenant)
    tenants, hers = town.telephone(linden.mobile), town.telephone(samira.phone)
    tenants.ring_landlord(town.number)
    tenants.press("0")
    town.until(hers.calls, "Samira's telephone rings")
    hers.do("reject")
    town.until(lambda: "Er is nu niemand vrij." in tenants.heard(), "the tenant is told")
    town.until(lambda: "Een collega belt u" in tenants.heard(), "and promised a call")
    case = only(town, Case)
    assert (case.kind, case.state) == (CaseKind.CHAT, CaseState.WAITING)
    assert case.promised_before is not None


def test_out_of_hours_the_words_differ_and_a_call_that_breaks_off_is_a_case(town: Town) -> None:
    on_duty(town, "Samira")
    linden = town.store(factories.tenant)
    with unit_of_work(town.runtime) as session:
        closed = OpeningTimes(Hours.parse(ALWAYS), Hours.parse(ALWAYS), _not_today(town))
        change_times(session, times=closed, follows=0, staff_id=None, now=town.runtime.now(), postponed=0)
    telephone = town.telephone(linden.mobile)
    town.until(lambda: not town.runtime.office_hours.is_open(town.runtime.now()), "the office is closed")
    telephone.ring_landlord(town.number)
    town.until(lambda: "Ons kantoor is nu dicht." in telephone.heard(), "other words")
    assert "Wilt u nu een collega spreken?" not in telephone.heard()
    telephone.do("hangup")
    case = town.until(lambda: only(town, Case), "a missed call is a case")
    assert (case.kind, case.state) == (CaseKind.SILENT, CaseState.WAITING)


def _not_today(town: Town) -> Hours:
    """The hours of the office, on every day but today."""
    today = town.runtime.now().astimezone(town.runtime.zone).weekday()
    return Hours(tuple(() if day == today else ((0, 24 * 60),) for day in range(7)))
