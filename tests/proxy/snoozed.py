"""A snoozed message, for the tests of what becomes of it."""

from __future__ import annotations

from datetime import timedelta

from tests.proxy.house import DAY, MINUTE, House, letter


def snoozed(home: House, *, due: timedelta = -MINUTE, content: bytes = letter(), **more: object) -> str:
    """Written three days ago, snoozed then."""
    now, home.now = home.now, home.now - 3 * DAY
    id_ = home.keep(content, **more)
    home.now = now
    assert home.store.held.move(id_, {"held"}, "snoozed", home.now - 2 * DAY, due=home.now + due)
    return id_
