"""What the last file said about a tenant: so that the next one changes only what the landlord changed."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class ImportedFacts(SQLModel, table=True):
    """Fingerprints only: what a colleague erased from a tenant is gone, and still not imported back."""

    __tablename__ = "imported_facts"

    tenant_id: int = Field(primary_key=True, foreign_key="tenant.id", ondelete="CASCADE")
    identity: str = Field(default="", index=True)
    """By which a row without a reference is recognised: name with number, or with address."""
    said: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)
    """For each fact that was filled: its fingerprint, and the column that it came out of when that was another one."""
