"""The listed corrections put into a message's bytes: the one change of them that a person orders. Pure.

Only where it is simple and certain. The message is read again afterwards: but for the corrected words it must say to
the letter what it said before, with the same files and headers; else there is no correction. Nothing that is signed or
sealed, and nothing that shows its text twice (plain and HTML), is touched.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.model import Finding, Message
from proxy.mime import headers, tree
from proxy.mime.charset import decode
from proxy.mime.tree import Part
from proxy.parse import BODY_LIMIT, parse

LIMIT = 4 << 20
"""Octets of a message that is corrected; a longer one is better mended where it was written."""

LINE = 998
"""Octets of a line without its end (RFC 5322, section 2.1.1)."""

_SIMPLE = frozenset({"multipart/mixed", "text/plain"})
_SEALED = frozenset({"dkim-signature", "arc-seal", "autocrypt"})


@dataclass(frozen=True, slots=True)
class Corrected:
    """The bytes, what was corrected, and the findings that are left, with their places in the new text."""

    content: bytes
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def corrected(content: bytes, findings: Sequence[Finding]) -> Corrected | None:
    """The message with all corrections that can be made in it; None where that isn't simple and certain."""
    if len(content) > LIMIT:
        return None
    message = parse(content)
    edits = _edits(message, findings)
    root = tree.tree(content)
    if not edits or not _is_simple(content, message, root):
        return None
    in_body = [each for each in edits if each.part == "body"]
    in_subject = [each for each in edits if each.part == "subject"]
    new: bytes | None = content
    if in_body:
        new = _with_body(content, root, message.body, in_body)
    if new is not None and in_subject:
        new = _with_subject(new, message.subject, in_subject)
    if new is None:
        return None
    wanted = replace(message, body=_apply(message.body, in_body), subject=_apply(message.subject, in_subject))
    if parse(new) != wanted:
        return None
    left = tuple(_moved(each, edits) for each in findings if each not in edits)
    return Corrected(new, tuple(edits), left)


def _edits(message: Message, findings: Sequence[Finding]) -> list[Finding]:
    """Those with a correction whose words stand where they say, none within another, in the order of the text."""
    found: list[Finding] = []
    for each in sorted(findings, key=lambda finding: (finding.part, finding.start or 0)):
        text = {"body": message.body, "subject": message.subject}.get(each.part)
        if text is None or each.correction is None or each.start is None or each.end is None or not each.excerpt:
            continue
        if text[each.start : each.end] != each.excerpt or re.search(r"[\r\n]", each.excerpt + each.correction):
            continue
        last = found[-1] if found else None
        if last is None or last.part != each.part or (last.end or 0) <= each.start:
            found.append(each)
    return found


def _is_simple(content: bytes, message: Message, root: Part) -> bool:
    if message.kind != "mail" or message.unreadable or message.from_html or len(message.body) >= BODY_LIMIT:
        return False
    if any(field.name in _SEALED for field in headers.fields(content[: headers.HEAD_LIMIT])):
        return False
    return root.whole and all(part.content_type in _SIMPLE or part.disposition == "attachment" for part in root.walk())


def _with_body(content: bytes, root: Part, body: str, edits: Sequence[Finding]) -> bytes | None:
    part = next((each for each in root.walk() if each.content_type == "text/plain" and not each.disposition), None)
    if part is None:
        return None
    data = tree.octets(content, part)
    text = decode(data, part.parameters.get("charset", ""))
    codec = _codec(part.parameters.get("charset", ""), text, data)
    if codec is None or "-----BEGIN PGP" in text:
        return None
    new = text
    for each in reversed(edits):
        at = _place(text, body, each)
        if at is None or each.correction is None:
            return None
        new = new[:at] + each.correction + new[at + len(each.excerpt) :]
    try:
        written = _encoded(new.encode(codec), part.encoding, content[part.start : part.end])
    except UnicodeEncodeError:
        return None
    return None if written is None else content[: part.start] + written + content[part.end :]


def _with_subject(content: bytes, subject: str, edits: Sequence[Finding]) -> bytes | None:
    field = next((each for each in headers.fields(content[: headers.HEAD_LIMIT]) if each.name == "subject"), None)
    if field is None or field.value.strip() != subject.encode("ascii", "replace"):  # encoded or folded: left alone
        return None
    new = _apply(subject, edits)
    if not new.isascii() or len(new) > LINE - 20:
        return None
    value = field.value.replace(subject.encode("ascii", "replace"), new.encode("ascii"), 1)
    return content[: field.start] + value + content[field.end :]


def _place(text: str, body: str, finding: Finding) -> int | None:
    """Where the finding's words stand in the part's text, which differs from the body in line ends and the like."""
    word = re.compile(re.escape(finding.excerpt))
    before = [match.start() for match in word.finditer(body)]
    places = [match.start() for match in word.finditer(text)]
    if len(before) != len(places) or finding.start not in before:
        return None
    return places[before.index(finding.start)]


def _codec(charset: str, text: str, data: bytes) -> str | None:
    """One that gives these very octets for the text."""
    for name in (charset or "us-ascii", "cp1252", "utf-8"):
        try:
            if text.encode(name) == data:
                return name
        except (LookupError, UnicodeError):
            continue
    return None


def _encoded(data: bytes, encoding: str, former: bytes) -> bytes | None:
    match encoding:
        case "" | "7bit" | "8bit":
            right = encoding == "8bit" or data.isascii()
            return data if right and all(len(line) <= LINE for line in data.split(b"\r\n")) else None
        case "quoted-printable":
            return binascii.b2a_qp(data, istext=True)
        case "base64":
            lines = [binascii.b2a_base64(data[at : at + 57], newline=False) for at in range(0, len(data), 57)]
            return b"\r\n".join(lines) + (b"\r\n" if former.endswith(b"\n") else b"")
        case _:
            return None


def _apply(text: str, edits: Sequence[Finding]) -> str:
    for each in reversed(edits):
        assert each.start is not None  # `_edits` takes no other
        assert each.correction is not None
        text = text[: each.start] + each.correction + text[each.end :]
    return text


def _moved(finding: Finding, edits: Sequence[Finding]) -> Finding:
    """The finding with its place in the corrected text. One over corrected words can't point at them any more."""
    if finding.start is None or finding.end is None:
        return finding
    moved = 0
    for each in edits:
        if each.part != finding.part or each.start is None or each.end is None:
            continue
        if each.start < finding.end and finding.start < each.end:
            return replace(finding, start=None, end=None, excerpt="")
        if each.end <= finding.start:
            moved += len(each.correction or "") - (each.end - each.start)
    return replace(finding, start=finding.start + moved, end=finding.end + moved)
