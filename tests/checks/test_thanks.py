"""A follow-up without gratitude is held; with it, or where none is called for, it passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks import kind, thanks
from checks.model import Finding, History, Message, Settings
from checks.text import new_text
from tests.checks.histories import NOW, past
from tests.checks.messages import letter


def found(message: Message, *histories: History) -> list[Finding]:
    text = new_text(message.body)
    found = thanks.find(message, kind.of(message, text), text, Settings())
    return [thanks.eased(finding, message, histories, NOW) for finding in found]


@pytest.mark.parametrize(
    "words",
    [
        "Just checking in on the warehouse role.",
        "Is there any news? Thanks!",
        "Any news on the van job?\n\nThanks in advance,",
        "I can thank the navy for what I know, and we met on Monday. Have you decided?",
        "Well, thanks for nothing. Have you decided yet?",
        "It was good to meet you on Friday. I've drawn up the plan.",
        "I would be grateful for a decision by Friday.",
        "Not a word of thanks did I get. Have you decided?",
    ],
)
def test_a_follow_up_without_thanks(words: str) -> None:
    message = letter(f"Hi Dana,\n\n{words}\n\nKim")
    [finding] = found(message)
    assert (finding.mistake, finding.rule, finding.effect, finding.part) == ("thanks", "thanks.missing", "hold", "body")
    assert finding.start is not None
    assert message.body[finding.start : finding.end] == finding.excerpt != ""


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for Tuesday. Is there any news?",
        "It was kind of you to see me on Friday. Have you decided?",
        "I appreciated the tour on Monday.",
        "cheers for having me in yesterday, any news?",
        "I'm much obliged to you for our talk on Monday.",
        "I'd like to apply for the post of porter.",
        "Tuesday at 3 works for me.",
        "I'm in the lobby.",
        "Please withdraw my application.",
        "Sorry, I forgot to attach my CV.",
    ],
)
def test_thanks_given_or_not_called_for(words: str) -> None:
    assert found(letter(f"Hi Dana,\n\n{words}\n\nKim")) == []


def test_thanks_in_the_quotation_are_not_the_senders() -> None:
    message = letter(
        "Hi Dana,\n\nAfter our call I looked it up: I hold both.\n\nKim", answers="Thank you for the call!"
    )
    assert found(message)


def test_thanks_in_the_signature_are_not_read() -> None:
    assert found(letter("Hi Dana,\n\nHave you decided?\n\nBest,\nKim\n\n-- \nKim Lowe\nThank you for recycling"))


NUDGE = letter("Hi Dana,\n\nHave you decided?\n\nKim")


@pytest.mark.parametrize(
    ("effect", "contacts"),
    [
        ("hold", ()),
        ("hold", ("9d meeting",)),
        ("hold", ("9d meeting", "8d mail")),
        ("note", ("9d meeting", "8d thanked mail")),
        ("note", ("9d thanked mail",)),  # nobody recorded the meeting
        ("hold", ("9d meeting", "8d thanked mail", "2d them mail")),
        ("hold", ("9d thanked mail", "8d meeting")),
        ("note", ("9d meeting", "8d thanked mail", "3d mail")),
        ("note", ("9d meeting", "8d mail subject=Thank_you!")),
        ("note", ("9d meeting", "8d mail subject=Many_thanks_for_Tuesday")),
        ("note", ("9d meeting", "8d mail subject=Fitter:_with_thanks")),
        ("hold", ("9d meeting", "8d mail subject=Re:_Thank_you_for_coming")),
        ("hold", ("9d meeting", "8d mail subject=Thanks_in_advance")),
        ("hold", ("9d meeting", "8d them mail subject=Thank_you")),
        ("hold", ("9d meeting", "8d thanked call")),
    ],
)
def test_thanks_that_went_before_make_it_a_note(effect: str, contacts: tuple[str, ...]) -> None:
    [finding] = found(NUDGE, past(*contacts))
    assert finding.effect == effect


def test_everybody_concerned_must_have_been_thanked() -> None:
    thanked, never = past("8d thanked mail"), past("8d mail")
    assert [one.effect for one in found(NUDGE, thanked, thanked)] == ["note"]
    assert [one.effect for one in found(NUDGE, thanked, never)] == ["hold"]


def test_the_message_itself_is_no_thanks_that_went_before() -> None:
    again = replace(NUDGE, message_id="<1@example.org>")
    assert [one.effect for one in found(again, past("1h thanked mail id=1"))] == ["hold"]
