"""How a script of ours sounds on the telephone: slowly, with pauses, and never longer than the provider reads aloud."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vonage_voice import Connect, Input, Stream, Talk, TtsLanguageCode

from checkin.domain.office_hours import Daypart
from checkin.domain.tongues import TONGUES
from checkin.messaging.callscript import AskKey, MenuMove, PutThrough, Say, Script, Voice, greeting, question
from checkin.phonenet.ncco import read_ncco
from checkin.phonenet.speech import read_aloud
from checkin.vonage.ncco import LANGUAGES, instructions
from tests.vonage.wire import MakeSettings

VOICE = Voice("Woonstichting Zuid", "0318-123456")


@pytest.fixture
def speak(make_settings: MakeSettings) -> Any:
    house_settings = make_settings(voice_style=3)
    return lambda *steps, reference="c1": instructions(Script(steps), house_settings, reference)


def heard(actions: list[dict[str, Any]]) -> str:
    return " ".join(read_aloud(action["text"]).text for action in actions if action["action"] == "talk")


def test_sentences_are_spoken_slowly_with_a_pause_between(speak: Callable[..., list[dict[str, Any]]]) -> None:
    (talk,) = speak(Say(("Goedemorgen.", "Dit is Zuid.", "Toets een."), "nl"))

    assert talk == {
        "action": "talk",
        "text": (
            '<speak><prosody rate="slow">Goedemorgen.<break time="700ms"/>Dit is Zuid.'
            '<break time="1200ms"/>Toets een.</prosody></speak>'
        ),
        "language": "nl-NL",
        "style": 3,
    }


def test_a_key_in_the_middle_of_a_sentence_gets_its_pause_too(speak: Callable[..., list[dict[str, Any]]]) -> None:
    (dutch,) = speak(Say(("Praatje: toets een.", "Die toets ken ik niet."), "nl"))
    (english,) = speak(Say(("Chat: press one.",), "en"))

    assert 'Praatje: <break time="1200ms"/>toets een.<break time="700ms"/>Die toets ken ik niet.' in dutch["text"]
    assert 'Chat: <break time="1200ms"/>press one.' in english["text"]


@pytest.mark.parametrize("language", TONGUES)
def test_there_is_time_to_think_before_every_key_in_every_language(
    speak: Callable[..., list[dict[str, Any]]], language: str
) -> None:
    voice = Voice("Zuid", "0318-123456", language)
    asked, patient = (question(voice, move, 1).steps[0] for move in (MenuMove.REPEAT, MenuMove.PATIENT))
    assert speak(asked)[0]["text"].count("1200ms") == 3
    assert speak(patient)[0]["text"].count("1200ms") == 5


def test_the_provider_has_a_voice_for_every_language_that_tenants_hear() -> None:
    assert LANGUAGES.keys() == TONGUES.keys()
    assert {TtsLanguageCode(code).value for code in LANGUAGES.values()} == set(LANGUAGES.values())


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("nl", "nl-NL"), ("en", "en-GB"), ("ar", "ar"), ("uk", "uk-UA"), ("fy", "nl-NL"), ("", "nl-NL")],
)
def test_the_voice_speaks_the_tenants_language(
    speak: Callable[..., list[dict[str, Any]]], language: str, spoken: str
) -> None:
    (talk,) = speak(Say(("Dag.",), language))

    assert talk["language"] == spoken
    assert ("style" in talk) == (spoken == "nl-NL")


def test_a_question_may_be_interrupted_and_its_key_comes_back_to_us(speak: Callable[..., list[dict[str, Any]]]) -> None:
    talk, ask = speak(Say(("Toets een.",), "nl"), AskKey(213, 8))

    assert talk["bargeIn"] is True
    assert ask == {
        "action": "input",
        "type": ["dtmf"],
        "dtmf": {"timeOut": 8, "maxDigits": 1, "submitOnHash": False},
        "eventUrl": ["https://checkin.example.nl/webhooks/vonage/keys?reference=c1&step=213"],
        "eventMethod": "POST",
    }


def test_a_call_without_a_reference_of_ours_asks_without_one(speak: Callable[..., list[dict[str, Any]]]) -> None:
    _talk, ask = speak(Say(("Toets een.",), "nl"), AskKey(0, 10), reference=None)

    assert ask["eventUrl"] == ["https://checkin.example.nl/webhooks/vonage/keys?step=0"]


def test_the_provider_waits_ten_seconds_at_most(speak: Callable[..., list[dict[str, Any]]]) -> None:
    assert speak(AskKey(0, 15))[0]["dtmf"]["timeOut"] == 10


def test_last_words_are_not_interruptible(speak: Callable[..., list[dict[str, Any]]]) -> None:
    asked, _input, goodbye = speak(Say(("Toets een.",), "nl"), AskKey(0, 10), Say(("Dag!",), "nl"))

    assert asked["bargeIn"] is True
    assert "bargeIn" not in goodbye


def test_an_empty_script_ends_the_call(speak: Callable[..., list[dict[str, Any]]]) -> None:
    assert speak() == []
    assert speak(Say((), "nl")) == []
    assert speak(Say(("", "  "), "nl")) == []


def test_names_and_free_text_cannot_break_out_of_the_speech(speak: Callable[..., list[dict[str, Any]]]) -> None:
    sentence = 'Wij bellen voor Jan & <break time="10s"/> "Piet" </speak>.'
    (talk,) = speak(Say((sentence,), "nl"))

    assert "".join(ET.fromstring(talk["text"]).itertext()) == sentence  # noqa: S314


def test_a_long_script_is_parted_between_sentences(speak: Callable[..., list[dict[str, Any]]]) -> None:
    sentences = tuple(f"Dit is zin {number} van een lang verhaal." for number in range(100))
    *talks, ask = speak(Say(sentences, "nl"), AskKey(0, 10))

    assert len(talks) > 2
    assert all(talk["bargeIn"] and len(talk["text"]) <= 1500 for talk in talks)
    assert heard(talks) == " ".join(sentences)
    assert ask["action"] == "input"


@pytest.mark.parametrize("sentence", ["woord " * 900, "x" * 4000, "&" * 2000, "<a> " * 900])
def test_a_sentence_that_is_too_long_by_itself_is_parted_between_words(
    speak: Callable[..., list[dict[str, Any]]], sentence: str
) -> None:
    talks = speak(Say((sentence,), "nl"))

    assert all(len(talk["text"]) <= 1500 for talk in talks)
    assert heard(talks).replace(" ", "") == sentence.replace(" ", "")


@pytest.mark.parametrize(
    "script",
    [
        greeting(VOICE, name="mevrouw De Vries & Zn.", daypart=Daypart.MORNING),
        question(VOICE, MenuMove.PATIENT, 1),
        question(Voice("Zuid", "0318-123456", "en"), MenuMove.UNKNOWN_KEY, 11),
    ],
)
def test_the_menu_is_what_the_providers_models_and_the_phone_network_accept(
    make_settings: MakeSettings, script: Script
) -> None:
    actions = instructions(script, make_settings(), "c1")

    assert read_ncco(json.loads(json.dumps(actions))) == actions
    for action in actions:
        model = {"talk": Talk, "input": Input}[action["action"]]
        assert model(**action).model_dump(exclude_none=True, mode="json") == action
    said = tuple(sentence for step in script.steps if isinstance(step, Say) for sentence in step.sentences)
    assert heard(actions) == re.sub(r"\s+", " ", " ".join(said))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentences=st.lists(st.text(st.characters(), max_size=60), max_size=60))
def test_whatever_is_said_is_well_formed_and_short_enough(
    speak: Callable[..., list[dict[str, Any]]], sentences: list[str]
) -> None:
    for talk in speak(Say(tuple(sentences), "nl"), AskKey(0, 10))[:-1]:
        assert len(talk["text"]) <= 1500
        assert ET.fromstring(talk["text"]).tag == "speak"  # noqa: S314


QUESTION = question(VOICE, MenuMove.REPEAT, 100)
MENU = ("nl", tuple(sentence for step in QUESTION.steps if isinstance(step, Say) for sentence in step.sentences))


def test_recorded_words_are_streamed_and_a_key_interrupts_them(make_settings: MakeSettings) -> None:
    stream, ask = instructions(QUESTION, make_settings(), "c1", {MENU: "abc.wav"})

    assert stream == {
        "action": "stream",
        "streamUrl": ["https://checkin.example.nl/recordings/abc.wav"],
        "bargeIn": True,
    }
    assert ask["action"] == "input"
    assert Stream(**stream).model_dump(exclude_none=True, mode="json") == stream


def test_what_differs_per_tenant_is_spoken_between_what_is_recorded(make_settings: MakeSettings) -> None:
    script = greeting(VOICE, name="mevrouw De Vries", daypart=Daypart.MORNING)
    opening = ("nl", ("Goedemorgen.", "Dit is Woonstichting Zuid, uw verhuurder.", "U hoort een automatische stem."))
    actions = instructions(script, make_settings(), "c1", {opening: "a.mp3", MENU: "b.mp3"})

    assert [action["action"] for action in actions] == ["stream", "talk", "stream", "input"]
    assert read_aloud(actions[1]["text"]).text == "Wij bellen voor mevrouw De Vries."
    assert all(action["bargeIn"] for action in actions[:-1])
    assert read_ncco(json.loads(json.dumps(actions))) == actions


def test_a_recording_in_another_language_or_of_other_words_is_not_played(make_settings: MakeSettings) -> None:
    others = {("en", MENU[1]): "a.wav", ("nl", (*MENU[1], "En nog iets.")): "b.wav", ("nl", MENU[1][1:2]): "c.wav"}
    actions = instructions(QUESTION, make_settings(), "c1", others)

    assert [action["action"] for action in actions] == ["talk", "stream", "talk", "input"]
    assert actions[1]["streamUrl"] == ["https://checkin.example.nl/recordings/c.wav"]


def test_a_second_telephone_sees_our_number_and_reports_under_a_reference_of_its_own(
    speak: Callable[..., list[dict[str, Any]]],
) -> None:
    talk, connect = speak(Say(("Ik verbind u.",), "nl"), PutThrough("+31612340001", "leg1"))

    assert "bargeIn" not in talk
    assert connect == {
        "action": "connect",
        "endpoint": [{"type": "phone", "number": "31612340001"}],
        "from": "3197010520001",
        "timeout": 35,
        "limit": 7200,
        "machineDetection": "continue",
        "eventType": "synchronous",
        "eventUrl": ["https://checkin.example.nl/webhooks/vonage/leg?reference=leg1"],
        "eventMethod": "POST",
    }
    assert read_ncco([connect]) == [connect]
    assert Connect(**{("from_" if name == "from" else name): value for name, value in connect.items()}).action
