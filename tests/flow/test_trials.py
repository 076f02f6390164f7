"""A try on one's own telephone: the whole menu, real answers, and nothing of it counts."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin import flow
from checkin.campaigns import drafts, library, trials
from checkin.campaigns.models import Trial
from checkin.cases.models import Case
from checkin.domain.attempts import AskedBy
from checkin.domain.replies import Meaning
from checkin.messaging.callscript import AskKey, Say, Script
from checkin.messaging.models import Call, Message
from checkin.outreach.models import Reply
from checkin.outreach.notice_models import NoticeKind
from checkin.outreach.notices import set_notice
from checkin.runtime import Runtime
from checkin.tenants.models import PhoneNumber
from tests import factories
from tests.conftest import MONDAY_MORNING

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

OWN = "+31619998877"


def try_it(
    session: Session, runtime: Runtime, channel: AskedBy, language: str = "nl", told: NoticeKind = NoticeKind.NONE
) -> Trial:
    playbook = library.shipped()["heatwave"]
    draft = drafts.new_draft(session, playbook=playbook, language="nl", staff_id=None, now=MONDAY_MORNING)
    set_notice(session, campaign_id=draft.id or 0, kind=told, days=3)
    sanne = factories.sanne(session)
    return trials.try_campaign(
        session,
        runtime,
        campaign=draft,
        staff_id=sanne.id or 0,
        number=OWN,
        channel=channel,
        language=language,
        name="Sanne",
        now=MONDAY_MORNING,
    )


def said(script: Script) -> str:
    return " ".join(" ".join(step.sentences) for step in script.steps if isinstance(step, Say))


def nothing_counts(session: Session) -> None:
    session.flush()
    for kind in (Reply, Case, PhoneNumber):
        assert session.execute(select(kind)).first() is None


def write(session: Session, runtime: Runtime, text: str, external_id: str = "1") -> None:
    flow.text_received(
        session,
        runtime,
        external_id=external_id,
        number=OWN,
        text=text,
        received_at=MONDAY_MORNING,
        now=MONDAY_MORNING,
    )


@pytest.mark.parametrize(
    ("text", "meaning", "answered"),
    [
        ("1", Meaning.CHAT, "S3"),
        ("2", Meaning.HELP, "S4"),
        ("3", Meaning.FINE, "S5"),
        ("STOP", Meaning.STOP, "S6"),
        ("de poes is weer terecht", Meaning.UNCLEAR, "S8"),
    ],
)
def test_a_text_is_answered_as_a_tenants_would_be_and_does_nothing_else(
    session: Session, runtime: Runtime, text: str, meaning: Meaning, answered: str
) -> None:
    trial = try_it(session, runtime, AskedBy.TEXT)
    for _twice in range(2):
        write(session, runtime, text)
    assert [(one["said"], one["meaning"]) for one in trial.answers] == [(text, meaning.value)]
    texts = session.execute(select(col(Message.wording)).where(col(Message.id) != trial.id)).scalars().all()
    assert texts == [answered]
    assert bool(trial.answers[0]["when"]) == (meaning in (Meaning.CHAT, Meaning.HELP))
    nothing_counts(session)


def test_a_campaign_that_tells_beforehand_does_so_and_the_call_repeats_the_word(
    session: Session, runtime: Runtime
) -> None:
    trial = try_it(session, runtime, AskedBy.VOICE, told=NoticeKind.TEXT)
    told = session.execute(select(Message)).scalars().one()
    assert trial.code_word
    assert f"Codewoord: {trial.code_word}." in told.text
    call = session.execute(select(Call)).scalars().one()
    assert call.due_at > told.due_at == MONDAY_MORNING
    assert f"{trial.code_word}" in opened(session, runtime, trial)
    write(session, runtime, "STOP")
    assert [one["meaning"] for one in trial.answers] == ["stop"]
    nothing_counts(session)


def test_of_a_letter_the_trial_says_the_word_and_sends_nothing_before(session: Session, runtime: Runtime) -> None:
    trial = try_it(session, runtime, AskedBy.VOICE, told=NoticeKind.LETTER)
    assert session.execute(select(Message)).first() is None
    assert f"{trial.code_word}" in opened(session, runtime, trial)
    plain = try_it(session, runtime, AskedBy.VOICE)
    assert plain.code_word == ""


def opened(session: Session, runtime: Runtime, trial: Trial) -> str:
    script: Any = flow.call_answered(
        session, runtime, reference=trial.id, provider_id="p", number=OWN, inbound=False, now=MONDAY_MORNING
    )
    return said(script)


def test_a_text_long_after_the_trial_is_a_text_like_any_other(session: Session, runtime: Runtime) -> None:
    trial = try_it(session, runtime, AskedBy.TEXT)
    trial.created_at = MONDAY_MORNING.replace(hour=1)
    session.flush()
    write(session, runtime, "1")
    assert trial.answers == []
    assert session.execute(select(Reply)).first() is not None


def keys(session: Session, runtime: Runtime, trial: Trial, step: int, digits: str) -> Script:
    return flow.call_keys(
        session,
        runtime,
        reference=trial.id,
        provider_id="p",
        number=OWN,
        step=step,
        digits=digits,
        now=MONDAY_MORNING,
    )


def step_of(script: Script) -> int:
    return next(one.step for one in script.steps if isinstance(one, AskKey))


def test_the_keys_play_the_whole_menu_and_the_choice_is_shown(session: Session, runtime: Runtime) -> None:
    trial = try_it(session, runtime, AskedBy.VOICE)
    opened: Any = flow.call_answered(
        session, runtime, reference=trial.id, provider_id="p", number=OWN, inbound=False, now=MONDAY_MORNING
    )
    assert "Het is erg warm buiten. Wij bellen voor Sanne." in said(opened)
    again = keys(session, runtime, trial, step_of(opened), "0")
    assert "Redt u het" in said(again) or "warmte" in said(again)
    unknown = keys(session, runtime, trial, step_of(again), "7")
    assert "Die toets ken ik niet" in said(unknown)
    quiet = keys(session, runtime, trial, step_of(unknown), "")
    assert "U heeft alle tijd" in said(quiet)
    chosen = keys(session, runtime, trial, step_of(quiet), "1")
    assert "Een collega belt u vandaag voor" in said(chosen)
    assert [(one["said"], one["meaning"]) for one in trial.answers] == [("1", "chat")]
    assert trial.answers[0]["when"].startswith("vandaag voor")
    nothing_counts(session)


def test_key_nine_stops_nobody(session: Session, runtime: Runtime) -> None:
    trial = try_it(session, runtime, AskedBy.VOICE, "en")
    assert "We will not call you with this voice again." in said(keys(session, runtime, trial, 0, "9"))
    nothing_counts(session)


def test_silence_to_the_end_says_that_a_person_would_ring(session: Session, runtime: Runtime) -> None:
    trial = try_it(session, runtime, AskedBy.VOICE)
    script = keys(session, runtime, trial, 2, "")
    assert "Een collega belt u zelf nog even." in said(script)
    assert [one["meaning"] for one in trial.answers] == ["unclear"]
    nothing_counts(session)
