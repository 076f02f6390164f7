"""One unit of work for each request: opened when first needed, committed before the answer leaves."""

from __future__ import annotations

from contextlib import ExitStack
from http import HTTPStatus
from typing import cast

from flask import Flask, Response, g, request
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlmodel import Session

from checkin.db import Base, reading, unit_of_work

DATABASE_AWAY = (OperationalError, NoConnection)
"""What SQLAlchemy raises when the database is down, locked for too long, or has no connection left."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class _Refused(Exception):
    """Rolls a unit of work back because the answer was a refusal."""


class RequestTransaction:
    """The one transaction of a request. A page that only reads never waits for a writer."""

    def __init__(self, base: Base, *, writes: bool) -> None:
        self._base = base
        self._writes = writes
        self._stack = ExitStack()
        self._session: Session | None = None

    def session(self) -> Session:
        """Give the session, opening the transaction at the first call."""
        if self._session is None:
            opened = unit_of_work(self._base) if self._writes else reading(self._base)
            self._session = self._stack.enter_context(opened)
        return self._session

    def keep(self) -> None:
        """Commit what was done, and ring for the work that follows."""
        self._session = None
        self._stack.close()

    def undo(self) -> None:
        """Leave everything as it was."""
        self._session = None
        refused = _Refused()
        try:
            self._stack.__exit__(_Refused, refused, None)
        except _Refused:
            return


def transaction() -> RequestTransaction:
    """Give the transaction of this request."""
    return cast("RequestTransaction", g.transaction)


def install(app: Flask, base: Base) -> None:
    """Give every request a transaction. Must come first, so that everything else may use it."""

    @app.before_request
    def begin() -> None:
        g.transaction = RequestTransaction(base, writes=request.method not in SAFE_METHODS)

    @app.after_request
    def finish(response: Response) -> Response:
        unit = g.pop("transaction", None)
        if unit is None:
            return response
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            unit.undo()
            return response
        try:
            unit.keep()
        except DATABASE_AWAY as error:
            # Nothing was stored, so the answer that was made is not true any more.
            return app.make_response(app.handle_user_exception(error))
        return response

    @app.teardown_request
    def leave(_error: BaseException | None) -> None:
        unit = g.pop("transaction", None)
        if unit is not None:
            unit.undo()
