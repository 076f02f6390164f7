"""The provider's webhooks. Each is a checklist: verify, read, store once, commit, answer.

| what happened                            | answer                                     |
|------------------------------------------|--------------------------------------------|
| stored, or stored before                 | 200                                        |
| a body that is not what it should be     | 400: the provider throws it away           |
| a wrong signature                        | 401: the provider throws it away           |
| longer than 64 kB                        | 413                                        |
| no signature                             | 503: the provider tries again, signed      |
| the database is away                     | 503: the provider tries again, for a day   |

A call waits for its answer, so what the tenant hears is decided in the same transaction. Nothing here waits for Redis.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, current_app
from sqlalchemy import Connection, Table, select
from sqlmodel import Session, col
from werkzeug.exceptions import RequestEntityTooLarge

from checkin import flow
from checkin.db import insert_once, reading, unit_of_work
from checkin.jobs import Queue
from checkin.logs import logger
from checkin.messaging.callscript import Script, Voice, goodbye_trouble
from checkin.messaging.models import Call, CallEnd, EventKind, ProviderEvent
from checkin.voice.recorded import recorded_in
from checkin.vonage import door, payloads
from checkin.vonage.addresses import PREFIX
from checkin.vonage.ncco import instructions
from checkin.vonage.payloads import Conversation, Event
from checkin.vonage.signatures import TEXT_TOKEN_SECONDS, VOICE_TOKEN_SECONDS, WebhookRefused
from checkin.web.context import House, runtime

log = logger(__name__)

EVENTS: Table = ProviderEvent.__table__  # type: ignore[attr-defined]
Read = Callable[[dict[str, Any], str | None, str], Event]

vonage_webhooks = Blueprint("vonage_webhooks", __name__, url_prefix=PREFIX)
"""Public: its guard is the signature, which every view looks at first. Without sessions it needs no CSRF token."""
door.hang(vonage_webhooks)


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
    return _first_words(house, EventKind.CALL_ANSWER, _conversation(house))


@vonage_webhooks.post("/keys", provide_automatic_options=False)
def keys() -> Response:
    """Take the key that a tenant pressed, or the silence, and say what follows from it."""
    house = runtime()
    said, step, now = _conversation(house), door.step(), house.now()
    with unit_of_work(house) as session:
        reference = _note(session, EventKind.CALL_KEYS, f"{said.provider_id} {step}", said, now)
        script = flow.call_keys(
            session,
            house,
            reference=reference,
            provider_id=said.provider_id,
            number=said.number,
            step=step,
            digits=said.digits,
            now=now,
        )
    return _instruct(house, script, reference)


@vonage_webhooks.post("/leg", provide_automatic_options=False)
def leg() -> Response:
    """Keep what became of the second call of two that are joined; when nobody is there, say so to whoever waits.

    The provider carries on with our answer where the second call failed, and looks at it nowhere else.
    """
    house = runtime()
    event = _read(house, payloads.call_event, VOICE_TOKEN_SECONDS)
    reference = _store(house, event)
    script = None
    if event.payload["end"]:
        with reading(house) as session:
            script = flow.call_not_put_through(session, house, reference=reference, end=CallEnd(event.payload["end"]))
    return _instruct(house, script, reference) if script else Response(content_type=door.JSON)


@vonage_webhooks.post("/fallback", provide_automatic_options=False)
def fallback() -> Response:
    """Try once more to say the first words; when that fails too, say so, and give the number of our people."""
    house = runtime()
    try:
        return _first_words(house, EventKind.CALL_FALLBACK, _conversation(house))
    except (WebhookRefused, RequestEntityTooLarge):
        raise
    except Exception as error:  # noqa: BLE001  whatever broke, somebody is holding a telephone to their ear
        log.error("a tenant hears that something went wrong", error=type(error).__name__)  # noqa: TRY400  may hold a row
        return _trouble(house)


def _keep(read: Read, oldest: float) -> Response:
    house = runtime()
    _store(house, _read(house, read, oldest))
    return Response(content_type=door.JSON)


def _read(house: House, read: Read, oldest: float) -> Event:
    return read(door.signed_body(house, oldest), door.reference(), door.our_number(house))


def _store(house: House, event: Event) -> str | None:
    """Store a webhook once, and give the reference that holds."""
    reference = event.reference
    # One statement for each of up to a hundred webhooks a second: a session would cost a third more than a connection
    # (own measurement: 0.83 against 0.61 ms).
    with house.engine.begin() as connection:
        if event.kind is EventKind.CALL_EVENT:
            reference = _belonging(connection, reference, event.payload["number"])
        row = {
            "kind": event.kind,
            "external_id": event.external_id,
            "reference": reference,
            "payload": event.payload,
            "received_at": house.now(),
        }
        is_new = insert_once(connection, EVENTS, row) is not None
    if is_new:
        house.after_commit({"bells": {Queue.REPLIES}})
    return reference


def _conversation(house: House) -> Conversation:
    body = door.signed_body(house, VOICE_TOKEN_SECONDS)
    return payloads.conversation(body, door.reference(), door.our_number(house))


def _first_words(house: House, kind: EventKind, said: Conversation) -> Response:
    now = house.now()
    with unit_of_work(house) as session:
        reference = _note(session, kind, said.provider_id, said, now)
        script = flow.call_answered(
            session,
            house,
            reference=reference,
            provider_id=said.provider_id,
            number=said.number,
            inbound=said.inbound,
            now=now,
        )
    return _instruct(house, script, reference)


def _note(session: Session, kind: EventKind, external_id: str, said: Conversation, now: datetime) -> str | None:
    """Write down that we were asked, and give the reference that holds.

    Asked twice, whether a moment later or at the same time, the second waits here for the first; the flow then finds
    what the first one did, and gives the same script.
    """
    reference = _belonging(session.connection(), said.reference, said.number)
    payload = {"provider_id": said.provider_id, "number": said.number, "inbound": said.inbound, "digits": said.digits}
    row = {
        "kind": kind,
        "external_id": external_id,
        "reference": reference,
        "payload": payload,
        "received_at": now,
        "handled_at": now,
    }
    insert_once(session, EVENTS, row)
    return reference


def _belonging(connection: Connection, reference: str | None, number: str) -> str | None:
    """Hold the reference in the address, which is not signed, against the number in the body, which is."""
    if reference is None or not number:
        return reference
    query = select(col(Call.id)).where(col(Call.id) == reference, col(Call.number) == number)
    return connection.execute(query).scalar_one_or_none()


def _instruct(house: House, script: Script, reference: str | None) -> Response:
    return _answer(instructions(script, house.settings, reference, recorded_in(current_app, house).known()))


def _answer(actions: list[dict[str, Any]]) -> Response:
    return Response(json.dumps(actions), content_type=door.JSON)


def _trouble(house: House) -> Response:
    """Say in both languages that something went wrong; it asks neither the database nor the tenant anything."""
    settings = house.settings
    voices = [Voice(settings.organisation, settings.organisation_phone, language) for language in ("nl", "en")]
    steps = tuple(step for voice in voices for step in goodbye_trouble(voice).steps)
    return _answer(instructions(Script(steps), settings, None))
