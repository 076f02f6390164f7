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
from checkin.domain.cases import CaseState
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftState
from checkin.domain.referrals import ReferralState
from checkin.staff.models import Role
from checkin.tenants.models import Tenant
from tests import factories
from tests.aftercare.talking import home_care
from tests.quick_app import PASSWORD_HASH, quick_app
from tests.town import Town
from tests.visitor import Visitor

ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def linden(town: Town) -> Tenant:
    return town.store(factories.tenant)


class AtTheDesk(Visitor):
    """A colleague with a browser, who signs in again whenever days have passed."""

    def __init__(self, town: Town, name: str, role: Role) -> None:
        self.email = f"{name.lower()}@eemland.example"
        made = {"email": self.email, "password": PASSWORD_HASH, "created_at": town.runtime.now()}
        town.store(lambda session: factories.staff(session, name, role, **made))
        super().__init__(quick_app(town.runtime))
        self.come_in()

    def come_in(self) -> None:
        assert self.sign_in(self.email).status_code == 302


def row(town: Town, kind: type[SQLModel]) -> Any:
    return town.look(lambda session: session.execute(select(kind).order_by(col(kind.id).desc())).scalars().first())  # type: ignore[attr-defined]


def talk(town: Town, samira: AtTheDesk, tenant: Tenant, **given: str) -> None:
    """Samira puts the tenant on the list, takes her, and writes down how it went."""
    case = samira.post(f"/tenants/{tenant.id}/case").location
    samira.post(f"{case}/claim")
    saved = samira.post(f"{case}/contact", outcome="spoken", form_token=token_hex(8), then="stay", **given)
    assert saved.status_code == 302, saved.text


def day(town: Town, **ahead: float) -> str:
    return (town.runtime.now() + timedelta(**ahead)).astimezone(town.runtime.zone).date().isoformat()


@ONE_DATABASE
def test_an_agreed_call_is_back_on_the_list_for_the_same_colleague(town: Town, linden: Tenant) -> None:
    samira = AtTheDesk(town, "Samira", Role.STAFF)
    talk(town, samira, linden, follow_day=day(town, days=7), follow_at="10:00", follow_wish="De nieuwe keuken")
    assert "De nieuwe keuken" in samira.get(f"/tenants/{linden.id}").text
    assert "Niemand wacht" in samira.get("/worklist").text
    town.later(days=8)
    town.until(lambda: row(town, FollowUp).state is FollowUpState.LISTED, "its moment has come")
    samira.come_in()
    again = samira.post("/cases/next").location
    assert "De nieuwe keuken" in samira.get(again).text
    samira.post(f"{again}/contact", outcome="spoken", form_token="once more", then="stay")
    town.until(lambda: row(town, FollowUp).state is FollowUpState.DONE, "the call was made")


def refer(town: Town, samira: AtTheDesk, linden: Tenant) -> None:
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


@ONE_DATABASE
def test_a_yes_closes_the_loop(town: Town, linden: Tenant) -> None:
    refer(town, AtTheDesk(town, "Samira", Role.STAFF), linden)
    telephone = town.telephone(linden.mobile)
    telephone.write("1")
    town.until(lambda: row(town, Referral).state is ReferralState.HELPED, "the loop is closed")
    town.until(lambda: len(telephone.texts()) == 2, "she is thanked")
    assert row(town, Case).state is CaseState.CLOSED


def test_a_no_brings_a_colleague_who_reads_the_words(town: Town, linden: Tenant) -> None:
    samira = AtTheDesk(town, "Samira", Role.STAFF)
    refer(town, samira, linden)
    telephone = town.telephone(linden.mobile)
    telephone.write("nee nog niet")
    town.until(lambda: row(town, Referral).state is ReferralState.NOT_HELPED, "the answer is no")
    town.until(lambda: len(telephone.texts()) == 2, "she hears when a colleague rings")
    assert "belt u" in telephone.texts()[1]
    case: Case = row(town, Case)
    assert case.state is CaseState.WAITING
    samira.come_in()
    page = samira.get(f"/cases/{case.id}").text
    assert "nee nog niet" in page
    assert "Thuiszorg Eemdal" in page


@ONE_DATABASE
def test_flowers_are_approved_get_a_label_and_are_sent(town: Town, linden: Tenant) -> None:
    samira, sanne = AtTheDesk(town, "Samira", Role.STAFF), AtTheDesk(town, "Sanne", Role.COORDINATOR)
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
