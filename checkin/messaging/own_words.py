"""A campaign's own words in place of the house's, by language: the question by text, the reminder, the menu's opening.

Everything after an answer stays the house's words: what was promised is said in one way only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checkin.domain.tongues import spoken

TEXTS = ("S1", "S2")
"""The texts that a campaign may say in its own words."""
SPOKEN = ("greeting", "question")
"""The parts of the telephone menu that a campaign may say in its own words."""
LANGUAGES = ("nl", "en")
"""The languages in which a campaign has words of its own; in every other one it says what the house says."""


@dataclass(frozen=True)
class OwnWords:
    """Words by language and part; whatever is missing is said as the house says it."""

    by_language: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def text(self, wording: str, language: str) -> str | None:
        """Give the campaign's own text, if it has one."""
        return str(self._of(language).get(wording) or "") or None if wording in TEXTS else None

    def sentences(self, part: str, language: str) -> tuple[str, ...] | None:
        """Give the campaign's own sentences for one part of the menu, if it has them."""
        return tuple(self._of(language).get(part) or ()) or None if part in SPOKEN else None

    def _of(self, language: str) -> Mapping[str, Any]:
        return self.by_language.get(spoken(language), {})


HOUSE_WORDS = OwnWords()
"""No words of its own."""
