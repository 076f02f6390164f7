"""What the rules refuse, in the words of the screens: one sentence for each code of `Refused`."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from checkin.domain.errors import Refused

SENTENCES: dict[str, LazyString] = {
    "email_taken": _("Er is al een account met dit e-mailadres."),
    "email_wrong": _("Dit is geen e-mailadres."),
    "name_missing": _("Vul een naam in."),
    "password_easy": _("Dit wachtwoord is te raden. Neem een korte zin die alleen u verzint."),
    "password_long": _("Dit wachtwoord is te lang. Neem er een van hoogstens 200 tekens."),
    "password_short": _("Dit wachtwoord is te kort. Neem er een van minstens 12 tekens, bijvoorbeeld een korte zin."),
}
UNKNOWN = _("Dit kan nu niet. Ga terug om te zien hoe het er voor staat.")


def sentence(code: str, **details: object) -> str:
    """Say what was refused; details fill the places in the sentence."""
    words = str(SENTENCES.get(code, UNKNOWN))
    return words % details if details else words


def refusal(error: Refused) -> str:
    """Say an error of the rules in words."""
    return sentence(error.code, **error.details)
