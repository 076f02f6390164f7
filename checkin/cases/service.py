"""A case from “yes please” to spoken: what other packages ask of it, each part in a module of its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from checkin.cases.claims import claim_case, expire_claims, give_back, has_outlived, keep_claim, most_claims
from checkin.cases.handing_on import Destination, forward, pending_promise, skip
from checkin.cases.house import House
from checkin.cases.models import Case
from checkin.cases.opening import (
    close_case,
    heard_again,
    open_case,
    open_case_of,
    put_on_the_list,
    reopen_case,
    take_off_the_list,
)
from checkin.cases.order import is_waiting, of_a_held_round, work_order
from checkin.cases.picking import next_case_id
from checkin.cases.promising import (
    is_owed_an_apology,
    lapsed_promises,
    likely_promise,
    make_promise,
    missed_promises,
    promise_again,
    promise_before,
    tell_lapses,
    workload,
)
from checkin.cases.recording import Record, record_contact

__all__ = [
    "Destination",
    "House",
    "Record",
    "anything_overdue",
    "claim_case",
    "close_case",
    "expire_claims",
    "forward",
    "give_back",
    "heard_again",
    "is_owed_an_apology",
    "is_waiting",
    "keep_claim",
    "lapsed_promises",
    "likely_promise",
    "make_promise",
    "missed_promises",
    "most_claims",
    "next_case_id",
    "of_a_held_round",
    "open_case",
    "open_case_of",
    "pending_promise",
    "promise_again",
    "promise_before",
    "put_on_the_list",
    "record_contact",
    "reopen_case",
    "skip",
    "take_off_the_list",
    "tell_lapses",
    "work_order",
    "workload",
]


def anything_overdue(session: Session, *, now: datetime) -> bool:
    """Tell whether a claim outlived its holder, or a promise lapsed that was not noted or not answered for yet."""
    claims = select(col(Case.id)).where(has_outlived(now))
    return session.execute(claims.limit(1)).first() is not None or (
        session.execute(lapsed_promises(now).limit(1)).first() is not None
    )
