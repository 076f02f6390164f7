"""The `checkin` command: what a person and a program see of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlmodel import Session, select

from checkin import cli
from checkin.campaigns import planning
from checkin.commands.progress import WIDTH, WORDS, Lines
from checkin.db import unit_of_work
from checkin.domain.office_hours import Hours
from checkin.embedded import EmbeddedValkey
from checkin.migrations.run import downgrade
from checkin.runtime import Runtime
from checkin.staff import roster
from checkin.staff.models import Role, Staff
from checkin.tenants import intakes
from checkin.tenants.alone import alone
from checkin.tenants.models import Tenant
from checkin.tenants.planning import Step
from checkin.tenants.reading import read_table
from tests.ops.conftest import Run

SQLITE_IS_ENOUGH = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
THREE = "Relatienr.;Achternaam;Mobiel\n1;Bakker;06 1234 5601\n2;Smit;06 1234 5602\n3;Kok;\n"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A file with three tenants, one without a number."""
    file = tmp_path / "three.csv"
    file.write_text(THREE)
    return file


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_of_the_table_explains_itself(name: str) -> None:
    shown = CliRunner().invoke(cli.main, [name, "--help"])
    assert shown.exit_code == 0
    assert cli.COMMANDS[name][1].rstrip(".") in " ".join(shown.output.split())


def test_help_imports_no_more_than_the_table() -> None:
    code = "import sys; from checkin import cli; print('sqlalchemy' in sys.modules, 'flask' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False False\n"
    )


def test_all_missing_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHECKIN_ENV_FILE", str(tmp_path / "no.env"))
    monkeypatch.setenv("CHECKIN_CALL_HOURS", "all day")
    shown = CliRunner().invoke(cli.main, ["status"])
    assert shown.exit_code == 2
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ORGANISATION_NUMBER", "VONAGE_PRIVATE_KEY", "CALL_HOURS"):
        assert f"CHECKIN_{name}: " in shown.stderr
    assert "Traceback" not in shown.stderr


def test_status_of_an_empty_house_has_every_state(run: Run) -> None:
    shown = json.loads(run("status", "--json").stdout)
    assert list(shown) == ["tenants", "check_ins", "attempts", "cases", "outbox_pending", "queues", "workers"]
    assert shown["tenants"] == shown["outbox_pending"] == shown["workers"] == 0
    assert shown["queues"] == {"texts": 0, "calls": 0, "replies": 0, "callbacks": 0, "imports": 0}
    assert set(shown["cases"]) == {"waiting", "claimed", "contacted", "closed"}
    assert {"queued", "sending", "sent", "delivered", "unknown"} <= set(shown["attempts"])


def test_a_round_from_the_command_line_shows_in_the_status(run: Run, three: Path) -> None:
    assert run("tenants", "import", three).exit_code == 0
    assert run("round", "start", "--name", "80+ najaar", "--all").output == "Round 1 has started: 80+ najaar.\n"
    shown = json.loads(run("status", "--json").stdout)
    assert shown["tenants"] == sum(shown["check_ins"].values()) == 3
    assert shown["queues"]["texts"] == 1
    assert "3" in run("status").stdout


