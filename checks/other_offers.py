"""Bringing up other job offers: another employer's offer, deadline or process, used as a lever or to hurry a decision.

The reader's own offer, declining because another job was accepted, and offers as job content are all fine; a plain
answer to what they asked is read in `asked`.
"""

from __future__ import annotations

from checks.model import Finding, Message, Settings
from checks.phrases import Reader, Rule, findings, shape, shapes
from checks.text import NewText
from checks.wording.leverage import LEVERAGE
from checks.wording.rivals import ANSWERING, DECLINES, GIVEN_BY_THEM, PAST_JOB, TURNED, WORDS

_ADVICE = "Leave other employers out. Ask kindly when they expect to decide, and say why you'd like to work there."

_GUARDS = (PAST_JOB, ANSWERING)

OFFER = Rule(
    name="other-offers.offer",
    message="It brings up another employer's offer, which reads as pressure.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:weighing(?: up)?|considering|juggling|comparing|sitting on|have|had|got) (?:~ )?(?:couple of|two|"
            r"three|several|few|number of|other|different) (?:\w+ )?offers",
            r"(?:will|would|\'ll|\'d) (?:pay|give) me (?:~ )?(?:{money}|more|extra)(?: more| extra)?",
            r"{rival} (?:rang|phoned|called|wrote|e-?mailed|got in touch|contacted me|approached me|came back)(?: "
            r"me| to me)? (?:~~ )?(?:with (?:a|an|the|their) (?:job|offer|contract|post|place)|about (?:a|the) "
            r"(?:job|post|role)|offering|to offer)",
            r"(?:{employer})(?: \w+){0,6} (?:came|come|has come|have come|got|gotten) back (?:~ )?with (?:~ "
            r")?(?:offer|figure|number|contract|package)",
            r"(?:a )?better (?:package|offer|deal|salary|wage|rate) (?:~ )?(?:elsewhere|from|at|somewhere|with "
            r"another)",
            r"(?:have|i'?ve|hold|holding|got|received|receive|recieved|been given|been made|getting|get|sitting on|"
            r"with|"
            r"weighing|"
            r"considering|had|entertaining|juggling|comparing) (?:~ )?(?:an?|another|two|three|several|other|some|"
            r"multiple) "
            r"(?:{kind} ){0,3}{offer}(?: (?:~ )?(?:from|with|at|elsewhere|in hand|on the table|in writing|waiting|"
            r"pending|that|which|4|in my|in front|sitting|expiring|valid)| (?:to (?:work|join|start|accept|teach|go|"
            r"move|become|manage|come)|for (?:a|an|the|another|more|{money})|and|but|so|too|as well|already|now|i|"
            r"open)|,|\.|;|!|$| -)",
            r"(?:another|a nother|other|competing|rival|counter-?) (?:{kind} )?(?:offers?|contract)(?! (?:for|of) "
            r"(?:help|a "
            r"visit|tea|a lift))",
            r"offer (?:~ )?from (?:another|a|an|one of|the|other) (?:~ )?{employer}|my (?:other )?offer from",
            r"(?:has|have|had|\w+'ve|\w+'s) (?:now |just |already |also |since |even )?(?:offered me|made (?:me "
            r")?(?:a |an "
            r")?(?:{kind} )"
            r"{0,2}(?:offer|proposal)|made me (?:~ )?{offer}|put (?:~~ )?(?:on the table|in writing)|sent me (?:~ "
            r")?(?:{offer}|"
            r"papers|letters?|terms)|given me (?:letters?|(?:~ )?{offer}))",
            r"{rival} (?:~~ )?made (?:me )?(?:a |an )?(?:{kind} ){0,3}{offer}|(?:has|have|'ve) made (?:me )?(?:a |an "
            r")(?:{kind} ){0,2}{offer}",
            r"{rival} (?:~ )?(?:has|have|had|already|just|is|are|made|offer|offers|offered)(?: \w+){0,3} "
            r"(?:offer(?:ed|ing)?|"
            r"{offer})",
            r"(?:already |just |also )?offer(?:ed|s|ing)? me (?:~ )?(?:{money}|more|the same|(?:~ )?{post}|also)",
            r"(?:i've been|i have been|i was|i got|i'?ve (?:just |also )?been|i have (?:just |also )?been|also been|i "
            r"am being|i'?m being|just got) offered (?:a |an |another |other |two "
            r")?(?:\w+ ){0,3}"
            r"{post} (?:~ )?(?:at|with|by|from|in|elsewhere|on|for|starting)",
            r"(?:their|its) (?:~ )?(?:offer|contract|terms|figure|number|proposal) (?:~ )?(?:is|are|was|in|on|has|"
            r"expires?|"
            r"lapses?|runs)",
            r"(?:contract|papers|offer|letter) (?:~ )?(?:needs?|need|awaits?|waiting for|wants) (?:only |just )?my "
            r"signature|"
            r"(?:there is|there'?s|i have|i've got|with) (?:a|another|their) (?:\w+ )?(?:contract|offer)(?: letter)? "
            r"(?:~ )?"
            r"(?:in my inbox|on my (?:desk|table|kitchen table)|in front of me|on the table|in my hand|from "
            r"(?:another|the|a))",
            r"(?:at|on|for) {money} (?:base|plus|basic|an hour|a year|per|and a car|all in)|(?:the )?other (?:~ "
            r")?(?:is|are|"
            r"was|came back) (?:~ )?at {money}",
            r"(?:say|says|said|told me|rang|rung|called|ring) (?:~ )?(?:i can start|i could start|the job is mine|the "
            r"place is "
            r"mine|they want me|they'?ll take me|they'?d take me|i'?m in)",
            r"(?:give|pay|paying|pays) me (?:~ )?{money} (?:~ )?(?:hour|hr|day|week|month|year)|came back (?:~ "
            r")?(?:at|with) "
            r"(?:~ )?(?:{money}|figure|number|offer)",
        ),
        WORDS,
    ),
    behind=GIVEN_BY_THEM,
    guards=(*_GUARDS, TURNED),
    finds=(
        "I have received a job offer from another carrier.",
        "A research firm in Basel has made me an offer.",
        "The co-op has put a number on the table.",
        "I hold a written offer from another manufacturer.",
        "Shady Pines already offer me 15.50 an hour.",
        "I've been offered a role at another company, but you are my first choice.",
        "i got offered a job at the mill but id rather work for u",
        "A rival firm has been in touch and made a very attractive proposal.",
        "My offer from Cobb & Sons runs out tomorrow.",
        "The garage down the road says I can start Monday.",
    ),
    spares=(
        "Thank you for the offer letter.",
        "I draft and send about thirty job offers a week.",
        "I have accepted an offer from another firm.",
        "I wanted to ask what your scheme offers.",
        "I have no other offer and am in no hurry.",
        "You have offered me a job, and I'm glad.",
        "Thank you for offering me a second interview.",
        "I was offered a place at Leeds to read chemistry in 2019.",
        "My offer to come in for a trial day stands.",
    ),
)

