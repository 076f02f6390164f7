"""What a colleague's call means for the check-in of a campaign without a robot: the call was the question."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.campaigns.models import Campaign
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.domain.cases import SPOKEN, CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.flow.house import House
from checkin.outreach import service as outreach
from checkin.outreach.models import CheckIn


def end_round(
    session: Session, house: House, case: Case, outcome: ContactOutcome, *, staff_id: int, now: datetime
) -> bool:
    """End the check-in that a colleague's call was for, if it was for one; tell whether nobody rings any more.

    1. spoken: answered, as a yes to the talk that was held, or as a stop
    2. a wrong number: not reachable, with that reason
    3. not reached, as often as the house tries: not reachable; the case is closed, and nobody waits for ever
    """
    check_in = _asked_by_hand(session, case)
    if check_in is None:
        return False
    if outcome in SPOKEN:
        meaning = Meaning.STOP if outcome is ContactOutcome.NO_MORE else Meaning.YES
        outreach.answer(session, check_in, meaning, now=now)
    elif outcome is ContactOutcome.WRONG_NUMBER:
        outreach.end(session, check_in, CheckInAction.GIVE_UP, now=now, reason=EndReason.WRONG_NUMBER)
    elif outcome is ContactOutcome.NOT_REACHED and _tried_enough(case, house):
        nobody_answered(session, case, now=now)
        cases.close_case(session, case, outcome, now=now, staff_id=staff_id)
        return True
    return False


def nobody_answered(session: Session, case: Case, *, now: datetime) -> None:
    """End the check-in that colleagues rang for, if it was for one: nobody rings this tenant any more."""
    check_in = _asked_by_hand(session, case)
    if check_in is not None:
        outreach.end(session, check_in, CheckInAction.GIVE_UP, now=now, reason=EndReason.NEVER_PICKED_UP)


def _asked_by_hand(session: Session, case: Case) -> CheckIn | None:
    check_in = session.get(CheckIn, case.check_in_id) if case.check_in_id else None
    # Of a round that was stopped while somebody was on the telephone, the talk still counts.
    if check_in is None or check_in.state not in (*OPEN, CheckInState.CANCELLED):
        return None
    return None if session.get_one(Campaign, check_in.campaign_id).robot else check_in


def _tried_enough(case: Case, house: House) -> bool:
    # Who asked for a call meanwhile is a tenant who waits, not one of a round.
    of_a_round = case.kind is CaseKind.ROUND and case.state is CaseState.WAITING
    return of_a_round and case.tries >= house.settings.voice_tries
