"""What the provider's webhooks say, in our own words; the only place that knows the names of its fields.

Nothing here trusts its input further than its signature: whatever a body holds, the outcome is a value or a
PayloadError. Unknown statuses, missing times and extra fields are no errors, since the provider adds them at will;
a missing id or a wrong type of something that we count on is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from checkin.domain.deliveries import DeliveryAction
from checkin.logs import logger
from checkin.messaging.models import CallEnd, EventKind
from checkin.vonage.errors import Blame, blame_for_report
from checkin.vonage.fields import (
    LONGEST_ID,
    LONGEST_TEXT,
    PayloadError,
    clean,
    identifier,
    moment,
    our_reference,
    phone_number,
    seconds,
    word,
)

log = logger(__name__)

A, E = DeliveryAction, CallEnd
TEXT_STATUSES = MappingProxyType(
    {"submitted": A.ACCEPT, "delivered": A.DELIVER, "read": A.DELIVER, "rejected": A.FAIL, "undeliverable": A.FAIL}
)


@dataclass(frozen=True)
class CallStatus:
    """What a status of a call means: for its delivery, for its end, and whether the telephone rang."""

    action: DeliveryAction | None
    end: CallEnd | None = None
    rang: bool = False


CALL_STATUSES = MappingProxyType(
    {
        "started": CallStatus(A.ACCEPT),
        "ringing": CallStatus(A.ACCEPT, rang=True),
        "answered": CallStatus(A.DELIVER, rang=True),
        "human": CallStatus(A.DELIVER, rang=True),
        "machine": CallStatus(A.DELIVER, E.VOICEMAIL, rang=True),
        "busy": CallStatus(A.FAIL, E.BUSY),
        "cancelled": CallStatus(A.FAIL, E.CANCELLED),
        "unanswered": CallStatus(A.FAIL, E.NO_ANSWER, rang=True),
        "timeout": CallStatus(A.FAIL, E.NO_ANSWER, rang=True),
        "rejected": CallStatus(A.FAIL, E.REJECTED, rang=True),
        "failed": CallStatus(A.FAIL, E.FAILED),
        # It says only that the call is over. Whether it was answered, and why not, other events say before or after.
        "completed": CallStatus(None, E.COMPLETED),
    }
)
DEAD_NUMBER = CallStatus(A.FAIL, E.NUMBER_DEAD)
NOT_RUNG = CallStatus(A.FAIL, E.NO_ANSWER)
REASONS = MappingProxyType(
    {
        ("rejected", "invalid_number"): DEAD_NUMBER,
        ("rejected", "restricted"): CallStatus(A.FAIL, E.FAILED),
        ("failed", "number_out_of_service"): DEAD_NUMBER,
        ("unanswered", "unavailable"): NOT_RUNG,
    }
)
"""Where the provider's `detail` says more than its status."""
DEAD_SIP_CODES = frozenset({"404", "410", "484", "604"})
"""Not found, gone, address incomplete, does not exist anywhere (RFC 3261, section 21)."""
KEYS = re.compile(r"[^0-9*#]")
MOST_KEYS = 20


@dataclass(frozen=True)
class Event:
    """A webhook that is stored, and handled afterwards."""

    kind: EventKind
    external_id: str
    reference: str | None
    payload: dict[str, Any]


@dataclass(frozen=True)
class Conversation:
    """A webhook that asks what the call must say next."""

    provider_id: str
    number: str
    inbound: bool
    reference: str | None
    digits: str = ""


def text_in(body: dict[str, Any], _reference: str | None, _ours: str) -> Event:
    """Read a text that somebody sent us."""
    text = body.get("text")
    if not isinstance(text, str):
        raise PayloadError("text is missing")
    if not isinstance(body.get("from"), str | int):
        raise PayloadError("from is missing")
    provider_id = identifier(body, "message_uuid")
    payload = {
        "provider_id": provider_id,
        "number": phone_number(body["from"]),
        "to": phone_number(body.get("to")),
        "text": clean(text, LONGEST_TEXT),
        "at": moment(body.get("timestamp")),
    }
    return Event(EventKind.TEXT_IN, provider_id, None, payload)


