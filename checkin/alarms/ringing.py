"""Raising an alarm, ringing the next in line, and who answered for it. Everything may happen twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select
from sqlmodel import Session, col

from checkin.alarms.models import Alarm, AlarmCall
from checkin.alarms.people import House, line_for_danger
from checkin.alarms.telling import text_colleague
from checkin.cases.claims import claim_case
from checkin.cases.models import Case
from checkin.db import insert_once
from checkin.domain.alarms import AFTER_A_CALL, AGAIN_AFTER, AlarmAction, AlarmState, advance, next_in_line
from checkin.domain.cases import CaseState
from checkin.messaging import service as messaging
from checkin.messaging.colleague_texts import ColleagueText
from checkin.messaging.models import Call, CallPurpose
from checkin.outreach.models import Reply
from checkin.staff.at_work import coordinators
from checkin.staff.models import Staff
from checkin.tenants.models import Happening
from checkin.tenants.timeline import tell

BATCH = 20
BUSY = (AlarmState.RINGING, AlarmState.UNANSWERED)
IN_HAND = (CaseState.CLAIMED, CaseState.CONTACTED)


def raise_alarm(
    session: Session, *, case: Case | None, reply_id: int | None, now: datetime, staff_id: int | None = None
) -> None:
    """Raise an alarm about a case, or about a text of which nobody knows whose it is; an open one rings on."""
    if case is not None and (alarm := _open_alarm(session, case.id or 0)) is not None:
        _raise_again(session, alarm, case, staff_id, now)
        return
    row = {
        "case_id": case.id if case else None,
        "reply_id": None if case else reply_id,
        "tenant_id": case.tenant_id if case else None,
        "state": AlarmState.RINGING,
        "raised_at": now,
        "raised_by": staff_id,
        "step_at": now,
    }
    if insert_once(session, Alarm.__table__, row) is not None:  # type: ignore[attr-defined]
        _tell_raised(session, case, staff_id, now)


def _open_alarm(session: Session, case_id: int) -> Alarm | None:
    query = select(Alarm).where(col(Alarm.case_id) == case_id, col(Alarm.state) != AlarmState.CLOSED)
    return session.execute(query.with_for_update()).scalars().first()


def _raise_again(session: Session, alarm: Alarm, case: Case, staff_id: int | None, now: datetime) -> None:
    answered_lately = alarm.answered_at is not None and alarm.answered_at > now - AGAIN_AFTER
    if alarm.state is AlarmState.RINGING or (alarm.state is AlarmState.ANSWERED and answered_lately):
        return
    alarm.state = advance(alarm.state, AlarmAction.RAISE)
    alarm.step_at, alarm.raised_at, alarm.answered_at, alarm.answered_by = now, now, None, None
    session.add(alarm)
    _tell_raised(session, case, staff_id, now)


def _tell_raised(session: Session, case: Case | None, staff_id: int | None, now: datetime) -> None:
    tell(
        session,
        Happening.ALARM_RAISED,
        tenant_id=case.tenant_id if case else None,
        now=now,
        case_id=case.id if case else None,
        staff_id=staff_id,
    )


def ring_on(session: Session, house: House, *, now: datetime) -> int:
    """Take every alarm that is due one step further; give how many.

    1. somebody spoke with the tenant, or read the text: closed
    2. somebody took the case on screen: answered
    3. the colleague who answered let it go without ringing: it rings again
    4. nobody answered in time: the next in line is rung; after the last one every coordinator gets a text
    """
    query = select(Alarm).where(_due(now)).order_by(col(Alarm.id)).limit(BATCH)
    found = list(session.execute(query.with_for_update(skip_locked=True)).scalars())
    for alarm in found:
        _step(session, house, alarm, now)
    return len(found)


def anything_due(session: Session, *, now: datetime) -> bool:
    """Tell whether an alarm wants a step."""
    return session.execute(select(col(Alarm.id)).where(_due(now)).limit(1)).first() is not None


def _due(now: datetime) -> Any:
    case, state = _case_of(), col(Alarm.state)
    return or_(
        and_(state == AlarmState.RINGING, col(Alarm.step_at) <= now),
        and_(state.in_(BUSY), case.where(_taken_by_another()).exists()),
        and_(state == AlarmState.ANSWERED, case.where(or_(col(Case.state) == CaseState.CLOSED, _let_go())).exists()),
        and_(state != AlarmState.CLOSED, _reply_read()),
    )


def _case_of() -> Any:
    return select(col(Case.id)).where(col(Case.id) == col(Alarm.case_id)).correlate(Alarm)


def _taken_by_another() -> Any:
    """A colleague who raised it herself, in the middle of a talk, is waiting for somebody else."""
    by_another = or_(col(Alarm.raised_by).is_(None), col(Case.claimed_by) != col(Alarm.raised_by))
    return or_(col(Case.state) == CaseState.CLOSED, and_(col(Case.state).in_(IN_HAND), by_another))


def _let_go() -> Any:
    return and_(col(Case.state) == CaseState.WAITING, col(Case.first_rang_at).is_(None))


def _reply_read() -> Any:
    read = select(col(Reply.id)).where(col(Reply.id) == col(Alarm.reply_id), col(Reply.read_at).is_not(None))
    return read.correlate(Alarm).exists()


def _step(session: Session, house: House, alarm: Alarm, now: datetime) -> None:
    case = session.get(Case, alarm.case_id) if alarm.case_id else None
    reply = session.get(Reply, alarm.reply_id) if alarm.reply_id else None
    if (case is not None and case.state is CaseState.CLOSED) or (reply is not None and reply.read_at is not None):
        _close(session, alarm, now)
    elif case is not None and case.state in IN_HAND and case.claimed_by != alarm.raised_by:
        _answered(session, alarm, case.claimed_by, "screen", now)
    else:
        if alarm.state is AlarmState.ANSWERED:
            # Who answered gave it back, or her time ran out, and nobody rang the tenant.
            alarm.state = advance(alarm.state, AlarmAction.RAISE)
            alarm.answered_at = alarm.answered_by = None
        _ring_next(session, house, alarm, now)
    session.add(alarm)


def _close(session: Session, alarm: Alarm, now: datetime) -> None:
    alarm.state = advance(alarm.state, AlarmAction.CLOSE)
    alarm.closed_at, alarm.step_at = now, None
    _take_back_calls(session, alarm, now)


def _take_back_calls(session: Session, alarm: Alarm, now: datetime) -> None:
    """Let nobody else's telephone ring about it: calls that have not left yet stay."""
    query = select(col(AlarmCall.call_id)).where(col(AlarmCall.alarm_id) == alarm.id, ~col(AlarmCall.over))
    messaging.cancel_queued(session, Call, references=list(session.execute(query).scalars()), now=now)


