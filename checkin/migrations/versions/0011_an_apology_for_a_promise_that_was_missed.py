"""An apology for a promise that was missed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answered_for_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("again_before", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_column("again_before")
        batch_op.drop_column("answered_for_at")
