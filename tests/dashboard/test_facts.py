"""Gegevens wijzigen: who may, what is refused in which words, and what the page of the tenant then says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.db import unit_of_work
from checkin.runtime import Runtime
from checkin.staff.models import Staff
from checkin.tenants.candidates import Rules
from checkin.tenants.models import Channel, Tenant
from checkin.tenants.service import import_file
from tests import factories
from tests.visitor import Visitor

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
MOBILE, LANDLINE, DAUGHTER = "+31612345678", "+31318123456", "+31687654321"


@pytest.fixture
def anna(runtime: Runtime) -> Tenant:
    with unit_of_work(runtime) as session:
        tenant: Tenant = factories.tenant(session, mobile=MOBILE, landline=LANDLINE)
        return tenant


def path(tenant: Tenant) -> str:
    return f"/tenants/{tenant.id}/facts"


def shown(visitor: Visitor, tenant: Tenant) -> dict[str, str]:
    """Give what the form would send when nothing is touched."""
    page = visitor.get(path(tenant)).text
    sent = {name: value for tag in re.findall(r"<input [^>]*>", page) for name, value in [_input(tag)] if name}
    for name, options in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'selected value="([^"]*)"|value="([^"]*)" selected', options)
        sent[name] = (chosen[1] or chosen[2] or "") if chosen else ""
    return {name: sent[name] for name in sent if name not in {"csrf_token", "slow_speech"}}


def _input(tag: str) -> tuple[str, str]:
    name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
    return name[1] if name else "", value[1] if value else ""


def stored(runtime: Runtime, tenant: Tenant) -> Tenant:
    with unit_of_work(runtime) as session:
        return session.get_one(Tenant, tenant.id)


def test_a_coordinator_changes_everything_and_the_page_says_it(
    coordinator: Visitor, anna: Tenant, runtime: Runtime
) -> None:
    sent = shown(coordinator, anna) | {
        "phone_2": "06-87654321 (dochter)", "email": "Anna@Voorbeeld.nl", "channel": "voice",
        "best_daypart": "morning", "slow_speech": "y", "spoken_name": "Linde", "language": "tr",
    }  # fmt: skip
    assert coordinator.post(path(anna), **sent).status_code == 302
    after = stored(runtime, anna)
    assert (after.mobile, after.landline, after.phone_2) == (MOBILE, LANDLINE, DAUGHTER)
    assert (after.phone_note, after.email, after.channel) == ("dochter", "anna@voorbeeld.nl", Channel.VOICE)
    page = coordinator.get(f"/tenants/{anna.id}").text
    for words in (
        "Bewaard.", "Hoort slecht: spreek langzaam", "Liever gebeld dan een sms", "Liefst in de ochtend",
        "Spreek uit: Linde", "E-mail bekend", "Spreekt Turks", "wijzigde: tweede nummer, notitie bij de nummers, e-mail"
    ):  # fmt: skip
        assert words in page
    assert "anna@voorbeeld.nl" not in page
    assert "Alleen post" not in page
    coordinator.post(path(anna), **shown(coordinator, anna) | {"channel": "none", "best_daypart": ""})
    page = coordinator.get(f"/tenants/{anna.id}").text
    assert "Alleen post" in page
    assert "spreek langzaam" not in page, "an unticked box takes it back"
    assert "Liefst in de" not in page


def test_numbers_are_masked_unless_the_tenant_is_yours(
    coordinator: Visitor, samira: Visitor, colleague: Callable[..., Staff], anna: Tenant, runtime: Runtime
) -> None:
    page = coordinator.get(path(anna)).text
    assert "06 •• •• 56 78" in page
    assert "12345678" not in page
    sent = shown(coordinator, anna)
    assert coordinator.post(path(anna), **sent | {"phone_note": "overdag"}).status_code == 302
    assert (stored(runtime, anna).mobile, stored(runtime, anna).landline) == (MOBILE, LANDLINE)
    sent = shown(coordinator, anna)
    moved = sent | {"mobile": "06-87654321", "phone_2": sent["mobile"], "landline": ""}
    assert coordinator.post(path(anna), **moved).status_code == 302
    after = stored(runtime, anna)
    assert (after.mobile, after.phone_2, after.landline) == (DAUGHTER, MOBILE, None)


def test_a_colleague_changes_a_tenant_who_is_hers_and_nobody_else(
    samira: Visitor, anna: Tenant, runtime: Runtime, coordinator: Visitor
) -> None:
    assert samira.get(path(anna)).status_code == 302
    page = samira.get(f"/tenants/{anna.id}").text
    assert "Druk eerst op Ik bel." in page
    assert path(anna) not in page
    refused = samira.post(path(anna), **shown(coordinator, anna) | {"email": "x@voorbeeld.nl"})
    assert refused.status_code == 409
    assert 'value="x@voorbeeld.nl"' in refused.text
    assert stored(runtime, anna).email == ""

    with unit_of_work(runtime) as session:
        case = factories.case(session, tenant_id=anna.id)
    samira.get(f"/cases/{case.id}")
    samira.post(f"/cases/{case.id}/claim")
    assert path(anna) in samira.get(f"/tenants/{anna.id}").text
    assert "06 12345678" in samira.get(path(anna)).text
    assert samira.post(path(anna), **shown(samira, anna) | {"email": "x@voorbeeld.nl"}).status_code == 302
    assert stored(runtime, anna).email == "x@voorbeeld.nl"
    assert "U wijzigde: e-mailadres" in samira.get(f"/tenants/{anna.id}").text


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("mobile", "06 1234 567", "‘06 1234 567’ is één cijfer te kort."),
        ("mobile", "0900-1234", "is geen nummer van een persoon"),
        ("phone_2", "+44 20 7946 0018", "is een buitenlands nummer"),
        ("phone_2", "06 12345678 / 06 87654321 / 0318 500 500", "is een nummer te veel"),
        ("phone_2", "06 87654321 " + "van de buurvrouw " * 2, ""),
        ("email", "anna bij voorbeeld", "‘anna bij voorbeeld’ is geen e-mailadres."),
        ("language", "klingon", "Deze taal kennen wij niet."),
        ("channel", "duif", "Kies hoe wij het liefst vragen."),
        ("best_daypart", "nacht", "Kies een deel van de dag."),
        ("phone_note", "x" * 81, "Dit is te lang."),
        ("mobile", "1" * 61, "Dit is te lang."),
        ("email", "", ""),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost(
    coordinator: Visitor, anna: Tenant, runtime: Runtime, field: str, typed: str, words: str
) -> None:
    response = coordinator.post(path(anna), **shown(coordinator, anna) | {"spoken_name": "Linde", field: typed})
    if not words:
        assert response.status_code == 302
        return
    assert response.status_code == 422
    assert response.text.count(words) == 2, "at the top and at the field"
    assert f'href="#{field}"' in response.text or 'href="#phone_2"' in response.text
    assert 'value="Linde"' in response.text
    assert stored(runtime, anna).spoken_name == ""


def test_a_number_of_the_other_kind_goes_to_its_own_place(coordinator: Visitor, anna: Tenant, runtime: Runtime) -> None:
    sent = shown(coordinator, anna) | {"mobile": "0318-501234", "landline": ""}
    assert coordinator.post(path(anna), **sent).status_code == 302
    after = stored(runtime, anna)
    assert (after.mobile, after.landline) == (None, "+31318501234")
    both = shown(coordinator, anna) | {"mobile": "06-87654321", "phone_2": "06 87654321"}
    assert coordinator.post(path(anna), **both).status_code == 302
    after = stored(runtime, anna)
    assert (after.mobile, after.phone_2) == (DAUGHTER, None), "one number stands in one place"


def test_a_change_on_an_old_page_is_refused_once_and_kept_on_screen(
    coordinator: Visitor, anna: Tenant, runtime: Runtime
) -> None:
    sent = shown(coordinator, anna)
    with unit_of_work(runtime) as session:
        session.get_one(Tenant, anna.id).updated_at = runtime.now().replace(year=2027)
    refused = coordinator.post(path(anna), **sent | {"spoken_name": "Linde"})
    assert refused.status_code == 409
    assert "Er is net iets veranderd bij deze huurder." in refused.text
    assert 'value="Linde"' in refused.text
    again = sent | {
        "spoken_name": "Linde",
        "version": re.findall(r'name="version"[^>]*value="([^"]+)"', refused.text)[0],
    }
    assert coordinator.post(path(anna), **again).status_code == 302


def test_nobody_changes_a_tenant_who_is_not_there_or_without_a_token(coordinator: Visitor, anna: Tenant) -> None:
    assert coordinator.get("/tenants/9999/facts").status_code == 404
    assert coordinator.post("/tenants/9999/facts").status_code == 404
    assert coordinator.post(path(anna), token=False, **shown(coordinator, anna)).status_code == 400


def test_the_same_file_does_not_bring_back_what_was_changed_by_hand(
    coordinator: Visitor, runtime: Runtime, tmp_path: Path
) -> None:
    header = "Relatienr.;Achternaam;Mobiel;Telefoon 2;Opmerking telefoon;E-mail;Taal;Slechthorend;Uitspraak"

    def bring_in(row: str) -> Tenant:
        file = tmp_path / "huurders.csv"
        file.write_text(f"{header}\n{row}\n")
        with unit_of_work(runtime) as session:
            import_file(session, file, rules=Rules(runtime.now().date()), now=runtime.now())
        with unit_of_work(runtime) as session:
            return session.get_one(Tenant, 1)

    row = "E1;Bakker;06 12345678;06 87654321;zoon;b@voorbeeld.nl;Turks;ja;Bekker"
    before = bring_in(row)
    assert (before.phone_2, before.email, before.language, before.slow_speech, before.spoken_name) == (
        DAUGHTER, "b@voorbeeld.nl", "tr", True, "Bekker",
    )  # fmt: skip
    by_hand = {
        "mobile": "0611111111",
        "phone_2": "",
        "phone_note": "",
        "email": "",
        "language": "en",
        "spoken_name": "",
    }
    assert coordinator.post(path(before), **shown(coordinator, before) | by_hand).status_code == 302
    after = bring_in(row)
    assert (after.mobile, after.phone_2, after.phone_note, after.email) == ("+31611111111", None, "", "")
    assert (after.language, after.slow_speech, after.spoken_name) == ("en", False, "")
    newer = bring_in(row.replace("b@voorbeeld.nl", "nieuw@voorbeeld.nl"))
    assert (newer.email, newer.mobile) == ("nieuw@voorbeeld.nl", "+31611111111"), "only what is new in the file"
