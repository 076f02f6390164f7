"""One process of ours: started so that it cannot outlive us, asked to stop, killed with all it started."""

from __future__ import annotations

import ctypes
import os
import runpy
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

BLOCKED = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD})
"""Signals that the supervisor waits for; a child starts with none of them blocked."""

LARGEST_LOG = 5_000_000
PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Program:
    """What runs under a name: a command, or with `module` the same as `python -m module arguments…`."""

    name: str
    command: Sequence[str] = ()
    module: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[], bool] = lambda: True
    ready_seconds: float = 30.0


def die_with_parent(parent: int) -> None:
    """Have the kernel stop this process when its parent is gone, however the parent went (Linux only)."""
    if _LIBC is not None:
        _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it went before we could say so
            os._exit(1)


@dataclass
class Child:
    """A running process and, once it ended, its exit status."""

    pid: int
    status: int | None = None

    @classmethod
    def start(cls, program: Program, logs: Path | None) -> Child:
        """Fork. The child leads a session of its own, so Ctrl-C reaches the supervisor alone and a kill reaches all."""
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            _become(program, logs, parent)
        return cls(pid)

    def ended(self) -> bool:
        """Tell whether it is over, and keep how."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = status
        return self.status is not None

    @property
    def how_it_ended(self) -> str:
        """Say in words how it ended."""
        code = os.waitstatus_to_exitcode(self.status or 0)
        return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

    def ask_to_stop(self) -> None:
        """Ask the process to finish what it does and go."""
        if not self.ended():
            os.kill(self.pid, signal.SIGTERM)

    def kill(self) -> None:
        """End the process and everything it started, at once. Also after it went: what it left behind goes too."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        while not self.ended():
            time.sleep(0.01)


def end_of_log(program: Program, logs: Path | None, lines: int = 15) -> str:
    """Give the last lines that a program wrote."""
    if logs is None:
        return ""
    return "\n".join((logs / f"{program.name}.log").read_text("utf-8", "replace").splitlines()[-lines:])


def _become(program: Program, logs: Path | None, parent: int) -> NoReturn:
    """Turn this forked process into the program; never comes back into the supervisor's code."""
    code = 1
    try:
        os.setsid()
        for one in BLOCKED:
            signal.signal(one, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, BLOCKED)
        die_with_parent(parent)
        _redirect(program, logs)
        os.environ.update(program.environment)
        if program.module:
            code = _run_module(program)
        else:
            os.execvp(program.command[0], list(program.command))  # noqa: S606 - our own command
    except BaseException:  # noqa: BLE001 - whatever it is, it must not unwind into the supervisor
        sys.excepthook(*sys.exc_info())
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _redirect(program: Program, logs: Path | None) -> None:
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    if logs is None:
        os.dup2(2, 1)
        return
    logs.mkdir(parents=True, exist_ok=True)
    path = logs / f"{program.name}.log"
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    with path.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)


def _run_module(program: Program) -> int:
    """Do what `python -m module arguments…` does, in the interpreter that has everything imported."""
    if _LIBC is not None:
        _LIBC.prctl(PR_SET_NAME, f"checkin {program.name}"[:15].encode())
    sys.argv = [program.module, *program.command]
    try:
        runpy.run_module(program.module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
