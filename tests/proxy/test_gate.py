"""Verdicts and what the client is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import get_args

import pytest

from checks.model import Finding, Findings, Mistake
from proxy.gate import Decision, Rules, decide, decide_unjudged, reply

THANKS = Finding("thanks", "thanks.missing", "hold", "canary", "canary", "body", 0, 6, "canary")
NOTE = replace(THANKS, rule="thanks.other", effect="note")
SOON = Finding("frequency", "frequency.too-soon", "hold", "canary", "a", "history")
HOLD, REJECT = Rules(), Rules(mode="reject")
LAX = Rules(on_error="forward", when_stale="forward")


@pytest.mark.parametrize(
    ("findings", "rules", "stale", "verdict"),
    [
        (Findings(), HOLD, "", "forward"),
        (Findings((NOTE,)), HOLD, "", "forward"),
        (Findings((NOTE, THANKS)), HOLD, "", "hold"),
        (Findings((THANKS,)), REJECT, "", "reject"),
        (Findings((THANKS,)), LAX, "old", "hold"),
        (Findings(), HOLD, "old", "hold"),
        (Findings(), REJECT, "old", "reject"),
        (Findings(), LAX, "old", "forward"),
        (Findings(contact=False), HOLD, "old", "forward"),
        (Findings(checked=False, reason="encrypted"), HOLD, "", "forward"),
    ],
)
def test_judged(findings: Findings, rules: Rules, stale: str, verdict: str) -> None:
    """Promise 5: a history too old is judged by `when_stale`."""
    decision = decide(findings, rules, stale=stale)
    assert (decision.verdict, decision.findings) == (verdict, findings.findings)
    assert decision.reason == (stale if verdict != "forward" and not findings.holds else "")


@pytest.mark.parametrize(
    ("rules", "stale", "verdict", "reason"),
    [
        (HOLD, "", "hold", "broke"),
        (REJECT, "", "reject", "broke"),
        (LAX, "", "forward", "broke"),
        (LAX, "old", "forward", "broke"),
        (Rules(on_error="forward"), "old", "hold", "old"),
        (Rules(on_error="forward"), "", "forward", "broke"),
    ],
)
def test_not_judged(rules: Rules, stale: str, verdict: str, reason: str) -> None:
    """Promise 5: a check that raises or runs too long is judged by `on_error`."""
    assert decide_unjudged("broke", rules, stale=stale) == Decision(verdict, (), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "lines"),
    [
        (Decision("hold", (THANKS,)), ["2.0.0 Held by tactful as abcdefgh: thanks"]),
        (Decision("hold", (SOON, THANKS, THANKS, NOTE)), ["2.0.0 Held by tactful as abcdefgh: frequency, thanks"]),
        (Decision("hold", (), "The check ran too long."), ["2.0.0 Held by tactful as abcdefgh: not checked"]),
        (
            Decision("reject", (SOON, THANKS, NOTE)),
            [
                "5.7.1 Not sent, kept as abcdefgh",
                "5.7.1 frequency: you wrote to them not long ago; better not before they answer",
                "5.7.1 thanks: there is no thank-you in it (thanks.missing)",
            ],
        ),
        (
            Decision("reject", (), "It broke –\r\n\x1b[31m" + "x" * 900),
            ["5.7.1 Not sent, kept as abcdefgh", "5.7.1 It broke ? [31m" + "x" * 465],
        ),
        (Decision("reject"), ["5.7.1 Not sent, kept as abcdefgh", "5.7.1 not checked"]),
    ],
)
def test_what_the_client_is_told(decision: Decision, lines: list[str]) -> None:
    """DESIGN.md, Contract, SMTP: ASCII, at most 512 octets a line, no text of the message."""
    came = reply(decision, "abcdefgh")
    assert came.code == (250 if decision.verdict == "hold" else 550)
    assert list(came.lines) == lines
    for line in came.lines:
        assert line.isascii()
        assert line.isprintable()
        assert len(line) <= 506
        assert "canary" not in line


def test_a_date_is_told_with_its_zone() -> None:
    due = datetime(2026, 3, 12, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    came = reply(Decision("reject", (replace(SOON, next_allowed=due),)), "abcdefgh")
    assert came.lines[1].endswith("it may go on 2026-03-12 at 09:30 (UTC+0100)")


@pytest.mark.parametrize("mistake", get_args(Mistake))
def test_each_mistake_has_its_words(mistake: Mistake) -> None:
    came = reply(Decision("reject", (replace(THANKS, mistake=mistake, rule=f"{mistake}.x"),)), "abcdefgh")
    assert came.lines[1].startswith(f"5.7.1 {mistake}: ")
