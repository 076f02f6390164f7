"""The lists of Nazorg: one's own for a colleague, all of them for a coordinator, each answered in place."""

from __future__ import annotations

import csv
import io
from html import unescape
from typing import Any

import openpyxl
import pytest
from sqlmodel import select

from checkin.aftercare import corrections
from checkin.aftercare.models import (
    Correction,
    FollowUp,
    Gift,
    Impression,
    ObservationKind,
    Organisation,
    Referral,
)
from checkin.domain.feelings import Feeling
from checkin.domain.follow_ups import FollowUpState
from checkin.domain.gifts import GiftKind, GiftState
from checkin.domain.referrals import ReferralState
from checkin.messaging.models import Message
from checkin.staff.models import Staff
from checkin.tenants.models import Tenant
from tests.cases.conftest import Telling
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def read(response: Any) -> str:
    assert response.status_code == 200
    return unescape(response.text)


def rows(telling: Telling, kind: Any) -> list[Any]:
    with telling() as story:
        return list(story.session.exec(select(kind)).all())


def staff(telling: Telling, name: str) -> int:
    return next(one.id for one in rows(telling, Staff) if one.name == name)


@pytest.fixture
def linden(telling: Telling) -> int:
    with telling() as story:
        return story.tenant(external_ref="000123").id or 0


@pytest.fixture
def follow_up(samira: Visitor, linden: int, telling: Telling) -> int:
    by = staff(telling, "Samira")
    with telling() as story:
        given = {"staff_id": by, "at": story.later(days=2), "created_at": story.now, "wish": "De keuken"}
        story._add(FollowUp(tenant_id=linden, **given))
    return rows(telling, FollowUp)[0].id


def test_a_colleague_sees_her_own_agreed_calls_and_moves_or_calls_them_off(
    samira: Visitor, coordinator: Visitor, linden: int, follow_up: int, telling: Telling
) -> None:
    assert "De keuken" in read(samira.get("/follow-ups"))
    assert "De keuken" not in read(coordinator.get("/follow-ups"))
    assert "De keuken" in read(coordinator.get("/follow-ups?who=all"))
    page = read(samira.get(f"/tenants/{linden}"))
    assert "u belt" in page
    assert samira.post(f"/follow-ups/{follow_up}/move", day="2026-12-01", at="09:30", next="/follow-ups").location == (
        "/follow-ups"
    )
    assert rows(telling, FollowUp)[0].at.isoformat() == "2026-12-01T08:30:00+00:00"
    for wrong in ({"day": "", "at": ""}, {"day": "2026-11-01", "at": "09:30"}):
        samira.post(f"/follow-ups/{follow_up}/move", **wrong)
    assert rows(telling, FollowUp)[0].at.isoformat() == "2026-12-01T08:30:00+00:00"
    samira.post(f"/follow-ups/{follow_up}/cancel", next="/follow-ups")
    assert rows(telling, FollowUp)[0].state is FollowUpState.CANCELLED
    assert "Afgezegd." in read(samira.get("/follow-ups"))


def test_it_stands_on_the_first_page_of_its_day(samira: Visitor, follow_up: int, telling: Telling) -> None:
    assert "De keuken" not in read(samira.get("/"))
    with telling() as story:
        story.session.get_one(FollowUp, follow_up).at = story.later(hours=3)
    page = read(samira.get("/"))
    assert "Vervolgafspraak · De keuken" in page
    assert "13.30" in page


@pytest.mark.parametrize("what", ["move", "cancel"])
def test_nobody_touches_the_appointment_of_a_colleague(
    samira: Visitor, follow_up: int, telling: Telling, what: str
) -> None:
    with telling() as story:
        story.session.get_one(FollowUp, follow_up).staff_id = story.staff("Ton").id or 0
    assert samira.post(f"/follow-ups/{follow_up}/{what}", day="2026-12-01", at="09:30").status_code == 404


