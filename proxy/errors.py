"""What can go wrong, each with what happened, to what, and what to do next.

Below the edges only these cross a room's wall, each raised `from` its cause. No text of a message and no secret is
ever in one of them. `exit_code` is the command line's (DESIGN.md, Contract).
"""

from __future__ import annotations

from dataclasses import dataclass


class TactfulError(Exception):
    """Base: `what` happened, and the `remedy`, both whole sentences for the user."""

    exit_code = 3

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class UsageError(TactfulError):
    """The command was given something that it can't use."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in the configuration. `value` is shown as written, or "(hidden)" for what may be secret."""

    key: str
    value: str
    remedy: str


class ConfigError(TactfulError):
    """The configuration can't be used; `faults` names everything that is wrong with it, in its order."""

    exit_code = 2

    def __init__(self, what: str, remedy: str = "", faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.faults = faults

    def __str__(self) -> str:
        lines = [super().__str__()]
        lines += [f"  {fault.key} = {fault.value}\n      {fault.remedy}" for fault in self.faults]
        return "\n".join(lines)


class CredentialError(TactfulError):
    """A secret can't be had: keyring locked, variable unset, file readable by others, command failed."""


class Declined(TactfulError):
    """A person said no to what was about to be done."""

    exit_code = 1


class SignInOnly(TactfulError):
    """The provider takes no password, only its own sign-in page."""

    exit_code = 1


class UpstreamError(TactfulError):
    """The upstream can't be used now: no network, no TLS, no login, or it closed. Nothing was sent.

    `code`, `text`: its own reply where it gave one (421, 454, 535 ...), else None and "".
    """

    def __init__(self, what: str, remedy: str = "", code: int | None = None, text: str = "") -> None:
        super().__init__(what, remedy)
        self.code = code
        self.text = text


class UnknownOutcome(TactfulError):
    """The connection failed after the final dot may have left: whether the message was sent is not known."""


class MailboxError(TactfulError):
    """The IMAP server can't be used now."""


class MailboxLoginError(MailboxError):
    """The IMAP server refused the login: trying again with the same secret helps nobody."""


class FolderMissing(MailboxError):
    """The mailbox has no such folder (Sent, Drafts)."""


class WorkerError(TactfulError):
    """The worker raised, ran too long or died: the message is judged by `on_error`."""


class StoreError(TactfulError):
    """The store can't be opened, read or written."""


class AlreadyRunning(StoreError):
    """Another `tactful run` holds this store's lock."""


class NotFound(TactfulError):
    """No held message has this ID, or several do."""

    exit_code = 2


class TooLate(TactfulError):
    """The action can't be done in the state that the message is in now."""

    exit_code = 1


class SpoolError(TactfulError):
    """A message's bytes can't be set aside while it is on its way: the disk is full or can't be written."""


class ListenError(TactfulError):
    """The SMTP server can't listen: the address is taken, not allowed, or none of them is there."""
