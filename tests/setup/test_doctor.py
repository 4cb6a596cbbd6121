"""doctor: each part is examined by itself, beside a running tactful and without one, with real servers and without."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from checks.model import Findings
from proxy import desktop
from proxy.assembly import BUILDER
from proxy.cli.main import run
from proxy.errors import StoreError
from proxy.setup import examine_own
from proxy.setup.doctor import Examination, Result, Results, examine
from proxy.store.store import Store
from proxy.worker import Worker
from tests.e2e.harness import Tactful, listening_with_tls
from tests.setup.case import SAM, Case, free, in_store, of, one, wrong
from tests.setup.conftest import Provider

ALL = (
    "configuration store disk password client-password upstream mailbox folders idle clock run listen login page "
    "recruiters history worker digest notices"
)
"""Every check, in the order in which it is told, where all servers are on this machine."""


REAL_WORKER = examine_own._worker


async def test_a_sample_message_is_judged_by_a_real_worker() -> None:
    (result,) = await REAL_WORKER(datetime.now(UTC))
    assert result.state == "ok", result
    assert "The checks start in" in result.message


async def test_a_worker_that_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def blind(*_: object) -> Findings:
        return Findings()

    monkeypatch.setattr(Worker, "judge", blind)
    (result,) = await REAL_WORKER(datetime.now(UTC))
    assert result.state == "wrong"


# Beside `tactful run`


@pytest.mark.dovecot
@pytest.mark.postfix
def test_beside_a_running_tactful(case: Case, provider: Provider) -> None:
    """Both ways to TLS, the page, a login, the past read; then what goes wrong while it runs."""
    with free(3) as ports:
        pass
    listen = listening_with_tls(case.folder)
    listen["smtp"] = [f"127.0.0.1:{ports[0]}", {"at": f"127.0.0.1:{ports[1]}", "tls": "implicit"}]
    listen["web"] = f"127.0.0.1:{ports[2]}"
    case.account(
        username=provider.address,
        smtp={"host": "localhost", "port": provider.postfix.submission, "security": "starttls"},
        imap={"host": "localhost", "port": provider.dovecot.tls_port, "security": "tls"},
    )
    case.write(listen=listen)
    in_store(case, lambda store: store.sightings.mark_synced(SAM, datetime.now(UTC)))
    tactful = Tactful(case.folder, smtp=9, **case.tables)
    with tactful:
        found = case.doctor(real=True, status=0)
        assert [(each.check, each.message) for each in found if each.state != "ok"] == []
        checks = list(dict.fromkeys(each.check for each in found))
        assert checks == ALL.split()
        said = {each.check: each.message for each in found}
        assert "It takes mail of up to 50 MB, and offers 8BITMIME, SMTPUTF8" in said["upstream"]
        assert 'Sent is "Sent"' in said["folders"] or "Sent" in said["folders"]
        assert len([each for each in found if each.check == "listen"]) == 2

        (case.folder / "client-password").write_text("another", "utf-8")
        found = case.doctor(real=True, status=1)
        assert wrong(found) == ["login"]
        assert "it knows another password" in one(found, "login").message

        (case.folder / "client-password").unlink()
        found = case.doctor(real=True, status=1)
        assert wrong(found) == ["client-password"]
        assert one(found, "login").state == "look"
    found = case.doctor(real=True)
    assert of(found, "run", "listen", "login", "page") == [("run", "look"), *[("listen", "ok")] * 3]


# Without one


def test_only_the_servers_are_not_there(case: Case) -> None:
    found = case.doctor(real=True, status=1)
    assert wrong(found) == ["upstream", "mailbox"]
    assert of(
        found, "store", "disk", "password", "client-password", "run", "listen", "page", "recruiters", "history"
    ) == [
        ("store", "ok"),
        ("disk", "ok"),
        ("password", "ok"),
        ("client-password", "ok"),
        ("run", "look"),
        ("listen", "ok"),
        ("page", "ok"),
        ("recruiters", "ok"),
        ("history", "look"),
    ]
    assert all(each.advice for each in found if each.state == "wrong")
    assert not (case.folder / "tactful.db").exists(), "doctor makes no store"


def test_people_read_lines(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    case.world.offline = "it has no network"
    case.account(smtp={"host": "smtp.mail.example"}, imap={"host": "imap.mail.example"})
    outside = case.world.outside()
    status = run(["doctor", "--config", str(case.path)], replace(BUILDER, outside=lambda: outside))
    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    assert lines[0].startswith("tactful ")
    assert f"ok     configuration: {case.path} can be used." in lines
    assert (
        "look   network: This computer is offline: it has no network. Your mail program keeps what it can't send."
        in lines
    )
    assert "look   upstream: smtp.mail.example was not tried: this computer is offline." in lines
    assert "look   mailbox: imap.mail.example was not tried: this computer is offline." in lines
    assert lines[-1] == "Nothing is wrong."


def test_no_configuration_at_all(case: Case) -> None:
    case.path.unlink()
    found = case.doctor(status=1)
    assert wrong(found) == ["configuration"]
    assert "tactful setup" in one(found, "configuration").advice
    assert one(found, "worker").state == "ok"


def test_everything_wrong_with_a_configuration_is_told(case: Case) -> None:
    case.account(smtp={"host": "smtp.mail.example", "port": "465"}, pasword="canary")
    case.write(digest={"at": ["25:00"]})
    found = case.doctor(status=1)
    faults = [each for each in found if each.check == "configuration"]
    assert [each.state for each in faults] == ["wrong"] * 3
    assert all(each.advice for each in faults)
    assert "canary" not in str(found)


def test_what_is_probably_not_meant(case: Case) -> None:
    case.account(smtp={"host": "smtp.mail.example", "port": 465, "security": "starttls"})
    assert of(case.doctor(), "configuration") == [("configuration", "ok"), ("configuration", "look")]


@pytest.mark.parametrize(
    ("change", "check", "state"),
    [
        ({"recruiters": {}}, "recruiters", "look"),
        ({"recruiters": {"applicant_tracking": False}}, "recruiters", "wrong"),
        ({"recruiters": {"people": [{"addresses": ["a@b.example"]}]}}, "recruiters", "ok"),
        ({"digest": {"at": [], "notify": []}}, "digest", "look"),
        ({"digest": {"at": [], "notify": ["mail"]}}, "digest", "ok"),
        ({"digest": {"at": [], "notify": []}}, "notices", "ok"),
        ({"digest": {"notify": ["desktop"]}}, "notices", "look"),
        ({"listen": {"smtp": ["127.0.0.1:0"], "web": ""}}, "listen", "ok"),
        ({"store": {"url": f"sqlite:///{__file__}/tactful.db"}}, "store", "wrong"),
    ],
)
def test_one_setting(case: Case, change: dict[str, Any], check: str, state: str) -> None:
    case.write(**change)
    assert one(case.doctor(), check).state == state


def test_without_a_mailbox(case: Case) -> None:
    account = dict(case.tables["accounts"][0])
    del account["imap"]
    case.write(accounts=[account])
    found = case.doctor()
    assert of(found, "mailbox", "history", "notices") == [("history", "look"), ("notices", "look")]


def test_passwords_that_can_not_be_had(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TACTFUL_MAIL_PASSWORD")
    case.account(client_password={"keyring": True})
    monkeypatch.setattr("keyring.get_password", lambda *_: None)
    found = case.doctor(status=1)
    assert of(found, "password", "client-password", "upstream", "mailbox") == [
        ("password", "wrong"),
        ("client-password", "wrong"),
        ("upstream", "look"),
        ("mailbox", "look"),
    ]
    assert "`tactful password --client`" in one(found, "client-password").advice


def test_a_port_that_another_program_has(case: Case) -> None:
    with free(2) as taken:
        case.write(listen={"smtp": [f"127.0.0.1:{taken[0]}"], "web": f"127.0.0.1:{taken[1]}"})
        found = [each for each in case.doctor(status=1) if each.check == "listen"]
    assert [each.state for each in found] == ["wrong", "wrong"]
    assert "Another program listens at" in found[0].message
    assert "listen.web" in found[1].advice


def test_who_holds_the_lock_but_does_not_answer(case: Case) -> None:
    case.world.running = True
    found = case.doctor(status=1)
    assert {"listen", "login"} <= set(wrong(found))


def test_who_answers_in_its_place_is_not_told_the_password(case: Case) -> None:
    case.world.running = True
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        case.write(listen={"smtp": [f"127.0.0.1:{stranger.getsockname()[1]}"], "web": ""})

        async def beside() -> list[Result]:
            async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                writer.write(b"220 mail.example ESMTP Postfix\r\n")
                heard.append(await reader.read())
                writer.close()

            server = await asyncio.start_server(serve, sock=stranger.dup())
            async with server:
                return await asyncio.to_thread(case.doctor, status=1)

        found = asyncio.run(beside())
    assert "is not tactful" in one(found, "listen").message
    assert one(found, "login").state == "wrong"
    assert not any(b"AUTH" in each for each in heard)


# The store, and what is in it


def with_store(case: Case, change: Callable[[Store], object]) -> list[Result]:
    in_store(case, change)
    return case.doctor()


@pytest.mark.parametrize(
    ("change", "state", "words"),
    [
        (lambda store: store.sightings.mark_synced(SAM, datetime.now(UTC)), "ok", "was last read"),
        (lambda store: store.sightings.mark_synced(SAM, datetime.now(UTC) - timedelta(days=3)), "look", "is held"),
        (lambda store: store.sightings.mark_fault(SAM, "It is full."), "look", "was not read yet"),
        (
            lambda store: (
                store.sightings.mark_synced(SAM, datetime.now(UTC)),
                store.sightings.mark_fault(SAM, "Full."),
            ),
            "wrong",
            "The last reading failed: Full.",
        ),
    ],
)
def test_how_fresh_the_past_is(case: Case, change: Callable[[Store], object], state: str, words: str) -> None:
    result = one(with_store(case, change), "history")
    assert result.state == state
    assert words in result.message


def test_what_the_command_line_changed(case: Case) -> None:
    case.write(recruiters={})

    def change(store: Store) -> None:
        store.control.set_recruiter("bigco.example", added=True, now=datetime.now(UTC))
        store.control.pause(datetime.now(UTC) + timedelta(hours=1))

    found = with_store(case, change)
    assert one(found, "recruiters").state == "ok"
    assert "Paused until" in [each.message for each in found if each.check == "history"][-1]


def test_what_run_found_of_the_desktop(case: Case) -> None:
    case.write(digest={"notify": ["desktop"]})
    case.world.running = True
    assert (
        "no session"
        in one(with_store(case, lambda store: store.control.set_desktop_fault("no session")), "notices").message
    )
    assert one(with_store(case, lambda store: store.control.set_desktop_fault("")), "notices").state == "ok"


def test_a_store_that_is_damaged(case: Case) -> None:
    (case.folder / "tactful.db").write_bytes(b"no database at all, but something else" * 100)
    found = case.doctor(status=1)
    assert {"store", "history"} <= set(wrong(found))
    assert one(found, "recruiters").state == "ok", "the others go on"


# Each by itself


async def test_one_that_fails_or_hangs_stops_no_other() -> None:
    async def fine() -> Results:
        return [Result("c", "ok", "Fine.")]

    async def broken() -> Results:
        raise ValueError("canary")

    async def known() -> Results:
        raise StoreError("It is full.", "Make room.")

    async def hangs() -> Results:
        await asyncio.Event().wait()
        raise AssertionError

    examinations = [
        Examination("a", broken),
        Examination("b", hangs, 0.01),
        Examination("c", fine),
        Examination("d", known),
    ]
    found = [each async for each in examine(examinations)]
    assert [(each.check, each.state) for each in found] == [("a", "wrong"), ("b", "wrong"), ("c", "ok"), ("d", "wrong")]
    assert found[3] == Result("d", "wrong", "It is full.", "Make room.")
    assert "canary" not in str(found)


async def test_the_desktop_is_asked_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    fault = await desktop.fault()
    assert fault if os.name == "posix" else True
