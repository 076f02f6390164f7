"""Polish: a time is a number in order, in the case that “before” asks for."""

from __future__ import annotations

from checkin.domain.tongues.tongue import Style, Tongue

_HOURS = (
    "północą", "pierwszą", "drugą", "trzecią", "czwartą", "piątą", "szóstą", "siódmą", "ósmą", "dziewiątą",
    "dziesiątą", "jedenastą", "dwunastą", "trzynastą", "czternastą", "piętnastą", "szesnastą", "siedemnastą",
    "osiemnastą", "dziewiętnastą", "dwudziestą", "dwudziestą pierwszą", "dwudziestą drugą", "dwudziestą trzecią",
    "północą",
)  # fmt: skip


def _before(hour: int, minute: int, style: Style) -> str:
    if style is not Style.VOICE:
        return f"przed {hour}.{minute:02}"
    if minute and hour == 0:
        return f"przed godziną zero {minute}"
    return f"przed {_HOURS[hour]}{f' {minute:02}' if minute else ''}"


POLISH = Tongue(
    titles={"mevr": "Pani", "dhr": "Panie"},
    spoken_of={"mevr": "pani", "dhr": "pan"},
    digits=("zero", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć"),
    today="dzisiaj",
    tomorrow="jutro",
    weekdays=("w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę", "w niedzielę"),
    months=(
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
        "listopada", "grudnia",
    ),
    far_day_in_text="{day} {month}",
    before=_before,
)  # fmt: skip
