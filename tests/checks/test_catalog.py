"""All seven together: order, settings, other languages, what can't be read, and offsets for any text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks import catalog, negativity
from checks.model import MISTAKES, Contact, Finding, Findings, History, Level, Message, Settings
from tests.checks.messages import letter

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
ALL_SIX = letter(
    "Cheryl,\n\nHow hard can it be to answer one email? I already quit the warehouse, so see you Monday as your new "
    "driver. I have another job offer from a bank, and they need my answer by Friday. I've added you on Facebook. "
    "Have you decided? I definately want the the job.\n\nKim",
)
CLEAN = letter("Dear Dana,\n\nThank you for seeing me on Tuesday. I liked the workshop and its people.\n\nKim Lowe")


def find(message: Message, levels: Mapping[str, Level] | None = None, histories: tuple[History, ...] = ()) -> Findings:
    given_settings = Settings() if levels is None else Settings(levels=levels)
    return catalog.find(message, ("dana@acme.example",), histories, NOW, given_settings)


def pestered() -> History:
    sent = tuple(
        Contact(NOW - timedelta(days=day), "mail", "out", "dana@acme.example", f"<{day}@post.example>")
        for day in (9, 6, 2)
    )
    return History("dana@acme.example", sent, NOW)


def test_everything_at_once_in_the_fixed_order() -> None:
    found = find(ALL_SIX, histories=(pestered(),))
    assert found.mistakes == MISTAKES
    assert found.language == "en"
    assert (found.checked, found.reason, found.contact) == (True, "", True)
    places = [(MISTAKES.index(one.mistake), one.part == "body", one.start or 0) for one in found.findings]
    assert places == sorted(places)


def test_a_clean_letter_is_clean() -> None:
    assert find(CLEAN).findings == ()


def test_a_nudge_that_thanks_for_the_meeting_of_long_ago_is_a_nudge() -> None:
    thanks = "Dear Dana,\n\nThank you again for the interview last month."
    assert "frequency" not in find(letter(f"{thanks}\n\nKim Lowe"), histories=(pestered(),)).mistakes
    nudge = letter(f"{thanks} Is there any news about the post?\n\nKim Lowe")
    assert find(nudge, histories=(pestered(),)).mistakes == ("frequency",)


def test_thanks_that_went_before_make_their_want_a_note() -> None:
    nudge = letter("Dear Dana,\n\nIs there any news about the post?\n\nKim Lowe")
    before = Contact(NOW - timedelta(days=9), "mail", "out", "dana@acme.example", "<9@post.example>", thanks=True)
    [finding] = find(nudge, histories=(History("dana@acme.example", (before,), NOW),)).findings
    assert (finding.rule, finding.effect) == ("thanks.missing", "note")
    assert "thanks" in find(nudge).mistakes
    assert (find(nudge).thanks, find(CLEAN).thanks) == (False, True)


def test_a_level_is_a_checks_or_a_rules() -> None:
    assert "negativity" not in find(ALL_SIX, {"negativity": "off"}).mistakes
    noted = find(ALL_SIX, {"negativity": "note"})
    assert "negativity" not in noted.mistakes
    assert any(one.mistake == "negativity" and one.effect == "note" for one in noted.findings)
    rule = next(one.rule for one in find(ALL_SIX).findings if one.mistake == "negativity")
    assert any(one.rule == rule for one in find(ALL_SIX, {"negativity": "off", rule: "hold"}).holds)
    assert not any(one.rule == rule for one in find(ALL_SIX, {rule: "off"}).findings)


def test_machine_mail_is_not_looked_at_and_no_contact() -> None:
    machine = replace(ALL_SIX, kind="machine", kind_reason="Auto-Submitted: auto-replied")
    found = find(machine, histories=(pestered(),))
    assert found == Findings(checked=False, reason="Auto-Submitted: auto-replied", contact=False)


def test_what_cannot_be_read_is_judged_by_the_history_alone() -> None:
    found = find(replace(ALL_SIX, body="", unreadable="encrypted"), histories=(pestered(),))
    assert (found.checked, found.reason, found.contact) == (False, "encrypted", True)
    assert found.mistakes == ("frequency",)


def test_another_language_is_named_and_only_what_is_plain_in_it_is_found() -> None:
    body = (
        "Olá Dana,\n\nObrigada por me avisar. Envio em anexo o currículo para a vaga em [Company], como me pediu ontem "
        "na nossa conversa por telefone.\n\nKim"
    )
    found = find(letter(body), histories=(pestered(),))
    assert (found.checked, found.reason, found.language) == (False, "written in Portuguese", "pt")
    assert {one.mistake for one in found.findings} <= {"frequency", "sloppiness"}
    assert "sloppiness.placeholder" in {one.rule for one in found.findings}
    assert "frequency" in found.mistakes


def test_a_check_that_raises_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(catalog, "TEXT_CHECKS", (negativity.find, broken))
    with pytest.raises(ZeroDivisionError):
        find(CLEAN)


def assert_points_back(message: Message, found: Findings) -> None:
    for one in found.findings:
        if one.start is None or one.end is None:
            assert (one.start, one.end, one.excerpt) == (None, None, "")
            continue
        source = message.subject if one.part == "subject" else message.body
        assert one.part in ("subject", "body")
        assert source[one.start : one.end] == one.excerpt != ""
        assert one.message
        assert one.advice


PIECES = st.sampled_from(
    ["Hi Jo,\n\n", "i", " definately ", "add me on Insta", "\n> quoted\n", "I can\u2019t wait to start!", "\u00a0",
     "😊", "\n\n", "I have another offer from a bank.", "How hard can it be to answer?", "[Company]", "\nKim",
     "the the ", "e\u0301", "\u200b", "Is there any news?", "\u0130", "\n-- \nKim", "!!!", "\ud83d",
     "On 3 Jun 2025, at 14:06, Jo <jo@acme.example> wrote:\n"]
)  # fmt: skip


@given(body=st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=200)), subject=st.text(max_size=30))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_finding_points_at_its_words_in_any_text(body: str, subject: str) -> None:
    message = letter(body, subject=subject)
    assert_points_back(message, find(message))


@pytest.mark.parametrize("dressed", [str, str.upper, lambda body: body.replace("'", "\u2019").replace(" ", "\u00a0")])
def test_every_finding_points_at_its_words_in_a_letter(dressed: type[str]) -> None:
    message = replace(ALL_SIX, body="\U0001f600 " + dressed(ALL_SIX.body))
    found = find(message)
    assert found.findings
    assert_points_back(message, found)


def test_the_language_model_and_the_proxy_are_not_loaded_for_a_letter_in_english() -> None:
    program = (
        "import sys, json; from checks import catalog; "
        "print(json.dumps([name for name in ('proxy', 'py3langid', 'asyncio') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
