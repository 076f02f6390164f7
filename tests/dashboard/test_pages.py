"""Vandaag, Even lezen, Overzicht, Belrondes and Week, as those who may see them do."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from sqlmodel import select

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState
from checkin.domain.replies import Meaning
from checkin.outreach.models import CheckIn, Reply
from checkin.tenants.models import Tenant
from tests.cases.conftest import Telling
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is tested on both databases; pages ask it of one."""

COORDINATORS_ONLY = ("/overview", "/overview/people?step=sent", "/campaigns", "/campaigns/new", "/week/2026-W47")


def read(response: Any) -> str:
    """Give a page as a reader has it: fine, with a title and one h1."""
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    assert re.search(r"<title>[^<]+</title>", response.text)
    return unescape(response.text)


@pytest.mark.parametrize("path", COORDINATORS_ONLY)
def test_a_colleague_may_not_see_what_is_for_coordinators(samira: Visitor, path: str) -> None:
    assert samira.get(path).status_code == 403


def test_today_says_how_many_wait_and_since_when(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.case(story.tenant(), opened_at=story.ago(minutes=12))
    page = read(samira.get("/"))
    assert "1 huurder wacht op een telefoontje" in page
    assert "De eerste al 12 min." in page
    assert "Volgende huurder" in page


def test_today_without_work_is_kind(samira: Visitor) -> None:
    page = read(samira.get("/"))
    assert "Niemand wacht. Fijn." in page
    assert "Dit vraagt aandacht" not in page


def test_today_thanks_for_the_last_day_with_talks(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.spoken(
            story.case(story.tenant(), promised_before=story.ago(days=3)),
            story.staff("Ton"),
            story.ago(days=3, hours=1),
        )
    page = read(samira.get("/"))
    assert "huurder sprak het team 20 november." in page
    assert "1 van de 1 beloftes op tijd." in page


def test_a_coordinator_sees_what_wants_attention(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.case(story.tenant(), promised_before=story.ago(hours=1))
        story.reply(story.tenant(), "??", Meaning.UNCLEAR, to_read=True)
    page = read(coordinator.get("/"))
    assert "1 belofte verlopen" in page
    assert "1 bericht om te lezen" in page


def test_live_is_silent_until_something_happens(samira: Visitor, telling: Telling) -> None:
    version = samira.get("/live?v=-1").json["v"]
    assert samira.get(f"/live?v={version}").status_code == 204
    with telling() as story:
        story.case(story.tenant())
    news = samira.get(f"/live?v={version}").json
    assert news["v"] > version
    assert news["waiting"] == 1


def test_live_is_for_who_is_signed_in(visitor: Visitor) -> None:
    assert visitor.get("/live?v=1").status_code in {302, 401}


@pytest.fixture
def unclear(telling: Telling) -> int:
    """Mevrouw Van der Linden wrote something that needs a person."""
    with telling() as story:
        tenant = story.tenant()
        check_in = story.asked(story.campaign(), tenant)
        return (
            story.reply(
                tenant,
                "mijn kraan doet raar",
                Meaning.UNCLEAR,
                to_read=True,
                suggestion=Meaning.HELP,
                because="kraan",
                check_in_id=check_in.id,
            ).id
            or 0
        )


def test_a_text_is_read_with_our_suggestion_and_its_reason(samira: Visitor, unclear: int) -> None:
    page = read(samira.get("/reading"))
    assert "mijn <mark>kraan</mark> doet raar" in page
    assert "Wij denken: Hulp, door <q><bdi>kraan</bdi></q>." in page


def test_a_person_decides_and_the_tenant_comes_on_the_list(samira: Visitor, unclear: int, telling: Telling) -> None:
    samira.get("/reading")
    assert samira.post(f"/reading/{unclear}", meaning="help").location == f"/reading?last={unclear}"
    with telling() as story:
        assert story.session.exec(select(Case)).one().kind is CaseKind.HELP
        assert story.session.exec(select(CheckIn)).one().state is CheckInState.ANSWERED
    assert "Alle berichten zijn gelezen." in read(samira.get("/reading"))


def test_who_reads_second_hears_who_was_first(samira: Visitor, unclear: int, telling: Telling) -> None:
    samira.get("/reading")
    with telling() as story:
        reply = story.session.get_one(Reply, unclear)
        reply.read_at, reply.read_by = story.now, story.staff("Ton").id
    samira.post(f"/reading/{unclear}", meaning="fine")
    assert "Ton las dit bericht net voor u." in unescape(samira.get("/reading").text)


@pytest.mark.parametrize("meaning", ["", "yes", "start", "nonsense"])
def test_only_the_buttons_that_are_shown_can_be_pressed(
    samira: Visitor, unclear: int, telling: Telling, meaning: str
) -> None:
    samira.get("/reading")
    samira.post(f"/reading/{unclear}", meaning=meaning)
    with telling() as story:
        assert story.session.get_one(Reply, unclear).read_at is None


def test_an_unknown_number_is_masked_and_can_be_given_its_tenant(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        reply = story.reply(None, "bel mij", Meaning.UNCLEAR, to_read=True).id
        tenant = story.tenant("Yilmaz").id
    page = read(samira.get("/reading"))
    assert "Onbekend nummer" in page
    assert "87654321" not in page
    samira.post(f"/reading/{reply}", meaning="chat")
    assert "van wie dit bericht is" in unescape(samira.get("/reading").text)
    assert "Yilmaz" in read(samira.get(f"/reading?reply={reply}&q=yilmaz"))
    samira.post(f"/reading/{reply}", meaning="chat", tenant_id=str(tenant))
    with telling() as story:
        assert story.session.exec(select(Case)).one().tenant_id == tenant


def test_the_overview_shows_the_funnel_and_who_fell_out(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        round_ = story.campaign("Najaar")
        story.answered(round_, story.tenant("Goed"), Meaning.FINE)
        story.asked(round_, story.tenant("Stil"))
        number = round_.id
    page = read(coordinator.get(f"/overview?campaign={number}"))
    assert "Najaar" in page
    assert "1 alles goed" in page
    assert "1 nog geen antwoord" in page
    people = read(coordinator.get(f"/overview/people?step=answered&why=no_answer_yet&campaign={number}"))
    assert "Stil" in people
    assert "Mevrouw Goed" not in people


def test_an_overview_without_a_campaign_says_how_to_begin(coordinator: Visitor) -> None:
    assert "Nog geen belronde" in read(coordinator.get("/overview"))


@pytest.mark.parametrize(
    "path",
    [
        "/overview?campaign=99",
        "/overview/people?step=nonsense",
        "/campaigns/99",
        "/week/2026-W60",
        "/week/2026-W60.csv",
    ],
)
def test_what_does_not_exist_is_not_found(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(path).status_code == 404


def test_the_week_can_be_read_and_taken_along(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        tenant = story.tenant("Geheim")
        check_in = story.answered(story.campaign(), tenant, Meaning.HELP, at=story.ago(days=4))
        case = story.case(
            tenant,
            CaseKind.HELP,
            check_in_id=check_in.id,
            opened_at=story.ago(days=4),
            promised_before=story.ago(days=3),
        )
        story.spoken(case, story.staff("Ton"), story.ago(days=3, hours=20))
    page = read(coordinator.get("/week/2026-W47"))
    assert "In week 47 vroeg Woonstichting Eemland" in page
    assert "100 %" in page
    file = coordinator.get("/week/2026-W47.csv")
    assert file.mimetype == "text/csv"
    assert "checkin-2026-W47.csv" in file.headers["Content-Disposition"]
    assert file.data.startswith(b"\xef\xbb\xbf")
    assert "Wil contact" in file.text
    assert "Geheim" not in file.text
    assert coordinator.get("/week").location == "/week/2026-W48"
    assert coordinator.get("/week?week=2026-W47").location == "/week/2026-W47"


def test_a_week_without_anything_says_so(coordinator: Visitor) -> None:
    assert "Deze week nog geen check-ins." in read(coordinator.get("/week/2026-W10"))


def test_no_page_changes_anything_by_looking(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        case = story.case(story.tenant()).id
        before = story.session.exec(select(Tenant.updated_at)).all()
    for path in ("/", "/worklist", f"/cases/{case}", "/reading", "/overview", "/campaigns", "/week/2026-W48"):
        read(coordinator.get(path))
    with telling() as story:
        assert story.session.exec(select(Tenant.updated_at)).all() == before
