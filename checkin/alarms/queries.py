"""What the pages ask about danger: alarms that nobody answered for yet, and those of the last weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlmodel import Session, col

from checkin.alarms.models import Alarm, AlarmCall
from checkin.cases.models import Case
from checkin.domain.alarms import AlarmState
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from checkin.tenants.naming import TenantName, name_of

LATELY = timedelta(days=28)
SHOWN = 50


@dataclass(frozen=True)
class AlarmRow:
    """One alarm, with who was rung and who answered for it."""

    alarm: Alarm
    name: TenantName | None
    """None when nobody knows whose text it was."""
    rung: Sequence[str]
    answered_by: str
    holder_id: int | None = None
    holder: str = ""
    """Who has the tenant in hand: as a rule the colleague who raised it, in the middle of a talk."""


def ringing(session: Session) -> list[AlarmRow]:
    """List the alarms that nobody has answered for yet, the oldest first."""
    waiting = col(Alarm.state).in_((AlarmState.RINGING, AlarmState.UNANSWERED))
    return _rows(session, select(Alarm).where(waiting).order_by(col(Alarm.raised_at)))


def find(session: Session, *, alarm_id: int) -> AlarmRow | None:
    """Give one alarm."""
    return next(iter(_rows(session, select(Alarm).where(col(Alarm.id) == alarm_id))), None)


def lately(session: Session, *, now: datetime) -> list[AlarmRow]:
    """List the alarms of the last weeks, the newest first."""
    query = select(Alarm).where(col(Alarm.raised_at) > now - LATELY).order_by(col(Alarm.raised_at).desc())
    return _rows(session, query.limit(SHOWN))


def _rows(session: Session, query: Select[Alarm]) -> list[AlarmRow]:
    alarms = list(session.execute(query).scalars())
    names = dict(session.execute(select(col(Staff.id), col(Staff.name))).all()) if alarms else {}
    calls: dict[int, list[str]] = {}
    made = select(AlarmCall).where(col(AlarmCall.alarm_id).in_([one.id for one in alarms]))
    for call in session.execute(made.order_by(col(AlarmCall.at))).scalars() if alarms else ():
        calls.setdefault(call.alarm_id, []).append(names.get(call.staff_id, ""))
    tenants = select(Tenant).where(col(Tenant.id).in_([one.tenant_id for one in alarms if one.tenant_id]))
    known = {one.id: name_of(one) for one in session.execute(tenants).scalars()} if alarms else {}
    held = _holders(session, alarms)
    return [
        AlarmRow(
            one,
            known.get(one.tenant_id),
            calls.get(one.id or 0, []),
            names.get(one.answered_by, ""),
            held.get(one.case_id),
            names.get(held.get(one.case_id), ""),
        )
        for one in alarms
    ]


def _holders(session: Session, alarms: Sequence[Alarm]) -> dict[int | None, int]:
    if not alarms:
        return {}
    hers = col(Case.id).in_([one.case_id for one in alarms if one.case_id])
    query = select(col(Case.id), col(Case.claimed_by)).where(hers, col(Case.claimed_by).is_not(None))
    return dict(session.execute(query).all())
