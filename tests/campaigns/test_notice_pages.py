"""Telling tenants beforehand, as the coordinator sees it, and the list for the letters."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import openpyxl
import pytest
from sqlalchemy import select
from sqlmodel import Session

from checkin.campaigns import drafts, library
from checkin.campaigns.letters import COLUMNS, XLSX, as_xlsx, letters
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.service import start_campaign
from checkin.db import unit_of_work
from checkin.domain.checkins import CheckInState
from checkin.outreach import notices
from checkin.outreach.models import CheckIn
from checkin.outreach.notice_models import Notice, NoticeKind
from checkin.runtime import Runtime
from checkin.tenants.models import Channel
from tests import factories
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def draft(runtime: Runtime, state: CampaignState = CampaignState.DRAFT) -> int:
    with unit_of_work(runtime) as session:
        campaign = Campaign(name="Kerst", state=state)
        session.add(campaign)
    return campaign.id or 0


def announced(runtime: Runtime, *people: Callable[[Session], object], kind: NoticeKind = NoticeKind.LETTER) -> int:
    with unit_of_work(runtime) as session:
        for make in people:
            make(session)
        campaign = start_campaign(session, name="Kerst", channel=Channel.AUTO, created_by=None, now=runtime.now())
        notices.set_notice(session, campaign_id=campaign.id or 0, kind=kind, days=3)
        notices.announce(session, runtime, campaign_id=campaign.id or 0, now=runtime.now())
    return campaign.id or 0


def test_a_draft_gets_its_notice_and_keeps_it(coordinator: Visitor, runtime: Runtime) -> None:
    path = f"/campaigns/{draft(runtime)}/notice"
    assert 'value="none"' in coordinator.get(path).text
    assert coordinator.post(path, kind="letter", days="7").status_code == 302
    page = coordinator.get(path).text
    assert 'value="7"' in page
    assert 'checked id="kind-2"' in page
    assert coordinator.post(path, kind="none", days="").status_code == 302


@pytest.mark.parametrize(
    ("kind", "days", "words"),
    [
        ("letter", "0", "Kies 1 tot en met 30 dagen."),
        ("text", "99", "Kies 1 tot en met 30 dagen."),
        ("text", "", "Vul een aantal dagen in"),
        ("pigeon", "3", "Hoe laat u het weten?"),
    ],
)
def test_what_is_not_possible_is_said(
    coordinator: Visitor,
    runtime: Runtime,
    kind: str,
    days: str,
    words: str,
) -> None:
    response = coordinator.post(f"/campaigns/{draft(runtime)}/notice", kind=kind, days=days)
    assert response.status_code == 422
    assert words in response.text


def test_once_it_has_begun_nothing_changes_and_the_list_is_there(
    coordinator: Visitor,
    runtime: Runtime,
) -> None:
    campaign = announced(runtime, factories.tenant, factories.yilmaz)
    path = f"/campaigns/{campaign}/notice"
    assert coordinator.post(path, kind="none", days="3").status_code == 302
    page = coordinator.get(path).text
    assert "De aankondiging ligt vast." in page
    assert "huurders krijgen een brief" in page
    response = coordinator.get(f"{path}/letters.xlsx")
    assert response.mimetype == XLSX
    assert "brieven-" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    assert "Vooraf laten weten" in coordinator.get(f"/campaigns/{campaign}").text
    assert coordinator.get("/campaigns/999/notice/letters.xlsx").status_code == 404


def test_the_list_holds_who_can_only_be_written_to_and_no_formula(runtime: Runtime) -> None:
    def formula(session: Session) -> object:
        return factories.tenant(
            session, last_name="=HYPERLINK(1)", salutation="neutraal", initials="", postcode="1000 AA"
        )

    def unreachable(session: Session) -> object:
        address = {"postcode": "9000 ZZ", "house_letter": "a", "house_addition": "2"}
        return factories.yilmaz(session, landline=None, language="ar", **address)

    campaign = announced(runtime, unreachable, formula)
    with unit_of_work(runtime) as session:
        sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(letters(session, campaign_id=campaign)))).active
    assert sheet is not None
    header, first, second = list(sheet.iter_rows())
    assert tuple(cell.value for cell in header) == COLUMNS
    assert {cell.data_type for row in (first, second) for cell in row} <= {"s", "n"}
    by_name = [dict(zip(COLUMNS, (cell.value for cell in row), strict=True)) for row in (first, second)]
    assert [row["Bellen"] for row in by_name] == ["ja", "nee"]
    assert "=HYPERLINK(1)" in str(by_name[0]["Naam"])
    assert by_name[1]["Naam"] == "meneer Yilmaz", "a letter is in Latin script"
    assert by_name[1]["Huisnummer"] == "12a 2"
    assert by_name[1]["Codewoord"]


def built(runtime: Runtime) -> int:
    with unit_of_work(runtime) as session:
        factories.tenant(session, birth_year=1930)
        book = library.shipped()["80-plus"]
        made = drafts.new_draft(session, playbook=book, language="nl", staff_id=None, now=runtime.now())
    return made.id or 0


def test_the_builder_leads_to_it_and_the_start_announces(coordinator: Visitor, runtime: Runtime) -> None:
    campaign = built(runtime)
    check = f"/campaigns/{campaign}/check"
    assert f'href="/campaigns/{campaign}/notice"' in coordinator.get(check).text
    response = coordinator.post(f"/campaigns/{campaign}/notice", kind="letter", days="7")
    assert response.headers["Location"] == check
    assert "Met een brief, 7 dagen van tevoren." in coordinator.get(check).text
    assert coordinator.post(f"/campaigns/{campaign}/start").status_code == 302
    with unit_of_work(runtime) as session:
        (told,) = session.execute(select(Notice)).scalars()
        (check_in,) = session.execute(select(CheckIn)).scalars()
    assert told.ready_at == datetime(2026, 11, 29, 23, tzinfo=UTC)
    assert check_in.state is CheckInState.PLANNED
    assert check_in.next_at in {None, told.ready_at}


def test_a_draft_with_a_notice_can_be_thrown_away(coordinator: Visitor, runtime: Runtime) -> None:
    campaign = built(runtime)
    coordinator.post(f"/campaigns/{campaign}/notice", kind="letter", days="7")
    assert coordinator.post(f"/campaigns/{campaign}/discard").status_code == 302
    assert coordinator.get(f"/campaigns/{campaign}/notice").status_code == 404


def test_texts_are_counted_apart_from_letters(coordinator: Visitor, runtime: Runtime) -> None:
    campaign = announced(runtime, factories.tenant, factories.yilmaz, kind=NoticeKind.TEXT)
    page = coordinator.get(f"/campaigns/{campaign}/notice").text
    assert "huurder krijgt een sms" in page
    assert "0 verstuurd" in page
    assert "huurder krijgt een brief" in page
