"""Alarms about danger, and who is told about a promise."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "on_call",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_on_call_changed_by_staff")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_on_call_staff_id_staff")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_on_call")),
    )
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("reply_id", sa.Integer(), nullable=True),
        sa.Column("tenant_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raised_by", sa.Integer(), nullable=True),
        sa.Column("step_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["staff.id"], name=op.f("fk_alarm_answered_by_staff")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_alarm_case_id_case")),
        sa.ForeignKeyConstraint(["raised_by"], ["staff.id"], name=op.f("fk_alarm_raised_by_staff")),
        sa.ForeignKeyConstraint(["reply_id"], ["reply.id"], name=op.f("fk_alarm_reply_id_reply")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_alarm_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarm")),
        sa.UniqueConstraint("reply_id", name=op.f("uq_alarm_reply_id")),
    )
    with op.batch_alter_table("alarm", schema=None) as batch_op:
        batch_op.create_index("ix_alarm_due", ["state", "step_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_alarm_tenant_id"), ["tenant_id"], unique=False)
        batch_op.create_index(
            "uq_alarm_open",
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'closed'"),
            postgresql_where=sa.text("state <> 'closed'"),
        )

    op.create_table(
        "nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(length=40), nullable=False),
        sa.Column("promised", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.String(length=32), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_nudge_case_id_case")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_nudge_message_id_message")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_nudge_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudge")),
        sa.UniqueConstraint("case_id", "promised", "rung", "staff_id", name="uq_nudge_told"),
    )
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_nudge_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_nudge_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "alarm_call",
        sa.Column("call_id", sa.String(length=32), nullable=False),
        sa.Column("alarm_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["alarm_id"], ["alarm.id"], name=op.f("fk_alarm_call_alarm_id_alarm")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_alarm_call_call_id_call")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_alarm_call_staff_id_staff")),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_alarm_call")),
    )
    with op.batch_alter_table("alarm_call", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alarm_call_alarm_id"), ["alarm_id"], unique=False)

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_nudge_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_next_nudge_at"), ["next_nudge_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_next_nudge_at"))
        batch_op.drop_column("next_nudge_at")

    with op.batch_alter_table("alarm_call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alarm_call_alarm_id"))

    op.drop_table("alarm_call")
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_nudge_staff_id"))
        batch_op.drop_index(batch_op.f("ix_nudge_case_id"))

    op.drop_table("nudge")
    with op.batch_alter_table("alarm", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_alarm_open", sqlite_where=sa.text("state <> 'closed'"), postgresql_where=sa.text("state <> 'closed'")
        )
        batch_op.drop_index(batch_op.f("ix_alarm_tenant_id"))
        batch_op.drop_index("ix_alarm_due")

    op.drop_table("alarm")
    op.drop_table("on_call")
