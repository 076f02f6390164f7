"""Belrondes: the list, starting one after a look at the exact numbers, and holding it back."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.campaigns import queries, service
from checkin.campaigns.choosing import Choice, first_asked, preview
from checkin.campaigns.forms import COMPLEX, LIST, NEIGHBOURHOOD, CampaignForm
from checkin.campaigns.pace_notes import newest_pace
from checkin.campaigns.queries import CampaignRow
from checkin.domain.errors import Refused
from checkin.groups.queries import Moment
from checkin.staff.colleague import signed_in
from checkin.tenants.models import Channel
from checkin.web.context import now, runtime, session
from checkin.web.refusals import refusal

SHOWN_NAMES = 5
ELDERLY = 80

campaigns = Blueprint("campaigns", __name__)


@campaigns.get("/campaigns")
def show_all() -> ResponseReturnValue:
    """List the campaigns, newest first."""
    return render_template("campaigns/list.html", rows=queries.campaign_rows(session()))


@campaigns.get("/campaigns/<int:campaign_id>")
def show(campaign_id: int) -> ResponseReturnValue:
    """Show one campaign with what can be done with it."""
    return render_template("campaigns/one.html", row=_row(campaign_id), pace=newest_pace(session()))


def _row(campaign_id: int) -> CampaignRow:
    return next(iter(queries.campaign_rows(session(), campaign_id=campaign_id)), None) or abort(HTTPStatus.NOT_FOUND)


@campaigns.get("/campaigns/new")
def new() -> ResponseReturnValue:
    """Ask whom to ask, and how."""
    return _form_page(_form(fresh=True))


@campaigns.post("/campaigns/new")
def check() -> ResponseReturnValue:
    """Show exactly who would be asked and who would not, before anything leaves."""
    form = _form()
    if not form.accepted() or (chosen := _chosen(form)) is None:
        return _form_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    channel = Channel(form.channel.data)
    choice, moment = Choice(channel=channel, tenant_ids=tuple(chosen)), Moment(now(), runtime().zone)
    counts = preview(session(), choice, moment)
    left_out = {reason.value: count for reason, count in counts.items() if reason is not None}
    return render_template(
        "campaigns/check.html",
        form=form,
        asked=counts.get(None, 0),
        left_out=dict(sorted(left_out.items(), key=lambda pair: -pair[1])),
        total=sum(counts.values()),
        names=first_asked(session(), choice, moment, limit=SHOWN_NAMES),
    )


@campaigns.post("/campaigns")
def start() -> ResponseReturnValue:
    """Start the campaign that was looked at; a double click starts one."""
    form, me = _form(), signed_in().id
    if not form.accepted() or (chosen := _chosen(form)) is None:
        return _form_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    if started := queries.just_started(session(), name=form.name.data or "", staff_id=me, now=now()):
        return redirect(url_for("campaigns.show", campaign_id=started))
    try:
        campaign = service.start_campaign(
            session(),
            name=form.name.data or "",
            channel=Channel(form.channel.data),
            tenant_ids=chosen,
            created_by=me,
            now=now(),
            zone=runtime().zone,
            paced=runtime().settings.paced,
        )
    except Refused as refused:
        form.form_errors.append(refusal(refused))
        return _form_page(form), HTTPStatus.CONFLICT
    flash(_("De belronde is begonnen."))
    return redirect(url_for("campaigns.show", campaign_id=campaign.id))


@campaigns.post("/campaigns/<int:campaign_id>/pause")
def pause(campaign_id: int) -> ResponseReturnValue:
    """Hold a campaign back."""
    service.pause_campaign(session(), campaign_id=_row(campaign_id).campaign.id or 0)
    flash(_("De belronde staat stil. Antwoorden komen nog wel binnen."))
    return redirect(url_for("campaigns.show", campaign_id=campaign_id))


@campaigns.post("/campaigns/<int:campaign_id>/resume")
def resume(campaign_id: int) -> ResponseReturnValue:
    """Let a campaign go on."""
    service.resume_campaign(session(), campaign_id=_row(campaign_id).campaign.id or 0)
    flash(_("De belronde gaat verder."))
    return redirect(url_for("campaigns.show", campaign_id=campaign_id))


@campaigns.get("/campaigns/<int:campaign_id>/stop")
def ask_stop(campaign_id: int) -> ResponseReturnValue:
    """Show what stopping means, before it is done."""
    return render_template("campaigns/stop.html", row=_row(campaign_id))


@campaigns.post("/campaigns/<int:campaign_id>/stop")
def stop(campaign_id: int) -> ResponseReturnValue:
    """End a campaign for good."""
    service.stop_campaign(session(), campaign_id=_row(campaign_id).campaign.id or 0, now=now())
    flash(_("De belronde is gestopt. Er gaat niets meer uit."))
    return redirect(url_for("campaigns.show", campaign_id=campaign_id))


def _form(*, fresh: bool = False) -> CampaignForm:
    form = CampaignForm(formdata=None) if fresh else CampaignForm()
    form.offer(queries.places(session()))
    return form


def _form_page(form: CampaignForm) -> str:
    return render_template("campaigns/new.html", form=form, places=queries.places(session()))


def _chosen(form: CampaignForm) -> list[int] | None:
    """Give the tenants whom the form means; None when the list names tenants whom nobody knows."""
    if form.who.data == LIST:
        known = queries.tenants_by_reference(session(), form.listed())
        unknown = [reference for reference in form.listed() if reference not in known]
        if unknown:
            form.refuse_unknown(unknown)
            return None
        return list(known.values())
    return queries.tenants_in(
        session(),
        neighbourhood=form.neighbourhood.data if form.who.data == NEIGHBOURHOOD else "",
        complex_=form.complex.data if form.who.data == COMPLEX else "",
        born_before=now().year - ELDERLY + 1 if form.elderly.data else None,
    )
