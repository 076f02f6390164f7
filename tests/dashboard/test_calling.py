"""The call on the page of a tenant: one button, what is going on, and what is typed meanwhile."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from sqlalchemy import select

from checkin import flow
from checkin.cases import drafts
from checkin.cases.draft_models import ContactDraft
from checkin.cases.models import Case
from checkin.db import reading, unit_of_work
from checkin.domain.cases import CaseState
from checkin.messaging.bridge_models import Bridge
from checkin.messaging.models import CallEnd
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from checkin.tenants.models import PhoneNumber
from tests.cases.conftest import Telling
from tests.two_telephones import accept, ended, moved
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OWN, MOBILE, LANDLINE = "+31687650001", "+31612345678", "+31318123456"


@pytest.fixture
def case_id(samira: Visitor, telling: Telling) -> int:
    """Samira, whose telephone is known, has mevrouw Van der Linden in hand."""
    with telling() as story:
        me = story.session.execute(select(Staff)).scalars().one()
        me.phone = OWN
        tenant = story.tenant(mobile=MOBILE, landline=LANDLINE)
        return story.claimed(story.case(tenant), me).id or 0


def page(samira: Visitor, case_id: int) -> str:
    return unescape(samira.get(f"/cases/{case_id}").text)


def test_the_page_follows_the_call_from_the_click_to_the_end(runtime: Runtime, samira: Visitor, case_id: int) -> None:
    assert "Wij bellen u op 06 87650001 en verbinden u." in page(samira, case_id)
    assert samira.post(f"/cases/{case_id}/call", number=MOBILE).location == f"/cases/{case_id}#call"
    waiting = page(samira, case_id)
    assert "Uw telefoon gaat…" in waiting
    assert "/call" not in waiting.partition('id="call"')[2].partition("</section>")[0]
    assert "Vrijgeven" not in waiting
    leg = accept(runtime)
    moved(runtime, leg, rang=True)
    assert "Mevrouw Van der Linden wordt gebeld…" in page(samira, case_id)
    moved(runtime, leg, answered=True)
    assert "In gesprek sinds 1" in page(samira, case_id)
    ended(runtime, leg)
    over = page(samira, case_id)
    assert "U sprak 1 minuut." in over
    assert "U sprak 1 minuut met de huurder" in over
    assert "Bel opnieuw via het systeem" in over
    assert "data-propose" not in over


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (CallEnd.NO_ANSWER, "Er werd niet opgenomen."),
        (CallEnd.REJECTED, "Er werd niet opgenomen."),
        (CallEnd.BUSY, "In gesprek."),
        (CallEnd.NUMBER_DEAD, "Dit nummer bestaat niet meer."),
        (CallEnd.CANCELLED, "U hing op voordat er werd opgenomen."),
        (CallEnd.VOICEMAIL, "De voicemail nam op."),
    ],
)
def test_who_was_not_reached_is_proposed_as_such(
    runtime: Runtime, samira: Visitor, case_id: int, end: CallEnd, words: str
) -> None:
    samira.post(f"/cases/{case_id}/call", number=MOBILE)
    leg = accept(runtime)
    if end is CallEnd.VOICEMAIL:
        moved(runtime, leg, answered=True, machine=True)
        assert "U kunt ophangen." in page(samira, case_id)
    ended(runtime, leg, end)
    over = page(samira, case_id)
    assert words in over
    assert 'data-propose="not_reached"' in over
    [chosen] = [line for line in over.splitlines() if "checked" in line and 'name="outcome"' in line]
    assert 'value="not_reached"' in chosen
    samira.post(f"/cases/{case_id}/contact", outcome="not_reached", form_token="een", then="stay")
    samira.post(f"/cases/{case_id}/claim")
    assert "data-propose" not in page(samira, case_id), "what was written down is proposed no more"


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("another number", "Dit nummer is intussen veranderd of gesloten."),
        ("no telephone of her own", "Wij weten niet op welk nummer wij u kunnen bellen."),
        ("already on the line", "De huurder is nu al met ons aan de telefoon."),
    ],
)
def test_what_cannot_be_is_said_in_words_and_nobody_is_rung(
    runtime: Runtime, samira: Visitor, telling: Telling, case_id: int, why: str, words: str
) -> None:
    with telling() as story:
        if why == "no telephone of her own":
            story.session.execute(select(Staff)).scalars().one().phone = None
        elif why == "already on the line":
            with unit_of_work(runtime) as session:
                flow.call_answered(
                    session, runtime, reference=None, provider_id="in", number=MOBILE, inbound=True, now=runtime.now()
                )
    number = "+31600000000" if why == "another number" else MOBILE
    assert samira.post(f"/cases/{case_id}/call", number=number).status_code == 302
    assert words in page(samira, case_id)
    with reading(runtime) as session:
        assert session.execute(select(Bridge)).first() is None


def test_the_button_is_for_the_claimed_case_and_a_known_telephone_only(
    samira: Visitor, telling: Telling, case_id: int
) -> None:
    with telling() as story:
        story.session.execute(select(Staff)).scalars().one().phone = None
    assert "Zet uw telefoonnummer bij uw gegevens" in page(samira, case_id)
    with telling() as story:
        story.session.execute(select(Staff)).scalars().one().phone = OWN
        story.session.get_one(Case, case_id).state = CaseState.WAITING
    shown = page(samira, case_id)
    assert 'id="call"' not in shown
    assert MOBILE not in shown
    assert samira.post(f"/cases/{case_id}/call", number=MOBILE).status_code == 302
    assert "Uw telefoon gaat" not in page(samira, case_id)


def test_a_number_that_is_somebody_elses_is_not_offered(samira: Visitor, telling: Telling, case_id: int) -> None:
    with telling() as story:
        story.session.add(PhoneNumber(number=MOBILE, closed_at=story.now, closed_reason="wrong_number"))
    call = page(samira, case_id).partition('id="call"')[2].partition("</section>")[0]
    assert MOBILE not in call
    assert LANDLINE in call


# What is typed.


def type_in(samira: Visitor, case_id: int, **fields: str) -> Any:
    return samira.post(f"/cases/{case_id}/draft", form_token="een", **fields)


def test_what_is_typed_is_found_again_on_another_device_until_it_is_recorded(
    runtime: Runtime, samira: Visitor, case_id: int
) -> None:
    page(samira, case_id)
    first = type_in(samira, case_id, note="Gezellig", outcome="spoken").json["version"]
    second = type_in(samira, case_id, note="Gezellig gepraat", outcome="spoken").json["version"]
    assert first != second
    shown = page(samira, case_id)
    assert f'data-version="{second}"' in shown
    assert "Wat u eerder typte, staat hier nog." in shown
    assert "Gezellig gepraat</textarea>" in shown
    [chosen] = [line for line in shown.splitlines() if "checked" in line and 'name="outcome"' in line]
    assert 'value="spoken"' in chosen
    samira.post(f"/cases/{case_id}/contact", outcome="spoken_more", note="Gezellig", form_token="een", then="stay")
    assert type_in(samira, case_id, note="te laat").json == {"version": ""}
    with reading(runtime) as session:
        assert session.execute(select(ContactDraft)).all() == []
    assert "staat hier nog" not in page(samira, case_id)


def test_nobody_is_told_of_what_she_typed_when_she_only_chose(samira: Visitor, case_id: int) -> None:
    type_in(samira, case_id, outcome="spoken", next_day="2026-11-24", rest="0")
    assert "staat hier nog" not in page(samira, case_id)
    type_in(samira, case_id, outcome="spoken", new_email="a.linden@example.nl")
    assert "Wat u eerder typte, staat hier nog." in page(samira, case_id)


def test_a_day_that_passed_since_is_proposed_anew(samira: Visitor, case_id: int) -> None:
    for kept, shown in (("2026-11-20", "2026-11-23"), ("2026-11-30", "2026-11-30")):
        type_in(samira, case_id, note="Belde", next_day=kept, next_at="12:00")
        assert f'value="{shown}"' in next(one for one in page(samira, case_id).splitlines() if 'name="next_day"' in one)


def test_a_new_call_forgets_that_the_last_one_reached_nobody(runtime: Runtime, samira: Visitor, case_id: int) -> None:
    for outcome, left in (("not_reached", []), ("call_back", [["outcome", "call_back"]])):
        version = type_in(samira, case_id, outcome=outcome, note="Nog eens").json["version"]
        samira.post(f"/cases/{case_id}/call", number=MOBILE)
        with reading(runtime) as session:
            draft = session.execute(select(ContactDraft)).scalars().one()
        assert draft.fields == [*left, ["note", "Nog eens"]]
        assert (draft.version == version) == bool(left)
        ended(runtime, accept(runtime), CallEnd.BUSY)


def test_nobody_sees_or_writes_what_a_colleague_types(
    runtime: Runtime, samira: Visitor, telling: Telling, case_id: int
) -> None:
    type_in(samira, case_id, note="van mij")
    with telling() as story:
        ton = story.staff("Ton")
        story.claimed(story.session.get_one(Case, case_id), ton)
        story.session.add(
            ContactDraft(case_id=case_id, staff_id=ton.id, fields=[["note", "geheim"]], version="x", saved_at=story.now)
        )
    assert type_in(samira, case_id, note="van mij").status_code == 409
    shown = page(samira, case_id)
    assert "geheim" not in shown
    assert "van mij" not in shown


def test_a_draft_that_nobody_records_is_forgotten_after_a_week(
    runtime: Runtime, samira: Visitor, case_id: int, clock: Any
) -> None:
    type_in(samira, case_id, note="vergeten")
    for days, left in ((6, 1), (2, 0)):
        clock.advance(days=days)
        with unit_of_work(runtime) as session:
            assert drafts.anything_to_sweep(session, now=runtime.now()) is (left == 0)
            drafts.sweep(session, now=runtime.now())
        with reading(runtime) as session:
            assert len(session.execute(select(ContactDraft)).all()) == left


@pytest.mark.parametrize("value", ["x" * 5000, "nul\0byte", "é" * 10])
def test_whatever_is_typed_is_kept_as_far_as_it_can_be(samira: Visitor, case_id: int, value: str) -> None:
    assert type_in(samira, case_id, note=value).status_code == 200
    assert page(samira, case_id)
