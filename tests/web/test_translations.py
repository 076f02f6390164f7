"""Every text of the screens has its English, says the same, and is compiled."""

from __future__ import annotations

import re

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo

from checkin.translations.update import ENGLISH, gather, read, untranslated

PLACES = re.compile(r"%\(\w+\)\w*|\{\w+\}|%%")


def texts(catalog: Catalog) -> dict[str, str]:
    return {str(tuple(message.id)): str(tuple(message.string)) for message in catalog if message.id}


@pytest.fixture(scope="module")
def english() -> Catalog:
    return read()


def test_the_catalog_holds_every_text_and_no_other(english: Catalog) -> None:
    wanted = {message.id for message in gather()}
    kept = {message.id for message in english}
    advice = "run python -m checkin.translations.update"
    assert wanted - kept == set(), advice
    assert kept - wanted == set(), advice


def test_every_text_has_its_english(english: Catalog) -> None:
    assert list(untranslated(english)) == []


def test_the_english_fills_the_same_places(english: Catalog) -> None:
    for message in english:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            for text in strings:
                allowed = set(PLACES.findall("".join(ids)))
                assert set(PLACES.findall(text)) in (allowed, allowed - {"%(num)s"}), message.id


def test_the_compiled_catalog_is_the_written_one(english: Catalog) -> None:
    with ENGLISH.with_suffix(".mo").open("rb") as file:
        compiled = texts(read_mo(file))
    assert compiled == texts(english), "run python -m checkin.translations.update"
