"""What a campaign will ask and cost, and afterwards what it cost: what the builder and the campaign's page show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from checkin.campaigns.choosing import Choice, preview
from checkin.campaigns.drafts import playbook_of
from checkin.campaigns.models import Campaign
from checkin.campaigns.queries import experience
from checkin.campaigns.who import choice_of
from checkin.domain import gsm
from checkin.domain.costs import Cost, Prices, Texted, cost, expected_cost
from checkin.domain.expected_work import Work, expected_work
from checkin.domain.ladder import Ladder
from checkin.domain.rehearsal import Plan
from checkin.domain.sampled_rehearsal import MOST_PLAYED, Sampled, rehearse_sampled
from checkin.domain.tongues import LANGUAGES, TONGUES
from checkin.domain.virtual_outcome import Outcome
from checkin.domain.virtual_time import Way
from checkin.groups.queries import Moment
from checkin.messaging.models import Call, Message
from checkin.messaging.own_words import LANGUAGES as OWN_LANGUAGES
from checkin.messaging.own_words import OwnWords
from checkin.messaging.ruler import filled, measure, places
from checkin.messaging.wording import Wording, most_parts
from checkin.outreach.models import Attempt, CheckIn
from checkin.outreach.notices import House
from checkin.settings import Settings

DAYS_SHOWN = 15
"""The picture shows three working weeks at most."""
WIDE = tuple(code for code, said in TONGUES.items() if said.wide)
"""Languages whose texts are outside the alphabet of text messages."""


@dataclass(frozen=True)
class Counts:
    """Who is meant: how many are asked, and why the others are not."""

    texted: Mapping[str, int]
    """Who is asked by text first, by language,"""
    rung: Mapping[str, int]
    """and who by telephone."""
    left_out: Mapping[str, int]

    @property
    def asked(self) -> int:
        """Everyone who is asked."""
        return sum(self.texted.values()) + sum(self.rung.values())

    @property
    def total(self) -> int:
        """Everyone who is meant."""
        return self.asked + sum(self.left_out.values())


def counts_of(session: Session, campaign: Campaign, house: House, moment: Moment) -> Counts:
    """Count who a draft would ask at this moment."""
    return count(session, choice_of(session, campaign, house.settings), moment)


def count(session: Session, choice: Choice, moment: Moment) -> Counts:
    """Count who a choice would ask at this moment, and who falls out, the most frequent reason first."""
    found = preview(session, choice, moment)
    left = {reason.value: count for reason, count in found.left_out.items()}
    return Counts(found.texted, found.rung, dict(sorted(left.items(), key=lambda pair: -pair[1])))


def work_of(session: Session, campaign: Campaign, settings: Settings, *, asked: int) -> Work:
    """Work out what the talks of a draft ask of the people who ring back."""
    helpers = campaign.helpers
    return expected_work(
        asked=asked,
        wanting=experience(session).wanting,
        talk_minutes=settings.talk_minutes,
        hours_a_week=helpers.get("people", 0) * helpers.get("hours", 0),
        robot=campaign.robot,
    )


@dataclass(frozen=True)
class PictureDay:
    """One day in the picture of step four, as it went in the rehearsal."""

    day: date
    talks: int
    room: int
    """Talks that there is time for."""
    asked: int
    waiting: int
    """Tenants who still wait for a person when the day is over."""


def days_of(played: Outcome, *, talk_minutes: int) -> list[PictureDay]:
    """Give the first days of a rehearsal on which anything happened, or could have."""
    busy = (one for one in played.by_day if one.duty_minutes or one.asked or one.closed)
    return [
        PictureDay(one.day, one.closed, round(one.duty_minutes / talk_minutes), one.asked, one.waiting)
        for one in islice(busy, DAYS_SHOWN)
    ]


def rehearsal_of(
    session: Session, campaign: Campaign, settings: Settings, *, asked: int, start: datetime
) -> Sampled | None:
    """Play a draft with simulated neighbours; None when there is nobody to play with.

    Raises NeverEnds when the colleagues could not ring everyone back in years.
    """
    helpers = campaign.helpers
    if not asked or not helpers:
        return None
    plan = Plan(
        tenants=asked,
        staff=helpers["people"],
        hours_per_week=helpers["hours"],
        yes_rate=experience(session).wanting,
        minutes=settings.talk_minutes,
        ladder=Ladder.from_json(playbook_of(campaign).ladder),
        promise_minutes=settings.promise_minutes,
        start=start,
        texts_per_second=settings.texts_per_second,
        calls_per_second=settings.calls_per_second,
    )
    return rehearse_sampled(plan, Way.PACED if campaign.robot else Way.BY_HAND, most=MOST_PLAYED)


def prices(settings: Settings) -> Prices:
    """Give the prices of the settings."""
    return Prices(settings.price_text_part, settings.price_call_minute)


def cost_of(campaign: Campaign, counts: Counts, house: House) -> tuple[Cost, Cost]:
    """Estimate what a draft will cost, and what it costs at most."""
    playbook, settings = playbook_of(campaign), house.settings
    ladder = Ladder.from_json(playbook.ladder)
    own = OwnWords(playbook.own_words())
    texted = counts.texted if campaign.robot else {}
    return expected_cost(
        texted=[Texted(count, _parts(own, house, code), most_parts(code)) for code, count in texted.items()],
        rung=sum(counts.rung.values()) if campaign.robot else 0,
        texts=ladder.texts,
        calls=ladder.calls,
        prices=prices(settings),
    )


def _parts(own: OwnWords, house: House, language: str) -> int:
    """Count the parts of the question in one language: the campaign's own, or the house's where it has none."""
    text = own.text(Wording.S1_CHECK_IN, language) or house.words.text(Wording.S1_CHECK_IN, language)
    settings = house.settings
    given = places(house.words, language, org=settings.organisation, phone=settings.organisation_phone)
    return measure(filled(text, given), language).parts


@dataclass(frozen=True)
class Others:
    """Tenants of a draft for whom it has no words of its own: how many, by language, the most first."""

    in_house_words: Mapping[str, int]
    """They hear and read what the house says, in their own language."""
    in_dutch: Mapping[str, int]
    """We do not speak their language: they get the Dutch words."""

    @property
    def tenants(self) -> int:
        """How many hear and read the words of the house."""
        return sum(self.in_house_words.values())


def others_of(campaign: Campaign, counts: Counts) -> Others:
    """Say who would be asked in a language for which the draft has no words of its own."""
    asked = Counter(counts.texted) + Counter(counts.rung)
    found = [(code, count) for code, count in asked.items() if campaign.robot and code not in OWN_LANGUAGES]
    found.sort(key=lambda pair: (-pair[1], pair[0]))
    spoken = {code: count for code, count in found if code in LANGUAGES}
    return Others(spoken, {code: count for code, count in found if code not in LANGUAGES})


def real_cost(session: Session, campaign_id: int, settings: Settings) -> Cost:
    """Add up what really left for a campaign: the parts of its texts, and the minutes of its calls."""
    return cost(_text_parts(session, campaign_id), _call_minutes(session, campaign_id), prices(settings))


def _of(campaign_id: int) -> Any:
    mine = sa.select(col(CheckIn.id)).where(col(CheckIn.campaign_id) == campaign_id)
    return col(Attempt.check_in_id).in_(mine)


def _text_parts(session: Session, campaign_id: int) -> int:
    """Count in the database, as `domain/gsm.py` does it for one text.

    Every text of ours is in the alphabet, but for the languages that are not; there each letter takes one place.
    """
    text = col(Message.text)
    doubled = (sa.func.length(text) - sa.func.length(sa.func.replace(text, letter, "")) for letter in gsm.EXTENSION)
    narrow = _in_parts(sum(doubled, sa.func.length(text)), gsm.SINGLE, gsm.MULTIPLE)
    wide = _in_parts(sa.func.length(text), gsm.UCS2_SINGLE, gsm.UCS2_MULTIPLE)
    parts = sa.case((col(Message.language).in_(WIDE), wide), else_=narrow)
    query = (
        sa.select(sa.func.sum(parts))
        .select_from(Message)
        .join(Attempt, col(Attempt.id) == col(Message.id))
        .where(_of(campaign_id), col(Message.sent_at).is_not(None))
    )
    return int(session.connection().execute(query).scalar_one() or 0)


def _in_parts(length: Any, single: int, multiple: int) -> Any:
    return sa.case((length <= single, 1), else_=(length + multiple - 1) // multiple)


def _call_minutes(session: Session, campaign_id: int) -> float:
    query = (
        sa.select(col(Call.answered_at), col(Call.ended_at))
        .join(Attempt, col(Attempt.id) == col(Call.id))
        .where(_of(campaign_id), col(Call.answered_at).is_not(None), col(Call.ended_at).is_not(None))
    )
    spans = [(answered, ended) for answered, ended in session.connection().execute(query) if answered and ended]
    return sum((ended - answered).total_seconds() for answered, ended in spans) / 60
