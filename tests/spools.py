"""Content as the SMTP edge hands it over, for tests of what takes it."""

from __future__ import annotations

from proxy.transit.spool import IN_MEMORY, Spool


def spooled(content: bytes, in_memory: int = IN_MEMORY) -> Spool:
    """A spool that holds it. `in_memory`: octets beyond which it is a file."""
    spool = Spool(in_memory=in_memory)
    spool.write(content)
    return spool
