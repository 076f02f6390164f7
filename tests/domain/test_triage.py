"""What follows from each answer, and above all what never does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.cases import CaseKind
from checkin.domain.replies import read_text
from checkin.domain.triage import SURE, Decision, Meaning, Reading, Tell, decide, decide_by_person

M = Meaning


@pytest.mark.parametrize(
    ("meaning", "opens", "tell"),
    [
        (M.CHAT, CaseKind.CHAT, Tell.CHAT),
        (M.HELP, CaseKind.HELP, Tell.HELP),
        (M.YES, CaseKind.YES, Tell.CALL),
        (M.LATER, CaseKind.LATER, Tell.CALL),
        (M.URGENT, CaseKind.URGENT, Tell.DANGER),
        (M.FINE, None, Tell.FINE),
        (M.STOP, None, Tell.STOPPED),
        (M.START, None, Tell.STARTED),
        (M.WRONG_NUMBER, None, Tell.WRONG_NUMBER),
    ],
)
def test_a_sure_answer_acts_alone(meaning: Meaning, opens: CaseKind | None, tell: Tell) -> None:
    decision = decide(Reading(meaning, sure=True), told_unclear=False, waiting=False)
    assert (decision.opens, decision.tell, decision.to_read) == (opens, tell, False)


def test_every_meaning_has_its_row() -> None:
    assert set(SURE) == set(Meaning)


def test_only_stop_stops_only_start_starts_and_only_a_wrong_number_closes_one() -> None:
    assert [meaning for meaning, row in SURE.items() if row.stops] == [M.STOP]
    assert [meaning for meaning, row in SURE.items() if row.starts] == [M.START]
    assert [meaning for meaning, row in SURE.items() if row.closes_number] == [M.WRONG_NUMBER]
    assert [meaning for meaning, row in SURE.items() if row.urgent] == [M.URGENT]


def test_a_wrong_number_and_a_start_do_not_count_as_an_answer_to_the_question() -> None:
    assert [meaning for meaning, row in SURE.items() if not row.answers] == [M.START, M.WRONG_NUMBER]


@pytest.mark.parametrize("meaning", [M.FINE, M.YES, M.LATER])
def test_while_a_tenant_waits_for_a_call_a_person_reads_an_ambiguous_word(meaning: Meaning) -> None:
    decision = decide(Reading(meaning, sure=True), told_unclear=False, waiting=True)
    assert decision == Decision(to_read=True, tell=Tell.UNCLEAR)


@pytest.mark.parametrize("meaning", [M.CHAT, M.HELP, M.URGENT, M.STOP, M.START, M.WRONG_NUMBER])
def test_a_waiting_tenant_who_is_clear_is_believed(meaning: Meaning) -> None:
    assert decide(Reading(meaning, sure=True), told_unclear=False, waiting=True) == SURE[meaning]


def test_what_nobody_understood_is_answered_once_and_read() -> None:
    reading = Reading(M.UNCLEAR)
    assert decide(reading, told_unclear=False, waiting=False) == Decision(to_read=True, tell=Tell.UNCLEAR)
    assert decide(reading, told_unclear=True, waiting=False) == Decision(to_read=True)


def test_who_doubts_us_is_told_who_we_are() -> None:
    decision = decide(Reading(M.UNCLEAR, asks_who=True), told_unclear=False, waiting=False)
    assert decision == Decision(to_read=True, tell=Tell.WHO_WE_ARE)


def test_despair_is_answered_with_the_line_that_exists_for_it() -> None:
    decision = decide(Reading(M.URGENT, despair=True), told_unclear=True, waiting=True)
    assert (decision.tell, decision.opens, decision.urgent, decision.to_read) == (
        Tell.DESPAIR,
        CaseKind.URGENT,
        True,
        True,
    )


def test_a_moment_that_is_wished_is_the_moment_of_the_case_also_for_who_waits_already() -> None:
    moment = datetime(2026, 11, 24, 10, tzinfo=UTC)
    reading = Reading(M.LATER, sure=True, when=moment)
    for waiting in (False, True):
        decision = decide(reading, told_unclear=False, waiting=waiting)
        assert (decision.opens, decision.call_at, decision.to_read) == (CaseKind.LATER, moment, False)
    assert decide_by_person(M.LATER, reading).call_at == moment
    assert decide_by_person(M.CHAT, reading).call_at is None


@pytest.mark.parametrize("waiting", [False, True])
def test_a_death_stops_everything_answers_nothing_and_is_read(waiting: bool) -> None:
    reading = Reading(M.WRONG_NUMBER, deceased=True)
    decision = decide(reading, told_unclear=False, waiting=waiting)
    assert decision == Decision(stops=True, to_read=True)


@pytest.mark.parametrize(("sure", "to_read"), [(True, False), (False, True)])
def test_danger_opens_an_urgent_case_and_a_person_reads_it_when_it_may_be_something_else(
    sure: bool, to_read: bool
) -> None:
    decision = decide(Reading(M.URGENT, sure=sure), told_unclear=False, waiting=True)
    assert (decision.opens, decision.urgent, decision.to_read) == (CaseKind.URGENT, True, to_read)


@pytest.mark.parametrize("meaning", Meaning)
def test_a_person_decides_with_the_same_table(meaning: Meaning) -> None:
    assert decide_by_person(meaning) == SURE[meaning]


# Whatever is written.

WORDS = (
    *(
        "ja",
        "nee",
        "stop",
        "start",
        "hulp",
        "1",
        "2",
        "3",
        "9",
        "gevallen",
        "graag",
        "goed",
        "dank",
        "u",
        "niet",
        "meer",
    ),
    *("verkeerd", "nummer", "later", "morgen", "112", "dood", "wie", "bent", "automatisch", "antwoord", "ik", "alles"),
)
texts = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@given(texts, st.booleans(), st.booleans())
def test_nothing_unsure_ever_closes_or_stops_anything(text: str, told_unclear: bool, waiting: bool) -> None:
    reading = read_text(text)
    decision = decide(reading, told_unclear=told_unclear, waiting=waiting)
    if not reading.sure:
        assert decision.to_read
        assert not decision.stops
        assert not decision.starts
        assert not decision.closes_number
        assert not decision.answers or decision.urgent


@given(texts, st.booleans(), st.booleans())
def test_danger_always_opens_an_urgent_case(text: str, told_unclear: bool, waiting: bool) -> None:
    reading = read_text(text)
    if reading.meaning is M.URGENT:
        decision = decide(reading, told_unclear=told_unclear, waiting=waiting)
        assert (decision.opens, decision.urgent) == (CaseKind.URGENT, True)


@given(texts, st.booleans(), st.booleans())
def test_an_automatic_reply_is_never_answered(text: str, told_unclear: bool, waiting: bool) -> None:
    reading = read_text(f"automatisch antwoord: {text}")
    assert reading.automatic
    assert decide(reading, told_unclear=told_unclear, waiting=waiting).tell is None


readings = st.builds(
    Reading, st.sampled_from(Meaning), sure=st.booleans(), despair=st.booleans(), asks_who=st.booleans()
)


@given(readings, st.booleans(), st.booleans())
def test_no_answer_is_dropped(reading: Reading, told_unclear: bool, waiting: bool) -> None:
    decision = decide(reading, told_unclear=told_unclear, waiting=waiting)
    assert (
        decision.to_read
        or decision.answers
        or decision.opens
        or decision.stops
        or decision.starts
        or decision.closes_number
    )
