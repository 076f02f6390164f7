"""The people who sign in."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named


class Role(StrEnum):
    """What somebody may do; each role includes the one before it."""

    STAFF = "staff"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Team(SQLModel, table=True):
    """Colleagues who take the same kind of cases, as a neighbourhood team or those who speak Turkish."""

    __tablename__ = "team"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    active: bool = True
    """A team that was given up keeps its name in what happened before."""


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
    phone: str | None = None
    """Where the system rings this colleague, E.164; no tenant ever sees it."""
    spoken_languages: str = Field(default="nl", sa_column_kwargs={"server_default": "nl"})
    """The languages in which this person can ring a tenant, as `nl en tr`."""
    team_id: int | None = Field(default=None, foreign_key="team.id", index=True)
    case_limit: int | None = None
    """How many cases this colleague wants to hold at once; empty follows the setting."""
    rests_until: datetime | None = None
    """After a heavy talk: nothing new is offered before this."""
    hints_seen: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """How many of the three hints for a first day were read."""
    last_seen_at: datetime | None = None
    created_at: datetime


class Invitation(SQLModel, table=True):
    """A way in for new colleagues: a link for one person, or for a group who each make an account with it."""

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    nonce: str = Field(unique=True, max_length=32)
    """Part of the signed link: a link cannot be guessed from the number of another."""
    name: str = ""
    email: str = ""
    """Lower case; empty for a link that a group may use."""
    role: Role = Field(default=Role.STAFF, sa_type=Named(Role))
    team_id: int | None = Field(default=None, foreign_key="team.id")
    most: int = 1
    """So many accounts may be made with it."""
    used: int = 0
    ends_at: datetime
    withdrawn_at: datetime | None = None
    created_by: int | None = Field(default=None, foreign_key="staff.id")
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


class RosterHours(SQLModel, table=True):
    """The hours in which one colleague rings back every week, and what she last said about now."""

    __tablename__ = "roster_hours"

    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    hours: str = ""
    """As the settings write them: `mon 09:00-11:00; wed 13:00-15:00`; empty is no hours."""
    joins: bool = False
    """The last thing said: “Ik doe nu mee” or, when false, “Ik stop”."""
    said_at: datetime | None = None
    said_until: datetime | None = None
    """Until then it counts; empty when nothing was said."""
    changed_at: datetime
    changed_by: int | None = Field(default=None, foreign_key="staff.id")


class RosterException(SQLModel, table=True):
    """One date on which a colleague keeps other hours than every week, or none."""

    __tablename__ = "roster_exception"
    __table_args__ = (sa.UniqueConstraint("staff_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id")
    day: date = Field(index=True)
    hours: str = ""
    """`09:00-11:00 13:00-14:00`; empty is absent all day."""
    changed_at: datetime
    changed_by: int | None = Field(default=None, foreign_key="staff.id")
