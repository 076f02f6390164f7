"""Writing a step into the timeline, in the same transaction as the change it tells."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session

from checkin.tenants.models import Happening, TimelineEntry


def tell(
    session: Session,
    happening: Happening,
    *,
    tenant_id: int | None,
    now: datetime,
    staff_id: int | None = None,
    check_in_id: int | None = None,
    case_id: int | None = None,
    **details: Any,
) -> None:
    """Add one entry; `details` are ids, states and times (ISO), never a name, a number or a text."""
    session.add(
        TimelineEntry(
            tenant_id=tenant_id,
            at=now,
            happening=happening,
            staff_id=staff_id,
            check_in_id=check_in_id,
            case_id=case_id,
            details=details,
        )
    )
