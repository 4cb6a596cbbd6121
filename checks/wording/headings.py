"""Subjects that take the job for granted, each with the rule of `presumption` whose mistake it makes. Data.

Only where the sender wrote the subject: that of an answer is somebody else's. Read in plain form, small letters.
"""

from __future__ import annotations

import re

from checks.phrases import Rule, shape
from checks.wording.arrangements import THINGS
from checks.wording.certainty import JOY
from checks.wording.hired import WORDS
from checks.wording.starts import OWN, START

ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|fwd?|wg|tr|rif)\s*(?:\[\d+\])?:", re.IGNORECASE)
"""The mark of an answer, or of something passed on."""

HEADINGS: tuple[tuple[Rule, re.Pattern[str]], ...] = (
    (
        OWN,
        shape(
            r"^(?:(?:[\w']+,? ){0,3}from )?your (?:new|newest|next) (?!(?:[\w-]+ ){0,3}(?:client|office|website|shop|"
            r"branch|premises|"
            r"building|product|site|store|role|job|post|position|vacancy|advert|ad|opening|menu|book|range|line|"
            r"collection|"
            r"restaurant|clinic|school|wing|service|policy|system|programme|program|address|number|project|campaign|"
            r"album|show)s?"
            r"\b)(?:[\w-]+ ){0,2}[\w-]+(?= has a | says |[:,!.]|$)",
            WORDS,
        ),
    ),
    (
        START,
        shape(
            r"(?:^|(?<=[:,;-] ))my first (?:day|week|night|shift|morning|month|quarter|term)(?=[:,!?.]|$| and | with "
            r"you)|"
            r"^first (?:day|shift|night|morning)(?=[:,!?.]|$)|^(?:your )?new starter|"
            r"^joining (?!(?:\w+ ){0,2}(?:call|meeting|interview|zoom|webinar|session|link|bonus|instructions|fee))"
            r"(?:[\w&'-]+ ){1,4}(?:in|on|from) (?:{month}|{day}|the \d)|"
            r"^starting (?:on |this |next )?(?:{day}|the \d+\w*)$|reporting for (?:duty|work)|^when (?:do|shall) i "
            r"start",
            WORDS,
        ),
    ),
    (THINGS, shape(r"^(?:when|what day) (?:do|will) (?:we|i) get paid|^where (?:do|shall|should) i sign", WORDS)),
    (
        JOY,
        shape(r"^(?:i |we )?got the job(?=[!.]|$)|^my new (?:job|office|desk|team|colleagues|boss)(?=[:,!.]|$)", WORDS),
    ),
)
"""What may be found in a subject; the first that is found counts."""
