"""What the user said while tactful ran: recruiters, muted rules, words, stages, and what `run` reads."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, String, Table, Text

from proxy.store.tables.base import Instant, metadata

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
