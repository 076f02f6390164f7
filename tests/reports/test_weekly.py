"""The week: counted by when it happened, and adding up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from checkin.dashboard.queries import Promise
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.errors import Refused
from checkin.domain.replies import Meaning
from checkin.reports.small_cells import Hidden
from checkin.reports.weekly import Week, iso_week_of, span_of, week
from tests.screen_story import Story

ZONE = ZoneInfo("Europe/Amsterdam")
WEEK = "2026-W47"
MONDAY = datetime(2026, 11, 15, 23, 0, tzinfo=UTC)


def of(story: Story, iso_week: str = WEEK) -> Week:
    return week(story.session, iso_week=iso_week, zone=ZONE, now=story.now)


@pytest.mark.parametrize(
    "nonsense",
    ["", "2026", "2026-47", "2026-W00", "2026-W54", "2025-W53", "２０２６-W47", "2026-W47 ", "9999-W01", "../etc"],
)
def test_a_week_that_does_not_exist_is_refused(nonsense: str) -> None:
    with pytest.raises(Refused) as refused:
        span_of(nonsense, ZONE)
    assert refused.value.code == "no_such_week"


def test_a_long_year_has_week_53() -> None:
    assert span_of("2026-W53", ZONE)[0] == datetime(2026, 12, 27, 23, 0, tzinfo=UTC)


def test_the_week_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    begin, end = span_of("2026-W43", ZONE)
    assert end - begin == timedelta(days=7, hours=1)
    begin, end = span_of("2026-W13", ZONE)
    assert end - begin == timedelta(days=7, hours=-1)


def test_a_day_belongs_to_the_week_of_its_thursday() -> None:
    assert iso_week_of(datetime(2027, 1, 1, tzinfo=UTC).date()) == "2026-W53"


def test_monday_midnight_is_in_and_the_next_one_is_out(story: Story) -> None:
    for moment in (
        MONDAY - timedelta(seconds=1),
        MONDAY,
        MONDAY + timedelta(days=7) - timedelta(seconds=1),
        MONDAY + timedelta(days=7),
    ):
        story.check_in(story.campaign(), story.tenant(), planned_at=moment)
    assert of(story).summary.chosen == 2
    assert of(story, "2026-W46").summary.chosen == 1
    assert of(story, "2026-W48").summary.chosen == 1


def test_an_empty_week_is_all_zeros(story: Story) -> None:
    summary = of(story).summary
    assert (summary.chosen, summary.asked, summary.answered, summary.wanted, summary.spoken) == (0, 0, 0, 0, 0)
    assert summary.median is None
    assert summary.kept_percentage is None
    assert summary.neighbourhoods == ()


def test_answers_and_ends_are_counted_by_what_they_were(story: Story) -> None:
    round_ = story.campaign()
    story.answered(round_, story.tenant(), Meaning.CHAT)
    story.answered(round_, story.tenant(), Meaning.FINE)
    story.answered(round_, story.tenant(), Meaning.FINE, at=story.ago(days=14))
    ended = {"state": CheckInState.UNREACHABLE, "ended_at": story.ago(hours=1)}
    story.check_in(round_, story.tenant(), reason=EndReason.NO_NUMBER, **ended)
    story.asked(round_, story.tenant(), AttemptEnd.VOICEMAIL, reason=EndReason.VOICEMAIL, **ended)
    summary = of(story).summary
    assert summary.answers == {Meaning.CHAT: 1, Meaning.FINE: 1}
    assert summary.answered == 2
    assert summary.not_answered == {EndReason.VOICEMAIL: 1}
    assert summary.not_asked == {EndReason.NO_NUMBER: 1}
    assert summary.arrived == 4


def test_promises_are_kept_broken_withdrawn_or_running(story: Story) -> None:
    due = story.ago(hours=2)
    for rang, closed, promised in (
        (due, None, due),
        (due + timedelta(minutes=1), None, due),
        (None, None, due),
        (None, due - timedelta(hours=1), due),
        (None, None, story.later(hours=1)),
    ):
        story.case(
            story.tenant(),
            promised_before=promised,
            first_rang_at=rang,
            closed_at=closed,
            state=CaseState.CLOSED if closed else CaseState.WAITING,
        )
    summary = of(story).summary
    assert summary.promises == {Promise.KEPT: 1, Promise.BROKEN: 2, Promise.WITHDRAWN: 1, Promise.RUNNING: 1}
    assert summary.kept_percentage == 33


def test_the_time_to_a_talk_begins_when_the_answer_came_in(story: Story) -> None:
    samira = story.staff("Samira")
    for hours in range(1, 11):
        tenant = story.tenant()
        reply = story.reply(tenant, received_at=story.ago(hours=hours + 1))
        story.spoken(story.case(tenant, reply_id=reply.id, opened_at=story.ago(hours=1)), samira)
    story.spoken(story.case(story.tenant(), CaseKind.PERSONAL, opened_at=story.ago(days=2)), samira)
    story.spoken(story.case(story.tenant(), CaseKind.LATER, opened_at=story.ago(days=2)), samira)
    summary = of(story).summary
    assert summary.talks == 10
    assert summary.median == timedelta(hours=5)
    assert summary.nine_in_ten == timedelta(hours=9)
    assert summary.spoken == 12


def test_open_before_and_opened_less_closed_is_open_after_and_every_case_has_its_row(story: Story) -> None:
    samira = story.staff("Samira")
    story.case(story.tenant(), opened_at=story.ago(days=10))
    story.spoken(story.case(story.tenant(), opened_at=story.ago(days=10)), samira)
    story.spoken(story.case(story.tenant(), opened_at=story.ago(days=10)), samira, at=story.ago(days=9))
    story.spoken(story.case(story.tenant(), CaseKind.HELP), samira)
    story.case(story.tenant(), CaseKind.SILENT)
    whole = of(story)
    summary = whole.summary
    assert (summary.open_before, sum(summary.opened.values()), summary.closed, summary.open_after) == (2, 2, 2, 2)
    assert summary.opened == {CaseKind.HELP: 1, CaseKind.SILENT: 1}
    assert summary.cases_opened == 2
    assert len(whole.cases) == summary.open_before + 2
    assert [case.number for case in whole.cases] == sorted(case.number for case in whole.cases)


def test_every_try_is_counted_by_its_outcome(story: Story) -> None:
    samira = story.staff("Samira")
    case = story.case(story.tenant())
    story.contact(case, samira, ContactOutcome.NOT_REACHED)
    story.contact(case, samira, ContactOutcome.NOT_REACHED, at=story.ago(days=9))
    story.contact(case, samira, ContactOutcome.SPOKEN_MORE)
    summary = of(story).summary
    assert summary.contacts == {ContactOutcome.NOT_REACHED: 1, ContactOutcome.SPOKEN_MORE: 1}
    assert (summary.reached, summary.not_reached) == (1, 1)


def test_small_neighbourhoods_are_hidden(story: Story) -> None:
    round_ = story.campaign()
    for name, count in (("Noord", 9), ("Zuid", 6), ("West", 2)):
        for _ in range(count):
            story.asked(round_, story.tenant(neighbourhood=name))
    shown = {place.name: place.asked for place in of(story).summary.neighbourhoods}
    assert shown == {"Noord": 9, "Zuid": Hidden.COMPANY, "West": Hidden.SMALL}
