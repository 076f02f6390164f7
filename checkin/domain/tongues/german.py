"""German: polite, with the case that each place asks for."""

from __future__ import annotations

from checkin.domain.tongues.tongue import Style, Tongue


def _before(hour: int, minute: int, style: Style) -> str:
    if minute == 0 and style is not Style.SCREEN:
        return f"vor {hour} Uhr"
    return f"vor {hour} Uhr {minute}" if style is Style.VOICE else f"vor {hour}:{minute:02} Uhr"


GERMAN = Tongue(
    titles={"mevr": "Frau", "dhr": "Herr"},
    spoken_of={"dhr": "Herrn"},
    digits=("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    today="heute",
    tomorrow="morgen",
    weekdays=(
        "am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag", "am Sonntag",
    ),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ),
    far_day="{weekday}, {day}. {month},",
    far_day_in_text="am {day}. {month}",
    before=_before,
)  # fmt: skip
