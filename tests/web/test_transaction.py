"""One unit of work for each request: stored before the answer leaves, and only when the answer is a good one."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask, abort, g
from sqlmodel import Session, select

from checkin.db import reading
from checkin.doorbell import bell_key
from checkin.jobs import Queue, ring
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from checkin.staff.permissions import Guard
from checkin.web.context import session
from tests import factories
from tests.visitor import Visitor

PATH = "/try"


def stored(runtime: Runtime) -> list[str]:
    with reading(runtime) as own_session:
        return list(own_session.exec(select(Staff.email)).all())


@pytest.fixture
def write(app: Flask, runtime: Runtime) -> list[object]:
    """A view that stores somebody, and then does what the test says."""
    then: list[object] = []

    def view() -> object:
        open_session = session()
        factories.staff(open_session, "New", email="new@example.nl")
        for act in then:
            answer = act(open_session)  # type: ignore[operator]
            if answer is not None:
                return answer
        return "stored"

    app.add_url_rule(PATH, "write", view, methods=["GET", "POST"])  # type: ignore[type-var]
    app.extensions["checkin.guards"]["write"] = Guard.PUBLIC
    return then


def test_a_good_answer_is_stored_before_it_leaves(
    app: Flask, visitor: Visitor, write: list[object], runtime: Runtime
) -> None:
    at_the_door = []

    @app.teardown_request
    def look(_error: BaseException | None) -> None:
        at_the_door.append(stored(runtime))

    visitor.get("/login")
    assert visitor.post(PATH).text == "stored"
    assert at_the_door[-1] == ["new@example.nl"]


@pytest.mark.parametrize("status", [400, 404, 409, 422, 500])
def test_a_refusal_stores_nothing(visitor: Visitor, write: list[object], runtime: Runtime, status: int) -> None:
    write.append(lambda _session: ("no", status))
    assert visitor.post(PATH).status_code == status
    assert stored(runtime) == []


def test_an_error_stores_nothing(visitor: Visitor, write: list[object], runtime: Runtime) -> None:
    write.append(lambda _session: abort(409))
    assert visitor.post(PATH).status_code == 409
    write[:] = [lambda _session: 1 / 0]
    assert visitor.post(PATH).status_code == 500
    assert stored(runtime) == []


def test_a_redirect_is_a_good_answer(visitor: Visitor, write: list[object], runtime: Runtime) -> None:
    write.append(lambda _session: ("", 302, {"Location": "/"}))
    assert visitor.post(PATH).status_code == 302
    assert stored(runtime) == ["new@example.nl"]


def test_reading_a_page_stores_nothing(visitor: Visitor, write: list[object], runtime: Runtime) -> None:
    assert visitor.get(PATH).text == "stored"
    assert stored(runtime) == []


def test_the_bell_rings_for_what_was_stored_only(visitor: Visitor, write: list[object], runtime: Runtime) -> None:
    write.append(lambda open_session: ring(open_session, Queue.TEXTS))
    write.append(lambda _session: ("no", 409))
    visitor.post(PATH)
    assert not runtime.redis.exists(bell_key(Queue.TEXTS))
    del write[1]
    visitor.post(PATH)
    assert runtime.redis.exists(bell_key(Queue.TEXTS))


def test_a_page_that_asks_nothing_opens_nothing(app: Flask, visitor: Visitor) -> None:
    opened = []

    @app.after_request
    def look(response: object) -> object:
        opened.append(g.transaction._session)
        return response

    visitor.get("/login")
    assert opened == [None]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_commit_that_fails_is_told(visitor: Visitor, write: list[object], runtime: Runtime) -> None:
    """Only a server can go away between the last statement and the commit."""

    def cut(open_session: Session) -> None:
        backend = open_session.connection().execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        with runtime.engine.connect() as other:
            other.execute(sa.text("SELECT pg_terminate_backend(:backend)"), {"backend": backend})

    write.append(cut)
    visitor.get("/login")
    response = visitor.post(PATH)
    assert response.status_code == 503
    assert "Er is niets opgeslagen" in response.text
    assert stored(runtime) == []
