"""The clock of the service: a small loop that finds in the database what is due, and rings for it.

Several may run. When Redis is away it does the work itself: slower, but nothing waits and nothing is lost.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col

from checkin import flow
from checkin.alarms import nudging, ringing
from checkin.campaigns import drafts, filling, pacing, portions, stopping
from checkin.campaigns import service as campaigns
from checkin.campaigns.pacing import Workforce
from checkin.cases import drafts as talk_drafts
from checkin.cases import service as cases
from checkin.cases import undoing
from checkin.db import reading, unit_of_work
from checkin.jobs import OutboxEntry, Queue
from checkin.logs import logger
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Message
from checkin.outreach import engaged, notices, release
from checkin.outreach.forgotten import forgotten, take_up
from checkin.runtime import Runtime
from checkin.standing import service as standing
from checkin.tenants import intakes
from workers import callbacks, imports, inbound, outbound
from workers.alive import say_alive
from workers.events import open_events

log = logger(__name__)

TICK_SECONDS = 1.0
LARGE_ROUNDS_SECONDS = 0.5
"""So long in every tick for what large rounds have under way: the other half is for everything else."""
SEARCH_SECONDS = 60
"""How often to search for check-ins that were forgotten: there should be none."""
RUNG_SECONDS = 20
"""A job that was rung for this long ago and is not done was lost: ring again."""
OUTBOX_BATCH = 200

INLINE: dict[Queue, Callable[[], None]] = {
    Queue.TEXTS: outbound.send_texts,
    Queue.CALLS: outbound.start_calls,
    Queue.REPLIES: inbound.handle_events,
    Queue.IMPORTS: imports.work_on_imports,
}


def run(runtime: Runtime, stop: threading.Event) -> None:
    """Tick until told to stop; a database that is away for a moment is no reason to stop."""
    search_at = runtime.now()
    while not stop.is_set():
        say_alive()
        try:
            tick(runtime)
            if runtime.now() >= search_at:
                search_at = runtime.now() + timedelta(seconds=SEARCH_SECONDS)
                take_up_forgotten(runtime)
        except OperationalError as error:
            log.warning("database away", error=type(error).__name__)
        stop.wait(TICK_SECONDS)


def tick(runtime: Runtime) -> None:
    """Look once: settle what ran out of time, then ring for everything that is due."""
    try:
        _start_planned(runtime)
        _large_rounds(runtime)
        _housekeeping(runtime)
        let_go(runtime)
    except OperationalError:
        raise
    except Exception as error:  # noqa: BLE001  one row that cannot be settled must not silence every bell
        log.error("housekeeping failed", error=type(error).__name__)  # noqa: TRY400  may hold a row
    with reading(runtime) as session:
        bells = due_bells(session, runtime)
        entries = lost_entries(session, runtime)
    if not runtime.doorbell.ring(bells, entries):
        _work_without_redis(bells, entries)


def _start_planned(runtime: Runtime) -> None:
    """Start campaigns whose moment has come, each in a transaction of its own."""
    with reading(runtime) as session:
        ids = drafts.due(session, now=runtime.now())
    for campaign_id in ids:
        with unit_of_work(runtime) as session:
            drafts.start_due(session, runtime, campaign_id=campaign_id, now=runtime.now())


def _large_rounds(runtime: Runtime) -> None:
    """Go on with large rounds that begin or end: a batch at a time, and for a part of a second."""
    until = time.monotonic() + LARGE_ROUNDS_SECONDS
    while _one_batch(runtime) and time.monotonic() < until:
        pass


def _one_batch(runtime: Runtime) -> bool:
    with reading(runtime) as session:
        begins = filling.anything_to_fill(session)
        ends = stopping.anything_to_end(session)
    if not begins and not ends:
        return False
    with unit_of_work(runtime) as session:
        now = runtime.now()
        filled = begins and filling.fill_some(session, runtime, now=now)
        ended = ends and stopping.end_some(session, now=now) > 0
    return filled or ended


def _housekeeping(runtime: Runtime) -> None:
    with reading(runtime) as session:
        needed = _needs_keeping(session, runtime)
    if not needed:
        return
    with unit_of_work(runtime) as session:
        now = runtime.now()
        flow.give_up_waiting(session, runtime, now=now)
        cases.expire_claims(session, now=now)
        undoing.sweep(session, now=now)
        cases.tell_lapses(session, now=now)
        ringing.ring_on(session, runtime, now=now)
        nudging.nudge(session, runtime, now=now)
        flow.apologise(session, runtime, now=now)
        notices.let_go_on(session, runtime, now=now, by_people=campaigns.without_robot())
        portions.hand_out(session, now=now, quiet=_quiet(runtime))
        flow.ring_who_was_missed(session, runtime, now=now)
        standing.plan_due(session, runtime, now=now)
        flow.keep_aftercare_going(session, runtime, now=now)
        campaigns.finish_campaigns(session, now=now)
        campaigns.erase_selections(session, now=now)
        engaged.sweep(session, now=now, quiet=_quiet(runtime))
        intakes.sweep(session, now=now)
        talk_drafts.sweep(session, now=now)


def let_go(runtime: Runtime) -> None:
    """Let check-ins go that wait for the pace, as many as colleagues can ring back in time."""
    now = runtime.now()
    with reading(runtime) as session:
        if not pacing.is_due(session, now=now):
            return
    house = Workforce(runtime.settings, runtime.text_hours, runtime.call_hours, runtime.duty, runtime.talk)
    with unit_of_work(runtime) as session:
        if runtime.settings.paced:
            pacing.let_go(session, house, now=now)
        else:
            pacing.let_everybody_go(session, now=now)


def _needs_keeping(session: Session, runtime: Runtime) -> bool:
    """Look before taking the write lock: most seconds there is nothing to keep."""
    now = runtime.now()
    return (
        flow.anything_overdue(session, runtime, now=now)
        or cases.anything_overdue(session, now=now)
        or undoing.anything_to_sweep(session, now=now)
        or ringing.anything_due(session, now=now)
        or nudging.anything_due(session, now=now)
        or flow.owes_apologies(session, runtime, now=now)
        or notices.anything_settled(session)
        or portions.anything_to_hand_out(session, now=now)
        or flow.anything_missed(session, runtime, now=now)
        or standing.anything_due(session, now=now)
        or flow.aftercare_is_due(session, now=now)
        or campaigns.anything_to_finish(session)
        or campaigns.anything_to_erase(session, now=now)
        or engaged.anything_to_sweep(session, now=now, quiet=_quiet(runtime))
        or intakes.anything_to_sweep(session, now=now)
        or talk_drafts.anything_to_sweep(session, now=now)
    )


def take_up_forgotten(runtime: Runtime) -> None:
    """Take up check-ins that wait for nothing: after a defect or a restored backup nobody stays planned for ever."""
    with reading(runtime) as session:
        found = forgotten(session, now=runtime.now(), by_people=campaigns.without_robot())
    if found:
        log.warning("check-ins were forgotten, and are taken up", count=len(found), check_in_ids=found)
        with unit_of_work(runtime) as session:
            take_up(session, found, now=runtime.now())
    with unit_of_work(runtime) as session:
        portions.take_off_whom_nobody_rings(session, now=runtime.now())


def _quiet(runtime: Runtime) -> timedelta:
    return timedelta(days=runtime.settings.quiet_days)


def due_bells(session: Session, runtime: Runtime) -> set[Queue]:
    """Name the queues whose tables hold work that is due now."""
    now = runtime.now()
    asking = bool(release.due_check_ins(session, now=now, limit=1))
    looks: dict[Queue, bool] = {
        Queue.TEXTS: asking or bool(messaging.due(session, Message, now=now, limit=1)),
        Queue.CALLS: bool(messaging.due(session, Call, now=now, limit=1)),
        Queue.REPLIES: bool(open_events(session, 1)),
        Queue.IMPORTS: intakes.next_wanted(session, now=now) is not None,
    }
    return {queue for queue, due in looks.items() if due}


def lost_entries(session: Session, runtime: Runtime) -> list[OutboxEntry]:
    """List outbox rows that were never rung, or rung so long ago that the job must be lost."""
    long_ago = runtime.now() - timedelta(seconds=RUNG_SECONDS)
    query = (
        select(OutboxEntry)
        .where(
            col(OutboxEntry.done_at).is_(None),
            or_(
                col(OutboxEntry.rung_at) < long_ago,
                col(OutboxEntry.rung_at).is_(None)
                & (col(OutboxEntry.created_at) < runtime.now() - timedelta(seconds=2)),
            ),
        )
        .order_by(col(OutboxEntry.at_front).desc(), col(OutboxEntry.id))
        .limit(OUTBOX_BATCH)
    )
    return list(session.execute(query).scalars())


def _work_without_redis(bells: set[Queue], entries: list[OutboxEntry]) -> None:
    for entry in entries:
        callbacks.offer_case(entry.argument)
    for queue in bells:
        INLINE[queue]()
