"""What the other side may ask or offer, one row each, with the examples that prove it. Data; read by `checks.asked`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.model import Mistake
from checks.wording import asking


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that the other side may ask or offer.

    A sentence of theirs must have one of `hits` and all of `needs`, and none of `guards`; `stops`: shapes that must be
    nowhere in what they wrote. A finding is excused where its sentence has one of `answers` (any sentence, where there
    are none) and none of `beyond`, and the new words none of `presses`. `named`: only on the networks that they named.
    `finds`, `spares`: what they may write that asks this, and near misses.
    """

    mistake: Mistake
    hits: tuple[re.Pattern[str], ...]
    finds: tuple[str, ...]
    spares: tuple[str, ...]
    needs: tuple[re.Pattern[str], ...] = ()
    guards: tuple[re.Pattern[str], ...] = ()
    stops: tuple[re.Pattern[str], ...] = ()
    answers: tuple[re.Pattern[str], ...] = ()
    beyond: tuple[re.Pattern[str], ...] = ()
    presses: tuple[re.Pattern[str], ...] = ()
    named: bool = False


ADD_US = Ask(
    mistake="social-media",
    hits=asking.ADD_US,
    guards=(asking.NOT_THERE,),
    beyond=(asking.PRIVATE,),
    named=True,
    finds=(
        "WhatsApp me if you get lost.",
        "Feel free to add me on LinkedIn or Telegram.",
        "If you have questions, message me on LinkedIn.",
        "Let's keep in touch on Xing.",
        "Shall we speak on Thursday, on WhatsApp?",
    ),
    spares=(
        "Follow us on LinkedIn.",
        "We found you on LinkedIn.",
        "You are welcome to follow our Facebook page.",
        "Could you send me your dates?",
        "Do keep in touch.",
        "Please don't add me on Facebook.",
        "I'd rather you wrote than WhatsApp me.",
    ),
)
YOUR_NAME = Ask(
    mistake="social-media",
    hits=asking.YOUR_NAME,
    guards=(asking.NOT_THERE,),
    beyond=(asking.PRIVATE,),
    presses=(asking.REQUESTS,),
    named=True,
    finds=(
        "Do you use WhatsApp?",
        "And your Instagram handle, if you have one?",
        "Are you on Signal or WhatsApp or anything?",
        "Which number do you use for WhatsApp?",
        "We do all our first calls by WhatsApp.",
    ),
    spares=(
        "Could you draft a post for our LinkedIn page?",
        "Our WhatsApp is never read.",
        "Some parents look staff up online.",
        "Your LinkedIn profile was passed to me.",
        "Could you update your LinkedIn profile?",
        "We use Instagram for our offers.",
    ),
)
INVITES_YOU = Ask(
    mistake="social-media",
    hits=asking.INVITES_YOU,
    guards=(asking.NOT_THERE,),
    beyond=(asking.PRIVATE,),
    presses=(asking.OWN_REQUEST,),
    named=True,
    finds=(
        "I've just added you on LinkedIn.",
        "I sent you an invitation on LinkedIn.",
        "I'll send you a request on Xing.",
    ),
    spares=(
        "I'll send you the form.",
        "We have not added you to the list.",
        "I just accepted your LinkedIn request.",
    ),
)
OFFER = Ask(
    mistake="presumption",
    hits=asking.OFFERS,
    guards=(asking.NO_OFFER,),
    stops=asking.UNDECIDED,
    finds=(
        "We are delighted to offer you the position, starting 3 March.",
        "Now that we have your signed acceptance, I need your shoe size.",
        "Welcome to the team!",
        "The job is yours if you want it.",
        "You're hired, Kweku!",
        "We would like you to have the job.",
        "The Board is pleased to appoint you Vice Principal from 1 September.",
        "Offer is contingent on physical and drug screen.",
    ),
    spares=(
        "We would like to offer you an interview on Tuesday.",
        "I can offer you a second slot.",
        "We'd like you to come in for a paid trial shift.",
        "We have offered the post to another candidate.",
        "Welcome aboard in advance, if it were up to me.",
        "We cannot offer you the position.",
        "If we did offer you the post, when could you start?",
        "You have been shortlisted for the post.",
        "You are welcome to join our volunteers.",
        "When does your contract end?",
        "We're minded to offer you the job, but the board must approve it.",
        "The offer letter goes out to the successful candidate on Monday.",
        "We would like you to join us for lunch on Friday.",
        "We'd love to have you at our open day.",
        "We must withdraw our offer of employment.",
        "If all goes well, you will have an offer letter by June.",
        "We are pleased to offer you the post, once the panel has decided on Monday.",
    ),
)
START = Ask(
    mistake="presumption",
    hits=asking.START_ASKED,
    answers=(asking.COULD,),
    presses=(asking.SETTLED,),
    finds=(
        "When could you start?",
        "Please advise your earliest start date.",
        "What is your notice period?",
        "Could you start on Monday?",
    ),
    spares=("When can you come and see us?", "The next training group begins in May.", "We start at nine."),
)
GEAR = Ask(
    mistake="presumption",
    hits=asking.GEAR_ASKED,
    needs=(asking.QUESTION,),
    answers=(asking.GEAR,),
    beyond=(asking.SEVERAL,),
    presses=(asking.SETTLED,),
    finds=(
        "What sizes are you?",
        "Please send your bank details and a share code.",
        "Could you let us have your shoe size?",
        "Tell me what polo size in case.",
    ),
    spares=("The team is a good size.", "What is your best language?"),
)
OTHERS = Ask(
    mistake="other-offers",
    hits=asking.OTHERS_ASKED,
    needs=(asking.TO_YOU, asking.QUESTION),
    guards=(asking.NOT_OTHERS,),
    presses=asking.PRESSING,
    finds=(
        "Are you interviewing anywhere else?",
        "Could you tell us whether you've other irons in the fire?",
        "Please tell me whether you are in other application processes and how far they are.",
        "Is anyone else courting you?",
        "Are you talking to anybody else at the moment?",
        "When must you reply to them?",
        "Which date suits, and what is your timeline otherwise?",
        "Are you still free, or has somebody else snapped you up?",
    ),
    spares=(
        "Do you have any other questions?",
        "We have two other candidates to see; please bear with us.",
        "What is your notice period?",
        "What would be your expected salary?",
        "Do you know anyone else who could help?",
        "We will keep you in mind for other jobs.",
        "Please give me two names I can phone.",
        "Could you park elsewhere, please?",
        "Can you share the link with anyone else on your side?",
        "Please note that your application deadline is Friday.",
        "Would you be interested in any other jobs with us?",
        "Who else should we ask for a reference?",
        "What other companies have you worked for?",
    ),
)
ASKS: tuple[Ask, ...] = (ADD_US, YOUR_NAME, INVITES_YOU, OFFER, START, GEAR, OTHERS)
