"""The composition root: settings in, a working house out, for web, workers, command line and tests alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy.engine import Engine

from checkin.db import make_engine
from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.doorbell import Doorbell
from checkin.hours.clockwork import Clockwork
from checkin.messaging.gateway import Gateway
from checkin.settings import Settings
from checkin.vonage.client import VonageGateway

# A doorbell may fail, but nobody waits for it: the reconciler finds the row.
REDIS_SECONDS = 0.5


def system_clock() -> datetime:
    """Give the present moment in UTC; the only place that asks the machine."""
    return datetime.now(UTC)  # noqa: TID251


@dataclass
class Runtime:
    """Everything a request, job or command needs. Nothing is connected until it is used."""

    settings: Settings
    engine: Engine
    redis: Redis
    clock: Callable[[], datetime] = system_clock
    background: bool = False
    """Ring in a thread of its own, so that a web request never waits for Redis."""
    make_gateway: Callable[[], Gateway] | None = None
    doorbell: Doorbell = field(init=False)
    clockwork: Clockwork = field(init=False)

    def __post_init__(self) -> None:
        self.doorbell = Doorbell(self.redis, self.engine, self.clock, background=self.background)
        self.clockwork = Clockwork(self, self.settings)

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return self.clock()

    def after_commit(self, noted: dict[str, Any]) -> None:
        """Ring for the work that a unit of work noted, and see new times at once."""
        self.clockwork.noted(noted)
        self.doorbell.ring(noted.get("bells", set()), noted.get("outbox", []))

    def gateway(self) -> Gateway:
        """Open a new connection to the provider, for one job and one thread."""
        return self.make_gateway() if self.make_gateway else VonageGateway(self.settings)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The landlord's time zone."""
        return ZoneInfo(self.settings.timezone)

    @property
    def times(self) -> OpeningTimes:
        """The landlord's times: hours, ticked holidays and closed days, as the database has them."""
        return self.clockwork.times

    def calendar(self, hours: str) -> Calendar:
        """Make the calendar of an activity with hours of its own; it rests on the same days as all others."""
        return self.times.calendar(Hours.parse(hours), self.zone)

    @property
    def text_hours(self) -> Calendar:
        """When check-ins may be texted."""
        return self.clockwork.calendars.text

    @property
    def call_hours(self) -> Calendar:
        """When check-ins may ring."""
        return self.clockwork.calendars.call

    @property
    def office_hours(self) -> Calendar:
        """When colleagues ring back."""
        return self.clockwork.calendars.office


def make_runtime(settings: Settings, *, background: bool = False) -> Runtime:
    """Put the parts together. Opens no connection yet."""
    redis = Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_timeout=REDIS_SECONDS,
        socket_connect_timeout=REDIS_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    return Runtime(settings, make_engine(settings.database_url.get_secret_value()), redis, background=background)
