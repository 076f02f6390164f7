"""Colleagues who are offered to tenants on the line."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chat_offer",
        sa.Column("call_id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=True),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Integer(), nullable=True),
        sa.Column("talking_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["accepted_by"], ["staff.id"], name=op.f("fk_chat_offer_accepted_by_staff")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_chat_offer_call_id_call")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_chat_offer_case_id_case")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_chat_offer_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_chat_offer")),
    )
    with op.batch_alter_table("chat_offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_chat_offer_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_chat_offer_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "offer_call",
        sa.Column("call_id", sa.String(length=32), nullable=False),
        sa.Column("offer_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_offer_call_call_id_call")),
        sa.ForeignKeyConstraint(["offer_id"], ["chat_offer.call_id"], name=op.f("fk_offer_call_offer_id_chat_offer")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_offer_call_staff_id_staff")),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_offer_call")),
    )
    with op.batch_alter_table("offer_call", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offer_call_offer_id"), ["offer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_offer_call_staff_id"), ["staff_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("offer_call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_offer_call_staff_id"))
        batch_op.drop_index(batch_op.f("ix_offer_call_offer_id"))

    op.drop_table("offer_call")
    with op.batch_alter_table("chat_offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chat_offer_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_chat_offer_state"))

    op.drop_table("chat_offer")
