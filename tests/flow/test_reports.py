"""Reports about texts, folded many at a time: nothing else comes of it than of one after another."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from checkin import flow
from checkin.db import unit_of_work
from checkin.domain.deliveries import DeliveryAction, DeliveryState
from checkin.flow import TextReport
from checkin.messaging.models import Message
from tests import factories
from tests.line import Line

ACCEPTED, DELIVERED = (DeliveryAction.ACCEPT, "", False), (DeliveryAction.DELIVER, "", False)
FAILED, DEAD = (DeliveryAction.FAIL, "1", False), (DeliveryAction.FAIL, "6", True)
STORIES = [
    [],
    [ACCEPTED],
    [ACCEPTED, DELIVERED],
    [DELIVERED, ACCEPTED],
    [DELIVERED, DELIVERED],
    [ACCEPTED, FAILED],
    [FAILED, DELIVERED],
    [DELIVERED, FAILED],
    [DEAD],
]
BEFORE = [DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNKNOWN]


def asked(line: Line, before: list[DeliveryState]) -> list[Any]:
    """Ask one tenant for each state, and put their texts into it: as when a report overtakes our own commit."""
    tenants = [line.store(factories.tenant) for _state in before]
    line.ask(*tenants)
    for tenant, state in zip(tenants, before, strict=True):
        if state is not DeliveryState.SENT:
            with unit_of_work(line.runtime) as session:
                message = update(Message).where(col(Message.id) == line.attempts(tenant)[0].id)
                session.connection().execute(message.values(state=state, provider_id=None, sent_at=None))
    return tenants


def report(line: Line, tenants: list[Any], stories: list[Any], *, together: bool) -> None:
    reports = [
        TextReport(line.attempts(tenant)[0].id, f"provider-{line.attempts(tenant)[0].id}", action, error, permanent)
        for tenant, story in zip(tenants, stories, strict=True)
        for action, error, permanent in story
    ]
    for group in [reports] if together else [[one] for one in reports]:
        with unit_of_work(line.runtime) as session:
            flow.texts_reported(session, line.runtime, reports=group, now=line.clock())


def outcome(line: Line, tenant: Any) -> Any:
    attempt, check_in = line.attempts(tenant)[0], line.check_in(tenant)
    message = line.message(attempt.id)
    has_provider_id = message.provider_id == f"provider-{attempt.id}"
    told = sorted(line.told(tenant))
    return (message.state, message.error, has_provider_id, attempt.end, check_in.state, check_in.next_at, told)


def test_together_and_one_by_one_come_to_the_same(line: Line) -> None:
    cases = list(product(STORIES, BEFORE))
    stories, before = [story for story, _ in cases], [state for _, state in cases]
    alone, together = asked(line, before), asked(line, before)
    report(line, alone, stories, together=False)
    report(line, together, stories, together=True)
    for story, state, one, other in zip(stories, before, alone, together, strict=True):
        assert outcome(line, one) == outcome(line, other), (story, state)


def test_reports_that_come_twice_change_nothing(line: Line) -> None:
    stories = [[ACCEPTED, DELIVERED], [DELIVERED]]
    tenants = asked(line, [DeliveryState.SENDING, DeliveryState.SENT])
    report(line, tenants, stories, together=True)
    before = line.everything()
    report(line, tenants, stories, together=True)
    assert line.everything() == before


def test_a_report_about_a_text_that_nobody_knows_harms_no_other(line: Line) -> None:
    [tenant] = asked(line, [DeliveryState.SENT])
    known = line.attempts(tenant)[0].id
    reports = [TextReport(None, None, DeliveryAction.DELIVER), TextReport("nobody", "p", DeliveryAction.DELIVER)]
    with unit_of_work(line.runtime) as session:
        reports.append(TextReport(known, "p", DeliveryAction.DELIVER))
        flow.texts_reported(session, line.runtime, reports=reports, now=line.clock())
    assert line.message(known).state is DeliveryState.DELIVERED


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_found_by_the_providers_own_id_when_our_reference_did_not_come_along(line: Line) -> None:
    [tenant] = asked(line, [DeliveryState.SENT])
    known = line.attempts(tenant)[0].id
    with unit_of_work(line.runtime) as session:
        report_of = TextReport(None, f"provider-{known}", DeliveryAction.DELIVER)
        flow.texts_reported(session, line.runtime, reports=[report_of], now=line.clock())
    assert line.message(known).state is DeliveryState.DELIVERED
