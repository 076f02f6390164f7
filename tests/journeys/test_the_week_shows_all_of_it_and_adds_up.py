"""Six tenants, six stories over the real wire; and the week's file holds every one of them, and adds up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from checkin import flow
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.outreach import release
from checkin.outreach.models import Reply
from checkin.reports.export import as_csv
from checkin.reports.weekly import iso_week_of, week
from checkin.tenants.models import Tenant
from tests import factories
from tests.adding_up import Sheet, adds_up, of_csv
from tests.town import ON_POSTGRESQL, Telephone, Town

pytestmark = ON_POSTGRESQL


def case_of(town: Town, tenant: Tenant) -> Case | None:
    query = select(Case).where(col(Case.tenant_id) == tenant.id)
    found: Case | None = town.look(lambda session: session.execute(query).scalars().first())
    return found


def texted(town: Town) -> tuple[Tenant, Telephone]:
    tenant: Tenant = town.store(factories.tenant)
    telephone = town.telephone(tenant.mobile)
    town.start_round(tenant)
    town.until(telephone.texts, "the check-in arrives")
    return tenant, telephone


def rung(town: Town) -> tuple[Tenant, Telephone]:
    tenant: Tenant = town.store(factories.yilmaz)
    telephone = town.telephone(tenant.landline)
    town.start_round(tenant)
    town.until(lambda: telephone.calls() and telephone.calls()[-1]["state"] == "ringing", "the telephone rings")
    return tenant, telephone


def texts_1_and_is_rung_until_spoken(town: Town) -> None:
    tenant, telephone = texted(town)
    telephone.write("1")
    case = town.until(lambda: case_of(town, tenant), "a case is opened")
    town.until(lambda: len(telephone.texts()) == 2, "the promise is told")
    samira = town.store(factories.samira)
    for outcome in (ContactOutcome.NOT_REACHED, ContactOutcome.SPOKEN):
        with unit_of_work(town.runtime) as session:
            now = town.runtime.now()
            assert cases.claim_case(session, case_id=case.id, staff_id=samira.id, claim_minutes=30, now=now)
            record: dict[str, Any] = {"case_id": case.id, "staff_id": samira.id, "record": cases.Record(outcome)}
            flow.record_contact(session, town.runtime, **record, text_missed=False, now=now)
    closed = case_of(town, tenant)
    assert closed is not None
    assert closed.state is CaseState.CLOSED


def presses_3(town: Town) -> None:
    tenant, telephone = rung(town)
    telephone.do("answer")
    telephone.press("3")
    town.until(lambda: town.check_in(tenant).state is CheckInState.ANSWERED, "the check-in is answered")


def stops(town: Town) -> None:
    tenant, telephone = texted(town)
    telephone.write("stop")
    town.until(lambda: town.check_in(tenant).state is CheckInState.ANSWERED, "the stop is heard")


def is_never_reached(town: Town) -> None:
    """Three times the voicemail picks up; the other part of the day comes at once."""
    tenant, telephone = rung(town)

    def machine_picks_up() -> bool:
        if telephone.calls()[-1]["state"] == "ringing":
            telephone.do("voicemail")
        check_in = town.check_in(tenant)
        if check_in.next_at is not None:
            town.store(release.put_off, check_in_id=check_in.id, until=town.runtime.now())
        return check_in.state is CheckInState.UNREACHABLE

    town.until(machine_picks_up, "the check-in ends")
    assert town.check_in(tenant).reason is EndReason.VOICEMAIL


def picks_up_and_is_silent(town: Town) -> None:
    tenant, telephone = rung(town)
    telephone.do("answer")
    town.until(lambda: case_of(town, tenant), "a person takes over")


def writes_what_nobody_has_read(town: Town) -> None:
    _tenant, telephone = texted(town)
    telephone.write("de buurvrouw zei dat ik eens moest schrijven over dinges")
    waits = select(Reply).where(col(Reply.to_read), col(Reply.read_at).is_(None))
    town.until(lambda: town.look(lambda session: session.execute(waits).first()), "the text waits to be read")


def sheet_of(town: Town, session: Session) -> Sheet:
    now, zone = town.runtime.now(), town.runtime.zone
    return of_csv(as_csv(week(session, iso_week=iso_week_of(now.astimezone(zone).date()), zone=zone, now=now), zone))


def test_the_week_shows_all_of_it_and_adds_up(town: Town) -> None:
    texts_1_and_is_rung_until_spoken(town)
    presses_3(town)
    stops(town)
    is_never_reached(town)
    picks_up_and_is_silent(town)
    writes_what_nobody_has_read(town)

    sheet: Sheet = town.look(lambda session: sheet_of(town, session))
    adds_up(sheet)
    assert sheet.section("check_in_stock") == {
        "open_before": 0, "chosen": 6, "answered_after_end": 0, "answered": 3, "not_answered": 2, "not_asked": 0,
        "open_after": 1,
    }  # fmt: skip
    assert sheet.section("answered") == {"chat": 1, "fine": 1, "stop": 1}
    assert sheet.section("not_answered") == {"picked_up_silent": 1, "voicemail": 1}
    assert sheet.section("check_ins_open_after") == {"to_read": 1}
    assert sheet.section("replies") == {"chat": 1, "fine": 1, "stop": 1, "to_read": 1}
    summary = sheet.section("summary")
    assert (summary["wanted_contact"], summary["cases_opened"], summary["spoken"]) == (1, 2, 1)
    assert sheet.section("opened") == {"chat": 1, "silent": 1}
    assert sheet.section("contacts") == {"not_reached": 1, "spoken": 1}
    assert sheet.section("stock") == {"open_before": 0, "opened": 2, "closed": 1, "open_after": 1}
    stories = [(case["kind"], case["tries"], case["outcome"], bool(case["closed"])) for case in sheet.cases]
    assert stories == [("chat", "1", "spoken", True), ("silent", "0", "", False)]
