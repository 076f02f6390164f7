from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.tenants.phones import Caution, Fault, Kind, is_mobile, masked, national, read_phone

MOBILE, LANDLINE = "+31612345678", "+31201234567"


@pytest.mark.parametrize(
    "cell",
    [
        "0612345678",
        "06-12345678",
        "06 1234 5678",
        "06.12.34.56.78",
        "06 - 12 34 56 78",
        "0031612345678",
        "+31 (0)6 12345678",
        "+31(0)612345678",
        "+310612345678",
        "31612345678",
        "612345678",
        612345678,
        612345678.0,
        31612345678.0,
        "612345678.0",
        "612345678,00",
        "06１２３４５６７８",
        "٠٦١٢٣٤٥٦٧٨",
        "\u200e06\u200b12345678\u200f",
        "0612345678\n",
        "\t06\u00a012345678",
        "tel:+31612345678",
        "'0612345678",
        "06–12345678",
        "0612345678/0612345678",
    ],
)
def test_the_same_number_in_every_spelling_is_read(cell):
    read = read_phone(cell)
    assert [(phone.number, phone.kind) for phone in read.phones] == [(MOBILE, Kind.MOBILE)]
    assert (read.fault, read.note) == (None, "")


@pytest.mark.parametrize(
    ("cell", "numbers", "note"),
    [
        ("06-12345678 (dochter)", [MOBILE], "dochter"),
        ("dochter: 06-12345678", [MOBILE], "dochter"),
        ("0612345678 na 18u", [MOBILE], "na 18u"),
        ("612345678 dochter", [MOBILE], "dochter"),
        ("0201234567 / 0612345678", [LANDLINE, MOBILE], ""),
        ("0612345678/0687654321", [MOBILE, "+31687654321"], ""),
        ("0612345678\n0201234567", [MOBILE, LANDLINE], ""),
        ("06 12345678 of 020-1234567 tussen 9 en 12", [MOBILE, LANDLINE], "of tussen 9 en 12"),
        ("06 12345678 / 0900-1234", [MOBILE], "0900-1234"),
    ],
)
def test_words_beside_a_number_become_a_note(cell, numbers, note):
    read = read_phone(cell)
    assert ([phone.number for phone in read.phones], read.note) == (numbers, note)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("", Fault.NO_NUMBER),
        (None, Fault.NO_NUMBER),
        ("geheim", Fault.NO_NUMBER),
        ("onbekend", Fault.NO_NUMBER),
        ("geen", Fault.NO_NUMBER),
        ("-", Fault.NO_NUMBER),
        ("0", Fault.NO_NUMBER),
        (0, Fault.NO_NUMBER),
        (True, Fault.NO_NUMBER),
        ("6.12345678E+08", Fault.CUT_OFF),
        ("6.12345678e8", Fault.CUT_OFF),
        ("6,12E+08", Fault.CUT_OFF),
        ("=0612345678", Fault.FORMULA),
        ("o612345678", Fault.LETTERS),
        ("O6 12345678", Fault.LETTERS),
        ("0612345678dochter", Fault.LETTERS),
        ("0612345678x123", Fault.EXTENSION),
        ("0612345678;ext=9", Fault.EXTENSION),
        ("06 1234567", Fault.ONE_SHORT),
        ("06 123456789", Fault.ONE_LONG),
        ("06 1234", Fault.SHORT),
        ("06 12345678 90123", Fault.LONG),
        ("0671234567", Fault.NOT_IN_USE),
        ("0600000000", Fault.NOT_IN_USE),
        ("112", Fault.NOT_PERSONAL),
        ("14020", Fault.NOT_PERSONAL),
        ("0900-1234", Fault.NOT_PERSONAL),
        ("0800 0113", Fault.NOT_PERSONAL),
        ("088-1234567", Fault.NOT_PERSONAL),
        ("084-1234567", Fault.NOT_PERSONAL),
        ("085-1234567", Fault.NOT_PERSONAL),
        ("0661234567", Fault.NOT_PERSONAL),
        ("+32470123456", Fault.COUNTRY),
        ("+49 1512 3456789", Fault.COUNTRY),
        ("+597 8123456", Fault.COUNTRY),
        ("+881612345678", Fault.COUNTRY),
        ("06+12345678", Fault.UNREADABLE),
        ("1 " * 300, Fault.UNREADABLE),
    ],
)
def test_what_is_not_a_persons_number_is_never_dialled(cell, fault):
    read = read_phone(cell)
    assert (read.phones, read.fault) == ((), fault)


def test_a_country_is_allowed_by_the_settings():
    read = read_phone("+32 470 12 34 56", frozenset({"NL", "BE"}))
    assert [phone.number for phone in read.phones] == ["+32470123456"]


def test_a_lost_zero_and_a_number_for_machines_are_noticed():
    assert read_phone(612345678).cautions == (Caution.ZERO_ADDED,)
    assert read_phone("097012345678").cautions == (Caution.MACHINE,)
    assert read_phone("0612345678").cautions == ()


def test_how_many_digits_are_missing_is_told():
    assert (read_phone("06 1234").missing, read_phone("06 12345678 90").missing) == (4, -2)


def test_numbers_are_written_as_people_do():
    assert [national(number) for number in (MOBILE, "+31318123456", LANDLINE, "+32470123456", "nonsense")] == [
        "06 12345678",
        "0318 123 456",
        "020 123 4567",
        "+32 470 12 34 56",
        "nonsense",
    ]


def test_a_masked_number_can_be_recognised_and_not_be_rung():
    assert masked(MOBILE) == "06 •• •• 56 78"
    assert masked("+31318123456") == "0318 ••• 456"
    assert masked(LANDLINE) == "020 ••• •567"


def test_only_mobiles_are_texted():
    assert (is_mobile(MOBILE), is_mobile(LANDLINE), is_mobile("nonsense")) == (True, False, False)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.text("0123456789+-/ ().ex;", max_size=40)))
def test_no_cell_breaks_the_reader(cell):
    read = read_phone(cell)
    assert bool(read.phones) != bool(read.fault)
    for phone in read.phones:
        assert phone.number.startswith("+31")
        assert read_phone(phone.number).phones == (phone,)
