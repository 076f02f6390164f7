"""The client over a real socket: one request for one text or call, and a receipt that is never more than is known."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import CallPurpose
from checkin.settings import Settings, SettingsIncomplete
from checkin.vonage.client import VonageGateway, check_credentials
from checkin.vonage.errors import ConfigurationError
from tests.vonage.wire import Desk, MakeSettings

TENANT = "+31612340001"
ERRORS = "https://developer.vonage.com/api-errors/messages"


@pytest.fixture
def gateway(desk: Desk, make_settings: MakeSettings) -> Iterator[VonageGateway]:
    made = VonageGateway(make_settings(vonage_url=desk.url))
    yield made
    made.close()


def send(gateway: VonageGateway, text: str = "Hoe gaat het?") -> Receipt:
    return gateway.send_text(reference="m1", number=TENANT, text=text)


def ring(gateway: VonageGateway) -> Receipt:
    return gateway.start_call(reference="c1", number=TENANT, purpose=CallPurpose.MENU)


CALL = {"uuid": "c-uuid", "status": "started", "direction": "outbound", "conversation_uuid": "CON-1"}


def test_a_text_goes_out_once_with_everything_that_brings_its_report_back(gateway: VonageGateway, desk: Desk) -> None:
    receipt = send(gateway, "Goedemorgen € één")

    assert receipt == Receipt(Accepted.SENT, provider_id="aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")
    ((path, _headers, body),) = desk.requests
    assert path == "/v1/messages"
    assert body == {
        "channel": "sms",
        "message_type": "text",
        "to": "31612340001",
        "from": "3197010520001",
        "text": "Goedemorgen € één",
        "ttl": 14400,
        "client_ref": "m1",
        "webhook_url": "https://checkin.example.nl/webhooks/vonage/status",
        "webhook_version": "v1",
    }


def test_a_call_carries_our_reference_in_both_its_addresses(
    gateway: VonageGateway, desk: Desk, landlord: Settings
) -> None:
    desk.answers(201, CALL)

    assert ring(gateway) == Receipt(Accepted.SENT, provider_id="c-uuid")
    ((path, _headers, body),) = desk.requests
    assert path == "/v1/calls"
    assert body == {
        "to": [{"type": "phone", "number": "31612340001"}],
        "from": {"type": "phone", "number": "3197010520001"},
        "answer_url": ["https://checkin.example.nl/webhooks/vonage/answer?reference=c1"],
        "answer_method": "POST",
        "event_url": ["https://checkin.example.nl/webhooks/vonage/event?reference=c1"],
        "event_method": "POST",
        "ringing_timer": landlord.ring_seconds,
        "length_timer": 600,
        "machine_detection": "continue",
    }


@pytest.mark.parametrize(
    ("purpose", "seconds"), [(CallPurpose.BRIDGE, 7800), (CallPurpose.OFFER, 7800), (CallPurpose.ALARM, 600)]
)
def test_a_colleague_is_rung_shortly_and_nobody_guesses_who_listens(
    gateway: VonageGateway, desk: Desk, purpose: CallPurpose, seconds: int
) -> None:
    desk.answers(201, CALL)
    gateway.start_call(reference="c1", number=TENANT, purpose=purpose)

    ((_path, _headers, body),) = desk.requests
    assert (body["length_timer"], body["ringing_timer"]) == (seconds, 25)
    assert "machine_detection" not in body


def test_texts_and_calls_are_signed_with_the_applications_key(
    gateway: VonageGateway, desk: Desk, signing_key: rsa.RSAPrivateKey
) -> None:
    send(gateway)
    desk.answers(201, CALL)
    ring(gateway)

    ids = set()
    for _path, headers, _body in desk.requests:
        scheme, token = headers["Authorization"].split()
        claims = jwt.decode(token, signing_key.public_key(), algorithms=["RS256"])
        assert scheme == "Bearer"
        assert claims["application_id"] == "3f1c7a52-8f5e-4a39-9c5b-1b2f8f2a7c11"
        ids.add(claims["jti"])
    assert len(ids) == 2


@pytest.mark.parametrize("ask", [send, ring])
@pytest.mark.parametrize("behaviour", ["drop", "reset", "stop_halfway"])
def test_a_connection_that_breaks_after_one_post_leaves_the_outcome_unknown(
    gateway: VonageGateway, desk: Desk, ask: Callable[[VonageGateway], Receipt], behaviour: str
) -> None:
    desk.behaviour = behaviour

    assert ask(gateway).accepted is Accepted.UNKNOWN
    assert len(desk.requests) == 1


def test_no_answer_in_time_leaves_the_outcome_unknown(gateway: VonageGateway, desk: Desk) -> None:
    desk.behaviour = "wait"
    assert gateway._connection.http_client_options.timeout == 10
    gateway._connection._timeout = 1

    receipt = send(gateway)

    assert (receipt.accepted, receipt.error) == (Accepted.UNKNOWN, "ReadTimeout")
    assert len(desk.requests) == 1


@pytest.mark.parametrize("ask", [send, ring])
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_trouble_at_the_provider_leaves_the_outcome_unknown_even_when_it_says_when_to_come_back(
    gateway: VonageGateway, desk: Desk, ask: Callable[[VonageGateway], Receipt], status: int
) -> None:
    desk.answers(status, {"title": "Oops"}, Retry_After="1")

    assert ask(gateway) == Receipt(Accepted.UNKNOWN, error=str(status))
    assert len(desk.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_never_followed(gateway: VonageGateway, desk: Desk, status: int) -> None:
    desk.answers(status, {}, Location="/elsewhere")

    assert send(gateway).accepted is Accepted.UNKNOWN
    assert len(desk.requests) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"OK",
        b"null",
        b"[]",
        b"7",
        b"{}",
        b'{"message_uuid": null}',
        b'{"message_uuid": 7}',
        b"\xff\xfe",
        b"[" * 5000,
    ],
)
def test_an_odd_good_answer_leaves_the_outcome_unknown(gateway: VonageGateway, desk: Desk, content: bytes) -> None:
    desk.content = content

    assert send(gateway).accepted is Accepted.UNKNOWN
    assert len(desk.requests) == 1


def test_a_call_that_is_accepted_without_all_four_fields_is_unknown(gateway: VonageGateway, desk: Desk) -> None:
    desk.answers(201, {"uuid": "c-uuid"})

    assert ring(gateway).accepted is Accepted.UNKNOWN


def test_a_connection_that_the_provider_closed_while_it_was_idle_costs_nothing(
    gateway: VonageGateway, desk: Desk
) -> None:
    desk.behaviour = "answer_and_close"
    for _turn in range(3):
        assert send(gateway).accepted is Accepted.SENT
        time.sleep(0.05)
    assert len(desk.requests) == 3


def problem(code: str, *wrong: str) -> dict[str, object]:
    body = {"type": f"{ERRORS}#{code}", "title": "Of no interest", "detail": "Of no interest", "instance": "1"}
    return {**body, "invalid_parameters": [{"name": name, "reason": "wrong"} for name in wrong]} if wrong else body


@pytest.mark.parametrize(
    ("status", "body", "error", "permanent"),
    [
        (401, {"type": "https://developer.vonage.com/api-errors#unathorized"}, "401 unathorized", False),
        (402, {"type": "https://developer.vonage.com/api-errors#low-balance"}, "402 low-balance", False),
        (403, {}, "403", False),
        (404, {"type": "NOT_FOUND", "error_title": "Not Found"}, "404", False),
        (400, {"type": 400, "title": "Bad Request"}, "400", False),
        (400, {"type": 400, "invalid_parameters": [{"name": "to[0].number", "reason": "wrong"}]}, "400", True),
        (400, {"type": "BAD_REQUEST", "error_title": "Bad Request"}, "400", False),
        (422, problem("1150", "to"), "422 1150", True),
        (422, problem("1150", "ttl"), "422 1150", False),
        (422, problem("1120"), "422 1120", False),
        (422, problem("1170"), "422 1170", True),
        (422, problem("1240"), "422 1240", True),
        (422, problem("invalid-json"), "422 invalid-json", False),
        (422, ["not", "an", "object"], "422", False),
        (422, {"type": ["odd"], "invalid_parameters": "odd"}, "422", False),
        (429, problem("1000"), "429 1000", False),
        (413, {}, "413", False),
    ],
)
def test_a_request_that_was_read_and_refused_was_surely_not_sent(
    *, gateway: VonageGateway, desk: Desk, status: int, body: object, error: str, permanent: bool
) -> None:
    desk.answers(status, body)

    assert send(gateway) == Receipt(Accepted.NOT_SENT, error=error, permanent=permanent)
    assert len(desk.requests) == 1


def test_a_page_of_some_proxy_with_status_4xx_is_not_sent_and_tells_nothing(gateway: VonageGateway, desk: Desk) -> None:
    desk.status, desk.content = 403, b"<html>31612340001</html>"

    assert send(gateway) == Receipt(Accepted.NOT_SENT, error="403")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7), ("0", 0), ("999999", 3600), ("soon", None), ("-1", None), ("", None)],
)
def test_too_fast_is_told_with_the_seconds_to_wait(
    gateway: VonageGateway, desk: Desk, header: str, seconds: float | None
) -> None:
    desk.answers(429, problem("1000"), Retry_After=header)

    assert send(gateway).retry_after_seconds == seconds


def test_too_fast_may_be_told_with_a_date(gateway: VonageGateway, desk: Desk) -> None:
    desk.answers(429, problem("1000"), Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=60)))  # noqa: TID251

    assert 50 < (send(gateway).retry_after_seconds or 0) <= 60


def test_nobody_listening_means_surely_not_sent(make_settings: MakeSettings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gateway = VonageGateway(make_settings(vonage_url=f"http://127.0.0.1:{port}"))
    started = time.monotonic()

    for receipt in (send(gateway), ring(gateway)):
        assert (receipt.accepted, receipt.permanent) == (Accepted.NOT_SENT, False)
    assert time.monotonic() - started < 2
    gateway.close()


def test_a_name_that_is_not_known_means_surely_not_sent(make_settings: MakeSettings) -> None:
    gateway = VonageGateway(make_settings(vonage_url="https://api.vonage.invalid"))

    assert send(gateway).accepted is Accepted.NOT_SENT
    gateway.close()


def test_a_server_that_does_not_speak_tls_is_never_sent_anything_readable(
    desk: Desk, make_settings: MakeSettings
) -> None:
    gateway = VonageGateway(make_settings(vonage_url=desk.url.replace("http://", "https://")))

    assert send(gateway).accepted is not Accepted.SENT
    assert desk.requests == []
    gateway.close()


@pytest.mark.parametrize(
    "number", ["", "+", "0612340001", "+31 6 12", "+316", "+3161234567890123", "anoniem", "+٣١٦١٢٣٤٠٠٠١"]
)
def test_what_is_no_number_is_refused_before_anything_leaves(gateway: VonageGateway, desk: Desk, number: str) -> None:
    for receipt in (
        gateway.send_text(reference="m1", number=number, text="Hoe gaat het?"),
        gateway.start_call(reference="c1", number=number, purpose=CallPurpose.MENU),
    ):
        assert (receipt.accepted, receipt.permanent) == (Accepted.NOT_SENT, True)
    assert desk.requests == []


def test_a_text_that_is_too_long_is_not_the_numbers_fault(gateway: VonageGateway, desk: Desk) -> None:
    receipt = send(gateway, "x" * 3201)

    assert (receipt.accepted, receipt.permanent, receipt.error) == (Accepted.NOT_SENT, False, "ValidationError")
    assert desk.requests == []


def test_receipts_never_hold_a_number_or_a_text(gateway: VonageGateway, desk: Desk) -> None:
    desk.answers(422, {"type": f"{ERRORS}#1150", "detail": TENANT, "title": TENANT})

    assert "612340001" not in repr(send(gateway, "geheim"))


def test_a_path_in_the_address_is_kept(desk: Desk, make_settings: MakeSettings) -> None:
    gateway = VonageGateway(make_settings(vonage_url=f"{desk.url}/provider/"))

    send(gateway)

    assert desk.requests[0][0] == "/provider/v1/messages"
    gateway.close()


def test_a_proxy_is_never_asked_for_this_machine(
    desk: Desk, make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    gateway = VonageGateway(make_settings(vonage_url=desk.url))

    assert send(gateway).accepted is Accepted.SENT
    gateway.close()


def test_a_proxy_that_is_away_means_surely_not_sent(
    make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "localhost")
    gateway = VonageGateway(make_settings(vonage_url="https://api-eu.vonage.com"))

    assert send(gateway).accepted is Accepted.NOT_SENT
    gateway.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://api-eu.vonage.com",
        "http://10.0.0.5:8001",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://[::2]:8001",
        "ftp://127.0.0.1",
        "api-eu.vonage.com",
        "https://",
        "https://user@api-eu.vonage.com",
        "",
    ],
)
def test_numbers_and_tokens_never_travel_in_clear_to_another_machine(make_settings: MakeSettings, url: str) -> None:
    with pytest.raises(ConfigurationError, match="CHECKIN_VONAGE_URL"):
        VonageGateway(make_settings(vonage_url=url))


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "http://127.8.0.1:1", "http://[::1]:1", "https://api-eu.vonage.com"]
)
def test_this_machine_and_https_are_fine(make_settings: MakeSettings, url: str) -> None:
    VonageGateway(make_settings(vonage_url=url)).close()


def pkcs1(key: rsa.RSAPrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    ).decode()


@pytest.mark.parametrize(
    "written",
    [
        lambda _key, pem: pem,
        lambda _key, pem: pem.replace("\n", "\\n"),
        lambda _key, pem: pem.replace("\n", "\r\n"),
        lambda _key, pem: pem.replace("\n", "\\r\\n"),
        lambda _key, pem: f"\n  {pem.strip()}  ",
        lambda key, _pem: pkcs1(key),
    ],
    ids=["as it is", "in one line", "from Windows", "in one line from Windows", "with space", "the older format"],
)
def test_the_private_key_may_be_written_in_every_usual_way(
    make_settings: MakeSettings,
    signing_key: rsa.RSAPrivateKey,
    pem: str,
    written: Callable[[rsa.RSAPrivateKey, str], str],
) -> None:
    settings = make_settings(vonage_private_key=written(signing_key, pem))

    check_credentials(settings)
    VonageGateway(settings).close()


def other_key(signing_key: rsa.RSAPrivateKey) -> str:
    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        .decode()
    )


def locked_key(signing_key: rsa.RSAPrivateKey) -> str:
    locked = serialization.BestAvailableEncryption(b"geheim")
    return signing_key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked).decode()


def public_key(signing_key: rsa.RSAPrivateKey) -> str:
    return (
        signing_key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


@pytest.mark.parametrize(
    "make", [other_key, locked_key, public_key, lambda _key: "", lambda _key: "/run/secrets/private.key"]
)
def test_a_private_key_that_cannot_sign_is_named_but_not_shown(
    make_settings: MakeSettings, signing_key: rsa.RSAPrivateKey, make: Callable[[rsa.RSAPrivateKey], str]
) -> None:
    text = make(signing_key)
    with pytest.raises(ConfigurationError, match=r"^CHECKIN_VONAGE_PRIVATE_KEY") as caught:
        check_credentials(make_settings(vonage_private_key=text))
    assert not text or text not in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"vonage_signature_secret": "short"}, "CHECKIN_VONAGE_SIGNATURE_SECRET"),
        ({"vonage_signature_secret": f"{'a' * 40},short"}, "CHECKIN_VONAGE_SIGNATURE_SECRET"),
        ({"vonage_signature_secret": " , "}, "CHECKIN_VONAGE_SIGNATURE_SECRET"),
        ({"vonage_application_id": " "}, "CHECKIN_VONAGE_APPLICATION_ID"),
        ({"organisation_number": "Woonstichting"}, "CHECKIN_ORGANISATION_NUMBER"),
        ({"vonage_url": "http://example.nl"}, "CHECKIN_VONAGE_URL"),
    ],
)
def test_the_doctor_names_the_setting_that_the_provider_cannot_work_with(
    make_settings: MakeSettings, changed: dict[str, Any], named: str
) -> None:
    with pytest.raises(SettingsIncomplete, match=rf"^{named}: "):
        check_credentials(make_settings(**changed))
