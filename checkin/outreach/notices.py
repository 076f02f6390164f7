"""A notice before the check-in: each tenant is told, by text or by letter, with a word that the call repeats.

The text is no question: no answer is awaited, yet every reply is read. It leaves in the hours for texts, never to
somebody who stopped or is in another conversation, and the check-in waits until it has left.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import exists, false, insert, or_, select, true, update
from sqlmodel import Session, col

from checkin.domain.attempts import AskedBy
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.code_words import code_word
from checkin.domain.deliveries import DeliveryState
from checkin.domain.narrowing import narrowed
from checkin.domain.spoken import written_name
from checkin.jobs import Queue, ring
from checkin.messaging import service as messaging
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording, compose
from checkin.outreach.house import House as AskingHouse
from checkin.outreach.instructions import AS_THE_HOUSE, Wishes, load_wishes
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.notice_models import CampaignNotice, Notice, NoticeKind
from checkin.outreach.ways import unusable_numbers, ways
from checkin.tenants.models import Channel, PhoneNumber, Tenant

BATCH = 1000
BY_POST = frozenset({EndReason.NO_NUMBER, EndReason.POST_ONLY, EndReason.NUMBER_DEAD, EndReason.WRONG_NUMBER})
"""Who cannot be rung or texted for one of these reasons can still be written to."""
ON_ITS_WAY = (DeliveryState.QUEUED, DeliveryState.FAILED_FOR_NOW, DeliveryState.SENDING)
MAY_HAVE_ARRIVED = (DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.UNKNOWN)


class House(AskingHouse, Protocol):
    """What telling beforehand needs from the runtime."""

    @property
    def zone(self) -> ZoneInfo: ...


def set_notice(session: Session, *, campaign_id: int, kind: NoticeKind, days: int) -> None:
    """Say how a campaign tells its tenants beforehand; once it has, nothing changes."""
    known = session.get(CampaignNotice, campaign_id)
    if known is None:
        session.add(CampaignNotice(campaign_id=campaign_id, kind=kind, days=days))
    elif known.announced_at is None:
        known.kind, known.days = kind, days
        session.add(known)
    session.flush()


def announce(
    session: Session,
    house: House,
    *,
    campaign_id: int,
    now: datetime,
    by_people: bool = False,
    tenants: Callable[[Any], Any] = lambda _tenant_id: true(),
) -> int:
    """Write the notices of check-ins that were just planned, and let these wait; give how many.

    With `by_people` colleagues ring these tenants: no machine takes their next step. `tenants` says in SQL of which
    tenants; of all of them when nobody says. Does nothing when the campaign has none, and never writes one twice.
    """
    how = session.get(CampaignNotice, campaign_id)
    if how is None or how.kind is NoticeKind.NONE:
        return 0
    how.announced_at = how.announced_at or now
    session.add(how)
    session.flush()
    wishes = load_wishes(session, [campaign_id]).get(campaign_id, AS_THE_HOUSE)
    total = 0
    for batch in _told(session, campaign_id, tenants):
        notices = _write(session, house, how, batch, wishes, now)
        if not by_people:
            _put_off(session, notices)
        total += len(batch)
    return total


def _told(session: Session, campaign_id: int, tenants: Callable[[Any], Any]) -> Iterator[list[tuple[CheckIn, Tenant]]]:
    """Give everyone of a campaign who is told, in batches: whoever is asked, and whoever only a letter can reach."""
    after, written = 0, exists().where(col(Notice.check_in_id) == col(CheckIn.id))
    while True:
        query = (
            select(CheckIn, Tenant)
            .join(Tenant, col(Tenant.id) == col(CheckIn.tenant_id))
            .where(
                col(CheckIn.campaign_id) == campaign_id,
                tenants(col(CheckIn.tenant_id)),
                col(CheckIn.id) > after,
                ~written,
                or_(col(CheckIn.state) == CheckInState.PLANNED, col(CheckIn.reason).in_(BY_POST)),
                col(Tenant.stopped_at).is_(None),
                col(Tenant.deceased_at).is_(None),
            )
            .order_by(col(CheckIn.id))
            .limit(BATCH)
        )
        batch = [(check_in, tenant) for check_in, tenant in session.execute(query).all()]
        if not batch:
            return
        after = batch[-1][0].id or 0
        yield batch


def _write(
    session: Session,
    house: House,
    how: CampaignNotice,
    batch: list[tuple[CheckIn, Tenant]],
    wishes: Wishes,
    now: datetime,
) -> list[dict[str, Any]]:
    numbers = {number for _, one in batch for number in (one.mobile, one.landline, one.phone_2) if number}
    unusable = unusable_numbers(session, col(PhoneNumber.number).in_(numbers))
    ready_at = _days_after(now, how.days, house.zone)
    notices: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for check_in, tenant in batch:
        word = code_word(tenant.language, secrets.choice)
        number = _texted(check_in, tenant, unusable) if how.kind is NoticeKind.TEXT else None
        reference = messaging.new_reference() if number else None
        if reference and number:
            texts.append(_text(house, tenant, reference, number, word, wishes, now))
        notices.append(
            {
                "check_in_id": check_in.id,
                "campaign_id": how.campaign_id,
                "kind": NoticeKind.TEXT if number else NoticeKind.LETTER,
                "code_word": word,
                "message_id": reference,
                "waits": number is not None,
                "days": how.days,
                "ready_at": None if number else ready_at,
            }
        )
    messaging.queue_many(session, Message, texts)
    session.connection().execute(insert(Notice), notices)
    return notices


def _put_off(session: Session, notices: list[dict[str, Any]]) -> None:
    for when in {one["ready_at"] for one in notices}:
        _look_at(session, [one["check_in_id"] for one in notices if one["ready_at"] == when], when)


def _texted(check_in: CheckIn, tenant: Tenant, unusable: dict[str, EndReason]) -> str | None:
    """Give the number that gets the text; who is rung at the tenant's own wish, or has no mobile, gets a letter."""
    if check_in.state is not CheckInState.PLANNED:
        return None
    texted = (way.number for way in ways(tenant, Channel.TEXT, unusable) if way.channel is AskedBy.TEXT)
    return next(texted, None)


