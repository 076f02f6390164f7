"""Whatever happens to check-ins, and in which order: every week adds up, and one week goes on where the last ended."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from checkin.campaigns.models import Campaign
from checkin.cases import service as cases
from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import OPEN, CheckInAction, CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.outreach import service as outreach
from checkin.outreach.models import CheckIn
from checkin.reports.export import as_csv, as_dict
from checkin.reports.weekly import span_of, week
from tests.adding_up import adds_up, of_csv, of_json
from tests.screen_story import Story

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKS = ("2026-W42", "2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47")
"""The clock goes back in the night to the Monday of week 44."""
BEGIN = span_of(WEEKS[0], ZONE)[0]
HISTORIES = 40
ANSWERS = [meaning for meaning in Meaning if meaning not in {Meaning.START, Meaning.WRONG_NUMBER}]
ENDS = (
    (CheckInAction.FALL_SILENT, EndReason.NO_ANSWER_TO_TEXT),
    (CheckInAction.GIVE_UP, EndReason.NEVER_PICKED_UP),
    (CheckInAction.GIVE_UP, EndReason.NO_NUMBER),
    (CheckInAction.CANCEL, EndReason.CAMPAIGN_STOPPED),
)
Ledger = Counter[tuple[str, str]]


@dataclass
class Fate:
    """What happens to one check-in, written down week by week as it happens."""

    session: Session
    random: Random
    ledger: Ledger
    check_in: CheckIn
    moment: datetime

    def live(self) -> None:
        """Let up to six things happen to it, some in the same moment."""
        self._note("chosen")
        for _ in range(self.random.randrange(6)):
            self.moment += self.random.choice([timedelta(), timedelta(hours=3), timedelta(days=4, hours=7)])
            self.random.choice([self._asked, self._asked, self._ends, self._answers])()

    def _asked(self) -> None:
        if self.check_in.state is CheckInState.PLANNED:
            self.check_in.state, self.check_in.asked_at = CheckInState.ASKED, self.moment
            self._note("asked")

    def _ends(self) -> None:
        action, reason = self.random.choice(ENDS)
        if action is CheckInAction.FALL_SILENT and self.check_in.state is CheckInState.PLANNED:
            return
        if outreach.end(self.session, self.check_in, action, now=self.moment, reason=reason):
            self._note("not_answered" if self.check_in.asked_at else "not_asked")

    def _answers(self) -> None:
        if self.check_in.answered_at is None:
            self._note("answered")
            if self.check_in.state not in OPEN:
                self._note("answered_after_end")
        outreach.answer(self.session, self.check_in, self.random.choice(ANSWERS), now=self.moment)

    def _note(self, what: str) -> None:
        for name in WEEKS:
            begin, end = span_of(name, ZONE)
            if begin <= self.moment < end:
                self.ledger[name, what] += 1


def moments(random: Random) -> Iterator[datetime]:
    """Give moments in six weeks; some are the first of a week."""
    while True:
        yield BEGIN + timedelta(minutes=random.randrange(6 * 7 * 24 * 60))
        yield span_of(random.choice(WEEKS), ZONE)[0]


def tell_fates(story: Story, random: Random, round_: Campaign) -> Ledger:
    ledger: Ledger = Counter()
    for _, planned_at in zip(range(HISTORIES), moments(random), strict=False):
        check_in = story.check_in(round_, story.tenant(), planned_at=planned_at)
        Fate(story.session, random, ledger, check_in, planned_at).live()
    return ledger


def tell_cases(story: Story, random: Random) -> None:
    samira = story.staff("Samira")
    for _, opened_at in zip(range(HISTORIES // 2), moments(random), strict=False):
        case = story.case(story.tenant(), random.choice(list(CaseKind)), opened_at=opened_at)
        later = opened_at + timedelta(hours=random.randrange(400))
        if random.random() < 0.5:
            story.contact(case, samira, ContactOutcome.NOT_REACHED, at=later)
        if random.random() < 0.7:
            story.spoken(case, samira, later)
        if random.random() < 0.2:
            cases.reopen_case(story.session, case_id=case.id or 0, staff_id=samira.id, now=later + timedelta(hours=1))


@pytest.mark.parametrize("seed", range(6))
def test_every_week_adds_up_and_goes_on_where_the_last_ended(session: Session, seed: int) -> None:
    story, random = Story(session), Random(seed)
    ledger = tell_fates(story, random, story.campaign())
    tell_cases(story, random)
    session.flush()
    before = None
    for name in WEEKS:
        found = week(session, iso_week=name, zone=ZONE)
        for sheet in (of_csv(as_csv(found, ZONE)), of_json(json.loads(json.dumps(as_dict(found, ZONE))))):
            adds_up(sheet)
        stock, summary = found.summary.check_in_stock, found.summary
        flows = ("chosen", "answered", "answered_after_end", "not_answered", "not_asked")
        assert {one: stock[one] for one in flows} == {one: ledger[name, one] for one in flows}
        assert summary.asked == ledger[name, "asked"]
        if before is not None:
            assert stock["open_before"] == before.check_in_stock["open_after"]
            assert summary.open_before == before.open_after
        before = summary


@pytest.fixture
def story_of_both(session: Session) -> Story:
    return Story(session)


def test_an_answer_after_the_end_leaves_the_week_of_the_end_as_it_was(story_of_both: Story) -> None:
    story = story_of_both
    asked_at, ended_at = story.ago(days=9), story.ago(days=7)
    check_in = story.asked(story.campaign(), story.tenant(), planned_at=asked_at, asked_at=asked_at)
    outreach.end(story.session, check_in, CheckInAction.FALL_SILENT, now=ended_at, reason=EndReason.NO_ANSWER_TO_TEXT)
    story.session.flush()
    told = as_csv(week(story.session, iso_week="2026-W46", zone=ZONE), ZONE)
    outreach.answer(story.session, check_in, Meaning.HELP, now=story.ago(days=1))
    story.session.flush()
    assert as_csv(week(story.session, iso_week="2026-W46", zone=ZONE), ZONE) == told
    summary = week(story.session, iso_week="2026-W47", zone=ZONE).summary
    assert summary.check_in_stock == {
        "open_before": 0, "chosen": 0, "answered_after_end": 1, "answered": 1, "not_answered": 0, "not_asked": 0,
        "open_after": 0,
    }  # fmt: skip
    assert summary.wanted == 1


def test_what_is_open_says_where_it_stands_and_what_was_not_read_says_so(story_of_both: Story) -> None:
    story = story_of_both
    round_ = story.campaign()
    story.check_in(round_, story.tenant())
    story.asked(round_, story.tenant())
    writer = story.tenant()
    check_in = story.asked(round_, writer)
    story.reply(writer, "??", Meaning.UNCLEAR, to_read=True, check_in_id=check_in.id)
    story.reply(writer, "help", Meaning.URGENT, to_read=True, urgent=True, check_in_id=check_in.id)
    summary = week(story.session, iso_week="2026-W47", zone=ZONE).summary
    assert summary.check_ins_open_after == {"planned": 1, "asked": 1, "to_read": 1}
    assert summary.replies == {"to_read": 1, "urgent": 1}


def test_a_tenant_with_two_check_ins_is_counted_once_among_the_tenants(story_of_both: Story) -> None:
    story = story_of_both
    tenant = story.tenant()
    for name in ("Een", "Twee"):
        story.answered(story.campaign(name), tenant, Meaning.CHAT)
    summary = week(story.session, iso_week="2026-W47", zone=ZONE).summary
    assert (summary.asked, summary.answered, summary.wanted) == (2, 2, 2)
    assert (summary.tenants.asked, summary.tenants.answered, summary.tenants.wanted) == (1, 1, 1)