@pytest.fixture
def referral(samira: Visitor, linden: int, telling: Telling) -> int:
    by = staff(telling, "Samira")
    with telling() as story:
        organisation = story.session.exec(select(Organisation)).first()
        assert organisation
        given = {"agreed": "Zij bellen", "consent_at": story.now, "created_at": story.now}
        one = Referral(
            tenant_id=linden,
            organisation_id=organisation.id or 0,
            staff_id=by,
            state=ReferralState.UNANSWERED,
            check_at=story.ago(days=1),
            asked_at=story.ago(days=6),
            **given,
        )
        number: int = story._add(one).id
    return number


@pytest.mark.parametrize(
    ("spoke", "state"),
    [("yes", ReferralState.HELPED), ("no", ReferralState.NOT_HELPED), ("stop", ReferralState.WITHDRAWN)],
)
def test_a_colleague_closes_the_loop_by_hand(
    samira: Visitor, referral: int, telling: Telling, spoke: str, state: ReferralState
) -> None:
    assert "Zij bellen" in read(samira.get("/referrals"))
    samira.post(f"/referrals/{referral}/answer", spoke=spoke, next="/referrals")
    assert rows(telling, Referral)[0].state is state
    tab = "look" if state is ReferralState.NOT_HELPED else "done"
    assert "Zij bellen" in read(samira.get(f"/referrals?tab={tab}"))


def test_it_is_asked_again_on_another_day(samira: Visitor, referral: int, telling: Telling) -> None:
    for day, state in (("", "UNANSWERED"), ("2026-11-01", "UNANSWERED"), ("2026-12-01", "AGREED")):
        samira.post(f"/referrals/{referral}/again", check_on=day, next="/referrals")
        assert rows(telling, Referral)[0].state.name == state
    samira.post(f"/referrals/{referral}/answer", spoke="nonsense")
    assert rows(telling, Referral)[0].check_at.isoformat() == "2026-12-01T09:00:00+00:00"


def test_a_referral_is_nobody_elses_business(samira: Visitor, referral: int, telling: Telling) -> None:
    with telling() as story:
        story.session.get_one(Referral, referral).staff_id = story.staff("Ton").id or 0
    assert "Zij bellen" not in read(samira.get("/referrals"))
    assert samira.post(f"/referrals/{referral}/answer", spoke="yes").status_code == 404


def test_a_gift_is_approved_its_label_fetched_and_sent(coordinator: Visitor, linden: int, telling: Telling) -> None:
    with telling() as story:
        for kind, state in ((GiftKind.FLOWERS, GiftState.PROPOSED), (GiftKind.CARD, GiftState.TO_SEND)):
            given = {"asked_at": story.ago(days=1), "asked_by": None, "reason": "Geheime reden"}
            story._add(Gift(tenant_id=linden, kind=kind, state=state, cents=2000, **given))
        dead = story.tenant("Bakker", deceased_at=story.now, postcode="=1+1")
        for kind in (GiftKind.CARD, GiftKind.CONDOLENCE):
            story._add(Gift(tenant_id=dead.id, kind=kind, state=GiftState.TO_SEND, asked_at=story.now))
    first = rows(telling, Gift)[0].id
    assert "Geheime reden" in read(coordinator.get("/gifts"))
    coordinator.post(f"/gifts/{first}", action="approve", next="/gifts")
    coordinator.post(f"/gifts/{first}", action="refuse", next="/gifts")
    assert "Een collega deed net iets" in read(coordinator.get("/gifts"))
    book = openpyxl.load_workbook(io.BytesIO(coordinator.get("/gifts/labels.xlsx").data))
    found = list(book.active.iter_rows(values_only=True))
    assert found[0] == ("Naam", "Aanhef", "Straat", "Huisnummer", "Postcode", "Plaats", "Soort")
    assert sorted(row[0] for row in found[1:]) == [
        "Familie van mevrouw Bakker",
        "Mevrouw Van der Linden",
        "Mevrouw Van der Linden",
    ]
    assert all(cell.data_type == "s" for row in book.active.iter_rows() for cell in row if cell.value)
    assert not any("Geheime" in str(cell) for row in found for cell in row)
    shown = [str(one.id) for one in rows(telling, Gift)]
    coordinator.post("/gifts/sent", gift=shown)
    assert "3 attenties verstuurd." in read(coordinator.get("/gifts?tab=sent"))
    assert "€ 40,00" in unescape(coordinator.get("/gifts").text).replace("\xa0", " ")
    assert "van €" not in unescape(coordinator.get("/gifts").text)
    coordinator.post(f"/gifts/{first}", action="return", next="/gifts")
    assert "Net uit" not in read(coordinator.get("/gifts?tab=returned"))
    assert rows(telling, Gift)[0].state is GiftState.RETURNED
    assert coordinator.post(f"/gifts/{first}", action="nonsense").status_code == 404


