"""The settings of a demo: made for its data directory, kept there, and read from there by whoever looks at it."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from checkin.embedded import EmbeddedValkey

SETTINGS_FILE = "settings.env"
SECRETS_FILE = "secrets.json"
ORGANISATION = "Woonstichting Eemland"
ORGANISATION_PHONE = "0318-123456"
ALWAYS = "mon-sun 00:00-24:00"
WORDS = (
    "appel", "beuk", "dijk", "eik", "fiets", "gracht", "haven", "iep", "jas", "kade", "lamp", "molen", "noot",
    "oever", "peer", "raam", "sluis", "tulp", "uil", "veer", "wolk", "zeil", "brug", "klomp", "linde", "merel",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a demo keeps its data and listens."""

    data: Path
    port: int
    phone_port: int

    @property
    def url(self) -> str:
        """The address of the screens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def phone_url(self) -> str:
        """The address of the phone network."""
        return f"http://127.0.0.1:{self.phone_port}"

    @cached_property
    def secrets(self) -> dict[str, str]:
        """What only this demo knows: made once, then kept."""
        return _kept_secrets(self.data / SECRETS_FILE)


@dataclass(frozen=True)
class Provider:
    """What the phone network gave us to sign in with."""

    application_id: str
    private_key: str
    signature_secret: str
    api_key: str
    number: str


def write_settings(place: Place, provider: Provider) -> None:
    """Write the settings file: a town that is open day and night, and tries again after minutes instead of days."""
    values = {
        "database_url": f"sqlite:///{place.data / 'checkin.db'}",
        "redis_url": EmbeddedValkey(place.data / "valkey").url,
        "data_directory": str(place.data),
        "public_url": place.url,
        "port": str(place.port),
        "secret_key": place.secrets["secret_key"],
        "secure_cookies": "false",
        "organisation": ORGANISATION,
        "organisation_phone": ORGANISATION_PHONE,
        "organisation_number": provider.number,
        "vonage_url": place.phone_url,
        "vonage_application_id": provider.application_id,
        "vonage_private_key": provider.private_key,
        "vonage_signature_secret": provider.signature_secret,
        "vonage_api_key": provider.api_key,
        "text_hours": ALWAYS,
        "call_hours": ALWAYS,
        "office_hours": ALWAYS,
        "dutch_holidays": "false",
        "promise_minutes": "60",
        "retry_minutes": "2",
    }
    _write_private(
        place.data / SETTINGS_FILE, "".join(f"CHECKIN_{k.upper()}={_quoted(v)}\n" for k, v in values.items())
    )


def use_settings(data: Path) -> None:
    """Have this process, and all that it starts, read the demo's settings and no others."""
    for name in [name for name in os.environ if name.startswith("CHECKIN_")]:
        del os.environ[name]
    os.environ["CHECKIN_ENV_FILE"] = str(data.resolve() / SETTINGS_FILE)


def _kept_secrets(path: Path) -> dict[str, str]:
    if path.exists():
        return {str(name): str(value) for name, value in json.loads(path.read_text("utf-8")).items()}
    made = {"secret_key": secrets.token_urlsafe(48), "coordinator": _password(), "staff": _password()}
    _write_private(path, json.dumps(made, indent=2) + "\n")
    return made


def _password() -> str:
    return "-".join([*(secrets.choice(WORDS) for _ in range(3)), str(secrets.randbelow(9000) + 1000)])


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _write_private(path: Path, text: str) -> None:
    """Write so that only this user can read it, and a reader sees all of it or nothing."""
    temporary = path.with_suffix(".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    temporary.replace(path)
