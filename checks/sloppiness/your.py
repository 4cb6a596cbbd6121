"""Your and you're."""

from __future__ import annotations

import re

from checks.sloppiness.frames import CLAUSE, ENDS, FIRST, alike, before, behind, stop_or
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import THINGS, thing, wide_thing


def _no_noun_of_yours(found: re.Match[str]) -> bool:
    """Whether what follows "your" is said of the reader and is no thing of theirs."""
    follows = behind(found, 60)
    if re.match(r"[a-z]+-", follows):
        return False
    if re.match(r"(?:still|back|open|free|closed|very|not|in|on|at|after|short|always)\b", follows) and not re.match(
        r"(?:still (?:not|to|in|on|looking)|back (?:in|on|at|to|from|and i|for|if|when|now)|back[.,;!?]|free (?:to|on|"
        r"at|in|"
        r"for|or|if|and i|then|when)|free[.,;!?]|open (?:to|on|at|for|if|and i|in)|open[.,;!?]|"
        r"closed (?:on|at|in|for|to)|closed[.,;!?]|not|in (?:the|a|on|need|charge|touch|luck)|on (?:the|a)|at (?:the|"
        r"a)|"
        r"after (?:a|an|the|is)|after[.,;!?]|short of|very (?:kind|busy|good|welcome) ?(?:to|with|in|[.,])|always|"
        r"still)",
        follows,
    ):
        return False
    return not re.match(
        r"(?:thinking|asking|looking|offering|saying|going|hiring|right|sure|open|doing|still) (?:on|of|for|about|to|"
        r"in|with)"
        r" (?:[a-z]+ ){0,3}(?:is|was|has|are|were|made|makes|helps?|shows?)\b|right to |in-|at-|still life|"
        r"still [a-z]+ [a-z]+s\b",
        follows,
    )


def _thing_of_yours(found: re.Match[str]) -> bool:
    """Whether what follows "you're" is a thing that something is done with, or a kindness of the reader's."""
    if re.match(r"kind (?:offer|letter|note|reply|words|help|invitation|email|message)", behind(found)):
        return True
    last = (before(found).split() or [""])[-1]
    return thing(found) and bool(
        re.fullmatch(
            r"thank\w*|of|for|with|from|about|at|on|in|read|saw|see|got|received|love|liked|enjoyed|to|by|visited|and|"
            r"use|used",
            last,
        )
    )


