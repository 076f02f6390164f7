"""The playbooks on the shelf: those that come with checkin, and those that this landlord made or received."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from importlib import resources

from sqlmodel import Session, col, select

from checkin.campaigns.models import OwnPlaybook
from checkin.campaigns.playbook import Playbook, read_playbook
from checkin.domain.errors import Refused

SHIPPED = (
    "how-are-you",
    "80-plus",
    "moved-in",
    "no-email",
    "heatwave",
    "outage",
    "holidays",
    "chat-line",
    "after-nuisance",
    "after-arrears",
)
"""In the order of the shelf."""
OWN = "own-"


@cache
def shipped() -> dict[str, Playbook]:
    """Give the playbooks that come with checkin, by key."""
    shelf = resources.files("checkin.campaigns") / "playbooks"
    files = {key: (shelf / f"{key}.json").read_text("utf-8") for key in SHIPPED}
    return {key: read_playbook(json.loads(content)) for key, content in files.items()}


def own(session: Session) -> dict[str, Playbook]:
    """Give this landlord's own playbooks, by `own-<id>`, newest first."""
    rows = session.exec(select(OwnPlaybook).order_by(col(OwnPlaybook.id).desc()))
    return {f"{OWN}{row.id}": read_playbook(row.content) for row in rows}


def everything(session: Session) -> dict[str, Playbook]:
    """Give all playbooks: the landlord's own first."""
    return own(session) | shipped()


def find(session: Session, key: str) -> Playbook | None:
    """Give one playbook by its key."""
    if key in SHIPPED:
        return shipped()[key]
    row = own_row(session, key)
    return read_playbook(row.content) if row else None


def own_row(session: Session, key: str) -> OwnPlaybook | None:
    """Give the row of an own playbook."""
    number = key.removeprefix(OWN)
    known = key.startswith(OWN) and number.isdecimal() and len(number) < 10  # noqa: PLR2004  within every database's whole numbers
    return session.get(OwnPlaybook, int(number)) if known else None


def add(session: Session, playbook: Playbook, *, staff_id: int | None, now: datetime) -> str:
    """Put an own playbook on the shelf; give its key."""
    row = OwnPlaybook(content=playbook.as_json(), created_by=staff_id, created_at=now, changed_at=now)
    session.add(row)
    session.flush()
    return f"{OWN}{row.id}"


def change(session: Session, key: str, playbook: Playbook, *, now: datetime) -> None:
    """Keep a changed own playbook. Campaigns that were made from it keep the words they had."""
    row = own_row(session, key)
    if row is None:
        raise Refused("playbook_gone")
    row.content, row.changed_at = playbook.as_json(), now
    session.add(row)


def remove(session: Session, key: str) -> None:
    """Take an own playbook off the shelf."""
    row = own_row(session, key)
    if row is None:
        raise Refused("playbook_gone")
    session.delete(row)
    session.flush()
