"""Runs the processes of one machine: starts them in order, starts a fallen one again, stops them all in reverse.

Each process is a program, or a Python module forked from the supervisor itself: the house is imported once, so that
five workers and the web cost the memory of one and start in a moment. docs/adr/0006 says why this is our own.
"""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkin.child import BLOCKED, Child, Program, end_of_log

FIRST_DELAY = 1.0
LONGEST_DELAY = 30.0
STEADY_SECONDS = 60.0
"""A process that lived this long has recovered: its next fall waits the first delay again."""
GRACE_SECONDS = 12.0
"""Time for all processes together to finish what they do; whoever is left is killed."""
LOOK_SECONDS = 0.05

STOPS = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


class StartFailed(Exception):
    """A process did not become ready; the text says which, and the end of its log."""


class Stopped(Exception):
    """Somebody asked us to stop while we were starting."""


@dataclass
class _Kept:
    """One program with the process that runs it now, if any."""

    program: Program
    child: Child | None = None
    started_at: float = 0.0
    delay: float = FIRST_DELAY
    again_at: float | None = None


@dataclass
class Supervisor:
    """Keeps stages of programs running; a stage starts when the stage before it is ready, and stops before it."""

    stages: Sequence[Sequence[Program]]
    logs: Path | None = None
    """Where each program's output goes, as NAME.log; None is our own standard error."""
    say: Callable[[str], None] = print
    grace: float = GRACE_SECONDS
    _kept: list[list[_Kept]] = field(init=False)

    def __post_init__(self) -> None:
        self._kept = [[_Kept(program) for program in stage] for stage in self.stages]

    def run(self, when_ready: Callable[[], None] = lambda: None) -> None:
        """Start everything, keep it running until a signal comes, stop everything. Raises StartFailed."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, BLOCKED)
        # Without this, every collection would write into the pages that the forked processes share with us.
        gc.freeze()
        try:
            for stage in self._kept:
                self._start_stage(stage)
            when_ready()
            while True:
                self._mend()
                _wait(self._patience())
        except Stopped:
            return
        finally:
            self._stop()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def pids(self) -> Mapping[str, int]:
        """Give the process ids by name, of those that run now."""
        return {one.program.name: one.child.pid for stage in self._kept for one in stage if one.child}

    def _start_stage(self, stage: list[_Kept]) -> None:
        for one in stage:
            self._start(one)
        for one in stage:
            self._wait_until_ready(one)

    def _start(self, one: _Kept) -> None:
        one.child, one.started_at, one.again_at = Child.start(one.program, self.logs), time.monotonic(), None

    def _wait_until_ready(self, one: _Kept) -> None:
        deadline = time.monotonic() + one.program.ready_seconds
        while not one.program.ready():
            fallen = one.child is None or one.child.ended()
            if fallen or time.monotonic() > deadline:
                what = "stopped at once" if fallen else f"was not ready within {one.program.ready_seconds:.0f} seconds"
                raise StartFailed(f"{one.program.name} {what}.\n{end_of_log(one.program, self.logs)}".rstrip())
            _wait(LOOK_SECONDS)

    def _patience(self) -> float | None:
        """Say how long nothing needs us, unless a signal comes first: a fallen process sends one."""
        moments = [one.again_at for stage in self._kept for one in stage if one.again_at is not None]
        return max(0.0, min(moments) - time.monotonic()) if moments else None

    def _mend(self) -> None:
        now = time.monotonic()
        for one in (one for stage in self._kept for one in stage):
            if one.child and one.child.ended():
                self._plan_again(one, one.child.how_it_ended, now)
            elif one.again_at is not None and one.again_at <= now:
                self._start(one)

    def _plan_again(self, one: _Kept, how: str, now: float) -> None:
        if now - one.started_at > STEADY_SECONDS:
            one.delay = FIRST_DELAY
        where = f"; see {self.logs / one.program.name}.log" if self.logs else ""
        self.say(f"{one.program.name} {how}; it starts again in {one.delay:.0f} s{where}")
        one.child, one.again_at = None, now + one.delay
        one.delay = min(one.delay * 2, LONGEST_DELAY)

    def _stop(self) -> None:
        """Ask each stage to finish, last stage first; kill what is left when the grace is over."""
        deadline = time.monotonic() + self.grace
        hurried = False
        for stage in reversed(self._kept):
            children = [one.child for one in stage if one.child]
            for child in children:
                child.ask_to_stop()
            while any(not child.ended() for child in children) and time.monotonic() < deadline and not hurried:
                hurried = _asked_again(LOOK_SECONDS)
            for child in children:
                child.kill()


def _wait(seconds: float | None) -> None:
    """Sleep until a signal or for `seconds`. Raises Stopped when the signal asks us to stop."""
    caught = signal.sigwaitinfo(BLOCKED) if seconds is None else signal.sigtimedwait(BLOCKED, seconds)
    if caught and caught.si_signo in STOPS:
        raise Stopped


def _asked_again(seconds: float) -> bool:
    """Tell whether somebody asks a second time: then nobody waits any more."""
    caught = signal.sigtimedwait(BLOCKED, seconds)
    return bool(caught and caught.si_signo in STOPS)
