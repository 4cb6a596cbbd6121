"""Whole messages: what is found in them, where, and how it is said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.model import Attachment, Finding, Message, Person, Settings
from checks.sloppiness import check
from checks.text import new_text

ME = Person("Kayleigh Dobbs", "kay@home.example")
JO = Person("Jo Park", "jo.park@acme.example")
CV = (Attachment("cv.pdf", "application/pdf", 4_000),)


def found(
    body: str,
    subject: str = "Shop assistant",
    attachments: tuple[Attachment, ...] = (),
    rules: Settings | None = None,
    english: bool = True,
    reply: bool = False,
) -> list[Finding]:
    message = Message(
        ME, (JO,), subject=subject, body=body, attachments=attachments, in_reply_to="<1@acme.example>" if reply else ""
    )
    findings = check.find(message, new_text(body), rules or Settings(), english=english)
    for finding in findings:
        source = subject if finding.part == "subject" else body
        if finding.start is not None:
            assert finding.excerpt == source[finding.start : finding.end]
            assert finding.excerpt
        assert finding.rule.removeprefix("sloppiness.") in check.RULES
    return findings


def names(findings: list[Finding]) -> list[str]:
    return [finding.rule.removeprefix("sloppiness.") for finding in findings]


CLEAN = """Dear Jo,

Thank you for showing me round on Tuesday. I've thought a lot about what you said of the colour ranges, and I'd be glad
to come in again. You're right that it's the Saturday trade that counts; its pace suits me better than the week's.

I organised the stockroom at my last job and am used to early starts. My CV is attached.

Kind regards,
Kayleigh Dobbs
07700 900123
kayleigh-dobbs.example

