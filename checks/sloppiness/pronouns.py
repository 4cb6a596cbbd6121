"""Your and you're, its and it's, there, their and they're, whose and who's."""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness import lexicon
from checks.sloppiness.nouns import FUNCTION, plural, singular
from checks.sloppiness.rule import Rule
from checks.sloppiness.verbs import INGS

_ALIKE = "“{}” is not the word you mean here; the two look alike, and readers notice."
_CLAUSE = r"(?:^|[\x1f\n.,;!?] ?|\b(?:and|but|so) )"
_ENDS = r"(?=[.,;!?\x1f\n]|$)"
_THINGS = (
    r"(?:own|wife|husband|company|team|name|number|email|reply|time|job|office|website|help|advert|ad|"
    r"consideration|shop|store|firm|"
    r"school|business|staff|manager|phone|address|message|response|offer|decision|convenience|feedback|"
    r"interview|patience|support|letter|note|vacancy|call|visit|kindness|door|notice|colleagues|people|factory|crew)"
)
_DAY = (
    r"(?:any|at|on|by|in|before|after|until|when|early|from|tomorrow|today|tonight|all|for|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d{1,2}|with)"
)


def _rule(
    pattern: str,
    fix: str | Callable[[re.Match[str]], str | None] | None,
    finds: tuple[str, ...],
    passes: tuple[str, ...],
    when: Callable[[re.Match[str]], bool] | None = None,
) -> Rule:
    return Rule("homophone", pattern, _ALIKE, fix=fix, finds=finds, passes=passes, when=when)


def _thing(found: re.Match[str]) -> bool:
    """Whether the word after it is plainly a thing that somebody has."""
    word = found.group("noun").lower()
    if word in FUNCTION or word in INGS or word in _ALSO_OTHERWISE:
        return False
    return singular(word) or plural(word)


def _behind(found: re.Match[str]) -> str:
    return found.string[found.end() : found.end() + 40].lstrip(" \n")


_ALSO_OTHERWISE = frozenset(
    "well right open clean free kind busy clear close hard good fine cold late early just quite almost man time work "
    "home back good one great bit lot people half winter summer spring autumn morning evening night today tomorrow "
    "yesterday monday friday saturday sunday tuesday wednesday thursday pity shame true fun news business hell rain "
    "only nice like still even that light dark dry wet cool warm quiet second past real round square hot safe sound "
    "human due worth natural general individual native professional welcome local ready sure off welcome level".split()
)

