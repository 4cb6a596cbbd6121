"""What is read in a quick way reads as it does in the slow one: the library's, letter by letter."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Person
from proxy.mime.fields import addresses, date
from proxy.mime.headers import Headers, fields, read, values

WORDS = st.sampled_from(["Jo", "Park", "J.", "O'Neil", "x-y", "Acme", "&", "Co.", "7", ",", ""])
NAME = st.lists(WORDS, max_size=4).map(" ".join)
LOCAL = st.sampled_from(["jo", "jo.park", "jo+7", "j..p", ".jo", "jo_p-k", "Jo", "jo park"])
DOMAIN = st.sampled_from(["acme.example", "a.b.c.example", "localhost", "acme..example", "-a-.example", "ACME.example"])
SHAPE = st.sampled_from(
    ['"{}" <{}@{}>', "{} <{}@{}>", "<{1}@{2}>", "{1}@{2}", " {} <{}@{}> ", '"{}"<{}@{}>', "{} ({}@{})"]
)


@given(SHAPE, NAME, LOCAL, DOMAIN, st.sampled_from(["", "\r\n", "\n"]))
def test_one_address(shape: str, name: str, local: str, domain: str, end: str) -> None:
    written = shape.format(name, local, domain)
    strict = {"strict": False} if getattr(email.utils, "supports_strict_parsing", False) else {}
    found = email.utils.getaddresses([written], **strict)
    expected = tuple(Person(name.strip(), address.strip()) for name, address in found if "@" in address)
    assert addresses(f" {written}{end}".encode()) == expected


@given(
    st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31)),  # noqa: DTZ001
    st.integers(-1439, 1439),
    st.sampled_from(["", "Mon, ", "Tue, ", "Xyz, "]),
    st.sampled_from(["", " (CET)", " (x y)"]),
)
def test_a_date(when: datetime, ahead: int, day: str, comment: str) -> None:
    zone = f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02}{abs(ahead) % 60:02}"
    written = f"{day}{when.day} {when:%b} {when.year} {when:%H:%M:%S} {zone}{comment}"
    expected = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=ahead)) if ahead else UTC)
    assert date(written.encode()) == expected


@pytest.mark.parametrize(
    "written",
    [
        "31 Feb 2026 10:00:00 +0000",
        "1 Jan 2026 24:00:00 +0000",
        "1 Jan 2026 10:60:00 +0000",
        "1 Jan 1969 10:00:00 +0000",
    ],
)
def test_what_is_no_date_stays_none(written: str) -> None:
    assert date(written.encode()) is None


NAMES = st.sampled_from(["To", "Cc", "Bcc", "From", "SUBJECT", "X", "To ", "Resent-To", "no name", ""])
VALUES = st.sampled_from(
    ["", " ", " jo@acme.example", " a@x.example,\r\n b@x.example", "\tSam <s@x.example>", " \xe9", ","]
)
LINES = st.lists(st.tuples(NAMES, VALUES, st.sampled_from(["\r\n", "\n", "\n \n", ""])), max_size=8)


@given(LINES)
def test_values_are_those_of_the_fields(lines: list[tuple[str, str, str]]) -> None:
    head = "".join(f"{name}:{value}{end}" for name, value, end in lines).encode("latin-1")
    found = list(fields(head))
    for name in {field.name for field in found}:
        theirs = [field.value for field in found if field.name == name]
        if name in ("to", "cc", "bcc", "resent-to"):
            several = chain.from_iterable(addresses(value) for value in theirs)
            assert addresses(values(head)[name]) == tuple(several)
        else:
            assert values(head)[name] == theirs[0]
    assert all(head[field.start : field.end] == field.value for field in found)
    assert isinstance(read(head), Headers)
