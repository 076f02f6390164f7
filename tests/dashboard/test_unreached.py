"""Not reached, because…: whom the coordinator finds there, under which reason, and who has left it."""

from __future__ import annotations

from checkin.dashboard.unreached import USED_TO_ANSWER, count_unreached, unreached
from checkin.domain.cases import CaseKind
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.replies import Meaning
from checkin.domain.visits import VisitOutcome
from checkin.tenants.models import Tenant
from checkin.visits.models import Visit
from tests.cases.conftest import Telling
from tests.dashboard.test_pages import read
from tests.screen_story import Story
from tests.visitor import Visitor


def not_reached(story: Story, reason: EndReason, name: str = "Linden", **more: object) -> int:
    """Tell of a tenant whom one campaign did not reach; give the id of the tenant."""
    tenant = story.tenant(name)
    story.asked(
        story.campaign(f"Ronde {name}"),
        tenant,
        None,
        state=CheckInState.UNREACHABLE,
        reason=reason,
        ended_at=story.ago(hours=2),
        **more,
    )
    return tenant.id or 0


def names(story: Story, why: str | None = None) -> list[str]:
    return [one.name.last_name for one in unreached(story.session, campaign_id=None, why=why, limit=10)]


def test_each_reason_is_kept_apart(story: Story) -> None:
    for reason, name in (
        (EndReason.VOICEMAIL, "Bakker"),
        (EndReason.NUMBER_DEAD, "Dijk"),
        (EndReason.VOICEMAIL, "Kok"),
    ):
        not_reached(story, reason, name)
    assert count_unreached(story.session, campaign_id=None) == {"voicemail": 2, "number_dead": 1}
    assert names(story, "voicemail") == ["Bakker", "Kok"]
    assert names(story) == ["Bakker", "Dijk", "Kok"]


def test_who_used_to_answer_and_does_not_now_comes_first(story: Story) -> None:
    not_reached(story, EndReason.VOICEMAIL, "Bakker")
    linden = story.tenant()
    earlier = story.campaign("Voorjaar")
    story.answered(earlier, linden, Meaning.FINE, planned_at=story.ago(days=90))
    story.asked(
        story.campaign("Najaar"),
        linden,
        None,
        state=CheckInState.SILENT,
        reason=EndReason.NO_ANSWER_TO_TEXT,
        ended_at=story.ago(hours=2),
    )
    assert list(count_unreached(story.session, campaign_id=None).items()) == [(USED_TO_ANSWER, 1), ("voicemail", 1)]
    assert names(story, USED_TO_ANSWER) == ["Linden"]


def test_who_was_spoken_to_or_seen_since_has_left_the_list(story: Story) -> None:
    ton = story.staff("Ton")
    spoken, seen = not_reached(story, EndReason.VOICEMAIL, "Bakker"), not_reached(story, EndReason.HUNG_UP, "Dijk")
    by_id = {one.tenant_id: one for one in unreached(story.session, campaign_id=None, why=None, limit=10)}
    assert set(by_id) == {spoken, seen}
    story.spoken(story.case(story.session.get_one(Tenant, spoken), CaseKind.PERSONAL), ton)
    visit = Visit(tenant_id=seen, reason=EndReason.HUNG_UP, opened_at=story.ago(hours=1), outcome=VisitOutcome.WELL)
    visit.check_in_id = by_id[seen].check_in_id
    visit.closed_at = visit.last_at = story.now
    story.session.add(visit)
    assert names(story) == []


def test_the_page_names_the_reasons_and_what_to_do(coordinator: Visitor, telling: Telling) -> None:
    with telling() as story:
        not_reached(story, EndReason.NUMBER_DEAD)
        tenant = story.tenant("Bakker")
        story.asked(
            story.campaign("Zomer"), tenant, None,
            state=CheckInState.UNREACHABLE, reason=EndReason.VOICEMAIL, ended_at=story.ago(hours=1),
        )  # fmt: skip
        story.case(tenant, CaseKind.PERSONAL)
    page = read(coordinator.get("/overview/unreached"))
    assert "Niet bereikt, omdat…" in page
    assert "Het nummer bestaat niet meer. Zoek een nieuw nummer." in page
    assert "Er gaat iemand achteraan" in page
    chosen = read(coordinator.get("/overview/unreached?why=number_dead"))
    assert "Mevrouw Van der Linden" in chosen
    assert "Bakker" not in chosen
    assert "Niet bereikt, omdat…" in read(coordinator.get("/overview/unreached?why=zzz&page=-3"))


def test_nobody_to_be_sorry_for_is_said_so(coordinator: Visitor) -> None:
    assert "Iedereen is bereikt, of wordt nog gevraagd." in read(coordinator.get("/overview/unreached"))
