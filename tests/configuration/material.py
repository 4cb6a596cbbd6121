"""What the tests of the configuration share: an account, how a file is loaded, what is wrong with it, a certificate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from proxy.config import Config
from proxy.errors import ConfigError, Fault

ACCOUNT = """
[[accounts]]
address = "sam@example.org"
smtp = { host = "smtp.example.org", port = 465, security = "tls" }
imap = { host = "imap.example.org", port = 993, security = "tls" }
password = { keyring = true }
"""

Load = Callable[[str], Config]


def faults(load: Load, text: str) -> list[Fault]:
    """What is wrong with this configuration."""
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert caught.value.exit_code == 2
    assert all(fault.remedy for fault in caught.value.faults)
    return list(caught.value.faults)


def only_fault(load: Load, text: str) -> Fault:
    found = faults(load, text)
    assert len(found) == 1, found
    return found[0]


def write_certificate(folder: Path, name: str = "") -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("tactful.example")
    (folder / f"{name}chain.pem").write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
    (folder / f"{name}key.pem").write_bytes(certificate.private_key_pem.bytes())
