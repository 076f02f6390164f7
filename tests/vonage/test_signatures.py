"""Which webhooks are believed: only those that the provider signed, for us, about this very body, and lately."""

from __future__ import annotations

import base64
import hashlib
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from vonage_jwt import verify_signature

from checkin.settings import Settings
from checkin.vonage.signatures import TEXT_TOKEN_SECONDS, Forged, Trust, Unsigned, secrets_of, verify
from tests.vonage.wire import SECRET, MakeSettings, Provider

BODY = b'{"message_uuid":"u1","text":"J\xc3\xa1 \xf0\x9f\x8c\xb7"}'
HOUR = 3600


@pytest.fixture
def trust(landlord: Settings) -> Trust:
    return Trust.of(landlord)


def check(trust: Trust, authorization: str | None, body: bytes = BODY, *, oldest: float = TEXT_TOKEN_SECONDS) -> Any:
    return verify(authorization, body, trust, now=time.time(), oldest=oldest)


def test_a_signed_webhook_is_believed(provider: Provider, trust: Trust) -> None:
    claims = check(trust, f"Bearer {provider.token(BODY)}")

    assert claims["iss"] == "Vonage"


def test_the_providers_own_library_agrees(provider: Provider, trust: Trust) -> None:
    token = provider.token(BODY)

    assert verify_signature(token, SECRET)
    assert check(trust, f"Bearer {token}")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer "])
def test_the_scheme_is_read_without_regard_to_case(provider: Provider, trust: Trust, scheme: str) -> None:
    assert check(trust, f"{scheme} {provider.token(BODY)}")


@pytest.mark.parametrize("header", [None, "", "   "])
def test_no_signature_at_all_asks_for_another_try(trust: Trust, header: str) -> None:
    with pytest.raises(Unsigned):
        check(trust, header)


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "forge",
    [
        lambda p: f"Bearer {part({'alg': 'none', 'typ': 'JWT'})}.{part(p.claims(BODY))}.",
        lambda p: f"Bearer {part({'typ': 'JWT'})}.{part(p.claims(BODY))}.x",
        lambda p: f"Bearer {jwt.encode(p.claims(BODY), None, algorithm='none')}",
        lambda p: f"Bearer {jwt.encode(p.claims(BODY), SECRET + 'xxxxxxxxxxxxxxxxxxxx', algorithm='HS512')}",
        lambda p: f"Bearer {jwt.encode(p.claims(BODY), SECRET[::-1], algorithm='HS256')}",
        lambda p: f"Bearer {p.token(BODY)[:-5]}",
        lambda p: f"Bearer {p.token(BODY)[:40]}",
        lambda p: f"Bearer {p.token(BODY).rpartition('.')[0]}.",
        lambda p: f"Bearer {p.token(BODY)},Bearer {p.token(BODY)}",
        lambda p: f"Bearer {p.token(BODY)} {p.token(BODY)}",
        lambda p: f"Basic {p.token(BODY)}",
        lambda p: p.token(BODY),
        lambda _p: "Bearer",
        lambda _p: "Bearer ",
        lambda _p: "Bearer \xe9\xe9.\xe9.\xe9",
        lambda _p: "Bearer ..",
        lambda _p: f"Bearer {'x' * 1_000_000}",
    ],
    ids=[
        "no algorithm", "algorithm not named", "algorithm none", "another algorithm", "another secret", "cut off",
        "cut in half", "signature left out", "two headers", "two tokens", "another scheme", "no scheme",
        "scheme only", "empty token", "not ASCII", "only dots", "a million characters",
    ],
)  # fmt: skip
def test_a_token_that_was_made_by_somebody_else_is_refused(
    provider: Provider, trust: Trust, forge: Callable[[Provider], str]
) -> None:
    with pytest.raises(Forged):
        check(trust, forge(provider))


def test_a_token_signed_with_the_public_key_of_an_asymmetric_pair_is_refused(
    provider: Provider, trust: Trust, signing_key: rsa.RSAPrivateKey
) -> None:
    token = jwt.encode(provider.claims(BODY), signing_key, algorithm="RS256")

    with pytest.raises(Forged):
        check(trust, f"Bearer {token}")


