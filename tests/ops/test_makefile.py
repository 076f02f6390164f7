"""The Makefile: what it offers, and that setting up costs nothing when nothing changed."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z][a-z-]*):", TEXT, re.MULTILINE)


def make(*arguments: str) -> str:
    """Run make as a person does, not as the make that may be running these tests."""
    alone = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, check=True).stdout


def test_every_target_is_explained_by_make_alone() -> None:
    shown = make()
    for target in TARGETS:
        assert re.search(rf"^  make {target} +[A-Z]", shown, re.MULTILINE), target


def test_every_target_is_phony() -> None:
    phony = re.search(r"^\.PHONY:((?:.*\\\n)*.*)", TEXT, re.MULTILINE)
    assert phony
    assert set(TARGETS) <= set(phony[1].replace("\\", " ").split())


@pytest.mark.parametrize("target", [target for target in TARGETS if target not in {"help", "clean", "setup"}])
def test_every_target_sets_up_its_own_environment(target: str) -> None:
    needs = re.search(rf"^{target}:([^#\n]*)", TEXT, re.MULTILINE)
    assert needs
    assert {"setup", "lint", "types", "imports", "test"} & set(needs[1].split())


def test_the_demo_can_be_put_elsewhere() -> None:
    told = make("--dry-run", "demo", "DATA=/tmp/elsewhere", "PORT=9000", "PHONE_PORT=9001")
    assert 'checkin demo --data "/tmp/elsewhere" --port 9000 --phone-port 9001' in told


def test_a_missing_browser_shortens_the_suite_but_never_in_ci() -> None:
    assert "not browser" in make("--dry-run", "test", "CHROMIUM=", "CI=")
    assert "not browser" not in make("--dry-run", "test", "CHROMIUM=", "CI=true")
