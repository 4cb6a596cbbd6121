"""How long the upstream may take for each step, after RFC 5321, section 4.5.3.2."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for the reply to each command.

    `block`: for the upstream to take a block of the body. `final`: for the reply to the dot. `other`: RSET.
    """

    mail: float = 300
    rcpt: float = 300
    data: float = 120
    block: float = 180
    final: float = 600
    other: float = 60
    quit: float = 5


PATIENCE = Patience()
