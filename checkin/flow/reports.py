"""Folding reports about texts: two come for every text, so the plain ones are taken together in a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlmodel import Session, col

from checkin.domain.attempts import AttemptEnd
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.flow.deliveries import settle_texts_sent, text_reported
from checkin.flow.house import House
from checkin.messaging import service as messaging
from checkin.messaging.service import Standing
from checkin.outreach.models import Attempt
from checkin.tenants.models import Happening, TimelineEntry

A, S = DeliveryAction, DeliveryState
PLAIN = {A.ACCEPT: frozenset({S.SENDING, S.SENT, S.DELIVERED}), A.DELIVER: frozenset({S.SENT, S.DELIVERED})}
"""What a report may say, and of a text in which state, to be folded together with others."""
SETTLED = frozenset({AttemptEnd.DELIVERED, AttemptEnd.ANSWERED})
"""Attempts to whose end the arrival of their text adds nothing."""


@dataclass(frozen=True)
class TextReport:
    """What the provider said about one text."""

    reference: str | None
    provider_id: str | None
    action: DeliveryAction
    error: str = ""
    permanent: bool = False


def texts_reported(session: Session, house: House, *, reports: Sequence[TextReport], now: datetime) -> None:
    """Fold reports about texts: those that say what was expected together, every other one by itself and in order."""
    standings = messaging.standings(session, {one.reference for one in reports if one.reference})
    unsettled = _unsettled(session, standings)
    told: dict[str, list[TextReport]] = defaultdict(list)
    for report in reports:
        told[report.reference or ""].append(report)
    plain = {
        reference: reports_of
        for reference, reports_of in told.items()
        if reference in standings
        and all(_is_plain(standings[reference], one) for one in reports_of)
        and (reference not in unsettled or standings[reference].state is S.SENDING)
    }
    _fold(session, house, plain, standings, now)
    for reference, reports_of in told.items():
        if reference not in plain:
            for report in reports_of:
                _fold_alone(session, house, report, now)


def _is_plain(standing: Standing, report: TextReport) -> bool:
    return not report.error and bool(report.provider_id) and standing.state in PLAIN.get(report.action, ())


def _unsettled(session: Session, references: Collection[str]) -> set[str]:
    """Give the texts whose attempt has another end, or none yet."""
    query = select(col(Attempt.id), col(Attempt.end)).where(col(Attempt.id).in_(references))
    return {reference for reference, end in session.connection().execute(query) if end not in SETTLED}


def _fold(
    session: Session,
    house: House,
    plain: dict[str, list[TextReport]],
    standings: dict[str, Standing],
    now: datetime,
) -> None:
    accepted, arrived = {}, []
    for reference, reports in plain.items():
        standing = standings[reference]
        if standing.state is S.SENDING:
            accepted[standing.id] = reports[0].provider_id or ""
        if standing.state is S.SENT and any(one.action is A.DELIVER for one in reports):
            arrived.append(standing)
    if accepted:
        taken = messaging.accept_reported(session, provider_ids=accepted, now=now)
        settle_texts_sent(session, house, wordings={one: standings[one].wording for one in taken}, now=now)
    if arrived:
        messaging.mark_delivered(session, [standing.id for standing in arrived])
        _tell_arrived(session, arrived, now)


def _tell_arrived(session: Session, arrived: list[Standing], now: datetime) -> None:
    query = select(col(Attempt.id), col(Attempt.check_in_id)).where(col(Attempt.id).in_([one.id for one in arrived]))
    check_ins = {row.id: row.check_in_id for row in session.connection().execute(query)}
    told = [
        {
            "tenant_id": standing.tenant_id,
            "at": now,
            "happening": Happening.TEXT_DELIVERED,
            "check_in_id": check_ins.get(standing.id),
            "details": {"message_id": standing.id, "wording": standing.wording, "channel": "text"},
        }
        for standing in arrived
    ]
    session.connection().execute(insert(TimelineEntry), told)


def _fold_alone(session: Session, house: House, report: TextReport, now: datetime) -> None:
    text_reported(
        session,
        house,
        reference=report.reference,
        provider_id=report.provider_id,
        action=report.action,
        error=report.error,
        permanent=report.permanent,
        now=now,
    )
