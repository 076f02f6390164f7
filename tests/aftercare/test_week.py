"""What stood out in talks is counted in the week, without pointing at anybody."""

from __future__ import annotations

from html import unescape

import pytest
from sqlmodel import select

from checkin.aftercare.models import Impression, Observation, ObservationKind
from checkin.cases.models import Contact
from tests.adding_up import of_csv
from tests.cases.conftest import Telling
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
WEEK = "2026-W47"


def test_observations_are_counted_and_small_numbers_are_hidden(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        kinds = story.session.exec(select(ObservationKind).order_by(ObservationKind.place)).all()  # type: ignore[arg-type]
        samira = story.staff("Samira")
        for place in range(9):
            case = story.case(story.tenant(f"Huurder{place}"), opened_at=story.ago(days=4))
            story.spoken(case, samira, story.ago(days=3))
            contact = story.session.exec(select(Contact).where(Contact.case_id == case.id)).one()
            noted = {"contact_id": contact.id or 0, "tenant_id": case.tenant_id, "at": contact.at}
            story._add(Observation(kind_id=kinds[0].id or 0, **noted))
            if place < 6:
                story._add(Observation(kind_id=kinds[1].id or 0, **noted))
            if place < 2:
                story._add(Observation(kind_id=kinds[2].id or 0, **noted))
            quote = "Wat fijn dat u belt" if place == 0 else ""
            story._add(Impression(quote=quote, **noted))
    page = unescape(coordinator.get(f"/week/{WEEK}").text)
    assert "Wat opviel in gesprekken" in page
    assert "Wat fijn dat u belt" in page
    content = coordinator.get(f"/week/{WEEK}.csv").data
    assert of_csv(content).sections["observed"] == {kinds[0].name: 9}
    text = content.decode("utf-8-sig")
    assert f'"observed";"{kinds[1].name}";"×"' in text
    assert f'"observed";"{kinds[2].name}";"<5"' in text
    assert "Wat fijn" not in text
