"""The whole dialogue of setup against a real mailbox and a real submission server: what it asks and writes."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxy import config as configuration
from proxy.errors import CredentialError, Declined, MailboxError, SignInOnly, TactfulError, UpstreamError, UsageError
from proxy.setup.answers import Answers
from proxy.setup.outside import Service
from proxy.setup.wizard import Written, setup
from tests.setup.conftest import Provider
from tests.setup.rig import Person, Stopped, World

pytestmark = [pytest.mark.dovecot, pytest.mark.postfix]

WRONG = "canary of a wrong password"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tactful" / "config.toml"


def answered(provider: Provider, **more: Any) -> Answers:
    return Answers(
        **{"address": provider.address, "smtp": provider.smtp, "imap": provider.imap, "password": "file:pw"} | more
    )


def done(path: Path, sam: Person, answers: Answers, world: World | None = None) -> Written:
    written = setup(path, sam, answers, (world or World()).outside())
    sam.is_content()
    return written


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir()) if path.parent.exists() else []


def test_as_little_as_possible_is_asked(path: Path, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the address, the password and who is a recruiter; the servers are found."""
    monkeypatch.setattr("proxy.credentials.has_keyring", lambda: True)
    stored: list[tuple[str, str, str]] = []
    monkeypatch.setattr("proxy.credentials.remember", lambda *words: stored.append(words))
    domain = provider.address.partition("@")[2]
    dns = {
        f"_submission._tcp.{domain}": [Service("localhost", provider.postfix.submission)],
        f"_imaps._tcp.{domain}": [Service("localhost", provider.dovecot.tls_port)],
    }
    sam = Person(
        ("Your mail address", "sam"),
        ("Your mail address", provider.address),
        ("Do you know it as your provider's (y/n) [n]", "y"),
        ("Password", WRONG),
        ("Now: t try again, p other password or user name, s other servers, g go on without the proof [p]", ""),
        ("User name", ""),
        ("Password", provider.password),
        ("Who is a recruiter?", "1 2"),
    )
    written = done(path, sam, Answers(), World(dns=dns))
    assert written.proved
    assert written.config.recruiters.domains == ("acme.example", "bigco.example")
    assert written.account.smtp.security == "starttls"
    assert stored == [(provider.address, "password", provider.password)]
    assert names(path) == ["config.toml"]
    assert "That is no mail address." in sam.shown
    assert "localhost, which is another domain" in sam.shown
    assert "refused the login" in sam.shown
    assert 'Sent is "Sent"' in sam.shown
    assert 'about: "interview"' in sam.shown
    assert WRONG not in sam.shown + path.read_text("utf-8")
    assert provider.password not in sam.shown + path.read_text("utf-8")
    # proved without a trace: nothing was sent, nothing was changed
    assert "queued" not in provider.postfix.log()


def test_options_answer_everything(path: Path, provider: Provider) -> None:
    sam = Person(("Password", provider.password))
    written = done(path, sam, answered(provider, recruiters=("acme.example jo@small.example",)))
    assert written.proved
    assert written.backup is None
    assert names(path) == ["config.toml", "pw"]
    assert tomllib.loads(path.read_text("utf-8")) == {
        "accounts": [
            {
                "address": provider.address,
                "smtp": {"host": "localhost", "port": provider.postfix.submissions, "security": "tls"},
                "imap": {"host": "localhost", "port": provider.dovecot.tls_port, "security": "tls"},
                "password": {"file": "pw"},
            }
        ],
        "recruiters": {"domains": ["acme.example"], "addresses": ["jo@small.example"]},
    }


FORMER = """
# Mine.
[[accounts]]
address = "other@mail.example"
smtp = {{ host = "smtp.mail.example" }}
password = {{ env = "OTHER" }}

[[accounts]]
address = "{address}"
aliases = ["s@mail.example"]
smtp = {{ host = "localhost", port = {smtp}, security = "tls" }}
imap = {{ host = "localhost", port = {imap}, security = "tls", sent = "Sent" }}
password = {{ file = "pw" }}
client_password = {{ env = "CLIENT" }}

[recruiters]
domains = ["old.example"]
except = ["friend@old.example"]

[checks]
"sloppiness.readability" = "off"
"""


def former(path: Path, provider: Provider) -> str:
    text = FORMER.format(address=provider.address, smtp=provider.postfix.submissions, imap=provider.dovecot.tls_port)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    (path.parent / "pw").touch(mode=0o600)
    (path.parent / "pw").write_text(provider.password, "utf-8")
    return text


