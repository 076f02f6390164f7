"""Every playbook, in Dutch and in English, over the real wire: its own text, its own menu, and a yes that is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.campaigns import drafts, library, trials
from checkin.campaigns.models import Trial
from checkin.campaigns.who import Who
from checkin.campaigns.words import PAINFUL
from checkin.cases.models import Case
from checkin.db import unit_of_work
from checkin.domain.attempts import AskedBy
from checkin.domain.cases import CaseKind
from checkin.domain.target_groups import GroupRule
from checkin.groups.models import Cause, LegalGround
from checkin.groups.selections import Wanted, keep_selection
from checkin.messaging.wording import fill
from checkin.outreach.models import Reply
from checkin.tenants.models import Channel, Tenant
from tests import factories
from tests.town import Telephone, Town

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def given(given: dict[str, Any]) -> dict[str, Any]:
    """Everybody at once: the pace has journeys of its own."""
    return {**given, "paced": False}


def start(town: Town, key: str, tenants: list[Tenant]) -> None:
    """Start a playbook for these tenants as the builder does, on the channel that each tenant wishes."""
    references = tuple(tenant.external_ref or "" for tenant in tenants)
    with unit_of_work(town.runtime) as session:
        draft = drafts.new_draft(
            session, playbook=library.shipped()[key], language="nl", staff_id=None, now=town.runtime.now()
        )
        draft.who = Who(GroupRule(references=references)).as_json()
        if drafts.needs_a_selection(draft):
            draft.who = Who(selection_id=selection(session, references, town.runtime.now())).as_json()
        draft.channel = Channel.AUTO
        # Only the landlord's hours, so that the journey does not wait for Monday.
        draft.playbook = draft.playbook | {"text_hours": "", "call_hours": "", "ladder": {"version": 1}}
        drafts.start(session, town.runtime, draft, now=town.runtime.now())


def selection(session: Session, references: Iterable[str], now: datetime) -> int | None:
    """Bring in the file that a playbook after nuisance or arrears needs."""
    content = "\n".join(["Huurdernummer;Datum", *(f"{one};{now:%d-%m-%Y}" for one in references)]).encode()
    wanted = Wanted(Cause.ARREARS, now.date(), "Vragen hoe het gaat.", LegalGround.PUBLIC_TASK)
    kept = keep_selection(session, content, wanted, staff_id=None, now=now, today=now.date())
    return kept.selection.id


def kinds(session: Session) -> dict[int, CaseKind]:
    return {case.tenant_id: case.kind for case in session.execute(select(Case).order_by(col(Case.id))).scalars()}


def expected_text(town: Town, key: str, tenant: Tenant) -> str:
    settings, title = town.runtime.settings, "Mrs" if tenant.language == "en" else "mevrouw"
    words = library.shipped()[key].described(tenant.language).words
    name = f"{title} {tenant.last_name}"
    return fill(words.S1, tenant.language, org=settings.organisation, phone=settings.organisation_phone, name=name)


def test_every_playbook_is_heard_and_read_in_two_languages_and_answered(town: Town) -> None:
    by_text: dict[tuple[str, str], Tenant] = {}
    by_voice: dict[tuple[str, str], Tenant] = {}
    for number, key in enumerate(library.SHIPPED):
        for language in ("nl", "en"):
            given = {"language": language, "name_prefix": "", "last_name": f"Huurder{'ABCDEFGHIJ'[number]}"}
            by_text[key, language] = town.store(factories.tenant, **given)
            by_voice[key, language] = town.store(factories.yilmaz, **given)
        start(town, key, [one[key, language] for one in (by_text, by_voice) for language in ("nl", "en")])

    # First who is rung: a telephone does not ring for ever.
    heard = pick_up_and_press(town, {key: town.telephone(one.landline) for key, one in by_voice.items()}, "2")
    for (key, language), said in heard.items():
        words = library.shipped()[key].described(language).words
        opening = (words.greeting[-1].replace("{org}", town.runtime.settings.organisation), *words.question)
        assert [sentence for sentence in opening if sentence not in said] == []
    for (key, _language), tenant in by_text.items():
        texts = town.until(town.telephone(tenant.mobile).texts, f"{key} arrives")
        assert texts == [expected_text(town, key, tenant)]
        assert not PAINFUL.search(texts[0])
        town.telephone(tenant.mobile).write("1")

    everybody = {tenant.id for tenant in (*by_text.values(), *by_voice.values())}
    town.until(lambda: set(town.look(kinds)) == everybody, "everybody who said yes is on the work list")
    opened = town.look(kinds)
    assert {opened[tenant.id or 0] for tenant in by_text.values()} == {CaseKind.CHAT}
    assert {opened[tenant.id or 0] for tenant in by_voice.values()} == {CaseKind.HELP}
    for tenant in by_text.values():
        town.until(lambda one=tenant: len(town.telephone(one.mobile).texts()) == 2, "the promise is told")  # type: ignore[misc]


def pick_up_and_press(town: Town, telephones: dict[Any, Telephone], key: str) -> dict[Any, str]:
    """Answer every telephone as it rings, listen to the question, press; give what each heard until then."""
    heard: dict[Any, str] = {}

    def tend() -> bool:
        for name, telephone in telephones.items():
            if name not in heard and ringing(telephone):
                telephone.do("answer")
                telephone.press(key)
                heard[name] = telephone.heard()
        return len(heard) == len(telephones)

    town.until(tend, "every telephone rang")
    return heard


def ringing(telephone: Telephone) -> bool:
    return any(call["state"] == "ringing" for call in telephone.calls())


def test_a_coordinator_tries_a_playbook_on_her_own_telephone(town: Town) -> None:
    from_her = factories.mobile()
    sanne = town.store(factories.sanne)
    telephone = town.telephone(from_her)
    for channel in (AskedBy.TEXT, AskedBy.VOICE):
        with unit_of_work(town.runtime) as session:
            book, now = library.shipped()["heatwave"], town.runtime.now()
            draft = drafts.new_draft(session, playbook=book, language="nl", staff_id=sanne.id, now=now)
            trials.try_campaign(
                session,
                town.runtime,
                campaign=draft,
                staff_id=sanne.id,
                number=from_her,
                channel=channel,
                language="nl",
                name="Sanne",
                now=now,
            )
    town.until(telephone.texts, "the text arrives")
    assert "Dag Sanne" in telephone.texts()[0]
    telephone.write("1")
    town.until(lambda: len(telephone.texts()) == 2, "the promise is told as a tenant hears it")
    town.until(lambda: ringing(telephone), "the telephone rings")
    telephone.do("answer")
    town.until(lambda: "Toets drie" in telephone.heard(), "the question is spoken")
    telephone.press("3")
    town.until(lambda: "Fijn om te horen" in telephone.heard(), "the choice is spoken back")
    said = town.look(lambda session: [one["said"] for trial in newest(session) for one in trial.answers])
    assert sorted(said) == ["1", "3"]
    assert town.look(kinds) == {}
    assert town.look(lambda session: session.execute(select(Reply)).first()) is None


def newest(session: Session) -> list[Trial]:
    return list(session.execute(select(Trial)).scalars())
