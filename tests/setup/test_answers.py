"""What people answer: recruiters, places for a password, addresses, yes and no; and what no answer may do."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Contact
from proxy import credentials
from proxy.errors import CredentialError, UsageError
from proxy.providers import load as providers
from proxy.setup import recruiters
from proxy.setup.account import read_address
from proxy.setup.prompt import yes
from proxy.setup.proof import recruiters_like
from proxy.setup.secret_place import keep, read_place
from proxy.suggestions import Suggestion
from tests.setup.rig import NOW, Person

KNOWN = providers()
LIST = [
    Suggestion("jo@mail.acme.example", "a reason"),
    Suggestion("kim@gmail.com", "a reason"),
    Suggestion("jobs@bigco.co.uk", "a reason"),
]
CANARY = "hunter2 canary"


# Recruiters


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("", ()),
        ("nobody", ()),
        ("1", ("acme.example",)),
        ("3 1", ("bigco.co.uk", "acme.example")),
        ("2", ("kim@gmail.com",)),
        ("all", ("acme.example", "kim@gmail.com", "bigco.co.uk")),
        ("1, other.example; <Jo@Small.example>", ("acme.example", "other.example", "jo@small.example")),
        ("*.Bigco.example acme.example acme.example", ("*.bigco.example", "acme.example")),
    ],
)
def test_who_is_a_recruiter(text: str, entries: tuple[str, ...]) -> None:
    assert recruiters.read(text, LIST, KNOWN) == entries


@pytest.mark.parametrize(
    "text", ["4", "0", "99999999999", "gmail.com", "co.uk", "jo@", "@", "a b@c", "http://acme.example", "²"]
)
def test_what_is_no_recruiter(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        recruiters.read(text, LIST, KNOWN)
    assert caught.value.remedy


@given(st.text(max_size=60))
def test_any_answer_is_a_list_or_refused(text: str) -> None:
    try:
        entries = recruiters.read(text, LIST, KNOWN)
    except UsageError:
        return
    assert recruiters.read(" ".join(entries), (), KNOWN) == entries


def test_wrong_answers_are_asked_again_with_the_reason() -> None:
    sam = Person(
        ("Who is a recruiter?", "gmail.com"), ("Who is a recruiter?", "9"), ("Who is a recruiter?", "1 kim@gmail.com")
    )
    assert recruiters.ask(sam, (), LIST, ("bigco.co.uk",), KNOWN) == ("bigco.co.uk", "acme.example", "kim@gmail.com")
    sam.is_content()
    assert "Everybody can have an address there" in sam.shown
    assert "There is no number 9 in the list" in sam.shown
    assert "bigco.co.uk  (jobs@" not in sam.shown, "it counts already"


def test_sent_proposes() -> None:
    def sent(address: str, subject: str, days: int) -> Contact:
        return Contact(NOW - timedelta(days=days), "mail", "out", address, subject=subject)

    past = [
        sent("careers@bigco.example", "Hello", 3),
        sent("jo@acme.example", "Your interview on Monday", 2),
        sent("mum@home.example", "Sunday", 1),
        sent("no-reply@greenhouse.io", "Application", 1),  # counts anyway
        sent("Jo@acme.example", "Thanks", 0),
    ]
    assert [each.address for each in recruiters_like(past, KNOWN)] == ["jo@acme.example", "careers@bigco.example"]


# A place for the password


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("keyring", {"keyring": True}),
        (" Keyring ", {"keyring": True}),
        ("env:MAIL_PASSWORD", {"env": "MAIL_PASSWORD"}),
        ("file: mail-password", {"file": "mail-password"}),
        ("command:pass 'my mail'", {"command": ["pass", "my mail"]}),
    ],
)
def test_a_place(text: str, table: dict[str, object], tmp_path: Path) -> None:
    assert read_place(text, tmp_path).table == table
    assert read_place(text, tmp_path).words


@pytest.mark.parametrize(
    "text", ["", "hunter2 canary", "env:", "env:a=hunter2", "command:'hunter2", "keyring:hunter2", "file:hun\0ter2"]
)
def test_what_may_be_the_password_itself_is_not_shown(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_place(text, tmp_path)
    assert "hunter2" not in f"{caught.value} {caught.value.__cause__}"
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@given(st.text(max_size=40))
def test_any_place_is_one_or_refused(text: str) -> None:
    for answer in (text, f"command:{text}", f"file:{text}", f"env:{text}"):
        try:
            place = read_place(answer, Path("/nowhere"))
        except UsageError:
            continue
        assert place.words


def test_a_file_is_private_and_replaced_whole(tmp_path: Path) -> None:
    place = read_place("file:deep/mail-password", tmp_path)
    for value in ("first", CANARY):
        keep(place, "sam@mail.example", value)
    assert credentials.secret(place.source, account="sam@mail.example", purpose="password") == CANARY
    path = tmp_path / "deep" / "mail-password"
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("a file", "utf-8")
    with pytest.raises(CredentialError) as caught:
        keep(read_place("file:deep/mail-password", tmp_path), "sam@mail.example", CANARY)
    assert CANARY not in str(caught.value)


# Others


@pytest.mark.parametrize(("answers", "said"), [(["y"], True), (["N"], False), ([""], True), (["perhaps", "no"], False)])
def test_yes_and_no(answers: list[str], said: bool) -> None:
    sam = Person(*(("Really (y/n)", each) for each in answers))
    assert yes(sam, "Really", default=True) == said
    sam.is_content()


@pytest.mark.parametrize("text", ["", "sam", "sam@", "a b@c.example", "sam@mail.example, jo@mail.example", "sam@\0"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(UsageError):
        read_address(text)


@pytest.mark.parametrize("read", [read_address, lambda text: read_place(text, Path("/nowhere"))])
@given(text=st.text(max_size=80))
def test_only_usage_errors_come_of_answers(read: Callable[[str], object], text: str) -> None:
    with suppress(UsageError):
        read(text)
