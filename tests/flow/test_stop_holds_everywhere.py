"""Opt-out: however it was said, no attempt follows on any channel of any campaign, whatever else happens."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlmodel import col

from checkin import flow
from checkin.campaigns import service as campaigns
from checkin.cases.service import Record
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.messaging.models import Call, Direction, Message
from checkin.tenants.candidates import Rules
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.service import import_file
from tests import factories
from tests.line import Line

NOT_LEFT = (DeliveryState.QUEUED, DeliveryState.FAILED_FOR_NOW, DeliveryState.CANCELLED)
numbers = itertools.count(1)


@dataclass
class Tale:
    """One tenant, and what happens to her."""

    line: Line
    directory: Path
    anna: Tenant = field(init=False)
    stopped: bool = False
    rounds: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        reference = f"S{next(numbers)}"
        self.anna = self.line.store(
            factories.tenant, external_ref=reference, mobile=factories.mobile(), landline=factories.landline()
        )

    def left(self) -> int:
        """Count every automatic question to her that left, or may have left."""
        with reading(self.line.runtime) as session:
            counts = [
                select(func.count()).where(
                    col(kind.tenant_id) == self.anna.id, col(kind.automatic_check), col(kind.state).not_in(NOT_LEFT)
                )
                for kind in (Message, Call)
            ]
            counts[1] = counts[1].where(col(Call.direction) == Direction.OUTBOUND)
            return sum(int(session.execute(count).scalar_one()) for count in counts)

    # What the landlord does.

    def begin(self, channel: Channel) -> None:
        self.rounds.append(self.line.start(self.anna, channel=channel))

    def work(self) -> None:
        self.line.work()

    def wait(self) -> None:
        """Long enough for another try, and for the quiet after an answer to be over after a few of these."""
        self.line.clock.advance(days=3)
        self.line.settle()
        self.line.work()

    def each_round(self, do: Callable[..., None], **more: Any) -> None:
        for campaign_id in self.rounds:
            with suppress(Refused), unit_of_work(self.line.runtime) as session:
                do(session, campaign_id=campaign_id, **more)

    def pause(self) -> None:
        self.each_round(campaigns.pause_campaign)

    def resume(self) -> None:
        self.each_round(campaigns.resume_campaign)

    def bring_in(self, opt_out: str) -> None:
        path = self.directory / "huurders.csv"
        header = "Relatienr.;Achternaam;Telefoon mobiel;Telefoon vast;Niet benaderen"
        path.write_text(
            f"{header}\n{self.anna.external_ref};Linden;{self.anna.mobile};{self.anna.landline};{opt_out}\n"
        )
        with unit_of_work(self.line.runtime) as session:
            now = self.line.clock()
            import_file(session, path, rules=Rules(now.date()), now=now)

    # What the tenant does.

    def answers(self) -> None:
        self.line.text(self.anna.mobile, "3")

    def says_something(self) -> None:
        self.line.text(self.anna.mobile, "de poes is weer terecht")

    def talks(self, outcome: ContactOutcome) -> None:
        samira = self.line.store(factories.samira)
        with unit_of_work(self.line.runtime) as session:
            case = flow.open_case(session, tenant_id=self.anna.id or 0, kind=CaseKind.PERSONAL, now=self.line.clock())
            case.state, case.claimed_by = CaseState.CLAIMED, samira.id
            session.flush()
            flow.record_contact(
                session, self.line.runtime, case_id=case.id or 0, staff_id=samira.id, record=Record(outcome),
                text_missed=False, now=self.line.clock(),
            )  # fmt: skip

    def by_text(self) -> None:
        self.line.text(self.anna.mobile, "STOP")

    def by_key(self) -> None:
        number = f"inbound-{next(numbers)}"
        self.line.rings_us(self.anna.landline or "", provider_id=number)
        self.line.keys(None, "9", provider_id=number)

    def by_page(self) -> None:
        with unit_of_work(self.line.runtime) as session:
            flow.stop_tenant(session, session.get_one(Tenant, self.anna.id), now=self.line.clock(), how="person")

    def by_start(self) -> None:
        self.line.text(self.anna.mobile, "START")


STOPS: dict[str, Callable[[Tale], None]] = {
    "STOP by text": Tale.by_text,
    "STOP by key": Tale.by_key,
    "STOP said to a colleague": lambda tale: tale.talks(ContactOutcome.NO_MORE),
    "STOP noted on the page": Tale.by_page,
    "STOP in the file": lambda tale: tale.bring_in("ja"),
}
OTHERS: dict[str, Callable[[Tale], None]] = {
    "a round by text": lambda tale: tale.begin(Channel.TEXT),
    "a round by voice": lambda tale: tale.begin(Channel.VOICE),
    "a round": lambda tale: tale.begin(Channel.AUTO),
    "work": Tale.work,
    "wait": Tale.wait,
    "pause": Tale.pause,
    "resume": Tale.resume,
    "the file again": lambda tale: tale.bring_in("nee"),
    "an answer": Tale.answers,
    "words to read": Tale.says_something,
    "a talk": lambda tale: tale.talks(ContactOutcome.SPOKEN),
    "START": Tale.by_start,
}
WORDS = st.sampled_from([*OTHERS, "work", "a round", *STOPS])


def play(tale: Tale, words: Sequence[str]) -> None:
    for word in words:
        before = tale.left()
        (STOPS | OTHERS)[word](tale)
        if tale.stopped and word != "START":
            assert tale.left() == before, f"asked after a stop, at: {word}"
        tale.stopped = (tale.stopped or word in STOPS) and word != "START"


@pytest.fixture
def tales(line: Line, tmp_path: Path) -> Callable[[], Tale]:
    told: list[Tale] = []

    def begin() -> Tale:
        for before in told:  # nothing of an earlier tale is left to do
            before.each_round(campaigns.stop_campaign, now=line.clock())
        told.append(Tale(line, tmp_path))
        return told[-1]

    return begin


SAME_LINE = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@given(words=st.lists(WORDS, min_size=4, max_size=10))
@example(words=["a round", "pause", "STOP in the file", "resume", "work"])
@example(
    words=["a round", "STOP by key", "the file again", "a round by voice", "wait", "wait", "wait", "a round", "work"]
)
@SAME_LINE
def test_after_a_stop_nothing_is_asked_whatever_happens(tales: Callable[[], Tale], words: list[str]) -> None:
    assume(set(words) & set(STOPS))
    play(tales(), words)


@pytest.mark.parametrize("stop", STOPS)
def test_each_way_of_saying_stop_ends_a_round_that_runs_and_every_later_one(
    tales: Callable[[], Tale], stop: str
) -> None:
    """The same without chance; and who takes it back is asked again."""
    tale = tales()
    play(tale, ["a round", "work"])
    assert tale.left() == 1
    play(tale, [stop, "work", "wait", "wait", "wait", "a round", "work", "a round by voice", "wait"])
    assert tale.left() == 1
    play(tale, ["START", "wait", "a round", "work"])
    assert tale.left() == 2
