"""Fault switches: ways in which the provider, or the road to it, goes wrong.

`PUT /faults` takes one object or a list of `{"name", "times", "path", "value", "number",
"probability"}` and replaces what was set; `times` defaults to 1 (null = until switched off),
`path` and `number` narrow a fault to one kind of request or webhook and to one telephone.
`REQUEST_FAULTS`, `WEBHOOK_FAULTS` and `BEHAVIOURS` say what each one does.
"""

from __future__ import annotations

import random
import threading
from dataclasses import asdict, dataclass
from typing import Any

Json = dict[str, Any]

# `path` is the request: messages, calls, call (one call), talk, stream, dtmf.
REQUEST_FAULTS = {
    "refuse": "answers `value` (a status, 503 unless told) before it accepts anything; an object"
    " {status, retry_after} adds the header Retry-After",
    "drop_before_accepting": "closes the connection without accepting or answering",
    "drop": "accepts, then closes the connection without an answer",
    "slow": "accepts, then answers after `value` seconds",
    "fail_after_accepting": "accepts, then answers `value` (a status, 500 unless told)",
    "empty_answer": "accepts, then answers its usual status with an empty body",
    "status_before_answer": "sends the first status webhook of a text before the 202",
}

# `path` is the webhook: status, inbound, event, answer, input, notify, record, fallback.
WEBHOOK_FAULTS = {
    "duplicate": "sends it `value` times (2 unless told), each with a token of its own",
    "reorder": "holds it until the next webhook has gone out, at most `value` seconds (2)",
    "late": "sends it `value` seconds later (60 unless told)",
    "lose": "never sends it",
    "unsigned": "leaves out the Authorization header",
    "wrong_secret": "signs with another secret",
    "wrong_hash": "puts another payload_hash into the token",
    "old_token": "sets `iat` `value` seconds back (172800 unless told)",
    "future_token": "sets `iat` `value` seconds ahead (3600 unless told)",
    "other_application": "names another application in the token",
    "replayed_token": "uses the `jti` of the webhook before it again",
}

BEHAVIOURS = {
    "no_receipts": "sends no status webhook for the text at all",
    "text_outcome": "ends the text as `value` (rejected, undeliverable), or as an object {status, code}",
    "call_outcome": "ends the call as `value` (busy, failed, rejected, unanswered, cancelled,"
    " timeout, machine) without anyone touching the telephone",
    "timed_out_with_digit": "reports the digits of an input with timed_out true",
    "null_digits": "reports null instead of the digits of an input",
    "missing_dtmf": "leaves `dtmf` out of an input",
    "unknown_status": "names the event of a call `value` (quantum unless told)",
    "completed_missing": "never sends the event completed of a call",
}

NAMES = frozenset({*REQUEST_FAULTS, *WEBHOOK_FAULTS, *BEHAVIOURS})


class UnknownFaultError(ValueError):
    """A fault that the network does not have, or one that is not well described."""


@dataclass
class Fault:
    """One switch that is on."""

    name: str
    times: int | None = 1
    path: str = ""
    value: Any = None
    number: str = ""
    probability: float = 1.0

    def seconds(self, default: float) -> float:
        return default if self.value is None else float(self.value)


class Faults:
    """The switches that are on, used up in the order in which they were set."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self._chance = random.Random(1)  # noqa: S311 - seeded: a run that failed can be run again

    def set(self, described: list[Json]) -> None:
        faults = [self._read(one) for one in described]
        with self._lock:
            self._faults = faults

    def describe(self) -> list[Json]:
        with self._lock:
            return [asdict(fault) for fault in self._faults]

    def take(self, name: str, *, path: str = "", number: str = "") -> Fault | None:
        """Return the fault when it strikes now, and use it up once."""
        if not self._faults:
            return None
        with self._lock:
            for fault in self._faults:
                if fault.name != name or not self._meets(fault, path, number):
                    continue
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None

    def _meets(self, fault: Fault, path: str, number: str) -> bool:
        return (
            fault.path in {"", path}
            and fault.number in {"", number}
            and (fault.probability >= 1 or self._chance.random() < fault.probability)
        )

    @staticmethod
    def _read(described: Json) -> Fault:
        try:
            fault = Fault(**described)
        except TypeError as error:
            message = f"a fault has name, times, path, value, number, probability: {error}"
            raise UnknownFaultError(message) from error
        if fault.name not in NAMES:
            message = f"there is no fault {fault.name!r}; there are {', '.join(sorted(NAMES))}"
            raise UnknownFaultError(message)
        return fault
