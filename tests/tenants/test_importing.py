from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest
from sqlmodel import select

from checkin.tenants.candidates import Rules
from checkin.tenants.example import EXAMPLE
from checkin.tenants.importing import Result
from checkin.tenants.models import Channel, PhoneNumber, Salutation, Tenant
from checkin.tenants.refusals import FileRefused
from checkin.tenants.sentences import SENTENCES, Remark, say
from checkin.tenants.service import import_file, rules_for
from tests.conftest import MONDAY_MORNING
from tests.tenants.conftest import workbook

HEADER = "Relatienr.;Achternaam;Mobiel;Telefoon"


def one(line: str, header: str = HEADER) -> str:
    return f"{header}\n{line}\n"


def codes(report) -> list[tuple[int, str, str, str]]:
    return [(row.row, row.result.value, row.column, row.remark.code) for row in report.rows]


def counts(report) -> dict[str, int]:
    return {result.value: count for result, count in report.counts.items() if count}


def test_the_example_comes_in_whole(bring_in, everybody):
    assert counts(bring_in(EXAMPLE)) == {"new": 2}
    first, second = everybody()
    assert first.model_dump(exclude={"id", "created_at", "updated_at"}) == {
        "external_ref": "000123", "salutation": Salutation.MRS, "initials": "A.M.", "first_name": "",
        "name_prefix": "van der", "last_name": "Voorbeeld", "spoken_name": "", "mobile": "+31612345678",
        "landline": "+31318123456", "phone_2": None, "phone_note": "", "email": "", "channel": Channel.AUTO,
        "language": "nl", "birth_year": 1941, "street": "Kerkstraat", "house_number": "12", "house_letter": "",
        "house_addition": "A",
        "postcode": "1234 AB", "city": "Eemstad", "neighbourhood": "", "complex": "C12", "unit_ref": "004711",
        "contract_ref": "", "moved_in_on": None, "best_daypart": "", "slow_speech": False, "note": "", "team": "",
        "deceased_at": None, "lease_ended_on": None, "stopped_at": None,
    }  # fmt: skip
    assert (second.salutation, second.mobile, second.landline) == (Salutation.MR, None, "+31318654321")


def test_the_same_file_twice_changes_nothing(bring_in, everybody, stops):
    bring_in(EXAMPLE)
    before = [tenant.model_dump() for tenant in everybody()]
    assert counts(bring_in(EXAMPLE, now=MONDAY_MORNING + timedelta(days=1))) == {"same": 2}
    assert [tenant.model_dump() for tenant in everybody()] == before
    assert stops() == []


def test_a_dry_run_says_the_same_and_stores_nothing(bring_in, everybody):
    text = f"{EXAMPLE}000125;;;;;;;;;;;;;;;\n"
    tried = bring_in(text, dry_run=True)
    assert everybody() == []
    assert bring_in(text).as_json() == tried.as_json()
    assert bring_in(text, dry_run=True).as_json() == bring_in(text).as_json()


def test_the_same_tenants_come_in_from_excel(bring_in, everybody):
    rows = [["Relatienr", "Achternaam", "Mobiel", "Geboortedatum"], [123, "Jansen", 612345678, "12-03-1941"]]
    assert counts(bring_in(workbook(*rows))) == {"new": 1}
    assert [(one.external_ref, one.mobile, one.birth_year) for one in everybody()] == [("123", "+31612345678", 1941)]


def test_the_report_for_programs_has_the_agreed_form(bring_in):
    report = bring_in(one("1;Jansen;06 1234567;\n2;;0612345678;\n3;Bakker;0612345671;")).as_json()
    assert json.loads(json.dumps(report)) == {
        "new": 1, "changed": 0, "same": 0, "skipped": 0, "wrong": 2,
        "rows": [
            {"row": 2, "result": "wrong", "column": "Mobiel", "message": "‘06 1234567’ is één cijfer te kort."},
            {"row": 3, "result": "wrong", "column": "Achternaam", "message": "De achternaam ontbreekt."},
        ],
    }  # fmt: skip


@pytest.mark.parametrize("code", SENTENCES)
def test_every_remark_can_be_said(code):
    values = dict.fromkeys(("value", "count", "row", "rows", "columns", "megabytes", "found", "limit", "other"), "7")
    assert "{" not in say(Remark(code, values))
    assert "{" not in say(Remark(code, values), "en")


