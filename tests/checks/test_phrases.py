"""The phrase engine, and the proof that every rule carries: what it must find, and what only looks alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import negativity, other_offers, presumption, social_media
from checks.gratitude import GRATITUDE
from checks.phrases import NEGATION, Rule, findings, plain, says, sentences_of, shape, shapes
from checks.text import new_text

RULES: tuple[Rule, ...] = (
    *social_media.RULES,
    *presumption.RULES,
    *negativity.RULES,
    *other_offers.RULES,
    *GRATITUDE,
)
FEWEST = 4


def letter(words: str) -> str:
    return f"Hi Jo,\n\n{words}\n\nBest,\nBen"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_carries_examples_and_near_misses(rule: Rule) -> None:
    assert len(set(rule.finds)) >= FEWEST
    assert len(set(rule.spares)) >= FEWEST
    assert rule.message.endswith(".")
    assert rule.advice.endswith((".", '."', '?"'))


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in RULES for words in rule.finds])
def test_a_rule_finds_its_examples(rule: Rule, words: str) -> None:
    body = letter(words)
    hits = sentences_of(new_text(body)).hits([rule])
    assert hits
    for finding in findings(hits, "negativity", body):
        assert finding.start is not None
        assert body[finding.start : finding.end] == finding.excerpt != ""


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in RULES for words in rule.spares])
def test_a_rule_spares_its_near_misses(rule: Rule, words: str) -> None:
    assert not sentences_of(new_text(letter(words))).hits([rule])


@pytest.mark.parametrize("words", sorted({words for rule in RULES for words in rule.finds}))
def test_typographers_quotes_wrapped_lines_and_capitals_change_nothing(words: str) -> None:
    rules = [rule for rule in RULES if words in rule.finds]
    dressed = re.sub(r" (?=[a-z])", "\n", words.replace("'", "\u2019"), count=1).replace(" ", "\u00a0", 1)
    for rule in rules:
        assert sentences_of(new_text(letter(dressed))).hits([rule])
        if not rule.cased:
            assert sentences_of(new_text(letter(words.upper()))).hits([rule])


def rule_of(*hits: str, **more: object) -> Rule:
    made = Rule("thanks.test", "It is.", "Don't.", shapes(hits), (), ())
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made


def excerpts(body: str, rule: Rule) -> list[str]:
    return [body[hit.start : hit.end] for hit in sentences_of(new_text(body)).hits([rule])]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Add me on it.", ["Add me"]),
        ("ADD ME", ["ADD ME"]),
        ("Add\u00a0\u00a0me", ["Add\u00a0\u00a0me"]),
        ("A\u00addd me", ["A\u00addd me"]),
        ("Adding me", []),
        ("Please don't add me", []),
        ("I never asked you to add me", []),
        ("Not today. Add me", ["Add me"]),
        ('He said "add me" to all', []),
        ('A 5" pipe, so add me', ["add me"]),
        ("\u0130 \u0130 add me", ["add me"]),
    ],
)
def test_a_shape_meets_words(words: str, found: list[str]) -> None:
    body = letter(words)
    assert excerpts(body, rule_of(r"add me")) == found


def test_gaps_are_bounded_and_stay_in_the_sentence() -> None:
    rule = rule_of(r"sent ~ request")
    assert excerpts(letter("I sent you a kind request."), rule) == ["sent you a kind request"]
    assert excerpts(letter("I sent one two three four request."), rule) == []
    assert excerpts(letter("I sent it. A request came."), rule) == []
    wide = rule_of(r"sent it\. a request", wide=True)
    assert excerpts(letter("I sent it. A request came."), wide) == ["sent it. A request"]


def test_a_guard_spares_the_sentence_and_what_is_needed_may_stand_elsewhere() -> None:
    guarded = rule_of(r"start on {day}", guards=shapes((r"if",)))
    assert excerpts(letter("If you wish, I start on Monday. I start on Friday."), guarded) == ["start on Friday"]
    needing = rule_of(r"by {day}", needs=shapes((r"offers?",)))
    assert excerpts(letter("I have an offer. Tell me by Friday."), needing) == ["by Friday"]
    assert excerpts(letter("I have an idea. Tell me by Friday."), needing) == []


def test_greeting_signature_and_quotation_are_not_read() -> None:
    body = "Hi Add me,\n\nAll is well.\n\nBest,\nBen Add me\n\nOn Mon, 3 Mar 2025 at 10:00, Jo wrote:\n> add me"
    assert excerpts(body, rule_of(r"add me")) == []


def test_sets_name_sets_and_an_unknown_set_is_an_error() -> None:
    assert shape(r"{when}", {"when": r"on {day}"}).search("on monday")
    with pytest.raises(KeyError):
        shape(r"{nowhere}")


def test_a_text_of_any_kind() -> None:
    assert says("Re: Your\r\n offer", shapes((r"your offer",)))
    assert not says("", shapes((r"your offer",)))
    assert NEGATION.search("i do not ")


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_the_plain_form_points_back(source: str) -> None:
    read = plain(source)
    assert len(read.text) == len(read.lower) == len(read.offsets) - 1
    assert list(read.offsets) == sorted(read.offsets)
    assert read.offsets[-1] <= len(source)
    assert "  " not in read.text
    assert read.text == read.text.strip(" ")


@pytest.mark.parametrize(
    "hostile",
    [
        "i have an offer from " * 3000,
        "I " + "will " * 12_000,
        "your " * 12_000,
        "a b " * 15_000,
        "when where how my the a " * 2500,
        "x" * 60_000,
        "'" * 60_000,
        "not " * 15_000 + "add me on insta",
    ],
    ids=lambda text: text[:12],
)
def test_no_text_hangs(hostile: str) -> None:
    sentences = sentences_of(new_text(hostile))
    assert len(sentences.hits(RULES)) <= len(RULES) * len(sentences.singles)
