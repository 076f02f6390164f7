"""numbers in a conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "engaged_number",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("check_in_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["check_in_id"], ["check_in.id"], name=op.f("fk_engaged_number_check_in_id_check_in")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_engaged_number_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_engaged_number")),
    )
    with op.batch_alter_table("engaged_number", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_engaged_number_check_in_id"), ["check_in_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_engaged_number_ended_at"), ["ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_engaged_number_tenant_id"), ["tenant_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("engaged_number", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_engaged_number_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_engaged_number_ended_at"))
        batch_op.drop_index(batch_op.f("ix_engaged_number_check_in_id"))

    op.drop_table("engaged_number")
