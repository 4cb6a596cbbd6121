"""Who is greeted, and whether they are among those the mail goes to."""

from __future__ import annotations

import pytest

from checks.model import Message, Person
from checks.sloppiness import names
from checks.sloppiness.nicknames import same
from checks.text import new_text

ME = Person("Sam Field", "sam@home.example")
TEXT = "I am writing about the assistant's job. I can do Tuesdays.\n\nSam Field\n"


def wrong(
    greeting: str, to: str, address: str, *, quoted: str = "", reply: bool = False, rest: str = TEXT
) -> list[str]:
    body = f"{greeting}\n\n{rest}{quoted}"
    message = Message(ME, (Person(to, address),), subject="Assistant", body=body, in_reply_to="<1@x>" if reply else "")
    return [body[hit.start : hit.end] for hit in names.find(message, new_text(body))]


@pytest.mark.parametrize(
    ("greeting", "to", "address", "expected"),
    [
        ("Dear Mr Fowler,", "Alice Dent", "alice.dent@books.example", ["Fowler"]),
        ("Hi Niamh,", "Aisling Moore", "aisling.moore@fox.example", ["Niamh"]),
        ("Hello Priya,", "", "thomas.berg@acme.example", ["Priya"]),
        ("Dear Ms. Okafor,", "Tom Berg", "tom@acme.example", ["Okafor"]),
        ("Good morning Grace,", "Peter Lunt", "peter.lunt@acme.example", ["Grace"]),
        ("Dear Mr Wafula,", "Mrs Catherine Wafula", "c.wafula@print.example", ["Dear Mr Wafula,"]),
        ("Dear Ms Pratt,", "Mr Oliver Pratt", "o.pratt@boats.example", ["Dear Ms Pratt,"]),
    ],
)
def test_wrong(greeting: str, to: str, address: str, expected: list[str]) -> None:
    assert wrong(greeting, to, address) == expected


@pytest.mark.parametrize(
    ("greeting", "to", "address"),
    [
        ("Dear Mrs Wafula,", "Ms Catherine Wafula", "c.wafula@print.example"),
        ("Dear Mr and Mrs Lunt,", "Mr Lunt", "lunt@acme.example"),
        ("Dear Alice,", "Alice Dent", "alice.dent@books.example"),
        ("Dear Ms Dent,", "Alice Dent", "a@books.example"),
        ("Hi Liz,", "Elizabeth Moore", "e.moore@fox.example"),
        ("Hi Bob,", "Robert Moore", "r.moore@fox.example"),
        ("Hi Zoë,", "Zoe Hart", "zoe@fox.example"),
        ("Dear Sara,", "Sarah Hart", "sh@fox.example"),
        ("Dear Hiring Manager,", "Alice Dent", "alice@books.example"),
        ("Dear Sir or Madam,", "Alice Dent", "alice@books.example"),
        ("Hi there,", "Alice Dent", "alice@books.example"),
        ("Hi all,", "Alice Dent", "alice@books.example"),
        ("Dear Briarcliff team,", "Alice Dent", "alice@books.example"),
        ("Dear Mr Fowler,", "Talent Team", "talent@books.example"),
        ("Dear Mr Fowler,", "", "office@books.example"),
        ("Dear Mr Dietrich,", "Rob", "rob@dietrichroofing.example"),
        ("Coach Ramirez,", "", "aramirez@gym.example"),
        ("Dear Jo,", "J. Park", "jpark@acme.example"),
        ("Dear Alice and Tom,", "Alice Dent", "alice@books.example"),
        ("Good morning,", "Alice Dent", "alice@books.example"),
        ("Dear Panel,", "Alice Dent", "alice@books.example"),
        ("Dear Wensley Books,", "Wensley Books", "hello@wensleybooks.example"),
        ("Dear Mr Fowler,", "Wensley Books", "hello@wensleybooks.example"),
    ],
)
def test_right_or_not_sure(greeting: str, to: str, address: str) -> None:
    assert wrong(greeting, to, address) == []


def test_a_name_of_the_thread_is_right() -> None:
    quoted = "\nOn Mon, 3 Nov 2025 at 10:00, A. Dent <alice@books.example> wrote:\n> Please ask for Fowler.\n> Bunny\n"
    assert wrong("Hi Bunny,", "Alice Dent", "alice@books.example", quoted=quoted, reply=True) == []


def test_copied_people_may_be_greeted() -> None:
    body = f"Dear Tom,\n\n{TEXT}"
    message = Message(ME, (Person("Alice Dent", "a@b.example"),), (Person("Tom Berg", "t@b.example"),), body=body)
    assert list(names.find(message, new_text(body))) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("liz", "elizabeth", True),
        ("beth", "liz", True),
        ("alex", "alexander", True),
        ("tom", "niamh", False),
        ("jack", "john", True),
    ],
)
def test_nicknames(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


DAIRY = ("Dear Talent Team,", "Talent Team", "talent@briarcliffdairy.example")
OWN = "I'd like to apply for the planner role at Briarcliff Dairy. "


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            OWN + "I would be glad to talk about what I could do for Hartnell Paper and hope to hear from you.",
            ["Hartnell Paper"],
        ),
        (OWN + "I look forward to joining Hartnell Paper.", ["Hartnell Paper"]),
        (OWN + "I look forward to joining Briarcliff.", []),
        (OWN + "At present I work for Hartnell Paper.", []),
        (OWN + "I look forward to joining you.", []),
        ("I look forward to joining Hartnell Paper.", []),  # theirs may well be another name than the domain's
        (OWN + "I left Hartnell Paper in May. They say I was an asset to Hartnell Paper.", []),
    ],
)
def test_another_company(rest: str, expected: list[str]) -> None:
    assert wrong(*DAIRY, rest=rest + "\n") == expected


def test_a_name_that_their_mail_shows_is_known_though_it_is_not_quoted() -> None:
    body = f"Hi Niamh,\n\n{TEXT}"
    message = Message(ME, (Person("Aisling Moore", "am@fox.example"),), subject="Assistant", body=body)
    assert [*names.find(message, new_text(body))]
    assert not [*names.find(message, new_text(body, "Ask for me, Niamh, at the door."))]
