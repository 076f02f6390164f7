"""The order of the work list as columns; skipping, forwarding, undoing, and wishes heard in other calls."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

PUT_IN_ORDER = """
    UPDATE "case" SET
        lane = CASE
            WHEN urgent THEN 0
            WHEN lapse_told_at IS NOT NULL AND told_at IS NOT NULL AND again_before IS NULL AND first_rang_at IS NULL
                THEN 1
            WHEN kind = 'round' AND call_at IS NULL THEN 3
            ELSE 2
        END,
        due_at = COALESCE(call_at, promised_before, opened_at)
"""


def upgrade() -> None:
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("wished_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wished_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_wish_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_wish_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
    )
    with op.batch_alter_table("wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "case_skip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_skip_case_id_case")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_case_skip_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_case_skip_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_skip")),
    )
    with op.batch_alter_table("case_skip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_skip_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_case_skip_staff_id_at", ["staff_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_skip_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "undo_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_undo_step_case_id_case")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_undo_step_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undo_step")),
    )
    with op.batch_alter_table("undo_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_undo_step_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_undo_step_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_undo_step_until"), ["until"], unique=False)

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wish_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("forwarded_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("forwarded_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("kept_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("heard_by", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("skips", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("lane", sa.Integer(), server_default="2", nullable=False))
        batch_op.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_index(batch_op.f("ix_case_work"))
        batch_op.create_index("ix_case_order", ["state", "lane", "due_at", "id"], unique=False)
        batch_op.create_index(
            "ix_case_not_rung",
            ["promised_before"],
            unique=False,
            sqlite_where=sa.text("first_rang_at IS NULL"),
            postgresql_where=sa.text("first_rang_at IS NULL"),
        )
        batch_op.create_index("ix_case_call_back", ["state", "call_at", "id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_case_forwarded_by_staff"), "staff", ["forwarded_by"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_case_wish_id_wish"), "wish", ["wish_id"], ["id"])
    op.execute(PUT_IN_ORDER)


def downgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_wish_id_wish"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_case_forwarded_by_staff"), type_="foreignkey")
        batch_op.drop_index("ix_case_call_back")
        batch_op.drop_index("ix_case_not_rung")
        batch_op.drop_index("ix_case_order")
        batch_op.create_index(batch_op.f("ix_case_work"), ["state", "urgent", "promised_before"], unique=False)
        batch_op.drop_column("due_at")
        batch_op.drop_column("lane")
        batch_op.drop_column("skips")
        batch_op.drop_column("heard_by")
        batch_op.drop_column("heard_at")
        batch_op.drop_column("kept_until")
        batch_op.drop_column("forwarded_at")
        batch_op.drop_column("forwarded_by")
        batch_op.drop_column("wish_id")

    with op.batch_alter_table("undo_step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_undo_step_until"))
        batch_op.drop_index(batch_op.f("ix_undo_step_staff_id"))
        batch_op.drop_index(batch_op.f("ix_undo_step_case_id"))

    op.drop_table("undo_step")
    with op.batch_alter_table("case_skip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_skip_tenant_id"))
        batch_op.drop_index("ix_case_skip_staff_id_at")
        batch_op.drop_index(batch_op.f("ix_case_skip_case_id"))

    op.drop_table("case_skip")
    with op.batch_alter_table("wish", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wish_tenant_id"))

    op.drop_table("wish")
