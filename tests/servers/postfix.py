"""A real Postfix submission server on 127.0.0.1, from a temporary folder of its own, with SASL logins and TLS.

    with postfix(next_hop=sink.port, recipients=["jo@acme.example"]) as server:
        ...  # log in as server.user at server.submission (STARTTLS) or server.submissions (TLS)

It takes mail for `recipients`, refuses others of their domains ("User unknown"), and passes what it took to a server at
`next_hop`, such as the strict one: so a test sees what Postfix queued, and waits for it without polling. Its
certificate is `authority.certificate()`. Nothing of the machine's own Postfix is used but the programs. Needs root,
because Postfix changes to its own users.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers import daemon
from tests.servers.authority import certificate
from tests.servers.daemon import PASSWORD
from tests.servers.need import need, need_root

_SERVICES = """\
{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
{submissions} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

_SETTINGS = """\
compatibility_level = 2
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
myhostname = postfix.example
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
local_header_rewrite_clients =
relay_domains = {domains}
relay_recipient_maps = texthash:{folder}/recipients
relay_transport = relay:[127.0.0.1]:{next_hop}
default_transport = error:no mail leaves this machine
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = reject_unlisted_recipient, permit_sasl_authenticated, reject
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = {folder}/sasl
smtpd_sasl_security_options = noanonymous
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = {folder}/certificate
smtp_tls_security_level = none
message_size_limit = 50000000
smtputf8_enable = yes
smtp_destination_concurrency_limit = 1
"""

_SASL = """\
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {folder}/sasl/users
mech_list: {mechanisms}
log_level: 0
"""


@dataclass(frozen=True)
class Postfix:
    """A running server. `submission`, `submissions`: ports with STARTTLS and with TLS; `user` logs in by `password`."""

    folder: Path
    submission: int
    submissions: int
    user: str
    password: str

    def log(self) -> str:
        """What it wrote to its log."""
        log = self.folder / "log"
        return log.read_text("utf-8", "replace") if log.exists() else ""


@contextlib.contextmanager
def postfix(
    next_hop: int,
    recipients: Sequence[str],
    *,
    user: str = "sam@example.org",
    password: str = PASSWORD,
    mechanisms: str = "PLAIN LOGIN",
) -> Iterator[Postfix]:
    """Starts Postfix 3.4 or newer; skips by name where it, or saslpasswd2, is missing, or without root."""
    program, passwords = need("postfix"), need("saslpasswd2")
    need_root("a real Postfix")
    submission, submissions = daemon.free_ports(2)
    with daemon.folder("postfix") as folder:
        server = Postfix(folder, submission, submissions, user, password)
        _write(server, next_hop, recipients, mechanisms)
        _add_user(passwords, server)
        _run(server, program, "start")
        try:
            yield server
        finally:
            _run(server, program, "stop")


def _write(server: Postfix, next_hop: int, recipients: Sequence[str], mechanisms: str) -> None:
    folder = server.folder
    for name in ("queue", "data", "sasl"):
        (folder / name).mkdir(mode=0o755)
    shutil.chown(folder / "data", "postfix")
    domains = " ".join(sorted({recipient.partition("@")[2] for recipient in recipients}))
    files = {
        "main.cf": _SETTINGS.format(folder=folder, next_hop=next_hop, domains=domains),
        "master.cf": _SERVICES.format(submission=server.submission, submissions=server.submissions),
        "recipients": "".join(f"{recipient} ok\n" for recipient in recipients),
        "sasl/smtpd.conf": _SASL.format(folder=folder, mechanisms=mechanisms),
        "certificate": certificate().private_key_and_cert_chain_pem.bytes().decode("ascii"),
    }
    for name, text in files.items():
        path = folder / name
        path.write_text(text, "utf-8")
        path.chmod(0o644)


def _add_user(program: Path, server: Postfix) -> None:
    name, _, realm = server.user.partition("@")
    users = server.folder / "sasl" / "users"
    command: list[str | Path] = [program, "-p", "-c", "-u", realm, "-f", users, name]
    subprocess.run(command, input=server.password.encode(), check=True, capture_output=True, timeout=30)
    shutil.chown(users, "postfix")


def _run(server: Postfix, program: Path, what: str) -> None:
    done = subprocess.run([program, "-c", server.folder, what], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"postfix {what} failed:\n{done.stdout}{done.stderr}{server.log()}")
