"""Even lezen: which text comes first, and whose it is when several colleagues read at once."""

from __future__ import annotations

from datetime import timedelta

from checkin.db import reading, unit_of_work
from checkin.domain.replies import Meaning
from checkin.outreach.models import Reply
from checkin.outreach.queries import unread
from checkin.outreach.readers import KEPT_FOR, keep, keep_next, next_for
from checkin.runtime import Runtime
from checkin.tenants.models import Tenant
from tests.screen_story import Story


def tell(story: Story, tenant: Tenant | None, text: str, *, urgent: bool = False) -> Reply:
    return story.reply(tenant, text, Meaning.UNCLEAR, to_read=True, urgent=urgent)


def test_danger_comes_first_then_the_oldest_and_what_one_person_wrote_stays_together(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        story = Story(session, runtime.now())
        bakker, visser, smit = (story.tenant(name) for name in ("Bakker", "Visser", "Smit"))
        for tenant, text in ((bakker, "hallo"), (visser, "de lift"), (None, "wie is dit"), (smit, "bent u daar")):
            tell(story, tenant, text)
        tell(story, bakker, "bel mij")
        tell(story, smit, "ik ben gevallen", urgent=True)
        tell(story, None, "hallo?")
    with reading(runtime) as session:
        texts = [one.text for one in unread(session, limit=50)]
    assert texts == ["ik ben gevallen", "bent u daar", "hallo", "bel mij", "de lift", "wie is dit", "hallo?"]


def read_by(runtime: Runtime, staff_id: int, after: timedelta = timedelta()) -> str:
    """Say which text this colleague reads."""
    with reading(runtime) as session:
        found = next_for(unread(session, limit=50), staff_id=staff_id, now=runtime.now() + after)
    return found.text if found else ""


def test_each_reader_keeps_her_own_for_a_while_and_nobody_is_left_without(runtime: Runtime) -> None:
    with unit_of_work(runtime) as session:
        story = Story(session, runtime.now())
        samira, ton = story.staff("Samira").id or 0, story.staff("Ton").id or 0
        bakker, visser = story.tenant("Bakker"), story.tenant("Visser")
        first = tell(story, bakker, "een").id or 0
        tell(story, bakker, "nog een")
        tell(story, visser, "twee")
        keep_next(session, staff_id=samira, now=runtime.now())
        assert not keep(session, reply_id=first, staff_id=ton, now=runtime.now())
        assert keep(session, reply_id=first, staff_id=samira, now=runtime.now())
    assert read_by(runtime, samira) == "een"
    assert read_by(runtime, ton) == "twee"
    assert read_by(runtime, ton, after=KEPT_FOR) == "een"
    with unit_of_work(runtime) as session:
        keep_next(session, staff_id=ton, now=runtime.now())
        tell(Story(session, runtime.now()), None, "brand", urgent=True)
    assert read_by(runtime, samira) == "brand"
    third = ton + 1
    with unit_of_work(runtime) as session:
        session.get_one(Reply, first + 3).read_at = runtime.now()
    assert read_by(runtime, third) == "een"
