"""How amounts, months and corrections are said in the templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from flask_babel import format_currency, format_date

from checkin.aftercare.corrections import DECEASED, MOVED, WRONG_NUMBER
from checkin.tenants.fact_forms import FACT_NAMES
from checkin.web.filters import local
from checkin.web.forms import _

CORRECTIONS: Mapping[str, str] = {
    **FACT_NAMES,
    WRONG_NUMBER: _("nummer van iemand anders"),
    MOVED: _("verhuisd"),
    DECEASED: _("overleden"),
}


def euros(amount: float) -> str:
    """Write an amount of money: `€ 12,50`."""
    return str(format_currency(amount, "EUR"))


def month_name(moment: datetime) -> str:
    """Name the month of a moment: `november`."""
    return str(format_date(local(moment).date(), "MMMM"))  # type: ignore[no-untyped-call]


FILTERS: dict[str, Callable[..., Any]] = {
    "correction_name": lambda fact: CORRECTIONS.get(fact, fact),
    "euros": euros,
    "month_name": month_name,
}