def test_what_stands_there_is_the_default_of_each_answer(path: Path, provider: Provider) -> None:
    text = former(path, provider)
    before = tomllib.loads(text)
    sam = Person(
        ("Your mail address [other@mail.example]", provider.address.upper().replace("EXAMPLE.ORG", "example.org")),
        ("Password", ""),
        ("Who is a recruiter?", "1"),
        ("Replace", ""),
    )
    written = done(path, sam, Answers())
    after = tomllib.loads(path.read_text("utf-8"))
    assert after["recruiters"] == before["recruiters"] | {"domains": ["old.example", "acme.example"]}
    assert after["checks"] == before["checks"]
    assert after["accounts"][0] == before["accounts"][0]
    assert after["accounts"][1] == before["accounts"][1]
    assert written.backup is not None
    assert written.backup.read_text("utf-8") == text


@pytest.mark.parametrize("answers", [{}, {"recruiters": ("acme.example",)}])
def test_nothing_is_replaced_without_a_word(path: Path, provider: Provider, answers: dict[str, Any]) -> None:
    text = former(path, provider)
    questions = [("Password", ""), *([] if answers else [("Who is a recruiter?", "")]), ("Replace", "n")]
    with pytest.raises(Declined) as caught:
        done(path, Person(*questions), Answers(address=provider.address, **answers))
    assert "Nothing was written" in caught.value.what
    assert caught.value.exit_code == 1
    assert path.read_text("utf-8") == text
    assert names(path) == ["config.toml", "pw"]


def test_one_that_can_not_be_used_is_kept_and_explained(path: Path, provider: Provider) -> None:
    path.parent.mkdir()
    path.write_text("[[accounts]]\naddress = 5\n", "utf-8")
    sam = Person(("Password", provider.password), ("Who is a recruiter?", ""), ("Replace", "yes"))
    written = done(path, sam, answered(provider))
    assert written.backup is not None
    assert "accounts[1].address = 5" in sam.shown


@pytest.mark.parametrize("question", ["Your mail address", "Password", "Now:", "Who is a recruiter?", "Replace"])
def test_ctrl_c_leaves_nothing_half_written(path: Path, provider: Provider, question: str) -> None:
    text = former(path, provider) if question == "Replace" else None
    before = names(path)
    sam = Person(
        *([] if text else [("Your mail address", provider.address)]),
        ("Password", WRONG if question == "Now:" else provider.password),
        *([] if question == "Now:" else [("Who is a recruiter?", "1")]),
        stop=question,
    )
    answers = answered(provider, address=provider.address if text else None)
    with pytest.raises(Stopped):
        setup(path, sam, answers, World().outside())
    assert names(path) == before
    assert text is None or path.read_text("utf-8") == text


def test_servers_that_are_not_found_are_asked_for(path: Path, provider: Provider) -> None:
    sam = Person(
        ("The server that sends your mail (SMTP)", "http://mail"),
        ("The server that sends your mail (SMTP)", "localhost:9/tls"),
        ("The server of your mailbox (IMAP)", "none"),
        ("Password", provider.password),
        ("Now:", "x"),
        ("Now:", "s"),
        ("The server that sends your mail (SMTP) [localhost:9/tls]", provider.smtp),
        ("The server of your mailbox (IMAP)", provider.imap),
        ("Who is a recruiter?", ""),
    )
    written = done(path, sam, Answers(address=provider.address, password="file:pw"))
    assert written.proved
    assert written.account.imap is not None
    assert "refuses connections" in sam.shown


def test_without_a_proof(path: Path) -> None:
    answers = Answers(address="sam@mail.example", smtp="localhost:9/tls", mailbox=False, password="file:pw")
    sam = Person(("Password", "x\ty"), ("Password", ""), ("Password", "right"), ("Now:", "g"), ("Whose mail", ""))
    written = done(path, sam, answers)
    assert not written.proved
    assert written.account.imap is None
    assert "The password alone" in sam.shown or "signs that no password has" in sam.shown


