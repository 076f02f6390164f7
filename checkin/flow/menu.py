"""A call with a tenant and the telephone menu: what it says next, and what its end means."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.campaigns.models import Trial
from checkin.cases import service as cases
from checkin.chat_line import offering
from checkin.domain.attempts import SILENT_CALL_SECONDS, AskedBy, AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.replies import Meaning, Reading
from checkin.domain.spoken import Style, voiced_name, when_words
from checkin.domain.triage import SURE, Decision
from checkin.flow import asking, chat_line, stops
from checkin.flow.house import House
from checkin.flow.replies import Sender, carry_out, keep_reply
from checkin.flow.trials import trial_answered, trial_keys
from checkin.messaging import callscript
from checkin.messaging import service as messaging
from checkin.messaging.callscript import ASKING, MenuMove, Script, Voice, next_move
from checkin.messaging.models import Call, CallEnd, Direction
from checkin.messaging.own_words import HOUSE_WORDS, OwnWords
from checkin.outreach import service as outreach
from checkin.outreach.instructions import words_of_call
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.outreach.notice_models import NoticeKind
from checkin.outreach.notices import code_word_of_call
from checkin.tenants.models import Happening, Tenant
from checkin.tenants.timeline import tell

MEANINGS = {
    MenuMove.CHAT: Meaning.CHAT,
    MenuMove.HELP: Meaning.HELP,
    MenuMove.FINE: Meaning.FINE,
    MenuMove.NO_MORE: Meaning.STOP,
}
MISSED_ONCE_IN = timedelta(days=1)
CALLED_LATELY = timedelta(days=14)
"""Whoever rings back within this hears that we had called."""
ENDS = {
    CallEnd.BUSY: AttemptEnd.BUSY,
    CallEnd.NO_ANSWER: AttemptEnd.NO_ANSWER,
    CallEnd.REJECTED: AttemptEnd.REJECTED,
    CallEnd.FAILED: AttemptEnd.FAILED,
    CallEnd.NUMBER_DEAD: AttemptEnd.NUMBER_DEAD,
    CallEnd.CANCELLED: AttemptEnd.NO_ANSWER,
}


def answered(session: Session, house: House, call: Call, *, now: datetime) -> Script:
    """Give the first words of our own call. Asked twice, it gives the same words."""
    if (trial := session.get(Trial, call.id)) is not None:
        return trial_answered(house, trial, now)
    tenant = session.get(Tenant, call.tenant_id) if call.tenant_id else None
    name = voiced_name(tenant, call.language) if tenant else ""
    voice = voice_of(house, call.language, words_of_call(session, call.id))
    kind, word = code_word_of_call(session, call.id) or (NoticeKind.LETTER, "")
    daypart, on_a_card = house.call_hours.daypart(now), kind is NoticeKind.LETTER
    return callscript.greeting(voice, name=name, daypart=daypart, code_word=word, on_a_card=on_a_card)


def picked_up(session: Session, call: Call, *, now: datetime) -> None:
    """Tell that somebody picked up."""
    tell(
        session,
        Happening.CALL_ANSWERED,
        tenant_id=call.tenant_id,
        now=now,
        check_in_id=check_in_id_of(session, call),
        call_id=call.id,
    )


def check_in_id_of(session: Session, call: Call) -> int | None:
    """Give the check-in that a call belongs to, if any."""
    return session.execute(select(col(Attempt.check_in_id)).where(col(Attempt.id) == call.id)).scalars().first()


def they_called(session: Session, house: House, *, provider_id: str, number: str, now: datetime) -> Script:
    """Give the first words to a tenant who rings us. Asked twice, it gives the same words."""
    stops.hear_from(session, number)
    sender = chat_line.caller(session, number, now)
    language = sender.tenant.language if sender.tenant else "nl"
    known = messaging.find(session, Call, reference=None, provider_id=provider_id) is not None
    call = messaging.inbound_call(
        session,
        provider_id=provider_id,
        number=number,
        language=language,
        tenant_id=sender.tenant.id if sender.tenant else None,
        now=now,
    )
    if not known:
        check_in_id = sender.check_in.id if sender.check_in else None
        tell(
            session,
            Happening.CALLED_US,
            tenant_id=call.tenant_id,
            now=now,
            check_in_id=check_in_id,
            call_id=call.id,
        )
        if call.tenant_id is not None:
            cases.heard_again(session, tenant_id=call.tenant_id, by=AskedBy.VOICE, at=now)
    we_called = _we_called(session, number, now)
    return chat_line.first_words(session, house, call, voice_of(house, call.language), now=now, we_called=we_called)


def _we_called(session: Session, number: str, now: datetime) -> bool:
    query = select(col(Call.id)).where(
        col(Call.number) == number, col(Call.direction) == Direction.OUTBOUND, col(Call.sent_at) > now - CALLED_LATELY
    )
    return session.execute(query.limit(1)).first() is not None


def voice_of(house: House, language: str, own: OwnWords = HOUSE_WORDS) -> Voice:
    """Give the voice of the house in a language, with a campaign's own words where it has any."""
    settings = house.settings
    organisation, phone = settings.organisation, settings.organisation_phone
    return Voice(organisation, phone, language, settings.key_seconds, own, house.words)


