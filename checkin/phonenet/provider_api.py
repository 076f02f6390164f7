"""The provider's HTTP: texts, as an application sends them, beside calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response

from checkin.phonenet.call_api import CallApi
from checkin.phonenet.door import Door, answer_json
from checkin.phonenet.problems import Problem
from checkin.phonenet.text_requests import check_text

if TYPE_CHECKING:
    from checkin.phonenet.network import PhoneNetwork

Json = dict[str, Any]


class ProviderApi:
    """The Messages API, and the Voice API at its side."""

    def __init__(self, network: PhoneNetwork) -> None:
        self._network = network
        self._door = Door(network)

    def blueprint(self) -> Blueprint:
        api = Blueprint("provider", __name__)
        api.register_error_handler(Problem, self._refuse)
        api.post("/v1/messages")(self.send_text)
        CallApi(self._network, self._door).register(api)
        return api

    def send_text(self) -> Response:
        limits = self._network.limits
        self._door.let_in(limits.texts, "messages")
        body = check_text(self._door.read_json(texts=True))
        return self._door.with_faults("messages", body["to"], lambda: self._accept_text(body))

    def _accept_text(self, body: Json) -> Response:
        network = self._network
        text = network.texts.accept(body)
        if network.faults.take("status_before_answer", path="messages", number=text.to):
            network.texts.send_first_status(text)
        return answer_json(202, {"message_uuid": text.uuid})

    @staticmethod
    def _refuse(problem: Problem) -> Response:
        return answer_json(problem.status, problem.body, problem.headers)
