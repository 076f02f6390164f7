"""The unmodified client library of the provider, over http to the loopback, against the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from vonage_http_client import Auth, HttpClient, HttpClientOptions
from vonage_http_client.errors import (
    AuthenticationError,
    HttpRequestError,
    NotFoundError,
    RateLimitedError,
)
from vonage_jwt import verify_signature
from vonage_messages import Messages, Sms
from vonage_voice import CreateCallRequest, Voice
from vonage_voice.models import Input, Phone, Talk, TtsStreamOptions
from vonage_voice.models.input_types import Dtmf

from checkin.phonenet.network import PhoneNetwork
from tests.phonenet.landlord import TENANT, Client, Landlord, wait_for


class PlainHttp(HTTPAdapter):
    """Carries https addresses of the loopback over http."""

    def send(self, request: requests.PreparedRequest, *arguments: Any, **options: Any) -> requests.Response:
        request.url = (request.url or "").replace("https://", "http://", 1)
        return super().send(request, *arguments, **options)


class LoopbackClient(HttpClient):
    """The client as it is, but for the scheme, which it has hard-coded."""

    def __init__(self, auth: Auth, options: HttpClientOptions) -> None:
        super().__init__(auth, options)
        self._session.mount(f"https://{options.api_host}", PlainHttp(max_retries=0))


@pytest.fixture
def make(network: PhoneNetwork) -> Iterator[Callable[..., HttpClient]]:
    made: list[HttpClient] = []

    def build(application_id: str = "", pool: int = 1) -> HttpClient:
        auth = Auth(
            application_id=application_id or network.application.application_id,
            private_key=network.application.private_key,
        )
        options = HttpClientOptions(api_host=f"127.0.0.1:{network.port}", timeout=5, pool_maxsize=pool, max_retries=0)
        made.append(LoopbackClient(auth, options))
        return made[-1]

    yield build
    for client in made:
        client._session.close()


@pytest.fixture
def sdk(make: Callable[..., HttpClient]) -> HttpClient:
    return make()


def sms(network: PhoneNetwork, **fields: Any) -> Sms:
    return Sms(**{"to": TENANT, "from_": network.application.numbers[0], "text": "Hoe gaat het? €", **fields})


def test_it_sends_a_text(sdk: HttpClient, network: PhoneNetwork, landlord: Landlord) -> None:
    sent = Messages(sdk).send(sms(network, client_ref="attempt-1"))
    assert network.handset(TENANT).texts[0]["uuid"] == sent.message_uuid
    assert network.handset(TENANT).texts[0]["text"] == "Hoe gaat het? €"
    heard = landlord.wait("/status")[0]
    token = heard.headers["authorization"].removeprefix("Bearer ")
    assert verify_signature(token, network.application.signature_secret)
    assert not verify_signature(token, "another secret that is long enough to use")


def test_it_makes_lists_and_ends_a_call(sdk: HttpClient, network: PhoneNetwork, landlord: Landlord) -> None:
    voice = Voice(sdk)
    script = [
        Talk(text="Druk een toets", bargeIn=True, language="nl-NL"),
        Input(type=["dtmf"], dtmf=Dtmf(maxDigits=1, timeOut=10), eventUrl=[f"{landlord.url}/input"]),
    ]
    made = voice.create_call(
        CreateCallRequest(
            to=[{"type": "phone", "number": TENANT}], from_=Phone(number=network.application.numbers[0]), ncco=script
        )
    )
    assert (made.status, made.direction) == ("started", "outbound")
    handset = network.handset(TENANT)
    handset.answer(made.uuid)
    wait_for(lambda: handset.calls[0]["listening"])
    assert voice.get_call(made.uuid).status == "answered"
    said = voice.play_tts_into_call(made.uuid, TtsStreamOptions(text="Nog even", language="nl-NL"))
    assert said.message == "Talk started"
    assert voice.play_dtmf_into_call(made.uuid, "12").uuid == made.uuid
    voice.transfer_call_ncco(made.uuid, [Talk(text="Een ander verhaal", loop=0)])
    voice.mute(made.uuid)
    voice.hangup(made.uuid)
    ended = voice.get_call(made.uuid)
    assert ended.status == "completed"
    assert ended.duration is not None
    calls, following = voice.list_calls()
    assert [call.uuid for call in calls] == [made.uuid]
    assert following is None


def test_refusals_become_its_own_exceptions(
    make: Callable[..., HttpClient], sdk: HttpClient, network: PhoneNetwork, client: Client
) -> None:
    with pytest.raises(AuthenticationError):
        Messages(make(application_id="another")).send(sms(network))
    with pytest.raises(NotFoundError):
        Voice(sdk).get_call("unknown")
    with pytest.raises(HttpRequestError) as refused:
        Messages(sdk).send(sms(network, from_="+3197010520001"))
    assert refused.value.response.json()["type"].endswith("#1120")
    client.plain("PUT", "/faults", {"name": "refuse", "value": 429, "path": "messages"})
    with pytest.raises(RateLimitedError):
        Messages(sdk).send(sms(network))


def test_it_sends_again_and_again_when_the_answer_is_dropped(
    make: Callable[..., HttpClient], network: PhoneNetwork, client: Client
) -> None:
    """With its usual pool of ten it makes ten texts of one, and the network says so."""
    client.plain("PUT", "/faults", {"name": "drop", "path": "messages", "times": None})
    with pytest.raises(requests.exceptions.ConnectionError):
        Messages(make(pool=1)).send(sms(network, client_ref="careful"))
    assert network.violations == []
    with pytest.raises(requests.exceptions.ConnectionError):
        Messages(make(pool=10)).send(sms(network, client_ref="careless"))
    assert len(network.handset(TENANT).texts) == 11
    assert {violation["client_ref"] for violation in network.violations} == {"careless"}
    assert len(network.violations) == 9
