"""Whoever died, moved or wants no more: whatever was still to come, in whatever way, never comes."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal

import pytest

from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.models import FollowUp, Gift, Referral
from checkin.aftercare.talks import Aftermath, Appointment, Handover
from checkin.db import unit_of_work
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.referrals import ReferralState
from checkin.domain.standing import Every, Rhythm
from checkin.messaging.models import Call, Message
from checkin.outreach.standing_models import AskedHow, StandingCheckIn, StandingEnd
from checkin.standing import service as standing
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.aftercare.talking import home_care, talk, tick
from tests.line import Line

FLOWERS = GiftWish(GiftKind.FLOWERS, "Zestig jaar getrouwd", Decimal(25))


def everything_still_to_come(line: Line, tenant: Tenant) -> None:
    """Agree a call, a referral and flowers; a daily check-in, a campaign, and a text that waits for its minute."""
    samira, now = line.store(factories.samira), line.clock()
    appointment = Appointment(now + timedelta(days=7), "De nieuwe keuken")
    handover = Handover(line.store(home_care).id, "Zij bellen", consent=True, check_at=now + timedelta(days=14))
    talk(line, tenant, samira, aftermath=Aftermath(appointment=appointment, handover=handover, gift=FLOWERS))
    with unit_of_work(line.runtime) as session:
        standing.start(
            session,
            line.runtime,
            tenant=session.get_one(Tenant, tenant.id),
            rhythm=Rhythm(Every.DAY, time(10)),
            channel=Channel.AUTO,
            asked_how=AskedHow.PHONE,
            staff_id=None,
            now=now,
        )
    line.start(tenant)
    talk(line, tenant, samira, ContactOutcome.NOT_REACHED, text_missed=True)
    assert not line.carrier.texts


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (ContactOutcome.DECEASED, StandingEnd.DECEASED),
        (ContactOutcome.MOVED, StandingEnd.LEASE_ENDED),
        (ContactOutcome.NO_MORE, StandingEnd.STOPPED),
    ],
)
def test_everything_stops_at_once(line: Line, outcome: ContactOutcome, why: StandingEnd) -> None:
    linden = line.store(factories.tenant)
    everything_still_to_come(line, linden)
    talk(line, linden, line.store(factories.ton), outcome)
    for _day in range(16):
        line.clock.advance(days=1)
        tick(line)
    assert (line.carrier.texts, line.carrier.calls) == ([], [])
    assert not [one for kind in (Message, Call) for one in line.rows(kind) if one.sent_at]
    assert [one.end for one in line.rows(StandingCheckIn)] == [why]
    assert line.check_in(linden).state is CheckInState.CANCELLED
    assert [one.state for one in line.rows(FollowUp)] == [FollowUpState.CANCELLED]
    assert [one.state for one in line.rows(Referral)] == [ReferralState.WITHDRAWN]
    assert [one.state for one in line.rows(Gift)] == [GiftState.CANCELLED]
    assert {case.state for case in line.cases(linden)} == {CaseState.CLOSED}


def test_nothing_reaches_a_wrong_number_any_more_and_what_was_agreed_waits_for_a_person(line: Line) -> None:
    linden = line.store(factories.tenant)
    everything_still_to_come(line, linden)
    talk(line, linden, line.store(factories.ton), ContactOutcome.WRONG_NUMBER)
    for _day in range(16):
        line.clock.advance(days=1)
        tick(line)
    assert (line.carrier.texts, line.carrier.calls) == ([], [])
    assert not [one for kind in (Message, Call) for one in line.rows(kind) if one.sent_at]
    assert line.check_in(linden).state is CheckInState.CANCELLED
    assert [one.state for one in line.rows(FollowUp)] == [FollowUpState.LISTED]
