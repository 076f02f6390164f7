"""French."""

from __future__ import annotations

from checkin.domain.tongues.tongue import HOURS_IN_DAY, NOON, Style, Tongue


def _before(hour: int, minute: int, style: Style) -> str:
    if style is Style.VOICE:
        return f"avant {_said(hour)}{f' {minute}' if minute else ''}"
    return f"avant {hour} h" if minute == 0 and style is not Style.SCREEN else f"avant {hour} h {minute:02}"


def _said(hour: int) -> str:
    named = {0: "minuit", NOON: "midi", HOURS_IN_DAY: "minuit", 1: "une heure"}
    return named.get(hour, f"{hour} heures")


FRENCH = Tongue(
    titles={"mevr": "Madame", "dhr": "Monsieur"},
    digits=("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    today="aujourd'hui",
    tomorrow="demain",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    far_day_in_text="le {day} {month}",
    first="1er",
    before=_before,
)  # fmt: skip
