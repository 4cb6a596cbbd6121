"""What a word asks of the one behind it: "interested in joining", "want to see", "let me know", "on Monday"."""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness.frames import begins, behind, misfit
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import BASES, INGS, PAST_ONLY, PASTS, THIRDS, UNFINISHED

_OBJECT = (
    r"(?= (?:me|you|him|her|it|us|them|the|a|an|my|your|our|his|their|this|that|these|any|some|for|with|in|at|to|from|"
    r"about)\b)"
)
_START = begins(".!?;,", "and but that which because so")
_DAY = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)"
_NOT_NOUNS = UNFINISHED - frozenset("show win visit drive pass complete finish".split())
_OBJECT_OR_THEY = (
    r"(?= (?:me|you|him|her|it|us|them|the|a|an|my|your|our|that|this|they|i|we|he|she|there|to|by|in|on|at|what|how|"
    r"if)\b|"
    r"[.,;!?\x1f]|$)"
)
_GONE = frozenset(
    "seen done gone written taken given known spoken driven begun chosen sung shaken eaten ridden thrown worn".split()
)


def _rule(
    pattern: str,
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    advice: str,
    forms: frozenset[str] | None = None,
) -> Rule:
    """A rule; with `forms`, its group "form" must be one of these."""
    when = None if forms is None else _among(forms)
    return misfit(pattern, finds, passes, advice, when)


def _among(forms: frozenset[str]) -> Callable[[re.Match[str]], bool]:
    """Whether the form is one of these, and no past follows it that the words of time may go with."""
    return lambda found: (
        found.group("form").lower() in forms
        and not PASTS & set(found.string[found.end("form") : found.end()].lower().split())
    )


