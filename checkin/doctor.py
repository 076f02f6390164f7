"""Looks at everything the service needs and says, for each, that it is well or what to do."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from checkin.migrations.run import current, newest
from checkin.runtime import Runtime, make_runtime
from checkin.settings import Settings, SettingsIncomplete, load_settings
from checkin.vonage.client import check_credentials

PROVIDER_SECONDS = 5
MOST_DRIFT = timedelta(seconds=30)
"""A webhook whose signature is older than minutes is refused: long before that somebody should set the clock."""


class Wrong(Exception):
    """Something is wrong; the text says what to do."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    words: str


def examine() -> list[Finding]:
    """Look at everything. Without settings there is nothing else to look at."""
    try:
        settings = load_settings()
    except SettingsIncomplete as error:
        return [Finding("settings", ok=False, words=str(error).replace("\n", "; "))]
    with _house(settings) as house:
        looked = [_look(what, look, house) for what, look in LOOKS.items()]
    return [Finding("settings", ok=True, words="complete"), *looked]


@contextmanager
def _house(settings: Settings) -> Iterator[Runtime]:
    house = make_runtime(settings)
    try:
        yield house
    finally:
        house.engine.dispose()
        house.redis.close()


def _look(what: str, look: Callable[[Runtime], str], house: Runtime) -> Finding:
    try:
        return Finding(what, ok=True, words=look(house))
    except Wrong as wrong:
        return Finding(what, ok=False, words=str(wrong))


def _database(house: Runtime) -> str:
    try:
        found = current(house.engine)
    except SQLAlchemyError as error:
        raise Wrong(f"does not answer ({type(error).__name__}); look at CHECKIN_DATABASE_URL") from None
    if found != newest():
        raise Wrong(f"is at version {found or 'none'}, this program at {newest()}; run: checkin db upgrade")
    return f"{house.engine.dialect.name}, version {found}"


def _queue(house: Runtime) -> str:
    try:
        policy = house.redis.info("memory")["maxmemory_policy"]
        keeps = house.redis.info("persistence")["aof_enabled"]
    except RedisError as error:
        name = type(error).__name__
        raise Wrong(f"does not answer ({name}), so work goes on slower; look at CHECKIN_REDIS_URL") from None
    if policy != "noeviction":
        raise Wrong(f"maxmemory-policy is {policy}, so work can vanish; set it to noeviction")
    if not keeps:
        raise Wrong("appendonly is off, so a restart forgets what was rung; set it to yes")
    return "noeviction, every write kept"


def _provider_key(house: Runtime) -> str:
    try:
        check_credentials(house.settings)
    except SettingsIncomplete as error:
        raise Wrong(str(error)) from None
    return "a test token can be signed"


def _clock(house: Runtime) -> str:
    """Compare with the provider's clock: our tokens and its webhooks are refused when the two drift apart."""
    theirs = _provider_time(house.settings)
    drift = abs(house.now() - theirs)
    if drift > MOST_DRIFT:
        raise Wrong(f"differs {drift.total_seconds():.0f} s from the provider's; have the machine keep time (NTP)")
    return "agrees with the provider's"


def _provider_time(settings: Settings) -> datetime:
    address = urlsplit(settings.vonage_url)
    kind = http.client.HTTPConnection if address.scheme == "http" else http.client.HTTPSConnection
    connection = kind(address.hostname or "", address.port, timeout=PROVIDER_SECONDS)
    try:
        connection.request("HEAD", "/")
        said = connection.getresponse().getheader("Date", "")
        return parsedate_to_datetime(said).astimezone(UTC)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Wrong(f"cannot be compared: the provider does not answer ({type(error).__name__})") from None
    finally:
        connection.close()


LOOKS: dict[str, Callable[[Runtime], str]] = {
    "database": _database,
    "queue": _queue,
    "provider key": _provider_key,
    "clock": _clock,
}
