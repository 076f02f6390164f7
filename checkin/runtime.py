"""The composition root: settings in, a working house out, for web, workers, command line and tests alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy.engine import Engine

from checkin.cases.talks import measured_talk
from checkin.clock import system_clock
from checkin.db import make_engine, reading
from checkin.domain.duty import Duty, Talk
from checkin.domain.office_hours import Calendar, Hours
from checkin.domain.opening_times import OpeningTimes
from checkin.domain.words import Words
from checkin.doorbell import Doorbell
from checkin.hours import service as times
from checkin.hours.clockwork import Clockwork
from checkin.kept import Kept
from checkin.messaging.gateway import Gateway
from checkin.settings import Settings
from checkin.staff import roster
from checkin.texts.phrasebook import Phrasebook
from checkin.vonage.client import VonageGateway

# A doorbell may fail, but nobody waits for it: the reconciler finds the row.
REDIS_SECONDS = 0.5
WORKFORCE_SECONDS = 5.0
"""So long a process may think that a colleague is on duty who has just stopped in another one."""


@dataclass(frozen=True)
class Workforce:
    """Who rings back, and what a talk takes them, as it was at some moment."""

    at: datetime
    duty: Duty
    talk: Talk


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
    phrasebook: Phrasebook = field(init=False)

    def __post_init__(self) -> None:
        self.doorbell = Doorbell(self.redis, self.engine, self.clock, background=self.background)
        self.clockwork = Clockwork(self, self.settings)
        self.phrasebook = Phrasebook(self)
        self._workforce = Kept(self._look_at_workforce, WORKFORCE_SECONDS)

    def now(self) -> datetime:
        """Give the present moment in UTC."""
        return self.clock()

    def after_commit(self, noted: dict[str, Any]) -> None:
        """Ring for the work that a unit of work noted, and see new times and words at once."""
        self.clockwork.noted(noted)
        self.phrasebook.noted(noted)
        if noted.keys() & {roster.CHANGED, times.CHANGED}:
            self._workforce.forget()
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

    @property
    def words(self) -> Words:
        """What the house says to its tenants, as coordinators changed it."""
        return self.phrasebook.words

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

    @property
    def duty(self) -> Duty:
        """Who is on duty when, from now on."""
        return self._workforce_now().duty

    @property
    def talk(self) -> Talk:
        """What a talk takes."""
        return self._workforce_now().talk

    def _workforce_now(self) -> Workforce:
        if abs(self._workforce.get().at - self.now()) > timedelta(seconds=WORKFORCE_SECONDS):
            self._workforce.forget()
        return self._workforce.get()

    def _look_at_workforce(self, _known: Workforce | None) -> Workforce:
        now, office = self.now(), self.office_hours
        with reading(self) as session:
            people = self.settings.people_at_work
            return Workforce(
                at=now,
                duty=roster.duty(session, now=now, office=office, people_at_work=people),
                talk=measured_talk(session, assumed_minutes=self.settings.talk_minutes, now=now),
            )


def make_runtime(settings: Settings, *, background: bool = False) -> Runtime:
    """Put the parts together. Opens no connection yet."""
    redis = Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_timeout=REDIS_SECONDS,
        socket_connect_timeout=REDIS_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    return Runtime(settings, make_engine(settings.database_url.get_secret_value()), redis, background=background)
