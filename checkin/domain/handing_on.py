"""Handing a case on: skipping it, forwarding it to where somebody sees it in time, and undoing what was just done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from checkin.domain.next_case import PRESSING

WITHOUT_PROMISE = timedelta(days=1)
"""So long a case without a promise is left to whom it was forwarded to, from when she is there."""
OFTEN = 3
"""A tenant whom colleagues skipped so often is shown to the coordinator."""


class SkipReason(StrEnum):
    """Why a colleague leaves a tenant to another."""

    KNOWS = "knows"
    LANGUAGE = "language"
    HEAVY = "heavy"
    OTHER_BETTER = "other_better"
    NO_TIME = "no_time"
    OTHER = "other"
    """In words of her own."""


class UndoKind(StrEnum):
    """What can be undone."""

    CLAIM = "claim"
    GIVE_BACK = "give_back"
    SKIP = "skip"
    FORWARD = "forward"
    CONTACT = "contact"


UNDO_SECONDS = {
    UndoKind.CLAIM: 60,
    UndoKind.GIVE_BACK: 60,
    UndoKind.SKIP: 60,
    UndoKind.FORWARD: 60,
    UndoKind.CONTACT: 600,
}
"""So long a step can be undone; the button of a click hides after ten seconds, for who is quick."""
TEXT_WAITS = timedelta(seconds=60)
"""A text that follows from an outcome leaves after this: what has left cannot be undone."""


class Unseen(StrEnum):
    """Why nobody would see a case that is forwarded so."""

    YOURSELF = "yourself"
    NOT_ACTIVE = "not_active"
    NO_HOURS = "no_hours"
    """Has no hours in the coming weeks."""
    TOO_LATE = "too_late"
    """Is there only after the promise has lapsed."""
    TEAM_NOT_ACTIVE = "team_not_active"
    TEAM_EMPTY = "team_empty"
    TEAM_NO_HOURS = "team_no_hours"
    TEAM_TOO_LATE = "team_too_late"


@dataclass(frozen=True)
class Receiver:
    """A colleague to whom a case may go."""

    id: int
    active: bool = True
    there_at: datetime | None = None
    """From when she is on duty, now or later; None when she has no hours in the coming weeks."""


def deadline(promised_before: datetime | None, now: datetime) -> datetime | None:
    """Give the moment before which somebody must be there: the promise, and soon when that has lapsed already."""
    return None if promised_before is None else max(promised_before, now + PRESSING)


def refuse_colleague(receiver: Receiver, *, by: int, promised_before: datetime | None, now: datetime) -> Unseen | None:
    """Say why a case may not go to this colleague; None when she will see it in time."""
    if receiver.id == by:
        return Unseen.YOURSELF
    if not receiver.active:
        return Unseen.NOT_ACTIVE
    if receiver.there_at is None:
        return Unseen.NO_HOURS
    before = deadline(promised_before, now)
    return Unseen.TOO_LATE if before is not None and receiver.there_at >= before else None


def refuse_team(
    members: Sequence[Receiver], *, active: bool, promised_before: datetime | None, now: datetime
) -> Unseen | None:
    """Say why a case may not go to this team; None when one of its members will see it in time."""
    if not active:
        return Unseen.TEAM_NOT_ACTIVE
    working = [one for one in members if one.active]
    if not working:
        return Unseen.TEAM_EMPTY
    first = first_there(working)
    if first is None:
        return Unseen.TEAM_NO_HOURS
    before = deadline(promised_before, now)
    return Unseen.TEAM_TOO_LATE if before is not None and first >= before else None


def first_there(members: Sequence[Receiver]) -> datetime | None:
    """Give from when the first of several is there."""
    return min((one.there_at for one in members if one.active and one.there_at is not None), default=None)


def kept_until(there_at: datetime, *, promised_before: datetime | None, now: datetime) -> datetime | None:
    """Give until when a forwarded case is left to its receiver: an hour before the promise anybody may ring."""
    if promised_before is None:
        return there_at + WITHOUT_PROMISE
    until = promised_before - PRESSING
    return until if until > now else None
