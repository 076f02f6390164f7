"""Whether this web process and its database answer; nothing else is told."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from checkin.web.context import session
from checkin.web.transaction import DATABASE_AWAY

health = Blueprint("health", __name__)


@health.get("/health")
def show_health() -> ResponseReturnValue:
    """Answer 200 when the database answers, 503 otherwise."""
    try:
        session().connection().execute(text("SELECT 1"))
    except DATABASE_AWAY:
        return {"ok": False}, HTTPStatus.SERVICE_UNAVAILABLE
    return {"ok": True}
