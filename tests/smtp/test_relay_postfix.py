"""The relay against a real Postfix with TLS and SASL, which passes what it took to the strict server."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from proxy.errors import UpstreamError
from proxy.model import Recipient
from proxy.smtp.relay import Relay
from tests.servers.authority import client_context
from tests.servers.postfix import Postfix, postfix
from tests.servers.strict import StrictServer
from tests.smtp.relaying import JO, KIM, LETTER, enveloped, relay_to, sent

pytestmark = [pytest.mark.postfix, pytest.mark.asyncio(loop_scope="module")]

NOBODY = Recipient("nobody@acme.example")
TAKEN = [JO.address, KIM.address]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def servers() -> AsyncIterator[tuple[Postfix, StrictServer]]:
    async with StrictServer() as sink:
        with postfix(sink.port, TAKEN, mechanisms="PLAIN LOGIN CRAM-MD5") as server:
            yield server, sink


def relay(server: Postfix, password: str = "", implicit: bool = True) -> Relay:
    return relay_to(
        server.submissions if implicit else server.submission,
        security="tls" if implicit else "starttls",
        username=server.user,
        password=lambda: password or server.password,
        context=client_context(),
    )


async def arrived(sink: StrictServer, marker: bytes) -> list[bytes]:
    """The messages with the marker that reached the next hop, as soon as one has."""
    await sink.until(lambda: any(marker in message.content for message in sink.messages))
    return [message.content for message in sink.messages if marker in message.content]


def without_trace(content: bytes) -> bytes:
    """Without the Received field that Postfix put in front (RFC 5321, section 4.4)."""
    trace = re.match(rb"Received: [^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*", content)
    assert trace is not None
    return content[trace.end() :]


@pytest.mark.parametrize("implicit", [True, False], ids=["tls", "starttls"])
async def test_it_takes_a_letter_and_has_the_same_octets(servers: tuple[Postfix, StrictServer], implicit: bool) -> None:
    server, sink = servers
    marker = f"taken-{implicit}".encode()
    letter = (
        LETTER
        + b"..\r\n.\r\n.dots.\r\n \xe2\x82\xac 8 bits, and \xff\r\n"
        + b"x" * 900
        + b"\r\n\r\n"
        + marker
        + b"\r\n"
    )
    upstream = await relay(server, implicit=implicit).open()
    assert upstream.capabilities.offers("SMTPUTF8")
    assert upstream.capabilities.size == 50_000_000
    assert (await upstream.mail(server.user, (f"SIZE={len(letter)}", "BODY=8BITMIME"))).code == 250
    assert (await upstream.rcpt(Recipient(JO.address, ("NOTIFY=NEVER",)))).code == 250
    assert (await upstream.rcpt(KIM)).code == 250
    reply = await sent(upstream, letter)
    await upstream.quit()
    assert reply.code == 250
    assert reply.lines[0].startswith("2.0.0 Ok: queued as ")
    assert [without_trace(content) for content in await arrived(sink, marker)] == [letter]


async def test_a_letter_of_two_megabytes(servers: tuple[Postfix, StrictServer]) -> None:
    server, sink = servers
    letter = b"Subject: large-one\r\n\r\n" + b".a line, as long as lines are in mail that people write\r\n" * 36_000
    upstream = await relay(server).open()
    await enveloped(upstream)
    assert (await sent(upstream, letter)).code == 250
    await upstream.quit()
    assert [without_trace(content) for content in await arrived(sink, b"large-one")] == [letter]


async def test_it_refuses_a_recipient_in_its_own_words_and_takes_the_other(
    servers: tuple[Postfix, StrictServer],
) -> None:
    server, sink = servers
    upstream = await relay(server).open()
    assert (await upstream.mail(server.user, ())).code == 250
    refusal = await upstream.rcpt(NOBODY)
    assert refusal.code == 550
    assert re.fullmatch(r"5\.1\.1 <nobody@acme\.example>: .*User unknown.*", refusal.lines[0])
    assert (await upstream.rcpt(JO)).code == 250
    assert (await sent(upstream, LETTER + b"one-of-two\r\n")).code == 250
    await upstream.quit()
    await arrived(sink, b"one-of-two")
    named = [[address for address, _ in m.recipients] for m in sink.messages if b"one-of-two" in m.content]
    assert named == [[JO.address]]


async def test_all_refused(servers: tuple[Postfix, StrictServer]) -> None:
    server, _ = servers
    upstream = await relay(server).open()
    assert (await upstream.mail(server.user, ())).code == 250
    assert (await upstream.rcpt(NOBODY)).code == 550
    reply = await sent(upstream)
    assert reply.code in (503, 554)
    await upstream.reset()
    await enveloped(upstream)
    await upstream.quit()


async def test_too_large_is_said_at_mail(servers: tuple[Postfix, StrictServer]) -> None:
    server, _ = servers
    upstream = await relay(server).open()
    assert (await upstream.mail(server.user, ("SIZE=60000000",))).code == 552
    await upstream.quit()


async def test_nothing_goes_when_the_dot_is_withheld(servers: tuple[Postfix, StrictServer]) -> None:
    server, sink = servers

    class HeldError(Exception):
        pass

    async def before_dot() -> None:
        raise HeldError

    upstream = await relay(server).open()
    await enveloped(upstream)
    with pytest.raises(HeldError):
        await sent(upstream, LETTER + b"withheld\r\n", before_dot)
    upstream = await relay(server).open()
    await enveloped(upstream)
    await sent(upstream, LETTER + b"the one after it\r\n")
    await upstream.quit()
    await arrived(sink, b"the one after it")
    assert not [message for message in sink.messages if b"withheld" in message.content]


async def test_a_wrong_password(servers: tuple[Postfix, StrictServer]) -> None:
    server, _ = servers
    with pytest.raises(UpstreamError, match="refused the login: 535") as caught:
        await relay(server, "wrong-one").open()
    assert "wrong-one" not in str(caught.value)


async def test_a_port_that_wants_starttls(servers: tuple[Postfix, StrictServer]) -> None:
    server, _ = servers
    with pytest.raises(UpstreamError, match="No encrypted connection") as caught:
        await relay_to(server.submission, security="tls", context=client_context()).open()
    assert "starttls" in caught.value.remedy


async def test_cram_md5_where_nothing_else_is_offered() -> None:
    with postfix(1, TAKEN, mechanisms="CRAM-MD5") as server:
        upstream = await relay(server).open()
        assert ("AUTH", "CRAM-MD5") in upstream.capabilities.keywords
        assert (await upstream.mail(server.user, ())).code == 250
        await upstream.quit()
