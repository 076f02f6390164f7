"""The people who sign in."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from checkin.db import Named


class Role(StrEnum):
    """What somebody may do; each role includes the one before it."""

    STAFF = "staff"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Staff(SQLModel, table=True):
    """A colleague with an account."""

    __tablename__ = "staff"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    """Lower case."""
    name: str
    """As colleagues say it: a first name is enough, shown beside what this person claims."""
    password: str
    """An argon2id hash."""
    role: Role = Field(default=Role.STAFF, sa_type=Named(Role))
    active: bool = True
    fs_uniquifier: str = Field(unique=True)
    """Changing it ends every session of this person."""
    language: str = ""
    """`nl`, `en`, or empty to follow the browser."""
    last_seen_at: datetime | None = None
    created_at: datetime


class StaffSession(SQLModel, table=True):
    """One signed-in browser. It ends when this row goes, whatever cookie somebody kept."""

    __tablename__ = "staff_session"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    """SHA-256 of the token in the cookie: who reads this table cannot sign in with it."""
    staff_id: int = Field(foreign_key="staff.id", index=True)
    created_at: datetime
    last_seen_at: datetime


class SignInCount(SQLModel, table=True):
    """How often signing in was tried, for one account, one address or one known browser."""

    __tablename__ = "sign_in_count"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=64)
    """A keyed hash: the table tells nobody's address."""
    tries: int = 0
    last_at: datetime
