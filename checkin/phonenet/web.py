"""The network's web application: the provider's HTTP and the telephones' HTTP on one address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response

from checkin.phonenet.handset_api import HandsetApi
from checkin.phonenet.provider_api import ProviderApi

if TYPE_CHECKING:
    from checkin.phonenet.network import PhoneNetwork

MOST_BYTES = 1_000_000


def create_app(network: PhoneNetwork) -> Flask:
    """Make the application of one network."""
    app = Flask("checkin.phonenet")
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.register_blueprint(ProviderApi(network).blueprint())
    app.register_blueprint(HandsetApi(network).blueprint())
    app.after_request(_protect)
    return app


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype in {"text/html", "application/json"}:
        response.headers["Cache-Control"] = "no-store"
    return response
