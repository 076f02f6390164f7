"""The telephone rings, the menu speaks, and every key leads where it was said to lead."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState
from checkin.domain.replies import Meaning
from checkin.outreach.models import Reply
from checkin.tenants.models import Tenant
from tests import factories
from tests.town import ON_SQLITE, Telephone, Town

pytestmark = ON_SQLITE


def case_of(tenant: Tenant, session: Session) -> Case | None:
    return session.execute(select(Case).where(col(Case.tenant_id) == tenant.id)).scalars().first()


def picked_up(town: Town, tenant: Tenant) -> Telephone:
    """Start a round, let the tenant pick up, and wait until the question was spoken."""
    telephone = town.telephone(tenant.landline)
    town.start_round(tenant)
    town.until(lambda: [call for call in telephone.calls() if call["state"] == "ringing"], "the telephone rings")
    telephone.do("answer")
    town.until(lambda: "Toets drie" in telephone.heard(), "the question is spoken")
    return telephone


def test_key_1_becomes_a_case_for_a_chat_and_the_promised_time_is_spoken_back(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = picked_up(town, yilmaz)
    assert "Wij bellen voor meneer Yilmaz." in telephone.heard()

    telephone.press("1")
    town.until(lambda: "Een collega belt u" in telephone.heard(), "the choice is spoken back")
    case = town.until(lambda: town.look(lambda session: case_of(yilmaz, session)), "a case is opened")
    assert case.kind is CaseKind.CHAT
    assert case.promised_before is not None
    assert "voor een praatje" in telephone.heard()
    assert "nul, drie, een, acht" in telephone.heard()
    town.until(lambda: telephone.calls()[-1]["state"] == "completed", "the call ends")
    assert town.check_in(yilmaz).state is CheckInState.ANSWERED
    assert telephone.texts() == []


def test_key_2_becomes_a_case_for_help_that_mentions_danger(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = picked_up(town, yilmaz)
    telephone.press("2")
    case = town.until(lambda: town.look(lambda session: case_of(yilmaz, session)), "a case is opened")
    assert case.kind is CaseKind.HELP
    town.until(lambda: "bel een, een, twee" in telephone.heard(), "danger is mentioned")


def test_key_3_closes_the_check_in_without_a_case(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = picked_up(town, yilmaz)
    telephone.press("3")
    town.until(lambda: "Fijn om te horen" in telephone.heard(), "the choice is spoken back")
    town.until(lambda: town.check_in(yilmaz).state is CheckInState.ANSWERED, "the check-in is answered")
    assert town.check_in(yilmaz).meaning is Meaning.FINE
    assert town.look(lambda session: case_of(yilmaz, session)) is None


def test_key_9_stops_every_channel(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz, mobile=factories.mobile(), channel="voice")
    telephone = town.telephone(yilmaz.mobile)
    town.start_round(yilmaz)
    town.until(telephone.calls, "the mobile rings")
    telephone.do("answer")
    town.until(lambda: "Toets drie" in telephone.heard(), "the question is spoken")
    telephone.press("9")
    town.until(lambda: "Wij bellen u niet meer" in telephone.heard(), "the choice is spoken back")
    stopped = town.look(lambda session: session.get(Tenant, yilmaz.id))
    assert stopped.stopped_at is not None

    town.start_round(yilmaz)
    for _ in range(5):
        town.work()
    assert town.check_in(yilmaz).state is CheckInState.CANCELLED
    assert telephone.texts() == []
    assert len(telephone.calls()) == 1
    assert town.telephone(yilmaz.landline).calls() == []


def test_key_0_repeats_and_an_unknown_key_is_asked_again(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = picked_up(town, yilmaz)
    telephone.press("0")
    town.until(lambda: telephone.heard().count("Toets drie") == 2, "the question is repeated")
    telephone.press("7")
    town.until(lambda: "Die toets ken ik niet" in telephone.heard(), "the key is not known")
    telephone.press("3")
    town.until(lambda: "Fijn om te horen" in telephone.heard(), "the choice is spoken back")
    replies = town.look(lambda session: session.execute(select(Reply)).scalars().all())
    assert [reply.text for reply in replies] == ["3"]


def test_picked_up_and_silent_means_that_a_person_rings(town: Town) -> None:
    yilmaz = town.store(factories.yilmaz)
    telephone = picked_up(town, yilmaz)
    town.until(lambda: "U heeft alle tijd" in telephone.heard(), "the menu is patient")
    town.until(lambda: "Een collega belt u zelf nog even" in telephone.heard(), "the menu lets go")
    case = town.until(lambda: town.look(lambda session: case_of(yilmaz, session)), "a case is opened")
    assert case.kind is CaseKind.SILENT
    assert town.check_in(yilmaz).state is CheckInState.SILENT


def test_an_english_speaking_tenant_hears_english(town: Town) -> None:
    smith = town.store(factories.yilmaz, last_name="Smith", language="en")
    telephone = town.telephone(smith.landline)
    town.start_round(smith)
    town.until(telephone.calls, "the telephone rings")
    telephone.do("answer")
    town.until(lambda: "We are calling for Mr Smith." in telephone.heard(), "the greeting is in English")
