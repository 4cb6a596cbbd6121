"""What the sender newly wrote: greeting, sentences, sign-off, signature, postscript; offsets always point back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.text import LIMIT, LONGEST, NewText, Span, new_text


def words(text: NewText, span: Span | None) -> str:
    return text.body[span.start : span.end] if span else ""


def signed(text: NewText) -> list[str]:
    return [words(text, span) for span in text.signatures]


def said(text: NewText) -> list[str]:
    return [sentence.text for sentence in text.sentences]


@pytest.mark.parametrize(
    ("line", "greeting"),
    [
        ("Hi Jo,", "Hi Jo,"),
        ("Hello Mr. Dietrich,", "Hello Mr. Dietrich,"),
        ("Dear Sally-Ann,", "Dear Sally-Ann,"),
        ("Dear Prof. Dr. Wennemann:", "Dear Prof. Dr. Wennemann:"),
        ("To whom it may concern:", "To whom it may concern:"),
        ("Kia ora Steve,", "Kia ora Steve,"),
        ("Jo,", "Jo,"),
        ("Ms Coyle,", "Ms Coyle,"),
        ("Hi {{first_name}},", "Hi {{first_name}},"),
        ("Hi Chris", "Hi Chris"),
        ("Good morning - all is well.", "Good morning -"),
        ("hey marv, thank you for the tour", "hey marv,"),
        ("hey its kenzie from the interview!!", ""),
        ("Thank you for the tour.", ""),
        ("Wednesday 10:15 is fine.", ""),
        ("Please find my CV attached.", ""),
    ],
)
def test_a_greeting(line: str, greeting: str) -> None:
    text = new_text(f"{line}\n\nAll is well.\n\nBen")
    assert words(text, text.greeting) == greeting
    assert said(text)[-1] == "All is well." if line.endswith((",", ":", "Chris")) else said(text)


@pytest.mark.parametrize(
    ("end", "closing", "signature"),
    [
        ("Kind regards,\nBen Sallow", "Kind regards,", ["Ben Sallow"]),
        ("Thanks,\nBen", "Thanks,", ["Ben"]),
        ("Thanks in advance,\nBen Sallow\n01632 960 155", "Thanks in advance,", ["Ben Sallow\n01632 960 155"]),
        (
            "Yours sincerely,\n\nBen Sallow MCIPS\nlinkedin.com/in/ben",
            "Yours sincerely,",
            ["Ben Sallow MCIPS\nlinkedin.com/in/ben"],
        ),
        (
            "Ben Sallow\nMy mum's phone, if easier: 01632 960 155",
            "",
            ["Ben Sallow\nMy mum's phone, if easier: 01632 960 155"],
        ),
        ("ben", "", ["ben"]),
        ("Ben 😊", "", ["Ben 😊"]),
        ("-- \nBen Sallow | Joiner\n+44 1632 960 155", "", ["-- \nBen Sallow | Joiner\n+44 1632 960 155"]),
        ("Best,\nBen\n\n--\nBen Sallow\nJoiner", "Best,", ["Ben", "--\nBen Sallow\nJoiner"]),
        ("Ben\n\nSent from my iPhone", "", ["Ben", "Sent from my iPhone"]),
        ("Ben\nGet Outlook for Android", "", ["Ben", "Get Outlook for Android"]),
        ("Ben\n\nEnvoyé de mon iPhone", "", ["Ben", "Envoyé de mon iPhone"]),
        ("Ben\n\nVon meinem iPhone gesendet", "", ["Ben", "Von meinem iPhone gesendet"]),
        ("Ben\n\niPhoneから送信", "", ["Ben", "iPhoneから送信"]),
        (
            "Ben\n\nThis e-mail and any files are confidential. If you got it by mistake, delete it.",
            "",
            ["Ben", "This e-mail and any files are confidential. If you got it by mistake, delete it."],
        ),
        ("Please consider the environment before printing.", "", ["Please consider the environment before printing."]),
        ("You can reach me at 01632 960 155.\n\nBen Sallow", "", ["Ben Sallow"]),
        ("With thanks again to you and to the boy who carried my box,\n\nBen Sallow", "", ["Ben Sallow"]),
    ],
)
def test_an_end(end: str, closing: str, signature: list[str]) -> None:
    text = new_text(f"Hi Jo,\n\nI liked the shop and the people in it.\n\n{end}")
    assert words(text, text.closing) == closing
    assert signed(text) == signature
    assert said(text)[0] == "I liked the shop and the people in it."


@pytest.mark.parametrize(
    "body",
    [
        "Tuesday at 3 works for me.",
        "Short words. Short sentences.",
        "I have my own hood and leathers and I don't miss Mondays.",
        "Mon 17th - any time after 1\nTue 18th - 8:00 to 9:30",
        "thanks",
        "",
        "   \n\n  ",
    ],
)
def test_a_body_that_is_all_words_has_no_signature(body: str) -> None:
    assert new_text(body).signatures == ()


def test_a_postscript_below_the_name_counts_and_what_is_signed_below_it_does_not() -> None:
    block = "Ben Sallow\n01632 960 155"
    text = new_text(
        f"Hi Jo,\n\nAll is well here.\n\nBest wishes,\nBen Sallow\n\nP.S. I pressed follow. Sorry!\n\n{block}"
    )
    assert said(text) == ["All is well here.", "P.S. I pressed follow.", "Sorry!"]
    assert signed(text) == ["Ben Sallow", block]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("I saw Mr. Lyle at St. Bede's. He waved.", ["I saw Mr. Lyle at St. Bede's.", "He waved."]),
        ("I said no. It rained.", ["I said no.", "It rained."]),
        ("See no. 4 and ref. 12 for it.", ["See no. 4 and ref. 12 for it."]),
        (
            "A line that was wrapped by the client and goes\non here. Then more.",
            ["A line that was wrapped by the client and goes\non here.", "Then more."],
        ),
        ("1. first thing\n2. second thing", ["1. first thing", "2. second thing"]),
        ("- one\n- two\n\nand three more", ["- one", "- two", "and three more"]),
        ("wow!! cant wait... told my boss", ["wow!!", "cant wait...", "told my boss"]),
        ('He said "Stop." Then he left.', ['He said "Stop."', "Then he left."]),
        ("i.e. this one, e.g. that. Good.", ["i.e. this one, e.g. that.", "Good."]),
        ("At 4 p.m. on Friday. Fine.", ["At 4 p.m. on Friday.", "Fine."]),
        ("Version 3.11 costs £1.50 each. Yes.", ["Version 3.11 costs £1.50 each.", "Yes."]),
        ("你好。谢谢！", ["你好。", "谢谢！"]),
    ],
)
def test_sentences(body: str, sentences: list[str]) -> None:
    assert said(new_text(body)) == sentences


def test_a_sentence_without_an_end_is_cut_and_a_book_is_read_to_the_limit() -> None:
    text = new_text("word " * 40_000)
    assert max(len(sentence.text) for sentence in text.sentences) <= LONGEST
    assert text.sentences[-1].end <= LIMIT
    assert text.spans == (Span(0, 200_000),)


@pytest.mark.parametrize(
    "piece",
    [
        "--\n",
        "> a\nb\n",
        "From: x\n",
        "a. ",
        "x",
        " ",
        "\n",
        "P.S. a\n\n",
        "On 3 Jun 2025, at 14:06, Jo\n",
        "(",
        "Dear ",
    ],
    ids=repr,
)
def test_a_great_deal_of_anything_is_read(piece: str) -> None:
    body = piece * ((150_000 if "\n" in piece else 1_000_000) // len(piece))
    text = new_text(body)
    assert all(body[sentence.start : sentence.end] == sentence.text for sentence in text.sentences)


LINES = st.sampled_from(
    ["Hi Jo,", "", "> quoted", "On 3 Jun 2025, at 14:06, Jo <jo@acme.example> wrote:", "Thanks,", "Ben", "-- ",
     "P.S. more", "Sent from my iPhone", "A longer line, with words. And another sentence", "- item", "From: Jo",
     "01632 960 155", "Sent: 3 June 2025", "To: Ben", "\u00a0", "😊", "i.e."]
)  # fmt: skip


@given(st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.text(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_every_offset_points_back_and_no_word_is_in_two_places(body: str) -> None:
    text = new_text(body)
    assert all(body[sentence.start : sentence.end] == sentence.text for sentence in text.sentences)
    parts = sorted((*text.spans, *text.signatures, *text.quoted), key=lambda span: span.start)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    assert all(any(span.start <= s.start and s.end <= span.end for span in text.spans) for s in text.sentences)
    ordered = [sentence.start for sentence in text.sentences]
    assert ordered == sorted(ordered)
    for named in (text.greeting, text.closing):
        assert named is None or any(span.start <= named.start and named.end <= span.end for span in text.spans)
