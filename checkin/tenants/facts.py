"""The facts of a tenant, each read from its own cells: name, numbers, wishes, address, and what keeps a row out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checkin.tenants import addresses, cells, names
from checkin.tenants.candidates import Barrier, RowInHand
from checkin.tenants.columns import PHONES
from checkin.tenants.models import Channel
from checkin.tenants.phones import Caution, Fault, Kind, Phone, read_phone

TEXTS = ("neighbourhood", "complex", "unit_ref", "contract_ref", "team")
SPOKEN = frozenset({"nl", "en"})
"""The languages in which we ask."""


def _name(row: RowInHand) -> None:
    column, text = row.cell("last_name")
    if not text:
        row.refuse(Barrier.WRONG, column, "last_name_missing")
        return
    if names.are_heirs(text):
        row.refuse(Barrier.DECEASED, column, "heirs", value=text[:60])
    row.set("external_ref", row.cell("external_ref")[1].lstrip("'"))
    row.set("salutation", names.salutation_of(row.cell("salutation")[1]))
    row.set("initials", names.dotted(row.cell("initials")[1]))
    row.set("first_name", names.quieter(row.cell("first_name")[1]))
    row.set("name_prefix", row.cell("name_prefix")[1].lower())
    if row.layout.whole_name:
        name = names.split_name(text)
    elif "name_prefix" in row.layout.columns:
        name = names.Name(text)
    else:
        name = names.split_surname(text)
    row.set("last_name", names.quieter(name.last_name))
    row.set("salutation", name.salutation, "last_name")
    row.set("initials", names.dotted(name.initials), "last_name")
    row.set("first_name", names.quieter(name.first_name), "last_name")
    row.set("name_prefix", name.name_prefix, "last_name")
    row.set("spoken_name", row.cell("spoken_name")[1])


@dataclass(frozen=True)
class _Found:
    """A number with the cell that it stood in."""

    field: str
    column: str
    text: str
    phone: Phone


def _phones(row: RowInHand) -> None:
    row.set("phone_note", "; ".join(text for _column, text in row.cells("phone_note")))
    said_before = len(row.remarks)
    found = [one for name in PHONES for column, text in row.cells(name) for one in _phone_cell(row, name, column, text)]
    for one in found:
        _place(row, one)
    if row.numbers:
        return
    if len(row.remarks) > said_before:
        row.barrier = row.barrier or Barrier.WRONG  # a number that is not one: to be put right, not forgotten
        return
    row.remark(next((column for name in PHONES if (column := row.cell(name)[0])), ""), "no_number")


def _phone_cell(row: RowInHand, name: str, column: str, text: str) -> list[_Found]:
    read = read_phone(text, row.layout.rules.countries)
    if read.note:
        _add_phone_note(row, read.note, name)
    if read.fault and read.fault is not Fault.NO_NUMBER:
        row.remark(column, read.fault.value, value=text[:40], count=abs(read.missing))
    if Caution.MACHINE in read.cautions:
        row.remark(column, Caution.MACHINE.value, value=text[:40])
    return [_Found(name, column, text, phone) for phone in read.phones]


def _email(row: RowInHand) -> None:
    column, text = row.cell("email")
    if cells.is_no(text):
        return
    address = cells.email_of(text)
    if address is None:
        row.remark(column, "email_wrong", value=text[:40])
    row.set("email", address)


def _add_phone_note(row: RowInHand, note: str, source: str) -> None:
    before = row.values.pop("phone_note", "")
    row.set("phone_note", f"{before}; {note}".strip("; "), row.sources.pop("phone_note", source))


def _place(row: RowInHand, one: _Found) -> None:
    """Put a number where its kind belongs, or else where there is room."""
    if one.phone.number in row.layout.rules.own_numbers:
        row.remark(one.column, "phone_own", value=one.text[:40])
        return
    if one.phone.number in row.numbers:
        return
    home = "mobile" if one.phone.kind is Kind.MOBILE else "landline"
    order = ("phone_2", home) if one.field == "phone_2" else (home, "phone_2")
    for target in order:
        if target not in row.values:
            row.set(target, one.phone.number, one.field)
            return
    row.remark(one.column, "phone_left_over", value=one.text[:40])


def _wishes(row: RowInHand) -> None:
    column, text = row.cell("channel")
    channel = cells.channel_of(text) if text else Channel.AUTO
    if channel is None:
        row.remark(column, "channel_unknown", value=text[:40])
    elif channel is Channel.NONE:
        row.remark(column, "post_only")
    row.set("channel", channel)
    column, text = row.cell("language")
    language = cells.language_of(text) if text else "nl"
    if language is None:
        row.remark(column, "language_unknown", value=text[:40])
    elif language not in SPOKEN:
        row.remark(column, "language_fallback")
    row.set("language", language)
    _column, text = row.cell("slow_speech")
    row.set("slow_speech", cells.is_yes(text) or any(word in text.lower() for word in ("slecht", "doof", "langzaam")))
    _daypart(row)


def _daypart(row: RowInHand) -> None:
    _column, text = row.cell("best_daypart")
    daypart = cells.daypart_of(text) if text else None
    row.set("best_daypart", daypart)
    if not daypart and not cells.is_no(text):
        _add_phone_note(row, text, "best_daypart")


def _address(row: RowInHand) -> None:
    _column, text = row.cell("house_number")
    if text:
        house = addresses.split_number(text)
        row.set("street", row.cell("street")[1])
    else:
        house = addresses.split_address(row.cell("street")[1])
        row.set("street", house.street)
    source = "house_number" if text else "street"
    row.set("house_number", house.number, source)
    row.set("house_letter", row.cell("house_letter")[1].upper())
    row.set("house_letter", house.letter, source)
    row.set("house_addition", row.cell("house_addition")[1])
    row.set("house_addition", house.addition, source)
    column, text = row.cell("postcode")
    postcode = addresses.postcode_of(text)
    if text and not postcode:
        row.remark(column, "postcode_wrong", value=text[:40])
    row.set("postcode", postcode)
    row.set("city", addresses.place_of(row.cell("city")[1]))
    _moved_in(row)
    for name in TEXTS:
        row.set(name, row.cell(name)[1].lstrip("'") if name.endswith("ref") else row.cell(name)[1])


def _moved_in(row: RowInHand) -> None:
    column, text = row.cell("moved_in_on")
    if cells.is_no(text):
        return
    since = cells.date_of(text, row.layout.rules.today)
    if since is None:
        row.remark(column, "date_wrong", value=text[:40])
    elif since.year > cells.EMPTY_YEAR:
        row.set("moved_in_on", since)


def _birth_and_note(row: RowInHand) -> None:
    column, text = row.cell("birth_year")
    if not cells.is_no(text):
        year = cells.birth_year_of(text, row.layout.rules.today)
        if year is None:
            row.remark(column, "birth_year_wrong", value=text[:40])
        row.set("birth_year", year)
    if row.layout.rules.with_notes:
        column = row.cell("note")[0]
        note = "; ".join(text for _column, text in row.cells("note"))
        if word := cells.sensitive_word(note):
            row.remark(column, "note_sensitive", value=word)
        row.set("note", note)


def _death(row: RowInHand) -> None:
    for column, text in row.cells("deceased"):
        if not cells.is_no(text):
            row.refuse(Barrier.DECEASED, column, "deceased")
            return


def _contract(row: RowInHand) -> None:
    column, text = row.cell("contract_end")
    if not cells.is_no(text):
        _contract_end(row, column, text)
    column, text = row.cell("contract_status")
    if not text:
        return
    status = cells.contract_of(text)
    if status is cells.Contract.OVER and row.barrier is not Barrier.LEASE_ENDED:
        row.refuse(Barrier.LEASE_ENDED, column, "contract_over", value=text[:40])
        row.lease_ended_on = row.lease_ended_on or row.layout.rules.today
    elif status is cells.Contract.NOTICE:
        row.remark(column, "contract_notice", value=text[:40])
    elif status is cells.Contract.UNKNOWN:
        row.remark(column, "contract_unknown", value=text[:40])


def _contract_end(row: RowInHand, column: str, text: str) -> None:
    end = cells.date_of(text, row.layout.rules.today)
    if end is None:
        row.remark(column, "date_wrong", value=text[:40])
    elif end.year > cells.EMPTY_YEAR and end < row.layout.rules.today:
        row.refuse(Barrier.LEASE_ENDED, column, "contract_ended", value=f"{end:%d-%m-%Y}")
        row.lease_ended_on = end


def _role(row: RowInHand) -> None:
    column, text = row.cell("role")
    if text and not cells.is_tenant_role(text):
        row.refuse(Barrier.NOT_TENANT, column, "role_not_tenant", value=text[:40])


def _opt_out(row: RowInHand) -> None:
    for column, text in row.cells("opt_out"):
        if cells.is_no(text):
            continue
        since = cells.date_of(text, row.layout.rules.today)
        if since and since > row.layout.rules.today:
            continue
        sure = cells.is_yes(text) or since is not None
        row.opted_out = True
        row.remark(column, "opted_out" if sure else "opted_out_unclear", value=text[:40])
        return


STEPS: tuple[Callable[[RowInHand], None], ...] = (
    _name,
    _phones,
    _email,
    _wishes,
    _address,
    _birth_and_note,
    _death,
    _contract,
    _role,
    _opt_out,
)
