"""The funnel: every tenant counted once, and the numbers add up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sqlmodel import Session

from checkin.dashboard.funnel import Step, funnel, people
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind, ContactOutcome
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.outreach import service as outreach
from tests.screen_story import Story


def tell_everything(story: Story) -> None:
    """One campaign in which something of everything happened."""
    round_, samira = story.campaign(), story.staff("Samira")
    ended = {"state": CheckInState.UNREACHABLE, "ended_at": story.ago(hours=1)}
    story.check_in(round_, story.tenant("Zonder"), reason=EndReason.NO_NUMBER, **ended)
    story.check_in(round_, story.tenant("Later"))
    story.asked(round_, story.tenant("Onderweg"), end=None)
    story.asked(round_, story.tenant("Dood"), AttemptEnd.NUMBER_DEAD, reason=EndReason.NUMBER_DEAD, **ended)
    story.asked(round_, story.tenant("Voicemail"), AttemptEnd.VOICEMAIL, reason=EndReason.VOICEMAIL, **ended)
    unclear = story.tenant("Onduidelijk")
    story.reply(unclear, "??", Meaning.UNCLEAR, to_read=True, check_in_id=story.asked(round_, unclear).id)
    story.answered(round_, story.tenant("Goed"), Meaning.FINE)
    for name in ("Wacht", "Bezig", "Niet", "Klaar"):
        tenant = story.tenant(name)
        case = story.case(tenant, CaseKind.HELP, check_in_id=story.answered(round_, tenant, Meaning.HELP).id)
        if name == "Bezig":
            story.claimed(case, samira)
        elif name == "Niet":
            case.tries, case.first_rang_at = 1, story.ago(hours=1)
            story.contact(case, samira, ContactOutcome.NOT_REACHED)
        elif name == "Klaar":
            story.spoken(case, samira)


def test_each_step_is_the_one_before_less_those_who_fell_out(story: Story) -> None:
    tell_everything(story)
    steps = funnel(story.session)
    assert [one.count for one in steps] == [11, 9, 7, 5, 4, 3, 1]
    for before, after in pairwise(steps):
        assert before.count - sum(after.fell_out.values()) == after.count


def test_every_reason_is_kept_apart(story: Story) -> None:
    tell_everything(story)
    assert {one.step: one.fell_out for one in funnel(story.session)} == {
        Step.CHOSEN: {},
        Step.SENT: {"no_number": 1, "planned": 1},
        Step.ARRIVED: {"number_dead": 1, "under_way": 1},
        Step.ANSWERED: {"to_read": 1, "voicemail": 1},
        Step.WANTED: {"fine": 1},
        Step.TAKEN: {"waiting": 1},
        Step.SPOKEN: {"busy": 1, "not_reached_yet": 1},
    }


def test_the_list_behind_a_bar_holds_as_many_as_the_bar_says(story: Story) -> None:
    tell_everything(story)
    for one in funnel(story.session):
        listed = people(story.session, step=one.step, why=None, campaign_id=None, limit=100)
        assert len(listed) == one.count
        for why, count in one.fell_out.items():
            found = people(story.session, step=one.step, why=why, campaign_id=None, limit=100)
            assert [len(found), {person.why for person in found}] == [count, {why}]


def test_an_answer_that_joins_a_case_that_was_open_already_counts_with_it(story: Story) -> None:
    tenant, samira = story.tenant(), story.staff("Samira")
    case = story.case(tenant, opened_at=story.ago(hours=6))
    story.answered(story.campaign("Tweede"), tenant, Meaning.CHAT)
    assert funnel(story.session)[Step.WANTED - 1].count == 1
    story.spoken(case, samira)
    assert funnel(story.session)[Step.SPOKEN - 1].count == 1


def test_campaigns_are_counted_apart(story: Story) -> None:
    first, second = story.campaign("Een"), story.campaign("Twee")
    story.asked(first, story.tenant())
    story.check_in(second, story.tenant())
    assert [funnel(story.session, campaign_id=one.id)[1].count for one in (first, second)] == [1, 0]


def test_nobody_asked_is_all_zeros(story: Story) -> None:
    assert {one.count for one in funnel(story.session)} == {0}


ALL_IS_WELL = (Meaning.FINE, Meaning.STOP, Meaning.UNCLEAR)
WISHES = (Meaning.LATER, Meaning.YES, Meaning.CHAT, Meaning.HELP, Meaning.URGENT)
"""From the weakest to the strongest."""


@pytest.mark.parametrize("first", [*ALL_IS_WELL, *WISHES], ids=str)
def test_a_later_answer_moves_the_meaning_on_to_a_stronger_wish_never_back(session: Session, first: Meaning) -> None:
    story = Story(session)
    round_, at = story.campaign(), story.ago(hours=3)
    for later in (*ALL_IS_WELL, *WISHES):
        check_in = story.asked(round_, story.tenant())
        outreach.answer(session, check_in, first, now=at)
        outreach.answer(session, check_in, later, now=story.now)
        session.flush()
        session.refresh(check_in)
        stronger = later in WISHES and (first in ALL_IS_WELL or WISHES.index(later) > WISHES.index(first))
        assert check_in.meaning is (later if stronger else first), later
        assert (check_in.answered_at, check_in.ended_at) == (at, at)


def test_who_was_fine_and_then_asks_for_a_call_wants_contact_and_waits(session: Session) -> None:
    story = Story(session)
    tenant = story.tenant()
    check_in = story.answered(story.campaign(), tenant, Meaning.FINE)
    story.case(tenant, CaseKind.SILENT, opened_at=story.ago(hours=2))
    story.reply(tenant, "1", Meaning.CHAT, check_in_id=check_in.id, received_at=story.ago(hours=1))
    outreach.answer(session, check_in, Meaning.CHAT, now=story.ago(hours=1))
    session.flush()
    steps = {one.step: one for one in funnel(session)}
    assert (steps[Step.ANSWERED].count, steps[Step.WANTED].count, steps[Step.TAKEN].count) == (1, 1, 0)
    assert steps[Step.WANTED].fell_out == {}
    assert steps[Step.TAKEN].fell_out == {"waiting": 1}