def _text(
    house: House, tenant: Tenant, reference: str, number: str, word: str, wishes: Wishes, now: datetime
) -> dict[str, Any]:
    settings = house.settings
    return {
        "id": reference,
        "tenant_id": tenant.id,
        "number": number,
        "language": tenant.language,
        "wording": Wording.S0_NOTICE.value,
        "text": compose(
            Wording.S0_NOTICE,
            tenant.language,
            words=house.words,
            org=settings.organisation,
            phone=settings.organisation_phone,
            name=written_name(tenant, tenant.language),
            code_word=word,
        ),
        "automatic_check": True,
        "due_at": narrowed(house.text_hours, wishes.text_hours).next_open(now),
        "hours": wishes.text_hours,
        "created_at": now,
    }


def _days_after(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Give the beginning of the day on which the check-in may come; its own hours say when on that day."""
    if not days:
        return moment
    day = moment.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, time(), zone).astimezone(moment.tzinfo)


def _look_at(session: Session, check_in_ids: list[int], when: datetime | None, *, by_people: Any = ()) -> None:
    session.connection().execute(
        update(CheckIn)
        .where(
            col(CheckIn.id).in_(check_in_ids),
            col(CheckIn.campaign_id).not_in(by_people),
            col(CheckIn.state) == CheckInState.PLANNED,
            col(CheckIn.waits).is_(false()),  # the others wait for the pace, which knows about notices
        )
        .values(next_at=when)
        .execution_options(synchronize_session=False)
    )


def notice_pending(now: datetime) -> Any:
    """Say in SQL that a check-in may not come yet: its tenant was not told, or not long enough ago."""
    pending = or_(col(Notice.waits), col(Notice.ready_at) > now)
    return exists().where(col(Notice.check_in_id) == col(CheckIn.id), pending).correlate(CheckIn)


def _settled() -> Any:
    return (
        select(col(Notice.check_in_id), col(Notice.days), col(Message.state), col(Message.sent_at))
        .join(Message, col(Message.id) == col(Notice.message_id))
        .where(col(Notice.waits), col(Message.state).not_in(ON_ITS_WAY))
        .order_by(col(Notice.check_in_id))
    )


def anything_settled(session: Session) -> bool:
    """Tell whether a check-in waits for a text that has left, or never will."""
    return session.execute(_settled().limit(1)).first() is not None


def let_go_on(session: Session, house: House, *, now: datetime, by_people: Any = ()) -> None:
    """Let check-ins go on whose notice has left: so many days later. Whose notice could not leave, is asked at once.

    `by_people` are the campaigns without a robot: no machine takes the next step of theirs.
    """
    for check_in_id, days, state, sent_at in session.execute(_settled().limit(BATCH)).all():
        left = state in MAY_HAVE_ARRIVED
        when = _days_after(sent_at or now, days, house.zone) if left else now
        session.connection().execute(
            update(Notice).where(col(Notice.check_in_id) == check_in_id).values(waits=False, ready_at=when)
        )
        _look_at(session, [check_in_id], when, by_people=by_people)
    ring(session, Queue.TEXTS)


def code_word_of_call(session: Session, reference: str) -> tuple[NoticeKind, str] | None:
    """Give how a tenant was told beforehand and the word to repeat in this call; None when no word ever arrived."""
    attempt = _told_words().join(Attempt, col(Attempt.check_in_id) == col(Notice.check_in_id))
    found = session.execute(attempt.where(col(Attempt.id) == reference)).first()
    return (found[0], found[1]) if found else None


def code_word_of_check_in(session: Session, check_in_id: int) -> tuple[NoticeKind, str] | None:
    """Give the same for a colleague who rings about a check-in."""
    found = session.execute(_told_words().where(col(Notice.check_in_id) == check_in_id)).first()
    return (found[0], found[1]) if found else None


def _told_words() -> Any:
    return (
        select(col(Notice.kind), col(Notice.code_word))
        .join(Message, col(Message.id) == col(Notice.message_id), isouter=True)
        .where(or_(col(Notice.kind) == NoticeKind.LETTER, col(Message.state).in_(MAY_HAVE_ARRIVED)))
    )
