"""What is misspelt, what was meant, and what is left alone."""

from __future__ import annotations

import pytest

from checks.sloppiness import lexicon, spelling
from checks.sloppiness.page import hidden

NONE: frozenset[str] = frozenset()


def misspelt(text: str, known: frozenset[str] = NONE, seen: frozenset[str] = NONE) -> dict[str, str | None]:
    mask = hidden(text, text)
    return {mask[hit.start : hit.end]: hit.correction for hit in spelling.find(mask, known, known | seen)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I recieved your note.", {"recieved": "received"}),
        ("Maintenence Man", {"Maintenence": "Maintenance"}),
        ("I dont mind, and it isn’t far.", {"dont": "don't"}),
        ("I saw him alot untill May.", {"alot": "a lot", "untill": "until"}),
        ("I am a carefull worker, definately.", {"carefull": "careful", "definately": "definitely"}),
        ("a wonderfully organiszed shop", {"organiszed": None}),
        ("PLEASE SEE MY ADRESS", {"ADRESS": "ADDRESS"}),
        ("We meet on wensday.", {"wensday": "Wednesday"}),
        ("I worked in a busy kitcen and a hospitel.", {"kitcen": "kitchen", "hospitel": "hospital"}),
    ],
)
def test_misspelt(text: str, expected: dict[str, str | None]) -> None:
    found = misspelt(text)
    assert found.keys() == expected.keys()
    assert {word: found[word] for word, right in expected.items() if right} == {w: r for w, r in expected.items() if r}


@pytest.mark.parametrize(
    "text",
    [
        "I organised the colour catalogue and organized the color catalog.",
        "kubectl, nginx and launchd, all on k8s, with pnpm and npm.",
        "I was a chef de partie and made viennoiserie.",
        "Write to jo@recieve.example or see www.recieve.example/seperate.",
        'The sign said "Fresh Vegatables" and I laughed.',
        "I wrote `recieve` in the code.",
        "We met Ngozi in Llanfairpwll and Kowalczyk in Szczecin.",
        "The crème brûlée, the naïve façade, the Ærø ferry.",
        "unhurriedly reupholstered co-ordinated re-entered nonfiction",
        "the lathework, the lambing shed, hoisting and snagging",
        "y'all're rock'n'roll o'clock",
        "a b c d e f g h",
        "Ich freue mich auf unser Gespräch und die Stelle in eurer Werkstatt.",
        "Lunchtimes, nightshifts and weekdays suit me.",
    ],
)
def test_left_alone(text: str) -> None:
    assert misspelt(text) == {}


def test_names_and_own_words_are_never_misspelt() -> None:
    assert misspelt("I wrote to recieve about the enginer.", known=frozenset({"recieve", "enginer"})) == {}


def test_words_of_the_thread_are_not_judged_by_the_dictionary() -> None:
    assert misspelt("the kitcen was warm") == {"kitcen": "kitchen"}
    assert misspelt("the kitcen was warm", seen=frozenset({"kitcen"})) == {}


def test_no_known_misspelling_is_a_common_word() -> None:
    # These four are listed for senses (sailors' "payed", plurals) that mail never has.
    both = {word for word in lexicon.misspellings() if word in lexicon.common()}
    assert both == {"hows", "payed", "whats", "wheres"}
    assert all(right.strip() == right and right for right in lexicon.misspellings().values())


def test_corrections_are_words() -> None:
    for right in lexicon.misspellings().values():
        for word in right.replace("-", " ").split():
            assert word.lower() in lexicon.accepted() or "'" in word or word.lower() in ("i", "a"), right
