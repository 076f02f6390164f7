"""Sending what is due: a small crew of threads, each with its own connection, at a pace that all workers share.

Every text or call goes through three steps of its own: claim it (a commit), ask the provider (no transaction is
open), record the receipt (a commit). A worker that dies in between leaves `sending` behind, which becomes `unknown`:
it is never sent again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.office_hours import Calendar
from checkin.flow import settle_call, settle_text
from checkin.logs import logger
from checkin.messaging import service as messaging
from checkin.messaging.gateway import Gateway, Receipt
from checkin.messaging.models import Call, Message
from checkin.messaging.pace import reserve
from checkin.outreach import service as outreach
from checkin.runtime import Runtime

log = logger(__name__)

JOB_SECONDS = 20
"""A job stops taking more after this, well within its limit; the next ring goes on."""
CREW = 6
"""Requests under way at once: at 200 ms a request this still fills 30 a second."""
CHUNK_SECONDS = 0.5
"""Moments reserved at a time: short, so that several workers share the pace evenly."""
OUTSIDE_HOURS = timedelta(hours=1)


@dataclass(frozen=True)
class Channel:
    """How one kind of delivery is sent."""

    name: str
    kind: type[Message | Call]
    per_second: Callable[[Runtime], float]
    hours: Callable[[Runtime], Calendar]
    send: Callable[[Gateway, Message | Call], Receipt]
    settle: Callable[..., None]


def _send_text(gateway: Gateway, delivery: Message | Call) -> Receipt:
    assert isinstance(delivery, Message)  # noqa: S101  narrows the type
    return gateway.send_text(reference=delivery.id, number=delivery.number, text=delivery.text)


def _start_call(gateway: Gateway, delivery: Message | Call) -> Receipt:
    return gateway.start_call(reference=delivery.id, number=delivery.number)


TEXTS = Channel(
    "texts", Message, lambda r: r.settings.texts_per_second, lambda r: r.text_hours, _send_text, settle_text
)
CALLS = Channel("calls", Call, lambda r: r.settings.calls_per_second, lambda r: r.call_hours, _start_call, settle_call)


def send_due(runtime: Runtime, channel: Channel) -> int:
    """Send what is due on one channel until nothing is left or the time is up; give how many were tried."""
    until = time.monotonic() + JOB_SECONDS
    total = 0
    with Crew(runtime, channel) as crew:
        while time.monotonic() < until:
            chunk = max(1, int(channel.per_second(runtime) * CHUNK_SECONDS))
            with reading(runtime) as session:
                references = messaging.due(session, channel.kind, now=runtime.now(), limit=chunk)
            if not references:
                break
            crew.send(references)
            total += len(references)
    return total


class Crew:
    """A few threads that each keep one connection to the provider for as long as the job lasts."""

    def __init__(self, runtime: Runtime, channel: Channel) -> None:
        self._runtime = runtime
        self._channel = channel
        self._pool = ThreadPoolExecutor(CREW, thread_name_prefix=f"send-{channel.name}")
        self._own = threading.local()
        self._gateways: list[Gateway] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown()
        for gateway in self._gateways:
            gateway.close()

    def send(self, references: list[str]) -> None:
        """Send each at its own moment; return when the last has its receipt or its time-out."""
        with unit_of_work(self._runtime) as session:
            now = self._runtime.now()
            moments = reserve(
                session,
                self._channel.name,
                count=len(references),
                per_second=self._channel.per_second(self._runtime),
                now=now,
            )
        start = time.monotonic()
        under_way: list[Future[None]] = []
        for reference, moment in zip(references, moments, strict=True):
            time.sleep(max(0.0, (moment - now).total_seconds() - (time.monotonic() - start)))
            under_way.append(self._pool.submit(self._send_one, reference))
        for future in under_way:
            future.result()

    def _send_one(self, reference: str) -> None:
        claimed = self._claim(reference)
        if claimed is None:
            return
        delivery, token = claimed
        receipt = self._channel.send(self._gateway(), delivery)
        with unit_of_work(self._runtime) as session:
            now = self._runtime.now()
            state = messaging.record_receipt(
                session, self._channel.kind, reference=reference, token=token, receipt=receipt, now=now
            )
            if state is not None:
                self._channel.settle(session, self._runtime, reference=reference, state=state, now=now)
                log.info("left", channel=self._channel.name, reference=reference, state=state.value)

    def _claim(self, reference: str) -> tuple[Message | Call, str] | None:
        """Take it, note that the question leaves, and give it; None when it must not leave (now)."""
        try:
            with unit_of_work(self._runtime) as session:
                now = self._runtime.now()
                return self._claim_in(session, reference, now)
        except IntegrityError:
            # The database refused a second live conversation with this tenant: look again later.
            with unit_of_work(self._runtime) as session:
                later = self._runtime.now() + OUTSIDE_HOURS
                messaging.postpone(session, self._channel.kind, reference=reference, due_at=later)
            return None

    def _claim_in(self, session: Session, reference: str, now: datetime) -> tuple[Message | Call, str] | None:
        kind, calendar = self._channel.kind, self._channel.hours(self._runtime)
        delivery: Any = session.get_one(kind, reference)
        if delivery.automatic_check and not calendar.is_open(now):
            # However late the queue runs, nobody is asked outside the hours.
            messaging.postpone(session, kind, reference=reference, due_at=calendar.next_open(now))
            return None
        may_ask = outreach.may_ask(kind, now)
        token = messaging.claim_delivery(session, kind, reference=reference, now=now, may_ask=may_ask)
        if token is None:
            self._hold_back(session, reference, now)
            return None
        if delivery.automatic_check:
            outreach.mark_asked(session, reference=reference, now=now)
        return delivery, token

    def _hold_back(self, session: Session, reference: str, now: datetime) -> None:
        """Take back what was stopped or has a number that is no use; look again soon at what only has to wait."""
        if messaging.withdraw(session, self._channel.kind, reference=reference, now=now):
            outreach.end_attempt(session, self._runtime, reference=reference, how=AttemptEnd.CANCELLED, now=now)
            return
        # Paused, or somebody's words wait to be read: not in every round.
        messaging.postpone(session, self._channel.kind, reference=reference, due_at=now + timedelta(seconds=30))

    def _gateway(self) -> Gateway:
        if not hasattr(self._own, "gateway"):
            self._own.gateway = self._runtime.gateway()
            self._gateways.append(self._own.gateway)
        gateway: Gateway = self._own.gateway
        return gateway
