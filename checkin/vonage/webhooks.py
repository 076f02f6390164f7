"""The provider's webhooks. Each is a checklist: verify, read, store once, commit, answer.

| what happened                            | answer                                     |
|------------------------------------------|--------------------------------------------|
| stored, or stored before                 | 200                                        |
| a body that is not what it should be     | 400: the provider throws it away           |
| a wrong signature                        | 401: the provider throws it away           |
| longer than 64 kB                        | 413                                        |
| no signature                             | 503: the provider tries again, signed      |
| the database is away                     | 503: the provider tries again, for a day   |
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request
from sqlalchemy import Table
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from werkzeug.exceptions import RequestEntityTooLarge

from checkin import flow
from checkin.db import insert_once, unit_of_work
from checkin.jobs import Queue, ring
from checkin.logs import logger
from checkin.messaging.callscript import Script, Voice, goodbye_trouble
from checkin.messaging.models import EventKind, ProviderEvent
from checkin.vonage import payloads
from checkin.vonage.addresses import PREFIX
from checkin.vonage.fields import LONGEST_BODY, PayloadError, our_reference, read_body
from checkin.vonage.ncco import instructions
from checkin.vonage.payloads import Conversation, Event
from checkin.vonage.signatures import (
    TEXT_TOKEN_SECONDS,
    VOICE_TOKEN_SECONDS,
    Forged,
    Trust,
    Unsigned,
    verify,
)
from checkin.web.context import House, runtime

log = logger(__name__)

JSON = "application/json"
EVENTS: Table = ProviderEvent.__table__  # type: ignore[attr-defined]
vonage_webhooks = Blueprint("vonage_webhooks", __name__, url_prefix=PREFIX)
"""Public: its guard is the signature, which every view looks at first. Without sessions it needs no CSRF token."""

Read = Callable[[dict[str, Any], str | None, str], Event]
LANGUAGES_OF_TROUBLE = ("nl", "en")
LARGEST_STEP = 9999


@vonage_webhooks.post("/inbound", provide_automatic_options=False)
def text_in() -> Response:
    """Keep a text that a tenant sent."""
    return _keep(payloads.text_in, TEXT_TOKEN_SECONDS)


@vonage_webhooks.post("/status", provide_automatic_options=False)
def text_status() -> Response:
    """Keep what became of a text."""
    return _keep(payloads.text_status, TEXT_TOKEN_SECONDS)


@vonage_webhooks.post("/event", provide_automatic_options=False)
def call_event() -> Response:
    """Keep what became of a call."""
    return _keep(payloads.call_event, VOICE_TOKEN_SECONDS)


@vonage_webhooks.post("/answer", provide_automatic_options=False)
def answer() -> Response:
    """Say the first words to a tenant who picked up, or who rings us."""
    house = runtime()
    return _instruct(house, _answered(house, EventKind.CALL_ANSWER, _conversation(house)))


@vonage_webhooks.post("/keys", provide_automatic_options=False)
def keys() -> Response:
    """Take the key that a tenant pressed, or the silence, and say what follows from it."""
    house = runtime()
    said, step = _conversation(house), _step()
    now = house.now()
    with unit_of_work(house) as session:
        _note(session, EventKind.CALL_KEYS, f"{said.provider_id} {step}", said, now)
        script = flow.call_keys(
            session,
            house,
            reference=said.reference,
            provider_id=said.provider_id,
            number=said.number,
            step=step,
            digits=said.digits,
            now=now,
        )
    return _instruct(house, (script, said.reference))


@vonage_webhooks.post("/fallback", provide_automatic_options=False)
def fallback() -> Response:
    """Try once more to say the first words; when that fails too, say so, and give the number of our people."""
    house = runtime()
    body = _signed_body(house, VOICE_TOKEN_SECONDS)
    try:
        said = payloads.conversation(body, _reference(), _ours(house))
        return _instruct(house, _answered(house, EventKind.CALL_FALLBACK, said))
    except Exception as error:  # noqa: BLE001  whatever broke, somebody is holding a telephone to their ear
        log.error("a tenant hears that something went wrong", error=type(error).__name__)  # noqa: TRY400  may hold a row
        return _trouble(house)


def _keep(read: Read, oldest: float) -> Response:
    house = runtime()
    event = read(_signed_body(house, oldest), _reference(), _ours(house))
    row = {
        "kind": event.kind,
        "external_id": event.external_id,
        "reference": event.reference,
        "payload": event.payload,
        "received_at": house.now(),
    }
    with unit_of_work(house) as session:
        if insert_once(session, EVENTS, row) is not None:
            ring(session, Queue.REPLIES)
    return Response(status=HTTPStatus.OK, content_type=JSON)


def _answered(house: House, kind: EventKind, said: Conversation) -> tuple[Script, str | None]:
    now = house.now()
    with unit_of_work(house) as session:
        _note(session, kind, said.provider_id, said, now)
        script = flow.call_answered(
            session,
            house,
            reference=said.reference,
            provider_id=said.provider_id,
            number=said.number,
            inbound=said.inbound,
            now=now,
        )
    return script, said.reference


def _note(session: Session, kind: EventKind, external_id: str, said: Conversation, now: datetime) -> None:
    """Write down that it was asked; a second question is answered as the first one, at the same time or later."""
    payload = {"provider_id": said.provider_id, "number": said.number, "inbound": said.inbound, "digits": said.digits}
    row = {
        "kind": kind,
        "external_id": external_id,
        "reference": said.reference,
        "payload": payload,
        "received_at": now,
        "handled_at": now,
    }
    insert_once(session, EVENTS, row)


def _signed_body(house: House, oldest: float) -> dict[str, Any]:
    """Give the body of this request once it is proven to be the provider's."""
    request.max_content_length = LONGEST_BODY
    body = request.get_data(cache=False)
    trust = Trust.of(house.settings)
    verify(request.headers.get("Authorization"), body, trust, now=time.time(), oldest=oldest)
    return read_body(body)


