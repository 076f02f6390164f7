"""A case from opened to closed: one winner, claims that come back by themselves, and every contact kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from checkin import flow
from checkin.cases import service
from checkin.cases.models import Case, Contact
from checkin.cases.service import Record
from checkin.db import reading, unit_of_work
from checkin.domain.cases import URGENCY, CaseKind, CaseState, ContactOutcome
from checkin.domain.errors import Refused
from checkin.jobs import Job, OutboxEntry
from checkin.messaging.models import Message
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from checkin.tenants.models import Happening, PhoneNumber, Tenant, TimelineEntry
from tests import factories
from tests.conftest import MovableClock

CLAIM_MINUTES = 30
O = ContactOutcome  # noqa: E741  read in long tables
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Desk:
    """A case that waits, two colleagues, and short names for what they do."""

    runtime: Runtime
    clock: MovableClock
    case_id: int
    samira: Staff
    ton: Staff

    def claim(self, staff: Staff, case_id: int | None = None) -> bool:
        with unit_of_work(self.runtime) as session:
            return service.claim_case(
                session,
                case_id=case_id or self.case_id,
                staff_id=staff.id or 0,
                claim_minutes=CLAIM_MINUTES,
                now=self.clock(),
            )

    def record(self, staff: Staff, outcome: ContactOutcome, *, text_missed: bool = False, **given: Any) -> Case:
        with unit_of_work(self.runtime) as session:
            return flow.record_contact(
                session,
                self.runtime,
                case_id=self.case_id,
                staff_id=staff.id or 0,
                record=Record(outcome, **given),
                text_missed=text_missed,
                now=self.clock(),
            )

    def expire(self) -> int:
        with unit_of_work(self.runtime) as session:
            return service.expire_claims(session, now=self.clock())

    @property
    def case(self) -> Case:
        with reading(self.runtime) as session:
            return session.get_one(Case, self.case_id)

    def told(self) -> list[Happening]:
        with reading(self.runtime) as session:
            entries = session.execute(select(TimelineEntry).order_by(col(TimelineEntry.id))).scalars()
            return [entry.happening for entry in entries]


@pytest.fixture
def desk(runtime: Runtime, clock: MovableClock) -> Desk:
    with unit_of_work(runtime) as session:
        case = factories.case(session)
        return Desk(runtime, clock, case.id or 0, factories.samira(session), factories.ton(session))


# Taking a case.


@pytest.mark.parametrize("colleagues", [2, 20])
def test_of_all_who_click_at_once_exactly_one_wins(desk: Desk, colleagues: int) -> None:
    with unit_of_work(desk.runtime) as session:
        people = [factories.staff(session, f"Collega{number}") for number in range(colleagues)]
    together = threading.Barrier(colleagues)

    def click(staff: Staff) -> bool:
        together.wait()
        return desk.claim(staff)

    with ThreadPoolExecutor(colleagues) as crowd:
        won = list(crowd.map(click, people))
    assert won.count(True) == 1
    assert desk.case.claimed_by == people[won.index(True)].id
    assert desk.told() == [Happening.CLAIMED]


def test_taking_ones_own_case_again_extends_it(desk: Desk) -> None:
    assert desk.claim(desk.samira)
    desk.clock.advance(minutes=20)
    assert desk.claim(desk.samira)
    assert desk.case.claim_ends_at == desk.clock() + timedelta(minutes=CLAIM_MINUTES)
    assert desk.told() == [Happening.CLAIMED]


def test_a_case_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="case_gone"):
        desk.claim(desk.samira, case_id=999_999)


def test_a_claim_that_runs_out_comes_back_by_itself_and_may_be_taken_by_another(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.clock.advance(minutes=CLAIM_MINUTES)
    assert desk.expire() == 0
    desk.clock.advance(seconds=1)
    assert desk.expire() == 1
    assert (desk.case.state, desk.case.claimed_by, desk.case.claim_ends_at) == (CaseState.WAITING, None, None)
    assert desk.expire() == 0
    assert desk.claim(desk.ton)
    assert desk.told() == [Happening.CLAIMED, Happening.CLAIM_EXPIRED, Happening.CLAIMED]


def test_a_page_that_stays_open_keeps_its_claim(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.clock.advance(minutes=29)
    with unit_of_work(desk.runtime) as session:
        assert service.keep_claim(
            session, case_id=desk.case_id, staff_id=desk.samira.id or 0, claim_minutes=30, now=desk.clock()
        )
        assert not service.keep_claim(
            session, case_id=desk.case_id, staff_id=desk.ton.id or 0, claim_minutes=30, now=desk.clock()
        )
    desk.clock.advance(minutes=29)
    assert desk.expire() == 0


def test_a_claim_that_ran_out_is_not_kept_alive_by_a_page_that_was_forgotten(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.clock.advance(minutes=31)
    desk.expire()
    with unit_of_work(desk.runtime) as session:
        assert not service.keep_claim(
            session, case_id=desk.case_id, staff_id=desk.samira.id or 0, claim_minutes=30, now=desk.clock()
        )


def test_a_talk_that_is_recorded_while_claims_are_given_back_stays_recorded(desk: Desk) -> None:
    """Two reconcilers may look in the very moment in which a colleague saves: what she saved stands."""
    desk.claim(desk.samira)
    desk.clock.advance(minutes=31)
    together = threading.Barrier(3)

    def give_back() -> int:
        together.wait()
        return desk.expire()

    def save() -> bool:
        together.wait()
        try:
            desk.record(desk.samira, O.SPOKEN)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(3) as crowd:
        expired = [crowd.submit(give_back), crowd.submit(give_back)]
        saved = crowd.submit(save).result()
    assert sum(one.result() for one in expired) == (0 if saved else 1)
    assert desk.case.state is (CaseState.CLOSED if saved else CaseState.WAITING)


def give_back(desk: Desk, staff: Staff, note: str = "") -> None:
    with unit_of_work(desk.runtime) as session:
        service.give_back(session, case_id=desk.case_id, staff_id=staff.id or 0, note=note, now=desk.clock())


@SQLITE
def test_a_case_that_is_given_back_waits_again_with_a_word_for_the_next_colleague(desk: Desk) -> None:
    desk.claim(desk.samira)
    give_back(desk, desk.samira, "Belt liever na twee uur")
    assert (desk.case.state, desk.case.hand_over) == (CaseState.WAITING, "Belt liever na twee uur")
    desk.claim(desk.ton)
    give_back(desk, desk.ton)
    assert desk.case.hand_over == "Belt liever na twee uur"


@SQLITE
def test_a_case_of_somebody_else_cannot_be_given_back(desk: Desk) -> None:
    desk.claim(desk.samira)
    with pytest.raises(Refused) as refused:
        give_back(desk, desk.ton)
    assert (refused.value.code, refused.value.details) == ("not_yours", {"by": "Samira"})


@SQLITE
def test_a_colleague_who_has_spoken_may_still_hand_the_rest_to_another(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.record(desk.samira, O.SPOKEN_MORE)
    give_back(desk, desk.samira, "Wil graag een rollator")
    assert desk.case.state is CaseState.WAITING
    assert desk.claim(desk.ton)


# The right next case.


@SQLITE
def test_the_next_case_is_ones_own_then_urgent_then_promised_soonest_then_waiting_longest(
    runtime: Runtime, clock: MovableClock
) -> None:
    now = clock()
    with unit_of_work(runtime) as session:
        samira = factories.samira(session)
        longest = factories.case(session, opened_at=now - timedelta(hours=9))
        soon = factories.case(session, promised_before=now - timedelta(hours=10), opened_at=now)
        urgent = factories.case(session, urgent=True, opened_at=now)
        agreed = factories.case(session, call_at=now + timedelta(hours=1), opened_at=now - timedelta(days=3))
        closed = factories.case(session, state=CaseState.CLOSED)
    taken = []
    desk = Desk(runtime, clock, 0, samira, samira)
    for _turn in range(4):
        with reading(runtime) as session:
            case_id = service.next_case_id(session, runtime, staff_id=samira.id or 0, now=now)
        if case_id is None:
            break
        taken.append(case_id)
        desk.claim(samira, case_id)
        with reading(runtime) as session:
            assert service.next_case_id(session, runtime, staff_id=samira.id or 0, now=now) == case_id
        with unit_of_work(runtime) as session:
            service.record_contact(session, case_id=case_id, staff_id=samira.id or 0, record=Record(O.SPOKEN), now=now)
    assert taken == [urgent.id, soon.id, longest.id]
    with reading(runtime) as session:
        later = now + timedelta(hours=1)
        assert service.next_case_id(session, runtime, staff_id=samira.id or 0, now=later) == agreed.id != closed.id


# Recording a contact.


@pytest.mark.parametrize(
    ("outcome", "given", "state", "tries"),
    [
        (O.SPOKEN, {}, CaseState.CLOSED, 0),
        (O.SPOKEN_MORE, {}, CaseState.CONTACTED, 0),
        (O.NOT_REACHED, {"hours": 4}, CaseState.WAITING, 1),
        (O.NOT_REACHED, {}, CaseState.WAITING, 1),
        (O.CALL_BACK, {"hours": 24}, CaseState.WAITING, 0),
        (O.WRONG_NUMBER, {}, CaseState.CLOSED, 0),
        (O.MOVED, {}, CaseState.CLOSED, 0),
        (O.DECEASED, {}, CaseState.CLOSED, 0),
        (O.NO_MORE, {}, CaseState.CLOSED, 0),
    ],
)
@SQLITE
def test_each_outcome_moves_the_case_on(
    desk: Desk, outcome: ContactOutcome, given: dict[str, float], state: CaseState, tries: int
) -> None:
    call_at = desk.clock() + timedelta(**given) if given else None
    desk.claim(desk.samira)
    desk.record(desk.samira, outcome, call_at=call_at, note="Alleen voor collega's")
    case = desk.case
    assert (case.state, case.tries, case.first_rang_at) == (state, tries, desk.clock())
    assert case.call_at == (call_at if state is CaseState.WAITING else None)
    assert case.spoken_at == (desk.clock() if outcome in {O.SPOKEN, O.SPOKEN_MORE, O.NO_MORE} else None)
    assert case.outcome == (outcome if state is CaseState.CLOSED else None)
    assert desk.told()[1] is Happening.CONTACTED


@SQLITE
def test_what_an_outcome_means_beyond_the_case(desk: Desk) -> None:
    def after(outcome: ContactOutcome) -> tuple[Tenant, PhoneNumber | None]:
        with unit_of_work(desk.runtime) as session:
            tenant = factories.tenant(session)
            desk.case_id = factories.case(session, tenant_id=tenant.id).id or 0
        desk.claim(desk.samira)
        desk.record(desk.samira, outcome)
        with reading(desk.runtime) as session:
            return session.get_one(Tenant, tenant.id), session.get(PhoneNumber, tenant.mobile)

    _tenant, number = after(O.WRONG_NUMBER)
    assert number is not None
    assert (number.closed_at, number.closed_reason) == (desk.clock(), "wrong_number")
    assert after(O.MOVED)[0].lease_ended_on == desk.clock().date()
    assert after(O.DECEASED)[0].deceased_at == desk.clock()
    tenant, number = after(O.NO_MORE)
    assert tenant.stopped_at == desk.clock()
    assert number is not None
    assert number.stopped_at == desk.clock()


def test_a_double_click_records_one_contact(desk: Desk) -> None:
    desk.claim(desk.samira)
    for _click in range(2):
        desk.record(desk.samira, O.NOT_REACHED, form_token="one form", call_at=desk.clock() + timedelta(hours=2))
    with reading(desk.runtime) as session:
        assert session.execute(select(func.count()).select_from(Contact)).scalar_one() == 1
    assert desk.case.tries == 1
    assert desk.told().count(Happening.CONTACTED) == 1


def test_two_clicks_in_the_same_moment_record_one_contact(desk: Desk) -> None:
    desk.claim(desk.samira)
    together = threading.Barrier(2)

    def click(_number: int) -> CaseState:
        together.wait()
        return desk.record(desk.samira, O.SPOKEN, form_token="one form").state

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(click, range(2))) == [CaseState.CLOSED] * 2
    assert desk.told().count(Happening.CONTACTED) == 1


@SQLITE
@pytest.mark.parametrize(
    ("outcome", "minutes", "code"),
    [
        (O.CALL_BACK, None, "call_at_needed"),
        (O.CALL_BACK, -1, "call_at_past"),
        (O.NOT_REACHED, -1, "call_at_past"),
    ],
)
def test_a_moment_to_ring_back_is_needed_and_lies_ahead(
    desk: Desk, outcome: ContactOutcome, minutes: int | None, code: str
) -> None:
    desk.claim(desk.samira)
    call_at = None if minutes is None else desk.clock() + timedelta(minutes=minutes)
    with pytest.raises(Refused, match=code):
        desk.record(desk.samira, outcome, call_at=call_at)
    assert (desk.case.state, desk.case.first_rang_at) == (CaseState.CLAIMED, None)


@SQLITE
@pytest.mark.parametrize("claimed_by", ["ton", None])
def test_only_who_took_the_case_records_a_contact(desk: Desk, claimed_by: str | None) -> None:
    if claimed_by:
        desk.claim(desk.ton)
    with pytest.raises(Refused) as refused:
        desk.record(desk.samira, O.SPOKEN)
    assert refused.value.code == "not_yours"
    assert refused.value.details == {"by": "Ton" if claimed_by else ""}


@SQLITE
def test_tries_are_counted_and_a_tenant_who_was_missed_may_get_a_text(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.clock.advance(hours=1)
        desk.claim(desk.samira)
        desk.record(desk.samira, O.NOT_REACHED, call_at=desk.clock() + timedelta(minutes=30), text_missed=number == 3)
        assert desk.case.tries == number
    with reading(desk.runtime) as session:
        texts = session.execute(select(Message)).scalars().all()
    assert [text.wording for text in texts] == ["S11"]
    assert "Samira" in texts[0].text


@SQLITE
@pytest.mark.parametrize("second", [factories.mobile(), None])
def test_the_text_about_a_missed_call_goes_only_where_it_may(desk: Desk, second: str | None) -> None:
    with unit_of_work(desk.runtime) as session:
        tenant = session.get_one(Tenant, desk.case.tenant_id)
        tenant.phone_2, closed = second, {"closed_at": desk.clock(), "closed_reason": "wrong_number"}
        session.add(PhoneNumber(number=tenant.mobile or "", **closed))
    desk.claim(desk.samira)
    desk.record(desk.samira, O.NOT_REACHED, call_at=desk.clock() + timedelta(hours=3), text_missed=True)
    with reading(desk.runtime) as session:
        assert [text.number for text in session.execute(select(Message)).scalars()] == [one for one in [second] if one]


# The promise.


@SQLITE
def test_a_call_in_time_keeps_the_promise_and_a_late_one_is_told_once(desk: Desk) -> None:
    with unit_of_work(desk.runtime) as session:
        case = session.get_one(Case, desk.case_id)
        before = service.make_promise(session, desk.runtime, case, now=desk.clock())
        assert service.make_promise(session, desk.runtime, case, now=desk.clock() + timedelta(hours=1)) == before
    desk.clock.moment = before + timedelta(seconds=1)
    for expected in (1, 0):
        with unit_of_work(desk.runtime) as session:
            assert service.anything_overdue(session, now=desk.clock()) is bool(expected)
            assert service.tell_lapses(session, now=desk.clock()) == expected
    assert desk.told() == [Happening.PROMISED, Happening.PROMISE_LAPSED]


@SQLITE
def test_a_promise_that_was_kept_never_lapses(desk: Desk) -> None:
    with unit_of_work(desk.runtime) as session:
        case = session.get_one(Case, desk.case_id)
        before = service.make_promise(session, desk.runtime, case, now=desk.clock())
    desk.claim(desk.samira)
    desk.record(desk.samira, O.NOT_REACHED, call_at=before + timedelta(hours=1))
    desk.clock.moment = before + timedelta(days=1)
    with unit_of_work(desk.runtime) as session:
        assert service.tell_lapses(session, now=desk.clock()) == 0


def test_two_reconcilers_tell_a_lapse_once(desk: Desk) -> None:
    with unit_of_work(desk.runtime) as session:
        service.make_promise(session, desk.runtime, session.get_one(Case, desk.case_id), now=desk.clock())
    desk.clock.advance(days=7)
    together = threading.Barrier(2)

    def look(_number: int) -> int:
        together.wait()
        with unit_of_work(desk.runtime) as session:
            return service.tell_lapses(session, now=desk.clock())

    with ThreadPoolExecutor(2) as both:
        assert sum(both.map(look, range(2))) == 1
    assert desk.told().count(Happening.PROMISE_LAPSED) == 1


# Opening, raising and reopening.


def opened(session: Session, tenant_id: int, kind: CaseKind, now: datetime, *, urgent: bool = False) -> Case:
    return service.open_case(session, tenant_id=tenant_id, kind=kind, urgent=urgent, now=now)


def test_the_database_allows_one_open_case_for_a_tenant(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        tenant = factories.tenant(session)
        factories.case(session, tenant_id=tenant.id, state=CaseState.CLOSED)
        factories.case(session, tenant_id=tenant.id, state=CaseState.CLAIMED)
    with pytest.raises(IntegrityError), unit_of_work(runtime) as session:
        factories.case(session, tenant_id=tenant.id)


@SQLITE
def test_opening_a_case_twice_raises_the_first_one(session: Session, runtime: Runtime) -> None:
    tenant = factories.tenant(session)
    now = runtime.now()
    first = opened(session, tenant.id or 0, CaseKind.CHAT, now)
    first.call_at = now + timedelta(days=2)
    assert opened(session, tenant.id or 0, CaseKind.HELP, now).id == first.id
    assert (first.kind, first.call_at) == (CaseKind.HELP, None)


@SQLITE
def test_urgent_makes_a_new_promise_and_goes_to_the_front(session: Session, runtime: Runtime) -> None:
    tenant = factories.tenant(session)
    case = opened(session, tenant.id or 0, CaseKind.CHAT, runtime.now())
    before = service.make_promise(session, runtime, case, now=runtime.now())
    opened(session, tenant.id or 0, CaseKind.URGENT, runtime.now(), urgent=True)
    assert case.promised_before is None
    assert service.make_promise(session, runtime, case, now=runtime.now()) < before
    entries = session.execute(select(OutboxEntry).order_by(col(OutboxEntry.id))).scalars().all()
    assert [(entry.job, entry.job_id, entry.at_front) for entry in entries] == [
        (Job.OFFER_CASE, f"case-{case.id}", False),
        (Job.OFFER_CASE, f"case-{case.id}", True),
    ]


answers = st.lists(st.tuples(st.sampled_from(CaseKind), st.booleans()), min_size=1, max_size=6)


@SQLITE
def test_a_newer_answer_makes_a_case_more_urgent_and_never_less(session: Session, runtime: Runtime) -> None:
    @given(answers)
    def whatever_comes(said: list[tuple[CaseKind, bool]]) -> None:
        tenant_id = factories.tenant(session).id or 0
        rank, urgent = len(CaseKind), False
        for kind, danger in said:
            case = opened(session, tenant_id, kind, runtime.now(), urgent=danger)
            assert URGENCY[case.kind] == min(rank, URGENCY[kind])
            assert case.urgent is (urgent or danger)
            rank, urgent = URGENCY[case.kind], case.urgent

    whatever_comes()


def reopen(desk: Desk) -> None:
    with unit_of_work(desk.runtime) as session:
        service.reopen_case(session, case_id=desk.case_id, staff_id=desk.samira.id, now=desk.clock())


@SQLITE
def test_a_closed_case_that_is_reopened_waits_with_a_new_promise_to_come(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.record(desk.samira, O.SPOKEN)
    reopen(desk)
    reopen(desk)
    case = desk.case
    assert (case.state, case.claimed_by, case.promised_before, case.closed_at) == (CaseState.WAITING, None, None, None)
    assert desk.told().count(Happening.CASE_REOPENED) == 1
    assert desk.claim(desk.ton)


@SQLITE
def test_a_case_is_not_reopened_beside_another_open_one(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.record(desk.samira, O.SPOKEN)
    with unit_of_work(desk.runtime) as session:
        factories.case(session, tenant_id=desk.case.tenant_id)
    with pytest.raises(Refused, match="already_waiting"):
        reopen(desk)
