"""What keeps a row of a file out, or its tenant unasked: a death, the end of a contract, another role, an opt-out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from checkin.tenants import cells
from checkin.tenants.candidates import Barrier, RowInHand


def _says_no(text: str, _today: date) -> bool:
    return cells.is_no(text)


def _runs_on(text: str, today: date) -> bool:
    end = cells.date_of(text, today)
    return cells.is_no(text) or (end is not None and (end >= today or end.year <= cells.EMPTY_YEAR))


HARMLESS: dict[str, Callable[[str, date], bool]] = {
    "deceased": _says_no,
    "contract_end": _runs_on,
    "contract_status": lambda text, _today: cells.contract_of(text) is cells.Contract.RUNS,
    "role": lambda text, _today: cells.is_tenant_role(text),
    "opt_out": _says_no,
}
"""When a cell has nothing to say about its row, so that it needs no closer look."""


def death(row: RowInHand) -> None:
    """Keep out whom the file says has died."""
    for column, text in row.cells("deceased"):
        if not cells.is_no(text):
            row.refuse(Barrier.DECEASED, column, "deceased")
            return


def contract(row: RowInHand) -> None:
    """Keep out whose contract has ended."""
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


def role(row: RowInHand) -> None:
    """Keep out who is no tenant."""
    column, text = row.cell("role")
    if text and not cells.is_tenant_role(text):
        row.refuse(Barrier.NOT_TENANT, column, "role_not_tenant", value=text[:40])


def opt_out(row: RowInHand) -> None:
    """Note who wants no messages; in doubt nobody is asked."""
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
