"""Where the provider fetches a recording: open to whoever has the address, which nobody can guess."""

from __future__ import annotations

import re
from http import HTTPStatus

from flask import Blueprint, Response

from checkin.domain.sound import SoundKind
from checkin.voice.queries import sound
from checkin.web.context import session

ADDRESS = re.compile(r"([A-Za-z0-9_-]{32})\.(wav|mp3)")
CONTENT_TYPES = {SoundKind.WAV: "audio/wav", SoundKind.MP3: "audio/mpeg"}
KEPT_BY_CACHES = "public, max-age=86400, immutable"
"""What stands at one address never changes, so the provider need not fetch it for every call."""

recordings = Blueprint("recordings", __name__, url_prefix="/recordings")
"""Public: the unguessable address is the key. No session, no cookie, nothing about any tenant."""


@recordings.get("/<file>")
def fetch(file: str) -> Response:
    """Give the sound, or nothing."""
    address = ADDRESS.fullmatch(file)
    kind = SoundKind(address[2]) if address else None
    content = sound(session(), token=address[1], kind=kind) if address and kind else None
    if content is None or kind is None:
        return Response(status=HTTPStatus.NOT_FOUND, content_type="text/plain")
    return Response(content, content_type=CONTENT_TYPES[kind], headers={"Cache-Control": KEPT_BY_CACHES})