@SQLITE_IS_ENOUGH
def test_status_works_without_redis(run: Run, valkey: EmbeddedValkey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKIN_REDIS_URL", f"unix://{valkey.directory}/nobody.sock")
    began = time.monotonic()
    shown = json.loads(run("status", "--json").stdout)
    assert shown["workers"] == 0
    assert time.monotonic() - began < 5


@SQLITE_IS_ENOUGH
def test_a_round_for_some_tenants(run: Run, three: Path, tmp_path: Path) -> None:
    run("tenants", "import", three)
    refs = tmp_path / "refs.txt"
    refs.write_text("1\n3\n\n1\n")
    assert run("round", "start", "--name", "Twee", "--refs", refs).exit_code == 0
    assert sum(json.loads(run("status", "--json").stdout)["check_ins"].values()) == 2


@SQLITE_IS_ENOUGH
def test_a_large_round_is_planned_in_batches_with_a_bar(run: Run, three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "BATCH", 1)
    run("tenants", "import", three)
    shown = run("round", "start", "--name", "Alle", "--all")
    assert shown.stdout == "Round 1 has started: Alle.\n"
    assert "Check-ins planned" in shown.stderr
    assert sum(json.loads(run("status", "--json").stdout)["check_ins"].values()) == 3


@SQLITE_IS_ENOUGH
def test_a_round_with_an_unknown_tenant_asks_nobody(run: Run, three: Path, tmp_path: Path) -> None:
    run("tenants", "import", three)
    refs = tmp_path / "refs.txt"
    refs.write_text("1\n99\n")
    shown = run("round", "start", "--name", "Twee", "--refs", refs)
    assert shown.exit_code == 1
    assert "unknown tenant numbers 99" in shown.stderr
    assert sum(json.loads(run("status", "--json").stdout)["check_ins"].values()) == 0


@SQLITE_IS_ENOUGH
def test_a_round_needs_to_know_whom_to_ask(run: Run) -> None:
    shown = run("round", "start", "--name", "Leeg")
    assert shown.exit_code == 2
    assert "--all, or --refs FILE" in shown.stderr


@SQLITE_IS_ENOUGH
def test_importing_twice_changes_nothing_and_a_dry_run_nothing_at_all(run: Run, three: Path) -> None:
    dry = json.loads(run("tenants", "import", three, "--dry-run", "--json").stdout)
    assert json.loads(run("status", "--json").stdout)["tenants"] == 0
    first = json.loads(run("tenants", "import", three, "--json").stdout)
    again = json.loads(run("tenants", "import", three, "--json").stdout)
    assert dry == first
    assert (first["new"], again["new"], again["same"]) == (3, 0, 3)
    assert set(first) == {"new", "changed", "same", "skipped", "wrong", "rows"}


@SQLITE_IS_ENOUGH
def test_an_import_fills_a_bar_on_a_terminal_and_its_json_stays_alone(run: Run, three: Path) -> None:
    assert run  # gives the settings to the process below
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", "from checkin.cli import main; main()", "tenants", "import", three, "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert json.loads(done.stdout)["new"] == 3
    for words in WORDS.values():
        assert re.search(rf"{words} +\[{'#' * WIDTH}\]  3/3", shown)


def test_without_a_terminal_an_import_writes_a_plain_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines(seconds=0)
    lines(Step.READ, 2000, 5000)
    lines(Step.STORE, 1999, 1999)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "Rows read: 2000 of 5000\nRows stored: 1999 of 1999\n")
    Lines(seconds=60)(Step.READ, 2000, 5000)
    assert capsys.readouterr().err == ""


