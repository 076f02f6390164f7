"""Finds the phrases of all languages in the words of a text, in one walk from each word.

The tables are folded into one machine when the module is loaded: from every word on, each next word is one look-up,
however many phrases there are. A long list of alternatives in a regular expression tries them one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, product
from operator import or_
from typing import NamedTuple

from checkin.domain.replies.senses import Sense

LONGEST_GAP = 3
"""Words that `...` skips at most."""


class Match(NamedTuple):
    """A phrase found: words `start` up to `end`, and what it says."""

    start: int
    end: int
    sense: Sense
    first: bool = False
    """It counts only at the beginning of what is said."""
    last: bool = False
    """It counts only at its end."""


class Item(NamedTuple):
    """One place in a phrase: the words that fit there. A gap fits any word, up to `LONGEST_GAP` times."""

    fits: frozenset[str]
    optional: bool = False
    gap: bool = False


@dataclass(frozen=True)
class Phrase:
    """One line of a table, taken apart."""

    items: tuple[Item, ...]
    sense: Sense
    language: str
    first: bool
    """Only at the beginning of the text."""
    last: bool
    """Only at its end."""


class Parser:
    """Takes the lines of one language apart."""

    def __init__(self, language: str, classes: Mapping[str, Sequence[str]], same: Mapping[str, str]) -> None:
        """Take the words that phrases name together, and other spellings of a word with the word that is meant."""
        self._language, self._classes, self._same = language, classes, same
        self._items: dict[str, Item] = {}

    def parse(self, line: str, sense: Sense) -> Iterator[Phrase]:
        """Take a line apart; one that may miss several words at once gives several phrases.

        `a/b` is a or b, `[a]`, `[a/b c]` may be missing, `@name` any word of a class, `word*` any ending, `...` up to
        three words whatever they are, `<>` the same and either order, and `^` and `$` the beginning and the end of the
        text.
        """
        if "<>" in line:
            one, other = line.split("<>")
            yield from self.parse(f"{one} ... {other}", sense)
            yield from self.parse(f"{other} ... {one}", sense)
            return
        places = _PLACES.findall(line)
        first, last = places[0] == "^", places[-1] == "$"
        for spelled_out in product(*(_ways(place) for place in places[first : len(places) - last])):
            items = tuple(self._item(place) for place in chain.from_iterable(spelled_out))
            yield Phrase(items, sense, self._language, first, last)

    def _item(self, place: str) -> Item:
        if place not in self._items:
            words = chain.from_iterable(
                self._classes[word[1:]] if word.startswith("@") else (word,) for word in place.strip("[]").split("/")
            )
            gap = place == "..."
            fits = frozenset() if gap else frozenset(self._same.get(word, word) for word in words)
            self._items[place] = Item(fits, place.startswith("["), gap)
        return self._items[place]


_PLACES = re.compile(r"\[[^\]]*\]|\S+")


def _ways(place: str) -> list[list[str]]:
    """Give the ways in which a bracket with several words can be filled, or left out."""
    if not place.startswith("[") or " " not in place:
        return [[place]]
    choices = place.strip("[]").split("/")
    single = [choice for choice in choices if " " not in choice]
    left_out = [f"[{'/'.join(single)}]"] if single else []
    return [left_out, *(choice.split() for choice in choices if " " in choice)]


# The machine. A node stands for a place in one or more phrases that begin alike.


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the phrases: where the next words lead, and what has been said when it is reached."""

    following: dict[str, tuple[_Node, ...]] = field(default_factory=dict)
    otherwise: _Node | None = None
    """Where any word leads: a gap is open."""
    found: tuple[_Found, ...] = ()
    gap: _Node | None = None
    by_item: dict[frozenset[str], _Node] = field(default_factory=dict)


class _Found(NamedTuple):
    sense: Sense
    first: bool
    last: bool


class Finding(NamedTuple):
    """All phrases in a text, in the order of where they begin."""

    matches: list[Match]
    senses: int
    """All that they say, as bits."""
    placed: bool
    """There are some among them that count only at the beginning or the end."""


