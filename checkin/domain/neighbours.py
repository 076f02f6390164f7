"""Simulated neighbours: how they answer a text, a robot and a colleague; with one seed always in the same way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from statistics import NormalDist

from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.climbing import Telephone
from checkin.domain.meanings import Meaning

MOST_TRIES = 10
"""So many texts, calls and tries of a colleague have their chances drawn beforehand; no ladder is longer."""
BELL = NormalDist()
TALKS_ALIKE = 4
"""The shape of a gamma distribution: lengths of talks differ by half of their mean (standard deviation)."""


@dataclass(frozen=True)
class Customs:
    """How people in a neighbourhood behave, as shares and minutes: assumptions, to be read and doubted."""

    yes_rate: float = 0.2
    """Of those who make a choice, who would like a person to ring."""
    talk_minutes: float = 20.0
    mobile: float = 0.6
    """Who has a mobile telephone, and is asked by text; the others are called at home."""
    dead: float = 0.03
    """Numbers that do not exist any more."""
    answers_text: float = 0.45
    answers_reminder: float = 0.25
    text_minutes: float = 25.0
    """Half of the texts is answered within this time,"""
    slow: float = 0.15
    """but these answer on a later moment,"""
    slow_minutes: float = 1200.0
    """half of them not within this."""
    unclear: float = 0.1
    """Texts that only a person understands,"""
    read_minutes: float = 45.0
    """who reads them in office hours, after about so long."""
    picks_up: float = 0.56
    voicemail: float = 0.1
    busy: float = 0.05
    hangs_up: float = 0.08
    """Of those who pick up: puts the telephone down at once,"""
    falls_silent: float = 0.16
    """listens and presses nothing: one in five people over 65 cannot finish a telephone menu,"""
    wrong_key: float = 0.1
    """or presses a wrong key first, and is asked again."""
    rings_back: float = 0.1
    """Of missed calls: rings the number back, and makes a choice then."""
    rings_back_minutes: float = 90.0
    reached: float = 0.78
    """Picks up when a colleague rings,"""
    reached_later: float = 0.6
    """or at a later try."""
    another_time: float = 0.05
    """Of those who pick up: would rather be rung at another time."""


WISHES = ((0.50, Meaning.CHAT), (0.78, Meaning.HELP), (0.90, Meaning.YES), (0.99, Meaning.LATER), (1.0, Meaning.URGENT))
"""What a yes is about; each row reaches up to its share."""
NO_WISHES = ((0.94, Meaning.FINE), (0.98, Meaning.STOP), (1.0, Meaning.WRONG_NUMBER))


@dataclass(frozen=True)
class Response:
    """What comes of one attempt: how it ends by itself, and an answer after some minutes if there is one."""

    end: AttemptEnd
    ends_after: float = 0.0
    answers_after: float | None = None
    to_read: bool = False
    """The answer is one that a person has to read."""


@dataclass(frozen=True)
class Neighbour:
    """One simulated tenant, with every chance drawn beforehand: whatever is asked when, it is the same person."""

    number: int
    telephone: Telephone
    dead: bool
    wish: Meaning
    talk_minutes: float
    luck: tuple[float, ...]
    customs: Customs

    def answers(self, channel: AskedBy, earlier: int) -> Response:
        """Say what comes of one more attempt, after so many earlier ones on this channel."""
        draws = self.luck[earlier % MOST_TRIES * 4 :][:4]
        return self._text(draws, earlier) if channel is AskedBy.TEXT else self._call(draws)

    def _text(self, draws: tuple[float, ...], earlier: int) -> Response:
        if self.dead:
            return Response(AttemptEnd.NOT_DELIVERED, ends_after=1.0)
        customs = self.customs
        answers = customs.answers_reminder if earlier else customs.answers_text
        if draws[0] >= answers:
            return Response(AttemptEnd.DELIVERED)
        half, wide = (customs.slow_minutes, 0.8) if draws[1] < customs.slow else (customs.text_minutes, 1.5)
        return Response(
            AttemptEnd.DELIVERED, answers_after=_delay(half, wide, draws[2]), to_read=draws[3] < customs.unclear
        )

    def _call(self, draws: tuple[float, ...]) -> Response:
        if self.dead:
            return Response(AttemptEnd.NUMBER_DEAD, ends_after=0.2)
        customs = self.customs
        if draws[0] < customs.picks_up:
            return self._menu(draws)
        calls_back = _delay(customs.rings_back_minutes, 1.0, draws[2]) if draws[1] < customs.rings_back else None
        if draws[0] < customs.picks_up + customs.voicemail:
            return Response(AttemptEnd.VOICEMAIL, 1.0, calls_back)
        if draws[0] < customs.picks_up + customs.voicemail + customs.busy:
            return Response(AttemptEnd.BUSY, 0.2)
        return Response(AttemptEnd.NO_ANSWER, 0.6, calls_back)

    def _menu(self, draws: tuple[float, ...]) -> Response:
        customs = self.customs
        if draws[1] < customs.hangs_up:
            return Response(AttemptEnd.HUNG_UP, 0.1)
        if draws[1] < customs.hangs_up + customs.falls_silent:
            return Response(AttemptEnd.SILENT, 1.5)
        return Response(AttemptEnd.ANSWERED, answers_after=1.3 if draws[2] < customs.wrong_key else 0.7)

    def picks_up(self, earlier: int) -> bool:
        """Tell whether a colleague who rings reaches this tenant, after so many tries."""
        chance = self.customs.reached_later if earlier else self.customs.reached
        return not self.dead and self.luck[4 * MOST_TRIES + earlier % MOST_TRIES] < chance

    def rather_another_time(self) -> bool:
        """Tell whether this tenant asks to be rung at another time, the first time."""
        return self.luck[-1] < self.customs.another_time


def neighbourhood(count: int, *, seed: int, customs: Customs) -> Iterator[Neighbour]:
    """Draw so many neighbours; the first ones are the same however many there are."""
    chance = random.Random(seed)  # noqa: S311  a rehearsal must be the same tomorrow
    for number in range(count):
        mobile, dead, yes, which = (chance.random() for _ in range(4))
        luck = tuple(chance.random() for _ in range(5 * MOST_TRIES + 1))
        yield Neighbour(
            number=number,
            telephone=Telephone(
                f"+316{number:08}" if mobile < customs.mobile else f"+3110{number:07}", mobile < customs.mobile
            ),
            dead=dead < customs.dead,
            wish=_pick(WISHES if yes < customs.yes_rate else NO_WISHES, which),
            talk_minutes=chance.gammavariate(TALKS_ALIKE, customs.talk_minutes / TALKS_ALIKE),
            luck=luck,
            customs=customs,
        )


def _pick(rows: tuple[tuple[float, Meaning], ...], draw: float) -> Meaning:
    return next(meaning for share, meaning in rows if draw <= share)


def _delay(half: float, wide: float, draw: float) -> float:
    """Give a waiting time of which half is shorter than `half` minutes, and a few are very much longer."""
    return half * exp(wide * BELL.inv_cdf(min(max(draw, 1e-6), 1 - 1e-6)))
