"""A real Dovecot on 127.0.0.1, from a temporary folder of its own: plain and with TLS, Maildir, users in a passwd-file.

Works as root (mail then belongs to an unprivileged user) and for an ordinary user. Every test asks for a user of its
own, so that one server does for a whole session.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers import daemon
from tests.servers.authority import certificate
from tests.servers.daemon import HOST, PASSWORD
from tests.servers.need import need

USERS = 400


@dataclass
class Dovecot:
    """A running server. `port`: plain and STARTTLS; `tls_port`: TLS from the start, with a certificate of
    `tests.servers.authority` for 127.0.0.1 and localhost."""

    folder: Path
    port: int
    tls_port: int
    process: subprocess.Popen[bytes]
    _given: int = field(default=0)

    def user(self) -> str:
        """The name of a user whose mailbox is empty."""
        self._given += 1
        if self._given > USERS:
            raise RuntimeError("too many test users: raise USERS")
        return f"user{self._given}@example.org"

    def log(self) -> str:
        """What the server wrote to its log."""
        return (self.folder / "log").read_text("utf-8", "replace")

    def kill(self) -> None:
        """Kills the server and whoever serves a connection, as a power cut does."""
        self.process.send_signal(signal.SIGSTOP)  # so that it starts nobody anew
        for child in _children(self.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self.process.kill()
        self.process.wait()

    def start_again(self) -> None:
        """After `kill`, on the same ports and with the same mail."""
        (self.folder / "run" / "master.pid").unlink(missing_ok=True)
        self.process = _run(need("dovecot"), self.folder)
        if not daemon.answers(self.port, self.process):
            raise RuntimeError(f"Dovecot doesn't start again: {self.log()}")

    def stop(self) -> None:
        """Ends the server and its children."""
        daemon.end(self.process)


@contextlib.contextmanager
def dovecot() -> Iterator[Dovecot]:
    """Starts Dovecot 2.3 or 2.4; skips by name where it is missing."""
    program = need("dovecot")
    with daemon.folder("dovecot") as folder:
        server = _start(program, folder)
        try:
            yield server
        finally:
            server.stop()


def _start(program: Path, folder: Path) -> Dovecot:
    proof = certificate()
    (folder / "certificate.pem").write_bytes(b"".join(blob.bytes() for blob in proof.cert_chain_pems))
    (folder / "key.pem").write_bytes(proof.private_key_pem.bytes())
    (folder / "key.pem").chmod(0o600)
    (folder / "users").write_text(
        "".join(f"user{number}@example.org:{{PLAIN}}{PASSWORD}\n" for number in range(1, USERS + 1)), "utf-8"
    )
    (folder / "users").chmod(0o644)
    mail = folder / "mail"
    mail.mkdir()
    said: list[Path] = []
    version = subprocess.run([program, "--version"], capture_output=True, check=True).stdout.decode()
    for _ in range(5):
        port, tls_port = daemon.free_ports(2)
        config = _config(folder, port, tls_port, new=not version.startswith("2.3."))
        (folder / "dovecot.conf").write_text(config, "utf-8")
        if os.geteuid() == 0:
            os.chown(mail, *daemon.mail_owner())
        process = _run(program, folder)
        if daemon.answers(port, process) and daemon.answers(tls_port, process):
            return Dovecot(folder, port, tls_port, process)
        process.kill()
        process.wait()
        said = [folder / "complaints", folder / "log"]
    words = "".join(file.read_text("utf-8", "replace") for file in said if file.exists())
    raise RuntimeError(f"Dovecot doesn't start: {words}")


def _run(program: Path, folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "complaints").open("wb") as complaints:
        return subprocess.Popen(
            [program, "-F", "-c", folder / "dovecot.conf"], stdout=subprocess.DEVNULL, stderr=complaints
        )


def _children(pid: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, check=False).stdout
    return [int(each) for each in found.split()]


def _config(folder: Path, port: int, tls_port: int, *, new: bool) -> str:
    uid, gid = daemon.mail_owner()
    if new:
        version = """dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
"""
        mail = f"""mail_driver = maildir
mail_path = {folder}/mail/%{{user}}
ssl_server_cert_file = {folder}/certificate.pem
ssl_server_key_file = {folder}/key.pem
auth_allow_cleartext = yes
passdb passwd-file {{
  passwd_file_path = {folder}/users
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}/mail/%{{user}}
  }}
}}
"""
    else:
        version = ""
        mail = f"""mail_location = maildir:{folder}/mail/%u
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
"""
    rootless = anvil = ""
    if os.geteuid() != 0:
        user, group = daemon.mail_owner_names()
        anvil = "chroot ="
        rootless = f"""default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
service stats {{
  chroot =
}}
"""
    return f"""{version}base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
ssl = yes
auth_mechanisms = plain login
mail_max_userip_connections = 100
first_valid_uid = 1
first_valid_gid = 1
maildir_stat_dirs = yes
mail_fsync = never
auth_failure_delay = 0
{mail}{rootless}service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
  {anvil}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = {HOST}
    port = {port}
  }}
  inet_listener imaps {{
    address = {HOST}
    port = {tls_port}
    ssl = yes
  }}
  service_count = 0
  process_min_avail = 1
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    special_use = \\Drafts
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
  mailbox Trash {{
    special_use = \\Trash
  }}
  mailbox Sent {{
    special_use = \\Sent
  }}
}}
"""