_NEW = tuple.__new__
"""Makes a match without a call in between; there are several in every text."""
MOST_STEPS = 200_000
"""Steps that are remembered; what comes after is worked out each time."""


class _State:
    """The nodes at which the words so far have led, with every step from here that was ever taken."""

    __slots__ = ("following", "found", "nodes", "placed", "senses", "skipped", "skipping")

    def __init__(self, nodes: tuple[_Node, ...]) -> None:
        self.nodes = nodes
        self.found = tuple(dict.fromkeys(one for node in nodes for one in node.found))
        self.senses = reduce(or_, (one.sense for one in self.found), 0)
        self.placed = any(one.first or one.last for one in self.found)
        self.following: dict[str, _State | None] = {}
        self.skipping = tuple(node.otherwise for node in nodes if node.otherwise is not None)
        self.skipped: _State | None = None


class Phrases:
    """All phrases, folded into one machine."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        root = _Node()
        for phrase in phrases:
            _insert(root, phrase.items, phrase)
        _lead_on(root)
        self._states: dict[frozenset[int], _State] = {}
        self._steps = 0
        self._root = _State((root,))

    def find(self, symbols: Sequence[str]) -> Finding:
        """Give every phrase that stands in these words; the empty word stands for one that means nothing to us."""
        matches: list[Match] = []
        count, senses, placed, root = len(symbols), 0, False, self._root
        begin = root.following
        for start, symbol in enumerate(symbols):
            if not symbol:
                continue
            here = begin.get(symbol, root)
            if here is root:
                here = self._step(root, symbol)
            end = start + 1
            while here is not None:
                if here.found:
                    senses |= here.senses
                    placed = placed or here.placed
                    for sense, first, last in here.found:
                        matches.append(_NEW(Match, (start, end, sense, first, last)))
                if end == count:
                    break
                following = here.following.get(symbols[end], here)
                here = self._step(here, symbols[end]) if following is here else following
                end += 1
        return Finding(matches, senses, placed)

    def _step(self, state: _State, symbol: str) -> _State | None:
        """Take a step for the first time: most words lead no phrase on, and all of those lead to one place."""
        nodes = list[_Node]()
        for node in state.nodes:
            nodes += node.following.get(symbol, ())
        following = self._state((*nodes, *state.skipping)) if nodes else self._skip(state)
        if self._steps < MOST_STEPS:
            self._steps += 1
            state.following[symbol] = following
        return following

    def _skip(self, state: _State) -> _State | None:
        if state.skipping and state.skipped is None:
            state.skipped = self._state(state.skipping)
        return state.skipped

    def _state(self, nodes: tuple[_Node, ...]) -> _State:
        key = frozenset(map(id, nodes))
        found = self._states.get(key)
        if found is None:
            found = _State(tuple(dict.fromkeys(nodes)))
            if self._steps < MOST_STEPS:
                self._states[key] = found
        return found


def _insert(node: _Node, items: tuple[Item, ...], phrase: Phrase) -> None:
    if not items:
        found = _Found(phrase.sense, phrase.first, phrase.last)
        if found not in node.found:
            node.found += (found,)
        return
    item, rest = items[0], items[1:]
    if item.optional or item.gap:
        _insert(node, rest, phrase)
    if item.gap:
        node.gap = node.gap or _Node()
        _insert(node.gap, rest, phrase)
    else:
        _insert(node.by_item.setdefault(item.fits, _Node()), rest, phrase)


def _lead_on(node: _Node) -> None:
    """Turn the items of a node into its next words, and open its gap word by word."""
    for fits, child in node.by_item.items():
        _lead_on(child)
        reached = (child, *_opened(child))
        for word in fits:
            node.following[word] = node.following.get(word, ()) + reached
    node.by_item.clear()


def _opened(node: _Node) -> tuple[_Node, ...]:
    """Give the first of the nodes that skip one, two, three words; each goes on as the gap does."""
    if node.gap is None:
        return ()
    _lead_on(node.gap)
    following = node.gap.following
    first = last = _Node(following={})
    for _ in range(LONGEST_GAP):
        last.otherwise = _Node(following=following)
        last = last.otherwise
    return (first,)
