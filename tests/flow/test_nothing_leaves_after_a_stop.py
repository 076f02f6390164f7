"""Opt-out of everything that leaves by itself: what a tenant wished, agreed or is owed becomes no text and no call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import or_, update
from sqlmodel import col

from checkin import flow
from checkin.aftercare.gifts import GiftWish
from checkin.aftercare.models import Organisation
from checkin.aftercare.talks import Aftermath, AfterTries, Appointment, Handover
from checkin.campaigns import service as campaigns
from checkin.db import unit_of_work
from checkin.domain.cases import ContactOutcome
from checkin.domain.deliveries import DeliveryState
from checkin.domain.errors import Refused
from checkin.domain.gifts import GiftKind
from checkin.domain.office_hours import Hours
from checkin.domain.standing import Every, Rhythm
from checkin.flow import chat_line
from checkin.jobs import OutboxEntry
from checkin.messaging.gateway import Accepted, Receipt
from checkin.messaging.models import Call, CallPurpose, Direction, Message
from checkin.messaging.wording import Wording
from checkin.outreach import notices
from checkin.outreach.notice_models import NoticeKind
from checkin.outreach.standing_models import AskedHow
from checkin.staff.models import Staff
from checkin.staff.roster import set_hours
from checkin.standing import service as standing
from checkin.tenants.changing import CHANGEABLE, version_of
from checkin.tenants.models import Channel, Happening, Tenant
from tests import factories
from tests.aftercare.talking import home_care, talk
from tests.flow.test_stop_holds_everywhere import NOT_LEFT, STOPS, Tale, numbers
from tests.line import ALWAYS, Line
from workers import callbacks, reconciler

A_CALL = "a call"
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Life(Tale):
    """The same tenant, with everything that the house does by itself for her."""

    samira: Staff = field(init=False)
    telephones: set[str | None] = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.telephones = {self.anna.mobile, self.anna.landline}
        self.samira = self.line.store(factories.staff, name="Samira", phone=factories.mobile())
        with unit_of_work(self.line.runtime) as session:
            hours = Hours.parse(ALWAYS)
            set_hours(session, staff_id=self.samira.id or 0, hours=hours, by=None, now=self.line.clock())

    def leaves(self) -> dict[str, str]:
        """Name all that left for her, or for a telephone of hers: texts by their wording, and calls that we made."""
        found: dict[str, str] = {}
        for kind in (Message, Call):
            hers = or_(col(kind.tenant_id) == self.anna.id, col(kind.number).in_(self.telephones))
            for one in self.line.rows(kind, hers, col(kind.staff_id).is_(None), col(kind.state).not_in(NOT_LEFT)):
                if getattr(one, "direction", None) is not Direction.INBOUND:
                    found[one.id] = getattr(one, "wording", A_CALL)
        return found

    # What the house does.

    def work(self) -> None:
        """Let the reconciler look, offer the cases, and send what is due."""
        reconciler.tick(self.line.runtime)
        for entry in self.line.rows(OutboxEntry, col(OutboxEntry.done_at).is_(None)):
            callbacks.offer_case(entry.argument)
        self.line.work()

    def wait(self, **long: float) -> None:
        self.line.clock.advance(**long or {"days": 3})
        self.work()

    def announce(self, kind: NoticeKind) -> None:
        self.begin(Channel.AUTO)
        with unit_of_work(self.line.runtime) as session:
            notices.set_notice(session, campaign_id=self.rounds[-1], kind=kind, days=1)
            notices.announce(session, self.line.runtime, campaign_id=self.rounds[-1], now=self.line.clock())

    def wish(self) -> None:
        with suppress(Refused), unit_of_work(self.line.runtime) as session:
            standing.start(
                session, self.line.runtime, tenant=session.get_one(Tenant, self.anna.id), channel=Channel.AUTO,
                rhythm=Rhythm(Every.DAY, time(10)), asked_how=AskedHow.PHONE, staff_id=None, now=self.line.clock(),
            )  # fmt: skip

    def agrees(self) -> None:
        """A talk after which there is something to send, to ask and to ring about."""
        organisation = (self.line.rows(Organisation, col(Organisation.name) == "Thuiszorg Eemdal") or [None])[0]
        soon = self.line.clock() + timedelta(days=1)
        handover = Handover((organisation or self.line.store(home_care)).id or 0, "Zij bellen u", True, soon)
        gift = GiftWish(GiftKind.FLOWERS, amount=Decimal(5))
        talk(self.line, self.anna, self.samira, aftermath=Aftermath(Appointment(soon), handover, gift))

    def is_not_in(self, then: AfterTries) -> None:
        soon = self.line.clock() + timedelta(days=1)
        outcome, aftermath = ContactOutcome.NOT_REACHED, Aftermath(after_tries=then)
        talk(self.line, self.anna, self.samira, outcome, aftermath=aftermath, text_missed=True, call_at=soon)

    def stumble(self) -> None:
        """The provider takes nothing for a moment, so that it is tried again."""
        self.line.carrier.answers = [Receipt(Accepted.NOT_SENT)] * 2
        self.work()
        self.line.carrier.answers = []

    def move_house(self) -> None:
        with unit_of_work(self.line.runtime) as session:
            self.anna = session.get_one(Tenant, self.anna.id)
            values = {name: getattr(self.anna, name) for name in CHANGEABLE} | {"mobile": factories.mobile()}
            flow.change_facts(
                session, self.line.runtime, tenant_id=self.anna.id or 0, values=values, seen=version_of(self.anna),
                staff_id=None, now=self.line.clock(),
            )  # fmt: skip
        self.telephones.add(self.anna.mobile)

    # What the tenant does.

    def writes(self, words: str) -> None:
        self.line.text(self.anna.mobile, words)

    def rings(self, *, talks: bool) -> None:
        """She wants a colleague now, and gets one or hangs up."""
        number = f"inbound-{next(numbers)}"
        self.line.rings_us(self.anna.landline or "", provider_id=number)
        self.line.keys(None, "0", provider_id=number)
        self.line.work()
        for call in self.line.rows(Call, col(Call.purpose) == CallPurpose.OFFER, col(Call.ended_at).is_(None)):
            self.line.picked_up(call.id)
            if talks:
                self.line.keys(call.id, "1")
                self.line.keys(None, "", step=chat_line.LOOKING, provider_id=number)
            self.line.ended(call.id, answered=True, seconds=60)
        (hers,) = self.line.rows(Call, col(Call.provider_id) == number)
        self.line.ended(hers.id, answered=True, seconds=90)


KINDS: dict[str, Callable[[Life], None]] = {
    "a round": lambda life: life.begin(Channel.AUTO),
    "a round by voice": lambda life: life.begin(Channel.VOICE),
    "a notice": lambda life: life.announce(NoticeKind.TEXT),
    "a letter": lambda life: life.announce(NoticeKind.LETTER),
    "a standing wish": Life.wish,
    "a talk with all that follows": Life.agrees,
    "not in": lambda life: life.is_not_in(AfterTries.CALL),
    "not in, so a card": lambda life: life.is_not_in(AfterTries.CARD),
    "a yes": lambda life: life.writes("2"),
    "rings for a colleague": lambda life: life.rings(talks=False),
    "speaks with a colleague": lambda life: life.rings(talks=True),
}
"""All that may lead to a text or an automatic call."""
OTHERS: dict[str, Callable[[Life], None]] = {
    "work": Life.work,
    "an hour": lambda life: life.wait(hours=1),
    "days": Life.wait,
    "the provider stumbles": Life.stumble,
    "another number": Life.move_house,
    "the file again": lambda life: life.bring_in("nee"),
    "a question": lambda life: life.writes("wie is dit?"),
    "words to read": Life.says_something,
    "danger": lambda life: life.writes("ik wil dood"),
}
WORDS = KINDS | OTHERS
OWED = {"STOP by text": Wording.S6_STOPPED, "danger": Wording.S7B_DESPAIR}
"""The only texts after a stop: where to find help, and one that confirms it, however often it is said."""


def play(life: Life, before: Sequence[str], stop: str, after: Sequence[str]) -> None:
    for word in before:
        WORDS[word](life)
    owed, confirmed = Counter({OWED["danger"].value: before.count("danger")}), False
    for word in (stop, *after):
        known = life.leaves()
        (WORDS | STOPS)[word](life)
        if word in OWED and not (confirmed and word in STOPS):
            owed[OWED[word].value] += 1
        confirmed = confirmed or word == "STOP by text"
        new = Counter(wording for one, wording in life.leaves().items() if one not in known)
        assert new <= owed, f"left after a stop, at: {word}"
        owed -= new


@pytest.fixture
def lives(line: Line, tmp_path: Path) -> Callable[[], Life]:
    told: list[Life] = []

    def begin() -> Life:
        for before in told:  # nothing of an earlier life is left to do
            before.each_round(campaigns.stop_campaign, now=line.clock())
            before.by_page()
        told.append(Life(line, tmp_path))
        return told[-1]

    return begin


@SQLITE
@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("a round", "work"), "S1"),
        (("a round by voice", "work"), A_CALL),
        (("a notice", "work"), "S0"),
        (("a standing wish", "days"), "S1"),
        (("a talk with all that follows", "days"), "S17"),
        (("not in", "an hour"), "S11"),
        (("a yes", "an hour"), "S4"),
        (("a yes", "an hour", "days"), "S16"),
        (("rings for a colleague", "an hour"), None),
    ],
)
def test_without_a_stop_these_leave(lives: Callable[[], Life], words: tuple[str, ...], left: str | None) -> None:
    """What follows below would be true of a house that does nothing, too."""
    life = lives()
    for word in words:
        WORDS[word](life)
    assert list(life.leaves().values())[-1:] == ([left] if left else [])


@SQLITE
def test_who_stopped_and_rings_us_still_speaks_with_a_colleague(lives: Callable[[], Life]) -> None:
    life = lives()
    play(life, [], "STOP by text", ["speaks with a colleague", "work"])
    assert Happening.CHAT_LINE in life.line.told(life.anna)
    (case,) = life.line.cases(life.anna)
    assert case.claimed_by == life.samira.id


@SQLITE
def test_who_stopped_and_asks_for_a_call_is_rung_and_not_called_told(lives: Callable[[], Life]) -> None:
    life = lives()
    play(life, [], "STOP by text", ["a yes", "an hour"])
    (case,) = life.line.cases(life.anna)
    assert case.promised_before is not None
    assert case.told_at is None


@SQLITE
@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.FAILED])
def test_a_stop_is_confirmed_once_until_it_is_taken_back(line: Line, state: DeliveryState) -> None:
    """A telephone that answers every text with STOP would keep us awake for ever."""
    number = factories.mobile()
    for _time in range(3):
        line.text(number, "STOP")
        line.clock.advance(minutes=1)
    assert line.queued(number) == ["S6"]
    with unit_of_work(line.runtime) as session:
        session.execute(update(Message).values(state=state))
    line.text(number, "STOP")
    assert line.queued(number) == ["S6"] * (2 if state is DeliveryState.FAILED else 1)
    line.text(number, "START")
    line.clock.advance(minutes=1)
    line.text(number, "STOP")
    assert line.queued(number)[-2:] == ["S15", "S6"]


@SQLITE
@pytest.mark.parametrize("stop", STOPS)
def test_each_way_of_saying_stop_ends_all_that_was_wished_agreed_or_owed(lives: Callable[[], Life], stop: str) -> None:
    after = [*KINDS, "work", "an hour", "days", "STOP by text", "days", *KINDS, "danger", "work", "days", "days"]
    play(lives(), [*KINDS, "the provider stumbles"], stop, after)


@SQLITE
@given(
    before=st.lists(st.sampled_from([*KINDS, *WORDS]), min_size=2, max_size=6),
    stop=st.sampled_from(list(STOPS)),
    after=st.lists(st.sampled_from([*WORDS, *STOPS, "days", "an hour"]), min_size=3, max_size=9),
)
@settings(
    max_examples=20,
    # A life takes a quarter of a second: looking for the shortest one that fails would take minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_after_a_stop_nothing_leaves_whatever_happens(
    lives: Callable[[], Life], before: list[str], stop: str, after: list[str]
) -> None:
    play(lives(), before, stop, [*after, "days"])
