"""Corrections of a tenant's facts, collected for the landlord's primary system, and the files that take them along."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from checkin.aftercare.models import Correction, CorrectionFile
from checkin.domain.errors import Refused
from checkin.tenants.candidates import Value

OF_THE_PRIMARY_SYSTEM = ("mobile", "landline", "phone_2", "phone_note", "email", "language", "channel")
"""The facts of which the landlord's own system holds the truth; how to pronounce a name is ours alone."""
WRONG_NUMBER, MOVED, DECEASED = "wrong_number", "moved", "deceased"


def note_facts(
    session: Session,
    *,
    tenant_id: int,
    facts: Collection[str],
    values: Mapping[str, Value],
    staff_id: int | None,
    now: datetime,
) -> None:
    """Note which facts a colleague changed, and into what."""
    for fact in facts:
        if fact in OF_THE_PRIMARY_SYSTEM:
            note(session, tenant_id=tenant_id, fact=fact, value=_text(values[fact]), staff_id=staff_id, now=now)


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def note(session: Session, *, tenant_id: int, fact: str, value: str, staff_id: int | None, now: datetime) -> None:
    """Note one correction."""
    session.add(Correction(tenant_id=tenant_id, fact=fact, value=value, staff_id=staff_id, at=now))


def close_file(session: Session, *, staff_id: int, now: datetime) -> CorrectionFile:
    """Take everything that is new into one file. Raises Refused("no_corrections") when there is nothing new."""
    count = session.execute(select(func.count()).where(col(Correction.file_id).is_(None))).scalar_one()
    if not count:
        raise Refused("no_corrections")
    file = CorrectionFile(at=now, staff_id=staff_id, lines=count)
    session.add(file)
    session.flush()
    # Two coordinators who press at once share no line: each line goes along with the first.
    taken = session.connection().execute(
        update(Correction).where(col(Correction.file_id).is_(None)).values(file_id=file.id)
    )
    if not taken.rowcount:
        session.delete(file)
        raise Refused("no_corrections")
    file.lines = taken.rowcount
    session.add(file)
    return file
