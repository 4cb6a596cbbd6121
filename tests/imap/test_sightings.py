"""What counts as a contact, and when it was: tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.imap.sightings import EARLIEST, SLACK, moment, sighting
from proxy.mime.headers import values
from proxy.store.contacts import Seen
from tests.imap.client import NOW, OWN, is_recruiter, mail

JO = "jo@acme.example"
SAM = "sam@example.org"


def seen(head: bytes, *, sent: bool, own_is_sent: bool = False) -> Seen | None:
    return sighting(
        values(head), 7, NOW, sent=sent, own=OWN, is_recruiter=is_recruiter, now=NOW, own_is_sent=own_is_sent
    )


@pytest.mark.parametrize(
    ("head", "to"),
    [
        (mail(to="Jo <JO@Acme.Example>, mum@home.example"), (JO, "mum@home.example")),
        (mail(to=JO, cc=f"{JO}, {SAM}", bcc="b@c.example"), (JO, "b@c.example")),
        (mail(to="undisclosed-recipients:;", bcc=JO), (JO,)),
        (mail(to="Recruiters: jo@acme.example, kim@acme.example;"), (JO, "kim@acme.example")),
        (mail(to="jo@müller.example"), ("jo@xn--mller-kva.example",)),
        (mail(to=f"{JO}, Sam+copy@example.org"), (JO,)),
        (mail(auto_submitted="no"), (JO,)),
        (mail(content_type="text/calendar; method=REQUEST"), (JO,)),
    ],
    ids=["two", "once", "hidden", "a group", "beyond ascii", "to a sign of one's own", "by a person", "an invitation"],
)
def test_sent_mail_is_a_contact_with_all_whom_it_went_to(head: bytes, to: tuple[str, ...]) -> None:
    found = seen(head, sent=True)
    assert found is not None
    assert (found.direction, found.addresses, found.uid) == ("out", to, 7)


@pytest.mark.parametrize(
    "head",
    [
        mail(to=SAM),
        mail(to=""),
        mail(auto_submitted="auto-replied (vacation)"),
        mail(x_autoreply="yes"),
        mail(content_type='text/calendar; charset=utf-8; method="REPLY"'),
        mail(content_type="multipart/report; report-type=disposition-notification"),
        b"",
        b"\xff\xfe\x00\r\n: : :\r\n",
    ],
    ids=["to oneself", "to nobody", "away", "old away", "invitation answered", "receipt", "nothing", "noise"],
)
def test_what_a_program_sent_for_the_user_is_none(head: bytes) -> None:
    assert seen(head, sent=True) is None


@pytest.mark.parametrize(
    ("more", "life"),
    [
        ({}, True),
        ({"sender": f"Jo Park <{JO.upper()}>"}, True),
        ({"sender": "mum@home.example"}, False),
        ({"sender": SAM}, False),
        ({"sender": ""}, False),
        ({"auto_submitted": "auto-replied"}, False),
        ({"auto_submitted": "auto-generated; owner-email=jo@acme.example"}, False),
        ({"auto_submitted": "No"}, True),
        ({"precedence": "bulk"}, False),
        ({"precedence": "auto_reply"}, False),
        ({"precedence": "first-class"}, True),
        ({"list_id": "Jobs <jobs.acme.example>"}, False),
        ({"x_auto_response": "1"}, False),
        ({"sender": "MAILER-DAEMON@acme.example"}, False),
        ({"return_path": "<>"}, False),
        ({"return_path": f"<{JO}>"}, True),
        ({"content_type": "multipart/report; report-type=delivery-status"}, False),
        ({"content_type": "text/calendar; method=REQUEST"}, True),
    ],
)
def test_a_sign_of_life_is_what_a_recruiter_wrote(more: dict[str, str], life: bool) -> None:
    head = mail(**({"sender": JO, "to": SAM} | more))  # type: ignore[arg-type]
    found = seen(head, sent=False)
    assert (found is not None) is life
    assert found is None or (found.direction, found.addresses) == ("in", (JO,))


def test_an_answer_that_was_filed_in_sent_stays_an_answer() -> None:
    found = seen(mail(sender=JO, to=SAM), sent=True)
    assert found is not None
    assert found.direction == "in"


def test_own_mail_elsewhere_counts_only_where_there_is_no_sent() -> None:
    assert seen(mail(), sent=False) is None
    assert seen(mail(), sent=False, own_is_sent=True) is not None
    assert seen(mail(sender="Sam <sam+jobs@example.org>"), sent=False, own_is_sent=True) is not None


def test_thread_subject_and_message_id_are_kept() -> None:
    found = seen(mail("Re: Grüße", message_id="<3@x>", in_reply_to="<2@x>", references="<1@x> <2@x>"), sent=True)
    assert found is not None
    assert (found.subject, found.message_id, found.thread) == ("Re: Grüße", "<3@x>", ("<1@x>", "<2@x>"))


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("date", "arrived", "when"),
    [
        (NOW - DAY, NOW, NOW - DAY),
        (NOW - 900 * DAY, NOW, NOW - 900 * DAY),
        (None, NOW - DAY, NOW - DAY),
        (None, None, NOW),
        (datetime(1970, 1, 1, tzinfo=UTC), NOW - DAY, NOW - DAY),
        (NOW + DAY / 2, NOW, NOW + DAY / 2),
        (NOW + 3 * DAY, NOW, NOW),
        (NOW - DAY, NOW - 5 * DAY, NOW - 5 * DAY),
        (NOW - DAY, datetime(1970, 1, 1, tzinfo=UTC), NOW - DAY),
        (None, NOW + 9 * DAY, NOW),
    ],
    ids=[
        *("date", "imported", "none", "neither", "never set", "zones", "ahead", "ahead of its arrival"),
        *("arrival never set", "server ahead"),
    ],
)
def test_when_it_was(date: datetime | None, arrived: datetime | None, when: datetime) -> None:
    assert moment(date, arrived, NOW) == when


ANY = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.none() | ANY, st.none() | ANY)
def test_it_was_never_in_the_future_and_never_before_mail(date: datetime | None, arrived: datetime | None) -> None:
    assert EARLIEST <= moment(date, arrived, NOW) <= NOW + 2 * SLACK


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_raise(head: bytes, sent: bool) -> None:
    seen(head, sent=sent)