def test_where_there_is_no_keyring(path: Path, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proxy.credentials.has_keyring", lambda: False)
    monkeypatch.setenv("SETUP_TEST_PASSWORD", provider.password)
    sam = Person(
        ("Where to keep it [file:mail-password]", provider.password),
        ("Where to keep it", "env:NOT_SET_HERE"),
        ("Where to keep it", "env:SETUP_TEST_PASSWORD"),
    )
    answers = answered(provider, password=None, recruiters=("acme.example",))
    written = done(path, sam, answers)
    assert written.account.password.kind == "env"
    assert provider.password not in sam.shown
    assert "holds no password" in sam.shown


def test_who_wants_an_app_password_is_told_where_to_make_it(path: Path) -> None:
    sam = Person(("Password", "right"), ("Whose mail", ""))
    done(path, sam, Answers(address="sam@gmail.com", password="file:pw", login=False))
    assert "Gmail needs a password for this program alone." in sam.shown
    assert "myaccount.google.com/apppasswords" in sam.shown
    assert "smtp.gmail.com, port 465, TLS (as Gmail has it)" in sam.shown


def test_who_takes_no_password_at_all(path: Path) -> None:
    with pytest.raises(SignInOnly) as caught:
        done(path, Person(("Try it with a password all the same", "")), Answers(address="sam@outlook.com"))
    assert caught.value.exit_code == 1
    assert names(path) == []


def test_a_stranger_that_dns_names_is_not_told_the_password(path: Path) -> None:
    dns = {"_submissions._tcp.mail.example": [Service("smtp.evil.example", 465)]}
    with pytest.raises(UsageError):
        done(path, Person(("Do you know it", "")), Answers(address="sam@mail.example"), World(dns=dns))
    assert names(path) == []


def test_a_keyring_that_is_locked_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: str) -> None:
        raise CredentialError("The keyring did not take it.", "Unlock it.")

    monkeypatch.setattr("proxy.credentials.has_keyring", lambda: True)
    monkeypatch.setattr("proxy.credentials.remember", locked)
    sam = Person(("Password", "right"), ("Whose mail", ""), ("Where to keep it instead [file:mail-password]", ""))
    written = done(path, sam, Answers(address="sam@gmail.com", login=False))
    assert written.account.password.kind == "file"
    assert (path.parent / "mail-password").read_text("utf-8") == "right\n"
    assert names(path) == ["config.toml", "mail-password"]


class Anybody:
    """Answers what comes; the input ends after that."""

    somebody = True

    def __init__(self, answers: Sequence[str]) -> None:
        self._answers = list(answers)

    def say(self, text: str = "") -> None:
        pass

    def ask(self, question: str, default: str = "") -> str:
        if not self._answers:
            raise EOFError
        return self._answers.pop(0).strip() or default

    def secret(self, question: str) -> str:
        return self.ask(question)


likely = st.sampled_from(
    [
        "sam@mail.example",
        "smtp.mail.example",
        "imap.mail.example:993",
        "none",
        "y",
        "g",
        "acme.example",
        "",
        "file:pw",
        "sam",
    ]
)


@settings(max_examples=25)
@given(st.lists(likely | st.text(max_size=12), max_size=16))
def test_whatever_is_answered_is_all_of_a_configuration_or_nothing(answers: list[str]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("proxy.credentials.has_keyring", lambda: False)
        patch.setattr("proxy.credentials.subprocess.run", lambda *_, **__: pytest.fail("a program was started"))
        path = Path(folder) / "tactful" / "config.toml"
        try:
            setup(path, Anybody(answers), Answers(login=False), World().outside())
        except (EOFError, TactfulError):
            assert "config.toml" not in names(path)
        else:
            assert configuration.load(path).accounts
            assert [name for name in names(path) if name.startswith(".")] == []


# Where nobody can be asked


class Nobody(Person):
    somebody = False

    def ask(self, question: str, default: str = "") -> str:
        if default:
            return default
        raise UsageError(f"Nobody can be asked: {question}.")


def test_all_that_is_missing_is_told_at_once(path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        setup(path, Nobody(), Answers(), World().outside())
    assert "--address" in caught.value.what
    assert "--domain" in caught.value.what
    assert caught.value.exit_code == 2


def test_nobody_says_yes_to_replacing(path: Path, provider: Provider) -> None:
    former(path, provider)
    with pytest.raises(UsageError) as caught:
        setup(path, Nobody(), Answers(), World().outside())
    assert "--yes" in caught.value.what
    written = done(path, Nobody(), Answers(address=provider.address, recruiters=("acme.example",), yes=True))
    assert written.proved
    assert written.backup is not None


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"address": "sam"}, UsageError),
        ({"smtp": "http://x"}, UsageError),
        ({"imap": "http://x"}, UsageError),
        ({"recruiters": ("gmail.com",)}, UsageError),
        ({"password": "hunter2"}, UsageError),
        ({"password": "env:NOT_SET_HERE"}, TactfulError),
        ({"smtp": "localhost:9/tls"}, UpstreamError),
        ({"imap": "localhost:9/tls"}, MailboxError),
    ],
)
def test_a_wrong_option_ends_it(
    path: Path, provider: Provider, change: dict[str, Any], error: type[TactfulError]
) -> None:
    with pytest.raises(error):
        setup(path, Nobody(("Password", provider.password)), answered(provider, yes=True, **change), World().outside())
    assert names(path) == []


def test_a_wrong_password_ends_it(path: Path, provider: Provider) -> None:
    with pytest.raises(UpstreamError) as caught:
        setup(path, Nobody(("Password", WRONG)), answered(provider, yes=True), World().outside())
    assert caught.value.exit_code == 3
    assert WRONG not in str(caught.value)
    assert names(path) == []
