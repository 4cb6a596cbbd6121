"""`check --replay` on files: what is judged, as of when, by what, and what the summary says."""

from __future__ import annotations

import contextlib
import io
import json
import mailbox
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from proxy.assembly import BUILDER
from proxy.cli.main import run
from proxy.store.mutes import Mute
from proxy.store.store import Store
from tests.imports import ROOT

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
JO, MUM = "Jo Park <jo@acme.example>", "mum@home.example"
SAM = "Sam Lee <sam@example.org>"
CLEAN = "Dear Jo,\n\nThank you for your time on Friday. I enjoyed seeing the workshop.\n\nKind regards,\nSam"
NUDGE = "Dear Jo,\n\nThank you for considering me. Is there any news about the role?\n\nKind regards,\nSam"
CROSS = "Dear Jo,\n\nThank you for the interview. It is ridiculous that you still have not replied.\n\nSam"
TYPO = "Dear Jo,\n\nThank you for your time. I definately enjoyed the tour.\n\nKind regards,\nSam"


def mail(body: str, days: float, *, to: str = JO, sender: str = SAM, subject: str = "The role", **more: str) -> bytes:
    fields = {
        "From": sender,
        "To": to,
        "Subject": subject,
        "Date": format_datetime(NOW - timedelta(days=days)),
        "Message-ID": f"<{days}.{len(body)}@mail.example>",
    } | {name.replace("_", "-"): value for name, value in more.items()}
    return ("".join(f"{name}: {value}\n" for name, value in fields.items() if value) + f"\n{body}\n").encode()


class Desk:
    """Where somebody types. `said`: what was printed to standard error."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = patch
        self.said = ""
        patch.delenv("TACTFUL_CONFIG", raising=False)
        patch.chdir(folder)

    def mbox(self, *mail: bytes) -> str:
        box = mailbox.mbox(self.folder / "Sent")
        for each in mail:
            box.add(each)
        box.close()
        return "Sent"

    def configure(self, text: str = "") -> str:
        (self.folder / "config.toml").write_text(
            f"""
