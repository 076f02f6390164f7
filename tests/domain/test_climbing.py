"""The ladder of attempts: who is tried again, how and when, when a person takes over, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attempts import (
    FAILURES_ALLOWED,
    GIVE_UP_REASON,
    HANG_UPS_ALLOWED,
    USELESS,
    AskedBy,
    AttemptEnd,
    GiveUp,
    PersonRings,
    Tried,
    Try,
    Way,
)
from checkin.domain.checkins import EndReason
from checkin.domain.climbing import (
    Clocks,
    RingDoorbell,
    Telephone,
    counted,
    last_step,
    next_moment,
    next_step,
    parts_to_avoid,
    ways_of,
)
from checkin.domain.ladder import ALLOWED, RULES, After, Ladder, MobileOrder, Then
from checkin.domain.office_hours import Calendar, Daypart, Hours

E = AttemptEnd
MOBILE, OTHER_MOBILE, FIXED = "+31612345678", "+31687654321", "+31318123456"
TEXT, OTHER_TEXT = Way(AskedBy.TEXT, MOBILE), Way(AskedBy.TEXT, OTHER_MOBILE)
CALL, LANDLINE = Way(AskedBy.VOICE, MOBILE), Way(AskedBy.VOICE, FIXED)
HOUSE = Ladder()
NO_END_OF_THE_ASKING = [end for end in E if end is not E.ANSWERED]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CALLS = Calendar(Hours.parse("mon-fri 09:30-12:00 13:30-17:00 18:30-19:30"), AMSTERDAM)
TEXTS = Calendar(Hours.parse("mon-fri 09:00-19:00"), AMSTERDAM)
OFFICE = Calendar(Hours.parse("mon-fri 09:00-17:00"), AMSTERDAM)
CLOCKS = Clocks(TEXTS, CALLS, OFFICE)
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""Half past ten in the Netherlands."""


def tried(*ends: AttemptEnd, way: Way = LANDLINE) -> list[Tried]:
    return [Tried(way, end) for end in ends]


# Which way.


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (MobileOrder.TEXT_THEN_VOICE, [TEXT, CALL, LANDLINE]),
        (MobileOrder.VOICE_THEN_TEXT, [CALL, LANDLINE, TEXT]),
        (MobileOrder.TEXT_ONLY, [TEXT, LANDLINE]),
        (MobileOrder.VOICE_ONLY, [CALL, LANDLINE]),
    ],
)
def test_each_kind_of_telephone_is_asked_in_its_own_order(order: MobileOrder, expected: list[Way]) -> None:
    telephones = [Telephone(MOBILE, mobile=True), Telephone(FIXED, mobile=False)]
    assert ways_of(telephones, Ladder(mobile=order)) == tuple(expected)


@pytest.mark.parametrize(
    ("only", "expected"), [(AskedBy.TEXT, [TEXT]), (AskedBy.VOICE, [CALL, LANDLINE]), (None, [TEXT, CALL, LANDLINE])]
)
def test_a_tenants_own_wish_goes_before_the_ladder(only: AskedBy | None, expected: list[Way]) -> None:
    telephones = [Telephone(MOBILE, mobile=True), Telephone(FIXED, mobile=False)]
    assert ways_of(telephones, HOUSE, only) == tuple(expected)


# What follows.


def test_the_first_way_is_tried_first() -> None:
    assert next_step([], [TEXT, LANDLINE], HOUSE) == Try(TEXT)


def test_a_tenant_without_a_number_ends_at_once() -> None:
    assert next_step([], [], HOUSE) == GiveUp(EndReason.NO_NUMBER)


