"""Kept messages: their envelope and findings, their bytes, when they go, and where the mailbox shows them."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from proxy.store.tables.base import Instant, metadata

held = Table(
    "held",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("account", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("received", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("due", Instant),
    Column("sender", Text, nullable=False),
    Column("mail_parameters", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),  # [[address, [parameter, ...]], ...] as they came
    Column("subject", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("thread", JSON, nullable=False),  # [Message-ID, ...] that it answers
    Column("contact", Boolean, nullable=False),  # whether sending it is one
    Column("thanks", Boolean, nullable=False),  # whether its words thank the reader
    Column("size", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),  # of account, envelope and bytes
    Column("textprint", String(64), nullable=False),  # of what was refused and may be sent again; else ""
    Column("findings", JSON, nullable=False),
    Column("language", String(8), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("owner", String(32)),  # of the lease
    Column("lease", Instant),
    Column("dot_at", Instant),
    Column("erased", Boolean, nullable=False),
    Index("held_by_state", "state", "received"),
    Index("held_by_received", "received"),
    Index("held_by_changed", "changed"),
    Index("held_by_digest", "digest"),
    Index("held_by_textprint", "textprint"),
    Index("held_by_message_id", "message_id"),
    Index("held_by_fingerprint", "fingerprint"),
)

held_recipient = Table(
    "held_recipient",
    metadata,
    Column("held", String(8), ForeignKey("held.id"), primary_key=True),
    Column("address", Text, primary_key=True),
    Index("held_recipient_by_address", "address"),
)

content = Table(
    "content",
    metadata,
    Column("held", String(8), ForeignKey("held.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("octets", LargeBinary, nullable=False),
)

cover = Table(
    "cover",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("held", String(8), ForeignKey("held.id"), nullable=False),
    Column("account", Text, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),  # of its token, which is only in the mailbox
    Column("state", String(12), nullable=False),  # what it tells of: the message in this state,
    Column("since", Instant, nullable=False),  # and since then
    Column("folder", Text, nullable=False),  # its full name, as the server has it
    Column("made", Instant, nullable=False),
    Column("put", Instant),  # since when it is known to lie in the mailbox
    Column("missed", Instant),  # since when it isn't there though nobody took it away for a reason
    Column("over", Instant),  # taken out of the mailbox
    Column("said", Instant),  # since when it is known to have been moved to a place that says something
    Index("cover_by_held", "held"),
    Index("cover_by_account", "account", "over"),
)

sent_copy = Table(
    "sent_copy",
    metadata,
    Column("held", String(8), ForeignKey("held.id"), primary_key=True),
    Column("sent", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("settled", Instant),
)

snooze = Table(
    "snooze",
    metadata,
    Column("held", String(8), ForeignKey("held.id"), primary_key=True),
    Column("life", Integer, nullable=False),  # proxy.snooze.due.Known, of who snoozed it last
    Column("newer", Integer, nullable=False),
    Column("mine", Integer, nullable=False),
)

departure = Table(
    "departure",
    metadata,
    Column("held", String(8), ForeignKey("held.id"), primary_key=True),  # went by itself when it was due
    Column("at", Instant, nullable=False),
    Column("told", Instant),
)
