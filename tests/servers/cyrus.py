"""A real Cyrus on 127.0.0.1, from a temporary folder of its own: the second opinion beside Dovecot. Plain, without TLS.

Debian doesn't install it beside Dovecot, so install.sh unpacks it into UNPACKED; an installed one is taken as well.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers import daemon
from tests.servers.daemon import HOST, PASSWORD
from tests.servers.need import missing, need

UNPACKED = Path("/usr/local/lib/tactful-cyrus")

_FOLDERS = ("db", "proc", "socket", "log", "msg", "quota", "user", "lock", "ptclient")


@dataclass
class Cyrus:
    """A running server."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    _given: int = field(default=0)

    def user(self) -> str:
        """The name of a user whose mailbox is empty; it is made at the first login."""
        self._given += 1
        name = f"user{self._given}"
        _add_user(self.folder, name)
        return name

    def stop(self) -> None:
        """Ends the server and its children."""
        daemon.end(self.process)


@contextlib.contextmanager
def cyrus() -> Iterator[Cyrus]:
    """Starts Cyrus 3; skips by name where it is missing."""
    root = next((root for root in (Path("/"), UNPACKED) if (root / "usr/lib/cyrus/bin/master").exists()), None)
    if root is None:
        missing(
            "cyrus is not installed (Debian packages: cyrus-imapd, cyrus-common; tests/servers/install.sh has them)"
        )
    need("saslpasswd2")
    with daemon.folder("cyrus") as folder:
        server = _start(root, folder)
        try:
            yield server
        finally:
            server.stop()


def _start(root: Path, folder: Path) -> Cyrus:
    for name in _FOLDERS:
        (folder / "conf" / name).mkdir(parents=True)
    (folder / "spool").mkdir()
    (folder / "imapd.conf").write_text(_config(folder), "utf-8")
    _add_user(folder, "nobody-yet")
    libraries = [str(path) for part in ("usr/lib", "lib") for path in (root / part).glob("*-linux-*")]
    environment = os.environ | ({"LD_LIBRARY_PATH": ":".join(libraries)} if root == UNPACKED else {})
    programs, settings = root / "usr/lib/cyrus/bin", f"-C {folder}/imapd.conf"
    for _ in range(5):
        [port] = daemon.free_ports(1)
        (folder / "cyrus.conf").write_text(
            f'START {{\n  recover cmd="{programs}/ctl_cyrusdb {settings} -r"\n'
            f'  idled cmd="{programs}/idled {settings}"\n}}\n'
            f'SERVICES {{\n  imap cmd="{programs}/imapd {settings}" listen="{HOST}:{port}" prefork=1 maxchild=100\n}}\n'
            "EVENTS {\n}\n",
            "utf-8",
        )
        if os.geteuid() == 0:
            for path in (folder, *folder.rglob("*")):
                shutil.chown(path, *daemon.mail_owner())
        command: list[str | Path] = [
            programs / "master",
            *settings.split(),
            "-M",
            folder / "cyrus.conf",
            "-p",
            folder / "pid",
            "-D",
        ]
        with (folder / "complaints").open("wb") as complaints:
            process = subprocess.Popen(command, stdout=complaints, stderr=complaints, env=environment)
        if daemon.answers(port, process, b"* OK"):
            return Cyrus(folder, port, process)
        process.kill()
        process.wait()
    raise RuntimeError(f"Cyrus doesn't start: {(folder / 'complaints').read_text('utf-8', 'replace')}")


def _add_user(folder: Path, name: str) -> None:
    command: list[str | Path] = [need("saslpasswd2"), "-p", "-c", "-f", folder / "sasldb2", "-u", "localhost", name]
    subprocess.run(command, input=PASSWORD.encode(), check=True, capture_output=True)
    if os.geteuid() == 0:
        shutil.chown(folder / "sasldb2", *daemon.mail_owner())


def _config(folder: Path) -> str:
    user, group = daemon.mail_owner_names()
    return f"""configdirectory: {folder}/conf
defaultpartition: default
partition-default: {folder}/spool
cyrus_user: {user}
cyrus_group: {group}
servername: localhost
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {folder}/sasldb2
sasl_mech_list: PLAIN LOGIN
allowplaintext: yes
munge8bit: no
altnamespace: yes
unixhierarchysep: yes
autocreate_quota: 0
expunge_mode: immediate
delete_mode: immediate
idlesocket: {folder}/conf/socket/idle
notifysocket: {folder}/conf/socket/notify
"""
