"""The demo's mail client: sends the mailbag over SMTP, as any mail program does, and looks what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from email.parser import BytesHeaderParser

from aiosmtplib import SMTP, SMTPException

from proxy.demo.fate import Fate, Seen
from proxy.demo.mailbag import Promise
from proxy.demo.mailbox import notices
from proxy.demo.person import SAM
from proxy.demo.stage import Stage
from proxy.demo.upstream import Taken
from proxy.errors import WorkerError
from proxy.jobs import Job
from proxy.model import STATES

NOTICES_WITHIN = 20.0
"""Seconds until every notice must lie in INBOX."""


async def send(stage: Stage, promise: Promise, clock: Callable[[], datetime]) -> Fate:
    """Sends one message and says what became of it."""
    letter = promise.letter
    content = letter.content(clock())
    reply = await _send(stage, promise, content)
    taken = [each for each in stage.upstream.taken if _message_id(each) == letter.message_id]
    store = stage.app.thread.store
    messages = await stage.app.thread(store.held.messages, STATES)
    kept = next((each for each in messages if each.message_id == letter.message_id), None)
    remarks = await stage.app.thread(store.remarks.untold)
    notes = next((each.findings for each in remarks if each.subject == letter.subject and taken), ())
    return Fate(
        promise, Seen(reply, content, taken, kept, notes, "" if kept else await _remark(stage, promise, content))
    )


async def _send(stage: Stage, promise: Promise, content: bytes) -> str:
    letter, place = promise.letter, stage.place
    client = SMTP(hostname=stage.listening.host, port=stage.listening.port, use_tls=False, start_tls=False, timeout=60)
    try:
        async with client:
            await client.login(SAM.address, place.client_password)
            refused, reply = await client.sendmail(letter.sender.address, [letter.to.address], content)
            return "; ".join([*(f"{code} {text}" for code, text in refused.values()), reply])
    except (SMTPException, OSError) as error:
        return str(error) or type(error).__name__


async def _remark(stage: Stage, promise: Promise, content: bytes) -> str:
    """Why a message was not judged, or not in full, in words."""
    app, address = stage.app, promise.letter.to.address
    control = app.store.control
    recruiters = app.accounts.recruiters_with(await app.thread(control.recruiters), await app.thread(control.stages))
    if not recruiters.covers(address):
        return "Private: no recruiter among those it went to, so nobody read it."
    try:
        # The proxy has judged it and sent it on; why its text was left alone is only in the log. So it is asked again.
        history = await app.thread(app.store.contacts.history, recruiters.party(address), app.clock())
        found = await app.worker.judge(Job(content, (address,), (history,), app.clock(), app.accounts.settings))
    except WorkerError as error:
        return error.what
    return "" if found.checked else f"Its text was not checked: {found.reason}."


async def letters(stage: Stage, count: int) -> list[str]:
    """The subjects of the notices in INBOX, as soon as there are `count` of them, or after NOTICES_WITHIN seconds."""
    loop = asyncio.get_running_loop()
    until = loop.time() + NOTICES_WITHIN
    while True:
        found = await notices(stage.mailbox)
        if len(found) >= count or loop.time() >= until:
            return found
        await asyncio.sleep(0.2)


def _message_id(taken: Taken) -> str:
    return str(BytesHeaderParser().parsebytes(taken.content).get("Message-ID", ""))
