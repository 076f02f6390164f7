"""What a talk action sounds like: plain sentences out of SSML, and how long they take."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
PAUSE = re.compile(r"([0-9.]+)\s*(ms|s)")
STRENGTHS = {"none": 0.0, "x-weak": 0.1, "weak": 0.2, "medium": 0.4, "strong": 0.7, "x-strong": 1.0}
TAGS = {"speak", "break", "emphasis", "lang", "phoneme", "prosody", "say-as", "p", "s", "sub"}


class SsmlError(ValueError):
    """Text that opens with <speak> and is not well-formed SSML."""


@dataclass(frozen=True)
class Speech:
    """A sentence as it is heard, and the silence within it."""

    text: str
    pause: float = 0.0

    def seconds(self, characters_per_second: float) -> float:
        return len(self.text) / characters_per_second + self.pause


def read_aloud(text: str) -> Speech:
    """Turn the text of a talk action into what is heard; without <speak> it is taken literally."""
    if not text.lstrip().startswith("<speak"):
        return Speech(_one_space(text))
    if BARE_AMPERSAND.search(text):
        message = "an & in SSML must be written as &amp;"
        raise SsmlError(message)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        message = f"<{reader.open[-1]}> is not closed"
        raise SsmlError(message)
    return Speech(_one_space("".join(reader.words)), reader.pause)


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


class _Reader(HTMLParser):
    """Collects words and pauses, and insists on tags that are known and closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []
        self.pause = 0.0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._known(tag)
        self.open.append(tag)
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
        if tag in {"p", "s"}:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def _known(self, tag: str) -> None:
        if tag not in TAGS:
            message = f"<{tag}> is not an SSML tag that is spoken"
            raise SsmlError(message)

    def _break(self, attributes: dict[str, str | None]) -> None:
        self.words.append(" ")
        if match := PAUSE.fullmatch(attributes.get("time") or ""):
            self.pause += float(match[1]) / (1000 if match[2] == "ms" else 1)
        else:
            self.pause += STRENGTHS.get(attributes.get("strength") or "medium", 0.4)