def test_a_key_id_in_the_header_leads_nowhere(provider: Provider, trust: Trust) -> None:
    headers = {"kid": "../../dev/null"}
    token = jwt.encode(provider.claims(BODY), "", algorithm="none", headers=headers)

    with pytest.raises(Forged):
        check(trust, f"Bearer {token}")
    assert check(trust, f"Bearer {jwt.encode(provider.claims(BODY), SECRET, algorithm='HS256', headers=headers)}")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"iss": "Nexmo"}, "not issued by the provider"),
        ({"iss": None}, "not issued by the provider"),
        ({"iss": ["Vonage"]}, "not issued by the provider"),
        ({"jti": None}, "not issued by the provider"),
        ({"jti": 7}, "not issued by the provider"),
        ({"application_id": str(uuid.uuid4())}, "another application"),
        ({"application_id": 7}, "another application"),
        ({"api_key": "ffffffff"}, "another account"),
        ({"api_key": "ffffffff", "application_id": None}, "another account"),
        ({"api_key": None, "application_id": None}, "names neither"),
        ({"iat": None}, "no time of issue"),
        ({"iat": "2026"}, "no time of issue"),
        ({"iat": True}, "no time of issue"),
        ({"iat": float("nan")}, "no time of issue"),
        ({"iat": float("inf")}, "no time of issue"),
        ({"exp": 1}, "ended"),
        ({"exp": "later"}, "ended"),
        ({"payload_hash": None}, "no payload hash"),
        ({"payload_hash": 7}, "no payload hash"),
        ({"payload_hash": ""}, "another body"),
        ({"payload_hash": "é\ud800"}, "another body"),
        ({"payload_hash": hashlib.sha256(b"another body").hexdigest()}, "another body"),
    ],
)
def test_a_claim_that_does_not_fit_is_refused(
    provider: Provider, trust: Trust, changed: dict[str, Any], why: str
) -> None:
    with pytest.raises(Forged, match=why):
        check(trust, f"Bearer {provider.token(BODY, **changed)}")


@pytest.mark.parametrize("claims", [b"[]", b"7", b"null", b"{", b"", b"\xff", b"[" * 2000])
def test_claims_that_are_no_object_are_refused(provider: Provider, trust: Trust, claims: bytes) -> None:
    with pytest.raises(Forged):
        check(trust, f"Bearer {provider.sign(claims)}")


@pytest.mark.parametrize(
    ("age", "oldest", "believed"),
    [
        (-30, 300, True),
        (-50, 300, True),
        (-90, 300, False),
        (-HOUR, 300, False),
        (0, 300, True),
        (299, 300, True),
        (HOUR, 300, False),
        (24 * HOUR, TEXT_TOKEN_SECONDS, True),
        (26 * HOUR, TEXT_TOKEN_SECONDS, False),
        (10 * 365 * 24 * HOUR, TEXT_TOKEN_SECONDS, False),
    ],
)
def test_a_token_counts_for_as_long_as_the_provider_may_try_again(
    *, provider: Provider, trust: Trust, age: int, oldest: int, believed: bool
) -> None:
    authorization = f"Bearer {provider.token(BODY, iat=int(time.time()) - age)}"
    if believed:
        assert check(trust, authorization, oldest=oldest)
    else:
        with pytest.raises(Forged):
            check(trust, authorization, oldest=oldest)


def test_a_token_belongs_to_one_body(provider: Provider, trust: Trust) -> None:
    authorization = f"Bearer {provider.token(BODY)}"

    with pytest.raises(Forged, match="another body"):
        check(trust, authorization, BODY.replace(b"u1", b"u2"))
    with pytest.raises(Forged, match="another body"):
        check(trust, authorization, b"")
    with pytest.raises(Forged, match="another body"):
        check(trust, authorization, b"[" * 5000)


def test_a_hash_of_the_compact_json_counts_for_a_body_with_white_space(provider: Provider, trust: Trust) -> None:
    spaced = json.dumps(json.loads(BODY), indent=2).encode()

    assert check(trust, f"Bearer {provider.token(BODY)}", spaced)


def test_a_token_may_leave_out_the_application_when_it_names_our_account(provider: Provider, trust: Trust) -> None:
    assert check(trust, f"Bearer {provider.token(BODY, application_id=None)}")


def test_a_token_may_leave_out_the_account(provider: Provider, trust: Trust) -> None:
    assert check(trust, f"Bearer {provider.token(BODY, api_key=None)}")


def test_without_an_account_key_of_ours_the_application_decides(
    provider: Provider, make_settings: MakeSettings
) -> None:
    trust = Trust.of(make_settings(vonage_api_key=""))

    assert check(trust, f"Bearer {provider.token(BODY, api_key='ffffffff')}")
    assert check(trust, f"Bearer {provider.token(BODY, application_id=None)}")
    with pytest.raises(Forged):
        check(trust, f"Bearer {provider.token(BODY, application_id=str(uuid.uuid4()))}")


def test_two_secrets_count_while_the_account_changes_from_one_to_the_other(
    provider: Provider, make_settings: MakeSettings
) -> None:
    both = Trust.of(make_settings(vonage_signature_secret=f" the next secret of more than thirty-two bytes , {SECRET}"))
    old = provider.token(BODY)
    provider.secret = "the next secret of more than thirty-two bytes"
    new = provider.token(BODY)

    assert check(both, f"Bearer {old}")
    assert check(both, f"Bearer {new}")
    with pytest.raises(Forged):
        check(Trust.of(make_settings()), f"Bearer {new}")


def test_an_empty_secret_is_no_secret(provider: Provider, make_settings: MakeSettings) -> None:
    settings = make_settings(vonage_signature_secret=" , ")
    provider.secret = ""

    assert secrets_of(settings) == ()
    with pytest.raises(Forged):
        check(Trust.of(settings), f"Bearer {provider.token(BODY)}")


def test_a_short_secret_works_without_a_warning_on_every_webhook(
    provider: Provider, make_settings: MakeSettings
) -> None:
    provider.secret = "short"

    assert check(Trust.of(make_settings(vonage_signature_secret="short")), f"Bearer {provider.token(BODY)}")
