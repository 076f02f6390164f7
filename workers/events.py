"""Handling stored webhooks, each once: texts from people first, each in its own transaction; reports together."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import case, select, update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col

from checkin.db import claim, reading, unit_of_work
from checkin.domain.deliveries import DeliveryAction
from checkin.flow import TextReport, call_ended, call_moved, keep_for_a_person, text_received, texts_reported
from checkin.logs import logger
from checkin.messaging.models import CallEnd, EventKind, ProviderEvent
from checkin.runtime import Runtime
from workers.scope import LOOK_SECONDS, scope

log = logger(__name__)

BATCH = 100
JOB_SECONDS = 20
FEW = 16
GATHER_SECONDS = 0.2
FAILURES_ALLOWED = 5
"""An event that fails more often is left alone and shown to the coordinator, so that it stops nobody else's."""

Row = tuple[int, EventKind, str | None, dict[str, Any], str]


def handle_open_events(runtime: Runtime) -> int:
    """Handle what is open until nothing is left or the time is up; give how many were handled."""
    until = time.monotonic() + JOB_SECONDS
    total, failed, quiet = 0, set[int](), scope.quiet()
    while time.monotonic() < until and not scope.stopping.is_set():
        with reading(runtime) as session:
            rows = [row for row in open_events(session, BATCH + len(failed)) if row[0] not in failed]
        for group in _in_order(rows):
            if time.monotonic() >= until:
                return total
            handled = _handle_group(runtime, group)
            total += len(handled)
            failed |= {row[0] for row in group} - handled
        if quiet.over(busy=bool(rows)):
            break
        if len(rows) < FEW:
            # Nobody waits for a report: where only those come in, more of them are folded at a time.
            quiet.gather(
                GATHER_SECONDS if rows and all(row[1] is EventKind.TEXT_STATUS for row in rows) else LOOK_SECONDS
            )
    return total


def _in_order(rows: list[Row]) -> list[list[Row]]:
    """Put every event by itself, in its order, and all reports about texts together behind what people wrote."""
    reports = [row for row in rows if row[1] is EventKind.TEXT_STATUS]
    written = [[row] for row in rows if row[1] is EventKind.TEXT_IN]
    others = [[row] for row in rows if row[1] not in {EventKind.TEXT_IN, EventKind.TEXT_STATUS}]
    return [*written, *([reports] if reports else []), *others]


def _handle_group(runtime: Runtime, group: list[Row]) -> set[int]:
    """Handle a few events, together when there are several; give the ids of those that were handled."""
    if len(group) > 1 and _fold(runtime, group):
        return {row[0] for row in group}
    return {row[0] for row in group if _handle(runtime, row)}


def _fold(runtime: Runtime, rows: list[Row]) -> bool:
    """Handle reports about texts all in one transaction; False when that did not work, and each must stand alone."""
    try:
        with unit_of_work(runtime) as session:
            now = runtime.now()
            mine = _take(session, [row[0] for row in rows], now)
            reports = [_report(row[2], row[3]) for row in rows if row[0] in mine and row[3]["action"] is not None]
            texts_reported(session, runtime, reports=reports, now=now)
    except Exception as error:  # noqa: BLE001  whatever it is, the others must be folded
        log.warning("folded one by one", error=type(error).__name__)
        return False
    return True


def _take(session: Session, event_ids: list[int], now: datetime) -> set[int]:
    taken = session.connection().execute(
        update(ProviderEvent)
        .where(col(ProviderEvent.id).in_(event_ids), col(ProviderEvent.handled_at).is_(None))
        .values(handled_at=now)
        .returning(col(ProviderEvent.id))
    )
    return {one for one in taken.scalars() if one is not None}


def _report(reference: str | None, payload: dict[str, Any]) -> TextReport:
    return TextReport(
        reference=reference,
        provider_id=payload["provider_id"],
        action=DeliveryAction(payload["action"]),
        error=payload["error"],
        permanent=payload["permanent"],
    )


