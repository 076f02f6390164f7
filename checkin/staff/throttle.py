"""The lock on signing in: counted per account, per address and per known browser, before any password is looked at.

A browser that signed in before counts by itself. So somebody who guesses at an account from elsewhere locks others
out of it, and never the colleague at her own desk.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Session, col, delete, update

from checkin.db import claim, insert_once
from checkin.staff.models import SignInCount

LOCKED_FOR = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_BROWSER = 10
PER_ADDRESS = 30
"""A whole office may share one address on its first morning."""


@dataclass(frozen=True)
class Attempt:
    """Who tries to sign in, from where; `browser` is the mark of one that signed in to this account before."""

    secret: str
    email: str
    address: str
    browser: str = ""

    def key(self, kind: str, value: str) -> str:
        """Hash a key, so that the table does not tell who tried."""
        return hmac.new(self.secret.encode(), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()

    @property
    def limits(self) -> list[tuple[str, int]]:
        """The counts that this attempt adds to, in the order in which they lock."""
        if self.browser:
            return [(self.key("browser", f"{self.browser}:{self.email}"), PER_BROWSER)]
        return [(self.key("address", self.address), PER_ADDRESS), (self.key("account", self.email), PER_ACCOUNT)]


def count(session: Session, attempt: Attempt, *, now: datetime) -> bool:
    """Count an attempt and tell whether its password may be looked at. A locked address does not lock accounts."""
    return all(_count(session, key, limit, now) for key, limit in attempt.limits)


def _count(session: Session, key: str, limit: int, now: datetime) -> bool:
    table = SignInCount.__table__  # type: ignore[attr-defined]
    insert_once(session, table, {"key": key, "tries": 0, "last_at": now})
    long_ago = col(SignInCount.last_at) <= now - LOCKED_FOR
    return claim(
        session,
        update(SignInCount)
        .where(col(SignInCount.key) == key, sa.or_(col(SignInCount.tries) < limit, long_ago))
        .values(tries=sa.case((long_ago, 1), else_=col(SignInCount.tries) + 1), last_at=now),
    )


def forgive(session: Session, attempt: Attempt) -> None:
    """Take back the count of an attempt that succeeded; the account starts again at zero, the address does not."""
    for key, limit in attempt.limits:
        if limit == PER_ADDRESS:
            statement = update(SignInCount).where(col(SignInCount.key) == key, col(SignInCount.tries) > 0)
            session.connection().execute(statement.values(tries=col(SignInCount.tries) - 1))
        else:
            session.connection().execute(delete(SignInCount).where(col(SignInCount.key) == key))


def forget_old(session: Session, *, now: datetime) -> None:
    """Remove counts that lock nobody any more."""
    session.connection().execute(delete(SignInCount).where(col(SignInCount.last_at) <= now - LOCKED_FOR))
