"""What an upstream can take, and what it is told."""

from __future__ import annotations

import pytest

from proxy.model import Capabilities, Recipient
from proxy.transit.offer import refusal, relayed, shortfall, unknown_parameters

NONE = Capabilities()
ALL = Capabilities((("SIZE", "1000"), ("8BITMIME", ""), ("SMTPUTF8", ""), ("DSN", ""), ("AUTH", "PLAIN")))


@pytest.mark.parametrize(
    ("parameters", "offered", "code"),
    [
        ((), NONE, None),
        (("SIZE=1000", "BODY=8BITMIME", "SMTPUTF8", "RET=FULL", "ENVID=x", "AUTH=<>"), ALL, None),
        (("SIZE=1001",), ALL, 552),
        (("size=1001",), ALL, 552),
        (("SIZE=99999",), NONE, None),
        (("SIZE=99999",), Capabilities((("SIZE", "0"),)), None),
        (("SIZE=²", "SIZE=", "SIZE=x", "SIZE"), ALL, None),
        (("BODY=8BITMIME",), NONE, 554),
        (("body=8bitmime",), NONE, 554),
        (("BODY=7BIT",), NONE, None),
        (("SMTPUTF8",), NONE, 553),
        (("RET=HDRS",), NONE, 555),
        (("ENVID=x",), NONE, 555),
        (("AUTH=<>",), NONE, None),
    ],
)
def test_mail(parameters: tuple[str, ...], offered: Capabilities, code: int | None) -> None:
    came = refusal(parameters, offered)
    assert (came.code if came else None) == code
    if came:
        assert came.lines[0].startswith(f"{code // 100 if code else ''}.")


@pytest.mark.parametrize("parameter", ["NOTIFY=NEVER", "ORCPT=rfc822;jo@acme.example", "notify=SUCCESS"])
def test_rcpt(parameter: str) -> None:
    assert unknown_parameters((parameter,), ALL) is None
    came = unknown_parameters((parameter,), NONE)
    assert came is not None
    assert came.code == 555


@pytest.mark.parametrize(
    ("parameters", "offered", "told"),
    [
        (("SIZE=10", "BODY=7BIT", "AUTH=<>"), NONE, ()),
        (("SIZE=10", "BODY=7BIT", "AUTH=<>", "ENVID=xY"), ALL, ("SIZE=10", "BODY=7BIT", "AUTH=<>", "ENVID=xY")),
        (("SMTPUTF8", "RET=FULL"), NONE, ("SMTPUTF8", "RET=FULL")),
    ],
)
def test_relayed(parameters: tuple[str, ...], offered: Capabilities, told: tuple[str, ...]) -> None:
    assert relayed(parameters, offered) == told


@pytest.mark.parametrize(
    ("size", "parameters", "recipient", "offered", "code"),
    [
        (1000, ("SIZE=5", "BODY=8BITMIME"), Recipient("jo@acme.example", ("NOTIFY=NEVER",)), ALL, None),
        (1001, ("SIZE=5",), Recipient("jo@acme.example"), ALL, 552),
        (1000, ("SIZE=5000",), Recipient("jo@acme.example"), ALL, None),
        (1, ("BODY=8BITMIME",), Recipient("jo@acme.example"), NONE, 554),
        (1, ("SMTPUTF8",), Recipient("jö@acme.example"), NONE, 553),
        (1, (), Recipient("jo@acme.example", ("NOTIFY=NEVER",)), NONE, 555),
    ],
)
def test_a_kept_message(
    size: int, parameters: tuple[str, ...], recipient: Recipient, offered: Capabilities, code: int | None
) -> None:
    """Promise 1: where the upstream of that hour can't take it, nothing is converted."""
    came = shortfall(size, parameters, (Recipient("kim@acme.example"), recipient), offered)
    assert (came.code if came else None) == code
