"""Bridged calls, and drafts of what is said in them."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_call_number"), "call", ["number"], unique=False)
    op.create_table(
        "bridge",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("tenant_call_id", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rang_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("end", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_bridge_case_id_case")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_bridge_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_call_id"], ["call.id"], name=op.f("fk_bridge_tenant_call_id_call")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_bridge_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bridge")),
        sa.UniqueConstraint("tenant_call_id", name=op.f("uq_bridge_tenant_call_id")),
    )
    with op.batch_alter_table("bridge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bridge_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bridge_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_bridge_tenant_id"), ["tenant_id"], unique=False)
        batch_op.create_index(
            "uq_bridge_case",
            ["case_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'over'"),
            postgresql_where=sa.text("state <> 'over'"),
        )
        batch_op.create_index(
            "uq_bridge_number",
            ["number"],
            unique=True,
            sqlite_where=sa.text("state <> 'over'"),
            postgresql_where=sa.text("state <> 'over'"),
        )
        batch_op.create_index(
            "uq_bridge_staff",
            ["staff_id"],
            unique=True,
            sqlite_where=sa.text("state <> 'over'"),
            postgresql_where=sa.text("state <> 'over'"),
        )

    op.create_table(
        "contact_draft",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_contact_draft_case_id_case")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_contact_draft_staff_id_staff")),
        sa.PrimaryKeyConstraint("case_id", "staff_id", name=op.f("pk_contact_draft")),
    )
    with op.batch_alter_table("contact_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_draft_saved_at"), ["saved_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_call_number"), table_name="call")
    with op.batch_alter_table("contact_draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_draft_saved_at"))

    op.drop_table("contact_draft")
    with op.batch_alter_table("bridge", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_bridge_staff", sqlite_where=sa.text("state <> 'over'"), postgresql_where=sa.text("state <> 'over'")
        )
        batch_op.drop_index(
            "uq_bridge_number", sqlite_where=sa.text("state <> 'over'"), postgresql_where=sa.text("state <> 'over'")
        )
        batch_op.drop_index(
            "uq_bridge_case", sqlite_where=sa.text("state <> 'over'"), postgresql_where=sa.text("state <> 'over'")
        )
        batch_op.drop_index(batch_op.f("ix_bridge_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_bridge_staff_id"))
        batch_op.drop_index(batch_op.f("ix_bridge_case_id"))

    op.drop_table("bridge")
