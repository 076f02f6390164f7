"""Gather every text of the screens into the English catalog and compile it: `python -m checkin.translations.update`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
ENGLISH = Path(__file__).parent / "en" / "LC_MESSAGES" / "messages.po"
# The telephone network is apart: its pages are no screens of ours.
METHODS = [("phonenet/**", "ignore"), ("**.py", "python"), ("web/templates/**.html", "jinja2")]
KEYWORDS = {**DEFAULT_KEYWORDS, "lazy": None}
"""In a view `_` translates at once; words that are made before anybody reads them are marked `lazy` there."""
WIDTH = 120
HEADER = "# The English words of the screens of checkin. Made by: python -m checkin.translations.update"
EVER = datetime(2026, 11, 23, tzinfo=UTC)
"""One date for ever: a catalog should change where its words change, and nowhere else."""


def gather() -> Catalog:
    """Find every text that is marked for translation, in code and templates."""
    found = Catalog(project="checkin", charset="utf-8")
    for _file, _line, message, _comments, context in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        found.add(message, context=context)
    return found


def read() -> Catalog:
    """Read the English catalog as it is kept."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en", domain="messages")


def renewed() -> Catalog:
    """Give the English catalog with what is new in it, untranslated, and without what is gone."""
    kept = read() if ENGLISH.exists() else Catalog(locale="en")
    catalog = Catalog(
        locale="en",
        project="checkin",
        version="1",
        header_comment=HEADER,
        fuzzy=False,
        creation_date=EVER,
        revision_date=EVER,
    )
    for message in gather():
        if message.id:
            before = kept.get(message.id, message.context)
            catalog.add(message.id, before.string if before else None, flags=message.flags, context=message.context)
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Write a catalog as text, in an order and form that change only where the words change."""
    text = BytesIO()
    write_po(text, catalog, width=WIDTH, sort_output=True, no_location=True)
    return text.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Compile a catalog."""
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def untranslated(catalog: Catalog) -> Iterator[str]:
    """Give the texts that have no English yet."""
    for message in catalog:
        words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if message.id and not all(words):
            yield str(message.id)


def main() -> int:
    """Renew and compile; tell what still wants translating."""
    catalog = renewed()
    ENGLISH.write_bytes(as_po(catalog))
    ENGLISH.with_suffix(".mo").write_bytes(as_mo(catalog))
    missing = list(untranslated(catalog))
    sys.stdout.write("".join(f"{text}\n" for text in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
