from __future__ import annotations

import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.tenants.columns import field_of, fields, is_header, is_refused, mapping, recognise
from checkin.tenants.example import HEADER
from checkin.tenants.forms import LABELS

with resources.files("checkin.tenants").joinpath("column_dictionary.csv").open(encoding="utf-8") as dictionary:
    ROWS = list(csv.DictReader(dictionary))
ALIASES = [
    (alias.strip(), row["field"])
    for row in ROWS
    for alias in f"{row['aliases_nl']};{row['aliases_en']}".split(";")
    if alias.strip()
]


@pytest.mark.parametrize(("alias", "field"), ALIASES)
def test_every_known_header_leads_to_its_own_field(alias, field):
    for spelling in (alias, alias.upper(), f"  {alias}. ", alias.title()):
        if field == "(refuse)":
            assert is_refused(spelling)
        else:
            assert field_of(spelling) == field


def test_the_example_header_needs_no_click():
    columns = recognise(HEADER.split(";"))
    assert [column.field for column in columns] == [
        "external_ref", "salutation", "initials", "name_prefix", "last_name", "mobile", "landline", "street",
        "house_number", "house_addition", "postcode", "city", "unit_ref", "complex", "birth_year", "deceased",
    ]  # fmt: skip
    assert mapping(columns) == {column.place: column.field for column in columns}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Relatie.idExtern", "external_ref"),
        ("Relatie.code", "external_ref"),
        ("NatuurlijkPersoon.achternaam", "last_name"),
        ("NatuurlijkPersoon.tussenvoegsels", "name_prefix"),
        ("NatuurlijkPersoon.geslacht", "salutation"),
        ("NatuurlijkPersoon.overlijdensdatum", "deceased"),
        ("Contactgegeven(soort=MOB).waarde", "mobile"),
        ("Contactgegeven(soort=TEL).waarde", "landline"),
        ("Adres.huisnummerToevoeging", "house_addition"),
        ("Eenheid.idExtern", "unit_ref"),
        ("Huurovereenkomst.einddatum", "contract_end"),
        ("Huurovereenkomst.begindatum", "moved_in_on"),
        ("Contactgegeven(soort=EMA).waarde", "email"),
        ("Relatierol.soort", "role"),
        ("Cluster.naam", "complex"),
        ("COMMUNICATIEKANAAL", "channel"),
    ],
)
def test_the_names_of_vera_are_known(header, field):
    assert field_of(header) == field


@pytest.mark.parametrize(
    "header",
    ["BSN", "bsn-nummer", "Burgerservicenummer", "IBAN nr.", "inkomens", "burgerlijkeStaat", "Huurachterstand in euro",
     "signaleringen", "Nationaliteit", "Medicatie"],
)  # fmt: skip
def test_what_we_must_not_know_is_refused_by_name(header):
    column = recognise([header])[0]
    assert (column.refused, column.field, column.suggestion) == (True, None, None)


def test_a_header_that_is_nearly_known_is_only_a_suggestion():
    nearly, with_table, unknown = recognise(["Achternam", "Persoon.achternaam", "Kleur voordeur"])
    assert (nearly.field, nearly.suggestion) == (None, "last_name")
    assert (with_table.field, with_table.suggestion) == (None, "last_name")
    assert (unknown.field, unknown.suggestion) == (None, None)


def test_facts_about_a_third_person_are_recognised_and_left_out():
    column = recognise(["Telefoon mantelzorger"])[0]
    assert (column.of_others, column.field) == (True, None)


def test_a_title_row_is_not_a_header_and_a_short_header_is():
    assert not is_header(["Huurders per 1 november", "", ""])
    assert not is_header(["Jansen", "0612345678", "Kerkstraat"])
    assert is_header(["Naam", "Mobiel"])
    assert not is_header(["Team", "Complex"])


def test_every_field_has_a_label_on_the_page():
    assert set(LABELS) == set(fields())


@given(st.lists(st.text(max_size=60), max_size=12))
def test_no_header_breaks_the_recogniser(headers):
    assert len(recognise(headers)) == len(headers)
    is_header(headers)
