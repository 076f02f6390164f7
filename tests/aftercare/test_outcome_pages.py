"""Writing down how a call went, on the page of a tenant: one press keeps everything, and a mistake loses nothing."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from sqlmodel import col, select

from checkin.aftercare import observations
from checkin.aftercare.models import Correction, FollowUp, Gift, Impression, Observation, Organisation, Referral
from checkin.cases.models import Case, Contact
from checkin.domain.cases import CaseState, ContactOutcome
from checkin.domain.feelings import Feeling, Reaction
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.referrals import OrganisationKind
from checkin.staff.models import Staff
from checkin.tenants.models import PhoneNumber, Tenant
from checkin.visits.models import Visit
from tests.cases.conftest import Telling
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MOBILE, LANDLINE = "+31612345678", "+31318123456"


@pytest.fixture
def case_id(samira: Visitor, telling: Telling) -> int:
    """Samira has mevrouw Van der Linden, who has two numbers, in hand."""
    with telling() as story:
        tenant = story.tenant(mobile=MOBILE, landline=LANDLINE)
        number: int = story.case(tenant).id or 0
    samira.get("/worklist")
    samira.post(f"/cases/{number}/claim")
    return number


def rows(telling: Telling, kind: Any) -> list[Any]:
    with telling() as story:
        return list(story.session.exec(select(kind)).all())


def organisation(telling: Telling) -> int:
    with telling() as story:
        query = select(Organisation).where(col(Organisation.kind) == OrganisationKind.HOME_CARE)
        return story.session.exec(query).one().id or 0


def sent(samira: Visitor, case_id: int, outcome: str = "spoken", **more: Any) -> Any:
    return samira.post(f"/cases/{case_id}/contact", outcome=outcome, form_token="een", then="stay", **more)


def read(response: Any) -> str:
    return unescape(response.text)


def test_one_press_keeps_everything_that_follows_from_a_talk(samira: Visitor, case_id: int, telling: Telling) -> None:
    with telling() as story:
        seen = [str(one.id) for one in observations.offered(story.session)][:2]
    given = {
        "observed": seen,
        "follow_day": "2026-12-07",
        "follow_at": "14:00",
        "follow_wish": "De nieuwe keuken",
        "refer": "organisation",
        "organisation": str(organisation(telling)),
        "agreed": "Zij bellen maandag",
        "consent": "y",
        "check_on": "2026-12-08",
        "gift": "flowers",
        "gift_reason": "Zestig jaar getrouwd",
        "gift_amount": "12,50",
        "reaction": "glad",
        "feeling": "heavy",
        "rest": "30",
        "quote": "Fijn dat u belt",
        "quote_allowed": "y",
        "wants_to_talk": "y",
        "new_email": "linden@voorbeeld.nl",
    }
    for _click in range(2):
        response = sent(samira, case_id, note="Gezellig", **given)
        assert (response.status_code, response.location) == (302, "/")
    assert "Neem even rust" in samira.get("/").text
    (follow_up,) = rows(telling, FollowUp)
    assert (follow_up.at.isoformat(), follow_up.wish) == ("2026-12-07T13:00:00+00:00", "De nieuwe keuken")
    (referral,) = rows(telling, Referral)
    assert (referral.agreed, referral.check_at.isoformat()) == ("Zij bellen maandag", "2026-12-08T09:00:00+00:00")
    (gift,) = rows(telling, Gift)
    assert (gift.kind, gift.cents, gift.state) == (GiftKind.FLOWERS, 1250, GiftState.PROPOSED)
    assert len(rows(telling, Observation)) == 2
    (impression,) = rows(telling, Impression)
    assert (impression.reaction, impression.feeling, impression.quote) == (
        Reaction.GLAD,
        Feeling.HEAVY,
        "Fijn dat u belt",
    )
    assert impression.wants_to_talk
    (correction,) = rows(telling, Correction)
    assert (correction.fact, correction.value) == ("email", "linden@voorbeeld.nl")
    assert len(rows(telling, Contact)) == 1
    assert rows(telling, Staff)[0].rests_until is not None
    page = read(samira.get(f"/cases/{case_id}"))
    for told in ("U verwees door, met toestemming", "U vroeg een attentie aan: bloemen", "Vervolgafspraak: U belt"):
        assert told in page


WRONG = [
    ({"follow_wish": "De keuken"}, "Kies een dag en een tijd voor de vervolgafspraak."),
    ({"follow_day": "2026-12-07"}, "Kies een dag en een tijd voor de vervolgafspraak."),
    ({"refer": "organisation", "consent": "y", "check_on": "2026-12-07"}, "Kies een organisatie."),
    ({"refer": "organisation", "organisation": "1", "check_on": "2026-12-07"}, "Vraag of de huurder het goed vindt."),
    ({"refer": "organisation", "organisation": "1", "consent": "y", "check_on": ""}, "Kies een dag waarop"),
    ({"gift": "card"}, "Schrijf kort waarom."),
    ({"gift": "card", "gift_reason": "x", "gift_amount": "veel"}, "Vul een bedrag in, zoals 12,50."),
    ({"gift": "card", "gift_reason": "x", "gift_amount": "5000"}, "Vul een bedrag in van 0 tot en met 500 euro."),
    ({"gift": "elephant"}, "Kies een van de mogelijkheden."),
    ({"quote": "Mooi"}, "Vraag of wij deze zin mogen gebruiken"),
    ({"new_number": "06 1234"}, "te kort"),
    ({"new_number": "geen idee"}, "is geen telefoonnummer"),
    ({"new_email": "linden"}, "is geen e-mailadres"),
]


@pytest.mark.parametrize(("given", "words"), WRONG)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    samira: Visitor, case_id: int, telling: Telling, given: dict[str, str], words: str
) -> None:
    response = sent(samira, case_id, note="Zij vertelde veel", **given)
    assert response.status_code == 422
    page = read(response)
    assert words in page
    assert "Zij vertelde veel" in page
    assert "<title>Fout:" in page
    assert rows(telling, Contact) == []
    for value in set(given.values()) - {"elephant"}:
        assert value in page


@pytest.mark.parametrize(
    "given", [{"gift": "card", "gift_reason": "Jarig"}, {"follow_day": "2026-12-07", "follow_at": "10:00"}]
)
def test_a_part_that_goes_with_a_talk_is_refused_when_nobody_spoke(
    samira: Visitor, case_id: int, given: dict[str, str]
) -> None:
    response = sent(samira, case_id, "not_reached", **given)
    assert response.status_code == 422
    assert "Dit hoort bij een gesprek." in read(response)
    assert sent(samira, case_id, "not_reached").status_code == 302


@pytest.mark.parametrize(
    "given", [{"follow_day": "2026-11-02", "follow_at": "10:00"}, {"follow_day": "2029-01-02", "follow_at": "10:00"}]
)
def test_a_moment_that_cannot_be_is_refused_before_anything_is_written(
    samira: Visitor, case_id: int, telling: Telling, given: dict[str, str]
) -> None:
    response = sent(samira, case_id, **given)
    assert response.status_code == 409
    assert "Hoe ging het?" in read(response)
    assert rows(telling, Contact) == rows(telling, FollowUp) == []


def test_without_consent_only_that_advice_was_given_is_kept(samira: Visitor, case_id: int, telling: Telling) -> None:
    assert sent(samira, case_id, refer="advice").status_code == 302
    assert rows(telling, Referral) == []
    assert rows(telling, Impression)[0].advised


def test_the_next_try_is_proposed_on_another_part_of_the_day_and_may_be_changed(
    samira: Visitor, case_id: int, telling: Telling
) -> None:
    page = samira.get(f"/cases/{case_id}").text
    assert re.search(r'name="next_day"[^>]*value="2026-11-23"', page)
    assert re.search(r'name="next_at"[^>]*value="12:00"', page)
    sent(samira, case_id, "not_reached", next_day="2026-11-24", next_at="15:30")
    call_at = rows(telling, Case)[0].call_at
    assert call_at.isoformat() == "2026-11-24T14:30:00+00:00"


@pytest.mark.parametrize(("then", "kept"), [("card", Gift), ("door", Visit)])
def test_after_three_tries_it_ends_with_a_card_or_at_the_door(
    samira: Visitor, case_id: int, telling: Telling, then: str, kept: Any
) -> None:
    with telling() as story:
        story.session.get_one(Case, case_id).tries = 2
    assert "Zo heeft het een einde" in samira.get(f"/cases/{case_id}").text
    assert sent(samira, case_id, "not_reached", after_tries=then).status_code == 302
    (case,) = rows(telling, Case)
    assert (case.state, case.outcome) == (CaseState.CLOSED, ContactOutcome.NOT_REACHED)
    assert len(rows(telling, kept)) == 1


def test_a_wrong_number_leads_to_the_next_number_and_then_to_none(
    samira: Visitor, case_id: int, telling: Telling
) -> None:
    assert sent(samira, case_id, "wrong_number", wrong_number=MOBILE).location == f"/cases/{case_id}"
    page = read(samira.get(f"/cases/{case_id}"))
    assert "Bel nu 0318 123 456." in page
    assert "06 •• •• 56 78</span> is van iemand anders, niet meer bellen" in page
    assert "Hoe ging het?" in page
    assert rows(telling, Case)[0].state is CaseState.CLAIMED
    closed = {one.number: one.closed_reason for one in rows(telling, PhoneNumber)}
    assert closed == {MOBILE: "wrong_number"}
    samira.post(f"/cases/{case_id}/contact", outcome="wrong_number", form_token="twee", then="stay")
    assert rows(telling, Case)[0].state is CaseState.CLOSED
    assert [(one.fact, one.value) for one in rows(telling, Correction)] == [
        ("wrong_number", MOBILE),
        ("wrong_number", LANDLINE),
    ]


def test_a_new_number_takes_the_place_of_the_wrong_one(samira: Visitor, case_id: int, telling: Telling) -> None:
    sent(samira, case_id, "wrong_number", wrong_number=MOBILE, new_number="06 8765 4321")
    (tenant,) = rows(telling, Tenant)
    assert (tenant.mobile, tenant.landline) == ("+31687654321", LANDLINE)


def test_deceased_proposes_a_card_and_calls_off_the_flowers(samira: Visitor, case_id: int, telling: Telling) -> None:
    assert re.search(r'name="condole"[^>]*checked|checked[^>]*name="condole"', samira.get(f"/cases/{case_id}").text)
    sent(samira, case_id, "spoken_more", gift="flowers", gift_reason="Jarig")
    samira.post(f"/cases/{case_id}/contact", outcome="deceased", condole="y", form_token="twee", then="stay")
    assert [(one.kind, one.state) for one in rows(telling, Gift)] == [
        (GiftKind.FLOWERS, GiftState.CANCELLED),
        (GiftKind.CONDOLENCE, GiftState.TO_SEND),
    ]


def test_a_medical_detail_gets_a_gentle_word_and_is_kept(samira: Visitor, case_id: int, telling: Telling) -> None:
    assert sent(samira, case_id, note="Haar dementie wordt erger").status_code == 302
    assert "In uw notitie staat “dementie”." in read(samira.get(f"/cases/{case_id}"))
    assert rows(telling, Contact)[0].note == "Haar dementie wordt erger"


def test_words_survive_when_a_colleague_took_it_over(samira: Visitor, case_id: int, telling: Telling) -> None:
    with telling() as story:
        story.claimed(story.session.get_one(Case, case_id), story.staff("Ton"))
    response = sent(samira, case_id, gift="card", gift_reason="Zestig jaar getrouwd")
    assert response.status_code == 409
    assert "Zestig jaar getrouwd" in read(response)
