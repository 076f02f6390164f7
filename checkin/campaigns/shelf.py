"""The shelf of playbooks on screen: read, copy, change, give away as a file and take in again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.campaigns import library
from checkin.campaigns.builder import reader
from checkin.campaigns.playbook import LARGEST_FILE, Playbook, read_file, read_playbook
from checkin.campaigns.rulers import rulers_of
from checkin.campaigns.shelf_forms import PlaybookForm
from checkin.domain.errors import Refused
from checkin.domain.ladder import Ladder
from checkin.domain.target_groups import GroupRule
from checkin.staff.colleague import signed_in
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

shelf = Blueprint("shelf", __name__)


@shelf.get("/playbooks")
def show_all() -> ResponseReturnValue:
    """Show every playbook: the landlord's own, and those that come with checkin."""
    return _shelf_page()


def _shelf_page(refused: str = "") -> str:
    own = library.own(session())
    return render_template(
        "playbooks/shelf.html", own=own, shipped=library.shipped(), language=reader(), refused=refused
    )


def _book(key: str) -> Playbook:
    return library.find(session(), key) or abort(HTTPStatus.NOT_FOUND)


@shelf.get("/playbooks/<key>")
def show(key: str) -> ResponseReturnValue:
    """Show one playbook whole: for whom, its words, its talk guide."""
    playbook = _book(key)
    return render_template(
        "playbooks/one.html",
        key=key,
        playbook=playbook,
        own=key not in library.SHIPPED,
        language=reader(),
        ladder=Ladder.from_json(playbook.ladder),
        rule=GroupRule.from_json(playbook.group) if playbook.group else GroupRule(),
        sample=_sampled(playbook),
    )


def _sampled(playbook: Playbook) -> dict[str, Any]:
    form = PlaybookForm(formdata=None)
    form.show(playbook)
    return rulers_of(form, runtime().words, runtime().settings)


@shelf.post("/playbooks/<key>/copy")
def copy(key: str) -> ResponseReturnValue:
    """Make an own copy, to be changed."""
    mine = _book(key).as_json()
    for described in mine["languages"].values():
        described["title"] = _("%(title)s (eigen)", title=described["title"])[:60]
    added = library.add(session(), read_playbook(mine), staff_id=signed_in().id, now=now())
    return redirect(url_for("shelf.edit", key=added))


@shelf.get("/playbooks/<key>/edit")
def edit(key: str) -> ResponseReturnValue:
    """Change an own playbook."""
    form = PlaybookForm(formdata=None)
    form.show(_own(key))
    form.offer()
    return _edit_page(key, form)


def _own(key: str) -> Playbook:
    return _book(key) if key not in library.SHIPPED else abort(HTTPStatus.NOT_FOUND)


def _edit_page(key: str, form: PlaybookForm) -> ResponseReturnValue:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    rulers = rulers_of(form, runtime().words, runtime().settings)
    house = runtime()
    hours = {"text_hours": house.text_hours.hours, "call_hours": house.call_hours.hours}
    return render_template("playbooks/edit.html", key=key, form=form, rulers=rulers, **hours), status


@shelf.post("/playbooks/<key>/edit")
def keep(key: str) -> ResponseReturnValue:
    """Keep what was changed; the button *Meet* only measures."""
    playbook, form, house = _own(key), PlaybookForm(), runtime()
    form.offer()
    form.discreet = playbook.needs_selection
    accepted = form.accepted()
    hours = form.accept_hours(house.text_hours.hours, house.call_hours.hours) if accepted else None
    if hours is None or request.form.get("then") == "measure":
        return _edit_page(key, form)
    library.change(session(), key, read_playbook(form.content(playbook, hours)), now=now())
    flash(_("Het draaiboek is bewaard. Belrondes die al gemaakt zijn, houden hun eigen woorden."))
    return redirect(url_for("shelf.show", key=key))


@shelf.post("/playbooks/<key>/remove")
def remove(key: str) -> ResponseReturnValue:
    """Take an own playbook off the shelf."""
    _own(key)
    library.remove(session(), key)
    flash(_("Het draaiboek is van de plank."))
    return redirect(url_for("shelf.show_all"))


@shelf.get("/playbooks/<key>/file")
def export(key: str) -> ResponseReturnValue:
    """Give a playbook as a file for another landlord; nothing in it is about anybody."""
    playbook = _book(key)
    headers = {"Content-Disposition": f'attachment; filename="draaiboek-{playbook.key}.json"'}
    return playbook.as_file(), {"Content-Type": "application/json; charset=utf-8", **headers}


@shelf.post("/playbooks/import")
def take_in() -> ResponseReturnValue:
    """Take in a playbook that another landlord sent; a bad file is refused in words."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return _shelf_page(_("Kies eerst een bestand.")), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        playbook = read_file(sent.stream.read(LARGEST_FILE + 1))
    except Refused as refused:
        return _shelf_page(refusal(refused)), HTTPStatus.UNPROCESSABLE_ENTITY
    added = library.add(session(), playbook, staff_id=signed_in().id, now=now())
    flash(_("Het draaiboek staat op de plank. Lees de woorden na voordat u het gebruikt."))
    return redirect(url_for("shelf.show", key=added))
