"""What was heard in a text: its words, the phrases in them, and which of those count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import cast

from checkin.domain.replies.phrases import Match
from checkin.domain.replies.seeing import Seen, see
from checkin.domain.replies.senses import Sense
from checkin.domain.replies.tables import PHRASES, VOCABULARY
from checkin.domain.replies.vocabulary import UNKNOWN

ASKED, RETURNED, NOT = map(int, (Sense.ASKED, Sense.RETURNED, Sense.NOT))
DANGERS = Sense.DANGER | Sense.DESPAIR | Sense.ALARM
WISHES = Sense.HELP | Sense.CHAT | Sense.LOW | Sense.WARM | Sense.MATTER | Sense.THING | Sense.FAULT | Sense.YES
STOPS = Sense.STOP | Sense.STOP_WHOLE
KEYS = Sense.KEY_CHAT | Sense.KEY_HELP | Sense.KEY_FINE | Sense.KEY_STOP
MANNERS = Sense.POLITE | Sense.ADDRESS | Sense.SIGNED
MOST_NAMES = 3
MOST_SLIPS = 4
MOST_MENDED = 60
"""Words of one text; whoever writes more that we do not know writes no language of ours."""
MOST_PARTED = 4
"""Words of one text that may be several without a space."""
MOMENTS = Sense.TIME | Sense.LATER
VOIDS: tuple[tuple[int, int], ...] = (
    (Sense.SAFE, DANGERS),
    (Sense.SERIOUS, Sense.JOKE | Sense.UNSURE),
    (
        Sense.UNWANTED | Sense.UNSURE | Sense.ASIDE | Sense.FINE | Sense.NO | Sense.POLITE | Sense.SIGNED,
        WISHES | Sense.WILLING,
    ),
    (Sense.POLITE | Sense.YES, Sense.UNSURE),
    (Sense.POLITE | Sense.DECEASED, MOMENTS),
    (Sense.LOW, Sense.THING | Sense.FAULT | Sense.MATTER | Sense.HELP | MOMENTS),
    (Sense.FINE, Sense.SO_SO | Sense.WRONG),
    (Sense.THING, Sense.CHAT | Sense.WARM),
    (STOPS, Sense.WRONG),
    (Sense.HELP | Sense.UNSURE | Sense.LATER, STOPS),
    (Sense.UNSURE, MOMENTS),
    (Sense.MAYBE_LATER | MOMENTS, Sense.MATTER | Sense.HELP),
    (MOMENTS | Sense.UNSURE, KEYS | Sense.NUMBER),
)
"""What stands inside a phrase of the first kind no longer counts as the second: “lastig gevallen” is no fall."""
MOST_VOIDS = 20_000
"""Sums of senses of which is remembered which rules may apply."""
WHOLLY = frozenset({Sense.NO, Sense.FINE, Sense.UNWANTED})
"""A phrase of these also takes away one of just the same words: “heb niks nodig” is no need."""
VOIDED = 0
for _voiding, _ in VOIDS:
    VOIDED |= _voiding
JOINTS = frozenset({"maar", "en"})
"""Between two clauses."""
DENYING = Sense.FAULT | Sense.HELP | Sense.STOP | Sense.LATER | Sense.FINE | Sense.NO | Sense.LOW
"""What such a phrase ends with is a denial of its own."""
DENIALS = frozenset({"niet", "geen", "nooit", "not", "no", "never"})


@dataclass(slots=True)
class Heard:
    """A text, heard."""

    seen: Seen
    symbols: list[str]
    matches: list[Match]
    senses: int
    """All senses that were heard, as bits."""
    slips: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Words that are spelled as none we know, with all that each could stand for."""
    told: bool = False
    """Danger was named, but denied, long past or in jest."""

    def said(self, senses: int) -> tuple[str, ...]:
        """Give the words that have one of these senses, as they were written; those that overlap together."""
        if not self.senses & senses:
            return ()
        spans: list[list[int]] = []
        for start, end, sense, _, _ in self.matches:  # in the order of where they begin
            if sense & senses:
                if spans and start < spans[-1][1]:
                    spans[-1][1] = max(end, spans[-1][1])
                else:
                    spans.append([start, end])
        written = self.seen.written
        return tuple(dict.fromkeys([" ".join(written[start:end]) for start, end in spans]))

    def written(self, places: Iterable[int]) -> tuple[str, ...]:
        """Give words as they were written, those beside each other together."""
        rows: list[list[int]] = []
        for place in places:
            if rows and rows[-1][-1] == place - 1:
                rows[-1].append(place)
            else:
                rows.append([place])
        written = self.seen.written
        return tuple(dict.fromkeys([" ".join(written[row[0] : row[-1] + 1]) for row in rows]))

    def in_clause_of(self, match: Match) -> int:
        """Give the senses in the clause in which a phrase stands: up to punctuation, “maar” and “en”."""
        edges = {0, len(self.symbols), *self.seen.breaks}
        edges.update(one.start for one in self.matches if one.sense & (Sense.BUT | Sense.AND))
        begin = max(edge for edge in edges if edge <= match.start)
        last = match.end - (self.symbols[match.end - 1] == "en")  # “gevallen en …” goes on in the next clause
        end = min((edge for edge in edges if edge >= last), default=len(self.symbols))
        return _all_senses(one for one in self.matches if begin <= one.start and one.end <= end)

    def drop(self, dropped: Iterable[Match]) -> None:
        """Let some phrases count no longer."""
        gone = set(dropped)
        self.matches = [one for one in self.matches if one not in gone]
        self.senses = _all_senses(self.matches) | (self.senses & Sense.ASKED)


