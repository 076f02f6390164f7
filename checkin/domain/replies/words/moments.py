"""The words by which days and hours are named, in every language that we read."""

from __future__ import annotations

from datetime import time
from typing import TypeVar

Value = TypeVar("Value")

MORNING, NOON, AFTERNOON, EVENING = time(9), time(12), time(13), time(18)


def _all(words: str, value: Value) -> dict[str, Value]:
    return dict.fromkeys(words.split(), value)


DAYS_AHEAD = {
    **_all("vandaag vanochtend vanmorgen vanmiddag vannamiddag vanavond today tonight heute aujourdhui", 0),
    **_all(
        "morgen morgenvroeg morgenochtend morgenmiddag morgennamiddag morgenavond tomorrow demain yarin jutro غدا بكره"
        " завтра zavtra",
        1,
    ),
    **_all("overmorgen ubermorgen uebermorgen pojutrze післязавтра", 2),
}
"""Words that name a day by how far it is."""

PARTS = {
    **_all(
        "vanochtend vanmorgen morgenvroeg morgenochtend ochtend ochtends sochtends morgens smorgens vroeg voormiddag"
        " morning matin fruh rano sabah вранці",
        MORNING,
    ),
    **_all(
        "vanmiddag vannamiddag morgenmiddag morgennamiddag middag middags smiddags namiddag afternoon nachmittag"
        " midi ogleden popoludniu",
        AFTERNOON,
    ),
    **_all(
        "vanavond morgenavond avond avonds savonds evening tonight abend soir aksam wieczorem مساء ввечері", EVENING
    ),
}
"""Words that name a part of the day, with its beginning."""

WEEKDAYS = (
    ("maandag", "monday", "montag", "lundi", "pazartesi", "poniedzialek", "понеділок", "الاثنين"),
    ("dinsdag", "tuesday", "dienstag", "mardi", "sali", "wtorek", "вівторок", "الثلاثاء"),
    ("woensdag", "wednesday", "mittwoch", "mercredi", "carsamba", "sroda", "середа", "الاربعاء"),
    ("donderdag", "thursday", "donnerstag", "jeudi", "persembe", "czwartek", "четвер", "الخميس"),
    ("vrijdag", "friday", "freitag", "vendredi", "cuma", "piatek", "пятниця", "الجمعه"),
    ("zaterdag", "saturday", "samstag", "samedi", "cumartesi", "sobota", "субота", "السبت"),
    ("zondag", "sunday", "sonntag", "dimanche", "pazar", "niedziela", "неділя", "الاحد"),
)

MONTHS = (
    ("januari", "january", "jan"), ("februari", "february", "feb"), ("maart", "march", "mrt"), ("april", "apr"),
    ("mei", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("augustus", "august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip

HOURS = {
    word: hour
    for hour, words in enumerate(
        (
            "een enen one",
            "twee tweeen two",
            "drie drieen three",
            "vier vieren four",
            "vijf vijven five",
            "zes zessen six",
            "zeven zevenen zeuven seven",
            "acht achten eight",
            "negen negenen nine",
            "tien tienen ten",
            "elf elven eleven",
            "twaalf twaalven twelve",
        ),
        start=1,
    )
    for word in words.split()
}
"""Hours in words, “na tienen” among them."""

PLAIN_EN = frozenset({"zeven", "negen", "een", "seven", "ten"})
"""Hours that end as “tienen” does, and are said of much else."""
FROM = frozenset(
    _all("na om vanaf rond tegen omstreeks tussen pas tot circa at after around from between about since", 0)
)
"""Words before an hour."""
BEFORE = frozenset({"voor", "before", "by"})
IS_HOUR = frozenset({"uur", "oclock", "am", "pm", "uhr", "u", "h"})
NEXT = frozenset({"volgende", "komende", "eerstvolgende", "next", "nachste", "haftaya", "przyszlym"})

MINUTES = {
    **_all("minuut minuten minuutjes minutes", 1),
    **_all("kwartier kwartiertje", 15),
    **_all("halfuur halfuurtje", 30),
    **_all("uur uurtje uurtjes uren hour hours", 60),
}
DAYS = {
    **_all("dag dagen dagje days day", 1),
    **_all("week weken weekje weeks", 7),
    **_all("maand maanden month months", 30),
}
AMOUNTS = {"paar": 2.0, "few": 2.0, "half": 0.5, "halve": 0.5, "anderhalf": 1.5, "an": 1.0, "a": 1.0}

FEASTS = {
    "kerst": (12, 27), "kerstmis": (12, 27), "feestdagen": (1, 2), "nieuwjaar": (1, 2), "sinterklaas": (12, 6),
    "christmas": (12, 27), "jaar": (1, 2),
}  # fmt: skip
"""The first working day or so after what people wait for."""
AFTER = {
    "middag": AFTERNOON,
    "lunch": time(13, 30),
    "eten": time(18, 30),
    "kerk": NOON,
    "koffie": time(11),
    "noen": AFTERNOON,
}
"""“Na het eten”: from when."""
ENDS = {MORNING: time(11), AFTERNOON: time(16), EVENING: time(20)}
"""“Eind van de middag”."""
