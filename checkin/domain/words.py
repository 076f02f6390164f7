"""What the house says to its tenants: every text and every part of the telephone menu, in every language."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from checkin.domain.tongues import spoken

Lines = tuple[str, ...]
"""One text is one line; a part of the telephone menu is one line for each sentence."""


@dataclass(frozen=True)
class Words:
    """Words by language and key; a language that we do not speak is answered in Dutch."""

    by_language: Mapping[str, Mapping[str, Lines]]

    def text(self, key: str, language: str) -> str:
        """Give one text or phrase, with its places still to be filled."""
        return self.sentences(key, language)[0]

    def sentences(self, key: str, language: str) -> Lines:
        """Give the sentences of one part of the telephone menu."""
        return self.by_language[spoken(language)][key]

    def changed(self, changes: Mapping[tuple[str, str], Lines]) -> Words:
        """Give the words with changes, by language and key; what is changed that we never say is left out."""
        return Words(
            {
                language: {key: changes.get((language, key), lines) for key, lines in table.items()}
                for language, table in self.by_language.items()
            }
        )


def placeholders(*lines: str) -> frozenset[str]:
    """Name what lines must be filled with. Raises ValueError when braces are not in pairs."""
    return frozenset(field for line in lines for _, field, _, _ in string.Formatter().parse(line) if field)
