"""When a message to a recruiter is one too many: real situations, the words for them, and the user's settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from checks.frequency import ASSUMED, Outlook, assumed_meeting, find, outlook
from checks.model import Contact, History, Person, Settings
from checks.occasions import Kind
from tests.checks.histories import JO, NOW, SETTINGS, judged, mail, past, span


@dataclass(frozen=True)
class Case:
    """`found`: the rules that speak, in order; `after`: how long until it may go, None where nothing says when."""

    name: str
    past: tuple[str, ...]
    kind: Kind
    found: tuple[str, ...] = ()
    after: str | None = None
    re: str = ""
    subject: str = "The analyst role"


SOON, ENOUGH, HASTY, MET = ("too-soon",), ("enough",), ("hasty",), ("meeting-assumed",)

CASES = [
    # The first word is free.
    Case("first application to somebody new", (), "application"),
    Case("first nudge to somebody who only ever wrote", ("20d them mail",), "follow-up"),
    Case("news asked for the day after they wrote", ("6d mail", "1d them mail"), "follow-up"),
    Case("thank-you an hour after the interview", ("9d mail", "8d them mail", "7d mail", "1h meeting"), "thank-you"),
    Case("reply to their question after a week", ("9d mail", "7d them mail id=q"), "answer", re="q"),
    Case("nudge after they rang", ("9d mail", "8d mail", "3d them call"), "follow-up"),
    Case("nudge after a text of theirs", ("9d mail", "8d mail", "3d them text"), "follow-up"),
    Case("nudge after they picked up the phone", ("9d mail", "8d mail", "6d spoke"), "follow-up"),
    # One follow-up, and a second weeks later.
    Case("nudge an hour after applying", ("1h mail",), "follow-up", SOON, "3h"),
    Case("forgotten question an hour after applying", ("1h mail",), "other", SOON, "3h"),
    Case("nudge exactly four hours after applying", ("4h mail",), "follow-up", HASTY, "4d20h"),
    Case("nudge two days after applying", ("2d mail",), "follow-up", HASTY, "3d"),
    Case("nudge exactly five days after applying", ("5d mail",), "follow-up"),
    Case("nudge a fortnight after applying", ("14d mail",), "follow-up"),
    Case("extra document the day after applying", ("1d mail",), "other"),
    Case("second nudge three days after the first", ("13d mail", "3d mail"), "follow-up", SOON, "18d"),
    Case("second nudge a minute too early", ("30d mail", "20d23h59m mail"), "follow-up", SOON, "1m"),
    Case("second nudge after three weeks", ("30d mail", "21d mail"), "follow-up"),
    Case("third nudge, whenever", ("170d mail", "100d mail", "60d mail"), "follow-up", ENOUGH),
    Case("third nudge under a friendly pretext", ("100d mail", "60d mail", "30d mail"), "other", ENOUGH),
    Case(
        "daily nudges of a nervous week", ("5d mail", "4d mail", "3d mail", "2d mail", "1d mail"), "follow-up", ENOUGH
    ),
    Case("three nudges, then they wrote", ("60d mail", "40d mail", "9d mail", "1d them mail"), "follow-up"),
    Case("nudges of last year", ("360d mail", "300d mail", "200d mail"), "follow-up"),
    Case("a nudge of half a year ago still counts", ("180d mail", "30d mail"), "follow-up"),
    Case("silence of more than half a year is over", ("180d1m mail", "30d mail"), "follow-up"),
    Case(
        "their answer of last year is forgotten too",
        ("200d them mail", "30d mail", "9d mail"),
        "follow-up",
        SOON,
        "12d",
    ),
    # Calls and texts are turns too.
    Case("mail an hour after they didn't pick up", ("1h call",), "follow-up", SOON, "3h"),
    Case("mail after a mail and a missed call", ("9d mail", "2d call"), "follow-up", SOON, "19d"),
    Case("mail after mail, text and call", ("60d mail", "40d text", "30d call"), "follow-up", ENOUGH),
    Case("call and mail at once are one turn", ("9d mail", "8d23h50m call"), "follow-up"),
    Case("meeting clears the calls before it", ("5d call", "4d call", "3d text", "2h meeting"), "follow-up"),
    # Sorry, here is the attachment.
    Case("attachment two minutes later", ("2m mail",), "correction"),
    Case("attachment half an hour later", ("30m mail",), "correction"),
    Case("attachment too late for the turn", ("31m mail",), "correction", SOON, "3h29m"),
    Case("third of three within half an hour", ("25m mail", "10m mail"), "correction"),
    Case("fourth within half an hour", ("25m mail", "10m mail", "5m mail"), "correction", SOON, "3h55m"),
    Case("half an hour counts from the first", ("40m mail", "15m mail"), "correction", SOON, "3h45m"),
    Case("attachment to a second nudge", ("60d mail", "30d mail", "3m mail"), "correction"),
    Case("attachment to a nudge that went too early", ("9d mail", "1d mail", "3m mail"), "correction", ENOUGH),
    Case("nudge in the same minutes starts a turn", ("10m mail",), "follow-up", SOON, "3h50m"),
    # Answers in parts.
    Case("second part of an answer", ("2d mail", "9h them mail id=q", "8h mail re=q"), "answer", re="q"),
    Case(
        "fourth part of an answer",
        ("9h them mail id=q", "8h mail re=q", "5h mail re=q", "2h mail re=q"),
        "answer",
        re="q",
    ),
    Case(
        "fifth part of an answer",
        ("9h them mail id=q", "8h mail re=q", "5h mail re=q", "2h mail re=q", "1h mail re=q"),
        "answer",
        SOON,
        "3h",
        re="q",
    ),
    Case("part of an answer two days later", ("48h1m them mail id=q", "3h mail re=q"), "answer", SOON, "1h", re="q"),
    Case("answer and a nudge behind it", ("9h them mail id=q", "2h mail re=q"), "follow-up", SOON, "2h", re="q"),
    Case(
        "answers in parts were one turn",
        ("12d them mail id=q", "11d23h mail re=q", "11d12h mail re=q", "11d mail re=q"),
        "follow-up",
    ),
    Case("second part under a new subject", ("9h them mail id=q", "2h mail re=q"), "answer", SOON, "2h"),
    Case(
        "part of an answer to their mail, a call between",
        ("9h them mail id=q", "8h them call", "7h mail re=q"),
        "answer",
        re="q",
    ),
    Case("reply in the thread of my own mail", ("9h them mail id=q re=mine", "2h mail re=mine"), "answer", re="mine"),
    # Their clock is slow: the reply names the mail that its date says it came before.
    Case("answered by a slow clock", ("2h them mail re=mine", "1h mail id=mine"), "follow-up"),
    Case("clock ahead by an hour", ("+1h mail",), "follow-up", SOON, "5h"),
    Case("attachment to mail dated ten seconds ahead", ("+1m mail",), "correction"),
    Case("mail dated next year says nothing", ("+300d mail", "+300d mail"), "follow-up"),
    Case(
        "their mail dated next year is no answer", ("30d mail", "9d mail", "+300d them mail"), "follow-up", SOON, "12d"
    ),
    # Thanks.
    Case("thanks for a meeting nobody noted", ("9d mail", "2d mail"), "thank-you", MET),
    Case(
        "thanks for another one so soon",
        ("9d mail", "6d meeting note=assumed_from_your_thanks", "5d mail", "2d mail"),
        "thank-you",
        SOON,
        "19d",
    ),
    Case(
        "thanks for another a fortnight on",
        ("14d meeting note=assumed_from_your_thanks", "13d mail", "2d mail"),
        "thank-you",
        MET,
    ),
    Case("thanks corrected at once", ("6m meeting note=assumed_from_your_thanks", "5m mail"), "correction"),
    Case("nudge the day after the thanks", ("2d meeting", "1d20h mail"), "follow-up", HASTY, "3d4h"),
    # Another application.
    Case(
        "another role the same day",
        ("2h mail subject=Application:_data_analyst",),
        "application",
        subject="Application: forklift driver",
    ),
    Case(
        "same role again the same day",
        ("2h mail subject=Application:_data_analyst",),
        "application",
        SOON,
        "2h",
        subject="Re: Data Analyst application",
    ),
    Case(
        "same role with a word more",
        ("2h mail subject=Data_analyst",),
        "application",
        SOON,
        "2h",
        subject="Application: senior data analyst",
    ),
    Case(
        "same role, other reference",
        ("2h mail subject=Warehouse_operative_ref_2210",),
        "application",
        subject="Warehouse operative (ref 2214)",
    ),
    Case(
        "subject that names no role",
        ("2h mail subject=Data_analyst",),
        "application",
        SOON,
        "2h",
        subject="My application",
    ),
    Case(
        "application as a reply is none",
        ("2h mail id=mine subject=Data_analyst",),
        "application",
        SOON,
        "2h",
        re="mine",
        subject="Forklift driver",
    ),
    # Ending it never waits.
    Case("withdrawal after two nudges", ("30d mail", "20d mail", "2d mail"), "withdrawal"),
    Case("complaint after two nudges", ("30d mail", "20d mail", "2d mail"), "complaint"),
    Case("acceptance of an offer made by phone", ("30d mail", "20d mail", "1h mail"), "acceptance"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_situations(case: Case) -> None:
    findings = judged(past(*case.past), case.kind, mail(case.subject, case.re))
    assert tuple(finding.rule.removeprefix("frequency.") for finding in findings) == case.found
    for finding in findings:
        assert finding.effect == ("hold" if case.found in (SOON, ENOUGH) else "note")
        assert (finding.recruiter, finding.part, finding.start) == (JO, "history", None)
        assert finding.next_allowed == (NOW + span(case.after) if case.after else None)


def test_situations_have_names_of_their_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 40


# What the finding says


@pytest.mark.parametrize(
    ("history", "kind", "said"),
    [
        (
            past("8d mail"),
            "follow-up",
            None,
        ),
        (
            past("8d mail", "2d mail"),
            "follow-up",
            "You wrote to Jo Park on Tue 4 November and on Mon 10 November. No answer has come since. "
            "The next message is welcome from Mon 1 December on.",
        ),
        (
            past("8d mail", "5d call", "1d text"),
            "follow-up",
            "You wrote to Jo Park on Tue 4 November, called on Fri 7 November and texted yesterday at 14:30. No answer "
            "has come since. One more would read as pressure, so this one had better wait until they write.",
        ),
        (
            past("2h call"),
            "other",
            "You called Jo Park today at 12:30. No answer has come since. "
            "The next message is welcome from 16:30 today on.",
        ),
        (
            past("170d mail", "100d mail", "60d mail", "20d mail", "10d mail"),
            "follow-up",
            "You were in touch with Jo Park 5 times, first on Mon 26 May and last on Sun 2 November. No answer has "
            "come since. One more would read as pressure, so this one had better wait until they write.",
        ),
        (
            past("1d mail"),
            "follow-up",
            "You wrote to Jo Park yesterday at 14:30. Asking for news so soon can read as pressing.",
        ),
    ],
    ids=["nothing", "two mails", "mail, call, text", "a call today", "many", "hasty"],
)
def test_words(history: History, kind: Kind, said: str | None) -> None:
    assert [finding.message for finding in judged(history, kind)] == ([] if said is None else [said])


def test_words_of_another_year_name_it() -> None:
    early = datetime(2026, 1, 9, 10, 0, tzinfo=UTC)
    (finding,) = judged(past("80d mail", "40d mail", "5d mail"), "follow-up", now=early)
    assert "on Sun 24 August 2025, on Fri 3 October 2025 and on Fri 7 November 2025" in finding.message


def test_words_speak_in_the_zone_of_now() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    (finding,) = judged(past("1h mail"), "other", now=tokyo)
    assert "today at 22:30" in finding.message
    assert "from 02:30 tomorrow on" in finding.message


def test_words_use_the_address_where_there_is_no_name() -> None:
    nameless = replace(mail(), to=(Person("", JO),))
    (finding,) = judged(past("1h mail"), "other", nameless)
    assert finding.message.startswith(f"You wrote to {JO} today")


def test_words_never_repeat_a_message() -> None:
    (finding,) = judged(past("1h mail subject=Canary"), "other", mail("Canary"))
    assert "Canary" not in finding.message + finding.advice


# Settings


@pytest.mark.parametrize(
    ("levels", "effects"),
    [
        ({}, ["hold"]),
        ({"frequency": "note"}, ["note", "note"]),
        ({"frequency": "off"}, []),
        ({"frequency.too-soon": "note"}, ["note", "note"]),
        ({"frequency": "note", "frequency.hasty": "hold"}, ["hold", "note"]),
        ({"frequency.too-soon": "off", "frequency.hasty": "off"}, []),
    ],
)
def test_levels(levels: dict[str, str], effects: list[str]) -> None:
    settings = Settings(levels=levels)  # type: ignore[arg-type]
    assert [finding.effect for finding in judged(past("1h mail"), "follow-up", settings=settings)] == effects


@pytest.mark.parametrize(
    ("gaps", "found", "after"),
    [
        ((), "enough", None),
        (("7d",), "too-soon", "4d"),
        (("2d", "4d"), None, None),
        (("4000000d",), "enough", None),
    ],
)
def test_gaps_are_the_users(gaps: tuple[str, ...], found: str | None, after: str | None) -> None:
    settings = Settings(gaps=tuple(map(span, gaps)))
    findings = judged(past("3d mail"), "other", settings=settings)
    assert [finding.rule for finding in findings] == ([f"frequency.{found}"] if found else [])
    assert [finding.next_allowed for finding in findings if after] == ([NOW + span(after)] if after else [])


def test_a_later_gap_is_no_shorter_than_an_earlier_one() -> None:
    settings = Settings(gaps=(span("7d"), span("1h")))
    (finding,) = judged(past("9d mail", "2d mail"), "other", settings=settings)
    assert finding.next_allowed == NOW + span("5d")


# More than one recruiter, and the message itself


def test_each_recruiter_is_judged_alone() -> None:
    kim = replace(past("1h mail"), recruiter="kim@acme.example")
    findings = find(mail(), "other", [past("20d mail"), kim], NOW, SETTINGS)
    assert [finding.recruiter for finding in findings] == ["kim@acme.example"]


def test_no_history_finds_nothing() -> None:
    assert find(mail(), "follow-up", [], NOW, SETTINGS) == []


def test_the_message_itself_is_no_contact() -> None:
    assert judged(past("1h mail id=new"), "other") == []


def test_the_caller_may_know_more_than_the_kind() -> None:
    answered = past("9h them mail id=q", "2h mail re=q")
    assert find(mail(re="q"), "answer", [answered], NOW, SETTINGS) == []
    (finding,) = find(mail(re="q"), "answer", [answered], NOW, SETTINGS, asks=True)
    assert finding.rule == "frequency.too-soon"
    (finding,) = find(mail(), "follow-up", [past("2h mail")], NOW, SETTINGS, met=True)
    assert finding.rule == "frequency.meeting-assumed"


def test_an_assumed_meeting_is_recorded_and_the_thanks_follow_it() -> None:
    before = past("9d mail", "2d mail")
    (finding,) = judged(before, "thank-you")
    meeting = assumed_meeting(finding, NOW)
    assert meeting == Contact(NOW - timedelta(seconds=1), "meeting", "both", JO, note=ASSUMED)
    thanks = Contact(NOW, "mail", "out", JO)
    after = History(JO, (*before.contacts, meeting, thanks))
    assert outlook(after, "other", NOW + span("1h"), SETTINGS) == Outlook(1, False, NOW + span("4h"))


def test_other_findings_assume_no_meeting() -> None:
    (finding,) = judged(past("1h mail"), "other")
    assert assumed_meeting(finding, NOW) is None


# Outlook


@pytest.mark.parametrize(
    ("contacts", "kind", "unanswered", "may_send", "after"),
    [
        ((), "follow-up", 0, True, timedelta()),
        (("9d mail", "3d them mail"), "follow-up", 0, True, -span("3d")),
        (("1h mail",), "follow-up", 1, False, span("3h")),
        (("9d mail",), "follow-up", 1, True, -span("9d") + span("4h")),
        (("9d mail", "2d mail"), "follow-up", 2, False, span("19d")),
        (("90d mail", "60d mail", "30d mail"), "follow-up", 3, False, None),
        (("90d mail", "60d mail", "30d mail"), "withdrawal", 3, True, timedelta()),
        (("5m mail",), "correction", 1, True, timedelta()),
        (("5m mail", "3m mail", "2m mail"), "correction", 1, False, span("3h58m")),
        (("9d mail", "2d mail"), "thank-you", 2, True, timedelta()),
        (("+2h them mail",), "other", 0, True, timedelta()),
    ],
)
def test_outlook(
    contacts: tuple[str, ...], kind: Kind, unanswered: int, may_send: bool, after: timedelta | None
) -> None:
    expected = Outlook(unanswered, may_send, None if after is None else NOW + after)
    assert outlook(past(*contacts), kind, NOW, SETTINGS) == expected
