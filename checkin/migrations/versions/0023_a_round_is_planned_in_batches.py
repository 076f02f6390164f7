"""a large round is planned in batches."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("campaign", sa.Column("meant", sa.Integer(), server_default="0", nullable=False))
    op.add_column("campaign", sa.Column("planned_to", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("campaign", "planned_to")
    op.drop_column("campaign", "meant")
