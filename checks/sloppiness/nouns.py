"""Which everyday words are nouns in the singular, in the plural, or without one, as far as the word lists tell.

English has few signs of it, so this errs on the side of saying no.
"""

from __future__ import annotations

from checks.sloppiness import lexicon
from checks.sloppiness.verbs import BASES, INGS, PASTS, THIRDS

MASS: frozenset[str] = frozenset(
    "news information advice feedback experience knowledge equipment furniture weather traffic homework software "
    "training money music luggage research evidence progress transport paperwork communication sewing stock food water "
    "work help support interest time".split()
)
"""Never with "are": they have no plural, or not in that sense."""
FUNCTION: frozenset[str] = frozenset(
    "a an the this that these those my your his her its our their i you he she it we they me him us them who whom "
    "whose "
    "which what where when why how and or but nor so yet if as than then because while until since of in on at to for "
    "from with by about into over under between through after before without within during is are was were be been "
    "being am do does did has have had will would can could shall should may might must not no never all both each "
    "every everyone everybody everything someone anybody nobody anything nothing something people one two there here "
    "either neither any some few many much more most less least other others only just even also too very".split()
)
_COLLECTIVE = frozenset(
    "folk team staff company board committee family police crew group management firm school panel council bank "
    "hospital "
    "class crowd audience jury press media data public government party side department office shop store club union "
    "band choir army navy agency university college ward branch restaurant majority minority rest pair couple variety "
    "range number lot series means species faculty squad unit household street village town city trust church theatre "
    "museum hotel factory business practice society association bureau network clinic studio garage kitchen brigade "
    "lab laboratory personnel half third quarter percentage handful dozen hundred thousand following opposite rich "
    "poor "
    "young old deaf blind british english french dutch irish welsh best worst latter former first last next little "
    "kind sort type bunch host total youth world country nation community clergy league site plant way time moment "
    "day week month year minute hour second night morning evening afternoon weekend days".split()
)
_SINGULAR_SENSE = frozenset(
    "news series means works gas bus boss class glass business process access address success press mess loss pass "
    "physics maths mathematics economics politics logistics athletics ethics basis analysis crisis status virus bonus "
    "focus campus canvas atlas lens barracks headquarters species yes plus less thus this his its us was has is does "
    "always perhaps sales accounts operations admissions careers stores resources services communications thanks "
    "odds premises gymnastics electronics statistics graphics ceramics robotics days weeks months years hours minutes "
    "seconds miles metres meters pounds dollars euros grand quid kilos feet inches times".split()
)
"""Plurals in form that stand with "is": a department, a science, a stretch of time or money."""
PEOPLE_PLURAL: frozenset[str] = frozenset("people children men women police".split())


def singular(word: str) -> bool:
    """Whether a lower-case word is an everyday noun in the singular that is no group of people."""
    if word in MASS:
        return True
    if word in _COLLECTIVE or word in FUNCTION or word.endswith("s") or len(word) < 3:
        return False
    return word in lexicon.frequent() and any(p in lexicon.common() for p in _plurals(word))


def plural(word: str) -> bool:
    """Whether a lower-case word is an everyday noun in the plural and no verb in "-s"."""
    if (
        word in _SINGULAR_SENSE
        or word in THIRDS
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is", "ics", "wards"))
    ):
        return False
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else "")
    return word in lexicon.common() and any(len(s) > 2 and s in lexicon.frequent() for s in stems)


def describes(word: str) -> bool:
    """Whether a lower-case word may stand between "the" and its noun: neither a small word nor plainly a verb."""
    if word in FUNCTION or word in THIRDS or (word in PASTS and word not in ("finished", "completed")):
        return False
    return word not in INGS and word not in BASES - {"open", "clean", "complete", "close", "train", "work", "post"}


def _plurals(word: str) -> tuple[str, ...]:
    return (word + "s", word + "es", word[:-1] + "ies" if word.endswith("y") else "")