def _ring_next(session: Session, house: House, alarm: Alarm, now: datetime) -> None:
    query = select(AlarmCall).where(col(AlarmCall.alarm_id) == alarm.id, col(AlarmCall.at) >= alarm.raised_at)
    calls = list(session.execute(query.order_by(col(AlarmCall.at))).scalars())
    for call in calls:
        call.over = True
        session.add(call)
    person = next_in_line(line_for_danger(session, house, now=now), [one.staff_id for one in calls])
    if person is None:
        _run_out(session, house, alarm, now)
    else:
        _ring(session, house, alarm, session.get_one(Staff, person), now)


def _ring(session: Session, house: House, alarm: Alarm, staff: Staff, now: datetime) -> None:
    reference = messaging.new_reference()
    messaging.queue_call(
        session,
        reference=reference,
        number=staff.phone or "",
        language=staff.language or "nl",
        tenant_id=None,
        staff_id=staff.id,
        purpose=CallPurpose.ALARM,
        automatic_check=False,
        due_at=now,
        now=now,
    )
    session.add(AlarmCall(call_id=reference, alarm_id=alarm.id or 0, staff_id=staff.id or 0, at=now))
    text_colleague(session, house, staff, ColleagueText.ALARM, now=now)
    alarm.state = advance(alarm.state, AlarmAction.RING)
    alarm.step_at = now + timedelta(minutes=house.settings.alarm_minutes)
    tell(
        session, Happening.ALARM_RANG, tenant_id=alarm.tenant_id, now=now, case_id=alarm.case_id, rung=staff.id
    )  # fmt: skip


