"""The roster of colleagues."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster_exception",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_roster_exception_changed_by_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_roster_exception_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_exception")),
        sa.UniqueConstraint("staff_id", "day", name=op.f("uq_roster_exception_staff_id_day")),
    )
    with op.batch_alter_table("roster_exception", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roster_exception_day"), ["day"], unique=False)

    op.create_table(
        "roster_hours",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("joins", sa.Boolean(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_roster_hours_changed_by_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_roster_hours_staff_id_staff")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_roster_hours")),
    )


def downgrade() -> None:
    op.drop_table("roster_hours")
    with op.batch_alter_table("roster_exception", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roster_exception_day"))

    op.drop_table("roster_exception")
