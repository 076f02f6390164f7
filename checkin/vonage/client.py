"""Our client of the provider: one request for one text or call, and an honest receipt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from vonage_messages import Messages, Sms
from vonage_messages.models.enums import WebhookVersion
from vonage_utils.errors import VonageError
from vonage_voice import CreateCallRequest, Phone, ToPhone, Voice

from checkin.messaging.gateway import LONGEST_CALL, Accepted, Gateway, Receipt
from checkin.messaging.models import CallPurpose
from checkin.settings import Settings
from checkin.vonage.addresses import Webhook, address
from checkin.vonage.connection import Connection, provider_address, read_private_key
from checkin.vonage.errors import ConfigurationError
from checkin.vonage.receipts import receipt_for
from checkin.vonage.signatures import secrets_of

# Without it the provider tries for three days, and "how are you today?" must not arrive on another day. Texts leave
# before 19.00, so the last one arrives before 23.00, and only where somebody has just switched the telephone on.
# A text that ran out comes back as a failure, and the next attempt may be a call.
TEXT_LIVES_SECONDS = 4 * 3600
# A colleague's voicemail answers sooner than most people give up waiting for a tenant.
COLLEAGUE_RINGS_SECONDS = 25
SHORTEST_SECRET = 32
WIRE_NUMBER = re.compile(r"[1-9][0-9]{6,14}")
ODD = (OSError, VonageError, TypeError, ValueError, RecursionError)
"""All that a request may raise: OSError is the base of `requests`; the SDK raises TypeError on a 2xx without a body."""

Request = TypeVar("Request", Sms, CreateCallRequest)


class VonageGateway(Gateway):
    """One connection to the provider, for one job and one thread: its client is not safe for two."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._connection = Connection(settings)
        self._messages = Messages(self._connection)
        self._voice = Voice(self._connection)
        self._from = settings.organisation_number.lstrip("+")

    def send_text(self, *, reference: str, number: str, text: str) -> Receipt:
        """Hand over one text with our own reference."""

        def sms(to: str) -> Sms:
            return Sms(
                to=to,
                from_=self._from,
                text=text,
                ttl=TEXT_LIVES_SECONDS,
                client_ref=reference,
                # Named here as well, so that a slip in the provider's dashboard cannot lose the reports.
                webhook_url=address(self._settings, Webhook.STATUS),
                webhook_version=WebhookVersion.V1,
            )

        return _ask(number, sms, lambda model: self._messages.send(model).message_uuid)

    def start_call(self, *, reference: str, number: str, purpose: CallPurpose) -> Receipt:
        """Start one call whose answer URL carries our reference."""
        to_tenant = purpose is CallPurpose.MENU

        def call(to: str) -> CreateCallRequest:
            return CreateCallRequest(
                to=[ToPhone(number=to)],
                from_=Phone(number=self._from),
                answer_url=[address(self._settings, Webhook.ANSWER, reference=reference)],
                answer_method="POST",
                event_url=[address(self._settings, Webhook.EVENT, reference=reference)],
                event_method="POST",
                ringing_timer=self._settings.ring_seconds if to_tenant else COLLEAGUE_RINGS_SECONDS,
                length_timer=int(LONGEST_CALL[purpose].total_seconds()),
                # Free, and the menu starts at once all the same: it only tells later who was listening. Of a
                # colleague only a key counts, so there is nothing to detect.
                machine_detection="continue" if to_tenant else None,
            )

        return _ask(number, call, lambda model: self._voice.create_call(model).uuid)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _ask(number: str, make: Callable[[str], Request], send: Callable[[Request], str]) -> Receipt:
    """Check, send once, and say what became of it."""
    to = number.removeprefix("+")
    if not WIRE_NUMBER.fullmatch(to):
        return Receipt(Accepted.NOT_SENT, error="not a number", permanent=True)
    try:
        model = make(to)
    except (VonageError, ValueError) as error:
        # Nothing left, and it never will: a text that is too long or a setting that is wrong, not the number's fault.
        return Receipt(Accepted.NOT_SENT, error=type(error).__name__)
    try:
        return Receipt(Accepted.SENT, provider_id=send(model))
    except ODD as error:
        return receipt_for(error)


def check_credentials(settings: Settings) -> None:
    """Sign a test token and look at every setting that the provider needs. Raises ConfigurationError."""
    provider_address(settings.vonage_url)
    read_private_key(settings.vonage_private_key.get_secret_value())
    if not WIRE_NUMBER.fullmatch(settings.organisation_number.lstrip("+")):
        raise ConfigurationError("CHECKIN_ORGANISATION_NUMBER: must be digits only, as 3197010520001")
    if not settings.vonage_application_id.strip():
        raise ConfigurationError("CHECKIN_VONAGE_APPLICATION_ID: is missing")
    secrets = secrets_of(settings)
    if not secrets or any(len(secret) < SHORTEST_SECRET for secret in secrets):
        raise ConfigurationError(
            f"CHECKIN_VONAGE_SIGNATURE_SECRET: must be {SHORTEST_SECRET} characters or more; "
            "the provider's dashboard makes a longer one"
        )
    connection = Connection(settings)
    try:
        connection.auth.create_jwt_auth_string()
    except (VonageError, ValueError, TypeError) as error:
        raise ConfigurationError("CHECKIN_VONAGE_PRIVATE_KEY: a test token could not be signed with it") from error
    finally:
        connection.close()
