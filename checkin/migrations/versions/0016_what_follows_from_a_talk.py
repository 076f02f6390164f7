"""What follows from a talk, with a first list of organisations and of observations for the landlord to change.

Telephone numbers are of national lines that publish them; whatever is local a landlord fills in. The national Zilverlijn
stopped on 1 March 2022: it is on the list, and not offered.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

AGREED_HELP = "de hulp die wij afspraken"
"""What a text calls an organisation of which nobody else need read."""
ORGANISATIONS = [
    ("home_care", "Thuiszorg", "de thuiszorg", "", "Vul hier de thuiszorg in uw gemeente in.", True),
    ("welfare", "Welzijnsteam", "het welzijnsteam", "", "Het welzijnswerk of wijkteam in uw gemeente.", True),
    ("municipality", "Wmo-loket van de gemeente", "de gemeente", "", "Hulp in huis, vervoer, aanpassingen.", True),
    ("debt_help", "Schuldhulp van de gemeente", AGREED_HELP, "", "", True),
    ("debt_help", "Geldfit", AGREED_HELP, "0800-8115", "Hulp bij geldzorgen, gratis en anoniem.", True),
    ("crisis", "113 Zelfmoordpreventie", AGREED_HELP, "113 of 0800-0113", "Dag en nacht, gratis en anoniem.", True),
    (
        "crisis",
        "Veilig Thuis",
        AGREED_HELP,
        "0800-2000",
        "Geweld of verwaarlozing in huis. Dag en nacht, gratis.",
        True,
    ),
    ("company", "De Luisterlijn", "de Luisterlijn", "088-0767000", "Een luisterend oor, dag en nacht.", True),
    ("company", "Zilverlijn", "de Zilverlijn", "", "De landelijke Zilverlijn stopte op 1 maart 2022.", False),
    ("company", "Ontmoeting in de buurt", "de ontmoetingsplek", "", "Buurthuis, koffie-uur, eettafel.", True),
]
OBSERVATIONS = (
    "Kinderen helpen", "Thuiszorg komt", "Buren helpen", "Is veel alleen", "Gewend aan een kleine kring",
    "Zorgen om geld", "Iets met het huis", "Gezondheid", "Iets in de buurt", "Tevreden",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "observation_kind",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_kind")),
        sa.UniqueConstraint("name", name=op.f("uq_observation_kind_name")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("name", name=op.f("uq_organisation_name")),
    )
    op.create_table(
        "correction_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_correction_file_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_file")),
    )
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fact", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["file_id"], ["correction_file.id"], name=op.f("fk_correction_file_id_correction_file")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_correction_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_correction_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_correction_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "gift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name=op.f("fk_gift_asked_by_staff")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_gift_contact_id_contact")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_gift_decided_by_staff")),
        sa.ForeignKeyConstraint(["sent_by"], ["staff.id"], name=op.f("fk_gift_sent_by_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_gift_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
    )
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index("ix_gift_open", ["state", "asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_sent_at"), ["sent_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "impression",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reaction", sa.String(length=40), nullable=True),
        sa.Column("feeling", sa.String(length=40), nullable=True),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("advised", sa.Boolean(), nullable=False),
        sa.Column("wants_to_talk", sa.Boolean(), nullable=False),
        sa.Column("talked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("talked_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_impression_contact_id_contact")),
        sa.ForeignKeyConstraint(["talked_by"], ["staff.id"], name=op.f("fk_impression_talked_by_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_impression_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_impression")),
    )
    with op.batch_alter_table("impression", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_impression_tenant_id"), ["tenant_id"], unique=False)
        batch_op.create_index(
            "ix_impression_to_discuss",
            ["at"],
            unique=False,
            sqlite_where=sa.text("wants_to_talk AND talked_at IS NULL"),
            postgresql_where=sa.text("wants_to_talk AND talked_at IS NULL"),
        )

    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_observation_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["observation_kind.id"], name=op.f("fk_observation_kind_id_observation_kind")
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_observation_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
        sa.UniqueConstraint("contact_id", "kind_id", name=op.f("uq_observation_contact_id_kind_id")),
    )
    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_observation_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_observation_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.String(), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("check_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_referral_contact_id_contact")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_referral_message_id_message")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_referral_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["reply_id"], ["reply.id"], name=op.f("fk_referral_reply_id_reply")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_referral_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_referral_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index("ix_referral_due", ["state", "check_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("referral_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_follow_up_case_id_case")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_follow_up_contact_id_contact")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_follow_up_referral_id_referral")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_follow_up_staff_id_staff")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_follow_up_tenant_id_tenant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_follow_up_due", ["state", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_referral_id"), ["referral_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_tenant_id"), ["tenant_id"], unique=False)

    fill_first_lists()


def fill_first_lists() -> None:
    names = ("kind", "name", "called", "phone", "note", "active")
    kinds = {"active": sa.Boolean()}
    organisations = sa.table("organisation", *(sa.column(name, kinds.get(name, sa.String())) for name in names))
    op.bulk_insert(organisations, [dict(zip(names, row, strict=True)) for row in ORGANISATIONS])
    observations = sa.table(
        "observation_kind",
        sa.column("name", sa.String()),
        sa.column("place", sa.Integer()),
        sa.column("active", sa.Boolean()),
    )
    rows = [{"name": name, "place": place, "active": True} for place, name in enumerate(OBSERVATIONS, 1)]
    op.bulk_insert(observations, rows)


def downgrade() -> None:
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_follow_up_staff_id"))
        batch_op.drop_index(batch_op.f("ix_follow_up_referral_id"))
        batch_op.drop_index("ix_follow_up_due")
        batch_op.drop_index(batch_op.f("ix_follow_up_case_id"))

    op.drop_table("follow_up")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_referral_staff_id"))
        batch_op.drop_index(batch_op.f("ix_referral_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_referral_message_id"))
        batch_op.drop_index("ix_referral_due")

    op.drop_table("referral")
    with op.batch_alter_table("observation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_observation_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_observation_at"))

    op.drop_table("observation")
    with op.batch_alter_table("impression", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_impression_to_discuss",
            sqlite_where=sa.text("wants_to_talk AND talked_at IS NULL"),
            postgresql_where=sa.text("wants_to_talk AND talked_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_impression_tenant_id"))

    op.drop_table("impression")
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gift_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_gift_sent_at"))
        batch_op.drop_index("ix_gift_open")

    op.drop_table("gift")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_tenant_id"))
        batch_op.drop_index(batch_op.f("ix_correction_file_id"))

    op.drop_table("correction")
    op.drop_table("correction_file")
    op.drop_table("organisation")
    op.drop_table("observation_kind")
