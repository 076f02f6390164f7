"""The guard before every page: nobody comes in unless the list of blueprints, and the view itself, say who may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from checkin.staff.colleague import signed_in
from checkin.staff.permissions import Guard, may
from checkin.web.errors import typed_texts

View = TypeVar("View", bound=Callable[..., Any])
GUARDS = "checkin.guards"
_STRICTER = "stricter_guard"


def needs(guard: Guard) -> Callable[[View], View]:
    """Ask more of one view than its blueprint does. Stands below the route decorator."""

    def mark(view: View) -> View:
        setattr(view, _STRICTER, guard)
        return view

    return mark


def guards_of(app: Flask, endpoint: str) -> list[Guard]:
    """Give every guard that stands before an endpoint; none means that nobody may pass."""
    listed = cast("Mapping[str, Guard]", app.extensions[GUARDS])
    of_view = getattr(app.view_functions.get(endpoint), _STRICTER, None)
    found = [listed.get(endpoint.rpartition(".")[0]), listed.get(endpoint), of_view]
    return [guard for guard in found if guard is not None]


def install(app: Flask, guards: Mapping[str, Guard]) -> None:
    """Stand before every request that reaches a view; `guards` names blueprints, and endpoints that ask more."""
    app.extensions[GUARDS] = guards
    app.before_request(guard_page)


def guard_page() -> ResponseReturnValue | None:
    """Let a request pass, or answer it here."""
    if request.endpoint is None:
        return None
    guards = guards_of(current_app, request.endpoint)
    if guards and all(guard is Guard.PUBLIC for guard in guards):
        return None
    colleague = signed_in()
    if not colleague.is_authenticated:
        return _please_sign_in()
    g.staff = colleague
    if not guards or not all(may(colleague.role, guard) for guard in guards):
        abort(HTTPStatus.FORBIDDEN)
    return None


def _please_sign_in() -> ResponseReturnValue:
    # A script that asks cannot do anything with the sign-in page; somebody who sends a form must not lose her words.
    if request.method != "GET" or request.headers.get("X-Requested-With") == "checkin":
        return render_template("signed_out.html", typed=typed_texts()), HTTPStatus.UNAUTHORIZED
    here = request.full_path.removesuffix("?")
    return redirect(url_for("security.login", next=None if here == "/" else here))
