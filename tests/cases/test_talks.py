"""What a talk takes: as the settings say at first, and as it was measured once there are enough talks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session

from checkin.cases.models import Contact
from checkin.cases.talks import ENOUGH, measured_talk
from checkin.domain.cases import ContactOutcome
from checkin.domain.duty import Talk
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell
from tests import factories
from tests.conftest import MONDAY_MORNING

ASSUMED = Talk(20.0, 10.0)


def talks(session: Session, count: int, minutes: float, outcome: ContactOutcome = ContactOutcome.SPOKEN) -> None:
    """Have Samira take so many cases, and write down what was said after so many minutes."""
    samira = factories.samira(session)
    for _ in range(count):
        case = factories.case(session)
        taken = MONDAY_MORNING - timedelta(days=2)
        for moment in (taken - timedelta(hours=3), taken):
            tell(
                session,
                Happening.CLAIMED,
                tenant_id=case.tenant_id,
                now=moment,
                case_id=case.id,
                staff_id=samira.id,
            )
        at = taken + timedelta(minutes=minutes)
        session.add(
            Contact(case_id=case.id or 0, tenant_id=case.tenant_id, staff_id=samira.id or 0, at=at, outcome=outcome)
        )
    session.flush()


def measured(session: Session) -> Talk:
    return measured_talk(session, assumed_minutes=20, now=MONDAY_MORNING)


def test_a_few_talks_tell_nothing_yet(session: Session) -> None:
    talks(session, ENOUGH - 1, 8)
    assert measured(session) == ASSUMED


def test_many_talks_weigh_more_than_what_was_assumed(session: Session) -> None:
    talks(session, 36, 8)
    # Twelve assumed talks of twenty minutes and thirty-six of eight.
    assert measured(session).minutes == pytest.approx(11)
    assert measured(session).spread == pytest.approx(2.5)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_calls_that_reached_nobody_and_talks_of_long_ago_do_not_count(session: Session) -> None:
    talks(session, 20, 2, ContactOutcome.NOT_REACHED)
    assert measured(session) == ASSUMED
    talks(session, 20, 8)
    assert measured_talk(session, assumed_minutes=20, now=MONDAY_MORNING + timedelta(days=40)) == ASSUMED


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nobody_is_thought_to_talk_in_no_time(session: Session) -> None:
    talks(session, 100, 0.1)
    assert measured(session).minutes >= 5
