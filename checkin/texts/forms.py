"""What a coordinator fills in to change the words of the house, and how those words, places and faults are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from checkin.domain.office_hours import Daypart
from checkin.domain.words import Lines
from checkin.messaging.house_words import SOON, press
from checkin.messaging.ruler import ABOUT_HELPERS
from checkin.messaging.word_rules import Fault, faults, kind_of
from checkin.messaging.wording import Wording, most_parts
from checkin.voice.forms import PARTS
from checkin.web.forms import Form, _, plain

LONGEST = 2000
TEXTS: Mapping[str, str] = {
    Wording.S0_NOTICE: _("Aankondiging vooraf"),
    Wording.S1_CHECK_IN: _("De vraag"),
    Wording.S2_REMINDER: _("Herinnering"),
    Wording.S3_CHAT: _("Na 1: een praatje"),
    Wording.S4_HELP: _("Na 2: hulp"),
    Wording.S5_FINE: _("Na 3: alles goed"),
    Wording.S6_STOPPED: _("Na STOP"),
    Wording.S7_DANGER: _("Bij gevaar"),
    Wording.S7B_DESPAIR: _("Bij wanhoop"),
    Wording.S8_UNCLEAR: _("Een collega moet het lezen"),
    Wording.S9_LATER: _("Wij bellen op een ander moment"),
    Wording.S10_WRONG_NUMBER: _("Verkeerd nummer"),
    Wording.S11_NOT_REACHED: _("Een collega belde en bereikte niemand"),
    Wording.S12_WHO_WE_ARE: _("Is dit echt?"),
    Wording.S13_CLOSED: _("Buiten kantoortijd"),
    Wording.S15_STARTED: _("Na START"),
    Wording.S16_SORRY: _("Sorry, te laat gebeld"),
    Wording.S17_REFERRAL: _("Heeft een organisatie u gesproken?"),
    Wording.S18_REFERRAL_AGAIN: _("Over een organisatie: nog eens gevraagd"),
}
PHRASES: Mapping[str, str] = {
    Daypart.MORNING.value: _("Groet in de ochtend"),
    Daypart.AFTERNOON.value: _("Groet in de middag"),
    Daypart.EVENING.value: _("Groet in de avond"),
    SOON: _("Als er geen tijd beloofd is"),
}
PLACES: Mapping[str, str] = {
    "name": _("de naam van de huurder"),
    "org": _("de naam van uw organisatie"),
    "phone": _("het telefoonnummer van uw organisatie"),
    "when": _("wanneer een collega belt"),
    "who": _("de collega die belde"),
    "code_word": _("het codewoord van de huurder"),
    "greeting": _("goedemorgen, goedemiddag of goedenavond"),
}
"""What is filled in between braces."""
HELPERS = _("de organisatie waarnaar is doorverwezen")
FAULTS: Mapping[str, str] = {
    "empty": _("Vul deze tekst in."),
    "braces": _("Er staat een accolade te veel of te weinig."),
    "unknown_place": _("{%(what)s} kennen wij hier niet. Gebruik alleen wat hieronder tussen accolades staat."),
    "missing_place": _("Zet {%(what)s} er weer in: %(meaning)s."),
    "odd_letters": _("Dit kan niet in een sms: %(what)s. Haal het weg of schrijf het anders."),
    "too_long": _("Deze tekst past niet in één sms. Maak hem korter."),
    "too_long_for_two": _("Deze tekst past niet in twee sms’en. Maak hem korter."),
    "missing_word": _("Zet %(what)s er weer in: de huurder moet weten wat hij kan sturen."),
    "missing_help": _("Zet %(what)s er weer in: daar vindt iemand in nood meteen hulp."),
    "missing_key": _("Noem toets %(what)s, zo: “%(how)s”."),
    "link": _("Zet geen link in een sms: wij vragen niemand om ergens op te klikken."),
    "painful": _("Er staat een woord in over huur, geld of klachten. Houd het bij hoe het gaat."),
    "too_much": _("Dit is te lang om naar te luisteren. Houd het onder een minuut."),
    "long_phrase": _("Houd het bij een paar woorden op één regel."),
}
FOR_HELP = frozenset({"112", "113"})


def name_of(key: str) -> str:
    """Name some words of the house."""
    return str(TEXTS.get(key) or PHRASES.get(key) or PARTS.get(key, key))


def place_meaning(place: str, key: str) -> str:
    """Say what is filled in at a place."""
    return str(HELPERS if place == "who" and key in ABOUT_HELPERS else PLACES[place])


class HouseWordsForm(Form):
    """One text, or the sentences of one part of the telephone menu."""

    words = TextAreaField(
        _("Wat de huurder leest of hoort"),
        filters=[plain],
        validators=[Length(max=LONGEST, message=_("Deze tekst is veel te lang."))],
    )
    follows = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    def show(self, lines: Iterable[str], follows: int) -> None:
        """Fill in the words as they are now."""
        self.words.data, self.follows.data = "\n".join(lines), follows
        self.follows.raw_data = None  # what was sent would be shown again

    def lines(self, key: str) -> Lines:
        """Give what was filled in: a text is one line, however it was typed."""
        typed = self.words.data or ""
        if kind_of(key) == "text":
            return (" ".join(typed.split()),)
        return tuple(filter(None, (" ".join(line.split()) for line in typed.splitlines()))) or ("",)

    def judge(self, key: str, language: str, sample: Mapping[str, str]) -> bool:
        """Hold the words against what must stay in them; say what is wrong."""
        found = faults(key, language, self.lines(key), sample)
        self.words.errors = [*self.words.errors, *(fault_words(one, key, language) for one in found)]
        return not self.words.errors


def fault_words(fault: Fault, key: str, language: str) -> str:
    """Say one fault in words."""
    code, details = fault.code, {"what": fault.what}
    if code == "too_long" and most_parts(language) > 1:
        code = "too_long_for_two"
    if code == "missing_word" and fault.what in FOR_HELP:
        code = "missing_help"
    if code == "missing_place":
        details["meaning"] = place_meaning(fault.what, key)
    if code == "missing_key":
        details["how"] = press(int(fault.what), language)
    return str(FAULTS[code]) % details
