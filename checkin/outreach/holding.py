"""Holding a campaign back: one row, read before anything leaves, so that a million check-ins stop as fast as one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select
from sqlmodel import Session, col

from checkin.db import insert_once
from checkin.outreach.models import CampaignOnHold, CheckIn


def on_hold() -> Any:
    """Say in SQL that the campaign of a check-in is paused or stopped."""
    return col(CheckIn.campaign_id).in_(select(col(CampaignOnHold.campaign_id)))


def hold(session: Session, campaign_id: int) -> None:
    """Let nothing more leave for a campaign."""
    insert_once(session, CampaignOnHold.__table__, {"campaign_id": campaign_id})  # type: ignore[attr-defined]


def hold_no_longer(session: Session, campaign_id: int) -> None:
    """Let what waited for a campaign leave again."""
    session.connection().execute(delete(CampaignOnHold).where(col(CampaignOnHold.campaign_id) == campaign_id))
