"""The desk at which one sentence is recorded, heard, put aside and thrown away, wherever the sentence comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.domain.errors import Refused
from checkin.messaging.recordable import Piece
from checkin.staff.colleague import signed_in
from checkin.voice import service
from checkin.voice.forms import RecordingForm
from checkin.voice.queries import versions
from checkin.web.context import now, session
from checkin.web.refusals import refusal


class At(Protocol):
    """Gives the address of one of the views around a sentence."""

    def __call__(self, view: str, **more: Any) -> str: ...


@dataclass(frozen=True)
class Desk:
    """One sentence in one language."""

    language: str
    piece: Piece
    at: At
    back: str
    """What stands on the link to the list it comes from."""

    def page(self, form: RecordingForm | None = None) -> str:
        """Show the sentence with its recordings."""
        found = versions(session(), language=self.language, pieces=[self.piece]).get(self.piece.step, [])
        form = form or RecordingForm(formdata=None)
        return render_template(
            "voice/one.html",
            tongue=self.language,
            piece=self.piece,
            form=form,
            versions=found,
            at=self.at,
            back=self.back,
        )

    def record(self) -> ResponseReturnValue:
        """Take a recording in, and play it from now on."""
        form = RecordingForm()
        try:
            if form.accepted():
                service.keep_recording(
                    session(),
                    language=self.language,
                    piece=self.piece,
                    content=form.content(),
                    staff_id=signed_in().id,
                    now=now(),
                )
                return self._done(_("De opname is bewaard. Huurders horen hem vanaf nu."))
        except Refused as refused:
            form.file.errors = [refusal(refused)]
        return self.page(form), HTTPStatus.UNPROCESSABLE_ENTITY

    def silence(self) -> ResponseReturnValue:
        """Let the computer's voice speak again; the recordings stay."""
        service.silence(session(), language=self.language, step=self.piece.step)
        return self._done(_("Huurders horen hier weer de computerstem."))

    def play(self, recording_id: int) -> ResponseReturnValue:
        """Go back to an older recording."""
        return self._change(service.play_version, recording_id, _("Huurders horen vanaf nu deze opname."))

    def erase(self, recording_id: int) -> ResponseReturnValue:
        """Throw a recording away."""
        return self._change(service.erase, recording_id, _("De opname is weggegooid."))

    def _change(self, act: Callable[..., None], recording_id: int, done: str) -> ResponseReturnValue:
        try:
            act(session(), recording_id=recording_id)
        except Refused as refused:
            flash(refusal(refused), "warning")
            return redirect(self.at("show", step=self.piece.step))
        return self._done(done)

    def _done(self, words: str) -> ResponseReturnValue:
        flash(words)
        return redirect(self.at("show", step=self.piece.step))
