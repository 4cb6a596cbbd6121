"""What one SMTP server bears."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """Counts, and times in seconds.

    `logins`: failed ones in a connection; the n-th is answered after n times `login_delay`. `idle`: how long the client
    may be silent (RFC 5321, section 4.5.3.2.7: at least five minutes). `goodbye`: how long a client may take to read
    the last reply. `unknown`: commands that nobody knows. `spools`: where large messages are put while they are looked
    at; default: the system's folder for temporary files.
    """

    connections: int = 50
    recipients: int = 5_000
    logins: int = 3
    login_delay: float = 1.0
    idle: float = 300.0
    goodbye: float = 5.0
    unknown: int = 10
    spools: Path | None = None
