"""Whom a campaign means: a saved group, a rule of its own, or a selection file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sqlmodel import Session

from checkin.campaigns.choosing import Choice
from checkin.campaigns.models import Campaign
from checkin.domain.ladder import Ladder
from checkin.domain.target_groups import GroupRule
from checkin.groups.models import TargetGroup
from checkin.settings import Settings
from checkin.tenants.models import Channel

ERASED = 0
"""Stands for a selection file of which is forgotten which one it was; it holds nobody."""


@dataclass(frozen=True)
class Who:
    """Which tenants a campaign means."""

    rule: GroupRule = field(default_factory=GroupRule)
    group_id: int | None = None
    selection_id: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Give it for the column of the campaign."""
        return {"rule": self.rule.as_json(), "group_id": self.group_id, "selection_id": self.selection_id}

    def of_nobody(self) -> Who:
        """Give it without saying which selection file it was: nobody stands in there any more."""
        return self if self.selection_id is None else replace(self, selection_id=ERASED)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Who:
        """Read it back; a campaign without it means everyone."""
        rule = GroupRule.from_json(stored["rule"]) if stored.get("rule") else GroupRule()
        return cls(rule, stored.get("group_id"), stored.get("selection_id"))


def meant_now(session: Session, campaign: Campaign) -> Who:
    """Say whom a campaign means at this moment: until it starts a saved group is read again, as it may have changed."""
    who = Who.from_json(campaign.who)
    return who if campaign.started_at is not None else _read_again(session, who)


def _read_again(session: Session, who: Who) -> Who:
    group = session.get(TargetGroup, who.group_id) if who.group_id else None
    return replace(who, rule=GroupRule.from_json(group.rule)) if group else who


def choice_of(session: Session, campaign: Campaign, settings: Settings) -> Choice:
    """Give the choice of tenants that a campaign makes."""
    return _choice(meant_now(session, campaign), campaign, settings)


def choice_of_who(session: Session, who: Who, campaign: Campaign, settings: Settings) -> Choice:
    """Give the choice of tenants that a draft would make if it meant these."""
    return _choice(_read_again(session, who), campaign, settings)


def _choice(who: Who, campaign: Campaign, settings: Settings) -> Choice:
    # People ring any number.
    channel = campaign.channel if campaign.robot else Channel.VOICE
    rings_first = Ladder.from_json(campaign.playbook.get("ladder") or {}).rings_first
    return Choice(who.rule, channel, who.selection_id, rings_first=rings_first, quiet_days=settings.quiet_days)