On Mon, 3 Nov 2025 at 10:00, Jo Park <jo.park@acme.example> wrote:
> u shoud of recieved it!!! plz see attached [Company]
"""


def test_clean() -> None:
    assert found(CLEAN, attachments=CV) == []


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("I recieved your note.", ["spelling"]),
        ("I am writing to you about the the job.", ["repeated-word"]),
        ("It is better then the last one.", ["homophone"]),
        ("My last patient have dementia.", ["grammar"]),
        ("Can i come on Monday?", ["lower-case-i"]),
        ("Can u come on Monday?", ["text-speak"]),
        ("I WOULD LOVE TO COME ON MONDAY. I am free.", ["shouting"]),
        ("I would love to come on Monday!!!", ["punctuation"]),
        ("I admire the way [Company] works.", ["placeholder"]),
        ("Please find my CV attached.", ["attachment"]),
        ("I would eat a apple there.", ["grammar"]),
    ],
)
def test_each_rule(said: str, rules: list[str]) -> None:
    findings = found(f"Dear Jo,\n\n{said}\n\nKayleigh Dobbs\n")
    assert names(findings) == rules
    assert [finding.effect for finding in findings] == ["hold"]
    assert findings[0].message.endswith(".")
    assert findings[0].advice.endswith(".")


def test_wrong_name() -> None:
    assert names(found("Dear Mr Fowler,\n\nI can do Tuesdays.\n\nKayleigh Dobbs\n")) == ["wrong-name"]


def test_no_subject() -> None:
    (finding,) = found("Dear Jo,\n\nI can do Tuesdays.\n", subject=" ")
    assert (finding.rule, finding.part, finding.start, finding.excerpt) == (
        "sloppiness.empty-subject",
        "subject",
        None,
        "",
    )


@pytest.mark.parametrize(
    ("subject", "rules"),
    [
        ("Maintenence Man", ["spelling"]),
        ("Thank you!!!!", ["punctuation"]),
        ("WITHDRAW MY APPLICATION", ["shouting"]),
        ("The [job title] position", ["placeholder"]),
        ("see u monday", ["text-speak"]),
        ("CV, HGV DRIVER", []),
        ("[Careers] Ref. 4711", []),
        ("Re: Maintenence Man", []),
    ],
)
def test_subject(subject: str, rules: list[str]) -> None:
    findings = found("Dear Jo,\n\nI can do Tuesdays.\n", subject=subject)
    assert names(findings) == rules
    assert all(finding.part == "subject" for finding in findings)


def test_an_attachment_that_is_there() -> None:
    assert found("Dear Jo,\n\nPlease find my CV attached.\n", attachments=CV) == []


def test_another_language() -> None:
    body = "Dear Jo,\n\nIch habe i und u und ein teh am am [Company]!!! My CV is attached.\n"
    assert names(found(body, subject="", english=False)) == ["empty-subject", "placeholder", "attachment"]


def test_off_and_note() -> None:
    body = "Dear Jo,\n\nI recieved it!!!\n"
    levels = {"sloppiness.spelling": "note", "sloppiness.punctuation": "off"}
    findings = found(body, rules=Settings(levels=levels))  # type: ignore[arg-type]
    assert [(finding.rule, finding.effect) for finding in findings] == [("sloppiness.spelling", "note")]


def test_own_words() -> None:
    body = "Dear Jo,\n\nI play the kitcen in a band.\n"
    assert names(found(body)) == ["spelling"]
    assert found(body, rules=Settings(words=frozenset({"kitcen"}))) == []


def test_a_handful_of_each_and_how_many_more() -> None:
    findings = found("Dear Jo,\n\n" + "I recieved it. " * 9)
    assert names(findings) == ["spelling"] * check.MOST
    assert findings[-1].advice.endswith("There are 4 more places like it.")


def test_each_place_once_and_in_order() -> None:
    findings = found("Dear Jo,\n\ni dont tell u your to busy.\n")
    starts = [finding.start for finding in findings]
    assert starts == sorted(starts, key=lambda start: start or 0)
    assert len(starts) == len(set(starts))


def test_readability_is_a_note() -> None:
    long = "I would like to say that " + " and that ".join(f"the shop in street {n} was kind to me" for n in range(12))
    findings = found(f"Dear Jo,\n\n{long}.\n")
    assert [(finding.rule, finding.effect) for finding in findings] == [("sloppiness.readability", "note")]


@pytest.mark.parametrize(
    "body",
    [
        "a" * 1_000_000,
        "word " * 200_000,
        "[" * 10_000,
        "(" * 10_000,
        "A" * 1_000_000,
        "{{" * 300_000,
        '"a ' * 200_000,
        "the " * 200_000,
        "\u202eשלום עולם " * 20_000,
        "\ud800 \x00 😀 " * 20_000,
        "I want to the big one of the is there any more then " * 4_000,
    ],
)
def test_large_input_ends(body: str) -> None:
    found(body)


@pytest.mark.parametrize(
    "piece", ["the big bay ", "one of the ", "and i has ", "[", '"a ', "Is it so. ", "it's ", "A B "]
)
def test_time_grows_with_the_length(piece: str) -> None:
    """Four times the text, below every cap, takes about four times as long; what is quadratic takes sixteen."""
    found("Dear Jo,\n\nI has a apple.")  # the lists and patterns are read at first use

    def seconds(length: int) -> float:
        body = (piece * length)[:length]
        taken = []
        for _ in range(2):
            begun = time.process_time()
            found(body)
            taken.append(time.process_time() - begun)
        return min(taken)

    assert seconds(32_000) < 10 * seconds(8_000)


PIECES = st.sampled_from(
    [
        "i ",
        "u ",
        "your welcome",
        " [Company]",
        "{{name}}",
        "recieve ",
        "�",
        "\x00",
        "\x1f",
        "￼",
        "!!",
        "  ,",
        "’",
        "\n",
        "\n\n",
        "> ",
        "Dear Bob,\n",
        "attached my CV ",
        "THE BIG DOG RAN ",
        "the the ",
        "é",
        "😀",
        "\u202e",
        "İ",
        "ß",
        "-- \n",
        "XX/XX",
        "http://a.example",
        '"',
        "don't ",
    ]
)


ANY = st.text(st.characters(), max_size=8)
"""Lone surrogates, NUL and right-to-left letters among them."""


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(PIECES, ANY), max_size=40).map("".join), st.text(max_size=30), st.booleans())
def test_any_text(body: str, subject: str, english: bool) -> None:
    found(body, subject=subject, english=english)
