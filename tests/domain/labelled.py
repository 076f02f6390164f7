"""Replies that people have labelled: lists of all kinds, by which reading is measured and from which words are counted.

None of them is taken from people who rent. `python -m tests.domain.labelled` counts their words anew.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from checkin.domain.meanings import Meaning
from checkin.domain.replies.likeness import TABLE, Counts, count, written
from checkin.domain.replies.seeing import see

DATA = Path(__file__).parent / "data"
Replies = list[tuple[str, str]]
"""Texts, each with its label."""


def replies(name: str) -> Replies:
    """Give the replies of one list: `nl`, `own`, `later`, `unseen` or `fresh`."""
    return [(row["text"], row["label"]) for row in _rows(name)]


def parts_of(name: str) -> dict[str, Replies]:
    """Give the parts of a list that several people wrote, one after the other."""
    parts: dict[str, Replies] = {}
    for row in _rows(name):
        parts.setdefault(row["part"], []).append((row["text"], row["label"]))
    return parts


def _rows(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader((DATA / f"replies_{name}.csv").read_text("utf-8").splitlines())


HARD, OWN, LATER, UNSEEN, FRESH = (replies(name) for name in ("nl", "own", "later", "unseen", "fresh"))
EVERY = [*HARD, *OWN, *LATER, *UNSEEN, *FRESH]


def said_in(labelled: Replies) -> dict[str, Counts]:
    """Count what is said in replies."""
    return count((see(text).words, Meaning(label.replace("-", "_"))) for text, label in labelled)


if __name__ == "__main__":
    TABLE.write_text("\n".join(written(said_in(EVERY))) + "\n", "utf-8")
