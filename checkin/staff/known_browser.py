"""The mark of a browser in which an account signed in before, so that guesses from elsewhere do not lock it out."""

from __future__ import annotations

import hashlib
import secrets

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

HALF_A_YEAR = 180 * 24 * 3600
NONCE_BYTES = 16


def mark_of_browser(email: str) -> str:
    """Give this browser's mark when it signed in to this account before, otherwise nothing."""
    try:
        account, nonce = _signer().loads(request.cookies.get(_name(), ""), max_age=HALF_A_YEAR)
    except (BadSignature, ValueError, TypeError):
        return ""
    return str(nonce) if account == _hashed(email) else ""


def remember_browser(response: Response, email: str) -> Response:
    """Mark this browser as one of the account's own."""
    response.set_cookie(
        _name(),
        _signer().dumps([_hashed(email), secrets.token_hex(NONCE_BYTES)]),
        max_age=HALF_A_YEAR,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )
    return response


def _name() -> str:
    return "__Host-known" if current_app.config["SESSION_COOKIE_SECURE"] else "known"


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="known-browser")


def _hashed(email: str) -> str:
    return hashlib.sha256(email.encode()).hexdigest()[:32]