def keys(session: Session, house: House, call: Call, *, number: str, step: int, digits: str, now: datetime) -> Script:
    """Act on the key that came back from one step of the menu, and give what is said next.

    1. a choice that was made before is spoken back again, and nothing happens twice
    2. a key or silence that is no choice: ask again, as often as the menu is patient
    3. a choice: keep it as a reply, carry it out, speak it back with the promised time
    """
    if (trial := session.get(Trial, call.id)) is not None:
        return trial_keys(session, house, trial, call, step=step, digits=digits, now=now)
    voice = voice_of(house, call.language, words_of_call(session, call.id))
    if call.direction is Direction.INBOUND:
        known = chat_line.keys(session, house, call, voice, step=step, digits=digits, now=now)
        if isinstance(known, Script):
            return known
        digits = known
    sender = _sender(session, call, number, now)
    before = session.execute(select(Reply).where(col(Reply.external_id) == f"{call.id}:choice")).scalars().first()
    slow = sender.tenant is not None and sender.tenant.slow_speech
    move, next_step = next_move(step, before.text if before else digits, slow=slow)
    if before is None:
        call.keys += digits
        session.add(call)
    if move in ASKING:
        return _ask_again(session, house, call, sender, voice, move, next_step, now)
    if move is MenuMove.GIVE_UP:
        return _give_up(session, house, call, sender, voice, now)
    script = _choose(session, house, call, sender, move, digits, now)
    # Who waited for a colleague in vain hears that first, and then the promise.
    return Script((callscript.nobody_free(voice), *script.steps)) if step > chat_line.LOOKING else script


def _sender(session: Session, call: Call, number: str, now: datetime) -> Sender:
    if call.direction is Direction.INBOUND:
        return chat_line.sender_of(session, call, now)
    check_in_id = check_in_id_of(session, call)
    tenant = session.get(Tenant, call.tenant_id) if call.tenant_id else None
    return Sender(call.number or number, tenant, session.get(CheckIn, check_in_id) if check_in_id else None)


def _ask_again(
    session: Session, house: House, call: Call, sender: Sender, voice: Voice, move: MenuMove, step: int, now: datetime
) -> Script:
    if call.end is CallEnd.VOICEMAIL and move is MenuMove.PATIENT:
        return callscript.goodbye_voicemail(voice, daypart=house.call_hours.daypart(now))
    if call.direction is Direction.INBOUND and not chat_line.is_asked(sender):
        return chat_line.chat(session, house, call, voice, now=now, move=move, step=step)
    return callscript.question(voice, move, step)


def _give_up(session: Session, house: House, call: Call, sender: Sender, voice: Voice, now: datetime) -> Script:
    silent_in_call(session, house, call, sender, now=now)
    return callscript.goodbye_silent(voice, known=sender.tenant is not None)


def silent_in_call(session: Session, house: House, call: Call, sender: Sender, *, now: datetime) -> None:
    """Somebody was on the line and chose nothing: silence is not “fine”, a person rings."""
    if call.direction is Direction.OUTBOUND:
        outreach.end_attempt(session, house, reference=call.id, how=AttemptEnd.SILENT, now=now)
    elif sender.tenant is not None and sender.tenant.id is not None:
        if sender.check_in is not None:
            outreach.fall_silent(session, sender.check_in, EndReason.PICKED_UP_SILENT, now=now)
        asking.open_case(
            session,
            tenant_id=sender.tenant.id,
            kind=CaseKind.SILENT,
            check_in_id=sender.check_in.id if sender.check_in else None,
            now=now,
        )


def _choose(
    session: Session, house: House, call: Call, sender: Sender, move: MenuMove, digits: str, now: datetime
) -> Script:
    meaning = MEANINGS[move]
    decision = SURE[meaning]
    voice = voice_of(house, call.language)
    if sender.tenant is None and not decision.stops:
        # Somebody we do not know wants a call: a person looks who it may be.
        decision = Decision(to_read=decision.opens is not None)
    reply = keep_reply(
        session, sender, external_id=f"{call.id}:choice", channel=AskedBy.VOICE, text=digits, received_at=now,
        reading=Reading(meaning, sure=True), decision=decision, now=now,
    )  # fmt: skip
    if reply is not None:
        carry_out(session, house, decision, sender=sender, reply=reply, now=now)
    return callscript.confirmed(voice, move, _promised(session, house, sender, now), known=sender.tenant is not None)


