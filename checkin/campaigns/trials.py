"""A try on oneself: a campaign's real text or call to a colleague's telephone, by the road that a tenant's takes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import or_, select
from sqlmodel import Session, col

from checkin.campaigns.models import Campaign, Trial
from checkin.campaigns.playbook import read_playbook
from checkin.domain.attempts import AskedBy
from checkin.domain.code_words import code_word
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.domain.words import Words
from checkin.messaging import service as messaging
from checkin.messaging.models import Call, Message
from checkin.messaging.own_words import OwnWords
from checkin.messaging.wording import Wording, compose
from checkin.outreach.models import Attempt
from checkin.outreach.notice_models import CampaignNotice, NoticeKind
from checkin.settings import Settings
from checkin.tenants import phones
from checkin.tenants.models import PhoneNumber, Tenant

TRIALS_SHOWN = 3
AFTER_THE_NOTICE = timedelta(seconds=20)
"""A tenant is told days before the question; in a trial it comes when the notice was read."""


class House(Protocol):
    """What a trial needs from the runtime."""

    @property
    def settings(self) -> Settings: ...
    @property
    def words(self) -> Words: ...


@dataclass(frozen=True)
class Tried:
    """A trial with what became of its text or call, for the page."""

    trial: Trial
    state: DeliveryState
    answers: tuple[dict[str, Any], ...]


def try_campaign(
    session: Session,
    house: House,
    *,
    campaign: Campaign,
    staff_id: int,
    number: str,
    channel: AskedBy,
    language: str,
    name: str,
    now: datetime,
) -> Trial:
    """Send the campaign's own text to a colleague's number, or ring it, at once.

    Raises Refused: "trial_of_a_tenant" when the number is a tenant's, whose answers are real; "trial_stopped" when
    the number asked for no more texts and calls; "trial_no_mobile" when a landline is to be texted.
    """
    if _is_a_tenants(session, number):
        raise Refused("trial_of_a_tenant")
    if (known := session.get(PhoneNumber, number)) is not None and (known.stopped_at or known.closed_at):
        raise Refused("trial_stopped")
    if channel is AskedBy.TEXT and not phones.is_mobile(number):
        raise Refused("trial_no_mobile")
    trial = Trial(
        id=messaging.new_reference(),
        campaign_id=campaign.id or 0,
        staff_id=staff_id,
        number=number,
        channel=channel,
        language=language,
        name=name,
        words=read_playbook(campaign.playbook).own_words(),
        told=_told(session, campaign.id or 0, number),
        created_at=now,
    )
    if trial.told is not NoticeKind.NONE:
        trial.code_word = code_word(language, secrets.choice)
    session.add(trial)
    session.flush()
    _send(session, house, trial, now)
    return trial


def _told(session: Session, campaign_id: int, number: str) -> NoticeKind:
    """Say how somebody with this number is told beforehand: who has no mobile gets the letter."""
    how = session.get(CampaignNotice, campaign_id)
    if how is None or how.kind is not NoticeKind.TEXT:
        return how.kind if how else NoticeKind.NONE
    return NoticeKind.TEXT if phones.is_mobile(number) else NoticeKind.LETTER


def _is_a_tenants(session: Session, number: str) -> bool:
    columns = (col(Tenant.mobile), col(Tenant.landline), col(Tenant.phone_2))
    tenant = select(col(Tenant.id)).where(or_(*(column == number for column in columns)))
    attempt = select(col(Attempt.id)).where(col(Attempt.number) == number)
    return any(session.execute(query.limit(1)).first() is not None for query in (tenant, attempt))


def _send(session: Session, house: House, trial: Trial, now: datetime) -> None:
    if trial.told is NoticeKind.TEXT:
        _send_text(session, house, trial, Wording.S0_NOTICE, now)
    if trial.channel is AskedBy.VOICE:
        messaging.queue_call(
            session,
            reference=trial.id,
            number=trial.number,
            language=trial.language,
            tenant_id=None,
            due_at=now + AFTER_THE_NOTICE if trial.told is NoticeKind.TEXT else now,
            now=now,
            automatic_check=False,
        )
        return
    _send_text(session, house, trial, Wording.S1_CHECK_IN, now, reference=trial.id)


def _send_text(
    session: Session, house: House, trial: Trial, wording: Wording, now: datetime, *, reference: str | None = None
) -> None:
    settings = house.settings
    text = compose(
        wording,
        trial.language,
        words=house.words,
        org=settings.organisation,
        phone=settings.organisation_phone,
        name=trial.name,
        code_word=trial.code_word,
        own=OwnWords(trial.words),
    )
    messaging.queue_text(
        session,
        number=trial.number,
        wording=wording,
        text=text,
        language=trial.language,
        tenant_id=None,
        now=now,
        # The notice is read before the question comes.
        due_at=now if wording is Wording.S0_NOTICE or trial.told is not NoticeKind.TEXT else now + AFTER_THE_NOTICE,
        reference=reference,
    )


def open_trial(session: Session, number: str, *, since: datetime) -> Trial | None:
    """Give the trial that a text from this number answers: the newest in which it was texted."""
    texted = or_(col(Trial.channel) == AskedBy.TEXT, col(Trial.told) == NoticeKind.TEXT)
    query = (
        select(Trial)
        .where(col(Trial.number) == number, texted, col(Trial.created_at) > since)
        .order_by(col(Trial.created_at).desc())
        .limit(1)
    )
    return session.execute(query.with_for_update()).scalars().first()


def keep_answer(
    session: Session, trial: Trial, *, answer_id: str, said: str, meaning: Meaning, when: str, now: datetime
) -> bool:
    """Keep what came back; False when it was kept before."""
    if any(one["id"] == answer_id for one in trial.answers):
        return False
    answer = {"id": answer_id, "said": said[:160], "meaning": meaning.value, "when": when, "at": now.isoformat()}
    trial.answers = [*trial.answers, answer]
    session.add(trial)
    return True


def note_promise(session: Session, trial: Trial, when: str) -> None:
    """Note with the newest answer when a tenant would have been rung."""
    trial.answers = [*trial.answers[:-1], {**trial.answers[-1], "when": when}]
    session.add(trial)


def newest_trials(session: Session, campaign_id: int) -> Sequence[Tried]:
    """Give the newest trials of a campaign, the newest first."""
    query = (
        select(Trial, Message.state, Call.state)  # type: ignore[call-overload]
        .outerjoin(Message, col(Message.id) == col(Trial.id))
        .outerjoin(Call, col(Call.id) == col(Trial.id))
        .where(col(Trial.campaign_id) == campaign_id)
        .order_by(col(Trial.created_at).desc())
        .limit(TRIALS_SHOWN)
    )
    return [
        Tried(trial, text_state or call_state or DeliveryState.QUEUED, tuple(trial.answers))
        for trial, text_state, call_state in session.execute(query)
    ]
