"""The rehearsal: promises are kept and near, colleagues have work, and the same seed gives the same round."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import pytest

from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.expected import Became, Seen, Workdays, counted, stretch
from checkin.domain.neighbours import Customs, neighbourhood
from checkin.domain.rehearsal import (
    OFFICE_HOURS,
    ZONE,
    NeverEnds,
    Plan,
    Rehearsal,
    known_calendar,
    rehearse,
    rehearse_one,
    working_week,
)
from checkin.domain.sampled_rehearsal import Sampled, rehearse_every_way, rehearse_sampled
from checkin.domain.virtual_asking import Asked, VirtualCheckIn
from checkin.domain.virtual_time import Way

WEEK = timedelta(days=7)


@cache
def rehearsed(staff: int, yes_rate: float, minutes: int, tenants: int = 400, seed: int = 1) -> Rehearsal:
    return rehearse(Plan(tenants, staff, 2, yes_rate, minutes, seed))


@pytest.mark.parametrize(
    ("staff", "yes_rate", "minutes", "tenants"),
    [(1, 0.2, 5, 700), (5, 0.2, 20, 1000), (5, 0.6, 20, 400), (35, 0.6, 20, 2000), (200, 0.6, 20, 1000)],
)
def test_promises_are_kept_and_near_and_the_round_takes_little_longer_than_it_must(
    staff: int, yes_rate: float, minutes: int, tenants: int
) -> None:
    found = rehearsed(staff, yes_rate, minutes, tenants)
    paced = found.paced
    assert paced.promises_kept is not None
    assert paced.promises_kept >= 0.99
    assert (paced.promised_duty_days_median or 0) <= 1
    assert (paced.promised_duty_days_max or 0) <= 2
    assert paced.days <= 1.15 * found.least_days(paced)


def test_everything_at_once_breaks_promises_and_by_hand_takes_much_longer() -> None:
    found = rehearsed(5, 0.2, 20, 1000)
    assert (found.at_once.promises_kept or 0) < 0.8
    assert found.at_once.waiting_max > 5 * found.paced.waiting_max
    assert found.by_hand.days > 2 * found.paced.days
    assert found.by_hand.promises_kept is None


def test_everybody_is_asked_and_everybody_ends() -> None:
    paced = rehearsed(35, 0.6, 20, 2000).paced
    assert paced.check_ins == 2000 == sum(paced.answers.values())
    positive = sum(paced.answers.get(name, 0) for name in ("chat", "help", "yes", "later", "urgent", "silent"))
    # Whoever was silent and then rang back with another answer is rung all the same.
    assert positive <= paced.cases <= positive + 10
    assert sum(day.opened for day in paced.by_day) == sum(day.closed for day in paced.by_day) == paced.cases
    assert paced.by_day[-1].waiting == 0


def test_the_same_seed_gives_the_same_round_and_another_seed_another() -> None:
    plan = Plan(150, 5, 2)
    assert rehearse(plan) == rehearse(plan)
    assert rehearse(plan) != rehearse(Plan(150, 5, 2, seed=2))


def test_the_neighbours_are_the_same_however_many_there_are_and_whatever_they_wish() -> None:
    few = list(neighbourhood(5, seed=3, customs=Customs()))
    many = list(neighbourhood(50, seed=3, customs=Customs()))
    assert few == many[:5]
    calm = list(neighbourhood(5, seed=3, customs=Customs(yes_rate=0)))
    assert [one.luck for one in calm] == [one.luck for one in few]


def test_neighbours_do_what_their_customs_say() -> None:
    people = list(neighbourhood(4000, seed=1, customs=Customs(yes_rate=0.3, talk_minutes=20)))
    assert sum(one.telephone.mobile for one in people) / 4000 == pytest.approx(0.6, abs=0.03)
    assert sum(one.talk_minutes for one in people) / 4000 == pytest.approx(20, rel=0.05)
    ends = [one.answers(AskedBy.VOICE, 0) for one in people]
    assert sum(one.end is AttemptEnd.SILENT for one in ends) / 4000 == pytest.approx(0.97 * 0.56 * 0.16, abs=0.015)
    texts = [one.answers(AskedBy.TEXT, 0).answers_after for one in people]
    answered = sorted(one for one in texts if one is not None)
    assert len(answered) / 4000 == pytest.approx(0.97 * 0.45, abs=0.03)
    assert 15 < answered[len(answered) // 2] < 60
    assert answered[-1] > 24 * 60, "somebody answers days later"


def test_a_round_that_nobody_would_live_to_see_is_refused_in_words() -> None:
    with pytest.raises(NeverEnds, match="37 years"):
        rehearse(Plan(60_000, 1, 2))


@pytest.mark.parametrize(
    "wrong",
    [
        {"tenants": 0},
        {"staff": 0},
        {"hours_per_week": 0},
        {"hours_per_week": 41},
        {"yes_rate": 1.2},
        {"minutes": 0},
        {"hours_per_week": 0.1, "minutes": 30},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        Plan(**{"tenants": 10, "staff": 2, "hours_per_week": 2} | wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(("staff", "hours"), [(1, 2), (5, 2), (7, 3.5), (35, 2), (12, 36), (1, 40), (3, 0.5)])
def test_the_week_holds_everybodys_hours_within_office_hours(staff: int, hours: float) -> None:
    plan = Plan(1, staff, hours, minutes=5)
    monday = plan.start - timedelta(days=1, hours=9)
    duty = working_week(staff, hours, begin=plan.start, weeks=3)
    assert duty.minutes_between(monday, monday + WEEK) == pytest.approx(staff * hours * 60)
    office = known_calendar(OFFICE_HOURS)
    for shift in duty.shifts:
        [(opens, closes)] = office.spans(shift.start.astimezone(ZONE).date())
        assert opens <= shift.start < shift.end <= closes


def test_five_colleagues_are_there_on_five_days() -> None:
    duty = working_week(5, 2, begin=Plan(1, 1, 2).start, weeks=1)
    assert len({shift.start.date() for shift in duty.shifts}) == 5


def test_the_rehearsal_counts_as_the_service_does() -> None:
    """The running counts of a rehearsal are those that `counted` makes of the same check-ins."""
    plan = Plan(1, 1, 2)
    office = known_calendar("mon-fri 09:00-19:00")
    workdays = Workdays(office, plan.start.date())
    asked = Asked(AskedBy.TEXT, workdays)
    people = list(neighbourhood(60, seed=1, customs=Customs()))
    check_ins = [VirtualCheckIn(one, AskedBy.TEXT, ()) for one in people]
    rows = []
    now = plan.start + timedelta(hours=75)
    for number, check_in in enumerate(check_ins):
        left = plan.start + timedelta(hours=number)
        asked.leaves(check_in, left)
        if number % 3:
            check_in.answered = True
            end = min(left + timedelta(hours=number % 7), now)
            asked.ends(check_in, positive=number % 3 == 1, now=end)
    for number, check_in in enumerate(check_ins):
        age = workdays.hours(now) - check_in.asked
        became = (Became.OUT, Became.POSITIVE, Became.OTHER)[number % 3]
        rows.append(Seen(stretch(age), became, stretch(min(number % 7, age)), 1, age=age))
    running, made = asked.expected(now).seen, counted(rows)
    assert running.out == made.out
    assert (running.entered, running.answered, running.left) == (made.entered, made.answered, made.left)
    assert running.ages == pytest.approx(made.ages)
    assert (running.positive, running.other) == (made.positive, made.other)


# A part of a large round.


def test_a_small_round_is_played_whole() -> None:
    plan = Plan(300, 5, 2)
    assert rehearse_sampled(plan, Way.PACED) == Sampled(rehearse(plan).paced, 300)
    assert rehearse_sampled(plan, Way.BY_HAND).outcome == rehearse(plan).by_hand


@pytest.mark.parametrize(("staff", "hours"), [(18, 2), (100, 4)])
def test_a_part_of_a_large_round_goes_as_the_whole(staff: int, hours: float) -> None:
    plan = Plan(3000, staff, hours)
    whole, part = rehearse_one(plan, Way.PACED), rehearse_sampled(plan, Way.PACED, most=1000)
    assert part.played == 1000
    assert part.outcome.days == pytest.approx(whole.days, rel=0.12)
    assert part.outcome.cases == pytest.approx(whole.cases, rel=0.12)
    assert part.outcome.check_ins == 3000
    assert (part.outcome.promises_kept or 0) >= 0.98
    assert sum(day.asked for day in part.outcome.by_day) == pytest.approx(3000, abs=20)


def test_a_landlord_with_sixty_thousand_homes_sees_the_round_too_and_the_hours_are_as_many() -> None:
    found = rehearse_sampled(Plan(60_000, 100, 4), Way.PACED, most=1000)
    assert found.outcome.check_ins == 60_000
    weeks = found.outcome.days / 7
    spent = (found.outcome.work_minutes + found.outcome.idle_minutes) / 60
    assert spent == pytest.approx(weeks * 400, rel=0.1)


def test_every_way_is_played_in_part_too_and_the_least_time_stays_the_same() -> None:
    plan = Plan(1200, 20, 2)
    whole, part = rehearse(plan), rehearse_every_way(plan, most=400)
    assert part.hours_per_week == pytest.approx(whole.hours_per_week, rel=0.05)
    assert part.by_hand.cases == whole.by_hand.cases == 1200
    assert part.least_days(part.paced) == pytest.approx(whole.least_days(whole.paced), rel=0.2)
    assert part.paced.days <= 1.25 * part.least_days(part.paced)


def test_what_never_ends_in_whole_never_ends_in_part() -> None:
    with pytest.raises(NeverEnds):
        rehearse_sampled(Plan(60_000, 1, 1), Way.PACED)
