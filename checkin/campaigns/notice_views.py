"""Vooraf laten weten: a text or a letter with a code word before the check-in, and the list for the letters."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from checkin.campaigns.letters import XLSX, as_xlsx, letters
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.notice_forms import NoticeForm
from checkin.campaigns.notice_queries import told
from checkin.outreach.notice_models import NoticeKind
from checkin.outreach.notices import set_notice
from checkin.web.context import session

notices = Blueprint("notices", __name__, url_prefix="/campaigns/<int:campaign_id>/notice")


@notices.get("")
def show(campaign_id: int) -> ResponseReturnValue:
    """Show how this campaign tells its tenants beforehand; before it starts, that can be changed."""
    found = told(session(), campaign_id=campaign_id)
    return _page(_campaign(campaign_id), NoticeForm(formdata=None, kind=found.kind.value, days=found.days))


@notices.post("")
def choose(campaign_id: int) -> ResponseReturnValue:
    """Keep what was chosen."""
    campaign, form = _campaign(campaign_id), NoticeForm()
    if not _can_change(campaign):
        flash(_("Deze belronde is al begonnen. De aankondiging ligt vast."), "warning")
        return redirect(url_for("notices.show", campaign_id=campaign_id))
    if not form.accepted():
        return _page(campaign, form), HTTPStatus.UNPROCESSABLE_ENTITY
    set_notice(session(), campaign_id=campaign_id, kind=NoticeKind(form.kind.data), days=form.days.data or 0)
    flash(_("Bewaard."))
    back = "builder.check" if campaign.state is CampaignState.DRAFT else "notices.show"
    return redirect(url_for(back, campaign_id=campaign_id))


@notices.get("/letters.xlsx")
def letter_list(campaign_id: int) -> Response:
    """Give the names, addresses and code words for the letters."""
    _campaign(campaign_id)
    headers = {"Content-Disposition": f'attachment; filename="brieven-{campaign_id}.xlsx"'}
    return Response(as_xlsx(letters(session(), campaign_id=campaign_id)), mimetype=XLSX, headers=headers)


def _campaign(campaign_id: int) -> Campaign:
    return session().get(Campaign, campaign_id) or abort(HTTPStatus.NOT_FOUND)


def _can_change(campaign: Campaign) -> bool:
    return campaign.state in {CampaignState.DRAFT, CampaignState.SCHEDULED}


def _page(campaign: Campaign, form: NoticeForm) -> str:
    found = told(session(), campaign_id=campaign.id or 0)
    return render_template(
        "campaigns/notice.html", campaign=campaign, form=form, told=found, can_change=_can_change(campaign)
    )
