"""Structured log lines that never hold a telephone number, a name, a text or a code."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# Six digits or more in a row, with the separators people use, may be (part of) a telephone number.
_NUMBER = re.compile(r"\+?\d(?:[\s().-]?\d){6,}")
_KEPT = frozenset({"timestamp", "at", "reference", "job_id", "event_id"})


def scrub(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blank out whatever looks like a telephone number in any text of a log line."""
    for key, value in entry.items():
        if key not in _KEPT and isinstance(value, str):
            entry[key] = _NUMBER.sub("[number]", value)
    return entry


def configure(level: str = "INFO") -> None:
    """Send our own lines and those of libraries through one scrubbing formatter, as JSON on standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            scrub,
            structlog.processors.JSONRenderer(),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # The SDK prints bodies at WARNING and numbers at DEBUG; RQ prints job arguments; urllib3 prints URLs.
    for name, quiet in (
        ("vonage", "ERROR"),
        ("urllib3", "ERROR"),
        ("rq.worker", "WARNING"),
        ("rq", "WARNING"),
        ("alembic", "WARNING"),
    ):
        logging.getLogger(name).setLevel(quiet)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """Give the logger of a module; log ids and states, nothing that says who somebody is."""
    return structlog.stdlib.get_logger(name)
