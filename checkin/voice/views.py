"""Stem: the sentences of the telephone menu, each spoken by the computer or by somebody's own voice."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from checkin.domain.errors import Refused
from checkin.domain.tongues import LANGUAGES
from checkin.messaging.callscript import Voice
from checkin.messaging.recordable import Piece, pieces
from checkin.staff.colleague import signed_in
from checkin.voice import service
from checkin.voice.forms import RecordingForm, title
from checkin.voice.queries import versions
from checkin.web.context import now, runtime, session
from checkin.web.languages import language_name
from checkin.web.refusals import refusal

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
    recorded = versions(session(), language=language, pieces=known)
    return render_template("voice/list.html", tongue=language, tongues=_tongues(), pieces=known, versions=recorded)


@voice.get("/<language>/<step>")
def show(language: str, step: str) -> ResponseReturnValue:
    """Show one sentence with its recordings."""
    return _one_page(language, _piece(language, step), RecordingForm(formdata=None))


@voice.post("/<language>/<step>")
def record(language: str, step: str) -> ResponseReturnValue:
    """Take a recording in, and play it from now on."""
    piece, form = _piece(language, step), RecordingForm()
    try:
        if form.accepted():
            service.keep_recording(
                session(), language=language, piece=piece, content=form.content(), staff_id=signed_in().id, now=now()
            )
            flash(_("De opname is bewaard. Huurders horen hem vanaf nu."))
            return redirect(url_for("voice.show", language=language, step=step))
    except Refused as refused:
        form.file.errors = [refusal(refused)]
    return _one_page(language, piece, form), HTTPStatus.UNPROCESSABLE_ENTITY


@voice.post("/<language>/<step>/computer")
def silence(language: str, step: str) -> ResponseReturnValue:
    """Let the computer's voice speak again; the recordings stay."""
    piece = _piece(language, step)
    service.silence(session(), language=language, step=piece.step)
    flash(_("Huurders horen hier weer de computerstem."))
    return redirect(url_for("voice.show", language=language, step=step))


@voice.post("/<language>/<step>/<int:recording_id>/play")
def play(language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Go back to an older recording."""
    return _changed(language, step, service.play_version, recording_id, _("Huurders horen vanaf nu deze opname."))


@voice.post("/<language>/<step>/<int:recording_id>/erase")
def erase(language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Throw a recording away."""
    return _changed(language, step, service.erase, recording_id, _("De opname is weggegooid."))


def _changed(language: str, step: str, act: Callable[..., None], recording_id: int, done: str) -> Response:
    try:
        act(session(), recording_id=recording_id)
        flash(done)
    except Refused as refused:
        flash(refusal(refused), "warning")
    return redirect(url_for("voice.show", language=language, step=step))


def _one_page(language: str, piece: Piece, form: RecordingForm) -> str:
    found = versions(session(), language=language, pieces=[piece]).get(piece.step, [])
    return render_template("voice/one.html", tongue=language, piece=piece, form=form, versions=found)


def _tongues() -> dict[str, str]:
    return {code: language_name(code) for code in LANGUAGES}


def _pieces(language: str) -> tuple[Piece, ...]:
    if language not in LANGUAGES:
        abort(HTTPStatus.NOT_FOUND)
    settings = runtime().settings
    voice = Voice(settings.organisation, settings.organisation_phone, language, words=runtime().words)
    return pieces(voice)


def _piece(language: str, step: str) -> Piece:
    return next((piece for piece in _pieces(language) if piece.step == step), None) or abort(HTTPStatus.NOT_FOUND)
