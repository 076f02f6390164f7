"""The supervisor with real processes: order, restart, and nobody left behind however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from checkin.child import LARGEST_LOG


def until(true: Callable[[], object], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


class House:
    """A supervisor in a process of its own, with programs that note when they come and go."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.notes = directory / "notes"
        self.notes.touch()
        self.process: subprocess.Popen[str] | None = None

    def program(self, name: str, body: str = "") -> str:
        """A program that notes `+name`, does `body` and lives on, until it is asked to stop: `-name`."""
        path = self.directory / f"{name}.py"
        path.write_text(
            textwrap.dedent(f"""\
                import signal, sys, time
                def note(what):
                    with open({str(self.notes)!r}, "a") as file:
                        file.write(what + "{name} ")
                def end(*_):
                    note("-")
                    sys.exit(0)
                signal.signal(signal.SIGTERM, end)
                note("+")
                {body}
                while True:
                    time.sleep(60)
            """)
        )
        return f'Program("{name}", (sys.executable, {str(path)!r}), ready=noted("+{name}"), ready_seconds=5)'

    def start(self, *stages: str, grace: float = 3) -> subprocess.Popen[str]:
        code = textwrap.dedent(f"""\
            import sys
            from pathlib import Path
            from checkin.child import Program
            from checkin.supervisor import StartFailed, Supervisor
            notes = Path({str(self.notes)!r})
            def noted(what):
                return lambda: what in notes.read_text()
            house = Supervisor([{", ".join(f"({stage},)" for stage in stages)}],
                logs=Path({str(self.directory / "logs")!r}), grace={grace})
            try:
                house.run(lambda: print("ready", flush=True))
            except StartFailed as failed:
                sys.exit(str(failed))
        """)
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        return self.process

    def said(self) -> str:
        assert self.process
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def story(self) -> list[str]:
        return self.notes.read_text().split()

    def alive(self) -> list[str]:
        return [
            one.name() for one in psutil.process_iter(["cmdline"]) if str(self.directory) in str(one.info["cmdline"])
        ]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    one = House(tmp_path)
    yield one
    if one.process:
        if one.process.poll() is None:
            one.process.kill()
        one.process.communicate()
    until(lambda: not one.alive())


def test_stages_start_in_order_and_stop_in_reverse(house: House) -> None:
    running = house.start(house.program("valkey"), house.program("web"))
    assert house.said() == "ready"
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=10) == 0
    assert house.story() == ["+valkey", "+web", "-web", "-valkey"]


def test_ctrl_c_to_the_whole_group_still_stops_in_order(house: House) -> None:
    running = house.start(house.program("valkey"), house.program("web"))
    assert house.said() == "ready"
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(timeout=10) == 0
    assert house.story() == ["+valkey", "+web", "-web", "-valkey"]


def test_a_fallen_process_starts_again_and_the_others_go_on(house: House) -> None:
    house.start(house.program("valkey"), house.program("web"))
    assert house.said() == "ready"
    web = next(one for one in psutil.Process(house.process.pid).children() if "web.py" in str(one.cmdline()))
    web.kill()
    assert house.said().startswith("web was ended by SIGKILL; it starts again in 1 s; see")
    until(lambda: house.story().count("+web") == 2)
    assert house.story() == ["+valkey", "+web", "+web"]


def test_no_process_outlives_a_supervisor_that_was_killed(house: House) -> None:
    running = house.start(house.program("valkey"), house.program("web"))
    assert house.said() == "ready"
    running.kill()
    until(lambda: not house.alive())


def test_a_process_that_will_not_go_is_killed_after_the_grace(house: House) -> None:
    stubborn = house.program("stubborn", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")
    running = house.start(house.program("valkey"), stubborn, grace=0.5)
    assert house.said() == "ready"
    running.terminate()
    assert running.wait(timeout=10) == 0
    assert not house.alive()


def test_a_second_ctrl_c_waits_for_nobody(house: House) -> None:
    stubborn = house.program("stubborn", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")
    running = house.start(stubborn, grace=60)
    assert house.said() == "ready"
    running.send_signal(signal.SIGINT)
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=10) == 0


def test_what_a_process_started_itself_goes_with_it(house: House) -> None:
    child = house.directory / "grandchild.py"
    child.write_text("import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)\n")
    parent = house.program("parent", f"import subprocess; subprocess.Popen([sys.executable, {str(child)!r}])")
    running = house.start(parent)
    assert house.said() == "ready"
    until(lambda: len(house.alive()) >= 3)
    running.terminate()
    assert running.wait(timeout=10) == 0
    until(lambda: not house.alive(), seconds=2)  # the kernel ends what was killed in its own time


def test_a_process_that_cannot_start_stops_the_rest_and_says_why(house: House) -> None:
    broken = house.program("web", "sys.exit('no such table: tenant')").replace("+web", "never")
    running = house.start(house.program("valkey"), broken)
    _, said = running.communicate(timeout=10)
    assert running.returncode == 1
    assert "web stopped at once." in said
    assert "no such table: tenant" in said
    assert not house.alive()


def test_a_large_log_makes_room_when_the_program_starts(house: House) -> None:
    log = house.directory / "logs" / "valkey.log"
    log.parent.mkdir()
    log.write_bytes(b"x" * (LARGEST_LOG + 1))
    house.start(house.program("valkey", "print('a fresh page', flush=True)"))
    assert house.said() == "ready"
    until(lambda: log.read_text() == "a fresh page\n")
    assert log.with_suffix(".log.1").stat().st_size == LARGEST_LOG + 1


def test_a_module_runs_as_it_would_by_itself(house: House) -> None:
    house.start('Program("calendar", ("2026", "11"), module="calendar")')
    log = house.directory / "logs" / "calendar.log"
    until(lambda: log.exists() and "November 2026" in log.read_text())
    assert house.said() == "ready"
    assert house.said().startswith("calendar ended with exit code 0; it starts again in 1 s")


def test_a_module_that_breaks_leaves_its_traceback_in_its_log(house: House) -> None:
    running = house.start('Program("web", module="no_such_module", ready=lambda: False)')
    _, said = running.communicate(timeout=10)
    assert running.returncode == 1
    assert "No module named no_such_module" in said