def _all_senses(matches: Iterable[Match]) -> int:
    senses = 0
    for one in matches:
        senses |= one.sense
    return senses


def hear(text: str) -> Heard:
    """Hear the phrases in a text."""
    seen = see(text)
    if len(text) <= MOST_TORN:
        seen = _put_together(seen)
    return hear_words(seen)


def hear_words(seen: Seen, *, whole_words: bool = True) -> Heard:
    """Hear the phrases in words."""
    symbols = list(map(VOCABULARY.exact.get, seen.words))
    if None not in symbols:
        return _understood(seen, cast("list[str]", symbols))
    return _hear_slips(seen, symbols, whole_words=whole_words)


def _hear_slips(seen: Seen, symbols: list[str | None], *, whole_words: bool) -> Heard:
    """Hear words that are spelled as none we know: slips, and several words without a space."""
    slips: dict[int, frozenset[str]] = {}
    unknown: list[int] = []
    for place, symbol in enumerate(symbols):
        if symbol is None and len(slips) < MOST_MENDED:
            symbols[place], slips[place] = VOCABULARY.mend(seen.words[place])
            if not symbols[place]:
                unknown.append(place)
    rows = _rows(seen, unknown) if whole_words else {}
    if rows:
        return hear_words(_with_spaces(seen, rows), whole_words=False)
    heard = _understood(seen, [symbol or UNKNOWN for symbol in symbols])
    heard.slips = slips
    return heard


def _rows(seen: Seen, unknown: list[int]) -> dict[int, list[str]]:
    """Give the words that are several, with their parts."""
    parted = ((place, VOCABULARY.part(seen.words[place])) for place in unknown[:MOST_PARTED])
    return {place: row for place, row in parted if row}


def _with_spaces(seen: Seen, rows: Mapping[int, list[str]]) -> Seen:
    """Put several words in the place of one; the first of them is shown as all of it was written."""
    written: list[str] = []
    words: list[str] = []
    began: list[int] = []
    for place, word in enumerate(seen.words):
        began.append(len(words))
        row = rows.get(place, [word])
        words += row
        written += [seen.written[place], *row[1:]]
    began.append(len(words))
    return Seen(written, words, frozenset(began[one] for one in seen.breaks), seen.asks, seen.whole)


def _understood(seen: Seen, symbols: list[str]) -> Heard:
    matches, senses, placed = PHRASES.find(symbols)
    if placed:
        matches = _at_their_place(matches, symbols, seen.breaks)
        senses = _all_senses(matches)
    heard = Heard(seen, symbols, matches, senses | ASKED if seen.asks > bool(senses & RETURNED) else senses)
    if heard.senses & VOIDED:
        dropped = _void(heard)
        if dropped:
            heard.drop(dropped)
    if heard.senses & DANGERS and heard.senses & NOT:
        _deny(heard)
    return heard


