"""Finding the first case of a team, or meant for a colleague, by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_team_id"))
        batch_op.drop_index(batch_op.f("ix_case_meant_for"))
        batch_op.create_index("ix_case_meant_for", ["meant_for", "state", "lane", "due_at"], unique=False)
        batch_op.create_index("ix_case_team", ["team_id", "state", "lane", "due_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index("ix_case_team")
        batch_op.drop_index("ix_case_meant_for")
        batch_op.create_index(batch_op.f("ix_case_meant_for"), ["meant_for"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_team_id"), ["team_id"], unique=False)
