"""A target group: which tenants are meant, as a rule that can be read, stored and shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from checkin.domain.errors import CheckinError

VERSION = 1
"""Of the stored form. A rule that we do not understand to the last word chooses nobody: it would ask too many."""
ELDERLY = 80


class UnknownRule(CheckinError):
    """A stored rule that this version cannot read."""


@dataclass(frozen=True)
class GroupRule:
    """Which tenants are meant: any of the values of one field, and all of the fields that are filled in.

    Nothing filled in means everyone.
    """

    age_from: int | None = None
    age_to: int | None = None
    moved_in_since: date | None = None
    moved_in_days: int | None = None
    """Moved in during the last so many days; moves along with the calendar, so that a rule can be used again."""
    without_email: bool = False
    neighbourhoods: tuple[str, ...] = ()
    complexes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    never_spoken: bool = False
    not_spoken_days: int | None = None
    """No talk with a person in the last so many days; who was never spoken to is among them."""
    references: tuple[str, ...] = ()
    """The landlord's own numbers of tenants: a list made by hand."""
    except_group: int | None = None
    """The tenants of this saved group are left out."""

    @property
    def everyone(self) -> bool:
        """Tell whether the rule leaves nobody out."""
        return self == GroupRule()

    def born_until(self, today: date) -> int | None:
        """Give the last year of birth of who reaches `age_from` this year; of the day of birth we know nothing."""
        return None if self.age_from is None else today.year - self.age_from

    def born_from(self, today: date) -> int | None:
        """Give the first year of birth of who is not older than `age_to` this year."""
        return None if self.age_to is None else today.year - self.age_to

    def moved_in_from(self, today: date) -> date | None:
        """Give the first day of moving in that counts; of two wishes the later day."""
        days = [] if self.moved_in_days is None else [today - timedelta(days=self.moved_in_days)]
        return max([*days, *([self.moved_in_since] if self.moved_in_since else [])], default=None)

    def as_json(self) -> dict[str, Any]:
        """Give what is filled in, for a JSON column or a file; `from_json` gives the same rule back."""
        return {"version": VERSION} | {
            field.name: _plain(value) for field in fields(self) if (value := getattr(self, field.name)) != field.default
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> GroupRule:
        """Read a stored rule. Raises UnknownRule when a word of it is not understood."""
        if stored.get("version") != VERSION:
            raise UnknownRule("version")
        words = {name: value for name, value in stored.items() if name != "version"}
        if unknown := words.keys() - READERS.keys():
            raise UnknownRule(", ".join(sorted(unknown)))
        try:
            return cls(**{name: READERS[name](value) for name, value in words.items()})
        except (TypeError, ValueError) as error:
            raise UnknownRule("value") from error


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _tick(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(value)
    return value


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(value)
    return tuple(value)


READERS: dict[str, Callable[[Any], Any]] = {
    "age_from": _whole,
    "age_to": _whole,
    "moved_in_since": date.fromisoformat,
    "moved_in_days": _whole,
    "without_email": _tick,
    "neighbourhoods": _names,
    "complexes": _names,
    "languages": _names,
    "never_spoken": _tick,
    "not_spoken_days": _whole,
    "references": _names,
    "except_group": _whole,
}
"""How each word of a stored rule is read; a word that is not here is not understood."""
