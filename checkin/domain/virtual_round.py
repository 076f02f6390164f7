"""One round of check-ins in virtual time: the rules of the service against simulated neighbours and colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial

from checkin.domain.attempts import AskedBy, AttemptEnd, PersonRings, Tried, Try
from checkin.domain.climbing import Step, next_moment, next_step, ways_of
from checkin.domain.duty import MINUTE
from checkin.domain.expected import Workdays
from checkin.domain.meanings import Meaning
from checkin.domain.neighbours import Neighbour
from checkin.domain.office_hours import Calendar
from checkin.domain.pacing import Load, room
from checkin.domain.virtual_asking import Asked, VirtualCheckIn
from checkin.domain.virtual_outcome import Outcome, Tally
from checkin.domain.virtual_ringing import Ringing
from checkin.domain.virtual_time import Agenda, Setting, Way

ASKS_FOR_A_CALL = frozenset({Meaning.CHAT, Meaning.HELP, Meaning.YES, Meaning.LATER, Meaning.URGENT})
TICK = timedelta(minutes=5)
"""The pace is worked out so often when something happened,"""
LOOK_ANYWAY = timedelta(minutes=30)
"""and so often when nothing did."""
NIGHT_BEGINS, MORNING = time(22), time(8)
"""Nobody answers a text between these."""


class VirtualRound:
    """One round, played event by event until nobody is asked and nobody waits any more."""

    def __init__(self, setting: Setting, neighbours: Sequence[Neighbour], way: Way) -> None:
        self.setting, self.way = setting, way
        self.agenda = Agenda(setting.start, setting.duty.zone)
        self.tally = Tally()
        self.ringing = Ringing(setting, self.agenda, self.tally, way)
        self.workdays = Workdays(setting.clocks.texts, setting.start.astimezone(setting.duty.zone).date())
        self.kinds = {channel: Asked(channel, self.workdays) for channel in AskedBy}
        self.hours: dict[AskedBy, Calendar] = {AskedBy.TEXT: setting.clocks.texts, AskedBy.VOICE: setting.clocks.calls}
        self.out = 0
        self.next_slot = dict.fromkeys(AskedBy, setting.start)
        self.looked = setting.start - LOOK_ANYWAY
        self._steps: dict[tuple[bool, tuple[AttemptEnd, ...]], Step] = {}
        if way is Way.BY_HAND:
            for neighbour in neighbours:
                self.ringing.open_case(neighbour, promised=False)
        else:
            self._line_up(neighbours)
            self.agenda.at(setting.start, self._tick)

    def _line_up(self, neighbours: Sequence[Neighbour]) -> None:
        for neighbour in reversed(neighbours):
            ways = ways_of([neighbour.telephone], self.setting.ladder)
            self.kinds[ways[0].channel].left.append(VirtualCheckIn(neighbour, ways[0].channel, ways))

    def play(self) -> Outcome | None:
        """Play until the end; None when the roster ends before the round does."""
        while not self._finished():
            if not self.agenda.step():
                return None
        return self.tally.outcome(self.setting.start, self.agenda.now, self.setting.duty, self.ringing.work_minutes)

    def _finished(self) -> bool:
        return not self.out and self.ringing.idle and not any(asked.left for asked in self.kinds.values())

    def _tick(self) -> None:
        """Let check-ins go, at the pace of the service or all at once, and look again later."""
        now = self.agenda.now
        planned = {
            channel.value: len(asked.left)
            for channel, asked in self.kinds.items()
            if asked.left and self.hours[channel].is_open(now)
        }
        if planned and (self.ringing.changed or now >= self.looked + LOOK_ANYWAY):
            self.ringing.changed, self.looked = False, now
            for kind, number in self._may_leave(planned).items():
                self._release(self.kinds[AskedBy(kind)], number)
        following = [self.hours[kind].next_open(now + TICK) for kind, asked in self.kinds.items() if asked.left]
        if following and self.setting.duty.next_start(now) is not None:
            self.agenda.at(min(following), self._tick)

    def _may_leave(self, planned: dict[str, int]) -> dict[str, int]:
        if self.way is Way.AT_ONCE:
            return planned
        return room(
            self.agenda.now,
            duty=self.setting.duty,
            load=Load(self.ringing.waiting, self.ringing.talking, self.ringing.talk),
            expected={channel.value: asked.expected(self.agenda.now) for channel, asked in self.kinds.items()},
            planned=planned,
            workdays=self.workdays,
            later=sum(len(asked.left) for asked in self.kinds.values()) - sum(planned.values()),
        )

    def _release(self, asked: Asked, number: int) -> None:
        for _ in range(number):
            check_in = asked.left.pop()
            self.out += 1
            moment = self._slot(asked.channel)
            asked.leaves(check_in, moment)
            self.agenda.at(moment, partial(self._ask_first, check_in))

    def _slot(self, channel: AskedBy) -> datetime:
        """Give the next moment at which the provider takes a text or a call."""
        per_second = self.setting.texts_per_second if channel is AskedBy.TEXT else self.setting.calls_per_second
        moment = max(self.agenda.now, self.next_slot[channel])
        self.next_slot[channel] = moment + timedelta(seconds=1 / per_second)
        return moment

    def _ask_first(self, check_in: VirtualCheckIn) -> None:
        self.tally.check_ins += 1
        self.tally.asked_on[self.agenda.today()] += 1
        self._take_step(check_in)

    def _take_step(self, check_in: VirtualCheckIn) -> None:
        """Ask (again), let a person ring, or give up, as the ladder says. While a text is read nothing goes out."""
        if not check_in.open or check_in.to_read:
            return
        step = self._next_step(check_in)
        if isinstance(step, Try):
            self._ask(check_in, step)
            return
        rings = check_in.silent = isinstance(step, PersonRings)
        self.tally.answers["silent" if rings else "none"] += 1
        self._end(check_in, positive=rings)
        if rings:
            self.ringing.open_case(check_in.neighbour)

    def _ask(self, check_in: VirtualCheckIn, step: Try) -> None:
        now, channel = self.agenda.now, step.way.channel
        if not self.hours[channel].is_open(now):
            self.agenda.at(self.hours[channel].next_open(now), partial(self._take_step, check_in))
            return
        earlier = sum(tried.way.channel is channel for tried in check_in.history)
        response = check_in.neighbour.answers(channel, earlier)
        check_in.history.append(Tried(step.way, response.end, now))
        if response.answers_after is not None:
            answers_at = self._awake(now + response.answers_after * MINUTE)
            self.agenda.at(answers_at, partial(self._answer, check_in, to_read=response.to_read))
        if response.end is not AttemptEnd.ANSWERED:
            self.agenda.at(now + response.ends_after * MINUTE, partial(self._attempt_ended, check_in))

    def _attempt_ended(self, check_in: VirtualCheckIn) -> None:
        setting, more = self.setting, isinstance(self._next_step(check_in), Try)
        due = next_moment(check_in.history, setting.ladder, setting.clocks, self.agenda.now, more=more)
        self.agenda.at(due, partial(self._take_step, check_in))

    def _next_step(self, check_in: VirtualCheckIn) -> Step:
        """Look up in the ladder what comes next; with one telephone each, the same ends lead to the same step."""
        key = (check_in.neighbour.telephone.mobile, tuple(tried.end for tried in check_in.history))
        step = self._steps.get(key)
        if step is None or (isinstance(step, Try) and step.way not in check_in.ways):
            step = self._steps[key] = next_step(check_in.history, check_in.ways, self.setting.ladder)
        return step

    def _awake(self, moment: datetime) -> datetime:
        local = moment.astimezone(self.setting.duty.zone)
        if MORNING <= local.time() < NIGHT_BEGINS:
            return moment
        day = local.date() + timedelta(days=local.time() >= NIGHT_BEGINS)
        morning = datetime.combine(day, MORNING, self.setting.duty.zone).astimezone(moment.tzinfo)
        return morning + timedelta(minutes=2 * moment.minute, seconds=moment.second)

    def _answer(self, check_in: VirtualCheckIn, *, to_read: bool) -> None:
        """Take an answer, however late it comes; one that is not sure is read by a person first."""
        if check_in.answered:
            return
        if to_read and not check_in.to_read:
            check_in.to_read = True
            minutes = check_in.neighbour.customs.read_minutes
            read_at = self.setting.clocks.office.after_working(self.agenda.now, minutes)
            self.agenda.at(read_at, partial(self._answer, check_in, to_read=True))
            return
        wish = check_in.neighbour.wish
        if not check_in.open:
            self.tally.answers["silent" if check_in.silent else "none"] -= 1
        self.tally.answers[wish.value] += 1
        self.tally.answered_on[self.agenda.today()] += 1
        check_in.answered = True
        self._end(check_in, positive=wish in ASKS_FOR_A_CALL)
        if wish in ASKS_FOR_A_CALL and not check_in.silent:
            self.ringing.open_case(check_in.neighbour, urgent=wish is Meaning.URGENT)

    def _end(self, check_in: VirtualCheckIn, *, positive: bool) -> None:
        self.out -= check_in.open
        self.kinds[check_in.channel].ends(check_in, positive=positive, now=self.agenda.now)
        self.ringing.changed = True


def play(setting: Setting, neighbours: Sequence[Neighbour], way: Way) -> Outcome | None:
    """Play one round; None when the roster ends before the round does."""
    return VirtualRound(setting, neighbours, way).play()
