"""Taking apart a name in one cell: `Linden, van der, A.` and `Dhr. A. van der Linden` are the same person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from checkin.tenants.cells import SEEN_BEFORE, words
from checkin.tenants.models import Salutation

PREFIXES = words(
    "van de der den het 't ’t ten ter te in op bij aan onder over uit voor tot la le les du des von vom zu zum zur "
    "el al ben bin da dos das di del della d' l' 's op't in't van't"
)
LONGEST_SALUTATION = 20
LONGEST_INITIAL = 3
"""`Chr.` is an initial; a longer word is a first name in the wrong column."""
SALUTATIONS = {
    "m": Salutation.MR, "man": Salutation.MR, "dhr": Salutation.MR, "heer": Salutation.MR, "hr": Salutation.MR,
    "de heer": Salutation.MR, "de hr": Salutation.MR, "mr": Salutation.MR, "male": Salutation.MR,
    "meneer": Salutation.MR,
    "v": Salutation.MRS, "vrouw": Salutation.MRS, "mevr": Salutation.MRS, "mw": Salutation.MRS, "f": Salutation.MRS,
    "mevrouw": Salutation.MRS, "mrs": Salutation.MRS, "ms": Salutation.MRS, "miss": Salutation.MRS,
    "mej": Salutation.MRS, "mejuffrouw": Salutation.MRS, "female": Salutation.MRS,
}  # fmt: skip
TITLE = re.compile(
    r"^(?:(?P<both>(?:dhr\.?|de heer|heer|hr\.?) *(?:en|/|&) *(?:mevr\.?|mevrouw|mw\.?)|fam\.?|familie)"
    r"|(?P<one>dhr|de heer|heer|hr|mevrouw|mevr|mw|mej|mrs|ms|mr))(?:\.\s*|\s+|$)",
    re.IGNORECASE,
)
HEIRS = re.compile(r"^(?:de )?(?:erven|erfgenamen|erfgenaam)\b", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]?|[A-Z]{1,3}")


@dataclass(frozen=True)
class Name:
    """The parts of a name."""

    last_name: str
    salutation: Salutation = Salutation.NEUTRAL
    initials: str = ""
    first_name: str = ""
    name_prefix: str = ""


@lru_cache(maxsize=SEEN_BEFORE)
def salutation_of(text: str) -> Salutation:
    """Read a salutation or a gender; a whole phrase for a letter says nothing about how to greet by voice."""
    key = text.lower().strip(" .")
    return SALUTATIONS.get(key, Salutation.NEUTRAL) if len(key) <= LONGEST_SALUTATION else Salutation.NEUTRAL


def are_heirs(text: str) -> bool:
    """Tell whether a name says that its tenant has died: `Erven J. Jansen`."""
    return HEIRS.match(text) is not None


def split_name(text: str) -> Name:
    """Split a full name: with a comma the surname comes first, without one it comes last."""
    title = TITLE.match(text)
    rest = text[title.end() :].strip() if title else text
    if not rest:
        return Name(text)
    named = _with_comma(rest) if "," in rest else _in_order(rest)
    if title and title["one"]:
        return replace(named, salutation=salutation_of(title["one"]))
    return named


@lru_cache(maxsize=SEEN_BEFORE)
def split_surname(text: str) -> Name:
    """Split the prefix off a surname: `van der Linden`, `Linden, van der`."""
    if "," in text:
        return _with_comma(text)
    prefix, last = _leading(text.split())
    return Name(last, name_prefix=prefix)


def _with_comma(text: str) -> Name:
    surname, _comma, rest = text.partition(",")
    prefix, last = _leading(surname.split())
    parts = last.split()
    while len(parts) > 1 and parts[-1].lower() in PREFIXES:  # “Linden van der, A.”
        prefix = f"{parts.pop().lower()} {prefix}".strip()
    named = Name(" ".join(parts), name_prefix=prefix)
    for word in rest.replace(",", " ").split():
        named = _with_word(named, word)
    return named


def _with_word(named: Name, word: str) -> Name:
    if word.lower() in PREFIXES:
        return replace(named, name_prefix=f"{named.name_prefix} {word.lower()}".strip())
    if (salutation := salutation_of(word)) is not Salutation.NEUTRAL and len(word.strip(".")) > 1:
        return replace(named, salutation=salutation)
    if INITIALS.fullmatch(word):
        return replace(named, initials=f"{named.initials}{word}")
    return replace(named, first_name=f"{named.first_name} {word}".strip())


def _in_order(text: str) -> Name:
    parts = text.split()
    count = 0
    while count < len(parts) - 1 and INITIALS.fullmatch(parts[count]):
        count += 1
    if count:
        prefix, last = _leading(parts[count:])
        return Name(last, initials="".join(parts[:count]), name_prefix=prefix)
    starts = [place for place in range(1, len(parts) - 1) if parts[place].lower() in PREFIXES]
    if starts and parts[0].lower() not in PREFIXES:
        prefix, last = _leading(parts[starts[0] :])
        return Name(last, first_name=" ".join(parts[: starts[0]]), name_prefix=prefix)
    if len(parts) > 1 and parts[0].lower() not in PREFIXES and "-" not in parts[0]:
        return Name(" ".join(parts[1:]), first_name=parts[0])
    prefix, last = _leading(parts)
    return Name(last, name_prefix=prefix)


def _leading(parts: list[str]) -> tuple[str, str]:
    count = 0
    while count < len(parts) - 1 and parts[count].lower() in PREFIXES:
        count += 1
    return " ".join(parts[:count]).lower(), " ".join(parts[count:])


@lru_cache(maxsize=SEEN_BEFORE)
def dotted(text: str) -> str:
    """Write initials with capitals and dots: `am`, `A M`, `a.m.` become `A.M.`; `Th.` stays `Th.`."""
    parts = [part for part in re.split(r"[.\s,]+", text) if part]
    if "." not in text and len(parts) == 1 and parts[0].isalpha() and (parts[0].isupper() or parts[0].islower()):
        parts = list(parts[0])
    short = (part if len(part.strip("-")) <= LONGEST_INITIAL else part[:1] for part in parts)
    return "".join(f"{part.capitalize() if part[0] != '-' else '-' + part[1:].capitalize()}." for part in short)


@lru_cache(maxsize=SEEN_BEFORE)
def quieter(text: str) -> str:
    """Write a name that is all capitals as people write it: `ANNA-MARIE` becomes `Anna-Marie`."""
    if len(text) <= 2 or not text.isupper():  # noqa: PLR2004 - “Xu” and initials stay as they are
        return text
    return re.sub(r"\bIj", "IJ", re.sub(r"[^\W\d_]+('(?=[^\W\d_]{2,}))?", _capital, text))


def _capital(word: re.Match[str]) -> str:
    return word.group()[:1].upper() + word.group()[1:].lower()
