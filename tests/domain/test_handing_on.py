"""A case may only go to where somebody sees it in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.handing_on import Receiver, Unseen, kept_until, refuse_colleague, refuse_team
from checkin.domain.next_case import PRESSING

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ME, TON, ANS = 1, 2, 3


def hours(count: float) -> datetime:
    return NOW + timedelta(hours=count)


@pytest.mark.parametrize(
    ("receiver", "promised", "why"),
    [
        (Receiver(TON, there_at=NOW), hours(2), None),
        (Receiver(TON, there_at=hours(1)), hours(2), None),
        (Receiver(TON, there_at=hours(2)), hours(2), Unseen.TOO_LATE),
        (Receiver(TON, there_at=hours(48)), hours(2), Unseen.TOO_LATE),
        # What was promised and not kept wants somebody soon; what was not promised may wait for her.
        (Receiver(TON, there_at=hours(0.5)), hours(-3), None),
        (Receiver(TON, there_at=hours(1)), hours(-3), Unseen.TOO_LATE),
        (Receiver(TON, there_at=hours(48)), None, None),
        (Receiver(TON, there_at=None), None, Unseen.NO_HOURS),
        (Receiver(TON, active=False, there_at=NOW), None, Unseen.NOT_ACTIVE),
        (Receiver(ME, there_at=NOW), None, Unseen.YOURSELF),
    ],
)
def test_to_which_colleague_it_may_go(receiver: Receiver, promised: datetime | None, why: Unseen | None) -> None:
    assert refuse_colleague(receiver, by=ME, promised_before=promised, now=NOW) is why


@pytest.mark.parametrize(
    ("members", "active", "promised", "why"),
    [
        ([Receiver(TON, there_at=hours(48)), Receiver(ANS, there_at=NOW)], True, hours(2), None),
        # One's own team is a team like any other.
        ([Receiver(ME, there_at=NOW)], True, hours(2), None),
        ([Receiver(TON, there_at=hours(48))], True, hours(2), Unseen.TEAM_TOO_LATE),
        ([Receiver(TON, there_at=hours(48))], True, None, None),
        ([Receiver(TON)], True, None, Unseen.TEAM_NO_HOURS),
        ([Receiver(TON, active=False, there_at=NOW)], True, None, Unseen.TEAM_EMPTY),
        ([], True, None, Unseen.TEAM_EMPTY),
        ([Receiver(TON, there_at=NOW)], False, None, Unseen.TEAM_NOT_ACTIVE),
    ],
)
def test_to_which_team_it_may_go(
    members: list[Receiver], active: bool, promised: datetime | None, why: Unseen | None
) -> None:
    assert refuse_team(members, active=active, promised_before=promised, now=NOW) is why


moments = st.integers(-300, 3000).map(lambda minutes: NOW + timedelta(minutes=minutes))
people = st.builds(Receiver, id=st.integers(1, 4), active=st.booleans(), there_at=st.none() | moments)


@given(st.lists(people, max_size=4, unique_by=lambda one: one.id), st.none() | moments)
def test_a_team_takes_it_just_when_one_of_its_members_could(members: list[Receiver], promised: datetime | None) -> None:
    somebody = any(refuse_colleague(one, by=0, promised_before=promised, now=NOW) is None for one in members)
    assert (refuse_team(members, active=True, promised_before=promised, now=NOW) is None) is somebody


@given(people, moments)
def test_it_is_kept_for_nobody_so_long_that_the_promise_is_broken(receiver: Receiver, promised: datetime) -> None:
    if receiver.there_at is not None:
        until = kept_until(receiver.there_at, promised_before=promised, now=NOW)
        assert until is None or NOW < until <= promised - PRESSING
