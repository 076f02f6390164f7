"""What can be recorded is exactly what the menu says the same to everybody."""

from __future__ import annotations

import pytest

from checkin.campaigns import library
from checkin.domain.office_hours import Daypart
from checkin.messaging import callscript
from checkin.messaging.callscript import MenuMove, Say, Script, Voice
from checkin.messaging.house_words import MENU
from checkin.messaging.own_words import OwnWords
from checkin.messaging.recordable import own_piece, own_pieces, pieces

DUTCH = Voice("Eemland", "0318-123456")
ENGLISH = Voice("Eemland", "0318-123456", "en")


def said(script: Script) -> str:
    return " ".join(one for step in script.steps if isinstance(step, Say) for one in step.sentences)


def test_the_question_is_one_piece_and_a_confirmation_is_cut_around_the_promised_time() -> None:
    found = {piece.step: piece for piece in pieces(DUTCH)}
    assert found["question"].sentences[0] == "Wij willen graag weten hoe het met u gaat."
    assert found["question"].alone
    assert found["chat-1"].sentences == ("Fijn!",)
    assert found["chat-2"].sentences[0].startswith("U ziet dan nummer nul, drie, een, acht")
    assert found["chat-2"].sentences[1:] == ("Tot dan.",)
    assert not found["chat-2"].alone
    assert found["greeting-evening"].sentences[0] == "Goedenavond."
    assert found["voicemail-morning"].sentences[0] == "Goedemorgen, dit is Eemland, uw verhuurder."


@pytest.mark.parametrize("voice", [DUTCH, ENGLISH])
def test_no_piece_holds_what_differs_per_tenant_and_no_words_are_asked_for_twice(voice: Voice) -> None:
    found = pieces(voice)
    assert not any("{" in sentence for piece in found for sentence in piece.sentences)
    assert len({piece.sentences for piece in found}) == len(found)
    assert len({piece.step for piece in found}) == len(found)
    assert {piece.part for piece in found} >= set(MENU) - {
        "for whom",
        "word on the card",
        "word in the text",
        "call back",
    }


@pytest.mark.parametrize(
    "script",
    [
        callscript.greeting(DUTCH, name="", daypart=Daypart.AFTERNOON),
        callscript.question(DUTCH, MenuMove.PATIENT, 1),
        callscript.question(DUTCH, MenuMove.UNKNOWN_KEY, 10),
        callscript.confirmed(DUTCH, MenuMove.FINE),
        callscript.confirmed(DUTCH, MenuMove.NO_MORE),
        callscript.goodbye_silent(DUTCH),
        callscript.goodbye_voicemail(DUTCH, daypart=Daypart.EVENING),
        callscript.inbound_greeting(DUTCH),
        callscript.unknown_caller(DUTCH),
        callscript.goodbye_trouble(DUTCH),
        callscript.question(ENGLISH, MenuMove.PATIENT, 1),
    ],
)
def test_a_menu_without_names_and_times_can_be_recorded_from_end_to_end(script: Script) -> None:
    rest = said(script)
    for voice in (DUTCH, ENGLISH):
        for piece in pieces(voice):
            rest = rest.replace(" ".join(piece.sentences), "")
    assert rest.strip() == ""


# A campaign's own words.


def contiguous(sentences: tuple[str, ...], script: Script) -> bool:
    said_here = next(step.sentences for step in script.steps if isinstance(step, Say))
    lengths = range(len(said_here) - len(sentences) + 1)
    return any(said_here[start : start + len(sentences)] == sentences for start in lengths)


@pytest.mark.parametrize("key", library.SHIPPED)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_piece_of_a_playbook_is_said_as_it_would_be_recorded(key: str, language: str) -> None:
    own = OwnWords(library.shipped()[key].own_words())
    voice = Voice("Eemland", "0318-123456", language, own=own)
    opened = [callscript.greeting(voice, name="De Wit", daypart=daypart, code_word="appel") for daypart in Daypart]
    found = own_pieces(voice)
    assert all(any(contiguous(piece.sentences, script) for script in opened) for piece in found)
    assert {piece.part for piece in found} <= {"greeting", "question"}
    assert not {piece.sentences for piece in found} & {piece.sentences for piece in pieces(voice)}
    assert len({piece.step for piece in found}) == len(found)


def test_other_words_are_another_step_and_the_same_words_the_same() -> None:
    def steps(question: str) -> list[str]:
        own = OwnWords({"nl": {"question": [question]}})
        return [piece.step for piece in own_pieces(Voice("Eemland", "0318-123456", own=own))]

    assert steps("Toets een.") == steps("Toets een.") != steps("Toets twee.")
    assert own_pieces(DUTCH) == ()


def test_a_piece_is_known_again_by_its_step_and_words() -> None:
    own = OwnWords(library.shipped()["heatwave"].own_words())
    for piece in own_pieces(Voice("Eemland", "0318-123456", own=own)):
        again = own_piece(piece.step, "\n".join(piece.sentences))
        assert (again.part, again.daypart, again.sentences) == (piece.part, piece.daypart, piece.sentences)
