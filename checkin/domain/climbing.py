"""Climbing the ladder of attempts: which way is tried next, when, and who takes over after the last try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from checkin.domain.attempts import (
    FAILURES_ALLOWED,
    GIVE_UP_REASON,
    HANG_UPS_ALLOWED,
    NEVER_LEFT,
    NOTHING_ARRIVED,
    USELESS,
    AskedBy,
    AttemptEnd,
    GiveUp,
    PersonRings,
    Tried,
    Try,
    Way,
)
from checkin.domain.checkins import EndReason
from checkin.domain.ladder import CHANNELS, After, Ladder, Then
from checkin.domain.office_hours import Calendar, Daypart

AT_ONCE = frozenset(
    {
        AttemptEnd.SILENT,
        AttemptEnd.UNKNOWN,
        AttemptEnd.NUMBER_DEAD,
        AttemptEnd.NOT_DELIVERED,
        AttemptEnd.CANCELLED,
    }
)
"""Ends after which nobody's rest is disturbed by going on: nothing rang, or a person takes over."""
SETTLE = timedelta(minutes=5)
"""An end waits this long: a report that was overtaken by another may still tell it better."""
NOTHING_TO_RING = frozenset({EndReason.NO_NUMBER, EndReason.NUMBER_DEAD, EndReason.WRONG_NUMBER})
"""Reasons for which a personal call is no use: there is no number to ring."""
LEFT_IN_PEACE = frozenset({EndReason.POST_ONLY, EndReason.STOPPED})
"""Reasons for which nobody rings a doorbell either: the tenant said so."""


@dataclass(frozen=True)
class Telephone:
    """One number of a tenant, and whether it takes texts."""

    number: str
    mobile: bool


@dataclass(frozen=True)
class RingDoorbell:
    """No more telephone: the caretaker goes by and looks how the tenant is."""

    reason: EndReason


Step = Try | PersonRings | RingDoorbell | GiveUp


@dataclass(frozen=True)
class Clocks:
    """The hours in which is asked, and in which days are counted. `faster` goes before every waiting time."""

    texts: Calendar
    calls: Calendar
    office: Calendar
    faster: timedelta | None = None


def ways_of(telephones: Sequence[Telephone], ladder: Ladder, only: AskedBy | None = None) -> tuple[Way, ...]:
    """List the ways to ask a tenant in the order of the ladder; a landline is only ever rung.

    `only`: the tenant's own wish for texts or for calls, which goes before the ladder.
    """
    of_mobile = (only,) if only else CHANNELS[ladder.mobile]
    of_landline = (AskedBy.VOICE,) if only is not AskedBy.TEXT else ()
    return tuple(
        dict.fromkeys(
            Way(channel, one.number)
            for channel in dict.fromkeys((*of_mobile, *of_landline))
            for one in telephones
            if channel in (of_mobile if one.mobile else of_landline)
        )
    )


def next_step(history: Sequence[Tried], ways: Sequence[Way], ladder: Ladder) -> Step:
    """Decide what follows when the last attempt has ended and nothing was answered.

    `ways` are the tenant's numbers in order of preference, dead and wrong ones left out.
    An answer ends it, in whatever order the reports come. Silence is not “fine”: whoever picked up and
    pressed nothing is rung by a person, and so is a tenant of whom we cannot know whether the question arrived.
    """
    if not history:
        return Try(ways[0]) if ways else last_step(EndReason.NO_NUMBER, ladder)
    ends = {tried.end for tried in history}
    if AttemptEnd.ANSWERED in ends:
        return GiveUp(EndReason.SPOKEN_TO)
    if AttemptEnd.SILENT in ends:
        return PersonRings(EndReason.PICKED_UP_SILENT)
    if history[-1].end is AttemptEnd.UNKNOWN:
        return PersonRings(EndReason.OUTCOME_UNKNOWN)
    then = follows(history, ladder)
    for way in _in_order(then, history, ways, ladder) if then is not Then.END else ():
        if _may_try(way, history, ladder):
            return Try(way)
    return last_step(_reason(history), ladder)


def last_step(reason: EndReason, ladder: Ladder) -> PersonRings | RingDoorbell | GiveUp:
    """Say who takes over after the last try, or that it ends on the coordinator's list."""
    if ladder.after is After.PERSONAL_CALL and reason not in NOTHING_TO_RING | LEFT_IN_PEACE:
        return PersonRings(reason)
    if ladder.after is After.CARETAKER and reason not in LEFT_IN_PEACE:
        return RingDoorbell(reason)
    return GiveUp(reason)


def follows(history: Sequence[Tried], ladder: Ladder) -> Then:
    """Look up in the ladder what the last end asks for. What never left is tried again in the same way."""
    end = history[-1].end
    if end is AttemptEnd.DELIVERED:
        return Then.OTHER_DAYPART if _tries(history, ladder, AskedBy.TEXT) < ladder.texts else ladder.rules[end]
    then = ladder.rules.get(end, Then.OTHER_DAYPART)
    if then is Then.AGAIN_SOON and counted(history, ladder)[-1]:
        return Then.OTHER_DAYPART
    return then


def counted(history: Sequence[Tried], ladder: Ladder) -> list[bool]:
    """Tell of each attempt whether it counts: the text arrived, the telephone rang; of busy lines in a row the last."""
    counts, busy = [], 0
    free = ladder.busy_repeats if ladder.rules[AttemptEnd.BUSY] is Then.AGAIN_SOON else 0
    for one in history:
        busy = busy + 1 if one.end is AttemptEnd.BUSY else 0
        counts.append(one.end not in NOTHING_ARRIVED and busy % (free + 1) == 0)
    return counts