[[accounts]]
address = "sam@example.org"
smtp = {{ host = "smtp.example.org" }}
password = {{ keyring = true }}
[recruiters]
domains = ["acme.example"]
[store]
url = "sqlite:///{(self.folder / "tactful.db").as_posix()}"
{text}
""",
            "utf-8",
        )
        return "config.toml"

    def store(self) -> Store:
        return Store.open(f"sqlite:///{self.folder / 'tactful.db'}")

    def type(self, *words: str) -> tuple[int, str]:
        out, err = io.StringIO(), io.StringIO()
        self._patch.setattr(sys, "stdout", out)
        self._patch.setattr(sys, "stderr", err)
        self._patch.setattr(sys, "stdin", io.StringIO())
        status = run(words, BUILDER)
        self.said = err.getvalue()
        return status, out.getvalue()

    def objects(self, *words: str) -> tuple[int, list[dict[str, Any]], dict[str, Any]]:
        """Exit status, an object for each message, and the summary."""
        status, printed = self.type("check", "--json", "--replay", *words)
        *messages, summary = [json.loads(line) for line in printed.splitlines()]
        return status, messages, summary


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "160")
    return Desk(tmp_path, monkeypatch)


def verdicts(messages: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {each["file"]: [finding["rule"] for finding in each["findings"]] for each in messages}


def test_each_message_as_of_its_own_date_in_order_of_time(desk: Desk) -> None:
    sent = desk.mbox(mail(NUDGE, 1), mail(NUDGE, 40), mail(CLEAN, 41), mail(NUDGE, 30))
    status, messages, summary = desk.objects(sent)
    assert status == 1
    assert verdicts(messages) == {
        "Sent#3": [],
        "Sent#2": ["frequency.hasty"],
        "Sent#4": ["frequency.too-soon"],
        "Sent#1": ["frequency.enough"],
    }
    assert list(verdicts(messages)) == ["Sent#3", "Sent#2", "Sent#4", "Sent#1"]
    assert (summary["messages"], summary["held"], summary["answers"]) == (4, 2, 0)
    assert [each["rule"] for each in summary["rules"]] == [
        "frequency.enough",
        "frequency.too-soon",
        "frequency.hasty",
    ]
    [soon] = [each for each in messages if each["file"] == "Sent#4"]
    assert "The next message is welcome from Thu 19 February" in soon["findings"][0]["message"]


def test_an_object_has_the_keys_of_check(desk: Desk) -> None:
    content = mail(CROSS, 3)
    (desk.folder / "a.eml").write_bytes(content)
    _, [replayed], _ = desk.objects(desk.mbox(content))
    _, printed = desk.type("check", "--json", "a.eml")
    assert replayed == json.loads(printed) | {"file": "Sent#1"}


def test_an_answer_in_the_same_mailbox_counts(desk: Desk) -> None:
    answer = mail("Dear Sam, we'll see.", 35, sender=JO, to=SAM)
    sent = desk.mbox(mail(CLEAN, 41), mail(NUDGE, 30), answer, mail(NUDGE, 36))
    status, messages, summary = desk.objects(sent, "--config", desk.configure())
    assert (status, summary["answers"], summary["note"]) == (0, 1, "")
    assert verdicts(messages) == {"Sent#1": [], "Sent#4": [], "Sent#2": []}


def test_with_a_configuration_only_the_user_s_own_mail_to_recruiters(desk: Desk) -> None:
    sent = desk.mbox(
        mail(CROSS, 9, to=MUM),
        mail(CROSS, 8, sender="Kim <kim@example.org>"),
        mail(CROSS, 7, to=MUM, Bcc="kim@acme.example"),
        mail(CROSS, 6, Auto_Submitted="auto-replied"),
    )
    status, messages, summary = desk.objects(sent, "--config", desk.configure())
    assert (status, list(verdicts(messages)), summary["messages"]) == (1, ["Sent#3"], 1)
    assert "Without a configuration" not in summary["note"]


def test_without_one_all_mail_and_a_note(desk: Desk) -> None:
    sent = desk.mbox(mail(CROSS, 9, to=f"{MUM}, {SAM}"), mail(CLEAN, 8))
    status, messages, summary = desk.objects(sent)
    assert (status, len(messages), summary["held"]) == (1, 2, 1)
    assert "Without a configuration" in summary["note"]
    assert {finding["recruiter"] for each in messages for finding in each["findings"]} <= {None, "mum@home.example"}
    assert list(desk.folder.iterdir()) == [desk.folder / "Sent"]


def test_what_the_user_set_and_taught_is_minded(desk: Desk) -> None:
    unfilled = CLEAN.replace("Dear Jo", "Dear [Name]")
    sent = desk.mbox(mail(CROSS, 9), mail(TYPO, 8, to="kim@acme.example"), mail(unfilled, 7, to="lee@acme.example"))
    config = desk.configure('[checks]\n"sloppiness.placeholder" = "note"')
    before = verdicts(desk.objects(sent, "--config", config)[1])
    assert all(before.values())
    assert not (desk.folder / "tactful.db").exists()  # a look makes nothing
    store = desk.store()
    store.mutes.add([Mute(before["Sent#1"][0], "jo@acme.example")], NOW)
    store.words.add("Definately", NOW)
    store.close()
    status, messages, summary = desk.objects(sent, "--config", config)
    assert status == 0
    assert verdicts(messages) == {"Sent#1": [], "Sent#2": [], "Sent#3": ["sloppiness.placeholder"]}
    assert summary["rules"] == [
        {"rule": "sloppiness.placeholder", "held": 0, "noted": 1, "example": "[Name]"},
    ]


def test_a_single_file_is_judged_by_what_was_taught_for_anyone(desk: Desk) -> None:
    config = desk.configure()
    (desk.folder / "a.eml").write_bytes(mail(TYPO, 1))
    (desk.folder / "b.eml").write_bytes(mail(CROSS, 1))
    words = ("check", "a.eml", "b.eml", "--config", config, "--json")
    rule = json.loads(desk.type(*words)[1].splitlines()[1])["findings"][0]["rule"]
    store = desk.store()
    store.words.add("definately", NOW)
    store.mutes.add([Mute(rule, "jo@acme.example")], NOW)
    assert desk.type(*words)[0] == 1
    store.mutes.add([Mute(rule)], NOW)
    store.close()
    assert desk.type(*words)[0] == 0


def test_what_can_t_be_read_is_told_and_left_out(desk: Desk) -> None:
    sent = desk.mbox(b"", mail(CLEAN, 2))
    status, messages, summary = desk.objects(sent)
    assert status == 2
    assert messages[0] == {"file": "Sent#1", "error": "it is empty"}
    assert (messages[1]["verdict"], summary["messages"], summary["left_out"]) == ("forward", 1, 1)
    status, printed = desk.type("check", "--replay", sent)
    assert (status, desk.said) == (2, "Sent#1 is left out: it is empty.\n")
    assert "1 message could not be read." in printed


def test_what_breaks_a_check_is_left_out_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr("checks.catalog.find", breaks)
    status, [message], summary = desk.objects(desk.mbox(mail(CLEAN, 2)))
    assert (status, summary["left_out"]) == (3, 1)
    assert "canary" not in message["error"]


@pytest.mark.parametrize(
    "content", [b"\x00\xff\n\n\x80", b"Subject: x\n\n", b"Date: never\n\nHello", b"no header at all"]
)
def test_odd_mail_breaks_nothing(desk: Desk, content: bytes) -> None:
    status, _, summary = desk.objects(desk.mbox(content, b"To: jo@acme.example\n" + content, mail(CLEAN, 2)))
    assert status in (0, 1)
    assert summary["messages"] in (1, 2)


def test_a_maildir(desk: Desk) -> None:
    box = mailbox.Maildir(desk.folder / "Mail")
    keys = [box.add(mail(CLEAN, 4)), box.add(mail(CROSS, 3))]
    status, messages, summary = desk.objects("Mail")
    assert (status, summary["mailbox"], summary["held"]) == (1, "Mail", 1)
    assert list(verdicts(messages)) == [f"Mail#{key}" for key in keys]
    assert not list((desk.folder / "Mail" / "cur").iterdir())  # what is new stays new


def test_for_people(desk: Desk) -> None:
    status, printed = desk.type("check", "--replay", desk.mbox(mail(CROSS, 3), mail(CLEAN, 4)))
    lines = printed.splitlines()
    assert status == 1
    assert lines[0].endswith("to jo@acme.example: fine.")
    assert lines[1].startswith("Sent#1, Sat 7 March, ")
    assert "would be held (negativity." in lines[1]
    assert lines[2] == "1 of 2 messages would have been held."
    assert "ridiculous" in printed
    assert desk.said == ""  # no bar where nobody looks


@pytest.mark.skipif(os.name != "posix", reason="a terminal is a pty here")
@pytest.mark.parametrize("looked_at", [True, False])
def test_a_bar_is_shown_on_a_terminal_and_on_standard_error(desk: Desk, looked_at: bool) -> None:
    desk.mbox(mail(CROSS, 3), mail(CLEAN, 4))
    ours, its = os.openpty()
    with (desk.folder / "said").open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "proxy", "check", "--replay", "Sent", "--json"],
            env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=its if looked_at else file,
            stdin=subprocess.DEVNULL,
        )
    os.close(its)
    shown = b""
    with contextlib.suppress(OSError):  # how a pty says that nobody writes to it any more
        while octets := os.read(ours, 4096):  # while it runs: a terminal that nobody reads takes only so much
            shown += octets
    os.close(ours)
    printed, _ = process.communicate(timeout=100)
    assert [bool(json.loads(line)) for line in printed.splitlines()] == [True] * 3
    assert (b"Checking" in shown) == looked_at
    assert (desk.folder / "said").read_bytes() == b""


def test_nothing_to_judge(desk: Desk) -> None:
    status, printed = desk.type("check", "--replay", desk.mbox(mail(CROSS, 3)), "--config", desk.configure())
    assert status == 1
    (desk.folder / "Sent").write_bytes(b"")
    status, printed = desk.type("check", "--replay", "Sent", "--config", desk.configure())
    assert (status, printed) == (0, "In Sent is no message from you to a recruiter.\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "takes files, or a mailbox"),
        (["a.eml", "--replay", "Sent"], "takes files, or a mailbox"),
        (["--replay", "missing"], "no such file"),
        (["--replay", "config.toml"], "no line in it begins a message"),
        (["--replay", "imap", "--config", "missing.toml"], "There is no configuration"),
        (["--replay", "imap", "--config", "config.toml"], "imap names no mailbox"),
        (["--replay", "imap:kim@x.example", "--config", "config.toml"], "imap:kim@x.example names no mailbox"),
        (["--replay", "imap:kim", "--config", "config.toml"], "no mail address"),
    ],
)
def test_wrong_usage(desk: Desk, words: list[str], why: str) -> None:
    desk.configure()
    status, printed = desk.type("check", *words)
    assert (status, printed) == (2, "")
    assert why in desk.said


PRESUMING = (
    "Dear Jo,\n\nThank you for the interview yesterday. I have already told my landlord that I got the job, and I will "
    "see you on my first day on Monday.\n\nKind regards,\nSam"
)


def presumed(messages: list[dict[str, Any]]) -> list[bool]:
    return [any(each["mistake"] == "presumption" for each in message["findings"]) for message in messages]


def test_an_offer_weighs_from_the_day_on_which_it_was_noted(desk: Desk) -> None:
    config, store = desk.configure(), desk.store()
    (desk.folder / "a.eml").write_bytes(mail(PRESUMING, 1))
    sent = desk.mbox(mail(PRESUMING, 30), mail(PRESUMING, 10))
    assert presumed(desk.objects(sent, "--config", config)[1]) == [True, True]
    assert desk.type("check", "a.eml", "--config", config)[0] == 1
    store.control.set_stage("acme.example", "offer", NOW - timedelta(days=20))
    store.close()
    assert presumed(desk.objects(sent, "--config", config)[1]) == [True, False]
    assert desk.type("check", "a.eml", "--config", config)[0] == 0


def test_who_hired_the_user_is_nobody_s_recruiter_from_then_on(desk: Desk) -> None:
    config, store = desk.configure(), desk.store()
    store.control.set_stage("acme.example", "hired", NOW - timedelta(days=20))
    store.close()
    sent = desk.mbox(mail(PRESUMING, 30), mail(PRESUMING, 10))
    assert list(verdicts(desk.objects(sent, "--config", config)[1])) == ["Sent#1"]


def test_with_an_agency_each_conversation_counts_by_itself(desk: Desk) -> None:
    config = desk.configure()
    text = (desk.folder / config).read_text("utf-8").replace("domains =", "agencies =")
    (desk.folder / config).write_text(text, "utf-8")
    sent = desk.mbox(mail(NUDGE, 30, subject="One"), mail(NUDGE, 29.9, subject="Two"))
    assert desk.objects(sent, "--config", config)[2]["held"] == 0
