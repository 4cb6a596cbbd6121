"""What the other side asked or offered: the same words held without it and noted after it, and where asking ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checks import catalog
from checks.asked import NOTES, asked, noted, words
from checks.model import DEFAULT_LEVELS, Finding, Message, Settings
from checks.text import new_text
from checks.wording.asks import ASKS, Ask
from tests.checks.threads import letter

NOW = datetime(2025, 3, 4, 9, tzinfo=UTC)
CERTAIN = "Thank you. I'll start on Monday the 3rd. When will my badge be ready?"
RIVAL = "Thank you for asking. A creamery in Limerick has offered me a job and they need my answer by Friday."
OFFERED = "We are delighted to offer you the position, starting 3 March."


def rules(message: Message, settings: Settings | None = None) -> set[str]:
    """The rules found in the three checks; a note's name ends in "asked-for"."""
    found = catalog.find(message, (), (), NOW, settings or Settings()).findings
    assert all((one.effect == "note") == one.rule.endswith(".asked-for") for one in found if one.mistake in NOTES)
    return {one.rule for one in found if one.mistake in NOTES}


@pytest.mark.parametrize(("ask", "text"), [(ask, text) for ask in ASKS for text in ask.finds])
def test_it_is_asked(ask: Ask, text: str) -> None:
    assert asked(ask, new_text(text))


@pytest.mark.parametrize(("ask", "text"), [(ask, text) for ask in ASKS for text in ask.spares])
def test_it_is_not_asked(ask: Ask, text: str) -> None:
    assert not asked(ask, new_text(text))


@pytest.mark.parametrize(
    ("quoted", "reply", "mistake"),
    [
        ("Could you add me on WhatsApp, for the address?", "I've added you on WhatsApp.", "social-media"),
        ("Feel free to add me on LinkedIn.", "I've just sent you a connection request on LinkedIn.", "social-media"),
        ("Do you use WhatsApp? Send me the number if so.", "It's on WhatsApp, so message me there.", "social-media"),
        (OFFERED, CERTAIN, "presumption"),
        ("Now that we have your signed acceptance, I need your shoe size.", CERTAIN, "presumption"),
        ("Welcome to the team! Here is the new starter form.", CERTAIN, "presumption"),
        ("The job is yours if you want it.", CERTAIN, "presumption"),
        ("Can you tell me whether you have any other offers or interviews going?", RIVAL, "other-offers"),
        ("Are you interviewing anywhere else right now?", RIVAL, "other-offers"),
        ("Do you have any deadlines that we should know of?", RIVAL, "other-offers"),
    ],
)
def test_what_answers_them_is_a_note(quoted: str, reply: str, mistake: str) -> None:
    held = rules(letter(reply, reply=True))
    assert held
    assert not any(rule.endswith(".asked-for") for rule in held)
    assert rules(letter(reply, quoted=quoted)) == {f"{mistake}.asked-for"}
    assert rules(replace(letter(reply, reply=True), thread=quoted)) == {f"{mistake}.asked-for"}


@pytest.mark.parametrize(
    ("quoted", "reply", "rule"),
    [
        ("Please add me on WhatsApp.", "I've added you on Facebook.", "social-media.added"),
        ("Do you use Instagram?", "Yes. I've added you on Instagram too.", "social-media.added"),
        ("I just sent you a LinkedIn request.", "Please accept my LinkedIn request as well.", "social-media.request"),
        ("Please add me on Facebook.", "I scrolled through your Facebook photos.", "social-media.profile"),
        ("I don't use LinkedIn for candidates.", "I sent you a request on LinkedIn.", "social-media.request"),
        ("Follow us on LinkedIn.", "I've added you on LinkedIn.", "social-media.added"),
        ("We would like to offer you an interview on Monday.", CERTAIN, "presumption.start"),
        ("We have offered the post to someone else.", CERTAIN, "presumption.start"),
        (f"{OFFERED} Unfortunately that letter was not meant for you.", CERTAIN, "presumption.start"),
        ("When could you start?", "I'll start on Monday the 3rd.", "presumption.start"),
        ("What is your notice period?", RIVAL, "other-offers.offer"),
        (OFFERED, RIVAL, "other-offers.offer"),
        ("Any other offers we should know about?", f"{RIVAL} Could you match their offer?", "other-offers.leverage"),
        ("Are you interviewing elsewhere?", f"{RIVAL} So please decide before then.", "other-offers.offer"),
        ("Are you interviewing elsewhere?", f"{RIVAL} They pay \u00a340,000.", "other-offers.offer"),
        ("Are you interviewing elsewhere?", f"{RIVAL} When do you expect to decide?", "other-offers.offer"),
        ("What other companies have you worked for?", RIVAL, "other-offers.offer"),
    ],
)
def test_what_goes_beyond_stays(quoted: str, reply: str, rule: str) -> None:
    found = rules(letter(reply, quoted=quoted))
    assert rule in found
    assert not any(each.endswith(".asked-for") for each in found)


