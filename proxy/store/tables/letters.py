"""Letters to the user, the tokens in them, the answers that came, and what a digest will tell."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from proxy.store.tables.base import Instant, metadata

letter = Table(
    "letter",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("account", Text, nullable=False),
    Column("kind", String(8), nullable=False),  # notice | again | back | digest | answer | thanks
    Column("about", Text, nullable=False),  # the held ID, the digest's slot, the answer's or the interview's ID
    Column("created", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled", Instant),  # delivered, or no longer wanted
    UniqueConstraint("account", "kind", "about", name="letter_once"),
)

token = Table(
    "token",
    metadata,
    Column("digest", String(64), primary_key=True),  # of the token itself, which is only in the letter
    Column("held", String(8), ForeignKey("held.id"), nullable=False),
    Column("command", String(12), nullable=False),
    Column("state", String(12), nullable=False),  # it counts while the message is in this state,
    Column("since", Instant, nullable=False),  # and has been since then
    Column("letter", Text, nullable=False),  # the Message-ID of the letter that it was written in
    Column("made", Instant, nullable=False),
    Column("spent", Instant),
    Index("token_by_held", "held"),
)

answer = Table(
    "answer",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("account", Text, nullable=False),
    Column("mail", Text, nullable=False),  # the Message-ID of the mail, or without one a digest of it
    Column("token", String(64), nullable=False),  # the digest of what it holds, which may be nobody's
    Column("received", Instant, nullable=False),
    Column("spends", Boolean, nullable=False),  # whether the token was good until this answer came
    Column("said", Text, nullable=False),  # what the letter in return says
    Column("settled", Instant),  # done or refused, and the letter asked for
    UniqueConstraint("account", "mail", "token", name="answer_once"),
    Index("answer_by_settled", "settled"),
    sqlite_autoincrement=True,  # letters name them, and outlive them: an ID that was forgotten is given to no other
)

remark = Table(
    "remark",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("account", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("recipients", JSON, nullable=False),  # [address, ...]
    Column("subject", Text, nullable=False),
    Column("findings", JSON, nullable=False),  # notes on a message that was forwarded
    Column("told", Instant),
)
