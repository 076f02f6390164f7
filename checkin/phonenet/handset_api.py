"""The HTTP of telephones: JSON for tests and scripts, forms and pages for people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, redirect, request, url_for

from checkin.phonenet.door import answer_json
from checkin.phonenet.faults import UnknownFaultError
from checkin.phonenet.handsets import HandsetError
from checkin.phonenet.pages import Pages

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as Answer

    from checkin.phonenet.calls import Call
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]


def wants_page() -> bool:
    """Tell whether a browser asks: it names text/html before anything else."""
    return request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"


class HandsetApi:
    """One telephone at a time, and the switches of the whole network."""

    def __init__(self, network: PhoneNetwork) -> None:
        self._network = network
        self._pages = Pages(network)

    def blueprint(self) -> Blueprint:
        api = Blueprint("handset", __name__)
        api.register_error_handler(HandsetError, self._explain)
        api.register_error_handler(UnknownFaultError, lambda error: answer_json(422, {"error": str(error)}))
        api.before_request(_refuse_other_sites)
        api.get("/")(self.go_to_handsets)
        api.get("/health")(self.show_health)
        api.get("/handset")(self.show_handsets)
        api.get("/handset/<number>")(self.show_handset)
        api.post("/handset/<number>/texts")(self.write)
        api.post("/handset/<number>/calls")(self.ring)
        api.post("/handset/<number>/calls/<call_uuid>/<action>")(self.act)
        api.get("/violations")(self.show_violations)
        api.get("/neighbours")(self.show_neighbours)
        api.put("/neighbours")(self.set_neighbours)
        api.post("/neighbours")(self.set_neighbours)
        api.get("/faults")(self.show_faults)
        api.put("/faults")(self.set_faults)
        api.get("/webhooks")(self.show_webhooks)
        api.post("/reset")(self.reset)
        return api

    # Telephones

    def go_to_handsets(self) -> Answer:
        return redirect(url_for("handset.show_handsets"))

    def show_handsets(self) -> Answer:
        if wanted := request.args.get("number"):
            number = self._network.handset(wanted).number
            return redirect(url_for("handset.show_handset", number=number), 303)
        if wants_page():
            return self._pages.handsets()
        return answer_json(200, self._network.handsets.numbers())

    def show_handset(self, number: str) -> Answer:
        """A page for a browser; JSON for others, with `?full=1` all that the page itself needs."""
        handset = self._network.handset(number)
        if not wants_page():
            return answer_json(200, handset.show_fully() if request.args.get("full") == "1" else handset.show())
        if handset.number != number:
            return redirect(url_for("handset.show_handset", number=handset.number))
        self._network.handsets.take_in_hand(handset.number)
        return self._pages.handset(handset)

    def write(self, number: str) -> Answer:
        sent = _fields()
        text = self._network.handset(number).send(sent.get("text", ""), to=str(sent.get("to", "")))
        return self._done(number, 201, text.show())

    def ring(self, number: str) -> Answer:
        call = self._network.handset(number).ring(str(_fields().get("to", "")))
        return self._done(number, 201, call.show())

    def act(self, number: str, call_uuid: str, action: str) -> Answer:
        handset = self._network.handset(number)
        sent = _fields()
        actions: dict[str, Callable[[], Call]] = {
            "answer": lambda: handset.answer(call_uuid, natural_pace=sent.get("pace") == "natural"),
            "keys": lambda: handset.press(call_uuid, str(sent.get("digits", ""))),
            "hangup": lambda: handset.hang_up(call_uuid),
            "reject": lambda: handset.reject(call_uuid),
            "voicemail": lambda: handset.voicemail(call_uuid),
        }
        if action not in actions:
            raise HandsetError(404, f"a telephone cannot {action}; it can {', '.join(actions)}")
        return self._done(number, 200, actions[action]().show())

    # The whole network

    def show_health(self) -> Response:
        return answer_json(200, {"ok": True})

    def show_faults(self) -> Response:
        return answer_json(200, self._network.faults.describe())

    def show_webhooks(self) -> Response:
        return answer_json(200, self._network.webhooks.recent())

    def show_violations(self) -> Response:
        return self._pages.violations() if wants_page() else answer_json(200, self._network.violations)

    def show_neighbours(self) -> Response:
        by_hand = sorted(self._network.handsets.by_hand)
        return answer_json(200, {"active": self._network.neighbours.active, "by_hand": by_hand})

    def set_neighbours(self) -> Answer:
        active = str(_fields().get("active")).lower()
        if active not in {"true", "false"}:
            raise HandsetError(409, "active must be true or false")
        self._network.neighbours.switch(active=active == "true")
        if wants_page():
            return redirect(url_for("handset.show_handsets"), 303)
        return self.show_neighbours()

    def set_faults(self) -> Response:
        wished = request.get_json(silent=True)
        faults = wished if isinstance(wished, list) else [wished]
        if not all(isinstance(fault, dict) for fault in faults):
            message = "faults are one JSON object or a list of them"
            raise UnknownFaultError(message)
        self._network.faults.set([fault for fault in faults if fault])
        return answer_json(200, self._network.faults.describe())

    def reset(self) -> Response:
        self._network.reset()
        return answer_json(200, {"ok": True})

    def _done(self, number: str, status: int, body: Json) -> Answer:
        """A form goes back to its page; anything else gets JSON."""
        if not wants_page():
            return answer_json(status, body)
        known = self._network.handset(number).number
        return redirect(url_for("handset.show_handset", number=known), 303)

    def _explain(self, error: HandsetError) -> Response:
        if not wants_page():
            return answer_json(error.status, {"error": error.reason})
        return self._pages.sorry(error)


def _fields() -> Json:
    """The fields of a form or a JSON object, whichever was sent."""
    body = request.get_json(silent=True)
    if isinstance(body, dict):
        return body
    return request.form.to_dict()


def _refuse_other_sites() -> Response | None:
    """Let no other website press the keys of these telephones."""
    if request.method != "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        return answer_json(403, {"error": "that came from another website"})
    return None
