"""STOP holds everywhere at once; and whoever rings back is heard."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState
from checkin.outreach.models import Reply
from checkin.tenants.models import Tenant
from tests import factories
from tests.town import ON_SQLITE, Town

pytestmark = ON_SQLITE


def only_case(session: Session) -> Case | None:
    return session.execute(select(Case)).scalars().first()


def test_after_stop_nothing_more_goes_out_on_any_channel_until_start(town: Town) -> None:
    linden = town.store(factories.tenant, landline=factories.landline())
    telephone = town.telephone(linden.mobile)
    town.start_round(linden)
    town.until(telephone.texts, "the check-in arrives")
    telephone.write("Stop.")
    town.until(lambda: len(telephone.texts()) == 2, "the stop is confirmed once")
    assert "geen sms en automatisch telefoontje meer" in telephone.texts()[1]

    town.start_round(linden)
    for _ in range(10):
        town.work()
    assert len(telephone.texts()) == 2
    assert telephone.calls() == []
    assert town.telephone(linden.landline).calls() == []
    assert town.check_in(linden).state is CheckInState.CANCELLED

    telephone.write("start")
    town.until(lambda: len(telephone.texts()) == 3, "the start is confirmed")
    assert town.look(lambda session: session.get(Tenant, linden.id)).stopped_at is None
    town.start_round(linden)
    town.until(lambda: len(telephone.texts()) == 4, "a new round reaches her again")


def test_a_tenant_who_rings_back_and_presses_1_gets_a_case(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = town.telephone(yilmaz.landline)
    town.start_round(yilmaz)
    town.until(lambda: telephone.calls() and telephone.calls()[-1]["state"] == "ringing", "the telephone rings")
    telephone.do("reject")
    telephone.ring_landlord(town.number)
    town.until(lambda: "Wij hadden u gebeld" in telephone.heard(), "the menu answers")
    telephone.press("1")
    case = town.until(lambda: town.look(only_case), "a case is opened")
    assert case.kind is CaseKind.CHAT
    assert town.check_in(yilmaz).state is CheckInState.ANSWERED
    town.until(lambda: "Een collega belt u" in telephone.heard(), "the promise is spoken")
    calls = len(telephone.calls())
    for _ in range(10):
        town.work()
    assert len(telephone.calls()) == calls


def test_an_unknown_number_that_rings_hears_no_name_and_waits_for_a_person(town: Town) -> None:
    stranger = town.telephone("+31318777888")
    stranger.ring_landlord(town.number)
    town.until(lambda: "terugbelt" in stranger.heard(), "the stranger is asked")
    stranger.press("1")
    query = select(Reply).where(col(Reply.to_read))
    reply = town.until(lambda: town.look(lambda session: session.execute(query).scalars().first()), "it is kept")
    assert reply.tenant_id is None
    assert town.look(only_case) is None
