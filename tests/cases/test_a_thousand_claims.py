"""Fifty colleagues click a thousand times on two hundred tenants in the same moment: each has one winner."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from sqlmodel import col

from checkin.cases import queries, service
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.runtime import Runtime
from checkin.tenants.models import Happening, TimelineEntry
from tests import factories

COLLEAGUES, CASES, CLICKS = 50, 200, 1000
AT_ONCE = 16
"""As many as two web processes answer at a time; the others stand in line before their door."""


def test_each_of_two_hundred_tenants_gets_exactly_one_of_fifty_colleagues(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        names = {
            factories.staff(session, f"Collega {number}").id or 0: f"Collega {number}" for number in range(COLLEAGUES)
        }
        cases = [factories.case(session).id or 0 for _ in range(CASES)]
    staff, now = list(names), runtime.now()
    wanted = cases * (CLICKS // CASES)
    random.Random(7).shuffle(wanted)
    clicks = list(zip(staff * (CLICKS // COLLEAGUES), wanted, strict=True))
    door = threading.Semaphore(AT_ONCE)

    def click(staff_id: int, case_id: int) -> tuple[bool, str | None]:
        with door, unit_of_work(runtime) as session:
            won = service.claim_case(session, case_id=case_id, staff_id=staff_id, claim_minutes=30, now=now)
            return won, queries.holder_of(session, case_id=case_id)

    with ThreadPoolExecutor(COLLEAGUES) as crowd:
        answers = list(crowd.map(click, *zip(*clicks, strict=True)))

    with reading(runtime) as session:
        holders = {case.id: case.claimed_by for case in session.execute(select(Case)).scalars()}
        taken = select(col(TimelineEntry.case_id)).where(col(TimelineEntry.happening) == Happening.CLAIMED)
        wins = Counter(session.execute(taken).scalars())
    assert wins == dict.fromkeys(cases, 1)
    for (staff_id, case_id), (won, told) in zip(clicks, answers, strict=True):
        assert won is (holders[case_id] == staff_id)
        assert told == names[holders[case_id] or 0]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # in SQLite the second waits from the start
def test_who_clicks_twice_in_the_same_moment_is_not_beaten_by_herself(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        samira, cases = factories.samira(session).id or 0, [factories.case(session).id or 0 for _ in range(20)]
    together = threading.Barrier(2)

    def click(case_id: int) -> bool:
        with unit_of_work(runtime) as session:
            session.get(Case, case_id)
            together.wait()
            return service.claim_case(session, case_id=case_id, staff_id=samira, claim_minutes=30, now=runtime.now())

    with ThreadPoolExecutor(2) as hands:
        answers = [list(hands.map(click, [case_id, case_id])) for case_id in cases]
    assert answers == [[True, True]] * len(cases)
