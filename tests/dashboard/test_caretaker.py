"""The caretaker's list: in walking order, on screen and as a spreadsheet, and what an outcome does."""

from __future__ import annotations

import io

from openpyxl import load_workbook
from sqlmodel import select

from checkin.cases.models import Case
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import EndReason
from checkin.visits.models import Visit
from tests.cases.conftest import Telling
from tests.dashboard.test_pages import read
from tests.screen_story import Story
from tests.visitor import Visitor


def to_visit(story: Story, name: str, **address: str) -> int:
    tenant = story.tenant(name, **address)
    visit = Visit(tenant_id=tenant.id or 0, reason=EndReason.VOICEMAIL, opened_at=story.ago(hours=1))
    story.session.add(visit)
    story.session.flush()
    return visit.id or 0


def test_the_list_is_in_the_order_of_a_walk_and_says_why(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        to_visit(story, "Bakker", street="Veerstraat", house_number="12")
        to_visit(story, "Dijk", street="Veerstraat", house_number="9")
        to_visit(story, "Kok", street="Molenpad", house_number="3", house_letter="A")
    page = read(coordinator.get("/caretaker"))
    assert page.index("Molenpad 3A") < page.index("Veerstraat 9") < page.index("Veerstraat 12")
    assert "3 adressen om aan te bellen." in page
    assert "Voicemail" in page
    assert "3 adressen om aan te bellen" in read(coordinator.get("/overview"))


def test_the_spreadsheet_holds_the_same_lines_and_no_formula(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        to_visit(story, "=HYPERLINK(1)", street="Veerstraat", house_number="12", city="Eemstad")
    response = coordinator.get("/caretaker.xlsx")
    assert response.headers["Content-Disposition"] == 'attachment; filename="huismeester.xlsx"'
    sheet = load_workbook(io.BytesIO(response.data)).active
    assert sheet is not None
    header, line = sheet.iter_rows()
    assert [cell.value for cell in header][-2:] == ["Naam", "Gevonden"]
    assert [cell.value for cell in line][2:6] == ["Veerstraat", "12", "", "Eemstad"]
    assert line[6].data_type == "s"


def test_who_wants_a_call_goes_to_the_work_list(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        visit_id = to_visit(story, "Linden")
    coordinator.get("/caretaker")
    coordinator.post(f"/caretaker/{visit_id}", outcome="wants_call")
    page = read(coordinator.get("/caretaker"))
    assert "Opgeslagen. Dank u wel." in page
    assert "Wil gebeld worden ·" in page
    with telling() as story:
        assert story.session.exec(select(Case.kind)).all() == [CaseKind.PERSONAL]


def test_an_address_that_was_done_meanwhile_or_no_choice_is_told_kindly(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        visit_id = to_visit(story, "Linden")
    coordinator.get("/caretaker")
    coordinator.post(f"/caretaker/{visit_id}", outcome="")
    assert "Kies eerst wat er aan de deur bleek." in read(coordinator.get("/caretaker"))
    for _click in range(2):
        coordinator.post(f"/caretaker/{visit_id}", outcome="well")
    assert "Dit adres is al klaar." in read(coordinator.get("/caretaker"))


def test_a_colleague_who_rings_back_does_not_see_it(samira: Visitor) -> None:
    assert [samira.get(path).status_code for path in ("/caretaker", "/caretaker.xlsx")] == [403, 403]
