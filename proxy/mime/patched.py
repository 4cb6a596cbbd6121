"""A message with a changed header block: the only changes of bytes that tactful makes (promise 1, drafts)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from proxy.mime.headers import HEAD_LIMIT, Headers, read, renew_date, split, with_bcc
from proxy.model import Content


class Patched:
    """`content` with its first `length` octets replaced by `head` (proxy.model.Content)."""

    def __init__(self, content: Content, length: int, head: bytes) -> None:
        self._content = content
        self._length = length
        self._head = head

    @property
    def size(self) -> int:
        return self._content.size - self._length + len(self._head)

    @property
    def digest(self) -> bytes:
        sha = hashlib.sha256()
        for chunk in self.chunks():
            sha.update(chunk)
        return sha.digest()

    def chunks(self) -> Iterator[bytes]:
        yield self._head
        left_out = self._length
        for chunk in self._content.chunks():
            yield chunk[left_out:]
            left_out = max(0, left_out - len(chunk))


def released(content: Content, now: datetime, *, renew: bool) -> Content:
    """The message as it is released: with the value of its single Date at `now`, where that may be changed."""
    head = _head(content)
    new = renew_date(head, now) if renew and head else None
    return content if new is None else Patched(content, len(head), new)


def drafted(content: Content, recipients: tuple[str, ...]) -> Content:
    """The message as it goes into Drafts: with a Bcc for recipients that no header names."""
    head = _head(content)
    new = with_bcc(head, recipients)
    return content if new == head else Patched(content, len(head), new)


def headers(content: Content) -> Headers:
    """What a message's headers say, as far as HEAD_LIMIT."""
    return read(_beginning(content))


def _head(content: Content) -> bytes:
    """The header block; empty where it is longer than can be changed."""
    beginning = _beginning(content)
    end = split(beginning)
    return beginning[:end] if end is not None else b""


def _beginning(content: Content) -> bytes:
    """The first HEAD_LIMIT octets, or more, or all."""
    beginning = bytearray()
    for chunk in content.chunks():
        beginning += chunk
        if len(beginning) >= HEAD_LIMIT:
            break
    return bytes(beginning)
