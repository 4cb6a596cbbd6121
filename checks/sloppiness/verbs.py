"""English verbs and their forms, as far as mail to recruiters needs them: which form follows "did", "have", "she".

A form that is also another word ("found", "left", "work") is kept out of the set in which it would raise a false alarm.
"""

from __future__ import annotations

_IRREGULAR = """
begin began begun; break broke broken; bring brought brought; build built built; buy bought bought; catch caught caught;
choose chose chosen; come came come; do did done; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feel felt felt; fight fought fought; find found found; fly flew flown; forget forgot forgotten;
get got got;
give gave given; go went gone; grow grew grown; hang hung hung; hear heard heard; hold held held; keep kept kept;
know knew known; lead led led; learn learned learned; leave left left; lend lent lent; lose lost lost; make made made;
mean meant meant; meet met met; pay paid paid; ride rode ridden; ring rang rung; run ran run; say said said;
see saw seen; sell sold sold; send sent sent; shake shook shaken; show showed shown; sing sang sung; sit sat sat;
sleep slept slept; speak spoke spoken; spend spent spent; stand stood stood; swim swam swum; take took taken;
teach taught taught; tell told told; think thought thought; throw threw thrown; understand understood understood;
wake woke woken; wear wore worn; win won won; write wrote written
"""
_REGULAR = """
accept achieve add admire agree allow answer apply appreciate arrange arrive ask assist attach attend attract become
believe belong call carry change check clean close collect complete confirm consider contact contain continue cook
create decide deliver depend describe develop discuss drop employ enclose end enjoy enroll expect experience expire
explain fill finish fix follow gain graduate handle happen help hire hope improve include inform interview introduce
invite join like list listen live look love manage match mention miss move need notice obtain offer open operate order
organise organize pass phone play please post prefer prepare prove provide pull push raise reach receive remain
remember repair reply require resign respond return save seem serve share sign smile sort start stay stop study submit
suggest supply support talk teach thank touch train travel treat trust try turn use visit wait walk want wash
watch wish wonder work worry
"""
_TRIPLES = tuple(tuple(line.split()) for line in _IRREGULAR.replace("\n", " ").split(";"))
_BASES = frozenset(_REGULAR.split())


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base in ("drop", "stop"):
        return base + "ped"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


def _ing(base: str) -> str:
    if base in ("begin", "get", "run", "sit", "stop", "swim", "win", "drop"):
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and base not in ("be", "see", "agree") else base) + "ing"


BASES: frozenset[str] = frozenset(base for base, _, _ in _TRIPLES) | _BASES
THIRDS: frozenset[str] = frozenset(map(_third, BASES)) | {"has"}
PASTS: frozenset[str] = (
    (frozenset(past for _, past, _ in _TRIPLES) - {"found", "left", "felt", "saw", "ran", "led"})
    | frozenset(map(_past, _BASES - {"become"}))
    | {"had", "became", "saw"}
)
"""Pasts that are no base form: wrong after "did" and "to"."""
PAST_ONLY: frozenset[str] = frozenset(
    "began became came did drank drove ate flew gave went grew knew rode rang ran sang saw spoke swam took threw woke "
    "wore wrote chose shook".split()
)
"""Pasts that are no participle: wrong after "have"."""
PARTICIPLES: frozenset[str] = frozenset(part for _, _, part in _TRIPLES) | frozenset(map(_past, _BASES))
INGS: frozenset[str] = frozenset(map(_ing, BASES)) | {"having", "being"}
AGREEING: frozenset[str] = BASES - frozenset("find run like please".split())
"""Bases that are wrong after "she": all but those that are another word too ("and it please")."""
UNFINISHED: frozenset[str] = frozenset(
    "accept achieve apply attend become begin bring build buy choose complete decide develop discuss do drive eat "
    "enclose enjoy explain finish forget give go graduate hear improve join keep know learn lose make meet obtain "
    "organise organize pass prepare provide receive see sell send show speak spend submit take teach tell think throw "
    "understand visit win write".split()
) - {"become"}
"""Bases that are wrong between "have" and "the", "it", "in": all but those that are their own participle or a noun."""
ONLY_VERBS: frozenset[str] = frozenset(
    "become know include contain seem say tell bring depend allow explain belong remain expire require begin give "
    "come have want understand agree".split()
)
"""Bases that no noun is: wrong right after a noun in the singular."""
STATES: frozenset[str] = frozenset(
    "attach enclose impress excite please motivate dedicate qualify involve employ locate invite confuse disappoint "
    "organise organize attract amaze surprise delight satisfy interest concern fascinate inspire shock touch convince "
    "determine honour honor train inform".split()
)
"""Verbs whose participle describes people and things: wrong as a base after "very", "is", "am"."""
