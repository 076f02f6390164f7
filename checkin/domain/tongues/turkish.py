"""Turkish: a time takes an ending that follows the sound of its last word."""

from __future__ import annotations

from checkin.domain.tongues.tongue import Style, Tongue

_ONES = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli")
_BACK, _HARD = frozenset("aıou"), frozenset("çfhkpsşt")


def _before(hour: int, minute: int, style: Style) -> str:
    ending = _ending(_number(minute or hour))
    if style is Style.VOICE:
        said = f"{_number(hour)} {_number(minute)}" if minute else _number(hour)
        return f"saat {said}{ending} önce"
    shown = f"{hour}" if minute == 0 and style is not Style.SCREEN else f"{hour}.{minute:02}"
    return f"{shown}'{ending} önce"


def _number(value: int) -> str:
    tens, ones = divmod(value, 10)
    return " ".join(filter(None, (_TENS[tens], _ONES[ones] if ones or not tens else "")))


def _ending(word: str) -> str:
    """Give “from” as it sounds after a word: beşten, dokuzdan, yediden, kırktan."""
    vowel = next(letter for letter in reversed(word) if letter in "aeıioöuü")
    return f"{'t' if word[-1] in _HARD else 'd'}{'a' if vowel in _BACK else 'e'}n"


TURKISH = Tongue(
    titles={"mevr": "Sayın", "dhr": "Sayın"},
    digits=_ONES,
    today="bugün",
    tomorrow="yarın",
    weekdays=(
        "pazartesi günü", "salı günü", "çarşamba günü", "perşembe günü", "cuma günü", "cumartesi günü", "pazar günü",
    ),
    months=(
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
    far_day="{day} {month} {weekday}",
    far_day_in_text="{day} {month} günü",
    before=_before,
    plus="artı",
)  # fmt: skip
