"""A greeting that names somebody who is none of the recipients, and another company's name where theirs belongs.

Better quiet than wrong: a name is wrong only where the recipients' own names are known and nothing in the message, the
thread or the addresses speaks for it; a company only where the recipient's own is named elsewhere in the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.model import Message, Person
from checks.sloppiness import lexicon
from checks.sloppiness.hit import Hit
from checks.sloppiness.nicknames import given, same
from checks.sloppiness.page import plain, words
from checks.text import NewText

_OPENING = re.compile(
    r"\s*(?:(?:dear|hi|hiya|hey+|hello+|howdy|hallo|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|"
    r"evening|g'?day|aloha|kia ora|salaam|namaste|respected|attn:?|attention:?)\b[\s,]*)+",
    re.IGNORECASE,
)
_TITLES = frozenset(
    "mr mrs ms mx miss mister missus dr doctor prof professor sir madam madame rev reverend fr father sister "
    "coach chef captain capt sgt lt col major maj hon dame lord lady judge sr sra srta herr frau monsieur m mme "
    "dhr mevrouw sensei pastor rabbi imam uncle auntie aunt and again all both there my dearest everyone".split()
)
_TEAM = frozenset(
    "team hiring recruiting recruitment recruiter recruiters manager managers committee department dept panel "
    "board staff office desk hr people talent human resources acquisition careers admissions selection colleague "
    "colleagues friend friends folks guys sirs ladies gentlemen whom concern everybody everyone anyone officer "
    "director head principal headteacher headmaster owner editor supervisor lead leader coordinator administrator "
    "secretary reader employer company school hospital clinic staffing group partners solicitors personnel search "
    "interviewers interviewer candidate support service services crew unit division ward enquiries info "
    "applicants matron chair dean vet doctor nurse landlord warden vicar registrar foreman governors trustees "
    "general operations sales marketing finance engineering office's gaffer boss world".split()
)
_ROLE_BOXES = frozenset(
    "jobs job careers career hr hiring recruitment recruiting recruit talent people info office admin enquiries "
    "enquiry contact hello mail team apply applications application vacancies staff staffing personnel noreply "
    "reply no do not donotreply support general reception manager head secretary resumes resume cv human "
    "resources acquisition".split()
)
_PUBLIC = frozenset(
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol proton protonmail gmx web mail email "
    "fastmail zoho greenhouse lever workday myworkday smartrecruiters ashbyhq bamboohr jobvite icims taleo indeed "
    "linkedin recruitee teamtailor workable personio breezy com org net co uk example edu gov ac de fr nl ie au "
    "nz ca in za us io".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLE = re.compile(r"\b(?:(mr|mister)|(?:mrs|ms|miss|madam))\b", re.IGNORECASE)
_OTHER = {"man": "woman", "woman": "man"}


def find(message: Message, text: NewText) -> Iterator[Hit]:
    """The greeting's and the company's hits, in the body's code points."""
    recipients = (*message.to[:50], *message.cc[:50])
    if text.greeting and recipients:
        yield from _greeting(message, text, recipients)
    yield from _company(message, text, recipients)


def _greeting(message: Message, text: NewText, recipients: tuple[Person, ...]) -> Iterator[Hit]:
    assert text.greeting is not None
    start, end = text.greeting.start, text.greeting.end
    line = message.body[start:end]
    opening = _OPENING.match(line)
    tokens = list(_TOKEN.finditer(line, opening.end() if opening else 0))
    titled = any(token.group().lower() in _TITLES - {"and", "again", "all", "both", "there"} for token in tokens)
    named = [token for token in tokens if plain(token.group()) not in _TITLES]
    if not named or len(named) > 6 or any(plain(token.group()) in _TEAM for token in named):
        return
    if not all(token.group()[0].isupper() for token in named):
        return
    greeted = [part for token in named for part in words(token.group())]
    if not any(given(name) or name in lexicon.names() or name not in lexicon.accepted() for name in greeted):
        return
    said = _title(line)
    if said and len(recipients) == 1 and _title(recipients[0].name) == _OTHER[said]:
        yield Hit(
            "wrong-name",
            start,
            end,
            f"The greeting is to a {said}, but the mail goes to {' '.join(recipients[0].name.split())[:80]}.",
            "Check how they wish to be addressed.",
        )
        return
    ours = [_own_names(person) for person in recipients]
    if not all(ours):
        return  # somebody among them is known by a mailbox only: it may be they
    names = frozenset().union(*ours)
    if any(_fits(name, names, person) for name in greeted for person in recipients):
        return
    if frozenset(greeted) & frozenset(words(text.context)):
        return
    if message.reply and not text.quoted and not titled and any(name[0] == own[0] for name in greeted for own in names):
        return  # they may sign with a name that only the deleted quotation showed
    first, last = named[0].start(), named[-1].end()
    to = next(person.name or person.address for person in recipients)
    yield Hit(
        "wrong-name",
        start + first,
        start + last,
        f"The greeting says “{line[first:last]}”, but the mail goes to {' '.join(to.split())[:80]}; they would "
        f"think it was meant for somebody else.",
        "Check who it is for, and greet that person.",
    )


def _title(text: str) -> str:
    """Whether the titles in a greeting or a display name are a "man"'s or a "woman"'s; "" for none or both."""
    sorts = {"man" if found.group(1) else "woman" for found in _TITLE.finditer(text[:200])}
    return sorts.pop() if len(sorts) == 1 else ""


