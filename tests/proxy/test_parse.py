"""Any message as its recipient would read it."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.model import Attachment, Message, Person
from checks.text import new_text
from proxy.mime.tree import DEPTH_LIMIT, PARTS_LIMIT
from proxy.parse import BODY_LIMIT, parse

MAIL = Path(__file__).parent / "mail"
LETTERS = {path.stem: path.read_bytes() for path in sorted(MAIL.glob("*.eml"))}


def multipart(kind: str, *parts: bytes) -> bytes:
    """A multipart's headers and body."""
    mark = f"=_{kind}_{random.Random(len(parts)).getrandbits(32)}"
    lines = [f'Content-Type: multipart/{kind}; boundary="{mark}"\r\n\r\n'.encode()]
    lines += [b"--%s\r\n%s\r\n" % (mark.encode(), part) for part in parts]
    return b"".join(lines) + b"--%s--\r\n" % mark.encode()


def part(content_type: str, body: bytes = b"", *more: str) -> bytes:
    """A leaf."""
    return "\r\n".join([f"Content-Type: {content_type}", *more, "", ""]).encode() + body


def pdf(name: str) -> bytes:
    """An empty file with this parameter of Content-Disposition."""
    return part("application/pdf", b"", f"Content-Disposition: attachment; {name}")


LOGO = part("image/png", b"x", "Content-ID: <a@x>", "Content-Disposition: inline; filename=logo.png")
PICTURE = part("image/png", b"x", "Content-Disposition: attachment; filename=a.png")
PLAIN = part("text/plain", b"Hello Jo")
HTML = part("text/html", b"<p>Hello <b>Jo</b></p>")
PDF = part("application/pdf", b"%PDF", "Content-Disposition: attachment; filename=cv.pdf")
FORWARDED = part("message/rfc822", b"Subject: inner\r\n\r\ninner words")


def test_a_reply_from_gmail() -> None:
    assert parse(LETTERS["gmail-reply"]) == Message(
        sender=Person("Sam Fox", "sam@example.org"),
        to=(Person("Jo Park", "jo@acme.example"),),
        subject="Re: Interview on Tuesday",
        body=(
            "Hi Jo,\n\nThank you for your time. I’m looking forward to Tuesday.\n\nSam\n\n"
            "On Mon, Nov 24, 2025 at 9:00\u202fAM Jo Park <jo@acme.example> wrote:\n\n"
            "> Hello Sam,\n>\n> Tuesday at 10?\n"
        ),
        message_id="<CAF2+x=abc@mail.example.org>",
        in_reply_to="<CAB1@mail.acme.example>",
        references=("<CAB1@mail.acme.example>",),
        date=datetime(2025, 11, 24, 8, 30, tzinfo=UTC),
    )


def test_html_only_from_outlook_with_a_picture_and_a_file() -> None:
    message = parse(LETTERS["outlook-html-only"])
    assert message.from_html
    assert message.subject == "RE: Your café role"
    assert message.sender == Person("Fox, Sam", "sam@example.org")
    assert message.body == (
        "Dear Jo,\n\nThank you for today. It’s a lovely café. Please find my CV attached.\n\nSam\n"
        "> From: Jo Park <jo@acme.example>\n> Sent: 24 November 2025 08:00\n> To: Sam Fox\n> Subject: Your role\n"
        "> Come at ten."
    )
    assert message.attachments == (Attachment("Résumé.pdf", "application/pdf", 8),)
    assert "Come at ten" not in new_text(message.body).text


def test_flowed_text_from_thunderbird() -> None:
    message = parse(LETTERS["thunderbird-flowed"])
    assert message.body == (
        "Dear Jo,\n\nthank you for the talk. I have thought about the question of the two vans, and I would let the "
        "smaller one go on Mondays.\n\nFrom here it is half an hour.\n\nOn 24.11.25 09:00, Jo Park wrote:\n"
        "> Which of the vans would you let go, and on which day, if there were no more than one driver?\n\n"
        "-- \nSam Fox\n"
    )
    assert message.references == ("<1@acme.example>", "<2@acme.example>")


def test_a_file_between_two_texts_from_apple_mail() -> None:
    message = parse(LETTERS["apple-attachment"])
    assert message.body == "Hello Jo,\n\nhere is my application.\n"
    assert message.attachments == (Attachment("Lebenslauf Zürich €.pdf", "application/pdf", 8),)


