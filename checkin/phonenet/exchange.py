"""The exchange: what texts and calls share, and the record of what should not have happened."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from checkin.phonenet.application import Application
from checkin.phonenet.clock import Clock, message_time
from checkin.phonenet.faults import Faults
from checkin.phonenet.store import Store
from checkin.phonenet.webhooks import Webhooks

Json = dict[str, Any]


@dataclass
class Addresses:
    """The webhook addresses of the application; an empty one is not called."""

    answer: str = ""
    event: str = ""
    inbound: str = ""
    status: str = ""
    fallback: str = ""


@dataclass
class Exchange:
    """The parts of the network that texts and calls both need."""

    application: Application
    clock: Clock
    store: Store
    faults: Faults
    webhooks: Webhooks
    urls: Addresses
    speech_rate: float
    lock: threading.RLock = field(default_factory=threading.RLock)
    violations: list[Json] = field(default_factory=list)
    # Hooks of the simulated neighbours; without them nobody is dead and nobody reacts.
    dead: Callable[[str], bool] = lambda _number: False
    on_text: Callable[[str, str], None] = lambda _number, _text: None

    def load(self) -> None:
        self.violations = self.store.all("violation")

    def is_dead(self, number: str) -> bool:
        """Some neighbours moved away; any other number is dead when a fault switch says so."""
        return self.dead(number)

    def violate(self, kind: str, number: str, detail: str, *, client_ref: str = "") -> None:
        """Note something that would have bothered a tenant in earnest."""
        violation = {
            "kind": kind,
            "number": number,
            "at": message_time(self.clock.now()),
            "detail": detail,
        }
        if client_ref:
            violation["client_ref"] = client_ref
        self.violations.append(violation)
        self.store.put("violation", uuid.uuid4().hex, violation)
