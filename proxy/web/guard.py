"""Every request passes here first: who may ask, from where, and what every answer says of itself.

Promises: no answer to a name that isn't this page's (DNS rebinding); no action without the page's own Origin (no
cross-site posts); nothing of the page in a frame, and nothing in it from elsewhere; no word of an error leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from proxy import events

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would take the Origin from the page's own forms, too.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """`ours`: whether a Host is this page's; `scheme`: of the page, "http" or "https"."""

    def __init__(self, app: ASGIApp, ours: Callable[[str], bool], scheme: Callable[[], str]) -> None:
        self._app = app
        self._ours = ours
        self._scheme = scheme

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            events.page_refused(refusal[1])
            await PlainTextResponse(f"{refusal[1]}\n", refusal[0])(scope, receive, sending)
            return
        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # its answer has gone out already (proxy.web.app)
            events.page_failed("request", error)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if headers.getlist("host") != [host] or not self._ours(host):
            return 421, "This is not the address of this page."
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "This page understands GET and POST."
        if scope["method"] == "POST" and headers.getlist("origin") != [f"{self._scheme()}://{host}"]:
            return 403, "This did not come from the page itself."
        return None


def ours(host: str, own: str, port: int, *, loopback: bool) -> bool:
    """Whether a Host header names this page: `own` is the configured host, without brackets.

    Off loopback any address in numbers does, and no name: a name may be anybody's.
    """
    name, colon, written = host.rpartition(":")
    if not colon or written != str(port):
        return False
    bare = name.removeprefix("[").removesuffix("]").lower()
    if loopback:
        return bare in {own, "127.0.0.1", "localhost", "::1"}
    try:
        return bool(ip_address(bare))
    except ValueError:
        return False
