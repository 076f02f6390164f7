"""A wish for contact that the contact centre heard: one case, a contact of its own, and a promise that may be said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin import flow
from checkin.alarms.models import Alarm
from checkin.cases.models import Case, Wish
from checkin.cases.queries import Tab, work_list
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind, CaseState
from checkin.domain.checkins import CheckInState
from checkin.domain.errors import Refused
from checkin.domain.wishes import Slot, slots
from checkin.flow.wishes import Noted
from checkin.runtime import Runtime
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from tests import factories
from tests.conftest import MovableClock
from tests.screen_story import Story

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def note(session: Session, runtime: Runtime, tenant: Tenant, **more: Any) -> Noted:
    given: dict[str, Any] = {"kind": CaseKind.CHAT, "urgent": False, "now": runtime.now(), **more}
    noted = flow.note_wish(session, runtime, tenant_id=tenant.id or 0, **given)
    session.flush()
    return noted


def told(session: Session, tenant: Tenant) -> list[Happening]:
    query = select(TimelineEntry).where(col(TimelineEntry.tenant_id) == tenant.id).order_by(col(TimelineEntry.id))
    return [one.happening for one in session.execute(query).scalars()]


def tomorrow_morning(runtime: Runtime) -> Slot:
    found = slots(runtime.now(), runtime.office_hours, not_before=runtime.now() + timedelta(hours=12))
    return found[0]


def test_a_wish_becomes_a_case_with_a_promise_that_was_said_aloud(session: Session, runtime: Runtime) -> None:
    tenant, samira = factories.tenant(session), factories.samira(session)
    noted = note(session, runtime, tenant, words="Is veel alleen", staff_id=samira.id)
    case = noted.case
    assert (case.kind, case.state, case.wish_id) == (CaseKind.CHAT, CaseState.WAITING, noted.wish.id)
    assert noted.promised_before == case.promised_before
    assert case.promised_before is not None
    assert case.promised_before > runtime.now()
    assert case.told_at == runtime.now()
    assert told(session, tenant) == [Happening.WISHED, Happening.CASE_OPENED, Happening.PROMISED]
    row = work_list(session, tab=Tab.WAITING, staff_id=samira.id or 0, now=runtime.now())[0]
    assert (row.words, row.heard_at) == ("Is veel alleen", None)


@SQLITE
def test_who_waits_already_is_raised_and_never_stands_there_twice(session: Session, runtime: Runtime) -> None:
    tenant = factories.tenant(session)
    promised = runtime.now() + timedelta(hours=2)
    case = factories.case(
        session, tenant_id=tenant.id, promised_before=promised, told_at=runtime.now(), call_at=promised
    )
    noted = note(session, runtime, tenant, kind=CaseKind.HELP)
    assert noted.case.id == case.id
    assert (case.kind, case.call_at, noted.promised_before) == (CaseKind.HELP, None, promised)
    assert (case.heard_at, case.heard_by) == (runtime.now(), AskedBy.VOICE)


@SQLITE
def test_danger_rings_somebody_and_goes_to_the_front(session: Session, runtime: Runtime) -> None:
    tenant = factories.tenant(session)
    noted = note(session, runtime, tenant, kind=CaseKind.HELP, urgent=True, slot=tomorrow_morning(runtime))
    assert (noted.case.urgent, noted.case.lane, noted.case.call_at) == (True, 0, None)
    assert session.execute(select(Alarm)).scalars().one().case_id == noted.case.id


@SQLITE
def test_a_wish_of_time_is_kept_and_promised(session: Session, runtime: Runtime) -> None:
    tenant, slot = factories.tenant(session), tomorrow_morning(runtime)
    noted = note(session, runtime, tenant, slot=slot)
    assert (noted.case.call_at, noted.promised_before) == (slot.start, slot.end)
    assert noted.case.promised_before == slot.end
    assert (noted.wish.wished_from, noted.wish.wished_until) == (slot.start, slot.end)


@SQLITE
def test_who_was_told_a_time_that_was_missed_hears_a_new_one_at_once(
    session: Session, runtime: Runtime, clock: MovableClock
) -> None:
    tenant = factories.tenant(session)
    missed = clock() - timedelta(hours=1)
    case = factories.case(session, tenant_id=tenant.id, promised_before=missed, told_at=missed, lapse_told_at=missed)
    noted = note(session, runtime, tenant)
    assert noted.promised_before == case.again_before
    assert case.again_before is not None
    assert case.again_before > clock()
    # Who said sorry on the telephone need not be texted any more.
    assert (case.answered_for_at, case.promised_before) == (clock(), missed)


@SQLITE
def test_who_was_rung_and_missed_it_is_rung_again_without_a_new_promise(session: Session, runtime: Runtime) -> None:
    tenant = factories.tenant(session)
    case = factories.case(
        session, tenant_id=tenant.id, promised_before=runtime.now(), first_rang_at=runtime.now(), tries=1
    )
    assert note(session, runtime, tenant).promised_before is None
    assert (case.state, case.call_at) == (CaseState.WAITING, None)


@SQLITE
def test_nobody_is_asked_any_more_who_said_it_already(session: Session, runtime: Runtime) -> None:
    story = Story(session, runtime.now())
    tenant = story.tenant()
    check_in = story.asked(story.campaign(), tenant)
    note(session, runtime, tenant)
    assert check_in.state is CheckInState.CANCELLED


@SQLITE
def test_nothing_is_noted_about_who_died_or_is_not_there(session: Session, runtime: Runtime) -> None:
    deceased = factories.tenant(session, deceased_at=runtime.now())
    for tenant, code in ((deceased, "tenant_deceased"), (Tenant(id=999), "tenant_gone")):
        with pytest.raises(Refused, match=code):
            note(session, runtime, tenant)
    assert session.execute(select(Wish)).first() is None
    assert session.execute(select(Case)).first() is None
