"""Selection files: what is kept of them, who may see them, and that they are gone when their campaign ends."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from sqlmodel import Session, select

from checkin.campaigns import service as campaigns
from checkin.campaigns.choosing import Choice, Preview, preview
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.checkins import CheckInState
from checkin.domain.errors import Refused
from checkin.groups import selections
from checkin.groups.models import Cause, LegalGround, Selection, SelectionRow
from checkin.groups.queries import Moment
from checkin.groups.selections import Kept, Wanted
from checkin.outreach.models import CheckIn
from checkin.runtime import Runtime
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.refusals import FileRefused
from tests import factories
from tests.conftest import MONDAY_MORNING, MovableClock
from tests.line import dump
from tests.tenants.conftest import workbook
from tests.visitor import Visitor
from workers import reconciler

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PURPOSE = "Vragen hoe het gaat na het burengerucht van oktober."
WANTED = Wanted(Cause.NUISANCE_CAUSED, date(2026, 10, 1), PURPOSE, LegalGround.LEGITIMATE_INTEREST)
TODAY = MONDAY_MORNING.date()
FILE = b"Huurdernummer;Datum;Omschrijving\nE1;03-10-2026;schreeuwde in de hal\nE2;30-09-2026;trommel\nE9;04-10-2026;x\n"


def keep(session: Session, content: bytes = FILE, now: Any = MONDAY_MORNING) -> Kept:
    return selections.keep_selection(session, content, WANTED, staff_id=None, now=now, today=TODAY)


def two_tenants(session: Session) -> tuple[Tenant, Tenant]:
    return factories.tenant(session, external_ref="E1"), factories.tenant(session, external_ref="E2")


def rows(runtime: Runtime) -> list[SelectionRow]:
    with reading(runtime) as session:
        return list(session.exec(select(SelectionRow)))


def start(session: Session, selection_id: int | None) -> int:
    campaign = campaigns.start_campaign(
        session, name="Najaar", channel=Channel.AUTO, created_by=None, now=MONDAY_MORNING, selection_id=selection_id
    )
    return campaign.id or 0


# What is kept.


def test_only_the_reference_and_the_day_of_who_is_meant_are_kept(session: Session) -> None:
    anna, _bert = two_tenants(session)
    kept = keep(session)
    assert (kept.selection.tenants, kept.unknown, kept.earlier, kept.without_day) == (1, 1, 1, 0)
    [row] = session.exec(select(SelectionRow))
    assert (row.tenant_id, row.happened_on) == (anna.id, date(2026, 10, 3))
    everything = repr(dump(session))
    assert "schreeuwde" not in everything
    assert "E9" not in everything


@SQLITE
@pytest.mark.parametrize(
    ("content", "tenants", "without_day"),
    [
        (workbook(["Lijst van de wijkbeheerder"], ["Datum", "Relatienr."], [date(2026, 10, 3), "E1"]), 1, 0),
        (b"Klantnummer,datum melding\nE1,2026-10-03\nE1,2026-11-03\nE2,geen idee\nE2\n", 1, 2),
    ],
)
def test_a_file_is_read_as_people_make_it(session: Session, content: bytes, tenants: int, without_day: int) -> None:
    two_tenants(session)
    kept = keep(session, content)
    assert (kept.selection.tenants, kept.without_day) == (tenants, without_day)


@SQLITE
@pytest.mark.parametrize("content", [b"Naam;Datum\nJansen;03-10-2026\n", b"Huurdernummer\nE1\n", b""])
def test_a_file_without_references_and_days_is_refused(session: Session, content: bytes) -> None:
    two_tenants(session)
    with pytest.raises(FileRefused):
        keep(session, content)


@SQLITE
def test_a_file_in_which_nobody_is_ours_is_not_kept(session: Session) -> None:
    with pytest.raises(Refused, match="selection_empty"):
        keep(session)
    assert session.exec(select(Selection)).all() == []


# Whom it chooses.


def test_only_who_stands_in_the_file_is_chosen(session: Session) -> None:
    two_tenants(session)
    kept = keep(session)
    choice = Choice(selection_id=kept.selection.id)
    assert preview(session, choice, Moment(MONDAY_MORNING, campaigns.HOME)) == Preview({"nl": 1}, {}, {})


@SQLITE
def test_a_selection_serves_one_campaign(session: Session) -> None:
    two_tenants(session)
    kept = keep(session)
    start(session, kept.selection.id)
    with pytest.raises(Refused, match="selection_gone"):
        start(session, kept.selection.id)


# When it goes.


def is_stopped(runtime: Runtime, campaign_id: int, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        campaigns.stop_campaign(session, campaign_id=campaign_id, now=clock())


def is_finished(runtime: Runtime, campaign_id: int, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        for check_in in session.exec(select(CheckIn).where(CheckIn.campaign_id == campaign_id)):
            check_in.state, check_in.next_at = CheckInState.SILENT, None
    reconciler.tick(runtime)


@pytest.mark.parametrize("ends", [is_stopped, is_finished])
def test_it_is_gone_when_its_campaign_ends(
    runtime: Runtime, clock: MovableClock, ends: Callable[[Runtime, int, MovableClock], None]
) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
        campaign_id = start(session, keep(session).selection.id)
        other = keep(session)
    assert len(rows(runtime)) == 2
    ends(runtime, campaign_id, clock)
    assert [row.selection_id for row in rows(runtime)] == [other.selection.id], "another campaign's is still there"
    with reading(runtime) as session:
        erased = session.exec(select(Selection).order_by(Selection.id)).all()  # type: ignore[arg-type]
        assert [one.erased_at for one in erased] == [clock(), None]


@SQLITE
def test_what_is_never_used_is_gone_after_thirty_days(runtime: Runtime, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
        keep(session)
    clock.advance(days=29, hours=23)
    reconciler.tick(runtime)
    assert len(rows(runtime)) == 1
    clock.advance(hours=2)
    reconciler.tick(runtime)
    assert rows(runtime) == []


# Who sees it.

SECRETS = ("overlast", "achterstand", "burengerucht", "nuisance", "arrears", "03-10", "3 oktober", "2026-10-03")


def upload(browser: Visitor, **given: Any) -> Any:
    fields = {"cause": "nuisance_caused", "since": "2026-10-01", "purpose": PURPOSE, "legal_ground": "public_task"}
    path = given.pop("path", "/selections")
    return browser.post(path, **{**fields, "file": (io.BytesIO(FILE), "lijst.csv"), **given})


@SQLITE
def test_a_coordinator_brings_one_in_and_erases_it(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
    assert upload(coordinator).status_code == 302
    page = coordinator.get("/selections").text
    assert PURPOSE in page
    assert "1 huurder staat klaar" in page
    assert "Linden" not in page, "nobody is named"
    assert len(rows(runtime)) == 1
    assert coordinator.get("/selections/1/erase").status_code == 200
    assert coordinator.post("/selections/1/erase").status_code == 302
    assert rows(runtime) == []
    assert "Gewist" in coordinator.get("/selections").text


@SQLITE
@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ({"purpose": ""}, "Schrijf op waarvoor"),
        ({"purpose": "kort"}, "10 tot 500"),
        ({"legal_ground": ""}, "Kies waarom het mag"),
        ({"cause": ""}, "Kies waarom deze huurders"),
        ({"since": ""}, "Kies sinds welke dag"),
        ({"file": (io.BytesIO(b""), "")}, "Kies een bestand"),
        ({"file": (io.BytesIO(b"Naam\nJansen\n"), "x.csv")}, "Huurdernummer"),
    ],
)
def test_without_a_purpose_and_a_ground_nothing_is_read(
    coordinator: Visitor, runtime: Runtime, missing: dict[str, Any], says: str
) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
    response = upload(coordinator, **missing)
    assert response.status_code == 422
    assert says in response.text
    assert rows(runtime) == []


@SQLITE
def test_a_colleague_who_rings_never_sees_any_of_it(samira: Visitor, coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        anna, _bert = two_tenants(session)
        start(session, keep(session).selection.id)
        case = factories.case(session, tenant_id=anna.id)
        ids = anna.id, case.id
    for path in ("/selections", "/selections/new", "/selections/1/erase", "/groups", "/groups/new", "/groups/1"):
        assert samira.get(path).status_code == 403, path
    for path in ("/selections", "/selections/1/erase", "/groups", "/groups/count", "/groups/1/delete"):
        assert samira.post(path).status_code == 403, path
    for path in ("/", "/worklist", f"/tenants/{ids[0]}", f"/cases/{ids[1]}", "/reading"):
        page = samira.get(path)
        assert page.status_code == 200
        assert [
            word
            for word in SECRETS
            if word in page.text.lower().replace("q=overlast", "").replace('value="overlast"', "")
        ] == [], path


@SQLITE
def test_no_text_timeline_or_export_tells_it(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
        start(session, keep(session).selection.id)
        assert session.exec(select(Case)).all() == []
    with reading(runtime) as session:
        tables = {name: kept for name, kept in dump(session).items() if name not in {"selection", "selection_row"}}
    told = repr(tables).lower()
    assert [word for word in SECRETS if word in told] == []
    for path in ("/week/2026-W48.csv", "/week/2026-W48", "/overview", "/campaigns"):
        page = coordinator.get(path)
        assert page.status_code == 200, path
        assert [word for word in SECRETS if word in page.text.lower()] == [], path


def test_a_sweep_that_has_nothing_to_do_says_so(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        two_tenants(session)
        keep(session)
        assert not campaigns.anything_to_erase(session, now=MONDAY_MORNING + timedelta(days=29))
        assert campaigns.anything_to_erase(session, now=MONDAY_MORNING + timedelta(days=31))


# The whole way, as a coordinator goes it.


def fields_of(page: str) -> dict[str, str]:
    """Give the name that the page proposes; the selection is chosen for one who has but one."""
    chosen = re.findall(r'name="who" type="radio" value="(selection-\d+)"|value="(selection-\d+)"', page)
    name = re.search(r'<input[^>]*name="name"[^>]*value="([^"]*)"', page)
    assert name
    assert 'value="rule"' not in page
    return {"name": name[1], "who": "".join(chosen[0])}


def begin(coordinator: Visitor, playbook: str) -> str:
    coordinator.get("/campaigns/new")
    return coordinator.post("/campaigns/new", playbook=playbook).location.removesuffix("/who")


@SQLITE
def test_a_round_after_nuisance_takes_a_selection_file_and_leaves_nothing_that_says_why(
    coordinator: Visitor, samira: Visitor, runtime: Runtime, capfd: pytest.CaptureFixture[str]
) -> None:
    with unit_of_work(runtime) as session:
        anna, _bert = two_tenants(session)
    start = begin(coordinator, "after-nuisance")
    refused = coordinator.post(f"{start}/start")
    assert (refused.status_code, "selectiebestand" in refused.text) == (409, True)
    page = coordinator.get(f"{start}/who").text
    new = re.search(r'href="(/selections/new\?round=\d+)"', page)
    assert new
    coordinator.get(new[1])
    kept = upload(coordinator, path=new[1].replace("/new", ""))
    assert kept.location == f"{start}/who"
    chosen = fields_of(coordinator.get(kept.location).text)
    named = coordinator.post(f"{start}/who", **{**chosen, "name": "Na overlast"})
    assert (named.status_code, "Collega’s die bellen zien deze naam" in unescape(named.text)) == (422, True)
    assert coordinator.post(f"{start}/who", **chosen, then="next").status_code == 302
    assert coordinator.post(f"{start}/start").status_code == 302
    with unit_of_work(runtime) as session:
        [check_in] = session.exec(select(CheckIn)).all()
        case = factories.case(session, tenant_id=anna.id, check_in_id=check_in.id)
    # What colleagues see, what leaves, and what is written down beside.
    for path in ("/", "/worklist", f"/tenants/{anna.id}", f"/cases/{case.id}", "/reading"):
        told = re.sub(r'q=overlast|value="overlast"', "", samira.get(path).text.lower())
        assert [word for word in SECRETS if word in told] == [], path
    reconciler.tick(runtime)
    for path in ("/week/2026-W48.csv", "/week/2026-W48"):
        assert [word for word in SECRETS if word in coordinator.get(path).text.lower()] == [], path
    with reading(runtime) as session:
        tables = dump(session)
    beside = repr([rows for name, rows in tables.items() if name not in {"selection", "selection_row", "campaign"}])
    assert [word for word in SECRETS if word in beside.lower()] == []
    coordinator.get(f"{start}/stop")
    assert coordinator.post(f"{start}/stop").status_code == 302
    with reading(runtime) as session:
        after = dump(session)
        assert session.exec(select(Selection)).one().campaign_id is None, "nobody can tell whose cause it was"
    assert after["selection_row"] == []
    assert [word for word in SECRETS if word in repr(after | {"selection": []}).lower()] == []
    assert coordinator.get(start).status_code == 200
    logged = "".join(capfd.readouterr()).lower()
    assert [word for word in SECRETS if word in logged] == []
