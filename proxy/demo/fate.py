"""What became of a message, from what was really seen of it, and whether that is what was promised. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from checks.model import Finding, Mistake
from proxy.demo.mailbag import Promise
from proxy.demo.upstream import Taken
from proxy.model import Held

Became = Literal["forwarded", "held", "rejected", "lost", "changed", "both"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a message after it was sent: the proxy's reply, what the upstream took, what the store keeps.

    `notes`: findings on a forwarded one. `remark`: why it was not judged, in words, "" where it was.
    """

    reply: str
    sent: bytes
    taken: Sequence[Taken] = ()
    kept: Held | None = None
    notes: tuple[Finding, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """A message of the mailbag and what became of it."""

    promise: Promise
    seen: Seen

    @property
    def became(self) -> Became:
        """`lost`: neither server nor store has it. `changed`: the server got other bytes or recipients, or it twice."""
        taken, kept = self.seen.taken, self.seen.kept
        if taken and kept:
            return "both"
        if kept:
            return "rejected" if kept.state == "rejected" else "held"
        if not taken:
            return "lost"
        wanted = Taken(self.promise.letter.sender.address, (self.promise.letter.to.address,), self.seen.sent)
        return "forwarded" if list(taken) == [wanted] else "changed"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """For which it was held, or notes on what was sent."""
        return self.seen.kept.findings if self.seen.kept else self.seen.notes

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """For which it was held, each once."""
        return tuple(dict.fromkeys(each.mistake for each in self.findings if each.effect == "hold"))

    @property
    def as_promised(self) -> bool:
        """Whether the bytes went where they must, for the reasons for which they must, and the client was told."""
        held_for = self.promise.held_for
        if self.became != ("held" if held_for else "forwarded") or self.mistakes != held_for:
            return False
        kept = self.seen.kept
        return kept is None or f"Held by tactful as {kept.id}: {', '.join(held_for)}" in self.seen.reply

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons as sentences for people."""
        if self.findings:
            return tuple(each.message for each in self.findings)
        if self.seen.kept:
            return (self.seen.kept.outcome,)
        if self.became == "lost":
            return (self.seen.reply,)
        return (self.seen.remark or "Nothing in it that could hurt.",)


def as_json(fate: Fate) -> dict[str, Any]:
    """What programs are told of a message."""
    letter, kept = fate.promise.letter, fate.seen.kept
    return {
        "to": letter.to.address,
        "subject": letter.subject,
        "became": fate.became,
        "id": kept.id if kept else None,
        "mistakes": list(fate.mistakes),
        "rules": list(dict.fromkeys(each.rule for each in fate.findings)),
        "why": list(fate.why),
        "reply": fate.seen.reply,
        "promised": {"became": "held" if fate.promise.held_for else "forwarded", "mistakes": [*fate.promise.held_for]},
        "as_promised": fate.as_promised,
    }
