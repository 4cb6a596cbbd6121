"""Who may look: a login link opens the page once, a cookie keeps it open, a token in each form proves it is the page's.

Links come from `tactful web` and from a click on a desktop notice. Their GET shows a button and uses nothing up: mail
programs and browsers fetch links beforehand.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from proxy import events
from proxy.store.passes import Passes
from proxy.web import forms, words
from proxy.web.forms import Form
from proxy.web.site import Site

LINK = timedelta(minutes=10)
"""How long a login link is good."""

SESSION = timedelta(days=7)
"""How long a browser that was let in stays so. The cookie itself ends with the browser."""


def new_link(passes: Passes, address: str, now: datetime, *, to: str = "") -> str:
    """A login link to the page at `address` ("http://127.0.0.1:2580"). `to`: the path that it then shows."""
    token = secrets.token_urlsafe(32)
    passes.issue("login", token, now + LINK, now)
    return f"{address}/login?token={token}{to and f'&to={to}'}"


def csrf(session: str) -> str:
    """The token of a session's forms."""
    return hmac.new(session.encode(), b"form", hashlib.sha256).hexdigest()


class Login:
    """Letting in, knowing again, letting out."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def _cookie(self) -> str:
        # Cookies don't know ports: two pages on one machine must not overwrite each other's.
        return f"tactful-{self._site.port}"

    async def session(self, request: Request) -> str:
        """The session that a request shows, "" where it shows none that is good."""
        shown = request.cookies.get(self._cookie(), "")
        return shown if shown and len(shown) < 100 and await self._site.desk.knows(shown) else ""

    async def form(self, request: Request) -> Form:
        """The form of an action, after looking at its token. Raises HTTPException."""
        form = await forms.read(request)
        if not hmac.compare_digest(form.one("csrf").encode(), csrf(request.state.session).encode()):
            raise HTTPException(403, "This form is not of this visit. Nothing was done; load the page once more.")
        return form

    async def page(self, request: Request) -> Response:
        """GET /login: a button. It uses nothing up."""
        token, to = request.query_params.get("token", ""), request.query_params.get("to", "")
        back = to if words.is_path(to) else "/"
        return self._site.plain("login.html", 200 if token else 403, token=token, failed=False, back=back)

    async def let_in(self, request: Request) -> Response:
        """POST /login: uses the link up."""
        form = await forms.read(request)
        session = secrets.token_urlsafe(32)
        expires = self._site.desk.clock() + SESSION
        if not await self._site.desk.let_in(form.one("token"), session, expires):
            events.page_refused("a login link that is not good, or no longer")
            return self._site.plain("login.html", 403, token="", failed=True, back="/")
        events.page_opened()
        to = form.one("to")
        response = RedirectResponse(to if words.is_path(to) else "/", 303)
        secure = self._site.scheme == "https"
        response.set_cookie(self._cookie(), session, path="/", httponly=True, samesite="strict", secure=secure)
        return response

    async def let_out(self, request: Request) -> Response:
        """POST /logout."""
        await self.form(request)
        await self._site.desk.leave(request.state.session)
        response = self._site.plain("login.html", 200, token="", failed=False, back="/")
        response.delete_cookie(self._cookie(), path="/", httponly=True, samesite="strict")
        return response

    def stranger(self, request: Request) -> Response:
        """For somebody who isn't let in."""
        if request.method == "POST":
            return self._site.plain("login.html", 403, token="", failed=True, back="/")
        return self._site.plain("login.html", 403, token="", failed=False, back=request.url.path)
