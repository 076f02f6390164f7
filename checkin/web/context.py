"""What a view may reach for: the running house, the session of this request, and the present moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol, cast
from zoneinfo import ZoneInfo

from flask import current_app, g
from redis import Redis
from sqlalchemy.engine import Engine
from sqlmodel import Session

from checkin.domain.duty import Duty, Talk
from checkin.domain.office_hours import Calendar
from checkin.domain.opening_times import OpeningTimes
from checkin.domain.words import Words
from checkin.settings import Settings
from checkin.web.transaction import transaction

EXTENSION = "checkin"


class House(Protocol):
    """The part of the composition root that screens use; `checkin.runtime.Runtime` is one."""

    @property
    def settings(self) -> Settings: ...

    @property
    def words(self) -> Words: ...

    @property
    def engine(self) -> Engine: ...

    @property
    def redis(self) -> Redis: ...

    @property
    def zone(self) -> ZoneInfo: ...

    @property
    def times(self) -> OpeningTimes: ...

    @property
    def text_hours(self) -> Calendar: ...

    @property
    def call_hours(self) -> Calendar: ...

    @property
    def office_hours(self) -> Calendar: ...

    @property
    def duty(self) -> Duty: ...

    @property
    def talk(self) -> Talk: ...

    def now(self) -> datetime: ...

    def after_commit(self, noted: dict[str, Any]) -> None: ...


def runtime() -> House:
    """Give the running house."""
    return cast("House", current_app.extensions[EXTENSION])


def session() -> Session:
    """Give the session of this request: one that reads for GET, one unit of work for the rest."""
    return transaction().session()


def now() -> datetime:
    """Give the present moment in UTC, the same one during a whole request."""
    if "now" not in g:
        g.now = runtime().now()
    return cast("datetime", g.now)
