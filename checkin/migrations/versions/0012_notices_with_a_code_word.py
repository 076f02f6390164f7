"""notices with a code word."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaign_notice",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_notice_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_campaign_notice")),
    )
    op.create_table(
        "notice",
        sa.Column("check_in_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("code_word", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_notice_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["check_in_id"], ["check_in.id"], name=op.f("fk_notice_check_in_id_check_in")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_notice_message_id_message")),
        sa.PrimaryKeyConstraint("check_in_id", name=op.f("pk_notice")),
        sa.UniqueConstraint("message_id", name=op.f("uq_notice_message_id")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(
            "ix_notice_waiting",
            ["check_in_id"],
            unique=False,
            sqlite_where=sa.text("waits"),
            postgresql_where=sa.text("waits"),
        )


def downgrade() -> None:
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_waiting", sqlite_where=sa.text("waits"), postgresql_where=sa.text("waits"))
        batch_op.drop_index(batch_op.f("ix_notice_campaign_id"))

    op.drop_table("notice")
    op.drop_table("campaign_notice")
