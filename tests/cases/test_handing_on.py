"""Skipping, forwarding, and undoing what was just done: nobody is lost, and nobody else's later step is undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import Session, col

from checkin import flow
from checkin.cases import picking, service
from checkin.cases.models import Case, CaseSkip, Contact, UndoStep
from checkin.cases.receivers import receivers
from checkin.cases.service import Destination, Record
from checkin.cases.undoing import Offer, anything_to_sweep, sweep, undo, undoable
from checkin.db import reading, unit_of_work
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.handing_on import SkipReason, UndoKind
from checkin.messaging.models import Message
from checkin.outreach.models import Attempt, CheckIn
from checkin.runtime import Runtime
from checkin.staff import roster
from checkin.staff.models import Staff, Team
from checkin.tenants.models import Happening, PhoneNumber, Tenant, TimelineEntry
from tests import factories
from tests.conftest import MovableClock
from tests.screen_story import Story

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Desk:
    """Mevrouw Van der Linden waits, was promised a call before noon, and Samira took her."""

    runtime: Runtime
    clock: MovableClock
    case_id: int
    samira: int
    ton: int

    def unit(self) -> Any:
        return unit_of_work(self.runtime)

    @property
    def case(self) -> Case:
        with reading(self.runtime) as session:
            return session.get_one(Case, self.case_id)

    def claim(self, staff_id: int) -> Offer:
        with self.unit() as session, self.undoable(session, UndoKind.CLAIM, staff_id) as offer:
            assert service.claim_case(
                session, case_id=self.case_id, staff_id=staff_id, claim_minutes=30, now=self.clock()
            )
        return offer

    def give_back(self, staff_id: int) -> Offer:
        with self.unit() as session, self.undoable(session, UndoKind.GIVE_BACK, staff_id) as offer:
            service.give_back(session, case_id=self.case_id, staff_id=staff_id, note="Na twee uur", now=self.clock())
        return offer

    def skip(self, staff_id: int, reason: SkipReason = SkipReason.HEAVY, words: str = "") -> Offer:
        with self.unit() as session, self.undoable(session, UndoKind.SKIP, staff_id) as offer:
            service.skip(session, case_id=self.case_id, staff_id=staff_id, reason=reason, words=words, now=self.clock())
        return offer

    def forward(self, by: int, **to: int) -> Offer:
        with self.unit() as session, self.undoable(session, UndoKind.FORWARD, by) as offer:
            service.forward(
                session,
                self.runtime,
                case_id=self.case_id,
                staff_id=by,
                to=Destination(**to),
                reason="Spreekt liever met u",
                now=self.clock(),
            )
        return offer

    def record(self, staff_id: int, outcome: ContactOutcome, **more: Any) -> Offer:
        text_missed = more.pop("text_missed", False)
        with self.unit() as session, self.undoable(session, UndoKind.CONTACT, staff_id, wide=True) as offer:
            flow.record_contact(
                session,
                self.runtime,
                case_id=self.case_id,
                staff_id=staff_id,
                record=Record(outcome, **more),
                text_missed=text_missed,
                now=self.clock(),
            )
        return offer

    def undoable(self, session: Session, kind: UndoKind, staff_id: int, *, wide: bool = False) -> Any:
        return undoable(session, kind, case_id=self.case_id, staff_id=staff_id, now=self.clock(), wide=wide)

    def undo(self, offer: Offer, staff_id: int) -> None:
        with self.unit() as session:
            undo(session, step_id=offer.step_id or 0, staff_id=staff_id, claim_minutes=30, now=self.clock())

    def next_of(self, staff_id: int) -> int | None:
        with reading(self.runtime) as session:
            return picking.pick(session, self.runtime, staff_id=staff_id, now=self.clock())

    def told(self) -> list[Happening]:
        with reading(self.runtime) as session:
            query = select(TimelineEntry).where(col(TimelineEntry.case_id) == self.case_id)
            return [one.happening for one in session.execute(query.order_by(col(TimelineEntry.id))).scalars()]


@pytest.fixture
def desk(runtime: Runtime, clock: MovableClock) -> Desk:
    with unit_of_work(runtime) as session:
        samira, ton = factories.samira(session), factories.ton(session)
        samira.last_seen_at = ton.last_seen_at = clock()
        case = factories.case(session, promised_before=clock() + timedelta(hours=3), told_at=clock())
        return Desk(runtime, clock, case.id or 0, samira.id or 0, ton.id or 0)


# Skipping.


def test_who_is_skipped_waits_for_another_and_comes_back_to_the_same_colleague_tomorrow(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.skip(desk.samira, SkipReason.OTHER, "Buurvrouw van mijn moeder")
    assert (desk.case.state, desk.case.claimed_by, desk.case.skips) == (CaseState.WAITING, None, 1)
    assert (desk.next_of(desk.samira), desk.next_of(desk.ton)) == (None, desk.case_id)
    assert desk.told() == [Happening.CLAIMED, Happening.SKIPPED]
    with reading(desk.runtime) as session:
        kept = session.execute(select(CaseSkip)).scalars().one()
    assert (kept.reason, kept.words, kept.staff_id) == (SkipReason.OTHER, "Buurvrouw van mijn moeder", desk.samira)
    desk.clock.advance(hours=24)
    assert desk.next_of(desk.samira) == desk.case_id


@SQLITE
def test_only_who_took_it_skips_and_another_reason_wants_words(desk: Desk) -> None:
    with pytest.raises(Refused, match="not_yours"):
        desk.skip(desk.samira)
    desk.claim(desk.samira)
    with pytest.raises(Refused, match="skip_words_needed"):
        desk.skip(desk.samira, SkipReason.OTHER)
    assert desk.case.claimed_by == desk.samira


# Forwarding.


def test_a_colleague_receives_it_with_the_promise_and_it_is_left_to_her(desk: Desk) -> None:
    desk.claim(desk.samira)
    desk.forward(desk.samira, staff_id=desk.ton)
    case = desk.case
    assert (case.state, case.meant_for, case.hand_over) == (CaseState.WAITING, desk.ton, "Spreekt liever met u")
    assert case.promised_before == desk.clock() + timedelta(hours=3)
    assert (desk.next_of(desk.samira), desk.next_of(desk.ton)) == (None, desk.case_id)
    # An hour before the promise anybody may ring: no promise is broken for the sake of a wish.
    desk.clock.advance(hours=2, minutes=1)
    assert desk.next_of(desk.samira) == desk.case_id


@SQLITE
def test_a_team_receives_it_and_its_members_are_given_it(desk: Desk) -> None:
    with desk.unit() as session:
        team = factories._store(session, Team(name="Noord"))
        session.get_one(Staff, desk.ton).team_id = team.id
    desk.forward(desk.samira, team_id=team.id)
    assert (desk.case.team_id, desk.case.meant_for) == (team.id, None)
    assert (desk.next_of(desk.samira), desk.next_of(desk.ton)) == (None, desk.case_id)
    desk.claim(desk.ton)
    with pytest.raises(Refused, match="not_yours"):
        desk.forward(desk.samira, staff_id=desk.ton)
    desk.give_back(desk.ton)
    assert (desk.case.team_id, desk.case.forwarded_by) == (team.id, None)


@SQLITE
def test_where_nobody_would_see_it_it_does_not_go(desk: Desk) -> None:
    with desk.unit() as session:
        empty = factories._store(session, Team(name="Leeg"))
        given_up = factories._store(session, Team(name="Opgeheven", active=False))
        gone = factories.staff(session, "Weg", active=False)
        away = factories.staff(session, "Vakantie", last_seen_at=desk.clock() - timedelta(days=30))
    refused = {
        "forward_yourself": {"staff_id": desk.samira},
        "forward_not_active": {"staff_id": gone.id},
        "forward_no_hours": {"staff_id": away.id},
        "forward_team_empty": {"team_id": empty.id},
        "forward_team_not_active": {"team_id": given_up.id},
    }
    for code, to in refused.items():
        with pytest.raises(Refused, match=code):
            desk.forward(desk.samira, **to)
    # Once there is a roster it counts, whoever was on screen.
    with desk.unit() as session:
        for staff_id, hours in ((desk.samira, "mon 09:00-12:00"), (desk.ton, "wed 13:00-15:00")):
            roster.set_hours(session, staff_id=staff_id, hours=roster.Hours.parse(hours), by=None, now=desk.clock())
    with pytest.raises(Refused, match="forward_too_late"):
        desk.forward(desk.samira, staff_id=desk.ton)
    assert desk.told() == []


@SQLITE
def test_the_page_says_what_everybody_has_open_and_from_when_they_are_there(desk: Desk) -> None:
    with desk.unit() as session:
        team = factories._store(session, Team(name="Noord"))
        roster.set_hours(
            session, staff_id=desk.ton, hours=roster.Hours.parse("mon 13:00-15:00"), by=None, now=desk.clock()
        )
        for given in (
            {"meant_for": desk.ton},
            {"meant_for": desk.ton, "claimed_by": desk.samira},
            {"team_id": team.id},
        ):
            factories.case(session, **given)
        factories.case(session, meant_for=desk.ton, state=CaseState.CLOSED)
    with reading(desk.runtime) as session:
        found = receivers(session, office=desk.runtime.office_hours, now=desk.clock())
    assert [(one.name, one.open) for one in found.people] == [("Samira", 1), ("Ton", 1)]
    assert [(one.name, one.open) for one in found.teams] == [("Noord", 1)]
    assert [one.receiver.there_at for one in found.people] == [None, desk.clock().replace(hour=12, minute=0)]


# Undoing.


@pytest.mark.parametrize("step", ["claim", "give_back", "skip", "forward"])
def test_a_step_is_undone_as_if_it_was_never_made(desk: Desk, step: str) -> None:
    if step != "claim":
        desk.claim(desk.samira)
    before = desk.case.model_dump(exclude={"claim_ends_at"})
    desk.clock.advance(seconds=1)
    to = {"staff_id": desk.ton} if step == "forward" else {}
    offer = getattr(desk, step)(desk.samira, **to)
    assert desk.case.model_dump(exclude={"claim_ends_at"}) != before
    desk.clock.advance(seconds=8)
    desk.undo(offer, desk.samira)
    assert desk.case.model_dump(exclude={"claim_ends_at"}) == before
    assert desk.told()[-1] is Happening.UNDONE
    with reading(desk.runtime) as session:
        assert session.execute(select(func.count()).select_from(CaseSkip)).scalar_one() == 0
    with pytest.raises(Refused, match="undo_gone"):
        desk.undo(offer, desk.samira)


@SQLITE
def test_nobody_undoes_somebody_elses_step_nor_one_after_which_somebody_did_something(desk: Desk) -> None:
    taken = desk.claim(desk.samira)
    with pytest.raises(Refused, match="undo_gone"):
        desk.undo(taken, desk.ton)
    given_back = desk.give_back(desk.samira)
    with pytest.raises(Refused, match="undo_followed"):
        desk.undo(taken, desk.samira)
    desk.clock.advance(seconds=1)
    desk.claim(desk.ton)
    desk.give_back(desk.ton)
    with pytest.raises(Refused, match="undo_followed") as refused:
        desk.undo(given_back, desk.samira)
    assert refused.value.details == {"by": "Ton"}


@SQLITE
def test_what_is_too_long_ago_stays_and_is_forgotten(desk: Desk) -> None:
    offer = desk.claim(desk.samira)
    desk.clock.advance(seconds=61)
    with pytest.raises(Refused, match="undo_gone"):
        desk.undo(offer, desk.samira)
    with desk.unit() as session:
        assert anything_to_sweep(session, now=desk.clock())
        sweep(session, now=desk.clock())
        assert session.execute(select(UndoStep)).first() is None
        assert not anything_to_sweep(session, now=desk.clock())


def asked_by_text(desk: Desk) -> tuple[int, str]:
    """A round still wants to ask her, and its reminder waits to be sent."""
    with desk.unit() as session:
        story = Story(session, desk.clock())
        tenant = session.get_one(Tenant, desk.case.tenant_id)
        check_in = story.asked(story.campaign(), tenant, None)
        attempt = session.execute(select(Attempt)).scalars().one()
        story._add(
            Message(
                id=attempt.id,
                tenant_id=tenant.id,
                number=tenant.mobile or "",
                text="Hoe gaat het?",
                wording="S1",
                due_at=desk.clock() + timedelta(hours=1),
                created_at=desk.clock(),
            )
        )
        return check_in.id or 0, attempt.id


@pytest.mark.parametrize(
    "outcome",
    [ContactOutcome.SPOKEN, ContactOutcome.DECEASED, ContactOutcome.NO_MORE, ContactOutcome.WRONG_NUMBER],
)
def test_an_outcome_is_undone_with_everything_that_followed(desk: Desk, outcome: ContactOutcome) -> None:
    check_in_id, attempt_id = asked_by_text(desk)
    desk.claim(desk.samira)
    desk.clock.advance(minutes=12)

    def everything() -> list[Any]:
        with reading(desk.runtime) as session:
            tenant = session.get_one(Tenant, desk.case.tenant_id)
            rows = [
                session.get_one(Case, desk.case_id),
                tenant,
                session.get_one(CheckIn, check_in_id),
                session.get_one(Attempt, attempt_id),
                session.get_one(Message, attempt_id),
            ]
            stopped = session.get(PhoneNumber, tenant.mobile)
            talks = session.execute(select(func.count()).select_from(Contact)).scalar_one()
            return [row.model_dump(exclude={"claim_ends_at"}) for row in rows] + [stopped, talks]

    before = everything()
    offer = desk.record(desk.samira, outcome, note="Vergiste mij")
    assert desk.case.state is CaseState.CLOSED
    assert everything() != before
    desk.clock.advance(minutes=1)
    desk.undo(offer, desk.samira)
    assert everything() == before
    assert (desk.case.claimed_by, desk.case.claim_ends_at) == (desk.samira, desk.clock() + timedelta(minutes=30))
    assert desk.told()[-1] is Happening.UNDONE


@SQLITE
def test_an_outcome_is_undone_until_its_text_has_left(desk: Desk) -> None:
    later = desk.clock() + timedelta(hours=4)
    for left in (False, True):
        desk.claim(desk.samira)
        offer = desk.record(desk.samira, ContactOutcome.NOT_REACHED, call_at=later, text_missed=True)
        with desk.unit() as session:
            text = session.execute(select(Message)).scalars().one()
            assert text.due_at == desk.clock() + timedelta(seconds=60)
            text.state = DeliveryState.SENT if left else text.state
        if left:
            with pytest.raises(Refused, match="undo_left"):
                desk.undo(offer, desk.samira)
        else:
            desk.undo(offer, desk.samira)
            with reading(desk.runtime) as session:
                assert session.execute(select(Message)).first() is None
            desk.give_back(desk.samira)
    assert (desk.case.state, desk.case.call_at) == (CaseState.WAITING, later)


@SQLITE
def test_an_outcome_stays_when_the_tenant_was_asked_by_another_round_meanwhile(desk: Desk) -> None:
    """Two live conversations with one tenant are refused by the database: so is undoing into one."""
    check_in_id, _ = asked_by_text(desk)
    desk.claim(desk.samira)
    offer = desk.record(desk.samira, ContactOutcome.SPOKEN)
    with desk.unit() as session:
        story = Story(session, desk.clock())
        assert session.get_one(CheckIn, check_in_id).state is CheckInState.CANCELLED
        story.asked(story.campaign("Andere"), session.get_one(Tenant, desk.case.tenant_id))
    with pytest.raises(Refused, match="undo_followed"):
        desk.undo(offer, desk.samira)
    assert desk.case.state is CaseState.CLOSED


@SQLITE
def test_an_answer_that_came_meanwhile_is_kept_when_the_step_before_it_is_undone(desk: Desk) -> None:
    offer = desk.claim(desk.samira)
    with desk.unit() as session:
        service.heard_again(session, tenant_id=desk.case.tenant_id, by=AskedBy.TEXT, at=desk.clock())
    desk.undo(offer, desk.samira)
    assert (desk.case.state, desk.case.heard_by) == (CaseState.WAITING, AskedBy.TEXT)
