"""Marks, timelines and charts: values in, places out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.frequency import Outlook
from checks.model import Contact, History
from proxy.store.archive import Kept
from proxy.tally import tally
from proxy.web import words
from proxy.web.chart import BOTTOM, TOP, bars, columns
from proxy.web.guard import ours
from proxy.web.marks import marked, numbered
from proxy.web.timeline import LEFT, RIGHT, in_words, timeline
from tests.proxy.house import DAY, HOUR, JO, NOW
from tests.web.rig import SLIP, THANKS

SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6)


@given(st.text(max_size=30), SPANS)
def test_the_pieces_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    findings = numbered([replace(SLIP, start=start, end=end) for start, end in spans])
    pieces = marked(text, findings)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        for number, (start, end) in enumerate(spans, 1):
            usable = 0 <= start < end <= len(text)
            assert (number in piece.numbers) == (usable and start <= at and at + len(piece.text) <= end)
        at += len(piece.text)
    ended = [number for piece in pieces for number in piece.ends]
    assert sorted(ended) == [n for n, (start, end) in enumerate(spans, 1) if 0 <= start < end <= len(text)]


KINDS = st.sampled_from(["mail", "call", "text", "meeting"])
WHEN = st.integers(0, 300 * 24).map(lambda hours: NOW - hours * HOUR)
CONTACTS = st.builds(Contact, WHEN, KINDS, st.sampled_from(["out", "in", "both"]), st.just(JO))


@given(st.lists(CONTACTS, max_size=80), st.none() | st.integers(-50, 90).map(lambda days: NOW + days * DAY))
def test_a_timeline_stays_in_its_picture(contacts: list[Contact], opens: object) -> None:
    history = History(JO, tuple(sorted(contacts, key=lambda each: each.when)))
    line = timeline(history, Outlook(1, False, opens), NOW)  # type: ignore[arg-type]
    lately = [each for each in contacts if each.when > NOW - timedelta(days=180)]
    assert (line is None) == (not lately)
    if line is None:
        return
    assert len(line.dots) == len(line.sentences) == min(len(lately), 60)
    places = [line.today, *(dot.x for dot in line.dots), *(tick.x for tick in line.ticks)]
    assert all(LEFT <= x <= RIGHT for x in places)
    assert all(20 <= dot.y <= 180 for dot in line.dots)
    assert [dot.words for dot in line.dots] == list(line.sentences)


@pytest.mark.parametrize(
    ("outlook", "said"),
    [
        (Outlook(0, True, NOW), "You may write now."),
        (Outlook(1, False, NOW + DAY), "A follow-up is welcome from "),
        (Outlook(3, False, None), "Better to let them write next."),
    ],
)
def test_whose_turn_it_is_in_words(outlook: Outlook, said: str) -> None:
    assert in_words(outlook, NOW).startswith(said)


def test_a_tally_counts_each_day_and_each_mail_once() -> None:
    two = Contact(NOW - DAY, "mail", "out", JO, message_id="<1@x>")
    answer = Contact(NOW, "mail", "in", JO, message_id="<2@x>")
    histories = [
        History(JO, (two, answer, Contact(NOW - 40 * DAY, "mail", "out", JO))),
        History("kim@acme.example", (replace(two, address="kim@acme.example"),)),
    ]
    kept = [
        Kept(NOW, NOW, "held", (SLIP, SLIP, THANKS)),
        Kept(NOW - 9 * DAY, NOW - DAY, "released", (THANKS,)),
        Kept(NOW - 9 * DAY, NOW - DAY, "discarded", (THANKS,)),
    ]
    found = tally(kept, histories, NOW, 7, UTC)
    assert [(day.sent, day.held, day.released, day.answers) for day in found.days[-2:]] == [(1, 0, 1, 0), (0, 1, 0, 1)]
    assert (found.total.sent, found.total.held, found.total.released, found.total.answers) == (1, 1, 1, 1)
    assert found.mistakes == (("thanks", 1), ("sloppiness", 1))
    assert len(found.days) == 7


@pytest.mark.parametrize("count", [0, 1, 3, 17, 1000])
def test_bars_stay_in_their_picture(count: int) -> None:
    found = tally([Kept(NOW, NOW, "held", (THANKS,))] * count, [], NOW, 30, UTC)
    drawn = columns(found)
    assert all(bar.y >= TOP and bar.y + bar.height <= BOTTOM + 0.2 for bar in drawn.bars)
    assert len(drawn.bars) == (count > 0)
    assert [row.count for row in bars(found)] == ([count] if count else [])


@pytest.mark.parametrize(
    ("path", "fine"),
    [
        ("/", True),
        ("/message/abcdefgh", True),
        ("/before?words=a+b&page=2", True),
        ("/recruiters/one?address=jo%40acme.example", True),
        ("", False),
        ("//evil.example", False),
        ("/a//b", False),
        ("/\\evil", False),
        ("https://evil.example/", False),
        ("/a b", False),
        ("/\n", False),
        ("/" + "a" * 600, False),
    ],
)
def test_ways_back(path: str, fine: bool) -> None:
    assert words.is_path(path) == fine


@pytest.mark.parametrize(
    ("host", "loopback", "fine"),
    [
        ("127.0.0.1:2580", True, True),
        ("[::1]:2580", True, True),
        ("evil.example:2580", True, False),
        ("10.0.0.5:2580", True, False),
        ("10.0.0.5:2580", False, True),
        ("[fe80::1]:2580", False, True),
        ("evil.example:2580", False, False),
        ("127.0.0.1", True, False),
        (":2580", True, False),
        ("", False, False),
    ],
)
def test_names_of_the_page(host: str, loopback: bool, fine: bool) -> None:
    assert ours(host, "127.0.0.1", 2580, loopback=loopback) == fine
