"""The provider's HTTP for calls, as an application sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request

from checkin.phonenet.call_requests import read_call_request
from checkin.phonenet.calls import Call
from checkin.phonenet.door import Door, answer_json
from checkin.phonenet.ncco import NccoError, read_ncco
from checkin.phonenet.problems import call_problem, unknown_call, wrong_moment
from checkin.phonenet.speech import read_aloud

if TYPE_CHECKING:
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]

MUTES = frozenset({"mute", "unmute", "earmuff", "unearmuff"})
MOST_ON_A_PAGE = 100


class CallApi:
    """The Voice API."""

    def __init__(self, network: PhoneNetwork, door: Door) -> None:
        self._network = network
        self._door = door

    def register(self, api: Blueprint) -> None:
        """Put the addresses of calls on a blueprint."""
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

    def create_call(self) -> Response:
        self._door.let_in(self._network.limits.calls, "calls")
        wish = read_call_request(self._door.read_json(texts=False), self._network.application.numbers)

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

        return self._door.with_faults("calls", wish.to, accept)

    def list_calls(self) -> Response:
        self._door.let_in(self._network.limits.others, "calls")
        size = min(request.args.get("page_size", 10, type=int), MOST_ON_A_PAGE)
        index = request.args.get("record_index", 0, type=int)
        found = [call for call in self._network.switchboard.book.all() if _wanted(call)]
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
        self._door.let_in(self._network.limits.others, "call")
        call = self._find(call_uuid)
        return answer_json(200, call.describe(self._network.url))

    def change_call(self, call_uuid: str) -> Response:
        self._door.let_in(self._network.limits.others, "call")
        call = self._find(call_uuid)
        body = self._door.read_json(texts=False)
        if not isinstance(body, dict):
            raise call_problem("action", "is required")
        change = self._change(call, body)

        def accept() -> Response:
            change()
            return Response(status=204)

        return self._door.with_faults("call", call.handset, accept)

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
            return lambda: switchboard.bridges.transfer_to(call, url)
        try:
            actions = read_ncco(destination.get("ncco"))
        except NccoError as error:
            raise call_problem("destination.ncco", str(error)) from error
        return lambda: switchboard.bridges.transfer(call, actions)

    def _sound_view(self, sound: str, verb: str) -> Callable[[str], Response]:
        def view(call_uuid: str) -> Response:
            self._door.let_in(self._network.limits.others, sound)
            call = self._find(call_uuid)
            if not call.is_talking:
                raise wrong_moment()
            language, sentences = self._sound(sound) if verb == "started" else ("", ())

            def accept() -> Response:
                with self._network.exchange.lock:
                    self._network.switchboard.script.say(call, language, *sentences)
                return answer_json(200, {"message": f"{sound.title()} {verb}", "uuid": call.uuid})

            return self._door.with_faults(sound, call.handset, accept)

        return view

    def _sound(self, sound: str) -> tuple[str, tuple[str, ...]]:
        """Read what is to be heard: its language, and its sentences."""
        body = self._door.read_json(texts=False)
        if not isinstance(body, dict):
            raise call_problem("body", "must be a JSON object")
        if sound == "stream":
            return "", (f"[audio {_one_url(body.get('stream_url'))}]",)
        try:
            read_ncco([{"action": "talk", "text": body.get("text")}])
        except NccoError as error:
            raise call_problem("text", "is required") from error
        return str(body.get("language", "en-US")), read_aloud(body["text"]).sentences

    def send_dtmf(self, call_uuid: str) -> Response:
        self._door.let_in(self._network.limits.others, "dtmf")
        call = self._find(call_uuid)
        body = self._door.read_json(texts=False)
        digits = body.get("digits") if isinstance(body, dict) else None
        if not isinstance(digits, str) or not digits or not set(digits) <= set("0123456789*#p"):
            raise call_problem("digits", "must be 0-9, *, # and p")
        if not call.is_talking:
            raise wrong_moment()

        def accept() -> Response:
            with self._network.exchange.lock:
                self._network.switchboard.script.note(call, f"tones {digits}")
            return answer_json(200, {"message": "DTMF sent", "uuid": call.uuid})

        return self._door.with_faults("dtmf", call.handset, accept)

    def download(self, recording_uuid: str) -> Response:
        """A recording is an empty sound: what matters is that it takes a token to hear it."""
        self._door.let_in(self._network.limits.others, "files")
        header = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0"
        return Response(header, 200, {"X-Recording": recording_uuid}, content_type="audio/wav")

    def _find(self, call_uuid: str) -> Call:
        call = self._network.switchboard.book.find(call_uuid)
        if call is None:
            raise unknown_call()
        return call


def _wanted(call: Call) -> bool:
    status, conversation = request.args.get("status"), request.args.get("conversation_uuid")
    return status in {None, call.status} and conversation in {None, call.conversation_uuid}


def _one_url(value: object) -> str:
    if isinstance(value, list) and len(value) == 1 and str(value[0]).startswith(("http://", "https://")):
        return str(value[0])
    raise call_problem("url", "must be an array of one URL")
