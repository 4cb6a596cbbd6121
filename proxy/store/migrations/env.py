"""Runs the migrations on the engine that proxy.store.engine hands over, in one writing transaction."""

from __future__ import annotations

from alembic import context

from proxy.store.schema import metadata

engine = context.config.attributes["engine"]
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
