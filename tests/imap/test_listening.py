"""Answers that name a day, automatic replies and reports of what did not arrive, in a mailbox on each server."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from proxy.answers import Answer, Heard, listen
from proxy.errors import WorkerError
from proxy.imap import folders, history, listening
from proxy.imap.listening import Listen
from proxy.store.store import Store
from tests.imap.client import NOW, OWN, Place, is_recruiter, mail
from tests.servers.odd import Mail, odd

JO, SAM = "jo@acme.example", "sam@example.org"

BOUNCE = """--b
Content-Type: text/plain

It was not delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; Jo@Acme.example
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <mine@example.org>
Subject: My application

--b--""".replace("\n", "\r\n")
REPORT = 'multipart/report; report-type=delivery-status; boundary="b"'


async def read(place: Place, store: Store, answers: Listen | None, *, anew: bool = True) -> None:
    async with place.connection() as connection:
        where = await connection.run(lambda client: folders.find(client, place.mailbox()), again=True)
        reading = {"is_recruiter": is_recruiter, "own": OWN, "now": NOW, "listen": answers}
        act = history.read if anew else history.look
        await act(connection, SAM, where, store.sightings, **reading)  # type: ignore[arg-type]


async def here(answer: Answer) -> Heard:
    return listen(answer)


async def test_an_answer_keeps_the_day_that_it_names_and_the_words_for_it_alone(place: Place, store: Store) -> None:
    said = mail("Re: role", sender=JO, to=SAM, days=2, body="Dear Sam,\r\n\r\nYou'll hear by 20 March.\r\n\r\nCanary")
    await place.fill("INBOX", said, mail("Re: role", sender=JO, to=SAM, days=70, body="You'll hear by 20 March."))
    await read(place, store, here)
    old, new = store.contacts.history(JO, NOW).contacts
    assert (new.promised, new.words) == (date(2026, 3, 20), "You'll hear by 20 March")
    assert (old.promised, old.words) == (None, "")


async def test_a_look_listens_too(place: Place, store: Store) -> None:
    await read(place, store, here)
    await place.fill("INBOX", mail("Re: role", sender=JO, to=SAM, body="You'll hear by 20 March."))
    await read(place, store, here, anew=False)
    assert [each.promised for each in store.contacts.history(JO, NOW).contacts] == [date(2026, 3, 20)]


async def test_of_more_answers_than_are_held_at_once_none_is_left_out(
    place: Place, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "BATCH", 2)
    said = [mail(f"Re: {n}", sender=JO, to=SAM, days=n, body=f"You'll hear by {20 + n} March.") for n in range(1, 6)]
    await place.fill("INBOX", *said)
    await read(place, store, here)
    assert [each.promised for each in store.contacts.history(JO, NOW).contacts] == [
        date(2026, 3, day) for day in (25, 24, 23, 22, 21)
    ]


async def test_where_one_folder_has_all_mail_it_is_heard_there(store: Store) -> None:
    """Gmail: what the user sent lies beside the report that it did not arrive, and beside drafts."""
    async with odd("IMAP4rev1 X-GM-EXT-1") as server:
        away = mail("Automatic reply: role", sender=JO, to=SAM, days=2, body="I am back on 20 March.")
        report = {"sender": "MAILER-DAEMON@mx.example.org", "to": SAM, "content_type": REPORT}
        server.folder("[Gmail]/All Mail", "\\All").add(
            mail("My application", message_id="<mine@example.org>", days=3),
            Mail(mail("A draft", days=2), flags="\\Draft"),
            away,
            mail("Undelivered", body=BOUNCE, **report),  # type: ignore[arg-type]
        )
        await read(Place(server.port, "sam", "secret"), store, here)
    known = store.contacts.history(JO, NOW)
    assert known.contacts == ()
    assert [each.promised for each in known.away] == [date(2026, 3, 20)]


async def test_reading_them_leaves_no_trace_in_the_mailbox(place: Place, store: Store) -> None:
    await place.fill("INBOX", mail("Re: role", sender=JO, to=SAM, body="You'll hear by 20 March."))
    await read(place, store, here)
    assert b"\\Seen" not in await place.flags("INBOX")


async def test_an_automatic_reply_says_when_they_are_back(place: Place, store: Store) -> None:
    away = {"sender": JO, "to": SAM, "auto_submitted": "auto-replied"}
    await place.fill("INBOX", mail("Automatic reply: role", days=2, body="I am back on 20 March.", **away))
    await place.fill("INBOX", mail("Automatic reply: role", days=1, body="Thank you for your mail.", **away))
    await read(place, store, here)
    known = store.contacts.history(JO, NOW)
    assert known.contacts == ()
    assert [each.promised for each in known.away] == [date(2026, 3, 20)]


async def test_what_did_not_arrive_is_no_contact(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("My application", to=f"{JO}, kim@acme.example", message_id="<mine@example.org>"))
    report = {"sender": "MAILER-DAEMON@mx.example.org", "to": SAM, "content_type": REPORT}
    await place.fill("INBOX", mail("Undelivered Mail Returned to Sender", body=BOUNCE, **report))  # type: ignore[arg-type]
    await read(place, store, here)
    assert store.contacts.history(JO, NOW).contacts == ()
    assert len(store.contacts.history("kim@acme.example", NOW).contacts) == 1


async def test_a_report_of_the_old_kind_is_known_by_its_field(place: Place, store: Store) -> None:
    await place.fill("Sent", mail("My application", to=f"{JO}, kim@acme.example", message_id="<mine@example.org>"))
    report = {"sender": "Mailer-Daemon@host.example", "to": SAM, "x_failed_recipients": JO}
    await place.fill("INBOX", mail("Mail delivery failed", references="<mine@example.org>", **report))  # type: ignore[arg-type]
    await read(place, store, here)
    assert store.contacts.history(JO, NOW).contacts == ()
    assert len(store.contacts.history("kim@acme.example", NOW).contacts) == 1


async def test_what_cannot_be_read_counts_as_it_would(place: Place, store: Store) -> None:
    async def broken(_: Answer) -> Heard:
        raise WorkerError("A check failed.", "Read it yourself.")

    await place.fill("INBOX", mail("Re: role", sender=JO, to=SAM, body="You'll hear by 20 March."))
    await place.fill("INBOX", mail("Away", sender=JO, to=SAM, auto_submitted="auto-replied", body="Back on 20 March."))
    await read(place, store, broken)
    known = store.contacts.history(JO, NOW)
    assert [each.promised for each in known.contacts] == [None]
    assert known.away == ()


async def test_without_a_listener_no_text_is_fetched(place: Place, store: Store) -> None:
    await place.fill("INBOX", mail("Re: role", sender=JO, to=SAM, body="You'll hear by 20 March."))
    await read(place, store, None)
    assert [each.promised for each in store.contacts.history(JO, NOW).contacts] == [None]


@pytest.mark.parametrize(
    ("content", "heard"),
    [
        (mail("Returned", content_type=REPORT, body=BOUNCE), Heard(None, "", (JO,), ("<mine@example.org>",))),
        (
            mail("Late", content_type=REPORT, body=BOUNCE.replace("failed", "delayed")),
            Heard(returned=("<mine@example.org>",)),
        ),
        (
            mail("Failed", x_failed_recipients="Jo@acme.example", references="<a@x> <mine@example.org>", body="Sorry."),
            Heard(None, "", (JO,), ("<mine@example.org>",)),
        ),
        (mail("Cut", content_type=REPORT, body=BOUNCE)[:300], Heard()),
        (b"\xff\xfe\r\n\r\n\xff", Heard()),
    ],
    ids=["failed", "only late", "by its fields", "cut", "noise"],
)  # fmt: skip
def test_a_report_names_whom_it_failed_for_and_what_came_back(content: bytes, heard: Heard) -> None:
    assert listen(Answer(content, NOW - timedelta(days=1), "bounce")) == heard


@pytest.mark.parametrize(
    ("subject", "body", "day"),
    [
        ("Out of office until 20 March", "I will answer then.", 20),
        ("Automatic reply: on leave, back on the 23rd", "", 23),
        ("Out of office until 20 March", "I am back on 24 March.", 24),
        ("Automatic reply: Interview on 20 March", "Thank you for your mail.", None),
    ],
)
def test_a_day_of_return_may_stand_in_the_subject(subject: str, body: str, day: int | None) -> None:
    away = mail(subject, sender=JO, to=SAM, auto_submitted="auto-replied", body=body)
    promised = listen(Answer(away, NOW, "away")).promised
    assert promised == (None if day is None else date(2026, 3, day))
