from __future__ import annotations

import pytest

from checkin.tenants.addresses import House, place_of, postcode_of, split_address
from checkin.tenants.models import Salutation
from checkin.tenants.names import Name, are_heirs, dotted, quieter, salutation_of, split_name, split_surname


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Linden, van der, A.", Name("Linden", initials="A.", name_prefix="van der")),
        ("Linden van der, A.", Name("Linden", initials="A.", name_prefix="van der")),
        ("Linden, A. van der", Name("Linden", initials="A.", name_prefix="van der")),
        ("Dhr. A. van der Linden", Name("Linden", Salutation.MR, "A.", name_prefix="van der")),
        ("mevr. J.M. Jansen-de Vries", Name("Jansen-de Vries", Salutation.MRS, "J.M.")),
        ("De heer en mevrouw Jansen", Name("Jansen")),
        ("Fam. De Boer", Name("Boer", name_prefix="de")),
        ("Anna van der Linden", Name("Linden", first_name="Anna", name_prefix="van der")),
        ("Anna Jansen", Name("Jansen", first_name="Anna")),
        ("A.B. el Amrani", Name("Amrani", initials="A.B.", name_prefix="el")),
        ("Vries, mevr. A. de", Name("Vries", Salutation.MRS, "A.", name_prefix="de")),
        ("Jansen", Name("Jansen")),
        ("O'Brien", Name("O'Brien")),
        ("X", Name("X")),
        ("Null", Name("Null")),
    ],
)
def test_a_whole_name_is_taken_apart(text, name):
    assert split_name(text) == name


def test_a_surname_gives_its_prefix_only():
    assert split_surname("van der Linden") == Name("Linden", name_prefix="van der")
    assert split_surname("García López") == Name("García López")
    assert split_surname("'t Hooft") == Name("Hooft", name_prefix="'t")


@pytest.mark.parametrize(
    ("text", "salutation"),
    [("M", Salutation.MR), ("dhr.", Salutation.MR), ("de heer", Salutation.MR), ("V", Salutation.MRS),
     ("Mw", Salutation.MRS), ("mevrouw", Salutation.MRS), ("Mrs", Salutation.MRS), ("X", Salutation.NEUTRAL),
     ("", Salutation.NEUTRAL), ("Geachte heer Van der Linden", Salutation.NEUTRAL), ("O", Salutation.NEUTRAL)],
)  # fmt: skip
def test_a_salutation_or_gender_says_how_to_greet(text, salutation):
    assert salutation_of(text) is salutation


def test_initials_get_their_dots():
    assert [dotted(text) for text in ("am", "A M", "a.m.", "Th.A.", "J.-P.", "Johanna", "")] == [
        "A.M.", "A.M.", "A.M.", "Th.A.", "J.-P.", "J.", "",
    ]  # fmt: skip


def test_a_name_in_capitals_is_made_quiet():
    assert [quieter(text) for text in ("ANNA-MARIE", "O'BRIEN", "IJSSEL", "Ñandú", "XU", "José")] == [
        "Anna-Marie", "O'Brien", "IJssel", "Ñandú", "XU", "José",
    ]  # fmt: skip


def test_heirs_are_recognised():
    assert are_heirs("Erven J. Jansen")
    assert are_heirs("De erven van mevrouw Bakker")
    assert not are_heirs("Ervens")


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Kerkstraat 12-A", House("Kerkstraat", "12", "A")),
        ("Kerkstraat 12", House("Kerkstraat", "12")),
        ("Kerkstraat 12A-3", House("Kerkstraat", "12", "A", "3")),
        ("Kerkstraat 12 bis", House("Kerkstraat", "12", "", "bis")),
        ("Kerkstraat 12 2", House("Kerkstraat", "12", "", "2")),
        ("Plein 1944 12 hs", House("Plein 1944", "12", "", "hs")),
        ("1e Kerkstraat 5", House("1e Kerkstraat", "5")),
        ("Kerkstraat nr. 12", House("Kerkstraat", "12")),
        ("Kerkstraat", House("Kerkstraat")),
    ],
)
def test_an_address_is_taken_apart(text, house):
    assert split_address(text) == house


def test_postcodes_and_places_are_written_in_one_way():
    assert [postcode_of(text) for text in ("1234ab", "1234  AB", "0234AB", "1234SS", "12345")] == [
        "1234 AB", "1234 AB", None, None, None,
    ]  # fmt: skip
    assert [place_of(text) for text in ("DEN HAAG", "'S-GRAVENHAGE", "alphen aan den rijn", "Bergen op Zoom")] == [
        "Den Haag", "'s-Gravenhage", "Alphen aan den Rijn", "Bergen op Zoom",
    ]  # fmt: skip