DEADLINE = Rule(
    name="other-offers.deadline",
    message="It gives the reader another employer's deadline.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:given|got|have|i'?ve) (?:me )?(?:only )?until (?:~~ )?to (?:accept|answer|decide|sign|reply to them)",
            r"(?:promised|owe|told) (?:the other|another|a|an|two other) (?:~ )?(?:{employer}|people) (?:~ )?(?:an?|"
            r"my|that|i'?d|by|i would)",
            r"(?:asked|begged|persuaded) (?:another|the other|a|an|two) (?:~ )?(?:{employer}|people) (?:~ )?(?:to "
            r"wait|for (?:more|a few|some)|to hold|to give)",
            r"(?:{i_have}|got) (?:~ )?(?:till|until|til) (?:~ )?{day} (?:~ )?(?:to )(?:answer|tell|let|accept|decide|"
            r"sign|give)",
            r"(?:have|need|must|supposed|due|promised|got|obliged|until \w+ \w+ \w+|expected) (?:~ )?(?:to )?(?:give|"
            r"tell|let|"
            r"answer|call|get back to|respond to|reply to|sign with) (?:them|{rival}|(?:~~ )?(?:{employer})) ?(?:~ "
            r")?(?:{answer}|"
            r"know|{when}|{day})",
            r"(?:have|need|must|promised|got|due) (?:to )?give my (?:answer|decision) to(?! (?:you|the panel|this))",
            r"(?:they|who|which|both|(?:~ )?(?:{employer})) (?:~ )?(?:{want}) (?:~ )?(?:my|an?|its|for) {answer}(?: "
            r"(?:~ )?(?:{when}|"
            r"{day})|\.|,|$)",
            r"(?:they|both|(?:~ )?(?:{employer})|who|all|and|them) (?:{want}) (?:~ )?(?:me|2|to|that i) (?:~ "
            r")?(?:{decide}) (?:~ )?"
            r"(?:{when}|from|between|{day})",
            r"(?:they|both) (?:{want}) (?:2|to) know (?:~ )?(?:{when}|{day})",
            r"(?:offer|contract|it|which|that) (?:~ )?(?:expires?|lapses?|runs out|is open|closes|is only good|is "
            r"good) "
            r"(?:~ )?(?:{when}|{day}|at close)",
            r"(?:i have to|i must|i need to|have until|i will have to|i'?ll have to|need to|holding off on|putting "
            r"off) (?:accept|"
            r"accepting|sign|signing|refuse|respond to|answer|take) (?:~~ )?(?:them|their|{rival}|or refuse|another "
            r"{employer}|"
            r"(?:the )?other (?:position|job|role|post|offer)|another (?:position|job|role|post|offer)|by {day})",
            r"(?:can|could|will|to) (?:only )?(?:keep|hold|put) (?:them|him|her|it) (?:waiting|off|hanging|on hold)",
            r"(?:must|have to|need to|should) respond to (?:~~ )?(?:{employer})",
            r"deadlines? (?:of|on|for|by) (?:~ )?(?:{day}|\w+) (?:~ )?(?:from|with|at|by) (?:~ )?{rival}|let "
            r"(?:{rival}|them) know "
            r"(?:by|before|on|this|{day})|(?:asked|told) (?:them|those people|him|her) (?:for|to wait|i'?d|that i) "
            r"(?:~ )?(?:days|"
            r"time|week|weekend|think|wait|friday|monday|know|more)",
            r"said i'?d let them know|told them i'?d (?:think|let|answer)|i said to wait|i must to say yes to them",
        ),
        WORDS,
    ),
    guards=(*_GUARDS, TURNED, shape(r"(?:my|current|present|existing|temporary|our) (?:\w+ )?contract")),
    needs=shapes(
        (
            r"(?<!the )(?<!your )(?:{offer})|{rival}|(?:a|an|the|two|their) (?:\w+ ){0,2}(?:{employer})|"
            r"(?:job|place|post) is mine|(?:answer|decision) to|another (?:position|job|role|post)",
        ),
        WORDS,
    ),
    finds=(
        "I have to give a distillery on Islay my decision on the 16th.",
        "It is an offer from a bank, and they need my answer by this Friday.",
        "A dairy group and a winery are keen, and both want me to commit by month end.",
        "I hold an offer which lapses on Tuesday.",
        "I have an offer and I can keep them waiting three days.",
        "I have a deadline of Friday from another employer.",
        "I'm holding off on accepting another position until I hear from you.",
    ),
    spares=(
        "I need to give my present firm four weeks, so I could begin in May.",
        "The agency asked me to send an answer to you.",
        "The contract with my landlord ends on Friday.",
        "We wanted customers to decide on the day.",
        "They wanted an answer by noon, so I wrote the tender overnight.",
        "I must give my landlord an answer by Friday.",
    ),
)

