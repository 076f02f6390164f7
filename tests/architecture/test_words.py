"""Whatever the rules can say, the screens can say; and every setting is explained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

import pytest

from checkin.dashboard.happenings import CALL_ENDS, SENTENCES
from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.referrals import OrganisationKind, ReferralState
from checkin.domain.replies import Meaning
from checkin.domain.visits import VisitOutcome
from checkin.messaging.models import CallEnd
from checkin.settings import Settings
from checkin.tenants.models import Happening
from checkin.web import refusals, words
from tests.architecture.tree import ROOT, Source, sources, templates


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (CaseKind, words.KINDS),
        (Meaning, words.MEANINGS),
        (ContactOutcome, words.OUTCOMES),
        (EndReason, words.REASONS),
        (VisitOutcome, words.VISITS),
        (OrganisationKind, words.ORGANISATIONS),
        (ReferralState, words.REFERRALS),
        (FollowUpState, words.FOLLOW_UPS),
        (GiftKind, words.GIFTS),
        (GiftState, words.GIFT_STATES),
        (Reaction, words.REACTIONS),
        (Feeling, words.FEELINGS),
        (Happening, SENTENCES),
        (CallEnd, CALL_ENDS),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_every_word_of_the_rules_has_words_on_screen(kind: type[StrEnum], shown: Mapping[str, object]) -> None:
    assert set(kind) == set(shown)
    assert all(value if callable(value) else str(value).strip() for value in shown.values())


def refused_codes(source: Source) -> Iterable[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused" and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def test_every_refusal_has_a_sentence() -> None:
    raised = {code for source in sources("checkin") for code in refused_codes(source)}
    assert {"not_yours", "already_read", "campaign_changed"} <= raised
    assert raised - set(refusals.SENTENCES) == set()


def test_every_voice_that_a_tenant_hears_says_the_words_of_the_house() -> None:
    """The original words are a default, so that nothing would say that the changed ones were left out."""
    voices = [
        (source.name, node)
        for source in sources("checkin")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Voice"
        and len(node.args) > 1
    ]
    without = {name for name, node in voices if "words" not in ast.unparse(node)}
    assert len(voices) > len(without)
    # Colleagues have sentences of their own; what broke may be the database that holds the words.
    assert without == {"checkin/flow/colleagues.py", "checkin/vonage/webhooks.py"}


def test_every_setting_is_explained_and_documented() -> None:
    documented = (ROOT / "docs" / "settings.md").read_text()
    for name, field in Settings.model_fields.items():
        assert (field.description or "").endswith("."), name
        assert f"`CHECKIN_{name.upper()}`" in documented
        assert str(field.description) in documented, name


# What a strict Content-Security-Policy would refuse, and what would let a tenant's words act as a page.

INLINE = {
    "a script in the page": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "a style in the page": re.compile(r"<style", re.IGNORECASE),
    "a style on an element": re.compile(r"<[a-z][^<>{}]*\sstyle\s*=", re.IGNORECASE),
    "a script on an element": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "an address that is a script": re.compile(r"javascript:", re.IGNORECASE),
    "words that are taken for a page": re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false", re.IGNORECASE),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_page_holds_what_the_browser_is_told_to_refuse(what: str) -> None:
    pages = templates()
    assert len(pages) > 20
    assert [str(page.relative_to(ROOT)) for page in pages if INLINE[what].search(page.read_text())] == []
