"""Corrections in a message's bytes: nothing else changes, and what isn't simple is left alone."""

from __future__ import annotations

import base64
import quopri
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Finding, Part
from proxy.corrections import corrected
from proxy.parse import parse

HEAD = "From: Sam <sam@example.org>\r\nTo: jo@acme.example\r\nSubject: {subject}\r\nX-Odd:  kept \t\r\n"


def message(
    body: str, *, charset: str = "", encoding: str = "", subject: str = "Hello", head: str = "", more: str = ""
) -> bytes:
    octets = body.encode(charset or "ascii")
    if encoding == "base64":
        octets = base64.encodebytes(octets).replace(b"\n", b"\r\n")
    if encoding == "quoted-printable":
        octets = quopri.encodestring(octets)
    fields = HEAD.format(subject=subject) + head
    fields += f"Content-Type: text/plain{f'; charset={charset}' if charset else ''}{more}\r\n"
    fields += f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else ""
    return f"{fields}\r\n".encode() + octets


def slip(content: bytes, wrong: str, right: str, *, nth: int = 0, part: Part = "body") -> Finding:
    text = parse(content).body if part == "body" else parse(content).subject
    start = -1
    for _ in range(nth + 1):
        start = text.index(wrong, start + 1)
    return Finding(
        "sloppiness",
        "sloppiness.spelling",
        "hold",
        "m",
        "a",
        part,
        start,
        start + len(wrong),
        wrong,
        correction=right,
    )


@pytest.mark.parametrize("encoding", ["", "7bit", "8bit", "quoted-printable", "base64"])
def test_the_words_change_and_nothing_else(encoding: str) -> None:
    content = message("Dear Jo,\r\n\r\nIt is definately good.\r\n\r\nSam\r\n", encoding=encoding)
    done = corrected(content, [slip(content, "definately", "definitely")])
    assert done is not None
    before, after = parse(content), parse(done.content)
    assert after == replace(before, body=before.body.replace("definately", "definitely"))
    assert done.content.partition(b"\r\n\r\n")[0] == content.partition(b"\r\n\r\n")[0]
    assert done.left == ()
    if encoding in ("", "7bit", "8bit"):
        assert done.content == content.replace(b"definately", b"definitely")


@pytest.mark.parametrize(
    ("charset", "encoding", "word"),
    [
        ("utf-8", "8bit", "résumé"),
        ("utf-8", "quoted-printable", "résumé"),
        ("utf-8", "base64", "日本 résumé"),
        ("iso-8859-1", "8bit", "résumé"),
        ("windows-1252", "quoted-printable", "“résumé”"),
        ("iso-8859-15", "8bit", "10 €"),
    ],
)
def test_each_charset_stays(charset: str, encoding: str, word: str) -> None:
    content = message(f"{word} definately {word}\r\n", charset=charset, encoding=encoding)
    done = corrected(content, [slip(content, "definately", "definitely")])
    assert done is not None
    assert parse(done.content).body == f"{word} definitely {word}\n"


def test_what_the_charset_lacks_is_left_alone() -> None:
    content = message("my resume is here\r\n", charset="us-ascii", encoding="7bit")
    assert corrected(content, [slip(content, "resume", "résumé")]) is None


def test_the_right_one_of_several() -> None:
    content = message("their is their house, and their it stays\r\n")
    done = corrected(content, [slip(content, "their", "there", nth=2), slip(content, "their", "There", nth=0)])
    assert done is not None
    assert parse(done.content).body == "There is their house, and there it stays\n"


def test_a_subject() -> None:
    content = message("Hello Jo\r\n", subject="My aplication")
    done = corrected(content, [slip(content, "aplication", "application", part="subject")])
    assert done is not None
    assert done.content == content.replace(b"aplication", b"application")


@pytest.mark.parametrize("subject", ["=?utf-8?q?My_aplication?=", "My\r\n aplication"])
def test_an_encoded_or_folded_subject_is_left_alone(subject: str) -> None:
    content = message("Hello Jo\r\n", subject=subject)
    assert corrected(content, [slip(content, "aplication", "application", part="subject")]) is None


