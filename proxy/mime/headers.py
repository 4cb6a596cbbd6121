"""The header block of a message: reading it, and the two changes that tactful may make to one.

Reading never raises for any bytes and takes time in proportion to them; all text is decoded (RFC 2047, also where it
is broken; raw UTF-8 and Latin-1), unfolded, free of control characters and lone surrogates. The changes leave every
other byte as it is. Fields are found by code of this module, since the standard library's parser keeps no positions.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache

from checks.model import Person
from proxy.mime.fields import addresses, date, message_ids, text, unfold

HEAD_LIMIT = 256 * 1024
"""Octets. A header block that is longer is read up to here and never changed."""

NOBODY = Person("", "")

# RFC 5322, sections 2.2 and 4.5 (blanks before the colon); the value with its folded lines and line ends.
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:([^\n]*\n?(?:[ \t][^\n]*\n?)*)")
# All fields before the first From, none of which is given back once it was taken, and its value.
_TO_FROM = re.compile(
    rb"(?:(?!from[ \t]*:)[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*+)*+from[ \t]*:([^\n]*\n?(?:[ \t][^\n]*\n?)*)",
    re.IGNORECASE,
)
_MBOX = (b"From ", b">From ")
_BLANKS = b" \t\r\n"
_NAMING = frozenset({"to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc"})


@dataclass(frozen=True, slots=True)
class Headers:
    """What a message says of itself. Where a field stands twice the first one counts; To, Cc and Bcc are joined.

    `message_id`, `in_reply_to`, `references` keep their angle brackets (they get them where they lack them).
    `date`: aware, UTC where the field names no zone; None where it is missing, unreadable or absurd; `date_text`: as
    written. `sender`: From, else Sender. `auto_submitted`, `content_type`, `precedence`, `list_id`: lower-case, without
    parameters and comments. `has_subject`: whether there is such a field, an empty one included.
    """

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    has_subject: bool = False
    date: datetime | None = None
    date_text: str = ""
    sender: Person = NOBODY
    reply_to: tuple[Person, ...] = ()
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    auto_submitted: str = ""
    content_type: str = ""
    precedence: str = ""
    list_id: str = ""

    @property
    def thread(self) -> tuple[str, ...]:
        """The Message-IDs that it answers: References, then In-Reply-To, each once."""
        return tuple(dict.fromkeys((*self.references, *([self.in_reply_to] if self.in_reply_to else []))))


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: `name` in lower case, and where in the block its value (after the colon, with its line end)
    stands."""

    name: str
    value: bytes
    start: int
    end: int


def split(beginning: bytes) -> int | None:
    """The length in octets of the header block that `beginning` starts with, its empty line included.

    `beginning`: the first HEAD_LIMIT octets of a message, or more, or all of it. A message without an empty line is
    all header block; a line that is no field ends the block as well, and belongs to the body (as most servers have
    it). None where the block is not seen to end within HEAD_LIMIT.
    """
    at = 0
    for field in fields(beginning[:HEAD_LIMIT]):
        at = field.end
    if at == 0 and beginning.startswith(_MBOX):
        at = _line_end(beginning, 0)
    while at < len(beginning) and beginning[at : at + 1] in (b" ", b"\t"):
        at = _line_end(beginning, at)
    end = _line_end(beginning, at)
    if end > HEAD_LIMIT:
        return None
    if beginning[at:end] in (b"\r\n", b"\n"):
        return end
    return at if end < HEAD_LIMIT else None  # there the limit may have cut a field or an empty line in two


def fields(head: bytes) -> Iterator[Field]:
    """The fields of a header block (or of a whole message: it ends by itself) in their order."""
    for field in _fields(head):
        yield Field(field[1].decode("ascii").lower(), field[2], field.start(2), field.end())


def values(head: bytes) -> dict[str, bytes]:
    """The value of each field by its name (lower-case): the first one; of To, Cc and Bcc, and what was resent to, all,
    joined by commas."""
    found: dict[str, bytes] = {}
    for field in _fields(head[:HEAD_LIMIT]):
        octets, value = field.groups()
        name = _name(octets)
        if name in _NAMING:
            value = value.strip(_BLANKS)
            found[name] = found[name] + b"," + value if value and found.get(name) else value or found.get(name, b"")
        elif name not in found:
            found[name] = value
    return found


def from_field(head: bytes) -> bytes | None:
    """The value of the first From of a header block as `values` gives it, found without reading all of it; None where
    there is none, or where only `values` can tell."""
    found = None if head.startswith(_MBOX) else _TO_FROM.match(head, 0, HEAD_LIMIT)
    return found[1] if found is not None else None


def sender(found: Mapping[str, bytes]) -> Person:
    """Who wrote it, of `values`: From, else Sender; a name alone where there is no address."""
    senders = addresses(found.get("from", b"")) or addresses(found.get("sender", b""))
    return senders[0] if senders else Person(text(found.get("from", b"")), "")


def read(head: bytes) -> Headers:
    """The headers of a header block or a whole message. Never raises."""
    return headers(values(head))


