"""Which findings stay silent, and what a mute covers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.model import MISTAKES, Finding, Findings
from proxy.muting import Reach, grave, heard, mutes_of
from proxy.store.mutes import Mute

JO, KIM = "jo@acme.example", "kim@acme.example"
THANKS = Finding("thanks", "thanks.missing", "hold", "m", "a", "body")
CROSS = Finding("negativity", "negativity.cross", "hold", "m", "a", "body")
OFFER = Finding("other-offers", "other-offers.offer", "hold", "m", "a", "body")
SOON = Finding("frequency", "frequency.too-soon", "hold", "m", "a", "history", recruiter=JO)
KIM_TOO = replace(SOON, recruiter=KIM)
HASTY = Finding("frequency", "frequency.hasty", "note", "m", "a", "history", recruiter=JO)


@pytest.mark.parametrize(
    ("findings", "mutes", "recruiters", "left"),
    [
        ([THANKS], [], [JO], [THANKS]),
        ([THANKS], [("thanks.missing", JO)], [JO], []),
        ([THANKS], [("thanks.missing", KIM)], [JO], [THANKS]),
        ([THANKS], [("thanks.faint", JO), ("thanks", JO)], [JO], [THANKS]),
        ([THANKS, CROSS], [("thanks.missing", JO)], [JO], [CROSS]),
        # Of text: silent only where every recruiter of the envelope has it muted.
        ([THANKS], [("thanks.missing", JO)], [JO, KIM], [THANKS]),
        ([THANKS], [("thanks.missing", JO), ("thanks.missing", KIM)], [JO, KIM], []),
        ([THANKS, SOON], [("thanks.missing", "")], [JO, KIM], [SOON]),
        # About one of them: that one's mute alone.
        ([SOON, KIM_TOO], [("frequency.too-soon", JO)], [JO, KIM], [KIM_TOO]),
        ([SOON, KIM_TOO], [("frequency.too-soon", "")], [JO, KIM], []),
        ([HASTY, SOON], [("frequency.hasty", JO)], [JO], [SOON]),
        # `tactful check` knows no recruiters: what is muted for somebody is not muted for nobody in particular.
        ([THANKS], [("thanks.missing", JO)], [], [THANKS]),
        ([THANKS], [("thanks.missing", "")], [], []),
    ],
)
def test_heard(
    findings: list[Finding], mutes: list[tuple[str, str]], recruiters: list[str], left: list[Finding]
) -> None:
    before = Findings(tuple(findings), "en", contact=False)
    after = heard(before, {Mute(*mute) for mute in mutes}, recruiters)
    assert after == replace(before, findings=tuple(left))


@pytest.mark.parametrize(
    ("findings", "reach", "recruiters", "mutes"),
    [
        ([THANKS, SOON], "", [JO], []),
        ([THANKS, SOON, HASTY], "recipients", [], [("frequency.too-soon", JO)]),
        ([THANKS, HASTY], "recipients", [JO, KIM], [("thanks.missing", JO), ("thanks.missing", KIM)]),
        ([SOON], "recipients", [JO, KIM], [("frequency.too-soon", JO)]),
        ([THANKS, THANKS, SOON], "anyone", [JO, KIM], [("thanks.missing", ""), ("frequency.too-soon", "")]),
        ([replace(THANKS, effect="note")], "anyone", [JO], []),
    ],
)
def test_what_a_mute_covers(
    findings: list[Finding], reach: Reach, recruiters: list[str], mutes: list[tuple[str, str]]
) -> None:
    assert mutes_of(findings, reach, recruiters) == tuple(Mute(*mute) for mute in mutes)


@pytest.mark.parametrize("reach", ["recipients", "anyone"])
def test_what_is_muted_is_not_heard_again(reach: Reach) -> None:
    found = Findings((SOON, KIM_TOO, THANKS, CROSS, HASTY), "en")
    mutes = mutes_of(found.findings, reach, [JO, KIM])
    assert heard(found, mutes, [JO, KIM]).findings == (HASTY,)


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("effect", ["hold", "note"])
def test_two_mistakes_take_a_second_word(mistake: str, effect: str) -> None:
    finding = Finding(mistake, f"{mistake}.any", effect, "m", "a", "body")  # type: ignore[arg-type]
    wanted = mistake in ("negativity", "other-offers") and effect == "hold"
    assert grave([finding, THANKS, finding]) == ((finding.rule,) if wanted else ())
