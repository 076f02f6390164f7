"""Tokens both ways: RS256 of those who call the network, HS256 on every webhook it sends."""

from __future__ import annotations

import hashlib
import time
import uuid
from dataclasses import dataclass

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from checkin.phonenet.application import Application

BEARER = "bearer "
CLOCK_LEEWAY = 30


def is_genuine(header: str, *, application_id: str, key: RSAPublicKey) -> bool:
    """Tell whether an Authorization header is a fresh RS256 token of our application."""
    if not header.lower().startswith(BEARER):
        return False
    try:
        claims = jwt.decode(
            header[len(BEARER) :],
            key,
            algorithms=["RS256"],
            # `exp` may be missing, and holds where it is there; of `iat` we take care ourselves, with leeway.
            options={"require": ["application_id", "iat", "jti"], "verify_aud": False, "verify_iat": False},
        )
    except jwt.PyJWTError:
        return False
    issued = claims["iat"]
    is_issued = isinstance(issued, (int, float)) and issued <= time.time() + CLOCK_LEEWAY
    return is_issued and claims["application_id"] == application_id


@dataclass(frozen=True)
class Signature:
    """How one webhook is signed; the defaults are the provider's, the rest are faults."""

    signed: bool = True
    wrong_secret: bool = False
    wrong_hash: bool = False
    age: float = 0.0
    other_application: bool = False
    token_id: str = ""


def sign(content: bytes, application: Application, how: Signature) -> str:
    """Return the token of a webhook (Vonage, signed webhooks: claims of the payload token)."""
    hashed = content + b"." if how.wrong_hash else content
    claims = {
        "iat": int(time.time() - how.age),
        "jti": how.token_id or str(uuid.uuid4()),
        "iss": "Vonage",
        "payload_hash": hashlib.sha256(hashed).hexdigest(),
        "api_key": application.api_key,
        "application_id": str(uuid.uuid4()) if how.other_application else application.application_id,
    }
    secret = application.signature_secret[::-1] if how.wrong_secret else application.signature_secret
    return jwt.encode(claims, secret, algorithm="HS256")
