"""After the talk: a call that was agreed, an organisation that came or did not, and flowers with a label."""

from __future__ import annotations

import io
from datetime import timedelta
from secrets import token_hex
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select
from sqlmodel import SQLModel, col

from checkin.aftercare.models import FollowUp, Gift, Organisation, Referral
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftState
from checkin.domain.referrals import ReferralState
from checkin.staff.models import Role
from checkin.staff.service import add_staff
from checkin.tenants.models import Tenant
from tests import factories
from tests.aftercare.talking import home_care
from tests.quick_app import quick_app
from tests.town import Town
from tests.visitor import PASSWORD, Visitor


@pytest.fixture
def linden(town: Town) -> Tenant:
    return town.store(factories.tenant)


def colleague(town: Town, name: str, role: Role) -> Visitor:
    with unit_of_work(town.runtime) as session:
        email = f"{name.lower()}@eemland.example"
        add_staff(session, email=email, name=name, role=role, password=PASSWORD, now=town.runtime.now())
    browser = Visitor(quick_app(town.runtime))
    assert browser.sign_in(email).status_code == 302
    return browser


def row(town: Town, kind: type[SQLModel]) -> Any:
    return town.look(lambda session: session.execute(select(kind).order_by(col(kind.id).desc())).scalars().first())  # type: ignore[attr-defined]


def talk(town: Town, samira: Visitor, tenant: Tenant, **given: str) -> None:
    """Samira puts the tenant on the list, takes her, and writes down how it went."""
    case = samira.post(f"/tenants/{tenant.id}/case").location
    samira.post(f"{case}/claim")
    saved = samira.post(f"{case}/contact", outcome="spoken", form_token=token_hex(8), then="stay", **given)
    assert saved.status_code == 302, saved.text


def day(town: Town, **ahead: float) -> str:
    return (town.runtime.now() + timedelta(**ahead)).astimezone(town.runtime.zone).date().isoformat()


def test_an_agreed_call_is_back_on_the_list_for_the_same_colleague(town: Town, linden: Tenant) -> None:
    samira = colleague(town, "Samira", Role.STAFF)
    talk(town, samira, linden, follow_day=day(town, days=7), follow_at="10:00", follow_wish="De nieuwe keuken")
    assert "De nieuwe keuken" in samira.get(f"/tenants/{linden.id}").text
    assert "Niemand wacht" in samira.get("/worklist").text
    town.later(days=8)
    town.until(lambda: row(town, FollowUp).state is FollowUpState.LISTED, "its moment has come")
    again = samira.post("/cases/next").location
    assert "De nieuwe keuken" in samira.get(again).text
    samira.post(f"{again}/contact", outcome="spoken", form_token="once more", then="stay")
    town.until(lambda: row(town, FollowUp).state is FollowUpState.DONE, "the call was made")


def refer(town: Town, samira: Visitor, linden: Tenant) -> None:
    """Refer her to home care, and let the question arrive two weeks later."""
    organisation: Organisation = town.store(home_care)
    talk(
        town,
        samira,
        linden,
        refer="organisation",
        organisation=str(organisation.id),
        agreed="Zij bellen u",
        consent="y",
        check_on=day(town, days=14),
    )
    town.later(days=15)
    texts = town.telephone(linden.mobile).texts
    town.until(texts, "the question arrives")
    assert "heeft Thuiszorg Eemdal u gesproken? Stuur 1: ja, 2: nee." in texts()[-1]


def test_a_yes_closes_the_loop(town: Town, linden: Tenant) -> None:
    refer(town, colleague(town, "Samira", Role.STAFF), linden)
    telephone = town.telephone(linden.mobile)
    telephone.write("1")
    town.until(lambda: row(town, Referral).state is ReferralState.HELPED, "the loop is closed")
    town.until(lambda: len(telephone.texts()) == 2, "she is thanked")
    assert row(town, Case).state is CaseState.CLOSED


def test_a_no_brings_a_colleague_who_reads_the_words(town: Town, linden: Tenant) -> None:
    samira = colleague(town, "Samira", Role.STAFF)
    refer(town, samira, linden)
    telephone = town.telephone(linden.mobile)
    telephone.write("nee nog niet")
    town.until(lambda: row(town, Referral).state is ReferralState.NOT_HELPED, "the answer is no")
    town.until(lambda: len(telephone.texts()) == 2, "she hears when a colleague rings")
    assert "belt u" in telephone.texts()[1]
    case: Case = row(town, Case)
    assert case.state is CaseState.WAITING
    page = samira.get(f"/cases/{case.id}").text
    assert "nee nog niet" in page
    assert "Thuiszorg Eemdal" in page


def test_flowers_are_approved_get_a_label_and_are_sent(town: Town, linden: Tenant) -> None:
    samira, sanne = colleague(town, "Samira", Role.STAFF), colleague(town, "Sanne", Role.COORDINATOR)
    talk(town, samira, linden, gift="flowers", gift_reason="Zestig jaar getrouwd")
    gift: Gift = row(town, Gift)
    assert gift.state is GiftState.PROPOSED
    assert "1 attentie om goed te keuren" in sanne.get("/").text
    sanne.post(f"/gifts/{gift.id}", action="approve", next="/gifts")
    book = openpyxl.load_workbook(io.BytesIO(sanne.get("/gifts/labels.xlsx").data))
    assert next(book.active.iter_rows(min_row=2, values_only=True))[:3] == (
        "Mevrouw Van der Linden",
        "Beste mevrouw Van der Linden",
        "Kerkstraat",
    )
    sanne.post("/gifts/sent", gift=str(gift.id))
    assert row(town, Gift).state is GiftState.SENT
    assert "Attentie verstuurd: bloemen" in samira.get(f"/tenants/{linden.id}").text
