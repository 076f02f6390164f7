"""Likeness to labelled replies suggests and alarms where no phrase tells, and never acts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.meanings import Meaning
from checkin.domain.replies.likeness import LABELLED, MEANINGS, NONE, TABLE, Likeness, features, read
from checkin.domain.replies.measuring import CLOSING, label_of, measure
from checkin.domain.replies.reading import read_text
from checkin.domain.replies.seeing import see
from tests.domain.labelled import EVERY, FRESH, parts_of, said_in

PARTS = parts_of("fresh")
WORDS = sorted({word for text, _ in FRESH for word in text.split()})
AS_PEOPLE_WRITE = frozenset("cefghjlmuv")
SMALL_TALK = frozenset("opqst")
"""Lists of what people write; of what they write when nothing is the matter, often with words of danger. The others
tell dangers as oddly as could be thought of, or what could be mistaken for something else."""


def never_acts(text: str) -> None:
    """Fail when likeness makes a reply sure, or takes back what closes."""
    compared, alone = read_text(text), read_text(text, known=NONE)
    if compared.sure or (alone.sure and label_of(alone.meaning) in CLOSING):
        assert compared == alone


def test_the_table_is_that_of_the_lists_and_make_said_writes_it_anew() -> None:
    assert read(TABLE.read_text("utf-8").splitlines()) == said_in(EVERY)


def test_likeness_makes_none_of_the_replies_sure_and_keeps_none_open_that_closes() -> None:
    for text, _ in EVERY:
        never_acts(text)


@given(
    st.text() | st.lists(st.sampled_from(sorted({word for text, _ in FRESH for word in text.split()}))).map(" ".join)
)
@example("stop")
@example("alles goed hoor")
@example("verkeerd verbonden")
def test_whatever_is_written_likeness_only_suggests(text: str) -> None:
    never_acts(text)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_what_people_write_is_mostly_told_by_words_of_other_lists(part: str) -> None:
    others = [(text, label) for name, replies in PARTS.items() if name != part for text, label in replies]
    known = Likeness(said_in([*(reply for reply in EVERY if reply not in set(FRESH)), *others]))
    measured = measure(PARTS[part], known=known)
    assert [one.text for one in measured.wrong_closes] == []
    if part in SMALL_TALK:
        assert len(measured.false_alarms) <= 0.11 * measured.count
        return
    assert measured.right >= (0.88 if part in AS_PEOPLE_WRITE else 0.86)
    dangers = sum(label == "urgent" for _, label in PARTS[part])
    assert len(measured.danger_missed) <= (0.01 if part in AS_PEOPLE_WRITE else 0.09) * dangers


@pytest.mark.parametrize(
    ("text", "meaning", "telling"),
    [
        ("kop barst uit elkaar nog nooit zo en spugen", Meaning.URGENT, "spugen"),
        ("et geit hiel puik", Meaning.FINE, "puik"),
        ("zoek aanspraak", Meaning.CHAT, "aanspraak"),
    ],
)
def test_the_words_that_led_to_a_suggestion_are_named(text: str, meaning: Meaning, telling: str) -> None:
    words = see(text).words
    assert LABELLED.likely(words).meaning is meaning
    assert telling in [words[place] for place in LABELLED.telling(words, meaning)]


def test_words_that_nobody_ever_wrote_say_nothing() -> None:
    assert LABELLED.likely(["qxzv", "jjwq"]) == (Meaning.UNCLEAR, 0.0)
    assert LABELLED.likely([]) == (Meaning.UNCLEAR, 0.0)
    assert LABELLED.telling(["qxzv"], Meaning.URGENT) == []


def test_a_feature_is_a_word_two_that_stand_together_and_both_ends_of_a_long_one() -> None:
    assert features(["ik", "verdrink"]) == {"ik", "verdrink", "ik verdrink", "verdr~", "~drink"}


def test_every_label_is_counted() -> None:
    assert {label_of(meaning) for meaning in MEANINGS} == {label for _, label in EVERY}
