"""Releasing check-ins that are due: the next attempt of each, or its end, many in a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy, AttemptEnd, GiveUp, PersonRings, Tried, Try, Way
from checkin.domain.checkins import OPEN, CheckInAction, EndReason
from checkin.domain.climbing import RingDoorbell, Step, last_step, next_step
from checkin.domain.ladder import Ladder
from checkin.domain.narrowing import narrowed, wished
from checkin.domain.spoken import written_name
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Message
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords
from checkin.messaging.wording import Wording, compose
from checkin.outreach.holding import on_hold
from checkin.outreach.house import House
from checkin.outreach.instructions import AS_THE_HOUSE, Wishes, load_wishes
from checkin.outreach.ladders import ladder_of
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.service import end, fall_silent, unread_reply
from checkin.outreach.ways import unusable_numbers, ways, why_no_way
from checkin.tenants.models import PhoneNumber, Tenant

SAYS_NOTHING_OF_TENANT = frozenset({EndReason.NO_NUMBER, EndReason.NUMBER_DEAD, EndReason.CAMPAIGN_STOPPED})
"""Reasons that are made more precise when no number is left: whose it was, or that it was stopped."""

TakesOver = PersonRings | RingDoorbell


@dataclass(frozen=True)
class Asked:
    """One check-in with all that the next step needs."""

    check_in: CheckIn
    tenant: Tenant
    history: tuple[Attempt, ...]


@dataclass(frozen=True)
class Planned:
    """Rows to write, collected for one statement each."""

    attempts: list[dict[str, Any]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)


def due_check_ins(session: Session, *, now: datetime, limit: int, from_the_end: bool = False) -> list[int]:
    """List check-ins whose next step is due, in campaigns that run, of tenants whose words nobody still has to read."""
    order = (col(CheckIn.next_at), col(CheckIn.id))
    query = (
        select(col(CheckIn.id))
        .where(
            col(CheckIn.state).in_(OPEN),
            col(CheckIn.next_at) <= now,
            ~on_hold(),
            ~unread_reply(),
        )
        .order_by(*(column.desc() for column in order) if from_the_end else order)
        .limit(limit)
    )
    return [row for row in session.connection().execute(query).scalars() if row is not None]


def take_steps(
    session: Session, house: House, *, check_in_ids: Sequence[int], now: datetime
) -> list[tuple[CheckIn, TakesOver]]:
    """Take the next step of check-ins that are due; give those for whom a person or the caretaker takes over.

    1. claim them, so that two workers never plan the same attempt
    2. decide for each from what was tried and what is possible
    3. write down the attempts with their texts and calls, or the end with its reason
    """
    planned = Planned()
    others: list[tuple[CheckIn, TakesOver]] = []
    everybody = _load(session, _claim(session, check_in_ids, now))
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(_numbers(everybody)))
    wanted = load_wishes(session, (asked.check_in.campaign_id for asked in everybody))
    for asked in everybody:
        if reason := forbidden(asked.tenant, now):
            end(session, asked.check_in, CheckInAction.CANCEL, now=now, reason=reason)
            continue
        wishes = wanted.get(asked.check_in.campaign_id, AS_THE_HOUSE)
        step = decide(asked, unusable, ladder_of(house, wishes))
        if isinstance(step, Try):
            _plan(planned, house, asked, step.way, wishes, now)
            continue
        fall_silent(session, asked.check_in, step.reason, now=now)
        if not isinstance(step, GiveUp):
            others.append((asked.check_in, step))
    _write(session, planned)
    return others


def _claim(session: Session, check_in_ids: Sequence[int], now: datetime) -> list[int]:
    # What another worker holds is left to it: nobody waits, and two never wait for each other.
    free = (
        select(col(CheckIn.id))
        .where(col(CheckIn.id).in_(check_in_ids), col(CheckIn.state).in_(OPEN), col(CheckIn.next_at) <= now)
        .order_by(col(CheckIn.id))
        .with_for_update(skip_locked=True)
    )
    statement = update(CheckIn).where(col(CheckIn.id).in_(free)).values(next_at=None).returning(col(CheckIn.id))
    return [one for one in session.connection().execute(statement).scalars() if one is not None]


def put_off(session: Session, *, check_in_id: int, until: datetime) -> None:
    """Look at a check-in again later."""
    session.connection().execute(
        update(CheckIn).where(col(CheckIn.id) == check_in_id, col(CheckIn.state).in_(OPEN)).values(next_at=until)
    )


def _load(session: Session, check_in_ids: Sequence[int]) -> list[Asked]:
    """Load check-ins with their tenants and attempts so far, in the order of their ids."""
    if not check_in_ids:
        return []
    found = select(CheckIn, Tenant).join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
    found = found.where(col(CheckIn.id).in_(check_in_ids)).order_by(col(CheckIn.id))
    rows = session.execute(found.execution_options(populate_existing=True)).all()
    history: dict[int, list[Attempt]] = defaultdict(list)
    tried = select(Attempt).where(col(Attempt.check_in_id).in_(check_in_ids)).order_by(col(Attempt.ordinal))
    for attempt in session.execute(tried).scalars():
        history[attempt.check_in_id].append(attempt)
    return [Asked(check_in, tenant, tuple(history[check_in.id])) for check_in, tenant in rows]


def _numbers(everybody: Sequence[Asked]) -> set[str]:
    tenants = (asked.tenant for asked in everybody)
    return {number for one in tenants for number in (one.mobile, one.landline, one.phone_2) if number}


def forbidden(tenant: Tenant, now: datetime) -> EndReason | None:
    """Say why a tenant may not be asked any more, whatever was planned."""
    if tenant.deceased_at:
        return EndReason.DECEASED
    if tenant.stopped_at:
        return EndReason.STOPPED
    if tenant.lease_ended_on and tenant.lease_ended_on < now.date():
        return EndReason.LEASE_ENDED
    return None


def decide(asked: Asked, unusable: Mapping[str, EndReason], ladder: Ladder) -> Step:
    """Decide the next step of a check-in from its history; the rule itself is `domain/climbing.py`."""
    history = [Tried(Way(one.channel, one.number), one.end or AttemptEnd.UNKNOWN) for one in asked.history]
    possible = ways(asked.tenant, asked.check_in.channel, unusable, ladder)
    step = next_step(history, possible, ladder)
    if not isinstance(step, Try) and not possible and step.reason in SAYS_NOTHING_OF_TENANT:
        return last_step(why_no_way(asked.tenant, asked.check_in.channel, unusable), ladder)
    return step


def _plan(planned: Planned, house: House, asked: Asked, way: Way, wishes: Wishes, now: datetime) -> None:
    reference = messaging.new_reference()
    planned.attempts.append(
        {
            "id": reference,
            "check_in_id": asked.check_in.id,
            "tenant_id": asked.tenant.id,
            "ordinal": len(asked.history) + 1,
            "channel": way.channel,
            "number": way.number,
            "created_at": now,
        }
    )
    delivery = {
        "id": reference,
        "tenant_id": asked.tenant.id,
        "number": way.number,
        "language": asked.tenant.language,
        "created_at": now,
    }
    if way.channel is AskedBy.TEXT:
        planned.messages.append(delivery | _question(house, asked, wishes, now))
    else:
        hours = wished(house.call_hours, wishes.call_hours, asked.tenant.best_daypart)
        due_at = narrowed(house.call_hours, hours).next_open(now)
        planned.calls.append(delivery | {"due_at": due_at, "hours": hours})


def _question(house: House, asked: Asked, wishes: Wishes, now: datetime) -> dict[str, Any]:
    again = any(one.channel is AskedBy.TEXT and one.end is AttemptEnd.DELIVERED for one in asked.history)
    wording = Wording.S2_REMINDER if again else Wording.S1_CHECK_IN
    return {
        "wording": wording.value,
        "text": words_for(house, asked.tenant, wording, own=wishes.words),
        "automatic_check": True,
        "due_at": narrowed(house.text_hours, wishes.text_hours).next_open(now),
        "hours": wishes.text_hours,
    }


def _write(session: Session, planned: Planned) -> None:
    session.flush()
    if planned.attempts:
        session.connection().execute(insert(Attempt), planned.attempts)
    messaging.queue_many(session, Message, planned.messages)
    messaging.queue_many(session, Call, planned.calls)


def words_for(
    house: House, tenant: Tenant, wording: Wording, *, when: str = "", who: str = "", own: OwnWords = HOUSE_WORDS
) -> str:
    """Fill one text of the script for one tenant, in the tenant's language."""
    return compose(
        wording,
        tenant.language,
        words=house.words,
        org=house.settings.organisation,
        phone=house.settings.organisation_phone,
        name=written_name(tenant, tenant.language),
        when=when,
        who=who,
        own=own,
    )
