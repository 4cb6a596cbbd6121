"""`tactful demo`: starts everything, sends the mailbag, shows what became of it, and stays up for a look."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from proxy.app import now
from proxy.cli.output import Output
from proxy.demo.client import letters, send
from proxy.demo.fate import Fate, as_json
from proxy.demo.mailbag import MAILBAG
from proxy.demo.person import JO, SAM
from proxy.demo.place import Place, place
from proxy.demo.stage import Stage, stage
from proxy.demo.table import picture, table
from proxy.demo.upstream import Taken
from proxy.web.login import new_link


@dataclass(frozen=True, slots=True)
class Show:
    """How it goes. `once`: it ends after the table. `picture`: a file to draw the table into, as SVG."""

    output: Output
    once: bool = False
    picture: Path | None = None


def run(show: Show) -> int:
    """The whole of it, until Ctrl-C; 0 where every message became what was promised, else 1.

    Raises the rooms' errors, where something can't even start.
    """
    with place() as made:
        try:
            return asyncio.run(_run(show, made))
        except asyncio.CancelledError:  # by `_ended`, before there was a table
            return 1


async def _run(show: Show, made: Place) -> int:
    output = show.output
    _say(output, "Starting a mail server, a mailbox with a few weeks of mail in it, and tactful between them ...")
    with _ended():
        async with stage(made, now()) as found:
            _say(output, f"Sending {len(MAILBAG)} messages, as a mail program would ...")
            fates = [await _one(found, each, output) for each in range(len(MAILBAG))]
            held = sum(fate.became == "held" for fate in fates)
            told = await letters(found, held)
            right = all(fate.as_promised for fate in fates) and len(told) == held
            _tell(show, fates, told)
            if not show.once:
                with suppress(asyncio.CancelledError):  # Ctrl-C, and what `_ended` makes of other signals
                    await _stay(found, fates, output)
    return 0 if right else 1


async def _one(found: Stage, number: int, output: Output) -> Fate:
    fate = await send(found, MAILBAG[number], now)
    if output.json:
        output.object(as_json(fate))
        output.flush()
    return fate


def _tell(show: Show, fates: Sequence[Fate], told: Sequence[str]) -> None:
    if show.picture is not None:
        show.picture.write_text(picture(fates), encoding="utf-8", newline="\n")
    output = show.output
    if output.json:
        return
    output.console.print(table(fates, output.console.width))
    sent, held = (sum(fate.became == word for fate in fates) for word in ("forwarded", "held"))
    wrong = sum(not fate.as_promised for fate in fates)
    output.say(f"{sent} sent on, byte for byte as they were written; {held} held, and nobody but you has seen them.")
    if wrong:
        output.complain(f"{wrong} of them became something else than they should: please report that as a fault.")
    output.say()
    output.say(f"Word of each waits in Sam's mailbox ({len(told)} new):")
    for subject in told:
        output.say(f"  {subject}")
    if len(told) != held:
        output.complain(f"There should be {held}: please report that as a fault.")
    output.flush()


async def _stay(found: Stage, fates: Sequence[Fate], output: Output) -> None:
    made, here = found.place, found.listening
    if output.json:
        output.object(
            {
                "smtp": str(here),
                "imap": f"{here.host}:{found.imap}",
                "user": SAM.address,
                "password_file": str(made.folder / "client-password"),
                "mailbox_password_file": str(made.folder / "mail-password"),
                "config": str(made.configuration),
                "page": found.app.store.control.page(),
                "link": _link(found),
            }
        )
    else:
        _invite(found, fates, output)
    output.flush()

    def arrived(message: Taken) -> None:
        if output.json:
            output.object({"sent": list(message.recipients)})
        else:
            output.say(f"The outgoing server has just taken a message to {', '.join(message.recipients)}.")
        output.flush()

    found.upstream.arrived = arrived
    await asyncio.Event().wait()


def _invite(found: Stage, fates: Sequence[Fate], output: Output) -> None:
    made, here = found.place, found.listening
    kept = next((fate.seen.kept.id for fate in fates if fate.seen.kept), "ID")
    option = f"--config {_quoted(str(made.configuration))}"
    output.say(
        f"""
Have a look: all of this runs until you press Ctrl-C, and is gone then. Nothing here reaches another machine.

In your browser, once, within ten minutes (`{_program()} web {option}` makes another link):
  {_link(found)}

From another terminal:
  {_program()} held {option}
  {_program()} show {kept} {option}
  {_program()} release {kept} {option}
  {_program()} history {JO.address} {option}

With a mail program of your own, add an account:
  Outgoing (SMTP)  {here.host}, port {here.port}, no encryption (it is this machine), normal password
                   user {SAM.address}, password {made.client_password}
  Incoming (IMAP)  {here.host}, port {found.imap}, no encryption, normal password
                   user {SAM.address}, password {made.mail_password}
and write to anybody@{JO.address.partition("@")[2]}: a recruiter; or to anybody else: private.
"""
    )


def _link(found: Stage) -> str:
    store = found.app.store
    return new_link(store.passes, store.control.page(), now())


def _program() -> str:
    """How this very tactful is called from a terminal."""
    if shutil.which("tactful"):
        return "tactful"
    beside = Path(sys.executable).with_name("tactful.exe" if os.name == "nt" else "tactful")
    return _quoted(str(beside)) if beside.exists() else f"{_quoted(sys.executable)} -m proxy"


def _quoted(text: str) -> str:
    return subprocess.list2cmdline([text]) if os.name == "nt" else shlex.quote(text)


def _say(output: Output, text: str) -> None:
    if not output.json:
        output.say(text)
        output.flush()


@contextmanager
def _ended() -> Iterator[None]:
    """Lets what ends programs on POSIX systems end the demo in order; SIGINT does so everywhere."""
    if os.name != "posix":
        yield
        return
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    numbers = (signal.SIGTERM, signal.SIGHUP)
    for number in numbers:
        loop.add_signal_handler(number, task.cancel)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
