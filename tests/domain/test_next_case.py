"""Who is rung next, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.next_case import (
    Caller,
    Floor,
    Lane,
    WaitingCase,
    Why,
    choose,
    due_of,
    lane_of,
    why_not,
)

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NOON = NOW + timedelta(hours=2, minutes=30)
ME, TON = 1, 2
OURS, THEIRS = 10, 20
SAMIRA = Caller(ME, OURS, frozenset({"nl", "ar"}))
NOBODY = Floor()
TON_IS_HERE = Floor(frozenset({TON}), frozenset({THEIRS}), frozenset({"nl", "tr"}))


def case(number: int = 1, lane: Lane = Lane.ASKED, **more: object) -> WaitingCase:
    given_: dict[str, object] = {"due": NOON, "promised_before": NOON, **more}
    return WaitingCase(number, lane, **given_)  # type: ignore[arg-type]


def minutes(count: float) -> datetime:
    return NOW + timedelta(minutes=count)


@pytest.mark.parametrize(
    ("what", "first", "second"),
    [
        ("urgent before a promise that lapsed", {"lane": Lane.URGENT}, {"due": minutes(-60)}),
        ("sorry must be said before who asked", {"lane": Lane.APOLOGY}, {"due": minutes(-60)}),
        ("who asked before those of a round", {}, {"lane": Lane.ROUND, "due": minutes(-600)}),
        ("the promise that lapses first", {"due": minutes(30)}, {"meant_for": ME, "last_spoke": ME, "team_id": OURS}),
        ("meant for me", {"meant_for": ME}, {"last_spoke": ME, "team_id": OURS}),
        ("the same colleague as last time", {"last_spoke": ME}, {"team_id": OURS}),
        ("my team", {"team_id": OURS, "language": "fr"}, {}),
        ("a language that I speak", {"language": "ar"}, {"language": "fr"}),
        ("of two alike who waits longest", {}, {}),
    ],
)
def test_of_two_who_wait_the_first_is_rung_first(
    what: str, first: dict[str, object], second: dict[str, object]
) -> None:
    alike = not first and not second
    one, other = case(1 if alike else 2, **first), case(2 if alike else 1, **second)  # type: ignore[arg-type]
    assert choose([other, one], SAMIRA, NOBODY, NOW) == one, what


FORWARDED = {"meant_for": TON, "kept_until": NOON - timedelta(hours=1)}


@pytest.mark.parametrize(
    ("of_case", "of_me", "floor", "why"),
    [
        ({}, {}, TON_IS_HERE, None),
        ({}, {"resting": True}, NOBODY, Why.RESTING),
        ({"lane": Lane.URGENT}, {"resting": True}, NOBODY, None),
        ({}, {"full": True}, NOBODY, Why.FULL),
        ({"lane": Lane.URGENT}, {"full": True}, NOBODY, None),
        ({"skipped": True}, {}, NOBODY, Why.SKIPPED),
        ({"skipped": True, "lane": Lane.URGENT}, {}, NOBODY, Why.SKIPPED),
        # Never a language that I do not speak while somebody on duty does; otherwise better late than never.
        ({"language": "tr"}, {}, TON_IS_HERE, Why.LANGUAGE),
        ({"language": "tr", "lane": Lane.URGENT}, {}, TON_IS_HERE, Why.LANGUAGE),
        ({"language": "tr"}, {"languages": frozenset({"tr"})}, TON_IS_HERE, None),
        ({"language": "tr"}, {}, NOBODY, None),
        ({"language": "fr"}, {}, TON_IS_HERE, None),
        # What is meant for a colleague is hers while she is there in time.
        ({"meant_for": TON}, {}, TON_IS_HERE, Why.COLLEAGUE),
        ({"meant_for": TON}, {}, NOBODY, None),
        ({"meant_for": TON, "lane": Lane.URGENT}, {}, TON_IS_HERE, None),
        ({"meant_for": TON, "promised_before": minutes(60)}, {}, TON_IS_HERE, None),
        ({"meant_for": TON, "promised_before": minutes(61)}, {}, TON_IS_HERE, Why.COLLEAGUE),
        ({"meant_for": TON, "promised_before": None}, {}, TON_IS_HERE, Why.COLLEAGUE),
        ({"meant_for": TON, "call_at": minutes(-59)}, {}, TON_IS_HERE, Why.COLLEAGUE),
        ({"meant_for": TON, "call_at": minutes(-60)}, {}, TON_IS_HERE, None),
        (FORWARDED, {}, NOBODY, Why.COLLEAGUE),
        ({**FORWARDED, "kept_until": NOW}, {}, NOBODY, None),
        (FORWARDED, {"id": TON}, NOBODY, None),
        # So it is with a team.
        ({"team_id": THEIRS}, {}, TON_IS_HERE, Why.TEAM),
        ({"team_id": THEIRS}, {"team_id": None}, TON_IS_HERE, Why.TEAM),
        ({"team_id": THEIRS}, {}, NOBODY, None),
        ({"team_id": THEIRS, "lane": Lane.URGENT}, {}, TON_IS_HERE, None),
        ({"team_id": THEIRS, "promised_before": minutes(60)}, {}, TON_IS_HERE, None),
        ({"team_id": THEIRS, "kept_until": NOON}, {}, NOBODY, Why.TEAM),
        ({"team_id": THEIRS, "meant_for": ME, "kept_until": NOON}, {}, TON_IS_HERE, None),
        ({"team_id": OURS, "kept_until": NOON}, {}, TON_IS_HERE, None),
    ],
)
def test_who_is_passed_over_and_why(
    of_case: dict[str, object], of_me: dict[str, object], floor: Floor, why: Why | None
) -> None:
    me = replace(SAMIRA, **of_me)  # type: ignore[arg-type]
    one = case(**of_case)  # type: ignore[arg-type]
    assert why_not(one, me, floor, NOW) is why
    assert choose([one], me, floor, NOW) == (None if why else one)


@pytest.mark.parametrize(
    ("urgent", "owed", "nothing", "lane"),
    [
        (True, True, True, Lane.URGENT),
        (False, True, True, Lane.APOLOGY),
        (False, False, True, Lane.ROUND),
        (False, False, False, Lane.ASKED),
    ],
)
def test_the_lanes(urgent: bool, owed: bool, nothing: bool, lane: Lane) -> None:
    assert lane_of(urgent=urgent, owed_apology=owed, asked_nothing=nothing) is lane


@pytest.mark.parametrize(
    ("heard", "agreed", "promised", "due"),
    [
        (None, None, None, NOW),
        (None, None, NOON, NOON),
        (None, minutes(400), NOON, minutes(400)),
        # Who rings again jumps up, but never behind where she stood.
        (minutes(5), None, NOON, minutes(5)),
        (minutes(5), None, minutes(-30), minutes(-30)),
    ],
)
def test_by_what_moment_a_case_is_put_in_order(
    heard: datetime | None, agreed: datetime | None, promised: datetime | None, due: datetime
) -> None:
    assert due_of(heard_at=heard, call_at=agreed, promised_before=promised, opened_at=NOW) == due


somebody = st.sampled_from([None, ME, TON])
team = st.sampled_from([None, OURS, THEIRS])
moment = st.integers(-120, 240).map(minutes)
languages = st.frozensets(st.sampled_from(["nl", "tr", "ar"]), max_size=3)
cases = st.builds(
    WaitingCase,
    id=st.integers(1, 9),
    lane=st.sampled_from(Lane),
    due=moment,
    language=st.sampled_from(["nl", "tr", "ar", "fr"]),
    call_at=st.none() | moment,
    promised_before=st.none() | moment,
    team_id=team,
    meant_for=somebody,
    kept_until=st.none() | moment,
    last_spoke=somebody,
    skipped=st.booleans(),
)
callers = st.builds(
    Caller,
    id=st.sampled_from([ME, TON, 3]),
    team_id=team,
    languages=languages,
    resting=st.booleans(),
    full=st.booleans(),
)
floors = st.builds(
    Floor,
    people=st.frozensets(st.sampled_from([ME, TON])),
    teams=st.frozensets(st.sampled_from([OURS, THEIRS])),
    languages=languages,
)


@given(st.lists(cases, unique_by=lambda one: one.id, max_size=9), callers, floors)
def test_the_choice_is_allowed_and_nobody_who_is_allowed_goes_before(
    waiting: list[WaitingCase], me: Caller, floor: Floor
) -> None:
    allowed = [one for one in waiting if why_not(one, me, floor, NOW) is None]
    chosen = choose(waiting, me, floor, NOW)
    assert (chosen is None) is (allowed == [])
    if chosen is not None:
        assert chosen in allowed
        assert chosen.lane == min(one.lane for one in allowed)
        assert chosen.due == min(one.due for one in allowed if one.lane is chosen.lane)
        assert chosen == choose(list(reversed(waiting)), me, floor, NOW)


@given(cases, st.lists(callers, min_size=1, max_size=3))
def test_whoever_is_alone_at_work_may_ring_everybody_but_for_rest_skips_and_what_is_kept(
    one: WaitingCase, crew: list[Caller]
) -> None:
    """Nobody waits for a person who is not there: alone, only one's own limits and an agreement stand in the way."""
    allowed = {Why.RESTING, Why.FULL, Why.SKIPPED, None}
    if one.kept_until is not None and one.kept_until > NOW:
        allowed |= {Why.COLLEAGUE, Why.TEAM}
    assert {why_not(one, me, NOBODY, NOW) for me in crew} <= allowed
