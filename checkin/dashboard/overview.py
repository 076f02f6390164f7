"""The coordinator's page: from chosen to spoken, what wants attention, and who helps now."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from checkin.campaigns.models import Campaign
from checkin.campaigns.pace_notes import newest_pace
from checkin.campaigns.queries import newest_campaigns
from checkin.cases import queries as cases
from checkin.dashboard import queries
from checkin.dashboard.days import local_day
from checkin.dashboard.funnel import FunnelStep, Step, funnel
from checkin.dashboard.funnel import people as people_at
from checkin.dashboard.queries import Promise, of_campaign
from checkin.dashboard.unreached import count_unreached
from checkin.dashboard.unreached import unreached as people_unreached
from checkin.visits.queries import count_to_visit
from checkin.web.addresses import row_number
from checkin.web.context import now, runtime, session
from checkin.web.words import UNREACHED_ADVICE

PAGE = 100
LAST_PAGE = 10_000
CHOICES = 20

overview = Blueprint("overview", __name__)


@overview.get("/overview")
def show() -> ResponseReturnValue:
    """Show the funnel of one campaign or of all, with everything that is going on now."""
    campaign, present = _campaign(), now()
    campaign_id = campaign.id if campaign else None
    promises = queries.promises(session(), *of_campaign(campaign_id), as_of=present)
    begin, end = local_day(present, runtime().zone)
    return render_template(
        "dashboard/overview.html",
        campaign=campaign,
        campaigns=newest_campaigns(session(), limit=CHOICES),
        steps=funnel(session(), campaign_id=campaign_id),
        kept=promises.get(Promise.KEPT, 0),
        due=promises.get(Promise.KEPT, 0) + promises.get(Promise.BROKEN, 0),
        median=queries.within(queries.times_to_talk(session(), *of_campaign(campaign_id)), 50),
        attention=queries.attention(session(), now=present),
        colleagues=queries.colleagues(session(), today=begin, now=present),
        pace=newest_pace(session()),
        waiting=cases.waiting(session(), now=present),
        today=queries.thanks(session(), begin=begin, end=end),
    )


def _campaign() -> Campaign | None:
    wanted = request.args.get("campaign", type=row_number)
    if wanted is None:
        return None
    return session().get(Campaign, wanted) or abort(HTTPStatus.NOT_FOUND)


@overview.get("/overview/people")
def people() -> ResponseReturnValue:
    """List the tenants behind one bar of the funnel, or those who fell out before it for one reason."""
    campaign, step = _campaign(), _step()
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    campaign_id = campaign.id if campaign else None
    reason = request.args.get("why")
    rows = people_at(
        session(), step=step, why=reason, campaign_id=campaign_id, limit=PAGE + 1, offset=(page - 1) * PAGE
    )
    counted = next(one for one in funnel(session(), campaign_id=campaign_id) if one.step is step)
    return render_template(
        "dashboard/people.html",
        campaign=campaign,
        step=step,
        reason=reason,
        total=_total(counted, reason),
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        page=page,
    )


@overview.get("/overview/unreached")
def unreached() -> ResponseReturnValue:
    """List whom no campaign reached, because…, with each reason apart."""
    campaign = _campaign()
    page = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    campaign_id, why = campaign.id if campaign else None, request.args.get("why")
    rows = people_unreached(session(), campaign_id=campaign_id, why=why, limit=PAGE + 1, offset=(page - 1) * PAGE)
    return render_template(
        "dashboard/unreached.html",
        campaign=campaign,
        counts=count_unreached(session(), campaign_id=campaign_id),
        why=why,
        advice=UNREACHED_ADVICE,
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        page=page,
        to_visit=count_to_visit(session()),
    )


def _step() -> Step:
    wanted = request.args.get("step", "").upper()
    return Step[wanted] if wanted in Step.__members__ else abort(HTTPStatus.NOT_FOUND)


def _total(counted: FunnelStep, reason: str | None) -> int:
    return counted.count if reason is None else counted.fell_out.get(reason, 0)
