"""What kind of message a mail is: short letters of many trades, and the word for each."""

from __future__ import annotations

import pytest

from checks import kind
from checks.occasions import Kind
from checks.text import new_text
from tests.checks.messages import letter

REJECTION = "Dear Kim, unfortunately we have decided to go with another candidate."
INVITATION = "Hi Kim, could you come for an interview on Thursday at two?"
OFFER = "Dear Kim, we are pleased to offer you the post of fitter, from 3 March."

ALONE: list[tuple[Kind, str]] = [
    ("application", "Dear Ms Moss,\n\nI would like to apply for the post of night porter. I have two years in hotels."),
    ("application", "Hi Dana,\n\nSaw your ad for a welder. Eleven years on stick and MIG, own hood."),
    ("application", "Dear Sir or Madam,\n\nI am writing to enquire whether you have any openings for a trainee."),
    ("application", "Dana,\n\nI'm looking for weekend work and your shop is five minutes from my school."),
    ("follow-up", "Hi Dana,\n\nJust checking in on the warehouse role. Has a decision been made?"),
    ("follow-up", "Hi Dana,\n\nThank you for your time last week. Is there any news?"),
    ("follow-up", "Dana,\n\nI haven't heard back since the interview on the 4th."),
    ("follow-up", "Dear Ms Moss,\n\nI was interviewed on 24 March by you and Mr Clegg. I wait with interest."),
    ("follow-up", "Hi Dana,\n\nI wanted to follow up on our conversation last Tuesday."),
    ("follow-up", "Hi Dana,\n\nIt was good to meet you on Friday. The plan we talked about is below."),
    ("follow-up", "hiya, did u decide yet about the job?"),
    ("follow-up", "Dana,\n\nCould you let me know where things stand?"),
    ("thank-you", "Hi Dana,\n\nThank you for meeting me yesterday. I liked the workshop."),
    ("thank-you", "Dear Ms Moss,\n\nI was grateful for our talk on Monday, and for the tour."),
    ("thank-you", "thanks so much for the interview today, it was great"),
    ("scheduling", "Hi Dana,\n\nTuesday at 3 works for me."),
    ("scheduling", "Hi Dana,\n\nCould we move Thursday's appointment to Friday?"),
    ("logistics", "Hi Dana,\n\nI'm running late: my train is stuck outside Leeds. I should be there by ten past."),
    ("logistics", "Hi Dana,\n\nI'm in the lobby but there's nobody at the desk."),
    ("logistics", "Hi Dana,\n\nThe Zoom link doesn't open. Is there another?"),
    ("correction", "Hi Dana,\n\nSorry, I forgot to attach my CV. Here it is."),
    ("correction", "Dear Ms Moss,\n\nPlease disregard my last mail, which had the wrong file."),
    ("withdrawal", "Dear Ms Moss,\n\nI have accepted another position and must withdraw my application."),
    ("withdrawal", "Dana,\n\nPlease take me out of the running for the payroll job."),
    ("acceptance", "Dear Ms Moss,\n\nI am delighted to accept your offer."),
    ("withdrawal", "Dana,\n\nI've found work nearer home, so please take me off your list."),
    ("complaint", "Dear Ms Moss,\n\nI wish to make a formal complaint about my interview on 9 May."),
    ("complaint", "Dear Ms Moss,\n\nI was asked whether I planned to have children."),
    ("complaint", "Dear Ms Moss,\n\nUnder Article 15 of the GDPR I request a copy of the personal data you hold."),
    ("complaint", "Dear Ms Moss,\n\nI am deaf in one ear. Could I have the questions in writing on the day?"),
    ("other", "Dana,\n\nThe geese are back on the pond."),
]


@pytest.mark.parametrize(("word", "body"), ALONE)
def test_a_message_of_its_own(word: Kind, body: str) -> None:
    message = letter(f"{body}\n\nKim Lowe")
    assert kind.of(message, new_text(message.body)) == word


@pytest.mark.parametrize(
    ("word", "body", "answers"),
    [
        ("follow-up", "Dear Dana,\n\nThat is a pity. I wish you well with the season.", REJECTION),
        ("follow-up", "Dear Dana,\n\nThank you for letting me know.", REJECTION),
        ("scheduling", "Hi Dana,\n\nThursday at two is fine. See you then.", INVITATION),
        ("answer", "Hi Dana,\n\nYes, I have a clean licence.", "Hi Kim, do you have a driving licence?"),
        ("answer", "Hi Dana,\n\nThe two referees you asked for are Jo Reed and Al Fox.", "Please name two referees."),
        ("acceptance", "Hi Dana,\n\nI accept, and gladly!", OFFER),
        ("withdrawal", "Dear Dana,\n\nI have to decline your offer, for family reasons.", OFFER),
    ],
)
def test_an_answer(word: Kind, body: str, answers: str) -> None:
    message = letter(f"{body}\n\nKim", answers=answers, subject="Re: Fitter")
    assert kind.of(message, new_text(message.body)) == word