@pytest.mark.parametrize(
    ("history", "step"),
    [
        (tried(E.NO_ANSWER), Try(LANDLINE)),
        (tried(E.BUSY), Try(LANDLINE)),
        (tried(E.REJECTED), Try(LANDLINE)),
        (tried(E.VOICEMAIL), Try(LANDLINE)),
        (tried(E.HUNG_UP), Try(LANDLINE)),
        (tried(E.FAILED), Try(LANDLINE)),
        (tried(E.CANCELLED), Try(LANDLINE)),
        (tried(E.SILENT), PersonRings(EndReason.PICKED_UP_SILENT)),
        (tried(E.UNKNOWN), PersonRings(EndReason.OUTCOME_UNKNOWN)),
        (tried(E.NUMBER_DEAD), GiveUp(EndReason.NUMBER_DEAD)),
        (tried(E.NO_ANSWER, E.NO_ANSWER, E.NO_ANSWER), GiveUp(EndReason.NEVER_PICKED_UP)),
        # A busy line did not ring: it is rung again soon, and only the third busy in a row is a try.
        (tried(E.NO_ANSWER, E.NO_ANSWER, E.BUSY), Try(LANDLINE)),
        (tried(E.NO_ANSWER, E.NO_ANSWER, E.BUSY, E.BUSY), Try(LANDLINE)),
        (tried(E.NO_ANSWER, E.NO_ANSWER, E.BUSY, E.BUSY, E.BUSY), GiveUp(EndReason.NEVER_PICKED_UP)),
        (tried(E.VOICEMAIL, E.VOICEMAIL, E.VOICEMAIL), GiveUp(EndReason.VOICEMAIL)),
        (tried(E.HUNG_UP, E.HUNG_UP), GiveUp(EndReason.HUNG_UP)),
        (tried(E.REJECTED, E.HUNG_UP), GiveUp(EndReason.HUNG_UP)),
        (tried(E.FAILED, E.FAILED, E.FAILED), GiveUp(EndReason.OUTCOME_UNKNOWN)),
        (tried(E.NO_ANSWER, E.FAILED, E.FAILED, E.FAILED), GiveUp(EndReason.NEVER_PICKED_UP)),
        (tried(E.NO_ANSWER, E.SILENT), PersonRings(EndReason.PICKED_UP_SILENT)),
    ],
)
def test_what_follows_each_end_of_a_call(history: list[Tried], step: object) -> None:
    assert next_step(history, [LANDLINE], HOUSE) == step


@pytest.mark.parametrize(
    ("ends", "step"),
    [
        ((E.DELIVERED,), Try(TEXT)),
        ((E.DELIVERED, E.DELIVERED), GiveUp(EndReason.NO_ANSWER_TO_TEXT)),
        ((E.NOT_DELIVERED,), Try(CALL)),
        ((E.NUMBER_DEAD,), Try(CALL)),
        ((E.FAILED,), Try(TEXT)),
        ((E.FAILED, E.FAILED, E.FAILED), Try(CALL)),
        ((E.UNKNOWN,), PersonRings(EndReason.OUTCOME_UNKNOWN)),
        ((E.DELIVERED, E.NOT_DELIVERED), GiveUp(EndReason.NO_ANSWER_TO_TEXT)),
    ],
)
def test_what_follows_each_end_of_a_text(ends: tuple[AttemptEnd, ...], step: object) -> None:
    assert next_step(tried(*ends, way=TEXT), [TEXT, CALL], HOUSE) == step


def test_a_text_that_did_not_arrive_leads_to_a_call_on_the_next_number() -> None:
    history = [Tried(TEXT, E.NOT_DELIVERED), Tried(CALL, E.NUMBER_DEAD)]
    assert next_step(history, [TEXT, CALL, LANDLINE], HOUSE) == Try(LANDLINE)


def test_a_tenant_with_two_mobiles_is_not_texted_twice_as_often() -> None:
    history = tried(E.DELIVERED, E.DELIVERED, way=TEXT)
    assert next_step(history, [TEXT, OTHER_TEXT, CALL], HOUSE) == GiveUp(EndReason.NO_ANSWER_TO_TEXT)


def test_after_two_calls_the_second_number_has_its_turn() -> None:
    assert next_step(tried(E.NO_ANSWER, way=CALL), [CALL, LANDLINE], HOUSE) == Try(CALL)
    assert next_step(tried(E.NO_ANSWER, E.NO_ANSWER, way=CALL), [CALL, LANDLINE], HOUSE) == Try(LANDLINE)


