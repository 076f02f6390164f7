"""The card of a tenant names whoever shares a telephone number: any of them may pick up."""

from __future__ import annotations

import pytest

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from tests import factories
from tests.conftest import MONDAY_MORNING
from tests.visitor import Visitor, app, colleague, samira

__all__ = ["app", "colleague", "samira"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_card_names_who_shares_a_number(samira: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        anna = factories.tenant(session, landline=factories.LANDLINE)
        factories.yilmaz(session, phone_2=factories.LANDLINE)
        factories.tenant(session, last_name="Bakker", mobile=anna.mobile, deceased_at=MONDAY_MORNING)
        alone = factories.tenant(session, last_name="Kok")
    card = samira.get(f"/tenants/{anna.id}").text
    assert "Zelfde telefoonnummer:" in card
    assert "Yilmaz" in card
    assert "Bakker" not in card, "who died does not pick up"
    assert "Zelfde telefoonnummer:" not in samira.get(f"/tenants/{alone.id}").text