def test_only_a_coordinator_sees_who_would_like_to_talk(
    samira: Visitor, coordinator: Visitor, linden: int, telling: Telling
) -> None:
    with telling() as story:
        ton = story.staff("Ton")
        case = story.case(story.session.get_one(Tenant, linden))
        contact = story.contact(case, ton)
        felt = {"tenant_id": linden, "at": story.now, "feeling": Feeling.HEAVY, "wants_to_talk": True}
        number = story._add(Impression(contact_id=contact.id or 0, **felt)).contact_id
    assert samira.get("/talks").status_code == 403
    assert "Zwaar" not in read(samira.get(f"/tenants/{linden}"))
    assert "1 gesprek om te bespreken" in read(coordinator.get("/"))
    page = read(coordinator.get("/talks"))
    assert "Ton" in page
    assert "Zwaar" in page
    coordinator.post(f"/talks/{number}/done")
    assert "Ton" not in read(coordinator.get("/talks"))
    assert "besproken met Sanne" in read(coordinator.get("/talks?tab=done"))
    assert coordinator.post("/talks/999/done").status_code == 302


def test_corrections_go_into_one_file_that_can_be_made_again(
    coordinator: Visitor, linden: int, telling: Telling
) -> None:
    with telling() as story:
        by = story.staff("=Ton()").id
        for fact, value in (("mobile", "+31612345678"), ("email", "=1+1@x.nl"), ("language", "en"), ("moved", "")):
            given = {"tenant_id": linden, "staff_id": by, "now": story.now}
            corrections.note(story.session, fact=fact, value=value, **given)
    assert "mobiel nummer" in read(coordinator.get("/corrections"))
    coordinator.post("/corrections/files")
    coordinator.post("/corrections/files")
    assert "Er zijn geen nieuwe correcties." in read(coordinator.get("/corrections"))
    for _time in range(2):
        text = coordinator.get("/corrections/1.csv").data.decode("utf-8-sig")
        found = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[3:5] for row in found[1:]] == [
        ["Mobiel nummer", "06 12345678"],
        ["E-mailadres", "'=1+1@x.nl"],
        ["Voorkeurstaal", "ENG"],
        ["Verhuisd, volgens het gesprek", ""],
    ]
    assert found[1][0] == "000123"
    assert found[1][-1] == "'=Ton()"
    book = openpyxl.load_workbook(io.BytesIO(coordinator.get("/corrections/1.xlsx").data))
    assert [row[4] for row in book.active.iter_rows(min_row=2, values_only=True)][:2] == ["06 12345678", "=1+1@x.nl"]
    assert all(cell.data_type == "s" for row in book.active.iter_rows() for cell in row if cell.value)
    with telling() as story:
        corrections.note(story.session, tenant_id=linden, fact="email", value="a@b.nl", staff_id=None, now=story.now)
    coordinator.post("/corrections/files")
    assert {one.file_id for one in rows(telling, Correction)} == {1, 2}
    assert coordinator.get("/corrections/9.csv").status_code == 404


