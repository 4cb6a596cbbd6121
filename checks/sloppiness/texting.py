"""What belongs in a chat and not in a letter: text-speak, a small "i", shouting, stray punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.sloppiness import lexicon
from checks.sloppiness.hit import Hit
from checks.sloppiness.rule import Rule, lowered

_CHAT = "“{}” reads like a text to a friend, and a recruiter may take it for not caring."
_SPEECH = {
    **dict.fromkeys("ikr lol lmao omg wtf ngl ttyl brb".split(), ""),
    "u": "you",
    "ur": "your",
    "urs": "yours",
    "pls": "please",
    "plz": "please",
    "plse": "please",
    "thx": "thanks",
    "thnx": "thanks",
    "tnx": "thanks",
    "thanx": "thanks",
    "lmk": "let me know",
    "ppl": "people",
    "cuz": "because",
    "coz": "because",
    "bcuz": "because",
    "b4": "before",
    "gr8": "great",
    "l8r": "later",
    "l8": "late",
    "m8": "mate",
    "w8": "wait",
    "2day": "today",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2nite": "tonight",
    "2nd8": "to date",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tomoz": "tomorrow",
    "sum1": "someone",
    "any1": "anyone",
    "every1": "everyone",
    "some1": "someone",
    "wat": "what",
    "wot": "what",
    "tho": "though",
    "xcept": "except",
    "nite": "night",
    "idk": "I don't know",
    "tbh": "to be honest",
    "hmu": "contact me",
    "wanna": "want to",
    "gimme": "give me",
    "lemme": "let me",
    "sry": "sorry",
    "srry": "sorry",
    "thankx": "thanks",
    "msgd": "messaged",
    "rlly": "really",
    "defo": "definitely",
    "deffo": "definitely",
    "def8ly": "definitely",
    "b/c": "because",
    "bc": "because",
    "yall": "you all",
    "cya": "see you",
    "luv": "love",
    "dat": "that",
    "doin": "doing",
    "goin": "going",
    "hav": "have",
    "rite": "right",
    "ty": "thank you",
}
_PLAIN = "|".join(
    sorted((re.escape(word) for word in _SPEECH if word not in ("u", "ty", "rite", "bc", "dat")), key=len, reverse=True)
)
_BEFORE = r"(?<![\w@#/&.+'-])"
_AFTER = r"(?![\w@/&+'-]|\.\w)"

PILED = Rule(
    "punctuation",
    r"(?<![!?])([!?]{2,12})(?![!?])",
    "“{}” sounds excited or cross, more than you may mean.",
    fix=lambda found: "?" if "?" in found.group(1) else "!",
    finds=("Hi Pam!!!", "what top do I wear??", "Really?!"),
    passes=("Thank you!", "Can you come?", "Wow! Really?"),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "text-speak",
        rf"{_BEFORE}({_PLAIN}){_AFTER}",
        _CHAT,
        fix=lambda found: _SPEECH[found.group(1).lower()] or None,
        when=lambda found: (
            not (
                found.group().isupper()
                and re.search(r"[a-z] $", found.string[max(0, found.start() - 2) : found.start()])
            )
        ),
        finds=(
            "Pls let me know.",
            "Thx for the call",
            "i need it b4 friday",
            "lmk what you think",
            "im not weird lol.",
            "I wanna work there.",
        ),
        passes=(
            "Please let me know.",
            "We met at the Lol-Bar.",
            "the B4-plan",
            "I took the C4 van.",
            "concerns PLS regression and the like",
            "the jus",
        ),
    ),
    Rule(
        "text-speak",
        rf"{_BEFORE}(?-i:(u)){_AFTER}(?= [a-z]|[?!,.]|$|\n)(?<!and u)(?<!of u)(?<!for u =)(?! ?[=<>+]| and v\b)",
        _CHAT,
        fix="you",
        finds=("can u do 20?", "thought u would like it", "See u."),
        passes=("Section U covers it.", "the u-bend under the sink", "functions u and v", "U are welcome"),
    ),
    Rule(
        "text-speak",
        rf"{_BEFORE}(?-i:(r)) (?:u|ur|you|we|they)\b|\b(?:u|we|they|how|where|what|who|there) "
        rf"(?-i:(?:r)){_AFTER}(?= [a-z])",
        _CHAT,
        finds=("r u still looking?", "where r they", "we r ready"),
        passes=("I write r and Python.", "We use R here.", "R you sure"),
    ),
    Rule(
        "text-speak",
        r"\b(?:thank you|thanks|thx|ty|looking|lookin|waiting|work|working|apply|applying|asking|here|ready|"
        r"good|time|job) (4) "
        r"(?:u|you|me|ur|your|the|this|that|it|ya|my|a|an|any|all)\b",
        _CHAT,
        fix="for",
        finds=("thank you so much! thanks 4 the interview", "id rather work 4 u"),
        passes=("I work 4 days a week.", "time 4 pm", "I work 4 evenings."),
    ),
    Rule(
        "text-speak",
        r"\b(?:so much|very much|offer|offers|call|money|ready) (4) (?:u|you|me|ur|your|the|this|that|it|my)\b|"
        r"\blookin(?:g)? 4 ",
        _CHAT,
        finds=("thank you so much 4 the interview", "still lookin 4 ppl?"),
        passes=("They made an offer 4 weeks ago.",),
    ),
    Rule(
        "text-speak",
        r"\b(?:want|wants|wanted|need|needs|have|has|like|love|nice|going|got|able|hope|ready|happy|how|used|"
        r"try|trying|looking forward) "
        r"(2) (?!or\b|to\b|and\b|of\b|in\b|on\b|at\b|as\b|for\b|days\b|weeks\b|years\b|more\b|from\b|"
        r"with\b)(?=(?:be|b|know|see|do|go|work|come|meet|hear|start|talk|speak|"
        r"get|make|ask|say|send|you|u|me|the|ur|your|try|help|call|learn|join|give|take)\b)",
        _CHAT,
        fix="to",
        finds=("they want 2 know by Thursday", "nice 2 meet you"),
        passes=("I need 2 days.", "I have 2 dogs.", "I want 2 of them."),
    ),
    Rule(
        "text-speak",
        rf"(?<=[a-z]{{2}}) (?-i:(n)){_AFTER}(?= [a-z])(?<!rock n)(?<!drum n)(?<!fish n)(?<!number n)"
        r"(?<!of n)(?<!the n)(?<!where n)(?<!size n)(?! (?:is|was|are|equals|items|of|times)\b)",
        _CHAT,
        fix="and",
        finds=("all the machines n stuff", "lashes n brows"),
        passes=("rock n roll", "a sample of n people", "the n in it", "where n is ten", "B n B"),
    ),
    Rule(
        "text-speak",
        rf"(?<=[a-z]) (?-i:(w)){_AFTER}(?= (?:u|you|me|ur|your|my|the|him|her|them|us|a|it|no)\b)|\bcan "
        rf"(?-i:(?:c)){_AFTER}(?= [a-z])|{_BEFORE}(?-i:c u|cu) (?:soon|then|later|there|on|at)\b",
        _CHAT,
        finds=("thank you for meeting w me", "so u can c my work", "c u soon"),
        passes=("I programmed in c for years.", "the w in Warwick"),
    ),
    Rule(
        "lower-case-i",
        r"(?<![\w.@/\\&+'(\[-])(?-i:(i))(?=(?:'(?:m|ve|d|ll)\b| [a-z]{2,}))(?! (?:and|or|of|to|in|is|are|"
        r"through|above|below|for|from|with) )"
        r"(?<!phase i)(?<!part i)(?<!counter i)(?<!variable i)(?<!integer i)(?<!letter i)(?<!loop i)"
        r"(?<!type i)(?<!stage i)(?<!grade i)(?<!class i)(?<!level i)(?<!section "
        r"i)(?<!schedule i)(?<!volume i)(?<!war i)(?<!for i)"
        r"(?<!item i)(?<!band i)(?<!tier i)(?<!index i)(?<!category i)(?<!division i)(?<!chapter i)(?<!appendix "
        r"i)(?<!clause i)",
        "A small “i” for yourself is the first thing many readers notice.",
        fix="I",
        finds=("here is what i have built", "i would like it", "i'm free", "if i tell him"),
        passes=(
            "phase i of the work",
            "items (i) and (ii)",
            "the i3 chip",
            "I have built it",
            "i.e. always",
            "ii) the second",
            "for i in range",
        ),
    ),
    PILED,
    Rule(
        "punctuation",
        r"(?<=[a-z0-9)])([ ]{1,3},(?=[ ])|[ ][?!](?=[ \n\x1f]|$)|[ ]{1,2}[.](?=[ ]?\n|[ ](?-i:[A-Z])[a-z]* [a-z]|\x1f|"
        r"$))",
        "There is a space before the mark here, which looks hurried.",
        advice="Take the space out.",
        finds=("the best time , and little Beau", "I came home . I slept", "Have you decided yet ? If not"),
        passes=("the best time, and", "I know .NET well", "wait ... what", "one, two"),
    ),
    Rule(
        "punctuation",
        r"(?<=[a-z])((?<=[a-z]{3}),(?=[a-z]{2,}[ .])|,,+|;;+|,\.(?!\.)(?=\s))",
        "The marks here look like a slip of the finger.",
        advice="Leave one mark, with a space behind it.",
        finds=("I came home,slept and ate.", "I came,, and went"),
        passes=("I came home, slept and ate.", "3,500 people", "a,b"),
    ),
    Rule(
        "punctuation",
        r"(?<=[a-z]{2})([.?!])(?:I|We|The|My|This|Thank|Thanks|Please|If|It|In|As|And|But|They|You) ",
        "Two sentences run into each other without a space.",
        advice="Put a space between the sentences.",
        exact=True,
        finds=("I left in May.I then moved.", "Was it long?We can talk."),
        passes=("I left in May. I then moved.", "the U.S.The", "I like asp.net and more"),
    ),
)

_CAPITALS = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Z'’]{0,30}(?:[ \n,;:!?.&/–—-]{1,4}(?:[A-Z][A-Z'’]{0,30}|\d[\d,.:]*)(?![a-z\w])){2,200}"
)


_SPOKEN = frozenset(
    "i you me my your we our us am is are was were have has do does did will would can could please thank thanks "
    "not no "
    "it this that want need hello hi dear urgent asap attention withdraw read reply answer call".split()
)
"""Words of speech: a subject in capitals that has none is a title."""
_CITED = re.compile(r"\b(?:said|says|read|reads|saying|marked|labelled|labeled|called|titled) $")


def _heading(masked: str, found: re.Match[str]) -> bool:
    """Whether a run stands alone on its line and ends like a heading or a subject line ("RE: FIELD OFFICER")."""
    before, after = masked[max(0, found.start() - 1) : found.start()], masked[found.end() : found.end() + 1]
    return before in ("", "\n", "\x1f") and after in ("", "\n", "\x1f", ":")


def find(masked: str) -> Iterator[Hit]:
    """Hits in a mask of the body (page.py)."""
    small = lowered(masked)
    for rule in RULES:
        yield from rule.hits(masked, small)
    yield from shouting(masked, least=4)


def in_subject(masked: str) -> Iterator[Hit]:
    """Hits in a mask of the subject, where a few words of speech in capitals are a shout."""
    for rule in RULES:
        if rule.name in ("text-speak", "lower-case-i") or rule is PILED:
            yield from rule.hits(masked)
    yield from shouting(masked, least=2)


def in_greeting(line: str, start: int) -> Iterator[Hit]:
    """Hits in the greeting, which begins at `start`."""
    for hit in PILED.hits(line):
        yield Hit(hit.rule, start + hit.start, start + hit.end, hit.message, hit.advice, hit.correction)


def shouting(masked: str, least: int) -> Iterator[Hit]:
    """Runs of at least `least` words in capitals of which half are everyday words and so no abbreviations."""
    frequent = lexicon.frequent()
    for found in _CAPITALS.finditer(masked):
        words = re.findall(r"[A-Z'’]+", found.group())
        everyday = [word for word in words if len(word) > 1 and word.lower() in frequent]
        if _CITED.search(masked[max(0, found.start() - 12) : found.start()]):
            continue
        if least == 2 and not _SPOKEN & {word.lower() for word in words}:
            continue  # a job's title in capitals, as boards print it
        if least > 2 and len(words) <= 8 and _heading(masked, found):
            continue
        if len(words) >= least and len(everyday) >= max(2, len(words) // 2) and sum(map(len, everyday)) >= 10:
            yield Hit(
                "shouting",
                found.start(),
                found.end(),
                "Words in capitals read as shouting.",
                "Write them in small letters; the words themselves are strong enough.",
            )
