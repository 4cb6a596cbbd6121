"""An attachment that the words promise and the message lacks. Only where the promise is about this very message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.sloppiness.hit import Hit

_PAPER = (
    r"(?:cvs?|c\.v\.|resum[eé]s?|résumés?|curriculum(?: vitae)?|(?:cover(?:ing)? )?letters?|portfolios?|"
    r"certificates?|certifications?|"
    r"transcripts?|references?|diplomas?|licen[cs]es?|documents?|documentation|files?|forms?|cop(?:y|ies)|"
    r"(?:writing |work )?samples?|"
    r"schedules?|reports?|photos?|photographs?|pictures?|pdfs?|slides?|deck|presentations?|spreadsheets?|plans?|"
    r"proposals?|"
    r"contracts?|"
    r"applications?|statements?|drafts?|essays?|articles?|tests?|tasks?|exercises?|assignments?|scans?|passport|"
    r"id|dbs|list|summary|"
    r"page|sheet|details|write-?up|paperwork|timesheets?|invoice|drawings?|designs?|logs?|qualifications?|"
    r"availability|brief|versions?)"
)
_ADVERB = r"(?:also |now |just |therefore |hereby |gladly |duly |here )?"
_HERE = re.compile(
    r"\b(?:"
    r"(?:please |kindly )?(?:find|see|review|refer to|take a look at|have a look at) (?:the |my |a "
    r")?(?:attached|enclosed|attachments?)\b|"
    rf"(?:please|kindly|you(?:'ll| will| can| may)?) (?:also )?(?:find|see) (?:(?!not )[\w'-]+,? "
    rf"){{1,7}}(?:attached|enclosed)\b|"
    rf"(?:i|we)(?:'ve| have| am|'m| 'm|'ve)? {_ADVERB}(?:attach|attached|attaching|enclose|enclosed|enclosing) "
    rf"(?=(?:to this (?:e-?mail|message) )?(?:it|them|here|below|(?:[\w'’,-]+ ){{0,7}}?{_PAPER})\b)|"
    rf"{_PAPER}(?: [\w'-]+){{0,4}} (?:is|are|'s)? ?(?:also |both |all |now |hereby )?(?:attached|enclosed|"
    rf"included as an attachment)\b|"
    rf"(?:attached|enclosed) (?:here(?:with|to)?|below|please find|you(?:'ll| will) find|is|are|please see|find)\b|"
    rf"(?:attached|enclosed) (?:my|for your|as requested|as promised|herewith)\b|"
    rf"(?:the|my) (?:attached|enclosed) {_PAPER}\b|"
    r"(?:in|see|as|per) (?:the |my )?attach(?:ed|ment)s?\b|"
    r"(?:as an|in the) attachment\b|"
    r"(?:forgot|forgotten) (?:the attachment|to attach)\b"
    r")",
    re.IGNORECASE,
)
_START = re.compile(
    r"(?:^|[\x1f\n])[ \t]*(attached|enclosed|attaching)\b(?=[ :])"
    r"(?! (?:in|to|with) (?:the|a|my) (?:parcel|box|envelope|letter|post|package))",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|n't|never|without|no longer|if|unless|whether|should i|shall i|could|would|can i|may i|will|'ll|"
    r"happy to|able to|"
    r"tried to|try to|want(?:ed)? me to|like me to|let me know|last (?:time|week|month|year)|previous\w*|"
    r"earlier|before|"
    r"originally|already sent|yesterday|ago|first (?:e-?mail|message|application)|my (?:original |initial |"
    r"earlier )?application(?: of| from| on)|"
    r"i sent|i submitted|submitted|uploaded|when i applied|on (?:the|your) (?:portal|website|site)|you (?:have |"
    r"had )?(?:attached|enclosed|sent)|"
    r"you'?ve (?:attached|sent)|your (?:attached|enclosed|attachment)|for the attached|for (?:the |your "
    r")?attachments?|(?:attached|enclosed|added) to your|"
    r"in your (?:e-?mail|message|attachment)|job description|attached to (?:your|the) (?:advert\w*|listing|ad|"
    r"job|post)|links?|linked|url|(?:google |one)drive|on drive|dropbox|strings|condition|conditions|"
    r"emotionally|very attached|"
    r"so attached|too attached|garage|attached to (?:the|a|an|our|my) (?!e-?mail|message|this)|couldn|didn|"
    r"haven|doesn|isn|aren|post(?:ed)?|by post|upload)\b"
    r"|https?://|www\.|\ufffc|\?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\b(?:attach|enclose|attached|enclosed|attaching|enclosing) (?:nothing|no)\b", re.IGNORECASE)
_MENDED = re.compile(r"\b(?:here (?:it|they|you|is|are)|now|this time|attached|with it)\b", re.IGNORECASE)
_YOU_WILL = re.compile(r"\byou(?:'ll| will| may| can| could)(?: also)? (?:find|see)\b|\bwill find\b", re.IGNORECASE)


def find(sentence: str, start: int) -> Iterator[Hit]:
    """Promises in one sentence (of a mask), which begins at `start`. To be asked only where nothing is attached."""
    found = _HERE.search(sentence) or _START.search(sentence)
    if not found:
        return
    forgot = found.group().lower().startswith("forgo")
    if forgot and not _MENDED.search(sentence, found.end()):
        return
    rest = _YOU_WILL.sub("", sentence)
    if _NOT.search(rest) or _NOTHING.search(rest):
        return
    first, last = found.span(1) if found.lastindex else found.span()
    while last > first and sentence[last - 1].isspace():
        last -= 1
    yield Hit(
        "attachment",
        start + first,
        start + last,
        "The words speak of something attached, and nothing is; the reader would have to write back and ask.",
        "Attach the file, or leave the sentence out.",
    )


FINDS: tuple[str, ...] = (
    "I've attached my CV.",
    "Please find enclosed my resume and two references.",
    "Attached is my CV.",
    "Resume attached.",
    "My portfolio and CV are attached to this email.",
    "please find attached my CV and copies of my two welding certificates.",
    "I am attaching the form you asked for.",
    "You will find my certificates attached.",
    "Please see the attached letter.",
    "A signed copy of the contract is attached, so all you need do is sign.",
    "I enclose a copy of my licence.",
    "Attached: my CV.",
    "Sorry, I forgot to attach my CV, here it is.",
    "Please see my resume, attached.",
    "The completed form is attached as requested.",
    "As promised, I attach my slides.",
    "You'll see from the attached CV that I drive.",
    "I enclose the log for that winter.",
)
PASSES: tuple[str, ...] = (
    "I attached it last time.",
    "Let me know if I should attach my CV.",
    "I can attach my certificates if you like.",
    "I haven't attached my CV.",
    "Should I attach a CV?",
    "The CV I attached to my application of 3 May still holds.",
    "Thank you for the attached form.",
    "I was attached to the surgical ward for two years.",
    "The flat is small, with a garage attached.",
    "My portfolio is attached at https://files.example/x",
    "I will attach the scan tomorrow.",
    "There are no strings attached.",
    "I read the job description attached to your advert.",
    "I have grown very attached to the children.",
    "The form you attached won't open.",
    "I worked in an enclosed space.",
    "I attached the hoses and checked the pressure.",
    "a nursery attached to the church",
    "The attached form in your email is empty.",
    "I sent my CV yesterday.",
    "Enclosed in the parcel is your spirit level.",
    "I attach nothing this time, since you have my certificates.",
)
