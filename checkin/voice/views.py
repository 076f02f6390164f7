"""Stem: the sentences of the telephone menu, each spoken by the computer or by somebody's own voice."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.domain.tongues import LANGUAGES
from checkin.messaging.callscript import Voice
from checkin.messaging.recordable import OWN, Piece, pieces
from checkin.voice.desk import At, Desk
from checkin.voice.forms import title
from checkin.voice.queries import find_own, own_words_recorded, versions
from checkin.web.context import runtime, session
from checkin.web.languages import language_name

voice = Blueprint("voice", __name__, url_prefix="/voice")
voice.add_app_template_filter(title, "piece_title")
FIRST = LANGUAGES[0]


@voice.get("")
def start() -> ResponseReturnValue:
    """Show the menu in the first language."""
    return _list_page(FIRST)


@voice.get("/<language>")
def show_all(language: str) -> ResponseReturnValue:
    """Show every sentence of the menu in one language, and who speaks it."""
    return _list_page(language)


def _list_page(language: str) -> str:
    known = _pieces(language)
    return render_template(
        "voice/list.html",
        tongue=language,
        tongues={code: language_name(code) for code in LANGUAGES},
        pieces=known,
        versions=versions(session(), language=language, pieces=known),
        at=_at(language),
        own=own_words_recorded(session(), language=language),
    )


def _at(language: str) -> At:
    def at(view: str, **more: Any) -> str:
        return url_for(f"voice.{view}", language=language, **more)

    return at


@voice.get("/<language>/<step>")
def show(language: str, step: str) -> ResponseReturnValue:
    """Show one sentence with its recordings."""
    return _desk(language, step).page()


@voice.post("/<language>/<step>")
def record(language: str, step: str) -> ResponseReturnValue:
    """Take a recording in, and play it from now on."""
    return _desk(language, step).record()


@voice.post("/<language>/<step>/computer")
def silence(language: str, step: str) -> ResponseReturnValue:
    """Let the computer's voice speak again; the recordings stay."""
    return _desk(language, step).silence()


@voice.post("/<language>/<step>/<int:recording_id>/play")
def play(language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Go back to an older recording."""
    return _desk(language, step).play(recording_id)


@voice.post("/<language>/<step>/<int:recording_id>/erase")
def erase(language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Throw a recording away; of words that no recording knows any more there is nothing left to show."""
    erased = _desk(language, step).erase(recording_id)
    gone = step.startswith(OWN) and find_own(session(), language=language, step=step) is None
    return redirect(url_for("voice.show_all", language=language)) if gone else erased


def _desk(language: str, step: str) -> Desk:
    known = _pieces(language)
    found = next((piece for piece in known if piece.step == step), None)
    if found is None and step.startswith(OWN):
        found = find_own(session(), language=language, step=step)
    return Desk(language, found or abort(HTTPStatus.NOT_FOUND), _at(language), _("Stem van de telefoon"))


def _pieces(language: str) -> tuple[Piece, ...]:
    if language not in LANGUAGES:
        abort(HTTPStatus.NOT_FOUND)
    settings = runtime().settings
    return pieces(Voice(settings.organisation, settings.organisation_phone, language, words=runtime().words))
