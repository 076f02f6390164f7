"""Dutch and English: which one a person reads, and the switch on every page."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, abort, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel

from checkin.web.addresses import safe_next
from checkin.web.context import runtime

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"
COOKIE = "language"
ONE_YEAR = 31_536_000
TRANSLATIONS = Path(__file__).parent.parent / "translations"

languages = Blueprint("languages", __name__)


def install(app: Flask) -> None:
    """Choose the language of each request, and tell times in the landlord's own zone."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    Babel(app, locale_selector=language, timezone_selector=lambda: runtime().settings.timezone)  # type: ignore[no-untyped-call]
    app.context_processor(lambda: {"language": language(), "languages": LANGUAGES})


def language() -> str:
    """Give the language of this request: chosen here, else of the account, else of the browser, else Dutch."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    account = getattr(g.get("staff"), "language", "")
    if account in LANGUAGES:
        return str(account)
    return _asked_by_browser()


def _asked_by_browser() -> str:
    # The first language that a browser names decides: a Dutch speaker with English second must get Dutch, and
    # a reader of Turkish with English second must get English.
    for wanted, quality in sorted(request.accept_languages, key=lambda pair: -pair[1]):
        short = wanted.lower().partition("-")[0]
        if quality and short in LANGUAGES:
            return short
    return DEFAULT


@languages.post("/language/<code>")
def choose_language(code: str) -> ResponseReturnValue:
    """Remember the language in this browser."""
    if code not in LANGUAGES:
        abort(404)
    response = redirect(safe_next(request.form.get("next")))
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie(COOKIE, code, max_age=ONE_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
