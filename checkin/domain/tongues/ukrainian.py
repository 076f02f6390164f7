"""Ukrainian: a time is a number in order, in the case that “before” asks for."""

from __future__ import annotations

from checkin.domain.tongues.tongue import Style, Tongue

_HOURS = (
    "півночі", "першої", "другої", "третьої", "четвертої", "п'ятої", "шостої", "сьомої", "восьмої", "дев'ятої",
    "десятої", "одинадцятої", "дванадцятої", "тринадцятої", "чотирнадцятої", "п'ятнадцятої", "шістнадцятої",
    "сімнадцятої", "вісімнадцятої", "дев'ятнадцятої", "двадцятої", "двадцять першої", "двадцять другої",
    "двадцять третьої", "півночі",
)  # fmt: skip


def _before(hour: int, minute: int, style: Style) -> str:
    if style is not Style.VOICE:
        return f"до {hour}:{minute:02}"
    if minute and hour == 0:
        return f"до нуля годин {minute} хвилин"
    return f"до {_HOURS[hour]}{f' {minute:02}' if minute else ''}"


UKRAINIAN = Tongue(
    titles={"mevr": "пані", "dhr": "пане"},
    spoken_of={"dhr": "пан"},
    digits=("нуль", "один", "два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять"),
    today="сьогодні",
    tomorrow="завтра",
    weekdays=("у понеділок", "у вівторок", "у середу", "у четвер", "у п'ятницю", "у суботу", "у неділю"),
    months=(
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
        "листопада", "грудня",
    ),
    far_day_in_text="{day} {month}",
    before=_before,
    plus="плюс",
    wide=True,
)  # fmt: skip
