"""Measures how replies are read, against what people say that they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from checkin.domain.meanings import Meaning, Reading
from checkin.domain.replies.likeness import LABELLED, Likeness
from checkin.domain.replies.reading import read_text

LABELS = ("chat", "help", "fine", "later", "stop", "wrong-number", "urgent", "unclear")
"""What a person can say that a reply means; a bare yes is a wish for a chat."""
CLOSING = frozenset({"fine", "stop", "wrong-number"})
"""Read so by mistake, a tenant who waits for somebody hears no more of us."""


@dataclass(frozen=True)
class Judged:
    """One reply, as it was read and as it should have been."""

    text: str
    label: str
    reading: Reading

    @property
    def read_as(self) -> str:
        """Give the reading in the words of the labels."""
        return label_of(self.reading.meaning)

    @property
    def right(self) -> bool:
        return self.read_as == self.label

    @property
    def wrongly_closed(self) -> bool:
        """It was closed, stopped or taken off the list without a person, and should not have been."""
        return self.reading.sure and self.read_as in CLOSING and not self.right

    @property
    def danger_missed(self) -> bool:
        return self.label == "urgent" and not self.right


@dataclass(frozen=True)
class Measured:
    """The figures over many replies."""

    judged: list[Judged] = field(repr=False)

    @property
    def count(self) -> int:
        return len(self.judged)

    @property
    def right(self) -> float:
        """Give the share that was read as people say it is meant."""
        return self._share(one.right for one in self.judged)

    @property
    def alone(self) -> float:
        """Give the share on which no person had to decide."""
        return self._share(one.reading.sure for one in self.judged)

    @property
    def wrong_closes(self) -> list[Judged]:
        return [one for one in self.judged if one.wrongly_closed]

    @property
    def danger_missed(self) -> list[Judged]:
        return [one for one in self.judged if one.danger_missed]

    @property
    def false_alarms(self) -> list[Judged]:
        return [one for one in self.judged if one.read_as == "urgent" and not one.right]

    @property
    def wrong_alone(self) -> list[Judged]:
        """List what acted alone and was not meant so, harmful or not."""
        return [one for one in self.judged if one.reading.sure and not one.right]

    def confusion(self) -> Counter[tuple[str, str]]:
        """Count each label with each reading."""
        return Counter((one.label, one.read_as) for one in self.judged)

    def _share(self, those: Iterable[bool]) -> float:
        return sum(those) / self.count if self.count else 0.0


def label_of(meaning: Meaning) -> str:
    """Give a meaning in the words of the labels: a yes is a chat, and nobody labels START."""
    if meaning is Meaning.START:
        return "unclear"
    return "chat" if meaning is Meaning.YES else meaning.value.replace("_", "-")


def measure(replies: Iterable[tuple[str, str]], *, known: Likeness = LABELLED) -> Measured:
    """Read replies, each with its label, and compare; `known` as in `read_text`."""
    return Measured([Judged(text, label, read_text(text, known=known)) for text, label in replies])
