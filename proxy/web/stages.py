"""POST /recruiters/stage: how far things are, told by the user, and taking that back. As `tactful recruiters offer`."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from proxy import addresses
from proxy.store.control import Stage
from proxy.web.login import Login
from proxy.web.site import Site

STAGES: dict[str, Stage | None] = {"offer": "offer", "hired": "hired", "": None}
WORDS: dict[Stage | None, str] = {
    "offer": "Noted: {} made you an offer. Writing soon, or as if the job were yours, is no mistake there from now on.",
    "hired": "Noted: {} hired you, congratulations! Nobody there counts as a recruiter any more.",
    None: "{} counts as it did before.",
}
IN_SHORT = {"offer": "an offer", "hired": "that they hired you", "": "nothing"}


class Stages:
    """What changes how far things are."""

    def __init__(self, site: Site, login: Login) -> None:
        self._site = site
        self._login = login

    async def change(self, request: Request) -> Response:
        """Notes a stage for all of a recruiter's company, or takes it back; `was`: what the person saw."""
        form = await self._login.form(request)
        address, wanted, was = form.one("address").strip(), form.one("stage"), form.one("was")
        if addresses.problem_of_address(address) or wanted not in STAGES or was not in STAGES:
            raise HTTPException(400, "That is nothing that can be noted. Nothing was done.")
        stage, entry = await self._site.desk.stage(address)
        if stage != was:
            said = f"Not done: {IN_SHORT[stage]} is noted there meanwhile."
        else:
            await self._site.desk.set_stage(entry, STAGES[wanted])
            said = WORDS[STAGES[wanted]].format(entry)
        self._site.poke()
        return self._site.back(form.one("back"), [said])
