"""What a webhook must show before it is let in, and what it is told when it is not."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import RequestEntityTooLarge

from checkin.logs import logger
from checkin.vonage.fields import LONGEST_BODY, PayloadError, our_reference, read_body
from checkin.vonage.signatures import Forged, Trust, Unsigned, verify
from checkin.web.context import House

log = logger(__name__)

JSON = "application/json"
LARGEST_STEP = 9999


def signed_body(house: House, oldest: float) -> dict[str, Any]:
    """Give the body of this request once it is proven to be the provider's; `oldest` is its token's greatest age."""
    request.max_content_length = LONGEST_BODY
    body = request.get_data(cache=False)
    trust = Trust.of(house.settings)
    verify(request.headers.get("Authorization"), body, trust, now=time.time(), oldest=oldest)
    return read_body(body)


def reference() -> str | None:
    """Give our own reference from the address. It is not signed: see `checkin/vonage/signatures.py`."""
    return our_reference(request.args.get("reference"))


def step() -> int:
    """Give the step of the menu from the address. Raises PayloadError."""
    given = request.args.get("step", "")
    if not (given.isascii() and given.isdecimal() and len(given) <= len(str(LARGEST_STEP))):
        raise PayloadError("step is missing")
    return int(given)


def our_number(house: House) -> str:
    """Give our number at the provider, with its plus."""
    return f"+{house.settings.organisation_number.lstrip('+')}"


def hang(blueprint: Blueprint) -> None:
    """Answer what is refused in one line of JSON that repeats nothing of what came."""
    blueprint.register_error_handler(PayloadError, _not_a_webhook)
    blueprint.register_error_handler(Forged, _forged)
    blueprint.register_error_handler(Unsigned, _unsigned)
    blueprint.register_error_handler(RequestEntityTooLarge, _too_large)
    blueprint.register_error_handler(SQLAlchemyError, _not_stored)


def _not_a_webhook(error: PayloadError) -> Response:
    log.warning("webhook that cannot be read", webhook=request.endpoint, why=str(error))
    return _refuse(HTTPStatus.BAD_REQUEST, str(error))


def _forged(error: Forged) -> Response:
    log.warning("webhook with a wrong signature", webhook=request.endpoint, why=str(error))
    return _refuse(HTTPStatus.UNAUTHORIZED, "the signature is wrong")


def _unsigned(_error: Unsigned) -> Response:
    log.warning("webhook without a signature", webhook=request.endpoint)
    return _refuse(HTTPStatus.SERVICE_UNAVAILABLE, "the signature is missing")


def _too_large(_error: RequestEntityTooLarge) -> Response:
    return _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the body is too long")


def _not_stored(error: SQLAlchemyError) -> Response:
    """Ask for the webhook again: whatever kept the database from storing it, it is not stored.

    The error's own text holds the row, so only its kind is logged.
    """
    log.error("webhook not stored", webhook=request.endpoint, error=type(error).__name__)
    return _refuse(HTTPStatus.SERVICE_UNAVAILABLE, "not stored, please send again")


def _refuse(status: HTTPStatus, why: str) -> Response:
    return Response(json.dumps({"error": why}), status=status, content_type=JSON)
