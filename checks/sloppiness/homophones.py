"""Words that sound or look like the one that was meant: your/you're, then/than, loose/lose, should of."""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness.frames import CLAUSE, ENDS, alike
from checks.sloppiness.rule import Rule

_COMPARED = (
    r"(?:better|worse|more|less|bigger|smaller|faster|sooner|higher|lower|greater|brighter|older|younger|longer|"
    r"shorter|harder|easier|"
    r"stronger|happier|cheaper|fewer|closer|further|nicer|quicker|slower|larger|busier|kinder|friendlier|warmer|"
    r"cleaner|smarter|richer)"
)


def _words(pairs: dict[str, str]) -> Callable[[re.Match[str]], str | None]:
    return lambda found: pairs.get(found.group(found.lastindex or 0).lower())


RULES: tuple[Rule, ...] = (
    alike(
        rf"\b{_COMPARED}(?: (?!and |but |or )[\w-]+)? (then) (?=(?:the|a|an|my|your|our|his|her|their|most|any|"
        rf"anyone|ever|expected|usual|me|him|them|us|\d+|"
        r"ten|five|two|three)\b)(?!the[mn]? [\w ]+ (?:should|will|would|can)\b)",
        "than",
        ("much brighter then the one at Lakeview", "more then ten years", "less then a week"),
        ("Later then, we can talk.", "It got better, and then the boss came.", "it grew worse and then a man came"),
    ),
    alike(
        r"\brather (?!than|late|then)[\w'-]+ (?:[\w'-]+ ){0,10}(then) (?=(?:throw|have|be|go|do|make|take|work|"
        r"wait|stay|lose|get|give|spend|keep|let)\b)",
        "than",
        ("I'd rather order short and sell out by four then throw away a wheel",),
        ("It was rather late and then we went",),
    ),
    alike(
        r"\b(?:would|could|should|must|might|wouldn't|couldn't|shouldn't) (of) (?=(?:[a-z]{3,10}ed|been|called|told|"
        r"had|done|"
        r"gone|known|liked|come|made|"
        r"said|asked|written|sent|taken|given|loved|thought|got|gotten|let|seen|not|never|just|at least)\b)",
        "have",
        ("I should of called.", "You could of told me.", "I would of been there."),
        ("as I could, of course", "what I should, of things done, choose"),
    ),
    alike(
        r"\b(?:to|not|don't|won't|can't|will|would|could|might|never|dont|wont|cant) (loose) (?=(?:the|a|an|my|"
        r"your|our|this|that|it|out|you|hope|"
        r"interest|time|money|touch|track|sleep|heart|weight|faith|customers|patience|sight|contact|focus|them|"
        r"him|her)\b)|"
        r"\b(?:you're|your|i'm|im|are|is|am|we're|were|was) (loosing)\b",
        _words({"loose": "lose", "loosing": "losing"}),
        ("I don't want to loose the chance.", "I would not loose hope.", "But your loosing out"),
        ("the bolt came loose", "loose ends", "to loose-fill the boxes"),
    ),
    alike(
        r"\b(?:please|kindly) (advice)\b|\b(?:could|can|would|will) you (?:please |kindly )?(advice)\b|\bto "
        r"(advice) (?:me|you|him|her|us|them|on|if|whether)\b",
        "advise",
        ("Please advice on the next step.", "Kindly advice.", "Could you advice me?"),
        ("Please advise.", "your advice", "Thank you for the advice."),
    ),
    alike(
        rf"\b(?:some|any|your|good|of|more|great|kind|helpful) (advise)(?:{ENDS}|(?= (?:on|about|and|was|is|from)\b))",
        "advice",
        ("Thank you for your advise.", "I took some advise on it."),
        ("I advise clients.", "they advise on tax"),
    ),
    alike(
        r"\b(?:is|was|am|are|were|been|it's|i'm) (quiet) (?:a|an|sure|good|interested|excited|keen|similar|"
        r"different|impressed|clear|experienced|"
        r"familiar|certain|well|far|close|big|large|easy|difficult|hard|often)\b",
        "quite",
        ("I am quiet interested in it.", "It was quiet a surprise."),
        ("It was quiet and dark.", "a quiet office", "I am quite sure."),
    ),
    alike(
        r"\b(?:want|like|love|happy|able|going|hope|need|forward|ready|keen|pleased) (too) (?=(?:be|hear|"
        r"hearing|meet|meeting|see|seeing|go|do|know|"
        r"learn|join|joining|help|start|apply|have|make|ask|work|working|talk|discuss|say)\b)",
        "to",
        ("I want too work here.", "I look forward too hearing from you."),
        ("I would love that too.", "He came too late."),
    ),
    alike(
        r"\b(?:went|came) (too) (?:the|my|your) (?!day|week|next|same)",
        "to",
        ("I went too the wrong entrance.",),
        ("He went too, the boss.",),
    ),
    alike(
        r"\b(?:is|was|are|were|am|be|it's|you're|your|not|far|much) (to) (?=(?:busy|late|early|high|low|cold|hot|"
        r"small|big|long|far|heavy|slow|expensive|tired|"
        r"proud|shy|difficult|many|often)\b"
        r"(?:[.,;!?\x1f]| (?:to|for|and|now)\b|$))",
        "too",
        ("I hope it is not to late.", "I know your to busy."),
        ("My shift is to late evening.", "I am to speak."),
    ),
    alike(
        r"\b(?:show me|see|find out|ask|asked|tell me|wonder) (were) (?=(?:the|to|i|you|it|they|things) "
        r"(?:[\w'-]+ )?(?:is|are|was|stand|stands|work|live|works|go|park|start)\b)",
        "where",
        ("you can show me were the boiler is at", "I asked were the office is."),
        ("as if you were the one", "I know you were there."),
    ),
    alike(
        r"\b(?:to|i'll|will|can|could|not|can't|dont|don't|never|didnt|didn't) (here) (?=(?:back )?from (?:you|"
        r"them|him|her)\b)",
        "hear",
        ("I hope to here from you soon.", "if I dont here from you"),
        ("I am here from Monday.", "we came here from Kent"),
    ),
    alike(
        r"\b(?:havent|haven't|have not|hasn't|never|not) (herd) (?:anything|back|from|any|about|of|that|nothing)\b",
        "heard",
        ("havent herd anything since",),
        ("a herd of cows", "I have herd managers"),
    ),
    alike(
        r"\b(?:so|as|but|cause) i (no) (?=(?:you|that|the|how|all|what|where|my|your|this)\b)",
        "know",
        ("so i no all the machines",),
        ("so no, the shop",),
    ),
    alike(
        r"\b(?:you're|are|is|most|more) (welcomed) to (?:call|contact|visit|ask|reach|e-?mail|phone)\b",
        "welcome",
        ("You are welcomed to call me.",),
        ("I was welcomed to the team",),
    ),
    alike(
        r"\b(principle) (?:engineer|consultant|architect|scientist|designer|developer|analyst|dancer)\b|"
        r"\b(?:vice|assistant|deputy|school) (principle)\b",
        "principal",
        ("the Principle Engineer role", "the vice principle."),
        ("in principle", "a first principle of design"),
    ),
    alike(
        r"\b(?:skills|experience|background) (?:would |will |could )?(compliment) (?=my|your|the|our)|"
        r"\b(complimentary) (?:skills|skill sets?|strengths)\b",
        _words({"compliment": "complement", "complimentary": "complementary"}),
        ("My skills compliment your team.", "We have complimentary skills."),
        ("I paid a compliment", "complimentary breakfast"),
    ),
    alike(
        r"\bi (?:have |had |just |also )?(past) (?:my|the|all) (?:[\w-]+ )?(?:tests?|exams?|courses?)\b",
        "passed",
        ("I past my test in June.",),
        ("I walked past the test", "past exam papers"),
    ),
    alike(
        r"\b(?:no|little|great|good|big|positive|negative|an) (affect) on\b",
        "effect",
        ("a big affect on me",),
        ("That will affect me on Monday.", "a flat affect"),
    ),
    alike(
        r"\b(?:will|may|could|would|won't|doesn't|might|not) (effect) (?=(?:my|your|our|me|you|us|how)\b)",
        "affect",
        ("This won't effect my work.",),
        ("to effect change", "we will effect a change"),
    ),
    alike(
        r"\b(?:look|looking|looked) (foreword|froward)\b",
        "forward",
        ("I look foreword to it.",),
        ("He wrote the foreword.",),
    ),
    alike(
        r"\b(?:for|in|about|of) (?:the|a|this|your) (?:[\w-]+ )?(roll) (?=(?:as|of (?:manager|assistant|a|an)\b|"
        r"at (?:your|the)|with your|you advertised)\b)(?<!payroll )",
        "role",
        ("I am applying for the roll of manager.", "for the sales roll at your shop"),
        ("for a roll of tape", "the honour roll of 1990"),
    ),
    alike(r"\b(bare) with (?:me|us)\b", "bear", ("Please bare with me.",), ("with bare hands",)),
    alike(
        r"\b(peaked|peeked) my (?:interest|curiosity)\b",
        "piqued",
        ("It peaked my interest.",),
        ("My interest peaked in May.",),
    ),
    alike(
        rf"{CLAUSE}i (use) to (?:work|be|live|drive|teach|manage) (?=(?:with|for|at|in|there|as|a|an|on|by|"
        rf"near|the)\b)",
        "used",
        ("I use to work with her.", "and I use to live in Ohio."),
        ("the tools that I use to work wood", "what I use to drive nails"),
    ),
    alike(
        r"\b(?:am|was|is|are|were|i'm|be|been) (suppose) to\b",
        "supposed",
        ("I was suppose to start.",),
        ("I suppose to some it is",),
    ),
    alike(
        r"\b(apart) of (?:the|your|a|this|our)\b", "a part", ("I want to be apart of your team.",), ("apart from that",)
    ),
    alike(r"\bplease (except) (?:my|this|the)\b", "accept", ("Please except my apology.",), ("all except the last",)),
)
