"""Even lezen: a wrong key is put right, danger is one key, and what people decided teaches whoever looks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlmodel import select

from checkin.cases.models import Case
from checkin.domain.replies import Meaning
from checkin.outreach.models import Reply
from checkin.tenants.models import PhoneNumber, Tenant
from tests.conftest import MovableClock
from tests.screen_story import Story
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Telling = Callable[[], AbstractContextManager[Story]]


def unread(telling: Telling, text: str, suggestion: Meaning = Meaning.UNCLEAR, because: str = "") -> int:
    with telling() as story:
        tenant = story.tenant("Jansen")
        reply = story.reply(tenant, text, Meaning.UNCLEAR, to_read=True, suggestion=suggestion, because=because)
        return reply.id or 0


def test_a_wrong_key_is_put_right_and_a_stop_taken_back(samira: Visitor, telling: Telling) -> None:
    reply = unread(telling, "stop maar met die kraan")
    samira.get("/reading")
    samira.post(f"/reading/{reply}", meaning="stop")
    with telling() as story:
        assert story.session.exec(select(Tenant)).one().stopped_at is not None
    page = samira.get(f"/reading?last={reply}").text
    assert "Gelezen: Stop." in page
    assert samira.post(f"/reading/{reply}/again").location == f"/reading?reply={reply}"
    with telling() as story:
        assert story.session.exec(select(Tenant)).one().stopped_at is None
    samira.post(f"/reading/{reply}", meaning="help")
    with telling() as story:
        assert story.session.get_one(Reply, reply).meaning is Meaning.HELP
        assert len(story.session.exec(select(Case)).all()) == 1


def test_a_number_that_was_closed_by_mistake_is_open_again(samira: Visitor, telling: Telling) -> None:
    reply = unread(telling, "wie is dit")
    samira.get("/reading")
    samira.post(f"/reading/{reply}", meaning="wrong_number")
    samira.post(f"/reading/{reply}/again")
    with telling() as story:
        assert [one.closed_at for one in story.session.exec(select(PhoneNumber))] == [None]


def test_nobody_else_and_nobody_later_changes_what_was_decided(
    samira: Visitor, coordinator: Visitor, telling: Telling, clock: MovableClock
) -> None:
    reply = unread(telling, "hm")
    samira.get("/reading")
    samira.post(f"/reading/{reply}", meaning="fine")
    coordinator.get("/reading")
    coordinator.post(f"/reading/{reply}/again")
    assert "Dit is niet meer te veranderen." in coordinator.get("/reading").text
    assert "Toch anders" not in coordinator.get(f"/reading?last={reply}").text
    clock.advance(minutes=11)
    samira.post(f"/reading/{reply}/again")
    with telling() as story:
        assert story.session.get_one(Reply, reply).read_at is not None


def test_danger_is_one_key(samira: Visitor, telling: Telling) -> None:
    reply = unread(telling, "het gaat niet meer")
    samira.get("/reading")
    samira.post(f"/reading/{reply}", meaning="urgent")
    with telling() as story:
        assert story.session.exec(select(Case)).one().urgent


def test_the_administrator_sees_how_often_we_were_right_and_which_words_misled(
    samira: Visitor, administrator: Visitor, coordinator: Visitor, telling: Telling
) -> None:
    texts = {
        "kraan lekt": ("help", Meaning.HELP, "kraan"),
        "de kraan is van de buren": ("fine", Meaning.HELP, "kraan"),
        "ja graag": ("chat", Meaning.YES, "ja"),
        "=1+1 bel 0612345678, mevrouw Jansen": ("chat", Meaning.UNCLEAR, ""),
    }
    samira.get("/reading")
    for text, (chosen, suggestion, because) in texts.items():
        samira.post(f"/reading/{unread(telling, text, suggestion, because)}", meaning=chosen)
    page = administrator.get("/reading/learning").text
    assert "2 van 4" in page
    assert "<q>kraan</q>" in page
    export = administrator.get("/reading/learning/examples.csv").text
    assert export.splitlines()[0] == "text,label"
    assert "kraan lekt,help" in export
    assert '"\'=1+1 bel [nummer], mevrouw [naam]",chat' in export
    assert coordinator.get("/reading/learning").status_code == 403
