"""What every test may ask for: a database of each kind, a real Valkey, a runtime with a clock that tests move."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy.engine import Engine
from sqlmodel import Session

from checkin.db import make_engine, unit_of_work
from checkin.embedded import EmbeddedValkey
from checkin.migrations.run import upgrade
from checkin.runtime import Runtime
from checkin.settings import Settings
from tests.chromium import chromium  # noqa: F401  a fixture
from tests.engines import give_back, lend_engine
from tests.places import new_directory
from tests.postgresql import Broom, open_postgresql

# The same examples every time and no clock: a machine that is busy, or lucky, decides nothing about a change.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")

MONDAY_MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""A Monday, half past ten in Amsterdam: everything is open."""
OURS = "3197010520001"


def pytest_collection() -> None:
    """Look for no garbage while modules are imported: there is none."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Tell the garbage collector that modules stay: looking through them was a fifth of the time of a page test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()


@dataclass
class MovableClock:
    """A clock that stands still until a test moves it."""

    moment: datetime = MONDAY_MORNING

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **kwargs: float) -> datetime:
        """Move on, as `advance(minutes=5)`."""
        self.moment += timedelta(**kwargs)
        return self.moment


@pytest.fixture(scope="session")
def private_key() -> str:
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


@pytest.fixture(scope="session")
def valkey_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedValkey]:
    with EmbeddedValkey(tmp_path_factory.mktemp("valkey"), durable=False) as server:
        yield server


@pytest.fixture
def valkey(valkey_server: EmbeddedValkey) -> EmbeddedValkey:
    """A real Valkey, empty."""
    with valkey_server.client() as client:
        client.flushall()
    return valkey_server


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """A database file as the migrations make it; each test gets a copy beside it."""
    path = new_directory("sqlite") / "template.db"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    yield path
    shutil.rmtree(path.parent)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Callable[[str], str]]:
    """A real PostgreSQL; call it with a name for the address of an empty database of that name."""
    with open_postgresql() as make:
        yield make


@pytest.fixture(scope="session")
def postgresql_url(postgresql_server: Callable[[str], str]) -> str:
    """The tables as the migrations make them."""
    url = postgresql_server("checkin")
    engine = make_engine(url)
    upgrade(engine)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def broom(postgresql_url: str) -> Iterator[Broom]:
    """Empties the PostgreSQL database before each test."""
    made = Broom(postgresql_url)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database on each kind of server, always at the same address."""
    if request.param == "sqlite":
        return fresh_sqlite(request.getfixturevalue("sqlite_template"), "checkin.db")
    url: str = request.getfixturevalue("postgresql_url")
    request.getfixturevalue("broom").sweep()
    return url


def fresh_sqlite(template: Path, name: str) -> str:
    """Copy the template over what an earlier test left, and give the address."""
    for left in template.parent.glob(f"{name}*"):
        left.unlink()
    shutil.copy(template, template.with_name(name))
    return f"sqlite:///{template.with_name(name)}"


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def given() -> dict[str, Any]:
    """Settings that a test module wants otherwise; override this fixture."""
    return {}


@pytest.fixture
def settings(
    database_url: str, valkey: EmbeddedValkey, private_key: str, tmp_path: Path, given: dict[str, Any]
) -> Settings:
    return make_settings(database_url, valkey.url, private_key, tmp_path, **given)


def make_settings(database_url: str, redis_url: str, private_key: str, data: Path, **given: Any) -> Settings:
    """Make complete settings of the fictional landlord."""
    values: dict[str, Any] = {
        "database_url": database_url,
        "redis_url": redis_url,
        "public_url": "http://127.0.0.1:8000",
        "secret_key": "a secret of the tests that is long enough",
        "organisation": "Woonstichting Eemland",
        "organisation_phone": "0318-123456",
        "organisation_number": OURS,
        "vonage_application_id": "3f1c7a52-8f5e-4a39-9c5b-1b2f8f2a7c11",
        "vonage_private_key": private_key,
        "vonage_signature_secret": "a signature secret of more than thirty-two bytes",
        "data_directory": data,
        "secure_cookies": False,
        # How fast check-ins leave is a test of its own.
        "paced": False,
    }
    return Settings(_env_file=None, **{**values, **given})  # type: ignore[call-arg]


@pytest.fixture
def runtime(settings: Settings, clock: MovableClock) -> Iterator[Runtime]:
    """A house with real parts: database, Valkey, settings; only the clock stands still."""
    made = make_test_runtime(settings, clock)
    yield made
    give_back(made.engine)
    made.redis.close()


def make_test_runtime(settings: Settings, clock: Any) -> Runtime:
    """Put a runtime together as `make_runtime` does, with a clock of the test's own and an engine that is lent."""
    redis = Redis.from_url(
        settings.redis_url.get_secret_value(),
        socket_timeout=0.5,
        socket_connect_timeout=0.5,
        retry=Retry(NoBackoff(), 0),
    )
    return Runtime(settings, lend_engine(settings.database_url.get_secret_value()), redis, clock=clock)


@pytest.fixture
def engine(runtime: Runtime) -> Engine:
    return runtime.engine


@pytest.fixture
def session(runtime: Runtime) -> Iterator[Session]:
    """One open unit of work; committed when the test is over."""
    with unit_of_work(runtime) as open_session:
        yield open_session