def test_who_goes_beyond_once_has_no_excuse_for_the_rest() -> None:
    found = rules(letter("I've added you on WhatsApp. I've added you on Facebook.", quoted="Add me on WhatsApp."))
    assert found == {"social-media.added"}


def test_a_finding_of_the_reader_is_noted_as_well() -> None:
    message = letter("There is one, at a theatre in Bristol.", quoted="Are you talking to any other houses?")
    start = message.body.index("There")
    one = Finding("other-offers", "other-offers.reader", "hold", "m", "a", "body", start, start + 5, "There")
    [note] = noted([one], message, new_text(message.body), Settings())
    assert (note.rule, note.effect, note.excerpt) == ("other-offers.asked-for", "note", "There")


@pytest.mark.parametrize(
    "quoted",
    [
        "I see.\n> Are you interviewing anywhere else?",
        "I see.\n\nOn 1 Mar 2025, at 10:00, Ben Abel <ben@mail.example> wrote:\n> Are you interviewing anywhere else?",
    ],
)
def test_what_they_quote_in_turn_is_not_their_question(quoted: str) -> None:
    assert "other-offers.offer" in rules(letter(RIVAL, quoted=quoted))


@pytest.mark.parametrize(
    "frame",
    [
        "On Mon, 3 Mar 2025 at 10:00, Ben Abel <ben@mail.example> wrote:\n> ",
        "From: Ben Abel\nSent: Monday, 3 March 2025 10:00\nTo: Jo Park\nSubject: The post\n\n",
    ],
)
def test_the_senders_own_earlier_mail_offers_nothing(frame: str) -> None:
    message = letter(CERTAIN, reply=True)
    assert "presumption.start" in rules(replace(message, body=f"{message.body}\n\n{frame}{OFFERED}\n"))
    theirs = frame.replace("Jo Park", "Ben").replace("Ben Abel", "Jo Park").replace("ben@mail", "jo@acme")
    assert rules(replace(message, body=f"{message.body}\n\n{theirs}{OFFERED}\n")) == {"presumption.asked-for"}


def test_a_line_of_apple_mail_that_is_marked_itself_hides_nothing() -> None:
    body = letter(CERTAIN).body + f"\n\n> On 3 Mar 2025, at 10:00, Jo Park <jo@acme.example> wrote:\n>\n> {OFFERED}\n"
    message = replace(letter("", reply=True), body=body)
    assert words(message, new_text(body)).text.strip() == OFFERED
    assert rules(message) == {"presumption.asked-for"}


def test_the_subject_of_a_reply_may_show_the_offer() -> None:
    assert rules(letter(CERTAIN, subject="RE: Offer of employment", reply=True)) == {"presumption.asked-for"}
    assert "presumption.start" in rules(letter(CERTAIN, subject="Offer of employment"))
    taken_back = replace(
        letter(CERTAIN, subject="RE: Offer of employment", reply=True), thread="We must withdraw our offer."
    )
    assert "presumption.start" in rules(taken_back)


def test_the_settings_stand_above_the_excuse() -> None:
    message = letter(RIVAL, quoted="Are you interviewing anywhere else?")
    levels = dict(DEFAULT_LEVELS)
    assert rules(message, Settings(levels={**levels, "other-offers": "off"})) == set()
    assert rules(message, Settings(levels={**levels, "other-offers.asked-for": "off"})) == set()
    held = catalog.find(message, (), (), NOW, Settings(levels={**levels, "other-offers.asked-for": "hold"}))
    assert held.mistakes == ("other-offers",)
    off = Settings(levels={**levels, "other-offers.offer": "off", "other-offers.deadline": "off"})
    assert rules(message, off) == set()
