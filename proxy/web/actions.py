"""POST /do, /undo and /pause: a person's word on messages, and a pause. Each names the state that the person saw."""

from __future__ import annotations

import re
from datetime import timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from proxy.digest.words import moment
from proxy.errors import NotFound
from proxy.model import STATES, State
from proxy.release import IN_WORDS, Refusal, plan
from proxy.snooze.due import LEFT_OUT
from proxy.web import words
from proxy.web.login import Login
from proxy.web.site import Site

PAUSES = {"15": timedelta(minutes=15), "120": timedelta(hours=2)}


class Actions:
    """What changes messages, or holds tactful back."""

    def __init__(self, site: Site, login: Login) -> None:
        self._site = site
        self._login = login

    async def do(self, request: Request) -> Response:
        """One word on one or several messages; `pick`: "ID:STATE", as they were shown."""
        form = await self._login.form(request)
        do, back = form.one("do"), form.one("back")
        picks = [_pick(each) for each in dict.fromkeys(form.all("pick"))]
        if not picks:
            return self._site.back(back, ["Mark one or more messages first; nothing was done."])
        said = [await self._one(do, id_, state, batch=len(picks) > 1) for id_, state in picks]
        return self._site.back(back, said)

    async def _one(self, do: str, id_: str, state: State, *, batch: bool) -> str:
        wanted = words.request_of(do, state)
        if wanted is None:
            raise HTTPException(400, "That is nothing that can be done here. Nothing was done.")
        try:
            message = await self._site.desk.find(id_)
            if any(each.id == id_ for each in self._site.outbox.leaving):
                return f"Your mail to {words.to(message)} is about to leave already. Take it back first."
            if wanted.action == "release" and wanted.word != "was-sent":
                if message.state != state:
                    return f"Your mail to {words.to(message)}: not done. It {IN_WORDS[message.state]} meanwhile."
                refusal = plan(message.state, wanted, self._site.desk.clock(), message.findings)
                if isinstance(refusal, Refusal):
                    return f"Your mail to {words.to(message)}: not done. {refusal.reason}"
                if batch and await self._site.review.is_replaced(message):
                    return f"Your mail to {words.to(message)}: not done. {LEFT_OUT}"
                self._site.outbox.send(id_, wanted, correct=do == "fix", whom=words.to(message))
                return f"Your mail to {words.to(message)} leaves in a few seconds. Until then you can take it back."
            outcome = await self._site.review.act(id_, wanted)
        except NotFound as error:
            return str(error)
        self._site.poke()
        return words.told(message, outcome)

    async def undo(self, request: Request) -> Response:
        """Takes sends back; `id`: of each."""
        form = await self._login.form(request)
        said = []
        for id_ in dict.fromkeys(form.all("id")):
            message = await self._site.desk.find(id_)
            if self._site.outbox.take_back(id_):
                said.append(f"Your mail to {words.to(message)} stays here. It was not sent.")
            else:
                said.append(f"Too late to take it back: your mail to {words.to(message)} {IN_WORDS[message.state]}.")
        return self._site.back(form.one("back"), said)

    async def pause(self, request: Request) -> Response:
        """Forwards everything for a while, or ends that; `minutes`: 15, 120, or 0."""
        form = await self._login.form(request)
        if form.one("minutes") == "0":
            was = await self._site.desk.resume()
            words_ = "Mail to recruiters is read again." if was else "Nothing was paused."
        elif (length := PAUSES.get(form.one("minutes"))) is not None:
            until = await self._site.desk.pause(length)
            words_ = f"Everything is sent on unread until {moment(until, None)}."
        else:
            raise HTTPException(400, "That is no pause. Nothing was done.")
        self._site.poke()
        return self._site.back(form.one("back"), [words_])


def _pick(text: str) -> tuple[str, State]:
    id_, _, state = text.partition(":")
    if not re.fullmatch(r"[a-z2-7]{8}", id_) or state not in STATES:
        raise HTTPException(400, "That is no message of this page. Nothing was done.")
    return id_, state