def headers(found: Mapping[str, bytes]) -> Headers:
    """The headers of `values`."""
    return Headers(
        message_id="".join(message_ids(found.get("message-id", b""))[:1]),
        in_reply_to="".join(message_ids(found.get("in-reply-to", b""))[:1]),
        references=message_ids(found.get("references", b"")),
        subject=text(found.get("subject", b"")),
        has_subject="subject" in found,
        date=date(found.get("date", b"")),
        date_text=unfold(found.get("date", b"")),
        sender=sender(found),
        reply_to=addresses(found.get("reply-to", b"")),
        to=addresses(found.get("to", b"")),
        cc=addresses(found.get("cc", b"")),
        bcc=addresses(found.get("bcc", b"")),
        auto_submitted=_word(found.get("auto-submitted", b"")),
        content_type=_word(found.get("content-type", b"")),
        precedence=_word(found.get("precedence", b"")),
        list_id=text(found.get("list-id", b"")).lower(),
    )


def fingerprint(headers: Headers) -> str:
    """Hex SHA-256 of Date, From, To and Subject, by which a copy without Message-ID is known (DESIGN.md, promise 6).

    Taken of what they mean and not of how they are written: servers fold and encode anew what they file. A released
    message has another Date and so another fingerprint than the held one.
    """
    when = headers.date.astimezone(UTC).isoformat(timespec="seconds") if headers.date else headers.date_text
    recipients = sorted({person.address.lower() for person in headers.to})
    parts = (when, headers.sender.address.lower(), " ".join(recipients), " ".join(headers.subject.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def renew_date(head: bytes, now: datetime) -> bytes | None:
    """`head` with the value of its single Date field changed to `now` (aware), told in the zone of the former value.

    None where there is no Date or more than one, or where a DKIM signature covers it or can't be read. `head`: a
    whole header block (`split`); nothing but the value changes, folds and blanks around it included.
    """
    dates: list[Field] = []
    for field in fields(head):
        if field.name == "date":
            dates.append(field)
        elif field.name == "dkim-signature" and _covers_date(field.value):
            return None
    if len(dates) != 1:
        return None
    [field] = dates
    former = date(field.value)
    zone = former.tzinfo if former is not None else now.tzinfo
    value = field.value.strip(_BLANKS)
    start = field.start + (field.value.index(value) if value else len(field.value.rstrip(b"\r\n")))
    blank = b"" if head[start - 1 : start] in (b" ", b"\t") else b" "
    new = (b"" if value else blank) + format_datetime(now.astimezone(zone)).encode("ascii")
    return head[:start] + new + head[start + len(value) :]


def with_bcc(head: bytes, recipients: Sequence[str]) -> bytes:
    """`head` with a Bcc field (in place of the Bcc that it has, and with its words) that names those of `recipients`
    (addresses, no brackets) which no To, Cc or Bcc names. `head` itself where all are named. For drafts."""
    found = tuple(fields(head))
    named = {person.address.lower() for field in found if field.name in _NAMING for person in addresses(field.value)}
    missing: dict[str, str] = {}
    for recipient in recipients:
        address = re.sub(r"[\x00-\x1f\x7f]", "", recipient).strip()
        if address and address.lower() not in named:
            missing.setdefault(address.lower(), address)
    if not missing:
        return head
    line_end = b"\n" if b"\n" in head and b"\r\n" not in head else b"\r\n"
    listed = (b"," + line_end + b" ").join(address.encode("utf-8", "replace") for address in missing.values())
    for field in found:
        if field.name == "bcc":  # RFC 5322, section 3.6: at most one
            former = field.value.strip(_BLANKS)  # comes last: an odd one must not swallow what is added
            after = b"," + line_end + b" " + former if former else b""
            return head[: field.start] + b" " + listed + after + line_end + head[field.end :]
    at = found[-1].end if found else _line_end(head, 0) if head.startswith(_MBOX) else 0
    while not found and head[at : at + 1] in (b" ", b"\t"):  # it would go on what is added, as it continues nothing
        at = _line_end(head, at)
    before = b"" if at == 0 or head[at - 1 : at] == b"\n" else line_end
    return head[:at] + before + b"Bcc: " + listed + line_end + head[at:]


def _fields(head: bytes) -> Iterator[re.Match[bytes]]:
    at = _line_end(head, 0) if head.startswith(_MBOX) else 0
    while head[at : at + 1] in (b" ", b"\t"):  # a folded line that continues nothing
        at = _line_end(head, at)
    while (field := _FIELD.match(head, at)) is not None:
        yield field
        at = field.end()


@lru_cache(1024)
def _name(octets: bytes) -> str:
    return octets.decode("ascii").lower()


def _line_end(data: bytes, at: int) -> int:
    return (data.find(b"\n", at) + 1) or len(data)


def _word(value: bytes) -> str:
    if not value:
        return ""
    plain = text(value)
    if "(" in plain:
        plain = re.sub(r"\([^()]*\)", " ", plain)
    plain = plain.partition(";")[0].strip().lower()
    return plain.replace(" ", "") if "/" in plain else plain.partition(" ")[0]


def _covers_date(signature: bytes) -> bool:
    """Whether `h=` names Date, or can't be read (RFC 6376, sections 3.2 and 3.5: blanks only around colons)."""
    tags = [tag.partition(b"=") for tag in signature.split(b";")]
    named = [value for name, _, value in tags if name.strip() == b"h"]
    if len(named) != 1:
        return True
    names = [name.strip().lower() for name in named[0].split(b":")]
    return any(name == b"date" or not name or len(name.split()) > 1 for name in names)