def _conversation(house: House) -> Conversation:
    return payloads.conversation(_signed_body(house, VOICE_TOKEN_SECONDS), _reference(), _ours(house))


def _reference() -> str | None:
    return our_reference(request.args.get("reference"))


def _step() -> int:
    step = request.args.get("step", "")
    if not (step.isascii() and step.isdecimal() and len(step) <= len(str(LARGEST_STEP))):
        raise PayloadError("step is missing")
    return int(step)


def _ours(house: House) -> str:
    return f"+{house.settings.organisation_number.lstrip('+')}"


def _instruct(house: House, said: tuple[Script, str | None]) -> Response:
    script, reference = said
    return Response(json.dumps(instructions(script, house.settings, reference)), content_type=JSON)


def _trouble(house: House) -> Response:
    """Say in both languages that something went wrong; it asks neither the database nor the tenant anything."""
    settings = house.settings
    voices = [Voice(settings.organisation, settings.organisation_phone, language) for language in LANGUAGES_OF_TROUBLE]
    script = Script(tuple(step for voice in voices for step in goodbye_trouble(voice).steps))
    return _instruct(house, (script, None))


@vonage_webhooks.errorhandler(PayloadError)
def _not_a_webhook(error: PayloadError) -> Response:
    return _refuse(HTTPStatus.BAD_REQUEST, str(error))


@vonage_webhooks.errorhandler(Forged)
def _forged(error: Forged) -> Response:
    log.warning("webhook with a wrong signature", webhook=request.endpoint, why=str(error))
    return _refuse(HTTPStatus.UNAUTHORIZED, "the signature is wrong")


@vonage_webhooks.errorhandler(Unsigned)
def _unsigned(_error: Unsigned) -> Response:
    log.warning("webhook without a signature", webhook=request.endpoint)
    return _refuse(HTTPStatus.SERVICE_UNAVAILABLE, "the signature is missing")


@vonage_webhooks.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    return _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the body is too long")


@vonage_webhooks.errorhandler(SQLAlchemyError)
def _not_stored(error: SQLAlchemyError) -> Response:
    """Ask for the webhook again: whatever kept the database from storing it, it is not stored.

    The error's own text holds the row, so only its kind is logged.
    """
    log.error("webhook not stored", webhook=request.endpoint, error=type(error).__name__)
    return _refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not stored, please send again")


def _refuse(status: HTTPStatus, why: str) -> Response:
    return Response(json.dumps({"error": why}), status=status, content_type=JSON)
