"""The event webhooks of calls, in the provider's shapes (Voice API, event webhook)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from checkin.phonenet.calls import Call
from checkin.phonenet.clock import webhook_time
from checkin.phonenet.exchange import Exchange
from checkin.phonenet.wire import Outcome, Webhook

Json = dict[str, Any]


class CallEvents:
    """Builds and sends what the application hears about its calls."""

    def __init__(self, exchange: Exchange, base: Callable[[], str]) -> None:
        self._exchange = exchange
        self.base = base

    def send(self, call: Call, status: str, **extra: object) -> None:
        """Send one event of a call, in order after the events before it."""
        faults = self._exchange.faults
        if status == "completed" and faults.take("completed_missing", path="event", number=call.handset):
            return
        if fault := faults.take("unknown_status", path="event", number=call.handset):
            status = str(fault.value or "quantum")
        self._post(call, self.body(call, status, **extra))

    def body(self, call: Call, status: str, **extra: object) -> Json:
        """One event as it goes over the wire."""
        body = {
            "headers": {},
            "from": call.from_,
            "to": call.to,
            "uuid": call.uuid,
            "conversation_uuid": call.conversation_uuid,
            "status": status,
            "direction": call.direction,
            "timestamp": self._timestamp(),
            **extra,
        }
        if status in {"human", "machine"}:  # documented with call_uuid where others have uuid
            body["call_uuid"] = body.pop("uuid")
        return body

    def send_plain(self, call: Call, body: Json, *, url: str = "", kind: str = "event") -> None:
        """Send one of the events without a status: transfer, record, NCCO error."""
        full = {**body, "conversation_uuid": call.conversation_uuid, "timestamp": self._timestamp()}
        self._post(call, full, url=url, kind=kind)

    def send_recording(self, call: Call, action: Json) -> None:
        """Tell where a recording can be fetched."""
        now = self._exchange.clock.now()
        recording = str(uuid.uuid4())
        body = {
            "start_time": webhook_time(action["started"]),
            "recording_url": f"{self.base()}/v1/files/{recording}",
            "size": int((now - action["started"]) * 16_000) + 44,
            "recording_uuid": recording,
            "end_time": webhook_time(now),
        }
        self.send_plain(call, body, url=self.address(call, action)[0], kind="record")

    def ask_for_answer(self, call: Call, url: str, method: str, then: Callable[[Outcome], None]) -> None:
        """Ask the application what to say, and its fallback when it does not answer."""
        body = self._answer_body(call)
        self._exchange.webhooks.ask(
            Webhook("answer", url, body, method, number=call.handset),
            then,
            fallback=self._fallback(call, url, "answer"),
        )

    def ask(
        self,
        call: Call,
        kind: str,
        body: Json,
        then: Callable[[Outcome], None],
        action: Json,
    ) -> None:
        """Ask at the address of an action; a middle of a call asks the fallback as well."""
        url, method = self.address(call, action)
        self._exchange.webhooks.ask(
            Webhook(kind, url, body, method, number=call.handset),
            then,
            fallback=self._fallback(call, url, "event") if url else None,
        )

    def address(self, call: Call, action: Json) -> tuple[str, str]:
        urls = action.get("eventUrl")
        if urls:
            return str(urls[0]), str(action.get("eventMethod", "POST"))
        return call.event_url, call.event_method

    def input_body(self, call: Call, digits: str, *, timed_out: bool, speech: bool, dtmf: bool) -> Json:
        """The input webhook; digits and timed_out may well come together."""
        faults = self._exchange.faults
        if faults.take("timed_out_with_digit", path="input", number=call.handset):
            timed_out = True
        shown: str | None = digits if dtmf else None
        if faults.take("null_digits", path="input", number=call.handset):
            shown = None
        heard: Json = {"error": "Speech was not enabled"}
        if speech:
            heard = {"timeout_reason": "start_timeout", "results": []}
        body: Json = {"speech": heard, "dtmf": {"digits": shown, "timed_out": timed_out and dtmf}}
        if faults.take("missing_dtmf", path="input", number=call.handset):
            del body["dtmf"]
        return {
            **body,
            "from": call.from_,
            "to": call.to,
            "uuid": call.uuid,
            "conversation_uuid": call.conversation_uuid,
            "timestamp": self._timestamp(),
        }

    def _timestamp(self) -> str:
        return webhook_time(self._exchange.clock.now())

    def _answer_body(self, call: Call) -> Json:
        return {
            "to": call.to,
            "from": call.from_,
            "uuid": call.uuid,
            "conversation_uuid": call.conversation_uuid,
            "region_url": self.base(),
            "endpoint_type": "phone",
        }

    def _fallback(self, call: Call, url: str, kind: str) -> Webhook | None:
        fallback = self._exchange.urls.fallback
        if not fallback:
            return None
        body = {
            **self._answer_body(call),
            "reason": "",
            "original_request": {"url": url, "type": kind},
        }
        return Webhook("fallback", fallback, body, number=call.handset)

    def _post(self, call: Call, body: Json, *, url: str = "", kind: str = "event") -> None:
        webhook = Webhook(
            kind,
            url or call.event_url,
            body,
            call.event_method,
            lane=call.uuid,
            number=call.handset,
        )
        self._exchange.webhooks.send(webhook)
