"""Signing in and out: Flask-Security for forms, pages and passwords, with sessions that live in the database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from flask import Flask, Response, after_this_request, flash, g, request
from flask import session as cookie
from flask_babel import gettext
from flask_login import user_logged_out
from flask_security import Security, user_authenticated

from checkin.db import reading, unit_of_work
from checkin.staff import sessions
from checkin.staff.colleague import Accounts, Colleague, copied
from checkin.staff.forms import NewPasswordForm, SignInForm
from checkin.staff.known_browser import remember_browser
from checkin.staff.permissions import Guard
from checkin.web.context import now, runtime, session
from checkin.web.transaction import DATABASE_AWAY

TOKEN = "token"  # noqa: S105 - the name under which the cookie keeps it
QUIET = "X-Checkin-Quiet"
"""The header by which the page's own polling says that nobody touched anything: it keeps no session alive."""

GUARDS = {"security": Guard.PUBLIC, "security.change_password": Guard.SIGN_IN}

SETTINGS = {
    "SECURITY_LOGIN_URL": "/login",
    "SECURITY_LOGOUT_URL": "/logout",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_CHANGEABLE": True,
    "SECURITY_CHANGE_URL": "/account/password",
    "SECURITY_POST_LOGIN_VIEW": "/",
    "SECURITY_POST_LOGOUT_VIEW": "/login",
    "SECURITY_POST_CHANGE_VIEW": "/account/password",
    "SECURITY_LOGIN_USER_TEMPLATE": "staff/sign_in.html",
    "SECURITY_CHANGE_PASSWORD_TEMPLATE": "staff/change_password.html",
    "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_FLASH_MESSAGES": False,
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_FRESHNESS": timedelta(-1),
    "SECURITY_STATIC_FOLDER": None,
    # argon2id does its own salting, and the command that adds colleagues hashes without a web application.
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
    "SECURITY_PASSWORD_SINGLE_HASH": ["argon2"],
}


def install(app: Flask) -> None:
    """Put signing in onto the application."""
    app.config.update(SETTINGS, SECURITY_PASSWORD_SALT=app.config["SECRET_KEY"])
    security = Security(
        app,
        Accounts(recognise),
        login_form=SignInForm,
        change_password_form=NewPasswordForm,
    )
    security.want_json(lambda _request: False)
    # By default Flask-Security also lets people in by a token in a header or in the address.
    security.login_manager.request_loader(lambda _request: None)  # type: ignore[no-untyped-call]
    user_authenticated.connect(_start, app)
    user_logged_out.connect(_stop, app)


def recognise(uniquifier: str) -> Colleague | None:
    """Give the colleague to whom this request's cookie belongs, while the session lives."""
    if "colleague" not in g:
        # Looked for once: when the database fails here, the error page must not ask it again.
        g.colleague = None
        g.colleague = _find(uniquifier)
    return cast("Colleague | None", g.colleague)


def _find(uniquifier: str) -> Colleague | None:
    present = now()
    with reading(runtime()) as own_session:
        found = sessions.find(own_session, cookie.get(TOKEN, ""), uniquifier, now=present)
        if found is None:
            return None
        staff_session, account = found
        colleague, seen_at = copied(account), staff_session.last_seen_at
    if present - seen_at >= sessions.SEEN_EVERY and QUIET not in request.headers:
        _note_seen(colleague)
    return colleague


def _note_seen(colleague: Colleague) -> None:
    try:
        with unit_of_work(runtime()) as own_session:
            sessions.seen(own_session, cookie.get(TOKEN, ""), colleague.id, now=now())
    except DATABASE_AWAY:
        return  # a busy database must not keep anybody from reading; the next request notes it


def _start(_app: Flask, user: Colleague, authn_via: list[str] | None = None, **_more: Any) -> None:
    kept = {name: value for name, value in cookie.items() if name.startswith(("_", "fs_"))}
    # A cookie that somebody planted before signing in ends here, with the form tokens made for it.
    cookie.clear()
    cookie.update(kept)
    g.pop("csrf_token", None)
    if authn_via == ["change"]:
        sessions.end_all(session(), user.id)
        flash(gettext("Uw nieuwe wachtwoord geldt vanaf nu."))
    cookie[TOKEN] = sessions.begin(session(), user.id, now=now())

    @after_this_request
    def mark(response: Response) -> Response:
        return remember_browser(response, user.email)


def _stop(_app: Flask, **_more: Any) -> None:
    sessions.end(session(), cookie.get(TOKEN, ""))
    cookie.clear()

    @after_this_request
    def clear(response: Response) -> Response:
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
