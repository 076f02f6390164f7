"""The pages of standing check-ins: begin, change, pause and end, as a colleague does it on the telephone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.standing.service import plan_due
from checkin.tenants.models import Tenant
from tests import factories
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
AGREED: dict[str, str] = {"every": "week", "weekday": "1", "at": "10:00", "channel": "auto", "asked_how": "phone"}


@pytest.fixture
def path(runtime: Runtime) -> str:
    with unit_of_work(runtime) as session:
        tenant: Tenant = factories.tenant(session)
    return f"/tenants/{tenant.id}/standing"


def test_a_colleague_agrees_on_a_day_changes_it_pauses_it_and_ends_it(samira: Visitor, path: str) -> None:
    assert "Afgesproken" not in samira.get(path).text
    assert samira.post(path, **AGREED).status_code == 302
    page = samira.get(path).text
    assert "Elke dinsdag om 10.00" in page
    assert "De volgende is morgen 10.00." in page
    assert "Gevraagd: aan de telefoon. Genoteerd door Samira, vandaag." in page

    assert samira.post(path, **{**AGREED, "every": "day", "asked_how": "paper"}).status_code == 302
    assert "Elke dag om 10.00" in samira.get(path).text
    assert samira.post(f"{path}/pause", pause_from="2026-11-24", pause_until="2026-11-30").status_code == 302
    page = samira.get(path).text
    assert "Pauze van morgen tot en met 30 november." in page
    assert "De volgende is 1 december 10.00." in page
    assert samira.post(f"{path}/resume").status_code == 302
    assert "De volgende is morgen" in samira.get(path).text
    assert samira.post(f"{path}/pause", pause_from="2026-11-24", pause_until="").status_code == 302
    assert "tot nader bericht" in samira.get(path).text

    assert samira.post(f"{path}/end").status_code == 302
    assert "Afgesproken" not in samira.get(path).text
    person = samira.get(path.removesuffix("/standing")).text
    for step in ("begonnen", "veranderd", "staat stil", "gaat verder", "gestopt"):
        assert f"Vaste check-in {step}" in person
    assert f'href="{path}"' in person


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({**AGREED, "asked_how": ""}, "Kies hoe de huurder erom vroeg."),
        ({**AGREED, "every": "year"}, "Hoe vaak?"),
        ({**AGREED, "at": "half elf"}, "Hoe laat?"),
        ({**AGREED, "weekday": "9"}, "Op welke dag?"),
        ({}, "Vul een tijd in"),
    ],
)
def test_what_is_missing_is_asked_for(samira: Visitor, path: str, sent: dict[str, Any], words: str) -> None:
    response = samira.post(path, **sent)
    assert response.status_code == 422
    assert words in response.text
    assert "Afgesproken" not in samira.get(path).text


@pytest.mark.parametrize("days", [("2026-12-02", "2026-12-01"), ("", ""), ("2026-11-01", "2026-11-02")])
def test_a_pause_that_cannot_be_is_refused(samira: Visitor, path: str, days: tuple[str, str]) -> None:
    samira.post(path, **AGREED)
    assert samira.post(f"{path}/pause", pause_from=days[0], pause_until=days[1]).status_code == 422
    assert "Pauze van" not in samira.get(path).text


def test_what_is_not_there_cannot_be_paused_or_resumed(samira: Visitor, path: str) -> None:
    assert samira.post(f"{path}/pause", pause_from="2026-12-01").status_code == 422
    assert samira.post(f"{path}/resume").status_code == 302
    assert "Deze vaste check-in is er niet meer." in samira.get(path).text
    assert samira.get("/tenants/9999/standing").status_code == 404


def test_who_stopped_is_not_asked_again_and_again(samira: Visitor, path: str) -> None:
    samira.post(path.replace("standing", "stop"))
    response = samira.post(path, **AGREED)
    assert response.status_code == 422
    assert "wil geen sms en geen automatisch telefoontje" in response.text


def test_the_coordinator_sees_everybody_and_what_came_of_the_days(
    coordinator: Visitor, path: str, runtime: Runtime
) -> None:
    assert "Nog niemand vroeg om een vaste check-in." in coordinator.get("/standing").text
    coordinator.post(path, **AGREED)
    with unit_of_work(runtime) as session:
        assert plan_due(session, runtime, now=runtime.now() + timedelta(days=1)) == 1
    page = coordinator.get("/standing").text
    assert "Van der Linden" in page
    assert "elke dinsdag om 10.00" in page
    assert "De laatste dagen" in page
    assert "Vaste check-ins" in coordinator.get("/campaigns").text
    (day,) = re.findall(r"/overview\?campaign=(\d+)", page)
    assert coordinator.get(f"/overview?campaign={day}").status_code == 200
    assert coordinator.get(f"/campaigns/{day}").status_code == 200
    assert coordinator.get("/standing?page=2").status_code == 200


def test_the_list_is_for_coordinators(samira: Visitor) -> None:
    assert samira.get("/standing").status_code == 403
