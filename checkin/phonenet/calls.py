"""One call, and what the provider says about it.

What a handset shows as `state`:

- `ringing`: the telephone rings (or, for an inbound call, the tenant hears it ring)
- `answered`: somebody talks or listens
- `voicemail`: a machine has picked up and listens
- `completed`: it was answered and is over
- `busy`, `rejected`, `timeout`, `unanswered`, `failed`, `cancelled`: it is over and was never
  answered, for the reason that the provider's event of the same name gives
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field, fields
from typing import Any

from checkin.phonenet.clock import Timer, webhook_time

Json = dict[str, Any]

RATE = 0.0045
LIVE = frozenset({"ringing", "answered", "voicemail"})
TALKING = frozenset({"answered", "voicemail"})
# What the provider says with each end that is not an answer (Voice API, event webhook).
ENDS: dict[str, Json] = {
    "busy": {"sip_code": 486},
    "rejected": {"detail": "declined", "sip_code": 603},
    "unanswered": {"detail": "unavailable", "sip_code": 480},
    "failed": {"detail": "number_out_of_service", "sip_code": 404},
    "timeout": {},
    "cancelled": {},
}


@dataclass
class Listening:
    """An input action that waits for keys."""

    action: Json
    digits: str = ""
    dtmf: bool = True

    @property
    def time_out(self) -> float:
        if not self.dtmf:
            return float(self.action.get("speech", {}).get("startTimeout", 10))
        return float(self.action.get("dtmf", {}).get("timeOut", 3))

    @property
    def most(self) -> int:
        return int(self.action.get("dtmf", {}).get("maxDigits", 4))

    @property
    def on_hash(self) -> bool:
        return bool(self.action.get("dtmf", {}).get("submitOnHash", False))


@dataclass
class Live:
    """What a running call needs and a finished one forgets."""

    speech_rate: float
    actions: deque[Json] = field(default_factory=deque)
    listening: Listening | None = None
    recording: Json | None = None
    barge: bool = False
    early_keys: str = ""
    spoken_until: float = 0.0
    step_timer: Timer | None = None
    limit_timer: Timer | None = None
    partner: Call | None = None
    connect: Json | None = None
    conversation: str = ""
    turn: int = 0


@dataclass
class Call:
    """One leg between the network and a telephone."""

    uuid: str
    conversation_uuid: str
    from_: str
    to: str
    direction: str
    at: float
    live: Live
    state: str = "ringing"
    status: str = "started"
    heard: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    keys: str = ""
    event_url: str = ""
    event_method: str = "POST"
    answer_url: str = ""
    answer_method: str = "GET"
    ringing_timer: float = 60
    length_timer: float = 7200
    detection: str = ""
    detection_first: bool = False
    machine: bool = False
    parent: str = ""
    answered_at: float | None = None
    ended_at: float | None = None
    ncco: list[Json] | None = None

    @property
    def handset(self) -> str:
        return self.to if self.direction == "outbound" else self.from_

    @property
    def is_over(self) -> bool:
        return self.state not in LIVE

    @property
    def is_talking(self) -> bool:
        return self.state in TALKING

    def show(self) -> Json:
        """What the telephone shows; `heard` has one entry for each sentence."""
        return {
            "uuid": self.uuid,
            "from": self.from_,
            "to": self.to,
            "state": self.state,
            "heard": list(self.heard),
            "keys": self.keys,
            "at": webhook_time(self.at),
        }

    def show_fully(self) -> Json:
        """What a page of the telephone needs besides: who rang, the language of each sentence, who listens."""
        return {
            **self.show(),
            "direction": self.direction,
            "languages": list(self.languages),
            "listening": self.live.listening is not None,
        }

    def describe(self, base: str) -> Json:
        """What GET /v1/calls says (Voice API, call object: all figures are strings)."""
        described: Json = {
            "_links": {"self": {"href": f"{base}/v1/calls/{self.uuid}"}},
            "uuid": self.uuid,
            "conversation_uuid": self.conversation_uuid,
            "to": {"type": "phone", "number": self.to},
            "from": {"type": "phone", "number": self.from_},
            "status": self.status,
            "direction": self.direction,
        }
        if self.is_over:
            described |= self.bill(1.0)
        return described

    def bill(self, time_scale: float) -> Json:
        """The figures of a call that is over, every one of them a string."""
        ended = self.ended_at or self.at
        seconds = 0
        if self.answered_at is not None:
            seconds = max(1, math.ceil((ended - self.answered_at) * time_scale))
        return {
            "start_time": webhook_time(self.answered_at or ended),
            "end_time": webhook_time(ended),
            "duration": str(seconds),
            "rate": f"{RATE:.8f}",
            "price": f"{seconds / 60 * RATE:.8f}",
            "network": "20404",
        }

    def row(self) -> Json:
        """What is stored of it: all but what only a running call needs."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name != "live"}
