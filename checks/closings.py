"""The shapes of mail that no follow-up is: leaving, accepting, and what the law lets a candidate ask for.

CLEAR ones are nearly always right; VAGUE ones only make a kind likelier than none. Data; compiled once.
"""

from __future__ import annotations

from checks.phrases import shapes

_SETS = {
    "job": r"job|post|role|position|place|placement|seat|chair|partnership|apprenticeship|work|offer|contract|desk|"
    r"board",
    "took": r"taken|took|accepted|found|signed (?:with|for|on with|on at)|said yes (?:\w+ )?to|gone with|settled for|"
    r"decided to (?:accept|take|stay|go with)|chosen to (?:stay|take|accept)|engaged (?:myself )?(?:\w+ )?(?:with|at)|"
    r"committed to",
    "out": r"out|back|down|aside|away",
    "list": r"running|process|search|race|list|consideration|hat|selection|recruitment|competition|shortlist|"
    r"short-list|books|pool",
    "condition": r"impair\w+|deaf|hard of hearing|blind|dyslexi[ac]|dyspraxi[ac]|autis(?:m|tic)|adhd|wheelchair|"
    r"epilep\w+|diabet\w+|sickle cell|arthritis|stammer|stutter|migraines?|partially sighted|lip-?read|pregnant|"
    r"crutches|visually|anxiety disorder|crohn'?s|disab\w+",
}
WITHDRAWAL = shapes(
    (
        r"(?:withdraw|withdrawing) (?:my|from|for)(?: \w+){0,3} (?:application|candidacy|candidature|name|interest|"
        r"{list}|post|role|job|position)|withdraw (?:my|me)",
        r"(?:must|have to|had to|wish to|want to|writing to|should like to|would like to|and so|so|i|therefore|"
        r"am) (?:\w+ )?withdraw(?:ing)?(?= ?[.,;]|$| having| as| for| because| with)",
        r"(?:take|strike|remove|cross|scratch|get) (?:me|my name|my application)(?: \w+)? (?:off|of|from|"
        r"out of) (?:your|the) (?:\w+ ){0,3}(?:{list})",
        r"(?:bow|step|pull|drop|stand|duck)(?:ping|ing)? {out}(?: of| from)? (?:the|your|this) (?:\w+ )?(?:{list})",
        r"(?:must|have to|i'?ve to|had to|need to|i'll|i will|going to have to|obliged to|better|wish to|"
        r"decided to) (?:\w+ )?(?:bow|step|pull|drop|stand) (?:out|down|aside)",
        r"(?:decline|declining|turn(?:ing)? down|say(?:ing)? no to|not accept|can'?t accept|cannot accept) (?:your|"
        r"the|this) (?:\w+ ){0,3}(?:offer|position|role|job|post|interview|invitation|place)",
        r"(?:must|have to|i'?ve to|going to have to|je dois) (?:\w+ )?(?:decline|say no|décliner)",
        r"(?:give|offer|leave|let) (?:my |the )?(?:slot|place|call|interview|it|time)(?: go)? (?:to|for) (?:someone|"
        r"somebody|anybody|another)",
        r"i(?:'m| am) no longer (?:\w+ )?(?:available for|interested in|looking|seeking|pursuing|a candidate|"
        r"able to (?:continue|proceed))",
        r"(?:won'?t|shan'?t|will not|shall not) be (?:coming|pursuing|continuing|proceeding)(?= ?[.,;]|$| with| on|"
        r" after| to the| for)",
        r"(?:i'?ve|i have|i|and|have) (?:{took})(?: [\w']+){0,10},? (?:so|and|thus|therefore)(?: \w+){0,2} (?:please|"
        r"must|won'?t|shan'?t|can'?t|cannot|needn'?t|withdraw|i'?ll have to|would you kindly)",
    ),
    _SETS,
)
"""Leaves the process, or declines an offer."""
TAKEN = shapes(
    (
        r"(?:i'?ve|i have|i|having) (?:just |now |already |since |today )?(?:{took}) (?:up )?(?:(?:an?|another|the|"
        r"one|it)(?: \w+){0,3} )?(?:{job}|elsewhere|with another)",
        r"(?:accepted|taken|signed|said yes to|started) (?:\w+ ){0,2}(?:another|a different|elsewhere)",
        r"(?:took|taken|takes|has) me on|decided to stay (?:where|with|at|in)|start(?:ing)? (?:\w+ )?elsewhere",
    ),
    _SETS,
)
"""Has taken something else, which alone may be leverage."""
PARTING = shapes(
    (
        r"(?:hope|trust)(?: that)? (?:you|it)(?:'ll)? (?:\w+ )?(?:find|fill|leaves)|sorry to have (?:wasted|troubled)|"
        r"wasted your time|(?:so|and) (?:i )?(?:can'?t|cannot|won'?t|shan'?t) (?:be )?(?:come|coming)|ask you to stop|"
        r"needn'?t keep|please (?:don'?t|do not) keep|no use to you now|good luck with the (?:search|post)|"
        r"leave it for",
    )
)
"""Said with a thing taken, it is goodbye."""
YES = shapes(
    (r"^(?:yes|gladly|with pleasure|deal|count me in|of course|absolutely)(?: please)?(?=[,.! ]|$)", r"yes,? please")
)
ACCEPTANCE = shapes(
    (
        r"i (?:\w+ )?accept(?= ?[.,!;]|$| with| and| on| gladly| gratefully| in full)|i (?:\w+ )?accept (?:it|your|"
        r"the|this) (?:\w+ ){0,3}?(?:offer|position|post|role|job|place|placement|appointment|terms|on the|with)",
        r"(?:happy|delighted|pleased|thrilled|glad|honou?red|writing|proud|like|wish) to (?:\w+ )?accept|"
        r"i'?m in(?= ?[.!])",
        r"(?:signed|returned) (?:\w+ ){0,4}(?:contract|offer letter|agreement|letter of appointment)|(?:contract|"
        r"offer letter|letter)(?: is|'s)? (?:\w+ ){0,2}signed(?: and)? (?:attached|enclosed|returned)?|"
        r"signed (?:pages|copy|copies)",
        r"(?:accept|accepting) (?:your|the|this) (?:\w+ ){0,4}(?:offer|position|role|job|post|place)",
        r"i'?ll take (?:it|the job|the post)|i do want it|yes to the (?:job|offer)|j'accepte",
    )
)
"""Accepts an offer; sure where an offer was really made."""
OFFERED = shapes(
    (
        r"(?:pleased|delighted|happy|pleasure|glad|like|want|able|going|thrilled)(?: \w+){0,3} (?:to |"
        r"that we )?(?:formally )?offer(?: you)?|offer (?:you )?(?:the|a|an) (?:\w+ ){0,4}(?:post|position|role|job|"
        r"place|contract)|(?:formal|your|our|an|my|letter of|written|the|in) offer(?: letter| of)?(?= ?[.,!:;]|$| is|"
        r" attached| of| letter| properly| dated)",
        r"(?:job|post|place|role|position|it)(?:'s| is|s) yours|yours if you|would like you to join|"
        r"we'?d like you (?:to join|to start|as our)|you'?ve got the (?:job|post)|if you want (?:it|the)|"
        r"nous avons le plaisir|is approved|want you for|will you take it|like to have you",
    )
)
COMPLAINT = shapes(
    (
        r"formal(?:ly)? (?:complaint|complain|grievance|appeal)|complain formally|(?:make|lodge|raise|file|submit|"
        r"bring|treat this as) (?:a|this|my) (?:\w+ )?(?:complaint|grievance)|(?:wish|want|like|writing) to (?:appeal|"
        r"complain)(?= |$)|appeal (?:against )?(?:the|your) (?:outcome|decision|result)|complaints? procedure",
        r"under (?:the )?(?:article \d+|gdpr|data protection|popia|ccpa|equality act|ada)(?= |[.,]|$)|subject access|"
        r"personal data (?:you|which|that)|copy of (?:all |the |any )*personal data|(?:delete|erase|"
        r"destroy)(?: \w+){0,2} (?:my|all|everything)(?: \w+){0,5} (?:application|data|details|file|results?|records?|"
        r"cv|papers)",
        r"(?:copy|copies|notes|record|recording) (?:of|from) (?:my|the panel'?s) (?:\w+ )?(?:interview|assessment|"
        r"test)|data protection law",
        r"reasonable adjustments?|(?:adjustments?|accommodations?) (?:for|to|at|under|because|request)|(?:ask for|"
        r"request|need|require|like) (?:an? |some |the )?(?:\w+ )?(?:adjustments?|accommodations?)(?= ?[.,:;]|$| for|"
        r" to| at)",
        r"(?:asked|was asked|were asked|question)(?: me)? (?:whether|if|when|about whether) i (?:plan|planned|intend|"
        r"intended|was|am|want|wanted|had|hoped)(?: \w+){0,3} (?:children|pregnan\w+|a family|babies|marry|married|"
        r"kids)",
        r"(?:score|test|recording|result|paper) (?:\w+ ){0,8}be (?:marked again|re-?marked|reconsidered)|"
        r"appeals procedure|"
        r"(?:travel\w*|travelling) (?:costs|expenses) (?:are|were|would be|will be|be) (?:refunded|reimbursed)",
        r"(?:discriminat\w+|harass\w+|racist|sexist) (?:\w+ ){0,4}(?:remark|comment|question|conduct|treatment|"
        r"against)|(?:was|been|felt) (?:discriminated|harassed)",
    )
)
"""A formal complaint, an appeal, a request about one's data, or for an adjustment."""
CONDITION = shapes((r"(?:i'?m|i am|i have|i use|i've|my)(?: \w+){0,4} (?:{condition})",), _SETS)
ARRANGEMENT = shapes(
    (
        r"(?:could|may|might|would|can|ask|please|shall i|grateful|need|helpful)(?: \w+){0,6} (?:seat|sit|room|"
        r"upstairs|downstairs|ramp|lift|written|writing|printed|large print|captions|interpreter|face|facing|breaks?|"
        r"extra time|quiet|questions in|held|step-free|window|headset|screen|adjust\w*)",
    )
)
"""With a condition named, what would help at an interview."""
UNSETTLED = shapes(
    (
        r"if|unless|otherwise|or else|before i|would(?! you)|might|minded|not (?:yet )?(?:accepted|withdrawn)|"
        r"rather than",
    )
)
"""A withdrawal or acceptance that is only threatened, hoped for or told of."""
