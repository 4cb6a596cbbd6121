"""A rule of `negativity`: cranky impatience. A polite question about time, and plain waiting, are none."""

from __future__ import annotations

from checks.phrases import Rule, shape, shapes
from checks.wording.grudges import ADVICE, AT_WORK, SORRY, WORDS

IMPATIENCE = Rule(
    name="negativity.impatience",
    message="A recruiter would read impatience, and may feel pressed or scolded.",
    advice=ADVICE,
    hits=shapes(
        (
            # how hard can it be
            r"how (?:hard|difficult) (?:can it be|is it to|could it be|would it be to|can (?:one|a \w+) be)",
            r"how (?:many times|much longer) "
            r"(?:do i have to|must i|am i (?:supposed|expected|meant) to|can (?:it|one|a \w+) take)",
            r"how long (?:does it take|can it take|is it going to take) to "
            r"(?:pick up|read (?:one|a|four|my)|answer (?:one|a|me)|write (?:one|a|two)|say (?:yes|no))",
            r"does it (?:really )?take (?:a|an|\w+) (?:week|month|fortnight|year)s? to",
            r"(?:takes?|taking|took) (?:you |them |anyone |a company |a firm )?(?:so|this|that|that damn|too) long to "
            r"(?:~ )?(?:decide|answer|reply|respond|make|tell|write|pick|read|choose|say)",
            r"is (?:it|that|this) (?:really |truly |honestly )?(?:that|so|too) (?:difficult|hard|much|complicated)",
            r"what's so difficult about",
            r"not (?:rocket science|brain surgery)",
            r"would it (?:kill|hurt) (?:you|anyone|anybody)",
            # hurry up
            r"hurry (?:the \w+ )?up",
            r"get (?:a move on|your act together)",
            r"tick,? tock",
            r"chop chop",
            r"what'?s (?:~ )?(?:the hold-? ?up|taking (?:you )?so long)",
            r"what (?:is|was|could be) (?:possibly )?taking (?:you |them )?(?:so|this) long",
            r"(?:^|[,;:-] |\b(?:just|please|and|so|then|do|now) )(?:make up your minds?|make your minds? up)(?=[.!]|$)",
            r"(?:can'?t|cannot|couldn'?t) (?:even )?make up (?:their|your) minds?",
            r"(?:^|[.;:-] )(?:(?:so|well|now),? )?(?:job or no job|yes or no|hired or not)\?",
            r"(?:it'?s|is it|is that) (?:really )?a yes or a no",
            r"(?:call|ring|write|answer|reply|tell me) (?:~ )?or (?:just )?forget (?:it|me|about)",
            r"had it with (?:waiting|this|you|the)",
            r"(?:i'?ll|i will|i shall) (?:give|allow|grant) you (?:until|till|two|three|one more|a week|"
            r"(?:one|two|three|\d+) (?:\w+ )?(?:days?|hours?)(?! (?:a|per|each|every|of|in)\b))",
            r"you have (?:until|till) (?:~ )?(?:{day}|tomorrow|noon|five|tonight)(?=[.,;!]|$| to\b)",
            r"is (?:any(?:one|body)|some(?:one|body)) (?:\w+ )?going to (?:tell|answer|call|ring|write|get back|let "
            r"me)",
            r"(?:no one|nobody) (?:has |have |ever |will )?(?:told|tells|tell) me anything",
            r"do (?:you|u) (?:guys |people |lot )?(?:even|ever|actually) (?:read|answer|check|open|write|reply|look)",
            r"do you write anything down",
            r"does any(?:one|body) (?:there |at your end )?(?:actually|ever|even) (?:work|read|answer|look|check|care)",
            r"not (?:a|one) (?:syllable|peep|squeak|whisper)",
            r"heard (?:squat|zilch|nada|bugger all|sweet nothing|diddly)",
            r"(?:keep|kept|keeping) me guessing",
            r"(?:don'?t|do not) tell me (?:that )?(?:you'?re|you are|you were|you'?ve been) (?:too |so )?(?:busy|"
            r"short)",
            r"(?:sat|sit|sitting|stood|standing|waited|waiting|left|been) (?:[\w']+ ){0,6}like (?:an? (?:fool|dummy|"
            r"beggar|"
            r"dog|schoolboy|clown)|somebody's parcel)(?= |[.,;!]|$)",
            r"(?:slowly|once more),? for (?:those|the ones|anyone) (?:at|in) the back",
            r"as i (?:have|'ve) (?:already )?told you (?:twice|three|four|\w+ times|before)",
            r"(?:third|fourth|fifth|second) time you(?:'ve| have) (?:spelt|spelled|got|asked|cancelled|moved|lost|"
            r"misspel\w+|forgotten|changed)",
            r"get me my (?:results?|answer|money|contract|forms?|papers?) (?:~ )?by",
            r"just (?:tell|answer|give) me (?:yes or no|no|an answer|a straight|already)",
            r"(?:^|just |please |you people )(?:answer|read|check|reply to|open|return) your "
            r"(?:damn |bloody |fucking )?(?:e-?mails?|phone|messages?|calls?|inbox)[.!]*$",
            r"(?:could|can|would) you (?:\w+ ){0,2}(?:find|spare) (?:~ )?(?:minutes?|seconds?|moment) in your "
            r"(?:oh so |very )?busy",
            # demands
            r"(?:i|we) (?:demand|insist on|expect|require) "
            r"(?:~ )?(?:an? |my |your )(?:~ )?(?:answer|reply|response|decision|explanation|apology) "
            r"(?:~ )?(?:by|before|today|tomorrow|now|within|immediately|at once|from you)",
            r"i demand (?:an?|to know|to be|that you|my)",
            r"i (?:shall|will|'ll) not (?:wait|ask) (?:any longer|again)",
            r"stop (?:ignoring|wasting)",
            r"don'?t (?:you dare )?ignore me",
            r"(?<!will )(?<!'ll )(?<!can )(?<!to )(?:get back to me|reply|answer(?: me)?|respond|call me) "
            r"(?:immediately|at once|"
            r"this instant|right now|now)[.!]",
            r"or (?:i'm|i am) (?:out|gone|done)[.!]?$",
            r"done with you",
            r"(?:give it|i'?ll wait) (?:until|till) [\w ,']{1,30} and then i'?m (?:done|off|finished)",
            r"last warning",
            r"final warning",
            # too often, too long
            r"(?:this|that|it|here) (?:is|'s|was|will be)?,? ?(?:now |already )?(?:for )?(?:the|my|at least the) "
            r"{ordinal} (?:{contact}|time) (?:i (?:am|'m|have had to)|i'm|im|i've had|that i (?:am|have had)|without|"
            r"asking|writing|to no)",
            r"{ordinal} time (?:i am|i'm|im|i have had to|of asking|asking|i ask|i write)",
            r"(?:once|yet) (?:again|more),? (?:i|i'?m|i am|i have|i find myself) "
            r"(?:~ )?(?:chase|chasing|beg|begging|ignored)",
            r"(?:have|having|had) to (?:keep )?(?:chase|chasing|beg|pester|hound) (?:you|anyone|people)",
            r"(?:left|kept|leaving|keeping) (?:me|us|people|candidates|applicants|to be left) "
            r"(?:waiting|hanging|dangling|guessing|in the dark)(?: for| since| like| without)",
            r"(?:be|been|was|being) left (?:dangling|hanging|in the dark)(?! too)",
            r"(?:sick (?:and tired )?of|tired of|fed up (?:with|of)|had enough of) "
            r"(?:waiting|chasing|being|your|this|excuses|these|the (?:silence|delays?|excuses|run))",
            r"(?:i'?m|i am|i have|i've|me) (?:\w+ )?(?:running out of|losing|lost|out of) patience",
            r"more than patient",
            r"(?:weeks|months) of (?:silence|nothing)",
            r"^(?:not (?:heard )?)(?:a|one|a single) (?:word|peep|thing|sausage)",
            r"not a (?:single )?word(?:,| from you| has come)",
            r"nothing but silence",
            r"why (?:have|haven't|has|hasn't|did|didn't|can't|won't) (?:you|nobody|no one) "
            r"(?:~ )?(?:answer|reply|repl|call|respond|contact|bother)\w*",
            r"(?:i have|i've|ive|i) (?:~ )?(?:e-?mailed|called|rung|phoned|messaged|texted) "
            r"(?:you )?(?:~ )?(?:three|four|five|six|{number} times|several) "
            r"(?:times )?(?:and (?:called|still|nobody|no one|not|no)|with no|without|but (?:nobody|no|you))",
            r"(?:an answer|a reply|one (?:e-?mail|line)|a response) "
            r"(?:this (?:year|century|decade)|before i (?:retire|die))",
            r"(?:are|were) you (?:ever |even |actually )(?:planning|going|intending) to "
            r"(?:\w+ )?(?:reply|answer|respond|write|call|ring|tell)",
            r"(?:reply|answer|respond|call) at all\?",
            r"(?:keep|put|putting) my (?:life|plans|family) on hold",
            r"you said {day} and it'?s (?:now )?{day}",
            r"hold(?:ing)? my breath",
        ),
        WORDS,
    ),
    behind=(),
    guards=(
        *SORRY,
        AT_WORK,
        shape(
            r"bounced|landlord|running late|line (?:was|is) (?:busy|bad|engaged)|traffic|"
            r"for my (?:certificate|results|card|licen[cs]e|visa)|worried it"
        ),
    ),
    finds=(
        "How hard can it be to write back one line?",
        "This is the third time I'm writing.",
        "I demand an answer by Friday.",
        "Hurry up and decide.",
        "What is taking so long?",
        "Why have you not answered my emails?",
        "I have emailed you four times and called twice. I am tired of waiting.",
        "Does it take a week to read one application?",
        "Job or no job?",
        "Call me today or forget it.",
        "I shall allow you two working days.",
        "Is anyone going to tell me what's going on?",
        "I've had it with waiting.",
        "Just make up your mind.",
        "Do you guys even read these?",
        "I sat three days by the phone like a fool.",
    ),
    spares=(
        "How long does the course take?",
        "How long does it take to hear back, as a rule?",
        "This is the third time I have sailed the route.",
        "I look forward to a reply by Friday, if you can.",
        "I am still waiting to hear from you.",
        "I'm still waiting for my certificate from the college.",
        "This is my third email today, sorry: I forgot the attachment.",
        "I've been waiting for a chance like this.",
        "Did you make up your mind about the spin classes?",
        "Yes, I am strict: I demand straight backs.",
        "I have read your message.",
        "You should know that before you make up your mind.",
        "Kindly ring me, and I will answer at once.",
        "Give the reed less pressure and it will answer at once.",
        "I'd be glad of a yes or a no, whichever it is.",
        "I can give you two days a week and every other Saturday.",
        "Does anyone there read Portuguese?",
        "You asked me whether I could let you have it by Monday; you have until five if you need me.",
        "She played two buyers off against each other until both lost patience.",
    ),
)
