"""What people made of the suggestions: how often one was right, which words misled, and the texts as examples."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, select
from sqlmodel import Session, col

from checkin.domain.anonymous import anonymised
from checkin.domain.attempts import AskedBy
from checkin.domain.meanings import Meaning
from checkin.outreach.models import Reply
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

SAME = {Meaning.YES: Meaning.CHAT}
"""A bare yes and a wish for a chat are one decision of a person: both are rung."""
LABELS = {Meaning.WRONG_NUMBER: "wrong-number", Meaning.YES: "chat"}
"""As the measured sets write them, so that an export can be evaluated at once."""
MOST_WORDS = 30


@dataclass
class Words:
    """How one phrase did."""

    phrase: str
    right: int = 0
    wrong: int = 0
    instead: Counter[Meaning] = field(default_factory=Counter)
    """What people chose where it was wrong."""


@dataclass(frozen=True)
class Learned:
    """What the decisions of people say about the suggestions."""

    decided: int
    right: int
    table: dict[tuple[Meaning, Meaning], int]
    """Texts by what was suggested and what a person decided."""
    misled: Sequence[Words]
    """Phrases that were wrong, the worst first."""

    @property
    def without(self) -> int:
        """Count the texts for which we suggested nothing."""
        return sum(count for (suggestion, _meaning), count in self.table.items() if suggestion is Meaning.UNCLEAR)

    @property
    def by_suggestion(self) -> list[tuple[Meaning, int, int]]:
        """Give every suggestion with how often it was right and how often it was made."""
        return [(one, self._count(one, right=True), self._count(one)) for one in self.suggested]

    def _count(self, suggestion: Meaning, *, right: bool = False) -> int:
        cells = ((key[1], count) for key, count in self.table.items() if key[0] is suggestion)
        return sum(count for meaning, count in cells if not right or agrees(suggestion, meaning))

    @property
    def suggested(self) -> list[Meaning]:
        """Name the suggestions that were made, in the order of the meanings."""
        return [one for one in Meaning if any(key[0] is one for key in self.table)]

    @property
    def chosen(self) -> list[Meaning]:
        """Name the meanings that people chose."""
        return [one for one in Meaning if any(key[1] is one for key in self.table)]


def learned(session: Session, *, since: datetime) -> Learned:
    """Look at every text that a person decided on since some moment."""
    table: Counter[tuple[Meaning, Meaning]] = Counter()
    words: dict[str, Words] = {}
    right = 0
    for reply in session.execute(_decided(since)).scalars():
        suggestion, meaning = reply.suggestion or Meaning.UNCLEAR, reply.meaning
        table[suggestion, meaning] += 1
        is_right = agrees(suggestion, meaning)
        right += is_right
        for phrase in phrases_of(reply.because):
            one = words.setdefault(phrase, Words(phrase))
            one.right += is_right
            one.wrong += not is_right
            one.instead[meaning] += not is_right
    misled = sorted((one for one in words.values() if one.wrong), key=lambda one: (-one.wrong, one.right, one.phrase))
    return Learned(sum(table.values()), right, dict(table), misled[:MOST_WORDS])


def agrees(suggestion: Meaning, meaning: Meaning) -> bool:
    """Tell whether a suggestion was what a person decided."""
    return SAME.get(suggestion, suggestion) is SAME.get(meaning, meaning)


def phrases_of(because: str) -> list[str]:
    """Give the phrases that led to a suggestion, as they are kept with a reply."""
    return [one for one in because.split(", ") if one]


def _decided(since: datetime) -> Select[Reply]:
    return (
        select(Reply)
        .where(
            col(Reply.read_at) > since,
            col(Reply.read_by).is_not(None),
            col(Reply.channel) == AskedBy.TEXT,
            col(Reply.text) != "",
        )
        .order_by(col(Reply.id))
        .execution_options(yield_per=500)
    )


def examples(session: Session, *, since: datetime) -> Iterator[tuple[str, str]]:
    """Give every text that a person decided on, without what tells whose it is, and its label."""
    colleagues = list(session.execute(select(col(Staff.name))).scalars())
    query = _decided(since).outerjoin(Tenant, col(Tenant.id) == col(Reply.tenant_id)).add_columns(Tenant)
    for reply, tenant in session.execute(query):
        names = [*colleagues, *((tenant.first_name, tenant.last_name, tenant.spoken_name) if tenant else ())]
        yield anonymised(reply.text, names=names), LABELS.get(reply.meaning, reply.meaning.value)


def as_csv(rows: Iterator[tuple[str, str]]) -> str:
    """Write examples as `checkin replies evaluate` reads them; no cell of it is a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(("text", "label"))
    for text, label in rows:
        writer.writerow((f"'{text}" if text[:1] in "=+-@\t\r" else text, label))
    return file.getvalue()