def test_calls_are_counted_over_all_numbers() -> None:
    history = [*tried(E.NO_ANSWER, E.NO_ANSWER, way=CALL), *tried(E.NO_ANSWER)]
    assert next_step(history, [CALL, LANDLINE], HOUSE) == GiveUp(EndReason.NEVER_PICKED_UP)


def test_only_a_telephone_that_rang_counts_as_a_try() -> None:
    history = tried(E.FAILED, E.NO_ANSWER, E.FAILED, E.NO_ANSWER)
    assert next_step(history, [LANDLINE], HOUSE) == Try(LANDLINE)


def test_the_reason_tells_about_the_tenant_rather_than_about_a_dead_number() -> None:
    history = [*tried(E.VOICEMAIL, E.VOICEMAIL, E.VOICEMAIL), Tried(CALL, E.NUMBER_DEAD)]
    assert next_step(history, [], HOUSE) == GiveUp(EndReason.VOICEMAIL)


def test_every_end_that_leaves_a_tenant_unanswered_has_a_reason() -> None:
    assert set(GIVE_UP_REASON) == set(E) - {E.ANSWERED, E.SILENT}


# What a campaign can choose.


def with_rule(end: AttemptEnd, then: Then, ladder: Ladder = HOUSE) -> Ladder:
    return replace(ladder, rules={**RULES, end: then})


@pytest.mark.parametrize(
    ("then", "step"),
    [
        (Then.OTHER_DAY, Try(CALL)),
        (Then.NEXT_NUMBER, Try(LANDLINE)),
        (Then.OTHER_CHANNEL, Try(TEXT)),
        (Then.END, GiveUp(EndReason.VOICEMAIL)),
    ],
)
def test_what_follows_a_voicemail_is_a_choice(then: Then, step: object) -> None:
    ladder = with_rule(E.VOICEMAIL, then, Ladder(mobile=MobileOrder.VOICE_THEN_TEXT))
    assert next_step(tried(E.VOICEMAIL, way=CALL), [CALL, LANDLINE, TEXT], ladder) == step


def test_a_campaign_may_ring_who_did_not_answer_the_texts() -> None:
    ladder = with_rule(E.DELIVERED, Then.OTHER_CHANNEL)
    texts = tried(E.DELIVERED, E.DELIVERED, way=TEXT)
    assert next_step(texts, [TEXT, CALL], ladder) == Try(CALL)
    calls = tried(E.NO_ANSWER, E.NO_ANSWER, E.NO_ANSWER, way=CALL)
    assert next_step([*texts, *calls], [TEXT, CALL], ladder) == GiveUp(EndReason.NEVER_PICKED_UP)


@pytest.mark.parametrize(
    ("reason", "after", "step"),
    [
        (EndReason.NEVER_PICKED_UP, After.LIST, GiveUp),
        (EndReason.NEVER_PICKED_UP, After.PERSONAL_CALL, PersonRings),
        (EndReason.NEVER_PICKED_UP, After.CARETAKER, RingDoorbell),
        # Who has no number that works cannot be rung by a person either, but has a doorbell.
        (EndReason.NUMBER_DEAD, After.PERSONAL_CALL, GiveUp),
        (EndReason.NO_NUMBER, After.CARETAKER, RingDoorbell),
        (EndReason.STOPPED, After.CARETAKER, GiveUp),
        (EndReason.POST_ONLY, After.PERSONAL_CALL, GiveUp),
    ],
)
def test_who_takes_over_after_the_last_try(reason: EndReason, after: After, step: type) -> None:
    assert last_step(reason, Ladder(after=after)) == step(reason)


# When.


def moment(*ends: AttemptEnd, ladder: Ladder = HOUSE, at: datetime = MONDAY, way: Way = LANDLINE) -> datetime:
    return next_moment([Tried(way, end, at) for end in ends], ladder, CLOCKS, at)


