"""The week on screen, as a download, from the command and as JSON: the same numbers in the reader's language."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.outreach import service as outreach
from checkin.reports.labels import say
from tests.adding_up import adds_up, of_csv, of_json
from tests.cases.conftest import Telling
from tests.ops.conftest import Run
from tests.screen_story import Story
from tests.visitor import Visitor

WEEK = "2026-W47"


def tell_the_week(story: Story) -> None:
    """One who was helped and asked again, one who is fine and then is not, one silent, one open, one by themselves."""
    round_, samira = story.campaign(), story.staff("Samira")
    at, asked = story.ago(days=4), {"planned_at": story.ago(days=5), "asked_at": story.ago(days=5)}
    helped = story.tenant("Geholpen")
    check_in = story.answered(round_, helped, Meaning.HELP, at, **asked)
    case = story.case(helped, CaseKind.HELP, check_in_id=check_in.id, opened_at=at, promised_before=story.ago(days=3))
    story.spoken(case, samira, story.ago(days=3, hours=20))
    fine = story.answered(round_, story.tenant("Goed"), Meaning.FINE, at, **asked)
    outreach.answer(story.session, fine, Meaning.CHAT, now=story.ago(days=3))
    ended = {"state": CheckInState.SILENT, "reason": EndReason.NO_ANSWER_TO_TEXT, "ended_at": at}
    story.asked(round_, story.tenant("Stil"), AttemptEnd.DELIVERED, **asked, **ended)
    story.asked(round_, story.tenant("Open"), **asked)
    promised = story.ago(days=2, hours=20)
    story.case(story.tenant("Zelf"), CaseKind.CHAT, opened_at=at, promised_before=promised, first_rang_at=promised)


def shown(page: str) -> dict[str, str]:
    """Give the last number beside each heading of a row on the page."""
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</th>(.*?)</tr>", page, re.DOTALL)
    plain = [(re.sub(r"<span.*", "", heading), re.sub(r"<[^>]+>", " ", cells).split()) for heading, cells in rows]
    return {unescape(heading).strip(): cells[-1] for heading, cells in plain if cells}


def test_the_page_the_file_and_the_json_hold_the_same_numbers_that_add_up(
    coordinator: Visitor, telling: Telling, run: Run
) -> None:
    with telling() as story:
        tell_the_week(story)
    sheet = of_csv(coordinator.get(f"/week/{WEEK}.csv").data)
    whole = of_json(json.loads(run("report", "week", WEEK, "--format", "json").stdout))
    for one in (sheet, whole):
        adds_up(one)
        assert (one.sections["summary"]["wanted_contact"], one.sections["summary"]["cases_opened"]) == (2, 2)
    page = shown(coordinator.get(f"/week/{WEEK}").text)
    for section in ("check_in_stock", "stock"):
        for measure, number in sheet.sections[section].items():
            assert page[say(section, measure)] == str(number), measure


def test_the_command_and_the_download_write_the_same_bytes(
    coordinator: Visitor, telling: Telling, run: Run, tmp_path: Path
) -> None:
    with telling() as story:
        tell_the_week(story)
    out = tmp_path / "week.csv"
    assert run("report", "week", WEEK, "--format", "csv", "--out", out).exit_code == 0
    assert run("report", "week", WEEK).stdout_bytes == out.read_bytes() == coordinator.get(f"/week/{WEEK}.csv").data
    assert "Wil contact (check-ins)" in out.read_text("utf-8")


def test_every_row_says_in_words_what_it_counts(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        tell_the_week(story)
    rows = [line.split(";") for line in coordinator.get(f"/week/{WEEK}.csv").text.splitlines()[1:]]
    labels = [label.strip('"') for _section, _measure, _value, label, *_ in rows if _section != '"cases"']
    assert len(set(labels)) == len(labels)
    counted = ("check-ins", "terugbelverz", "huurders", "beloftes", "contactmomenten", "berichten", "gesprek")
    assert [label for label in labels if not any(word in label.lower() for word in counted)] == []


@pytest.mark.parametrize(
    ("language", "many", "one"),
    [
        ("nl", "4 huurders hoe het gaat; 2 gaven antwoord en 2 wilden graag contact.", "Wij spraken 1 huurder, "),
        ("en", "asked 4 tenants how they are; 2 answered and 2 would like contact.", "We spoke to 1 tenant, "),
    ],
)
def test_one_tenant_is_not_tenants(coordinator: Visitor, telling: Telling, language: str, many: str, one: str) -> None:
    with telling() as story:
        tell_the_week(story)
    coordinator.client.set_cookie("language", language)
    page = unescape(coordinator.get(f"/week/{WEEK}").text)
    assert many in page
    assert one in page
