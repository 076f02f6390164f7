"""The words of the house: every sentence in every language, filled with the same, and the keys as they are spoken."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest

from checkin.domain.code_words import WORDS
from checkin.domain.office_hours import Daypart
from checkin.domain.tongues import LANGUAGES, TONGUES
from checkin.domain.words import Words, placeholders
from checkin.messaging import callscript
from checkin.messaging.callscript import CONFIRMATIONS, MenuMove, Say, Script, Voice
from checkin.messaging.house_words import HIGHEST_KEY, MENU, ORIGINAL, PHRASES, asks_for_key, names_key, names_number
from checkin.messaging.wording import Wording

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
EVERY_PART = pytest.mark.parametrize(("language", "part"), list(product(LANGUAGES, MENU)))


@EVERY_LANGUAGE
def test_every_language_says_everything(language: str) -> None:
    assert ORIGINAL.by_language[language].keys() == {*Wording, *MENU, *PHRASES}


@EVERY_PART
def test_a_part_of_the_menu_is_filled_with_the_same_in_every_language(language: str, part: str) -> None:
    said, dutch = ORIGINAL.sentences(part, language), ORIGINAL.sentences(part, "nl")
    assert placeholders(*said) == placeholders(*dutch)
    assert all(sentence == sentence.strip() != "" for sentence in said)
    assert len(said) <= len(dutch)
    assert len(" ".join(said)) < 500


@EVERY_LANGUAGE
def test_the_menu_names_the_keys_that_we_understand(language: str) -> None:
    def keys(part: str) -> list[int]:
        asking = [one for one in ORIGINAL.sentences(part, language) if asks_for_key(one, language)]
        return [key for one in asking for key in range(HIGHEST_KEY + 1) if names_key(one, key, language)]

    assert keys("question") == [1, 2, 3]
    assert keys("patient") == [1, 2, 3, 0, 9]
    assert keys("unknown caller") == [1, 9]
    assert (keys("colleague now"), keys("chat line choices"), keys("looking")) == ([0], [1, 2], [1])
    assert keys("unknown key") == keys("fine") == keys("help") == []
    for part in ("help", "chat line closed"):
        assert names_number(" ".join(ORIGINAL.sentences(part, language)), "112", language)
    assert not names_number(" ".join(ORIGINAL.sentences("chat", language)), "112", language)


@EVERY_LANGUAGE
def test_a_key_is_known_by_its_word_or_its_digit(language: str) -> None:
    assert names_key("Druk op 1.", 1, language)
    assert not names_key("Druk op 10.", 1, language)
    assert not names_key("", 1, language)
    assert names_number("Bel 112!", "112", language)
    assert not names_number("Bel 1123 of 1 2.", "112", language)


def test_accents_and_capitals_do_not_hide_a_key() -> None:
    assert names_key("Toets Één.", 1, "nl")
    assert names_key("İKİYE basın", 2, "tr") == names_key("İkiye basın", 2, "tr") is True
    assert asks_for_key("Praatje: TOETS EEN.", "nl")
    assert not asks_for_key("Die toets ken ik niet.", "nl")


def spoken(script: Script) -> str:
    return " ".join(sentence for step in script.steps if isinstance(step, Say) for sentence in step.sentences)


@EVERY_LANGUAGE
def test_a_whole_call_is_spoken_in_one_language(language: str) -> None:
    voice = Voice("Woonstichting Eemland", "0318-123456", language)
    scripts = [
        callscript.greeting(voice, name="A. Jansen", daypart=Daypart.MORNING, code_word=WORDS[language][0]),
        callscript.greeting(voice, name="", daypart=Daypart.EVENING, code_word=WORDS[language][0], on_a_card=False),
        callscript.inbound_greeting(voice),
        callscript.unknown_caller(voice, MenuMove.UNKNOWN_KEY, 10),
        callscript.question(voice, MenuMove.PATIENT, 1),
        *(callscript.confirmed(voice, move) for move in CONFIRMATIONS),
        callscript.confirmed(voice, MenuMove.CHAT, known=False),
        callscript.who_calls(voice, 0, digits=2, again=True),
        callscript.chat_line(voice, MenuMove.ASK, 0, known=True, open_now=False, colleague_now=True),
        callscript.looking(voice, 0, first=True, seconds=5),
        callscript.found_colleague(voice, "room"),
        callscript.goodbye_silent(voice),
        callscript.goodbye_silent(voice, known=False),
        callscript.goodbye_voicemail(voice, daypart=Daypart.AFTERNOON),
        callscript.goodbye_trouble(voice),
    ]
    for script in scripts:
        said = spoken(script)
        assert "{" not in said
        assert {step.language for step in script.steps if isinstance(step, Say)} == {language}
        letters = said.replace("Woonstichting Eemland", "").replace("A. Jansen", "").replace("SMS", "")
        assert (
            any(unicodedata.name(one).startswith("LATIN") for one in letters if one.isalpha())
            is not TONGUES[language].wide
        )
    assert ORIGINAL.text("soon", language) in spoken(callscript.confirmed(voice, MenuMove.HELP))


@EVERY_LANGUAGE
def test_code_words_are_many_and_are_read_as_they_are_heard(language: str) -> None:
    words = WORDS[language]
    assert len(set(words)) == len(words) > 80
    assert all(word.isalpha() and 3 <= len(word) <= 12 for word in words)
    assert TONGUES[language].wide or all(word.isascii() for word in words)


def test_changes_go_before_the_original_and_unknown_ones_are_left_out() -> None:
    words = ORIGINAL.changed({("tr", "S5"): ("Sevindik. {phone} {org}",), ("tr", "S99"): ("?",), ("xx", "S5"): ("?",)})
    assert words.text("S5", "tr") == "Sevindik. {phone} {org}"
    assert words.text("S5", "nl") == ORIGINAL.text("S5", "nl")
    assert words.by_language.keys() == ORIGINAL.by_language.keys()
    assert words.by_language["tr"].keys() == ORIGINAL.by_language["tr"].keys()
    assert words.changed({("tr", "S5"): ORIGINAL.sentences("S5", "tr")}) == Words(ORIGINAL.by_language)
