"""Your and you're."""

from __future__ import annotations

from checks.sloppiness.frames import CLAUSE, ENDS, alike
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import THINGS, thing

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
)
