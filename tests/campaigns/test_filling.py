"""A large round is planned in batches: the same as all at once, held back at once, and nobody twice or left out."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.campaigns import drafts, filling, library, planning, service
from checkin.campaigns.choosing import Choice
from checkin.campaigns.models import Campaign, CampaignState
from checkin.campaigns.who import Who
from checkin.db import reading, unit_of_work
from checkin.domain.checkins import CheckInState, EndReason
from checkin.domain.target_groups import GroupRule
from checkin.groups.models import TargetGroup
from checkin.groups.queries import Moment
from checkin.outreach import notices
from checkin.outreach.models import CheckIn
from checkin.outreach.notice_models import Notice, NoticeKind
from checkin.runtime import Runtime
from checkin.tenants.models import Channel
from tests import factories
from tests.campaigns.whom import choose
from tests.conftest import MONDAY_MORNING
from tests.town import plain
from tests.visitor import Visitor
from workers import reconciler
from workers.release import release_due

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MOMENT = Moment(MONDAY_MORNING, service.HOME)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "BATCH", 3)


def start(runtime: Runtime, tenants: int = 10, *, notice: NoticeKind = NoticeKind.NONE, **given: Any) -> int:
    with unit_of_work(runtime) as session:
        factories.tenants(session, tenants)
        playbook = library.shipped()["how-are-you"]
        draft = drafts.new_draft(session, playbook=playbook, language="nl", staff_id=None, now=runtime.now())
        for name, value in given.items():
            setattr(draft, name, value)
        notices.set_notice(session, campaign_id=draft.id or 0, kind=notice, days=3)
        drafts.start(session, runtime, draft, now=runtime.now())
        return draft.id or 0


def campaign(runtime: Runtime) -> Campaign:
    with reading(runtime) as session:
        found: Campaign = session.execute(select(Campaign)).scalars().one()
        return found


def planned(runtime: Runtime) -> list[int]:
    """List who has a check-in, each as often as there is one."""
    with reading(runtime) as session:
        return list(session.execute(select(col(CheckIn.tenant_id)).order_by(col(CheckIn.id))).scalars())


def one_batch(runtime: Runtime) -> bool:
    with unit_of_work(runtime) as session:
        return filling.fill_some(session, runtime, now=runtime.now())


def neighbours(session: Session, chance: random.Random) -> None:
    """Store tenants of whom many share a number, some in chains, and some cannot be asked for a reason of their own."""
    numbers = [f"+3161234{number:04}" for number in range(12)]
    for _number in range(14):
        mobile, landline, second = (chance.choice([None, *numbers]) for _line in range(3))
        stopped = MONDAY_MORNING if chance.random() < 0.15 else None
        tenant = factories.tenant(session, mobile=mobile, landline=landline, phone_2=second, stopped_at=stopped)
        if chance.random() < 0.15:
            factories.case(session, tenant_id=tenant.id)


@SQLITE
@pytest.mark.parametrize("seed", range(12))
def test_batches_give_everybody_what_all_at_once_would(
    session: Session, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    neighbours(session, chance)
    expected = choose(session, Choice(), MOMENT)
    monkeypatch.setattr(planning, "BATCH", chance.randint(1, 5))
    service.start_campaign(session, name="groot", channel=Channel.AUTO, created_by=None, now=MONDAY_MORNING)
    found = session.execute(select(col(CheckIn.tenant_id), col(CheckIn.reason)).order_by(col(CheckIn.id))).all()
    assert dict(map(tuple, found)) == expected
    assert [tenant_id for tenant_id, _reason in found] == sorted(expected)
    assert EndReason.SAME_HOUSEHOLD in expected.values()


@pytest.mark.usefixtures("small_batches")
def test_the_first_leave_while_the_others_are_planned_and_the_page_shows_how_far_it_is(
    coordinator: Visitor, runtime: Runtime
) -> None:
    campaign_id = start(runtime)
    assert len(planned(runtime)) == 3
    assert release_due(runtime) == 3
    page = unescape(coordinator.get(f"/campaigns/{campaign_id}").text)
    assert "3 van 10 huurders" in page
    assert "gevraagd, van 10" in page
    while one_batch(runtime):
        pass
    assert planned(runtime) == sorted(set(planned(runtime)))
    assert len(planned(runtime)) == 10
    assert "Klaarzetten" not in coordinator.get(f"/campaigns/{campaign_id}").text
    assert campaign(runtime).planned_to is None


@SQLITE
@pytest.mark.usefixtures("small_batches")
def test_a_round_of_which_the_first_are_not_asked_does_not_finish_before_the_others_are_planned(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work(runtime) as session:
        for _number in range(3):
            factories.tenant(session, stopped_at=MONDAY_MORNING)
    monkeypatch.setattr(reconciler, "_large_rounds", lambda _runtime: None)
    start(runtime, 1)
    reconciler.tick(runtime)
    assert campaign(runtime).state is CampaignState.RUNNING
    assert one_batch(runtime)
    reconciler.tick(runtime)
    assert campaign(runtime).state is CampaignState.RUNNING
    assert len(planned(runtime)) == 4


@pytest.mark.usefixtures("small_batches")
def test_a_round_that_is_held_back_meanwhile_plans_no_further_until_it_goes_on(runtime: Runtime) -> None:
    campaign_id = start(runtime)
    with unit_of_work(runtime) as session:
        service.pause_campaign(session, campaign_id=campaign_id)
    reconciler.tick(runtime)
    assert len(planned(runtime)) == 3
    assert release_due(runtime) == 0
    with unit_of_work(runtime) as session:
        service.resume_campaign(session, campaign_id=campaign_id)
    assert one_batch(runtime)
    with unit_of_work(runtime) as session:
        service.stop_campaign(session, campaign_id=campaign_id, now=runtime.now())
    reconciler.tick(runtime)
    with reading(runtime) as session:
        ends = session.execute(select(col(CheckIn.state), col(CheckIn.reason))).all()
    assert [tuple(end) for end in ends] == [(CheckInState.CANCELLED, EndReason.CAMPAIGN_STOPPED)] * 6


@SQLITE
@pytest.mark.usefixtures("small_batches")
def test_a_group_that_changes_meanwhile_changes_nothing_for_a_round_that_began(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        now = runtime.now()
        group = TargetGroup(name="Alle", rule=GroupRule().as_json(), created_at=now, updated_at=now)
        session.add(group)
        session.flush()
    start(runtime, who=Who(group_id=group.id).as_json())
    with unit_of_work(runtime) as session:
        session.get_one(TargetGroup, group.id).rule = GroupRule(age_from=100).as_json()
    while one_batch(runtime):
        pass
    assert len(planned(runtime)) == 10


@pytest.mark.usefixtures("small_batches")
def test_everybody_is_told_beforehand_in_whichever_batch_they_are(runtime: Runtime) -> None:
    start(runtime, notice=NoticeKind.LETTER)
    while one_batch(runtime):
        pass
    with reading(runtime) as session:
        told = session.execute(select(col(Notice.check_in_id)).order_by(col(Notice.check_in_id))).scalars().all()
        assert list(told) == list(session.execute(select(col(CheckIn.id)).order_by(col(CheckIn.id))).scalars())
        assert release_due(runtime) == 0


@SQLITE
@pytest.mark.usefixtures("small_batches")
def test_without_a_robot_the_portions_go_on_as_long_as_tenants_are_planned(runtime: Runtime) -> None:
    start(runtime, 4, robot=False, portion=3, refill_below=3)
    reconciler.tick(runtime)
    assert len(planned(runtime)) == 4
    assert campaign(runtime).next_portion_at is not None
    assert release_due(runtime) == 0, "no machine takes them"


def test_a_batch_that_is_cut_off_halfway_leaves_nothing_twice(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "BATCH", 3)
    start(runtime)

    def lights_out(*_given: Any, **_more: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(filling, "announce", lights_out)
        with pytest.raises(KeyboardInterrupt):
            one_batch(runtime)
    assert len(planned(runtime)) == 3
    while one_batch(runtime):
        pass
    assert planned(runtime) == sorted(set(planned(runtime)))
    assert len(planned(runtime)) == 10


FILLER = """
import sys
from checkin import models
from checkin.campaigns import filling, planning
from checkin.db import unit_of_work
from checkin.runtime import make_runtime
from checkin.settings import load_settings
planning.BATCH = 2
runtime, busy = make_runtime(load_settings()), True
print("ready", len(models.TABLES), flush=True)
sys.stdin.read()
while busy:
    with unit_of_work(runtime) as session:
        busy = filling.fill_some(session, runtime, now=runtime.now())
"""


@pytest.fixture
def filler(runtime: Runtime) -> Iterator[Any]:
    """Start a process that plans until nothing is left, from the moment on which its input is closed."""
    started: list[subprocess.Popen[str]] = []

    def begin() -> subprocess.Popen[str]:
        environment = {**os.environ, **plain(runtime.settings)}
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen([sys.executable, "-c", FILLER], env=environment, text=True, **pipes)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline().startswith("ready")
        process.stdout.close()
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait(20)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_worker_that_is_killed_halfway_leaves_the_rest_to_others_who_share_it(
    runtime: Runtime, filler: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "BATCH", 2)
    start(runtime, 80)
    killed, other = filler(), filler()
    killed.stdin.close()
    while len(planned(runtime)) < 6:
        time.sleep(0.002)
    killed.send_signal(signal.SIGKILL)
    killed.wait(20)
    assert len(planned(runtime)) < 80
    other.stdin.close()
    while campaign(runtime).planned_to is not None:
        one_batch(runtime)
    assert other.wait(60) == 0
    assert planned(runtime) == sorted(set(planned(runtime)))
    assert len(planned(runtime)) == 80
