"""What can be used and is probably not meant."""

from __future__ import annotations

import errno
import socket
from typing import Any

import pytest

from tests.configuration.material import ACCOUNT, Load


def test_an_address_that_this_machine_lacks_is_a_warning(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.socket

    def without_ipv6(family: int = socket.AF_INET, *rest: Any) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return real(family, *rest)

    monkeypatch.setattr(socket, "socket", without_ipv6)
    (warning,) = load(ACCOUNT).warnings
    assert warning == "listen.smtp [::1]:2525: this machine has no address ::1, so tactful does not listen there."


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("port = 465", "port = 587", 'smtp uses port 587 with security = "tls"'),
        ('993, security = "tls"', '993, security = "starttls"', 'imap uses port 993 with security = "starttls"'),
        ("imap = ", "# imap = ", "has no imap"),
        ("[[accounts]]", '[recruiters]\ndomains = ["example.org"]\n[[accounts]]', "add it to except"),
    ],
)
def test_what_is_probably_not_meant(load: Load, old: str, new: str, warning: str) -> None:
    found = [one for one in load(ACCOUNT.replace(old, new, 1)).warnings if not one.startswith("listen.")]
    assert len(found) == 1
    assert warning in found[0]
