"""What became of one request: sent, surely not sent, or unknown; and only the second may be tried again.

| what happened                                                            | receipt  |
|--------------------------------------------------------------------------|----------|
| 2xx with the provider's id                                               | SENT     |
| no connection: refused, name not found, no answer to knocking, wrong certificate | NOT_SENT |
| 4xx, 429 among them: read and refused                                    | NOT_SENT |
| no answer: time ran out, reset, dropped                                  | UNKNOWN  |
| 5xx (503 too: nowhere is it promised to mean "not accepted"), 3xx         | UNKNOWN  |
| 2xx without the provider's id                                            | UNKNOWN  |
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import requests
import urllib3.exceptions
from vonage_http_client import HttpRequestError

from checkin.logs import logger
from checkin.messaging.gateway import Accepted, Receipt
from checkin.vonage.errors import Blame, blame_for_refusal

log = logger(__name__)

LONGEST_RETRY_AFTER = 3600.0
NEVER_LEFT = (
    urllib3.exceptions.NewConnectionError,  # refused, or the name is not known
    urllib3.exceptions.ConnectTimeoutError,
    urllib3.exceptions.ProxyError,
    ssl.SSLCertVerificationError,
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidHeader,
)


def receipt_for(error: Exception) -> Receipt:
    """Give the receipt of a request that raised `error` on its way, or on the way back."""
    if isinstance(error, HttpRequestError):
        return _answered(error.response)
    kind = type(error).__name__
    if any(isinstance(cause, NEVER_LEFT) for cause in _causes(error)):
        return Receipt(Accepted.NOT_SENT, error=kind)
    return Receipt(Accepted.UNKNOWN, error=kind)


def _answered(response: requests.Response) -> Receipt:
    status = response.status_code
    if not HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return Receipt(Accepted.UNKNOWN, error=str(status))
    body = _body(response)
    code = _code(body)
    blame = blame_for_refusal(status, code, _wrong_fields(body))
    if blame is Blame.OURS:
        log.error("the provider refuses our request", status=status, code=code)
    return Receipt(
        Accepted.NOT_SENT,
        error=f"{status} {code}".strip(),
        permanent=blame is Blame.NUMBER,
        retry_after_seconds=_retry_after(response.headers.get("Retry-After", "")),
    )


def _body(response: requests.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _code(body: dict[str, Any]) -> str:
    """Take the code after the `#` of a problem's type; titles are for people and change."""
    _, mark, code = str(body.get("type", "")).rpartition("#")
    return code[:40] if mark and code.replace("-", "").isalnum() else ""


def _wrong_fields(body: dict[str, Any]) -> tuple[str, ...]:
    named = body.get("invalid_parameters")
    fields = named if isinstance(named, list) else []
    return tuple(str(field.get("name", "")) for field in fields if isinstance(field, dict))


def _retry_after(header: str) -> float | None:
    """Read seconds or a date; no document of the provider promises either, so both are capped."""
    if not header:
        return None
    try:
        seconds = float(header) if header.isdecimal() else parsedate_to_datetime(header).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk from what `requests` raised to what really happened."""
    yield error
    for inner in (*error.args, getattr(error, "reason", None)):
        if isinstance(inner, BaseException):
            yield from _causes(inner)
