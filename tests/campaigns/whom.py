"""Whom a choice means, and why not: what the one query says of everybody, in the order of their ids."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Session

from checkin.campaigns.choosing import Choice, reasons
from checkin.domain.checkins import EndReason
from checkin.groups.queries import Moment


def choose(session: Session, choice: Choice, moment: Moment) -> dict[int, EndReason | None]:
    """Give every chosen tenant with None, or with the reason why the tenant is not asked."""
    session.flush()
    chosen = reasons(session, choice, moment)
    rows = session.execute(sa.select(chosen.c.tenant_id, chosen.c.reason).order_by(chosen.c.tenant_id))
    return {tenant_id: reason and EndReason(reason) for tenant_id, reason in rows}