PROCESS = Rule(
    name="other-offers.process",
    message="It brings up interviews or talks with other employers.",
    advice=_ADVICE,
    hits=shapes(
        (
            r"(?:also|another|other) (?:\w+ )?(?:interviewing|interview|interviews|talking|in talks) (?:with|at)(?! "
            r"(?:you|your|the (?:panel|team|head|manager)))",
            r"(?:other|outside|a lot of|plenty of|considerable|some) interest (?:in me|from (?:~ )?(?:{employer}|"
            r"elsewhere|others)|elsewhere)",
            r"(?:shortlisted|interviewing|interviewed|considered|in the running|up) for (?:~ )?(?:other|another) "
            r"(?:\w+ )?{post}",
            r"(?:at|in|reached|through to|into|on to) (?:the )?(?:final|last|late|second|third|advanced|offer)(?:[ "
            r"-]stages?|[ -]rounds?|[ -]interviews?)(?: conversations| talks)? (?:with|at|for)(?! (?:you))",
            r"(?:final|late|advanced|offer)-stages? (?:~ )?(?:with|at)(?! (?:you))|(?:conversations?|discussions|talks|"
            r"interviews|processes) with (?:several|two|three|a few|a couple of|other|another|some|many) (?:~ "
            r")?(?:{employer})",
            r"(?:headhunter|recruiter|agent|agency|agencies) (?:~ )?(?:approached|contacted|called|offering|offered|"
            r"has|have) (?:~~ )?(?:elsewhere|another|other|better|two|three|interested)",
            r"another (?:job|position|role|post|option|opportunity|possibility|place|thing|company|firm|employer) "
            r"(?:~ )?(?:lined up|waiting|if this|to fall back|on hold|in hand|in the bag|coming|that wants)",
            r"(?:final|last|second|third|further|more|other|late|advanced|several|two|three|another) (?:\w+ "
            r")?(?:rounds?|"
            r"interviews?|stages?|conversations|discussions|talks) (?:~~ )?(?:with|at) (?:~ )?(?:{rival}|(?:a|an) "
            r"(?:\w+ )?"
            r"{employer})",
            r"(?:interviewing|interviewed|talking|speaking|in talks|in discussions?|in process|far along|further "
            r"along|in the "
            r"running|shortlisted) (?:~ )?(?:with|at|to|by|for|elsewhere) ?(?:~ )?(?:{rival})",
            r"in (?:talks|discussions?|negotiations?|conversations?) (?:with|at)(?! (?:you))",
            r"(?:called|invited|asked) (?:~ )?(?:to|for|in) (?:an )?interviews? (?:~ )?{rival}",
            r"irons? in the fire|(?:other|few|several|more|another) (?:options|process|processes|opportunit(?:y|ies)|"
            r"applications|"
            r"interviews?|conversations|possibilities) (?:~ )?(?:are|is|that|moving|in the|on|open|pending|going|"
            r"waiting|"
            r"progress\w*|lined|elsewhere|coming|under way|at|underway)",
            r"{rival} (?:~ )?(?:are|is|has been|have been|has|have) (?:~ )?(?:{keen}|interest|in touch|approached|"
            r"contacted|rung|"
            r"called|asked|shown|moved|got back|invited|written)",
            r"{rival} (?:~ )?(?:want|wants|wanted|has asked|have asked|asked|called|would like|moved) (?:~ "
            r")?(?:me|to (?:sit|"
            r"meet|hire|see|talk)|whether i|interest|faster|in)",
            r"(?:approached|contacted|courted|headhunted|poached|pursued|chased|wanted|asked) by (?:~ )?{rival}",
            r"(?:one|some|both|all|two) of them (?:wants?|would like|is|are|asked?|has) (?:~ )?(?:me|to (?:sit|meet|"
            r"hire|see|talk|"
            r"sign)|hot|keen|ready|waiting)",
            r"(?:down to|among|one of) the (?:last|final) (?:two|three|few|\d)(?: candidates)? (?:at|with)",
            r"(?:begging|beging|desperate) (?:for )?(?:me )?(?:to|for) (?:sign|have|hire|get|join) (?:me )?(?:with|"
            r"on)?",
            r"(?:other|another) (?:~ )?(?:compan(?:y|ies)|firms?|employers?) (?:~ )?lined up|lined up (?:~ )?(?:other|"
            r"two|three|"
            r"several)",
        ),
        WORDS,
    ),
    guards=(
        *_GUARDS,
        shape(
            r"my (?:last|present|current|former|old) (?:firm|company|employer|job|hospital|school)|"
            r"reference"
        ),
    ),
    finds=(
        "I have final rounds with two other device companies on the 8th.",
        "I have two other irons in the fire.",
        "Several other companies are waiting for my reply.",
        "I'm also interviewing with a couple of other firms.",
        "I have been called to interview by two other schools.",
        "I have been approached by one of your competitors.",
        "Other employers have shown strong interest in me.",
        "I would hate to lose this because another firm moved faster.",
    ),
    spares=(
        "At my last job I worked with two other companies on the merger.",
        "I asked other schools how they do it.",
        "I look forward to the final round with your team.",
        "My current firm is closing and I want to stay in the trade.",
        "I am not interviewing anywhere else.",
        "I am told that other candidates have more experience.",
        "Another colleague of mine would be glad to give a reference.",
    ),
)

RULES: tuple[Rule, ...] = (OFFER, DEADLINE, PROCESS, LEVERAGE)


def find(message: Message, text: NewText, settings: Settings) -> list[Finding]:
    """Where other employers are used on the reader; offsets count in `message.body`."""
    del message, settings
    reader = Reader(text)
    return [] if reader.any(DECLINES) else findings(reader.hits(RULES), "other-offers", text.body)
