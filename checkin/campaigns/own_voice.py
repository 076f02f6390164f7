"""The own words of a campaign or playbook in somebody's own voice: the list of what can be recorded, and the desk."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from checkin.campaigns import drafts, library
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.playbook import Playbook
from checkin.messaging.callscript import Voice
from checkin.messaging.own_words import LANGUAGES, OwnWords
from checkin.messaging.recordable import Piece, own_pieces
from checkin.voice.desk import At, Desk
from checkin.voice.queries import versions
from checkin.web.context import runtime, session
from checkin.web.languages import language_name

ROUND = "round-"
"""What the source of a campaign's words begins with; any other is the key of a playbook."""

own_voice = Blueprint("own_voice", __name__, url_prefix="/own-voice/<source>")


@dataclass(frozen=True)
class Source:
    """Where words come from, and where one goes back to."""

    name: str
    playbook: Playbook
    back: str


def _source(source: str) -> Source:
    number = source.removeprefix(ROUND)
    if source.startswith(ROUND) and number.isdecimal() and len(number) < 10:  # noqa: PLR2004  a whole number of a database
        campaign = session().get(Campaign, int(number))
        if campaign is None or not campaign.playbook:
            abort(HTTPStatus.NOT_FOUND)
        view = "builder.how" if campaign.state is CampaignState.DRAFT else "campaigns.show"
        return Source(campaign.name, drafts.playbook_of(campaign), url_for(view, campaign_id=campaign.id))
    playbook = library.find(session(), source) or abort(HTTPStatus.NOT_FOUND)
    return Source(playbook.described("nl").title, playbook, url_for("shelf.show", key=source))


@own_voice.get("")
def show_all(source: str) -> ResponseReturnValue:
    """List the words of its own in every language, and who speaks them."""
    found = _source(source)
    spoken = {language: _pieces(found.playbook, language) for language in LANGUAGES}
    return render_template(
        "voice/own.html",
        source=found,
        tongues={language: language_name(language) for language in LANGUAGES},
        pieces=spoken,
        versions={code: versions(session(), language=code, pieces=known) for code, known in spoken.items()},
        at={language: _at(source, language) for language in LANGUAGES},
    )


@own_voice.get("/<language>/<step>")
def show(source: str, language: str, step: str) -> ResponseReturnValue:
    """Show one sentence with its recordings."""
    return _desk(source, language, step).page()


@own_voice.post("/<language>/<step>")
def record(source: str, language: str, step: str) -> ResponseReturnValue:
    """Take a recording in, and play it from now on in every campaign that says these words."""
    return _desk(source, language, step).record()


@own_voice.post("/<language>/<step>/computer")
def silence(source: str, language: str, step: str) -> ResponseReturnValue:
    """Let the computer's voice speak again; the recordings stay."""
    return _desk(source, language, step).silence()


@own_voice.post("/<language>/<step>/<int:recording_id>/play")
def play(source: str, language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Go back to an older recording."""
    return _desk(source, language, step).play(recording_id)


@own_voice.post("/<language>/<step>/<int:recording_id>/erase")
def erase(source: str, language: str, step: str, recording_id: int) -> ResponseReturnValue:
    """Throw a recording away."""
    return _desk(source, language, step).erase(recording_id)


def _desk(source: str, language: str, step: str) -> Desk:
    found = _source(source)
    known = _pieces(found.playbook, language) if language in LANGUAGES else ()
    piece = next((one for one in known if one.step == step), None) or abort(HTTPStatus.NOT_FOUND)
    return Desk(language, piece, _at(source, language), found.name)


def _at(source: str, language: str) -> At:
    def at(view: str, **more: Any) -> str:
        # The list is one page in all languages.
        given: dict[str, Any] = more if view == "show_all" else {"language": language, **more}
        return url_for(f"own_voice.{view}", source=source, **given)

    return at


def _pieces(playbook: Playbook, language: str) -> tuple[Piece, ...]:
    house = runtime()
    settings, own = house.settings, OwnWords(playbook.own_words())
    return own_pieces(Voice(settings.organisation, settings.organisation_phone, language, own=own, words=house.words))
