"""The provider's HTTP: texts and calls, as an application sees them."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from flask import Blueprint, Response, request

from checkin.phonenet.call_requests import read_call_request
from checkin.phonenet.calls import Call
from checkin.phonenet.ncco import NccoError, read_ncco
from checkin.phonenet.problems import (
    Problem,
    as_fault,
    call_problem,
    message_problem,
    rate_limited,
    unauthorised,
    unknown_call,
    wrong_moment,
)
from checkin.phonenet.texts import check_text
from checkin.phonenet.tokens import is_genuine

if TYPE_CHECKING:
    from checkin.phonenet.limits import RollingSecond
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]

MUTES = frozenset({"mute", "unmute", "earmuff", "unearmuff"})
MOST_ON_A_PAGE = 100


def answer_json(status: int, body: object, headers: dict[str, str] | None = None) -> Response:
    """Answer JSON with letters as they are; the client reads UTF-8."""
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, status, headers, content_type="application/json")


class ProviderApi:
    """Who may ask, how often, and which faults strike; the answers themselves are below."""

    def __init__(self, network: PhoneNetwork) -> None:
        self._network = network

    def blueprint(self) -> Blueprint:
        api = Blueprint("provider", __name__)
        api.register_error_handler(Problem, self._refuse)
        api.post("/v1/messages")(self.send_text)
        api.post("/v1/calls")(self.create_call)
        api.get("/v1/calls")(self.list_calls)
        api.get("/v1/calls/<call_uuid>")(self.show_call)
        api.put("/v1/calls/<call_uuid>")(self.change_call)
        for sound in ("talk", "stream"):
            for method, verb in (("PUT", "started"), ("DELETE", "stopped")):
                view = self._sound_view(sound, verb)
                address = f"/v1/calls/<call_uuid>/{sound}"
                api.add_url_rule(address, f"{sound}_{verb}", view, methods=[method])
        api.put("/v1/calls/<call_uuid>/dtmf")(self.send_dtmf)
        api.get("/v1/files/<recording_uuid>")(self.download)
        return api

    # Texts

    def send_text(self) -> Response:
        limits = self._network.limits
        self._let_in(limits.texts, "messages")
        body = check_text(self._json(texts=True))
        return self._with_faults("messages", body["to"], lambda: self._accept_text(body))

    def _accept_text(self, body: Json) -> Response:
        network = self._network
        text = network.texts.accept(body)
        if network.faults.take("status_before_answer", path="messages", number=text.to):
            network.texts.send_first_status(text)
        return answer_json(202, {"message_uuid": text.uuid})

    # Calls

    def create_call(self) -> Response:
        self._let_in(self._network.limits.calls, "calls")
        wish = read_call_request(self._json(texts=False), self._network.application.numbers)

        def accept() -> Response:
            call = self._network.switchboard.create(wish)
            return answer_json(
                201,
                {
                    "uuid": call.uuid,
                    "status": "started",
                    "direction": call.direction,
                    "conversation_uuid": call.conversation_uuid,
                },
            )

        return self._with_faults("calls", wish.to, accept)

    def list_calls(self) -> Response:
        self._let_in(self._network.limits.others, "calls")
        size = min(request.args.get("page_size", 10, type=int), MOST_ON_A_PAGE)
        index = request.args.get("record_index", 0, type=int)
        found = [call for call in self._network.switchboard.all() if _wanted(call)]
        if request.args.get("order", "asc") == "desc":
            found.reverse()
        base = self._network.url
        page = [call.describe(base) for call in found[index : index + size]]
        return answer_json(
            200,
            {
                "count": len(found),
                "page_size": size,
                "record_index": index,
                "_links": {"self": {"href": f"{base}{request.full_path.rstrip('?')}"}},
                "_embedded": {"calls": page},
            },
        )

    def show_call(self, call_uuid: str) -> Response:
        self._let_in(self._network.limits.others, "call")
        call = self._find(call_uuid)
        return answer_json(200, call.describe(self._network.url))

    def change_call(self, call_uuid: str) -> Response:
        self._let_in(self._network.limits.others, "call")
        call = self._find(call_uuid)
        body = self._json(texts=False)
        if not isinstance(body, dict):
            raise call_problem("action", "is required")
        change = self._change(call, body)

        def accept() -> Response:
            change()
            return Response(status=204)

        return self._with_faults("call", call.handset, accept)

    def _change(self, call: Call, body: Json) -> Callable[[], None]:
        """Check one change of a call, and return what carries it out."""
        switchboard = self._network.switchboard
        action = body.get("action")
        if action == "hangup" and not call.is_over:
            return lambda: switchboard.hang_up(call)
        if action not in MUTES | {"hangup", "transfer"}:
            raise call_problem("action", "must be hangup, transfer, mute, unmute, earmuff or unearmuff")
        if not call.is_talking:
            raise wrong_moment()
        if action in MUTES:
            return lambda: None
        destination = body.get("destination")
        if not isinstance(destination, dict) or destination.get("type") != "ncco":
            raise call_problem("destination", "must be of type ncco")
        if "url" in destination:
            url = _one_url(destination["url"])
            return lambda: switchboard.transfer_to(call, url)
        try:
            actions = read_ncco(destination.get("ncco"))
        except NccoError as error:
            raise call_problem("destination.ncco", str(error)) from error
        return lambda: switchboard.transfer(call, actions)

    def _sound_view(self, sound: str, verb: str) -> Callable[[str], Response]:
        def view(call_uuid: str) -> Response:
            self._let_in(self._network.limits.others, sound)
            call = self._find(call_uuid)
            if not call.is_talking:
                raise wrong_moment()
            words, language = self._sound(sound) if verb == "started" else ("", "")

            def accept() -> Response:
                if words:
                    with self._network.exchange.lock:
                        self._network.switchboard.script.say(call, words, language)
                return answer_json(200, {"message": f"{sound.title()} {verb}", "uuid": call.uuid})

            return self._with_faults(sound, call.handset, accept)

        return view

    def _sound(self, sound: str) -> tuple[str, str]:
        body = self._json(texts=False)
        if not isinstance(body, dict):
            raise call_problem("body", "must be a JSON object")
        if sound == "stream":
            return f"[audio {_one_url(body.get('stream_url'))}]", ""
        try:
            read_ncco([{"action": "talk", "text": body.get("text")}])
        except NccoError as error:
            raise call_problem("text", "is required") from error
        return str(body["text"]), str(body.get("language", "en-US"))

    def send_dtmf(self, call_uuid: str) -> Response:
        self._let_in(self._network.limits.others, "dtmf")
        call = self._find(call_uuid)
        body = self._json(texts=False)
        digits = body.get("digits") if isinstance(body, dict) else None
        if not isinstance(digits, str) or not digits or not set(digits) <= set("0123456789*#p"):
            raise call_problem("digits", "must be 0-9, *, # and p")
        if not call.is_talking:
            raise wrong_moment()

        def accept() -> Response:
            with self._network.exchange.lock:
                self._network.switchboard.script.say(call, f"[tones {digits}]", "")
            return answer_json(200, {"message": "DTMF sent", "uuid": call.uuid})

        return self._with_faults("dtmf", call.handset, accept)

    def download(self, recording_uuid: str) -> Response:
        """A recording is an empty sound: what matters is that it takes a token to hear it."""
        self._let_in(self._network.limits.others, "files")
        header = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0"
        return Response(header, 200, {"X-Recording": recording_uuid}, content_type="audio/wav")

    # Common to all

    def _let_in(self, limit: RollingSecond, path: str) -> None:
        """Check the token and the rate, then the faults that strike before anything is accepted."""
        network = self._network
        header = request.headers.get("Authorization", "")
        if not is_genuine(header, application_id=network.application.application_id, key=network.public_key):
            raise unauthorised()
        if not limit.allows():
            raise rate_limited(texts=path == "messages")
        number = self._number(path)
        if fault := network.faults.take("refuse", path=path, number=number):
            wish = fault.value if isinstance(fault.value, dict) else {"status": fault.value}
            raise as_fault(
                int(wish.get("status") or 503),
                texts=path == "messages",
                retry_after=wish.get("retry_after"),
            )
        if network.faults.take("drop_before_accepting", path=path, number=number):
            _hang_up_on_client()

    def _with_faults(self, path: str, number: str, accept: Callable[[], Response]) -> Response:
        """Accept the request, then let the faults strike that lose or spoil the answer."""
        response = accept()
        faults = self._network.faults
        if slow := faults.take("slow", path=path, number=number):
            time.sleep(slow.seconds(15))
        if faults.take("drop", path=path, number=number):
            _hang_up_on_client()
        if fault := faults.take("fail_after_accepting", path=path, number=number):
            raise as_fault(int(fault.value or 500), texts=path == "messages")
        if faults.take("empty_answer", path=path, number=number):
            response.set_data(b"")
        return response

    def _number(self, path: str) -> str:
        """The telephone that a request is about, for faults that strike one number only."""
        body = request.get_json(silent=True)
        if isinstance(body, dict) and path == "messages":
            return str(body.get("to", ""))
        if isinstance(body, dict) and path == "calls":
            to = body.get("to")
            return str(to[0].get("number", "")) if isinstance(to, list) and to and isinstance(to[0], dict) else ""
        call = self._network.switchboard.find((request.view_args or {}).get("call_uuid", ""))
        return call.handset if call else ""

    def _find(self, call_uuid: str) -> Call:
        call = self._network.switchboard.find(call_uuid)
        if call is None:
            raise unknown_call()
        return call

    @staticmethod
    def _json(*, texts: bool) -> object:
        if request.mimetype == "application/json":
            try:
                return json.loads(request.get_data())
            except ValueError:
                pass
        if texts:
            raise message_problem("invalid-json", "Invalid JSON", "The request body is not valid JSON.")
        raise call_problem("body", "is not valid JSON")

    @staticmethod
    def _refuse(problem: Problem) -> Response:
        return answer_json(problem.status, problem.body, problem.headers)


def _wanted(call: Call) -> bool:
    status, conversation = request.args.get("status"), request.args.get("conversation_uuid")
    return status in {None, call.status} and conversation in {None, call.conversation_uuid}


def _one_url(value: object) -> str:
    if isinstance(value, list) and len(value) == 1 and str(value[0]).startswith(("http://", "https://")):
        return str(value[0])
    raise call_problem("url", "must be an array of one URL")


def _hang_up_on_client() -> NoReturn:
    """Close the connection under the answer: the client sees the end of it and not a byte more."""
    connection: socket.socket = request.environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)
    raise as_fault(500, texts=False)  # nobody hears it
