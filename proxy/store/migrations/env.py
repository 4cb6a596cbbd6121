"""Runs the migrations on the engine that proxy.store.engine hands over, in one writing transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import text

from proxy.store.schema import metadata

LOCK = 0x7461637466756C
"""PostgreSQL's advisory lock for this store's migrations ("tactful"). SQLite's writers are alone anyway."""

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.run_migrations()
