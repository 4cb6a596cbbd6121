"""Bytes -> checks.model.Message: what a recipient would read, and what kind of mail it is. Runs in the worker.

Promises: never raises for any bytes; time in proportion to the size (limits: mime.tree, mime.html; BODY_LIMIT here).
The body is the first text/plain part that is no attachment and has any words, else text made from HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.model import Attachment, MailKind, Message
from proxy.mime import html, plain, tree
from proxy.mime.charset import decode
from proxy.mime.headers import Headers, read
from proxy.mime.tree import Part

BODY_LIMIT = 1_000_000
"""Code points of a body; what comes after is not judged."""

_CALENDAR_REPLIES = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})  # RFC 5546, section 1.4
_METHOD = re.compile(rb"^METHOD[ \t]*:[ \t]*([A-Za-z-]{1,30})", re.MULTILINE | re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset[ \t]*=[ \t]*[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_REPORTS = {
    "message/disposition-notification": "read receipt",
    "message/global-disposition-notification": "read receipt",
    "message/delivery-status": "delivery report",
    "message/global-delivery-status": "delivery report",
}
_REPORT_TYPES = {"disposition-notification": "read receipt", "delivery-status": "delivery report"}
_OTHERS = frozenset({"text/plain", "text/html", "text/calendar", "text/x-amp-html", "text/rfc822-headers"})
_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_NO_FILES = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-encrypted",
    }
)


def parse(content: bytes, null_sender: bool = False) -> Message:
    """The message that `content` is. `null_sender`: whether the envelope's sender is "<>" (RFC 3834, section 2)."""
    headers = read(content)
    root = tree.tree(content)
    parts = tuple(root.walk())
    kind, reason = _kind(content, headers, parts, null_sender)
    unreadable = _sealed(parts)
    body, from_html, chosen = ("", False, None) if unreadable else _body(content, parts)
    if not unreadable and plain.encrypted(body):
        unreadable, body = "encrypted", ""
    if not unreadable and not body and not root.whole:
        unreadable = "built in a way that is not read: its header block is too long, or it has too many parts"
    return Message(
        sender=headers.sender,
        to=headers.to,
        cc=headers.cc,
        subject=headers.subject,
        body=body,
        attachments=tuple(
            Attachment(part.name, part.content_type, tree.size(content, part))
            for part in parts
            if part is not chosen and _is_file(part)
        ),
        message_id=headers.message_id,
        in_reply_to=headers.in_reply_to,
        references=headers.references,
        date=headers.date,
        has_subject=headers.has_subject,
        from_html=from_html,
        kind=kind,
        kind_reason=reason,
        unreadable=unreadable,
    )


def _kind(content: bytes, headers: Headers, parts: Sequence[Part], null_sender: bool) -> tuple[MailKind, str]:
    for part in parts:
        if part.content_type == "text/calendar" and part.disposition != "attachment":
            method = _method(content, part)
            if method in _CALENDAR_REPLIES:
                return "calendar", f"calendar {method.lower()}"
    for part in parts[:1]:
        if part.content_type == "multipart/report":
            report = _REPORT_TYPES.get(part.parameters.get("report-type", "").lower(), "")
            report = report or next((_REPORTS[of.content_type] for of in part.parts if of.content_type in _REPORTS), "")
            if report:
                return "receipt", report
        if part.content_type in _REPORTS:
            return "receipt", _REPORTS[part.content_type]
    if headers.auto_submitted not in ("", "no"):
        return "machine", f"Auto-Submitted: {headers.auto_submitted[:40]}"
    if null_sender:
        return "machine", "sent without a return address"
    return "mail", ""


def _method(content: bytes, part: Part) -> str:
    named = part.parameters.get("method", "")
    if not named:
        match = _METHOD.search(tree.octets(content, part)[:65_536])
        named = match[1].decode("ascii") if match is not None else ""
    return named.upper()


def _sealed(parts: Sequence[Part]) -> str:
    """Why nobody but the recipient can read it, "" where that is not so."""
    for part in parts:
        if part.content_type == "multipart/encrypted":
            return "encrypted"
        if part.content_type in _SMIME and part.disposition != "attachment":
            return _smime(part)
    root = parts[0]  # Outlook names the one part of an S/MIME message an attachment
    return _smime(root) if root.content_type in _SMIME else ""


def _smime(part: Part) -> str:
    kind = part.parameters.get("smime-type", "").lower()  # RFC 8551, section 3.2.2
    if kind in ("signed-data", "compressed-data"):
        return "signed as one piece (S/MIME)" if kind == "signed-data" else "compressed (S/MIME)"
    return "encrypted"


def _body(content: bytes, parts: Sequence[Part]) -> tuple[str, bool, Part | None]:
    """The body, whether it was made from HTML, and the part that it is."""
    for part in parts:
        if part.content_type == "text/plain" and _reads_as_text(part):
            text = _plain(content, part)
            if text.strip():
                return text, False, part
    for part in parts:
        if part.content_type in ("text/html", "application/xhtml+xml") and _reads_as_text(part):
            text = _html(content, part)
            if text.strip():
                return text, True, part
    for part in parts:  # rarer kinds of text (markdown, enriched): better their source than nothing
        if part.content_type.startswith("text/") and part.content_type not in _OTHERS and _reads_as_text(part):
            return _plain(content, part), False, part
    return "", False, None


def _reads_as_text(part: Part) -> bool:
    # A name makes it a file, unless it is all there is: some programs name the very letter.
    return part.disposition != "attachment" and not (part.name and part.within)


def _plain(content: bytes, part: Part) -> str:
    text = plain.lines(decode(tree.octets(content, part), part.parameters.get("charset", "")))[:BODY_LIMIT]
    if part.parameters.get("format", "").lower() == "flowed":
        text = plain.unflow(text, part.parameters.get("delsp", "").lower() == "yes")
    return plain.unframe(text)


def _html(content: bytes, part: Part) -> str:
    data = tree.octets(content, part)
    charset = part.parameters.get("charset", "")
    if not charset and (meta := _META_CHARSET.search(data, 0, 2048)) is not None:
        charset = meta[1].decode("ascii")
    return plain.lines(html.text(decode(data, charset)))[:BODY_LIMIT]


def _is_file(part: Part) -> bool:
    """Whether the recipient sees it as a file, and not as words, as a picture among them, or as a seal."""
    if part.content_type.startswith("multipart/") or part.content_type in _NO_FILES:
        return False
    if part.disposition == "attachment":
        return True
    if part.within[-1:] in (("multipart/related",), ("multipart/report",)) and (part.content_id or not part.name):
        return False
    if part.content_type.startswith("text/"):
        return bool(part.name and part.within)
    return True
