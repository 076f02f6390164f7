"""The facts of a tenant, each read from its own cells: name, numbers, wishes, address, and what keeps a row out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from checkin.domain.tongues import LANGUAGES
from checkin.tenants import addresses, barriers, cells, names
from checkin.tenants.candidates import Barrier, Layout, RowInHand, Value
from checkin.tenants.columns import PHONES
from checkin.tenants.models import Channel
from checkin.tenants.phones import Caution, Fault, Kind, Phone, read_phone

PLAIN: dict[str, Callable[[str], Value]] = {
    "external_ref": lambda text: text.lstrip("'"),
    "salutation": names.salutation_of,
    "initials": names.dotted,
    "first_name": names.quieter,
    "name_prefix": str.lower,
    "spoken_name": str,
    "house_letter": str.upper,
    "house_addition": str,
    "city": addresses.place_of,
    "neighbourhood": str,
    "complex": str,
    "unit_ref": lambda text: text.lstrip("'"),
    "contract_ref": lambda text: text.lstrip("'"),
    "team": str,
}
"""Facts that any text is good for: read first, as what a column of its own says goes before what is found elsewhere."""


def _plain(row: RowInHand) -> None:
    for name in row.layout.plain:
        if text := row.cell(name)[1]:
            row.set(name, PLAIN[name](text))


def name_in(text: str, layout: Layout) -> names.Name:
    """Take a name apart, as far as the other columns of the file leave that to this one."""
    if layout.whole_name:
        return names.split_name(text)
    return names.Name(text) if "name_prefix" in layout.columns else names.split_surname(text)


def beside_surname(name: names.Name) -> dict[str, Value]:
    """Give what stood in one cell with a surname."""
    return {
        "salutation": name.salutation,
        "initials": names.dotted(name.initials),
        "first_name": names.quieter(name.first_name),
        "name_prefix": name.name_prefix,
    }


def _name(row: RowInHand) -> None:
    column, text = row.cell("last_name")
    if not text:
        row.refuse(Barrier.WRONG, column, "last_name_missing")
        return
    if names.are_heirs(text):
        row.refuse(Barrier.DECEASED, column, "heirs", value=text[:60])
    name = name_in(text, row.layout)
    row.set("last_name", names.quieter(name.last_name))
    if name.last_name != text:
        for field, value in beside_surname(name).items():
            row.set(field, value, "last_name")


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


Read = tuple[Value, str]
"""What a cell says, and the code of what there is to say about it."""


def _email(text: str, _today: date) -> Read:
    if cells.is_no(text):
        return "", ""
    address = cells.email_of(text)
    return (address, "") if address else ("", "email_wrong")


def _channel(text: str, _today: date) -> Read:
    channel = cells.channel_of(text)
    if channel is None:
        return None, "channel_unknown"
    return channel, "post_only" if channel is Channel.NONE else ""


def _language(text: str, _today: date) -> Read:
    language = cells.language_of(text)
    if language is None:
        return None, "language_unknown"
    return language, "" if language in LANGUAGES else "language_fallback"


def _hearing(text: str, _today: date) -> Read:
    return cells.is_yes(text) or any(word in text.lower() for word in ("slecht", "doof", "langzaam")), ""


def _postcode(text: str, _today: date) -> Read:
    postcode = addresses.postcode_of(text)
    return postcode, "" if postcode else "postcode_wrong"


def _moved_in(text: str, today: date) -> Read:
    if cells.is_no(text):
        return None, ""
    since = cells.date_of(text, today)
    if since is None:
        return None, "date_wrong"
    return since if since.year > cells.EMPTY_YEAR else None, ""


def _birth(text: str, today: date) -> Read:
    if cells.is_no(text):
        return None, ""
    year = cells.birth_year_of(text, today)
    return year, "" if year else "birth_year_wrong"


ALONE: dict[str, Callable[[str, date], Read]] = {
    "email": _email,
    "channel": _channel,
    "language": _language,
    "slow_speech": _hearing,
    "postcode": _postcode,
    "moved_in_on": _moved_in,
    "birth_year": _birth,
}
"""Facts that follow from one cell and nothing else."""


def _alone(row: RowInHand) -> None:
    for name, read in ALONE.items():
        column, text = row.cell(name)
        if text:
            value, code = read(text, row.layout.rules.today)
            row.set(name, value)
            if code:
                row.remark(column, code, value=text[:40])


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
    row.set("house_letter", house.letter, source)
    row.set("house_addition", house.addition, source)


def _note(row: RowInHand) -> None:
    if row.layout.rules.with_notes:
        column = row.cell("note")[0]
        note = "; ".join(text for _column, text in row.cells("note"))
        if word := cells.sensitive_word(note):
            row.remark(column, "note_sensitive", value=word)
        row.set("note", note)


Step = Callable[[RowInHand], None]
STEPS: tuple[tuple[Step, frozenset[str]], ...] = (
    (_plain, frozenset(PLAIN)),
    (_name, frozenset({"last_name"})),
    (_phones, frozenset({*PHONES, "phone_note"})),
    (_alone, frozenset(ALONE)),
    (_daypart, frozenset({"best_daypart"})),
    (_address, frozenset({"street", "house_number"})),
    (_note, frozenset({"note"})),
    (barriers.death, frozenset({"deceased"})),
    (barriers.contract, frozenset({"contract_end", "contract_status"})),
    (barriers.role, frozenset({"role"})),
    (barriers.opt_out, frozenset({"opt_out"})),
)
"""What is read, in this order, each with the columns without which it has nothing to read."""


def steps_for(fields: Iterable[str]) -> tuple[Step, ...]:
    """Give the steps that have something to read in a file with these fields."""
    present = frozenset(fields)
    return tuple(step for step, needed in STEPS if not present.isdisjoint(needed))
