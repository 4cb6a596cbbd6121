"""A running SmtpServer for a test, on a free port of the loopback."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from proxy.configuration.settings import Listener
from proxy.configuration.values import Place
from proxy.smtp.limits import Limits
from proxy.smtp.protocol import Conductor
from proxy.smtp.server import SmtpServer

PATIENT = Limits(login_delay=0)


@dataclass
class Running:
    server: SmtpServer
    port: int


@asynccontextmanager
async def serving(
    conductor: Conductor,
    *,
    limits: Limits = PATIENT,
    context: ssl.SSLContext | None = None,
    tls: Literal["starttls", "implicit"] = "starttls",
    host: str = "127.0.0.1",
) -> AsyncIterator[Running]:
    server = SmtpServer(conductor, "mail.example", context, limits)
    (bound,) = await server.start([Listener(at=Place(host, 0), tls=tls)])
    try:
        yield Running(server, bound.port)
    finally:
        await server.close(5)
