"""The second voice: what the encoder adds to what the rules found, and where it doubts them.

Rules are nearly always right about the usual words; the encoder reads the unusual ones. Where no rule of a check holds
and the encoder is sure, it speaks, and points at the sentence that moved it most. Where a rule holds and the encoder is
sure that there is nothing, the finding is worth a note and no more. Pure, given a reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checks.kind import Judged
from checks.model import Finding, Mistake
from checks.occasions import Kind
from checks.reader.encoder import Reading
from checks.text import NewText, Sentence


@dataclass(frozen=True, slots=True)
class Said:
    """How the encoder's finding is put to the user: what a recruiter would read, and what to write instead."""

    message: str
    advice: str


SAID: Mapping[Mistake, Said] = {
    "social-media": Said(
        "This reads as if you wanted to meet them on a network or a private chat, or had been looking there.",
        "Leave it out, and let them make that move: “Thank you for your time. I look forward to your answer.” A link "
        "to your profile under your name is fine.",
    ),
    "presumption": Said(
        "This reads as if the job were yours already, and nobody has offered it yet.",
        "Say it as a hope: “If you chose me, I would be glad to start in May.”",
    ),
    "thanks": Said(
        "This is a follow-up, and there is no thank-you in it.",
        "Begin with a sentence such as “Thank you for your time on Tuesday”, for something they really did.",
    ),
    "negativity": Said(
        "This may sound cross or hurt to somebody who doesn't know you.",
        "Say in one calm sentence what you would like to know, and leave the feeling out: “Thank you for your time. Is "
        "there any news?” If you mean this as a complaint, send it as it is, to HR.",
    ),
    "sloppiness": Said(
        "Something in this sentence looks like a slip of the pen.",
        "Read it once more, aloud and slowly, and mend what stops you.",
    ),
    "other-offers": Said(
        "This brings up another employer, and a recruiter may read it as pressure.",
        "Ask when they expect to decide, and leave the other one out: “Thank you for your time. When do you expect to "
        "decide?” If they have offered you the job too and you must choose, say it by phone.",
    ),
}
RULES: Mapping[Mistake, str] = {
    "social-media": "social-media.reader",
    "presumption": "presumption.reader",
    "thanks": "thanks.reader",
    "negativity": "negativity.reader",
    "sloppiness": "sloppiness.reader",
    "other-offers": "other-offers.reader",
}


def kind(judged: Judged, reading: Reading | None) -> Kind:
    """What kind of mail it is: the rules' word where they are sure, else the encoder's where there is one."""
    if judged.sure or reading is None:
        return judged.kind
    return max(reading.kinds, key=reading.kinds.__getitem__)


def speak(
    reading: Reading,
    text: NewText,
    found: Sequence[Finding],
    speaks: Mapping[str, float],
    doubts: Mapping[str, float],
    *,
    silent: frozenset[Mistake] = frozenset(),
    telling: int = 0,
) -> list[Finding]:
    """`found` with what the encoder adds and takes back.

    `speaks`: the probability from which it speaks alone; `doubts`: the one below which it doubts a rule; both by
    mistake, and a mistake that is not named has neither. `silent`: mistakes on which it has no say here. `telling`: the
    sentence (index) that makes the message a follow-up: that thanks are missing is said of no other.
    """
    held = {finding.mistake for finding in found if finding.effect == "hold"}
    heard = [_doubted(finding, reading, doubts) for finding in found]
    for mistake, said in SAID.items():
        if (
            not text.sentences
            or mistake in silent
            or mistake in held
            or reading.mistakes[mistake] < speaks.get(mistake, 2.0)
        ):
            continue
        sentence = text.sentences[telling] if mistake == "thanks" else _loudest(reading, mistake, text)
        heard.append(
            Finding(
                mistake, RULES[mistake], "hold", said.message, said.advice, "body",
                sentence.start, sentence.end, sentence.text,
            )
        )  # fmt: skip
    return heard


def _doubted(finding: Finding, reading: Reading, doubts: Mapping[str, float]) -> Finding:
    if finding.mistake not in reading.mistakes or finding.mistake == "sloppiness":
        return finding
    doubtful = reading.mistakes[finding.mistake] < doubts.get(finding.mistake, -1.0)
    return replace(finding, effect="note") if doubtful and finding.effect == "hold" else finding


def _loudest(reading: Reading, mistake: Mistake, text: NewText) -> Sentence:
    """The sentence that holds the piece with the highest logit."""
    best, loudest = text.sentences[0], float("-inf")
    places = reading.weights[mistake]
    for sentence in text.sentences:
        inside = [logit for start, end, logit in places if start < sentence.end and sentence.start < end]
        if inside and max(inside) > loudest:
            best, loudest = sentence, max(inside)
    return best