RULES: tuple[Rule, ...] = (
    alike(
        r"\b(?:that|if|know|see|think|hear|heard|saw|hope|sure|glad|sorry|understand|because|while|whether|"
        r"says?|noticed|believe) (your) "
        r"(?:looking|going to|trying to|not|still|the one|the "
        r"best|a|an|so|too|to busy|very|"
        r"really|currently|now|already|always|well|doing|having|short|probably|just|also|loosing|losing|making|"
        r"online)\b"
        r"(?! (?:manager|managers|team|process|time|day|period|schedule|season|work|staff|committee|needs|"
        r"decision|page|kind|good|busy))",
        "you're",
        (
            "I heard that your looking for someone",
            "I hope your well.",
            "I see your online all day.",
            "I know your still deciding.",
        ),
        ("I hope your team is well.", "I know your hiring manager", "I see your very busy schedule."),
    ),
    alike(
        rf"{CLAUSE}(your) (?:(?:the best|welcome|hiring|looking|the one){ENDS}|loosing out|losing out|going "
        rf"to|not going|making a|missing out|gonna|"
        r"looking for|still looking|still hiring)\b",
        "you're",
        ("But your loosing out.", "and your not going to regret it", "Your welcome.", "Your hiring!"),
        ("Your welcome pack came.", "and your looking after me", "Thank you for your welcome."),
    ),
    alike(
        rf"\b(?:if|that|see|hear|heard|know|whether|think|saw) (your) (?:hiring|recruiting|interviewing|"
        rf"seeking)(?:{ENDS}| (?=(?:for|someone|a|an|people|again|now|yet)\b))",
        "you're",
        ("Tell me if your hiring.", "I saw your recruiting for nights."),
        ("if your hiring plans change",),
    ),
    alike(r"\b(your) to busy\b", "you're", ("dont tell me your to busy",), ("it is your busy day",)),
    alike(
        rf"\b(you're) (?={THINGS}\b)",
        "your",
        ("If you're wife is the one", "Thank you for you're time."),
        ("if you're kind", "you're hiring"),
    ),
    alike(
        r"\b(?:who|what|where|how|when|than|unless|until|if|that|why) (?P<at>your) (?=(?:getting|looking for|doing|"
        r"having|"
        r"going to|trying|saying|expecting|seeking|needing|wanting|missing|after|letting|talking|thinking of|up to)\b"
        r"(?! (?:is|was|are|process|team|needs)\b))",
        "you're",
        ("so you'll see who your getting", "If that is what your looking for, ring me.", "what your after"),
        ("who your manager is", "what your going-rate is", "how your doing it is seen", "what your training covers"),
        lambda found: "doing it is" not in found.string[found.start() : found.end() + 12],
    ),
    alike(
        rf"(?:,|\b(?:think|know|hope|guess|yes|believe|sorry|and|sure|glad|if|that)) (?P<at>your) (?=(?:right|wrong|"
        rf"kidding|"
        rf"free|interested|available|ok|okay|happy|ready|sure|amazing|awesome|great|well){ENDS})",
        "you're",
        ("Yes, I've a second interview, your right.", "I hope your well.", "Ring me if your free."),
        ("on your right, your left", "It is your right.", "and your great-aunt"),
    ),
    alike(
        r"\b(?:thank you|thanks|thankful|grateful|of|for|with|from|about|at|on|in|saw|read|see|got|received|love|"
        r"liked) "
        r"(?P<at>you're) (?P<noun>[a-z]+)\b(?!-)",
        "your",
        ("Thank you for you're letter.", "I saw you're vacancy."),
        ("I see you're busy.", "I saw you're open.", "the one you're with"),
        thing,
    ),
    alike(
        r"\b(?:thank you|thanks|grateful|obliged) for (?P<at>you) (?=(?:help|time|letter|reply|kindness|patience|"
        r"support|"
        r"consideration|email|call|message|advice|response|note|interest)\b)|\b(?:at|to|of|from|with|in|for) (you) "
        r"(?=(?:convenience|company|consideration|vacancy|advert|website|kindness|reply|good self)\b)",
        "your",
        ("Thank you for you help.", "at you convenience"),
        ("Thank you for your help.", "for you, help", "the time that suits you company-wide"),
        lambda found: found.string[found.end() + 7 : found.end() + 8] != "-",
    ),
    alike(
        r"\b(?:when|whenever|if|once|unless|until|what|whatever|so|because|since|that|whether|where|how|as|and|but|"
        r"sure|"
        r"hope|know|think|see|glad|sorry|while|wherever|though|although) (?P<at>your) "
        r"(?=(?:ready|likely|planning to|sure|able|willing|unable|certain|unsure|aware|glad|keen|grand|stuck|"
        r"short-staffed|interested|"
        r"available|hiring|recruiting|thinking|saying|looking|going|expecting|offering|asking|doing|after|paying|"
        r"about to|back|free|in|on|at|here|there|still|not|done|finished|allowed|based|open|closed|short of|due)"
        r"(?:[.,;!?\x1f]|$| (?:to|for|about|at|on|in|with|that|of|or|and i|and we|then|again|now|if|i|me|a|an|the|than|"
        r"when|because|not|as|so)\b))",
        "you're",
        (
            "Let me know when your ready.",
            "Let me know what your thinking.",
            "Nothing else on the go, so your grand on that front.",
            "I hear that your still hiring for nights, and your not on the phone.",
        ),
        (
            "if your interested colleagues agree",
            "what your thinking on this is, and your back office",
            "and your in-house team",
            "and your still life",
            "that your open day was full",
            "what your asking price is",
            "and your at-home kit",
            "when your free time allows it",
        ),
        _no_noun_of_yours,
    ),
    alike(
        rf"{FIRST}(?P<at>your) (?=(?:right|wrong|welcome|kidding|joking|correct|amazing|ready|sure|able|the (?:best|"
        r"first|only|one)|going to|looking for|hiring|not|very (?:kind|welcome|busy|good)|so (?:kind|right|good)|"
        r"too kind|"
        r"in (?:luck|charge|need)|"
        r"always|probably|certainly|clearly|obviously)(?:[.,;!?\x1f]|$| (?:that|about|to|for|of|and i|in|when|if|i|me|"
        r"a|an|the|with|on|at|not|so|one|person|busy|welcome|looking|right|going)\b))",
        "you're",
        ("Your right that the exam is harder.", "Your welcome to ring.", "Your very kind to ask."),
        ("Your right to know is plain.", "Your very busy schedule", "Your sure touch in it", "Your not-so-new van"),
        _no_noun_of_yours,
    ),
    alike(
        r"\b(?P<at>you're) (?=(?:two|three|four|five|six|several|many|few|own|first|second|last|next|latest|recent|new|"
        r"kind|main|old|lovely|excellent|wonderful|beautiful) (?P<noun>[a-z]+)\b(?!-))",
        "your",
        ("I've read you're two papers on it.", "I saw you're latest collection.", "You're kind offer reached me."),
        ("You're kind people.", "I know you're two hours away.", "you're first in line", "you're new here"),
        _thing_of_yours,
    ),
    alike(
        r"\b(?:on|in|by|to|at|of|for|from|with|under|near|behind|outside|inside|into|onto) (?P<at>you're) "
        rf"(?P<noun>[a-z]{{3,}}){stop_or('is|was|are|were|has|and|in|on|at|to|of|for|from|with|i|that')}",
        "your",
        ("The box on you're bike is bigger.", "I have a cousin in you're yard."),
        ("the one you settle on you're sure of", "I see what you're in for", "the place to be in you're told"),
        wide_thing,
    ),
)
