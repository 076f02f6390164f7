"""Our web application with the time that each request took inside it, without the waiting before its door."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from checkin.wsgi import app as ours


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as `checkin.wsgi` does, and say in a header how many milliseconds that took."""
    began = time.perf_counter()

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        took = (time.perf_counter() - began) * 1000
        return start_response(status, [*headers, ("X-Took", f"{took:.2f}")], *more)

    return ours(environ, start)
