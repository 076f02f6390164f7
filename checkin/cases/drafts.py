"""The form about a talk while it is filled in: kept on the server, found again on any device, gone once recorded."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import Session, col

from checkin.cases.claims import case_in_hand
from checkin.cases.draft_models import ContactDraft
from checkin.cases.models import Contact
from checkin.domain.cases import ContactOutcome

KEPT_FOR = timedelta(days=7)
"""What nobody recorded by then, nobody will."""
NOT_TYPED = frozenset({"csrf_token", "form_token", "then"})
"""Fields of the form that nobody fills in."""
NOT_REACHED = ["outcome", ContactOutcome.NOT_REACHED.value]
MOST_FIELDS, LONGEST_NAME, LONGEST_VALUE = 100, 60, 4000


def keep_draft(
    session: Session,
    *,
    case_id: int,
    staff_id: int,
    fields: Iterable[tuple[str, str]],
    form_token: str,
    now: datetime,
) -> str:
    """Keep the form as it is now, and give the version of what is kept; nothing once the form was recorded.

    The case is locked, so a form that is recorded in the same moment leaves no draft behind.
    Raises Refused: "case_gone", "not_yours" (with `by`).
    """
    case_in_hand(session, case_id, staff_id)
    recorded = select(col(Contact.id)).where(col(Contact.form_token) == form_token)
    if form_token and session.execute(recorded).first() is not None:
        return ""
    version = secrets.token_hex(8)
    draft = ContactDraft(case_id=case_id, staff_id=staff_id, fields=_typed(fields), version=version, saved_at=now)
    session.merge(draft)
    return version


def _typed(fields: Iterable[tuple[str, str]]) -> list[list[str]]:
    kept = [
        [name[:LONGEST_NAME], value.replace("\0", "")[:LONGEST_VALUE]]
        for name, value in fields
        if value and name not in NOT_TYPED
    ]
    return kept[:MOST_FIELDS]


def find_draft(session: Session, *, case_id: int, staff_id: int) -> ContactDraft | None:
    """Give what a colleague typed about a case and did not record."""
    draft = session.get(ContactDraft, (case_id, staff_id))
    return draft if draft is not None and draft.fields else None


def call_again(session: Session, *, case_id: int, staff_id: int, now: datetime) -> None:
    """Take “not reached” out of the form: that was chosen about an earlier call, and another one begins."""
    draft = session.get(ContactDraft, (case_id, staff_id), with_for_update=True)
    if draft is None or NOT_REACHED not in draft.fields:
        return
    draft.fields = [field for field in draft.fields if field != NOT_REACHED]
    draft.version, draft.saved_at = secrets.token_hex(8), now
    session.add(draft)


def forget_draft(session: Session, *, case_id: int, staff_id: int) -> None:
    """Forget what a colleague typed: it was recorded."""
    session.connection().execute(
        delete(ContactDraft).where(col(ContactDraft.case_id) == case_id, col(ContactDraft.staff_id) == staff_id)
    )


def sweep(session: Session, *, now: datetime) -> None:
    """Forget the drafts that nobody recorded for long."""
    session.connection().execute(delete(ContactDraft).where(col(ContactDraft.saved_at) < now - KEPT_FOR))


def anything_to_sweep(session: Session, *, now: datetime) -> bool:
    """Tell whether a draft is kept for too long."""
    old = select(col(ContactDraft.case_id)).where(col(ContactDraft.saved_at) < now - KEPT_FOR)
    return session.execute(old.limit(1)).first() is not None
