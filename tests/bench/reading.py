"""How many replies are read in a second, on one core: the lists, and everything a generator makes of them."""

from __future__ import annotations

import gc
import statistics
import time

from checkin.domain.replies import read_text
from checkin.domain.replies.measuring import measure
from tests.bench.figures import Figure
from tests.bench.system import System
from tests.domain.labelled import EVERY
from tests.domain.variants import variants

ROUNDS = 5


def interpret(system: System) -> list[Figure]:
    """Read the replies of both lists and their variants, each text once in a round, and none twice in a row."""
    texts = list(dict.fromkeys(text for text, _ in variants(EVERY)))
    gc.collect()
    gc.freeze()  # the texts of the bench are no burden of the reader
    # What a worker reads in its first seconds is measured apart; nothing of it comes back.
    first, rest = texts[::3], [text for place, text in enumerate(texts) if place % 3]
    rates = [_per_second(first)]
    rates += [_per_second(rest[number::ROUNDS]) for number in range(ROUNDS)]
    warm = statistics.median(rates[1:])
    slowest = max(_milliseconds(text) for text in texts[::29])
    figures = measure(EVERY)
    closed, missed = len(figures.wrong_closes), len(figures.danger_missed)
    return [
        Figure("replies read", warm, "per s", "≥ 20,000", warm >= 20_000, f"{len(rest)} different texts, one core"),
        Figure("replies read, first of all", rates[0], "per s", "", holds=True),
        Figure("slowest reply", slowest, "ms", "< 5", slowest < 5),
        Figure(
            "wrong closes, danger missed",
            closed + missed,
            "times",
            "0",
            closed + missed == 0,
            f"{figures.count} replies",
        ),
    ]


def _per_second(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        read_text(text)
    return len(texts) / (time.process_time() - start)


def _milliseconds(text: str) -> float:
    start = time.process_time()
    read_text(text)
    return (time.process_time() - start) * 1000
