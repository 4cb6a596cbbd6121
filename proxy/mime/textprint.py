"""By what a text is known that a person sends again: a digest of account, recipients, subject, body and attachments.

Left out is what a mail program makes anew each time it sends: Date, Message-ID and all other header fields but Subject
and those that say how the body is to be read, the boundaries between the parts (RFC 2046, section 5.1.1), and the names
under which one part shows another (RFC 2392: Content-ID and `cid:`). All else is compared as it was written, so what is
encrypted or signed anew is another text each time: it is judged again, and nothing is sent by mistake.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from proxy.addresses import normalise
from proxy.mime.headers import HEAD_LIMIT, fields, read, split
from proxy.model import Content, Envelope

_BOUNDARY = re.compile(rb';\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))', re.IGNORECASE)
_CID = re.compile(rb"cid:[^\s\"'<>()]+")
_LONG = 1 << 16
"""Octets after which a line is not put together any further: it is no boundary."""


def textprint(account: str, envelope: Envelope, content: Content) -> str:
    """Hex SHA-256, "" where the header block is too long to be read. Takes time in proportion to the octets."""
    beginning = bytearray()
    for chunk in content.chunks():
        beginning += chunk
        if len(beginning) >= HEAD_LIMIT:
            break
    head = bytes(beginning[:HEAD_LIMIT])
    start = split(head)
    if start is None:
        return ""
    recipients = sorted({normalise(each.address) for each in envelope.recipients})
    parts = [account, *recipients, "", " ".join(read(head).subject.split())]
    digest = hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass"))
    boundaries: set[bytes] = set()
    digest.update(_described(head, boundaries, top=True))
    part: bytearray | None = None  # the header block of a part, while it is read
    for line in _lines(content, start):
        bare = line.rstrip()
        if boundaries and bare[:2] == b"--" and (bare[2:] in boundaries or bare[2:].removesuffix(b"--") in boundaries):
            digest.update(_described(bytes(part or b""), boundaries))
            part = bytearray() if bare[2:] in boundaries else None
            digest.update(b"--\n" if part is not None else b"----\n")
        elif part is None:
            digest.update(_CID.sub(b"cid:", line) if b"cid:" in line else line)
        elif bare and len(part) < HEAD_LIMIT:
            part += line
        else:
            digest.update(_described(bytes(part), boundaries) + line)
            part = None
    digest.update(_described(bytes(part or b""), boundaries))
    return digest.hexdigest()


def _described(head: bytes, boundaries: set[bytes], *, top: bool = False) -> bytes:
    """What a header block says of how its body is to be read; the boundaries that it names are added."""
    told = b""
    for field in fields(head):
        if field.name == "content-id" or (top and field.name not in {"content-type", "content-transfer-encoding"}):
            continue
        if field.name == "content-type":
            boundaries.update(named for found in _BOUNDARY.findall(field.value) for named in found if named)
        told += field.name.encode() + b":" + b" ".join(_BOUNDARY.sub(b"", field.value).split()) + b"\n"
    return told


def _lines(content: Content, start: int) -> Iterator[bytes]:
    """The lines from `start` on, with their ends; one that is very long comes in pieces."""
    rest, skip = b"", start
    for chunk in content.chunks():
        piece, skip = rest + chunk[skip:], max(0, skip - len(chunk))
        *whole, rest = piece.split(b"\n")
        yield from (line + b"\n" for line in whole)
        if len(rest) > _LONG:
            yield rest
            rest = b""
    if rest:
        yield rest
