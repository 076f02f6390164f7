"""Joining: an invited colleague makes an account, says when she rings back, and is at work."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import login_user

from checkin.colleagues.forms import JoinForm
from checkin.domain.errors import Refused
from checkin.staff import invitations as service
from checkin.staff.colleague import copied, signed_in
from checkin.staff.invitations import Joining
from checkin.staff.models import Invitation
from checkin.web.clock_times import WEEKDAYS
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

joining = Blueprint("joining", __name__)


@joining.get("/join/<token>")
def show(token: str) -> ResponseReturnValue:
    """Show what somebody who was invited fills in."""
    try:
        invitation = _invitation(token)
    except Refused:
        return _gone()
    given = {"name": invitation.name, "email": invitation.email, "languages": ["nl"]}
    return _page(token, invitation, JoinForm(formdata=None, **given))


@joining.post("/join/<token>")
def join(token: str) -> ResponseReturnValue:
    """Make the account and sign in at once; whatever is refused, what was typed stays."""
    form = JoinForm()
    try:
        invitation = _invitation(token)
        if invitation.email:
            form.email.data = invitation.email
        if not form.accepted():
            return _page(token, invitation, form), HTTPStatus.UNPROCESSABLE_ENTITY
        staff = service.join(session(), invitation=invitation, joining=_joining(form), now=now())
    except Refused as refused:
        if refused.code == "invitation_gone":
            return _gone()
        form.email.errors = [refusal(refused)]
        return _page(token, invitation, form), HTTPStatus.CONFLICT
    login_user(copied(staff), authn_via=["register"])
    flash(_("Welkom, %(name)s! Alles staat klaar.", name=staff.name))
    return redirect(url_for("today.show"))


def _invitation(token: str) -> Invitation:
    return service.open_invitation(session(), token, _secret(), now=now())


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


def _joining(form: JoinForm) -> Joining:
    return Joining(
        name=form.name.data or "",
        email=form.email.data or "",
        password=form.password.data or "",
        languages=form.languages.data or (),
        phone=form.number(),
        hours=form.hours(),
    )


def _page(token: str, invitation: Invitation, form: JoinForm) -> str:
    return render_template(
        "colleagues/join.html",
        token=token,
        invitation=invitation,
        form=form,
        weekdays=WEEKDAYS,
        already=signed_in().is_authenticated,
        talk_minutes=runtime().settings.talk_minutes,
    )


def _gone() -> ResponseReturnValue:
    return render_template("colleagues/join_gone.html"), HTTPStatus.GONE
