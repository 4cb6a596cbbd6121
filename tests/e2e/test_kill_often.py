"""Mail flows while tactful is killed again and again, at moments that a seed chooses: nothing lost, nothing twice."""

from __future__ import annotations

import random
import threading
from pathlib import Path

from tests.e2e.client import Client, mail
from tests.e2e.harness import Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.upstream import Upstream

KILLS = 20
SEED = 20261124
TO = ("jo@acme.example", "kim@home.example")
"""One client writes to a recruiter, in every fifth round, as a new worker takes long to start; one to a friend."""


class Outbox(threading.Thread):
    """A mail client with a stack of mail: sends one after the other, each again until it got a reply.

    `told`: each mail with the final reply that the client saw.
    """

    def __init__(self, tactful: Tactful, to: str, turn: threading.Event, enough: threading.Event) -> None:
        super().__init__(daemon=True)
        self._tactful, self._to, self._turn, self._enough = tactful, to, turn, enough
        self.told: list[tuple[bytes, str]] = []

    def run(self) -> None:
        while self._turn.wait() and not self._enough.is_set():
            content = mail(LETTERS["sloppiness"], to=self._to)
            reply = ""
            while not reply.startswith("250"):
                reply = self._try(content)
            self.told.append((content, reply))

    def _try(self, content: bytes) -> str:
        try:
            with Client(self._tactful.port) as client:
                client.envelope(self._to)
                return client.data(content)
        except (OSError, AssertionError):  # nobody listens, or it died during the login
            self._tactful.until_alive()
            return ""


def test_killed_often_while_mail_flows(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    with Upstream() as upstream, Tactful(tmp_path, smtp=upstream.port) as tactful:
        enough, before = threading.Event(), 0
        turns = {to: threading.Event() for to in TO}
        clients = [Outbox(tactful, to, turns[to], enough) for to in TO]
        for friend in TO[1:]:
            turns[friend].set()
        for client in clients:
            client.start()
        for number in range(KILLS):
            at = len(upstream.messages) + chance.randint(0, 8)
            upstream.until(lambda at=at: len(upstream.messages) >= at)  # type: ignore[misc]
            if number % 5 == 4:
                turns[TO[0]].set()
                tactful.until("kept id=.* state=held", since=before)
                turns[TO[0]].clear()
            threading.Event().wait(chance.random() * 0.02)  # a moment, between two commands as well as at one
            tactful.kill9()
            before = len(tactful.said)
            tactful.start()
        enough.set()
        for turn in turns.values():
            turn.set()
        for client in clients:
            client.join(60)
            assert not client.is_alive()
        kept = {line["id"]: line["state"] for line in tactful.cli("held").lines}
        for client in clients:
            assert client.told
            for content, reply in client.told:
                arrived = len(upstream.got(content))
                id_ = reply.partition(" as ")[2][:8]
                if "queued" in reply:
                    assert arrived == 1
                elif "Held" in reply:
                    assert (arrived, kept.pop(id_)) == (0, "held")
                else:
                    assert "Kept" in reply
                    assert kept.pop(id_) == "unknown"
                    assert arrived <= 1
        assert kept == {}
        assert sum(len(client.told) for client in clients) >= KILLS
