"""How far an import is: a bar on a terminal, a plain line now and then elsewhere; standard output stays free."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from checkin.tenants.planning import Progress, Step

WIDTH = 30
SECONDS = 5.0
"""Between two lines where there is no terminal."""
WORDS = {Step.READ: "Rows read", Step.COMPARE: "Rows compared", Step.STORE: "Rows stored"}
LONGEST = max(map(len, WORDS.values()))


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how far an import is, as fits where standard error goes."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    bars = Bars()
    try:
        yield bars
    finally:
        bars.close()


class Bars:
    """A bar for every step, under each other."""

    def __init__(self) -> None:
        self._step: Step | None = None
        self._bar: Any = None

    def __call__(self, step: Step, done: int, of: int) -> None:
        """Fill the bar; of a step that follows, the one before is full."""
        if step is not self._step:
            self.close(full=True)
            self._step = step
            self._bar = click.progressbar(
                length=of, label=f"{WORDS[step]:<{LONGEST}}", show_pos=True, width=WIDTH, file=sys.stderr
            )
            self._bar.render_progress()
        self._bar.length = max(of, done, 1)
        self._bar.update(done - self._bar.pos)

    def close(self, *, full: bool = False) -> None:
        """End the line of the bar."""
        if self._bar is not None:
            if full:
                self._bar.length = self._bar.pos or 1
            self._bar.render_progress()
            self._bar.render_finish()
            self._bar = None


class Lines:
    """A line when some seconds have passed."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._told_at = time.monotonic()

    def __call__(self, step: Step, done: int, of: int) -> None:
        """Write how far it is."""
        if time.monotonic() - self._told_at >= self._seconds:
            click.echo(f"{WORDS[step]}: {done} of {of}", err=True)
            self._told_at = time.monotonic()
