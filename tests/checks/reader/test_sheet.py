"""What the encoder is given to read."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.model import Attachment, Message, Person
from checks.reader.sheet import MOST, MOST_SHEETS, Sheet, sheets
from checks.reader.wordpiece import Vocabulary
from checks.text import new_text

VOCABULARY = Vocabulary.read((files("checks.reader") / "model" / "vocab.txt").read_text("utf-8"))
NAMES = {number: piece for piece, number in VOCABULARY.pieces.items()}


def message(body: str, subject: str = "The post", *, reply: bool = False, files: int = 0) -> Message:
    return Message(
        Person("Sam Lee", "sam@example.org"),
        subject=subject,
        body=body,
        in_reply_to="<1@acme.example>" if reply else "",
        attachments=(Attachment("cv.pdf", "application/pdf", 9),) * files,
    )


def read(of: Message) -> list[Sheet]:
    return sheets(of, new_text(of.body), VOCABULARY)


def words(sheet: Sheet) -> str:
    return " ".join(NAMES[number] for number in sheet.ids)


BODY = """Hi Jo,

Any news?

Sam

On Mon, 3 Nov 2025 at 10:00, Jo Park <jo@acme.example> wrote:
> We meet on Friday.
"""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            message("Any news?"),
            "[CLS] the post [SEP] any news ? [unused2] [SEP] [SEP]",
        ),
        (
            message("Any news?", "", reply=True, files=2),
            "[CLS] [unused0] [unused1] [SEP] any news ? [unused2] [SEP] [SEP]",
        ),
        (
            message(BODY, reply=True),
            "[CLS] [unused0] the post [SEP] hi jo , [unused2] any news ? [unused2] [SEP] we meet on friday . [SEP]",
        ),
        (message("", ""), "[CLS] [SEP] [SEP] [SEP]"),
    ],
)
def test_a_sheet(given: Message, expected: str) -> None:
    [sheet] = read(given)
    assert words(sheet) == expected


def test_quoted_words_are_of_another_type_and_have_no_place() -> None:
    [sheet] = read(message(BODY, reply=True))
    quoted = [number for number, kind in enumerate(sheet.types) if kind]
    assert quoted == list(range(len(sheet.ids) - 6, len(sheet.ids)))
    assert all(sheet.places[number] == (-1, -1) for number in quoted)


def test_places_point_at_the_words() -> None:
    [sheet] = read(message(BODY, reply=True))
    at = sheet.ids.index(VOCABULARY.pieces["news"])
    start, end = sheet.places[at]
    assert BODY[start:end] == "news"


def test_long_text_is_read_on_several_sheets_that_overlap() -> None:
    first, second = read(message("The barrels wait in the cellar. " * 90))
    assert len(first.ids) <= MOST
    assert set(first.places) & set(second.places) > {(-1, -1)}


def test_what_is_longer_still_is_not_read() -> None:
    assert len(read(message("The barrels wait in the cellar. " * 20_000))) == MOST_SHEETS


@given(st.text(st.characters(exclude_categories=()), max_size=400), st.text(max_size=300), st.booleans())
def test_any_message_makes_sheets_of_bounded_length(body: str, subject: str, reply: bool) -> None:
    for sheet in read(message(body, subject, reply=reply)):
        assert len(sheet.ids) == len(sheet.types) == len(sheet.places) <= MOST
        assert all(0 <= start <= end <= len(body) for start, end in sheet.places if start >= 0)
