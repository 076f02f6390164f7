"""What a caretaker finds at the door of a tenant whom nobody reached by telephone."""

from __future__ import annotations

from enum import StrEnum

from checkin.domain.checkins import EndReason


class VisitOutcome(StrEnum):
    """What came of ringing a doorbell."""

    WELL = "well"
    """Seen, and well."""
    WANTS_CALL = "wants_call"
    NOT_HOME = "not_home"
    MOVED = "moved"


VISITS_ALLOWED = 2
"""So many times nobody opened: then it ends, and nobody stays on the list for ever."""
ENDS_ASKING = {
    VisitOutcome.WELL: EndReason.SPOKEN_TO,
    VisitOutcome.WANTS_CALL: EndReason.ALREADY_WAITING,
    VisitOutcome.MOVED: EndReason.LEASE_ENDED,
}
"""Outcomes after which no campaign asks this tenant any further."""


def goes_again(outcome: VisitOutcome, tries: int) -> bool:
    """Tell whether the caretaker goes by another time, after so many times that nobody opened."""
    return outcome is VisitOutcome.NOT_HOME and tries < VISITS_ALLOWED
