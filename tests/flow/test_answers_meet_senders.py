"""An answer in the very moment in which a worker or a colleague takes what it ends: nobody waits in a circle."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlmodel import col

from checkin import flow
from checkin.aftercare import referrals
from checkin.aftercare.models import Referral
from checkin.aftercare.talks import Aftermath, Handover
from checkin.cases import service as cases
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AttemptEnd
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import OPEN, CheckInState
from checkin.domain.deliveries import DeliveryState
from checkin.domain.referrals import ReferralState
from checkin.domain.replies import Meaning
from checkin.flow.stops import mark_number
from checkin.messaging import service as messaging
from checkin.messaging.models import Message
from checkin.messaging.wording import Wording
from checkin.outreach import service as outreach
from checkin.outreach.models import CheckIn, EngagedNumber
from checkin.staff.models import Staff
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.aftercare.talking import home_care, talk
from tests.flow.test_facts import change
from tests.line import Line
from workers.release import release_due
from workers.sending import TEXTS, send_due

# In SQLite there is one writer: the second waits from the start.
POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
WAITS = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
PATIENCE = 3.0


@dataclass
class Meeting:
    """A question that is just being taken by a worker, and what comes in meanwhile."""

    line: Line
    linden: Tenant
    samira: Staff
    question: str

    def take(self, taken: threading.Event, other: threading.Event) -> None:
        """Claim it and note that it leaves, as a worker does; in between somebody else wants the same rows."""
        now, quiet = self.line.clock(), self.line.runtime.settings.quiet_days
        with unit_of_work(self.line.runtime) as session:
            claimed = messaging.claim_deliveries(
                session, Message, references=[self.question], now=now, may_ask=sa.true()
            )
            self.let_others_come(taken, other)
            references = [one.id for one in claimed]
            outreach.mark_asked(session, references=references, now=now, quiet=timedelta(days=quiet))
            about = [one.id for one in claimed if one.wording == Wording.S17_REFERRAL]
            referrals.mark_asked(session, references=about, now=now, answer_days=5)

    def hold_back(self, taken: threading.Event, other: threading.Event) -> None:
        """Take it back, as a worker does when the number turns out to be dead."""
        now = self.line.clock()
        with unit_of_work(self.line.runtime) as session:
            mark_number(session, self.linden.mobile or "", closed_at=now, closed_reason="dead")
        with unit_of_work(self.line.runtime) as session:
            assert messaging.withdraw(session, Message, reference=self.question, now=now)
            self.let_others_come(taken, other)
            how = AttemptEnd.CANCELLED
            outreach.end_attempt(session, self.line.runtime, reference=self.question, how=how, now=now)

    def let_others_come(self, taken: threading.Event, other: threading.Event) -> None:
        taken.set()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not other.is_set() and not self._somebody_waits():
            time.sleep(0.01)

    def _somebody_waits(self) -> bool:
        with reading(self.line.runtime) as session:
            return bool(session.execute(WAITS).scalar_one())


def writes(words: str) -> Callable[[Meeting], None]:
    return lambda meeting: meeting.line.text(meeting.linden.mobile, words)


def notes_a_talk(meeting: Meeting) -> None:
    talk(meeting.line, meeting.linden, meeting.samira, ContactOutcome.SPOKEN)


def wants_no_more(meeting: Meeting) -> None:
    talk(meeting.line, meeting.linden, meeting.samira, ContactOutcome.NO_MORE)


def notes_a_stop(meeting: Meeting) -> None:
    with unit_of_work(meeting.line.runtime) as session:
        tenant = session.get_one(Tenant, meeting.linden.id)
        flow.stop_tenant(session, tenant, now=meeting.line.clock(), how="person", staff_id=meeting.samira.id)


def notes_a_wish(meeting: Meeting) -> None:
    with unit_of_work(meeting.line.runtime) as session:
        flow.note_wish(
            session, meeting.line.runtime, tenant_id=meeting.linden.id or 0, kind=CaseKind.HELP, urgent=False,
            staff_id=meeting.samira.id, now=meeting.line.clock(),
        )  # fmt: skip


def changes_the_number(meeting: Meeting) -> None:
    change(meeting.line, meeting.linden, mobile=factories.mobile())


OTHERS: dict[str, Callable[[Meeting], None]] = {
    "the tenant is fine": writes("3"),
    "the tenant wants help": writes("2"),
    "the tenant says STOP": writes("STOP"),
    "a colleague notes a talk": notes_a_talk,
    "a colleague notes a stop": notes_a_stop,
    "a colleague notes a wish": notes_a_wish,
    "a colleague changes the number": changes_the_number,
}


def planned(line: Line, *, later: bool) -> Meeting:
    """Plan a question that waits for a worker: the first, or the one that follows it."""
    linden, samira = line.store(factories.tenant), line.store(factories.samira)
    if later:
        line.ask(linden, channel=Channel.TEXT)
        line.clock.moment = line.check_in(linden).next_at or line.clock()
    else:
        line.start(linden, channel=Channel.TEXT)
    release_due(line.runtime)
    question = line.attempts(linden)[-1].id
    assert line.message(question).state is DeliveryState.QUEUED
    return Meeting(line, linden, samira, question)


Taker = Callable[[Meeting, threading.Event, threading.Event], None]
TAKERS: dict[str, tuple[bool, Taker]] = {
    "the first question leaves": (False, Meeting.take),
    "a later question leaves": (True, Meeting.take),
    "a later question is taken back": (True, Meeting.hold_back),
}


def receipt_comes(meeting: Meeting) -> None:
    with unit_of_work(meeting.line.runtime) as session:
        wordings = {meeting.question: Wording.S2_REMINDER.value}
        flow.settle_texts_sent(session, meeting.line.runtime, wordings=wordings, now=meeting.line.clock())


def meet(meeting: Meeting, take: Taker, other: Callable[[Meeting], None]) -> None:
    """Let both come in the same moment; raises what either of them was told."""
    taken, over = threading.Event(), threading.Event()

    def come() -> None:
        try:
            assert taken.wait(PATIENCE)
            other(meeting)
        finally:
            over.set()

    with ThreadPoolExecutor(2) as both:
        for ended in (both.submit(take, meeting, taken, over), both.submit(come)):
            ended.result()


@POSTGRESQL
@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize("other", OTHERS)
def test_whoever_meets_a_worker_at_a_question_waits_for_it_and_never_in_a_circle(
    line: Line, taker: str, other: str
) -> None:
    later, take = TAKERS[taker]
    meeting = planned(line, later=later)
    meet(meeting, take, OTHERS[other])
    asked_on = other == "a colleague changes the number"
    assert line.check_in(meeting.linden).state in (
        OPEN if asked_on else {CheckInState.ANSWERED, CheckInState.CANCELLED}
    )
    assert line.message(meeting.question).state in {DeliveryState.SENDING, DeliveryState.CANCELLED}
    assert len(line.replies()) == other.startswith("the tenant")


@POSTGRESQL
@pytest.mark.parametrize("other", [writes("STOP"), notes_a_stop, wants_no_more])
def test_a_stop_that_meets_a_question_about_a_referral_does_not_wait_in_a_circle(
    line: Line, other: Callable[[Meeting], None]
) -> None:
    linden, samira, organisation = line.store(factories.tenant), line.store(factories.samira), line.store(home_care)
    handover = Handover(organisation.id or 0, "Zij bellen u", True, line.clock() + timedelta(days=14))
    talk(line, linden, samira, aftermath=Aftermath(handover=handover))
    line.clock.advance(days=14)
    with unit_of_work(line.runtime) as session:
        flow.keep_aftercare_going(session, line.runtime, now=line.clock())
    (referral,) = line.rows(Referral)
    meet(Meeting(line, linden, samira, referral.message_id), Meeting.take, other)
    (referral,) = line.rows(Referral)
    assert referral.state in {ReferralState.UNANSWERED, ReferralState.WITHDRAWN}
    assert line.rows(EngagedNumber, col(EngagedNumber.ended_at).is_(None)) == []


@POSTGRESQL
def test_an_answer_that_meets_the_receipt_of_its_question_does_not_wait_in_a_circle(line: Line) -> None:
    meeting = planned(line, later=True)
    with unit_of_work(line.runtime) as session:
        messaging.claim_deliveries(session, Message, references=[meeting.question], now=line.clock(), may_ask=sa.true())

    def answer(meeting: Meeting, taken: threading.Event, other: threading.Event) -> None:
        with unit_of_work(line.runtime) as session:
            check_in = session.get_one(CheckIn, line.check_in(meeting.linden).id, with_for_update={"key_share": True})
            meeting.let_others_come(taken, other)
            outreach.answer(session, check_in, Meaning.FINE, now=line.clock())

    meet(meeting, answer, receipt_comes)
    assert line.check_in(meeting.linden).state is CheckInState.ANSWERED


AT_ONCE = 20


@dataclass
class Crowd:
    """Everybody who does something in the same seconds."""

    line: Line
    tenants: list[Tenant]
    together: threading.Barrier
    broken: threading.Event = field(default_factory=threading.Event)

    def write(self, words: str) -> None:
        self.together.wait()
        try:
            for tenant in self.tenants:
                self.line.text(tenant.mobile, words)
        except BaseException:
            self.broken.set()
            raise

    def send(self) -> None:
        self.together.wait()
        send_due(self.line.runtime, TEXTS)

    def take(self, staff_id: int) -> None:
        """Take whoever waits, until everybody has written, and then once more."""
        self.together.wait()
        everybody = False
        while not everybody:
            everybody = len(self.line.replies()) == 2 * len(self.tenants) or self.broken.is_set()
            for case in self.line.rows(Case, col(Case.state) == CaseState.WAITING):
                with unit_of_work(self.line.runtime) as session:
                    now = self.line.clock()
                    cases.claim_case(session, case_id=case.id, staff_id=staff_id, claim_minutes=30, now=now)


@POSTGRESQL
def test_many_answers_meet_workers_and_colleagues_and_nobody_loses_anything(line: Line) -> None:
    """Everybody writes twice while reminders leave and two colleagues take whoever waits."""
    staff = [line.store(factories.samira).id or 0, line.store(factories.ton).id or 0]
    tenants = [line.store(factories.tenant) for _ in range(AT_ONCE)]
    line.ask(*tenants, channel=Channel.TEXT)
    line.clock.moment = line.check_in(tenants[0]).next_at or line.clock()
    release_due(line.runtime)
    crowd = Crowd(line, tenants, threading.Barrier(5))
    with ThreadPoolExecutor(5) as threads:
        running = [threads.submit(crowd.write, words) for words in ("2", "graag morgen na 10 uur bellen")]
        running += [threads.submit(crowd.send), *(threads.submit(crowd.take, staff_id) for staff_id in staff)]
        for one in running:
            one.result()
    assert len(line.replies()) == 2 * AT_ONCE
    assert {line.check_in(tenant).state for tenant in tenants} == {CheckInState.ANSWERED}
    found = line.rows(Case)
    assert {(case.state, case.kind) for case in found} == {(CaseState.CLAIMED, CaseKind.HELP)}
    assert sorted(case.tenant_id for case in found) == [tenant.id for tenant in tenants]
    assert line.rows(Message, col(Message.automatic_check), col(Message.state) == DeliveryState.QUEUED) == []
