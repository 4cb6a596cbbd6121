"""MAIL to the reply to the dot, on a connection that stays up: what is said, and what comes back."""

from __future__ import annotations

import asyncio

import pytest

from proxy.errors import UpstreamError
from proxy.model import Recipient, Reply
from proxy.smtp.upstream import Upstream
from tests.servers.strict import Close, Hang, Refuse, Rules, Say, StrictServer
from tests.smtp.relaying import JO, KIM, LETTER, USER, enveloped, relay_to, sent, with_login

TO_JO = "RCPT TO:<jo@acme.example>"


def transaction(server: StrictServer) -> list[str]:
    """The commands after the login."""
    return [command for command in server.commands if command.split()[0] not in ("EHLO", "AUTH")]


async def test_a_letter() -> None:
    async with StrictServer(with_login()) as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream, (JO, KIM))
        assert await sent(upstream) == Reply(250, ("2.0.0 queued as 1",))
        await upstream.quit()
        assert transaction(server) == [
            "MAIL FROM:<sam@example.org>", TO_JO, "RCPT TO:<kim@acme.example>", "DATA", ".", "QUIT"
        ]  # fmt: skip
        assert server.messages[0].content == LETTER
        assert server.messages[0].user == USER


async def test_two_letters_on_one_connection() -> None:
    async with StrictServer() as server:
        upstream = await relay_to(server).open()
        for _ in range(2):
            await enveloped(upstream)
            await sent(upstream)
        await upstream.quit()
        assert len(server.sessions) == 1
        assert [message.content for message in server.messages] == [LETTER, LETTER]


async def test_a_held_letter_is_reset_and_the_next_one_goes() -> None:
    async with StrictServer() as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream)
        await upstream.reset()
        await enveloped(upstream, (KIM,))
        await sent(upstream)
        await upstream.quit()
        assert transaction(server).count("RSET") == 1
        assert [message.recipients for message in server.messages] == [(("kim@acme.example", ()),)]


async def test_parameters_go_as_they_came() -> None:
    parameters = ("size=1234", "BODY=8BITMIME", "RET=hdrs", "ENVID=aB+3D", "AUTH=<>")
    recipient = Recipient("jo@acme.example", ("NOTIFY=failure,Delay", "ORCPT=rfc822;Jo+2BJ@acme.example"))
    async with StrictServer(with_login()) as server:
        upstream = await relay_to(server).open()
        assert (await upstream.mail(USER, parameters)).code == 250
        assert (await upstream.rcpt(recipient)).code == 250
        await sent(upstream)
        await upstream.quit()
        assert server.messages[0].parameters == parameters
        assert server.messages[0].recipients == ((recipient.address, recipient.parameters),)


@pytest.mark.parametrize(
    "address",
    ["", "Sam.O'Neil+jobs=1@EXAMPLE.org", '"sam  b>\\"c"@example.org', '"a b"@example.org', "sam@[192.0.2.1]",
     "postmaster", "jürgen@bücher.example"],
)  # fmt: skip
async def test_addresses_go_as_they_came(address: str) -> None:
    async with StrictServer() as server:
        upstream = await relay_to(server).open()
        assert (await upstream.mail(address, ())).code == 250
        assert (await upstream.rcpt(Recipient(address or "postmaster"))).code == 250
        await sent(upstream)
        await upstream.quit()
        assert server.messages[0].sender == address


@pytest.mark.parametrize(
    "address",
    [
        "a> SIZE=1",
        "a>\r\nRSET",
        "a b@example.org",
        "<a@example.org>",
        "a\0@example.org",
        '"a"b@example.org',
        "\udcff@b",
    ],
)
async def test_addresses_that_would_break_the_command_never_leave(address: str) -> None:
    async with StrictServer() as server:
        upstream = await relay_to(server).open()
        assert (await upstream.mail(address, ())).code == 553
        assert (await upstream.mail(USER, ())).code == 250
        assert (await upstream.rcpt(Recipient(address))).code == 553
        await upstream.quit()
        assert transaction(server) == ["MAIL FROM:<sam@example.org>", "QUIT"]


@pytest.mark.parametrize("parameter", ["SIZE=1\r\nRSET", "A B", "", "X=\udcff"])
async def test_parameters_that_would_break_the_command_never_leave(parameter: str) -> None:
    async with StrictServer() as server:
        upstream = await relay_to(server).open()
        assert (await upstream.mail(USER, (parameter,))).code == 553
        await upstream.quit()
        assert transaction(server) == ["QUIT"]


async def test_international_addresses_where_the_upstream_takes_none() -> None:
    async with StrictServer(Rules(capabilities=("8BITMIME",))) as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream)
        refusal = await upstream.rcpt(Recipient("jürgen@bücher.example"))
        assert (refusal.code, refusal.lines[0].split()[0]) == (553, "5.6.7")
        await upstream.quit()


async def test_what_the_upstream_does_not_offer_it_refuses_in_its_own_words() -> None:
    async with StrictServer(Rules(capabilities=("SIZE 1000",))) as server:
        upstream = await relay_to(server).open()
        assert await upstream.mail(USER, ("BODY=8BITMIME",)) == Reply(555, ("5.5.4 BODY is not offered",))
        await upstream.quit()


