"""Texts to colleagues, in Dutch and English: within one text message, and never a name or a word of a tenant."""

from __future__ import annotations

from enum import StrEnum

from checkin.domain import gsm


class ColleagueText(StrEnum):
    """Which text to a colleague."""

    NUDGE = "C1"
    TEAM = "C2"
    LAPSED = "C3"
    ALARM = "C4"
    UNANSWERED = "C5"


DUTCH = {
    ColleagueText.NUDGE: "{org}: een huurder verwacht een telefoontje {when}. Kijkt u in de werklijst?",
    ColleagueText.TEAM: "{org}: een huurder wacht langer dan beloofd. Wie kan nu bellen? Kijk in de werklijst.",
    ColleagueText.LAPSED: "{org}: een belofte aan een huurder is niet gehaald. Kijk bij Vandaag in checkin.",
    ColleagueText.ALARM: "{org}: SPOED. Een huurder vraagt om hulp. Wij bellen u nu. Of kijk boven aan de werklijst.",
    ColleagueText.UNANSWERED: "{org}: SPOED. Niemand nam op. Kijk nu boven aan de werklijst in checkin.",
}
ENGLISH = {
    ColleagueText.NUDGE: "{org}: a tenant expects a call {when}. Please look at the work list.",
    ColleagueText.TEAM: "{org}: a tenant has waited longer than promised. Who can ring now? See the work list.",
    ColleagueText.LAPSED: "{org}: a promise to a tenant was not kept. Please look at Today in checkin.",
    ColleagueText.ALARM: "{org}: URGENT. A tenant asks for help. We ring you now. Or see the top of the work list.",
    ColleagueText.UNANSWERED: "{org}: URGENT. Nobody answered. Look at the top of the work list in checkin now.",
}
TEXTS = {"nl": DUTCH, "en": ENGLISH}


def colleague_text(text: ColleagueText, language: str, *, org: str, when: str = "") -> str:
    """Fill a text to a colleague; a language that we have no text in is Dutch."""
    return gsm.fold(TEXTS.get(language, DUTCH)[text].format(org=org, when=when))
