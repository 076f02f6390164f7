"""The names of jobs and queues, and the outbox: work that is written down before it is rung."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col

from checkin.db import Named


class Queue(StrEnum):
    """The RQ queues; one worker process listens to one queue, or RQ can lose a job."""

    TEXTS = "texts"
    CALLS = "calls"
    REPLIES = "replies"
    CALLBACKS = "callbacks"
    IMPORTS = "imports"


class Job(StrEnum):
    """Every job by its dotted name, so that `checkin` never imports `workers`."""

    SEND_TEXTS = "workers.outbound.send_texts"
    START_CALLS = "workers.outbound.start_calls"
    HANDLE_EVENTS = "workers.inbound.handle_events"
    WORK_ON_IMPORTS = "workers.imports.work_on_imports"
    OFFER_CASE = "workers.callbacks.offer_case"


BELL_JOBS = {
    Queue.TEXTS: Job.SEND_TEXTS,
    Queue.CALLS: Job.START_CALLS,
    Queue.REPLIES: Job.HANDLE_EVENTS,
    Queue.IMPORTS: Job.WORK_ON_IMPORTS,
}
"""Queues whose work is found in the tables themselves: ringing them needs no argument."""


class OutboxEntry(SQLModel, table=True):
    """One job that must run, kept until it has run; RQ is only told about it."""

    __tablename__ = "outbox"

    id: int | None = Field(default=None, primary_key=True)
    job: Job = Field(sa_type=Named(Job))
    queue: Queue = Field(sa_type=Named(Queue))
    job_id: str
    """The id on RQ, `case-<id>` for a case: letters, digits, `_` and `-` only."""
    argument: int
    at_front: bool = False
    created_at: datetime
    rung_at: datetime | None = None
    done_at: datetime | None = Field(default=None, index=True)


def ring(session: Session, queue: Queue) -> None:
    """Note that `queue` has work in the tables; its bell is rung after the commit."""
    session.info.setdefault("bells", set()).add(queue)


def offer_case(session: Session, case_id: int, *, urgent: bool, now: datetime) -> None:
    """Write down that a case must be taken to people, as the job `case-<id>` on the queue `callbacks`."""
    entry = OutboxEntry(
        job=Job.OFFER_CASE,
        queue=Queue.CALLBACKS,
        job_id=f"case-{case_id}",
        argument=case_id,
        at_front=urgent,
        created_at=now,
    )
    session.add(entry)
    session.flush()
    session.info.setdefault("outbox", []).append(entry)


def done(session: Session, job: Job, argument: int, now: datetime) -> None:
    """Mark every outbox row for this job and argument as done."""
    session.connection().execute(
        update(OutboxEntry)
        .where(col(OutboxEntry.job) == job, col(OutboxEntry.argument) == argument, col(OutboxEntry.done_at).is_(None))
        .values(done_at=now)
    )
