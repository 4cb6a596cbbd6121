"""How much a digest has room for: mail programs cut long letters off, Gmail behind 102 kB of HTML. Pure.

Promises: what is left out is counted, and the letter says where it is; what was noted and had no room comes with the
next digest.
"""

from __future__ import annotations

import quopri
from collections.abc import Sequence
from datetime import tzinfo

from proxy.digest import page
from proxy.digest.entries import Told
from proxy.store.remarks import Remark

LIMIT = 98_000
"""Octets of the HTML as it is written into the letter (quoted-printable), which is more than what Gmail counts."""

MOST = 50
"""Messages of one digest, however short they are."""


def fitting(
    waiting: Sequence[Told],
    remarks: Sequence[Remark],
    zone: tzinfo | None,
    unthanked: Sequence[str] = (),
    also: Sequence[str] = (),
) -> tuple[Sequence[Told], Sequence[Remark]]:
    """As many of the first of both as there is room for, what waits before what was noted. One at least.
    `unthanked`, `also`: paragraphs that it also holds."""
    left = LIMIT - _octets(page.digest((), (), zone, unthanked=unthanked, also=also))
    entries = [page.in_digest(told, zone) for told in waiting[:MOST]]
    shown, left = _first(entries, left)
    noted, _ = _first([page.noted_in_digest(remark, zone) for remark in remarks[:MOST]], left)
    return waiting[: shown or bool(waiting)], remarks[: noted or bool(remarks and not waiting)]


def _first(entries: Sequence[str], left: int) -> tuple[int, int]:
    """How many of the first of these fit, and what is left then."""
    for number, entry in enumerate(entries):
        size = _octets(entry)
        if size > left:
            return number, 0
        left -= size
    return len(entries), left


def _octets(html: str) -> int:
    return len(quopri.encodestring(html.encode()))
