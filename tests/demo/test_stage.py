"""The demo's stage in this process: what it is made of, and several messages at once."""

from __future__ import annotations

import asyncio
import contextlib
import os
import smtplib
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import pytest

from proxy import schedule
from proxy.demo.client import letters, send
from proxy.demo.letter import Letter
from proxy.demo.mailbag import Promise
from proxy.demo.mailbox import mailbox
from proxy.demo.past import PAST
from proxy.demo.person import SAM, Person
from proxy.demo.place import Place, place
from proxy.demo.stage import stage
from proxy.demo.upstream import upstream


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def made() -> Iterator[Place]:
    with place() as found:
        yield found


def promise(number: int) -> Promise:
    to = Person("Kim Bell", f"kim{number}@quayside.example")
    body = "Dear Kim,\n\nIs there any news? I was interviewed on Thursday.\n\nSam\n"
    return Promise(Letter(f"at-once-{number}", SAM, to, "Interview", body), ("thanks",))


async def test_each_notice_comes_at_once_however_many_come_together(
    made: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "TICK", 3600.0)  # only what wakes the schedule may make it look
    async with stage(made, now()) as found:
        fates = await asyncio.gather(*(send(found, promise(number), now) for number in range(5)))
        assert [fate.as_promised for fate in fates] == [True] * 5
        assert len(await letters(found, 5)) == 5


async def test_the_past_lies_where_it_belongs(made: Place) -> None:
    async with stage(made, now()) as found:

        def counted(client: object) -> dict[str, int]:
            return {name: client.select_folder(name, readonly=True)[b"EXISTS"] for name in ("INBOX", "Sent", "Drafts")}  # type: ignore[attr-defined]

        there = await found.mailbox.run(counted)
    wrote = sum(each.letter.sender == SAM for each in PAST)
    assert there == {"INBOX": len(PAST) - wrote, "Sent": wrote, "Drafts": 0}


async def test_another_port_where_the_usual_one_is_taken(made: Place) -> None:
    with socket.socket() as taken:
        if os.name == "posix":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # where somebody else has it, that is as good
            taken.bind(("127.0.0.1", 2525))
            taken.listen()
        async with stage(made, now()) as found:
            assert found.listening.port not in (0, 2525)
            reader, writer = await asyncio.open_connection(found.listening.host, found.listening.port)
            assert (await reader.readline()).startswith(b"220 ")
            writer.close()


@pytest.mark.parametrize(
    ("password", "code"), [("right", 250), ("wrong", 530), (None, 530)], ids=["right", "wrong", "none"]
)
async def test_the_outgoing_server_wants_a_login(password: str | None, code: int) -> None:
    def talk(port: int) -> int:
        with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
            client.ehlo("client.example")
            with contextlib.suppress(smtplib.SMTPAuthenticationError):
                if password is not None:
                    client.login(SAM.address, password)
            return client.mail(SAM.address)[0]

    async with upstream(SAM.address, "right") as server:
        assert await asyncio.to_thread(partial(talk, server.port)) == code
        assert server.taken == []


async def test_the_mailbox_wants_a_login() -> None:
    async with mailbox(SAM.address, "right") as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await reader.readline()
        writer.write(f'a LOGIN "{SAM.address}" "wrong"\r\n'.encode())
        assert (await reader.readline()).startswith(b"a NO")
        writer.write(f'b LOGIN "{SAM.address}" "right"\r\n'.encode())
        assert (await reader.readline()).startswith(b"b OK")
        writer.close()


async def test_who_hired_sam_is_nobodys_recruiter_in_the_demo_either(made: Place) -> None:
    async with stage(made, now()) as found:
        domain = promise(1).letter.to.address.partition("@")[2]
        await found.app.thread(found.app.store.control.set_stage, domain, "hired", now())
        fate = await send(found, promise(1), now)
        assert fate.seen.remark.startswith("Private:")
