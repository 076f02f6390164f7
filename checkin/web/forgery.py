"""Forms are only taken from our own pages: a token in each, and what the browser says about where it came from."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Flask, abort, current_app, request
from flask_wtf import CSRFProtect

from checkin.web.transaction import SAFE_METHODS

EXEMPT = "checkin.csrf_exempt"
FROM_HERE = frozenset({"same-origin", "none"})


def install(app: Flask, *, exempt: tuple[Blueprint, ...] = ()) -> None:
    """Check every request that changes something; `exempt` blueprints carry a signature of their own instead."""
    # The token lives as long as the session. Browsers send us no Referer (Referrer-Policy), so it cannot be asked for.
    app.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    app.extensions[EXEMPT] = frozenset(blueprint.name for blueprint in exempt)
    protect = CSRFProtect(app)  # type: ignore[no-untyped-call]
    for blueprint in exempt:
        protect.exempt(blueprint)  # type: ignore[no-untyped-call]
    app.before_request(refuse_other_sites)


def refuse_other_sites() -> None:
    """Refuse a change that a browser says another site sent. Older browsers do not say; the token holds for them."""
    if request.method in SAFE_METHODS or request.blueprint in current_app.extensions[EXEMPT]:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in FROM_HERE:
        abort(HTTPStatus.BAD_REQUEST)