@pytest.mark.parametrize(
    ("ends", "due"),
    [
        ((E.NUMBER_DEAD,), MONDAY),
        ((E.SILENT,), MONDAY),
        ((E.UNKNOWN,), MONDAY),
        ((E.BUSY,), MONDAY + timedelta(minutes=15)),
        ((E.BUSY, E.BUSY), MONDAY + timedelta(minutes=15)),
        ((E.BUSY, E.BUSY, E.BUSY), MONDAY + timedelta(hours=3)),  # half past one
        ((E.NO_ANSWER,), MONDAY + timedelta(hours=3)),
        ((E.HUNG_UP,), MONDAY + timedelta(hours=3)),
        ((E.FAILED,), MONDAY + timedelta(hours=3)),
        ((E.VOICEMAIL,), MONDAY + timedelta(days=1, hours=3)),  # half past one on Tuesday
    ],
)
def test_when_the_next_call_is_made(ends: tuple[AttemptEnd, ...], due: datetime) -> None:
    assert moment(*ends) == due


def test_a_text_is_given_two_working_days_and_repeated_in_another_part_of_the_day() -> None:
    wednesday_noon = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
    assert moment(E.DELIVERED, way=TEXT) == wednesday_noon
    friday = MONDAY + timedelta(days=4)
    assert moment(E.DELIVERED, way=TEXT, at=friday) == wednesday_noon + timedelta(days=7 - 1)


def test_an_end_waits_a_little_for_a_report_that_was_overtaken() -> None:
    history = [Tried(LANDLINE, E.NO_ANSWER, MONDAY)] * 3
    assert next_moment(history, HOUSE, CLOCKS, MONDAY, more=False) == MONDAY + timedelta(minutes=5)


@pytest.mark.parametrize("end", [E.BUSY, E.NO_ANSWER, E.VOICEMAIL, E.DELIVERED, E.FAILED])
def test_a_landlord_in_a_hurry_goes_before_every_waiting_time(end: AttemptEnd) -> None:
    hurried = replace(CLOCKS, faster=timedelta(minutes=2))
    for way in (TEXT, LANDLINE):
        assert next_moment([Tried(way, end, MONDAY)], HOUSE, hurried, MONDAY) == MONDAY + timedelta(minutes=2)


def test_each_part_of_the_day_is_used_once_before_any_is_used_again() -> None:
    every = frozenset(Daypart)
    morning, afternoon, evening = Daypart
    assert parts_to_avoid([], every) == set()
    assert parts_to_avoid([morning], every) == {morning}
    assert parts_to_avoid([morning, evening], every) == {morning, evening}
    assert parts_to_avoid([morning, evening, afternoon], every) == {afternoon}
    assert parts_to_avoid([morning, morning], frozenset({morning})) == {morning}


def test_where_only_mornings_are_open_the_next_call_is_on_another_day() -> None:
    mornings = replace(CLOCKS, calls=Calendar(Hours.parse("mon-fri 09:30-12:00"), AMSTERDAM))
    due = next_moment([Tried(LANDLINE, E.NO_ANSWER, MONDAY)], HOUSE, mornings, MONDAY)
    assert due == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


# Whatever happens, in whatever order, on whatever ladder.

rules = st.fixed_dictionaries({end: st.sampled_from(allowed) for end, allowed in ALLOWED.items()})
ladders = st.builds(
    Ladder,
    mobile=st.sampled_from(MobileOrder),
    texts=st.integers(1, 4),
    calls=st.integers(1, 5),
    calls_a_number=st.integers(1, 5),
    busy_repeats=st.integers(0, 3),
    rest_hours=st.integers(0, 5),
    rules=rules,
    after=st.sampled_from(After),
)
telephones = st.lists(
    st.builds(Telephone, st.sampled_from([MOBILE, OTHER_MOBILE]), st.just(True))
    | st.builds(Telephone, st.just(FIXED), st.just(False)),
    unique=True,
)
every_way = st.lists(st.sampled_from([TEXT, OTHER_TEXT, CALL, LANDLINE]), unique=True)
ends_of_asking = st.sampled_from(NO_END_OF_THE_ASKING)
histories = st.lists(st.builds(Tried, st.sampled_from([TEXT, OTHER_TEXT, CALL, LANDLINE]), ends_of_asking), max_size=12)


