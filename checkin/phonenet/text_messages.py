"""One text, and what the provider says about it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from checkin.phonenet.clock import message_time

Json = dict[str, Any]

GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLE = set("^{}\\[~]|€\f")


@dataclass
class Text:
    """One text, to a tenant or from one."""

    uuid: str
    from_: str
    to: str
    text: str
    at: float
    direction: str
    status: str = "accepted"
    client_ref: str = ""
    webhook_url: str = ""

    @property
    def handset(self) -> str:
        return self.to if self.direction == "to_tenant" else self.from_

    def show(self) -> Json:
        """What the telephone shows."""
        return {
            "from": self.from_,
            "to": self.to,
            "text": self.text,
            "at": message_time(self.at),
            "direction": self.direction,
        }

    def show_fully(self) -> Json:
        """What only the network knows besides: its id, how far it came, the reference of the sender."""
        shown = {**self.show(), "uuid": self.uuid, "status": self.status}
        return {**shown, "client_ref": self.client_ref} if self.client_ref else shown


def parts(text: str) -> int:
    """Count the parts of a text: 160 or 153 characters in GSM-7, 70 or 67 in UCS-2."""
    if set(text) <= GSM | GSM_DOUBLE:
        length = sum(2 if character in GSM_DOUBLE else 1 for character in text)
        single, several = 160, 153
    else:
        length = len(text.encode("utf-16-le")) // 2
        single, several = 70, 67
    return 1 if length <= single else -(-length // several)


def status_body(text: Text, status: str, code: str, now: float) -> Json:
    """The status webhook of the Messages API 1.11; counts and prices are strings."""
    body: Json = {
        "message_uuid": text.uuid,
        "to": text.to,
        "from": text.from_,
        "timestamp": message_time(now),
        "status": status,
    }
    if code:
        body["error"] = {
            "type": f"https://developer.vonage.com/api-errors/messages#{code}",
            "title": code,
            "detail": "The message could not be delivered.",
            "instance": uuid.uuid4().hex,
        }
    if text.client_ref:
        body["client_ref"] = text.client_ref
    body["usage"] = {"currency": "EUR", "price": "0.0718"}
    body["channel"] = "sms"
    body["destination"] = {"network_code": "20404"}
    body["sms"] = {"count_total": str(parts(text.text))}
    return body


def inbound_body(text: Text) -> Json:
    """The inbound webhook of the Messages API 1.11."""
    words = text.text.split()
    return {
        "to": text.to,
        "from": text.from_,
        "channel": "sms",
        "message_uuid": text.uuid,
        "timestamp": message_time(text.at),
        "usage": {"currency": "EUR", "price": "0.0333"},
        "message_type": "text",
        "text": text.text,
        "sms": {
            "num_messages": str(parts(text.text)),
            "total_count": str(parts(text.text)),
            "keyword": words[0].upper() if words else "",
        },
        "origin": {"network_code": "20404"},
    }
