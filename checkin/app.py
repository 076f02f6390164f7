"""The web application: every blueprint beside its guard, and what surrounds every page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, g, request
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.middleware.proxy_fix import ProxyFix

from checkin.runtime import Runtime
from checkin.settings import Settings
from checkin.staff import guards, sign_in
from checkin.staff.models import Role
from checkin.staff.permissions import Guard, may
from checkin.vonage.webhooks import vonage_webhooks
from checkin.web import assets, errors, filters, forgery, headers, languages, menu, transaction
from checkin.web.addresses import START
from checkin.web.context import EXTENSION, session
from checkin.web.health import health
from checkin.web.menu import Item

SCREENS: tuple[tuple[Blueprint, Guard], ...] = (
    (health, Guard.PUBLIC),
    (languages.languages, Guard.PUBLIC),
    (vonage_webhooks, Guard.PUBLIC),
)
"""Every blueprint and who may come in. What is not in here, or in `sign_in.GUARDS`, answers 403."""

SIGNED_BY_SENDER: tuple[Blueprint, ...] = (vonage_webhooks,)
"""Blueprints that check a signature of the sender instead of a form token."""

MENU: tuple[tuple[Item, Guard], ...] = (
    (Item("today", "dashboard.today", _("Vandaag")), Guard.WORK),
    (Item("work", "cases.work_list", _("Werklijst"), also=("cases",)), Guard.WORK),
    (Item("reading", "cases.reading", _("Even lezen"), counted=_("berichten")), Guard.WORK),
    (Item("overview", "dashboard.overview", _("Overzicht")), Guard.COORDINATE),
    (Item("rounds", "campaigns.rounds", _("Belrondes"), also=("campaigns",)), Guard.COORDINATE),
    (Item("tenants", "tenants.tenant_list", _("Huurders"), also=("tenants",)), Guard.COORDINATE),
    (Item("week", "reports.week", _("Week"), also=("reports",)), Guard.COORDINATE),
)
"""The menu: what a person may open."""

ROLE_NAMES: dict[Role, LazyString] = {
    Role.STAFF: _("medewerker"),
    Role.COORDINATOR: _("coördinator"),
    Role.ADMINISTRATOR: _("beheerder"),
}
LARGEST_UPLOAD = 21 * 1024 * 1024


def create_app(runtime: Runtime) -> Flask:
    """Build the web application around a running house."""
    app = Flask("checkin", static_folder=None, template_folder="web/templates")
    app.extensions[EXTENSION] = runtime
    configure(app, runtime.settings)
    transaction.install(app, runtime)
    headers.install(app, secure=runtime.settings.secure_cookies)
    languages.install(app)
    forgery.install(app, exempt=SIGNED_BY_SENDER)
    sign_in.install(app)
    guards.install(app, sign_in.GUARDS | {blueprint.name: guard for blueprint, guard in SCREENS})
    for blueprint, _guard in SCREENS:
        app.register_blueprint(blueprint)
    errors.install(app)
    filters.install(app)
    app.context_processor(around)
    app.jinja_env.globals["organisation"] = runtime.settings.organisation
    assets.install(app)
    trust_proxies(app, runtime.settings.trusted_proxies)
    return app


def configure(app: Flask, settings: Settings) -> None:
    """Set what Flask itself needs: the key, the cookie, the largest body."""
    secure = settings.secure_cookies
    app.config.update(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=LARGEST_UPLOAD,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
    )


def trust_proxies(app: Flask, hops: int) -> None:
    """Believe forwarded headers from exactly the proxies that stand in front of us; from nobody when there are none."""
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def around() -> dict[str, Any]:
    """Give templates what stands around every page."""
    staff = g.get("staff")
    items = [item for item, guard in MENU if staff is not None and may(staff.role, guard)]
    return {
        "staff": staff,
        "menu": lambda: menu.shown(items, session),
        "live_version": lambda: None,
        "may": lambda guard: staff is not None and may(staff.role, Guard(guard)),
        "role_name": ROLE_NAMES.get,
        "here": request.full_path.removesuffix("?") if request.method == "GET" else START,
    }
