"""Illness, loss, adjustments, complaints and requests for data, told plainly, are nobody's mistake."""

from __future__ import annotations

import pytest

from checks import catalog, negativity
from checks.model import Settings
from checks.text import new_text
from tests.checks.messages import letter
from tests.checks.threads import found

ILLNESS = (
    "I am ill and can't come to today's interview. I am sorry to tell you so late. Could we find another day?",
    "I've been in hospital since Sunday and shall be there for another week, so I have to ask for a later date.",
    "My daughter was taken ill in the night and I am with her on the ward. I can't be with you at ten.",
    "I have lost my voice, and a telephone interview today would be hard on us both. Might we move it to Thursday?",
    "I have migraines, and one began this morning; I can't look at a screen, so I must miss our call at two.",
    "My treatment begins on Monday and I am not sure how I shall feel. Would a call in the week after be possible?",
)
BEREAVEMENT = (
    "My father died on Friday. The funeral is on the day of our interview, and I would be grateful for another.",
    "My wife passed away last week. I must withdraw for now, and I thank you for your kindness to me.",
    "There has been a death in the family, and I fly home tonight. I can't say yet when I shall be back.",
    "I must tell the children this evening that their grandmother has died, so I can't join the call. I am sorry.",
)
ADJUSTMENTS = (
    "I am deaf in my left ear. Could I have a seat at the end of the table, and the questions in writing?",
    "I use a wheelchair. Is there a lift to the second floor, and a space where I may park?",
    "I'm dyslexic and would ask for a quarter more time for the written test, as my college gave me.",
    "Under the Equality Act I ask that the interview be held in a heated room, because of my sickle cell disease.",
    "I asked for captions on the form and the test was given by telephone all the same. Please let me sit it again.",
    "I have panic attacks in lifts. May I use the stairs, and could somebody wait for me at the top?",
    "I am pregnant and can't stand for three hours. Could I do the trial shift sitting at the till?",
)
COMPLAINTS = (
    "I wish to make a formal complaint about my interview on 3 March. I was asked whether I planned to have children, "
    "and was told that my answer was unacceptable.",
    "I was asked my age and my religion. I believe that the question was unlawful, and I ask that it be left out of "
    "your notes.",
    "During the tour the supervisor put his hand on my back twice, which I had not invited. I am reporting it to you "
    "as harassment, and I would like to know what happens next.",
    "I wish to appeal the outcome, on the ground that the adjustment which I had asked for was not made.",
    "I wish to raise a grievance. The panel was rude to me about my accent, and I was laughed at. Please tell me who "
    "will look into this, and by when I shall have an answer.",
    "Please treat this as a complaint. My interview was cancelled when I was already in your lobby, and no reason was "
    "given.",
)
DATA = (
    "Under Article 15 of the GDPR I request a copy of all personal data that you hold about me, including the notes of "
    "my interview on 9 May.",
    "Please delete my application and the test results, as the data protection law provides, and confirm when this has "
    "been done.",
    "I make a subject access request for the panel's notes. I understand that you have one month.",
    "May I have a copy of my score sheet? I ask under data protection law, and not in anger.",
)


@pytest.mark.parametrize("words", [*ILLNESS, *BEREAVEMENT, *ADJUSTMENTS, *COMPLAINTS, *DATA])
@pytest.mark.parametrize("subject", ["Interview on 3 March", "Re: Fitter's job"])
def test_it_is_never_held(words: str, subject: str) -> None:
    message = letter(
        f"Dear Ms Moss,\n\n{words}\n\nYours sincerely,\nKim Lowe", subject, reply=subject.startswith("Re:")
    )
    text = new_text(message.body)
    for check in catalog.TEXT_CHECKS:
        assert [(one.rule, one.excerpt) for one in check(message, text, Settings())] == []


@pytest.mark.parametrize(
    "words",
    [
        "I wish to make a formal complaint. Your interviewer is a clown who couldn't run a bath.",
        "Under the GDPR I ask for my data. You should be ashamed of yourselves.",
        "I asked for an adjustment. Some of us keep our word.",
    ],
)
def test_scorn_is_scorn_in_a_complaint_too(words: str) -> None:
    assert found(negativity.find, letter(words))
