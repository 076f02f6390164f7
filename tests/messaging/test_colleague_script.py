"""What a colleague hears: a wrong key never ends the call, and a voicemail is asked a few times and left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.messaging import colleague_script
from checkin.messaging.callscript import FIRST_STEP, AskKey, Say, Script, Voice
from checkin.messaging.colleague_script import SILENT_ROUNDS
from checkin.messaging.colleague_sentences import DUTCH, ENGLISH

VOICE = Voice("Woonstichting Eemland", "0318-123456")
QUESTION = Say(("Mevrouw Smit wil graag een praatje.", "Toets een, en ik verbind u."), "nl")


def spoken(script: Script | None) -> str:
    steps = script.steps if script else ()
    return " ".join(sentence for step in steps if isinstance(step, Say) for sentence in step.sentences)


def step_of(script: Script) -> int:
    [asked] = [step for step in script.steps if isinstance(step, AskKey)]
    return asked.step


def test_the_first_question_says_who_rings() -> None:
    assert spoken(colleague_script.first_question(VOICE, QUESTION)) == (
        "Dag, dit is Woonstichting Eemland. Mevrouw Smit wil graag een praatje. Toets een, en ik verbind u."
    )


def test_silence_is_met_with_the_question_a_few_times_and_no_more() -> None:
    asked, script = 0, colleague_script.first_question(VOICE, QUESTION)
    while (again := colleague_script.no_key(VOICE, step_of(script), QUESTION)) is not None:
        asked, script = asked + 1, again
        assert "Toets een, en ik verbind u." in spoken(script)
    assert asked == SILENT_ROUNDS - 1


@given(st.integers(0, 9999))
def test_a_wrong_key_repeats_the_question_and_counts_silence_anew(step: int) -> None:
    script = colleague_script.wrong_key(VOICE, QUESTION)
    assert step_of(script) == FIRST_STEP
    assert spoken(script).startswith("Die toets ken ik niet. Mevrouw Smit")
    again = colleague_script.no_key(VOICE, step, QUESTION)
    assert again is None or step_of(again) == step + 1


@pytest.mark.parametrize("language", ["nl", "en", "tr", ""])
def test_every_language_hears_something(language: str) -> None:
    voice = Voice("Eemland", "0318-123456", language)
    assert spoken(colleague_script.too_late(voice)) == (
        "This has been dealt with. You need not do anything. Goodbye!"
        if language == "en"
        else "Dit is al klaar. U hoeft niets te doen. Dag!"
    )


def test_both_languages_have_the_same_parts() -> None:
    assert DUTCH.keys() == ENGLISH.keys()
