"""A coordinator invites by link or list; in a few minutes a colleague has an account, hours, and is at work."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pytest
from flask import Flask
from sqlmodel import select

from checkin.db import reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.domain.office_hours import DAYS
from checkin.runtime import Runtime
from checkin.staff import invitations
from checkin.staff.invitations import Guest, Joining, read_guests
from checkin.staff.models import Invitation, Role, Staff
from tests.conftest import MovableClock
from tests.visitor import PASSWORD, Visitor

SQLITE_IS_ENOUGH = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LINK = re.compile(r"http://127\.0\.0\.1:8000(/join/[\w.\-]+)")
FILLED = {"name": "Fatma", "email": "fatma@eemland.example", "password": PASSWORD, "languages": ["nl", "tr"]}


def link(page: str) -> str:
    found = LINK.search(page)
    assert found is not None
    return found[1]


def joins(visitor: Visitor, path: str, **other: object) -> int:
    visitor.get(path)
    return visitor.post(path, **{**dict.fromkeys(DAYS, ""), **FILLED, **other}).status_code


@SQLITE_IS_ENOUGH
def test_somebody_with_the_link_fills_in_one_page_and_is_at_work(
    app: Flask, runtime: Runtime, coordinator: Visitor
) -> None:
    coordinator.get("/colleagues/invite")
    assert coordinator.post("/colleagues/invite", how="link", most="2", team="0").status_code == 302
    path = link(coordinator.get("/colleagues").text)
    fatma = Visitor(app)
    assert "Fijn dat u meebelt voor Woonstichting Eemland" in fatma.get(path).text
    assert joins(fatma, path, phone="06 12345678", mon="9-12") == 302
    page = fatma.get("/").text
    assert "Welkom, Fatma!" in page
    assert "Uw eerste keer?" in page
    assert "U belt nu mee, tot 12.00 uur." in page
    fatma.post("/me/hints", next="/")
    assert "Uw eerste keer?" not in fatma.get("/").text
    with reading(runtime) as session:
        staff = session.exec(select(Staff).where(Staff.email == "fatma@eemland.example")).one()
    assert (staff.phone, staff.spoken_languages, staff.role) == ("+31612345678", "nl tr", Role.STAFF)
    assert "1 van 2 gebruikt" in coordinator.get("/colleagues").text


@SQLITE_IS_ENOUGH
def test_a_list_gives_everybody_a_link_that_makes_only_that_account(
    app: Flask, runtime: Runtime, coordinator: Visitor
) -> None:
    coordinator.get("/colleagues/invite")
    guests = "Samira Haddad <samira@eemland.example>\nton@eemland.example\n"
    assert coordinator.post("/colleagues/invite", how="list", guests=guests, team="0").status_code == 302
    book = openpyxl.load_workbook(io.BytesIO(coordinator.get("/colleagues/invitations.xlsx").data))
    rows = [tuple(row) for row in book.active.iter_rows(min_row=2, max_col=4, values_only=True)]
    assert {row[:2] for row in rows} == {("", "ton@eemland.example"), ("Samira Haddad", "samira@eemland.example")}
    assert all(isinstance(row[3], str) and LINK.fullmatch(row[3]) for row in rows)
    path = next(link(str(row[3])) for row in rows if row[0])
    samira = Visitor(app)
    assert 'value="Samira Haddad"' in samira.get(path).text
    assert joins(samira, path, email="somebody@else.example") == 302
    with reading(runtime) as session:
        assert session.exec(select(Staff.email).where(Staff.name == "Fatma")).one() == "samira@eemland.example"
    assert Visitor(app).get(path).status_code == 410


@SQLITE_IS_ENOUGH
@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"name": " "}, "Vul uw naam in."),
        ({"email": "fatma"}, "Dit is geen e-mailadres."),
        ({"password": "kort"}, "Dit wachtwoord is te kort"),
        ({"languages": []}, "Kies minstens één taal."),
        ({"phone": "0900 1234"}, "Dit nummer kunnen wij niet bellen."),
        ({"mon": "soms"}, "Schrijf de tijden als"),
        ({"email": "sanne@example.nl"}, "Er is al een account met dit e-mailadres."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    app: Flask, coordinator: Visitor, other: dict[str, object], says: str
) -> None:
    coordinator.get("/colleagues/invite")
    coordinator.post("/colleagues/invite", how="link", most="1", team="0")
    path = link(coordinator.get("/colleagues").text)
    fatma = Visitor(app)
    fatma.get(path)
    answer = fatma.post(path, **{**dict.fromkeys(DAYS, ""), **FILLED, "tue": "13-15", **other})
    assert answer.status_code in {409, 422}
    assert says in answer.text
    assert 'value="13-15"' in answer.text
    assert fatma.get(path).status_code == 200  # the place on the link is still there


@SQLITE_IS_ENOUGH
def test_a_link_that_was_changed_ended_or_withdrawn_opens_nothing(
    app: Flask, runtime: Runtime, coordinator: Visitor, clock: MovableClock
) -> None:
    coordinator.get("/colleagues/invite")
    coordinator.post("/colleagues/invite", how="link", most="5", team="0")
    path = link(coordinator.get("/colleagues").text)
    stranger = Visitor(app)
    assert stranger.get(f"{path[:-3]}abc").status_code == 410
    assert stranger.get("/join/x").status_code == 410
    clock.advance(days=15)
    assert stranger.get(path).status_code == 410
    clock.advance(days=-15)
    assert stranger.get(path).status_code == 200
    with unit_of_work(runtime) as session:
        invitations.withdraw(session, invitation_id=1, now=clock())
    assert stranger.get(path).status_code == 410
    assert joins(stranger, path) == 410


@SQLITE_IS_ENOUGH
def test_a_coordinator_invites_no_coordinators_and_the_list_says_which_line_is_odd(coordinator: Visitor) -> None:
    coordinator.get("/colleagues/invite")
    assert coordinator.post("/colleagues/invite", how="link", most="2", team="0", role="coordinator").status_code == 403
    answer = coordinator.post("/colleagues/invite", how="list", guests="samira@x.nl\nTon\n", team="0")
    assert answer.status_code == 422
    assert "In deze regel staat geen e-mailadres: Ton" in answer.text
    assert "samira@x.nl" in answer.text


def test_of_two_who_take_the_last_place_one_is_refused(runtime: Runtime, clock: MovableClock) -> None:
    with unit_of_work(runtime) as session:
        invitations.invite(session, guest=None, role=Role.STAFF, team_id=None, most=1, by=None, now=clock())
    with unit_of_work(runtime) as first:
        invitation = first.get_one(Invitation, 1)
        joining = Joining(name="Ans", email="ans@eemland.example", password=PASSWORD)
        invitations.join(first, invitation=invitation, joining=joining, now=clock())
    other = Joining(name="Bo", email="bo@eemland.example", password=PASSWORD)
    with unit_of_work(runtime) as second:
        known = second.get_one(Invitation, 1)
        with pytest.raises(Refused, match="invitation_gone"):
            invitations.join(second, invitation=known, joining=other, now=clock())
    with reading(runtime) as session:
        assert [one.email for one in session.exec(select(Staff))] == ["ans@eemland.example"]


@pytest.mark.parametrize(
    ("text", "guests", "odd"),
    [
        ("", [], []),
        ("samira@x.nl", [Guest("samira@x.nl")], []),
        ("Samira Haddad <Samira@X.nl>", [Guest("samira@x.nl", "Samira Haddad")], []),
        ("Haddad, Samira; samira@x.nl", [Guest("samira@x.nl", "Haddad, Samira")], []),
        ("samira@x.nl\tSamira", [Guest("samira@x.nl", "Samira")], []),
        ("a@x.nl; b@x.nl, c@x.nl", [Guest("a@x.nl"), Guest("b@x.nl"), Guest("c@x.nl")], []),
        ("a@x.nl\nA@X.NL\n\n", [Guest("a@x.nl")], []),
        ("Ton\na@x.nl", [Guest("a@x.nl")], ["Ton"]),
    ],
)
def test_a_list_is_read_as_people_paste_it(text: str, guests: list[Guest], odd: list[str]) -> None:
    assert read_guests(text) == (guests, odd)


@SQLITE_IS_ENOUGH
def test_an_account_that_is_closed_ends_at_once_and_can_come_back(
    coordinator: Visitor, samira: Visitor, colleague: Callable[..., Staff]
) -> None:
    colleague("admin@example.nl", Role.ADMINISTRATOR)
    coordinator.get("/colleagues/2")
    assert coordinator.post("/colleagues/2/leave").status_code == 302
    assert not samira.is_signed_in()
    assert "Doen niet meer mee (1)" in coordinator.get("/colleagues").text
    coordinator.post("/colleagues/2/return")
    assert "Doen niet meer mee" not in coordinator.get("/colleagues").text
    coordinator.post("/colleagues/1/leave")
    assert "U kunt uw eigen account niet sluiten" in coordinator.get("/colleagues/1").text
    coordinator.post("/colleagues/3/leave")
    assert "Alleen een beheerder kan dit." in coordinator.get("/colleagues/3").text


@SQLITE_IS_ENOUGH
def test_the_last_administrator_stays(administrator: Visitor, runtime: Runtime) -> None:
    administrator.get("/colleagues/1")
    answer = administrator.post("/colleagues/1", team="0", role="staff")
    assert answer.status_code == 409
    assert "Dit is de enige beheerder." in answer.text
    with reading(runtime) as session:
        assert session.get_one(Staff, 1).role is Role.ADMINISTRATOR


@SQLITE_IS_ENOUGH
def test_teams_are_made_renamed_given_up_and_filled(coordinator: Visitor, samira: Visitor) -> None:
    coordinator.get("/colleagues/teams")
    coordinator.post("/colleagues/teams", name="Wijkteam Oost")
    assert coordinator.post("/colleagues/teams", name="wijkteam oost").status_code == 409
    assert coordinator.post("/colleagues/teams", name=" ").status_code == 422
    coordinator.post("/colleagues/2", team="1")
    assert "team Wijkteam Oost" in samira.get("/me").text
    coordinator.post("/colleagues/teams/1", name="Wijkteam West", active="1")
    page = coordinator.get("/colleagues/teams").text
    assert 'value="Wijkteam West"' in page
    assert "1 collega" in page
    coordinator.post("/colleagues/teams/1", name="Wijkteam West", active="0")
    assert "niet meer in gebruik" in coordinator.get("/colleagues/teams").text
    assert "Wijkteam West" not in coordinator.get("/colleagues/invite").text


@SQLITE_IS_ENOUGH
def test_a_colleague_keeps_her_own_facts_and_takes_a_rest(samira: Visitor, clock: MovableClock) -> None:
    samira.get("/me")
    given = {"name": "Samira", "languages": ["nl", "ar"], "phone": "0318 123 456", "case_limit": "3"}
    assert samira.post("/me", **given).status_code == 302
    page = samira.get("/me").text
    assert 'value="0318 123 456"' in page
    assert samira.post("/me", **{**given, "case_limit": "99"}).status_code == 422
    samira.post("/me/rest", minutes="30", next="/")
    assert "U rust tot 11.00 uur." in samira.get("/").text
    samira.post("/me/rest/end", next="/")
    assert "U rust tot" not in samira.get("/").text
    samira.post("/me/rest", minutes="999", next="/")
    assert "U rust tot 10.45 uur." in samira.get("/").text
    clock.moment += timedelta(minutes=16)
    assert "U rust tot" not in samira.get("/").text
