"""What a language hands over: its phrases by what they say, and how its words are spelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checkin.domain.replies.phrases import Parser, Phrase
from checkin.domain.replies.seeing import fold_text
from checkin.domain.replies.senses import Sense


@dataclass(frozen=True)
class Language:
    """The tables of one language. They are written as people write.

    Tables of phrases are separated by commas; see `phrases.Parser` for `a/b`, `[a]`, `@name`, `word*`, `...`, `<>`,
    `^`, `$`.
    """

    code: str
    phrases: Mapping[Sense, str]
    classes: Mapping[str, str] = field(default_factory=dict)
    """Words that phrases name together, as `@name`."""
    same: Mapping[str, str] = field(default_factory=dict)
    """Other spellings of a word: dialect, and slips that no rule mends."""
    real: str = ""
    """Words of the language that look like one of ours but are not a slip of it."""
    mended: bool = False
    """Whether a slip in a word of these tables is mended."""

    def parsed(self, same: Mapping[str, str]) -> Iterator[Phrase]:
        """Give all phrases, taken apart, with every word in the spelling of `same`."""
        parser = Parser(self.code, {name: fold_text(words).split() for name, words in self.classes.items()}, same)
        for sense, table in self.phrases.items():
            for line in " ".join(fold_text(table).split()).split(","):
                if line.strip():
                    yield from parser.parse(line, sense)

    def spellings(self) -> dict[str, str]:
        """Give every other spelling with the word that is meant."""
        return {spelling: word for word, others in self.same.items() for spelling in fold_text(others).split()}
