"""Our client against the phone network, which knows the provider's wire and none of our code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import CallPurpose
from checkin.phonenet.network import Pace, PhoneNetwork
from checkin.vonage.client import VonageGateway
from tests.vonage.wire import MakeSettings

TENANT = "+31612340001"


@pytest.fixture
def network(tmp_path: Path) -> Iterator[PhoneNetwork]:
    """Run a network whose limits are the provider's."""
    with PhoneNetwork(tmp_path / "phonenet", pace=Pace(time_scale=20)) as running:
        yield running


@pytest.fixture
def gateway(network: PhoneNetwork, make_settings: MakeSettings) -> Iterator[VonageGateway]:
    application = network.application
    opened = VonageGateway(
        make_settings(
            vonage_url=network.url,
            vonage_application_id=application.application_id,
            vonage_private_key=application.private_key,
            organisation_number=application.numbers[0],
            public_url="http://127.0.0.1:9",
        )
    )
    yield opened
    opened.close()


def send(gateway: VonageGateway, reference: str = "m1", number: str = TENANT, text: str = "Hoe gaat het?") -> Receipt:
    return gateway.send_text(reference=reference, number=number, text=text)


def shown(network: PhoneNetwork, number: str = TENANT) -> dict[str, Any]:
    found: dict[str, Any] = network.handset(number.removeprefix("+")).show()
    return found


def test_a_text_arrives_on_the_telephone(network: PhoneNetwork, gateway: VonageGateway) -> None:
    receipt = send(gateway, text="Hoe gaat het? Groet, Zuid")

    assert receipt.accepted is Accepted.SENT
    (text,) = shown(network)["texts"]
    assert (text["text"], text["direction"]) == ("Hoe gaat het? Groet, Zuid", "to_tenant")
    assert network.violations == []


def test_a_call_rings_the_telephone(network: PhoneNetwork, gateway: VonageGateway) -> None:
    receipt = gateway.start_call(reference="c1", number=TENANT, purpose=CallPurpose.MENU)

    assert receipt.accepted is Accepted.SENT
    (call,) = shown(network)["calls"]
    assert call["uuid"] == receipt.provider_id


@pytest.mark.parametrize(
    ("fault", "accepted", "arrived"),
    [
        ({"name": "drop"}, Accepted.UNKNOWN, 1),
        ({"name": "drop_before_accepting"}, Accepted.UNKNOWN, 0),
        ({"name": "fail_after_accepting", "value": 500}, Accepted.UNKNOWN, 1),
        ({"name": "empty_answer"}, Accepted.UNKNOWN, 1),
        ({"name": "refuse", "value": 503}, Accepted.UNKNOWN, 0),
        ({"name": "refuse", "value": {"status": 503, "retry_after": 2}}, Accepted.UNKNOWN, 0),
        ({"name": "refuse", "value": 401}, Accepted.NOT_SENT, 0),
        ({"name": "refuse", "value": 402}, Accepted.NOT_SENT, 0),
        ({"name": "refuse", "value": 422}, Accepted.NOT_SENT, 0),
        ({"name": "refuse", "value": {"status": 429, "retry_after": 2}}, Accepted.NOT_SENT, 0),
    ],
)
def test_the_receipt_never_claims_more_than_the_network_knows(
    network: PhoneNetwork, gateway: VonageGateway, fault: dict[str, Any], accepted: Accepted, arrived: int
) -> None:
    network.faults.set([fault])

    receipt = send(gateway)

    assert receipt.accepted is accepted
    assert len(shown(network)["texts"]) == arrived
    assert network.violations == []
    if "429" in receipt.error:
        assert receipt.retry_after_seconds == 2


def test_too_many_texts_in_one_second_are_surely_not_sent(network: PhoneNetwork, gateway: VonageGateway) -> None:
    network.limits.texts.limit = 2
    receipts = [send(gateway, reference=f"m{number}") for number in range(4)]

    refused = [receipt for receipt in receipts if receipt.accepted is Accepted.NOT_SENT]
    assert refused
    assert {(receipt.error, receipt.permanent) for receipt in refused} == {("429 1000", False)}
    assert len(shown(network)["texts"]) == 4 - len(refused)


def test_a_key_of_another_application_is_refused(network: PhoneNetwork, make_settings: MakeSettings) -> None:
    stranger = VonageGateway(
        make_settings(vonage_url=network.url, vonage_application_id=network.application.application_id)
    )

    receipt = send(stranger)

    assert (receipt.accepted, receipt.permanent, receipt.error) == (Accepted.NOT_SENT, False, "401 unathorized")
    stranger.close()
