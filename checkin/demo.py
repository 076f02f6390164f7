"""A whole landlord in one command: its settings, colleagues, tenants and first campaign, and the programs to start."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources

from sqlalchemy import func
from sqlmodel import Session, select

from checkin.campaigns.models import Campaign
from checkin.campaigns.service import start_campaign
from checkin.child import Program
from checkin.db import unit_of_work
from checkin.demo_settings import ALWAYS, Place, Provider, use_settings, write_settings
from checkin.domain.errors import CheckinError
from checkin.domain.office_hours import Hours
from checkin.migrations.run import upgrade
from checkin.phonenet.application import load_or_create
from checkin.programs import listening, taken
from checkin.runtime import Runtime
from checkin.staff.models import Role, Staff
from checkin.staff.roster import set_hours
from checkin.staff.service import add_staff
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.service import import_file, rules_for

TENANTS_FILE = "demo_tenants.csv"
CAMPAIGN = "80+ najaar"
COORDINATOR = ("sanne@demo.example", "Sanne", Role.COORDINATOR, "coordinator", "+31612349001")
COLLEAGUE = ("ton@demo.example", "Ton", Role.STAFF, "staff", "+31612349002")
"""E-mail address, name, role, where the password is kept, and telephone. The two accounts exist in the demo only."""


class CannotStart(CheckinError):
    """The demo cannot start here; the text says what to do."""


def prepare(place: Place) -> None:
    """Make the directory, the phone network's keys and the settings; what is there already stays."""
    place.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    application = load_or_create(place.data / "phonenet")
    provider = Provider(
        application_id=application.application_id,
        private_key=application.private_key,
        signature_secret=application.signature_secret,
        api_key=application.api_key,
        number=application.numbers[0],
    )
    write_settings(place, provider)
    use_settings(place.data)


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """Make sure that nobody else uses this directory or these ports. Raises CannotStart."""
    place.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (place.data / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotStart(f"a demo is running with the data in {place.data} already") from None
        if busy := taken("127.0.0.1", [place.port, place.phone_port]):
            ports = " and ".join(str(port) for port in busy)
            raise CannotStart(
                f"port {ports} is taken; choose others with --port and --phone-port (make: PORT=, PHONE_PORT=)"
            )
        yield


def phone_network(place: Place) -> Program:
    """Give the phone network, with neighbours who answer in their own time."""
    hook = f"{place.url}/webhooks/vonage"
    return Program(
        "phonenet",
        (
            *("--port", str(place.phone_port), "--data", str(place.data / "phonenet")),
            *("--answer-url", f"{hook}/answer", "--event-url", f"{hook}/event", "--fallback-url", f"{hook}/fallback"),
            *("--inbound-url", f"{hook}/inbound", "--status-url", f"{hook}/status", "--neighbours"),
            *(word for colleague in (COORDINATOR, COLLEAGUE) for word in ("--colleague", colleague[4])),
        ),
        module="checkin.phonenet",
        ready=listening("127.0.0.1", place.phone_port),
    )


def furnish(house: Runtime, place: Place) -> None:
    """Bring the database up to date and, the first time, fill it with colleagues and tenants."""
    upgrade(house.engine)
    with unit_of_work(house) as session:
        if _empty(session, Staff):
            for email, name, role, kept_as, phone in (COORDINATOR, COLLEAGUE):
                password = place.secrets[kept_as]
                added = add_staff(session, email=email, name=name, role=role, password=password, now=house.now())
                added.phone = phone
                # A town that is open day and night has somebody to ring back at any hour.
                set_hours(session, staff_id=added.id or 0, hours=Hours.parse(ALWAYS), by=None, now=house.now())
        if _empty(session, Tenant):
            import_tenants(session, house)


def import_tenants(session: Session, house: Runtime) -> None:
    """Import the fictional tenants as a coordinator would."""
    now = house.now()
    with resources.as_file(resources.files("checkin") / TENANTS_FILE) as file:
        import_file(session, file, rules=rules_for(house.settings, now), now=now)


def start_first_campaign(house: Runtime) -> None:
    """Ask everybody, the first time."""
    with unit_of_work(house) as session:
        if _empty(session, Campaign):
            start_campaign(
                session,
                name=CAMPAIGN,
                channel=Channel.AUTO,
                created_by=None,
                now=house.now(),
                paced=house.settings.paced,
            )


def _empty(session: Session, table: type[Staff | Tenant | Campaign]) -> bool:
    return not session.exec(select(func.count()).select_from(table)).one()
