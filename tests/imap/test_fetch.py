"""Header fields as servers give them: the usual form and every other one read the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient.datetime_util import parse_to_datetime

from proxy.errors import MailboxError
from proxy.imap import fetch
from proxy.imap.client import Client
from proxy.imap.fetch import Head, instant, spans
from tests.imap.client import Place, mail
from tests.imap.connecting import SECRET
from tests.servers.odd import odd
from tests.servers.scripted import HELLO, scripted

FIELDS = ("FROM", "SUBJECT")
ARRIVED = datetime(2026, 3, 9, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def all_of(client: Client) -> list[Head]:
    client.select_folder("INBOX", readonly=True)
    return sorted(fetch.heads(client, [1, 2, 3], FIELDS, flags=False, labels=False), key=lambda head: head.uid)


USUAL = '* {n} FETCH (UID {n} INTERNALDATE " 9-Mar-2026 12:00:00 +0100" BODY[HEADER.FIELDS (FROM SUBJECT)] {{12}}'


@pytest.mark.parametrize(
    "form",
    [
        USUAL,
        '* {n} FETCH (INTERNALDATE " 9-Mar-2026 12:00:00 +0100" UID {n} BODY[HEADER.FIELDS (FROM SUBJECT)] {{12}}',
        '* {n} FETCH (INTERNALDATE "09-Mar-2026 12:00:00 +0100" UID {n} BODY[HEADER.FIELDS ("FROM" "SUBJECT")] {{12}}',
        '* {n} FETCH (uid {n} internaldate "09-Mar-2026 12:00:00 +0100" body[header.fields (from subject)] {{12}}',
        '* {n} FETCH (UID {n} FLAGS (\\Seen) INTERNALDATE "09-Mar-2026 12:00:00 +0100" BODY[HEADER.FIELDS (X)] {{12}}',
    ],
    ids=["usual", "another order", "quoted", "lower case", "flags"],
)
@pytest.mark.parametrize("end", [")", " FLAGS ())", " MODSEQ (7))"], ids=["", "more behind it", "MODSEQ"])
async def test_any_form(form: str, end: str) -> None:
    answers = "".join(f"S: {form.format(n=n)}\nS: Subject: x\nS: {end}\nS: * 3 EXISTS\n" for n in (1, 2, 9))
    other = "S: * 1 FETCH (FLAGS (\\Seen) UID 1)\nS: * OK slowly\n"
    dialogue = HELLO + f"C: EXAMINE\nS: * 3 EXISTS\nS: OK done\nC: UID FETCH 1:3\n{answers}{other}S: OK x"
    async with scripted(dialogue) as script, Place(script.port, "sam", SECRET).connection() as connection:
        found = await connection.run(all_of)
    assert [(head.uid, head.arrived, head.fields) for head in found] == [
        (uid, ARRIVED, b"Subject: x\r\n") for uid in (1, 2)
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "S: " + USUAL.format(n=1) + "\nS: Subject: top secret\nS: (close)",
        "S: " + USUAL.format(n=1).replace("12}", "99999999999}") + "\nS: Subject: top secret",
        "S: " + USUAL.format(n=1).replace("12}", "999999999}") + "\nS: Subject: top secret",
        "S: " + USUAL.format(n=1) + "\nS: Subject: x\nS: top secret\nS: OK done",
        "S: " + USUAL.format(n=1) + "\nS: Subject: x\nS: )\nS: * BYE enough\nS: OK done",
        "S: " + USUAL.format(n=1) + "\nS: Subject: x\nS: )\nS: NO [LIMIT] too much at once",
        "S: " + USUAL.format(n=1) + "\nS: Subject: x\nS: )\nS: BAD what",
        "S: top secret",
    ],
    ids=["cut", "absurd size", "large size", "garbage behind it", "bye", "throttled", "bad", "garbage"],
)
async def test_half_an_answer_is_an_error_without_its_words(answer: str) -> None:
    dialogue = HELLO + f"C: EXAMINE\nS: * 3 EXISTS\nS: OK done\nC: UID FETCH 1:3\n{answer}"
    async with scripted(dialogue) as script, Place(script.port, "sam", SECRET).connection() as connection:
        with pytest.raises(MailboxError) as caught:
            await connection.run(all_of)
    assert "top secret" not in str(caught.value)


async def test_real_servers(place: Place) -> None:
    await place.fill("INBOX", *((mail(f"number {number}"), ARRIVED) for number in range(3)))
    uids = await place.uids("INBOX")

    def both(client: Client) -> tuple[list[Head], dict[int, dict[bytes, Any]]]:
        client.select_folder("INBOX", readonly=True)
        slow = client.fetch(uids, ["INTERNALDATE", "FLAGS", "BODY.PEEK[HEADER.FIELDS (FROM SUBJECT)]"])
        return list(fetch.heads(client, uids, FIELDS, flags=True, labels=False)), slow

    async with place.connection() as connection:
        quick, slow = await connection.run(both)
    assert [head.uid for head in quick] == uids
    for head in quick:
        answer = slow[head.uid]
        [content] = [value for key, value in answer.items() if key.startswith(b"BODY")]
        assert (head.fields, head.arrived) == (content, answer[b"INTERNALDATE"])
        assert b"Subject: number" in head.fields


async def test_gmail_labels_are_read() -> None:
    async with odd("IMAP4rev1 X-GM-EXT-1") as server:
        inbox = server.folders["INBOX"]
        inbox.add(mail())
        inbox.mails[1].labels = '"\\\\Sent" Jobs "a (b)"'

        def job(client: Client) -> list[Head]:
            client.select_folder("INBOX", readonly=True)
            return list(fetch.heads(client, [1], FIELDS, flags=True, labels=True))

        async with Place(server.port, "sam", SECRET).connection() as connection:
            [head] = await connection.run(job)
    assert head.labels == {b"\\sent", b"jobs", b"a (b)"}


@given(st.sets(st.integers(1, 60), min_size=1).map(sorted))
def test_spans_name_each_uid_once(uids: list[int]) -> None:
    named: list[int] = []
    for span in spans(uids).split(","):
        first, _, last = span.partition(":")
        named += range(int(first), int(last or first) + 1)
    assert named == uids


@given(st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31)), st.integers(-1439, 1439))  # noqa: DTZ001
def test_instants(when: datetime, ahead: int) -> None:
    zone = f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02}{abs(ahead) % 60:02}"
    written = f"{when.day:2}-{when:%b-%Y %H:%M:%S} {zone}".encode()
    assert instant(written) == parse_to_datetime(written, normalise=False)


@pytest.mark.parametrize("written", [b"31-Feb-2026 10:00:00 +0000", b"", b"01-Xyz-2026 10:00:00 +0000", b"now"])
def test_what_is_no_time(written: bytes) -> None:
    assert instant(written) is None
    assert instant(b" 1-Jan-2026 10:00:00 +0000") == datetime(2026, 1, 1, 10, tzinfo=UTC)
