"""The addresses at which the provider reaches us, each with our own reference in its query."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urlencode

from checkin.settings import Settings

PREFIX = "/webhooks/vonage"
RECORDINGS = "/recordings"
"""Where `checkin/voice/public.py` gives sound to whoever has the address."""


class Webhook(StrEnum):
    """Every webhook by the last word of its address."""

    INBOUND = "inbound"
    STATUS = "status"
    ANSWER = "answer"
    EVENT = "event"
    KEYS = "keys"
    LEG = "leg"
    FALLBACK = "fallback"


def address(settings: Settings, webhook: Webhook, **query: str | int) -> str:
    """Give the public address of a webhook; all of them are asked for by POST, whose body is signed."""
    base = f"{settings.public_url.rstrip('/')}{PREFIX}/{webhook}"
    return f"{base}?{urlencode(query)}" if query else base


def recording_address(settings: Settings, file: str) -> str:
    """Give the public address of a recording, which the provider fetches with GET and without a signature."""
    return f"{settings.public_url.rstrip('/')}{RECORDINGS}/{file}"
