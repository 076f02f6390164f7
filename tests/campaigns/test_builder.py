"""The builder: five steps, each kept, from a playbook to a round that runs with its own words."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from checkin.campaigns import drafts, estimates, library
from checkin.campaigns.models import Campaign, CampaignState, OwnPlaybook, Trial
from checkin.campaigns.playbook import read_playbook
from checkin.db import reading, unit_of_work
from checkin.domain.errors import Refused
from checkin.messaging.models import Call, Message
from checkin.outreach.models import CheckIn, Instructions
from checkin.runtime import Runtime
from checkin.tenants.models import Channel
from tests import factories
from tests.conftest import MONDAY_MORNING, MovableClock
from tests.visitor import Visitor
from workers import reconciler
from workers.release import release_due

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

HEATWAVE = library.shipped()["heatwave"].described("nl").words


@pytest.fixture
def given() -> dict[str, Any]:
    """The hours of an ordinary landlord."""
    return {}


INVENTED = ("pigeon", "group-99")
"""What no browser sends: it need not come back."""


def read(response: Any) -> str:
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    return unescape(response.text)


def store(runtime: Runtime, make: Callable[..., Any], **given: Any) -> Any:
    with unit_of_work(runtime) as session:
        return make(session, **given)


def campaign_of(runtime: Runtime) -> Campaign:
    with reading(runtime) as session:
        return session.execute(select(Campaign).order_by(col(Campaign.id).desc())).scalars().first()


def fields_of(page: str) -> dict[str, Any]:
    """Give what a browser would send back of the form on a page."""
    form = re.search(r'<form class="(?:card(?! book)|grid visit|round).*?</form>', page, re.DOTALL)
    assert form
    fields: dict[str, Any] = {}
    for given, area, text in re.findall(r"<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)</textarea>", form[0], re.DOTALL):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', given or area))
        name, value = attributes.get("name", "csrf_token"), text.strip() or attributes.get("value", "")
        if name == "csrf_token":
            continue
        if attributes.get("type") not in ("radio", "checkbox"):
            fields[name] = value
        elif "checked" in given:
            fields.setdefault(name, []).append(value)
    return fields


def begin(coordinator: Visitor, key: str = "heatwave") -> str:
    coordinator.get("/campaigns/new")
    return coordinator.post("/campaigns/new", playbook=key).location.removesuffix("/who")


def keep(coordinator: Visitor, address: str, **changes: Any) -> Any:
    fields = fields_of(read(coordinator.get(address)))
    return coordinator.post(address, **{**fields, "then": "next", **changes})


def all_steps(coordinator: Visitor, start: str, **changes: dict[str, Any]) -> None:
    for step in ("who", "how", "when", "people"):
        assert keep(coordinator, f"{start}/{step}", **changes.get(step, {})).status_code == 302


def test_a_coordinator_goes_from_a_playbook_to_a_round_in_its_own_words(coordinator: Visitor, runtime: Runtime) -> None:
    linden = store(runtime, factories.tenant)
    store(runtime, factories.tenant, birth_year=1999)
    store(runtime, factories.tenant, mobile=None)
    start = begin(coordinator)
    all_steps(coordinator, start, who={"name": "Warm"}, how={"S1_nl": HEATWAVE.S1.replace("Redt u het?", "Lukt het?")})
    page = read(coordinator.get(f"{start}/check"))
    assert "Start: vraag 1 huurder" in page
    assert "Geen nummer" in page
    assert "Mevrouw Van der Linden" in page
    for _click in range(2):
        assert coordinator.post(f"{start}/start").location == start
    release_due(runtime)
    with reading(runtime) as session:
        said = "Dag mevrouw Van der Linden, hier Woonstichting Eemland. Het is erg warm. Lukt het? Stuur 1: praatje, "
        assert [text[: len(said)] for text in session.execute(select(col(Message.text))).scalars()] == [said]
        started = session.execute(select(Campaign)).scalars().one()
        assert (started.name, started.state, started.started_at) == ("Warm", CampaignState.RUNNING, MONDAY_MORNING)
        assert [one.tenant_id for one in session.execute(select(CheckIn)).scalars() if not one.reason] == [linden.id]
    assert "Warm" in read(coordinator.get(start))


def test_a_draft_is_kept_at_every_step_and_opened_where_it_was_left(coordinator: Visitor, runtime: Runtime) -> None:
    start = begin(coordinator)
    assert coordinator.get(start).location == f"{start}/who"
    keep(coordinator, f"{start}/who", name="Straks verder")
    assert coordinator.get(start).location == f"{start}/how"
    page = read(coordinator.get("/campaigns"))
    assert "Straks verder" in page
    assert "Concept" in page
    again = read(coordinator.get(f"{start}/who"))
    assert 'value="Straks verder"' in again
    assert campaign_of(runtime).steps_done == 1


@pytest.mark.parametrize(
    ("step", "changes", "said"),
    [
        ("who", {"name": ""}, "Geef de belronde een naam."),
        ("who", {"who": "list", "references": ""}, "Vul één of meer huurdernummers in."),
        ("who", {"who": "list", "references": "H1\nH404"}, "Dit nummer kennen wij niet: H404."),
        ("who", {"age_from": "heel oud"}, "Ongeldig getal."),
        ("who", {"who": "group-99"}, "Ongeldige keuze."),
        ("how", {"S1_nl": "Dag {name}, 1 2 3 STOP"}, "Zet {org} erin"),
        ("how", {"S2_en": HEATWAVE.S1 * 2}, "Deze tekst past niet in één sms."),
        ("how", {"question_nl": "Hoe gaat het?"}, "Noem de toetsen een, twee en drie."),
        ("how", {"channel": "pigeon"}, "Ongeldige keuze."),
        ("when", {"start": "later"}, "Kies een dag en een tijd die nog komen."),
        ("when", {"start": "later", "day": "2020-01-01", "at": "10:00"}, "Kies een dag en een tijd die nog komen."),
        ("when", {"hours": "own", "days": ["sun"]}, "Dan mag het nooit"),
        ("when", {"hours": "own", "days": ["mon"], "calls_from": "03:00", "calls_until": "04:00"}, "Dan mag het nooit"),
        ("when", {"texts": "50"}, "Vul een getal in van 1 tot en met 5."),
        ("people", {"people": "0"}, "Vul een getal in van 1 tot en met 2000."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    coordinator: Visitor, runtime: Runtime, step: str, changes: dict[str, Any], said: str
) -> None:
    store(runtime, factories.tenant, external_ref="H1")
    start = begin(coordinator)
    before = campaign_of(runtime)
    refused = keep(coordinator, f"{start}/{step}", **changes)
    assert refused.status_code == 422
    page = unescape(refused.text)
    assert "<title>Fout:" in page
    assert said in page
    for value in changes.values():
        assert str(value[0] if isinstance(value, list) else value).split("\n")[0] in page or value in INVENTED
    assert campaign_of(runtime) == before


def test_step_one_combines_what_a_saved_group_can_and_counts_it_at_once(coordinator: Visitor, runtime: Runtime) -> None:
    store(runtime, factories.tenant, external_ref="H1", birth_year=1946, neighbourhood="Parkwijk")
    store(runtime, factories.tenant, external_ref="H2", birth_year=1946, neighbourhood="Parkwijk")
    store(runtime, factories.tenant, external_ref="H3", birth_year=1946, neighbourhood="Oud-Eem", channel=Channel.NONE)
    store(runtime, factories.tenant, external_ref="H4", birth_year=1999, neighbourhood="Parkwijk")
    start = begin(coordinator, "how-are-you")
    page = read(coordinator.get(f"{start}/who"))
    assert "<b>3</b>" in page, "counted before anything is kept"
    fields = {**fields_of(page), "age_from": "70", "spoken": "never"}
    for more, count in (
        ({}, "<b>2</b>"),
        ({"neighbourhoods": "Parkwijk", "references": "H1; H4"}, "<b>1</b>"),
        ({"age_from": "", "age_to": "40"}, "<b>1</b>"),
        ({"who": "list", "references": ""}, "Nog niet te tellen"),
        ({"who": "list", "references": "H1, H3"}, "<b>1</b>"),
        ({"spoken": "not_lately"}, "Nog niet te tellen"),
    ):
        counted = coordinator.post(f"{start}/who/count", **{**fields, **more})
        assert count in unescape(counted.text), more
    assert campaign_of(runtime).steps_done == 0
    assert keep(coordinator, f"{start}/who", **{**fields, "neighbourhoods": "Parkwijk"}).status_code == 302
    again = fields_of(read(coordinator.get(f"{start}/who")))
    assert (again["who"], again["age_from"], again["spoken"]) == (["rule"], "70", ["never"])
    assert again["neighbourhoods"] == ["Parkwijk"]


def test_the_ruler_measures_at_a_button_and_keeps_nothing(coordinator: Visitor, runtime: Runtime) -> None:
    start = begin(coordinator)
    measured = keep(coordinator, f"{start}/how", then="measure", S1_nl=HEATWAVE.S1.replace("erg ", ""))
    assert "143 van 160" in read(measured)
    assert campaign_of(runtime).steps_done == 0


def test_own_hours_only_narrow_the_landlords(coordinator: Visitor, runtime: Runtime, clock: MovableClock) -> None:
    store(runtime, factories.tenant)
    start = begin(coordinator)
    hours = {"hours": "own", "days": ["mon", "tue"], "texts_from": "14:00", "texts_until": "23:00"}
    all_steps(coordinator, start, when=hours)
    coordinator.post(f"{start}/start")
    release_due(runtime)
    with reading(runtime) as session:
        message = session.execute(select(Message)).scalars().one()
        assert message.due_at == MONDAY_MORNING.replace(hour=13, minute=0)
        assert message.hours == "mon 14:00-23:00; tue 14:00-23:00"
    outside = "Er gaat nu niets uit: het is buiten de tijden waarop wij vragen."
    assert outside not in read(coordinator.get(start)), "calls have the hours of the house"
    clock.advance(hours=14)
    coordinator.sign_in("sanne@example.nl")
    assert f"{outside} Wij gaan verder" in read(coordinator.get(start))


def test_a_round_starts_by_itself_at_its_moment_and_can_wait_go_on_and_stop(
    coordinator: Visitor, runtime: Runtime, clock: MovableClock
) -> None:
    store(runtime, factories.tenant)
    start = begin(coordinator)
    all_steps(coordinator, start, when={"start": "later", "day": "2026-11-23", "at": "10:45"})
    assert "Plan in: vandaag 10.45" in read(coordinator.get(f"{start}/check"))
    assert coordinator.post(f"{start}/schedule").location == start
    assert "begint vandaag 10.45" in read(coordinator.get(start))
    for action, state in (
        ("pause", CampaignState.PAUSED),
        ("resume", CampaignState.SCHEDULED),
        ("pause", CampaignState.PAUSED),
    ):
        assert coordinator.post(f"{start}/{action}").status_code == 302
        assert campaign_of(runtime).state is state
    assert coordinator.post(f"{start}/change").location == f"{start}/check"
    assert coordinator.post(f"{start}/schedule").status_code == 302
    reconciler.tick(runtime)
    assert campaign_of(runtime).state is CampaignState.SCHEDULED
    clock.advance(minutes=20)
    reconciler.tick(runtime)
    assert campaign_of(runtime).state is CampaignState.RUNNING
    assert coordinator.post(f"{start}/change").status_code == 409
    assert release_due(runtime) == 1, "that it stood still before does not hold it back now"
    with reading(runtime) as session:
        assert session.get_one(Instructions, campaign_of(runtime).id).words["nl"]["S1"] == HEATWAVE.S1
    assert coordinator.post(f"{start}/stop").status_code == 302
    assert campaign_of(runtime).state is CampaignState.STOPPED


def test_a_planned_round_that_means_nobody_by_then_stops_and_says_so(
    coordinator: Visitor, runtime: Runtime, clock: MovableClock
) -> None:
    start = begin(coordinator)
    all_steps(coordinator, start, when={"start": "later", "day": "2026-11-23", "at": "10:45"})
    coordinator.post(f"{start}/schedule")
    clock.advance(minutes=20)
    reconciler.tick(runtime)
    assert campaign_of(runtime).state is CampaignState.STOPPED
    assert "Gestopt" in read(coordinator.get(start))


def test_nobody_is_asked_by_a_playbook_that_needs_a_list_until_there_is_one(
    coordinator: Visitor, runtime: Runtime
) -> None:
    store(runtime, factories.tenant, external_ref="H1")
    store(runtime, factories.tenant, external_ref="H2")
    listed = read_playbook(library.shipped()["80-plus"].as_json() | {"needs_list": True, "group": {}})
    with unit_of_work(runtime) as session:
        key = library.add(session, listed, staff_id=None, now=MONDAY_MORNING)
    start = begin(coordinator, key)
    assert "eigen lijst" in read(coordinator.get(f"{start}/check"))
    assert coordinator.post(f"{start}/start").status_code == 409
    assert campaign_of(runtime).state is CampaignState.DRAFT
    all_steps(coordinator, start, who={"who": "list", "references": "H1"})
    assert "Start: vraag 1 huurder" in read(coordinator.get(f"{start}/check"))
    assert coordinator.post(f"{start}/start").status_code == 302


def test_a_draft_can_be_thrown_away_and_a_round_that_started_cannot(coordinator: Visitor, runtime: Runtime) -> None:
    store(runtime, factories.tenant)
    start = begin(coordinator)
    assert coordinator.post(f"{start}/discard").location == "/campaigns"
    assert coordinator.get(start).status_code == 404
    start = begin(coordinator)
    coordinator.post(f"{start}/start")
    for step in ("who", "how", "when", "people", "check"):
        assert coordinator.get(f"{start}/{step}").location == start
    assert coordinator.post(f"{start}/discard").status_code == 409


def test_of_two_starts_at_once_one_wins(session: Session, runtime: Runtime) -> None:
    factories.tenant(session)
    draft = drafts.new_draft(
        session, playbook=library.shipped()["how-are-you"], language="nl", staff_id=None, now=MONDAY_MORNING
    )
    drafts.start(session, runtime, draft, now=MONDAY_MORNING)
    with pytest.raises(Refused, match="campaign_changed"):
        drafts.start(session, runtime, draft, now=MONDAY_MORNING)


def test_the_work_and_the_cost_are_told_before_the_start(coordinator: Visitor, runtime: Runtime) -> None:
    for _number in range(30):
        store(runtime, factories.tenant)
    start = begin(coordinator)
    all_steps(coordinator, start, people={"people": "1", "hours": "1"})
    page = read(coordinator.get(f"{start}/people"))
    assert "6</b>" in page
    assert "Advies: vraag 3 huurders per dag." in page
    assert "Volgens het rooster" in page
    assert "Geoefend met nagebootste huurders: klaar in" in page
    cell = r'<td class="n">(\d+)</td>'
    days = re.findall(rf'<th scope="row">[^<]+</th>{cell}{cell}{cell}{cell}', page)
    assert sum(int(asked) for asked, _room, _talks, _waiting in days) == 30, "as the rehearsal went"
    assert page.count("<rect") == 2 * len(days)
    assert "sms-delen" in read(coordinator.get(f"{start}/check"))


def test_whoever_gets_other_words_is_shown_before_the_start(coordinator: Visitor, runtime: Runtime) -> None:
    for language in ("nl", "en", "tr", "tr", "ar", "fa"):
        store(runtime, factories.tenant, language=language)
    start = begin(coordinator)
    page = read(coordinator.get(f"{start}/how"))
    assert "3 huurders lezen en horen niet de woorden hierboven" in page
    assert page.index("Turks") < page.index("Arabisch") < page.index("Perzisch")
    assert "Iyi günler Sayin Van der Linden, burasi Woonstichting Eemland." in page
    assert '<p class="bubble ours" lang="ar" dir="rtl">مرحبا السيدة Van der Linden' in page
    assert "Deze huurders krijgen de Nederlandse woorden." in page
    page = read(coordinator.get(f"{start}/check"))
    assert "3 huurders krijgen de gewone woorden van uw organisatie in een andere taal: Turks, Arabisch." in page


def test_a_try_in_another_language_is_in_the_words_of_the_house(coordinator: Visitor, runtime: Runtime) -> None:
    start = begin(coordinator)
    coordinator.get(f"{start}/check")
    assert coordinator.post(f"{start}/try", number="06 1999 8877", by="text", language="pl").status_code == 302
    with reading(runtime) as session:
        message = session.execute(select(Message)).scalars().one()
    assert message.text.startswith("Dzien dobry Sanne, tu Woonstichting Eemland. Jak sie Pan/Pani czuje?")


def test_of_a_large_round_a_part_is_rehearsed_and_the_page_says_so(
    coordinator: Visitor, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimates, "MOST_PLAYED", 20)
    for _number in range(60):
        store(runtime, factories.tenant)
    start = begin(coordinator)
    all_steps(coordinator, start, people={"people": "6", "hours": "2"})
    page = read(coordinator.get(f"{start}/people"))
    assert "Dit is een steekproef: 20 van de 60 huurders" in page
    assert page.count("<rect") > 4
    keep(coordinator, f"{start}/people", people="1", hours="1")
    monkeypatch.setattr(estimates, "MOST_PLAYED", 1)
    assert "in geen tien jaar klaar" in read(coordinator.get(f"{start}/people"))


def test_a_try_on_oneself_is_sent_and_never_to_a_tenant(coordinator: Visitor, runtime: Runtime) -> None:
    tenant = store(runtime, factories.tenant)
    start = begin(coordinator)
    address, own = f"{start}/try", "06 1999 8877"
    coordinator.get(f"{start}/check")
    for number, by, said in (
        ("hallo", "text", "Dit is geen telefoonnummer"),
        (tenant.mobile, "text", "Dit nummer is van een huurder."),
        ("0318 555 666", "text", "Een sms kan alleen naar een mobiel nummer."),
    ):
        refused = coordinator.post(address, number=number, by=by, language="nl")
        assert refused.status_code == 422
        assert said in unescape(refused.text)
    for by in ("text", "voice"):
        assert coordinator.post(address, number=own, by=by, language="nl").status_code == 302
    with reading(runtime) as session:
        message, call = (session.execute(select(kind)).scalars().one() for kind in (Message, Call))
        assert message.text.startswith("Dag Sanne, hier Woonstichting Eemland. Het is erg warm.")
        assert {message.number, call.number} == {"+31619998877"}
        assert {message.automatic_check, call.automatic_check} == {False}
        assert len(session.execute(select(Trial)).scalars().all()) == 2
        assert session.execute(select(CheckIn)).first() is None


def test_a_playbook_is_copied_changed_given_away_and_taken_in(coordinator: Visitor, runtime: Runtime) -> None:
    read(coordinator.get("/playbooks"))
    edit = coordinator.post("/playbooks/heatwave/copy").location
    page = read(coordinator.get(edit))
    fields = fields_of(page)
    assert fields["title"] == "Hittegolf (eigen)"
    refused = coordinator.post(edit, **{**fields, "S1_nl": "niets", "guide_nl": ""})
    assert refused.status_code == 422
    assert "Schrijf één tot twaalf korte regels." in unescape(refused.text)
    assert coordinator.post(edit, **{**fields, "title": "Kou", "then": "measure"}).status_code == 200
    kept = coordinator.post(edit, **{**fields, "title": "Kou"})
    shown = kept.location
    assert "Kou" in read(coordinator.get(shown))
    file = coordinator.get(f"{shown}/file")
    assert file.headers["Content-Disposition"] == 'attachment; filename="draaiboek-heatwave.json"'
    assert json.loads(file.data)["languages"]["nl"]["title"] == "Kou"
    taken = coordinator.post("/playbooks/import", file=(io.BytesIO(file.data), "kou.json"))
    assert "Kou" in read(coordinator.get(taken.location))
    assert coordinator.post(f"{shown}/remove").location == "/playbooks"
    with reading(runtime) as session:
        assert len(session.execute(select(OwnPlaybook)).scalars().all()) == 1


def test_an_own_playbook_says_for_whom_when_and_how_often_and_a_round_takes_it_over(
    coordinator: Visitor, runtime: Runtime
) -> None:
    store(runtime, factories.tenant, birth_year=1940, language="tr")
    store(runtime, factories.tenant, birth_year=1999)
    read(coordinator.get("/playbooks"))
    edit = coordinator.post("/playbooks/heatwave/copy").location
    fields = fields_of(read(coordinator.get(edit)))
    for changes, said in (
        ({"age_from": "90", "age_to": "80"}, "Deze leeftijd is lager dan de eerste."),
        ({"spoken": "not_lately"}, "Vul in hoeveel dagen."),
        ({"hours": "own", "days": ["sun"]}, "Dan mag het nooit"),
        ({"calls": "50"}, "Vul een getal in van 1 tot en met 10."),
        ({"then_voicemail": "again_soon"}, "Ongeldige keuze."),
    ):
        refused = coordinator.post(edit, **{**fields, **changes})
        assert (refused.status_code, said in unescape(refused.text)) == (422, True), said
    wanted = {
        "elderly": "y",
        "languages": "tr",
        "hours": "own",
        "days": ["mon"],
        "texts_from": "10:00",
        "texts_until": "11:00",
        "calls_from": "10:00",
        "calls_until": "11:00",
        "calls": "5",
        "reminder_days": "3",
        "then_voicemail": "next_number",
        "after": "caretaker",
    }
    shown = coordinator.post(edit, **{**fields, "age_from": "", **wanted}).location
    page = read(coordinator.get(shown))
    for said in ("80 jaar en ouder · taal: Turks", "5 keer bellen", "De huismeester gaat langs", "maandag 10.00–11.00"):
        assert said in page
    again = fields_of(read(coordinator.get(edit)))
    assert {name: again[name] for name in ("calls", "reminder_days", "texts_from")} == {
        "calls": "5",
        "reminder_days": "3",
        "texts_from": "10:00",
    }
    file = json.loads(coordinator.get(f"{shown}/file").data)
    assert file["group"] == {"version": 1, "age_from": 80, "languages": ["tr"]}
    assert file["ladder"]["rules"]["voicemail"] == "next_number"
    start = begin(coordinator, shown.rpartition("/")[2])
    assert "<b>1</b>" in read(coordinator.get(f"{start}/who"))
    assert coordinator.post(f"{start}/start").status_code == 302
    with reading(runtime) as session:
        orders = session.execute(select(Instructions)).scalars().one()
    assert orders.call_hours == "mon 10:00-11:00"
    assert (orders.ladder["calls"], orders.ladder["rules"]["voicemail"]) == (5, "next_number")


def test_a_playbook_without_a_robot_begins_a_round_without_one(coordinator: Visitor, runtime: Runtime) -> None:
    read(coordinator.get("/playbooks"))
    edit = coordinator.post("/playbooks/80-plus/copy").location
    shown = coordinator.post(edit, **{**fields_of(read(coordinator.get(edit))), "channel": "people", "needs_list": "y"})
    assert "een eigen lijst of selectiebestand" in read(coordinator.get(shown.location))
    begin(coordinator, shown.location.rpartition("/")[2])
    assert (campaign_of(runtime).robot, campaign_of(runtime).playbook["needs_list"]) == (False, True)


def test_a_bad_file_is_refused_in_words(coordinator: Visitor) -> None:
    coordinator.get("/playbooks")
    refused = coordinator.post("/playbooks/import", file=(io.BytesIO(b"{}"), "iets.json"))
    assert refused.status_code == 422
    assert "Dit bestand is geen draaiboek." in unescape(refused.text)
    assert coordinator.post("/playbooks/import").status_code == 422


@pytest.mark.parametrize(
    "path", ["/playbooks/nothing", "/playbooks/heatwave/edit", "/playbooks/own-9", "/campaigns/9/who"]
)
def test_what_is_not_there_is_not_found(coordinator: Visitor, path: str) -> None:
    assert coordinator.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/campaigns/new", "/campaigns/1/check", "/playbooks", "/playbooks/heatwave"])
def test_building_is_for_coordinators(samira: Visitor, path: str) -> None:
    assert samira.get(path).status_code == 403
