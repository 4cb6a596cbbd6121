"""A temporary folder with all that the demo writes: configuration, passwords, store. Nothing is written elsewhere."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from proxy.demo.person import DOMAINS, SAM

_CONFIGURATION = """\
# Made by `tactful demo`, and gone with it. What you change while it runs is in force as soon as you save it.
[listen]
smtp = ["127.0.0.1:{listen}"]
web = "127.0.0.1:{web}"

[[accounts]]
address = "{address}"
smtp = {{ host = "127.0.0.1", port = {smtp}, security = "none" }}
imap = {{ host = "127.0.0.1", port = {imap}, security = "none" }}
password = {{ file = "mail-password" }}
client_password = {{ file = "client-password" }}

[recruiters]
domains = [
{domains}]

[digest]
at = []
notify = ["mail"]

[store]
url = "{store}"
"""


@dataclass(frozen=True)
class Place:
    """The folder, and the passwords that were made for this demo alone: the mail server's, and the mail client's."""

    folder: Path
    mail_password: str = field(repr=False)
    client_password: str = field(repr=False)

    @property
    def configuration(self) -> Path:
        """The file for --config."""
        return self.folder / "config.toml"

    def configure(self, *, listen: int, web: int, smtp: int, imap: int) -> None:
        """Writes the configuration for these ports."""
        text = _CONFIGURATION.format(
            listen=listen,
            web=web,
            smtp=smtp,
            imap=imap,
            address=SAM.address,
            domains="".join(f'    "{domain}",\n' for domain in DOMAINS),
            store=f"sqlite:///{(self.folder / 'tactful.db').as_posix()}",
        )
        _write(self.configuration, text)


@contextmanager
def place() -> Iterator[Place]:
    """A folder for the user alone, removed with everything in it when the block ends."""
    # Windows keeps a file as long as a process that is just ending has it open.
    with tempfile.TemporaryDirectory(prefix="tactful-demo-", ignore_cleanup_errors=os.name == "nt") as name:
        made = Place(Path(name).resolve(), secrets.token_urlsafe(12), secrets.token_urlsafe(12))
        _write(made.folder / "mail-password", made.mail_password + "\n")
        _write(made.folder / "client-password", made.client_password + "\n")
        yield made


def _write(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8", newline="\n")
