"""A whole round in every language: asked, answered, and told when somebody rings, without a word of another one."""

from __future__ import annotations

from typing import Any

import pytest

from checkin import flow
from checkin.db import unit_of_work
from checkin.domain import gsm
from checkin.domain.cases import CaseKind
from checkin.domain.replies import Meaning
from checkin.domain.tongues import LANGUAGES, TONGUES
from checkin.messaging.callscript import AskKey, Say, Script
from checkin.messaging.house_words import ORIGINAL
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording, compose, most_parts
from checkin.outreach.models import Attempt
from checkin.tenants.models import Tenant
from tests import factories
from tests.line import Line

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.parametrize("language", LANGUAGES),
]
HOUSE: dict[str, Any] = {"words": ORIGINAL, "org": "Woonstichting Eemland", "phone": "0318-123456"}


def said(script: Script) -> str:
    assert all(not isinstance(step, Say) or step.sentences for step in script.steps)
    return " ".join(one for step in script.steps if isinstance(step, Say) for one in step.sentences)


def newest(line: Line, tenant: Tenant) -> Message:
    return max(line.rows(Message, Message.number == tenant.mobile), key=lambda one: one.created_at)  # type: ignore[no-any-return]


def offered(line: Line, tenant: Tenant) -> Message:
    [case] = line.cases(tenant)
    line.clock.advance(seconds=5)
    with unit_of_work(line.runtime) as session:
        flow.offer_case(session, line.runtime, case_id=case.id or 0, now=line.clock())
    return newest(line, tenant)


def test_a_round_by_text(line: Line, language: str) -> None:
    tenant: Tenant = line.store(factories.tenant, language=language)
    asked = line.message(line.ask(tenant).id)
    assert asked.text == compose(Wording.S1_CHECK_IN, language, name=named(tenant, language), **HOUSE)
    line.text(tenant.mobile, "1")
    assert [case.kind for case in line.cases(tenant)] == [CaseKind.CHAT]
    told = offered(line, tenant)
    assert told.wording == Wording.S3_CHAT
    assert TONGUES[language].today in told.text or gsm.fold(TONGUES[language].today) in told.text
    line.clock.advance(seconds=5)
    line.text(tenant.mobile, "STOP")
    stopped = newest(line, tenant)
    assert stopped.text == compose(Wording.S6_STOPPED, language, **HOUSE)
    for one in (asked, told, stopped):
        assert gsm.parts(one.text) <= most_parts(language)
        assert gsm.is_gsm(one.text) is not TONGUES[language].wide


def named(tenant: Tenant, language: str) -> str:
    return f"{TONGUES[language].titles['mevr']} Van der Linden"


def test_a_round_by_telephone(line: Line, language: str) -> None:
    tenant: Tenant = line.store(factories.yilmaz, language=language)
    call: Attempt = line.ask(tenant)
    opening = line.picked_up(call.id)
    assert "Yilmaz" in said(opening)
    assert ORIGINAL.sentences("question", language)[-1] in said(opening)
    assert isinstance(opening.steps[-1], AskKey)
    patient = line.keys(call.id, "")
    assert ORIGINAL.sentences("patient", language)[0] in said(patient)
    chosen = line.keys(call.id, "2", step=1)
    assert line.check_in(tenant).meaning is Meaning.HELP
    assert TONGUES[language].today in said(chosen)
    assert ORIGINAL.sentences("help", language)[-1] in said(chosen)
    assert {
        step.language for script in (opening, patient, chosen) for step in script.steps if isinstance(step, Say)
    } == {language}
