"""Who is rung next, and by whom: the order of the work list, and what *Volgende huurder* chooses for one colleague.

Two tables say all of it. `ORDER` puts the tenants who wait in the order in which they are rung. `PASSED_OVER` names
whom this colleague is not given now. The first one who is left is the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

PRESSING = timedelta(minutes=60)
"""So long before its promise lapses a case is no longer kept for the team or the colleague it was meant for."""


class Lane(IntEnum):
    """What goes before everything else; lower is rung sooner."""

    URGENT = 0
    APOLOGY = 1
    """Was told a time that passed, and must hear sorry from a person."""
    ASKED = 2
    ROUND = 3
    """Stands on the list for a round without a robot, and asked for nothing."""


def lane_of(*, urgent: bool, owed_apology: bool, asked_nothing: bool) -> Lane:
    """Give the lane of a case."""
    if urgent:
        return Lane.URGENT
    if owed_apology:
        return Lane.APOLOGY
    return Lane.ROUND if asked_nothing else Lane.ASKED


def due_of(
    *, heard_at: datetime | None, call_at: datetime | None, promised_before: datetime | None, opened_at: datetime
) -> datetime:
    """Give the moment by which a case is put in order: what was agreed, else the promise, else since when it waits.

    Who writes or rings again jumps up: before every promise that has not lapsed yet.
    """
    due = call_at or promised_before or opened_at
    return heard_at if heard_at is not None and heard_at < due else due


@dataclass(frozen=True)
class WaitingCase:
    """A tenant who may be rung now, as far as the choice goes."""

    id: int
    lane: Lane
    due: datetime
    language: str = "nl"
    call_at: datetime | None = None
    """The moment that was agreed."""
    promised_before: datetime | None = None
    team_id: int | None = None
    meant_for: int | None = None
    kept_until: datetime | None = None
    """It was forwarded, and until then it is left to that team or colleague."""
    last_spoke: int | None = None
    """The colleague who spoke to this tenant last."""
    skipped: bool = False
    """This colleague skipped it today."""


@dataclass(frozen=True)
class Caller:
    """The colleague who asks for the next tenant."""

    id: int
    team_id: int | None = None
    languages: frozenset[str] = frozenset({"nl"})
    resting: bool = False
    full: bool = False
    """Holds as many cases as she may."""


@dataclass(frozen=True)
class Floor:
    """Who else is on duty at this moment."""

    people: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()


class Why(StrEnum):
    """Why a tenant is not given to this colleague now."""

    RESTING = "resting"
    FULL = "full"
    SKIPPED = "skipped"
    LANGUAGE = "language"
    COLLEAGUE = "colleague"
    TEAM = "team"


def _resting(case: WaitingCase, me: Caller, _floor: Floor, _now: datetime) -> bool:
    return me.resting and case.lane is not Lane.URGENT


def _full(case: WaitingCase, me: Caller, _floor: Floor, _now: datetime) -> bool:
    return me.full and case.lane is not Lane.URGENT


def _skipped(case: WaitingCase, _me: Caller, _floor: Floor, _now: datetime) -> bool:
    return case.skipped


def _language(case: WaitingCase, me: Caller, floor: Floor, _now: datetime) -> bool:
    return case.language not in me.languages and case.language in floor.languages


def _of_a_colleague(case: WaitingCase, me: Caller, floor: Floor, now: datetime) -> bool:
    if case.lane is Lane.URGENT or case.meant_for in (None, me.id):
        return False
    return _is_kept(case, now) or (case.meant_for in floor.people and not _presses(case, now))


def _of_a_team(case: WaitingCase, me: Caller, floor: Floor, now: datetime) -> bool:
    if case.lane is Lane.URGENT or case.team_id in (None, me.team_id) or case.meant_for == me.id:
        return False
    return _is_kept(case, now) or (case.team_id in floor.teams and not _presses(case, now))


def _is_kept(case: WaitingCase, now: datetime) -> bool:
    return case.kept_until is not None and case.kept_until > now


def _presses(case: WaitingCase, now: datetime) -> bool:
    """Tell whether it may wait for nobody any more: an hour before the promise, or an hour after what was agreed."""
    if case.call_at is not None:
        return now >= case.call_at + PRESSING
    return case.promised_before is not None and now >= case.promised_before - PRESSING


Rule = Callable[[WaitingCase, Caller, Floor, datetime], bool]
PASSED_OVER: tuple[tuple[Why, str, Rule], ...] = (
    (Why.RESTING, "she rests after a heavy talk, unless it is urgent", _resting),
    (Why.FULL, "she holds as many tenants as she may, unless it is urgent", _full),
    (Why.SKIPPED, "she skipped this tenant today", _skipped),
    (Why.LANGUAGE, "she does not speak the tenant's language, and somebody else on duty does", _language),
    (
        Why.COLLEAGUE,
        "it is meant for another colleague who is there in time, and neither urgent nor pressing",
        _of_a_colleague,
    ),
    (Why.TEAM, "it is of another team that is there in time, and neither urgent nor pressing", _of_a_team),
)
"""A tenant is not given to a colleague now when …; otherwise better late, or in another language, than never."""

Key = Callable[[WaitingCase, Caller], object]
ORDER: tuple[tuple[str, Key], ...] = (
    ("urgent; then who must hear sorry; then who asked for a call; then those of a round", lambda case, _: case.lane),
    (
        "the promise, or the agreed moment, that lapses first; who wrote or rang again before those",
        lambda case, _: case.due,
    ),
    ("meant for her, by an agreement or because it was forwarded to her", lambda case, me: case.meant_for != me.id),
    ("she spoke to this tenant last time", lambda case, me: case.last_spoke != me.id),
    ("of her team", lambda case, me: case.team_id is None or case.team_id != me.team_id),
    ("speaks a language that she speaks", lambda case, me: case.language not in me.languages),
    ("waits longest", lambda case, _: case.id),
)
"""Each line decides only between those whom the lines before it leave equal. Promises are whole hours: many are."""


def why_not(case: WaitingCase, me: Caller, floor: Floor, now: datetime) -> Why | None:
    """Say why a tenant is not given to this colleague now; None when nothing is in the way."""
    return next((why for why, _, holds in PASSED_OVER if holds(case, me, floor, now)), None)


def choose(cases: Iterable[WaitingCase], me: Caller, floor: Floor, now: datetime) -> WaitingCase | None:
    """Choose the next tenant for this colleague out of those who may be rung now."""
    allowed = (case for case in cases if why_not(case, me, floor, now) is None)
    return min(allowed, key=lambda case: [key(case, me) for _, key in ORDER], default=None)
