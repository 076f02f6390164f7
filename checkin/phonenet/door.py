"""The door of the provider: who may come in, how often, and which faults strike on the way."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from flask import Response, request

from checkin.phonenet.problems import as_fault, call_problem, message_problem, rate_limited, unauthorised
from checkin.phonenet.tokens import is_genuine

if TYPE_CHECKING:
    from checkin.phonenet.limits import RollingSecond
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]


def answer_json(status: int, body: object, headers: dict[str, str] | None = None) -> Response:
    """Answer JSON with letters as they are; the client reads UTF-8."""
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, status, headers, content_type="application/json")


class Door:
    """Every request to the provider goes through here."""

    def __init__(self, network: PhoneNetwork) -> None:
        self._network = network

    def let_in(self, limit: RollingSecond, path: str) -> None:
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

    def with_faults(self, path: str, number: str, accept: Callable[[], Response]) -> Response:
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
        call = self._network.switchboard.book.find((request.view_args or {}).get("call_uuid", ""))
        return call.handset if call else ""

    @staticmethod
    def read_json(*, texts: bool) -> object:
        """Read the body, or refuse it in the shape of the API that was asked."""
        if request.mimetype == "application/json":
            try:
                return json.loads(request.get_data())
            except ValueError:
                pass
        if texts:
            raise message_problem("invalid-json", "Invalid JSON", "The request body is not valid JSON.")
        raise call_problem("body", "is not valid JSON")


def _hang_up_on_client() -> NoReturn:
    """Close the connection under the answer: the client sees the end of it and not a byte more."""
    connection: socket.socket = request.environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)
    raise as_fault(500, texts=False)  # nobody hears it
