"""Whole job searches and what the policy says of each message in them."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from checks.model import Quiet, Settings
from tests.checks.stories import Story, judgements

PANEL = "ann,ben,cleo,dan,eve"

STORIES = (
    Story(
        "applied and heard nothing",
        (
            ("1 09:00", "me jo application about=Analyst", "goes"),
            ("1 09:04", "me jo correction", "goes"),
            ("1 11:00", "me jo other", "too-soon 1 13:04"),
            ("2 09:00", "me jo nudge", "(hasty)"),
            ("2 09:20", "me jo correction", "goes"),
            ("2 10:00", "me jo other", "too-soon 23 09:20"),
            ("9 09:00", "me jo nudge", "too-soon 23 09:20"),
            ("23 09:19", "me jo nudge", "too-soon 23 09:20"),
            ("23 09:20", "me jo nudge", "goes"),
            ("60 09:00", "me jo nudge", "enough"),
            ("60 09:01", "me jo application about=Forklift_driver", "goes"),
            ("61 09:00", "jo mail"),
            ("61 09:01", "me jo answer", "goes"),
        ),
    ),
    Story(
        "nervous on the day",
        (
            ("1 09:00", "me jo application", "goes"),
            ("3 09:00", "jo mail id=invitation"),
            ("3 09:30", "me jo scheduling re=invitation", "goes"),
            ("3 10:00", "me jo other re=invitation", "goes"),
            ("3 12:00", "met jo 8 14:00"),
            ("6 20:00", "me jo nudge", "(hasty)"),
            ("6 21:00", "me jo nudge", "too-soon 27 20:00"),
            ("7 13:59", "me jo other", "too-soon 27 20:00"),
            ("7 14:00", "me jo other", "urgent (too-soon)"),
            ("8 11:00", "me jo other", "urgent (too-soon)"),
            ("8 13:40", "me jo logistics", "urgent (too-soon)"),
            ("8 13:50", "me jo logistics", "urgent (too-soon)"),
            ("8 13:55", "me jo logistics", "urgent (too-soon)"),
            ("8 13:58", "me jo logistics", "too-soon 27 20:00"),
            ("8 16:30", "me jo thanks", "goes"),
            ("8 17:30", "me jo other", "too-soon 8 20:30"),
        ),
    ),
    Story(
        "an interview that the calendar knew of, with two who had never written",
        (
            ("1 09:00", "me jo application", "goes"),
            ("3 09:00", "jo mail id=invitation"),
            ("3 09:00", "met jo 9 14:00"),
            ("3 09:00", "met kim 9 14:00"),
            ("3 09:00", "met lee 9 14:00"),
            ("3 09:30", "me jo scheduling re=invitation", "goes"),
            ("5 09:00", "me jo nudge", "(hasty)"),
            ("6 09:00", "me jo nudge", "too-soon 26 09:00"),
            ("8 15:00", "me kim other", "urgent"),
            ("9 17:30", "me jo thanks", "goes"),
            ("9 17:31", "me kim thanks", "goes"),
            ("9 17:32", "me lee thanks", "goes"),
            ("10 09:00", "me jo nudge", "(hasty)"),
            ("11 09:00", "me kim nudge", "(hasty)"),
            ("12 09:00", "me kim nudge", "too-soon 32 09:00"),
        ),
    ),
    Story(
        "late, and nobody noted the interview",
        (
            ("1 09:00", "me jo application", "goes"),
            ("1 09:40", "me jo logistics", "urgent (too-soon)"),
            ("1 09:50", "me jo logistics", "urgent (too-soon)"),
            ("1 13:00", "me jo nudge", "(hasty)"),
        ),
    ),
    Story(
        "urgent is not for me",
        (("1 09:00", "me jo application", "goes"), ("1 09:40", "me jo logistics", "too-soon 1 13:00")),
        settings=Settings(urgent="hold"),
    ),
    Story(
        "two rounds of five interviewers",
        (
            ("1 10:00", "met ann"),
            *(("1 15:00", f"me {name} thanks", "goes") for name in PANEL.split(",")),
            ("2 10:00", f"me {PANEL} other", "goes"),
            ("3 10:00", "met ben"),
            ("3 14:00", "me ben thanks", "goes"),
            *(("3 15:00", f"me {name} thanks", "(meeting-assumed)") for name in "ann cleo dan eve".split()),
            ("5 10:00", "met cleo"),
            *(("5 15:00", f"me {name} thanks", "goes") for name in "ann cleo dan eve".split()),
            ("5 15:10", "me cleo correction", "goes"),
            ("5 16:00", "me fay thanks", "goes"),
            ("5 16:30", "me gil other", "company 19 16:00"),
        ),
        settings=Settings(company_turns=1),
    ),
    Story(
        "two rounds that nobody noted",
        (
            *(("1 15:00", f"me {name} thanks", "goes") for name in PANEL.split(",")),
            *(("8 15:00", f"me {name} thanks", "(meeting-assumed)") for name in PANEL.split(",")),
        ),
        settings=Settings(company_turns=2),
    ),
    Story(
        "a bank with three recruiters",
        (
            ("1 09:00", "me ann application about=Teller", "goes"),
            ("1 10:00", "me ben application about=Auditor", "goes"),
            ("1 11:00", "me cleo application about=Clerk", "goes"),
            ("3 09:00", "me ann nudge", "(hasty)"),
            ("3 10:00", "me ben nudge", "company 15 09:00"),
            ("3 10:01", "me dan other", "company 15 09:00"),
            ("3 10:02", "me ann withdrawal", "goes"),
            ("4 09:00", "cleo mail"),
            ("4 10:00", "me ben nudge", "(hasty)"),
            ("4 11:00", "me cleo answer", "goes"),
            ("4 11:10", "me cleo correction", "goes"),
            ("5 11:00", "me ann,dan other", "enough"),
        ),
        settings=Settings(company_turns=4),
    ),
    Story(
        "one mail to all of them is one turn",
        (
            ("1 09:00", "me ann,ben,cleo application", "goes"),
            ("1 10:00", "me dan other", "goes"),
            ("1 11:00", "me eve other", "company 15 09:00"),
            ("14 09:00", "me eve other", "company 15 09:00"),
            ("15 09:00", "me eve other", "goes"),
        ),
        settings=Settings(company_turns=2),
    ),
    Story(
        "a colleague answers",
        (
            ("1 09:00", "me jo application id=mine", "goes"),
            ("2 09:00", "me jo nudge", "(hasty)"),
            ("2 10:00", "kim mail re=elsewhere"),
            ("3 09:00", "me jo other", "too-soon 23 09:00"),
            ("3 10:00", "kim mail re=mine id=answer"),
            ("3 11:00", "me jo answer re=mine,answer", "goes"),
        ),
    ),
    Story(
        "many roles through agencies",
        (
            ("1 09:00", "me kim@one.example application about=Role_1 id=a", "goes"),
            ("1 09:10", "me kim@one.example application about=Role_2 id=b", "goes"),
            ("1 09:20", "me kim@one.example application about=Role_3 id=c", "goes"),
            ("1 09:30", "me kim@one.example application about=Role_4 id=d", "goes"),
            ("1 09:40", "me lee@two.example application about=Role_5", "goes"),
            ("1 10:40", "me kim@one.example nudge re=a about=Re:_Role_1", "too-soon 1 13:00"),
            ("2 09:00", "me kim@one.example nudge re=a about=Re:_Role_1", "(hasty)"),
            ("2 09:01", "me kim@one.example nudge about=AW:_Role_2", "(hasty)"),
            ("2 09:02", "me kim@one.example nudge about=Role_3", "(hasty)"),
            ("8 09:02", "me kim@one.example nudge about=Re:_role_1", "too-soon 23 09:00"),
            ("8 09:03", "me kim@one.example nudge re=d", "goes"),
            ("8 09:04", "me kim@one.example other about=Something_else", "goes"),
            ("8 10:00", "I call kim@one.example"),
            ("8 11:00", "me kim@one.example other about=Role_6", "too-soon 8 14:00"),
            ("9 09:00", "kim@one.example mail"),
            ("9 09:10", "me kim@one.example nudge re=a", "goes"),
        ),
        agencies=("one.example", "two.example"),
        settings=Settings(company_turns=1),
    ),
    Story(
        "an agency's consultant whose colleague answers",
        (
            ("1 09:00", "me kim@one.example application about=Role_1 id=a", "goes"),
            ("2 09:00", "me kim@one.example nudge re=a", "(hasty)"),
            ("2 14:00", "lou@one.example mail about=Re:_Role_1"),
            ("3 09:00", "me kim@one.example other re=a", "too-soon 23 09:00"),
            ("3 10:00", "lou@one.example mail re=a id=b"),
            ("3 11:00", "me kim@one.example,lou@one.example answer re=a,b", "goes"),
        ),
        agencies=("one.example",),
        settings=Settings(company_turns=1),
    ),
    Story(
        "forty applications through six agencies",
        tuple(
            (
                f"{1 + number // 10} {9 + number % 10:02}:00",
                f"me kim@a{number % 6}.example application about=Role_{number}",
                "goes",
            )
            for number in range(40)
        ),
        agencies=tuple(f"a{number}.example" for number in range(6)),
    ),
    Story(
        "an offer negotiated",
        (
            ("1 09:00", "me jo other", "goes"),
            ("1 10:00", "me jo other", "goes"),
            ("1 11:00", "me jo nudge", "goes"),
            ("1 12:00", "me jo nudge", "goes"),
            ("1 13:00", "me kim acceptance", "goes"),
        ),
        offers=("acme.example",),
        settings=Settings(company_turns=1),
    ),
    Story(
        "you'll hear by Friday",
        (
            ("1 09:00", "me jo application", "goes"),
            ("2 09:00", "jo mail id=promise by=5"),
            ("2 10:00", "me jo answer re=promise", "goes"),
            ("3 10:00", "me jo nudge", "too-soon 9 09:00"),
            ("3 11:00", "me jo other", "goes"),
            ("8 09:00", "me jo nudge", "too-soon 9 09:00"),
            ("9 09:00", "me jo nudge", "goes"),
            ("9 09:05", "me jo correction", "goes"),
            ("9 15:00", "me jo nudge", "enough"),
            ("40 09:00", "me jo nudge", "enough"),
        ),
    ),
    Story(
        "asked at once though they named a day",
        (
            ("1 09:00", "jo mail by=5"),
            ("1 10:00", "me jo nudge", "(promised)"),
            ("2 10:00", "me jo nudge", "too-soon 9 09:00"),
            ("3 10:00", "jo mail by=12"),
            ("9 10:00", "me jo thanks", "goes"),
            ("10 10:00", "me jo nudge", "too-soon 16 09:00"),
            ("16 09:00", "me jo nudge", "goes"),
            ("18 09:00", "me jo nudge", "too-soon 37 09:00"),
        ),
    ),
    Story(
        "a promise by phone, passed twice",
        (
            ("1 09:00", "me jo application", "goes"),
            ("2 09:00", "me jo nudge", "(hasty)"),
            ("3 09:00", "jo mail by=3"),
            ("5 08:59", "me jo nudge", "(promised)"),
            ("5 10:00", "me jo nudge", "goes"),
            ("5 14:00", "me jo nudge", "too-soon 26 10:00"),
        ),
    ),
    Story(
        "holidays",
        (
            ("1 09:00", "me jo application", "goes"),
            ("1 09:01", "jo away by=20"),
            ("8 09:00", "me jo nudge", "too-soon 22 09:00"),
            ("8 09:01", "me jo other", "goes"),
            ("8 09:02", "jo away by=20"),
            ("22 09:00", "me jo nudge", "too-soon 29 09:01"),
            ("29 09:01", "me jo nudge", "goes"),
            ("30 09:00", "jo away"),
            ("60 09:00", "me jo nudge", "enough"),
        ),
    ),
    Story(
        "quiet hours",
        (
            ("1 12:00", "me jo application", "goes"),
            ("1 22:00", "me kim application", "(quiet)"),
            ("2 06:59", "me lee application", "(quiet)"),
            ("2 07:00", "me max application", "goes"),
            ("6 12:00", "me ned application", "(quiet)"),
            ("7 23:30", "me ola application", "(quiet)"),
            ("7 23:40", "me ola logistics", "urgent"),
        ),
        settings=Settings(quiet=Quiet(frozenset({5, 6}), ((time(22), time(7)),)), company_within=timedelta(days=1)),
    ),
    Story(
        "calls and texts among mail",
        (
            ("1 09:00", "I call jo"),
            ("1 09:10", "me jo other", "goes"),
            ("1 10:00", "I text jo"),
            ("1 11:00", "me jo other", "too-soon 22 10:00"),
            ("2 11:00", "jo calls"),
            ("2 11:01", "me jo other", "goes"),
            ("2 12:00", "met jo"),
            ("2 16:00", "me jo thanks", "goes"),
        ),
    ),
    Story(
        "answers in parts",
        (
            ("1 09:00", "jo mail id=q"),
            *((f"{1 + number // 2} {10 + number}:00", "me jo answer re=q", "goes") for number in range(4)),
            ("2 16:00", "me jo answer re=q", "too-soon 2 17:00"),
            ("3 16:00", "me jo nudge re=q", "(hasty)"),
        ),
    ),
)

JUDGED = [each for story in STORIES for each in judgements(story)]


@pytest.mark.parametrize(("line", "expected", "said"), JUDGED, ids=[line for line, _, _ in JUDGED])
def test_story(line: str, expected: str, said: str) -> None:
    assert said == expected, line


def test_there_are_enough_of_them() -> None:
    assert len(JUDGED) >= 80 + 40  # the forty applications are one case
