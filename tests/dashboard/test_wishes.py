"""Graag kletsen: a tenant is found while on the line, and in two clicks a colleague rings back."""

from __future__ import annotations

from html import unescape

import pytest
from sqlmodel import select

from checkin.cases.models import Case, Wish
from checkin.domain.cases import CaseKind
from checkin.tenants.models import Tenant
from tests.cases.conftest import Telling
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def tenant_id(telling: Telling) -> int:
    with telling() as story:
        story.tenant("Bakker", street="Molenpad", house_number="12", house_letter="a", postcode="3901 AB")
        given = {"mobile": "+31612345678", "street": "Molenpad", "house_number": "14"}
        return story.tenant("Jansen", **given).id or 0


@pytest.mark.parametrize(
    ("search", "who"),
    [
        ("jansen", "Jansen"),
        ("molenpad 14", "Jansen"),
        ("06 1234 5678", "Jansen"),
        ("+31 6 12345678", "Jansen"),
        ("0612345678", "Jansen"),
        ("molenpad 12A", "Bakker"),
        ("3901AB 12", "Bakker"),
    ],
)
def test_the_only_one_found_is_shown_at_once(samira: Visitor, tenant_id: int, search: str, who: str) -> None:
    found = samira.get("/wishes", query_string={"q": search})
    assert found.status_code == 302
    page = samira.get(found.location).text
    assert f"Mevrouw {who}" in page
    assert "12345678" not in page


def test_several_are_listed_with_address_and_without_a_whole_number(samira: Visitor, tenant_id: int) -> None:
    page = samira.get("/wishes?q=molenpad").text
    assert page.count("data-row") == 2
    assert "Molenpad 12a" in page
    assert "06 •• •• 56 78" in page
    assert "12345678" not in page
    assert "Niemand gevonden" in samira.get("/wishes?q=zzz").text


def test_one_click_notes_it_and_says_what_to_promise_aloud(
    samira: Visitor,
    tenant_id: int,
    telling: Telling,
) -> None:
    samira.get(f"/wishes/{tenant_id}")
    answer = samira.post(f"/wishes/{tenant_id}", wants="chat", words="Mist haar man")
    page = unescape(samira.get(answer.location).text)
    assert "U kunt zeggen: “Wij bellen u vandaag vóór 15.00 uur.”" in page
    with telling() as story:
        case = story.session.exec(select(Case)).one()
        assert (case.tenant_id, case.kind) == (tenant_id, CaseKind.CHAT)
    page = samira.get(f"/cases/{case.id}").text
    assert "Mist haar man" in page
    assert "U hoorde in een ander gesprek: wilde graag kletsen" in page
    assert "Gehoord in een ander gesprek" in page
    assert "Mist haar man" in samira.get("/worklist").text


def test_a_wished_moment_is_said_aloud_and_a_danger_gets_no_hour(
    samira: Visitor,
    tenant_id: int,
    telling: Telling,
) -> None:
    page = samira.get(f"/wishes/{tenant_id}").text
    morning = "2026-11-24T11:00:00+00:00"
    assert f'<option value="{morning}">morgen in de ochtend, vóór 12.00 uur</option>' in page
    answer = samira.post(f"/wishes/{tenant_id}", wants="help", when=morning)
    assert "Wij bellen u morgen vóór 12.00 uur" in samira.get(answer.location).text
    answer = samira.post(f"/wishes/{tenant_id}", wants="help", urgent="y")
    page = samira.get(answer.location).text
    assert "zo snel mogelijk" in page
    assert "112" in page
    with telling() as story:
        assert len(story.session.exec(select(Case)).all()) == 1
        assert len(story.session.exec(select(Wish)).all()) == 2


def test_nothing_is_noted_without_one_of_the_two_buttons_or_for_who_died(
    samira: Visitor,
    tenant_id: int,
    telling: Telling,
) -> None:
    samira.get(f"/wishes/{tenant_id}")
    refused = samira.post(f"/wishes/{tenant_id}", words="Half af")
    assert (refused.status_code, "Half af" in refused.text) == (422, True)
    assert samira.post("/wishes/999", wants="chat").status_code == 404
    with telling() as story:
        tenant = story.session.get_one(Tenant, tenant_id)
        tenant.deceased_at = story.now
    assert "Overleden" in samira.get(f"/wishes/{tenant_id}").text
    assert samira.post(f"/wishes/{tenant_id}", wants="chat").location == "/wishes"
    with telling() as story:
        assert story.session.exec(select(Case)).first() is None
