"""Belrondes: the list, one of them with its figures, and holding it back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.campaigns import drafts, estimates, queries, service
from checkin.campaigns.filters import FILTERS
from checkin.campaigns.models import CampaignState
from checkin.campaigns.pace_notes import newest_pace
from checkin.campaigns.portions import waiting_of
from checkin.campaigns.queries import CampaignRow
from checkin.campaigns.rulers import places_of
from checkin.outreach.instructions import AS_THE_HOUSE, asks_again, load_wishes
from checkin.web.context import now, runtime, session

campaigns = Blueprint("campaigns", __name__)
for _name, _filter in FILTERS.items():
    campaigns.add_app_template_filter(_filter, _name)
campaigns.add_app_template_global(lambda code: places_of(code, runtime().words, runtime().settings), "places")


@campaigns.get("/campaigns")
def show_all() -> ResponseReturnValue:
    """List the campaigns, newest first."""
    return render_template("campaigns/list.html", rows=queries.campaign_rows(session()))


@campaigns.get("/campaigns/<int:campaign_id>")
def show(campaign_id: int) -> ResponseReturnValue:
    """Show one campaign with what can be done with it."""
    row = _row(campaign_id)
    if row.campaign.state is CampaignState.DRAFT:
        step = drafts.STEPS[min(row.campaign.steps_done, len(drafts.STEPS) - 1)]
        return redirect(url_for(f"builder.{step}", campaign_id=campaign_id))
    wishes = load_wishes(session(), [campaign_id]).get(campaign_id, AS_THE_HOUSE)
    again = asks_again(runtime(), wishes, now())
    return render_template("campaigns/one.html", row=row, pace=newest_pace(session()), again=again, **_costs(row))


def _costs(row: CampaignRow) -> dict[str, Any]:
    settings = runtime().settings
    return {
        "cost": estimates.real_cost(session(), row.campaign.id or 0, settings),
        "prices": estimates.prices(settings),
        "waiting": waiting_of(session(), row.campaign.id or 0) if not row.campaign.robot else 0,
    }


def _row(campaign_id: int) -> CampaignRow:
    return next(iter(queries.campaign_rows(session(), campaign_id=campaign_id)), None) or abort(HTTPStatus.NOT_FOUND)


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
