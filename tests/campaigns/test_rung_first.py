"""A round whose ladder rings first: its questions leave in the hours for calls, and take their room on that road."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.campaigns import pacing
from checkin.campaigns.pacing import Workforce
from checkin.db import unit_of_work
from checkin.domain.office_hours import Hours
from checkin.outreach.models import Instructions
from tests.campaigns.test_pacing import TALK, on_duty, start, tenants
from tests.line import Line


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("mobile", "leave"), [("voice_then_text", 2), ("text_then_voice", 0)])
def test_a_mobile_that_the_ladder_rings_first_leaves_in_the_hours_for_calls(
    line: Line, mobile: str, leave: int
) -> None:
    campaign_id = start(line, tenants(line, 2))
    line.store(lambda session: session.add(Instructions(campaign_id=campaign_id, ladder={"mobile": mobile})))
    runtime = line.runtime
    no_texts = replace(runtime.text_hours, hours=Hours.parse("sun 03:00-04:00"))
    house = Workforce(runtime.settings, no_texts, runtime.call_hours, on_duty(3), TALK)
    with unit_of_work(runtime) as session:
        assert pacing.let_go(session, house, now=line.clock()) == leave
