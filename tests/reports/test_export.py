"""The week on paper: a CSV that Excel opens, that adds up, and that no formula can hide in."""

from __future__ import annotations

import csv
import io
import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.replies import Meaning
from checkin.reports.export import as_csv, as_dict
from checkin.reports.weekly import Week, week
from checkin.web.spreadsheets import FORMULA_STARTS, guarded
from tests.screen_story import Story

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def this_week(story: Story) -> Week:
    samira, round_ = story.staff("Samira"), story.campaign()
    for number in range(6):
        tenant = story.tenant(f"Naam{number}", neighbourhood="=HYPERLINK(1)")
        check_in = story.answered(round_, tenant, Meaning.HELP)
        reply = story.reply(tenant, "de kraan lekt")
        case = story.case(tenant, CaseKind.HELP, check_in_id=check_in.id, reply_id=reply.id)
        if number < 4:
            story.spoken(case, samira)
    story.case(story.tenant("Oud"), opened_at=story.ago(days=12))
    return week(story.session, iso_week="2026-W47", zone=ZONE, now=story.now)


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_lines_of_the_cases_add_up_to_the_summary(this_week: Week) -> None:
    rows = rows_of(as_csv(this_week, ZONE))
    cases = [row for row in rows if row["section"] == "cases"]
    stock = {row["measure"]: int(row["value"]) for row in rows if row["section"] == "stock"}
    assert sum(row["measure"] == "opened" for row in cases) == stock["opened"] == 6
    assert sum(row["measure"] == "open_before" for row in cases) == stock["open_before"] == 1
    assert sum(bool(row["closed"]) for row in cases) == stock["closed"] == 4
    assert stock["open_before"] + stock["opened"] - stock["closed"] == stock["open_after"] == 3
    kept = next(row["value"] for row in rows if (row["section"], row["measure"]) == ("promises", "kept"))
    assert sum(row["kept"] == "yes" for row in cases) == int(kept) == 4


def test_it_holds_no_name_number_or_word_of_a_tenant(this_week: Week) -> None:
    text = as_csv(this_week, ZONE).decode() + json.dumps(as_dict(this_week, ZONE))
    for secret in ("Naam", "Oud", "+316", "kraan", "Kerkstraat"):
        assert secret not in text


def test_a_case_tells_its_own_story_in_local_time(this_week: Week) -> None:
    row = next(row for row in rows_of(as_csv(this_week, ZONE)) if row["section"] == "cases" and row["closed"])
    assert row["kind"] == "help"
    assert row["channel"] == "text"
    assert row["opened"] == "2026-11-18 07:00"
    assert row["promised"] == "2026-11-18 13:00"
    assert row["first_rang"] == row["spoken"] == row["closed"] == "2026-11-18 10:00"
    assert row["outcome"] == "spoken"


def test_measures_are_said_in_dutch_unless_told_otherwise(this_week: Week) -> None:
    labels = {(row["section"], row["measure"]): row["label"] for row in rows_of(as_csv(this_week, ZONE))}
    assert labels["summary", "wanted_contact"] == "Wil contact (check-ins)"
    assert labels["answered", "help"] == "Check-ins met een antwoord: Hulp"
    assert labels["cases", "opened"] == "Terugbelverzoek, geopend in de week"


def test_a_case_stands_as_it_stood_when_the_week_was_over(story: Story) -> None:
    samira, opened_at = story.staff("Samira"), story.ago(days=4)
    case = story.case(story.tenant(), opened_at=opened_at, promised_before=story.later(days=1))
    story.contact(case, samira, ContactOutcome.NOT_REACHED, at=story.ago(days=3))
    story.contact(case, samira, ContactOutcome.NOT_REACHED, at=story.ago(days=2))
    story.spoken(case, samira)
    row = next(row for row in as_dict(week(story.session, iso_week="2026-W46", zone=ZONE), ZONE)["cases"])
    assert (row["measure"], row["tries"], row["spoken"], row["outcome"], row["closed"]) == ("opened", 1, "", "", "")


def test_measures_can_be_said_in_the_readers_own_words(this_week: Week) -> None:
    rows = rows_of(as_csv(this_week, ZONE, say=lambda section, measure: f"{section}/{measure}!"))
    assert rows[0]["label"] == "summary/chosen!"


def test_a_neighbourhood_that_looks_like_a_formula_is_disarmed(this_week: Week) -> None:
    measures = {row["measure"] for row in rows_of(as_csv(this_week, ZONE))}
    assert "'=HYPERLINK(1)" in measures


def test_json_holds_the_same_numbers(this_week: Week) -> None:
    whole = as_dict(this_week, ZONE)
    assert whole["week"] == "2026-W47"
    assert whole["begin"] == "2026-11-16T00:00+01:00"
    assert whole["summary"]["answered"] == whole["answered"]["help"] == 6
    assert len(whole["cases"]) == whole["stock"]["open_before"] + whole["stock"]["opened"]
    assert json.loads(json.dumps(whole)) == whole


@given(st.text())
def test_no_text_starts_as_a_formula(text: str) -> None:
    assert not guarded(text).startswith(FORMULA_STARTS)


def test_a_number_stays_a_number() -> None:
    assert guarded(-3) == "-3"
    assert guarded("-3") == "'-3"
