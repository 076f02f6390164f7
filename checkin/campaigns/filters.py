"""How the words of campaigns are said in the templates: hours, money, channels, and what a trial would have led to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from flask_babel import format_decimal, gettext

from checkin.campaigns.builder_forms import CHANNELS, DAY_NAMES
from checkin.campaigns.ladder_forms import AFTERS
from checkin.campaigns.rulers import places_of
from checkin.domain.deliveries import DeliveryState
from checkin.domain.ladder import After
from checkin.domain.office_hours import Hours
from checkin.domain.replies import Meaning
from checkin.messaging import ruler
from checkin.web.context import runtime
from checkin.web.forms import _

DELIVERIES: Mapping[str, str] = {
    DeliveryState.QUEUED: _("onderweg"),
    DeliveryState.SENDING: _("onderweg"),
    DeliveryState.SENT: _("verstuurd"),
    DeliveryState.DELIVERED: _("aangekomen"),
    DeliveryState.FAILED_FOR_NOW: _("lukt nog niet, wij proberen het opnieuw"),
    DeliveryState.FAILED: _("niet aangekomen"),
    DeliveryState.UNKNOWN: _("onbekend of het aankwam"),
    DeliveryState.CANCELLED: _("ingetrokken"),
}
LEADS_TO: Mapping[str, str] = {
    Meaning.FINE: _("dan bedanken wij u en is het klaar."),
    Meaning.STOP: _("dan krijgt u niets meer, in geen enkele belronde. Uw eigen nummer blijft gewoon bruikbaar."),
    Meaning.WRONG_NUMBER: _("dan gebruiken wij dit nummer nooit meer voor deze huurder."),
    Meaning.START: _("dan mag alles weer."),
}


def week_hours(hours: Hours | str) -> str:
    """Say hours as people do: `maandag tot en met vrijdag 9.00–12.00 en 13.30–17.00`."""
    known = Hours.parse(hours) if isinstance(hours, str) else hours
    numbered = [(number, spans) for number, spans in enumerate(known.spans) if spans]
    return "; ".join(
        f"{_days([number for number, _spans in group])} {_spans_words(spans)}"
        for spans, group in groupby(numbered, key=lambda pair: pair[1])
    )


def _days(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return str(DAY_NAMES[numbers[0]])
    first, last = str(DAY_NAMES[numbers[0]]), str(DAY_NAMES[numbers[-1]])
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return gettext("%(first)s tot en met %(last)s", first=first, last=last)
    return ", ".join(str(DAY_NAMES[number]) for number in numbers)


def _spans_words(spans: tuple[tuple[int, int], ...]) -> str:
    said = [f"{start // 60}.{start % 60:02}–{end // 60}.{end % 60:02}" for start, end in spans]
    return f" {gettext('en')} ".join(said)


def money(amount: Any) -> str:
    """Write an amount of money with the reader's own separators: `1.234,50`."""
    return str(format_decimal(amount, format="#,##0.00"))


def channel_words(channel: str) -> str:
    """Say how a campaign asks."""
    return next(str(one.label) for one in CHANNELS if one.value == channel)


def after_words(after: After) -> str:
    """Say what comes after the last attempt."""
    return str(AFTERS[after])


def trial_words(answer: Mapping[str, Any]) -> str:
    """Say what an answer of a trial would have led to."""
    if answer["when"]:
        return gettext("dan wordt u %(when)s gebeld.", when=answer["when"])
    return str(LEADS_TO.get(answer["meaning"]) or _("dan leest een collega het, of belt u zelf nog even."))


def filled(sentence: str, language: str) -> str:
    """Say a sentence of the menu as the landlord's tenants hear it."""
    return ruler.filled(sentence, places_of(language, runtime().words, runtime().settings))


def delivery_words(state: str) -> str:
    """Say what became of a text or call."""
    return str(DELIVERIES[state])


FILTERS: dict[str, Callable[..., Any]] = {
    "after_words": after_words,
    "channel_words": channel_words,
    "delivery_words": delivery_words,
    "filled": filled,
    "week_hours": week_hours,
    "money": money,
    "trial_words": trial_words,
}
