"""What the encoder is given to read: subject, the sender's new words, and the end of what they answer, as numbers.

A sheet is [CLS] marks subject [SEP] new words [SEP] quoted words [SEP]. Marks say that the message is a reply and that
files are attached; a paragraph's end is a piece of its own. Long new text becomes several sheets that overlap a little.
Pure; at most MOST_SHEETS, so the cost has a bound whatever the message.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.model import Message
from checks.reader.wordpiece import Piece, Vocabulary
from checks.text import NewText, Span

SUBJECT = 32
"""Pieces of the subject that are read."""
NEW = 448
"""Pieces of new text on one sheet: about 2,000 octets."""
QUOTED = 96
"""Pieces of quoted text that are read, from its beginning: what was said last stands on top."""
MOST = 512
"""Pieces of a sheet: the encoder has no more places."""
MOST_SHEETS = 4
"""Sheets of one message: what comes after about a thousand words is not read by the encoder."""
_NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`ids`: numbers of pieces. `types`: 0 for subject and new words, 1 for quoted ones. `places`: the code points of
    the body that each piece of new text stands for, (-1, -1) for all others. All three have one length."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def sheets(message: Message, text: NewText, vocabulary: Vocabulary) -> list[Sheet]:
    """The sheets of a message, at least one."""
    special = vocabulary.special
    separator = special("[SEP]")
    head = [special("[CLS]")]
    if message.reply:
        head.append(special("[unused0]"))
    if message.attachments:
        head.append(special("[unused1]"))
    head += [piece.id for piece in _some(vocabulary.cut(message.subject[: SUBJECT * 12]), SUBJECT)]
    head.append(separator)
    tail = [piece.id for piece in _some(vocabulary.cut(text.context[: QUOTED * 12]), QUOTED)]
    made = []
    for body in _windows(_pieces(text, vocabulary)):
        new = (*head, *(piece.id for piece in body), separator)
        quoted = (*tail[: MOST - len(new) - 1], separator)
        places = ((piece.start, piece.end) for piece in body)
        made.append(
            Sheet(
                (*new, *quoted),
                (0,) * len(new) + (1,) * len(quoted),
                ((_NOWHERE,) * len(head) + (*places, _NOWHERE) + (_NOWHERE,) * len(quoted)),
            )
        )
    return made


def _pieces(text: NewText, vocabulary: Vocabulary) -> Iterator[Piece]:
    line = vocabulary.special("[unused2]")
    room = MOST_SHEETS * NEW * 8
    for span in text.spans:
        for start, end in _lines(text.body, span):
            if room <= 0:
                return
            yield from vocabulary.cut(text.body[start : min(end, start + room)], start)
            yield Piece(line, end, end)
            room -= end - start


def _lines(body: str, span: Span) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines that are wrapped stay together."""
    at = span.start
    while at < span.end:
        end = body.find("\n\n", at, span.end)
        end = end if end >= 0 else span.end
        if end > at:
            yield at, end
        at = end + 2


def _windows(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Stretches of at most NEW pieces; at least one, empty where there is no text."""
    window: list[Piece] = []
    given = 0
    for piece in pieces:
        if len(window) == NEW:
            yield window
            given += 1
            if given == MOST_SHEETS:
                return
            window = window[-NEW // 10 :]  # what stands at a cut is read on both sides
        window.append(piece)
    yield window


def _some(pieces: Iterator[Piece], most: int) -> Iterator[Piece]:
    for _, piece in zip(range(most), pieces, strict=False):
        yield piece
