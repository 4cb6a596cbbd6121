"""Still more words that look like another, where what stands around them leaves one of the two: in tables and rules.

Some need the company of other words in the mail: "the desert" is sweet where somebody bakes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from checks.sloppiness.frames import DAYS, STOP, row, stop_or
from checks.sloppiness.rule import Rule

_BAKES = re.compile(
    r"\b(?:bak\w+|pastry|kitchen|chef|menu|cooks?|cooking|cakes?|bread|dough|restaurant|pudding|oven)\b"
)
_AISLES = re.compile(
    r"\b(?:aircraft|plane|cabin|airline|supermarket|store|shop|church|shelves|theatre|cinema|trolley)\b"
)


def _among(words: re.Pattern[str]) -> Callable[[re.Match[str]], bool]:
    """Whether one of these words stands within a few lines of the match."""
    return lambda found: bool(words.search(found.string[max(0, found.start() - 500) : found.end() + 500].lower()))


# fmt: off
RULES: tuple[Rule, ...] = (
    row("whether", "weather", r"the|bad|good|fine|wet|cold|hot|nice|winter|summer|this|whatever the",
        stop_or("is|was|forecast|permitting|allows|report|has|gets|turns|conditions"),
        "March is busiest, whatever the whether.", "the question of the, whether true or not,"),
    row("weather", "whether", r"know|decide|decided|ask|asked|wonder|wondering|see|sure|hear|tell me|say",
        r"(?:i|you|we|they|he|she|it|the|there|my|your) (?:[a-z]+ )?(?:is|are|was|can|could|should|would|will|has|have|"
        r"still|got|passed)", "I wonder weather you have news.", "I saw weather the like of which"),
    row("pubic", "public", r"", stop_or("sector|transport|service|services|house|library|school|health|relations|"
                "sphere|body|space|and|at|in|about|is|was|holiday|holidays|speaking|access"),
        "I answered questions from the pubic.", "the pubic bone"),
    row("principal", "principle", r"on|in", stop_or("and|but|to|i|we|with|yes|agree"),
        "I would refuse on principal and come to you.", "on principal photography"),
    row("accept", "except", r",|any day|nights|hours|mornings|free|open|available|every day|days|time",
        rf"(?:on|for|in|when|at|that) (?:the|a|my|{DAYS}|i|one|two|once|weekends|summer|winter|christmas)",
        "It would not, accept on Mondays.", "I will not accept for the moment."),
    row("desert", "dessert", r"for|every|each|of|and|or|favourite|make|made|bake|baked|serve|served|ate|best|do",
        stop_or("on|and|at|for|was|is|with|or|menu|in"), "Your menu has every desert on it.",
        "In the kitchen, of desert stone, we cooked.", when=_among(_BAKES)),
    row("deserts", "desserts", r"and|of|the|or|with|make|bake|our|my|for|serve|some|your", r"", "I bake bread and "
        "deserts.", "the kitchen got its just deserts.", when=_among(_BAKES)),
    row("flower", "flour", r"own|the|of|strong|plain|white|wholemeal|rye|bread|some|with|in",
        stop_or("up|and|in|from|on|for|to|was|is|down|at"), "I bake, and I carry my own flower.",
        "I bake a flower-shaped loaf", when=_among(_BAKES)),
    row("roles", "rolls", r"the|bread|breakfast|and|soft|of|sausage|cinnamon|some|crusty",
        stop_or("and|were|for|at|every|with"), "I can do the bread, the roles and every cake.",
        "In the kitchen I like the roles you offer", when=_among(_BAKES)),
    row("isle", "aisle", r"the|an|every|each|next|cereal|wine|centre|center|that|which|this|down",
        r"(?=[.,;!?\x1f]|$| (?:and|seat|seats|with|was|is|to|at|when|seven|two|three|four|five|six|\d+)\b|"
        r" of (?:the|a|your|my|our)\b)", "I stood in the isle of the aircraft.", "the plane to the Isle of "
        "Man", when=_among(_AISLES)),
    row("isles", "aisles", r"the|your|wide|our|all", stop_or("and|are|were|of (?:the|your)|in"),
        "I kept the isles of your shop clear.", "a shop in the Isles of Scilly", when=_among(_AISLES)),
    row("hole", "whole", r"on the|as a|than the|from the|with the|by the|nearly the|almost the|over the|read the|"
        r"spent the|"
        r"covers? the|covered the|see the", stop_or("of (?:the|my|your|last|that|it|this|a|it's)|thing|time"),
        "I can tell it from the hole of the shelf.", "I fell in the hole of the road."),
    row("hole", "whole", r"my", r"life|career|family|body|team|class|day|week|working life", "I cooked my hole life.",
        "my hole punch"),
    row("whole", "hole", r"a|the", r"in (?:the|my|a|your) (?:roof|wall|floor|bucket|fence|road|pocket|pipe|tank|"
        r"hull|ground)",
        "I mended a whole in the roof.", "the whole in the end"),
    row("peace", "piece", r"a|one|short|long|another|two|every", r"(?:about|on|for|by|i wrote) (?:the|a|an|my|"
        r"your|our|i|we|you|it)", "It's a peace about a dam.", "a peace that came late, this peace in the yard"),
    row("compliment", "complement", r"would|will|could|to|might|should|skills|nicely|experience|and",
        r"each other|one another|(?:your|my|our) (?:skills|team|strengths|work|own|range|existing|current|experience)",
        "Your ear and mine would compliment each other.", "I would compliment your cook"),
    row("effect", "affect", r"does|did|might|may|cannot", r"(?:the|your|my|our|their|it|us|them|me|"
        r"you|how|this|that|anyone|everyone|his|"
        r"her) (?:[a-z]+ )?(?!change)[a-z]+", "A short deadline does effect the wage.",
        "to effect the change, to effect your repairs"),
    row("lead", "led", r"what|which|that|who|and|it|this", r"(?:me|us|him|her|them|you) (?:to|into|here|back|there|"
        r"astray|on|"
        r"through)", "It was the rent sheet that lead me to it.", "It may lead me to it, and it is what will lead "
        "us to it."),
    row("stationery", "stationary", r"a|the|your", r"aircraft|plane|boat|ship|engine|object|target|machine|crane|"
        r"bus|queue",
        "I stood in the stationery aircraft.", "the stationery shop"),
    row("stationery", "stationary", r"was|were|stay|stays|stayed|be|quite|completely|perfectly", r"(?=[.,;]| (?:at|"
        r"in|on|for)\b)",
        "The van was stationery.", "it was stationery-led"),
    row("manger", "manager", r"the|our|new|old|former|as|their|this|that|a|current|my",
        r"of (?:the|a|an|your|my|our)|at|who|said|told|on duty", "I reported to the manger of a dental practice.",
        "away in the manger"),
    row("mangers", "managers", r"", r"", "I met both mangers.", "the manger is full"),
    row("breath", "breathe", r"still|to|can|could|let me|barely|hardly|not|and",
        stop_or("again|out|easily|properly|deeply|freely|the (?:same )?air"),
        "I can lift 25 kilos and still breath.", "out of breath again"),
    row("form", "from", r"[a-z]*(?:boat|train|bus|ferry|flight|plane|letter|call|calls|email|message|reply|note|"
        r"word|people|"
        r"men|women|person|customers|hear|heard|news|anything|something|someone|anyone|miles|minutes|hours|away|far|"
        r"different|apart|drive|drove|travel|travelled|moved|move|back|home|down|up|over|experience|skills|years)",
        r"(?:(?-i:[A-Z])[a-z]+|you|him|her|them|us|the|my|your|our|their|here|there|work|home|school|\d+)",
        "I travel on the boat form Gloucester.", "a letter form of it, and I got over form filling"),
    row("of", "off", r"went|gone|going|switched|turned|dropped|fell|paid|signed|logged|cut|ran|broke|called|rang|came",
        stop_or("in (?:time|the|a|good)|at|to (?:the|my|a|work)|well|early|with(?:out)?|and|again|on (?:the|a|my)|"
                "for (?:the|a|my)|home|work|sick|smoothly"), "I hope that the entry went of in time.",
        "the cut of the cloth, and the time that it came of age"),
    row("off", "of", r"out|a lot|lots|kind|none|member|members|fond|afraid|think|thought|consists|consisted|reminds me|"
        r"reminded me|copy|copies|because|instead|sake|end|front|side|the rest|hear|heard|"
        r"kinds",
        r"(?:the|my|your|our|their|his|these|those|them|you|us|it) ?(?:[a-z]+)?(?=[.,;!?\x1f]|$| [a-z])",
        "I was fond off the place.", "I took one off the shelf, and read part off the wall"),
    row("quite", "quiet", r"the|these|those|some|my|your|a few", r"(?P<noun>hours|room|rooms|streets|places|days|"
        r"nights|times|"
        r"corner|corners|evenings|mornings|end|side|life|ward|wards|carriage|months|weeks|season)",
        "I have always liked the quite hours best.", "the quite long hours"),
    row("past", "passed", r"i|we|they|he|she", r"the|your|my|a|an|two|three|our|it|them|him|her|each|every|through|by",
        "The log shows when we past the buoy.", "on what is past, we, past the age"),
    row("past", "passed", r"have|has|had|i've|we've|he's|she's", r"(?:the|my|a|an|all|both|your|every|it|them|each|"
        r"on|through|"
        r"away|with|two|three)", "I have past the theory paper since.", "the feast we had past noon, and has past "
        "form"),
    row("passed", "past", r"walk|walked|walking|drove|drive|driving|went|go|going|ran|run|cycled|cycle|rode|sailed|"
        r"came|come|rush|rushed|flew|moved|half|quarter|minutes|ten|twenty",
        r"the|your|my|our|his|her|their|it|me|us|him|them|here|there|two|three|four|five|six|seven|eight|nine|ten|"
        r"eleven|twelve",
        "It is ten passed eight.", "I just passed the test, and got passed the ball"),
    row("too", "to", r"went|go|goes|going|come|came|coming|drove|drive|travel|travelled|get|got|move|moved|moving|"
        r"sent|send|"
        r"write|wrote|written|spoke|speak|spoken|talk|talked|listen|listened|reply|replied|due|according|close|next|"
        r"thanks|"
        r"forward|back|up|down|over|return|returned|belong|belongs|happen|happened|happens|point|invited|used|"
        r"applied|apply|attached|relevant|similar|access|visit|want|wish|need|hope|like|able|happy|ready|out|lead|led",
        r"(?:(?-i:[A-Z])[a-z]+(?<!I)|the|my|your|our|his|their|you|me|him|them|us|be|see|hear|meet|do|get|make|know|"
        r"work|help)",
        "The second has moved too Reno.", "He went too, and back too far"),
    row("brought", "bought", r"", r"(?= (?:it|one|them|a [a-z]+|two [a-z]+|the [a-z]+) (?:for (?:\d|[£$€]|"
        r"half price)|at auction))",
        "I brought it for £20.", "I brought it for the boss."),
    row("bought", "brought", r"was|were|am|been", r"up (?:in|by|on|near|with|to)|to my attention|in (?:to|as)",
        "I was bought up in Hull.", "It was bought up-market"),
    row("bare", "bear", r"", r"with (?:an?|the|my|him|her|them|your)|(?:it|that|this) in mind|the (?:cost|weight|"
        r"load|brunt)|"
        r"to (?:hear|think|see|lose|leave)", "Bare with an old woman asking.", "bare to the waist"),
    row("loose", "lose", r"to|not|don't|won't|can't|never|will|would|could|might|may|did|didn't|you|we|i",
        r"(?:a|an|any|all|both|no|two|some|more|one|his|their|our|my|your|her|count|hold|hours|work|business|money|it|"
        r"everything) ?"
        r"(?:[a-z]+)?(?=[.,;!?\x1f]|$| [a-z])", "I would not loose a day.", "we loose-laid it"),
    row("lose", "loose", r"a|the|some|came|come|comes|coming|work|worked|shake|shook|get|got|hang|hung|let|too|very|"
        r"tie up",
        r"(?=(?<=[a-z]e lose)[.,;]|(?<=a lose) (?:end|ends|bolt|screw|tooth|wire|board|fit|cable|nut|stone|wheel|"
        r"tile)\b|"
        r"(?<=the lose) (?:end|ends|bolt|screws?|tooth|wires?|boards?|cables?|nuts?|stones?|wheel|tiles?)\b|"
        r"(?<=some lose) "
        r"(?:ends|bolts|screws|wires|boards|cables|nuts|stones|tiles)\b|(?<=too lose)[.,; ]|(?<=very lose)[.,; ])",
        "I tightened the lose screws.", "a lose-lose, the lose"),
    row("advise", "advice", r"some|any|your|good|kind|of|more|for|that|helpful|this|much|wise|no|his|her|their|legal",
        stop_or("on|about|and|was|is|from|to me|you|i|as|in|at|for|that|which"),
        "Thank you for your kind advise.", "I advise them"),
    row("advice", "advise", r"can|could|would|will|please|kindly|to|i|we|they|must|should",
        r"(?:me|you|us|him|her|them|on|if|whether|that|the|when|how|what|against|your|my)",
        "I would advice you to wait.", "I have, to advice of his"),
    row("practise", "practice", r"the|a|your|my|best|dental|medical|general|this|in|their|our|law|private|of|good|vet",
        stop_or("manager|nurse|and|in|at|is|was|has|of|for|with|to"), "the dental practise",
        "in, practise and"),
    row("then", "than", r"(?:more|less|fewer|better|worse|older|younger|bigger|smaller|longer|shorter|higher|lower|"
        r"later|"
        r"earlier|sooner|faster|slower|easier|harder|cheaper|warmer|colder|further|closer|greater|nicer|busier|happier|"
        r"stronger|louder|quieter)(?: [a-z]+)?",
        r"(?:i|you|we|he|she|they|it) (?:do|did|was|am|are|were|is|had|have|can|could|thought|expected|hoped|think|"
        r"knew|would|"
        r"need|want|like)|in|most|at|usual|ever|before|last|one|two|three|ten|twenty|\d+|half|just|what|mine|yours|"
        r"any|all|that",
        "I learned more then I hoped.", "I came later, then I left"),
    row("than", "then", r"(?<!other )(?<!rather )(?:now and|just|by|since|until|till|and|but|if so|right)",
        STOP,
        "I have been there since than.", "better, if larger, than"),
    row("course", "coarse", r"a|the|some|more", r"(?:sand|salt|grit|cloth|fabric|gravel|sandpaper|fishing|grain|"
        r"grind)", "a course grind",
        "of course sand is cheap" ),
    row("role", "roll", r"", r"of (?:tape|paper|film|cloth|fabric|carpet|wire|lino|turf|honour)", "a role of tape",
        "the role of a cook"),
    row("dairy", "diary", r"my|your|the|a|his|her|our", r"(?:is|was) (?:full|free|clear|empty|open)|entry|"
        r"for (?:next|the week)",
        "My dairy is free.", "the dairy is shut"),
    row("diary", "dairy", r"", r"(?:farm|farmer|farms|cows|cow|herd|products|product|free|industry|cattle|shed)",
        "I worked on a diary farm.", "my diary for May"),
    row("angle", "angel", r"(?:be|been|were|was|are|is|you|you're) an", STOP, "You were an angle.",
        "an angle of"),
    row("weather", "whether", r"", r"or not", "I don't know weather or not it came.", "the weather, or not"),
    row("led", "lead", r"to|will|would|can|could|not|did|didn't|might|may|must|should", r"(?:a|the|to|an|my|your|"
        r"our|by|me|teams?)",
        "I can led a team.", "to led-lit rooms"),
    row("breathe", "breath", r"a|the|my|your|of|deep|out of|short of|his|her|one|every|each", stop_or("and|of|in|"
                "before|when|test"), "I took a deep breathe.", "the way to, breathe and"),
    row("council", "counsel", r"(?:your|wise|his|her|good|kind) (?:wise|kind|good)", STOP,
        "Thank you for your wise council.", "the good council"),
    row("patients", "patience", r"for your|your kind|of your",
        r"with (?:me|my|us|this)|while|during|and (?:understanding|time|kindness)",
        "Thank you for your patients with me.", "for your patients and staff"),
    row("assess", "access", r"have|had|easy|gave|give|get|got|no|need|full|gain|the", r"to (?:the|a|my|your|it|all|"
        r"our)",
        "I have no assess to the site.", "I assess to the standard"),
    row("loss", "lose", r"to|not|don't|won't|can't|will|would", r"(?:the|my|your|a|it|this|touch|time|any|out|"
        r"interest|sleep|heart)",
        "I don't want to loss the chance.", "it led to loss of heat"),
    row("lost", "loss", r"", r"of (?:my|the|a|his|her|your|interest|time|earnings|income|work|life|power)", "for "
        "the lost of my job",
        "I lost, of the two,"),
    row("life", "live", r"i|we|they|to|you", r"(?:in|at|near|close|with|on|ten|two|three|five|by) (?:[a-z]+|"
        r"(?-i:[A-Z])[a-z]+)",
        "I life in Leeds.", "for us to life is good"),
    row("live", "life", r"my|your|his|her|our|whole", r"(?=(?<=my live)(?:[.,;!?]| (?:is|was|has|in|and|as)\b)|"
        r"(?<=whole live)|"
        r"(?<=your live)[.,;!?])", "I cooked all my live.", "my live-in job"),
    row("thing", "think", r"i|i don't|you|we", r"(?:that|it|i|you|we|the|my|about|of|this) [a-z]+", "I thing that "
        "it fits.",
        "for you thing one"),
    row("think", "thing", r"(?:the|a|one|another|every|same|only|first|last|best|good|nice) (?:same|only|first|last|"
        r"best|good|nice)",
        stop_or("i|is|was|that|to|for|about"), "the best think about it", "the best I think"),
    row("now", "know", r"let me|to|you|don't|not|please let me|already|do you|i", r"(?:if|when|what|whether|how|"
        r"that you|why|who|where|"
        r"about it)", "Let me now when you can.", "to now, when all is done"),
    row("know", "now", r"right|until|till|by|just|up to|from|for", STOP, "I am free right know.",
        "I don't know."),
    row("were", "where", r"wherever|that is|that's|this is|the place|the town|the yard|the shop|near|to|from|know|see",
        r"(?:i|we|you|they|he|she) (?:live|work|worked|am|are|met|left|grew|learned|learnt|trained|started|began|want|"
        r"stand|"
        r"go|come|was|is)", "This is were I learned it.", "in the place we were, and I see we were"),
    row("fine", "find", r"please|you'll|can|could|kindly|you will", r"(?:attached|enclosed|my|the|me|below|out|here)",
        "Please fine attached my CV.", "It came to fine a point."),
    row("find", "fine", r"i am|i'm|that is|that's|it is|is|be|would be|am", stop_or("with|for|by"),
        "Monday would be find.", "what it is, find"),
    row("sale", "sell", r"to|can|could|will|we|i", r"(?:the|my|your|a|it|them|cars|tickets|shoes|more)", "I can "
        "sale the cars.",
        "for sale the cars"),
    row("lightening", "lightning", r"", r"(?:strike|struck|storm|bolt|fast|speed|conductor|rod)", "a lightening strike",
        "a lightening of the load"),
    row("plane", "plain", r"in|just|quite|very|the", r"(?:english|sailing|truth|clothes|flour|sight|speaking|cooking)",
        "in plane English", "the plane to Leeds"),
    row("sauce", "source", r"open|the|main|good", r"(?:code|control|of (?:income|energy|water))", "open sauce code",
        "the sauce of my aunt"),
    row("mail", "male", r"", r"(?:nurse|nurses|model|colleague|colleagues|voice choir)", "a mail nurse", "the mail "
        "room"),
    row("tale", "tail", r"", r"(?:lift|end|lights?|board)", "a van with a tale lift", "a tale of two"),
    row("wear", "where", r"know|see|is|that's|remember|tell me|ask|asked", r"(?:the|you|i|we|it|they|to) (?:is|are|"
        r"was|were|can|live|"
        r"work|go|park|[a-z]+ (?:is|are|was))", "I know wear it is.", "I see wear the eye misses"),
    row("wear", "were", r"we|you|they|there", r"(?:very|so|not|kind|always|told|asked|going|happy)", "You wear very "
        "kind.",
        "what you wear, very"),
    row("sum", "some", r"", r"(?:of (?:my|your|them|us|these|those) |time|people|experience|help|news)", "I have "
        "sum experience.",
        "the sum of my parts"),
    row("soul", "sole", r"", r"(?:trader|charge|responsibility|owner|purpose|reason|income|carer|parent)", "I was a "
        "soul trader.",
        "a soul in charge"),
    row("bear", "bare", r"with my|my|the|his|her|your", r"(?:hands|feet|wall|walls|minimum|bones|essentials|wood|"
        r"metal|floor)",
        "I did it with my bear hands.", "the bear cage"),
    row("brakes", "breaks", r"lunch|tea|coffee|school|career|toilet|rest", r"", "two tea brakes a day", "the brakes"),
    row("breaks", "brakes", r"(?:the|my|front|rear|disc|drum|air) (?:front|rear|disc|drum|air|van's|car's)",
        stop_or("and|on|of|were|are|need"), "I changed the front breaks.", "the air breaks up"),
)
# fmt: on