def test_latin_1_in_headers_and_body_from_mutt() -> None:
    message = parse(LETTERS["mutt-latin1"])
    assert message.subject == "Grüße"
    assert message.body == "Liebe Frau Park,\n\nvielen Dank für das Gespräch.\n\nSam Fox\n"


def test_signed_mail_reads_its_first_part() -> None:
    message = parse(LETTERS["pgp-mime-signed"])
    assert (message.body, message.attachments) == ("Thank you for the talk, Jo. I’ll be there.\n", ())


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (b"", ""),
        (b"Subject: only headers\r\n", ""),
        (b"Subject: only headers\r\n\r\n", ""),
        (b"\r\nonly a body\r\n", "only a body\n"),
        (b"no headers at all, only words", "no headers at all, only words"),
        (b"\r\none\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        (b"\r\na\x00b\x1b[31mc\td\x0ce", "ab[31mc\td\ne"),
        (b"\r\n\xef\xbb\xbfhello", "hello"),
        (part("text/plain", b"caf\xe9"), "café"),
        (part("text/plain; charset=koi8-r", "привет".encode("koi8_r")), "привет"),
        (part('text/plain; charset="utf8"', "café".encode()), "café"),
        (part("text/plain; charset=x-unknown", "café".encode()), "café"),
        (part("text/plain; charset=nonsense", b"hello"), "hello"),
        (part("text", b"hello"), "hello"),
        (part("", b"hello"), "hello"),
        (part("nonsense;;;=;", b"hello"), "hello"),
        (part("TEXT/PLAIN; CHARSET=ISO-2022-JP", "面接".encode("iso2022_jp")), "面接"),
        (part("text/plain", b"a=\r\nb=C3=A9=ZZ=", "Content-Transfer-Encoding: Quoted-Printable"), "abé=ZZ"),
        (part("text/plain", b"SGVsbG8gSm8", "Content-Transfer-Encoding: base64"), "Hello Jo"),
        (part("text/plain", b"SGVs\r\nbG8g!!Sm8=", "Content-Transfer-Encoding: BASE64"), "Hello Jo"),
        (part("text/plain", b"SGVsbG8gSm8=\r\n-- list", "Content-Transfer-Encoding: base64"), "Hello Jo"),
        (part("text/plain", b"Hello, Jo: this isn't.", "Content-Transfer-Encoding: base64"), "Hello, Jo: this isn't."),
        (part("text/plain", b"SGVsbG8gSm8gY", "Content-Transfer-Encoding: base64"), "Hello Jo "),
        (part("text/plain", b"hello", "Content-Transfer-Encoding: x-uuencode"), "hello"),
        (part("text/plain; format=flowed; delsp=yes", b"Don \r\naudampf \r\n\r\nend"), "Donaudampf\n\nend"),
        (part("text/markdown", b"*hello*"), "*hello*"),
        (HTML, "Hello Jo"),
        (part("text/html", b"<meta charset=windows-1251><p>\xef\xf0"), "пр"),
        (part("application/octet-stream", b"hello"), ""),
        (FORWARDED, ""),
        (multipart("mixed", PLAIN, PDF), "Hello Jo"),
        (multipart("mixed", PDF, PLAIN), "Hello Jo"),
        (multipart("alternative", HTML, PLAIN), "Hello Jo"),
        (multipart("alternative", part("text/plain", b" \r\n"), HTML), "Hello Jo"),
        (multipart("mixed", FORWARDED, PLAIN), "Hello Jo"),
        (multipart("mixed", FORWARDED), ""),
        (multipart("mixed", multipart("related", multipart("alternative", PLAIN, HTML)), PDF), "Hello Jo"),
        (multipart("mixed", part("text/plain", b"notes", "Content-Disposition: attachment"), PLAIN), "Hello Jo"),
        (multipart("mixed", part("text/plain; name=notes.txt", b"notes"), HTML), "Hello Jo"),
        (multipart("digest", b"\r\nSubject: one\r\n\r\nwords"), ""),
        (multipart("mixed", b"\r\nno headers"), "no headers"),
        (multipart("mixed"), "--=_mixed_3626764237--\n"),
        (b"Content-Type: multipart/mixed\r\n\r\n--guess\r\n\r\nhello\r\n--guess--", "hello"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\nno such line", "no such line"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nnever closed", "never closed"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b  \n\nhello\n--b--\nepilogue", "hello"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--bb\r\n\r\nx\r\n--b\r\n\r\nhello\r\n--b--", "hello"),
        (b"Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\n<b>", "<b>"),
    ],
)
def test_the_body(content: bytes, body: str) -> None:
    message = parse(content)
    assert message.body == body
    assert message.unreadable == ""


@pytest.mark.parametrize(
    ("found", "attachments"),
    [
        (PDF, [("cv.pdf", "application/pdf", 4)]),
        (part("application/pdf; name=cv.pdf", b"%PDF"), [("cv.pdf", "application/pdf", 4)]),
        (part("application/pdf", b"%PDF"), [("", "application/pdf", 4)]),
        (part("application/pdf", b"JVBERg==", "Content-Transfer-Encoding: base64"), [("", "application/pdf", 4)]),
        (part("text/plain", b"x", "Content-Disposition: attachment"), [("", "text/plain", 1)]),
        (part("text/plain", b"x", 'Content-Disposition: inline; filename="a;b.txt"'), [("a;b.txt", "text/plain", 1)]),
        (part("text/plain", b"x", "Content-Disposition: nonsense"), [("", "text/plain", 1)]),
        (part("text/plain", b"second text"), []),
        (part("image/png", b"x", "Content-Disposition: inline; filename=me.png"), [("me.png", "image/png", 1)]),
        (pdf("filename*=utf-8''R%C3%A9.pdf"), [("Ré.pdf", "application/pdf", 0)]),
        (pdf("filename*=iso-8859-1'fr'R%E9.pdf"), [("Ré.pdf", "application/pdf", 0)]),
        (pdf("filename*0=a; filename*1=b.pdf"), [("ab.pdf", "application/pdf", 0)]),
        (pdf("filename*=nonsense''R%C3%A9.pdf"), [("Ré.pdf", "application/pdf", 0)]),
        (pdf("filename==?utf-8?b?UsOpLnBkZg==?="), [("Ré.pdf", "application/pdf", 0)]),
        (pdf("filename=My CV.pdf"), [("My CV.pdf", "application/pdf", 0)]),
        (pdf('filename="Ré.pdf"'), [("Ré.pdf", "application/pdf", 0)]),
        (pdf("filename*" + "9" * 4500 + "=x"), [("", "application/pdf", 0)]),
        (FORWARDED, [("", "message/rfc822", 29)]),
        (part("application/pgp-signature; name=signature.asc", b"x"), []),
        (part("text/calendar; method=REQUEST", b"x"), []),
        (multipart("related", HTML, LOGO), []),
        (multipart("related", HTML, PICTURE), [("a.png", "image/png", 1)]),
    ],
)
def test_what_the_recipient_sees_as_files(found: bytes, attachments: list[tuple[str, str, int]]) -> None:
    message = parse(multipart("mixed", PLAIN, found))
    assert message.attachments == tuple(Attachment(*attachment) for attachment in attachments)
    assert message.body == "Hello Jo"


def test_the_size_of_a_file_is_that_of_what_comes_out() -> None:
    octets = random.Random(7).randbytes(100_001)
    content = part("application/pdf", base64.encodebytes(octets), "Content-Transfer-Encoding: base64")
    [attachment] = parse(multipart("mixed", PLAIN, content)).attachments
    assert attachment.size == len(octets)


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (LETTERS["calendar-reply"], "calendar", "calendar reply"),
        (part("text/calendar; method=counter"), "calendar", "calendar counter"),
        (part("text/calendar", b"BEGIN:VCALENDAR\r\nMethod:REPLY\r\n"), "calendar", "calendar reply"),
        (part("text/calendar; method=REQUEST"), "mail", ""),
        (
            multipart("mixed", PLAIN, part("text/calendar; method=REPLY", b"", "Content-Disposition: attachment")),
            "mail",
            "",
        ),
        (LETTERS["read-receipt"], "receipt", "read receipt"),
        (multipart("report", PLAIN, part("message/delivery-status")), "receipt", "delivery report"),
        (multipart("mixed", PLAIN, multipart("report", PLAIN, part("message/delivery-status"))), "mail", ""),
        (b"Auto-Submitted: auto-replied\r\n\r\nI am away.", "machine", "Auto-Submitted: auto-replied"),
        (b"Auto-Submitted: Auto-Generated; x=y\r\n\r\n", "machine", "Auto-Submitted: auto-generated"),
        (b"Auto-Submitted: no\r\n\r\n", "mail", ""),
        (b"Auto-Submitted: NO (a person wrote it)\r\n\r\n", "mail", ""),
        (b"Subject: x\r\n\r\n", "mail", ""),
    ],
)
def test_what_kind_of_mail_it_is(content: bytes, kind: str, reason: str) -> None:
    message = parse(content)
    assert (message.kind, message.kind_reason) == (kind, reason)


