"""GET / and /before: what waits, and what happened before."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from starlette.requests import Request
from starlette.responses import Response

from proxy.desk import OLD, PAGE
from proxy.digest.words import STATE_IN_WORDS
from proxy.model import STATES
from proxy.store.archive import Search
from proxy.web.site import Site

LONGEST = 200
"""Characters of what is searched for."""


class Lists:
    """The two lists."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def waiting(self, request: Request) -> Response:
        """What waits for a word, what waits long first."""
        page = number(request)
        messages, total = await self._site.desk.waiting(page)
        drafts = self._site.has_drafts(messages)
        return await self._site.page(
            request,
            "waiting.html",
            messages=messages,
            total=total,
            page=page,
            pages=-(-total // PAGE),
            old=self._site.desk.clock() - OLD,
            leaves={each.id for each in self._site.outbox.leaving},
            refused=self._site.outbox.refused,
            has_drafts=drafts,
        )

    async def before(self, request: Request) -> Response:
        """All that was ever kept, searched."""
        page, asked = number(request), request.query_params
        words, state, recruiter = asked.get("words", ""), asked.get("state", ""), asked.get("recruiter", "")
        since, until = _day(asked.get("since", "")), _day(asked.get("until", ""))
        search = Search(
            words=tuple(words[:LONGEST].split()),
            states=(state,) if state in STATES else STATES,
            recruiter=recruiter[:LONGEST].strip(),
            since=since,
            until=until + timedelta(days=1) if until else None,
        )
        messages, total = await self._site.desk.search(search, page)
        return await self._site.page(
            request,
            "before.html",
            messages=messages,
            total=total,
            page=page,
            pages=-(-total // PAGE),
            asked={
                "words": words[:LONGEST],
                "state": state if state in STATES else "",
                "recruiter": recruiter[:LONGEST],
                "since": f"{since:%Y-%m-%d}" if since else "",
                "until": f"{until:%Y-%m-%d}" if until else "",
            },
            states=STATES,
            states_in_words=STATE_IN_WORDS,
        )


def number(request: Request) -> int:
    """The page of a list that is asked for, from 0."""
    text = request.query_params.get("page", "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _day(text: str) -> datetime | None:
    """The beginning of a local day, None for what is no day."""
    try:
        return datetime.combine(datetime.fromisoformat(text).date(), time()).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
