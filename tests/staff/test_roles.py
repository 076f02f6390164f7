"""Who may open what: every address, for every role, counted from the list of addresses itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from checkin.staff.guards import guards_of
from checkin.staff.models import Role, Staff
from checkin.staff.permissions import ALLOWED, Guard, may
from tests.visitor import Visitor

PUBLIC = {
    "health.show_health",
    "joining.join",
    "joining.show",
    "languages.choose_language",
    "recordings.fetch",
    "security.login",
    "security.logout",
    "vonage_webhooks.answer",
    "vonage_webhooks.call_event",
    "vonage_webhooks.fallback",
    "vonage_webhooks.keys",
    "vonage_webhooks.leg",
    "vonage_webhooks.text_in",
    "vonage_webhooks.text_status",
}
"""Everything that is open to the world. A new one is added here on purpose, or not at all."""


def addresses(app: Flask) -> Iterator[tuple[str, str, Rule]]:
    """Give the method, an address and the rule of everything that can be asked for."""
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            values = {name: "2026-W47" if name == "iso_week" else 1 for name in rule.arguments}
            for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
                yield method, app.url_for(rule.endpoint, **values), rule


SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Guards ask no database."""


def ask(browser: Visitor, method: str, address: str) -> int:
    return (browser.get(address) if method == "GET" else browser.post(address)).status_code


def test_every_endpoint_has_a_guard_and_the_public_ones_are_listed(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert [endpoint for endpoint in endpoints if not guards_of(app, endpoint)] == []
    open_to_all = {name for name in endpoints if all(guard is Guard.PUBLIC for guard in guards_of(app, name))}
    assert open_to_all == PUBLIC


@SQLITE
def test_a_visitor_sees_public_pages_only(app: Flask, visitor: Visitor) -> None:
    for method, address, rule in addresses(app):
        if rule.endpoint in PUBLIC:
            continue
        status = ask(visitor, method, address)
        assert status == (302 if method == "GET" else 401), (method, address)


@SQLITE
@pytest.mark.parametrize("role", list(Role))
def test_a_colleague_opens_what_the_role_allows_and_nothing_else(
    app: Flask, colleague: Callable[..., Staff], role: Role
) -> None:
    browser = Visitor(app)
    browser.sign_in(colleague("samira@example.nl", role).email)
    for method, address, rule in addresses(app):
        if rule.endpoint in PUBLIC:
            continue
        status = ask(browser, method, address)
        if all(may(role, guard) for guard in guards_of(app, rule.endpoint)):
            assert status not in {401, 403, 405, 500, 503}, (method, address, status)
        else:
            assert status == 403, (method, address, status)


def test_an_endpoint_that_nobody_listed_is_shut(app: Flask, samira: Visitor) -> None:
    app.extensions["checkin.guards"] = {}
    assert samira.get("/account/password").status_code == 403


def test_each_role_may_do_what_the_one_before_it_may() -> None:
    for guard, roles in ALLOWED.items():
        assert roles in ({*Role}, {Role.COORDINATOR, Role.ADMINISTRATOR}, {Role.ADMINISTRATOR}), guard
        assert may(None, guard) is (guard is Guard.PUBLIC)
