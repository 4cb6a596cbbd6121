"""Sentences moved from one letter into another, with what they carry.

People make several mistakes in one mail, and the same mistake in an application as in a nudge; labelled mail shows that
too seldom, and a learner then takes the mistakes for exclusive. The words that set twins apart are known to carry a
label, or none: put between the sentences of some other row they carry it there too. Deterministic for a given Random.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from checks.gratitude import grateful
from checks.phrases import sentences_of
from checks.text import new_text
from training.corpus import Row, differs, families

SHORTEST, LONGEST = 20, 320
"""Code points of a sentence that is moved."""


@dataclass(frozen=True, slots=True)
class Scion:
    """Whole sentences, and the mistakes that they carry, perhaps none."""

    text: str
    labels: frozenset[str]


def scions(rows: Iterable[Row]) -> list[Scion]:
    """What sets twins apart, where it is whole sentences that need no context: `thanks` and slips of language stay
    where they are, and so does gratitude."""
    found: dict[str, Scion] = {}
    for family in families(rows).values():
        for row in family:
            for twin in family:
                stretches = differs(row.message.body, twin.message.body) if twin.labels != row.labels else []
                if len(stretches) != 1:
                    continue
                start, end = stretches[0]
                text = row.message.body[start:end]
                carried = row.labels - twin.labels
                if _whole(row.message.body, start, end) and not carried & {"thanks", "sloppiness"}:
                    found.setdefault(text, Scion(text, carried))
    return [scion for scion in found.values() if not grateful(sentences_of(new_text(scion.text)))]


def _whole(body: str, start: int, end: int) -> bool:
    before, text = body[:start].rstrip(" "), body[start:end]
    begins = not before or before[-1] in ".!?\n"
    return begins and SHORTEST <= end - start <= LONGEST and text[-1] in ".!?" and text[0].isupper()


def grafted(row: Row, from_: Sequence[Scion], chance: Random) -> tuple[Row, dict[str, tuple[int, int]]] | None:
    """The row with a scion between two of its sentences, and for each mistake that it carries where it stands in the
    body; None where there is no place."""
    body = row.message.body
    sentences = new_text(body).sentences
    if not sentences:
        return None
    scion = chance.choice(from_)
    at = chance.choice(sentences).end
    message = replace(row.message, body=f"{body[:at]} {scion.text}{body[at:]}")
    place = (at + 1, at + 1 + len(scion.text))
    labels = row.labels | scion.labels
    made = replace(row, message=message, labels=labels, kind="", note=f"{scion.text[:20]!r} put into {row.id}")
    return made, dict.fromkeys(scion.labels, place)
