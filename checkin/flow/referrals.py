"""Whether an organisation spoke to the tenant: asked by text, or in a call, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col

from checkin.aftercare import follow_ups, referrals
from checkin.aftercare.models import FollowUp, Organisation, Referral
from checkin.aftercare.organisations import called_in_texts
from checkin.cases import service as cases
from checkin.cases.models import Case, Contact
from checkin.domain.cases import URGENCY, CaseKind
from checkin.domain.checkins import EndReason
from checkin.domain.referrals import ReferralAction, ReferralState
from checkin.domain.spoken import written_name
from checkin.flow import asking
from checkin.flow.house import House
from checkin.messaging import service as messaging
from checkin.messaging.wording import Wording, compose
from checkin.outreach.models import Reply
from checkin.outreach.ways import unusable_numbers
from checkin.tenants import phones
from checkin.tenants.models import Channel, PhoneNumber, Tenant


def keep_referrals_going(session: Session, house: House, *, now: datetime) -> None:
    """Ask what is due, by text or else in a call; what did not arrive is asked in a call, what stays out is listed."""
    for referral in referrals.take_due(session, now=now):
        _ask(session, house, referral, now)
    for referral in referrals.take_not_arrived(session):
        _ask_otherwise(session, referral, session.get_one(Tenant, referral.tenant_id), now)
    for referral in referrals.take_over_due(session, now=now):
        referrals.advance_to(session, referral, ReferralAction.GIVE_UP, now=now)


def _ask(session: Session, house: House, referral: Referral, now: datetime) -> None:
    tenant = session.get_one(Tenant, referral.tenant_id)
    number = _mobile(session, tenant)
    if number is None or tenant.stopped_at or tenant.deceased_at or tenant.lease_ended_on:
        _ask_otherwise(session, referral, tenant, now)
        return
    referral.message_id = messaging.queue_text(
        session,
        number=number,
        wording=Wording.S17_REFERRAL,
        text=question(session, house, referral, tenant),
        language=tenant.language,
        tenant_id=tenant.id,
        automatic_check=True,
        due_at=house.text_hours.next_open(now),
        now=now,
    )
    session.add(referral)


def question(session: Session, house: House, referral: Referral, tenant: Tenant) -> str:
    """Give the text that asks whether the organisation spoke to the tenant."""
    return compose(
        Wording.S17_REFERRAL,
        tenant.language,
        words=house.words,
        org=house.settings.organisation,
        phone=house.settings.organisation_phone,
        name=written_name(tenant, tenant.language),
        who=called_in_texts(session.get_one(Organisation, referral.organisation_id)),
    )


def _mobile(session: Session, tenant: Tenant) -> str | None:
    """Give the number for a text; None for who has none, or likes to be rung or written to."""
    if tenant.channel in {Channel.NONE, Channel.VOICE}:
        return None
    numbers = [one for one in (tenant.mobile, tenant.phone_2) if one and phones.is_mobile(one)]
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(numbers))
    return next((one for one in numbers if one not in unusable), None)


def _ask_otherwise(session: Session, referral: Referral, tenant: Tenant, now: datetime) -> None:
    """Let a colleague ask it in a call; of who stopped us nothing is asked, and a person looks at it."""
    if tenant.deceased_at or tenant.lease_ended_on:
        referrals.advance_to(session, referral, ReferralAction.WITHDRAW, now=now)
    elif tenant.stopped_at:
        referrals.advance_to(session, referral, ReferralAction.GIVE_UP, now=now)
    else:
        referrals.advance_to(session, referral, ReferralAction.CALL, now=now)
        follow_ups.agree(
            session,
            tenant_id=referral.tenant_id,
            staff_id=referral.staff_id,
            at=now,
            wish="",
            referral_id=referral.id,
            now=now,
        )


def give_up_calling(session: Session, finished: Sequence[FollowUp], *, now: datetime) -> None:
    """List the referrals of which the call is over and nobody wrote down the answer."""
    for follow_up in finished:
        referral = session.get(Referral, follow_up.referral_id) if follow_up.referral_id else None
        if referral is not None and referral.state is ReferralState.CALLING:
            referrals.advance_to(session, referral, ReferralAction.GIVE_UP, now=now)


def answer_referral(
    session: Session, referral: Referral, action: ReferralAction, *, reply: Reply | None, now: datetime
) -> Case | None:
    """Carry out the tenant's own answer: yes closes the loop, no brings the case back with the words; give the case."""
    referrals.advance_to(session, referral, action, now=now)
    referral.reply_id = reply.id if reply else referral.reply_id
    return _bring_back(session, referral, now) if action is ReferralAction.NO else None


def _bring_back(session: Session, referral: Referral, now: datetime) -> Case:
    contact = session.get(Contact, referral.contact_id) if referral.contact_id else None
    if contact is None or cases.open_case_of(session, referral.tenant_id) is not None:
        return asking.open_case(
            session, tenant_id=referral.tenant_id, kind=CaseKind.HELP, reply_id=referral.reply_id, now=now
        )
    cases.reopen_case(session, case_id=contact.case_id, staff_id=None, now=now)
    case = session.get_one(Case, contact.case_id)
    if URGENCY[CaseKind.HELP] < URGENCY[case.kind]:
        case.kind = CaseKind.HELP
    case.reply_id, case.meant_for = referral.reply_id, referral.staff_id
    session.add(case)
    asking.end_asking(session, tenant_id=referral.tenant_id, reason=EndReason.ALREADY_WAITING, now=now)
    return case
