"""The store's tables, in SQL that SQLite and PostgreSQL both speak.

Addresses are normalised (proxy.recruiters.normalise). Instants are microseconds since 1970 UTC. Secrets are never
stored; a message's bytes lie in `content`, apart from its row, so that lists never touch them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole microseconds: exact, sortable, the same on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + value * _MICROSECOND


metadata = MetaData()

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

contact = Table(
    "contact",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("account", Text, nullable=False),  # "" for what was logged by hand
    Column("source", String(8), nullable=False),  # proxy | mailbox | log
    Column("address", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("direction", String(4), nullable=False),
    Column("message_id", Text, nullable=False),
    Column("thread", JSON, nullable=False),
    Column("subject", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("answered", Boolean, nullable=False),
    Column("thanks", Boolean, nullable=False),  # of mail that tactful read: whether it thanked them
    Column("fingerprint", String(64), nullable=False),
    Column("folder", Text, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("reservation", String(32)),  # set until the upstream has taken the message
    Column("person", Text, nullable=False),  # proxy.people.person of the address
    Column("company", Text, nullable=False),  # proxy.people.company of the address
    Column("sort", String(8), nullable=False),  # "": a contact; urgent | away | bounce: none, but worth knowing
    Column("promised", Date),  # the day that they named
    Column("words", Text, nullable=False),  # theirs that name it
    Index("contact_by_person", "person", "direction", "at", "sort"),
    Index("contact_by_company", "company", "direction", "at"),
    Index("contact_by_folder", "account", "folder", "uid"),
)

# The few that are on their way.
Index(
    "contact_by_reservation",
    contact.c.reservation,
    sqlite_where=contact.c.reservation.is_not(None),
    postgresql_where=contact.c.reservation.is_not(None),
)

# The few in which somebody names a day, whenever that was.
Index(
    "contact_by_promise",
    contact.c.person,
    sqlite_where=contact.c.promised.is_not(None),
    postgresql_where=contact.c.promised.is_not(None),
)

interview = Table(
    "interview",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("account", Text, nullable=False),  # "" for what was noted by hand
    Column("source", String(8), nullable=False),  # calendar | mail | noted
    Column("uid", Text, nullable=False),  # of the calendar's event, or the Message-ID of the mail that fixes it
    Column("occurrence", String(40), nullable=False),  # of a series, by its original start; else ""
    Column("address", Text, nullable=False),
    Column("person", Text, nullable=False),  # proxy.people.person of the address
    Column("company", Text, nullable=False),  # proxy.people.company of the address
    Column("name", Text, nullable=False),  # as the calendar has it, "" where it has none
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("stamp", Instant, nullable=False),  # with the sequence: which word of it is the latest
    Column("cancelled", Boolean, nullable=False),
    Column("reminded", Instant),  # that no thanks went: asked for, once
    Column("told", Instant),  # by a digest
    Column("drafted", Instant),  # a thank-you put into Drafts
    UniqueConstraint("uid", "occurrence", "person", name="interview_once"),
    Index("interview_by_person", "person", "starts"),
    Index("interview_by_company", "company", "starts"),
    Index("interview_by_end", "ends"),
    sqlite_autoincrement=True,  # as of answers
)

folder = Table(
    "folder",
    metadata,
    Column("account", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("last_uid", BigInteger, nullable=False),
)

mailbox = Table(
    "mailbox",
    metadata,
    Column("account", Text, primary_key=True),
    Column("synced", Instant),
    Column("fault", Text, nullable=False),  # why the last reading failed, "" where it didn't
)

upstream = Table(
    "upstream",
    metadata,
    Column("account", Text, primary_key=True),
    Column("keywords", JSON, nullable=False),  # [[keyword, parameters], ...] of the last EHLO
    Column("at", Instant, nullable=False),
)

crossing = Table(
    "crossing",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("runner", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("dot_at", Instant, nullable=False),
    Index("crossing_by_digest", "digest"),
)

recruiter = Table(
    "recruiter",
    metadata,
    Column("entry", Text, primary_key=True),  # an address or a domain, as the configuration writes them
    Column("added", Boolean, nullable=False),  # False: taken off the list
    Column("at", Instant, nullable=False),
)

mute = Table(
    "mute",
    metadata,
    Column("rule", Text, primary_key=True),  # "check.rule"
    Column("address", Text, primary_key=True),  # a recruiter's; "" for anyone
    Column("at", Instant, nullable=False),
)

word = Table(
    "word",
    metadata,
    Column("word", Text, primary_key=True),  # case-folded, never misspelt
    Column("at", Instant, nullable=False),
)

stage = Table(
    "stage",
    metadata,
    Column("entry", Text, primary_key=True),  # an address or a domain
    Column("stage", String(8), nullable=False),  # offer | hired
    Column("at", Instant, nullable=False),
)

control = Table(
    "control",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", JSON, nullable=False),
)

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

# Snoozed and forgotten mail.

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

forgotten = Table(
    "forgotten",
    metadata,
    Column("digest", String(64), primary_key=True),  # proxy.forgetting.digest of a person; "" for everybody
    Column("at", Instant, nullable=False),  # what was before then is not read from the mailbox again
)
