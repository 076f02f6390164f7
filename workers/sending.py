"""Sending what is due: a small crew of threads, each with its own connection, at a pace that all workers share.

Every text or call goes through three steps, a few together: claim them (a commit), ask the provider (no transaction
is open, each on its own thread and at its own moment), record the receipts (a commit). A worker that dies in between
leaves `sending` behind, which becomes `unknown`: it is never sent again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from checkin.aftercare import referrals
from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.deliveries import DeliveryState
from checkin.domain.narrowing import narrowed
from checkin.domain.office_hours import Calendar
from checkin.flow import call_settled, settle_text, settle_texts_sent, stand_aside
from checkin.logs import logger
from checkin.messaging import service as messaging
from checkin.messaging.gateway import Accepted, Gateway, Receipt
from checkin.messaging.models import Call, CallPurpose, Message
from checkin.messaging.pace import reserve
from checkin.messaging.service import Claimed, Due
from checkin.messaging.wording import Wording
from checkin.outreach import service as outreach
from checkin.runtime import Runtime
from workers.release import release_due
from workers.scope import scope

log = logger(__name__)

JOB_SECONDS = 20
"""A job stops taking more after this, well within its limit; the next ring goes on."""
CREW = 12
"""Requests under way at once: at 200 ms a request this still fills 30 a second."""
GROUP_SECONDS = 0.2
"""So much is claimed in one transaction, at a fifth of the cost; a worker that is killed loses sight of no more."""
LOOK_SECONDS = 0.2
"""How long to wait for the answer to a request when there is nothing else to do."""
CHUNK_SECONDS = 0.5
"""Moments reserved at a time: short, so that several workers share the pace evenly."""
CHUNKS_AHEAD = 4
"""So much is planned before it is needed."""
CLAIM_SECONDS = 0.03
"""What a claim with its commit takes at most, on a machine that is not overloaded."""
RECORD_TRIES, RECORD_AGAIN_SECONDS = 3, 1.0
LATER = timedelta(hours=1)
"""A tenant who is being asked in another campaign is looked at again after this."""
SOON = timedelta(seconds=30)
"""A question that has to wait is looked at again after this."""


@dataclass(frozen=True)
class Channel:
    """How one kind of delivery is sent."""

    name: str
    kind: type[Message | Call]
    per_second: Callable[[Runtime], float]
    hours: Callable[[Runtime], Calendar]
    send: Callable[[Gateway, Claimed], Receipt]
    sent: Callable[[Session, Runtime, list[Claimed], datetime], None]
    """What follows when the provider took them."""
    settle: Callable[..., None]
    """What follows when one did not leave, or perhaps."""


def _send_text(gateway: Gateway, claimed: Claimed) -> Receipt:
    return gateway.send_text(reference=claimed.id, number=claimed.number, text=claimed.text)


def _start_call(gateway: Gateway, claimed: Claimed) -> Receipt:
    return gateway.start_call(reference=claimed.id, number=claimed.number, purpose=CallPurpose(claimed.purpose))


def _texts_sent(session: Session, runtime: Runtime, sent: list[Claimed], now: datetime) -> None:
    settle_texts_sent(session, runtime, wordings={one.id: one.wording for one in sent}, now=now)


def _calls_started(session: Session, runtime: Runtime, sent: list[Claimed], now: datetime) -> None:
    for one in sent:
        call_settled(session, runtime, reference=one.id, state=DeliveryState.SENT, now=now)


def _is_sent(receipt: Receipt) -> bool:
    return receipt.accepted is Accepted.SENT


TEXTS = Channel(
    name="texts",
    kind=Message,
    per_second=lambda runtime: runtime.settings.texts_per_second,
    hours=lambda runtime: runtime.text_hours,
    send=_send_text,
    sent=_texts_sent,
    settle=settle_text,
)
CALLS = Channel(
    name="calls",
    kind=Call,
    per_second=lambda runtime: runtime.settings.calls_per_second,
    hours=lambda runtime: runtime.call_hours,
    send=_start_call,
    sent=_calls_started,
    settle=call_settled,
)


def send_due(runtime: Runtime, channel: Channel) -> int:
    """Send what is due on one channel until nothing is left or the time is up; give how many were tried."""
    until = time.monotonic() + JOB_SECONDS
    total, quiet = 0, scope.quiet()
    with Crew(runtime, channel) as crew:
        while time.monotonic() < until and not scope.stopping.is_set():
            waiting = crew.due()
            # Released as needed, while others are on their way: the first leaves at once, however large the round.
            hungry = len(waiting) < crew.chunk * CHUNKS_AHEAD
            released = release_due(runtime, from_the_end=channel is CALLS) if hungry else 0
            if quiet.over(busy=bool(waiting or crew.under_way or released)):
                break
            leaving = waiting[: crew.chunk]
            crew.send(leaving)
            crew.record(patience=0 if leaving or released else LOOK_SECONDS)
            total += len(leaving)
    return total


def _sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))


class RollingGate:
    """Lets so many through in any one second, measured as they really leave and not as they were planned."""

    # The road to the provider adds some jitter of its own.
    SECOND = 1.02

    def __init__(self, per_second: float) -> None:
        self._passed: deque[float] = deque(maxlen=max(1, int(per_second)))
        self._wait = self.SECOND * max(1.0, self._passed.maxlen or 1) / max(per_second, 1.0)
        self._lock = threading.Lock()

    def pass_through(self) -> None:
        """Wait until one more may leave."""
        with self._lock:
            if len(self._passed) == self._passed.maxlen:
                time.sleep(max(0.0, self._passed[0] + self._wait - time.monotonic()))
            self._passed.append(time.monotonic())


class Crew:
    """A few threads that each keep one connection to the provider for as long as the job lasts."""

    def __init__(self, runtime: Runtime, channel: Channel) -> None:
        self._runtime = runtime
        self._channel = channel
        self._rate = channel.per_second(runtime)
        self.chunk = max(1, int(self._rate * CHUNK_SECONDS))
        self._group = max(1, min(CREW // 2, int(self._rate * GROUP_SECONDS)))
        self._gate = RollingGate(self._rate)
        self._pool = ThreadPoolExecutor(CREW, thread_name_prefix=f"send-{channel.name}")
        self._own = threading.local()
        self._gateways: list[Gateway] = []
        self.under_way: dict[Future[Receipt], Claimed] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_more: object) -> None:
        self._pool.shutdown()
        for gateway in self._gateways:
            gateway.close()
        try:
            self.record()
        except Exception as second:
            if error is None:
                raise
            log.error("receipts not recorded", error=type(second).__name__)  # noqa: TRY400  the first error is raised

    def due(self) -> list[Due]:
        """List what may leave now."""
        with reading(self._runtime) as session:
            limit = self.chunk * CHUNKS_AHEAD
            return messaging.due(session, self._channel.kind, now=self._runtime.now(), limit=limit)

    def send(self, due: list[Due]) -> None:
        """Give each its own moment; claim a few at a time, as late as can be, and hand them to the threads."""
        if not due:
            return
        with unit_of_work(self._runtime) as session:
            now = self._runtime.now()
            moments = reserve(session, self._channel.name, count=len(due), per_second=self._rate, now=now)
        start = time.monotonic()
        leaving = [start + (moment - now).total_seconds() for moment in moments]
        for first in range(0, len(due), self._group):
            group = slice(first, first + self._group)
            self._make_room(self._group)
            # As late as can be: what a killed worker had claimed and not sent ends as unknown.
            _sleep_until(leaving[first] - CLAIM_SECONDS)
            for claimed, leaves_at in zip(self._claim(due[group]), leaving[group], strict=False):
                self.under_way[self._pool.submit(self._ask, claimed, leaves_at)] = claimed
            self.record()

    def _make_room(self, places: int) -> None:
        while len(self.under_way) + places > CREW:
            wait(self.under_way, return_when=FIRST_COMPLETED)
            self.record()

    def _ask(self, claimed: Claimed, leaves_at: float) -> Receipt:
        gateway = self._gateway()
        _sleep_until(leaves_at)
        self._gate.pass_through()
        return self._channel.send(gateway, claimed)

    def record(self, *, patience: float = 0) -> None:
        """Record every receipt that came, all in one transaction; wait so many seconds for one when none did.

        Raises what went wrong in a thread, after the others were recorded.
        """
        if patience and self.under_way:
            wait(self.under_way, timeout=patience, return_when=FIRST_COMPLETED)
        done = [(future, self.under_way[future]) for future in self.under_way if future.done()]
        receipts = [(claimed, future.result()) for future, claimed in done if future.exception() is None]
        if receipts:
            self._record(receipts)
        for future, _ in done:
            del self.under_way[future]
        for future, _ in done:
            future.result()

    def _record(self, receipts: list[tuple[Claimed, Receipt]], *, tries: int = RECORD_TRIES) -> None:
        try:
            with unit_of_work(self._runtime) as session:
                self._record_in(session, receipts)
        except OperationalError:
            # The database is away: what the provider answered is worth waiting for, or a person has to find out.
            if tries <= 1:
                raise
            time.sleep(RECORD_AGAIN_SECONDS)
            self._record(receipts, tries=tries - 1)
        except Exception as error:
            if len(receipts) == 1:
                raise
            log.warning("recorded one by one", channel=self._channel.name, error=type(error).__name__)
            for receipt in receipts:
                self._record([receipt])

    def _record_in(self, session: Session, receipts: list[tuple[Claimed, Receipt]]) -> None:
        now, kind = self._runtime.now(), self._channel.kind
        taken = {claimed.id: receipt.provider_id or "" for claimed, receipt in receipts if _is_sent(receipt)}
        if taken:
            tokens = {claimed.token for claimed, _ in receipts}
            held = set(messaging.record_sent(session, kind, provider_ids=taken, tokens=tokens, now=now))
            self._channel.sent(session, self._runtime, [one for one, _ in receipts if one.id in held], now)
        for claimed, receipt in receipts:
            if _is_sent(receipt):
                continue
            state = messaging.record_not_sent(session, kind, claimed=claimed, receipt=receipt, now=now)
            if state is not None:
                self._channel.settle(session, self._runtime, reference=claimed.id, state=state, now=now)
                log.info("did not leave", channel=self._channel.name, reference=claimed.id, state=state.value)

    def _claim(self, due: list[Due]) -> list[Claimed]:
        """Take them, note that the questions leave, and give them; without what must not leave (now)."""
        try:
            with unit_of_work(self._runtime) as session:
                claimed, refused = self._claim_in(session, due, self._runtime.now())
        except IntegrityError:
            # The database refused a second live conversation with one of these tenants.
            return [claimed for one in due for claimed in self._claim_alone(one)]
        self._hold_back(refused)
        return claimed

    def _claim_alone(self, due: Due) -> list[Claimed]:
        try:
            with unit_of_work(self._runtime) as session:
                claimed, refused = self._claim_in(session, [due], self._runtime.now())
        except IntegrityError:
            with unit_of_work(self._runtime) as session:
                now = self._runtime.now()
                messaging.postpone(session, self._channel.kind, reference=due.id, due_at=now + LATER, now=now)
            return []
        self._hold_back(refused)
        return claimed

    def _claim_in(self, session: Session, due: list[Due], now: datetime) -> tuple[list[Claimed], list[str]]:
        kind = self._channel.kind
        open_now = [one for one in due if self._is_open(session, one, now)]
        references = [one.id for one in open_now]
        quiet = timedelta(days=self._runtime.settings.quiet_days)
        may_ask = or_(outreach.may_ask(kind, now, quiet), referrals.may_ask(kind, now))
        claimed = messaging.claim_deliveries(session, kind, references=references, now=now, may_ask=may_ask)
        questions = [one.id for one in claimed if one.automatic_check]
        if questions:
            outreach.mark_asked(session, references=questions, now=now, quiet=quiet)
        about_referrals = [one.id for one in claimed if one.wording == Wording.S17_REFERRAL]
        if about_referrals:
            days = self._runtime.settings.referral_answer_days
            referrals.mark_asked(session, references=about_referrals, now=now, answer_days=days)
        refused = sorted(set(references) - {one.id for one in claimed})
        return sorted(claimed, key=lambda one: references.index(one.id)), refused

    def _hold_back(self, references: list[str]) -> None:
        """Take back what may never leave any more; look again later at what only has to wait.

        After the claims are committed: what was refused may be in the hands of another worker, and who waits for that
        one must hold nothing that it waits for.
        """
        if not references:
            return
        try:
            with unit_of_work(self._runtime) as session:
                now = self._runtime.now()
                for reference in references:
                    self._hold_back_one(session, reference, now)
        except OperationalError as error:
            # What was claimed must leave all the same; these are still due, and looked at again.
            log.warning("not held back", channel=self._channel.name, error=type(error).__name__)

    def _is_open(self, session: Session, due: Due, now: datetime) -> bool:
        """Tell whether it may leave at this hour; a question that may not is put off to the next one that is right."""
        calendar = narrowed(self._channel.hours(self._runtime), due.hours)
        if not due.automatic_check or calendar.is_open(now):
            return True
        # However late the queue runs, nobody is asked outside the hours.
        messaging.postpone(session, self._channel.kind, reference=due.id, due_at=calendar.next_open(now), now=now)
        return False

    def _hold_back_one(self, session: Session, reference: str, now: datetime) -> None:
        """Take back what was stopped or has a number that is no use; look again soon at what only has to wait."""
        if messaging.withdraw(session, self._channel.kind, reference=reference, now=now):
            outreach.end_attempt(session, self._runtime, reference=reference, how=AttemptEnd.CANCELLED, now=now)
            return
        aside = stand_aside(session, self._runtime, references=[reference], now=now)
        # Paused, or somebody's words wait to be read: not in every round.
        later = LATER if aside else SOON
        messaging.postpone(session, self._channel.kind, reference=reference, due_at=now + later, now=now)

    def _gateway(self) -> Gateway:
        if not hasattr(self._own, "gateway"):
            self._own.gateway = self._runtime.gateway()
            self._gateways.append(self._own.gateway)
        gateway: Gateway = self._own.gateway
        return gateway
