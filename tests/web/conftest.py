"""The mailbox in this process, for pages that put things back into Drafts."""

from __future__ import annotations

from tests.proxy.conftest import place

__all__ = ["place"]