def test_beside_a_file() -> None:
    body = "I definately attach it.\r\n"
    content = (
        HEAD.format(subject="CV")
        + 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\npreamble\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{body}--b\r\n"
        'Content-Type: application/pdf; name="cv.pdf"\r\nContent-Disposition: attachment\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\nZGVmaW5hdGVseQ==\r\n--b--\r\nepilogue definately\r\n"
    ).encode()
    done = corrected(content, [slip(content, "definately", "definitely")])
    assert done is not None
    assert done.content == content.replace(b"definately", b"definitely", 1)


ALTERNATIVE = (
    HEAD.format(subject="x") + 'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain\r\n\r\ndefinately\r\n"
    "--b\r\nContent-Type: text/html\r\n\r\n<b>definately</b>\r\n--b--\r\n"
).encode()
SIGNED = (
    HEAD.format(subject="x") + 'Content-Type: multipart/signed; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain\r\n\r\ndefinately\r\n"
    "--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n"
).encode()


@pytest.mark.parametrize(
    "content",
    [
        ALTERNATIVE,
        SIGNED,
        message("definately\r\n", head="DKIM-Signature: v=1\r\n"),
        message("-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\ndefinately\r\n"
                "-----BEGIN PGP SIGNATURE-----\r\n\r\nabc\r\n-----END PGP SIGNATURE-----\r\n"),
        message("definately\r\n").replace(b"text/plain", b"text/html"),
        message("definately\r\n", head="Auto-Submitted: auto-replied\r\n"),
        message("definately\r\n", encoding="x-uuencode"),
        message("definately " + "x " * 3_000_000),
    ],
    ids=["plain and html", "signed", "dkim", "pgp", "html", "machine", "unknown encoding", "large"],
)  # fmt: skip
def test_what_is_not_simple_is_left_alone(content: bytes) -> None:
    finding = Finding("sloppiness", "s.s", "hold", "m", "a", "body", 0, 10, "definately", correction="definitely")
    start = parse(content).body.index("definately")
    assert corrected(content, [replace(finding, start=start, end=start + 10)]) is None


@pytest.mark.parametrize(
    "change",
    [{"start": 1, "end": 11}, {"correction": None}, {"excerpt": ""}, {"part": "headers"}, {"correction": "a\nb"}],
)
def test_a_finding_that_fits_nowhere_is_none(change: dict[str, object]) -> None:
    content = message("definately good\r\n")
    finding = slip(content, "definately", "definitely")
    assert corrected(content, [replace(finding, **change)]) is None  # type: ignore[arg-type]


def test_what_is_left_moves_with_the_text() -> None:
    content = message("Dear [Name], definately and [Place]\r\n")
    slips = [slip(content, word, right) for word, right in (("[Name]", ""), ("definately", "yes"), ("[Place]", ""))]
    holes = [replace(each, correction=None) for each in (slips[0], slips[2])]
    across = replace(holes[0], start=5, end=25, excerpt=parse(content).body[5:25])
    done = corrected(content, [*holes, slips[1], across])
    assert done is not None
    text = parse(done.content).body
    assert [text[each.start : each.end] for each in done.left if each.excerpt] == ["[Name]", "[Place]"]
    assert (done.left[-1].start, done.left[-1].excerpt) == (None, "")


WORDS = st.lists(st.sampled_from(["teh", "the", "cat", "café", "=", ".", "a=3D", "", "日本", "x" * 70]), min_size=1)


@given(
    WORDS, st.sampled_from(["8bit", "quoted-printable", "base64"]), st.lists(st.booleans(), min_size=40, max_size=40)
)
def test_whatever_the_text_only_the_words_change(words: list[str], encoding: str, chosen: list[bool]) -> None:
    lines = "\r\n".join(" ".join(words[at : at + 3]) for at in range(0, len(words), 3)) + "\r\n"
    content = message(lines, charset="utf-8", encoding=encoding)
    body = parse(content).body
    places = [at for at in range(len(body)) if body.startswith("teh", at)]
    picked = [at for at, take in zip(places, chosen, strict=False) if take]
    blank = Finding("sloppiness", "s.s", "hold", "m", "a", "body", 0, 3, "teh", correction="the")
    done = corrected(content, [replace(blank, start=at, end=at + 3) for at in picked])
    if not picked:
        assert done is None
        return
    expected = list(body)
    for at in picked:
        expected[at : at + 3] = "the"
    assert done is not None
    assert parse(done.content).body == "".join(expected)
