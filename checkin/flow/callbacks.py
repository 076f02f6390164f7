"""Take a case to people: work out the promise, tell the tenant, and put it before those on duty."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.spoken import when_words
from checkin.flow.house import House
from checkin.flow.replies import Sender, send_wording
from checkin.jobs import Job, done
from checkin.messaging.wording import Wording
from checkin.outreach.models import Reply
from checkin.outreach.ways import may_be_texted
from checkin.tenants.models import Tenant

PROMISE_WORDINGS = {
    CaseKind.CHAT: Wording.S3_CHAT,
    CaseKind.HELP: Wording.S4_HELP,
    CaseKind.YES: Wording.S9_LATER,
    CaseKind.LATER: Wording.S9_LATER,
}
"""How the promise is told by text. Urgent tenants were told at once; silent ones asked for nothing."""


def offer_case(session: Session, house: House, *, case_id: int, now: datetime) -> None:
    """Do the job `case-<id>`; done twice, nothing happens twice.

    1. promise, if it was not spoken on the telephone already
    2. tell the tenant who wrote by text
    3. mark the case as offered: the work list and the dashboards show it
    """
    case = session.get(Case, case_id, with_for_update=True)
    # Of a round without a robot nobody was told anything: there is nothing to promise.
    if case is not None and case.state is not CaseState.CLOSED and case.kind is not CaseKind.ROUND:
        promised = cases.make_promise(session, house, case, now=now)
        if case.told_at is None and _tell(session, house, case, promised, now):
            case.told_at = now
        case.offered_at = case.offered_at or now
        session.add(case)
    done(session, Job.OFFER_CASE, case_id, now)


def _tell(session: Session, house: House, case: Case, promised: datetime, now: datetime) -> bool:
    reply = session.get(Reply, case.reply_id) if case.reply_id else None
    wording = PROMISE_WORDINGS.get(case.kind)
    if reply is None or wording is None or reply.channel is not AskedBy.TEXT:
        return False
    if wording in {Wording.S3_CHAT, Wording.S4_HELP} and not house.office_hours.is_open(now):
        wording = Wording.S13_CLOSED
    tenant = session.get_one(Tenant, case.tenant_id)
    if not may_be_texted(session, tenant, reply.number):
        # Who stopped and asks for a call is rung. No text will leave, so nobody may say sorry for what it promised.
        return False
    when = when_words(promised, now, house.zone, tenant.language)
    return send_wording(session, house, Sender(reply.number, tenant, None), wording, now=now, when=when) is not None
