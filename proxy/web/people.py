"""Recruiters: who counts, whose turn it is, one person's history, and what mail can't see (calls, meetings)."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from checks.model import Contact
from proxy import addresses
from proxy.addresses import normalise
from proxy.desk import SHOWN
from proxy.errors import UsageError
from proxy.recruiters import entry_of
from proxy.web.login import Login
from proxy.web.site import Site
from proxy.web.timeline import in_words, timeline

LONGEST = 320
"""Characters of an address (RFC 5321, section 4.5.3.1, with its at-sign)."""


class People:
    """The recruiters' pages."""

    def __init__(self, site: Site, login: Login) -> None:
        self._site = site
        self._login = login

    async def recruiters(self, request: Request) -> Response:
        """Everybody who counts, whose turn it is, and why an address counts or doesn't."""
        desk = self._site.desk
        asked = request.query_params.get("test", "")[:LONGEST].strip()
        tested = await desk.standing(asked) if asked else None
        standings = await desk.standings()
        return await self._site.page(
            request,
            "recruiters.html",
            standings=[(each, in_words(each.outlook, desk.clock())) for each in standings[:SHOWN]],
            more=max(len(standings) - SHOWN, 0),
            rules=desk.config.recruiters,
            entries=await desk.entries(),
            suggested=await desk.suggested() if "suggest" in request.query_params else None,
            asked=asked,
            tested=tested,
        )

    async def recruiter(self, request: Request) -> Response:
        """One recruiter's history as a picture and in sentences."""
        address = request.query_params.get("address", "")
        if addresses.problem_of_address(address):
            raise HTTPException(404, "That is no mail address.")
        standing = await self._site.desk.standing(address)
        picture = timeline(standing.history, standing.outlook, self._site.desk.clock())
        return await self._site.page(request, "recruiter.html", standing=standing, picture_line=picture)

    async def change(self, request: Request) -> Response:
        """Puts an address or domain on the list, or takes it off; `to`: "add" or "except"."""
        form = await self._login.form(request)
        added = {"add": True, "except": False}.get(form.one("to"))
        if added is None:
            raise HTTPException(400, "That is nothing that can be done here. Nothing was done.")
        try:
            entry = entry_of(form.one("entry").strip()[:LONGEST], added=added)
        except UsageError as error:
            return self._site.back(form.one("back"), [str(error)])
        await self._site.desk.set_recruiter(entry, added=added)
        words = f"{entry} counts as a recruiter now." if added else f"{entry} doesn't count as a recruiter any more."
        return self._site.back(form.one("back"), [words])

    async def log(self, request: Request) -> Response:
        """Notes what mail can't see; `what`: "spoke", "message" or "met". It was now."""
        form = await self._login.form(request)
        address = form.one("address").strip()
        if addresses.problem_of_address(address):
            raise HTTPException(400, "That is no mail address. Nothing was noted.")
        now, whom = self._site.desk.clock(), normalise(address)
        match form.one("what"):
            case "spoke":
                contact, words = Contact(now, "call", "both", whom), f"Noted: you spoke with {whom}."
            case "message":
                contact = Contact(now, "call", "out", whom, answered=False)
                words = f"Noted: you left {whom} a message."
            case "met":
                contact, words = Contact(now, "meeting", "both", whom), f"Noted: you met {whom}."
            case _:
                raise HTTPException(400, "That is nothing that can be noted. Nothing was done.")
        await self._site.desk.log(contact)
        self._site.poke()
        return self._site.back(form.one("back"), [words])