def open_events(session: Session, limit: int) -> list[Row]:
    """List stored webhooks that nobody handled yet; what a person wrote goes before any report."""
    reports_last = case((col(ProviderEvent.kind) == EventKind.TEXT_IN, 0), else_=1)
    query = (
        select(
            col(ProviderEvent.id),
            col(ProviderEvent.kind),
            col(ProviderEvent.reference),
            col(ProviderEvent.payload),
            col(ProviderEvent.external_id),
        )
        .where(col(ProviderEvent.handled_at).is_(None), col(ProviderEvent.failures) < FAILURES_ALLOWED)
        .order_by(reports_last, col(ProviderEvent.id))
        .limit(limit)
    )
    return [tuple(row) for row in session.connection().execute(query)]


def _handle(runtime: Runtime, row: Row) -> bool:
    event_id, kind, reference, payload, external_id = row
    try:
        with unit_of_work(runtime) as session:
            now = runtime.now()
            mine = claim(
                session,
                update(ProviderEvent)
                .where(col(ProviderEvent.id) == event_id, col(ProviderEvent.handled_at).is_(None))
                .values(handled_at=now),
            )
            if mine:
                HANDLERS[kind](session, runtime, reference, payload, external_id, now)
        return True
    except OperationalError as error:
        # The database is away or busy: no fault of the event, which is tried again for as long as it takes.
        log.warning("event has to wait", event_id=event_id, error=type(error).__name__)
        return False
    except Exception as error:  # noqa: BLE001  one bad event must not hold up everybody else's
        log.error("event not handled", event_id=event_id, error=type(error).__name__)  # noqa: TRY400  may hold a text
        _count_failure(runtime, row)
        return False


def _count_failure(runtime: Runtime, row: Row) -> None:
    event_id, kind, _reference, payload, external_id = row
    with unit_of_work(runtime) as session:
        counted = session.connection().execute(
            update(ProviderEvent)
            .where(col(ProviderEvent.id) == event_id)
            .values(failures=col(ProviderEvent.failures) + 1)
            .returning(col(ProviderEvent.failures))
        )
        if counted.scalar_one() == FAILURES_ALLOWED and kind is EventKind.TEXT_IN:
            # Whatever we could not make of it, somebody wrote it: a person reads it.
            now = runtime.now()
            keep_for_a_person(
                session,
                external_id=external_id,
                number=payload["number"],
                text=payload["text"],
                received_at=_moment(payload, now),
                now=now,
            )


def _text_in(
    session: Session, runtime: Runtime, _reference: str | None, payload: dict[str, Any], external_id: str, now: datetime
) -> None:
    text_received(
        session,
        runtime,
        external_id=external_id,
        number=payload["number"],
        text=payload["text"],
        received_at=_moment(payload, now),
        now=now,
    )


def _text_status(
    session: Session, runtime: Runtime, reference: str | None, payload: dict[str, Any], _id: str, now: datetime
) -> None:
    if payload["action"] is not None:
        texts_reported(session, runtime, reports=[_report(reference, payload)], now=now)


def _call_event(
    session: Session, runtime: Runtime, reference: str | None, payload: dict[str, Any], _id: str, now: datetime
) -> None:
    end = CallEnd(payload["end"]) if payload["end"] else None
    answered = payload["action"] == DeliveryAction.DELIVER
    machine = end is CallEnd.VOICEMAIL
    if end is None or machine:
        call_moved(
            session,
            runtime,
            reference=reference,
            provider_id=payload["provider_id"],
            rang=payload["rang"],
            answered=answered,
            machine=machine,
            at=_moment(payload, now),
            now=now,
        )
        return
    call_ended(
        session,
        runtime,
        reference=reference,
        provider_id=payload["provider_id"],
        end=end,
        at=_moment(payload, now),
        now=now,
        rang=payload["rang"],
        answered=answered,
        seconds=payload["seconds"],
    )


def _moment(payload: dict[str, Any], now: datetime) -> datetime:
    """Take the provider's time for it, but never one in the future or from another year."""
    at = datetime.fromisoformat(payload["at"]) if payload.get("at") else now
    return at if (now - at).days in range(31) else now


def _nothing(*_arguments: object) -> None:
    """Calls that were answered and keys were acted on at once; their event is only kept."""


HANDLERS: dict[EventKind, Callable[..., None]] = {
    EventKind.TEXT_IN: _text_in,
    EventKind.TEXT_STATUS: _text_status,
    EventKind.CALL_EVENT: _call_event,
    EventKind.CALL_ANSWER: _nothing,
    EventKind.CALL_KEYS: _nothing,
    EventKind.CALL_FALLBACK: _nothing,
}
