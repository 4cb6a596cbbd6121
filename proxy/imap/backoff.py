"""When a server that gave no connection is asked again. Pure.

Promises: pauses grow, and are spread by chance, so that a thousand of these don't come back to a server in one second;
a secret that was refused is not tried again for an hour, another one at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from proxy.errors import MailboxError, MailboxLoginError

LONGEST_PAUSE = 300.0
"""Seconds between two attempts, at most."""

SAME_SECRET_PAUSE = 3600.0
"""Seconds before a secret that was refused is tried again: providers lock accounts, but they err as well."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Until when (monotonic seconds) no connection is tried, and what is said meanwhile. `refused`: the secret that was
    refused."""

    until: float = 0.0
    fault: MailboxError | None = None
    failures: int = 0
    refused: str | None = field(default=None, repr=False)

    def check(self, now: float, secret: str | None = None) -> None:
        """Raises what was wrong where no attempt may be made now: with any secret (None), or with this one."""
        if self.fault is not None and now < self.until and self.refused == secret:
            raise type(self.fault)(self.fault.what, self.fault.remedy)

    def after(self, fault: MailboxError, secret: str, now: float, chance: float) -> Pause:
        """The pause after one more failed attempt. `chance`: from 0 to 1."""
        if isinstance(fault, MailboxLoginError):
            return Pause(now + SAME_SECRET_PAUSE, fault, refused=secret)
        failures = self.failures + 1
        return Pause(now + seconds(failures, chance), fault, failures)


def seconds(failures: int, chance: float) -> float:
    """How long to wait after so many failures in a row (1 and more): 2, 4, 8 ... shortened by up to half by chance."""
    return min(LONGEST_PAUSE, 2.0 ** min(failures, 10)) * (0.5 + chance / 2)
