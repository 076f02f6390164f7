"""Letting check-ins go at the pace at which colleagues can ring back: facts from the tables, the rule from the domain.

A planned check-in waits (`waits`) until the rule in `domain/pacing.py` has room for it. Only as many are let go as can
leave within seconds, so that the pace follows within a minute when a colleague leaves or answers come faster.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.pace_notes import THE_ONE, PaceNote
from checkin.cases.models import Case
from checkin.db import SecondsBetween, insert_once
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.checkins import OPEN, CheckInState
from checkin.domain.duty import Duty, Talk
from checkin.domain.expected import ASSUMED, HOURS, Became, Expected, Seen, Workdays, counted
from checkin.domain.ladder import Ladder
from checkin.domain.office_hours import Calendar
from checkin.domain.pacing import Load, Pace, allowance
from checkin.jobs import Queue, ring
from checkin.outreach.holding import on_hold
from checkin.outreach.instructions import load_wishes
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.notices import notice_pending
from checkin.settings import Settings
from checkin.tenants.models import Channel, Tenant

EVERY = timedelta(seconds=5)
"""How often the pace is worked out while anybody waits for it."""
LOOKS_BACK = timedelta(days=21)
"""What was asked longer ago says little of this week, and whoever was asked then hardly answers any more."""
AT_ONCE = 5000
"""So many go at a time when the pace is switched off."""
AHEAD_SECONDS = 20
"""So much is let go before it can leave; what was let go is not called back when a colleague leaves."""


@dataclass(frozen=True)
class Workforce:
    """What the pace needs from the runtime: the settings, the hours, who is on duty, and what a talk takes."""

    settings: Settings
    text_hours: Calendar
    call_hours: Calendar
    duty: Duty
    talk: Talk


@dataclass(frozen=True)
class Kind:
    """Check-ins that are answered alike: of one campaign, on one channel."""

    campaign_id: int
    channel: AskedBy

    @property
    def name(self) -> str:
        """The name under which the rule counts them."""
        return f"{self.campaign_id}:{self.channel}"


def is_due(session: Session, *, now: datetime) -> bool:
    """Tell whether any check-in waits for the pace, and the last look is long enough ago."""
    waits = sa.select(col(CheckIn.id)).where(_waits(now)).limit(1)
    lately = sa.select(col(PaceNote.id)).where(col(PaceNote.at) > now - EVERY)
    connection = session.connection()
    return connection.execute(waits).first() is not None and connection.execute(lately).first() is None


def _waits(now: datetime) -> Any:
    """Say in SQL that a check-in waits for the pace alone: whoever must be told beforehand was told long enough ago."""
    return sa.and_(
        col(CheckIn.waits),
        col(CheckIn.state) == CheckInState.PLANNED,
        ~on_hold(),
        ~notice_pending(now),
    )


def let_go(session: Session, house: Workforce, *, now: datetime) -> int:
    """Let as many check-ins go as the pace has room for now; give how many.

    1. take the lock, so that two workers never count the same room twice
    2. count who waits, who was asked, and what came of it
    3. let the rule decide, and write down why
    """
    note = _lock(session, now)
    if note is None:
        return 0
    leaving = _leaving(session, now)
    waiting = _first_in_line(session, house, now, note.turn, on_their_way=sum(leaving.values()))
    workdays = Workdays(house.text_hours, (now - LOOKS_BACK).date())
    planned = {kind.name: len(ids) for kind, ids in waiting.items()}
    everybody = _count_waiting(session, now)
    pace = allowance(
        now,
        duty=house.duty,
        load=_load(session, house.talk, now),
        expected=_expected(session, waiting, leaving, workdays, now),
        planned=planned,
        workdays=workdays,
        later=everybody - sum(planned.values()),
    )
    for kind, ids in waiting.items():
        _release(session, ids[: pace.by_kind.get(kind.name, 0)], now)
    _write_down(session, note, pace, now, planned=everybody - pace.check_ins)
    return pace.check_ins


def let_everybody_go(session: Session, *, now: datetime) -> None:
    """Let everybody go who still waits for a pace that was switched off, as many at a time as a moment allows."""
    some = sa.select(col(CheckIn.id)).where(_waits(now)).limit(AT_ONCE).with_for_update(of=CheckIn, skip_locked=True)
    session.connection().execute(sa.update(CheckIn).where(col(CheckIn.id).in_(some)).values(waits=False, next_at=now))
    ring(session, Queue.TEXTS)
    ring(session, Queue.CALLS)


def _lock(session: Session, now: datetime) -> PaceNote | None:
    insert_once(session, PaceNote.__table__, PaceNote(at=now - EVERY).model_dump())  # type: ignore[attr-defined]
    due = sa.select(PaceNote).where(col(PaceNote.id) == THE_ONE, col(PaceNote.at) <= now - EVERY)
    found: PaceNote | None = session.execute(due.with_for_update(skip_locked=True)).scalars().first()
    return found


def _write_down(session: Session, note: PaceNote, pace: Pace, now: datetime, *, planned: int) -> None:
    note.at, note.turn = now, note.turn + 1
    note.because, note.per_hour, note.people, note.until = pace.because, pace.per_hour, pace.people, pace.until
    note.waiting, note.expected = pace.waiting, round(pace.expected)
    note.planned = planned
    session.add(note)


def _count_waiting(session: Session, now: datetime) -> int:
    return int(session.connection().execute(sa.select(sa.func.count()).where(_waits(now))).scalar_one())


def _first_in_line(
    session: Session, house: Workforce, now: datetime, turn: int, *, on_their_way: int
) -> dict[Kind, list[int]]:
    """List by kind who may be let go at once; campaigns take turns in going first."""
    room = _room_on_the_road(house, now, on_their_way)
    ids = [one for one in _running(session) if _anybody_waits(session, one, now)]
    line: dict[Kind, list[int]] = defaultdict(list)
    first = turn % len(ids) if ids else 0
    for campaign_id in [*ids[first:], *ids[:first]]:
        for check_in_id, channel in _in_line(session, campaign_id, sum(room.values()), now):
            if room[channel] > 0:
                room[channel] -= 1
                line[Kind(campaign_id, channel)].append(check_in_id)
    # Texts go before calls: their ladder takes longest, and the round ends with whoever is silent longest.
    return dict(sorted(line.items(), key=lambda entry: entry[0].channel is AskedBy.VOICE))


def _running(session: Session) -> Sequence[int]:
    running = sa.select(col(Campaign.id)).where(col(Campaign.state) == CampaignState.RUNNING).order_by(col(Campaign.id))
    return [one for one in session.connection().execute(running).scalars() if one is not None]


def _anybody_waits(session: Session, campaign_id: int, now: datetime) -> bool:
    # One campaign at a time: asked for all of them in one query, a database reads a million who wait to find the few.
    query = sa.select(col(CheckIn.id)).where(_waits(now), col(CheckIn.campaign_id) == campaign_id).limit(1)
    return session.connection().execute(query).first() is not None


def _on_their_way(now: datetime) -> Any:
    """Say in SQL: it was let go, and its question has not left yet."""
    return sa.and_(
        col(CheckIn.state) == CheckInState.PLANNED,
        col(CheckIn.waits).is_(sa.false()),
        ~on_hold(),
        ~notice_pending(now),
        # Those of a campaign without a robot never leave by themselves.
        col(CheckIn.campaign_id).not_in(sa.select(col(Campaign.id)).where(col(Campaign.robot).is_(sa.false()))),
    )


def _room_on_the_road(house: Workforce, now: datetime, left: int) -> dict[AskedBy, int]:
    """Count how many more can leave within seconds, by channel; none outside its hours."""
    settings = house.settings
    texts = int(settings.texts_per_second * AHEAD_SECONDS) if house.text_hours.is_open(now) else 0
    calls = int(settings.calls_per_second * AHEAD_SECONDS) if house.call_hours.is_open(now) else 0
    return {AskedBy.TEXT: max(texts - left, 0), AskedBy.VOICE: max(min(calls, texts + calls - left), 0)}


def _in_line(session: Session, campaign_id: int, limit: int, now: datetime) -> list[tuple[int, AskedBy]]:
    """List who waits in one campaign, first come first served, with the channel on which each will be asked first."""
    query = (
        sa.select(col(CheckIn.id), _first_channel(session))
        .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
        .where(_waits(now), col(CheckIn.campaign_id) == campaign_id)
        .order_by(col(CheckIn.id))
        .limit(limit)
    )
    return [(check_in_id, AskedBy(channel)) for check_in_id, channel in session.connection().execute(query)]


def _first_channel(session: Session) -> Any:
    """Say in SQL on which channel a tenant will be asked first."""
    wishes = load_wishes(session, _running(session))
    rings_first = [one for one, wish in wishes.items() if Ladder.from_json(wish.ladder).rings_first]
    nobody_wishes = sa.and_(col(CheckIn.channel) == Channel.AUTO, col(CheckIn.campaign_id).in_(rings_first))
    by_voice = sa.or_(
        col(Tenant.channel) == Channel.VOICE,
        sa.and_(col(Tenant.channel) == Channel.AUTO, (col(CheckIn.channel) == Channel.VOICE) | nobody_wishes),
        col(Tenant.mobile).is_(None),
    )
    return sa.case((by_voice, AskedBy.VOICE.value), else_=AskedBy.TEXT.value)


def _release(session: Session, ids: list[int], now: datetime) -> None:
    if ids:
        statement = sa.update(CheckIn).where(col(CheckIn.id).in_(ids), _waits(now)).values(waits=False, next_at=now)
        session.connection().execute(statement)
        ring(session, Queue.TEXTS)
        ring(session, Queue.CALLS)


def _load(session: Session, talk: Talk, now: datetime) -> Load:
    soon = sa.or_(col(Case.call_at).is_(None), col(Case.call_at) <= now + timedelta(days=1))
    # Who is on the list for a round without a robot stands behind everyone who asked, and takes nobody's time before.
    asked = col(Case.kind) != CaseKind.ROUND
    waiting = sa.select(sa.func.count()).where(col(Case.state) == CaseState.WAITING, soon, asked)
    talking = sa.select(sa.func.count()).where(col(Case.state).in_([CaseState.CLAIMED, CaseState.CONTACTED]))
    connection = session.connection()
    return Load(connection.execute(waiting).scalar_one(), connection.execute(talking).scalar_one(), talk)


def _expected(
    session: Session, line: Iterable[Kind], leaving: Mapping[Kind, int], workdays: Workdays, now: datetime
) -> dict[str, Expected]:
    """Give what is expected of every kind that is under way or in line, from what came of it so far."""
    seen: dict[Kind, list[Seen]] = defaultdict(list)
    for campaign_id, channel, became, asked, after, count, age in session.connection().execute(_counts(workdays, now)):
        seen[Kind(campaign_id, AskedBy(channel))].append(Seen(asked, Became(became), after, count, float(age) / 3600))
    for kind, count in leaving.items():
        seen[kind].append(Seen(0, Became.OUT, 0, count))
    for kind in line:
        seen[kind]
    return {kind.name: Expected(counted(rows), ASSUMED[kind.channel]) for kind, rows in seen.items()}


def _counts(workdays: Workdays, now: datetime) -> Any:
    """Count the check-ins of campaigns under way: by campaign, channel, when they were asked, and what became of them.

    Whoever became a case costs a talk, whether they asked for it or said nothing at all.
    """
    still_open = sa.exists().where(col(CheckIn.campaign_id) == col(Campaign.id), col(CheckIn.state).in_(OPEN))
    under_way = sa.select(col(Campaign.id)).where(still_open)
    became_case = sa.exists().where(col(Case.check_in_id) == col(CheckIn.id))
    became = sa.case(
        (became_case, Became.POSITIVE.value),
        (col(CheckIn.state) == CheckInState.ASKED, Became.OUT.value),
        (col(CheckIn.state) == CheckInState.ANSWERED, Became.OTHER.value),
        else_=Became.OVER.value,
    )
    present = sa.literal(now, _moment_type())
    until = sa.func.coalesce(col(CheckIn.answered_at), col(CheckIn.ended_at), present, type_=_moment_type())
    age = _working_seconds(present, workdays, now)
    query = (
        sa.select(
            col(CheckIn.campaign_id),
            col(Attempt.channel),
            became,
            _stretch(age),
            _stretch(_working_seconds(until, workdays, now)),
            sa.func.count(),
            sa.func.avg(age),
        )
        .join(Attempt, (col(Attempt.check_in_id) == col(CheckIn.id)) & (col(Attempt.ordinal) == 1))
        .where(col(CheckIn.campaign_id).in_(under_way), col(CheckIn.asked_at) > now - LOOKS_BACK)
    )
    return query.group_by(*(sa.text(str(number)) for number in range(1, 6)))


def _working_seconds(until: Any, workdays: Workdays, now: datetime) -> Any:
    """Say in SQL how long after the question it was, on the clock that stands still on days of rest."""
    seconds: Any = SecondsBetween(until, col(CheckIn.asked_at))
    for begin, end in workdays.rests(now):
        begins, ends = (sa.literal(moment, _moment_type()) for moment in (begin, end))
        rested = sa.case((until >= ends, (end - begin).total_seconds()), else_=SecondsBetween(until, begins))
        seconds = seconds - sa.case(((col(CheckIn.asked_at) < begins) & (until > begins), rested), else_=0.0)
    return seconds


def _leaving(session: Session, now: datetime) -> dict[Kind, int]:
    """Count the questions that are about to leave, by campaign and channel."""
    query = sa.select(col(CheckIn.campaign_id), _first_channel(session), sa.func.count())
    query = query.join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id)).where(_on_their_way(now))
    counted = session.connection().execute(query.group_by(sa.text("1"), sa.text("2")))
    return {Kind(campaign_id, AskedBy(channel)): count for campaign_id, channel, count in counted}


def _moment_type() -> Any:
    return CheckIn.__table__.c.asked_at.type  # type: ignore[attr-defined]


def _stretch(seconds: Any) -> Any:
    """Number the stretch of time, as `domain.expected.stretch` does."""
    numbered = [(seconds >= hours * 3600, number) for number, hours in reversed(list(enumerate(HOURS)))]
    return sa.case(*numbered, else_=0)
