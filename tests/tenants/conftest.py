"""Files as landlords send them, and what an import makes of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlmodel import Session, col, select

from checkin.tenants.candidates import Rules
from checkin.tenants.models import Happening, Tenant, TimelineEntry
from checkin.tenants.report import ImportReport
from checkin.tenants.service import import_file
from tests.conftest import MONDAY_MORNING
from tests.visitor import administrator, app, colleague, coordinator, samira, visitor

__all__ = ["administrator", "app", "colleague", "coordinator", "samira", "visitor"]

Import = Callable[..., ImportReport]


def workbook(*rows: list[Any]) -> bytes:
    """Make an Excel file with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture
def bring_in(session: Session, tmp_path: Path) -> Import:
    """Import a file: text, or bytes, or lines that start with the header."""

    def run(content: str | bytes, *, dry_run: bool = False, now: Any = MONDAY_MORNING, **rules: Any) -> ImportReport:
        path = tmp_path / "huurders.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_file(session, path, rules=Rules(now.date(), **rules), now=now, dry_run=dry_run)

    return run


@pytest.fixture
def everybody(session: Session) -> Callable[[], list[Tenant]]:
    """Give all tenants as the database has them now."""

    def look() -> list[Tenant]:
        session.flush()
        session.expire_all()
        return list(session.exec(select(Tenant).order_by(col(Tenant.id))))

    return look


@pytest.fixture
def stops(session: Session) -> Callable[[], list[tuple[int | None, str]]]:
    """Give whom imports stopped, and why, as the timeline tells it."""

    def look() -> list[tuple[int | None, str]]:
        entries = session.exec(select(TimelineEntry).order_by(col(TimelineEntry.id)))
        return [(one.tenant_id, one.details["reason"]) for one in entries if one.happening is Happening.IMPORTED]

    return look
