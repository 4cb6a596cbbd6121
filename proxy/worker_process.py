"""The worker's own process: it waits for jobs, does them, and sends back what was found or what kind of error it was.

Promises: nothing is printed; no word of a message is in an answer that tells of an error.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection

from checks.model import Findings
from proxy.answers import Answer, Heard, listen
from proxy.jobs import Dated, Job, Task, find, relative_here

_GRACE = 2.0  # seconds after the limit until an orphaned process ends itself
_ON_THE_WAY = ("proxy.worker", "proxy.jobs", __name__)
"""Modules that every error comes through: none of them says where it was."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What became of a job: the class of the error, and the file of ours where it was, "" for none."""

    error: str
    file: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has come up."""


def serve(pipe: Connection, judge: Callable[[Job], Findings], limit: float) -> None:
    """Does what comes through the pipe until it is closed. `limit`: seconds for one job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _silence() as nowhere, contextlib.suppress(EOFError, OSError):  # the parent closed the pipe, or is gone
        if judge is find:
            from checks import catalog
            from proxy import parse  # noqa: F401 - brought in before the clock runs

            with contextlib.suppress(Exception):  # the job that needs what can't be loaded will say so
                catalog.load()
        pipe.send(Ready())
        while True:
            job: Task = pipe.recv()
            # Where the parent was killed nobody keeps the limit; this ends the process even inside a regular
            # expression, which no thread of Python's can.
            faulthandler.dump_traceback_later(limit + _GRACE, exit=True, file=nowhere)
            answer = _judged(judge, job)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(answer)


def _judged(judge: Callable[[Job], Findings], job: Task) -> Findings | Heard | tuple[str, ...] | Failed:
    try:
        found: Findings | Heard | tuple[str, ...]
        found = listen(job) if isinstance(job, Answer) else relative_here(job) if isinstance(job, Dated) else judge(job)
        pickle.dumps(found)
    except (Exception, SystemExit) as error:
        return failed(error)
    return found


def failed(error: BaseException) -> Failed:
    """The class of an error and the innermost file of ours that it came through; never its text, which may quote."""
    names = [str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = [name for name in names if name.startswith(("checks.", "proxy.")) and name not in _ON_THE_WAY]
    return Failed(type(error).__name__, f"{ours[-1].replace('.', '/')}.py" if ours else "")


@contextlib.contextmanager
def _silence() -> Iterator[int]:
    """Nothing is printed from here on, by libraries in C neither: what they print may quote the message."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    yield nowhere
