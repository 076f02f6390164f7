"""The quick way for a plain Dutch number, as nearly every cell holds: the library's own answer in far less time.

The patterns are the library's own, so an update of its numbering plan is an update of ours. A test compares both for
every first four digits and for cells of every shape.
"""

from __future__ import annotations

import re

from phonenumbers import PhoneMetadata

HOME = "NL"
COUNTRY_CODE = "+31"
DIGITS = 9
"""Of every Dutch number that a person has, without the zero or the country code."""

# One number with at most one space or stroke between two digits, with its zero or its country code, or, in digits only,
# without the zero that Excel ate. What begins with 31 could be either and goes the long way, as does every other cell.
PLAIN = re.compile(r"(?:0|\+31[ -]?)([1-9](?:[ -]?[0-9]){8})|((?!31)[1-9][0-9]{8})")
OTHERS = ("premium_rate", "toll_free", "shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")
"""The kinds that the library looks for before it looks for a person's telephone."""


def _pattern(*kinds: str) -> str:
    metadata = PhoneMetadata.metadata_for_region(HOME)
    described = [getattr(metadata, kind) for kind in kinds]
    patterns = [one.national_number_pattern for one in described if one and DIGITS in one.possible_length]
    return "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"


_VALID, _OTHERS, _FIXED, _MOBILE = (
    _pattern("general_desc"), _pattern(*OTHERS), _pattern("fixed_line"), _pattern("mobile")
)  # fmt: skip
# One look instead of four: in use, of no other kind, and either a mobile or a landline.
PERSONAL = re.compile(
    rf"(?=(?:{_VALID})\Z)(?!(?:{_OTHERS})\Z)(?:((?!(?:{_FIXED})\Z)(?:{_MOBILE}))|(?!(?:{_MOBILE})\Z)(?:{_FIXED}))"
)


def plain_number(text: str) -> tuple[str, bool] | None:
    """Give a number in E.164 and whether it is a mobile; None for what is not so plain, or not a person's."""
    found = PLAIN.fullmatch(text)
    if found is None:
        return None
    national = found[2] or found[1].replace(" ", "").replace("-", "")
    personal = PERSONAL.fullmatch(national)
    return (f"{COUNTRY_CODE}{national}", personal[1] is not None) if personal else None