def _run_out(session: Session, house: House, alarm: Alarm, now: datetime) -> None:
    alarm.state, alarm.step_at = advance(alarm.state, AlarmAction.RUN_OUT), None
    for staff in coordinators(session):
        text_colleague(session, house, staff, ColleagueText.UNANSWERED, now=now)
    tell(session, Happening.ALARM_UNANSWERED, tenant_id=alarm.tenant_id, now=now, case_id=alarm.case_id)


def alarm_of_call(session: Session, call_id: str) -> tuple[Alarm, AlarmCall] | None:
    """Give the alarm that a call was about, locked."""
    made = session.get(AlarmCall, call_id)
    if made is None:
        return None
    return session.get_one(Alarm, made.alarm_id, with_for_update=True), made


def answer(session: Session, house: House, *, call_id: str, now: datetime) -> Alarm | None:
    """Let whoever was rung answer for it with a key: the case is hers. None when somebody else was first."""
    found = alarm_of_call(session, call_id)
    if found is None:
        return None
    alarm, made = found
    if alarm.state in BUSY:
        made.answered = made.over = True
        session.add(made)
        _answered(session, alarm, made.staff_id, "key", now)
        session.add(alarm)
        if alarm.case_id is not None:
            _take_case(session, house, alarm.case_id, made.staff_id, now)
    return alarm if alarm.answered_by == made.staff_id else None


def help_out(session: Session, *, alarm_id: int, staff_id: int, now: datetime) -> Alarm | None:
    """Let a colleague answer on screen for an alarm whose tenant another one has in hand; None when it was answered."""
    alarm = session.get(Alarm, alarm_id, with_for_update=True)
    case = session.get(Case, alarm.case_id) if alarm is not None and alarm.case_id else None
    if alarm is None or alarm.state not in BUSY or case is None or case.claimed_by in {None, staff_id}:
        return None
    _answered(session, alarm, staff_id, "screen", now)
    session.add(alarm)
    return alarm


def _answered(session: Session, alarm: Alarm, staff_id: int | None, how: str, now: datetime) -> None:
    alarm.state = advance(alarm.state, AlarmAction.ANSWER)
    alarm.answered_at, alarm.answered_by, alarm.step_at = now, staff_id, None
    _take_back_calls(session, alarm, now)
    tell(
        session,
        Happening.ALARM_ANSWERED,
        tenant_id=alarm.tenant_id,
        now=now,
        case_id=alarm.case_id,
        staff_id=staff_id,
        how=how,
    )


def _take_case(session: Session, house: House, case_id: int, staff_id: int, now: datetime) -> None:
    claim_case(session, case_id=case_id, staff_id=staff_id, claim_minutes=house.settings.claim_minutes, now=now)


def call_is_over(session: Session, *, call_id: str, now: datetime) -> None:
    """Note that a call ended without a key: the next in line is rung soon."""
    found = alarm_of_call(session, call_id)
    if found is None:
        return
    alarm, made = found
    if made.over or made.answered:
        return
    made.over = True
    session.add(made)
    if alarm.state is AlarmState.RINGING and alarm.step_at is not None:
        alarm.step_at = min(alarm.step_at, now + AFTER_A_CALL)
        session.add(alarm)
