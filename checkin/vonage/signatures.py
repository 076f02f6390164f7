"""Whether a webhook comes from the provider, for us, about exactly this body, and lately.

WebhookRefused
├── Unsigned   503: no signature; the provider admits to leaving it out at times, and sends again with one
└── Forged     401: a signature that is wrong; nobody should try again

The signature covers the body, not the address: a body and its token could be sent again, to another webhook or with
another query. That does little harm, because

* a repeat of the same event is refused by the unique key of the stored event, whatever its token's `jti` (whether the
  provider's own retries keep theirs is documented nowhere, so a repeated `jti` must never be an error);
* what the query says (our reference, the step of the menu) is a hint: a reference only counts when its call has the
  number that stands in the signed body, so a key can never be laid at another telephone, and what is left is a call
  that counts as answered, or as silent, when it was not: a person rings who need not have;
* a voice webhook is tried twice within seconds, so its token is good for minutes; only reports and texts, which the
  provider brings for up to a day, may be older.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from dataclasses import dataclass
from typing import Any, Self, TypeGuard

import jwt
from jwt.algorithms import HMACAlgorithm

from checkin.logs import logger
from checkin.settings import Settings

log = logger(__name__)

ISSUER = "Vonage"
LEEWAY_SECONDS = 60
TEXT_TOKEN_SECONDS = 25 * 3600
"""The provider brings a text or report again for 24 hours (Vonage, webhook retries)."""
VOICE_TOKEN_SECONDS = 300
"""The provider asks twice, with at most ten seconds between (Vonage, voice webhook timeouts)."""
LONGEST_HEADER = 4096


class WebhookRefused(Exception):
    """A webhook that is not proven to come from the provider; the text says why, for the log."""


class Unsigned(WebhookRefused):
    """No signature at all."""


class Forged(WebhookRefused):
    """A signature that is wrong."""


class _QuietHmac(HMACAlgorithm):
    """HS256 that does not warn about a short secret on every webhook: `checkin doctor` does that once."""

    def check_key_length(self, key: Any) -> str | None:  # noqa: ARG002
        return None


_JWS = jwt.PyJWS(algorithms=[])
_JWS.register_algorithm("HS256", _QuietHmac(HMACAlgorithm.SHA256))


@dataclass(frozen=True)
class Trust:
    """What a webhook is held against."""

    secrets: tuple[bytes, ...]
    application_id: str
    api_key: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(secrets_of(settings), settings.vonage_application_id, settings.vonage_api_key)


def secrets_of(settings: Settings) -> tuple[bytes, ...]:
    """Give the signature secrets: two, parted by a comma, while the account changes from one to the other."""
    text = settings.vonage_signature_secret.get_secret_value()
    return tuple(secret.strip().encode() for secret in text.split(",") if secret.strip())


def verify(authorization: str | None, body: bytes, trust: Trust, *, now: float, oldest: float) -> dict[str, Any]:
    """Give the claims of a webhook's token. Raises Unsigned or Forged.

    `now` is the machine's time in seconds, like the time in the token: a house whose clock was set is no reason to
    refuse the provider. `oldest` is the greatest age of a token.
    """
    claims = _claims(_token(authorization), trust.secrets)
    if claims.get("iss") != ISSUER or not isinstance(claims.get("jti"), str):
        raise Forged("not issued by the provider")
    _check_account(claims, trust)
    _check_age(claims, now, oldest)
    _check_body(claims.get("payload_hash"), body)
    return claims


def _token(authorization: str | None) -> str:
    if not authorization or not authorization.strip():
        raise Unsigned("no signature")
    scheme, _, token = authorization.strip().partition(" ")
    if scheme.lower() != "bearer" or not token or len(authorization) > LONGEST_HEADER:
        raise Forged("not a bearer token")
    return token.strip()


def _claims(token: str, secrets: tuple[bytes, ...]) -> dict[str, Any]:
    for secret in secrets:
        try:
            claims = json.loads(_JWS.decode(token, secret, algorithms=["HS256"]))
        except jwt.InvalidSignatureError:
            continue
        except (jwt.PyJWTError, ValueError, RecursionError) as error:
            raise Forged(type(error).__name__) from error
        if not isinstance(claims, dict):
            raise Forged("claims are not an object")
        return claims
    raise Forged("wrong signature")


def _check_account(claims: dict[str, Any], trust: Trust) -> None:
    """Insist on our application; a token that names none must at least name our account, when we know its key."""
    application, account = claims.get("application_id"), claims.get("api_key")
    if application is not None and application != trust.application_id:
        raise Forged("another application")
    if trust.api_key and account is not None and account != trust.api_key:
        raise Forged("another account")
    if trust.api_key and account is None and application is None:
        raise Forged("names neither account nor application")


def _check_age(claims: dict[str, Any], now: float, oldest: float) -> None:
    issued, ends = claims.get("iat"), claims.get("exp")
    if not _is_moment(issued):
        raise Forged("no time of issue")
    if issued > now + LEEWAY_SECONDS:
        raise Forged("issued in the future")
    if issued < now - oldest - LEEWAY_SECONDS:
        raise Forged("too old")
    # The provider documents no end; one that is there nevertheless is kept to.
    if ends is not None and (not _is_moment(ends) or ends < now - LEEWAY_SECONDS):
        raise Forged("ended")


def _is_moment(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _check_body(payload_hash: object, body: bytes) -> None:
    """Compare with the bytes as they came, then with the same JSON without white space (Vonage, payload_hash)."""
    if not isinstance(payload_hash, str):
        raise Forged("no payload hash")
    wanted = payload_hash.encode(errors="replace")
    if hmac.compare_digest(wanted, _hash(body)):
        return
    try:
        compact = json.dumps(json.loads(body), separators=(",", ":"), ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Forged("another body") from error
    if not hmac.compare_digest(wanted, _hash(compact)):
        raise Forged("another body")
    log.info("webhook hashed as compact JSON")


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
