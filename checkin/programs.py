"""The programs that together are checkin on one machine: Valkey if it is ours, the web, the workers, the reconciler."""

from __future__ import annotations

import importlib
import pkgutil
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress

from checkin.child import Program
from checkin.embedded import EmbeddedValkey
from checkin.jobs import Queue
from checkin.settings import Settings

Stages = tuple[tuple[Program, ...], ...]

WEB_THREADS = 3
"""With more each answer takes longer and no more are given: they wait for each other (`make bench BENCH=claims`)."""
WEB_STOP_SECONDS = 5
"""For requests that are being answered; shorter than the supervisor's grace."""
WEB_MODULES = ("checkin.app", "gunicorn.app.wsgiapp", "gunicorn.workers.gthread")
WORKERS_PACKAGE = "workers"


def stages(settings: Settings, *others: Program) -> Stages:
    """Give everything in the order in which it starts; `others` start first, beside Valkey."""
    first = (*valkey(settings), *others)
    second = (web(settings), *workers())
    return (first, second) if first else (second,)


def valkey(settings: Settings) -> tuple[Program, ...]:
    """Give our own Valkey, when the address is the socket in our own data directory."""
    own = EmbeddedValkey(settings.data_directory / "valkey")
    if settings.redis_url.get_secret_value() != own.url:
        return ()
    return (Program("valkey", own.command, ready=own.ready),)


def web(settings: Settings) -> Program:
    """Give the web server."""
    return Program("web", web_arguments(settings), module="gunicorn", ready=listening(settings.host, settings.port))


def web_arguments(settings: Settings) -> tuple[str, ...]:
    """Give what gunicorn is told."""
    return (
        *("--bind", f"{settings.host}:{settings.port}"),
        *("--workers", str(settings.web_processes), "--threads", str(WEB_THREADS), "--worker-class", "gthread"),
        # Longer than the three seconds between two polls of a page: it then needs no new connection for each.
        *("--keep-alive", "10"),
        "--preload",
        *("--graceful-timeout", str(WEB_STOP_SECONDS), "--log-level", "warning", "--no-control-socket"),
        "checkin.wsgi:app",
    )


def workers() -> tuple[Program, ...]:
    """Give one worker for each queue (a worker with two can lose a job) and one reconciler."""
    queues = tuple(Program(queue.value, (queue.value,), module=WORKERS_PACKAGE) for queue in Queue)
    return (*queues, Program("reconciler", ("reconciler",), module=WORKERS_PACKAGE))


def preload(modules: Sequence[str] = WEB_MODULES) -> None:
    """Import what the programs need, once, before they are forked: they then share the memory and start at once."""
    package = importlib.import_module(WORKERS_PACKAGE)
    jobs = [found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_")]
    for name in (*modules, *(f"{WORKERS_PACKAGE}.{job}" for job in jobs)):
        importlib.import_module(name)


def listening(host: str, port: int) -> Callable[[], bool]:
    """Give the question whether something listens there."""

    def answer() -> bool:
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            return True
        return False

    return answer


def taken(host: str, ports: Sequence[int]) -> list[int]:
    """List the ports on which we cannot listen, because somebody else does."""
    return [port for port in ports if not _free(host, port)]


def _free(host: str, port: int) -> bool:
    with suppress(OSError), socket.socket() as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ours.bind((host, port))
        return True
    return False