def test_mail_without_a_return_address_comes_from_a_machine() -> None:
    message = parse(PLAIN, null_sender=True)
    assert (message.kind, message.kind_reason) == ("machine", "sent without a return address")


PGP_FRAME = (
    b"-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n\r\nHello Jo,\r\n- -- \r\nSam\r\n"
    b"-----BEGIN PGP SIGNATURE-----\r\n\r\niQEzBAEBCgAd\r\n=abcd\r\n-----END PGP SIGNATURE-----\r\n"
)


@pytest.mark.parametrize(
    ("content", "unreadable", "body"),
    [
        (multipart("encrypted", part("application/pgp-encrypted"), part("application/octet-stream")), "encrypted", ""),
        (multipart("mixed", PLAIN, multipart("encrypted", part("application/octet-stream"))), "encrypted", ""),
        (part("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"), "encrypted", ""),
        (part("application/x-pkcs7-mime", b"", "Content-Disposition: attachment; filename=smime.p7m"), "encrypted", ""),
        (part("application/pkcs7-mime; smime-type=signed-data"), "signed as one piece (S/MIME)", ""),
        (b"\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----\r\n", "encrypted", ""),
        (
            b"\r\nHello\r\n> -----BEGIN PGP MESSAGE-----\r\n> abc\r\n",
            "",
            "Hello\n> -----BEGIN PGP MESSAGE-----\n> abc\n",
        ),
        (
            multipart("mixed", PLAIN, part("application/pkcs7-mime", b"", "Content-Disposition: attachment")),
            "",
            "Hello Jo",
        ),
        (b"\r\n" + PGP_FRAME, "", "Hello Jo,\n-- \nSam\n"),
        (b"\r\n" + PGP_FRAME[:-40], "", PGP_FRAME[:-40].decode().replace("\r", "")),
    ],
)
def test_what_nobody_but_the_recipient_can_read(content: bytes, unreadable: str, body: str) -> None:
    message = parse(content)
    assert (message.unreadable, message.body) == (unreadable, body)


