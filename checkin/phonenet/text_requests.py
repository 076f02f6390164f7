"""What the Messages API accepts as a text, and what it refuses."""

from __future__ import annotations

import re
from typing import Any

from checkin.phonenet.numbers import is_wire_number
from checkin.phonenet.problems import message_problem

Json = dict[str, Any]

LONGEST_TEXT = 1000  # Messages API 1.11; later versions say 3200
SECONDS_TO_LIVE = range(20, 604_801)
REFERENCE = re.compile(r"[!-~]{1,100}")
SENDER = re.compile(r"[A-Za-z0-9]{1,11}|[1-9][0-9]{6,14}")


def check_text(body: object) -> Json:
    """Refuse what the Messages API 1.11 refuses, with the codes of its error table."""
    if not isinstance(body, dict):
        raise message_problem("invalid-json", "Invalid JSON", "The request body is not a JSON object.")
    if body.get("channel") != "sms":
        raise message_problem("1100", "Invalid channel", "The channel is not one that we can use.")
    if body.get("message_type") != "text":
        raise message_problem("1140", "Invalid type", "The message type is not supported by the channel.")
    if not SENDER.fullmatch(str(body.get("from", ""))):
        raise message_problem("1120", "Invalid sender", "The from parameter is invalid for the channel.")
    reference = body.get("client_ref")
    if reference is not None and not REFERENCE.fullmatch(str(reference)):
        raise message_problem("1060", "Invalid client ref", "Client ref must be 1 to 100 characters.")
    wrong = [(name, reason) for name, reason in _wrong_fields(body) if reason]
    if wrong:
        raise message_problem("1150", "Invalid params", "The value of one or more parameters is invalid.", *wrong)
    return body


def _wrong_fields(body: Json) -> list[tuple[str, str]]:
    text, ttl, url = body.get("text"), body.get("ttl"), body.get("webhook_url")
    good_text = isinstance(text, str) and bool(text.strip()) and len(text) <= LONGEST_TEXT
    good_ttl = ttl is None or (isinstance(ttl, int) and ttl in SECONDS_TO_LIVE)
    good_url = url is None or (isinstance(url, str) and url.startswith(("http://", "https://")))
    version = body.get("webhook_version", "v1") in {"v1", "v0.1"}
    options = body.get("sms", {})
    encoding = isinstance(options, dict) and options.get("encoding_type", "auto") in {
        "auto",
        "text",
        "unicode",
    }
    return [
        ("to", "" if is_wire_number(body.get("to")) else "must be 7 to 15 digits, without + or 00"),
        ("text", "" if good_text else f"length must be 1 to {LONGEST_TEXT}"),
        ("ttl", "" if good_ttl else "must be between 20 and 604800"),
        ("webhook_url", "" if good_url else "must be a valid URL"),
        ("webhook_version", "" if version else "must be v0.1 or v1"),
        ("sms.encoding_type", "" if encoding else "must be text, unicode or auto"),
    ]
