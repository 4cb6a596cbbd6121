"""A connection that fails while a message is on its way: before the dot nothing was sent, after it nobody knows."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from proxy.errors import UnknownOutcome, UpstreamError
from proxy.model import Recipient, Reply
from proxy.smtp.patience import Patience
from proxy.smtp.upstream import Upstream
from tests.servers.authority import client_context, server_context
from tests.servers.dialogue import Security
from tests.servers.strict import Close, Hang, Refuse, Say, StrictServer
from tests.smtp.relaying import JO, KIM, LETTER, USER, enveloped, nothing, relay_to, sent, with_login

MEDIUM = LETTER + b"and so it goes on, line after line.\r\n" * 80_000
LARGE = LETTER + b"and so it goes on, line after line.\r\n" * 800_000
"""More than two sockets take while nobody reads."""


@dataclass
class Watched:
    """A `before_dot` that notes that it was asked."""

    asked: bool = False

    async def __call__(self) -> None:
        self.asked = True


async def ready(server: StrictServer, *recipients: Recipient, patience: Patience | None = None) -> Upstream:
    """After MAIL and RCPT."""
    relay = relay_to(server, patience=patience) if patience else relay_to(server)
    upstream = await relay.open()
    await enveloped(upstream, recipients or (JO,))
    return upstream


SECURITIES: list[Security] = ["none", "starttls", "tls"]


@pytest.mark.parametrize("content", [b"", LETTER, MEDIUM], ids=["empty", "small", "medium"])
@pytest.mark.parametrize("security", SECURITIES)
async def test_nothing_fails(security: Security, content: bytes) -> None:
    async with StrictServer(with_login(security=security, context=server_context())) as server:
        upstream = await relay_to(server, security=security, context=client_context()).open()
        for _ in range(2):
            await enveloped(upstream)
            assert (await sent(upstream, content)).code == 250
        await upstream.quit()
        assert [message.content == content for message in server.messages] == [True, True]


# Before the dot


@pytest.mark.parametrize(
    "fault", [Close("DATA", after_reply=True), Close("body", octets=1), Close("body", octets=300_000)], ids=str
)
@pytest.mark.parametrize("security", SECURITIES)
async def test_closed_while_the_body_streams(fault: Close, security: Security) -> None:
    async with StrictServer(with_login(security=security, context=server_context()), faults=[fault]) as server:
        upstream = await relay_to(server, security=security, context=client_context()).open()
        await enveloped(upstream)
        before_dot = Watched()
        with pytest.raises(UpstreamError, match="closed the connection"):
            await sent(upstream, LARGE, before_dot)
        assert not before_dot.asked
        assert not upstream.usable
        assert server.messages == []
        assert len(server.sessions) == 1  # asked for the body once: never again by itself


@pytest.mark.parametrize("octets", [1, 300_000])
@pytest.mark.parametrize("security", SECURITIES)
async def test_refused_while_the_body_streams(octets: int, security: Security) -> None:
    words = ("5.3.4 too big",)
    refusal = Refuse("body", 552, words, octets=octets, times=1)
    async with StrictServer(with_login(security=security, context=server_context()), faults=[refusal]) as server:
        upstream = await relay_to(server, security=security, context=client_context()).open()
        await enveloped(upstream)
        before_dot = Watched()
        assert await sent(upstream, LARGE, before_dot) == Reply(552, words)
        assert not before_dot.asked
        assert not upstream.usable
        await server.until(lambda: server.sessions[0].closed)
        assert "." not in server.commands


async def test_421_while_the_body_streams() -> None:
    async with StrictServer(faults=[Refuse("body", 421, ("4.3.2 going down",), octets=1)]) as server:
        upstream = await ready(server)
        with pytest.raises(UpstreamError) as caught:
            await sent(upstream, LARGE)
        assert (caught.value.code, caught.value.text) == (421, "4.3.2 going down")


async def test_refused_while_the_person_at_the_dot_thinks() -> None:
    # The body is out; the no comes before the dot.
    async with StrictServer(faults=[Refuse("body", 554, ("5.7.1 spam",), octets=len(LETTER), times=1)]) as server:
        upstream = await ready(server)

        async def before_dot() -> None:
            await server.until(lambda: "body" in server.happened)
            for _ in range(20):  # turns of the loop, in which the no that was just said is read
                await asyncio.sleep(0)

        assert await sent(upstream, before_dot=before_dot) == Reply(554, ("5.7.1 spam",))
        assert server.messages == []


async def test_a_yes_before_the_dot_is_not_believed() -> None:
    async with StrictServer(faults=[Say("body", b"250 2.0.0 thanks\r\n", octets=1, times=1)]) as server:
        upstream = await ready(server)
        with pytest.raises(UpstreamError, match="doesn't speak SMTP"):
            await sent(upstream, LARGE)


async def test_a_yes_to_data_is_not_believed() -> None:
    async with StrictServer(faults=[Say("DATA", b"250 2.0.0 thanks\r\n")]) as server:
        upstream = await ready(server)
        with pytest.raises(UpstreamError, match="doesn't speak SMTP"):
            await sent(upstream)
        assert not upstream.usable


async def test_an_upstream_that_stops_reading() -> None:
    until = asyncio.Event()
    async with StrictServer(faults=[Hang("body", until, octets=1)]) as server:
        upstream = await ready(server, patience=Patience(block=0.3))
        with pytest.raises(UpstreamError, match="did not answer in time"):
            await sent(upstream, LARGE)


async def test_before_dot_fails() -> None:
    class DiskFullError(Exception):
        pass

    async def fail() -> None:
        raise DiskFullError

    async with StrictServer() as server:
        upstream = await ready(server)
        with pytest.raises(DiskFullError):
            await sent(upstream, before_dot=fail)
        await server.until(lambda: server.sessions[0].closed)
        assert server.messages == []
        assert "." not in server.commands
        assert not upstream.usable


async def test_before_dot_is_asked_when_all_but_the_dot_has_come() -> None:
    async with StrictServer() as server:
        upstream = await ready(server)
        seen: list[str] = []

        async def before_dot() -> None:
            seen.extend(server.commands)

        assert (await sent(upstream, MEDIUM, before_dot)).code == 250
        assert seen[-1] == "DATA"
        assert server.messages[0].content == MEDIUM
        await upstream.quit()


async def test_cancelled_before_the_dot() -> None:
    async with StrictServer() as server:
        upstream = await ready(server)
        asked = asyncio.Event()

        async def before_dot() -> None:
            asked.set()
            await asyncio.Event().wait()

        sending = asyncio.create_task(sent(upstream, before_dot=before_dot))
        await asked.wait()
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        await server.until(lambda: server.sessions[0].closed)
        assert server.messages == []


async def test_cancelled_while_the_body_streams() -> None:
    until = asyncio.Event()
    async with StrictServer(faults=[Hang("body", until, octets=1, times=1)]) as server:
        upstream = await ready(server)
        sending = asyncio.create_task(sent(upstream, LARGE))
        await server.until(lambda: "body" in server.happened)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        until.set()
        await server.until(lambda: server.sessions[0].closed)
        assert server.messages == []


@dataclass
class Broken:
    """A Content whose file goes away half-way."""

    size: int = 10
    digest: bytes = b""
    pieces: list[bytes] = field(default_factory=lambda: [b"From: a@example.org\r\n"])

    def chunks(self) -> Iterator[bytes]:
        yield from self.pieces
        raise OSError("gone")


async def test_content_that_fails() -> None:
    async with StrictServer() as server:
        upstream = await ready(server)
        with pytest.raises(OSError, match="gone"):
            await upstream.send(Broken(), nothing)
        await server.until(lambda: server.sessions[0].closed)
        assert server.messages == []


@pytest.mark.parametrize(
    "content", [b"a\nb\r\n", b"a\rb\r\n", b"a\r", b"a\r\n\r", b"x\n.\r\nMAIL FROM:<e@evil.example>\r\n"]
)
async def test_bare_line_ends_never_leave_as_a_message(content: bytes) -> None:
    async with StrictServer() as server:
        upstream = await ready(server)
        with pytest.raises(UpstreamError, match="bare CR or LF"):
            await sent(upstream, content)
        await server.until(lambda: server.sessions[0].closed)
        assert server.messages == []


# After the dot


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [
        (Close("dot"), 0),
        (Close("accepted"), 1),
        (Hang("dot", asyncio.Event()), 0),
        (Say("accepted", b"354 more?\r\n"), 1),
        (Say("accepted", b"nonsense\r\n"), 1),
        (Say("accepted", b"250-2.0.0 not the whole"), 1),
    ],
    ids=["closed", "accepted, closed", "silent", "354", "nonsense", "cut short"],
)
async def test_after_the_dot_nobody_knows(fault: Close | Hang | Say, accepted: int) -> None:
    async with StrictServer(faults=[fault]) as server:
        upstream, before_dot = await ready(server, patience=Patience(final=0.3)), Watched()
        with pytest.raises(UnknownOutcome) as caught:
            await sent(upstream, before_dot=before_dot)
        assert before_dot.asked
        assert "did not say whether the message was sent" in caught.value.what
        assert "Sent folder" in caught.value.remedy
        assert not upstream.usable
        assert len(server.messages) == accepted
        assert len(server.sessions) == 1  # and it is never sent again by itself


async def test_cancelled_after_the_dot() -> None:
    async with StrictServer(faults=[Hang("dot", asyncio.Event())]) as server:
        upstream = await ready(server)
        sending = asyncio.create_task(sent(upstream))
        await server.saw(".")
        sending.cancel()
        with pytest.raises(UnknownOutcome):
            await sending
        assert not upstream.usable


async def test_a_time_limit_around_it_that_ends_after_the_dot() -> None:
    async with StrictServer(faults=[Hang("dot", asyncio.Event())]) as server:
        upstream = await ready(server)

        async def before_dot() -> None:
            limit.reschedule(asyncio.get_running_loop().time() + 0.1)

        with pytest.raises(UnknownOutcome):
            async with asyncio.timeout(None) as limit:
                await sent(upstream, before_dot=before_dot)


# A connection found dead at DATA


@pytest.mark.parametrize(
    "fault",
    [
        Close("RCPT", after_reply=True, address=KIM.address, times=1),
        Close("DATA", times=1),
        Refuse("DATA", 421, ("4.4.2 timeout",), times=1),
        Hang("DATA", asyncio.Event(), times=1),
    ],
    ids=["closed while judging", "closed at DATA", "421 at DATA", "silent at DATA"],
)
async def test_found_dead_it_is_opened_once_more(fault: Close | Refuse | Hang) -> None:
    async with StrictServer(with_login(), faults=[fault]) as server:
        upstream = await relay_to(server, patience=Patience(data=1)).open()
        jo = Recipient("jo@acme.example", ("NOTIFY=NEVER",))
        assert (await upstream.mail(USER, ("BODY=8BITMIME", "ENVID=x1"))).code == 250
        assert (await upstream.rcpt(jo)).code == 250
        assert (await upstream.rcpt(KIM)).code == 250
        if isinstance(fault, Close):
            await server.until(lambda: server.sessions[0].closed or fault.at == "DATA")
        assert await sent(upstream) == Reply(250, ("2.0.0 queued as 1",))
        assert (await upstream.mail(USER, ())).code == 250  # and it is as good as the first one
        await upstream.quit()
        assert len(server.sessions) == 2
        assert server.messages[0].parameters == ("BODY=8BITMIME", "ENVID=x1")
        assert server.messages[0].recipients == ((jo.address, jo.parameters), (KIM.address, ()))
        assert server.messages[0].content == LETTER


async def test_found_dead_only_those_accepted_before_are_named_again() -> None:
    refusal = Refuse("RCPT", 550, address=KIM.address, times=1)
    async with StrictServer(faults=[refusal, Close("DATA", times=1)]) as server:
        upstream = await ready(server)
        assert (await upstream.rcpt(KIM)).code == 550
        assert (await sent(upstream)).code == 250
        assert server.messages[0].recipients == ((JO.address, ()),)
        await upstream.quit()


async def test_found_dead_twice() -> None:
    async with StrictServer(faults=[Close("DATA", times=2)]) as server:
        upstream = await ready(server)
        with pytest.raises(UpstreamError, match="closed the connection"):
            await sent(upstream)
        assert len(server.sessions) == 2


async def test_found_dead_and_gone() -> None:
    async with StrictServer() as server:
        upstream = await ready(server)
        await server.stop()
        with pytest.raises(UpstreamError, match="refuses connections"):
            await sent(upstream)


async def test_found_dead_and_the_sender_refused_now() -> None:
    faults = [Close("DATA", times=1)]
    async with StrictServer(faults=faults) as server:
        upstream = await ready(server)
        server.add(Refuse("MAIL", 452, ("4.3.1 full",)))
        assert await sent(upstream) == Reply(452, ("4.3.1 full",))
        assert server.messages == []
        await upstream.quit()


@pytest.mark.parametrize(
    ("codes", "code"), [((550, None), 550), ((None, 450), 450), ((450, 550), 550), ((450, 451), 450)]
)
async def test_found_dead_and_a_recipient_refused_now(codes: tuple[int | None, int | None], code: int) -> None:
    async with StrictServer(faults=[Close("DATA", times=1)]) as server:
        upstream, before_dot = await ready(server, JO, KIM), Watched()
        for recipient, refusal in zip((JO, KIM), codes, strict=True):
            if refusal:
                words = (f"{refusal // 100}.1.1 no longer here", "ask somebody else")
                server.add(Refuse("RCPT", refusal, words, address=recipient.address))
        reply = await sent(upstream, before_dot=before_dot)
        assert reply.code == code
        named = [
            line
            for recipient, refusal in zip((JO, KIM), codes, strict=True)
            if refusal
            for line in (
                f"{refusal // 100}.1.1 <{recipient.address}>: no longer here",
                f"<{recipient.address}>: ask somebody else",
            )
        ]
        assert list(reply.lines) == named
        assert not before_dot.asked
        assert server.messages == []
        assert server.sessions[1].commands[-1] == "RSET"
        assert upstream.usable
        await upstream.quit()
