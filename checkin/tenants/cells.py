"""Reading one cell: a date, a yes or a no, a language, a channel, a part of the day, a state of a contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from checkin.tenants.models import Channel


def words(text: str) -> frozenset[str]:
    """Make a set of the words in a text."""
    return frozenset(text.split())


NO_WORDS = words(
    "nee neen n no 0 false onwaar - -- . nvt n.v.t. n/a na geen none null leeg onbekend ? 00-00-0000 0000-00-00"
)
YES_WORDS = words("ja j yes y x 1 true waar ✓ ✔ v")
EXCEL_DAY_ZERO = date(1899, 12, 30)
EARLIEST_SERIAL, LATEST_SERIAL = 366, 80_000
EMPTY_YEAR = 1900
"""Systems write 01-01-0001, 1753 or 1900 for “no date”."""
OLDEST = 120

DATES = (
    re.compile(r"(?P<d>[0-9]{1,2})[-/. ](?P<m>[0-9]{1,2})[-/. ](?P<y>[0-9]{4}|[0-9]{2})"),
    re.compile(r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})"),
    re.compile(r"(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    re.compile(r"(?P<d>[0-9]{1,2})[- ](?P<word>[a-z]{3,9})\.?[- ](?P<y>[0-9]{4})"),
)
MONTHS = {
    "jan": 1, "feb": 2, "maa": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

CHANNELS = {
    "tel": Channel.VOICE, "telefoon": Channel.VOICE, "telefonisch": Channel.VOICE, "bellen": Channel.VOICE,
    "phone": Channel.VOICE, "call": Channel.VOICE, "voice": Channel.VOICE, "vast": Channel.VOICE,
    "mob": Channel.TEXT, "sms": Channel.TEXT, "text": Channel.TEXT, "mobiel": Channel.TEXT, "sms’en": Channel.TEXT,
    "pos": Channel.NONE, "post": Channel.NONE, "brief": Channel.NONE, "letter": Channel.NONE, "geen": Channel.NONE,
    "none": Channel.NONE, "niet": Channel.NONE,
    "ema": Channel.AUTO, "email": Channel.AUTO, "e-mail": Channel.AUTO, "mail": Channel.AUTO, "auto": Channel.AUTO,
}  # fmt: skip
LANGUAGES = {
    "nl": "nl nld dut nederlands dutch hollands", "en": "en eng engels english", "tr": "tr tur turks turkish",
    "ar": "ar ara arabisch arabic", "pl": "pl pol pools polish", "de": "de deu ger duits german",
    "fr": "fr fra fre frans french", "es": "es spa spaans spanish", "pt": "pt por portugees portuguese",
    "uk": "uk ukr oekraïens oekraiens ukrainian", "ru": "ru rus russisch russian", "ti": "ti tir tigrinya",
    "so": "so som somalisch somali", "fa": "fa fas per farsi perzisch", "zh": "zh zho chi chinees chinese",
    "it": "it ita italiaans italian", "ro": "ro ron rum roemeens romanian", "bg": "bg bul bulgaars bulgarian",
    "hu": "hu hun hongaars hungarian", "ku": "ku kur koerdisch kurdish", "ber": "ber berber tamazight",
    "pap": "pap papiaments papiamento", "srn": "srn sranan", "vi": "vi vie vietnamees", "fy": "fy fry fries",
}  # fmt: skip
LANGUAGE_OF = {word: code for code, names in LANGUAGES.items() for word in words(names)}
DAYPARTS = {
    "morning": "och ochtend ochtends morgen smorgens sochtends voormiddag morning am",
    "afternoon": "mid middag middags smiddags namiddag afternoon pm",
    "evening": "avo avond avonds savonds evening",
}
DAYPART_OF = {word: part for part, names in DAYPARTS.items() for word in words(names)}


class Contract(StrEnum):
    """What a contract's status means for a check-in."""

    RUNS = "runs"
    NOTICE = "notice"
    OVER = "over"
    UNKNOWN = "unknown"


CONTRACTS = {
    Contract.RUNS: "lop lopend lopende actief actieve active running current huidig nieuw definitief def verhuurd",
    Contract.NOTICE: "opg opgezegd vop vooropgezegd opzegging notice",
    Contract.OVER: "bee beeindigd beëindigd ont ontbonden ver vervallen gea geannuleerd afgelopen ended terminated",
}
CONTRACT_OF = {word: status for status, names in CONTRACTS.items() for word in words(names)}
TENANT_ROLES = words(
    "huu huurder huurders hoofdhuurder mdh medehuurder bew bewoner mbw medebewoner contractant tenant cotenant ja"
)
SENSITIVE = re.compile(
    r"\b(ziek\w*|kanker|dement\w*|alzheimer|psych\w*|depress\w*|verslaafd\w*|verslaving|alcohol\w*|drugs?|hiv|autis\w*|"
    r"handicap\w*|rolstoel|medicijn\w*|diagnose|suïcid\w*|suicid\w*|overspannen|zwanger|crimin\w*|gevangenis|detentie|"
    r"veroordeeld|politie|strafblad|reclassering|moslim\w*|islam\w*|jood\w*|christen\w*|marokka\w*|turk\w*|surina\w*|"
    r"allochtoon|vluchteling\w*|asielzoeker\w*|homo\w*|lesb\w*)",
    re.IGNORECASE,
)
SEEN_BEFORE = 4096
"""In a list of tenants the same places, streets, years and surnames come back all the time."""
LONGEST_NUMBER_CELL = 400
"""Nobody writes a longer one, and searching text for numbers takes time that grows with it."""
EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>.]+(\.[^@\s<>.]+)+")
LONGEST_EMAIL = 200
DECIMAL = re.compile(r"([0-9]{6,15})[.,]0{1,2}")
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def clean(cell: str) -> str:
    """Take away what nobody can see, and put one space where there were several."""
    if not cell.isascii() or not cell.isprintable():
        cell = INVISIBLE.sub("", unicodedata.normalize("NFC", cell)).encode("utf-8", "ignore").decode()
    return " ".join(cell.split())


