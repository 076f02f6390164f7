"""A call about danger: only a key takes it, and a colleague can raise an alarm of her own in the middle of a talk."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.alarms import ringing
from checkin.alarms.models import Alarm
from checkin.cases.models import Case
from checkin.domain.alarms import AlarmState
from checkin.domain.cases import CaseKind
from checkin.domain.errors import Refused
from checkin.domain.spoken import voiced_name
from checkin.flow import asking
from checkin.flow.colleagues import voice_for
from checkin.flow.house import House
from checkin.flow.replies import Sender, send_wording
from checkin.messaging.callscript import Say, Script
from checkin.messaging.colleague_script import say
from checkin.messaging.models import Call
from checkin.messaging.wording import Wording
from checkin.outreach.ways import usable_mobile
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant

TAKES_IT = "1"


def question(session: Session, house: House, call: Call, *, now: datetime) -> Say | None:  # noqa: ARG001
    """Ask whether this colleague takes it, without a name: who picks up may be anybody."""
    found = ringing.alarm_of_call(session, call.id)
    if found is None or found[0].state not in {AlarmState.RINGING, AlarmState.UNANSWERED}:
        return None
    return say(voice_for(house, call), "alarm")


def pressed(session: Session, house: House, call: Call, *, key: str, now: datetime) -> Script | None:
    """Let the one who presses the key answer for it; whoever is later hears that it has been taken."""
    if key != TAKES_IT:
        return None
    alarm = ringing.answer(session, house, call_id=call.id, now=now)
    return Script((_about(session, house, call, alarm),)) if alarm is not None else None


def _about(session: Session, house: House, call: Call, alarm: Alarm) -> Say:
    voice = voice_for(house, call)
    case = session.get(Case, alarm.case_id) if alarm.case_id else None
    if case is None:
        return say(voice, "alarm of a text")
    name = voiced_name(session.get_one(Tenant, case.tenant_id), call.language)
    if alarm.raised_by is not None and case.claimed_by == alarm.raised_by:
        colleague = session.get_one(Staff, alarm.raised_by).name
        return say(voice, "alarm of a colleague", name=name, colleague=colleague)
    return say(voice, "alarm is yours", name=name)


def left_alone(session: Session, house: House, call: Call, *, now: datetime) -> Script:
    """Nobody pressed anything: somebody else is rung."""
    ringing.call_is_over(session, call_id=call.id, now=now)
    return Script((say(voice_for(house, call), "alarm goes on"),))


def folded(session: Session, house: House, call: Call, *, now: datetime) -> None:  # noqa: ARG001
    """Follow the call: one that ended without a key rings the next in line."""
    if call.ended_at is not None:
        ringing.call_is_over(session, call_id=call.id, now=now)


def raise_by_colleague(
    session: Session, house: House, *, case_id: int, staff_id: int, despair: bool, now: datetime
) -> Case:
    """Raise an alarm about a tenant whom a colleague is speaking with or about; the tenant reads where to find help.

    Raises Refused("case_gone").
    """
    case = session.get(Case, case_id)
    if case is None:
        raise Refused("case_gone")
    raised = asking.open_case(
        session, tenant_id=case.tenant_id, kind=CaseKind.URGENT, urgent=True, staff_id=staff_id, now=now
    )
    tenant = session.get_one(Tenant, case.tenant_id)
    if number := usable_mobile(session, tenant):
        wording = Wording.S7B_DESPAIR if despair else Wording.S7_DANGER
        send_wording(session, house, Sender(number, tenant, None), wording, now=now, always=True)
    return raised