def _promised(session: Session, house: House, sender: Sender, now: datetime) -> str:
    """Promise in the call itself: what is spoken is what the work list shows."""
    case = cases.open_case_of(session, sender.tenant.id) if sender.tenant and sender.tenant.id else None
    if case is None or sender.tenant is None:
        return ""
    promised = cases.make_promise(session, house, case, now=now)
    case.told_at = case.told_at or now
    session.add(case)
    return when_words(promised, now, house.zone, sender.tenant.language, Style.VOICE)


def moved(session: Session, house: House, call: Call, *, now: datetime) -> None:
    """A call that goes on means nothing yet."""


def settled(session: Session, call: Call, state: DeliveryState, *, now: datetime) -> None:
    """Tell what became of our request for the call."""
    happening = {DeliveryState.SENT: Happening.CALL_STARTED, DeliveryState.UNKNOWN: Happening.OUTCOME_UNKNOWN}.get(
        state
    )
    if happening is not None:
        tell(
            session,
            happening,
            tenant_id=call.tenant_id,
            now=now,
            check_in_id=check_in_id_of(session, call),
            call_id=call.id,
            channel="voice",
        )


def ended(session: Session, house: House, call: Call, *, again: bool, now: datetime) -> None:
    """Decide what the end of a call means; `again`: something more was reported about a call that was over."""
    if not again:
        tell(
            session,
            Happening.CALL_ENDED,
            tenant_id=call.tenant_id,
            now=now,
            check_in_id=check_in_id_of(session, call),
            call_id=call.id,
            end=call.end.value if call.end else None,
        )
    if not again or call.direction is Direction.OUTBOUND:
        _judge(session, house, call, now, again=again)


def _judge(session: Session, house: House, call: Call, now: datetime, *, again: bool) -> None:
    chose = session.execute(select(col(Reply.id)).where(col(Reply.external_id) == f"{call.id}:choice")).first()
    if chose is not None:
        return
    if call.direction is Direction.INBOUND:
        _judge_theirs(session, house, call, now)
        return
    how = _how_it_ended(call)
    outreach.end_attempt(session, house, reference=call.id, how=how, now=now, correct=again)
    if how is AttemptEnd.NUMBER_DEAD:
        stops.close_number(session, call.number, reason="dead", tenant_id=call.tenant_id, now=now)


def _judge_theirs(session: Session, house: House, call: Call, now: datetime) -> None:
    """They rang and hung up before anything was agreed: a person rings back, or looks who it was."""
    offer = offering.hang_up(session, call_id=call.id, now=now)
    sender = chat_line.sender_of(session, call, now)
    if offer is not None and offer.accepted_at is not None:
        return
    if sender.tenant is None:
        _keep_for_a_person(session, call, sender, now)
    elif offer is not None and sender.tenant.id is not None:
        asking.open_case(session, tenant_id=sender.tenant.id, kind=CaseKind.CHAT, now=now)
    else:
        silent_in_call(session, house, call, sender, now=now)


def _keep_for_a_person(session: Session, call: Call, sender: Sender, now: datetime) -> None:
    """Put a missed call of somebody we cannot name before a person, once a day for each number."""
    lately = select(col(Reply.id)).where(
        col(Reply.number) == call.number, col(Reply.received_at) > now - MISSED_ONCE_IN, col(Reply.text) == ""
    )
    if not call.number or session.execute(lately.limit(1)).first() is not None:
        return
    keep_reply(
        session, sender, external_id=f"{call.id}:missed", channel=AskedBy.VOICE, text="", received_at=now,
        reading=Reading(Meaning.UNCLEAR), decision=Decision(to_read=True), now=now,
    )  # fmt: skip


def _how_it_ended(call: Call) -> AttemptEnd:
    if call.answered_at is None:
        return ENDS.get(call.end or CallEnd.NO_ANSWER, AttemptEnd.NO_ANSWER)
    if call.end is CallEnd.VOICEMAIL:
        return AttemptEnd.VOICEMAIL
    seconds = ((call.ended_at or call.answered_at) - call.answered_at).total_seconds()
    return AttemptEnd.HUNG_UP if seconds < SILENT_CALL_SECONDS and not call.keys else AttemptEnd.SILENT
