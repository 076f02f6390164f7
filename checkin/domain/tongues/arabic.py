"""Arabic, in the words that every reader of newspapers knows; read from right to left."""

from __future__ import annotations

from checkin.domain.tongues.tongue import HOURS_IN_DAY, NOON, Style, Tongue

_AFTERNOON, _EVENING = 13, 18
_HOURS = (
    "الثانية عشرة", "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة",
    "العاشرة", "الحادية عشرة",
)  # fmt: skip
_PARTS_OF_HOUR = {15: "والربع", 30: "والنصف"}
_FEW = range(3, 11)
"""So many minutes have a plural; more of them are counted in the singular."""


def _before(hour: int, minute: int, style: Style) -> str:
    if style is not Style.VOICE:
        return f"قبل {hour}:{minute:02}"
    if (hour % HOURS_IN_DAY, minute) == (0, 0):
        return "قبل منتصف الليل"
    minutes = "دقائق" if minute in _FEW else "دقيقة"
    past = f" {_PARTS_OF_HOUR.get(minute, f'و {minute} {minutes}')}" if minute else ""
    return f"قبل الساعة {_HOURS[hour % NOON]}{past} {_part_of_day(hour)}"


def _part_of_day(hour: int) -> str:
    if hour < NOON:
        return "صباحًا"
    if hour < _AFTERNOON:
        return "ظهرًا"
    return "بعد الظهر" if hour < _EVENING else "مساءً"


ARABIC = Tongue(
    titles={"mevr": "السيدة", "dhr": "السيد"},
    digits=("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
    today="اليوم",
    tomorrow="غدًا",
    weekdays=(
        "يوم الاثنين", "يوم الثلاثاء", "يوم الأربعاء", "يوم الخميس", "يوم الجمعة", "يوم السبت", "يوم الأحد",
    ),
    months=(
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    far_day_in_text="يوم {day} {month}",
    before=_before,
    plus="زائد",
    comma="، ",
    rest="؛ ",
    wide=True,
    right_to_left=True,
)  # fmt: skip
