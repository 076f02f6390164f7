"""Texts: what becomes of those to tenants, and what tenants write back."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from typing import Any

from checkin.phonenet.exchange import Exchange
from checkin.phonenet.text_messages import Text, inbound_body, status_body
from checkin.phonenet.wire import Webhook

Json = dict[str, Any]

SUBMITTED_AFTER = 0.05
ENDED_AFTER = 0.3
ABSENT_FOR_GOOD = "1190"


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
                inbound_body(text),
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
        body = status_body(text, status, code, self._exchange.clock.now())
        url = text.webhook_url or self._exchange.urls.status
        return Webhook("status", url, body, lane=text.uuid, number=text.to)