def test_the_directory_is_the_landlords_own(coordinator: Visitor, telling: Telling) -> None:
    page = read(coordinator.get("/organisations"))
    for name in ("Thuiszorg", "113 Zelfmoordpreventie", "Zilverlijn", "Veilig Thuis"):
        assert name in page
    line = {"name": "Buurtzorg Eem", "kind": "home_care", "called": "", "phone": "0318-1", "note": "", "active": "y"}
    assert coordinator.post("/organisations/new", **line).status_code == 302
    assert coordinator.post("/organisations/new", **line).status_code == 409
    assert coordinator.post("/organisations/new", **{**line, "name": ""}).status_code == 422
    assert coordinator.post("/organisations/new", **{**line, "name": "x" * 41}).status_code == 422
    assert coordinator.post("/organisations/new", **{**line, "name": "Y", "kind": "circus"}).status_code == 422
    number = next(one.id for one in rows(telling, Organisation) if one.name == "Buurtzorg Eem")
    assert 'value="Buurtzorg Eem"' in read(coordinator.get(f"/organisations/{number}"))
    changed = {key: value for key, value in line.items() if key != "active"} | {"name": "Buurtzorg"}
    coordinator.post(f"/organisations/{number}", **changed)
    assert "Niet te kiezen" in read(coordinator.get("/organisations"))
    taken = coordinator.post(f"/organisations/{number}", **{**line, "name": "thuiszorg"})
    assert taken.status_code == 409
    assert next(one.name for one in rows(telling, Organisation) if one.id == number) == "Buurtzorg"


def test_the_list_of_observations_is_kept_by_a_coordinator(coordinator: Visitor, telling: Telling) -> None:
    def names() -> list[str]:
        offered = [one for one in rows(telling, ObservationKind) if one.active]
        return [one.name for one in sorted(offered, key=lambda one: one.place)]

    coordinator.get("/observations")
    first, second = names()[:2]
    coordinator.post("/observations", name="  Wil   verhuizen ")
    coordinator.post("/observations", name="wil verhuizen")
    assert names()[-1] == "Wil verhuizen"
    ids = {one.name: one.id for one in rows(telling, ObservationKind)}
    coordinator.post(f"/observations/{ids[second]}", do="up")
    assert names()[:2] == [second, first]
    coordinator.post(f"/observations/{ids[first]}", name="Kinderen helpen veel")
    coordinator.post(f"/observations/{ids[second]}", name="Kinderen helpen veel")
    assert names()[:2] == [second, "Kinderen helpen veel"]
    coordinator.post(f"/observations/{ids[second]}", do="stop")
    assert names()[0] == "Kinderen helpen veel"
    assert second in read(coordinator.get("/observations"))
    coordinator.post(f"/observations/{ids[second]}", do="offer")
    assert second in names()
    coordinator.post("/observations", name="  ")
    assert "Vul een naam in." in read(coordinator.get("/observations"))


@pytest.mark.parametrize("path", ["/gifts", "/talks", "/corrections", "/organisations", "/observations"])
def test_the_lists_of_everybody_are_for_coordinators(samira: Visitor, path: str) -> None:
    assert samira.get(path).status_code == 403


@pytest.mark.parametrize("path", ["/follow-ups", "/referrals", "/gifts", "/talks", "/corrections"])
def test_a_long_list_has_pages(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(f"{path}?page=2").status_code == 200
    assert "Vorige" in coordinator.get(f"{path}?page=2&tab=nonsense").text


def test_whoever_reads_an_unclear_answer_sees_what_was_asked(
    samira: Visitor, referral: int, linden: int, telling: Telling
) -> None:
    with telling() as story:
        tenant = story.session.get_one(Tenant, linden)
        message = {
            "number": tenant.mobile or "",
            "text": "",
            "wording": "S17",
            "due_at": story.now,
            "created_at": story.now,
        }
        story._add(Message(id="asked", tenant_id=linden, **message))
        story.session.get_one(Referral, referral).message_id = "asked"
        story.reply(tenant, "hij kwam en ging weer", to_read=True, received_at=story.now)
    assert "Wij vroegen: heeft" in read(samira.get("/reading"))
