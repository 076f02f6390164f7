"""A campaign: who is asked, who is not and why, and how everything is held back at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from checkin.campaigns import service, stopping
from checkin.campaigns.choosing import Choice, Preview, preview
from checkin.campaigns.models import Campaign, CampaignState
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseState
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.flow import stops
from checkin.groups.queries import Moment
from checkin.messaging.models import Call, Message
from checkin.outreach import release
from checkin.outreach import service as outreach
from checkin.outreach.models import Attempt, CheckIn
from checkin.runtime import Runtime
from checkin.tenants.models import Channel, Happening, Tenant, TimelineEntry
from tests import factories
from tests.conftest import MONDAY_MORNING, MovableClock
from workers import reconciler
from workers.release import release_due

R = EndReason
MOMENT = Moment(MONDAY_MORNING, service.HOME)
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def start(session: Session, *tenants: Tenant, channel: Channel = Channel.AUTO, **given: Any) -> Campaign:
    chosen = [tenant.id for tenant in tenants if tenant.id] or None
    values = {"name": "80+ najaar", "created_by": None, "now": MONDAY_MORNING, **given}
    return service.start_campaign(session, channel=channel, tenant_ids=chosen, **values)


def check_in_of(session: Session, tenant: Tenant) -> CheckIn:
    query = select(CheckIn).where(col(CheckIn.tenant_id) == tenant.id).order_by(col(CheckIn.id).desc())
    found: CheckIn = session.execute(query.execution_options(populate_existing=True)).scalars().first()
    return found


def planned(session: Session, tenant: Tenant) -> tuple[CheckInState, EndReason | None]:
    check_in = check_in_of(session, tenant)
    return check_in.state, check_in.reason


def waits(session: Session) -> Tenant:
    tenant = factories.tenant(session)
    factories.case(session, tenant_id=tenant.id, state=CaseState.CONTACTED)
    return tenant


def asked_by_another(session: Session) -> Tenant:
    tenant = factories.tenant(session)
    start(session, tenant)
    return tenant


def shares_a_mobile(session: Session) -> Tenant:
    first = factories.tenant(session)
    return factories.tenant(session, mobile=first.mobile)


FALLS_OUT: dict[EndReason, Callable[[Session], Tenant]] = {
    R.DECEASED: lambda session: factories.tenant(session, deceased_at=MONDAY_MORNING),
    R.LEASE_ENDED: lambda session: factories.tenant(session, lease_ended_on=date(2026, 11, 22)),
    R.STOPPED: lambda session: factories.tenant(session, stopped_at=MONDAY_MORNING),
    R.ALREADY_WAITING: waits,
    R.ALREADY_ASKED: asked_by_another,
    R.SAME_HOUSEHOLD: shares_a_mobile,
}


@SQLITE
@pytest.mark.parametrize("reason", FALLS_OUT)
def test_who_is_not_asked_is_kept_with_the_reason(session: Session, reason: EndReason) -> None:
    tenant = FALLS_OUT[reason](session)
    campaign = start(session)
    assert planned(session, tenant) == (CheckInState.CANCELLED, reason)
    told = session.execute(select(TimelineEntry).where(col(TimelineEntry.tenant_id) == tenant.id)).scalars().all()[-1]
    assert (told.happening, told.details) == (
        Happening.NOT_ASKED,
        {"campaign_id": campaign.id, "reason": reason.value},
    )


def dead(session: Session, tenant: Tenant, reason: str = "dead") -> Tenant:
    stops.close_number(session, str(tenant.mobile), reason=reason, tenant_id=tenant.id, now=MONDAY_MORNING)
    return tenant


def stopped_number(session: Session) -> Tenant:
    """Somebody moved into a house whose old telephone number had said STOP."""
    tenant = factories.tenant(session)
    stops.mark_number(session, str(tenant.mobile), stopped_at=MONDAY_MORNING)
    return tenant


NO_WAY: dict[EndReason, Callable[[Session], Tenant]] = {
    R.NO_NUMBER: lambda session: factories.tenant(session, mobile=None),
    R.POST_ONLY: lambda session: factories.tenant(session, channel=Channel.NONE),
    R.NUMBER_DEAD: lambda session: dead(session, factories.tenant(session)),
    R.WRONG_NUMBER: lambda session: dead(session, factories.tenant(session), "wrong_number"),
    R.STOPPED: stopped_number,
}


@SQLITE
@pytest.mark.parametrize("reason", NO_WAY)
def test_who_cannot_be_reached_is_counted_before_and_ends_with_the_same_reason(
    runtime: Runtime, reason: EndReason
) -> None:
    with unit_of_work(runtime) as session:
        tenant = NO_WAY[reason](session)
    with reading(runtime) as session:
        counted = preview(session, Choice(), MOMENT)
    assert counted == Preview({}, {}, {reason: 1})
    with unit_of_work(runtime) as session:
        start(session)
    release_due(runtime)
    with reading(runtime) as session:
        assert planned(session, tenant) == (CheckInState.UNREACHABLE, reason)


@SQLITE
def test_a_landline_is_never_texted_whatever_the_campaign_wants(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        yilmaz = factories.yilmaz(session)
        assert preview(session, Choice(channel=Channel.TEXT), MOMENT).left_out == {R.NO_NUMBER: 1}
        start(session, yilmaz, channel=Channel.TEXT)
    release_due(runtime)
    with reading(runtime) as session:
        assert planned(session, yilmaz) == (CheckInState.UNREACHABLE, R.NO_NUMBER)


@SQLITE
def test_a_preview_changes_nothing_and_counts_everybody_once(session: Session) -> None:
    for make in (*FALLS_OUT.values(), *NO_WAY.values()):
        make(session)
    session.flush()
    before = len(session.execute(select(CheckIn)).scalars().all())
    counted = preview(session, Choice(), MOMENT)
    everybody = len(session.execute(select(Tenant)).scalars().all())
    assert counted.asked + sum(counted.left_out.values()) == everybody
    assert counted.asked == 1, "the first of the household"
    assert len(session.execute(select(CheckIn)).scalars().all()) == before


@SQLITE
def test_a_tenant_whose_lease_ends_today_is_still_asked(session: Session) -> None:
    tenant = factories.tenant(session, lease_ended_on=MONDAY_MORNING.date())
    start(session)
    assert planned(session, tenant) == (CheckInState.PLANNED, None)


@SQLITE
def test_a_household_is_asked_once_whatever_number_they_share(session: Session) -> None:
    landline = factories.landline()
    anna = factories.yilmaz(session, landline=landline)
    bert = factories.yilmaz(session, landline=landline)
    carla = factories.tenant(session, landline=landline)
    start(session)
    assert planned(session, anna) == (CheckInState.PLANNED, None)
    assert planned(session, bert) == (CheckInState.CANCELLED, R.SAME_HOUSEHOLD)
    assert planned(session, carla) == (CheckInState.CANCELLED, R.SAME_HOUSEHOLD), "though she has a mobile of her own"


@SQLITE
def test_only_the_chosen_tenants_take_part(session: Session) -> None:
    chosen, other = factories.tenant(session), factories.tenant(session)
    start(session, chosen)
    assert planned(session, chosen) == (CheckInState.PLANNED, None)
    assert check_in_of(session, other) is None


@SQLITE
def test_a_campaign_for_nobody_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="no_tenants"):
        start(session)


def test_a_thousand_and_one_tenants_are_planned_in_one_go(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        session.add_all(
            Tenant(
                last_name=f"Bewoner {number}",
                mobile=f"+316200{number:05}",
                created_at=MONDAY_MORNING,
                updated_at=MONDAY_MORNING,
            )
            for number in range(1001)
        )
        session.flush()
        campaign = start(session)
    with reading(runtime) as session:
        states = session.execute(select(col(CheckIn.state)).where(col(CheckIn.campaign_id) == campaign.id)).scalars()
        assert list(states) == [CheckInState.PLANNED] * (1001)


# Nobody twice.


def test_the_database_refuses_a_second_live_question_to_one_tenant(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        first, second = start(session, tenant), start(session, factories.tenant(session))
        check_in_of(session, tenant).state = CheckInState.ASKED
    with pytest.raises(IntegrityError), unit_of_work(runtime) as session:
        session.add(
            CheckIn(campaign_id=second.id, tenant_id=tenant.id, state=CheckInState.ASKED, planned_at=MONDAY_MORNING)
        )
    with pytest.raises(IntegrityError), unit_of_work(runtime) as session:
        session.add(CheckIn(campaign_id=first.id, tenant_id=tenant.id, planned_at=MONDAY_MORNING))


# Holding back.


def under_way(runtime: Runtime) -> tuple[Campaign, Tenant]:
    """Start a campaign and plan its texts."""
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        campaign = start(session, tenant, factories.yilmaz(session))
    release_due(runtime)
    return campaign, tenant


def may_leave(runtime: Runtime, kind: type[Message | Call]) -> int:
    """Count what a worker could claim now, and claim nothing."""
    with reading(runtime) as session:
        may_ask = outreach.may_ask(kind, runtime.now(), timedelta(days=7))
        return len(session.execute(select(col(kind.id)).where(may_ask)).scalars().all())


def leaving(session: Session, now: datetime) -> Iterator[int]:
    yield from release.due_check_ins(session, now=now + timedelta(days=1), limit=10)
    for kind in (Message, Call):
        may_ask = outreach.may_ask(kind, now, timedelta(days=7))
        yield from range(len(session.execute(select(col(kind.id)).where(may_ask)).all()))


def test_a_paused_campaign_holds_everything_back_at_once_and_goes_on_later(runtime: Runtime) -> None:
    campaign, tenant = under_way(runtime)
    assert [may_leave(runtime, kind) for kind in (Message, Call)] == [1, 1]
    with unit_of_work(runtime) as session:
        check_in_of(session, tenant).next_at = MONDAY_MORNING
        service.pause_campaign(session, campaign_id=campaign.id or 0)
    assert [may_leave(runtime, kind) for kind in (Message, Call)] == [0, 0]
    with reading(runtime) as session:
        assert release.due_check_ins(session, now=MONDAY_MORNING, limit=10) == []
    with unit_of_work(runtime) as session:
        service.resume_campaign(session, campaign_id=campaign.id or 0)
    assert [may_leave(runtime, kind) for kind in (Message, Call)] == [1, 1]
    with reading(runtime) as session:
        assert len(release.due_check_ins(session, now=MONDAY_MORNING, limit=10)) == 1


@SQLITE
def test_another_campaign_is_not_held_back_with_it(runtime: Runtime) -> None:
    campaign, _tenant = under_way(runtime)
    under_way(runtime)
    with unit_of_work(runtime) as session:
        service.pause_campaign(session, campaign_id=campaign.id or 0)
    assert [may_leave(runtime, kind) for kind in (Message, Call)] == [1, 1]


@SQLITE
def test_a_stopped_campaign_cancels_what_had_not_left(runtime: Runtime, clock: MovableClock) -> None:
    campaign, tenant = under_way(runtime)
    clock.advance(minutes=5)
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign.id or 0, now=clock())
    with reading(runtime) as session:
        assert planned(session, tenant) == (CheckInState.CANCELLED, R.CAMPAIGN_STOPPED)
        for kind in (Message, Call):
            assert session.execute(select(col(kind.state))).scalars().all() == [DeliveryState.CANCELLED]
        assert {attempt.end for attempt in session.execute(select(Attempt)).scalars()} == {"cancelled"}
        stopped = session.get_one(Campaign, campaign.id)
        assert (stopped.state, stopped.finished_at) == (CampaignState.STOPPED, clock())


@SQLITE
def test_what_has_left_already_is_not_called_cancelled(runtime: Runtime) -> None:
    campaign, _tenant = under_way(runtime)
    with unit_of_work(runtime) as session:
        for message in session.execute(select(Message)).scalars():
            message.state = DeliveryState.SENDING
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign.id or 0, now=MONDAY_MORNING)
    with reading(runtime) as session:
        assert session.execute(select(col(Message.state))).scalars().all() == [DeliveryState.SENDING]


@SQLITE
@pytest.mark.parametrize(
    ("first", "then"),
    [("pause", "pause"), ("stop", "pause"), ("stop", "resume"), ("stop", "stop"), ("", "resume")],
)
def test_a_button_on_an_old_page_is_refused(session: Session, first: str, then: str) -> None:
    campaign = start(session, factories.tenant(session))
    press: dict[str, Callable[[], None]] = {
        "": lambda: None,
        "pause": lambda: service.pause_campaign(session, campaign_id=campaign.id or 0),
        "resume": lambda: service.resume_campaign(session, campaign_id=campaign.id or 0),
        "stop": lambda: service.stop_campaign(session, campaign_id=campaign.id or 0, now=MONDAY_MORNING),
    }
    press[first]()
    with pytest.raises(Refused, match="campaign_changed"):
        press[then]()


@SQLITE
def test_a_campaign_finishes_when_nobody_is_being_asked_any_more(runtime: Runtime, clock: MovableClock) -> None:
    campaign, _tenant = under_way(runtime)

    def finish() -> CampaignState:
        with unit_of_work(runtime) as session:
            service.finish_campaigns(session, now=clock())
        with reading(runtime) as session:
            return session.get_one(Campaign, campaign.id).state

    assert finish() is CampaignState.RUNNING
    with unit_of_work(runtime) as session:
        for check_in in session.execute(select(CheckIn)).scalars():
            check_in.state = CheckInState.ANSWERED
    with reading(runtime) as session:
        assert service.anything_to_finish(session)
    clock.advance(hours=1)
    assert finish() is CampaignState.FINISHED
    with reading(runtime) as session:
        assert session.get_one(Campaign, campaign.id).finished_at == MONDAY_MORNING + timedelta(hours=1)
        assert not service.anything_to_finish(session)


def test_a_large_campaign_stops_at_once_and_ends_bit_by_bit(
    runtime: Runtime, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopping, "AT_ONCE", 2)
    monkeypatch.setattr(stopping, "NEVER_ASKED_AT_ONCE", 2)
    with unit_of_work(runtime) as session:
        tenants = [factories.tenant(session) for _number in range(9)]
        campaign = start(session, *tenants)
    monkeypatch.setattr("workers.release.BATCH", 5)
    release_due(runtime, most=5)
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign.id or 0, now=clock())
    for _tick in range(6):
        with reading(runtime) as session:
            assert not any(leaving(session, clock())), "nothing leaves any more"
        reconciler.tick(runtime)
    with reading(runtime) as session:
        rows = session.execute(select(CheckIn)).scalars().all()
        ended = col(TimelineEntry.happening) == Happening.CHECK_IN_ENDED
        told = session.execute(select(TimelineEntry).where(ended)).scalars().all()
        left = col(Message.state) != DeliveryState.CANCELLED
        sent = session.execute(select(Message).where(left)).scalars().all()
    assert {(row.state, row.reason) for row in rows} == {(CheckInState.CANCELLED, EndReason.CAMPAIGN_STOPPED)}
    assert (len(told), list(sent)) == (9, [])
