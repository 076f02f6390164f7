"""The check-ins of a rehearsal: who is left to ask, and the life table of those who were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from checkin.domain.attempts import AskedBy, Tried, Way
from checkin.domain.expected import ASSUMED, HOURS, STRETCHES, Answers, Expected, Workdays, stretch
from checkin.domain.neighbours import Neighbour


@dataclass
class VirtualCheckIn:
    """One question to one neighbour."""

    neighbour: Neighbour
    channel: AskedBy
    ways: Sequence[Way]
    asked: float = 0.0
    history: list[Tried] = field(default_factory=list)
    stretch: int = 0
    open: bool = True
    answered: bool = False
    silent: bool = False
    to_read: bool = False


class Asked:
    """The check-ins of one channel: who is left to ask, and the life table of those who were asked."""

    def __init__(self, channel: AskedBy, workdays: Workdays) -> None:
        self.workdays = workdays
        self.channel = channel
        self.left: list[VirtualCheckIn] = []
        self.asked: list[VirtualCheckIn] = []
        self.next_slot: datetime | None = None
        self.older = [0] * STRETCHES
        self.out, self.since, self.entered, self.answered, self.gone = ([0.0] * STRETCHES for _ in range(5))
        self.positive = self.other = 0

    def leaves(self, check_in: VirtualCheckIn, at: datetime) -> None:
        """Note that a check-in leaves."""
        check_in.asked = self.workdays.hours(at)
        self.asked.append(check_in)
        self.out[0] += 1
        self.since[0] += check_in.asked

    def ends(self, check_in: VirtualCheckIn, *, positive: bool, now: datetime) -> None:
        """Note an answer, or the end of the ladder; an answer may come after that end."""
        if check_in.open:
            self.out[check_in.stretch] -= 1
            self.since[check_in.stretch] -= check_in.asked
            check_in.open, check_in.stretch = False, stretch(self.workdays.hours(now) - check_in.asked)
        self.positive += positive
        self.other += check_in.answered and not positive

    def expected(self, now: datetime) -> Expected:
        """Give what is known now."""
        hours = self.workdays.hours(now)
        for number in range(1, STRETCHES):
            oldest = hours - HOURS[number]
            place = self.older[number]
            while place < len(self.asked) and self.asked[place].asked <= oldest:
                self._over(self.asked[place], number)
                place += 1
            self.older[number] = place
        since = zip(self.out, self.since, strict=True)
        seen = Answers(
            out=tuple(self.out),
            ages=tuple(max(hours - moments / out, 0.0) if out else 0.0 for out, moments in since),
            entered=tuple(self.entered),
            answered=tuple(self.answered),
            left=tuple(self.gone),
            positive=self.positive,
            other=self.other,
        )
        return Expected(seen, ASSUMED[self.channel])

    def _over(self, check_in: VirtualCheckIn, number: int) -> None:
        """Count what a check-in did in the stretch that ended with this number."""
        if check_in.open:
            self.out[check_in.stretch] -= 1
            self.out[number] += 1
            self.since[check_in.stretch] -= check_in.asked
            self.since[number] += check_in.asked
            check_in.stretch = number
        if check_in.stretch >= number - 1:
            self.entered[number - 1] += 1
            ended = not check_in.open and check_in.stretch == number - 1
            self.gone[number - 1] += ended
            self.answered[number - 1] += ended and (check_in.answered or check_in.silent)
