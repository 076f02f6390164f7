"""Doelgroepen: made, counted, changed and deleted by a coordinator, with or without script."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from checkin.db import reading, unit_of_work
from checkin.domain.target_groups import GroupRule
from checkin.groups.forms import filled_in
from checkin.groups.models import TargetGroup
from checkin.groups.service import save_group
from checkin.runtime import Runtime
from tests import factories
from tests.conftest import MONDAY_MORNING
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def stored(runtime: Runtime) -> dict[str, GroupRule]:
    with reading(runtime) as session:
        return {one.name: GroupRule.from_json(one.rule) for one in session.exec(select(TargetGroup))}


def save(session: Session, name: str, rule: GroupRule, **given: Any) -> int:
    return save_group(session, name=name, rule=rule, staff_id=None, now=MONDAY_MORNING, **given).id or 0


def counted(page: str) -> tuple[int, int]:
    found = re.search(r'class="figure"><b>(\d+)</b><span>.*?van (\d+) gekozen', page)
    assert found, page
    return int(found[1]), int(found[2])


@pytest.fixture
def town(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        first = factories.tenant(session, birth_year=1940, neighbourhood="Parkwijk")
        factories.tenant(session, birth_year=1941, neighbourhood="Parkwijk", phone_2=first.mobile)
        factories.tenant(session, birth_year=1990, neighbourhood="Oud-Eem")


def test_eighty_and_over_is_one_click_and_counts_at_once(coordinator: Visitor, town: None) -> None:
    page = coordinator.get("/groups/new?elderly")
    assert counted(page.text) == (1, 2)
    assert "Huisgenoot is al gevraagd" in page.text


def test_everything_that_is_filled_in_is_kept_and_comes_back(
    coordinator: Visitor, runtime: Runtime, town: None
) -> None:
    response = coordinator.post(
        "/groups", name="Nieuw", age_from="75", age_to="99", moved_in_since="2026-01-02", moved_in_days="90",
        without_email="y", neighbourhoods=["Parkwijk", "Oud-Eem"], languages="nl", spoken="not_lately",
        not_spoken_days="30", references="E1\nE2, E2;E3", except_group="0",
    )  # fmt: skip
    assert response.status_code == 302
    rule = stored(runtime)["Nieuw"]
    assert rule == GroupRule(
        age_from=75, age_to=99, moved_in_since=date(2026, 1, 2), moved_in_days=90, without_email=True,
        neighbourhoods=("Parkwijk", "Oud-Eem"), languages=("nl",), not_spoken_days=30, references=("E1", "E2", "E3"),
    )  # fmt: skip
    page = coordinator.get("/groups/1").text
    assert all(f'value="{value}"' in page for value in ("75", "99", "2026-01-02", "90", "30"))
    filled = {"name": "Nieuw"} | {name: value for name, value in filled_in(rule).items() if value}
    assert coordinator.post("/groups/1", **filled).status_code == 302
    assert stored(runtime) == {"Nieuw": rule}


def test_counting_stores_nothing_and_loses_nothing(coordinator: Visitor, runtime: Runtime, town: None) -> None:
    without_script = coordinator.post("/groups", neighbourhoods="Parkwijk", count="yes")
    with_script = coordinator.post("/groups/count", neighbourhoods="Parkwijk")
    assert counted(without_script.text) == counted(with_script.text) == (1, 2)
    assert 'value="Parkwijk" checked' in re.sub(r"(checked) (.*?)(value=\"Parkwijk\")", r"\3 \1", without_script.text)
    assert "<html" not in with_script.text
    assert stored(runtime) == {}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": ""}, "Geef de doelgroep een naam."),
        ({"name": "A", "age_from": "tachtig"}, "geldig"),
        ({"name": "A", "age_from": "90", "age_to": "80"}, "Deze leeftijd is lager dan de eerste."),
        ({"name": "A", "elderly": "y", "age_to": "70"}, "Deze leeftijd is lager dan de eerste."),
        ({"name": "A", "spoken": "not_lately"}, "Vul in hoeveel dagen."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    coordinator: Visitor, runtime: Runtime, fields: dict[str, str], says: str
) -> None:
    response = coordinator.post("/groups", **fields)
    assert response.status_code == 422
    assert says in response.text or says == "geldig"
    assert stored(runtime) == {}


def test_two_groups_have_two_names(coordinator: Visitor, runtime: Runtime) -> None:
    coordinator.post("/groups", name="80+", elderly="y")
    response = coordinator.post("/groups", name="80+", age_from="85")
    assert response.status_code == 409
    assert "Er is al een doelgroep met deze naam." in response.text
    assert stored(runtime) == {"80+": GroupRule(age_from=80)}


def test_groups_never_leave_each_other_out_in_a_circle(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        first = save(session, "eerste", GroupRule())
        save(session, "tweede", GroupRule(except_group=first))
    assert 'value="2"' not in coordinator.get("/groups/1").text, "is not offered"
    response = coordinator.post("/groups/1", name="eerste", except_group="2")
    assert response.status_code in {409, 422}
    assert stored(runtime)["eerste"] == GroupRule()


def test_a_group_that_another_leaves_out_is_not_deleted(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        first = save(session, "eerste", GroupRule())
        second = save(session, "tweede", GroupRule(except_group=first))
    coordinator.post(f"/groups/{first}/delete")
    assert set(stored(runtime)) == {"eerste", "tweede"}
    assert "tweede" in coordinator.get(f"/groups/{first}/delete").text
    for group in (second, first):
        assert coordinator.get(f"/groups/{group}/delete").status_code == 200
        coordinator.post(f"/groups/{group}/delete")
    assert stored(runtime) == {}
    assert coordinator.get(f"/groups/{first}").status_code == 404


def test_the_list_says_in_words_whom_a_group_means(coordinator: Visitor, runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        save(session, "80+", GroupRule(age_from=80, neighbourhoods=("Parkwijk",), never_spoken=True))
    page = coordinator.get("/groups").text
    assert "80 jaar en ouder · Parkwijk · nog nooit gesproken" in page
