"""Meetings that a mail fixes: what must be found, and near misses that fix nothing. Written on Wed 8 July 2026."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.appointments import NOTHING, Arranged, arranged

WRITTEN = date(2026, 7, 8)

FIXED = [
    # theirs
    ("See you on Tuesday 14 July at 10:30.", "14 10:30"),
    ("I'm confirming our interview on Thursday at 2 pm.", "9 14:00"),
    ("Just confirming our interview on Thursday at 2pm.", "9 14:00"),
    ("Looking forward to meeting you tomorrow at 9!", "9 09:00"),
    ("I look forward to speaking with you on Friday at 3.30pm.", "10 15:30"),
    ("Your interview is scheduled for 14 July 2026 at 10:30 am.", "14 10:30"),
    ("Your interview has been confirmed for Monday, 13 July 2026, at 11:00.", "13 11:00"),
    ("Your second interview will take place on 14.07.2026 at 14:00.", "14 14:00"),
    ("We would like to invite you to an interview on Tuesday, July 14 from 2-3pm.", "14 14:00-15:00"),
    ("I am delighted to confirm your interview for Monday 13 July, 11:00–12:00.", "13 11:00-12:00"),
    ("We have booked you in for Friday at 3:30.", "10 15:30"),
    ("I've scheduled a call with our CTO for Friday 10 July at 4 p.m.", "10 16:00"),
    ("Your panel interview is on Monday 13th July at 9.", "13 09:00"),
    ("Our video call is set for Friday at noon.", "10 12:00"),
    ("See you next Tuesday at noon.", "14 12:00"),
    ("It is now arranged: speak to you on Monday at 10 o'clock.", "13 10:00"),
    ("See you on 2026-07-14 at 10:30.", "14 10:30"),
    ("See you today at 4pm.", "8 16:00"),
    ("I can confirm Tuesday 14 July at 10:30.", "14 10:30"),
    ("We look forward to welcoming you at our office on Monday 13 July at 9:45am.", "13 09:45"),
    ("Looking forward to our chat on Friday at 11 in the Main Street office.", "10 11:00"),
    ("See you Thursday at 11-1pm.", "9 11:00-13:00"),
    ("See you on Tuesday, the 14th of July, at 10:30. If you have any questions, just ask.", "14 10:30"),
    # the user's
    ("Yes, Tuesday at 10 works for me.", "14 10:00"),
    ("Thursday 2pm is perfect for me, see you then.", "9 14:00"),
    ("I'll be there on Monday at 10:15.", "13 10:15"),
    ("Thank you for the invitation. I am happy to confirm the interview on Tuesday 14 July at 10:30.", "14 10:30"),
    ("I look forward to our interview on Tuesday at 10:30.", "14 10:30"),
    # moved
    ("We've moved your interview from Tuesday at 10 to Thursday at 3pm.", "9 15:00 moved"),
    ("Your interview has been rescheduled to Friday 17 July at 9:30.", "17 09:30 moved"),
    ("The new time for your interview is Monday 13 July at 2pm.", "13 14:00 moved"),
    ("I had to move it to Thursday at 3pm.", "9 15:00 moved"),
    ("I've moved us to Thursday at 3pm.", "9 15:00 moved"),
    ("Unfortunately we have to move our interview to Friday 17 July at 11:00.", "17 11:00 moved"),
    ("We'll have to push our call back to Thursday at 4pm.", "9 16:00 moved"),
    ("I need to postpone our meeting to Monday 13 July at 2pm, sorry.", "13 14:00 moved"),
    ("Tomorrow's interview has to be moved to Thursday at 3pm.", "9 15:00 moved"),
    # a zone
    ("See you on Tuesday 14 July at 10:30 BST.", "14 10:30 Europe/London"),
    ("Your call is scheduled for July 14 at 1pm Eastern time.", "14 13:00 America/New_York"),
    ("Your interview is confirmed for 14 July, 11:00 (CEST).", "14 11:00 Europe/Berlin"),
]


@pytest.mark.parametrize(("text", "expected"), FIXED, ids=[text for text, _ in FIXED])
def test_a_time_that_is_fixed(text: str, expected: str) -> None:
    said = arranged(f"Dear Sam,\n\n{text}\n\nBest wishes\nJo\n", WRITTEN)
    assert said.fixed is not None
    assert in_words(said) == expected


def in_words(said: Arranged) -> str:
    fixed = said.fixed
    assert fixed is not None
    until = f"-{fixed.until:%H:%M}" if fixed.until else ""
    more = [*([fixed.zone] if fixed.zone else []), *(["moved"] if said.moved else [])]
    return " ".join([f"{fixed.day.day} {fixed.at:%H:%M}{until}", *more])


OPEN = [
    # asked
    "Does Tuesday at 10 work for you?",
    "Could we meet on Tuesday at 10?",
    "Are you free for an interview on Tuesday 14 July at 10:30?",
    "We would like to invite you to an interview on Tuesday at 10. Would that work for you?",
    "We would like to invite you to an interview on Tuesday at 10. Please let me know if that suits you.",
    "I've put your interview on Tuesday at 10:30. Can you make it?",
    "How about meeting you on Thursday at 2 pm?",
    "Can I confirm the interview on Tuesday at 10?",
    # offered, and one of several
    "Tuesday at 10 works for me.",
    "Tuesday at 10 or Wednesday at 2 would suit me.",
    "I am available on Tuesday at 10.",
    "I look forward to meeting you, either Tuesday at 10 or Thursday at 3.",
    "See you on Tuesday at 10 or 11.",
    "I suggest Tuesday at 10, see you then.",
    "Looking forward to meeting you; we propose Tuesday 14 July at 10:30.",
    "See you on Tuesday at 10 or on Thursday at 10.",
    "See you on Tuesday at 10. See you on Thursday at 3.",
    # on a condition, hoped for, tentative
    "If you are free, see you on Tuesday at 10.",
    "I hope to see you on Tuesday at 10.",
    "We might see you on Tuesday at 10.",
    "Your interview may be on Tuesday at 10.",
    "Your interview is provisionally booked for Tuesday at 10.",
    "Unless I hear otherwise, see you on Tuesday at 10.",
    "See you on Tuesday at 10, subject to room bookings.",
    "We should be able to confirm the interview on Tuesday at 10.",
    # not
    "I can't see you on Tuesday at 10.",
    "Our interview is not on Tuesday at 10.",
    "Unfortunately our meeting on Tuesday at 10 is full.",
    "I am unable to attend the interview on Tuesday at 10.",
    "There is no interview scheduled on Tuesday at 10.",
    # over
    "It was great to meet you on Tuesday at 10.",
    "Thank you for meeting me on Tuesday at 10.",
    "I enjoyed our chat on Monday at 10.",
    "Sorry that I missed our call on Tuesday at 10.",
    "We met on Tuesday at 10.",
    # no one day, or no one time
    "See you on Tuesday.",
    "See you at 10:30.",
    "See you next week at 10:30.",
    "See you next Friday at noon.",
    "See you on Wednesday at 10.",
    "See you on Tuesday 15 July at 10.",
    "See you on Tuesday morning.",
    "See you on Tuesday at 24 Main Street.",
    "See you on Tuesday at 10 Downing Street.",
    "See you on Tuesday at 3am.",
    "See you on 3/4/2026 at 10.",
    "See you on 14 July 2027 at 10.",
    # something else
    "I'll call you on Thursday at 2 pm.",
    "The deadline is Tuesday at 5 pm.",
    "Please send it by Tuesday at 5 pm.",
    "Our office opens on Monday at 9.",
    "I have another interview on Tuesday at 10.",
    "Join our webinar: see you on Tuesday at 5pm.",
    "We met your manager; the salary is 10.30 an hour from Tuesday.",
    "I will come back to you on Tuesday at 3 pm about the interview.",
    "Great speaking with you on Tuesday at 3pm.",
    "My other interview is on Tuesday at 3 pm.",
    "My call with another company is on Tuesday at 3 pm.",
    "The application deadline has been moved to Tuesday at 5 pm.",
    "We have moved to the next stage, and the results are out on Tuesday at 5 pm.",
    "I pushed the code of the test on Tuesday at 3 pm.",
    "I moved to Berlin on Tuesday at 10:30.",
    "We have changed the webinar to Tuesday at 5 pm.",
    "> See you on Tuesday 14 July at 10:30.",
    "On Mon, 6 Jul 2026 at 10:30, Jo Park wrote:\n> See you on Tuesday 14 July at 10:30.",
    "",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_fixes_nothing(text: str) -> None:
    assert arranged(f"Dear Sam,\n\n{text}\n\nBest wishes\nJo\n", WRITTEN).fixed is None


OFF = [
    ("I am sorry, your interview on Tuesday at 10 has been cancelled.", True),
    ("I have to cancel our meeting on Tuesday.", True),
    ("Unfortunately the call is cancelled.", True),
    ("We had to cancel your interview.", True),
    ("The interview is not cancelled.", False),
    ("Is our call cancelled?", False),
    ("If the interview is cancelled, I will let you know.", False),
    ("I cancelled my subscription to the newspaper.", False),
    ("I'm afraid we have to postpone our interview.", True),
    ("We need to reschedule Tuesday's interview.", True),
    ("Jo is ill, so tomorrow's interview will have to be postponed; I will be in touch with a new date.", True),
    ("Our interview is postponed, I'm sorry.", True),
    ("The interview of 14 July was rescheduled, a new invitation follows.", True),
    ("I have to rearrange our call, something came up.", True),
    ("We might have to postpone our interview.", False),
    ("If we have to postpone our interview, I'll call you.", False),
    ("Could we reschedule the interview?", False),
    ("We don't have to postpone our interview.", False),
    ("We have to move our interview to the room on the second floor.", False),
    ("The interview has been moved to Zoom.", False),
    ("I had to postpone my other interview.", False),
    ("We had to postpone the decision, and I enjoyed our interview.", False),
    ("The interview process is off to a good start.", False),
    ("The call is off-site this time.", False),
    ("The meeting is off.", True),
    ("My interview with another company was cancelled.", False),
    ("My other interview was cancelled.", False),
    ("I have to cancel our interview, because another company has made me an offer.", True),
    ("The wedding is that day, so I have to cancel our interview.", True),
    ("See you on Tuesday 14 July at 10:30.", False),
]


@pytest.mark.parametrize(("text", "off"), OFF, ids=[text for text, _ in OFF])
def test_what_is_called_off(text: str, off: bool) -> None:
    assert arranged(text, WRITTEN).off is off


def test_called_off_and_put_on_another_day_in_one_mail() -> None:
    said = arranged(
        "I have to cancel our meeting on Tuesday. I can confirm the interview on Friday at 10 instead.", WRITTEN
    )
    assert said.moved
    assert said.fixed is not None
    assert said.fixed.day == date(2026, 7, 10)


FORM = """Dear Sam,

Here are the details of your interview:

Date: Tuesday 14 July 2026
Time: 10:30 - 11:30
Location: 4 Main Street
Interviewers: Jo Park, Kim Lee

{more}
"""


def test_a_form_names_its_date_and_time_on_lines_of_their_own() -> None:
    said = arranged(FORM.format(more="Kind regards"), WRITTEN)
    assert said.fixed is not None
    assert (said.fixed.day, said.fixed.at, said.fixed.until) == (date(2026, 7, 14), time(10, 30), time(11, 30))


@pytest.mark.parametrize(
    "more",
    [
        "Please confirm that you can attend.",
        "Please let us know if this works for you.",
        "Are you able to attend?",
        "Date: Thursday 16 July 2026",
        "Time: 14:00",
    ],
)
def test_a_form_that_asks_or_offers_several_fixes_nothing(more: str) -> None:
    assert arranged(FORM.format(more=more), WRITTEN) == NOTHING


@given(st.text(alphabet=st.sampled_from("see you on tuesday at 10:30 14 july pm from to or ? . , - \n"), max_size=300))
def test_whatever_a_mail_says_it_is_read(text: str) -> None:
    said = arranged(text, WRITTEN)
    assert said.fixed is None or said.fixed.day >= WRITTEN
