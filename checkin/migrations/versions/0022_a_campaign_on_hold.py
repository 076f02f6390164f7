"""a campaign is held back by one row, however many check-ins it has."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "campaign_on_hold",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_on_hold_campaign_id_campaign")
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_campaign_on_hold")),
    )
    op.execute(
        "INSERT INTO campaign_on_hold (campaign_id) SELECT id FROM campaign WHERE state IN ('paused', 'stopped')"
    )
    op.drop_column("check_in", "held")


def downgrade() -> None:
    op.add_column("check_in", sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE check_in SET held = true WHERE campaign_id IN (SELECT campaign_id FROM campaign_on_hold)")
    op.drop_table("campaign_on_hold")