@pytest.mark.parametrize(
    ("sure", "body", "answers"),
    [
        (True, "Is there any news about the van job?", ""),
        (True, "Thursday at two is fine.", INVITATION),
        (True, "Please withdraw my application.", ""),
        (True, "That is a pity. I wish you well.", REJECTION),
        (True, "I accept, and gladly!", OFFER),
        (False, "I accept, and gladly!", ""),  # nobody made an offer
        (False, "The geese are back on the pond.", ""),
        (False, "The geese are back on the pond.", "They were late this year."),
        (False, "I've taken a place at another firm, unless you decide first.", ""),
    ],
)
def test_it_says_whether_it_is_sure(sure: bool, body: str, answers: str) -> None:
    message = letter(f"Hi Dana,\n\n{body}\n\nKim", answers=answers)
    judged = kind.judge(message, new_text(message.body))
    assert judged.sure is sure
    assert kind.of(message, new_text(message.body)) == judged.kind


@pytest.mark.parametrize(
    ("subject", "word"),
    [("Following up", "follow-up"), ("After our interview", "follow-up"), ("Status?", "follow-up"), ("Ducks", "other")],
)
def test_a_subject_of_ones_own_counts(subject: str, word: Kind) -> None:
    message = letter("Dana,\n\nI have my own ladder.\n\nKim", subject=subject)
    assert kind.of(message, new_text(message.body)) == word


def test_quoted_words_are_not_the_senders() -> None:
    message = letter("Hi Dana,\n\nYes, both of them.\n\nKim", answers="Just checking in: any news on your licences?")
    text = new_text(message.body)
    assert not kind.asks_for_news(text)
    assert kind.of(message, text) == "answer"


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Is there any news on the porter's job?", True),
        ("When do you expect to decide?", True),
        ("Could you tell me whether a decision has been made?", True),
        ("Just surfacing this, as you'll have had a full week.", True),
        ("I wondered where things had got to.", True),
        ("Any joy?", True),
        ("Has the panel met?", True),
        ("Did the boss say anything after I'd gone?", True),
        ("Have you anyone yet?", True),
        ("Six weeks ago I sent in my forms.", True),
        ("I was told by Monday, and await your decision.", True),
        ("You had three more to see; when would you be choosing?", True),
        ("Have both referees answered?", True),
        ("Has the nursery hand's job been given out?", True),
        ("Is there anything to report about the canteen job?", True),
        ("Can you say how far the selection has come?", True),
        ("Have you somebody for the relief milking?", True),
        ("Are the stewards for the festival chosen?", True),
        ("Let me know how the land lies.", True),
        ("Sorry to chase, I know you're moving this week.", True),
        ("Do you know yet when the committee sits?", True),
        ("Ring this evening if you prefer to hear me.", False),
        ("There is no milder word for it.", False),
        ("Tell me if there is any further doubt about my licence.", False),
        ("I have anyone to thank but myself, and the board was chosen in May.", False),
        ("Do follow back!", False),
        ("I accept your decision.", False),
        ("I can check in by the side door.", False),
        ("I look forward to the second round.", False),
        ("I read the news about your new shop.", False),
        ("Do you supply boots?", False),
    ],
)
def test_asking_for_news(words: str, asks: bool) -> None:
    assert kind.asks_for_news(new_text(f"Hi Dana,\n\n{words}\n\nKim")) is asks


@pytest.mark.parametrize(
    ("words", "met", "thanks"),
    [
        ("Thank you for the interview on Tuesday.", True, True),
        ("I enjoyed meeting you yesterday.", True, False),
        ("I look forward to our interview on Tuesday.", False, False),
        ("Thank you for the invitation to an interview.", False, False),
        ("I have my own van.", False, False),
        ("I forgot to say this morning that I speak Portuguese.", True, False),
        ("With reference to last Friday, my certificate is level 2.", True, False),
        ("It was nice to put a voice to the name.", True, False),
        ("My answer about privilege on Wednesday was incomplete.", True, False),
        ("I write with regard to the interview at your branch on 12 May.", True, False),
        ("With regard to the interview on 12 May, which platform will you use?", False, False),
        ("I forgot to mention that I have a van.", False, False),
        ("I've been thinking about a change of trade.", False, False),
        ("The bench test on Tuesday was harder than I thought.", True, False),
        ("Thank you for the trial shift yesterday.", True, True),
        ("The link for this morning's interview fails.", False, False),
        ("Could we move the interview on Thursday?", False, False),
    ],
)
def test_speaking_of_a_meeting_that_was(words: str, met: bool, thanks: bool) -> None:
    text = new_text(f"Hi Dana,\n\n{words}\n\nKim")
    assert kind.after_meeting(text) is met
    assert kind.thanks_for_meeting(text) is thanks


@pytest.mark.parametrize("body", ["", "\n\n", "> only\n> quoted", "-- \nKim", "\x00\ud7ff", "word " * 20_000])
def test_any_body_has_a_kind(body: str) -> None:
    message = letter(body)
    assert kind.of(message, new_text(body))
