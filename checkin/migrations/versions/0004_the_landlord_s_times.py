"""The landlord's times."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "times_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("follows", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("text_hours", sa.String(), nullable=False),
        sa.Column("call_hours", sa.String(), nullable=False),
        sa.Column("office_hours", sa.String(), nullable=False),
        sa.Column("holidays", sa.JSON(), nullable=False),
        sa.Column("closed_days", sa.JSON(), nullable=False),
        sa.Column("postponed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_times_change_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_times_change")),
        sa.UniqueConstraint("follows", name=op.f("uq_times_change_follows")),
    )


def downgrade() -> None:
    op.drop_table("times_change")
