"""A campaign's own words in somebody's own voice: recorded by language and step, with versions, and really played."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import Any

import pytest
from sqlmodel import select

from checkin import flow
from checkin.campaigns import drafts, library
from checkin.campaigns.models import Campaign
from checkin.campaigns.trials import try_campaign
from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AskedBy
from checkin.runtime import Runtime
from checkin.voice.recorded import Recorded
from checkin.vonage.ncco import instructions
from tests import factories
from tests.sounds import mp3, wav
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
STEP = re.compile(r'href="(/own-voice/[\w-]+/(nl|en)/own-(question|greeting-\w+)-[0-9a-f]{16})"')


def steps(page: str) -> dict[tuple[str, str], str]:
    return {(language, part): path for path, language, part in STEP.findall(page)}


def record(browser: Visitor, path: str, content: bytes) -> str:
    browser.get(path)
    sent = browser.post(path, file=(io.BytesIO(content), "stem.wav"))
    assert (sent.status_code, sent.location) == (302, path)
    return unescape(browser.get(path).text)


def streamed(runtime: Runtime) -> list[str]:
    """Give the files that a call of a campaign with the words of the heatwave plays, tried on oneself."""
    with unit_of_work(runtime) as session:
        campaign = session.exec(select(Campaign)).first()
        assert campaign is not None
        given: dict[str, Any] = {"staff_id": factories.sanne(session).id, "number": "+31201234567", "name": "Sanne"}
        trial = try_campaign(
            session, runtime, campaign=campaign, channel=AskedBy.VOICE, language="nl", now=runtime.now(), **given
        )
    with unit_of_work(runtime) as session:
        script = flow.call_answered(
            session, runtime, reference=trial.id, provider_id="p", number="", inbound=False, now=runtime.now()
        )
    actions = instructions(script, runtime.settings, trial.id, Recorded(runtime).known())
    return [one["streamUrl"][0] for one in actions if one["action"] == "stream"]


def test_the_words_of_a_playbook_are_recorded_once_for_every_campaign_that_says_them(
    coordinator: Visitor, runtime: Runtime
) -> None:
    found = steps(coordinator.get("/own-voice/heatwave").text)
    parts = [(language, part) for language in ("nl", "en") for part in ("morning", "afternoon", "evening")]
    assert found.keys() == {("nl", "question"), ("en", "question"), *((one, f"greeting-{part}") for one, part in parts)}
    with unit_of_work(runtime) as session:
        book = library.shipped()["heatwave"]
        draft = drafts.new_draft(session, playbook=book, language="nl", staff_id=None, now=runtime.now())
    assert streamed(runtime) == []
    assert "Huurders horen deze" in record(coordinator, found["nl", "question"], wav())
    assert len(streamed(runtime)) == 1
    record(coordinator, found["nl", "greeting-morning"], wav())
    assert len(streamed(runtime)) == 2
    of_the_campaign = coordinator.get(f"/own-voice/round-{draft.id}").text
    assert "Opname 1" in of_the_campaign
    assert steps(of_the_campaign).keys() == found.keys()
    assert "1 opname" in coordinator.get("/voice").text


def test_a_recording_has_versions_and_other_words_are_spoken_by_the_computer(
    coordinator: Visitor, runtime: Runtime
) -> None:
    with unit_of_work(runtime) as session:
        book = library.shipped()["heatwave"]
        draft = drafts.new_draft(session, playbook=book, language="nl", staff_id=None, now=runtime.now())
    path = steps(coordinator.get(f"/own-voice/round-{draft.id}").text)["nl", "question"]
    record(coordinator, path, wav())
    page = record(coordinator, path, mp3(2.0))
    assert page.count("<audio controls") == 2
    newest = streamed(runtime)
    (older,) = re.findall(r'action="([^"]+/play)"', page)
    assert coordinator.post(older).location == path
    assert streamed(runtime) != newest
    assert coordinator.post(f"{path}/computer").location == path
    assert streamed(runtime) == []
    coordinator.post(older)
    with unit_of_work(runtime) as session:
        campaign = session.get_one(Campaign, draft.id)
        content = book.as_json()
        content["languages"]["nl"]["words"]["question"][0] = "Wij willen graag weten of u het redt."
        campaign.playbook = content
    assert streamed(runtime) == []
    assert path not in coordinator.get(f"/own-voice/round-{draft.id}").text
    kept = path.replace(f"/own-voice/round-{draft.id}", "/voice")
    page = coordinator.get(kept).text
    assert page.count("<audio controls") == 2, "what nobody says any more can still be heard and thrown away"
    erased = [coordinator.post(one).location for one in re.findall(r'action="([^"]+/erase)"', page)]
    assert erased == [kept, "/voice/nl"]
    with reading(runtime) as session:
        assert session.get_one(Campaign, draft.id)


@pytest.mark.parametrize(
    "path",
    ["/own-voice/nothing", "/own-voice/round-99", "/own-voice/round-x", "/own-voice/heatwave/fr/question"],
)
def test_what_is_not_there_is_not_found(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(path).status_code == 404


def test_a_campaign_without_words_of_its_own_has_nothing_to_record(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        campaign = Campaign(name="kaal", started_at=runtime.now())
        session.add(campaign)
    assert coordinator.get(f"/own-voice/round-{campaign.id}").status_code == 404
    assert coordinator.get("/own-voice/how-are-you").text.count("Hier zegt de telefoon de gewone woorden") <= 2
