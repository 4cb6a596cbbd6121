"""Findings and settings in, a verdict out. Pure.

A check that raised, a text that can't be read and a history that is too old are judged here like any finding: by what
the user set for them (promise 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checks.model import Finding, Findings, Mistake
from proxy.model import Reply, Verdict

IN_SHORT: dict[Mistake, str] = {
    "frequency": "you wrote to them not long ago",
    "social-media": "it asks them to connect on social media",
    "presumption": "it sounds as if you had the job already",
    "thanks": "there is no thank-you in it",
    "negativity": "it may read as angry or pressing",
    "sloppiness": "something in it looks unfinished or misspelt",
    "other-offers": "it brings up other offers",
}
"""Each mistake in a few words that hold whatever the message says: they go where no text of a message may go."""


@dataclass(frozen=True, slots=True)
class Decision:
    """`reason` says why a message without findings is kept ("" where findings say it): not checked, history too old."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the user set that decides (DESIGN.md, Contract, [hold] and [history])."""

    mode: Literal["accept", "reject"] = "accept"
    on_error: Literal["hold", "forward"] = "hold"
    when_stale: Literal["hold", "forward"] = "hold"
    confirm_by_resending: bool = True

    @property
    def confirms(self) -> bool:
        """Whether a text that was refused is sent when it comes again (release.resent)."""
        return self.mode == "reject" and self.confirm_by_resending


def decide(findings: Findings, rules: Rules, *, stale: str = "") -> Decision:
    """The verdict on a message that was judged. `stale`: why its history is not to be relied on, "" where it is."""
    if findings.holds:
        return Decision(_keep(rules), findings.findings)
    if findings.contact and stale and rules.when_stale == "hold":
        return Decision(_keep(rules), findings.findings, stale)
    return Decision("forward", findings.findings)


def decide_unjudged(reason: str, rules: Rules, *, stale: str = "") -> Decision:
    """The verdict where the checks failed: `reason` is a sentence without any text of the message."""
    if rules.on_error == "hold":
        return Decision(_keep(rules), (), reason)
    if stale and rules.when_stale == "hold":
        return Decision(_keep(rules), (), stale)
    return Decision("forward", (), reason)


HOW_TO_CONFIRM = "5.7.1 To send it as it is, press Send again within 10 minutes."


def reply(decision: Decision, id_: str, *, confirms: bool = False) -> Reply:
    """What the client is told of a message that was kept (DESIGN.md, Contract, SMTP).

    `confirms`: whether sending it again is a word to send it; then the last line says so. What several findings would
    say in the same words is said once: a program's dialog has little room.
    """
    holds = [finding for finding in decision.findings if finding.effect == "hold"]
    mistakes = list(dict.fromkeys(finding.mistake for finding in holds))
    if decision.verdict == "hold":
        return Reply(250, (f"2.0.0 Held by tactful as {id_}: {', '.join(mistakes) or 'not checked'}",))
    lines = [f"5.7.1 Not sent, kept as {id_}"]
    lines += [f"5.7.1 {finding.mistake}: {_in_short(finding)}" for finding in holds]
    lines += [] if holds else [f"5.7.1 {_ascii(decision.reason) or 'not checked'}"]
    lines += [HOW_TO_CONFIRM] if confirms else []
    return Reply(550, tuple(dict.fromkeys(lines)))


def _keep(rules: Rules) -> Verdict:
    return "hold" if rules.mode == "accept" else "reject"


def _in_short(finding: Finding) -> str:
    text = IN_SHORT[finding.mistake]
    if finding.mistake == "frequency":
        due = finding.next_allowed
        return text + (f"; it may go on {due:%Y-%m-%d at %H:%M (UTC%z)}" if due else "; better not before they answer")
    return f"{text} ({finding.rule})"


def _ascii(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.encode("ascii", "replace").decode("ascii").split())[:480]
