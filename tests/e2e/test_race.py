"""Two who act on one message at once: one does, the other is told."""

from __future__ import annotations

import json
import threading
from subprocess import Popen

import pytest

from tests.e2e.client import mail, send
from tests.e2e.harness import WAIT, Tactful
from tests.e2e.letters import LETTERS
from tests.e2e.upstream import Upstream

pytestmark = pytest.mark.dovecot


def _first(processes: list[Popen[bytes]]) -> Popen[bytes]:
    """Whichever ends first."""
    ended: list[Popen[bytes]] = []
    somebody = threading.Event()

    def wait(process: Popen[bytes]) -> None:
        process.wait(WAIT)
        ended.append(process)
        somebody.set()

    for process in processes:
        threading.Thread(target=wait, args=(process,), daemon=True).start()
    assert somebody.wait(WAIT)
    return ended[0]


@pytest.mark.parametrize("other", ["release", "discard", "draft"])
def test_two_processes_act_at_once(tactful: Tactful, upstream: Upstream, jo: str, other: str) -> None:
    content = mail(LETTERS["sloppiness"], to=jo)
    id_ = send(tactful, content, jo).id
    hung = len([each for each in upstream.happened if each == "dot"])
    go_on = upstream.hang("dot")
    first = tactful.begin("release", id_)
    if other != "release":
        upstream.until_fault("dot", hung + 1)  # the first one has the lease
    second = tactful.begin(other, id_)
    loser = _first([first, second])
    upstream.until_fault("dot", hung + 1)
    go_on()
    winner = second if loser is first else first
    out, _ = winner.communicate(timeout=WAIT)
    assert (winner.returncode, json.loads(out)["state"]) == (0, "released")
    out, _ = loser.communicate(timeout=WAIT)
    told = json.loads(out)
    assert (loser.returncode, told["done"], told["state"]) == (1, False, "releasing")
    assert len(upstream.got(content)) == 1
    assert tactful.cli("show", id_).only["state"] == "released"
