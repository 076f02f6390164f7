"""Forms are taken from our own pages only."""

from __future__ import annotations

import pytest
from flask import Flask

from checkin.web.forgery import EXEMPT
from tests.conftest import MovableClock
from tests.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_every_form_without_a_token_is_refused(app: Flask, administrator: Visitor) -> None:
    checked = 0
    with app.test_request_context():
        addresses = [
            app.url_for(rule.endpoint, **dict.fromkeys(rule.arguments, 1))
            for rule in app.url_map.iter_rules()
            if "POST" in (rule.methods or ()) and rule.endpoint.partition(".")[0] not in app.extensions[EXEMPT]
        ]
    for address in addresses:
        assert administrator.post(address, token=False).status_code == 400, address
        checked += 1
    assert checked > 5
    assert administrator.is_signed_in()


def test_only_the_webhooks_come_without_a_token(app: Flask) -> None:
    assert app.extensions[EXEMPT] == {"vonage_webhooks"}


def test_nothing_is_changed_by_other_methods(app: Flask) -> None:
    assert {method for rule in app.url_map.iter_rules() for method in rule.methods or ()} <= {
        "GET",
        "HEAD",
        "OPTIONS",
        "POST",
    }


@pytest.mark.parametrize(
    ("site", "status"), [("same-origin", 302), ("none", 302), ("same-site", 400), ("cross-site", 400)]
)
def test_a_form_that_another_site_sent_is_refused_even_with_a_token(samira: Visitor, site: str, status: int) -> None:
    assert samira.post("/language/en", headers={"Sec-Fetch-Site": site}).status_code == status


def test_a_token_of_somebody_else_is_refused(app: Flask, samira: Visitor) -> None:
    other = Visitor(app)
    other.get("/login")
    samira.token = other.token
    page = samira.post("/logout")
    assert page.status_code == 400
    assert "Ga terug en probeer het opnieuw" in page.text


def test_what_was_typed_is_given_back_but_no_password(samira: Visitor) -> None:
    samira.token = "old"
    page = samira.post("/cases/1/contact", note="Mevrouw vertelde over <vroeger>", password=PASSWORD).text
    assert "Mevrouw vertelde over &lt;vroeger&gt;</textarea>" in page
    assert PASSWORD not in page


def test_what_another_site_sent_is_not_shown(samira: Visitor) -> None:
    page = samira.post("/cases/1/contact", note="planted", headers={"Sec-Fetch-Site": "cross-site"})
    assert page.status_code == 400
    assert "planted" not in page.text


def test_who_was_signed_out_while_typing_keeps_the_text(samira: Visitor, clock: MovableClock) -> None:
    clock.advance(hours=1)
    page = samira.post("/cases/1/contact", note="Een lang gesprek over de tuin")
    assert page.status_code == 401
    assert "U bent uitgelogd" in page.text
    assert "Een lang gesprek over de tuin</textarea>" in page.text
