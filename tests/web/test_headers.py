"""The headers on every answer, whatever the answer is."""

from __future__ import annotations

import re

import pytest
from flask import Flask, request

from checkin.app import create_app
from checkin.runtime import Runtime
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
EXACTLY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
FORBIDDEN = (
    re.compile(r"<style"),
    re.compile(r"<script(?![^>]*\ssrc=)"),
    re.compile(r"\sstyle="),
    re.compile(r"\son[a-z]+="),
    re.compile(r"javascript:"),
    re.compile(r"""(?:src|href|action)=["'](?:https?:)?//"""),
)


def test_every_answer_has_every_header(app: Flask, administrator: Visitor) -> None:
    pages = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]
    assert len(pages) > 8
    for path in [*pages, "/nothing/here", "/language/nl", "/webhooks/vonage/answer"]:
        response = administrator.get(path)
        assert {name: response.headers.get(name) for name in EXACTLY} == EXACTLY, path
        assert "camera=()" in response.headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in response.headers
        assert response.headers.get("Server", "") == ""


def test_no_page_holds_what_the_policy_would_block(app: Flask, administrator: Visitor) -> None:
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments:
            response = administrator.get(rule.rule)
            page = response.text if response.mimetype == "text/html" else ""
            for pattern in FORBIDDEN:
                assert not pattern.search(page), (rule.rule, pattern.pattern)


def test_over_https_browsers_are_told_to_stay_there(runtime: Runtime) -> None:
    runtime.settings = runtime.settings.model_copy(update={"secure_cookies": True})
    response = create_app(runtime).test_client().get("/login", base_url="https://checkin.example.nl")
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_every_page_has_a_title_one_heading_a_language_and_a_way_past_the_menu(
    app: Flask, administrator: Visitor
) -> None:
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.arguments:
            continue
        response = administrator.get(rule.rule)
        if response.mimetype != "text/html" or response.status_code != 200:
            continue
        page = response.text
        assert re.search(r"<title>[^<]+ · checkin</title>", page), rule.rule
        assert page.count("<h1") == 1, rule.rule
        assert '<html lang="nl">' in page
        assert 'href="#main"' in page
        assert "Geen alarmdienst. Bij gevaar: bel 112." in page


@pytest.mark.parametrize("spoofed", ["203.0.113.7", "203.0.113.7, 10.0.0.1"])
@pytest.mark.parametrize(("proxies", "believed"), [(0, "127.0.0.1"), (1, None)])
def test_forwarded_addresses_count_only_behind_a_proxy_of_ours(
    runtime: Runtime, spoofed: str, proxies: int, believed: str | None
) -> None:
    runtime.settings = runtime.settings.model_copy(update={"trusted_proxies": proxies})
    app = create_app(runtime)
    seen = []

    @app.before_request
    def note() -> None:
        seen.append(request.remote_addr)

    app.test_client().get("/health", headers={"X-Forwarded-For": spoofed})
    assert seen == [believed or spoofed.rpartition(", ")[2]]
