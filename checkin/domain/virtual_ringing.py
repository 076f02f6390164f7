"""The colleagues of a rehearsal: promises are made, tenants are rung in the order of their promises, and talks end."""

from __future__ import annotations

import heapq
import math
from datetime import datetime, timedelta
from functools import partial
from itertools import count

from checkin.domain.duty import MINUTE, TRY_MINUTES, Talk
from checkin.domain.neighbours import Neighbour
from checkin.domain.pacing import AT_WORST
from checkin.domain.promises import Workload, promise
from checkin.domain.virtual_outcome import Tally, VirtualCase
from checkin.domain.virtual_time import Agenda, Setting, Way

MOST_PERSONAL_TRIES = 3
"""A colleague who does not reach a tenant so often sends a card, and the case is closed."""
TRY_AGAIN = timedelta(hours=1)
ANOTHER_TIME = timedelta(hours=3)
"""Whoever would rather be rung at another time is rung after this, as soon as somebody is there."""
LAST_CALL = timedelta(minutes=20)
"""Whoever was not reached is tried once more before the colleague goes home, but not sooner than this."""
ALARM_MINUTES = 15
"""An urgent answer is no matter of duty: the coordinator rings within so many minutes of office time."""


class Ringing:
    """Everyone who waits for a person, and everyone who rings."""

    def __init__(self, setting: Setting, agenda: Agenda, tally: Tally, way: Way) -> None:
        self.setting, self.agenda, self.tally, self.way = setting, agenda, tally, way
        self.waiting = self.talking = self.alarmed = 0
        self.work_minutes = 0.0
        self.changed = True
        self._order = count()
        self._queue: list[tuple[datetime, int, VirtualCase]] = []
        self._closed = 0
        self._closed_minutes = self._closed_squares = 0.0
        agenda.at(agenda.now, self._duty_changes)

    @property
    def idle(self) -> bool:
        """Tell whether nobody waits for a person."""
        return not (self.waiting or self.talking or self.alarmed)

    @property
    def talk(self) -> Talk:
        """What a talk takes, as far as it was measured. The first talks to end are the short ones."""
        assumed = Talk.assumed(self.setting.talk_minutes)
        if not self._closed:
            return assumed
        mean = self._closed_minutes / self._closed
        spread = math.sqrt(max(self._closed_squares / self._closed - mean**2, 0.0))
        # Whoever was not reached yet has taken minutes too, and the talks that go on are the long ones.
        return Talk.measured(assumed, count=self._closed, minutes=self.work_minutes / self._closed, spread=spread)

    def open_case(self, neighbour: Neighbour, *, urgent: bool = False, promised: bool = True) -> None:
        """Let a neighbour wait for a person."""
        now = self.agenda.now
        case = VirtualCase(neighbour, now, urgent, self._promise(urgent=urgent) if promised else None)
        self.tally.cases.append(case)
        self.tally.opened_on[self.agenda.today()] += 1
        self.changed = True
        if urgent:
            self.alarmed += 1
            self.agenda.at(
                self.setting.clocks.office.after_working(now, ALARM_MINUTES), partial(self._coordinator_rings, case)
            )
            return
        self.waiting += 1
        self.tally.waiting_max = max(self.tally.waiting_max, self.waiting)
        self._queue_up(case)

    def _promise(self, *, urgent: bool) -> datetime:
        setting, now, talk = self.setting, self.agenda.now, self.talk
        ahead = self.waiting + self.talking / 2
        people = setting.duty.people_at(now)
        moment = promise(
            now,
            office=setting.clocks.office,
            workload=Workload(ahead, people, talk.minutes, talk.spread, setting.duty, talk.known),
            at_least_minutes=setting.promise_minutes,
            urgent=urgent,
        )
        if self.way is Way.AT_ONCE:
            # Whoever does not pace can promise something near, or keep it.
            minutes = setting.duty.minutes_until_day_is_over(now, AT_WORST)
            return min(moment, setting.duty.after_minutes(now, minutes) or moment)
        return moment

    def _coordinator_rings(self, case: VirtualCase) -> None:
        case.rang = self.agenda.now
        self.alarmed -= 1
        self.tally.closed_on[self.agenda.today()] += 1

    def _queue_up(self, case: VirtualCase) -> None:
        first = self.agenda.now if case.tries or case.promised is None else case.promised
        heapq.heappush(self._queue, (first, next(self._order), case))
        self._assign()

    def _duty_changes(self) -> None:
        self.changed = True
        self._assign()
        following = self.setting.duty.same_until(self.agenda.now)
        if following is not None:
            self.agenda.at(following, self._duty_changes)

    def _assign(self) -> None:
        """Give those who are free the next tenant. Whoever has less than half a talk left begins no other."""
        if not self._queue:
            return
        duty, now = self.setting.duty, self.agenda.now
        there = min(duty.people_at(now), duty.people_at(now + self.setting.talk_minutes / 2 * MINUTE))
        while self._queue and self.talking < there:
            case = heapq.heappop(self._queue)[-1]
            self.waiting -= 1
            self.talking += 1
            self._ring(case)

    def _ring(self, case: VirtualCase) -> None:
        case.rang = case.rang or self.agenda.now
        picks_up = case.neighbour.picks_up(case.tries)
        case.another_time = picks_up and not case.tries and case.neighbour.rather_another_time()
        case.tries += 1
        spoken = picks_up and not case.another_time
        minutes = case.neighbour.talk_minutes if spoken else min(TRY_MINUTES, self.setting.talk_minutes / 2)
        case.minutes += minutes
        self.work_minutes += minutes
        done = spoken or (not case.another_time and case.tries >= MOST_PERSONAL_TRIES)
        self.agenda.at(self.agenda.now + minutes * MINUTE, partial(self._close if done else self._put_off, case))

    def _close(self, case: VirtualCase) -> None:
        self.talking -= 1
        self.changed = True
        self._closed += 1
        self._closed_minutes += case.minutes
        self._closed_squares += case.minutes**2
        self.tally.closed_on[self.agenda.today()] += 1
        self._assign()

    def _put_off(self, case: VirtualCase) -> None:
        self.talking -= 1
        self.waiting += 1
        self.changed = True
        self.agenda.at(self._try_again_at(case), partial(self._queue_up, case))
        self._assign()

    def _try_again_at(self, case: VirtualCase) -> datetime:
        """An hour later; before the last one goes home when that is sooner; else the next time somebody is there."""
        duty, now = self.setting.duty, self.agenda.now
        if case.another_time:
            return duty.next_start(now + ANOTHER_TIME) or now + ANOTHER_TIME
        for moment in (now + TRY_AGAIN, now + LAST_CALL):
            if duty.people_at(moment):
                return moment
        return duty.next_start(now + LAST_CALL) or now + TRY_AGAIN
