"""The headers that keep browsers on our side: strict content policy, no framing, nothing stored."""

from __future__ import annotations

from flask import Flask, Response

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; "
    "media-src 'self'; "
    "connect-src 'self'; "
    "manifest-src 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'none'; "
    "base-uri 'none'"
)

FOR_FILES = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_PAGES = FOR_FILES | {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
ONE_YEAR = 31_536_000


def install(app: Flask, *, secure: bool) -> None:
    """Put the headers on every answer that the application gives."""
    always = dict(FOR_PAGES)
    if secure:
        always["Strict-Transport-Security"] = f"max-age={ONE_YEAR}; includeSubDomains"

    @app.after_request
    def add_headers(response: Response) -> Response:
        kept = response.headers.get("Cache-Control") if response.cache_control.public else None
        for name, value in always.items():
            response.headers[name] = value
        if kept is not None:
            # A view said that everybody may have and keep this.
            response.headers["Cache-Control"] = kept
        return response
