"""Dutch and English: which one a person reads, the switch on every page, and how other languages are named there."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, abort, current_app, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import Babel, get_locale
from markupsafe import Markup

from checkin.domain.tongues import TONGUES
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
    app.add_template_filter(language_name, "language_name")
    app.jinja_env.globals.update(direction=direction, said_in=said_in)


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


def language_name(code: str) -> str:
    """Name a language as the reader does: `Turks`."""
    locale = get_locale()
    name = str(locale.languages.get(code, code)) if locale else code
    return name[:1].upper() + name[1:]


def direction(code: str) -> str:
    """Give the side from which a language is read, for `dir`; a language that we do not speak decides by itself."""
    if code not in TONGUES:
        return "auto"
    return "rtl" if TONGUES[code].right_to_left else "ltr"


def said_in(code: str) -> Markup:
    """Give the attributes of words in another language than the page: how they are said, and from which side read."""
    return Markup('lang="{code}" dir="{side}"').format(code=code, side=direction(code))


@languages.post("/language/<code>")
def choose_language(code: str) -> ResponseReturnValue:
    """Remember the language in this browser."""
    if code not in LANGUAGES:
        abort(404)
    response = redirect(safe_next(request.form.get("next")))
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie(COOKIE, code, max_age=ONE_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
