"""standing check-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "standing_check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("every", sa.String(length=40), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("pause_from", sa.Date(), nullable=True),
        sa.Column("pause_until", sa.Date(), nullable=True),
        sa.Column("asked_how", sa.String(length=40), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["noted_by"], ["staff.id"], name=op.f("fk_standing_check_in_noted_by_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_standing_check_in_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_check_in")),
    )
    with op.batch_alter_table("standing_check_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_standing_check_in_next_at"), ["next_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_standing_check_in_tenant_id"), ["tenant_id"], unique=False)
        batch_op.create_index(
            "uq_standing_check_in_active",
            ["tenant_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "standing_round",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_standing_round_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_standing_round")),
        sa.UniqueConstraint("campaign_id", name=op.f("uq_standing_round_campaign_id")),
    )


def downgrade() -> None:
    op.drop_table("standing_round")
    with op.batch_alter_table("standing_check_in", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_standing_check_in_active",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_standing_check_in_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_standing_check_in_next_at"))

    op.drop_table("standing_check_in")