@given(telephones, ladders, st.data())
def test_the_asking_always_stops(telephones: list[Telephone], ladder: Ladder, data: st.DataObject) -> None:
    """Walk up a ladder in time, whatever comes of each try."""
    ways = ways_of(telephones, ladder)
    history: list[Tried] = []
    now = MONDAY
    tries = (ladder.texts + ladder.calls) * (ladder.busy_repeats + 1)
    most = tries + len(ways) * (FAILURES_ALLOWED + 1) * (ladder.busy_repeats + 1)
    while isinstance(step := next_step(history, ways, ladder), Try):
        assert step.way in ways
        assert (step.way.channel, step.way.number) != (AskedBy.TEXT, FIXED)
        history.append(Tried(step.way, data.draw(ends_of_asking), now))
        more = isinstance(next_step(history, ways, ladder), Try)
        due = next_moment(history, ladder, CLOCKS, now, more=more)
        assert now <= due < now + timedelta(days=14)
        now = CALLS.next_open(due)
        assert len(history) <= most
    tries = [one.way.channel for one, counts in zip(history, counted(history, ladder), strict=True) if counts]
    assert tries.count(AskedBy.TEXT) <= ladder.texts
    assert tries.count(AskedBy.VOICE) <= ladder.calls


RANG_ON = [E.NO_ANSWER, E.VOICEMAIL, E.HUNG_UP, E.REJECTED]


@given(ladders, st.lists(st.sampled_from(RANG_ON), min_size=2, max_size=5))
def test_a_telephone_never_rings_twice_in_a_row_in_the_same_part_of_the_day(
    ladder: Ladder, ends: list[AttemptEnd]
) -> None:
    history: list[Tried] = []
    now = MONDAY
    for end in ends:
        history.append(Tried(LANDLINE, end, now))
        now = next_moment(history, ladder, CLOCKS, now)
    moments = [one.at for one in history if one.at]
    assert all(CALLS.is_open(at) for at in moments)
    parts = [CALLS.daypart(at) for at in moments]
    assert all(before is not after for before, after in pairwise(parts))
    assert len(set(parts[:3])) == len(parts[:3])


@given(histories, every_way, ladders)
def test_a_way_that_proved_useless_is_never_tried_again(history: list[Tried], ways: list[Way], ladder: Ladder) -> None:
    step = next_step(history, ways, ladder)
    if isinstance(step, Try):
        ends = [one.end for one in history if one.way == step.way]
        assert not USELESS.intersection(ends)
        assert ends.count(E.HUNG_UP) + ends.count(E.REJECTED) < HANG_UPS_ALLOWED or step.way.channel is AskedBy.TEXT


@given(histories, ladders)
def test_what_did_not_ring_never_counts(history: list[Tried], ladder: Ladder) -> None:
    nothing = {E.FAILED, E.CANCELLED, E.NUMBER_DEAD, E.NOT_DELIVERED, E.UNKNOWN}
    counts = counted(history, ladder)
    assert not any(count for one, count in zip(history, counts, strict=True) if one.end in nothing)


@given(histories, every_way, ladders)
def test_silence_is_never_taken_for_fine(history: list[Tried], ways: list[Way], ladder: Ladder) -> None:
    silent = [*history, Tried(LANDLINE, E.SILENT)]
    assert next_step(silent, ways, ladder) == PersonRings(EndReason.PICKED_UP_SILENT)


@given(histories, histories, every_way, ladders)
def test_who_answered_is_never_asked_again(
    before: list[Tried], after: list[Tried], ways: list[Way], ladder: Ladder
) -> None:
    step = next_step([*before, Tried(CALL, E.ANSWERED), *after], ways, ladder)
    assert not isinstance(step, Try | RingDoorbell)


@given(histories, every_way, ladders)
def test_every_history_has_a_next_step(history: list[Tried], ways: list[Way], ladder: Ladder) -> None:
    assert isinstance(next_step(history, ways, ladder), Try | PersonRings | RingDoorbell | GiveUp)
