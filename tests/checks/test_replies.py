"""What answers of theirs say of when the next word comes: tables. Written on Wednesday 3 June 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.calendar_words import AHEAD, days
from checks.replies import SHOWN, promise, returning

WRITTEN = date(2026, 6, 3)

PROMISES = [
    ("Thanks Sam, you'll hear by 12 June.", "2026-06-12"),
    ("You should hear from us by June 12th.", "2026-06-12"),
    ("Give us two weeks.", "2026-06-17"),
    ("We will let you know by the end of next week.", "2026-06-12"),
    ("We'll be in touch on Friday.", "2026-06-05"),
    ("We\u2019ll be in touch by next Friday.", "2026-06-12"),
    ("We aim to make a decision within 10 working days.", "2026-06-17"),
    ("We are interviewing until 20 June and will get back to you in early July.", "2026-07-10"),
    ("It usually takes three to four weeks.", "2026-07-01"),
    ("We decide next week.", "2026-06-12"),
    ("You can expect to hear back in a couple of weeks.", "2026-06-17"),
    ("If you haven't heard by June 19th, feel free to nudge us.", "2026-06-19"),
    ("We expect to decide by the end of the month.", "2026-06-30"),
    ("I'll call you tomorrow.", "2026-06-04"),
    ("The team needs another week to decide.", "2026-06-10"),
    ("We hope to have news by mid-July.", "2026-07-20"),
    ("Please bear with us until 15 June.", "2026-06-15"),
    ("We will decide in January 2027, on 2027-01-10.", None),
    ("I'll come back to you by 2026-07-01.", "2026-07-01"),
    ("We'll be in touch on 15.6.2026.", "2026-06-15"),
    ("You will hear from us by the 15th.", "2026-06-15"),
    ("We'll let you know by the 2nd at the latest.", "2026-07-02"),
    ("We'll let you know Monday at the latest.", "2026-06-08"),
    ("You'll hear from us Friday.", "2026-06-05"),
    ("We'll get back to you by EOD Friday.", "2026-06-05"),
    ("You'll know by close of business on Monday, I'll call you.", "2026-06-08"),
    ("You will hear by the end of the day.", "2026-06-03"),
    ("You'll have an answer by Friday.", "2026-06-05"),
    ("You can expect an answer next week.", "2026-06-12"),
    ("The results will be out on 12 June.", "2026-06-12"),
    ("We will let you know in the next 48 hours.", "2026-06-05"),
    ("Decisions will be made on 12/06/2026.", "2026-06-12"),
    ("We'll be in touch on 15-Jun-2026.", "2026-06-15"),
    # what they ask, what was, and what can't be told
    ("Could you send us your references by 12 June?", None),
    ("Please let us know by Friday whether you can attend.", None),
    ("I look forward to hearing from you by Friday.", None),
    ("I applied here myself two weeks ago.", None),
    ("We heard on 1 May that the budget is fine.", None),
    ("Thanks for the chat on Monday!", None),
    ("We are still deciding.", None),
    ("Decision by 3/4/2026.", None),
    ("Decisions will be made on 6/7/2026.", None),
    ("We are on the 5th floor, and will be in touch.", None),
    ("We are open 24/7 and will be in touch.", None),
    ("You can give us an answer any day, 12 or 13.", None),
    ("You can give us an answer by 12 June.", None),
    ("We need an answer by Friday.", None),
    ("To answer your question: the office is open until 12 June.", None),
    ("The answer to your question is 12 June.", None),
    ("As a result, the test is on 12 June.", None),
    ("When you sat the test on 1 June, you did well.", None),
    ("See you Friday.", None),
    ("", None),
    ("> You'll hear by 12 June.\n\nSee above.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), PROMISES, ids=[text for text, _ in PROMISES])
def test_promise(text: str, day: str | None) -> None:
    said = promise(f"Dear Sam,\n\n{text}\n\nBest wishes\nJo\n", WRITTEN)
    assert (None if said is None else said.day.isoformat()) == day
    assert said is None or said.words in text.rstrip(" .!")


AWAY = [
    ("I am out of the office until 12 June and will reply then.", "2026-06-12"),
    ("Out of office. Back on Monday.", "2026-06-08"),
    ("I'm on leave from 1 June to 19 June.", "2026-06-19"),
    ("Ich bin bis zum 12. Juni nicht im B\u00fcro.", "2026-06-12"),
    ("Ich bin ab dem 15.06.2026 wieder erreichbar.", "2026-06-15"),
    ("Je suis absente, de retour le 12 juin.", "2026-06-12"),
    ("Estar\u00e9 fuera hasta el 12 de junio.", "2026-06-12"),
    ("Ik ben afwezig tot 12 juni.", "2026-06-12"),
    ("Back on the 15th.", "2026-06-15"),
    ("I will be back on 12/06/2026.", "2026-06-12"),
    ("I will be back on 7/6/2026.", None),
    ("I am on leave until September.", "2026-09-01"),
    ("I am out for two weeks.", "2026-06-17"),
    ("Away on annual leave, returning 15-Jun-2026.", "2026-06-15"),
    ("Ab Montag bin ich wieder da.", "2026-06-08"),
    ("Je suis absente jusqu'au 05/07/2026 inclus.", "2026-07-05"),
    ("De retour le 15/06.", "2026-06-15"),
    ("Je suis en congés du 3 au 12 juin.", "2026-06-12"),
    ("Estar\u00e9 de vacaciones hasta el 04/07/2026.", "2026-07-04"),
    ("Rientrer\u00f2 il 15/06/2026.", "2026-06-15"),
    ("Ik ben terug op 15-06-2026.", "2026-06-15"),
    ("Ik ben op vakantie t/m 12 juni.", "2026-06-12"),
    ("Jag \u00e4r tillbaka den 15 augusti.", "2026-08-15"),
    ("Jag \u00e4r p\u00e5 semester till och med 14 juni.", "2026-06-14"),
    ("Jeg er tilbage mandag den 15. juni.", "2026-06-15"),
    ("Jeg er tilbake 15. oktober.", "2026-10-15"),
    ("Estarei ausente at\u00e9 15 de junho.", "2026-06-15"),
    ("Estarei de volta em 15/06/2026.", "2026-06-15"),
    ("Jestem nieobecny do 12 czerwca.", "2026-06-12"),
    ("Wracam 15.06.2026.", "2026-06-15"),
    ("Olen lomalla 14.6.2026 asti.", "2026-06-14"),
    ("Palaan t\u00f6ihin 15. kes\u00e4kuuta.", "2026-06-15"),
    ("Thank you for your mail, I'll answer soon.", None),
    ("I am away. Our lines are open 24/7.", None),
]


@pytest.mark.parametrize(("text", "day"), AWAY, ids=[text for text, _ in AWAY])
def test_return(text: str, day: str | None) -> None:
    said = returning(text, WRITTEN)
    assert (None if said is None else said.day.isoformat()) == day


def test_of_several_days_it_is_the_last() -> None:
    said = promise("You'll hear by Friday. If not, you'll hear by 12 June.", WRITTEN)
    assert said is not None
    assert said.day == date(2026, 6, 12)


def test_only_a_few_words_are_kept() -> None:
    said = promise("We " + "really " * 200 + "hope that you will hear from us by 12 June.", WRITTEN)
    assert said is not None
    assert len(said.words) <= SHOWN + 2
    assert said.words.endswith("hear from us by 12 June")


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "by",
                "12",
                "31",
                "february",
                "june",
                "2026",
                "next",
                "week",
                "two",
                "end of",
                "friday",
                "99",
                "/",
                ".",
                "in",
                "-",
            ]
        ),
        max_size=14,
    ).map(" ".join),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_any_text_names_only_days_that_are_to_come(text: str, written: date) -> None:
    for day in days(text, written):
        assert timedelta() <= day.day - written <= AHEAD
        assert 0 <= day.start < day.end <= len(text.lower())
    promise(text, written)
    returning(text, written)