WORDS = ("5.1.1 The account does not exist.", "5.1.1  Please check: https://mail.example/?p=NoSuchUser - abc")


@pytest.mark.parametrize("code", [450, 550])
async def test_a_refused_recipient_is_told_word_for_word_and_the_others_go(code: int) -> None:
    refusal = Refuse("RCPT", code, WORDS, address="kim@acme.example")
    async with StrictServer(faults=[refusal]) as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream)
        assert await upstream.rcpt(KIM) == Reply(code, WORDS)
        assert (await sent(upstream)).code == 250
        await upstream.quit()
        assert server.messages[0].recipients == (("jo@acme.example", ()),)


async def test_a_refused_sender() -> None:
    async with StrictServer(faults=[Refuse("MAIL", 550, WORDS)]) as server:
        upstream = await relay_to(server).open()
        assert await upstream.mail(USER, ()) == Reply(550, WORDS)
        await upstream.quit()


@pytest.mark.parametrize("code", [451, 554])
async def test_data_refused_leaves_the_transaction_open(code: int) -> None:
    async with StrictServer(faults=[Refuse("DATA", code, WORDS, times=1)]) as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream)
        dotted = False

        async def before_dot() -> None:
            nonlocal dotted
            dotted = True

        assert await sent(upstream, before_dot=before_dot) == Reply(code, WORDS)
        assert not dotted
        await upstream.reset()
        await enveloped(upstream)
        assert (await sent(upstream)).code == 250
        await upstream.quit()
        assert len(server.sessions) == 1


@pytest.mark.parametrize("code", [421, 451, 552])
async def test_the_dot_refused_is_a_reply(code: int) -> None:
    async with StrictServer(faults=[Refuse("dot", code, WORDS)]) as server:
        upstream = await relay_to(server).open()
        await enveloped(upstream)
        assert await sent(upstream) == Reply(code, WORDS)
        assert upstream.usable == (code != 421)
        await upstream.quit()
        assert server.messages == []


async def test_octets_that_are_no_text_are_made_safe_to_show() -> None:
    async with StrictServer(faults=[Say("MAIL", b"550 5.1.0 n\xe3o \x1b[31m gr\xc3\xbc\xc3\x9fe\r\n")]) as server:
        upstream = await relay_to(server).open()
        assert await upstream.mail(USER, ()) == Reply(550, ("5.1.0 n\ufffdo  [31m grüße",))
        await upstream.quit()


@pytest.mark.parametrize("at", ["MAIL", "RCPT"])
@pytest.mark.parametrize("after_reply", [False, True])
async def test_closed_at_mail_or_rcpt(at: str, after_reply: bool) -> None:
    async with StrictServer(faults=[Close(at, after_reply=after_reply)]) as server:  # type: ignore[arg-type]
        upstream = await relay_to(server).open()
        with pytest.raises(UpstreamError, match="closed the connection") as caught:
            await enveloped(upstream, (JO, KIM))
        assert caught.value.code is None
        assert not upstream.usable
        await upstream.quit()


@pytest.mark.parametrize("at", ["MAIL", "RCPT"])
async def test_421_at_mail_or_rcpt(at: str) -> None:
    words = ("4.3.2 System shutting down", "4.3.2 come back later")
    async with StrictServer(faults=[Refuse(at, 421, words)]) as server:  # type: ignore[arg-type]
        upstream = await relay_to(server).open()
        with pytest.raises(UpstreamError) as caught:
            await enveloped(upstream)
        assert (caught.value.code, caught.value.text) == (421, " / ".join(words))
        assert not upstream.usable


async def test_a_reply_that_is_no_smtp() -> None:
    async with StrictServer(faults=[Say("MAIL", b"oh dear\r\n")]) as server:
        upstream = await relay_to(server).open()
        with pytest.raises(UpstreamError, match="doesn't speak SMTP"):
            await upstream.mail(USER, ())
        assert not upstream.usable


async def test_cancelled_while_a_reply_is_due_never_mixes_replies_up() -> None:
    async with StrictServer(faults=[Hang("MAIL", asyncio.Event())]) as server:
        upstream = await relay_to(server).open()
        mail = asyncio.create_task(upstream.mail(USER, ()))
        await server.saw("MAIL")
        mail.cancel()
        with pytest.raises(asyncio.CancelledError):
            await mail
        with pytest.raises(UpstreamError):
            await upstream.rcpt(JO)


async def test_reset_and_quit_never_fail() -> None:
    async with StrictServer(faults=[Close("RSET")]) as server:
        upstream: Upstream = await relay_to(server).open()
        await enveloped(upstream)
        await upstream.reset()
        await upstream.reset()
        await upstream.quit()
        await upstream.quit()
    async with StrictServer(faults=[Refuse("RSET", 500), Close("QUIT")]) as server:
        upstream = await relay_to(server).open()
        await upstream.reset()
        assert not upstream.usable
        upstream = await relay_to(server).open()
        await upstream.quit()
