"""Two who read at once get texts of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shown_to", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("shown_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_reply_shown_to_staff"), "staff", ["shown_to"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_reply_shown_to_staff"), type_="foreignkey")
        batch_op.drop_column("shown_until")
        batch_op.drop_column("shown_to")
