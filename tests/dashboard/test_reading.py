"""Even lezen: a wrong key is put right, danger is one key, and what people decided teaches whoever looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from sqlmodel import select

from checkin.cases.models import Case
from checkin.domain.replies import Meaning
from checkin.messaging.models import Message
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


def shown(visitor: Visitor, path: str = "/reading") -> int:
    """Give the number of the text that is on the screen."""
    found = re.search(r'class="decide" method="post" action="/reading/(\d+)"', visitor.get(path).text)
    return int(found[1]) if found else 0


def test_two_who_read_at_once_get_texts_of_their_own_and_hear_who_was_first(
    samira: Visitor, coordinator: Visitor, telling: Telling, clock: MovableClock
) -> None:
    first, second, third, fourth = (unread(telling, text) for text in ("een", "twee", "drie", "vier"))
    assert (shown(samira), shown(coordinator)) == (first, first)
    samira.post(f"/reading/{first}", meaning="fine")
    assert shown(samira) == second
    coordinator.post(f"/reading/{first}", meaning="help")
    page = coordinator.get("/reading").text
    assert "Samira las dit bericht net voor u." in page
    assert shown(coordinator) == third
    with telling() as story:
        assert story.session.get_one(Reply, first).meaning is Meaning.FINE
    assert "Samira leest dit nu ook." in coordinator.get(f"/reading?reply={second}").text
    clock.advance(minutes=3)
    coordinator.post(f"/reading/{third}", meaning="fine")
    assert shown(coordinator) == second
    assert shown(samira) == fourth


def test_a_button_that_is_pressed_twice_says_what_the_first_press_did(samira: Visitor, telling: Telling) -> None:
    reply = unread(telling, "hm")
    samira.get("/reading")
    samira.post(f"/reading/{reply}", meaning="help")
    assert samira.post(f"/reading/{reply}", meaning="fine").location == f"/reading?last={reply}"
    assert "Gelezen: Hulp." in samira.get(f"/reading?last={reply}").text


def test_what_was_asked_and_what_else_was_written_stand_around_a_text(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        tenant, at = story.tenant("Jansen"), {"due_at": story.ago(hours=9), "created_at": story.ago(hours=9)}
        asked = "Hoe gaat het met u?"
        story.session.add(
            Message(
                id="m",
                tenant_id=tenant.id,
                number="+31612345678",
                text=asked,
                wording="S1",
                sent_at=story.ago(hours=9),
                **at,
            )
        )
        texts = ("hallo", "de kraan", "laat maar, is gemaakt")
        replies = [story.reply(tenant, text, Meaning.UNCLEAR, to_read=True).id for text in texts]
        story.reply(story.tenant("Bakker"), "van een ander", Meaning.UNCLEAR, to_read=True)
    page = samira.get(f"/reading?reply={replies[1]}").text.partition('id="following"')[0]
    places = [page.index(text) for text in (asked, *texts)]
    assert places == sorted(places)
    assert page.count("nog niet gelezen") == 2
    assert "van een ander" not in page


@pytest.mark.parametrize(
    ("text", "suggestion", "key", "said"),
    [
        ("Ik rijd nu en kan niet antwoorden.", Meaning.LATER, "8", "Dit lijkt een antwoord dat een telefoon"),
        ("ja", Meaning.YES, "1", "Wij denken: Praatje"),
        ("liever morgen om tien uur", Meaning.LATER, "4", "Wij denken: Later (morgen 10.00)"),
        ("merhaba, yardım lazım", Meaning.HELP, "2", "Turks"),
    ],
)  # fmt: skip
def test_what_we_think_is_the_button_that_stands_out(
    samira: Visitor, telling: Telling, text: str, suggestion: Meaning, key: str, said: str
) -> None:
    unread(telling, text, suggestion)
    page = samira.get("/reading").text
    assert re.search(rf'class="button go" name="meaning" value="\w+" data-key="{key}"', page)
    assert said in page


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
    assert "Bij 1 bericht hadden wij geen voorstel." in page
    assert "1 van 2" in page
    assert "<q><bdi>kraan</bdi></q>" in page
    export = administrator.get("/reading/learning/examples.csv").text
    assert export.splitlines()[0] == "text,label"
    assert "kraan lekt,help" in export
    assert '"\'=1+1 bel [nummer], mevrouw [naam]",chat' in export
    assert coordinator.get("/reading/learning").status_code == 403