RULES: tuple[Rule, ...] = (
    _rule(
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
    _rule(
        rf"{_CLAUSE}(your) (?:(?:the best|welcome|hiring|looking|the one){_ENDS}|loosing out|losing out|going "
        rf"to|not going|making a|missing out|gonna|"
        r"looking for|still looking|still hiring)\b",
        "you're",
        ("But your loosing out.", "and your not going to regret it", "Your welcome.", "Your hiring!"),
        ("Your welcome pack came.", "and your looking after me", "Thank you for your welcome."),
    ),
    _rule(
        rf"\b(?:if|that|see|hear|heard|know|whether|think|saw) (your) (?:hiring|recruiting|interviewing|"
        rf"seeking)(?:{_ENDS}| (?=(?:for|someone|a|an|people|again|now|yet)\b))",
        "you're",
        ("Tell me if your hiring.", "I saw your recruiting for nights."),
        ("if your hiring plans change",),
    ),
    _rule(r"\b(your) to busy\b", "you're", ("dont tell me your to busy",), ("it is your busy day",)),
    _rule(
        rf"\b(you're) (?={_THINGS}\b)",
        "your",
        ("If you're wife is the one", "Thank you for you're time."),
        ("if you're kind", "you're hiring"),
    ),
    _rule(
        r"\b(?:in|on|to|of|at|for|from|with|change|love|like|by|about|saw|read) (there) (?=(?:own|website|"
        r"company|team|office|staff|manager|clients|customers|"
        r"beds|families|needs|names?|parents|lives|shop|store|children|patients|service|services|products)\b)",
        "their",
        ("nobody to change there beds", "I saw it on there website."),
        ("The shop there closed.", "I like it there.", "from there people walk"),
    ),
    _rule(
        r"\b(their) (?=(?:is|are|was|were|will be|has been|have been|isn't|aren't|wasn't)\b)",
        "there",
        ("Their is a job.", "I think their was a mix-up.", "everyone their was kind"),
        ("their isolation", "their area"),
    ),
    _rule(
        r"\b(?:everyone|everybody|people) (their) (?=(?:covered|knows|knew|said|says|worked|works|loved|loves|"
        r"helped)\b)",
        "there",
        ("everyone their covered for her",),
        ("everyone their age was",),
    ),
    _rule(
        rf"\b(they're) (?={_THINGS}\b)(?!hiring)",
        "their",
        ("It's they're own fault.", "I like they're website."),
        ("they're in the office",),
    ),
    _rule(
        r"(?:^|[\x1f\n.,;!?] ?|\b(?:that|think|hope|because|but|know|guess|hey|me) )(its) (?=(?:a|an|not|me|my|"
        r"your|that|because|filled|possible|okay|ok|worth|i|"
        r"you|we|been|asked|so (?:much|good|nice)|too (?:late|early|far)|going to|kind of|hard to|easy to|good "
        r"to|nice to|great to|clear that)\b)"
        r"(?!(?:a|an|not|that)-)",
        "it's",
        (
            "dont tell me its filled.",
            "Its so much brighter there.",
            "I think its a good fit.",
            "hey its me",
            "I hope its not too late.",
        ),
        ("The firm and its staff", "its own shop", "and its very own beer", "I like that its team is small"),
    ),
    _rule(
        r"\bif (its) (?:easier|ok|okay|possible|better|convenient|all right|alright|not|too|still|a|the|needed|"
        r"necessary|helpful)\b",
        "it's",
        ("call me if its easier.", "if its ok with you"),
        ("if its owner agrees", "if its staff come"),
    ),
    _rule(
        r"\b(?:and|for|of|in|with|about|to|has|admire|love) (it's) (?=(?:own|staff|customers|products|employees|"
        r"clients|reputation|mission|values|website|culture|history|services)\b)",
        "its",
        ("I admire the firm and it's values.", "It has it's own garden."),
        ("It's staff who decide", "and it's people like you"),
    ),
    _rule(
        r"\b(?:someone|somebody|know|person) (whose) (?=(?:going to|been|looking for|hiring|the best|in charge|"
        r"responsible)\b)",
        "who's",
        ("someone whose looking for work",),
        ("someone whose looks", "whose hiring process"),
    ),
    _rule(
        r"\b(?:who|what|where|how|when|than|unless|until|if|that|why) (?P<at>your) (?=(?:getting|looking for|doing|"
        r"having|"
        r"going to|trying|saying|expecting|seeking|needing|wanting|missing|after|letting|talking|thinking of|up to)\b"
        r"(?! (?:is|was|are|process|team|needs)\b))",
        "you're",
        ("so you'll see who your getting", "If that is what your looking for, ring me.", "what your after"),
        ("who your manager is", "what your going-rate is", "how your doing it is seen", "what your training covers"),
        lambda found: "doing it is" not in found.string[found.start() : found.end() + 12],
    ),
    _rule(
        rf"(?:,|\b(?:think|know|hope|guess|yes|believe|sorry|and|sure|glad|if|that)) (?P<at>your) (?=(?:right|wrong|"
        rf"kidding|"
        rf"free|interested|available|ok|okay|happy|ready|sure|amazing|awesome|great|well){_ENDS})",
        "you're",
        ("Yes, I've a second interview, your right.", "I hope your well.", "Ring me if your free."),
        ("on your right, your left", "It is your right.", "and your great-aunt"),
    ),
    _rule(
        r"\b(?:thank you|thanks|thankful|grateful|of|for|with|from|about|at|on|in|saw|read|see|got|received|love|"
        r"liked) "
        r"(?P<at>you're) (?P<noun>[a-z]+)\b(?!-)",
        "your",
        ("Thank you for you're letter.", "I saw you're vacancy."),
        ("I see you're busy.", "I saw you're open.", "the one you're with"),
        _thing,
    ),
    _rule(
        r"\b(?:thank you|thanks|grateful|obliged) for (?P<at>you) (?=(?:help|time|letter|reply|kindness|patience|"
        r"support|"
        r"consideration|email|call|message|advice|response|note|interest)\b)|\b(?:at|to|of|from|with|in|for) (you) "
        r"(?=(?:convenience|company|consideration|vacancy|advert|website|kindness|reply|good self)\b)",
        "your",
        ("Thank you for you help.", "at you convenience"),
        ("Thank you for your help.", "for you, help", "the time that suits you company-wide"),
        lambda found: found.string[found.end() + 7 : found.end() + 8] != "-",
    ),
    _rule(
        r"\b(?P<at>it's own)\b",
        "its own",
        ("the county moves at it's own speed",),
        ("its own speed", "it's owned by"),
    ),
    _rule(
        r"\b(?:of|in|into|at|from|with|by|on|losing|lost|lose|loses|changed|keeps|kept|has|had|know|knows|love|earned) "
        r"(?P<at>it's) (?P<noun>[a-z]+)\b(?!-)",
        "its",
        ("a palletizer that kept losing it's home position", "at it's best price", "in it's garden"),
        ("in it's not", "the one I work in it's true", "the state it's in", "at it's a"),
        lambda found: (
            _thing(found)
            or bool(
                re.match(r"(?:home|best|second|third|main|early|old|new) [a-z]+", found.string[found.start("noun") :])
            )
        ),
    ),
    _rule(
        r"(?:(?<![^\x1f\n])|(?<=[.!?] ))(?P<at>it's) (?P<noun>[a-z]+) (?:was|were|has|had|have|is|are)\b(?! (?:been|"
        r"what|that))",
        "its",
        ("It's case was exactly as I imagined.", "Its lid shut. It's staff are kind."),
        ("It's what was said.", "It's late, is it?", "It's people who are kind.", "It's all is well."),
        lambda found: (_thing(found) or found.group("noun") == "staff") and found.group("noun") in lexicon.frequent(),
    ),
    _rule(
        r"\b(?:so|as|but|because|if|whether|fresh|say|says|see|think|know|and|hope|or|when|that|since) (?P<at>its) "
        r"(?=(?:a|an|the|me|you|raining|going to|been)\b(?!-)|(?:two|three|four|five|six|seven|eight|nine|ten|"
        r"\d{1,3}),? not\b|"
        r"(?:ok|okay|fine|easier|possible|true|hard|easy|good|great|not|still|too late|worth|what|no trouble|no "
        r"problem)"
        r"(?:[.,;!?]| (?:to|not|that|a|the|for|and|what|who|how|in|me|on)\b|$))",
        "it's",
        ("If you want it fresh its five, not seven.", "so its going to be full", "I know its a long way."),
        ("and its five, six or seven members", "its a-side", "its not-so-new van", "if its all-white kitchen"),
    ),
    _rule(
        r"(?:(?<![^\x1f\n])|(?<=[.!?,;] ))(?P<at>its) (?=(?:the (?:best|nicest|only|first|one|same|least)|raining|"
        r"snowing|"
        r"going to|no trouble|no problem|fine (?:by|for|with)|me|ok|okay|good to|hard to|easy to|worth|what i|been)\b)",
        "it's",
        ("Its the nicest gallery.", "Friday is fine, its no trouble.", "its raining"),
        ("Its first page is torn.", "Its very walls sing.", "its market, its people", "its late founder"),
    ),
    _rule(
        r"(?:^|[\x1f\n.!?] ?|\b(?:and|but|because|that|so) )(?P<at>theirs) (?=(?:a|an|no|been|nothing|something|one|"
        r"two|lots|plenty)\b)",
        "there's",
        ("Theirs a tractor down on the road.",),
        ("Theirs are green.", "mine and theirs, a pair"),
    ),
    _rule(
        r"\b(?:is|are|was|were|if) (?P<at>their) (?=(?:any|a|an|anything|something|anyone|someone|somewhere|"
        r"anywhere|still|much|"
        r"many|no)\b)(?!(?:any|much|many|no|a|still)-)",
        "there",
        ("is their any word?", "Ask if their is still room, or are their any more."),
        ("is their only one", "are their own", "is their much-loved cat", "is their still life"),
        lambda found: not re.match(r"(?:much|still)[ -](?:loved|life|better|larger|bigger|smaller)", _behind(found)),
    ),
    _rule(
        r"\b(?P<at>their) (?=where\b)|\b(their) (?=were (?:better|many|some|no|two|three|more|a|so|too|several|"
        r"people)\b)",
        "there",
        ("I knew their where better people.", "Their were two of us."),
        ("their whereabouts", "they and theirs were"),
    ),
    _rule(
        rf"\b(?:be|been|get|got|arrive|live|stay|wait|over|back|up) (?P<at>their)(?= {_DAY}(?: |[.,!?]|$)|"
        rf"[.,!?\x1f]|$)",
        "there",
        ("I'll be their any time after ten.", "ill be their july 8", "I got their."),
        ("be their on-call cook", "back their all-round man", "be their with-it aunt"),
        lambda found: (
            not re.match(
                r"(?:all|early|march|may|with|in|on|for)[ -](?!the|my|at|in|on|day|and|\d)",
                _behind(found).lower(),
            )
        ),
    ),
    _rule(
        r"(?:(?<![^\x1f\n])|(?<=[.!?,;] )|(?<=\band )|(?<=\bthat ))(?P<at>their) (?=(?:going to|not|coming to|"
        r"looking for|"
        r"asking for|hoping|trying to|all (?:very|so|here|fine|gone|good)|really (?:nice|kind|good)|very (?:kind|"
        r"nice|good|happy)"
        r")\b)(?!going to (?:bed|school|work|college|church|war)\b|not-)",
        "they're",
        ("Their going to three weeks on.", "I hear that their looking for a cook."),
        ("their going to school early", "Their not-so-secret plan", "their very kind aunt"),
        lambda found: not re.match(r"(?:very|really) [a-z]+ (?!to|and|with|here|there|people)[a-z]", _behind(found)),
    ),
    _rule(
        r"\b(?:back|from|know|place|spot|just|that's|exactly|remember|see|sure|ask|asked|find|is|matter) (?P<at>were) "
        r"(?=(?:i|you|we|they|he|she|it) (?:found|come|came|live|lived|left|work|worked|stand|stood|put|go|went|was|"
        r"want|wanted|"
        r"grew|belong|belongs|met|parked|said|sat|am|is|are|lost)\b)|\b(?:and|but) (were) (?=i come from\b)",
        "where",
        ("I've put it back were I found it.", "and were I come from you feed a man"),
        ("it was just, were you found guilty", "We all were.", "I know you were there."),
        lambda found: "guilty" not in found.string[found.end() : found.end() + 20],
    ),
    _rule(
        r"\b(?:i|you|we|they|he|she|it|there|goat|who|which) (?P<at>where) (?=(?:very|not|so|going|looking|talking|"
        r"told|asked|"
        r"kind|happy|too|also|able|both|all|at fault|good|pleased|sorry|late|early|ready|better|many|some|two|three|"
        r"only)\b)",
        "were",
        ("when a goat where at fault", "You where very kind.", "We where told to wait."),
        ("I know where all the keys are.", "They asked him where.", "I'll show you where not to park."),
        lambda found: (
            not re.search(
                r"\b(?:show\w*|tell|told|ask\w*|teach|taught|see|saw|find|found|put|keep|left|leave|get|got|had|"
                r"have|know|send|"
                r"sent|take|took|meet|at|in|on|to|from|of|for|with|bring|brought|let|want|need) \w+$",
                found.string[max(0, found.start() - 14) : found.start("at") - 1].lower(),
            )
        ),
    ),
)