@pytest.mark.parametrize(
    ("cell", "code"),
    [("06 1234567", "phone_one_short"), ("0900-1234", "phone_not_personal"), ("+32470123456", "phone_country"),
     ("o612345678", "phone_letters"), ("6,12E+08", "phone_cut_off"), ("=0612345678", "phone_formula"),
     ("0612345678x12", "phone_extension"), ("0671234567", "phone_not_in_use")],
)  # fmt: skip
def test_a_number_that_is_not_one_is_told_and_the_row_waits_to_be_put_right(bring_in, everybody, cell, code):
    report = bring_in(one(f"1;Jansen;{cell};"))
    assert codes(report) == [(2, "wrong", "Mobiel", code)]
    assert everybody() == []


def test_a_wrong_number_beside_a_right_one_is_only_told(bring_in, everybody):
    report = bring_in(one("1;Jansen;06 1234567;0318-123456"))
    assert codes(report) == [(2, "new", "Mobiel", "phone_one_short")]
    assert [(tenant.mobile, tenant.landline) for tenant in everybody()] == [(None, "+31318123456")]


@pytest.mark.parametrize("cell", ["", "geheim", "-", "0", "onbekend"])
def test_a_tenant_without_a_number_is_kept(bring_in, everybody, cell):
    assert codes(bring_in(one(f"1;Jansen;{cell};"))) == [(2, "new", "Mobiel", "no_number")]
    assert counts(bring_in(one(f"1;Jansen;{cell};"))) == {"same": 1}
    assert [tenant.mobile for tenant in everybody()] == [None]


def test_a_tenant_with_nothing_but_a_name_is_kept_once(bring_in, everybody):
    for _time in range(2):
        bring_in(one("Jansen;", "Naam;Mobiel"))
    assert len(everybody()) == 1


def test_numbers_go_where_their_kind_belongs(bring_in, everybody):
    bring_in(
        "Relatienr.;Achternaam;Mobiel;Telefoon;Telefoon 2\n"
        "1;A;0318-123456;06-12345678;\n"
        "2;B;0612345671;0612345672;0318 123450\n"
        "3;C;;0201234567 / 0612345673 (dochter);\n"
        "4;D;;;0612345674\n"
    )
    assert [(one.mobile, one.landline, one.phone_2, one.phone_note) for one in everybody()] == [
        ("+31612345678", "+31318123456", None, ""),
        ("+31612345671", "+31318123450", "+31612345672", ""),
        ("+31612345673", "+31201234567", None, "dochter"),
        (None, None, "+31612345674", ""),
    ]


def test_what_helps_to_ask_somebody_well_comes_in(bring_in, everybody):
    header = (
        "Relatienr.;Achternaam;Mobiel;Telefoon 2;Toelichting telefoon;Voorkeurskanaal;Beltijd;Slechthorend;"
        "Spreek uit als;Taal;E-mailadres;Huurder sinds"
    )
    line = "1;Yıldız;0612345678;0318-123456;dochter;bellen;ochtend;ja;Jildiz;TUR;A.Yildiz@Post.example;01-03-2026"
    bring_in(one(line, header))
    tenant = everybody()[0]
    assert (tenant.phone_2, tenant.phone_note, tenant.channel) == ("+31318123456", "dochter", Channel.VOICE)
    assert (tenant.best_daypart, tenant.slow_speech, tenant.spoken_name) == ("morning", True, "Jildiz")
    assert (tenant.language, tenant.email, tenant.moved_in_on) == ("tr", "a.yildiz@post.example", date(2026, 3, 1))
    assert counts(bring_in(one(line, header))) == {"same": 1}