def heard_otherwise(heard: Heard) -> Heard | None:
    """Hear danger in a slip that could have been several words, when the likeliest of them was none."""
    for place, could_mean in islice(heard.slips.items(), MOST_SLIPS):
        for symbol in sorted(could_mean - {heard.symbols[place]}):
            otherwise = _understood(heard.seen, [*heard.symbols[:place], symbol, *heard.symbols[place + 1 :]])
            if otherwise.senses & DANGERS:
                return otherwise
    return None


def _at_their_place(matches: list[Match], symbols: list[str], breaks: frozenset[int]) -> list[Match]:
    """Keep of the phrases for the beginning or the end those that stand there, politeness aside.

    Danger may stand at the beginning or the end of any clause: “alles goed. dief! help”.
    """
    manners = [one for one in matches if one.sense & MANNERS]
    begin, end = 0, len(symbols)
    for one in manners:
        if one.start <= begin < one.end:
            begin = _past_names(one.end, symbols) if one.sense & Sense.ADDRESS else one.end
    for one in reversed(manners):
        if one.end >= end > one.start or (one.sense & Sense.SIGNED and not any(symbols[one.end : end])):
            end = min(end, one.start)
    joints = [place for place, symbol in enumerate(symbols) if symbol in JOINTS]
    begins, ends = breaks.union(place + 1 for place in joints), breaks.union(joints)
    return [
        one
        for one in matches
        if not (one.first and one.start > begin and not (one.sense & DANGERS and one.start in begins))
        and not (one.last and one.end < end and not (one.sense & DANGERS and one.end in ends))
    ]


def _past_names(place: int, symbols: list[str]) -> int:
    """Give the place after the unknown words that follow “mevrouw”."""
    end = place
    while end < len(symbols) and end < place + MOST_NAMES and not symbols[end]:
        end += 1
    return end


def _void(heard: Heard) -> list[Match]:
    """List the phrases that lie inside another which takes their sense away."""
    dropped = []
    for voiding, voided in _voids(heard.senses):
        spans = [one for one in heard.matches if one.sense & voiding and not _goes_on(one, heard.seen.breaks)]
        dropped += [one for one in heard.matches if one.sense & voided and any(_inside(one, other) for other in spans)]
    return dropped


@lru_cache(MOST_VOIDS)
def _voids(senses: int) -> list[tuple[int, int]]:
    return [(voiding, voided) for voiding, voided in VOIDS if senses & voiding and senses & voided]


def _goes_on(one: Match, breaks: frozenset[int]) -> bool:
    """Tell whether an everyday saying reaches into the next clause: “hij slaat mij, stopcontact kapot” is none."""
    return bool(breaks) and one.sense == Sense.SAFE and any(one.start < place < one.end for place in breaks)


def _inside(one: Match, other: Match) -> bool:
    """Tell whether one phrase lies inside another; a wish is also what begins inside “geen hulp …”."""
    if other.sense == Sense.UNWANTED and one.sense & WISHES and other.start <= one.start < other.end:
        return True
    longer = other.end - other.start - (one.end - one.start)
    return other.start <= one.start and one.end <= other.end and (longer > 0 or other.sense in WHOLLY)


def _deny(heard: Heard) -> None:
    """Take out danger that is denied: “geen brand”, “niet gevallen”; not in “de lift doet het niet, brand!”."""
    owned = {one.end for one in heard.matches if one.sense & DENYING and one.end - one.start > 1}
    denied = [
        one
        for one in heard.matches
        if one.sense & DANGERS
        and one.start
        and heard.symbols[one.start - 1] in DENIALS
        and one.start not in heard.seen.breaks
        and one.start not in owned
    ]
    if denied:
        heard.told = True
        heard.drop(denied)


def _put_together(seen: Seen) -> Seen:
    """Read “S T O P” and “ST OP” as one word."""
    words = seen.words
    if not 1 < len(words) <= MOST_PIECES or sum(map(len, words)) > MOST_LETTERS:
        return seen
    joined = "".join(words)
    if joined in TORN or (len(words) > 2 and joined.isalpha() and len(joined) == len(words)):  # noqa: PLR2004
        return Seen(["".join(seen.written)], [joined], frozenset(), seen.asks, seen.whole)
    return seen


TORN = frozenset({"st0p", "stop", "stopstop", "stoppen", "stopp"})
MOST_PIECES, MOST_LETTERS, MOST_TORN = 12, 12, 60
