"""The values of header fields: bytes as they stand after the colon -> text, addresses, dates, Message-IDs.

Promises: never raises for any bytes, no control characters and no lone surrogates in a result, and time in proportion
to the value; what is longer than VALUE_LIMIT is read up to there.
"""

from __future__ import annotations

import binascii
import email.utils
import quopri
import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import groupby

from checks.model import Person
from proxy.mime.charset import decode

VALUE_LIMIT = 64 * 1024

# RFC 2047, section 2, read generously: longer than 75 octets, blanks in the text, a few raw question marks. The
# numbers in braces bound what a hostile value can cost.
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*(?:\?(?!=)[^?]*){0,4})\?=")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ID = re.compile(r"<[^<>]{1,1000}>")
# As nearly all mail writes them, one after the other.
_IDS = re.compile(rb"(?:[ \t]*(?:\r?\n[ \t]+)?<[!#-;=@-~]{1,1000}>)+[ \t]*\r?\n?")
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,64}@[^\s<>()\[\],;:\"@]{1,255}")
# One person as nearly all mail writes it: read at once, where the library takes ten times as long letter by letter.
_ONE = re.compile(
    rb"[ \t]*(?:(?:\"([A-Za-z0-9][A-Za-z0-9 ,.'&-]*[A-Za-z0-9.])\"|([A-Za-z0-9]+(?: [A-Za-z0-9]+)*)) )?"
    rb"<([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>[ \t]*\r?\n?"
)
_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(\d\d):(\d\d):([0-5]\d) ([+-])(\d\d)([0-5]\d)(?: \([A-Z]+\))?",
    re.ASCII,
)
_MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
_YEARS = range(1970, 2100)


def unfold(value: bytes) -> str:
    """The value in one line, raw octets decoded (UTF-8, else windows-1252), encoded words as they are."""
    if not value:
        return ""
    value = value[:VALUE_LIMIT]
    plain = value.decode("ascii") if value.isascii() else decode(value)
    line = plain.strip()
    if line.isprintable():  # one line, without a control character
        return line
    return _clean(" ".join([line.strip() for line in plain.split("\n")]))


def text(value: bytes) -> str:
    """The value in one line with its encoded words decoded (RFC 2047); what can't be decoded stays as it is."""
    return words(unfold(value)) if value else ""


def words(value: str) -> str:
    """`value` with its encoded words decoded. Neighbours in one charset are put together before they are decoded:
    many programs cut a character in two."""
    if "=?" not in value:
        return _clean(value)
    pieces: list[tuple[str, bytes | str]] = []  # (charset, octets), or ("", text)
    at = 0
    for word in _ENCODED.finditer(value):
        between = value[at : word.start()]
        if between.strip() or not (pieces and pieces[-1][0]):  # blanks between two encoded words are not text
            pieces.append(("", between))
        octets = _octets(word[2], word[3])
        pieces.append((word[1].lower(), octets) if octets is not None else ("", word[0]))
        at = word.end()
    pieces.append(("", value[at:]))
    read: list[str] = []
    for charset, group in groupby(pieces, key=lambda piece: piece[0]):
        parts = [part for _, part in group]
        if charset:
            read.append(decode(b"".join(part for part in parts if isinstance(part, bytes)), charset))
        else:
            read.extend(part for part in parts if isinstance(part, str))
    return _clean("".join(read))


def addresses(value: bytes) -> tuple[Person, ...]:
    """The mailboxes of an address list (RFC 5322, section 3.4), those of groups too; "undisclosed-recipients:;" has
    none. Only what has an "@" is an address."""
    if not value:
        return ()
    if (one := _ONE.fullmatch(value)) is not None:
        return (Person((one[1] or one[2] or b"").decode("ascii"), one[3].decode("ascii")),)
    plain = unfold(value)
    if "@" not in plain and "=?" not in plain:
        return ()
    people = _mailboxes(plain)
    # Some programs put the whole "Jo <jo@x>" into one encoded word.
    return people or (_mailboxes(words(plain)) if "=?" in plain else ())


def message_ids(value: bytes) -> tuple[str, ...]:
    """The Message-IDs in their order, each once, in angle brackets. One that lacks them gets them."""
    if not value:
        return ()
    if len(value) <= VALUE_LIMIT and _IDS.fullmatch(value) is not None:
        return tuple(dict.fromkeys(_ID.findall(value.decode("ascii"))))
    plain = text(value)
    found = [re.sub(r"\s+", "", name) for name in _ID.findall(plain)]
    if not found and plain and "@" in plain:
        found = [f"<{word.strip('<>')}>" for word in plain.split() if "@" in word][:1]
    return tuple(dict.fromkeys(name for name in found if len(name) > 2))


def date(value: bytes) -> datetime | None:
    """A Date (RFC 5322, section 3.3, obsolete forms too; ISO 8601 as programs of our day write it) as an aware
    datetime: UTC where no zone is named or it can't be. None where it can't be read, or the year is absurd."""
    plain = text(value[:200])
    found = _rfc_date(plain) or _iso_date(plain)
    if found is None or found.year not in _YEARS:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _rfc_date(plain: str) -> datetime | None:
    try:
        if (usual := _DATE.fullmatch(plain)) is not None and int(usual[8]) < 24:
            ahead = timedelta(hours=int(usual[8]), minutes=int(usual[9]))
            zone = timezone(-ahead if usual[7] == "-" else ahead) if ahead else UTC
            day, year, hour, minute, second = map(int, usual.group(1, 3, 4, 5, 6))
            return datetime(year, _MONTHS[usual[2]], day, hour, minute, second, tzinfo=zone)
        parsed = email.utils.parsedate_tz(plain)
        if parsed is None:
            return None
        zone = timezone(timedelta(seconds=parsed[9])) if parsed[9] and abs(parsed[9]) < 86_400 else UTC
        return datetime(*parsed[:5], min(parsed[5], 59), tzinfo=zone)  # a leap second is no datetime
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso_date(plain: str) -> datetime | None:
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        return None


def _octets(encoding: str, encoded: str) -> bytes | None:
    raw = encoded.encode("utf-8", "replace")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    plain = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    plain = plain[: len(plain) - 1] if len(plain) % 4 == 1 else plain
    try:
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    except binascii.Error:
        return None


def _clean(plain: str) -> str:
    """In one line: what is printable (which no control character is) stays as it is."""
    return (plain if plain.isprintable() else _CONTROLS.sub(" ", plain)).strip()


def _mailboxes(plain: str) -> tuple[Person, ...]:
    try:
        # Newer versions return nothing at all for a list with one odd entry, unless asked not to.
        if getattr(email.utils, "supports_strict_parsing", False):
            found = email.utils.getaddresses([plain], strict=False)  # type: ignore[call-arg, unused-ignore]
        else:
            found = email.utils.getaddresses([plain])
    except (RecursionError, IndexError, ValueError, TypeError):  # parentheses or groups within each other
        found = [("", address) for address in _ADDRESS.findall(plain)]
    return tuple(Person(words(name), _CONTROLS.sub("", address).strip()) for name, address in found if "@" in address)
