"""Collega's en teams: who rings back, who was invited, and who works with whom."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.colleagues import queries
from checkin.colleagues.forms import NO_TEAM, InviteForm, PlaceForm, TeamForm
from checkin.colleagues.letters import links_as_xlsx
from checkin.domain.errors import Refused
from checkin.staff import colleagues as service
from checkin.staff import invitations
from checkin.staff.colleague import signed_in
from checkin.staff.models import Invitation, Role, Staff, Team
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

colleagues = Blueprint("colleagues", __name__, url_prefix="/colleagues")


@colleagues.get("")
def show() -> ResponseReturnValue:
    """List everybody, and the invitations that are open."""
    office = runtime().office_hours
    return render_template(
        "colleagues/list.html",
        people=queries.everybody(session(), office=office, now=now()),
        gone=queries.everybody(session(), office=office, now=now(), active=False),
        pending=[(one, link_of(one.invitation)) for one in queries.open_invitations(session(), now=now())],
    )


@colleagues.get("/<int:staff_id>")
def person(staff_id: int) -> ResponseReturnValue:
    """Show where one colleague belongs."""
    staff = _staff(staff_id)
    given = {"team": staff.team_id or NO_TEAM, "role": staff.role.value}
    return _person_page(staff, PlaceForm(teams=service.teams(session()), formdata=None, **given))


@colleagues.post("/<int:staff_id>")
def save(staff_id: int) -> ResponseReturnValue:
    """Keep the team and the role of a colleague."""
    staff, form = _staff(staff_id), PlaceForm(teams=service.teams(session()))
    if not form.accepted():
        return _person_page(staff, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        service.place(
            session(),
            staff_id=staff_id,
            team_id=form.team.data or None,
            role=Role(form.role.data) if form.role.data in set(Role) else staff.role,
            by=signed_in().role,
        )
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _person_page(staff, form), HTTPStatus.CONFLICT
    flash(_("Opgeslagen. Dank u wel."))
    return redirect(url_for("colleagues.show"))


@colleagues.post("/<int:staff_id>/leave")
def leave(staff_id: int) -> ResponseReturnValue:
    """Close an account; what the colleague held goes back to the list."""
    try:
        service.leave(session(), staff_id=_staff(staff_id).id or 0, by=signed_in().id, role=signed_in().role, now=now())
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("colleagues.person", staff_id=staff_id))
    flash(_("Deze collega doet niet meer mee. Wie zij zou bellen, staat weer op de lijst."))
    return redirect(url_for("colleagues.show"))


@colleagues.post("/<int:staff_id>/return")
def come_back(staff_id: int) -> ResponseReturnValue:
    """Open a closed account again."""
    try:
        service.come_back(session(), staff_id=_staff(staff_id).id or 0, role=signed_in().role)
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("colleagues.show"))
    flash(_("Deze collega kan weer inloggen."))
    return redirect(url_for("colleagues.person", staff_id=staff_id))


@colleagues.get("/invite")
def invite_form() -> ResponseReturnValue:
    """Ask whom to invite, and how."""
    return _invite_page(InviteForm(teams=service.teams(session()), formdata=None))


@colleagues.post("/invite")
def invite() -> ResponseReturnValue:
    """Make the links; they stand on the list of colleagues."""
    form = InviteForm(teams=service.teams(session()))
    role = Role(form.role.data) if form.role.data in set(Role) else Role.STAFF
    if not form.accepted():
        return _invite_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    if role is not Role.STAFF and signed_in().role is not Role.ADMINISTRATOR:
        form.role.errors = [refusal(Refused("role_too_high"))]
        return _invite_page(form), HTTPStatus.FORBIDDEN
    invited = form.invited()
    for guest in invited:
        invitations.invite(
            session(),
            guest=guest,
            role=role,
            team_id=form.team.data or None,
            most=form.most.data or 1,
            by=signed_in().id,
            now=now(),
        )
    flash(_("De uitnodigingen staan klaar. Deel de links hieronder."))
    return redirect(url_for("colleagues.show", _anchor="invitations"))


@colleagues.post("/invitations/<int:invitation_id>/withdraw")
def withdraw(invitation_id: int) -> ResponseReturnValue:
    """Let a link open nothing any more."""
    invitations.withdraw(session(), invitation_id=invitation_id, now=now())
    flash(_("Deze link werkt niet meer."))
    return redirect(url_for("colleagues.show", _anchor="invitations"))


@colleagues.get("/invitations.xlsx")
def links() -> ResponseReturnValue:
    """Give the open invitations as a file, to send the links by mail merge."""
    pending = queries.open_invitations(session(), now=now())
    content = links_as_xlsx([(one.invitation, one.team, link_of(one.invitation)) for one in pending])
    headers = {"Content-Disposition": 'attachment; filename="uitnodigingen.xlsx"'}
    return Response(content, content_type=XLSX, headers=headers)


@colleagues.get("/teams")
def teams() -> ResponseReturnValue:
    """List the teams."""
    return _teams_page(TeamForm(formdata=None))


@colleagues.post("/teams")
def add_team() -> ResponseReturnValue:
    """Make a team."""
    form = TeamForm()
    if not form.accepted():
        return _teams_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        service.add_team(session(), form.name.data or "")
    except Refused as refused:
        form.name.errors = [refusal(refused)]
        return _teams_page(form), HTTPStatus.CONFLICT
    flash(_("Het team is er. Zet er nu collega’s in."))
    return redirect(url_for("colleagues.teams"))


@colleagues.post("/teams/<int:team_id>")
def change_team(team_id: int) -> ResponseReturnValue:
    """Rename a team, give it up, or take it up again."""
    team = session().get(Team, team_id) or abort(HTTPStatus.NOT_FOUND)
    active = request.form.get("active", "1") == "1"
    try:
        service.rename_team(session(), team_id=team_id, name=request.form.get("name", team.name)[:60], active=active)
    except Refused as refused:
        flash(refusal(refused), "warning")
        return redirect(url_for("colleagues.teams"))
    flash(_("Opgeslagen. Dank u wel."))
    return redirect(url_for("colleagues.teams"))


def link_of(invitation: Invitation) -> str:
    """Give the whole address that an invited colleague opens."""
    token = invitations.link_token(invitation, str(current_app.config["SECRET_KEY"]))
    return f"{runtime().settings.public_url.rstrip('/')}{url_for('joining.show', token=token)}"


def _staff(staff_id: int) -> Staff:
    return session().get(Staff, staff_id) or abort(HTTPStatus.NOT_FOUND)


def _person_page(staff: Staff, form: PlaceForm) -> str:
    everyone = queries.everybody(session(), office=runtime().office_hours, now=now(), active=staff.active)
    row = next(one for one in everyone if one.id == staff.id)
    return render_template(
        "colleagues/person.html",
        form=form,
        colleague=staff,
        row=row,
        may_leave=staff.id != signed_in().id and staff.active,
        may_rank=signed_in().role is Role.ADMINISTRATOR,
    )


def _invite_page(form: InviteForm) -> str:
    return render_template("colleagues/invite.html", form=form, may_rank=signed_in().role is Role.ADMINISTRATOR)


def _teams_page(form: TeamForm) -> str:
    return render_template("colleagues/teams.html", form=form, rows=queries.team_rows(session()))
