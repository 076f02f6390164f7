"""The colleague who is signed in, and how Flask-Security finds and stores one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from flask_login import current_user
from flask_security import RoleMixin, UserDatastore, UserMixin
from sqlmodel import Session, col, select, update

from checkin.db import reading
from checkin.staff.models import Role, Staff
from checkin.web.context import runtime, session


@dataclass(eq=False)
class Colleague(UserMixin):
    """A copy of one account, safe to keep during a request: it belongs to no session."""

    id: int = 0
    email: str = ""
    name: str = ""
    password: str = ""
    role: Role = Role.STAFF
    language: str = ""
    active: bool = False
    fs_uniquifier: str = ""

    roles: ClassVar[list[RoleMixin]] = []  # type: ignore[misc]
    """Flask-Security asks for its own kind of roles; ours are in `permissions.py`."""


class NoRole(RoleMixin):
    """Stands where Flask-Security wants a role model."""


def copied(row: Staff) -> Colleague:
    """Copy an account out of its session."""
    fields = ("id", "email", "name", "password", "role", "language", "active", "fs_uniquifier")
    return Colleague(**{field: getattr(row, field) for field in fields})


def signed_in() -> Colleague:
    """Give the colleague who is signed in; for views behind a guard."""
    return cast("Colleague", current_user)


class Accounts(UserDatastore):
    """Finds accounts with a short read of its own, so that no transaction is open while a password is checked."""

    def __init__(self, of_session: Callable[[str], Colleague | None]) -> None:
        super().__init__(Colleague, NoRole)
        self._of_session = of_session

    def find_user(self, case_insensitive: bool = False, **wanted: Any) -> Colleague | None:  # noqa: FBT001, FBT002
        """Find one account by e-mail address, id or uniquifier. Addresses are stored in lower case."""
        del case_insensitive
        ((name, value),) = wanted.items()
        if name == "fs_uniquifier":
            # Flask-Security asks so for whom the cookie of a request belongs to.
            return self._of_session(value)
        with reading(runtime()) as own_session:
            return _find(own_session, name, value)

    def find_role(self, *_args: Any, **_options: Any) -> None:
        """Give none: see `Colleague.roles`."""

    def put(self, model: Colleague) -> Colleague:
        """Store a new password and the uniquifier that ends every session made with the old one."""
        session().connection().execute(
            update(Staff)
            .where(col(Staff.id) == model.id)
            .values(password=model.password, fs_uniquifier=model.fs_uniquifier)
        )
        return model

    def commit(self) -> None:
        """Leave that to the request's own unit of work."""


def _find(own_session: Session, name: str, value: object) -> Colleague | None:
    wanted = value.strip().lower() if name == "email" and isinstance(value, str) else value
    row = own_session.exec(select(Staff).where(getattr(Staff, name) == wanted)).one_or_none()
    return None if row is None else copied(row)
