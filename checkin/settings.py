"""Every setting of checkin, read once from `CHECKIN_…` variables, an `.env` file or files with secrets."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from checkin.domain.errors import CheckinError
from checkin.domain.office_hours import Hours

SECRETS_DIRECTORY = Path("/run/secrets")


class SettingsIncomplete(CheckinError):
    """One or more settings are missing or wrong; the text names all of them."""


def _hours(text: str) -> str:
    Hours.parse(text)
    return text


def _words(value: object) -> object:
    return frozenset(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


Words = Annotated[frozenset[str], NoDecode, BeforeValidator(_words)]
HoursText = Annotated[str, AfterValidator(_hours)]


class Settings(BaseSettings):
    """All settings. Each is `CHECKIN_` and the name in capitals; a secret may be a file of that name in lower case."""

    model_config = SettingsConfigDict(env_prefix="CHECKIN_", extra="ignore", frozen=True, hide_input_in_errors=True)

    # Where things are
    database_url: SecretStr = Field(
        description="The database: sqlite:///path/to/file.db or postgresql://user:password@host/name."
    )
    redis_url: SecretStr = Field(
        description="Valkey or Redis: unix:///path/to/socket or redis://:password@host:6379/0."
    )
    public_url: str = Field(
        description="The address at which the provider and the staff reach us, as https://checkin.example.nl."
    )
    secret_key: SecretStr = Field(
        min_length=32, description="A random text of 32 characters or more that signs the sessions."
    )

    # The landlord
    organisation: str = Field(
        max_length=21, description="The landlord's name as tenants read and hear it, at most 21 characters."
    )
    organisation_phone: str = Field(description="The number on which people answer in office hours, as 0318-123456.")
    organisation_number: str = Field(
        description="Our number at the provider, from which texts and calls come: digits only, as 3197010520001."
    )
    timezone: str = Field("Europe/Amsterdam", description="The time zone in which hours and promises are meant.")

    # The provider
    vonage_application_id: str = Field(description="The id of the application at Vonage.")
    vonage_private_key: SecretStr = Field(description="The application's private key: a PEM text (PKCS#8).")
    vonage_signature_secret: SecretStr = Field(
        description="The account's signature secret; every webhook is checked with it."
    )
    vonage_api_key: str = Field(
        "", description="The account's API key; when set, webhooks of another account are refused."
    )
    vonage_url: str = Field(
        "https://api-eu.vonage.com", description="The provider's address. Plain http is allowed to this machine only."
    )
    texts_per_second: float = Field(30, gt=0, description="Texts a second that the account may send, over all workers.")
    calls_per_second: float = Field(
        3, gt=0, description="New calls a second that the account may start, over all workers."
    )
    voice_style: int = Field(0, ge=0, description="The style of the Dutch voice; have a person listen before choosing.")

    # Hours, until somebody changes them on the page “Tijden en feestdagen”
    text_hours: HoursText = Field("mon-fri 09:00-19:00", description="When check-ins may be texted.")
    call_hours: HoursText = Field("mon-fri 09:30-12:00 13:30-17:00 18:30-19:30", description="When check-ins may ring.")
    office_hours: HoursText = Field(
        "mon-fri 09:00-17:00", description="When colleagues ring back; promises count these hours only."
    )
    closed_days: Words = Field(frozenset(), description="Extra closed days, as 2026-12-24,2026-12-31.")
    dutch_holidays: bool = Field(
        default=True, description="Whether Dutch holidays and quiet afternoons are ticked at first."
    )

    # The rules that a landlord may turn
    promise_minutes: int = Field(
        240, gt=0, description="Office minutes within which a person rings, when the queue is short."
    )
    people_at_work: int = Field(
        1, ge=1, description="Colleagues who ring back in office hours, as long as there is no roster."
    )
    talk_minutes: int = Field(
        20, gt=0, description="Minutes that one talk takes, with its notes, until talks were measured."
    )
    paced: bool = Field(
        default=True,
        description="Whether check-ins wait until colleagues can ring back; off: as fast as the provider allows.",
    )
    price_text_part: Decimal = Field(
        Decimal(0), ge=0, description="What one part of a text costs in euros, as 0.07; 0 shows no cost."
    )
    price_call_minute: Decimal = Field(
        Decimal(0), ge=0, description="What one minute of an automatic call costs in euros, as 0.02; 0 shows no cost."
    )
    claim_minutes: int = Field(30, gt=0, description="Minutes after which a claimed case goes back to the list.")
    alarm_minutes: int = Field(
        3, ge=1, le=60, description="Minutes after which the next in line is rung about danger, when nobody answered."
    )
    claims_at_once: int = Field(
        5, ge=1, description="How many tenants a colleague may have taken at once; urgent ones always."
    )
    voice_tries: int = Field(3, ge=1, le=10, description="Calls that ring before a check-in ends as not reachable.")
    text_tries: int = Field(2, ge=1, le=5, description="Texts before a check-in ends as silent, the reminder included.")
    quiet_days: int = Field(
        7, ge=0, description="Days after an answer or a talk in which nobody behind the same number is asked again."
    )
    retry_minutes: float | None = Field(
        None,
        gt=0,
        description="Minutes between tries; empty means another part of the day (calls) or two working days (texts).",
    )
    referral_answer_days: int = Field(
        5, ge=1, le=30, description="Days that a tenant has to answer whether an organisation spoke to them."
    )
    price_card: Decimal = Field(Decimal(3), ge=0, description="What a card with its stamp costs in euros, as 3.")
    price_flowers: Decimal = Field(Decimal(20), ge=0, description="What flowers cost in euros, as 20.")
    gift_approval_above: Decimal = Field(
        Decimal(10), ge=0, description="Gifts that cost more euros than this wait for a coordinator's approval."
    )
    gift_budget_month: Decimal = Field(
        Decimal(0), ge=0, description="Euros for gifts in a month, shown beside what was spent; 0 shows no budget."
    )
    ring_seconds: int = Field(35, ge=5, le=120, description="How long a call rings.")
    key_seconds: int = Field(10, ge=3, le=10, description="How long the menu waits for a key.")
    phone_countries: Words = Field(frozenset({"NL"}), description="Countries whose numbers are allowed, as NL,BE,DE.")

    # How we run
    data_directory: Path = Field(
        Path("var"), description="Where uploads wait to be checked and the embedded server keeps its files."
    )
    host: str = Field("127.0.0.1", description="The address on which the web server listens.")
    port: int = Field(8000, description="The port on which the web server listens.")
    web_processes: int = Field(2, ge=1, description="Web processes; no more than there are cores.")
    trusted_proxies: int = Field(0, ge=0, description="Proxies in front of us whose forwarded headers count.")
    secure_cookies: bool = Field(
        default=True, description="Whether cookies travel over https only; off for a try-out on one machine."
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")


def load_settings(**given: object) -> Settings:
    """Read all settings. Raises SettingsIncomplete with every missing or wrong name at once."""
    secrets = {"_secrets_dir": str(SECRETS_DIRECTORY)} if SECRETS_DIRECTORY.is_dir() else {}
    env_file = os.environ.get("CHECKIN_ENV_FILE", ".env")
    try:
        return Settings(_env_file=env_file, **secrets, **given)  # type: ignore[arg-type]
    except ValidationError as error:
        lines = [
            f"CHECKIN_{str(one['loc'][0]).upper()}: {_in_words(one['msg'])}"
            for one in error.errors(include_input=False)
        ]
        raise SettingsIncomplete("\n".join(sorted(lines))) from None


def _in_words(message: str) -> str:
    return {"Field required": "is missing"}.get(message, message[:1].lower() + message[1:])