def _own_names(person: Person) -> frozenset[str]:
    """A recipient's names as the header tells them, lower case; empty where only a role or nothing is known."""
    name = re.sub(r"\([^)]{0,80}\)|@.*$", "", person.name[:200])
    found = {word for word in words(name) if word not in _TITLES}
    if found:
        sure = not (found & _TEAM or found & _ROLE_BOXES) and any(
            given(word) or word in lexicon.names() or word not in lexicon.accepted() for word in found
        )
        company = frozenset(words(person.address.rpartition("@")[2][:200]))
        joined = "".join(words(name))
        if not sure or any(len(part) > 3 and part in joined and part not in found for part in company):
            return frozenset()
        return frozenset(found)
    local = person.address.partition("@")[0][:64]
    parts = {word for word in words(local) if len(word) > 1}
    # "alice.dent@" is as good as a display name; "adent@" and "office@" are not.
    return (
        frozenset(parts) if len(parts) > 1 and not parts & _ROLE_BOXES and any(given(p) for p in parts) else frozenset()
    )


def _fits(name: str, names: frozenset[str], person: Person) -> bool:
    if any(same(name, own) or _slip(name, own) for own in names):
        return True
    if any(len(own) == 1 and own == name[0] for own in names):
        return True
    address = plain(person.address[:200])
    return len(name) > 2 and name in re.sub(r"[^a-z@]", "", address)


def _slip(one: str, other: str) -> bool:
    """Whether two names are one spelt differently ("Sara" and "Sarah", "Oleksiy" and "Oleksii"): not another person."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :] or sorted(short) == sorted(long)


_COMPANY = (
    r"(?P<name>(?-i:[A-Z])[\w'’&-]{2,24}(?: (?:&|and|of|the) (?-i:[A-Z])[\w'’&-]{1,24}| "
    r"(?-i:[A-Z])[\w'’&-]{1,24}){0,3})"
)
_SLOTS = tuple(
    re.compile(pattern.replace("NAME", _COMPANY), re.IGNORECASE)
    for pattern in (
        r"\bwhat i (?:could|can|would|might) (?:do|bring|offer|contribute) (?:for|to|at) NAME",
        r"\b(?:look(?:ing)? forward to|love to|like to|hope to|keen to|excited to|eager to|delighted to|chance "
        r"to|opportunity to) "
        r"(?:a (?:long )?career (?:at|with)|join(?:ing)?|work(?:ing)? (?:at|for)|contribut(?:e|ing) to|"
        r"becom(?:e|ing) part of|"
        r"be(?:ing)? (?:a )?part of|start(?:ing)? (?:at|with)|help(?:ing)?) (?:the )?NAME",
        r"\b(?:interest(?:ed)? in|enthusias\w+ (?:for|about)|excited about|apply(?:ing)? for|considered for) "
        r"(?:(?:the|a|this|your|joining|working) ){0,2}(?:[\w-]+ ){0,5}?(?:role|position|job|post|vacancy|"
        r"opening) (?:at|with) NAME",
        r"\b(?:asset|addition|fit|contribution) (?:to|for) (?:the )?NAME",
        r"\b(?:dear|hi|hello) NAME (?:hiring |recruiting |recruitment |hr |talent |careers )?team\b",
        r"\b(?:at|with|for|joining) NAME (?:is|would be|remains) (?:my|the) (?:first|dream|ideal)",
    )
)
_GENERIC = frozenset(
    "the and of group company ltd limited inc llc plc gmbh team hiring recruiting school hospital clinic centre "
    "center services service solutions systems partners associates council university college trust care foods "
    "food".split()
)


def _company(message: Message, text: NewText, recipients: tuple[Person, ...]) -> Iterator[Hit]:
    domains = {part for person in recipients for part in words(person.address.rpartition("@")[2][:200])} - _PUBLIC
    if not domains or not recipients:
        return
    for sentence in text.sentences:
        for slot in _SLOTS:
            found = slot.search(sentence.text)
            if not found:
                continue
            name = re.sub(
                r" (?:hiring|recruiting|recruitment|talent|careers|team)\b.*$",
                "",
                found.group("name"),
                flags=re.IGNORECASE,
            )
            start = sentence.start + found.start("name")
            if _another(name, start, message, domains):
                yield Hit(
                    "wrong-company",
                    start,
                    start + len(name),
                    f"“{name}” stands where the reader's own company should; it looks like a letter meant for another.",
                    "Check the company's name.",
                )


def _another(name: str, start: int, message: Message, domains: set[str]) -> bool:
    """Whether `name` is a company's and neither the recipients' own nor one that the message knows otherwise."""
    parts = list(words(name))
    core = [part for part in parts if part not in _GENERIC and len(part) > 2]
    if not core or any(part in domain or domain in part for part in core for domain in domains if len(domain) > 2):
        return False
    initials = "".join(part[0] for part in parts)
    if any(domain.startswith(initials) or initials in domain for domain in domains if len(initials) > 1):
        return False
    rest = message.body[:start] + " " + message.body[start + len(name) :]
    others = f"{message.subject} {' '.join(person.name for person in (*message.to[:50], *message.cc[:50]))} {rest}"[
        :60_000
    ]
    if any(re.search(rf"\b{re.escape(part)}\b", plain(others)) for part in core):
        return False
    return _named_elsewhere(others, domains)


def _named_elsewhere(others: str, domains: set[str]) -> bool:
    """Whether the recipients' company, as their domain spells it, is written out somewhere: "Briarcliff Dairy"."""
    capitalised = re.findall(
        r"(?<![\w@.-])[A-Z][\w'’&-]{1,24}(?: (?:and |& |of )?[A-Z][\w'’&-]{1,24}){0,3}(?![\w@])", others
    )
    spelt = {"".join(words(group)) for group in capitalised[:2_000]}
    return any(
        len(domain) > 5 and len(name) > 5 and (domain.startswith(name) or name in domain or domain in name)
        for domain in domains
        for name in spelt
    )
