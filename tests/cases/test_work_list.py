"""The work list: who comes first, what marks a row, and what a filter leaves."""

from __future__ import annotations

import re
from html import unescape

import pytest
from sqlmodel import select

from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.staff.models import Staff, Team
from tests.cases.conftest import Telling
from tests.conftest import MovableClock
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def names(visitor: Visitor, query: str = "") -> list[str]:
    """Give the surnames of a tab, from top to bottom."""
    page = visitor.get(f"/worklist?{query}").text
    return re.findall(r'<th role="rowheader".*?<a [^>]*>Mevrouw (?:van der )?(\w+)</a>', page, re.IGNORECASE)


def marks(visitor: Visitor, query: str = "") -> list[str]:
    page = unescape(visitor.get(f"/worklist?{query}").text)
    return re.findall(r'<span class="marks">(.*?)</span>', page)


def test_what_was_forwarded_to_her_or_her_team_stands_on_top_and_says_from_whom(
    samira: Visitor, telling: Telling, clock: MovableClock
) -> None:
    with telling() as story:
        me = story.session.exec(select(Staff)).one()
        ton, team = story.staff("Ton"), story._add(Team(name="Noord"))
        me.team_id = team.id
        sent = {"forwarded_by": ton.id, "forwarded_at": story.now}
        story.case(story.tenant("Eerst"), promised_before=story.later(hours=1))
        story.case(story.tenant("Team"), promised_before=story.later(hours=3), team_id=team.id, **sent)
        story.case(story.tenant("Mij"), promised_before=story.later(hours=2), meant_for=me.id, **sent)
        story.case(story.tenant("Tons"), promised_before=story.later(hours=4), meant_for=ton.id, **sent)
        story.case(story.tenant("Spoed"), urgent=True)
        story.claimed(story.case(story.tenant("Bezig")), me)
    assert names(samira) == ["Spoed", "Mij", "Team", "Eerst", "Tons"]
    assert marks(samira) == ["voor u, van Ton", "voor Noord, van Ton", "voor een collega, van Ton"]
    assert names(samira, "tab=mine") == ["Mij", "Bezig"]
    assert re.search(r'Van mij <span class="count">2</span>', samira.get("/worklist").text)
    assert "voor u, van Ton" in samira.get("/").text


def test_who_writes_or_rings_again_jumps_up_and_the_row_says_when(
    samira: Visitor, telling: Telling, clock: MovableClock
) -> None:
    with telling() as story:
        story.case(story.tenant("Eerst"), promised_before=story.later(hours=1))
        given = {"promised_before": story.later(hours=4), "heard_at": story.ago(minutes=2)}
        story.case(story.tenant("Belde"), heard_by=AskedBy.VOICE, **given)
        story.case(story.tenant("Schreef"), heard_by=AskedBy.TEXT, **given)
        story.case(story.tenant("Late"), promised_before=story.ago(hours=1))
    assert names(samira) == ["Late", "Belde", "Schreef", "Eerst"]
    assert marks(samira) == ["belde zelf terug 10.28", "schreef 10.28"]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", ["Noord", "Turks", "Team"]),
        ("area=Zuid", ["Turks"]),
        ("lang=tr", ["Turks"]),
        ("team=1", ["Team"]),
        ("team=1&area=Zuid", []),
        ("q=straatweg", ["Team"]),
        ("q=straatweg&lang=tr", []),
        ("team=9", []),
        ("area=%00&lang=%00&team=x", ["Noord", "Turks", "Team"]),
    ],
)
def test_a_filter_leaves_who_was_meant_and_the_tabs_count_along(
    samira: Visitor, telling: Telling, query: str, left: list[str]
) -> None:
    with telling() as story:
        team = story._add(Team(name="Wijkteam"))
        story.case(story.tenant("Noord"))
        story.case(story.tenant("Turks", language="tr", neighbourhood="Zuid"))
        story.case(story.tenant("Team", street="Straatweg"), team_id=team.id)
    assert names(samira, query) == left
    page = samira.get(f"/worklist?{query}").text
    assert re.search(rf'Wacht <span class="count">{len(left)}</span>', page)
    if not left:
        assert "Niemand gevonden" in page
    if query.startswith("area=Zuid"):
        assert 'href="/worklist?tab=mine&amp;area=Zuid"' in page


def test_each_tab_holds_its_own(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        me = story.session.exec(select(Staff)).one()
        story.case(story.tenant("Wacht"), promised_before=story.later(hours=1))
        story.case(story.tenant("Verlopen"), promised_before=story.ago(minutes=1))
        rung = {"promised_before": story.ago(hours=3), "first_rang_at": story.ago(hours=4)}
        story.case(story.tenant("Gebeld"), **rung)
        for name, call_at in (
            ("Straks", story.later(hours=1)),
            ("Net", story.ago(minutes=50)),
            ("Vergeten", story.ago(minutes=70)),
        ):
            case = story.case(story.tenant(name), call_at=call_at, **rung)
            story.contact(case, me, ContactOutcome.CALL_BACK, at=story.ago(hours=4), call_at=call_at)
        story.claimed(story.case(story.tenant("Bezig"), promised_before=story.ago(minutes=5)), me)
        poging = story.case(story.tenant("Poging"), call_at=story.ago(hours=2), **rung)
        story.contact(poging, me, ContactOutcome.NOT_REACHED, call_at=poging.call_at)
    assert names(samira, "tab=callback") == ["Straks"]
    assert set(names(samira, "tab=late")) == {"Verlopen", "Vergeten", "Bezig"}
    assert set(names(samira)) == {"Wacht", "Verlopen", "Gebeld", "Net", "Vergeten", "Poging"}
    assert names(samira, "tab=mine") == ["Bezig"]
    page = samira.get("/worklist").text
    for tab, count in (("Van mij", 1), ("Wacht", 6), ("Terugbellen", 1), ("Te laat", 3)):
        assert re.search(rf'{tab} <span class="count">{count}</span>', page), tab


def test_a_coordinator_sees_who_is_skipped_often(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.case(story.tenant("Vaak"), skips=3)
        story.case(story.tenant("Eens"), skips=1)
        story.case(story.tenant("Klaar"), skips=9, state=CaseState.CLOSED)
    assert "1 huurder is vaak overgeslagen" in coordinator.get("/").text
    assert names(coordinator, "often=1") == ["Vaak"]
    assert marks(coordinator, "often=1") == ["3 keer overgeslagen"]


def test_colleagues_are_not_shown_who_is_skipped(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.case(story.tenant("Vaak"), skips=3)
    assert marks(samira) == []
    assert "overgeslagen" not in samira.get("/worklist").text
