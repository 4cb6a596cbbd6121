"""Whom a connection trusts: certificates, STARTTLS, and what is said where there is no TLS."""

from __future__ import annotations

import asyncio

import pytest

from proxy.config import Mailbox
from proxy.imap.connection import Connection
from tests.imap.client import HOST
from tests.imap.connecting import SECRET, refused
from tests.servers.authority import client_context, server_context
from tests.servers.daemon import PASSWORD
from tests.servers.dovecot import Dovecot
from tests.servers.scripted import scripted


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_server_whose_certificate_is_good_is_used(dovecot: Dovecot, security: str, host: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    place = Mailbox.model_validate({"host": host, "port": port, "security": security})
    connection = Connection(place, dovecot.user(), lambda: PASSWORD, context=client_context())
    version = await connection.run(lambda client: client.socket().version())
    assert version in ("TLSv1.2", "TLSv1.3")
    await connection.close()


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_nothing_is_said_to_a_server_that_cannot_prove_who_it_is(dovecot: Dovecot, security: str) -> None:
    port = dovecot.tls_port if security == "tls" else dovecot.port
    place = Mailbox.model_validate({"host": HOST, "port": port, "security": security})
    user = dovecot.user()
    connection = Connection(place, user, lambda: SECRET)
    assert "could not prove who it is" in (await refused(connection)).what
    await connection.close()
    assert user not in dovecot.log()


async def test_a_certificate_for_another_name_is_refused() -> None:
    server = await asyncio.start_server(lambda reader, writer: None, HOST, 0, ssl=server_context("mail.else.example"))
    port = server.sockets[0].getsockname()[1]
    connection = Connection(Mailbox(host=HOST, port=port), "sam", lambda: SECRET, context=client_context())
    error = await refused(connection)
    assert "could not prove who it is" in error.what
    assert "host under imap" in error.remedy
    await connection.close()
    server.close()


@pytest.mark.parametrize(
    "hello",
    [
        "S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: OK done",
        "S: * PREAUTH you are in\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: OK done",
        "S: * OK ready\nC: CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: OK done\nC: STARTTLS\nS: NO not now",
    ],
    ids=["not offered", "logged in already", "refused"],
)
async def test_without_starttls_no_password_is_said(hello: str) -> None:
    async with scripted(hello) as script:
        place = Mailbox(host=HOST, port=script.port, security="starttls")
        connection = Connection(place, "sam", lambda: SECRET, context=client_context())
        await refused(connection)
        await connection.close()
    assert not any("LOGIN" in line or "AUTH" in line for line in script.said)


async def test_tls_where_there_is_none_is_explained() -> None:
    async with scripted("S: * OK ready") as script:
        connection = Connection(Mailbox(host=HOST, port=script.port), "sam", lambda: SECRET, context=client_context())
        error = await refused(connection)
        await connection.close()
    assert "did not speak TLS" in error.what
    assert "143" in error.remedy
