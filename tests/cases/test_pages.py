"""The work list and the page of one tenant, as a colleague sees them."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from sqlmodel import select

from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.messaging.models import Message
from checkin.staff.models import Staff, Team
from checkin.tenants.models import PhoneNumber, Tenant
from tests.cases.conftest import Telling
from tests.conftest import MovableClock
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is stored is tested on both databases; pages ask it of one."""

MOBILE = "+31612345678"


def read(response: Any) -> str:
    """Give a page as a reader has it: title, one h1, no script or style of its own."""
    page = unescape(response.text)
    assert page.count("<h1") == 1
    assert re.search(r"<title>[^<]+</title>", page)
    assert not re.search(r"<script>|\sstyle=|\son\w+=", page)
    return page


@pytest.fixture
def case_id(telling: Telling) -> int:
    """Mevrouw Van der Linden asked for help by text; she waits."""
    with telling() as story:
        tenant = story.tenant(mobile=MOBILE, slow_speech=True, birth_year=1942)
        reply = story.reply(tenant, "ja de kraan <b>drupt</b>")
        return story.case(tenant, CaseKind.HELP, reply_id=reply.id).id or 0


def stored(telling: Telling, case_id: int) -> Case:
    with telling() as story:
        return story.session.get_one(Case, case_id)


def outcome(**more: str) -> dict[str, str]:
    return {"outcome": "spoken", "form_token": "een", "then": "stay", **more}


def test_the_list_shows_who_waits_what_they_said_and_no_whole_number(samira: Visitor, case_id: int) -> None:
    page = read(samira.get("/worklist"))
    assert "Mevrouw Van der Linden" in page
    assert "06 •• •• 56 78" in page
    assert "12345678" not in page
    assert "bellen" in page.lower()


def test_words_of_a_tenant_are_text_and_never_markup(samira: Visitor, case_id: int) -> None:
    assert "&lt;b&gt;drupt" in samira.get("/worklist").text


def test_an_empty_list_says_so_kindly(samira: Visitor) -> None:
    for tab, words in (
        ("waiting", "Niemand wacht"),
        ("mine", "niets meer lopen"),
        ("late", "Goed gedaan"),
        ("callback", "geen afspraken"),
    ):
        assert words in read(samira.get(f"/worklist?tab={tab}"))


@pytest.mark.parametrize(
    "query", ["tab=nonsense", "page=-1", "page=1000000000000", "page=x", "q=%00", "q=" + "a" * 5000, "q=%25_%5C"]
)
def test_nonsense_in_the_address_is_no_trouble(samira: Visitor, case_id: int, query: str) -> None:
    assert samira.get(f"/worklist?{query}").status_code == 200


@pytest.mark.parametrize(
    ("search", "found"),
    [("linden", True), ("kerkstraat 12", True), ("06 1234", True), ("0612345678", True), ("yilmaz", False)],
)
def test_one_can_search_by_name_street_and_number(samira: Visitor, case_id: int, search: str, found: bool) -> None:
    page = samira.get("/worklist", query_string={"q": search}).text
    assert ("Van der Linden" in page) is found


