"""Past mail in order of time: what had gone before, and what a replay comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checks.frequency import ASSUMED, find
from checks.model import Finding, Findings, Message, Person, Settings
from proxy.replay import Count, Tally, Timeline, in_order
from proxy.store.contacts import Seen

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JO, KIM = "jo@acme.example", "kim@acme.example"
THANKS = Finding("thanks", "thanks.missing", "hold", "m", "a", "body", 0, 4, "news")
MET = Finding("frequency", "frequency.meeting-assumed", "note", "You met.", "Fine.", "history", recruiter=JO)


@dataclass(frozen=True)
class Mail:
    seen: Seen


def out(days: float, message_id: str = "", *addresses: str) -> Seen:
    return Seen(1, NOW - days * DAY, "out", addresses or (JO,), message_id)


def test_the_oldest_first_and_each_once() -> None:
    old, new, none = Mail(out(3, "<1>")), Mail(out(1, "<2>")), Mail(out(2))
    answer = Mail(replace(old.seen, direction="in", when=NOW))
    copy = Mail(replace(old.seen, uid=9, when=NOW - HOUR))
    assert in_order([copy, new, answer, none, old, none]) == [old, none, none, new, answer]


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from(["", "<1>", "<2>"]))))
def test_order_is_kept_and_nothing_is_lost_but_copies(mail: list[tuple[float, str]]) -> None:
    found = in_order([Mail(out(*each)) for each in mail])
    assert [each.seen.when for each in found] == sorted(each.seen.when for each in found)
    assert len(found) == sum(not name for _, name in mail) + len({name for _, name in mail if name})


def frequency(timeline: Timeline, now: datetime, kind: str = "follow-up") -> list[str]:
    """The rules that speak against a follow-up to Jo."""
    message = Message(Person("Sam", "sam@example.org"), (Person("Jo", JO),), subject="Hello")
    histories = timeline.histories((JO,), now)
    return [each.rule for each in find(message, kind, histories, now, Settings())]  # type: ignore[arg-type]


def test_a_message_is_judged_by_what_had_gone_before_it() -> None:
    timeline = Timeline()
    assert frequency(timeline, NOW) == []
    timeline.add(out(12), (JO,))
    assert frequency(timeline, NOW - 10 * DAY) == ["frequency.hasty"]
    timeline.add(out(10), (JO,))
    assert frequency(timeline, NOW - 6 * DAY) == ["frequency.too-soon"]
    timeline.add(out(8, "", KIM), (KIM,))
    timeline.add(replace(out(5), direction="in"), (JO,))
    assert frequency(timeline, NOW) == []
    [history] = timeline.histories((JO,), NOW)
    assert ([contact.direction for contact in history.contacts], history.synced) == (["out", "out", "in"], NOW)


def test_a_meeting_that_thanks_assume_counts_from_there_on() -> None:
    timeline = Timeline()
    timeline.add(out(20), (JO,))
    assert frequency(timeline, NOW, "thank-you") == ["frequency.meeting-assumed"]
    timeline.assume(Findings((MET, THANKS)), NOW)
    timeline.add(out(0), (JO,))
    [history] = timeline.histories((JO,), NOW)
    assert [(each.kind, each.note) for each in history.contacts] == [("mail", ""), ("meeting", ASSUMED), ("mail", "")]


def test_a_rule_counts_once_a_message_and_by_its_gravest_effect() -> None:
    tally = Tally()
    note = replace(THANKS, effect="note", excerpt="later")
    for findings in ((), (MET,), (note, THANKS, THANKS), (note,), (replace(note, rule="thanks.faint"),)):
        tally.add(Findings(findings, "en"))
    assert (tally.messages, tally.held) == (5, 1)
    assert tally.rules == [
        Count("thanks.missing", 1, 1, "news"),
        Count("frequency.meeting-assumed", 0, 1, "You met."),
        Count("thanks.faint", 0, 1, "later"),
    ]
