"""A campaign tried on a colleague's own telephone: real texts and calls, and nothing of it is counted.

Whatever comes back is kept with the trial, with what it would have led to. No case is opened, nothing is promised, and
no number is stopped: a trial never touches a tenant.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from checkin.campaigns import trials
from checkin.campaigns.models import Trial
from checkin.cases import service as cases
from checkin.domain.replies import Meaning, read_text
from checkin.domain.spoken import Style, when_words
from checkin.domain.triage import Decision, Tell, decide
from checkin.flow.house import House
from checkin.flow.wordings import WORDINGS
from checkin.messaging import callscript
from checkin.messaging import service as messaging
from checkin.messaging.callscript import ASKING, MenuMove, Script, Voice, next_move
from checkin.messaging.models import Call, CallEnd
from checkin.messaging.own_words import OwnWords
from checkin.messaging.wording import Wording, compose
from checkin.outreach.notice_models import NoticeKind

TRIED_LATELY = timedelta(hours=2)
"""A text from the same number within this answers the trial."""
TOLD = {Tell.CHAT: Wording.S3_CHAT, Tell.HELP: Wording.S4_HELP, Tell.CALL: Wording.S9_LATER}
MEANINGS = {
    MenuMove.CHAT: Meaning.CHAT,
    MenuMove.HELP: Meaning.HELP,
    MenuMove.FINE: Meaning.FINE,
    MenuMove.NO_MORE: Meaning.STOP,
    MenuMove.GIVE_UP: Meaning.UNCLEAR,
}


def text_of_trial(session: Session, house: House, *, external_id: str, number: str, text: str, now: datetime) -> bool:
    """Take in a text that answers a trial, and answer it as a tenant's would be; False when it answers none."""
    trial = trials.open_trial(session, number, since=now - TRIED_LATELY)
    if trial is None:
        return False
    reading = read_text(text, now=now, zone=house.zone)
    decision = decide(reading, told_unclear=False, waiting=False)
    meaning = reading.meaning if decision.opens is not None or not decision.to_read else Meaning.UNCLEAR
    if trials.keep_answer(session, trial, answer_id=external_id, said=text, meaning=meaning, when="", now=now):
        _tell(session, house, trial, decision, now)
    return True


def _tell(session: Session, house: House, trial: Trial, decision: Decision, now: datetime) -> None:
    wording = (TOLD | WORDINGS).get(decision.tell) if decision.tell else None
    enough = messaging.texts_today(session, trial.number, now) >= messaging.TEXTS_A_DAY
    if wording is None or enough:
        return
    settings = house.settings
    when = when_words(_promise(session, house, now), now, house.zone, trial.language)
    text = compose(
        wording,
        trial.language,
        words=house.words,
        org=settings.organisation,
        phone=settings.organisation_phone,
        name=trial.name,
        when=when,
    )
    messaging.queue_text(
        session,
        number=trial.number,
        wording=wording,
        text=text,
        language=trial.language,
        tenant_id=None,
        now=now,
    )
    if decision.opens is not None:
        trials.note_promise(session, trial, when_words(_promise(session, house, now), now, house.zone, "nl"))


def _promise(session: Session, house: House, now: datetime) -> datetime:
    return cases.likely_promise(session, house, None, now=now, urgent=False)


def voice_of(house: House, trial: Trial) -> Voice:
    """Give the voice of a trial: the campaign's words as they were when it was tried."""
    settings = house.settings
    own = OwnWords(trial.words)
    organisation, phone = settings.organisation, settings.organisation_phone
    return Voice(organisation, phone, trial.language, settings.key_seconds, own, house.words)


def trial_answered(house: House, trial: Trial, now: datetime) -> Script:
    """Open a trial call as a tenant's opens."""
    return callscript.greeting(
        voice_of(house, trial),
        name=trial.name,
        daypart=house.call_hours.daypart(now),
        code_word=trial.code_word,
        on_a_card=trial.told is NoticeKind.LETTER,
    )


def trial_keys(
    session: Session, house: House, trial: Trial, call: Call, *, step: int, digits: str, now: datetime
) -> Script:
    """Play the menu on as a tenant hears it; a choice is kept with the trial and nowhere else."""
    move, following = next_move(step, digits)
    voice = voice_of(house, trial)
    if move in ASKING:
        if call.end is CallEnd.VOICEMAIL and move is MenuMove.PATIENT:
            return callscript.goodbye_voicemail(voice, daypart=house.call_hours.daypart(now))
        return callscript.question(voice, move, following)
    promised = _promise(session, house, now) if move in {MenuMove.CHAT, MenuMove.HELP} else None
    shown = when_words(promised, now, house.zone, "nl") if promised else ""
    trials.keep_answer(
        session, trial, answer_id=f"{call.id}:choice", said=digits, meaning=MEANINGS[move], when=shown, now=now
    )
    if move is MenuMove.GIVE_UP:
        return callscript.goodbye_silent(voice)
    spoken = when_words(promised, now, house.zone, trial.language, Style.VOICE) if promised else ""
    return callscript.confirmed(voice, move, spoken)
