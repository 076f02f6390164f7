"""What follows from a talk and has a time of its own: the reconciler looks every second whether any of it is due."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from checkin.aftercare import follow_ups, referrals
from checkin.flow.endings import anything_to_end, end_for_the_dead
from checkin.flow.follow_ups import take_up_follow_ups
from checkin.flow.house import House
from checkin.flow.referrals import give_up_calling, keep_referrals_going


def aftercare_is_due(session: Session, *, now: datetime) -> bool:
    """Tell whether anything that follows from a talk is due."""
    return (
        follow_ups.anything_due(session, now=now)
        or referrals.anything_due(session, now=now)
        or anything_to_end(session)
    )


def keep_aftercare_going(session: Session, house: House, *, now: datetime) -> None:
    """Do what is due: end what is over, put follow-ups on the list, ask about referrals."""
    end_for_the_dead(session, now=now)
    give_up_calling(session, follow_ups.finish_closed(session, now=now), now=now)
    keep_referrals_going(session, house, now=now)
    take_up_follow_ups(session, house, now=now)
