"""Dutch, as the Netherlands say it."""

from __future__ import annotations

from checkin.domain.tongues.tongue import Style, Tongue


def _before(hour: int, minute: int, style: Style) -> str:
    if minute == 0 and style is not Style.SCREEN:
        return f"voor {hour} uur"
    return f"voor {hour} uur {minute}" if style is Style.VOICE else f"voor {hour}.{minute:02} uur"


DUTCH = Tongue(
    titles={"mevr": "mevrouw", "dhr": "meneer"},
    digits=("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"),
    today="vandaag",
    tomorrow="morgen",
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    months=(
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ),
    before=_before,
)  # fmt: skip