RULES: tuple[Rule, ...] = (
    _rule(
        rf"\b(?P<at>(?:interested in|good at|by|without|before|after|experience in|instead of|thank you for|thanks "
        rf"for|idea of|"
        rf"chance of|way of|used for|succeed in|capable of) (?P<form>[a-z]+))(?!['-]){_OBJECT}",
        ("I am interested in join your team.", "Without receive any word I left.", "by send you the form"),
        ("interested in joining", "after show the band left", "by know-how in the trade"),
        "The word ends in -ing here: “in joining”, “without receiving”.",
        _NOT_NOUNS,
    ),
    _rule(
        rf"\b(?P<at>(?:want|wanted|wish|would like|i'd like|hope|hoped|decided|able|need|tried|ready|happy|glad|love) "
        rf"(?P<form>[a-z]+))(?!['-]){_OBJECT}",
        ("I would like apply for it.", "I want know the date.", "I am ready begin at once."),
        ("I want to apply.", "I need help with it.", "able seaman", "the love show the world has"),
        "Put “to” in: “like to apply”.",
        _NOT_NOUNS | {"ask", "thank", "speak"},
    ),
    _rule(
        r"\b(?:want|wanted|need|hope|able|decided|would like|i'd like|wish|wants|needs) (?P<at>to "
        r"(?P<form>[a-z]+))(?!['-])\b",
        ("I want to going there.", "I hope to hearing from you."),
        ("I look forward to hearing.", "I want to go.", "need to-ing and fro-ing"),
        "After “to” the verb keeps its plain form here: “to go”.",
        INGS,
    ),
    _rule(
        r"\b(?P<at>(?:let|lets|make|makes|made) (?:me|you|him|her|us|them) to (?P<form>[a-z]+))\b",
        ("Please let me to know.", "It made me to smile."),
        ("Let me know.", "Let us to the point.", "I was made to wait."),
        "Leave out “to”: “let me know”.",
        BASES,
    ),
    _rule(
        r"\b(?P<at>(?:i|you|he|she|it|we|they) (?:can|could|would|may|might|will) to (?P<form>[a-z]+))\b",
        ("A translation I can to make.", "We could to start in May."),
        ("We can, to start with.", "the most I could to the end"),
        "Leave out “to”: “I can make”.",
        BASES,
    ),
    _rule(
        r"\b(?P<at>(?:enjoy|enjoyed|avoid|finish|finished|mind|dislike|practise|miss) to (?P<form>[a-z]+))\b",
        ("I enjoy to work with people.",),
        ("I enjoy working.", "I finish to applause.", "my mind to it"),
        "The word ends in -ing here: “enjoy working”.",
        BASES - frozenset(("visit", "call", "help", "love", "post")),
    ),
    _rule(
        r"\b(?P<at>(?:without|after|before|instead of|for) to (?P<form>[a-z]+))\b",
        ("I left without to say a word.", "Thank you for to see me."),
        ("without saying", "whom I work for to date", "It is for to-day."),
        "Write “without saying”, “for seeing”.",
        BASES,
    ),
    _rule(
        r"\b(?P<at>(?:will be|to be|would be|has been|have been|had been|being|can be|must be|should be) "
        r"(?P<form>[a-z]+))(?!['-])"
        r"(?= (?:to|by|in|on|at|for|with|from|you|me|today|tomorrow)\b|[.,;!?\x1f]|$)",
        ("The form will be send today.", "It can be do by Friday."),
        ("It will be sent.", "It has been complete.", "to be show-ready"),
        "Use the form that goes with “be”: “will be sent”, “be done”.",
        _NOT_NOUNS - frozenset(("become", "join", "sell", "keep", "apply", "hear", "lose", "know")) | {"know"},
    ),
    _rule(
        r"\b(?P<at>(?:was|were|been|being|is|are|be) (?:not |also |already |never )?(?P<form>[a-z]+))(?!['-])\b",
        ("The letter was wrote in May.", "I have been gave the date."),
        ("It was written.", "All it was came back.", "The old saw is saw-toothed."),
        "Use the form that goes with “be”: “was written”, “been given”.",
        PAST_ONLY - frozenset(("saw", "came", "did", "woke", "rode", "rang", "became", "grew")),
    ),
    _rule(
        rf"{_START}(?P<at>(?:i|we|they|he|she) (?:also |just |never |only )?(?P<form>[a-z]+))\b",
        ("and I written to you twice", "We gone there on Monday.", "I just seen it."),
        ("I have written.", "Had I known it", "things that I, done in, left", "Have they seen it?"),
        "Put “have” in, or use the past: “I have written”, “I wrote”.",
        _GONE,
    ),
    _rule(
        rf"\b(?:start|begin|met|meet|free|available|interview|meeting|work|shift|again|see you|call you|"
        rf"decide|answer) "
        rf"(?P<at>(?:in|at) {_DAY})\b(?=[.,;!?\x1f]|$| (?:at|in the|from|and|or|after|before|afternoon|morning|"
        rf"evening|\d))",
        ("I can start in Monday.", "We met at Friday afternoon."),
        ("on Monday", "in Sunday papers", "Which door do I come in Monday?", "dressed in Sunday best"),
        "Write “on” before a day.",
    ),
    _rule(
        r"\b(?P<at>despite of|inspite of|according with|in the other hand|comprised of of|an other|married with "
        r"(?:a|my|two)|"
        r"depends? of|depending of|responsible of|capable to|congratulate you for|look(?:ing)? forward for (?!once)|"
        r"different of the|"
        r"arrived? to (?:the|your|my)|during (?:two|three|four|five|six|seven|eight|nine|ten) (?:years|months|"
        r"weeks)|listen (?:the|your|my)|"
        r"said me|say me|asked to me|explained me|informed to me|answered to me|both of two|i am having "
        r"(?:\d+|two|"
        r"three|four|five|six|seven|eight|nine|ten|twenty) years?|i have \d\d years old|am \d\d years of old|am "
        r"born in|i born in|"
        r"how (?:it|he|she|they) looks? like|what means|the most of (?:the|my|all)|cope up with|comprises of|with "
        r"regards of|prefer than|"
        r"in the same time as|as per as|would of course be of)\b(?<!what means)",
        ("Despite of the rain I came.", "I worked there during five years.", "I look forward for your answer."),
        (
            "in spite of the rain",
            "It depends, of course.",
            "another hand",
            "looking forward for once",
            "what means we have",
        ),
        "Read the words once more: one of the small ones is wrong or too many.",
    ),
    _rule(
        r"\b(?P<at>more (?:better|easier|faster|cheaper|happier|bigger|smaller|older|younger|harder|nicer|quicker|"
        r"slower|larger|busier|"
        r"kinder|warmer|stronger|safer|cleaner|simpler)|most (?:best|easiest|fastest|biggest|happiest|kindest|"
        r"nicest|oldest))\b(?!-)"
        r"(?! [a-z]+s\b)",
        ("It would be more better.", "This is more easier.", "the most kindest word"),
        ("more, better food", "more better-paid work"),
        "Take one of the two: “better”, “easier”.",
    ),
    _rule(
        r"\b(?P<at>(?:don't|didn't|doesn't|haven't|hasn't|ain't|dont|didnt|never) (?:have|got|know|do|see|want|need|"
        r"say|get|hear|heard|had|"
        r"seen) (?:nothing|nobody|no (?!more|less|longer|one|matter|doubt|problem|for|to|as|or|and)[a-z]+))\b(?! "
        r"but\b)",
        ("I don't have no car.", "I haven't heard nothing."),
        ("I have no car.", "I don't want no for an answer.", "It didn't do nothing but rain."),
        "Say no once: “I have no car”.",
    ),
    _rule(
        r"\b(?P<at>(?:between|for|to|with|from|of) (?:you|my [a-z]+|him|her|them|[a-z]+) and i)(?=[.,;!?\x1f]|$| "
        r"(?:on|at|in|last|"
        r"yesterday|for|to (?!(?:him|her|them|it|you|me)\b))\b)",
        ("It is between you and I.", "for my wife and I, in May"),
        ("My wife and I came.", "for you and I am glad", "Between you and me", "They were fair to me and I to them."),
        "Write “and me”.",
    ),
    _rule(
        rf"{_START}(?P<at>(?:i|we) (?P<form>[a-z]+)) (?:(?!(?:i|we|he|she|they|who|that|which|was|were|had|from|of|"
        rf"since|for|did)\b)"
        rf"[a-z0-9]+ ){{0,6}}(?:yesterday|last (?:week|month|year|night|monday|tuesday|wednesday|thursday|friday)|"
        rf"(?:two|three|four|five|\d+) "
        rf"(?:days|weeks|months|years) ago)\b",
        (
            "I pump over tank six at noon yesterday.",
            "We meet your colleague last week.",
            "I send you the form two days ago.",
        ),
        ("I pumped it yesterday.", "I hope you got it yesterday.", "I write about the talk we had last week."),
        "Use the past: “I sent”, “we met”.",
        frozenset(
            "go come take give work speak send call meet visit finish start buy bring lose apply receive submit "
            "attend arrive complete "
            "pass pump move leave drive begin see talk ask join teach sell drop post sign phone make pick".split()
        ),
    ),
    _rule(
        rf"{_START}(?P<at>(?:yesterday|last (?:week|month|year|monday|tuesday|wednesday|thursday|friday)) (?:i|we|"
        rf"he|she|they) (?P<form>[a-z]+))"
        r"(?!['-])\b",
        ("Last week I see your notice.", "Yesterday he calls me."),
        ("Yesterday I saw it.", "Last week we put up shelves.", "You wrote last week, I see."),
        "Use the past: “I saw”, “he called”.",
        (BASES | THIRDS)
        - PASTS
        - frozenset(
            "run learn need want hope think know believe find understand see appreciate feel remember wish".split()
        )
        | {"see"},
    ),
    misfit(
        r"\b(?P<at>interested (?:on|at|about|for) (?:(?-i:[a-z]+ing)|the|this|your|a|my))\b",
        ("I am interested on working for the courts.", "I was interested about your post."),
        ("I am interested in it.", "interested for the first time", "interested at a glance", "interested on the day"),
        "Write “interested in”.",
        lambda found: (
            not re.match(r"(?:first|time|last|day|whole|moment|start|same|morning|evening|spot)", behind(found))
            and not re.search(r"for a$|at a$|on a$|at the$", found.group())
        ),
    ),
    misfit(
        r"\b(?P<at>at the age from|afraid from|similar (?:than|with|from) (?:the|my|your|what)|"
        r"participate (?:to|at) the|"
        r"dependent from|insist for|congratulations for|graduated of|graduate of the|married with (?:an?|the)|"
        r"wait(?:ing)? your "
        r"(?:answer|reply|call|news|response)|search(?:ing)? a (?:job|new job|position)|consist(?:s|ed)? from|"
        r"agree with to|"
        r"familiar of|thankful of you|discuss with about|good in (?:english|maths|computers|cooking|working|it)|"
        r"(?:since|for) long time|in this moment|on the other side,|like this i can|i am agree|make a party|"
        r"explain to you about|prefer to [a-z]+ than|wait for hear|enter to the|enter in the)\b",
        ("When I was at the age from twelve I tuned bells.", "I am waiting your reply."),
        ("at the age of twelve", "I am waiting for your reply.", "congratulations, for"),
        "One of the small words is wrong, missing or too many.",
    ),
    misfit(
        rf"{_START}(?P<at>(?:i|we|he|she|they|you) (?:was|were|am|are|is) (?P<form>[a-z]+))(?!['-]){_OBJECT_OR_THEY}",
        ("I was tell they need somebody tidy.", "We were give the keys."),
        ("I was told they need it.", "We were well.", "as they are, show them"),
        "Use the form that goes with “was”: “was told”, “were given”.",
        _among(_NOT_NOUNS | frozenset("tell ask bring say".split()) - frozenset(("become",))),
    ),
)
