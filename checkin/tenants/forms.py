"""What a coordinator fills in to import tenants: a file, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SubmitField

from checkin.tenants.columns import Column, fields, recognise
from checkin.tenants.phones import masked, read_phone
from checkin.tenants.reading import Table
from checkin.web.forms import Form, _

SAMPLES = 3
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 30
CELL_CHARACTERS = 400
"""What somebody can type into one cell."""

LABELS = {
    "external_ref": _("Relatienummer"),
    "salutation": _("Aanhef"),
    "initials": _("Voorletters"),
    "first_name": _("Voornaam"),
    "name_prefix": _("Tussenvoegsel"),
    "last_name": _("Achternaam of hele naam"),
    "spoken_name": _("Hoe u de naam uitspreekt"),
    "mobile": _("Mobiel nummer"),
    "landline": _("Telefoonnummer"),
    "phone_2": _("Tweede telefoonnummer"),
    "phone_note": _("Toelichting bij telefoon"),
    "email": _("E-mailadres"),
    "channel": _("Voorkeur voor contact"),
    "language": _("Taal"),
    "birth_year": _("Geboortedatum (alleen het jaar)"),
    "deceased": _("Overleden"),
    "street": _("Straat of adres"),
    "house_number": _("Huisnummer"),
    "house_letter": _("Huisletter"),
    "house_addition": _("Toevoeging"),
    "postcode": _("Postcode"),
    "city": _("Plaats"),
    "neighbourhood": _("Wijk of buurt"),
    "complex": _("Complex"),
    "unit_ref": _("Nummer van de woning (VHE)"),
    "contract_ref": _("Contractnummer"),
    "contract_status": _("Status van het contract"),
    "contract_end": _("Einde van het contract"),
    "moved_in_on": _("Huurder sinds"),
    "role": _("Rol (huurder, medehuurder)"),
    "best_daypart": _("Beste moment"),
    "slow_speech": _("Langzaam spreken"),
    "note": _("Opmerking"),
    "opt_out": _("Niet benaderen"),
    "team": _("Team of consulent"),
}


class UploadForm(Form):
    """The file."""

    file = FileField(_("Bestand met huurders"), validators=[FileRequired(_("Kies eerst een bestand."))])


class ColumnsForm(Form):
    """What each column holds; the columns themselves are as many as the file has, and read by `chosen_columns`."""

    with_notes = BooleanField(_("Lees ook de opmerkingen in"))
    look = SubmitField(_("Klopt, controleer het bestand"))


class DecideForm(Form):
    """What to do with a file that was looked at, or was imported."""

    start = SubmitField(_("Inlezen"))
    look = SubmitField(_("Opnieuw controleren"))
    forget = SubmitField(_("Niet inlezen, gooi dit bestand weg"))
    undo = SubmitField(_("Terugdraaien"))


@dataclass(frozen=True)
class Choice:
    """One column on the page: its header, what it holds, and a few of its values."""

    column: Column
    chosen: str
    samples: tuple[str, ...]


def chosen_columns(table: Table, sent: Mapping[str, str]) -> dict[str, str]:
    """Read what somebody chose for each column; what we refuse cannot be chosen."""
    chosen = {}
    for column in recognise(table.headers):
        name = sent.get(f"column-{column.place}", "")
        if name in fields() and not column.refused and not column.of_others:
            chosen[str(column.place)] = name
    return chosen


def corrected_cells(table: Table, sent: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """Read the cells that somebody put right; a column that we never read cannot be written either."""
    allowed = {column.place for column in recognise(table.headers) if not column.refused and not column.of_others}
    found = {}
    for name, text in sent.items():
        part = re.fullmatch(r"cell-([0-9]{1,7})-([0-9]{1,3})", name)
        if part and int(part[2]) in allowed:
            found[int(part[1]), int(part[2])] = text[:CELL_CHARACTERS]
    return found


def choices(table: Table, mapped: Mapping[int, str]) -> list[Choice]:
    """Describe the columns of a file with up to three of their values."""
    rows = [cells for _number, cells in islice(table.rows(), SAMPLE_ROWS)]
    return [Choice(column, mapped.get(column.place, ""), _samples(column, rows)) for column in recognise(table.headers)]


def _samples(column: Column, rows: list[list[str]]) -> tuple[str, ...]:
    if column.refused or column.of_others:
        return ()
    values = (row[column.place].strip() for row in rows if column.place < len(row))
    return tuple(islice(dict.fromkeys(_sample(value) for value in values if value), SAMPLES))


def _sample(value: str) -> str:
    """Show a value, a telephone number only as far as one must see to recognise the column."""
    phones = read_phone(value).phones
    return masked(phones[0].number) if phones else value[:SAMPLE_CHARACTERS]
