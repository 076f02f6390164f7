"""English, as Britain says it."""

from __future__ import annotations

from checkin.domain.tongues.tongue import HOURS_IN_DAY, NOON, Style, Tongue


def _before(hour: int, minute: int, style: Style) -> str:
    if minute == 0 and hour in (NOON, HOURS_IN_DAY):
        return "before noon" if hour == NOON else "before midnight"
    half, shown = "am" if hour < NOON else "pm", hour % NOON or NOON
    if minute == 0 and style is not Style.SCREEN:
        return f"before {shown} {half}"
    return f"before {shown} {minute:02} {half}" if style is Style.VOICE else f"before {shown}.{minute:02} {half}"


ENGLISH = Tongue(
    titles={"mevr": "Mrs", "dhr": "Mr"},
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    today="today",
    tomorrow="tomorrow",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    before=_before,
)  # fmt: skip