def test_the_urgent_come_first_and_then_who_was_promised_soonest(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        story.case(story.tenant("Straks"), promised_before=story.later(hours=3))
        story.case(story.tenant("Telaat"), promised_before=story.ago(hours=1))
        story.case(story.tenant("Spoedgeval"), CaseKind.URGENT, urgent=True, promised_before=story.later(hours=1))
    page = samira.get("/worklist").text
    assert page.index("Spoedgeval") < page.index("Telaat") < page.index("Straks")


def test_the_number_shows_only_to_whoever_took_the_case(samira: Visitor, case_id: int) -> None:
    assert "12345678" not in read(samira.get(f"/cases/{case_id}"))
    assert samira.post(f"/cases/{case_id}/claim").location == f"/cases/{case_id}"
    page = read(samira.get(f"/cases/{case_id}"))
    assert f'href="tel:{MOBILE}"' in page
    assert "Hoort slecht" in page


def test_a_title_never_holds_a_name(samira: Visitor, case_id: int) -> None:
    found = re.search(r"<title>([^<]+)</title>", samira.get(f"/cases/{case_id}").text)
    assert found
    assert "Linden" not in found[1]


def test_next_takes_a_case_and_says_so_when_there_is_none(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.get("/worklist")
    assert samira.post("/cases/next").location == f"/cases/{case_id}"
    assert stored(telling, case_id).state is CaseState.CLAIMED
    samira.post(f"/cases/{case_id}/contact", **outcome())
    assert samira.post("/cases/next").location == "/worklist"
    assert "Niemand wacht nu" in samira.get("/worklist").text


def test_who_comes_second_hears_who_was_first_and_gets_the_next(
    samira: Visitor, case_id: int, telling: Telling
) -> None:
    with telling() as story:
        story.claimed(story.session.get_one(Case, case_id), story.staff("Ton"))
        other = story.case(story.tenant("Yilmaz")).id
    samira.get("/worklist")
    assert samira.post(f"/cases/{case_id}/claim").location == f"/cases/{other}"
    assert "Ton was u net voor. Dit is de volgende." in samira.get(f"/cases/{other}").text


def test_the_other_sees_who_holds_it(samira: Visitor, case_id: int, telling: Telling) -> None:
    with telling() as story:
        story.claimed(story.session.get_one(Case, case_id), story.staff("Ton"))
    page = read(samira.get(f"/cases/{case_id}"))
    assert "Bij Ton, 2 min" in page
    assert "Hoe ging het?" not in page
    assert "12345678" not in page


def test_spoken_closes_the_case_and_the_talk_is_kept(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    samira.post(f"/cases/{case_id}/contact", **outcome(note="Kraan gemeld", tenant_note="Monteur komt"))
    case = stored(telling, case_id)
    assert (case.state, case.outcome) == (CaseState.CLOSED, ContactOutcome.SPOKEN)
    page = read(samira.get(f"/cases/{case_id}"))
    assert "Kraan gemeld" in page
    assert "Opnieuw openen" in page


def test_a_double_click_records_one_contact(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    for _click in range(2):
        assert samira.post(f"/cases/{case_id}/contact", **outcome()).status_code == 302
    with telling() as story:
        assert len(story.session.exec(select(Contact)).all()) == 1


def test_what_was_typed_survives_when_another_took_it_over(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    with telling() as story:
        story.claimed(story.session.get_one(Case, case_id), story.staff("Ton"))
    response = samira.post(f"/cases/{case_id}/contact", **outcome(note="Zij vertelde veel"))
    assert response.status_code == 409
    page = read(response)
    assert "Ton" in page
    assert "Zij vertelde veel" in page
    assert "<title>Fout:" in page


def test_an_outcome_is_needed_and_the_note_stays(samira: Visitor, case_id: int) -> None:
    samira.post(f"/cases/{case_id}/claim")
    response = samira.post(f"/cases/{case_id}/contact", note="Half af", form_token="x")
    assert response.status_code == 422
    assert "Kies hoe het gesprek ging." in read(response)
    assert "Half af" in response.text


def test_calling_back_needs_a_moment_that_is_still_to_come(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    assert samira.post(f"/cases/{case_id}/contact", **outcome(outcome="call_back")).status_code == 422
    past = outcome(outcome="call_back", day="2026-11-20", at="10:00")
    assert samira.post(f"/cases/{case_id}/contact", **past).status_code == 409
    soon = outcome(outcome="call_back", day="2026-11-23", at="14:00")
    assert samira.post(f"/cases/{case_id}/contact", **soon).status_code == 302
    call_at = stored(telling, case_id).call_at
    assert call_at is not None
    assert call_at.isoformat() == "2026-11-23T13:00:00+00:00"
    assert "Van der Linden" in samira.get("/worklist?tab=callback").text


def test_not_reached_comes_back_at_another_part_of_the_day_with_a_text(
    samira: Visitor, case_id: int, telling: Telling
) -> None:
    samira.post(f"/cases/{case_id}/claim")
    for _click in range(2):
        samira.post(f"/cases/{case_id}/contact", **outcome(outcome="not_reached", text_missed="y"))
    case = stored(telling, case_id)
    assert case.tries == 1
    assert case.call_at is not None
    assert case.call_at.isoformat() == "2026-11-23T11:00:00+00:00"
    with telling() as story:
        texts = story.session.exec(select(Message)).all()
    assert [text.wording for text in texts] == ["S11"]


def test_a_text_is_only_offered_to_whom_it_can_be_sent(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    offer, why_not = "Stuur een sms dat wij belden", "er is geen mobiel nummer dat sms mag krijgen"
    page = samira.get(f"/cases/{case_id}").text
    assert offer in page
    assert why_not not in page
    with telling() as story:
        story.session.get_one(Tenant, story.session.get_one(Case, case_id).tenant_id).stopped_at = story.now
    page = samira.get(f"/cases/{case_id}").text
    assert offer not in page
    assert why_not in page


@pytest.mark.parametrize("how", ["wrong_number", "moved", "deceased", "no_more"])
def test_what_a_call_says_about_the_tenant_is_kept(samira: Visitor, case_id: int, telling: Telling, how: str) -> None:
    samira.post(f"/cases/{case_id}/claim")
    assert samira.post(f"/cases/{case_id}/contact", **outcome(outcome=how)).status_code == 302
    with telling() as story:
        tenant = story.session.get_one(Tenant, story.session.get_one(Case, case_id).tenant_id)
        closed = story.session.get(PhoneNumber, MOBILE)
    assert (tenant.stopped_at is not None) is (how == "no_more")
    assert (tenant.deceased_at is not None) is (how == "deceased")
    assert (tenant.lease_ended_on is not None) is (how == "moved")
    assert bool(closed and closed.closed_reason == "wrong_number") is (how == "wrong_number")


def test_giving_back_leaves_a_word_for_the_next(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    samira.post(f"/cases/{case_id}/release", note="Belt liever met Ton")
    assert stored(telling, case_id).state is CaseState.WAITING
    assert "Belt liever met Ton" in read(samira.get(f"/cases/{case_id}"))


def test_an_open_page_keeps_its_case_and_no_other(samira: Visitor, case_id: int) -> None:
    samira.get("/worklist")
    assert samira.post(f"/cases/{case_id}/keep").status_code == 409
    samira.post(f"/cases/{case_id}/claim")
    assert samira.post(f"/cases/{case_id}/keep").status_code == 204


def test_a_closed_case_can_be_opened_again(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    samira.post(f"/cases/{case_id}/contact", **outcome())
    samira.post(f"/cases/{case_id}/reopen")
    assert stored(telling, case_id).state is CaseState.WAITING


def test_a_tenant_without_a_case_can_be_put_on_the_list(samira: Visitor, telling: Telling) -> None:
    with telling() as story:
        tenant_id = story.tenant("Yilmaz").id
    assert "Wil graag een praatje of hulp" in read(samira.get(f"/tenants/{tenant_id}"))
    response = samira.post(f"/tenants/{tenant_id}/case")
    assert response.location.startswith("/cases/")
    assert "Persoonlijk bellen" in read(samira.get(f"/tenants/{tenant_id}"))


@pytest.mark.parametrize("path", ["/cases/999", "/tenants/999"])
def test_what_is_not_there_is_not_found(samira: Visitor, path: str) -> None:
    assert samira.get(path).status_code == 404
    assert samira.post("/cases/999/claim").status_code == 409
    assert samira.post("/tenants/999/case").status_code == 404


def test_nobody_comes_in_without_signing_in(visitor: Visitor, case_id: int) -> None:
    for path in ("/", "/worklist", "/reading", f"/cases/{case_id}", "/tenants/1", "/overview", "/campaigns", "/week"):
        assert visitor.get(path).status_code == 302, path
    assert visitor.post(f"/cases/{case_id}/claim").status_code == 401


def test_the_timeline_tells_who_did_what(samira: Visitor, case_id: int, telling: Telling) -> None:
    samira.post(f"/cases/{case_id}/claim")
    page = samira.get(f"/cases/{case_id}").text
    assert "U heeft dit opgepakt" in page
    assert "Op de werklijst: Hulp" in page
    with telling() as story:
        assert story.session.exec(select(Staff)).one().name == "Samira"


def test_who_holds_as_many_as_may_be_hears_it_in_words_and_urgent_ones_go_before(
    samira: Visitor, telling: Telling
) -> None:
    with telling() as story:
        me = story.session.exec(select(Staff)).one()
        me.case_limit = 2
        for name in ("Een", "Twee"):
            story.claimed(story.case(story.tenant(name)), me)
        third = story.case(story.tenant("Drie")).id
        urgent = story.case(story.tenant("Spoed"), CaseKind.URGENT, urgent=True).id
    samira.get("/worklist")
    assert samira.post(f"/cases/{third}/claim").location == "/worklist?tab=mine"
    assert "U heeft al 2 huurders opgepakt" in samira.get("/worklist?tab=mine").text
    assert samira.post(f"/cases/{urgent}/claim").location == f"/cases/{urgent}"


def test_who_rests_gets_nothing_but_urgent_ones_and_hears_until_when(
    samira: Visitor, case_id: int, telling: Telling, clock: MovableClock
) -> None:
    with telling() as story:
        story.session.exec(select(Staff)).one().rests_until = clock() + timedelta(minutes=30)
    samira.get("/worklist")
    assert samira.post("/cases/next").location == "/worklist"
    assert "U neemt rust tot 11.00" in samira.get("/worklist").text
    with telling() as story:
        urgent = story.case(story.tenant("Spoed"), CaseKind.URGENT, urgent=True).id
    assert samira.post("/cases/next").location == f"/cases/{urgent}"


def test_who_waits_only_for_another_may_still_be_chosen_by_hand(
    samira: Visitor, case_id: int, telling: Telling, clock: MovableClock
) -> None:
    with telling() as story:
        story.staff("Aylin", spoken_languages="nl tr", last_seen_at=clock())
        story.session.get_one(Tenant, story.session.get_one(Case, case_id).tenant_id).language = "tr"
    samira.get("/worklist")
    assert samira.post("/cases/next").location == "/worklist"
    assert "Zelf kiezen mag" in samira.get("/worklist").text
    assert samira.post(f"/cases/{case_id}/claim").location == f"/cases/{case_id}"


def test_a_tenant_is_skipped_with_a_reason_and_the_next_one_opens(
    samira: Visitor, case_id: int, telling: Telling
) -> None:
    with telling() as story:
        other = story.case(story.tenant("Yilmaz")).id
    samira.get("/worklist")
    samira.post(f"/cases/{case_id}/claim")
    assert "Waarom slaat u deze huurder over?" in read(samira.get(f"/cases/{case_id}"))
    assert samira.post(f"/cases/{case_id}/skip").location == f"/cases/{case_id}"
    assert "Kies waarom u deze huurder overslaat." in samira.get(f"/cases/{case_id}").text
    assert samira.post(f"/cases/{case_id}/skip", reason="heavy").location == f"/cases/{other}"
    assert "Overgeslagen. Een collega belt deze huurder." in read(samira.get(f"/cases/{other}"))
    assert "U sloeg dit over: dit gesprek is nu te zwaar voor mij" in samira.get(f"/cases/{case_id}").text


def test_a_tenant_is_forwarded_to_a_colleague_who_is_there_and_to_nobody_else(
    samira: Visitor, case_id: int, telling: Telling, clock: MovableClock
) -> None:
    with telling() as story:
        ton = story.staff("Ton", last_seen_at=clock())
        away = story.staff("Vakantie")
        team = story._add(Team(name="Wijkteam Noord"))
    page = read(samira.get(f"/cases/{case_id}/forward"))
    assert "Wijkteam Noord" in page
    assert "De belofte gaat mee" in page
    assert samira.post(f"/cases/{case_id}/forward", to=f"staff-{ton.id}").status_code == 422
    refused = samira.post(f"/cases/{case_id}/forward", to=f"staff-{away.id}", reason="Kent haar")
    assert (refused.status_code, "er de komende weken niet" in read(refused)) == (409, True)
    assert "Kent haar" in refused.text
    assert samira.post(f"/cases/{case_id}/forward", to=f"team-{team.id}", reason="x").status_code == 409
    assert samira.post(f"/cases/{case_id}/forward", to="team-999", reason="x").status_code == 422
    assert samira.post(f"/cases/{case_id}/forward", to=f"staff-{ton.id}", reason="Kent haar").location == "/worklist"
    assert stored(telling, case_id).meant_for == ton.id
    assert "U stuurde dit door naar een collega" in samira.get(f"/cases/{case_id}").text


def test_what_was_just_done_is_undone_in_one_click(samira: Visitor, case_id: int, telling: Telling) -> None:
    def undo(page: str) -> str:
        found = re.search(r'action="(/undo/\d+)"', page)
        assert found, page
        assert samira.post(found[1]).location == f"/cases/{case_id}"
        page = samira.get(f"/cases/{case_id}").text
        assert "Ongedaan gemaakt." in page
        return page

    samira.get("/worklist")
    samira.post(f"/cases/{case_id}/claim")
    samira.get("/worklist")
    samira.post(f"/cases/{case_id}/contact", **outcome())
    page = samira.get(f"/cases/{case_id}").text
    assert "Opgeslagen. Dank u wel." in page
    undo(page)
    case = stored(telling, case_id)
    assert (case.state, case.outcome) == (CaseState.CLAIMED, None)
    samira.post(f"/cases/{case_id}/release")
    undo(samira.get("/worklist").text)
    assert stored(telling, case_id).state is CaseState.CLAIMED
    assert samira.post("/undo/999").location == "/worklist"
    assert "niet meer ongedaan te maken" in samira.get("/worklist").text
