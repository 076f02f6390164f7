"""The numbers of one week, and those that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkin.dashboard.funnel import WANTS_CONTACT
from checkin.dashboard.queries import Promise
from checkin.domain.cases import SPOKEN, CaseKind, ContactOutcome
from checkin.domain.checkins import EndReason
from checkin.domain.replies import Meaning
from checkin.reports.queries import Standing
from checkin.reports.small_cells import Cell


@dataclass(frozen=True)
class Neighbourhood:
    """One neighbourhood in the numbers of the summary; those of too few people, or that give one away, are hidden."""

    name: str
    asked: Cell
    answered: Cell
    wanted: Cell
    spoken: Cell


@dataclass(frozen=True)
class Tenants:
    """People, each counted once, however many check-ins and cases they had."""

    asked: int
    answered: int
    wanted: int
    spoken: int


@dataclass(frozen=True)
class Summary:
    """The numbers of one week."""

    iso_week: str
    begin: datetime
    end: datetime
    chosen: int
    """Check-ins planned: tenants chosen for a campaign."""
    asked: int
    """Check-ins of which the first question left."""
    arrived: int
    """Check-ins of which a text was delivered or the telephone rang."""
    answers: dict[Meaning, int]
    """Check-ins first answered, by the strongest wish that their answers held until now."""
    not_answered: dict[EndReason, int]
    """Check-ins that were asked and ended without an answer, by reason."""
    not_asked: dict[EndReason, int]
    """Check-ins that ended before they were asked, by reason."""
    answered_after_end: int
    """Check-ins among those answered that had ended without an answer, in this week or before."""
    check_ins_open_before: int
    """Check-ins open when the week began."""
    check_ins_open_after: dict[Standing, int]
    """Check-ins open when the week was over, by where they stood."""
    replies: dict[str, int]
    """Texts and keys received, by meaning or still to be read; a tenant may reply more than once."""
    opened: dict[CaseKind, int]
    """Cases opened, by kind."""
    rang: int
    """Cases of which a person's call rang the tenant for the first time."""
    spoken: int
    """Cases in which a person spoke to the tenant for the first time."""
    contacts: dict[ContactOutcome, int]
    """Every try by a person to reach a tenant, by outcome."""
    promises: dict[Promise, int]
    """Promises due in the week, by what became of them before the week was over."""
    open_before: int
    """Cases open when the week began."""
    closed: int
    """Cases closed."""
    open_after: int
    """Cases open when the week was over: those open before, and those opened, less those closed."""
    talks: int
    """Talks of which the time since the answer is known."""
    median: timedelta | None
    """Half of those talks came within this time after the answer."""
    nine_in_ten: timedelta | None
    """Nine in ten of those talks came within this time."""
    tenants: Tenants
    neighbourhoods: tuple[Neighbourhood, ...]
    observed: Mapping[str, Cell] = field(default_factory=dict)
    """What stood out in talks, by the name on the landlord's list; small numbers are hidden."""
    quotes: tuple[str, ...] = ()
    """Sentences of tenants who said that they may be passed on without a name."""

    @property
    def answered(self) -> int:
        """Check-ins first answered."""
        return sum(self.answers.values())

    @property
    def wishes(self) -> dict[Meaning, int]:
        """Those among the answers after which a person rings."""
        return {meaning: count for meaning, count in self.answers.items() if meaning in WANTS_CONTACT}

    @property
    def wanted(self) -> int:
        """Check-ins first answered that want contact."""
        return sum(self.wishes.values())

    @property
    def cases_opened(self) -> int:
        """Cases opened, whatever opened them: an answer, a silence, a text of the tenant's own accord."""
        return sum(self.opened.values())

    @property
    def check_in_stock(self) -> Mapping[str, int]:
        """Check-ins: the first four less the next three is the last."""
        return {
            "open_before": self.check_ins_open_before,
            "chosen": self.chosen,
            "answered_after_end": self.answered_after_end,
            "answered": self.answered,
            "not_answered": sum(self.not_answered.values()),
            "not_asked": sum(self.not_asked.values()),
            "open_after": sum(self.check_ins_open_after.values()),
        }

    @property
    def case_stock(self) -> Mapping[str, int]:
        """Cases: the first two less the third is the last."""
        return {
            "open_before": self.open_before,
            "opened": self.cases_opened,
            "closed": self.closed,
            "open_after": self.open_after,
        }

    @property
    def reached(self) -> int:
        """Tries in which the tenant and a person spoke."""
        return sum(count for outcome, count in self.contacts.items() if outcome in SPOKEN)

    @property
    def not_reached(self) -> int:
        """Tries in which nobody was reached."""
        return self.contacts.get(ContactOutcome.NOT_REACHED, 0)

    @property
    def other_contacts(self) -> int:
        """Tries with any other outcome."""
        return sum(self.contacts.values()) - self.reached - self.not_reached

    @property
    def kept_percentage(self) -> int | None:
        """Promises kept, of those kept or broken; rounded down, so that 100 means all."""
        kept, broken = self.promises.get(Promise.KEPT, 0), self.promises.get(Promise.BROKEN, 0)
        return 100 * kept // (kept + broken) if kept + broken else None
