"""The ladder of attempts: who is tried again, when a person takes over, and how it ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attempts import (
    FAILURES_ALLOWED,
    GIVE_UP_REASON,
    HANG_UPS_ALLOWED,
    RANG,
    USELESS,
    AskedBy,
    AttemptEnd,
    GiveUp,
    Patience,
    PersonRings,
    Tried,
    Try,
    Way,
    next_step,
)
from checkin.domain.checkins import EndReason

E = AttemptEnd
TEXT = Way(AskedBy.TEXT, "+31612345678")
OTHER_TEXT = Way(AskedBy.TEXT, "+31687654321")
CALL = Way(AskedBy.VOICE, "+31612345678")
LANDLINE = Way(AskedBy.VOICE, "+31318123456")
PATIENCE = Patience(texts=2, calls=3)
NO_END_OF_THE_ASKING = [end for end in E if end is not E.ANSWERED]


def tried(*ends: AttemptEnd, way: Way = LANDLINE) -> list[Tried]:
    return [Tried(way, end) for end in ends]


def test_the_first_way_is_tried_first() -> None:
    assert next_step([], [TEXT, LANDLINE], PATIENCE) == Try(TEXT)


def test_a_tenant_without_a_number_ends_at_once() -> None:
    assert next_step([], [], PATIENCE) == GiveUp(EndReason.NO_NUMBER)


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
        (tried(E.NO_ANSWER, E.NO_ANSWER, E.BUSY), GiveUp(EndReason.NEVER_PICKED_UP)),
        (tried(E.VOICEMAIL, E.VOICEMAIL, E.VOICEMAIL), GiveUp(EndReason.VOICEMAIL)),
        (tried(E.HUNG_UP, E.HUNG_UP), GiveUp(EndReason.HUNG_UP)),
        (tried(E.REJECTED, E.HUNG_UP), GiveUp(EndReason.HUNG_UP)),
        (tried(E.FAILED, E.FAILED, E.FAILED), GiveUp(EndReason.OUTCOME_UNKNOWN)),
        (tried(E.NO_ANSWER, E.SILENT), PersonRings(EndReason.PICKED_UP_SILENT)),
    ],
)
def test_what_follows_each_end_of_a_call(history: list[Tried], step: object) -> None:
    assert next_step(history, [LANDLINE], PATIENCE) == step


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
    assert next_step(tried(*ends, way=TEXT), [TEXT, CALL], PATIENCE) == step


def test_a_text_that_did_not_arrive_leads_to_a_call_on_the_next_number() -> None:
    history = [Tried(TEXT, E.NOT_DELIVERED), Tried(CALL, E.NUMBER_DEAD)]
    assert next_step(history, [TEXT, CALL, LANDLINE], PATIENCE) == Try(LANDLINE)


def test_a_tenant_with_two_mobiles_is_not_texted_twice_as_often() -> None:
    history = tried(E.DELIVERED, E.DELIVERED, way=TEXT)
    assert next_step(history, [TEXT, OTHER_TEXT, CALL], PATIENCE) == GiveUp(EndReason.NO_ANSWER_TO_TEXT)


def test_calls_are_counted_over_all_numbers() -> None:
    history = [*tried(E.NO_ANSWER, E.NO_ANSWER, way=CALL), *tried(E.NO_ANSWER)]
    assert next_step(history, [CALL, LANDLINE], PATIENCE) == GiveUp(EndReason.NEVER_PICKED_UP)


def test_only_a_telephone_that_rang_counts_as_a_try() -> None:
    history = tried(E.FAILED, E.NO_ANSWER, E.FAILED, E.NO_ANSWER)
    assert next_step(history, [LANDLINE], PATIENCE) == Try(LANDLINE)


def test_the_reason_tells_about_the_tenant_rather_than_about_a_dead_number() -> None:
    history = [*tried(E.VOICEMAIL, E.VOICEMAIL, E.VOICEMAIL), Tried(CALL, E.NUMBER_DEAD)]
    assert next_step(history, [], PATIENCE) == GiveUp(EndReason.VOICEMAIL)


def test_every_end_that_leaves_a_tenant_unanswered_has_a_reason() -> None:
    assert set(GIVE_UP_REASON) == set(E) - {E.ANSWERED, E.SILENT}


# Whatever happens, in whatever order.

ways_of_tenant = st.lists(st.sampled_from([TEXT, OTHER_TEXT, CALL, LANDLINE]), unique=True)
patiences = st.builds(Patience, texts=st.integers(1, 4), calls=st.integers(1, 5))


@given(ways_of_tenant, patiences, st.lists(st.sampled_from(NO_END_OF_THE_ASKING), min_size=60, max_size=60))
def test_the_asking_always_stops(ways: list[Way], patience: Patience, ends: list[AttemptEnd]) -> None:
    history: list[Tried] = []
    for end in ends:
        step = next_step(history, ways, patience)
        if not isinstance(step, Try):
            break
        assert step.way in ways
        history.append(Tried(step.way, end))
    most = patience.texts + patience.calls + len(ways) * (FAILURES_ALLOWED + 1)
    assert len(history) <= most
    assert not isinstance(next_step(history, ways, patience), Try)
    assert sum(one.end is E.DELIVERED for one in history) <= patience.texts
    assert sum(one.end in RANG for one in history if one.way.channel is AskedBy.VOICE) <= patience.calls + len(ways)


histories = st.lists(
    st.builds(Tried, st.sampled_from([TEXT, OTHER_TEXT, CALL, LANDLINE]), st.sampled_from(NO_END_OF_THE_ASKING)),
    max_size=12,
)


@given(histories, ways_of_tenant, patiences)
def test_a_way_that_proved_useless_is_never_tried_again(
    history: list[Tried], ways: list[Way], patience: Patience
) -> None:
    step = next_step(history, ways, patience)
    if isinstance(step, Try):
        ends = [one.end for one in history if one.way == step.way]
        assert not USELESS.intersection(ends)
        assert ends.count(E.HUNG_UP) + ends.count(E.REJECTED) < HANG_UPS_ALLOWED or step.way.channel is AskedBy.TEXT


@given(histories, ways_of_tenant, patiences)
def test_silence_is_never_taken_for_fine(history: list[Tried], ways: list[Way], patience: Patience) -> None:
    silent = [*history, Tried(LANDLINE, E.SILENT)]
    assert next_step(silent, ways, patience) == PersonRings(EndReason.PICKED_UP_SILENT)


@given(histories, ways_of_tenant, patiences)
def test_every_history_has_a_next_step(history: list[Tried], ways: list[Way], patience: Patience) -> None:
    assert isinstance(next_step(history, ways, patience), Try | PersonRings | GiveUp)
