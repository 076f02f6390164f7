"""The pages of docs/ that follow from the code are what the code says now."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest

from checkin.domain import cases, checkins, deliveries
from checkin.settings import Settings
from docs.generate import FIGURES, MINUTES, PAGES, STAFF, YES_RATES, rehearsed_row, settings_page, states_page

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_code_says(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "stale: run make docs"


def test_every_setting_is_on_the_page_once_with_its_meaning() -> None:
    page = settings_page()
    for name, field in Settings.model_fields.items():
        assert page.count(f"| `CHECKIN_{name.upper()}` |") == 1
        assert field.description
        assert field.description.replace("|", "\\|") in page


def test_no_secret_has_a_default_on_the_page() -> None:
    secret = [line for line in settings_page().splitlines() if "**secret**" in line and line.startswith("| `")]
    assert len(secret) >= 5
    assert all("| required, **secret** |" in line for line in secret)


@pytest.mark.parametrize("machine", [checkins, cases, deliveries])
def test_every_move_is_an_arrow_and_every_reason_is_told(machine: object) -> None:
    page = states_page()
    moves: dict[tuple[str, str], str] = vars(machine)["MOVES"]
    repeats: dict[tuple[str, str], str] = vars(machine)["REPEATS"]
    for (state, action), after in moves.items():
        arrow = re.search(rf"^    {state} --> {after}: (.*)$", page, re.MULTILINE)
        assert arrow
        assert action.replace("_", " ") in arrow[1].split(", ")
    for reason in repeats.values():
        assert f"| {reason} |" in page


@pytest.mark.parametrize(("staff", "yes_rate", "minutes"), [(200, 0.05, 20), (35, 0.2, 20)])
def test_the_figures_of_the_rehearsal_are_those_of_the_rules(staff: int, yes_rate: float, minutes: int) -> None:
    """Two rows stand for all; the whole table takes minutes."""
    rows = json.loads(FIGURES.read_text("utf-8"))
    [row] = [one for one in rows if (one["staff"], one["yes_rate"], one["minutes"]) == (staff, yes_rate, minutes)]
    assert rehearsed_row(staff, yes_rate, minutes) == row, "stale: run python -m docs.generate figures"


def test_every_row_of_the_rehearsal_keeps_its_promises_and_loses_no_time() -> None:
    rows = json.loads(FIGURES.read_text("utf-8"))
    assert [(row["staff"], row["yes_rate"], row["minutes"]) for row in rows] == list(
        itertools.product(STAFF, YES_RATES, MINUTES)
    )
    for row in rows:
        assert row["promises_kept"] >= 0.99
        assert row["days"] <= 1.15 * row["least_days"]
        assert row["promised_duty_days_median"] <= 1
        assert row["promised_duty_days_max"] <= 2
        assert row["baseline_all_at_once"]["promises_kept"] <= row["promises_kept"]
