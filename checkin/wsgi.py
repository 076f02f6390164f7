"""The web application as a web server imports it: `gunicorn checkin.wsgi:app`."""

from __future__ import annotations

from checkin.app import create_app
from checkin.logs import configure
from checkin.runtime import make_runtime
from checkin.settings import load_settings

settings = load_settings()
configure(settings.log_level)
app = create_app(make_runtime(settings, background=True))