def test_an_address_or_a_date_that_is_not_one_is_told(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;E-mail;Ingangsdatum"
    report = bring_in(one("1;Jansen;0612345678;geen;ooit\n2;Bakker;0612345679;bakker at post;01-01-1900", header))
    assert [(row, code) for row, _result, _column, code in codes(report)] == [(2, "date_wrong"), (3, "email_wrong")]
    assert [(tenant.email, tenant.moved_in_on) for tenant in everybody()] == [("", None)] * 2


def test_our_own_number_is_nobodys(bring_in, settings):
    own = rules_for(settings, MONDAY_MORNING).own_numbers
    assert "+31318123456" in own
    assert codes(bring_in(one("1;Jansen;;0318-123456"), own_numbers=own)) == [(2, "wrong", "Telefoon", "phone_own")]


def test_what_a_colleague_put_right_stays_until_the_landlord_changes_it(session, bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Plaats;Opmerking"
    bring_in(one("1;Jansn;0612345678;Eemstad;hond", header), with_notes=True)
    tenant = everybody()[0]
    tenant.last_name, tenant.mobile, tenant.note = "Jansen", "+31687654321", ""
    session.add(tenant)

    assert counts(bring_in(one("1;Jansn;0612345678;Eemstad;hond", header), with_notes=True)) == {"same": 1}
    assert counts(bring_in(one("1;Jansn;0612345678;Amersfoort;hond", header), with_notes=True)) == {"changed": 1}
    tenant = everybody()[0]
    assert (tenant.last_name, tenant.mobile, tenant.city, tenant.note) == ("Jansen", "+31687654321", "Amersfoort", "")

    assert counts(bring_in(one("1;Jansn;0611111111;Amersfoort;hond", header), with_notes=True)) == {"changed": 1}
    assert everybody()[0].mobile == "+31611111111"


def test_what_colleagues_erased_cannot_be_read_from_what_we_keep(session, bring_in):
    bring_in(one("1;Jansen;0612345678;"))
    kept = session.connection().exec_driver_sql("SELECT * FROM imported_facts").fetchall()
    assert "Jansen" not in str(kept)
    assert "12345678" not in str(kept)


def test_a_column_that_is_not_in_the_file_clears_nothing(bring_in, everybody):
    bring_in(one("1;Jansen;0612345678;0318-123456"))
    assert counts(bring_in(one("1;Jansen;0612345678", "Relatienr.;Achternaam;Mobiel"))) == {"same": 1}
    assert everybody()[0].landline == "+31318123456"


def test_an_emptied_cell_clears_what_the_landlord_said(bring_in, everybody):
    bring_in(one("1;Jansen;0612345678;0318-123456"))
    assert counts(bring_in(one("1;Jansen;0612345678;"))) == {"changed": 1}
    assert everybody()[0].landline is None


def test_a_number_that_moved_out_of_a_single_column_leaves_no_old_number_behind(bring_in, everybody):
    header = "Relatienr.;Achternaam;Telefoonnummer"
    bring_in(one("1;Jansen;0612345678", header))
    bring_in(one("1;Jansen;0318-123456", header))
    assert [(tenant.mobile, tenant.landline) for tenant in everybody()] == [(None, "+31318123456")]


def test_without_a_reference_number_and_name_recognise_somebody(session, bring_in, everybody):
    header = "Naam;Mobiel;Plaats"
    bring_in(one("Jansen;0612345678;Eemstad", header))
    assert counts(bring_in(one("JANSEN;06-12345678;Amersfoort", header))) == {"changed": 1}
    tenant = everybody()[0]
    tenant.last_name, tenant.mobile = "Janssen", "+31687654321"
    session.add(tenant)
    assert counts(bring_in(one("Jansen;0612345678;Amersfoort", header))) == {"same": 1}
    assert len(everybody()) == 1


def test_a_tenant_gets_a_reference_when_the_file_has_one_at_last(bring_in, everybody):
    bring_in(one("Jansen;0612345678", "Achternaam;Mobiel"))
    assert counts(bring_in(one("17;Jansen;0612345678;"))) == {"changed": 1}
    assert [tenant.external_ref for tenant in everybody()] == ["17"]


def test_a_household_behind_one_number_is_two_people(bring_in, everybody):
    bring_in(one("1;Jansen;0612345678;\n2;Bakker;0612345678;\n3;Jansen;0612345678;"))
    bring_in(one("A.;Visser;0612345670\nB.;Visser;0612345670", "Voorletters;Achternaam;Mobiel"))
    assert len(everybody()) == 5


def test_who_cannot_be_told_apart_is_not_guessed(bring_in, everybody):
    bring_in(one("1;Jansen;0612345678;\n2;Jansen;0612345678;"))
    report = bring_in(one("Jansen;0612345678;ja", "Achternaam;Mobiel;Overleden"))
    assert codes(report)[-1] == (2, "wrong", "", "ambiguous")
    assert [tenant.deceased_at for tenant in everybody()] == [None, None]


def test_an_identical_row_counts_once(bring_in, everybody):
    report = bring_in(one("1;Jansen;0612345678;\n1;Jansen;06-12345678;"))
    assert codes(report) == [(3, "skipped", "", "duplicate")]
    assert len(everybody()) == 1


def test_the_same_tenant_with_other_data_is_told(bring_in, everybody):
    report = bring_in(one("1;Jansen;0612345678;\n1;Jansen;0687654321;"))
    assert codes(report) == [(3, "wrong", "", "other_data")]
    assert say(report.rows[0].remark).startswith("Deze huurder staat ook op regel 2")
    assert [tenant.mobile for tenant in everybody()] == ["+31612345678"]


def test_who_died_is_refused_and_stopped_before_any_message(bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Overleden"
    bring_in(one("1;Jansen;0612345678;\n2;Bakker;0612345679;nee", header))
    report = bring_in(one("1;Jansen;0612345678;01-11-2026\n2;Bakker;0612345679;nee\n3;Visser;0612345670;ja", header))
    assert codes(report) == [(2, "skipped", "Overleden", "deceased"), (4, "skipped", "Overleden", "deceased")]
    assert [(one.deceased_at, one.stopped_at) for one in everybody()] == [(MONDAY_MORNING,) * 2, (None, None)]
    assert stops() == [(1, "deceased")]
    assert counts(bring_in(one("1;Jansen;0612345678;01-11-2026", header))) == {"skipped": 1}
    assert stops() == [(1, "deceased")]


def test_heirs_are_not_asked_how_they_are(bring_in, everybody):
    assert codes(bring_in(one("1;Erven J. Jansen;0612345678;"))) == [(2, "skipped", "Achternaam", "heirs")]
    assert everybody() == []


def test_one_row_about_a_death_holds_for_every_row_about_that_person(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Overleden"
    lines = ["1;Jansen;0612345678;", "1;Jansen;0612345678;ja"]
    for order in (lines, lines[::-1]):
        assert counts(bring_in(one("\n".join(order), header))) == {"skipped": 2}
    assert everybody() == []


def test_an_opt_out_stops_and_is_never_taken_back_by_a_file(session, bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Niet bellen;Geen sms"
    lines = ["1;A;0612345671;ja;", "2;B;0612345672;;x", "3;C;0612345673;nee;0", "4;D;0612345674;liever niet;"]
    report = bring_in(one("\n".join(lines), header))
    assert [tenant.stopped_at is not None for tenant in everybody()] == [True, True, False, True]
    assert [code for _row, _result, _column, code in codes(report)] == ["opted_out", "opted_out", "opted_out_unclear"]
    assert stops() == [(1, "opted_out"), (2, "opted_out"), (4, "opted_out")]
    bring_in(one("1;A;0612345671;nee;", header))
    assert everybody()[0].stopped_at is not None


def test_who_wrote_start_is_not_stopped_again_by_the_same_old_row(session, bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Niet bellen"
    bring_in(one("1;Jansen;0612345678;ja", header))
    tenant = everybody()[0]
    tenant.stopped_at = None
    session.add(tenant)
    assert counts(bring_in(one("1;Jansen;0612345678;ja", header))) == {"same": 1}
    assert everybody()[0].stopped_at is None


def test_an_opt_out_holds_even_when_the_row_is_wrong(bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Niet bellen"
    bring_in(one("1;Jansen;0612345678;", header))
    assert counts(bring_in(one("1;Jansen;06 1;ja", header))) == {"wrong": 1}
    assert everybody()[0].stopped_at == MONDAY_MORNING
    assert stops() == [(1, "opted_out")]


def test_a_stop_on_a_number_holds_for_whoever_comes_in_with_it(session, bring_in, everybody, stops):
    session.add(PhoneNumber(number="+31612345678", stopped_at=MONDAY_MORNING))
    session.add(PhoneNumber(number="+31612345670", closed_at=MONDAY_MORNING, closed_reason="wrong_number"))
    session.flush()
    report = bring_in(one("1;Jansen;+31 6 12 34 56 78;\n2;Bakker;0612345670;"))
    assert codes(report) == [(2, "new", "", "number_stopped"), (3, "new", "", "number_closed")]
    assert [tenant.stopped_at is not None for tenant in everybody()] == [True, False]
    assert stops() == [(1, "number_stopped")]


def test_an_ended_contract_is_skipped_and_the_tenant_is_not_asked_any_more(bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Einddatum contract;Contractstatus"
    bring_in(one("1;Jansen;0612345678;;LOP", header))
    lines = ["1;Jansen;0612345678;31-10-2026;LOP", "2;Bakker;0612345679;;BEE", "3;Visser;0612345670;31-12-9999;OPG"]
    report = bring_in(one("\n".join(lines), header))
    assert codes(report) == [
        (2, "skipped", "Einddatum contract", "contract_ended"),
        (3, "skipped", "Contractstatus", "contract_over"),
        (4, "new", "Contractstatus", "contract_notice"),
    ]
    assert str(everybody()[0].lease_ended_on) == "2026-10-31"
    assert stops() == [(1, "lease_ended")]
    assert counts(bring_in(one("1;Jansen;0612345678;;LOP", header))) == {"changed": 1}
    assert everybody()[0].lease_ended_on is None


def test_an_old_contract_beside_a_running_one_ends_nothing(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Einddatum contract"
    lines = ["1;Jansen;0612345678;31-10-2020", "1;Jansen;0612345678;"]
    for order in (lines, lines[::-1]):
        bring_in(one("\n".join(order), header))
        assert [tenant.lease_ended_on for tenant in everybody()] == [None]


def test_who_does_not_live_there_is_skipped(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Rol"
    report = bring_in(one("1;A;0612345671;HUU\n2;B;0612345672;MDH\n3;C;0612345673;LEV\n4;D;0612345674;WON", header))
    assert counts(report) == {"new": 2, "skipped": 2}
    assert len(everybody()) == 2


def test_wishes_and_needs_come_in(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Voorkeurskanaal;Taal;Bereikbaar;Slechthorend"
    lines = ["1;A;0612345671;POST;Perzisch;OCH;ja", "2;B;0612345672;bellen;ENG;na 18u;", "3;C;0612345673;;;;"]
    report = bring_in(one("\n".join(lines), header))
    first, second, third = everybody()
    assert (first.channel, first.language, first.best_daypart) == (Channel.NONE, "fa", "morning")
    assert first.slow_speech
    assert (second.channel, second.language, second.phone_note) == (Channel.VOICE, "en", "na 18u")
    assert (third.channel, third.language, third.slow_speech) == (Channel.AUTO, "nl", False)
    assert [code for *_place, code in codes(report)] == ["post_only", "language_fallback"]


def test_a_note_comes_in_only_when_asked_for_and_warns(bring_in, everybody):
    text = one("1;Jansen;0612345678;dementie, hond", "Relatienr.;Achternaam;Mobiel;Opmerking")
    bring_in(text)
    assert everybody()[0].note == ""
    assert codes(bring_in(text, with_notes=True)) == [(2, "changed", "Opmerking", "note_sensitive")]
    assert everybody()[0].note == "dementie, hond"


def test_two_rows_may_be_about_somebody_whom_a_colleague_added(session, bring_in, everybody):
    by_hand = {"created_at": MONDAY_MORNING, "updated_at": MONDAY_MORNING}
    session.add(Tenant(external_ref="2", last_name="Bakker", mobile="+31687654321", **by_hand))
    session.flush()
    text = one(";Bakker;0687654321;\n2;de Boer;0687654322;")
    assert codes(bring_in(text)) == [(3, "wrong", "", "other_data")]
    before = [tenant.model_dump() for tenant in everybody()]
    assert len(before) == 1
    bring_in(text)
    assert [tenant.model_dump() for tenant in everybody()] == before


def test_who_left_and_wants_no_messages_is_both_and_start_still_counts(session, bring_in, everybody, stops):
    header = "Relatienr.;Achternaam;Mobiel;Einddatum;Niet bellen"
    bring_in(one("1;Jansen;0612345678;;", header))
    bring_in(one("1;Jansen;0612345678;31-10-2026;ja", header))
    assert stops() == [(1, "opted_out"), (1, "lease_ended")]
    tenant = everybody()[0]
    assert (tenant.stopped_at, str(tenant.lease_ended_on)) == (MONDAY_MORNING, "2026-10-31")
    tenant.stopped_at = None  # wrote START
    session.add(tenant)
    bring_in(one("1;Jansen;0612345678;31-10-2026;ja", header))
    assert everybody()[0].stopped_at is None


def test_names_of_every_kind_come_in_as_they_are(bring_in, everybody):
    names = ["Ñandú", "O'Brien", "X", "Null", "True", "😀", "محمد", "=1+1", "<script>alert(1)</script>"]
    bring_in(one("\n".join(f"{n};{name};06{12345670 + n};" for n, name in enumerate(names))))
    assert [tenant.last_name for tenant in everybody()] == names


def test_a_name_of_two_hundred_letters_comes_in_and_a_longer_one_is_told(bring_in):
    report = bring_in(one(f"1;{'Aa' * 100};0612345678;\n2;{'Aa' * 101};0612345679;"))
    assert codes(report) == [(3, "wrong", "Achternaam", "too_long")]


def test_a_row_with_more_cells_than_the_header_is_not_guessed_at(bring_in):
    assert codes(bring_in(one("1;Linden; van der;0612345678;0318-123456"))) == [(2, "wrong", "", "row_too_long")]


def test_a_value_that_is_not_understood_is_told_and_left_out(bring_in, everybody):
    header = "Relatienr.;Achternaam;Mobiel;Postcode;Geboortedatum;Taal;Kanaal;Contractstatus;Einddatum"
    report = bring_in(one("1;Jansen;0612345678;12345;gisteren;Klingon;duif;raar;ooit", header))
    assert counts(report) == {"new": 1}
    assert {code for *_place, code in codes(report)} == {
        "postcode_wrong", "birth_year_wrong", "language_unknown", "channel_unknown", "contract_unknown", "date_wrong",
    }  # fmt: skip
    assert (everybody()[0].postcode, everybody()[0].birth_year) == ("", None)


@pytest.mark.parametrize(
    ("header", "code"),
    [("Relatienr.;Mobiel;Plaats", "no_last_name"), ("Relatienr.;Achternaam;Plaats", "no_phone_column")],
)
def test_a_file_without_names_or_numbers_is_refused_with_what_was_found(bring_in, header, code):
    with pytest.raises(FileRefused) as caught:
        bring_in(one("1;2;3", header))
    assert caught.value.code == code
    assert "Relatienr. · " in say(caught.value.remark)


def test_a_refused_file_changes_nothing(bring_in, everybody):
    with pytest.raises(FileRefused):
        bring_in(one('1;Jansen;0612345678;\n2;"Bakker;0612345679;'))
    assert everybody() == []


def test_a_file_of_thirty_megabytes_is_refused_unread(session, tmp_path):
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(30 * 1024 * 1024)
    with pytest.raises(FileRefused, match="file_too_large"):
        import_file(session, path, rules=Rules(MONDAY_MORNING.date()), now=MONDAY_MORNING)


def test_refused_columns_never_reach_the_database(session, bring_in):
    bring_in(one("1;Jansen;0612345678;123456782", "Relatienr.;Achternaam;Mobiel;BSN"))
    tenant = session.exec(select(Tenant)).one()
    assert "123456782" not in str(tenant.model_dump())


def test_more_tenants_than_one_portion_come_in_and_the_order_of_rows_does_not_matter(session, bring_in, everybody):
    lines = [f"{n};Jansen;06{12000000 + n};" for n in range(2100)]
    shuffled = random.Random(7).sample(lines, len(lines))
    assert counts(bring_in(one("\n".join(lines)))) == {"new": 2100}
    assert counts(bring_in(one("\n".join(shuffled)))) == {"same": 2100}
    assert len(everybody()) == 2100


def test_a_double_in_another_portion_is_found(bring_in):
    lines = [f"{n};Jansen;06{12000000 + n};" for n in range(1500)]
    text = one("\n".join([*lines, "3;Jansen;0612000003;", ";Jansen;0612000004;"]))
    tried = bring_in(text, dry_run=True).as_json()
    assert (tried["new"], tried["skipped"], tried["wrong"]) == (1500, 1, 1)
    assert bring_in(text).as_json() == tried


def test_only_imports_that_are_new_take_new_ids(session, bring_in, everybody):
    bring_in(one("1;Jansen;0612345678;"))
    session.add(Tenant(last_name="Met de hand", created_at=MONDAY_MORNING, updated_at=MONDAY_MORNING))
    session.flush()
    bring_in(one("1;Jansen;0612345678;\n2;Bakker;0612345679;"))
    assert [tenant.last_name for tenant in everybody()] == ["Jansen", "Met de hand", "Bakker"]


def test_the_counts_add_up(bring_in):
    report = bring_in(one("1;A;0612345671;\n1;A;0612345671;\n2;;0612345672;\n3;C;;"))
    assert sum(report.counts.values()) == 4
    assert (report.counts[Result.NEW], report.counts[Result.SKIPPED], report.counts[Result.WRONG]) == (2, 1, 1)
