"""What a coordinator sends to record a sentence, and how the steps of the menu are called on screen."""

from __future__ import annotations

from contextlib import closing

from flask_wtf.file import FileField, FileRequired

from checkin.domain.office_hours import Daypart
from checkin.domain.sound import LARGEST
from checkin.messaging.recordable import Piece
from checkin.web.forms import Form, _

PARTS = {
    "greeting": _("Begroeting"),
    "for whom": _("Voor wie wij bellen"),
    "word on the card": _("Het codewoord van de kaart"),
    "word in the text": _("Het codewoord van de sms"),
    "question": _("De vraag"),
    "patient": _("Na stilte: rustig nog een keer"),
    "silent": _("Na lange stilte: het einde"),
    "unknown key": _("Na een onbekende toets"),
    "chat": _("Na toets 1: praatje"),
    "help": _("Na toets 2: hulp"),
    "fine": _("Na toets 3: alles goed"),
    "no more": _("Na toets 9: niet meer bellen"),
    "voicemail": _("Op de voicemail"),
    "inbound": _("Iemand belt ons"),
    "we called": _("Een huurder belt terug"),
    "unknown caller": _("Een onbekend nummer belt ons"),
    "patience": _("Iemand belt ons en kiest nog niets"),
    "who calls": _("Wie van meer mensen belt ons?"),
    "not one of us": _("Een geboortejaar dat wij niet kennen"),
    "chat line closed": _("Iemand belt ons buiten kantoortijd"),
    "colleague now": _("Nu een collega spreken"),
    "chat line choices": _("Waarvoor wij terugbellen"),
    "looking": _("Wij zoeken een collega"),
    "still looking": _("Wij zoeken nog"),
    "found": _("Daar is een collega"),
    "nobody free": _("Niemand is vrij"),
    "not heard": _("Een onbekend nummer koos niets"),
    "call back": _("Een onbekend nummer wil teruggebeld worden"),
    "trouble": _("Er gaat bij ons iets mis"),
}
DAYPARTS = {Daypart.MORNING: _("ochtend"), Daypart.AFTERNOON: _("middag"), Daypart.EVENING: _("avond")}
PLACES = {1: _("begin"), 2: _("slot")}
"""Around the one sentence that differs per tenant."""


def title(piece: Piece) -> str:
    """Name a piece of the menu."""
    name = str(PARTS.get(piece.part, piece.part))
    more = DAYPARTS[piece.daypart] if piece.daypart else PLACES[piece.number] if piece.number else ""
    return f"{name}, {more}" if more else name


class RecordingForm(Form):
    """The file."""

    file = FileField(_("Opname (WAV of MP3)"), validators=[FileRequired(_("Kies eerst een opname."))])

    def content(self) -> bytes:
        """Give the bytes: one more than is allowed is enough to see that there are too many."""
        with closing(self.file.data) as file:
            sent: bytes = file.read(LARGEST + 1)
        return sent