def clean_row(cells: Sequence[str], width: int) -> list[str]:
    """Clean the cells of a row and make it as wide as its header; a plain row needs one look for all its cells."""
    joined = "".join(cells)
    if joined.isascii() and joined.isprintable() and "  " not in joined:
        row = [cell.strip() for cell in cells[:width]]
    else:
        row = [clean(cell) for cell in cells[:width]]
    return row if len(row) == width else row + [""] * (width - len(row))


def bare(cell: object) -> str:
    """Turn a cell with a number into plain text: no invisible marks, ASCII digits, and what Excel made of it undone."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else cell
    text = str(cell)[:LONGEST_NUMBER_CELL]
    if not text.isascii():
        text = "".join(_plain(sign) for sign in unicodedata.normalize("NFKC", text))
    text = " ".join(text.split()).lstrip("'").strip()
    if text[:4].lower() == "tel:":
        text = text[4:].strip()
    decimal = DECIMAL.fullmatch(text)
    return decimal.group(1) if decimal else text


def _plain(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if unicodedata.category(sign) in ("Cf", "Cc", "Me", "Mn"):
        return " " if sign.isspace() else ""
    return {"‘": "'", "’": "'", "–": "-", "‑": "-", "‐": "-", "−": "-"}.get(sign, sign)


def email_of(text: str) -> str | None:
    """Write an e-mail address in small letters, the first when there are more; None when it is not one."""
    first = re.split(r"[\s;,]+", text.lower().removeprefix("mailto:"), maxsplit=1)[0].strip("<>")
    return first if len(first) <= LONGEST_EMAIL and EMAIL.fullmatch(first) else None


def is_no(text: str) -> bool:
    """Tell whether a cell says no, or nothing."""
    return not text or text.lower() in NO_WORDS


def is_yes(text: str) -> bool:
    """Tell whether a cell says yes."""
    return text.lower() in YES_WORDS


@lru_cache(maxsize=SEEN_BEFORE)
def date_of(text: str, today: date) -> date | None:
    """Read a date as people and Excel write it; None when it is not one, or one that means “none”."""
    if text.isdecimal() and EARLIEST_SERIAL <= int(text) <= LATEST_SERIAL:
        return EXCEL_DAY_ZERO + timedelta(days=int(text))
    start = re.split(r"[t ](?=[0-9]{1,2}:)", text.lower().strip())[0]
    for form in DATES:
        if found := form.fullmatch(start):
            return _date(found.groupdict(), today)
    return None


def _date(parts: dict[str, str], today: date) -> date | None:
    year = int(parts["y"])
    if len(parts["y"]) <= 2:  # noqa: PLR2004 - “41” is 1941
        century = today.year - today.year % 100
        year += century if year <= today.year % 100 else century - 100
    month = MONTHS.get(parts["word"][:3], 0) if "word" in parts else int(parts["m"])
    try:
        return date(year, month, int(parts["d"]))
    except ValueError:
        return None


@lru_cache(maxsize=SEEN_BEFORE)
def birth_year_of(text: str, today: date) -> int | None:
    """Keep the year of a date of birth and nothing else."""
    if re.fullmatch(r"(19|20)[0-9]{2}", text):
        year = int(text)
    else:
        born = date_of(text, today)
        year = born.year if born else 0
    return year if today.year - OLDEST <= year <= today.year else None


def _word(text: str) -> str:
    return re.sub(r"[^\w\-]", "", text.lower().strip())


def channel_of(text: str) -> Channel | None:
    """Read how somebody likes to be asked; None when the word is unknown."""
    return CHANNELS.get(text.lower().strip(" .")) or CHANNELS.get(_word(text))


def language_of(text: str) -> str | None:
    """Read a language as a code of two or three letters; None when the word is unknown."""
    return LANGUAGE_OF.get(_word(text))


def daypart_of(text: str) -> str | None:
    """Read a part of the day; None when it is something else, to keep as a note."""
    return DAYPART_OF.get(_word(text))


def contract_of(text: str) -> Contract:
    """Read the status of a contract."""
    found = re.findall(r"\w+", text.lower())
    return next((CONTRACT_OF[word] for word in found if word in CONTRACT_OF), Contract.UNKNOWN)


def is_tenant_role(text: str) -> bool:
    """Tell whether a role is that of somebody who lives there."""
    return re.sub(r"[^\w]", "", text.lower()) in TENANT_ROLES


def sensitive_word(text: str) -> str | None:
    """Find a word about health, crime or origin, which a note should not hold."""
    found = SENSITIVE.search(text)
    return found.group() if found else None
