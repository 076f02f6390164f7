"""She texts JA, and somebody rings her."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session

from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState
from tests import factories
from tests.town import Town


def one_case(session: Session) -> Case | None:
    return session.execute(select(Case)).scalars().first()


def test_ja_becomes_a_case_with_a_promise_and_closes_after_the_talk(town: Town) -> None:
    linden = town.store(factories.tenant)
    samira = town.store(factories.samira)
    town.start_round(linden)
    telephone = town.telephone(linden.mobile)
    question = town.until(telephone.texts, "the check-in arrives")[0]
    assert question.startswith("Dag mevrouw Van der Linden, hier Woonstichting Eemland. Hoe gaat het met u?")

    telephone.write("JA")
    case = town.until(lambda: town.look(one_case), "a case is opened")
    assert case.kind is CaseKind.YES
    town.until(lambda: len(telephone.texts()) == 2, "the promise is told")
    assert "wij bellen u vandaag voor" in telephone.texts()[1] or "wij bellen u morgen voor" in telephone.texts()[1]
    assert town.check_in(linden).state is CheckInState.ANSWERED

    with unit_of_work(town.runtime) as session:
        now = town.runtime.now()
        assert cases.claim_case(session, case_id=case.id, staff_id=samira.id, claim_minutes=30, now=now)
        cases.record_contact(
            session,
            case_id=case.id,
            staff_id=samira.id,
            record=cases.Record(ContactOutcome.SPOKEN, note="Gezellig gesproken."),
            now=now,
        )
    closed = town.look(one_case)
    assert closed.state is CaseState.CLOSED
    assert closed.spoken_at is not None
