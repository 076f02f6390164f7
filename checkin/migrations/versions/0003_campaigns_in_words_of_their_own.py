"""campaigns in words of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_playbook",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["staff.id"], name=op.f("fk_own_playbook_created_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_playbook")),
    )
    op.create_table(
        "instructions",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("text_hours", sa.String(), nullable=False),
        sa.Column("call_hours", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_instructions_campaign_id_campaign")),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_instructions")),
    )
    op.create_table(
        "trial",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_trial_campaign_id_campaign")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_trial_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial")),
    )
    with op.batch_alter_table("trial", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trial_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_trial_number"), ["number"], unique=False)

    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hours", sa.String(), nullable=False, server_default=""))

    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("steps_done", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("who", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("playbook", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("helpers", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("robot", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("portion", sa.Integer(), nullable=False, server_default="20"))
        batch_op.add_column(sa.Column("refill_below", sa.Integer(), nullable=False, server_default="5"))
        batch_op.add_column(sa.Column("next_portion_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.alter_column("started_at", existing_type=sa.DATETIME(), nullable=True)
        batch_op.create_index(batch_op.f("ix_campaign_next_portion_at"), ["next_portion_at"], unique=False)

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hours", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    # Before there were drafts every campaign had started.
    op.execute("UPDATE campaign SET started_at = CURRENT_TIMESTAMP WHERE started_at IS NULL")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_column("hours")

    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_campaign_next_portion_at"))
        batch_op.alter_column("started_at", existing_type=sa.DATETIME(), nullable=False)
        batch_op.drop_column("next_portion_at")
        batch_op.drop_column("refill_below")
        batch_op.drop_column("portion")
        batch_op.drop_column("robot")
        batch_op.drop_column("helpers")
        batch_op.drop_column("playbook")
        batch_op.drop_column("who")
        batch_op.drop_column("steps_done")
        batch_op.drop_column("starts_at")
        batch_op.drop_column("changed_at")

    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.drop_column("hours")

    with op.batch_alter_table("trial", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trial_number"))
        batch_op.drop_index(batch_op.f("ix_trial_campaign_id"))

    op.drop_table("trial")
    op.drop_table("instructions")
    op.drop_table("own_playbook")
