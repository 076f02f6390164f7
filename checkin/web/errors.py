"""Error pages in words, each with a reference that finds the log line, and nothing about anyone."""

from __future__ import annotations

import secrets
import traceback
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from checkin.domain.errors import Refused
from checkin.logs import logger
from checkin.web.forms import _
from checkin.web.refusals import refusal
from checkin.web.transaction import DATABASE_AWAY

log = logger(__name__)

# What somebody typed is given back on a page that refuses it: losing a note about a talk is losing the talk.
KEPT_FIELDS = ("note", "tenant_note", "reason", "text")


@dataclass(frozen=True)
class Explanation:
    """What went wrong and what to do, in the words of a person."""

    title: str
    text: str


WORDS = {
    400: Explanation(
        _("Dit formulier kwam niet goed aan"),
        _("Ga terug en probeer het opnieuw. Blijft het misgaan? Laad de pagina dan eerst opnieuw."),
    ),
    403: Explanation(_("Dit mag u niet bekijken"), _("Uw account heeft hier geen toegang toe. Vraag uw coördinator.")),
    404: Explanation(_("Deze pagina is er niet"), _("Misschien is het adres veranderd, of is er iets opgeruimd.")),
    405: Explanation(_("Dit kan niet op deze manier"), _("Ga terug en gebruik de knop op de pagina.")),
    409: Explanation(
        _("Dit is intussen veranderd"), _("Iemand was u net voor. Ga terug om te zien hoe het er nu voor staat.")
    ),
    413: Explanation(_("Dit bestand is te groot"), _("Een bestand mag hoogstens 20 MB zijn. Deel de lijst op.")),
    429: Explanation(
        _("Even geduld, dit ging te vaak"), _("Wacht een paar minuten en probeer het daarna opnieuw.")
    ),
    500: Explanation(
        _("Hier ging iets mis"), _("Dat ligt aan ons. Er is niets half opgeslagen. Probeer het zo nog eens.")
    ),
    503: Explanation(
        _("We zijn even niet bereikbaar"),
        _("De gegevens zijn nu niet op te vragen. Er is niets opgeslagen. Probeer het over een minuut opnieuw."),
    ),
}  # fmt: skip


def install(app: Flask) -> None:
    """Let every error end in a page that a person understands."""
    app.register_error_handler(CSRFError, _csrf_failed)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Refused, _refused)
    for away in DATABASE_AWAY:
        app.register_error_handler(away, _database_away)
    app.register_error_handler(Exception, _broken)
    # Flask would log the message of an error, which may quote a row.
    app.log_exception = lambda exc_info: _log_broken(exc_info[1])  # type: ignore[method-assign]


def error_page(status: int, *, text: str = "", kept: bool = False) -> ResponseReturnValue:
    """Make the page of one status; `kept` gives back what was typed."""
    words = WORDS.get(status) or WORDS[HTTPStatus.BAD_REQUEST if status < HTTPStatus.INTERNAL_SERVER_ERROR else 500]
    reference = secrets.token_hex(4)
    log.warning("error page", status=int(status), reference=reference, endpoint=request.endpoint)
    typed = typed_texts() if kept else []
    page = render_template("error.html", title=words.title, text=text or words.text, reference=reference, typed=typed)
    return page, status


def typed_texts() -> list[str]:
    """Give the longer texts of a refused form, so that the page can give them back."""
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return []
    return [text for field in KEPT_FIELDS if (text := request.form.get(field, "").strip())]


def _csrf_failed(_error: CSRFError) -> ResponseReturnValue:
    return error_page(HTTPStatus.BAD_REQUEST, kept=True)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return error.response
    return error_page(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)


def _refused(error: Refused) -> ResponseReturnValue:
    return error_page(HTTPStatus.CONFLICT, text=refusal(error), kept=True)


def _database_away(error: Exception) -> ResponseReturnValue:
    log.error("database away", error=type(error).__name__)
    return error_page(HTTPStatus.SERVICE_UNAVAILABLE, kept=True)


def _broken(error: Exception) -> ResponseReturnValue:
    _log_broken(error)
    return error_page(HTTPStatus.INTERNAL_SERVER_ERROR, kept=True)


def _log_broken(error: BaseException | None) -> None:
    # The frames tell where; they hold our own lines of code and no values.
    frames = traceback.format_tb(error.__traceback__) if error else []
    log.error("broken", error=type(error).__name__, frames="".join(frames))
