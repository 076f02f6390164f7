"""What README and docs/ point to is there: files, headings, commands, settings and targets of make."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from checkin.cli import main
from checkin.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
OUR_PATH = re.compile(r"`((?:checkin|workers|tests|docs)/[\w./-]*)`")
LONGEST_README = 130


def slug(heading: str) -> str:
    """Give the anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@EVERY_PAGE
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        if link.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), link


@EVERY_PAGE
def test_every_file_that_is_named_exists(page: Path) -> None:
    for path in OUR_PATH.findall(page.read_text("utf-8")):
        assert (ROOT / path).exists(), path


@EVERY_PAGE
def test_every_setting_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"CHECKIN_([A-Z_]+[A-Z])", page.read_text("utf-8")))
    assert named - {"ENV_FILE"} <= {name.upper() for name in Settings.model_fields}


@EVERY_PAGE
def test_every_target_of_make_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = page.read_text("utf-8")
    named = re.findall(r"`make ([a-z ]+)[`A-Z]", text) + re.findall(r"^make ([a-z ]+?)(?: +#.*)?$", text, re.MULTILINE)
    assert {target for names in named for target in names.split()} <= targets


@EVERY_PAGE
def test_every_command_that_is_named_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = re.findall(r"`checkin ([a-z][^`]*)`", text) + re.findall(
        r"^\S*\.venv/bin/checkin (.+)$", text, re.MULTILINE
    )
    for words in named:
        found: click.Command = main
        for word in shlex.split(words, comments=True):
            if isinstance(found, click.Group):
                child = found.get_command(click.Context(found), word)
                assert child is not None, words
                found = child
            elif word.startswith("--"):
                assert any(word in option.opts for option in found.params), words


def test_the_readme_can_be_read_in_one_go() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= LONGEST_README


@EVERY_PAGE
def test_every_picture_says_what_it_shows(page: Path) -> None:
    assert "![](" not in page.read_text("utf-8")


def test_every_decision_is_listed_and_has_its_five_headings() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("0*.md"))
    listed = (ROOT / "docs" / "adr" / "README.md").read_text("utf-8")
    for number, record in enumerate(records, start=1):
        text = record.read_text("utf-8")
        assert record.name.startswith(f"{number:04d}-")
        assert f"({record.name})" in listed
        assert text.startswith(f"# {number:04d}. ")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Status", "Context", "Decision", "Consequences", "Alternatives and measurements"]
