"""Huurders: the list with its search."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from checkin.tenants.phones import masked
from checkin.tenants.queries import search_tenants
from checkin.web.context import session

LONGEST_SEARCH = 100
LAST_PAGE = 100_000

tenants = Blueprint("tenants", __name__, url_prefix="/tenants")
tenants.add_app_template_filter(masked, "masked_number")


@tenants.get("")
def tenant_list() -> ResponseReturnValue:
    """List the tenants, or those who answer to a search."""
    search = request.args.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    wanted = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    return render_template("tenants/list.html", found=search_tenants(session(), search, wanted), search=search)
