"""a trial repeats a code word when its campaign tells beforehand."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("trial", sa.Column("told", sa.String(length=40), server_default="none", nullable=False))
    op.add_column("trial", sa.Column("code_word", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("trial", "code_word")
    op.drop_column("trial", "told")
