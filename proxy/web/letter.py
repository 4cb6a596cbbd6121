"""GET /message/ID: one message with its reasons beside it; what fixing it would change; its exact source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from checks.model import Finding
from proxy.addresses import normalise
from proxy.desk import Opened
from proxy.digest.words import STATE_IN_WORDS
from proxy.model import WAITING
from proxy.web import words
from proxy.web.marks import Numbered, marked, numbered
from proxy.web.site import Site
from proxy.web.timeline import timeline

SHOWN = 60_000
"""Characters of a text that the page shows; the source has the rest."""


class Letters:
    """One message."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def letter(self, request: Request) -> Response:
        """The message, with what may be done with it."""
        opened = await self._site.desk.opened(_id(request))
        message, letter, now = opened.message, opened.letter, self._site.desk.clock()
        findings = numbered(words.notes_and_holds(message.findings))
        body = letter.body[:SHOWN] if letter else ""
        refused = self._site.outbox.refused(message.id)
        return await self._site.page(
            request,
            "letter.html",
            message=message,
            letter=letter,
            subject=marked(letter.subject, _within(findings, "subject")) if letter else (),
            body=marked(body, _within(findings, "body")),
            cut=letter is not None and len(letter.body) > SHOWN,
            people=_people(opened),
            head=opened.head[:SHOWN],
            findings=findings,
            state=STATE_IN_WORDS[message.state],
            refused=refused.reason if refused and message.state in WAITING else "",
            buttons=words.buttons(
                message,
                has_drafts=self._site.has_drafts([message]),
                due=_future(words.due_of(message), now),
                can_fix=opened.corrected is not None,
                fixes_all=not _holds(opened),
            ),
            goes=next((each for each in self._site.outbox.leaving if each.id == message.id), None),
            standings=[(each, timeline(each.history, each.outlook, now)) for each in opened.recruiters],
        )

    async def fix(self, request: Request) -> Response:
        """Before and after, for one confirmation."""
        opened = await self._site.desk.opened(_id(request))
        if opened.corrected is None or opened.message.state not in ("held", "rejected"):
            raise HTTPException(404, "There is nothing here that can be corrected for you. It is as it was.")
        return await self._site.page(
            request, "fix.html", message=opened.message, done=opened.corrected.done, left=_holds(opened)
        )

    async def source(self, request: Request) -> Response:
        """The exact bytes, as plain text, a piece at a time."""
        pieces = await self._site.desk.source(_id(request))
        return StreamingResponse(pieces, media_type="text/plain; charset=utf-8")


def _id(request: Request) -> str:
    id_: str = request.path_params["id"]
    if not re.fullmatch(r"[a-z2-7]{8}", id_):
        raise HTTPException(404)
    return id_


def _holds(opened: Opened) -> list[Finding]:
    """What the message is held for that correcting it leaves."""
    return [each for each in opened.corrected.left if each.effect == "hold"] if opened.corrected else []


def _people(opened: Opened) -> list[tuple[str, str]]:
    """The recipients: the name that the message itself gives, "" for none, and the address."""
    letter = opened.letter
    named = {normalise(each.address): each.name for each in (*letter.to, *letter.cc)} if letter else {}
    return [(named.get(normalise(each), ""), each) for each in opened.message.recipients]


def _within(findings: Sequence[Numbered], part: str) -> list[Numbered]:
    return [each for each in findings if each.finding.part == part]


def _future(when: datetime | None, now: datetime) -> datetime | None:
    return when if when is not None and when > now else None