@SQLITE_IS_ENOUGH
def test_an_import_holds_what_somebody_chose_for_the_columns(run: Run, runtime: Runtime, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("Relatienr.;Wie;Mobiel;Opmerking\n1;Bakker;0612345601;hond\n")
    assert "geen kolom met de achternaam" in run("tenants", "import", file).stderr
    table = read_table(file.read_bytes())
    with unit_of_work(runtime) as session:
        intake = intakes.begin(session, token="x", name="own.csv", table=table, staff_id=None, now=runtime.now())
        intake.columns, intake.with_notes = {**intake.columns, "1": "last_name"}, True
        intakes.confirm(session, intake, table.headers, now=runtime.now())
    assert json.loads(run("tenants", "import", file, "--json").stdout)["new"] == 1
    with Session(runtime.engine) as session:
        tenant = session.exec(select(Tenant)).one()
    assert (tenant.last_name, tenant.note) == ("Bakker", "hond")


@SQLITE_IS_ENOUGH
def test_who_imports_while_somebody_else_does_is_told_to_wait(run: Run, runtime: Runtime, three: Path) -> None:
    with alone(runtime.engine):
        shown = run("tenants", "import", three)
    assert (shown.exit_code, "Somebody else is importing tenants." in shown.stderr) == (1, True)


@SQLITE_IS_ENOUGH
def test_a_file_that_is_no_list_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.touch()
    shown = run("tenants", "import", file)
    assert shown.exit_code == 1
    assert "Dit bestand is leeg." in shown.stderr


@SQLITE_IS_ENOUGH
def test_a_colleague_gets_a_password_that_is_shown_once(run: Run, runtime: Runtime) -> None:
    shown = run("staff", "add", "Sanne@Demo.example", "--name", "Sanne", "--role", "coordinator")
    assert shown.exit_code == 0
    assert "Password, shown this once: " in shown.output
    with Session(runtime.engine) as session:
        found = session.exec(select(Staff)).one()
    assert (found.email, found.role) == ("sanne@demo.example", Role.COORDINATOR)
    assert shown.output.split()[-1] not in found.password


@SQLITE_IS_ENOUGH
def test_a_password_can_come_from_a_file_or_be_asked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("kastanje-fiets-tulp\n")
    assert "Password" not in run("staff", "add", "a@demo.example", "--name", "Ans", "--password-file", file).output
    asked = run("staff", "add", "b@demo.example", "--name", "Bea", "--ask", input="kastanje-fiets\nkastanje-fiets\n")
    assert asked.exit_code == 0
    assert "kastanje" not in asked.output


@SQLITE_IS_ENOUGH
def test_an_account_may_come_with_hours(run: Run, runtime: Runtime) -> None:
    shown = run("staff", "add", "a@demo.example", "--name", "Ans", "--hours", "mon 09:00-11:00; thu 13:00-15:00")
    assert shown.exit_code == 0
    with Session(runtime.engine) as session:
        (member,) = roster.members(session, now=runtime.now()).values()
    assert member.weekly == Hours.parse("mon 09:00-11:00; thu 13:00-15:00")
    wrong = run("staff", "add", "b@demo.example", "--name", "Bea", "--hours", "mondays")
    assert wrong.exit_code == 2
    assert "mondays" in wrong.output


@SQLITE_IS_ENOUGH
def test_what_the_rules_refuse_is_said_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("kort\n")
    shown = run("staff", "add", "a@demo.example", "--name", "Ans", "--password-file", file)
    assert shown.exit_code == 1
    assert "too short" in shown.stderr


@SQLITE_IS_ENOUGH
def test_the_week_comes_as_csv_and_as_json(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "week.csv"
    assert run("report", "week", "2026-W47", "--out", out).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert json.loads(run("report", "week", "2026-W47", "--format", "json").stdout)["week"] == "2026-W47"
    assert "2026-W47" in run("report", "week", "week 47").stderr


@SQLITE_IS_ENOUGH
def test_the_database_is_brought_up_to_date(run: Run, runtime: Runtime) -> None:
    downgrade(runtime.engine, "base")
    assert "checkin doctor" in run("status").stderr
    assert run("db", "upgrade").exit_code == 0
    assert run("status").exit_code == 0
    assert sa.inspect(runtime.engine).has_table("tenant")


REHEARSED = {
    "days",
    "least_days",
    "check_ins",
    "answers",
    "cases",
    "promises_kept",
    "promised_minutes_median",
    "promised_duty_days_median",
    "promised_duty_days_max",
    "waiting_max",
    "staff_hours",
    "idle_share",
}


def test_a_rehearsal_for_a_program_has_the_same_figures_for_each_way() -> None:
    given = ["rehearse", "--tenants", "60", "--staff", "4", "--hours-per-week", "2"]
    shown = CliRunner().invoke(cli.main, [*given, "--json"])
    found = json.loads(shown.output)
    baselines = {"baseline_all_at_once", "baseline_by_hand"}
    assert found.keys() == REHEARSED | baselines
    assert all(found[name].keys() == REHEARSED for name in baselines)
    assert found["check_ins"] == sum(found["answers"].values()) == 60
    assert CliRunner().invoke(cli.main, [*given, "--json"]).output == shown.output


def test_a_rehearsal_for_a_person_is_a_table() -> None:
    shown = CliRunner().invoke(cli.main, ["rehearse", "--tenants", "60", "--staff", "4", "--hours-per-week", "2"])
    assert shown.exit_code == 0
    assert "promises kept" in shown.output
    assert "by hand" in shown.output.splitlines()[0]


@pytest.mark.parametrize(
    ("tenants", "hours", "sentence"), [("0", "2", "tenants must be 1 or more"), ("60000", "1", "cannot finish")]
)
def test_a_rehearsal_that_cannot_be_is_refused_in_a_sentence(tenants: str, hours: str, sentence: str) -> None:
    given = ["--tenants", tenants, "--staff", "1", "--hours-per-week", hours]
    shown = CliRunner().invoke(cli.main, ["rehearse", *given])
    assert shown.exit_code == 2
    assert sentence in shown.output
