"""Contacts and interviews, how far each mailbox was read for them, and who is forgotten."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Index, Integer, String, Table, Text, UniqueConstraint

from proxy.store.tables.base import Instant, metadata

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

forgotten = Table(
    "forgotten",
    metadata,
    Column("digest", String(64), primary_key=True),  # proxy.forgetting.digest of a person; "" for everybody
    Column("at", Instant, nullable=False),  # what was before then is not read from the mailbox again
)
