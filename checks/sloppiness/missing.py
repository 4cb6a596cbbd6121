"""A small word that is missing where its place is certain: "accept job", "thank you your time", "it will ready"."""

from __future__ import annotations

import re

from checks.sloppiness.frames import DAYS, FIRST, STOP, before, begins, behind, missing
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import BASES, PARTICIPLES, PASTS

_END = r"(?=[.,;!?\x1f]|$| (?:at|in|with|as|of|for|to|on|and|again|from|by|yesterday|today|last)\b)"
_BEGINS = begins(".!?;:", "and but so because that")
_READY = (
    r"(?:ready|available|happy|able|glad|grateful|pleased|honoured|honored|delighted|interested|better|suitable|unable|"
    r"thankful|proud|responsible|difficult|easier|there)"
)


RULES: tuple[Rule, ...] = (
    missing(
        rf"\b(?P<at>(?:i|you|he|she|it|we|they|that|this|which) (?:will|would|can|could|should|may|might|must) (?:be )?"
        rf"(?:also |then |not |very )?{_READY})\b(?! myself)",
        ("If you need my record, it will ready on Thursday.", "I would very happy to come."),
        ("it will be ready", "as best I can, happy to", "I will happily come.", "I would better my skills"),
        "Put “be” in: “it will be ready”.",
        lambda found: " be " not in found.group().lower() and not found.group().lower().endswith(" better"),
    ),
    missing(
        r"\b(?P<at>(?:can|could|will|would|may) (?:not )?able to|(?:i|we|he|she) able to)\b",
        ("I can able to begin in May.",),
        ("I am able to", "as soon as we can, able to", "with people I deem able to"),
        "Write “I can” or “I am able to”.",
        lambda found: not found.group().lower().startswith(("i ", "we ", "he ", "she ")),
    ),
    missing(
        r"\b(?P<at>thank(?:s)? you (?:your|the) (?:time|help|call|visit|letter|reply|interview|kindness|kind|chance|"
        r"opportunity))\b|"
        r"\b(?:thanks|thank you) (your (?:time|help|reply|letter|call|visit|kindness|consideration|interest|"
        r"support))\b",
        ("I thank you your time and the figures.", "Thank you your help."),
        ("Thank you for your time.", "I thank you, your help was kind"),
        "Put “for” in: “thank you for your time”.",
    ),
    missing(
        r"\bthank(?:s| you) for the (?P<at>(?:visit|trip|invitation|lift|tour|walk) the [a-z]+)(?=[.,;!]|$| "
        r"and\b)(?! (?:other|same|"
        r"next) )",
        ("Thank you for the visit the kilns.",),
        (
            "Thank you for the visit to the kilns.",
            "Thank you for the visit the team made.",
            "thanks for the visit the other day.",
        ),
        "A small word such as “to” or “of” is missing.",
        lambda found: not re.search(r"the (?:day|week|month|morning|evening|night)$", found.group()),
    ),
    missing(
        rf"\b(?P<at>(?:accept|accepted|accepting|apply for|applying for|applied for|want|find|looking for|offered "
        rf"me|interested in) "
        rf"(?:job|position|post|vacancy|role)){_END}|\b(?:for|about|regarding|on) (second|first|next|third) "
        rf"(?:round|interview|stage)(?=[.,;!?\x1f]|$| (?:at|in|of|on)\b)",
        (
            "I'm writing to accept job at £27,400.",
            "I want to apply for position of cook.",
            "Kindly write regarding second round at noon.",
        ),
        (
            "accept the job",
            "apply for job shares",
            "for first-round talks",
            "want job security",
            "looking for post in the box",
        ),
        "Put “the” or “a” in: “accept the job”.",
        lambda found: not found.group().lower().endswith("looking for post"),
    ),
    missing(
        r"\b(?P<at>(?:attended|sat|passed|took|had|attend|missed) (?:(?:aptitude|written|second|first|driving|"
        r"practical|medical|phone) )?"
        r"(?:test|interview|exam|examination))\b(?= (?:on|in|at|with|for|last|yesterday)\b|[.,;!?\x1f])",
        ("I attended aptitude test on 6 June.", "I had interview with you."),
        ("I attended an aptitude test", "had interview nerves", "I had test-driven it"),
        "Put “the” or “a” in: “an interview”.",
    ),
    missing(
        r"\b(?P<at>(?:here is|here's|this is|attach|attached is|send you|sending|sent you|enclose) (?:cv|resume|"
        r"résumé|certificate|"
        r"copy|letter))\b(?= (?:again|of|as|for|from|you|and|in)\b|[.,;!?\x1f]|$)",
        ("Here is CV again, as a PDF.", "I send you copy of it."),
        ("Here is my CV again.", "I attach CV-style notes", "sending letters"),
        "Put “my” or “the” in: “here is my CV”.",
    ),
    missing(
        r"\b(?P<at>in (?:answer|reply|response|reference) to (?:question|email|e-mail|letter|message|advert|"
        r"advertisement|job|post))\b"
        r"(?! (?:one|two|three|four|\d|ads?|offers?|no\b|number)|-)",
        ("In answer to question I could not answer", "In reply to email of Monday"),
        ("In answer to your question", "in answer to question 4", "in reply to email no. 3"),
        "Put “your” or “the” in: “in answer to your question”.",
    ),
    missing(
        r"\b(?P<at>please (?:let (?:know|know me)|find attach)|let me (?:to )?knows?|(?:could|can|would) you "
        r"(?:please )?let me "
        r"(?:to )?know)\b",
        ("Please let know when.", "Let me to know.", "Please find attach my CV."),
        ("Please let me know.", "Let me know.", "Could you let me know?", "Please find attached"),
        "Write “let me know”, “find attached”.",
        lambda found: bool(re.search(r"let know|to know|knows|find attach$", " ".join(found.group().lower().split()))),
    ),
    missing(
        rf"{begins('.!?', 'and that when')}(?P<at>i (?:very|so) (?:happy|"
        r"glad|"
        r"pleased|interested|"
        r"grateful|excited|sorry)|i (?:interested|available|happy|glad|sorry) (?:in|to|for|from|about|if))\b",
        ("I very happy to meet you.", "I interested in the job."),
        ("I am very happy.", "I very gladly came.", "so I am available"),
        "Put “am” or “was” in: “I am happy”.",
    ),
    missing(
        r"(?<![\w'])(?:(?<![^\x1f\n])|(?<=[.!?] )|(?<=\band )|(?<=\bbecause )|(?<=, ))(?P<at>(?:it|this|that) (?:very|"
        r"not|so) "
        r"(?:good|nice|easy|hard|"
        r"important|possible|far|late|kind|difficult|big|clear|interesting|true|useful))\b|\b(?:and|because) (it "
        r"(?:two|three|four|"
        r"five|ten|\d+) (?:inches|miles|minutes|hours|days|metres|kilometres|years|pounds|weeks) (?:short|shy|from|"
        r"away|long|late|old))\b",
        ("It very nice to meet you.", "I measured it and it two inches shy of the sill."),
        ("It is very nice.", "That very good friend came.", "this not so important matter"),
        "Put “is” or “was” in: “it is”.",
        lambda found: not re.match(r"(?:this|that) ", found.group("at").lower()) if found.group("at") else True,
    ),
    missing(
        r"\b(?P<at>(?:take|cross|strike|scratch|get|keep|remove|knock) (?:me|my name|him|her|it|us|them|that) of "
        r"(?:the|your|that)) "
        r"(?:list|books|register|rota|shortlist|hook|floor|wall|table)\b|\b(?:has|have|had|it) (passed of) (?:well|"
        r"smoothly|fine|"
        r"quietly|without)\b|\b((?:set|clocked|logged|signed|dozed|turned|switched|dropped|cut|took|taken) of (?:at|"
        r"from|early|"
        r"for home|in the))\b",
        ("Please take my name of the list.", "I hope the audit has passed of smoothly.", "We set of at six."),
        ("take him off the list", "a set of in-house rules", "made it of the wall's stone", "the set of the sun"),
        "Write “off”.",
        lambda found: (
            not re.search(r"\b(?:a|the|this|one) set of", found.string[max(0, found.start() - 5) : found.end()])
        ),
    ),
    missing(
        r"\b(?P<at>look(?:ing|ed|s)? forward (?:(?:hear|meet|see|work|speak|join|talk|learn|receiv|discuss|start|"
        r"return|com)ing|"
        r"your|our|meet|hear))\b",
        ("I look forward hearing from you.", "Looking forward your reply"),
        ("I look forward to hearing from you.", "I look forward, hearing that, to May."),
        "Put “to” in: “look forward to hearing”.",
    ),
    missing(
        rf"{_BEGINS}(?P<at>(?:i|we|he|she|they) not (?:yet |still |even )?(?P<form>[a-z]+))\b",
        ("I not yet received an answer.", "and I not know the date"),
        ("Am I not right?", "I, not he, came.", "and we not only came"),
        "Put “have” or “do” in: “I have not yet received”, “I do not know”.",
        lambda found: found.group("form") in PASTS | BASES | PARTICIPLES,
    ),
    missing(
        rf"{FIRST}(?P<at>{DAYS}(?: (?:morning|afternoon|evening))?(?: at \d{{1,2}}(?:[.:]\d\d)?)? (?:better|best|fine|"
        rf"good|okay|ok|"
        rf"all right|possible|impossible))(?= for (?:me|us|you)\b|[.,;!?\x1f]|$)",
        ("Thursday at 9 better for me.", "Thursday at 11 all right."),
        ("Thursday at 9 is better for me.", "Friday best suits me.", "Monday, better than"),
        "Put “is” in: “Thursday is better”.",
    ),
    missing(
        r"\b(?P<at>(?:i|you|we|they|he|she)'d (?:very |so |really )?(?:free|happy|glad|grateful|available|ready|"
        r"delighted|"
        r"pleased|interested|able|honoured|honored|willing|keen|sorry|thankful))\b(?! to be\b)",
        ("I'd free from the 9th.", "I'd very happy to come."),
        ("I'd be free from the 9th.", "I'd gladly come."),
        "Put “be” in: “I'd be free”.",
    ),
    missing(
        r"\b(?P<at>if (?:is|was|comes|suits|seems|goes|takes|gives|happens|makes|helps)) (?=(?:with|to|you|me|the|a|"
        r"an|from|it|"
        r"possible|not|so|ok|okay|necessary|convenient|easier|better|still|any|more|there|needed)\b)",
        ("I can, if comes with a reason.", "Call me if is possible."),
        ("if it is possible", "what if is a game", "if needs be", "if any is possible"),
        "Put “it” in: “if it comes”.",
        lambda found: not before(found, 6).endswith(("what ", "as ", "and ")),
    ),
    missing(
        rf"(?:{_BEGINS}|\b(?:{DAYS}|yesterday|today|tomorrow) )(?P<at>(?-i:I) (?:a|an|the|my|"
        rf"your) [a-z]+)\b(?! [a-z]+ed\b)",
        ("On Friday I a position with the county.",),
        ("Friday I, a cook, came.", "So was I a cook.", "You and I the two", "and I your humble servant remain"),
        "The verb is missing here.",
        lambda found: (
            not re.search(
                r"\b(?:am|was|do|did|have|had|can|could|should|would|will|may|nor|or|than|as|you and|and) $",
                before(found, 12),
            )
            and not re.search(r" (?:undersigned|humble|more|two|same)$", found.group())
        ),
    ),
    missing(
        rf"\b(?P<at>(?:come|came|comes|coming|reached|reach|made|make|making|taken|take|took) (?:to )?(?:decision|"
        rf"agreement|"
        rf"conclusion)){STOP}",
        ("Has the office come to decision?",),
        ("Have you come to a decision?", "They reached agreement.", "He made decisions."),
        "Put “a” or “the” in: “come to a decision”.",
        lambda found: (
            not re.search(r"(?:reach\w*|mak\w+|made|t[ao]\w+) agreement$|to agreement$", found.group().lower())
        ),
    ),
    missing(
        rf"\b(?:figure|salary|details?|post|job|position|described|written|said|mentioned|advertised|listed|work|"
        rf"worked|working|"
        rf"saw|read|vacancy|given|stated|shown|found|date|hours|pay|address|number|person|call|me|you|him|her|go|come|"
        rf"came|went|"
        rf"arrive|arrived) (?P<at>(?:in|at|from|into|near|inside|of) (?:advertisement|advert|company|shop|factory|"
        rf"hotel|restaurant|"
        rf"warehouse|garage|kitchen|building|museum|library|salon|bakery|supermarket|depot|workshop|interview room|"
        rf"gate|"
        rf"letter|email|e-mail|website|door)){STOP}",
        ("I would be content with the figure in advertisement.", "I have worked in restaurant, too."),
        ("the figure in the advertisement", "by email", "at gate 4", "in kitchen sales", "in letter form"),
        "Put “the”, “a” or “your” in: “in the advertisement”.",
    ),
    missing(
        r"\b(?P<at>(?:sent|send|sending|give|gave|write|wrote|made|leave|left) (?:you|him|her|them|your [a-z]+) "
        r"(?:request|message|invitation|connection request|link|note|reminder|email|reply|letter|copy|form|photo|call))"
        r"(?=[.,;!?\x1f]|$| (?:on|in|at|by|yesterday|today|last|about|with|and|to|of)\b)",
        ("I have just sent you request.", "I wrote you letter last week."),
        ("I sent you requests.", "I sent you a letter.", "send you call-outs"),
        "Put “a” or “the” in: “sent you a request”.",
    ),
    missing(
        rf"\b(?P<at>(?:for the sake|in front|in charge|on behalf|in spite|in need|a member|a couple|instead|on top|"
        rf"at the end|"
        rf"as a result|in favour|in case|the rest|in search|in view|take care|taken care|took care|be aware|am aware|"
        rf"proud|"
        rf"capable|afraid) (?:my|your|our|his|their|her|the(?! (?:day|very|more|first|next|one))) [a-z]+{STOP})",
        ("I don't teach it, for the sake my car.", "I stood in front the door."),
        (
            "for the sake of my car",
            "I went instead the next day.",
            "in case the worst comes",
            "He took care the door shut.",
        ),
        "Put “of” in: “for the sake of”.",
        lambda found: (
            not re.match(r"(?:in case|took care|take care|instead|proud|afraid|be aware|am aware)", found.group())
        ),
    ),
    missing(
        r"\b(?P<at>(?:i|we|you|they) (?:do not|don't|did not|didn't|will|would|could|can|should|must|have to|need to) "
        r"(?:better|more better) (?:another|next|this) time)\b|\b(could better) (?=another\b)",
        ("what I did wrong and could better another time",),
        ("I could do better another time.",),
        "Put “do” in: “do better”.",
    ),
    missing(
        r"\b(?P<at>(?:that|because|and|but|so|which|means|today|year|now) (?:i|we) (?:have|had|has) (?P<form>stay|go|"
        r"return|move|"
        r"travel|decline|withdraw|refuse|remain|wait|be|cancel|choose|take|give|find|apply)) (?=(?:in|here|at|home|to|"
        r"the|my|a|"
        r"an|for|until|it|your|away|with|back|there)\b)",
        ("My mother's health means that I have stay in Jinja.", "and we have go home"),
        (
            "the time that I have to stay",
            "and I have wait times",
            "and I have return tickets",
            "the days I have a go at it",
        ),
        "Put “to” in, “I have to stay”, or write “I have stayed”.",
        lambda found: (
            not re.match(
                r"(?:wait|move|return|travel|find) (?:time|ticket|date|for)", found.group("form") + " " + behind(found)
            )
        ),
    ),
)
