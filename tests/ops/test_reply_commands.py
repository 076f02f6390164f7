"""`checkin interpret` and `checkin replies evaluate`: what a person and a program see of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checkin import cli

DATA = Path(__file__).parents[1] / "domain" / "data"
NOW = ("--now", "2026-11-23T14:00+01:00")


def call(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(cli.main, list(arguments), input=given)


def interpret(given: bytes) -> list[dict[str, Any]]:
    shown = call("interpret", "--json", *NOW, given=given)
    assert shown.exit_code == 0, shown.output
    return [json.loads(line) for line in shown.output.splitlines()]


def test_each_line_is_read_and_answered_by_one_object() -> None:
    assert interpret(b"morgen na tienen\nIk ben gevallen\nAlles goed hoor\r\n") == [
        {
            "meaning": "later",
            "sure": True,
            "because": ["morgen", "na tienen"],
            "when": "2026-11-24T10:00+01:00",
            "language": "nl",
        },
        {"meaning": "urgent", "sure": True, "because": ["Ik ben gevallen"], "when": None, "language": "nl"},
        {"meaning": "fine", "sure": True, "because": ["Alles goed hoor"], "when": None, "language": "nl"},
    ]


@pytest.mark.parametrize(
    "given", [b"\xff\xfe\x00\xed\xa0\x80", b"", b"\n\n", b"ja\x00", b"\x80" * 5000, b"ok\rok", b"\x0b\x0c"]
)
def test_any_bytes_give_one_object_for_each_line(given: bytes) -> None:
    lines = given.count(b"\n") + (not given.endswith(b"\n") and bool(given))
    found = interpret(given)
    assert len(found) == lines
    assert all(set(one) == {"meaning", "sure", "because", "when", "language"} for one in found)


def test_start_is_for_a_person_to_see_in_a_list_of_meanings_that_has_no_start() -> None:
    assert interpret(b"START")[0] | {"because": []} == {
        "meaning": "unclear", "sure": False, "because": [], "when": None, "language": "nl",
    }  # fmt: skip


def test_a_person_sees_a_table() -> None:
    shown = call("interpret", *NOW, given=b"morgen na tienen\nhm\n")
    assert shown.output.splitlines()[0].split() == [
        "later",
        "sure",
        "morgen",
        "|",
        "na",
        "tienen,",
        "Tue",
        "24",
        "Nov",
        "10:00",
    ]
    assert "a person reads it" in shown.output


@pytest.mark.parametrize("wrong", [("--now", "gisteren"), ("--zone", "Mars/Olympus"), ("--zone", "")])
def test_a_wrong_option_is_told_in_words(wrong: tuple[str, str]) -> None:
    shown = call("interpret", *wrong)
    assert shown.exit_code == 2
    assert "Traceback" not in shown.output


def test_the_figures_of_a_file_for_a_program() -> None:
    shown = call("replies", "evaluate", str(DATA / "replies_nl.csv"), "--json")
    found = json.loads(shown.output)
    assert found["messages"] == 298
    assert (found["wrong_closes"], found["danger_missed"]) == (0, 0)
    assert found["accuracy"] >= 0.92
    assert found["decided_alone"] >= 0.5
    assert sum(sum(row.values()) for row in found["confusion"].values()) == 298


def test_the_figures_of_a_file_for_a_person(tmp_path: Path) -> None:
    file = tmp_path / "replies.csv"
    file.write_text("text,label\nalles goed,help\nde poes is terecht,urgent\nja,chat\n", "utf-8")
    shown = call("replies", "evaluate", str(file))
    assert shown.exit_code == 0
    assert "wrong close: 'alles goed' is help, read as fine" in shown.output
    assert "danger missed: 'de poes is terecht' is urgent" in shown.output
    assert "33.3%" in shown.output


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "text,label\nja,maybe\n", ""])
def test_a_file_that_cannot_be_measured_is_refused_in_words(tmp_path: Path, content: str) -> None:
    file = tmp_path / "replies.csv"
    file.write_text(content, "utf-8")
    shown = call("replies", "evaluate", str(file))
    assert shown.exit_code == 2
    assert "Traceback" not in shown.output
