"""Every address has a guard beside it, and every change of something is checked for where it comes from."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from checkin.app import SIGNED_BY_SENDER, create_app
from checkin.runtime import Runtime
from checkin.staff.guards import guards_of
from checkin.staff.permissions import Guard
from checkin.web.transaction import SAFE_METHODS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PUBLIC = {
    "health.show_health",
    "joining.join",
    "joining.show",
    "languages.choose_language",
    "recordings.fetch",
    "security.login",
    "security.logout",
}
"""What anybody may open, each on purpose; the provider's webhooks carry a signature instead of a session."""
WEBHOOKS = 7
"""A text, what became of a text, and of a call: first words, a key, an event, a second telephone, and the fallback."""


@pytest.fixture
def app(runtime: Runtime) -> Flask:
    return create_app(runtime)


def rules(app: Flask) -> list[Rule]:
    return list(app.url_map.iter_rules())


def test_every_address_has_a_guard(app: Flask) -> None:
    unguarded = [rule.endpoint for rule in rules(app) if not guards_of(app, rule.endpoint)]
    assert unguarded == []


def test_what_is_public_is_spelled_out(app: Flask) -> None:
    public = {rule.endpoint for rule in rules(app) if set(guards_of(app, rule.endpoint)) == {Guard.PUBLIC}}
    names = {blueprint.name for blueprint in SIGNED_BY_SENDER}
    signed = {endpoint for endpoint in public if endpoint.partition(".")[0] in names}
    assert public - signed == PUBLIC
    assert len(signed) == WEBHOOKS


def test_every_change_without_a_form_token_is_refused(app: Flask) -> None:
    signed = {blueprint.name for blueprint in SIGNED_BY_SENDER}
    passed: dict[str, Any] = {}
    for rule in rules(app):
        unsafe = (rule.methods or set()) - SAFE_METHODS
        if not unsafe or rule.endpoint.partition(".")[0] in signed:
            continue
        path = re.sub(r"<[^>]+>", "1", rule.rule)
        response = app.test_client().open(path, method=unsafe.pop())
        if response.status_code != 400:
            passed[rule.endpoint] = response.status_code
    assert passed == {}


def test_a_webhook_without_a_signature_is_refused(app: Flask) -> None:
    signed = {blueprint.name for blueprint in SIGNED_BY_SENDER}
    for rule in rules(app):
        if rule.endpoint.partition(".")[0] in signed:
            response = app.test_client().post(rule.rule, json={})
            assert response.status_code in {401, 503}, rule.rule


def test_nothing_changes_by_looking(app: Flask) -> None:
    """A page is either looked at or sent a form to; the few that do both are forms that show themselves again."""
    both = {
        rule.endpoint
        for rule in rules(app)
        if "GET" in (rule.methods or set()) and (rule.methods or set()) - SAFE_METHODS
    }
    assert both <= {"security.login", "security.change_password"}
