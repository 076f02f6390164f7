"""A campaign's own words go before the house's, in the tenant's language, and only where they may."""

from __future__ import annotations

from typing import Any

import pytest

from checkin.domain.office_hours import Daypart
from checkin.domain.tongues import TONGUES
from checkin.messaging.callscript import MenuMove, Say, Script, Voice, confirmed, greeting, question
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.own_words import LANGUAGES, OwnWords
from checkin.messaging.wording import Wording, compose

OWN = OwnWords(
    {
        "nl": {
            "S1": "Dag {name}, het is warm. Stuur 1: praatje. {org}",
            "greeting": ["{greeting}.", "Dit is {org}.", "Het is warm."],
            "question": ["Gaat het?", "Toets een."],
        },
        "en": {"S1": "Hello {name}, it is hot. Text 1: chat. {org}"},
    }
)
ORG: dict[str, Any] = {"org": "Woonstichting Eemland", "phone": "0318-123456", "words": ORIGINAL}


def said(script: Script) -> str:
    return " ".join(" ".join(step.sentences) for step in script.steps if isinstance(step, Say))


@pytest.mark.parametrize(("language", "begins"), [("nl", "Dag mevrouw"), ("en", "Hello"), ("fa", "Dag mevrouw")])
def test_a_text_is_said_in_the_campaigns_words(language: str, begins: str) -> None:
    text = compose(Wording.S1_CHECK_IN, language, name="mevrouw Van der Linden", own=OWN, **ORG)
    assert text.startswith(begins)
    assert "warm" in text or "hot" in text


@pytest.mark.parametrize("language", [code for code in TONGUES if code not in LANGUAGES])
def test_a_language_without_words_of_the_campaign_gets_the_words_of_the_house(language: str) -> None:
    assert OWN.text("S1", language) is None
    assert OWN.sentences("question", language) is None
    assert compose(Wording.S1_CHECK_IN, language, own=OWN, **ORG) == compose(Wording.S1_CHECK_IN, language, **ORG)


def test_what_the_campaign_does_not_say_the_house_says() -> None:
    assert compose(Wording.S2_REMINDER, "nl", own=OWN, **ORG) == compose(Wording.S2_REMINDER, "nl", **ORG)


def test_after_an_answer_the_words_are_the_houses() -> None:
    own = OwnWords({"nl": {"S3": "Anders, {org}", "fine": ["Anders."]}})
    told = compose(Wording.S3_CHAT, "nl", own=own, when="vandaag voor 17 uur", **ORG)
    assert told == compose(Wording.S3_CHAT, "nl", when="vandaag voor 17 uur", **ORG)
    assert "Anders" not in said(confirmed(Voice("Woonstichting Eemland", "0318-123456", own=own), MenuMove.FINE))


def test_the_menu_opens_and_asks_in_the_campaigns_words() -> None:
    voice = Voice("Woonstichting Eemland", "0318-123456", own=OWN)
    opened = said(greeting(voice, name="meneer Yilmaz", daypart=Daypart.MORNING))
    assert opened == (
        "Goedemorgen. Dit is Woonstichting Eemland. Het is warm. Wij bellen voor meneer Yilmaz. Gaat het? Toets een."
    )
    assert "Gaat het?" in said(question(voice, MenuMove.REPEAT, 100))
    english = Voice("Woonstichting Eemland", "0318-123456", "en", own=OWN)
    assert "Press three." in said(greeting(english, name="", daypart=Daypart.MORNING))
