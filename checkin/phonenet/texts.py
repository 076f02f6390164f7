"""Texts: what the provider accepts, what becomes of it, and what tenants write back."""

from __future__ import annotations

import re
import uuid
from dataclasses import asdict, dataclass
from typing import Any

from checkin.phonenet.clock import message_time
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.numbers import is_wire_number
from checkin.phonenet.problems import message_problem
from checkin.phonenet.wire import Webhook

Json = dict[str, Any]

LONGEST_TEXT = 1000  # Messages API 1.11; later versions say 3200
SECONDS_TO_LIVE = range(20, 604_801)
REFERENCE = re.compile(r"[!-~]{1,100}")
SENDER = re.compile(r"[A-Za-z0-9]{1,11}|[1-9][0-9]{6,14}")
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLE = set("^{}\\[~]|€\f")
SUBMITTED_AFTER = 0.05
ENDED_AFTER = 0.3
ABSENT_FOR_GOOD = "1190"


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
        shown = {
            "uuid": self.uuid,
            "from": self.from_,
            "to": self.to,
            "text": self.text,
            "at": message_time(self.at),
            "direction": self.direction,
            "status": self.status,
        }
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


class Texts:
    """Every text of the network, and the walk of each to its receipt."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._texts: dict[str, Text] = {}
        self._by_handset: dict[str, list[Text]] = {}
        self._by_reference: dict[str, Text] = {}

    def load(self) -> None:
        """Take up the texts of an earlier run, and the receipts that are still to come."""
        for row in self._exchange.store.all("text"):
            text = Text(**row)
            self._remember(text)
            if text.status in {"accepted", "submitted"} and text.direction == "to_tenant":
                self._walk(text)

    def of(self, handset: str) -> list[Text]:
        return list(self._by_handset.get(handset, []))

    def handsets(self) -> list[str]:
        return list(self._by_handset)

    def forget(self) -> None:
        self._texts.clear()
        self._by_handset.clear()
        self._by_reference.clear()

    def accept(self, body: Json) -> Text:
        """Take in a text for a tenant, and plan its receipts."""
        text = Text(
            uuid=str(uuid.uuid4()),
            from_=str(body["from"]),
            to=body["to"],
            text=body["text"],
            at=self._exchange.clock.now(),
            direction="to_tenant",
            client_ref=str(body.get("client_ref") or ""),
            webhook_url=str(body.get("webhook_url") or ""),
        )
        with self._exchange.lock:
            self._watch_reference(text)
            self._remember(text)
            self._save(text)
        self._walk(text)
        return text

    def write_back(self, handset: str, to: str, words: str) -> Text:
        """Take in a text that a tenant writes to the landlord."""
        exchange = self._exchange
        text = Text(
            uuid=str(uuid.uuid4()),
            from_=handset,
            to=to,
            text=words,
            at=exchange.clock.now(),
            direction="from_tenant",
            status="sent",
        )
        with exchange.lock:
            self._remember(text)
            self._save(text)
        exchange.webhooks.send(
            Webhook(
                "inbound",
                exchange.urls.inbound,
                self._inbound(text),
                lane=text.uuid,
                number=handset,
            )
        )
        return text

    def last_landlord(self, handset: str) -> str:
        """The landlord's number that last texted this telephone, else the first of its numbers."""
        numbers = self._exchange.application.numbers
        for text in reversed(self._by_handset.get(handset, [])):
            if text.direction == "to_tenant" and text.from_ in numbers:
                return text.from_
        return numbers[0]

    def send_first_status(self, text: Text) -> None:
        """Deliver `submitted` in this thread, before the sender hears that it was accepted."""
        with self._exchange.lock:
            text.status = "submitted"
            self._save(text)
        self._exchange.webhooks.deliver(self._status(text, "submitted"))

    def _watch_reference(self, text: Text) -> None:
        if not text.client_ref:
            return
        if earlier := self._by_reference.get(text.client_ref):
            self._exchange.violate(
                "repeated_client_ref",
                text.to,
                f"accepted twice: {earlier.uuid} and {text.uuid}",
                client_ref=text.client_ref,
            )

    def _remember(self, text: Text) -> None:
        self._texts[text.uuid] = text
        self._by_handset.setdefault(text.handset, []).append(text)
        if text.client_ref:
            self._by_reference.setdefault(text.client_ref, text)

    def _save(self, text: Text) -> None:
        self._exchange.store.put("text", text.uuid, asdict(text))

    def _walk(self, text: Text) -> None:
        """Plan `submitted` and the end: delivered, or rejected for a dead number."""
        exchange = self._exchange
        if exchange.faults.take("no_receipts", path="status", number=text.to):
            return
        if text.status == "accepted":
            exchange.clock.after(SUBMITTED_AFTER, lambda: self._advance(text, "submitted"))
        status, code = self._end(text)
        exchange.clock.after(ENDED_AFTER, lambda: self._advance(text, status, code))

    def _end(self, text: Text) -> tuple[str, str]:
        fault = self._exchange.faults.take("text_outcome", path="status", number=text.to)
        if fault is not None:
            wish = fault.value if isinstance(fault.value, dict) else {"status": fault.value}
            status = str(wish.get("status") or "rejected")
            return status, "" if status == "delivered" else str(wish.get("code") or ABSENT_FOR_GOOD)
        return ("rejected", ABSENT_FOR_GOOD) if self._exchange.is_dead(text.to) else ("delivered", "")

    def _advance(self, text: Text, status: str, code: str = "") -> None:
        with self._exchange.lock:
            if text.uuid not in self._texts or (status == "submitted" and text.status != "accepted"):
                return
            text.status = status
            self._save(text)
        self._exchange.webhooks.send(self._status(text, status, code))
        if status == "delivered":
            self._exchange.on_text(text.to, text.text)

    def _status(self, text: Text, status: str, code: str = "") -> Webhook:
        """The status webhook of the Messages API 1.11; counts and prices are strings."""
        body: Json = {
            "message_uuid": text.uuid,
            "to": text.to,
            "from": text.from_,
            "timestamp": message_time(self._exchange.clock.now()),
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
        url = text.webhook_url or self._exchange.urls.status
        return Webhook("status", url, body, lane=text.uuid, number=text.to)

    @staticmethod
    def _inbound(text: Text) -> Json:
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