def _tries(history: Sequence[Tried], ladder: Ladder, channel: AskedBy, number: str | None = None) -> int:
    tries = zip(history, counted(history, ladder), strict=True)
    return sum(counts for one, counts in tries if one.way.channel is channel and number in {None, one.way.number})


def _in_order(then: Then, history: Sequence[Tried], ways: Sequence[Way], ladder: Ladder) -> Iterator[Way]:
    """Give the ways, what the rule asks for first; what it cannot have gives way to the next best."""
    last = history[-1].way
    same = [way for way in ways if way.channel is last.channel]
    others = [way for way in ways if way.channel is not last.channel]
    place = same.index(last) if last in same else -1
    next_numbers = same[place + 1 :] + same[: max(place, 0)]
    enough = (
        last.channel is AskedBy.VOICE and _tries(history, ladder, AskedBy.VOICE, last.number) >= ladder.calls_a_number
    )
    if then is Then.OTHER_CHANNEL:
        yield from others
    if last in same and then is not Then.NEXT_NUMBER and not (enough and last.channel is AskedBy.VOICE):
        yield last
    yield from next_numbers
    if last in same:
        yield last
    yield from others


def _may_try(way: Way, history: Sequence[Tried], ladder: Ladder) -> bool:
    ends = [tried.end for tried in history if tried.way == way]
    if any(end in USELESS for end in ends) or sum(end in NEVER_LEFT for end in ends) >= FAILURES_ALLOWED:
        return False
    texts = _tries(history, ladder, AskedBy.TEXT)
    if way.channel is AskedBy.TEXT:
        return texts < ladder.texts
    if ends.count(AttemptEnd.HUNG_UP) + ends.count(AttemptEnd.REJECTED) >= HANG_UPS_ALLOWED:
        return False
    if texts and ladder.rules[AttemptEnd.DELIVERED] is Then.END:
        return False
    return _tries(history, ladder, AskedBy.VOICE) < ladder.calls


def _reason(history: Sequence[Tried]) -> EndReason:
    """Name the end after the last try that tells something about the tenant rather than about a dead number."""
    known = [tried.end for tried in history if tried.end in GIVE_UP_REASON]
    telling = [end for end in known if end not in USELESS | NEVER_LEFT] or known
    return GIVE_UP_REASON[telling[-1]] if telling else EndReason.OUTCOME_UNKNOWN


def after_text(ladder: Ladder, clocks: Clocks, now: datetime) -> datetime:
    """Say how long a text is given for an answer: some working days, then another part of the day (script S2)."""
    if clocks.faster is not None:
        return now + clocks.faster
    day = clocks.office.working_minutes(now, now + timedelta(days=7)) / 5
    answered_by = clocks.office.after_working(now, day * ladder.reminder_days)
    return _other_part(clocks.texts, now, answered_by, frozenset({clocks.texts.daypart(now)}))


def next_moment(
    history: Sequence[Tried], ladder: Ladder, clocks: Clocks, now: datetime, *, more: bool = True
) -> datetime:
    """Say when the next step is due, now that the last attempt has ended; `more`: it will be another try."""
    last = history[-1]
    if last.end in AT_ONCE:
        return now
    if clocks.faster is not None:
        return now + clocks.faster
    if last.end is AttemptEnd.DELIVERED:
        return after_text(ladder, clocks, now)
    if not more:
        return now + SETTLE
    hours = clocks.texts if last.way.channel is AskedBy.TEXT else clocks.calls
    then = follows(history, ladder)
    if then is Then.AGAIN_SOON:
        return hours.next_open(now + timedelta(minutes=ladder.soon_minutes))
    rested = now + timedelta(hours=ladder.rest_hours)
    begin = max(rested, _tomorrow(hours, now)) if then is Then.OTHER_DAY else rested
    return _other_part(hours, now, begin, parts_to_avoid(_parts(history, ladder, hours, now), hours.hours.dayparts()))


def _parts(history: Sequence[Tried], ladder: Ladder, hours: Calendar, now: datetime) -> list[Daypart]:
    """Give the parts of the day in which the telephone rang, and in which our own trouble was, in order."""
    tries = zip(history, counted(history, ladder), strict=True)
    parts = [hours.daypart(one.at) for one, counts in tries if counts and one.at is not None]
    return [*parts, hours.daypart(now)] if history[-1].end in NEVER_LEFT else parts


def parts_to_avoid(tried: Sequence[Daypart], possible: frozenset[Daypart]) -> frozenset[Daypart]:
    """Name the parts of the day that had their turn: each is used once before any is used again."""
    counts = Counter(part for part in tried if part in possible)
    least = min((counts[part] for part in possible), default=0)
    used = frozenset(part for part in possible if counts[part] > least)
    return used or (frozenset(tried[-1:]) if least else frozenset())


def _other_part(hours: Calendar, now: datetime, begin: datetime, avoid: frozenset[Daypart]) -> datetime:
    """Give the first open moment from `begin` on in another part of the day; without one, that of another day."""
    if hours.hours.dayparts() - avoid:
        return hours.next_other_daypart(begin, avoid)
    return hours.next_open(max(begin, _tomorrow(hours, now)))


def _tomorrow(hours: Calendar, now: datetime) -> datetime:
    day = now.astimezone(hours.zone).date() + timedelta(days=1)
    return datetime.combine(day, time(), hours.zone).astimezone(UTC)
