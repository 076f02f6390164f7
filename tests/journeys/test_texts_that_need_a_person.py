"""Texts that nobody can be sure of go to a person, and nothing is ever dropped."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from checkin import flow
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState
from checkin.domain.replies import Meaning
from checkin.outreach.models import Reply
from checkin.tenants.models import Tenant
from tests import factories
from tests.town import ON_POSTGRESQL, Town

pytestmark = ON_POSTGRESQL


def only_case(session: Session) -> Case | None:
    return session.execute(select(Case)).scalars().first()


def unread(session: Session) -> Reply | None:
    return session.execute(select(Reply).where(col(Reply.to_read), col(Reply.read_at).is_(None))).scalars().first()


def asked(town: Town, **given: object) -> Tenant:
    linden: Tenant = town.store(factories.tenant, **given)
    town.start_round(linden)
    town.until(town.telephone(linden.mobile).texts, "the check-in arrives")
    return linden


def read_as(town: Town, reply: Reply, meaning: Meaning) -> None:
    samira = town.store(factories.samira)
    with unit_of_work(town.runtime) as session:
        flow.read_reply(
            session,
            town.runtime,
            reply_id=int(reply.id or 0),
            meaning=meaning,
            staff_id=samira.id,
            tenant_id=None,
            now=town.runtime.now(),
        )


def test_an_unclear_text_is_read_by_a_person_who_decides(town: Town) -> None:
    linden = asked(town)
    telephone = town.telephone(linden.mobile)
    telephone.write("de buurvrouw zei dat ik eens moest schrijven over dinges")
    reply = town.until(lambda: town.look(unread), "the text waits to be read")
    assert town.look(only_case) is None
    town.until(lambda: "Een collega leest hem" in telephone.texts()[-1], "the tenant hears that it is read")

    read_as(town, reply, Meaning.HELP)
    town.until(lambda: town.look(only_case), "a case is opened")
    assert town.look(only_case).kind is CaseKind.HELP
    town.until(lambda: "Een collega van Woonstichting Eemland belt u" in telephone.texts()[-1], "the promise is told")
    assert town.check_in(linden).state is CheckInState.ANSWERED


def test_while_a_text_waits_to_be_read_no_reminder_goes_out(town: Town) -> None:
    linden = asked(town)
    telephone = town.telephone(linden.mobile)
    telephone.write("mwah")
    town.until(lambda: town.look(unread), "the text waits to be read")
    town.until(lambda: len(telephone.texts()) == 2, "the tenant hears that it is read")
    for _ in range(10):
        town.work()
    assert len(telephone.texts()) == 2


def test_danger_opens_an_urgent_case_at_once_and_is_answered_with_112(town: Town) -> None:
    linden = asked(town)
    telephone = town.telephone(linden.mobile)
    telephone.write("ik ben gevallen en kan niet meer opstaan")
    case = town.until(lambda: town.look(only_case), "an urgent case is opened")
    assert case.urgent
    assert case.kind is CaseKind.URGENT
    town.until(lambda: any("112" in text for text in telephone.texts()[1:]), "112 is mentioned")


def test_a_text_from_an_unknown_number_waits_for_a_person_and_is_told_nothing(town: Town) -> None:
    stranger = town.telephone("+31611112222")
    stranger.write("met wie spreek ik")
    reply = town.until(lambda: town.look(unread), "the text waits to be read")
    assert reply.tenant_id is None
    for _ in range(3):
        town.work()
    assert stranger.texts() == []
