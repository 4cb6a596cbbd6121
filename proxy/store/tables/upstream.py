"""What is known of upstreams, and which messages may have reached one."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, String, Table, Text

from proxy.store.tables.base import Instant, metadata

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
