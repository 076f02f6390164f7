"""imports in four steps."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "column_choice",
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("with_notes", sa.Boolean(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("layout", name=op.f("pk_column_choice")),
    )
    op.create_table(
        "tenant_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("with_notes", sa.Boolean(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("refusal", sa.JSON(), nullable=False),
        sa.Column("undone", sa.JSON(), nullable=False),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_tenant_import_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant_import")),
        sa.UniqueConstraint("token", name=op.f("uq_tenant_import_token")),
    )
    with op.batch_alter_table("tenant_import", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenant_import_stage"), ["stage"], unique=False)

    op.create_table(
        "tenant_import_page",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["tenant_import.id"],
            name=op.f("fk_tenant_import_page_import_id_tenant_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("import_id", "result", "page", name=op.f("pk_tenant_import_page")),
    )
    op.create_table(
        "tenant_import_undo",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["tenant_import.id"],
            name=op.f("fk_tenant_import_undo_import_id_tenant_import"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("import_id", "tenant_id", name=op.f("pk_tenant_import_undo")),
    )


def downgrade() -> None:
    op.drop_table("tenant_import_undo")
    op.drop_table("tenant_import_page")
    with op.batch_alter_table("tenant_import", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenant_import_stage"))

    op.drop_table("tenant_import")
    op.drop_table("column_choice")