def nested(depth: int) -> bytes:
    heads = [b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(depth)]
    return b"".join(heads) + b"\r\nhello"


def test_limits() -> None:
    assert parse(nested(DEPTH_LIMIT)).body == "hello"
    for content in (nested(DEPTH_LIMIT + 1), nested(10_000), b"X: " + b"x" * 300_000 + b"\r\n\r\nhello"):
        message = parse(content)
        assert message.body == ""
        assert message.unreadable.startswith("built in a way that is not read")
    many = parse(multipart("mixed", PLAIN, *[PDF] * 10_000))
    assert many.body == "Hello Jo"
    assert len(many.attachments) == PARTS_LIMIT - 2
    assert len(parse(b"\r\n" + b"word " * (BODY_LIMIT // 5 + 1)).body) == BODY_LIMIT


def sound(message: Message) -> None:
    """What is promised of every message."""
    for text in (message.subject, message.body, message.sender.name, *(file.name for file in message.attachments)):
        text.encode("utf-8")
        assert "\0" not in text
        assert "\r" not in text
    assert not (message.unreadable and message.body)
    assert (message.kind == "mail") == (not message.kind_reason)


@given(st.binary(max_size=3000))
def test_any_bytes_can_be_parsed(content: bytes) -> None:
    sound(parse(content))


PIECES = [*b"\r\n\t -=;:\"'()<>@?*%\x00\xff", *b"--b", *b"=?utf-8?b?"]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real mail with a few stretches lost, doubled, or overwritten."""
    content = bytearray(draw(st.sampled_from(list(LETTERS.values()))))
    for _ in range(draw(st.integers(1, 12))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        match draw(st.integers(0, 3)):
            case 0:
                del content[start:end]
            case 1:
                content[start:start] = content[start:end]
            case 2:
                content[start:end] = bytes(draw(st.lists(st.sampled_from(PIECES), max_size=20)))
            case _:
                content[start:end] = draw(st.binary(max_size=20))
    return bytes(content)


@settings(max_examples=300)
@given(mutated())
def test_any_damaged_mail_can_be_parsed(content: bytes) -> None:
    sound(parse(content))
