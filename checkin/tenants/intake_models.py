"""The import of a file as a row: what waits to be looked at, how far it is, what it did, and how to take it back."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from checkin.db import Named


class Stage(StrEnum):
    """How far an import is; the stages that end in -ing are work that waits for a worker or is under way."""

    COLUMNS = "columns"
    CHECKING = "checking"
    CHECKED = "checked"
    IMPORTING = "importing"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class TenantImport(SQLModel, table=True):
    """One file. What it holds is on disk under its token, and gone when the import is done or a day has passed."""

    __tablename__ = "tenant_import"

    id: int | None = Field(default=None, primary_key=True)
    token: str = Field(unique=True)
    name: str
    stage: Stage = Field(default=Stage.COLUMNS, sa_type=Named(Stage), index=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    columns: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    """Which field each column holds, by the column's place."""
    with_notes: bool = False
    corrections: dict[str, dict[str, str]] = Field(default_factory=dict, sa_type=sa.JSON)
    """What was put right in place: by row, and by the column's place."""
    counts: dict[str, int] = Field(default_factory=dict, sa_type=sa.JSON)
    refusal: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    """Why the file cannot be imported as it is: a code and its values."""
    undone: dict[str, int] = Field(default_factory=dict, sa_type=sa.JSON)
    rows_done: int = 0
    created_at: datetime
    claimed_at: datetime | None = None
    """Since when a worker is at it; whoever died over it is followed by another."""
    finished_at: datetime | None = None


class ImportPage(SQLModel, table=True):
    """Rows of a file that come to the same result, as many as one page shows; gone when the import is done."""

    __tablename__ = "tenant_import_page"

    import_id: int = Field(primary_key=True, foreign_key="tenant_import.id", ondelete="CASCADE")
    result: str = Field(primary_key=True)
    page: int = Field(primary_key=True)
    rows: list[dict[str, Any]] = Field(default_factory=list, sa_type=sa.JSON)


class ImportUndo(SQLModel, table=True):
    """How one tenant was before an import, for a day; without anything it was not there."""

    __tablename__ = "tenant_import_undo"

    import_id: int = Field(primary_key=True, foreign_key="tenant_import.id", ondelete="CASCADE")
    tenant_id: int = Field(primary_key=True)
    before: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)


class ColumnChoice(SQLModel, table=True):
    """What the columns of a file with these headers hold, as somebody chose the last time."""

    __tablename__ = "column_choice"

    layout: str = Field(primary_key=True)
    """A fingerprint of the headers."""
    columns: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    with_notes: bool = False
    chosen_at: datetime
