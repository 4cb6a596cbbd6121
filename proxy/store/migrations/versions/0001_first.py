"""The first tables: held messages, contacts, what the mailbox was read up to, and what is still to be delivered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("direction", sa.String(length=4), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("thread", sa.JSON(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("thanks", sa.Boolean(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("reservation", sa.String(length=32), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("sort", sa.String(length=8), nullable=False),
        sa.Column("promised", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("contact_by_person", "contact", ["person", "direction", "at", "sort"], unique=False)
    op.create_index("contact_by_company", "contact", ["company", "direction", "at"], unique=False)
    named = sa.text("promised IS NOT NULL")
    op.create_index(
        "contact_by_promise", "contact", ["person"], unique=False, sqlite_where=named, postgresql_where=named
    )
    op.create_index("contact_by_folder", "contact", ["account", "folder", "uid"], unique=False)
    on_its_way = sa.text("reservation IS NOT NULL")
    op.create_index(
        "contact_by_reservation",
        "contact",
        ["reservation"],
        unique=False,
        sqlite_where=on_its_way,
        postgresql_where=on_its_way,
    )
    op.create_table(
        "interview",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("reminded", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.BigInteger(), nullable=True),
        sa.Column("drafted", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid", "occurrence", "person", name="interview_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("interview_by_person", "interview", ["person", "starts"], unique=False)
    op.create_index("interview_by_company", "interview", ["company", "starts"], unique=False)
    op.create_index("interview_by_end", "interview", ["ends"], unique=False)
    op.create_table(
        "control",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "crossing",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("runner", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("dot_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("crossing_by_digest", "crossing", ["digest"], unique=False)
    op.create_table(
        "folder",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("last_uid", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "name"),
    )
    op.create_table(
        "held",
        sa.Column("id", sa.String(length=8), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("mail_parameters", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("thread", sa.JSON(), nullable=False),
        sa.Column("contact", sa.Boolean(), nullable=False),
        sa.Column("thanks", sa.Boolean(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("textprint", sa.String(length=64), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=True),
        sa.Column("lease", sa.BigInteger(), nullable=True),
        sa.Column("dot_at", sa.BigInteger(), nullable=True),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("held_by_changed", "held", ["changed"], unique=False)
    op.create_index("held_by_digest", "held", ["digest"], unique=False)
    op.create_index("held_by_fingerprint", "held", ["fingerprint"], unique=False)
    op.create_index("held_by_message_id", "held", ["message_id"], unique=False)
    op.create_index("held_by_received", "held", ["received"], unique=False)
    op.create_index("held_by_state", "held", ["state", "received"], unique=False)
    op.create_index("held_by_textprint", "held", ["textprint"], unique=False)
    op.create_table(
        "letter",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account", "kind", "about", name="letter_once"),
    )
    op.create_table(
        "mailbox",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("synced", sa.BigInteger(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account"),
    )
    op.create_table(
        "mute",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "address"),
    )
    op.create_table(
        "recruiter",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "stage",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("entry"),
    )
    op.create_table(
        "upstream",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account"),
    )
    op.create_table(
        "word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("word"),
    )
    op.create_table(
        "content",
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("octets", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("held", "position"),
    )
    op.create_table(
        "held_recipient",
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("held", "address"),
    )
    op.create_index("held_recipient_by_address", "held_recipient", ["address"], unique=False)
    op.create_table(
        "sent_copy",
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("held"),
    )
    op.create_table(
        "token",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("command", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("spent", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("token_by_held", "token", ["held"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("spends", sa.Boolean(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account", "mail", "token", name="answer_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("answer_by_settled", "answer", ["settled"], unique=False)
    op.create_table(
        "snooze",
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("life", sa.Integer(), nullable=False),
        sa.Column("newer", sa.Integer(), nullable=False),
        sa.Column("mine", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("held"),
    )
    op.create_table(
        "departure",
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("held"),
    )
    op.create_table(
        "forgotten",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "cover",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("held", sa.String(length=8), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("put", sa.BigInteger(), nullable=True),
        sa.Column("missed", sa.BigInteger(), nullable=True),
        sa.Column("over", sa.BigInteger(), nullable=True),
        sa.Column("said", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["held"],
            ["held.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_index("cover_by_held", "cover", ["held"], unique=False)
    op.create_index("cover_by_account", "cover", ["account", "over"], unique=False)
    turnstile = sa.table("control", sa.column("name", sa.String), sa.column("value", sa.JSON))
    op.bulk_insert(turnstile, [{"name": "turnstile", "value": 0}])
