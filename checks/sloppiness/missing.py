"""A small word that is missing where its place is certain: "accept job", "thank you your time", "it will ready"."""

from __future__ import annotations

import re

from checks.sloppiness.frames import missing
from checks.sloppiness.rule import Rule

_END = r"(?=[.,;!?\x1f]|$| (?:at|in|with|as|of|for|to|on|and|again|from|by|yesterday|today|last)\b)"
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
        r"(?:(?<![^\x1f\n])|(?<=[.!?] )|(?<=\band )|(?<=\bthat )|(?<=\bwhen ))(?P<at>i (?:very|so) (?:happy|glad|"
        r"pleased|interested|"
        r"grateful|excited|sorry)|i (?:interested|available|happy|glad|sorry) (?:in|to|for|from|about|if))\b",
        ("I very happy to meet you.", "I interested in the job."),
        ("I am very happy.", "I very gladly came.", "so I am available"),
        "Put “am” or “was” in: “I am happy”.",
    ),
    missing(
        r"(?:(?<![^\x1f\n])|(?<=[.!?] )|(?<=\band )|(?<=\bbecause )|(?<=, ))(?P<at>(?:it|this|that) (?:very|not|so) "
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
)
