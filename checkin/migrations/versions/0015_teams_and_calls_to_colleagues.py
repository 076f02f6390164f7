"""Teams, what colleagues speak, calls to colleagues, and for whom a case is meant."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.add_column(sa.Column("staff_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("purpose", sa.String(length=40), server_default="menu", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_call_staff_id_staff"), "staff", ["staff_id"], ["id"])

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("team_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("meant_for", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_meant_for"), ["meant_for"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_team_id"), ["team_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_case_team_id_team"), "team", ["team_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_case_meant_for_staff"), "staff", ["meant_for"], ["id"])

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("staff_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_message_staff_id_staff"), "staff", ["staff_id"], ["id"])

    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("spoken_languages", sa.String(), server_default="nl", nullable=False))
        batch_op.add_column(sa.Column("team_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("case_limit", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("rests_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("hints_seen", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_staff_team_id"), ["team_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_staff_team_id_team"), "team", ["team_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_staff_team_id_team"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_staff_team_id"))
        batch_op.drop_column("hints_seen")
        batch_op.drop_column("rests_until")
        batch_op.drop_column("case_limit")
        batch_op.drop_column("team_id")
        batch_op.drop_column("spoken_languages")
        batch_op.drop_column("phone")

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_message_staff_id_staff"), type_="foreignkey")
        batch_op.drop_column("staff_id")

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_meant_for_staff"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_case_team_id_team"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_case_team_id"))
        batch_op.drop_index(batch_op.f("ix_case_meant_for"))
        batch_op.drop_column("meant_for")
        batch_op.drop_column("team_id")

    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_call_staff_id_staff"), type_="foreignkey")
        batch_op.drop_column("purpose")
        batch_op.drop_column("staff_id")

    op.drop_table("team")
