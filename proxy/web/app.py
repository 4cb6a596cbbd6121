"""The page as one application: the explicit list of its addresses, behind the guard and the login."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from proxy.configuration.values import Place
from proxy.desk import Desk
from proxy.errors import NotFound, TactfulError
from proxy.outbox import Outbox
from proxy.review import Review
from proxy.web.actions import Actions
from proxy.web.guard import Guard, ours
from proxy.web.letter import Letters
from proxy.web.lists import Lists
from proxy.web.login import Login, csrf
from proxy.web.overview import Overview
from proxy.web.people import People
from proxy.web.site import Site
from proxy.web.stages import Stages

Handler = Callable[[Request], Awaitable[Response]]

STATIC = {"style.css": "text/css", "script.js": "text/javascript", "icon.svg": "image/svg+xml"}
"""The files that the pages use, all there are."""


class Page:
    """The whole page. `opens_at` is told where it is before the first request."""

    def __init__(self, desk: Desk, review: Review, outbox: Outbox) -> None:
        self._site = Site(desk, review, outbox)
        self._login = Login(self._site)
        folder = Path(__file__).parent / "static"
        self._files = {name: (folder / name).read_bytes() for name in STATIC}
        self.asgi: ASGIApp = Guard(self._application(), self._ours, lambda: self._site.scheme)

    @property
    def address(self) -> str:
        """Where it is: "http://127.0.0.1:2580"."""
        return self._site.address

    def opens_at(self, place: Place, *, secure: bool) -> None:
        """It is (again) at this place."""
        self._site.place = place
        self._site.scheme = "https" if secure else "http"
        self._site.open()

    def close(self) -> None:
        """Ends what would not end by itself."""
        self._site.close()

    def _ours(self, host: str) -> bool:
        place = self._site.place
        return ours(host, place.host, place.port, loopback=place.loopback)

    def _application(self) -> Starlette:
        site, login = self._site, self._login
        lists, letters, people, overview = Lists(site), Letters(site), People(site, login), Overview(site)
        actions = Actions(site, login)
        routes: list[BaseRoute] = [
            Route("/login", login.page, methods=["GET"]),
            Route("/login", login.let_in, methods=["POST"]),
            Route("/static/{name}", self._static, methods=["GET"]),
            # A message's source is plain text and can't name an icon.
            Route("/favicon.ico", lambda _: RedirectResponse("/static/icon.svg", 301), methods=["GET"]),
            self._get("/", lists.waiting),
            self._get("/before", lists.before),
            self._get("/message/{id}", letters.letter),
            self._get("/message/{id}/fix", letters.fix),
            self._get("/message/{id}/source", letters.source),
            self._get("/recruiters", people.recruiters),
            self._get("/recruiters/one", people.recruiter),
            self._get("/overview", overview.pictures),
            self._get("/settings", overview.settings),
            self._get("/changes", self._changes),
            self._post("/do", actions.do),
            self._post("/undo", actions.undo),
            self._post("/pause", actions.pause),
            self._post("/recruiters/change", people.change),
            self._post("/recruiters/log", people.log),
            self._post("/recruiters/stage", Stages(site, login).change),
            self._post("/logout", login.let_out),
        ]
        faults = {HTTPException: self._problem, TactfulError: self._problem, Exception: self._broken}
        return Starlette(routes=routes, exception_handlers=faults)

    def _get(self, path: str, handler: Handler) -> Route:
        return Route(path, self._known(handler), methods=["GET"])

    def _post(self, path: str, handler: Handler) -> Route:
        return Route(path, self._known(handler), methods=["POST"])

    def _known(self, handler: Handler) -> Handler:
        """For those who were let in, and nobody else."""

        async def behind(request: Request) -> Response:
            session = await self._login.session(request)
            if not session:
                return self._login.stranger(request)
            request.state.session, request.state.csrf = session, csrf(session)
            return await handler(request)

        return behind

    async def _static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._files:
            raise HTTPException(404)
        return Response(self._files[name], media_type=STATIC[name])

    async def _changes(self, request: Request) -> Response:
        if self._site.crowded:
            raise HTTPException(503, "The page is open in too many windows.")
        return StreamingResponse(
            self._site.changes(request.query_params.get("since", "")), media_type="text/event-stream"
        )

    async def _broken(self, _request: Request, _error: Exception) -> Response:
        words = "Something went wrong inside tactful. Nothing was sent or lost by that; please try again."
        return self._site.plain("stranger.html", 500, words=words)

    async def _problem(self, request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            status, words = error.status_code, error.detail if error.status_code != 404 else "There is no such page."
        else:
            status, words = 404 if isinstance(error, NotFound) else 503, str(error)
        if not hasattr(request.state, "session"):
            return self._site.plain("stranger.html", status, words=words)
        return await self._site.page(request, "problem.html", status, words=words)
