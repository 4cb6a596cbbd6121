"""The encoder as it is shipped: what it loads, what it leaves, and that it reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checks.model import Message, Mistake, Person
from checks.reader.encoder import KINDS, LABELLED, Reading, encoder, thresholds
from checks.text import new_text


def read(body: str, subject: str = "The post", *, reply: bool = False) -> Reading:
    message = Message(
        Person("Kim Lowe", "kim@post.example"),
        to=(Person("Dana Reed", "dana@acme.example"),),
        subject=subject,
        body=body,
        in_reply_to="<1@acme.example>" if reply else "",
    )
    return encoder().read(message, new_text(body))


def test_it_speaks_of_every_mistake_and_kind_with_a_probability() -> None:
    reading = read("Dear Dana,\n\nThank you for seeing me on Tuesday. Is there any news?\n\nKim Lowe\n")
    assert tuple(reading.mistakes) == LABELLED
    assert tuple(reading.kinds) == KINDS
    assert all(0 <= probability <= 1 for probability in reading.mistakes.values())
    assert sum(reading.kinds.values()) == pytest.approx(1)


TOLD: tuple[tuple[Mistake, str, str], ...] = (
    (
        "social-media",
        "Thank you for the interview on Tuesday. I have just sent you a request on Instagram, so do say yes.",
        "Thank you for the interview on Tuesday. I have just sent you the certificate by post, so do look out for it.",
    ),
    (
        "presumption",
        "Thank you for the interview. I have told my old boss, and I will see you on Monday as your new bookkeeper.",
        "Thank you for the interview. I would be glad to hear from you, and I hope to work for you some day.",
    ),
    (
        "other-offers",
        "Thank you for the interview. Another firm wants my answer by Friday, so please decide before then.",
        "Thank you for the interview. My landlord wants my answer by Friday, so I may move to a new flat then.",
    ),
    (
        "negativity",
        "I was grateful for the interview, but your silence since then is an insult, and you waste people's time.",
        "I was grateful for the interview, and your patience with my questions was a kindness at a busy time.",
    ),
)


@pytest.mark.parametrize(("mistake", "wrong", "right"), TOLD, ids=[mistake for mistake, _, _ in TOLD])
def test_it_tells_a_mistake_from_its_twin_and_points_at_the_words(mistake: Mistake, wrong: str, right: str) -> None:
    assert read(wrong).mistakes[mistake] > read(right).mistakes[mistake] + 0.3
    start, end, _ = max(read(wrong).weights[mistake], key=lambda place: place[2])
    assert wrong[start:end]


def test_there_is_a_threshold_for_every_mistake() -> None:
    assert set(thresholds()) == {"speaks", "doubts"}
    for chosen in thresholds().values():
        assert set(chosen) == set(LABELLED)
        assert all(0 <= probability <= 1 for probability in chosen.values())


def test_no_text_and_far_too_much_text_are_read() -> None:
    assert read("").mistakes
    assert read("I wait. " * 50_000).mistakes


def test_loading_it_writes_nothing_and_opens_no_connection(tmp_path: Path) -> None:
    """Some builds of the library that runs it number the machine and send reports."""
    script = (
        "import sys\n"
        "def seen(event, arguments):\n"
        "    if event.startswith('socket.'):\n"
        "        raise SystemExit(f'{event} {arguments}')\n"
        "sys.addaudithook(seen)\n"
        "from checks.reader.encoder import encoder\n"
        "encoder()\n"
    )
    environment = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "TMPDIR", "USERPROFILE", "LOCALAPPDATA")}
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-B", "-c", script], cwd=root, env=environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.rglob("*")) == []
