"""Its and it's."""

from __future__ import annotations

import re

from checks.sloppiness import lexicon
from checks.sloppiness.frames import alike
from checks.sloppiness.rule import Rule
from checks.sloppiness.things import thing

RULES: tuple[Rule, ...] = (
    alike(
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
    alike(
        r"\bif (its) (?:easier|ok|okay|possible|better|convenient|all right|alright|not|too|still|a|the|needed|"
        r"necessary|helpful)\b",
        "it's",
        ("call me if its easier.", "if its ok with you"),
        ("if its owner agrees", "if its staff come"),
    ),
    alike(
        r"\b(?:and|for|of|in|with|about|to|has|admire|love) (it's) (?=(?:own|staff|customers|products|employees|"
        r"clients|reputation|mission|values|website|culture|history|services)\b)",
        "its",
        ("I admire the firm and it's values.", "It has it's own garden."),
        ("It's staff who decide", "and it's people like you"),
    ),
    alike(
        r"\b(?P<at>it's own)\b",
        "its own",
        ("the county moves at it's own speed",),
        ("its own speed", "it's owned by"),
    ),
    alike(
        r"\b(?:of|in|into|at|from|with|by|on|losing|lost|lose|loses|changed|keeps|kept|has|had|know|knows|love|earned) "
        r"(?P<at>it's) (?P<noun>[a-z]+)\b(?!-)",
        "its",
        ("a palletizer that kept losing it's home position", "at it's best price", "in it's garden"),
        ("in it's not", "the one I work in it's true", "the state it's in", "at it's a"),
        lambda found: (
            thing(found)
            or bool(
                re.match(r"(?:home|best|second|third|main|early|old|new) [a-z]+", found.string[found.start("noun") :])
            )
        ),
    ),
    alike(
        r"(?:(?<![^\x1f\n])|(?<=[.!?] ))(?P<at>it's) (?P<noun>[a-z]+) (?:was|were|has|had|have|is|are)\b(?! (?:been|"
        r"what|that))",
        "its",
        ("It's case was exactly as I imagined.", "Its lid shut. It's staff are kind."),
        ("It's what was said.", "It's late, is it?", "It's people who are kind.", "It's all is well."),
        lambda found: (thing(found) or found.group("noun") == "staff") and found.group("noun") in lexicon.frequent(),
    ),
    alike(
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
    alike(
        r"(?:(?<![^\x1f\n])|(?<=[.!?,;] ))(?P<at>its) (?=(?:the (?:best|nicest|only|first|one|same|least)|raining|"
        r"snowing|"
        r"going to|no trouble|no problem|fine (?:by|for|with)|me|ok|okay|good to|hard to|easy to|worth|what i|been)\b)",
        "it's",
        ("Its the nicest gallery.", "Friday is fine, its no trouble.", "its raining"),
        ("Its first page is torn.", "Its very walls sing.", "its market, its people", "its late founder"),
    ),
)
