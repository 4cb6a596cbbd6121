"""What a form sent: small, plain pairs of names and values (application/x-www-form-urlencoded)."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LIMIT = 64 * 1024
"""Octets of a form."""

FIELDS = 1000
"""Fields of a form."""


class Form:
    """The fields of a form, in their order."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def one(self, name: str) -> str:
        """The field's value, "" where there is none; of several the first."""
        return next((value for key, value in self._pairs if key == name), "")

    def all(self, name: str) -> list[str]:
        """All values of a field."""
        return [value for key, value in self._pairs if key == name]


async def read(request: Request) -> Form:
    """The form that a request brings. Raises HTTPException where it is too large or none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "That was not a form of this page.")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LIMIT:
            raise HTTPException(413, "That is more than a form of this page holds.")
    try:
        text = body.decode("ascii")
        return Form(parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS, errors="replace"))
    except (UnicodeDecodeError, ValueError) as error:
        raise HTTPException(400, "That was not a form of this page.") from error
