"""The MIME tree of a message (RFC 2045, 2046, 2183, 2231): which parts there are, what they say of themselves, and
their octets decoded.

Promises: never raises for any bytes; memory for the tree and not for copies of the parts; time in proportion to the
message's size, times DEPTH_LIMIT at worst. That is why the standard library's FeedParser is not used here: it calls
itself for each level (RecursionError after some hundred) and compares each line with every boundary that is open. Its
reading of parameters is used, on values of bounded length.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Fields

from proxy.mime.charset import decode
from proxy.mime.fields import unfold, words
from proxy.mime.headers import HEAD_LIMIT, fields, split

DEPTH_LIMIT = 30
"""Levels of multiparts within each other; what is deeper is not looked into."""
PARTS_LIMIT = 300
"""Parts of one message that are read, multiparts included."""
TEXT_LIMIT = 16 * 1024 * 1024
"""Octets of an encoded text part that are decoded."""

_PARAMETERS_LIMIT = 4096
_PIECE = 1 << 20
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/\s]")
_TYPE = re.compile(r"[^\s/;,]+/[^\s/;,]+")
_FIRST_LINE = re.compile(rb"--([^\r\n]{1,200}?)[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a leaf, or a multipart with its `parts`.

    `content_type`: lower-case, text/plain where none is named; `parameters`: of Content-Type, names in lower case,
    decoded. `disposition`: "attachment", "inline" or "". `name`: of a file, decoded, "" for none. `encoding`:
    Content-Transfer-Encoding. `start`, `end`: octets of the body in the message. `within`: the types of the
    multiparts around it, outermost first. `whole`: False where a limit left parts out.
    """

    content_type: str
    parameters: dict[str, str]
    disposition: str
    name: str
    encoding: str
    content_id: str
    start: int
    end: int
    within: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    whole: bool = True

    def walk(self) -> Iterator[Part]:
        """This part and all in it, in their order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def tree(content: bytes) -> Part:
    """The message's outermost part, which takes its type from the message's own headers. Never raises."""
    return _Reader(content).part(0, len(content), (), "text/plain")


def octets(content: bytes, part: Part) -> bytes:
    """The decoded octets of a leaf, at most of TEXT_LIMIT encoded ones. Damage is read around; base64 that plainly is
    none stays as it is."""
    data = content[part.start : min(part.end, part.start + TEXT_LIMIT)]
    if part.encoding == "quoted-printable":
        return binascii.a2b_qp(data)
    if part.encoding == "base64":
        return _base64(data)
    return data


def size(content: bytes, part: Part) -> int:
    """The octets of a part after decoding, counted without decoding base64 (35 MB need not be held twice)."""
    if part.encoding == "base64":
        pieces = (content[at : min(at + _PIECE, part.end)] for at in range(part.start, part.end, _PIECE))
        breaks = sum(piece.count(char) for piece in pieces for char in (b"\r", b"\n", b" ", b"="))
        return (part.end - part.start - breaks) * 3 // 4
    if part.encoding == "quoted-printable":
        return len(binascii.a2b_qp(content[part.start : part.end]))
    return part.end - part.start


@dataclass(slots=True)
class _Reader:
    content: bytes
    left: int = PARTS_LIMIT

    def part(self, start: int, end: int, within: tuple[str, ...], default: str) -> Part:
        self.left -= 1
        head = self.content[start : min(end, start + HEAD_LIMIT + 1)]
        length = split(head)
        body = end if length is None else start + length
        found: dict[str, bytes] = {}
        for line in fields(head):
            if line.name.startswith("content-"):
                found.setdefault(line.name, line.value)
        content_type, parameters = _structured(found.get("content-type", b""))
        if not _TYPE.fullmatch(content_type):
            content_type = default if not content_type else "text/plain"  # RFC 2045, section 5.2
        disposition, about = _structured(found.get("content-disposition", b""))
        if disposition not in ("", "inline"):
            disposition = "attachment"  # RFC 2183, section 2.8: an unknown one is an attachment
        parts: tuple[Part, ...] = ()
        whole = length is not None
        if content_type.startswith("multipart/"):
            inside = (*within, content_type)
            default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
            spans = _spans(self.content, body, end, parameters.get("boundary", ""), self.left + 1)
            if len(inside) > DEPTH_LIMIT:
                spans, whole = [], not spans
            elif len(spans) > self.left:
                spans, whole = spans[: max(self.left, 0)], False
            read: list[Part] = []
            for first, last in spans:
                if self.left <= 0:
                    whole = False
                    break
                read.append(self.part(first, last, inside, default))
            parts = tuple(read)
            if not parts and whole:
                content_type = "text/plain"  # no boundary anywhere: what is there is read as it stands
        return Part(
            content_type=content_type,
            parameters=parameters,
            disposition=disposition,
            name=words(about.get("filename") or parameters.get("name") or ""),
            encoding=unfold(found.get("content-transfer-encoding", b"")).partition(";")[0].strip(" \t\"'").lower(),
            content_id=unfold(found.get("content-id", b"")),
            start=body,
            end=end,
            within=within,
            parts=parts,
            whole=whole and all(part.whole for part in parts),
        )


def _structured(value: bytes) -> tuple[str, dict[str, str]]:
    """A value with parameters (RFC 2045, section 5.1; RFC 2231): the lower-case word before them, and them."""
    plain = unfold(value)[:_PARAMETERS_LIMIT]  # the library takes quadratic time for semicolons
    holder = Fields()
    holder["Content-Type"] = plain
    try:
        pairs = holder.get_params(failobj=[]) or []
    except (ValueError, TypeError, LookupError, AttributeError):
        pairs = [(plain.partition(";")[0], "")]
    parameters: dict[str, str] = {}
    for name, parameter in pairs[1:]:
        parameters.setdefault(name.lower(), _value(parameter))
    word = re.sub(r"\([^()]*\)", "", pairs[0][0]) if pairs else ""
    return word.strip(" \t\"'").lower(), parameters


def _value(parameter: object) -> str:
    if not isinstance(parameter, tuple):
        return str(parameter).strip(' \t"')
    charset, _, text = parameter  # RFC 2231: the library hands octets over as Latin-1
    try:
        return decode(str(text).encode("latin-1"), str(charset or ""))
    except UnicodeEncodeError:
        return str(text)


def _spans(content: bytes, start: int, end: int, boundary: str, most: int) -> list[tuple[int, int]]:
    """Where the parts of a multipart stand (RFC 2046, section 5.1.1), at most `most` of them."""
    name = boundary.encode("utf-8", "replace")
    if not name:
        guess = _FIRST_LINE.match(content, start, end)
        if guess is None:
            return []
        name = guess[1]
    line = re.compile(rb"\n--" + re.escape(name) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    found: list[tuple[int, int]] = []
    opened: int | None = None
    # One octet back: the line end before the first boundary may be the one that ends the headers.
    for mark in line.finditer(content, max(start - 1, 0), end):
        if opened is not None:
            before = mark.start()
            found.append((opened, before - 1 if content[before - 1 : before] == b"\r" and before > opened else before))
        opened = None
        if mark[1] or len(found) >= most:
            break
        opened = (content.find(b"\n", mark.end(), end) + 1) or end
    if opened is not None and opened < end and len(found) < most:
        found.append((opened, end))  # never closed: cut off, or simply forgotten
    return [(first, max(first, last)) for first, last in found]


def _base64(data: bytes) -> bytes:
    coded = data.partition(b"=")[0]  # a pad ends it, as most programs have it
    plain = _FOREIGN.sub(b"", coded)
    if (len(coded) - len(plain)) * 6 > len(coded) or coded.strip().count(b" ") * 20 > len(coded):
        return data  # prose under a wrong label
    plain = b"".join(plain.split())
    plain = plain[: len(plain) - 1] if len(plain) % 4 == 1 else plain
    return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
