"""What a talk action sounds like: plain sentences out of SSML, and how long they take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
PAUSE = re.compile(r"([0-9.]+)\s*(ms|s)")
STRENGTHS = {"none": 0.0, "x-weak": 0.1, "weak": 0.2, "medium": 0.4, "strong": 0.7, "x-strong": 1.0}
TAGS = {"speak", "break", "emphasis", "lang", "phoneme", "prosody", "say-as", "p", "s", "sub"}
WHOLE = {"p", "s"}
SENTENCE_END = re.compile(r"[.!?…؟][\"'”’»)\]]*$")
# The point after one of these rarely ends a sentence. U is not an initial: it is the Dutch "you".
ABBREVIATION = re.compile(r"(?:\b[A-TV-Z]|\.\w|\b(?i:mevr|mw|dhr|drs?|ir|ing|mrs?|ms|prof|st|nr|tel|bijv))\.$")


class SsmlError(ValueError):
    """Text that opens with <speak> and is not well-formed SSML."""


@dataclass(frozen=True)
class Speech:
    """Sentences as they are heard, and the silence within them."""

    sentences: tuple[str, ...]
    pause: float = 0.0

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def seconds(self, characters_per_second: float) -> float:
        return len(self.text) / characters_per_second + self.pause


def read_aloud(text: str) -> Speech:
    """Turn the text of a talk action into what is heard; without <speak> it is taken literally."""
    if not text.lstrip().startswith("<speak"):
        return Speech(tuple(_sentences([text])))
    if BARE_AMPERSAND.search(text):
        message = "an & in SSML must be written as &amp;"
        raise SsmlError(message)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        message = f"<{reader.open[-1]}> is not closed"
        raise SsmlError(message)
    return Speech(tuple(one for pieces in reader.blocks for one in _sentences(pieces)), reader.pause)


def _sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Part what is said into sentences; `pieces` have a pause between them.

    A pause after a point ends a sentence; a pause after anything else is one to take breath ("Hulp: toets twee.").
    """
    said = ""
    for piece in (_one_space(piece) for piece in pieces):
        if piece and SENTENCE_END.search(said):
            yield from _parted(said)
            said = piece
        else:
            said = f"{said} {piece}".strip()
    yield from _parted(said)


def _parted(text: str) -> Iterator[str]:
    """Part a text without pauses: a word that ends in a point, and then a word that can begin a sentence."""
    sentence: list[str] = []
    for word in text.split():
        before = sentence[-1] if sentence else ""
        if SENTENCE_END.search(before) and not ABBREVIATION.search(before) and not word[0].islower():
            yield " ".join(sentence)
            sentence = []
        sentence.append(word)
    if sentence:
        yield " ".join(sentence)


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


class _Reader(HTMLParser):
    """Collects words and pauses, and insists on tags that are known and closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[str]] = [[""]]
        self.open: list[str] = []
        self.pause = 0.0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._known(tag)
        self.open.append(tag)
        if tag in WHOLE:
            self.blocks.append([""])
        if tag == "break":
            self._break(dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._known(tag)
        if tag == "break":
            self._break(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            message = f"</{tag}> closes nothing"
            raise SsmlError(message)
        if tag in WHOLE:
            self.blocks.append([""])

    def handle_data(self, data: str) -> None:
        self.blocks[-1][-1] += data

    def _known(self, tag: str) -> None:
        if tag not in TAGS:
            message = f"<{tag}> is not an SSML tag that is spoken"
            raise SsmlError(message)

    def _break(self, attributes: dict[str, str | None]) -> None:
        self.blocks[-1].append("")
        if match := PAUSE.fullmatch(attributes.get("time") or ""):
            self.pause += float(match[1]) / (1000 if match[2] == "ms" else 1)
        else:
            self.pause += STRENGTHS.get(attributes.get("strength") or "medium", 0.4)
