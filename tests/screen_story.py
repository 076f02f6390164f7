"""Small builders for the tests of the screens: rows as the service writes them, with moments chosen by the test."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from checkin.campaigns.models import Campaign
from checkin.cases.models import Case, Contact
from checkin.domain.attempts import AskedBy, AttemptEnd
from checkin.domain.cases import CaseKind, CaseState, ContactOutcome
from checkin.domain.checkins import CheckInState
from checkin.domain.replies import Meaning
from checkin.outreach.models import Attempt, CheckIn, Reply
from checkin.staff.models import Role, Staff
from checkin.tenants.models import Channel, Happening, Salutation, Tenant
from checkin.tenants.timeline import tell

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
"""A Wednesday, 11.00 uur in Amsterdam."""


@dataclass
class Story:
    """One session, and people and happenings in it."""

    session: Session
    now: datetime = NOW

    def ago(self, **span: float) -> datetime:
        return self.now - timedelta(**span)

    def later(self, **span: float) -> datetime:
        return self.now + timedelta(**span)

    def _add(self, row: Any) -> Any:
        self.session.add(row)
        self.session.flush()
        return row

    def staff(self, name: str, role: Role = Role.STAFF, **more: Any) -> Staff:
        given = {
            "email": f"{name.lower()}@example.nl",
            "password": "-",
            "fs_uniquifier": secrets.token_hex(16),
            "created_at": self.ago(days=90),
            **more,
        }
        return self._add(Staff(name=name, role=role, **given))

    def tenant(self, last_name: str = "Linden", **more: Any) -> Tenant:
        given = {
            "salutation": Salutation.MRS,
            "name_prefix": "van der" if last_name == "Linden" else "",
            "mobile": f"+31612{secrets.randbelow(900000) + 100000}",
            "street": "Kerkstraat",
            "house_number": "12",
            "city": "Eemstad",
            "neighbourhood": "Noord",
            "created_at": self.ago(days=90),
            "updated_at": self.ago(days=90),
            **more,
        }
        return self._add(Tenant(last_name=last_name, **given))

    def campaign(self, name: str = "80+ najaar", **more: Any) -> Campaign:
        return self._add(Campaign(name=name, started_at=more.pop("started_at", self.ago(days=2)), **more))

    def check_in(self, campaign: Campaign, tenant: Tenant, **more: Any) -> CheckIn:
        given = {"channel": Channel.AUTO, "planned_at": self.ago(days=1), **more}
        return self._add(CheckIn(campaign_id=campaign.id, tenant_id=tenant.id, **given))

    def asked(
        self, campaign: Campaign, tenant: Tenant, end: AttemptEnd | None = AttemptEnd.DELIVERED, **more: Any
    ) -> CheckIn:
        """A check-in that left, with one attempt and what came of it."""
        given = {"state": CheckInState.ASKED, "asked_at": self.ago(hours=5), **more}
        check_in = self.check_in(campaign, tenant, **given)
        self._add(
            Attempt(
                id=secrets.token_hex(8),
                check_in_id=check_in.id or 0,
                tenant_id=tenant.id or 0,
                ordinal=1,
                channel=AskedBy.TEXT,
                number=tenant.mobile or "",
                end=end,
                created_at=given["asked_at"],
                ended_at=given["asked_at"] if end else None,
            )
        )
        return check_in

    def answered(
        self, campaign: Campaign, tenant: Tenant, meaning: Meaning, at: datetime | None = None, **more: Any
    ) -> CheckIn:
        at = at or self.ago(hours=4)
        given = {"state": CheckInState.ANSWERED, "meaning": meaning, "answered_at": at, "ended_at": at, **more}
        return self.asked(campaign, tenant, AttemptEnd.ANSWERED, **given)

    def reply(
        self, tenant: Tenant | None, text: str = "ja graag", meaning: Meaning = Meaning.CHAT, **more: Any
    ) -> Reply:
        given = {
            "channel": AskedBy.TEXT,
            "number": (tenant.mobile if tenant else None) or "+31687654321",
            "received_at": self.ago(hours=4),
            "external_id": secrets.token_hex(8),
            **more,
        }
        return self._add(Reply(tenant_id=tenant.id if tenant else None, text=text, meaning=meaning, **given))

    def case(self, tenant: Tenant, kind: CaseKind = CaseKind.CHAT, **more: Any) -> Case:
        given = {"opened_at": self.ago(hours=4), "promised_before": self.later(hours=2), **more}
        case = self._add(Case(tenant_id=tenant.id, kind=kind, **given))
        tell(
            self.session,
            Happening.CASE_OPENED,
            tenant_id=tenant.id,
            now=case.opened_at,
            case_id=case.id,
            kind=kind.value,
        )
        self.session.flush()
        return case

    def claimed(self, case: Case, staff: Staff, minutes: float = 2) -> Case:
        case.state, case.claimed_by = CaseState.CLAIMED, staff.id
        case.claimed_at, case.claim_ends_at = self.ago(minutes=minutes), self.later(minutes=30 - minutes)
        return self._add(case)

    def contact(
        self, case: Case, staff: Staff, outcome: ContactOutcome = ContactOutcome.SPOKEN, **more: Any
    ) -> Contact:
        given = {"at": self.ago(hours=1), **more}
        return self._add(
            Contact(case_id=case.id, tenant_id=case.tenant_id, staff_id=staff.id, outcome=outcome, **given)
        )

    def spoken(self, case: Case, staff: Staff, at: datetime | None = None) -> Case:
        """A case closed after a talk."""
        at = at or self.ago(hours=1)
        self.contact(case, staff, at=at)
        case.state, case.outcome = CaseState.CLOSED, ContactOutcome.SPOKEN
        case.first_rang_at = case.spoken_at = case.closed_at = at
        return self._add(case)
