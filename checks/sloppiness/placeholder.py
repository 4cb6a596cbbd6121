"""What a template left behind: [Company], {{first_name}}, <insert title>, XXX, "Dear ,". In any language.

Not: [1], [sic], links, tags and merge fields as the topic of the message, kisses, sizes, Roman numerals,
masked numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.sloppiness.hit import Hit

_NOUN = (
    r"(?:compan(?:y|ies)|clients?|candidates?|applicants?|supervisors?|institutions?|compan(?:y|ies)'?s? name|"
    r"employers?|organi[sz]ations?|firms?|names?|surnames?|"
    r"forenames?|titles?|"
    r"positions?|roles?|jobs?|vacanc(?:y|ies)|dates?|times?|days?|months?|years?|numbers?|address(?:es)?|"
    r"cit(?:y|ies)|town|state|"
    r"locations?|phone|telephone|mobile|e-?mails?|industr(?:y|ies)|sector|skills?|fields?|departments?|"
    r"managers?|recruiters?|"
    r"interviewers?|contacts?|recipients?|hospitals?|clinics?|schools?|universit(?:y|ies)|colleges?|degrees?|"
    r"amounts?|salary|"
    r"links?|urls?|websites?|references?|signature|projects?|products?|topics?|achievements?|accomplishments?|"
    r"qualit(?:y|ies)|"
    r"experiences?|qualifications?|team|person|people|platform|source|school's name|venue|zip|postcode|"
    r"percentage|metric|"
    r"employer's name|reason|subject|details?|attachment name|x)"
)
_OTHER = (
    r"(?:your|my|their|his|her|first|last|full|middle|hiring|job|company|employer|contact|current|previous|new|"
    r"relevant|specific|key|"
    r"phone|mobile|e-?mail|role|position|interview|start|end|street|city|date|time|of|for|the|and|or|name|manager'?s?|"
    r"recruiter'?s?|interviewer'?s?|company'?s?|candidate'?s?|recipient'?s?|years? of|number of|target|same|"
    r"insert|add|enter|fill in|"
    r"put|here|goes|mr|ms|mrs|mr\.|ms\.|today'?s|linkedin|desired|exact|major|degree|course|programme|program|"
    r"school|university|"
    r"department|team|hospital|clinic|reference|product|project|skill|any|a|an|to)"
)
_INSIDE = rf"(?:{_OTHER}[ _/-]{{1,2}}){{0,4}}{_NOUN}(?:[ ]?(?:#?\d{{1,2}}|here|goes here|name|\(s\)))?"
_BRACKETS = re.compile(
    rf"(?<![\w\]!])\[ ?(?!the )({_INSIDE}|insert [^\]\n]{{1,60}}|your [^\]\n]{{1,40}}) ?\](?![(:\[])", re.IGNORECASE
)
_PARENTHESES = re.compile(
    r"\((?:(?:insert|enter|add|fill in) (?:your |the |a )?[\w' ]{2,40}|your (?:full |first |last )?name|company name|"
    r"(?:job|position) title|name of (?:the )?(?:company|manager|recruiter))\)",
    re.IGNORECASE,
)
_ANGLES = re.compile(
    rf"<<? ?(?:insert [^<>\n]{{1,60}}|(?:{_OTHER}[ _-]){{1,3}}{_NOUN}|company|employer|name|firstname|lastname|"
    rf"position|role|date|"
    rf"companyname|jobtitle) ?>>?|«[ ]?{_INSIDE}[ ]?»",
    re.IGNORECASE,
)
_BRACES = re.compile(
    r"\{\{\{?[#/]?[ ]?[A-Za-z][\w.| -]{0,40}?[ ]?\}?\}\}|\*\|[A-Z][A-Z_:0-9]{1,30}\|\*|%%?[A-Z][A-Z_]{2,30}%%?|"
    rf"(?<![\w$])\$?\{{[ ]?{_INSIDE}[ ]?\}}|\$\{{[a-zA-Z_.]{{2,40}}\}}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:INSERT (?:YOUR |THE )?(?:COMPANY |FULL |JOB |FIRST )?(?:NAME|TITLE|DATE|COMPANY|POSITION|ROLE)(?: "
    r"HERE)?|(?:YOUR|COMPANY) NAME HERE)\b|"
    r"\b[Ll]orem ipsum\b|\b(?:insert|add|put) (?:your |the |company |job )?(?:name|company|title|date|role) here\b|"
    r"\bDear (?:Company Name|First ?[Nn]ame|\w{2,4}\.? (?:Last ?[Nn]ame|Surname)|Recruiter Name|Hiring "
    r"Manager(?:'s)? Name|Name|NAME)\b"
)
_CROSSES = re.compile(
    r"(?<![\w@#.-])(?:[$£€]?X{2,}(?:[/.,:-]X{2,}){1,3}k?|[$£€]X{1,3}k?|X{3,}|(?<=\b(?:the|for|and) )XX(?=[.,;!?]|$)|"
    r"(?<=\b(?:at|in|to|of) )XX(?=[.,;!?]|$)|XX(?= (?:years?|months?|days?|"
    r"people|percent|per|at|and|the)\b))"
    r"(?![\w@-])"
)
_UNDERSCORES = re.compile(r"(?<=[a-z,] )_{3,30}(?=[ ,.!?]|$)", re.MULTILINE)
_HOLE = re.compile(
    r"^[ \t]{0,4}((?:Dear|Hi|Hello|Hey)(?: (?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?(?=[ ]?,)| +(?=,))[ ]{0,3},)", re.MULTILINE
)
_TOPIC = re.compile(
    r"\b(?:templat\w+|placeholders?|merge|mail-?merge|tags?|tokens?|syntax|variables?|jinja\w*|handlebars|"
    r"mustache|liquid|curly|"
    r"brac(?:e|es|kets?)|snippets?|code|coded|script|html|xml|xslt|css|helm|ansible|vue|angular|react|django|"
    r"twig|elements?|"
    r"schema|regex|parser|parse|showing|unfilled|newsletters?|mailings?|mail-?shots?|campaigns?|bulk|render\w*|"
    r"interpolat\w+|redact\w*|mask\w*|anonymi[sz]ed?)\b",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?:\b[A-Z][a-z]+|\bchapter|\bvolume|\bpart|\bsize|\bno\.?) $")
_QUOTES = re.compile(r"[\"“”`]")
_SAY = "“{}” looks left over from a template, as if the same letter went to many."


def find(text: str) -> Iterator[Hit]:
    """Hits in what the sender wrote (`Page.written`, or a subject), signature included."""
    for pattern in (_BRACKETS, _PARENTHESES, _ANGLES, _BRACES, _SPOKEN, _CROSSES, _UNDERSCORES):
        for found in pattern.finditer(text):
            if not _meant_so(text, found, pattern is _CROSSES):
                yield _hit(found.start(), found.end(), found.group(), "Put in what belongs there, or take it out.")
    for found in _HOLE.finditer(text):
        yield _hit(found.start(1), found.end(1), found.group(1), "Put in the person's name.")


def _meant_so(text: str, found: re.Match[str], crosses: bool) -> bool:
    """Whether the words are the topic of their sentence, part of a quotation, or not a gap at all."""
    before = text[max(0, found.start() - 200) : found.start()]
    after = text[found.end() : found.end() + 200]
    line_before, line_after = before.rpartition("\n")[2], after.partition("\n")[0]
    if _TOPIC.search(re.split(r"[.!?]\s", before)[-1]) or _TOPIC.search(re.split(r"[.!?]\s", after)[0]):
        return True
    if len(_QUOTES.findall(line_before)) % 2 and _QUOTES.search(line_after):
        return True
    if not crosses:
        return False
    if (line_before[-1:] in "*•" and line_before) or (
        _NUMERAL.search(line_before)
        and not re.search(r"(?:Dear|Hi|Hello|To|At|The|For|Mr|Mrs|Ms|Miss|Dr) $", line_before)
    ):
        return True
    words = re.findall(r"[^\W\d_]{2,}", line_before + " " + line_after)
    return (
        "/" not in found.group()
        and len(words) < 3
        and not re.match(r"\s*(?:dear|hi|hello|hey|mr|ms)\b", line_before, re.IGNORECASE)
    )


def _hit(start: int, end: int, excerpt: str, advice: str) -> Hit:
    return Hit("placeholder", start, end, _SAY.replace("{}", " ".join(excerpt.split())), advice)


FINDS: tuple[str, ...] = (
    "I admire the way [Company] works.",
    "my skills match the [job title] position",
    "Dear [Hiring Manager's Name],",
    "Hi {{first_name}},",
    "Hi {{ first name }},",
    "the opening at <Company Name>.",
    "at <insert company name>",
    "with a date of XX/XX.",
    "Dear Mr XXX,",
    "an offer from [Hospital]",
    "I live in [city]",
    "Dear *|FNAME|*,",
    "Hello %FIRSTNAME%,",
    "I have XX years of experience",
    "the (insert role) post",
    "at _____ company",
    "Dear ,\nI write",
    "Hi Ms ,\nI write",
    "[Your Name]",
    "Dear {name},",
    "INSERT NAME HERE",
    "«Company Name»",
    "They pay a salary of $XX,XXX.",
    "[insert one more thing here]",
    "Dear First Name,",
    "[your phone number]",
    "in [month] [year]",
    "my desk at [Client] faces the yard",
    "which I saw in the XX. My CV",
)
PASSES: tuple[str, ...] = (
    "as shown in [1] and [2]",
    "they was [sic] ready",
    "I replaced the {{name}} tags in our templates.",
    "In Vue, {{ total }} renders the sum.",
    "see [the brochure](https://a.example)",
    "[link to the form][2]",
    "Love, Kayleigh\nXXX",
    "a size XXL shirt",
    "Super Bowl XXX was loud",
    "Thanks, Bo xxx",
    "card ending XXXX-1234",
    "[EXTERNAL] Your interview",
    "<jo@acme.example>",
    "my son <3",
    "Dear Sir/Madam,",
    "he said [the company] would pay",
    "the (company) car",
    "if x < y and z > w",
    "Hi,\nI write",
    "the <title> element in HTML",
    "Dear Hiring Manager,",
    "Signed: ________\nDate: ________",
    "a {1, 2} set",
    "100% FINE",
    "[Ref: 4711] Driver",
    "Louis XX was not a king",
    'I wrote "Dear [Name]" on the board',
)
