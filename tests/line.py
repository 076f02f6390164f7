"""A landlord's line with a carrier that notes what leaves and tells nothing by itself: every report is the test's."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from checkin import flow
from checkin.campaigns.service import start_campaign
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.deliveries import DeliveryAction
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, CallEnd, CallPurpose, EventKind, Message, ProviderEvent
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.runtime import Runtime
from checkin.tenants.models import Channel, Happening, Tenant, TimelineEntry
from tests.conftest import MovableClock
from workers.release import release_due
from workers.scope import scope
from workers.sending import CALLS, TEXTS, send_due

ALWAYS = "mon-sun 00:00-24:00"


@dataclass
class Carrier:
    """Takes every text and call, unless `answers` says otherwise; keeps what it was handed."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    purposes: list[CallPurpose] = field(default_factory=list)
    """What each of the calls was for."""
    answers: list[Receipt | BaseException] = field(default_factory=list)
    meanwhile: Callable[[], Any] | None = None
    """What happens elsewhere while the first request is under way."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send_text(self, *, reference: str, number: str, text: str) -> Receipt:
        with self._lock:
            self.texts.append((number, text))
            return self._answer(reference)

    def start_call(self, *, reference: str, number: str, purpose: CallPurpose) -> Receipt:
        with self._lock:
            self.calls.append(number)
            self.purposes.append(purpose)
            return self._answer(reference)

    def close(self) -> None: ...

    def _answer(self, reference: str) -> Receipt:
        if (meanwhile := self.meanwhile) is not None:
            self.meanwhile = None
            meanwhile()
        answer = self.answers.pop(0) if self.answers else Receipt(Accepted.SENT, provider_id=f"provider-{reference}")
        if isinstance(answer, BaseException):
            raise answer
        return answer


@dataclass
class Line:
    """The house on one line: ask a tenant, let reports and texts come in, and look at what became of it."""

    runtime: Runtime
    clock: MovableClock
    carrier: Carrier
    _ids: itertools.count[int] = field(default_factory=itertools.count)

    # What the landlord does.

    def store(self, make: Any, **given: Any) -> Any:
        with unit_of_work(self.runtime) as session:
            return make(session, **given)

    def start(self, *tenants: Tenant, channel: Channel = Channel.AUTO) -> int:
        with unit_of_work(self.runtime) as session:
            campaign = start_campaign(
                session,
                name="80+ najaar",
                channel=channel,
                tenant_ids=[tenant.id for tenant in tenants if tenant.id],
                created_by=None,
                now=self.clock(),
            )
        return campaign.id or 0

    def work(self) -> None:
        """Release what is due and let it leave, as the workers do."""
        release_due(self.runtime)
        for channel in (TEXTS, CALLS):
            send_due(self.runtime, channel)

    def settle(self) -> None:
        with unit_of_work(self.runtime) as session:
            flow.give_up_waiting(session, self.runtime, now=self.clock())

    def ask(self, *tenants: Tenant, channel: Channel = Channel.AUTO) -> Attempt:
        """Ask tenants, and give the attempt at the last one."""
        self.start(*tenants, channel=channel)
        self.work()
        return self.attempts(tenants[-1])[-1]

    # What comes in.

    def text(self, number: str | None, words: str, external_id: str = "") -> None:
        with unit_of_work(self.runtime) as session:
            flow.text_received(
                session,
                self.runtime,
                external_id=external_id or f"text-{next(self._ids)}",
                number=str(number),
                text=words,
                received_at=self.clock(),
                now=self.clock(),
            )

    def report(self, reference: str, action: DeliveryAction, *, error: str = "", permanent: bool = False) -> None:
        with unit_of_work(self.runtime) as session:
            report = flow.TextReport(reference, f"provider-{reference}", action, error=error, permanent=permanent)
            flow.texts_reported(session, self.runtime, reports=[report], now=self.clock())

    def picked_up(self, call: str) -> Any:
        with unit_of_work(self.runtime) as session:
            return flow.call_answered(
                session,
                self.runtime,
                reference=call,
                provider_id=f"provider-{call}",
                number="",
                inbound=False,
                now=self.clock(),
            )

    def rings_us(self, number: str, provider_id: str = "inbound") -> Any:
        with unit_of_work(self.runtime) as session:
            return flow.call_answered(
                session,
                self.runtime,
                reference=None,
                provider_id=provider_id,
                number=number,
                inbound=True,
                now=self.clock(),
            )

    def keys(self, call: str | None, digits: str, step: int = 0, provider_id: str = "") -> Any:
        with unit_of_work(self.runtime) as session:
            return flow.call_keys(
                session,
                self.runtime,
                reference=call,
                provider_id=provider_id or f"provider-{call}",
                number="",
                step=step,
                digits=digits,
                now=self.clock(),
            )

    def ended(self, call: str, end: CallEnd = CallEnd.COMPLETED, **more: Any) -> None:
        with unit_of_work(self.runtime) as session:
            flow.call_ended(
                session,
                self.runtime,
                reference=call,
                provider_id=f"provider-{call}",
                end=end,
                at=more.pop("at", self.clock()),
                now=self.clock(),
                **more,
            )

    def event(self, kind: EventKind, payload: dict[str, Any], reference: str | None = None, **more: Any) -> int:
        """Store a webhook as the web application does."""
        with unit_of_work(self.runtime) as session:
            row = ProviderEvent(
                kind=kind,
                external_id=more.pop("external_id", f"event-{next(self._ids)}"),
                reference=reference,
                payload=payload,
                received_at=self.clock(),
                **more,
            )
            session.add(row)
            session.flush()
            return row.id or 0

    def text_event(self, number: str | None, words: str, **more: Any) -> int:
        """Store the webhook of a text that somebody wrote."""
        return self.event(EventKind.TEXT_IN, {"number": number, "text": words, "at": None}, **more)

    # What became of it.

    def rows(self, kind: type[SQLModel], *conditions: Any) -> list[Any]:
        with reading(self.runtime) as session:
            return list(session.execute(select(kind).where(*conditions)).scalars())

    def check_in(self, tenant: Tenant) -> CheckIn:
        found: CheckIn = self.rows(CheckIn, col(CheckIn.tenant_id) == tenant.id)[-1]
        return found

    def attempts(self, tenant: Tenant) -> list[Attempt]:
        found = self.rows(Attempt, col(Attempt.tenant_id) == tenant.id)
        return sorted(found, key=lambda attempt: (attempt.check_in_id, attempt.ordinal))

    def cases(self, tenant: Tenant) -> list[Case]:
        return self.rows(Case, col(Case.tenant_id) == tenant.id)

    def replies(self) -> list[Reply]:
        return self.rows(Reply)

    def message(self, reference: str) -> Message:
        found: Message = self.rows(Message, col(Message.id) == reference)[0]
        return found

    def call(self, reference: str) -> Call:
        found: Call = self.rows(Call, col(Call.id) == reference)[0]
        return found

    def queued(self, number: str | None) -> list[str]:
        """Give which texts of the script were written for a number, in order."""
        found = self.rows(Message, col(Message.number) == number)
        return [message.wording for message in sorted(found, key=lambda message: message.created_at)]

    def told(self, tenant: Tenant) -> list[Happening]:
        entries = self.rows(TimelineEntry, col(TimelineEntry.tenant_id) == tenant.id)
        return [entry.happening for entry in sorted(entries, key=lambda entry: entry.id)]

    def everything(self) -> dict[str, list[Any]]:
        """Give every row of every table, to see whether anything changed."""
        with reading(self.runtime) as session:
            return dump(session)


def dump(session: Session) -> dict[str, list[Any]]:
    """Give every row of every table."""
    tables = SQLModel.metadata.sorted_tables
    return {table.name: sorted(map(repr, session.execute(select(table)).all())) for table in tables}


@pytest.fixture
def given() -> dict[str, Any]:
    """Open at every hour, trying again after half an hour, and on a road so wide that no test waits for its turn."""
    return {
        "texts_per_second": 300.0,
        "calls_per_second": 300.0,
        "text_hours": ALWAYS,
        "call_hours": ALWAYS,
        "office_hours": ALWAYS,
        "dutch_holidays": False,
        "retry_minutes": 30,
    }


@pytest.fixture
def line(runtime: Runtime, clock: MovableClock) -> Line:
    carrier = Carrier()
    runtime.make_gateway = lambda: carrier
    scope.use(runtime)
    return Line(runtime, clock, carrier)