def text_status(body: dict[str, Any], _reference: str | None, _ours: str) -> Event:
    """Read what became of a text that we sent."""
    provider_id, status = identifier(body, "message_uuid"), word(body.get("status"))
    action = TEXT_STATUSES.get(status)
    if action is None:
        log.warning("unknown status of a text", status=status)
    code = _error_code(body.get("error"))
    blame = blame_for_report(code) if action is A.FAIL else Blame.UNKNOWN
    if blame is Blame.OURS:
        log.error("the provider refused a text because of us", code=code)
    payload = {
        "provider_id": provider_id,
        "number": phone_number(body.get("to")),
        "action": action,
        "error": code,
        "permanent": blame is Blame.NUMBER,
        "our_fault": blame is Blame.OURS,
        "at": moment(body.get("timestamp")),
    }
    reference = our_reference(body.get("client_ref"))
    return Event(EventKind.TEXT_STATUS, f"{provider_id} {status}", reference, payload)


def call_event(body: dict[str, Any], reference: str | None, ours: str) -> Event:
    """Read what became of a call; the events without a status (a moved leg, a wrong script) say nothing about that."""
    provider_id = identifier(body, "uuid", "call_uuid", "conversation_uuid", "conversation_uuid_from")
    word_for_it = word(body.get("status"))
    status = _call_status(word_for_it, body)
    lasted = seconds(body.get("duration"))
    said = word_for_it or word(body.get("type")) or ("reason" if "reason" in body else "")
    payload = {
        "provider_id": provider_id,
        "number": _tenant_number(body, ours),
        "inbound": _is_inbound(body, ours),
        "action": status.action,
        "end": status.end,
        "rang": status.rang,
        "seconds": lasted,
        "hung_up_by": {"user": "tenant", "platform": "us"}.get(word(body.get("disconnected_by"))),
        "at": moment(body.get("timestamp")),
    }
    seen = f"{provider_id} {said} {word(body.get('timestamp'))}"[: 2 * LONGEST_ID]
    return Event(EventKind.CALL_EVENT, seen, reference, payload)


def conversation(body: dict[str, Any], reference: str | None, ours: str) -> Conversation:
    """Read a webhook that asks for a script: the call was answered, a key was pressed, or an earlier answer failed."""
    reference = reference or _asked_for(body.get("original_request"))
    inbound = reference is None and _is_inbound(body, ours)
    return Conversation(
        identifier(body, "uuid"), _tenant_number(body, ours), inbound, reference, _digits(body.get("dtmf"))
    )


def _call_status(status: str, body: dict[str, Any]) -> CallStatus:
    known = CALL_STATUSES.get(status)
    if known is None:
        _log_unknown(status, body)
        return CallStatus(None)
    if status == "completed" and seconds(body.get("duration")) > 0:
        return CallStatus(A.DELIVER, known.end, rang=True)  # the event that it was answered may have been lost
    if status in {"failed", "rejected"} and word(body.get("sip_code")) in DEAD_SIP_CODES:
        return DEAD_NUMBER
    return REASONS.get((status, word(body.get("detail"))), known)


def _log_unknown(status: str, body: dict[str, Any]) -> None:
    if "reason" in body and not status:
        # The tenant heard nothing or half a sentence: a defect of ours that nobody else would notice.
        log.error("the provider could not carry out our script")
    else:
        log.warning("unknown event of a call", status=status, kind=word(body.get("type")))


def _is_inbound(body: dict[str, Any], ours: str) -> bool:
    direction = body.get("direction")
    return direction == "inbound" if isinstance(direction, str) else phone_number(_caller(body)) != ours


def _tenant_number(body: dict[str, Any], ours: str) -> str:
    """Give the number at the other end, whichever way the call went; nothing when it is withheld."""
    return phone_number(_caller(body) if _is_inbound(body, ours) else body.get("to"))


def _caller(body: dict[str, Any]) -> object:
    return body.get("from") or body.get("from_user")


def _asked_for(request: object) -> str | None:
    """Find our reference in the address that failed; the fallback is one address for every call."""
    url = request.get("url") if isinstance(request, dict) else None
    try:
        query = parse_qs(urlsplit(url).query) if isinstance(url, str) else {}
    except ValueError:
        return None
    return our_reference(query.get("reference", [None])[0])


def _digits(dtmf: object) -> str:
    """Take the keys; they count also when the time ran out just after, and nothing pressed has many shapes."""
    pressed = dtmf.get("digits") if isinstance(dtmf, dict) else dtmf
    return KEYS.sub("", word(pressed))[:MOST_KEYS]


def _error_code(error: object) -> str:
    """Take the code of an error: its title as text or number, else what stands after the `#` of its type."""
    if not isinstance(error, dict):
        return ""
    title, kind = word(error.get("title")), word(error.get("type"))
    return title if title.isdecimal() else clean(kind.rpartition("#")[2], LONGEST_ID)
