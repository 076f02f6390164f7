"""The web application: every blueprint beside its guard, and what surrounds every page."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, g, request
from sqlmodel import Session
from werkzeug.middleware.proxy_fix import ProxyFix

from checkin.aftercare.correction_views import correcting
from checkin.aftercare.follow_up_views import follow_ups
from checkin.aftercare.gift_views import gifts
from checkin.aftercare.observation_views import observations
from checkin.aftercare.organisation_views import organisations
from checkin.aftercare.referral_views import referrals
from checkin.aftercare.talk_views import talks
from checkin.alarms.notices import notices_for
from checkin.alarms.views import alarms
from checkin.alarms.views import notices as on_top
from checkin.campaigns.builder import builder
from checkin.campaigns.group_views import groups
from checkin.campaigns.notice_views import notices
from checkin.campaigns.own_voice import own_voice
from checkin.campaigns.shelf import shelf
from checkin.campaigns.views import campaigns
from checkin.cases.handing_views import handing
from checkin.cases.views import cases
from checkin.colleagues.directory import colleagues
from checkin.colleagues.joining import joining
from checkin.colleagues.profile import profile
from checkin.dashboard.calling import calling
from checkin.dashboard.caretaker import caretaker
from checkin.dashboard.danger import danger
from checkin.dashboard.facts import facts
from checkin.dashboard.learning import learning
from checkin.dashboard.overview import overview
from checkin.dashboard.people import people
from checkin.dashboard.queries import version
from checkin.dashboard.reading import reading
from checkin.dashboard.today import today
from checkin.dashboard.wishes import wishes
from checkin.groups.views import selection_files
from checkin.hours.views import hours
from checkin.outreach.queries import count_unread
from checkin.reports.views import reports
from checkin.runtime import Runtime
from checkin.settings import Settings
from checkin.staff import guards, sign_in
from checkin.staff.models import Role
from checkin.staff.permissions import Guard, may
from checkin.staff.roster_views import my_hours, roster
from checkin.standing.views import standing
from checkin.tenants.import_views import imports
from checkin.tenants.views import tenants
from checkin.texts.views import texts
from checkin.voice.public import recordings
from checkin.voice.views import voice
from checkin.vonage.webhooks import vonage_webhooks
from checkin.web import assets, clock_times, errors, filters, forgery, headers, languages, menu, transaction
from checkin.web.addresses import START, RowNumber
from checkin.web.context import EXTENSION, session
from checkin.web.forms import _
from checkin.web.health import health
from checkin.web.menu import Item

SCREENS: tuple[tuple[Blueprint, Guard], ...] = (
    (health, Guard.PUBLIC),
    (languages.languages, Guard.PUBLIC),
    (vonage_webhooks, Guard.PUBLIC),
    (recordings, Guard.PUBLIC),
    (joining, Guard.PUBLIC),
    (today, Guard.WORK),
    (cases, Guard.WORK),
    (handing, Guard.WORK),
    (people, Guard.WORK),
    (wishes, Guard.WORK),
    (calling, Guard.WORK),
    (facts, Guard.WORK),
    (danger, Guard.WORK),
    (on_top, Guard.WORK),
    (standing, Guard.WORK),
    (reading, Guard.WORK),
    (learning, Guard.ADMINISTER),
    (overview, Guard.COORDINATE),
    (caretaker, Guard.COORDINATE),
    (campaigns, Guard.COORDINATE),
    (notices, Guard.COORDINATE),
    (groups, Guard.COORDINATE),
    (selection_files, Guard.COORDINATE),
    (voice, Guard.COORDINATE),
    (texts, Guard.COORDINATE),
    (builder, Guard.COORDINATE),
    (shelf, Guard.COORDINATE),
    (own_voice, Guard.COORDINATE),
    (tenants, Guard.COORDINATE),
    (imports, Guard.COORDINATE),
    (reports, Guard.COORDINATE),
    (hours, Guard.COORDINATE),
    (roster, Guard.COORDINATE),
    (my_hours, Guard.WORK),
    (profile, Guard.WORK),
    (colleagues, Guard.COORDINATE),
    (alarms, Guard.COORDINATE),
    (follow_ups, Guard.WORK),
    (referrals, Guard.WORK),
    (gifts, Guard.COORDINATE),
    (talks, Guard.COORDINATE),
    (correcting, Guard.COORDINATE),
    (organisations, Guard.COORDINATE),
    (observations, Guard.COORDINATE),
)
"""Every blueprint and who may come in. What is not in here, or in `sign_in.GUARDS`, answers 403."""

SIGNED_BY_SENDER: tuple[Blueprint, ...] = (vonage_webhooks,)
"""Blueprints that check a signature of the sender instead of a form token."""


def unread(open_session: Session) -> int:
    """Count the texts that a person should read."""
    return count_unread(open_session)[0]


AFTERCARE = ("follow_ups", "referrals", "gifts", "talks", "corrections", "organisations", "observations")
ROUNDS = ("campaigns", "builder", "notices", "own_voice", "shelf", "standing", "voice", "texts")
MENU: tuple[tuple[Item, Guard], ...] = (
    (Item("today", "today.show", _("Vandaag")), Guard.WORK),
    (Item("work", "cases.work_list", _("Werklijst"), also=("cases", "handing", "people", "facts")), Guard.WORK),
    (
        Item("reading", "reading.show", _("Even lezen"), also=("learning",), count=unread, counted=_("te lezen")),
        Guard.WORK,
    ),
    (Item("wishes", "wishes.search", _("Kletsen"), also=("wishes",)), Guard.WORK),
    (Item("aftercare", "follow_ups.show", _("Nazorg"), also=AFTERCARE), Guard.WORK),
    (Item("overview", "overview.show", _("Overzicht"), also=("overview", "caretaker")), Guard.COORDINATE),
    (Item("rounds", "campaigns.show_all", _("Belrondes"), also=ROUNDS), Guard.COORDINATE),
    (
        Item("tenants", "tenants.tenant_list", _("Huurders"), also=("tenants", "imports", "groups", "selections")),
        Guard.COORDINATE,
    ),
    (Item("week", "reports.this_week", _("Week"), also=("reports",)), Guard.COORDINATE),
    (Item("roster", "roster.show", _("Rooster"), also=("roster", "hours", "colleagues", "alarms")), Guard.COORDINATE),
)
"""The menu: what a person may open."""

ROLE_NAMES: dict[Role, str] = {
    Role.STAFF: _("medewerker"),
    Role.COORDINATOR: _("coördinator"),
    Role.ADMINISTRATOR: _("beheerder"),
}
LARGEST_UPLOAD = 21 * 1024 * 1024


def create_app(runtime: Runtime) -> Flask:
    """Build the web application around a running house."""
    app = Flask("checkin", static_folder=None, template_folder="web/templates")
    app.url_map.converters["int"] = RowNumber
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
    clock_times.install(app)
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
        "live_version": lambda: version(session()),
        "on_top": lambda: notices_for(session(), staff_id=staff.id) if staff is not None else None,
        "may": lambda guard: staff is not None and may(staff.role, Guard(guard)),
        "role_name": ROLE_NAMES.get,
        "here": request.full_path.removesuffix("?") if request.method == "GET" else START,
    }
