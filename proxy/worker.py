"""Parsing and the checks, and reading of answers, in one process of their own, with a time limit; gone when idle.

Promises: a message that makes a check hang, crash or eat memory costs no more than this process and `limit` seconds;
whatever happens, the caller gets findings or a WorkerError without a word of the message in it. One job at a time, in
the order of the calls. Nothing is printed. The process ends with its parent, however that ends.

A thread of the Worker's own waits for the pipe, so that neither the loop nor its default executor does. The process is
started by spawn on every system: a fork would carry along the loop, its sockets and other threads' locks.
"""

from __future__ import annotations

import asyncio
import contextlib
import faulthandler
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from checks.model import THREAD_LIMIT, Findings, History, Message, Settings
from proxy import events
from proxy.addresses import normalise
from proxy.answers import Answer, Heard, listen
from proxy.errors import WorkerError

START = 30.0
"""Seconds that the process may take to come up; a laptop that wakes is slow."""
_GRACE = 2.0  # seconds after the limit until an orphaned process ends itself
_REMEDY = "The message itself may be fine: read it once more, and send it when you are content with it."


@dataclass(frozen=True, slots=True)
class Job:
    """A message to judge: its octets or the file that holds them; the recruiters among its recipients (normalised)
    and a history for each; `now`, aware; `null_sender`: whether the envelope's sender is "<>"; `answered`: the
    beginning of the message that this one answers, as the mailbox has it, b"" where that is not known."""

    content: bytes | Path
    recipients: tuple[str, ...]
    histories: tuple[History, ...]
    now: datetime
    settings: Settings
    null_sender: bool = False
    answered: bytes = b""


@dataclass(frozen=True, slots=True)
class Dated:
    """A message that goes later than it was written: its octets or their file, and both times in the user's zone."""

    content: bytes | Path
    written: datetime
    going: datetime


_Task = Job | Answer | Dated


@dataclass(frozen=True, slots=True)
class _Failed:
    error: str
    file: str


@dataclass(frozen=True, slots=True)
class _Ready:
    pass


def find(job: Job) -> Findings:
    """Parses and checks, in this process. Raises whatever a check raises."""
    from proxy.parse import parse

    content = job.content if isinstance(job.content, bytes) else job.content.read_bytes()
    message = parse(content, job.null_sender)
    from checks import catalog

    if job.answered:
        message = replace(message, thread=_thread(parse(job.answered), message, job.settings.own))
    return catalog.find(message, job.recipients, job.histories, job.now, job.settings)


def _thread(answered: Message, message: Message, own: frozenset[str]) -> str:
    """What the other side newly wrote in it; "" where it is another message, the user's own, or a program's."""
    from checks.text import new_text

    if answered.message_id != message.in_reply_to or answered.kind != "mail":
        return ""
    return "" if normalise(answered.sender.address) in own else new_text(answered.body).text[:THREAD_LIMIT]


def relative_here(dated: Dated) -> tuple[str, ...]:
    """What its words would mean that name days from where it was written, in sentences."""
    from checks.relative_days import relative
    from checks.text import new_text
    from proxy.parse import parse

    content = dated.content if isinstance(dated.content, bytes) else dated.content.read_bytes()
    text = new_text(parse(content).body)
    return tuple(each.sentence for each in relative(text, dated.written, dated.going))


def judges_nothing(_job: Job) -> Findings:
    """`judge` of a Worker that only reads: what the checks need is not loaded, so that it is there at once."""
    raise RuntimeError("this process judges nothing")


def judge_here(job: Job) -> Findings:
    """Parses and checks in this process, without a time limit, for the command line. Raises WorkerError."""
    try:
        return find(job)
    except Exception as error:
        failed = _failed(error)
        raise _raised(failed) from error


class Worker:
    """Judges messages in a process that starts with the first one.

    `limit`: seconds for one job. `idle`: seconds without a job after which the process ends. `judge`: what the process
    does with a job; a function of a module, since it is sent there by name.
    """

    def __init__(self, limit: float = 10.0, idle: float = 300.0, judge: Callable[[Job], Findings] = find) -> None:
        self._limit = limit
        self._idle = idle
        self._judge = judge
        self._thread = ThreadPoolExecutor(1, "tactful-worker", initializer=_leave_interrupts_to_the_main_thread)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._jobs = 0
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process's number, None where none runs."""
        process = self._process
        return process.pid if process is not None else None

    async def judge(self, job: Job) -> Findings:
        """The findings. Raises WorkerError where the checks raise, take too long or die; the next job is not
        affected."""
        answer = await self._ask(job)
        if isinstance(answer, Findings):
            return answer
        raise _raised(answer if isinstance(answer, _Failed) else _Failed(type(answer).__name__, ""))

    async def listen(self, answer: Answer) -> Heard:
        """What somebody's answer says of when the next word comes. Raises WorkerError as `judge` does."""
        heard = await self._ask(answer)
        if isinstance(heard, Heard):
            return heard
        raise _raised(heard if isinstance(heard, _Failed) else _Failed(type(heard).__name__, ""))

    async def relative_days(self, dated: Dated) -> tuple[str, ...]:
        """What of a message's words will mean another day when it goes. Raises WorkerError as `judge` does."""
        found = await self._ask(dated)
        if isinstance(found, tuple):
            return found
        raise _raised(found if isinstance(found, _Failed) else _Failed(type(found).__name__, ""))

    async def _ask(self, job: _Task) -> object:
        if self._closed:
            raise _closing()
        loop = asyncio.get_running_loop()
        self._jobs += 1
        self._stop_timer()
        try:
            return await loop.run_in_executor(self._thread, self._run, job)
        finally:
            self._jobs -= 1
            if not self._jobs and not self._closed:
                self._timer = loop.call_later(self._idle, self._thread.submit, self._end, "idle")

    async def close(self) -> None:
        """Kills the process; a job in it ends with a WorkerError. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._stop_timer()
        if (process := self._process) is not None:
            process.kill()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._end, "closed")
        self._thread.shutdown(wait=False)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # What follows runs in the Worker's thread only.

    def _run(self, job: _Task) -> object:
        pipe = self._started()
        return self._exchange(pipe, job, self._limit, f"took longer than {self._limit:g} seconds and was stopped")

    def _started(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self._end("died")
        if self._closed:
            raise _closing()
        if self._pipe is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")
        mine, its = context.Pipe()
        process = context.Process(
            target=_serve, args=(its, self._judge, self._limit), name="tactful-worker", daemon=True
        )
        try:
            process.start()
        except Exception as error:  # RuntimeError too, where spawn finds no main module that it may import anew
            mine.close()
            raise WorkerError("The process that checks messages could not be started.", _REMEDY) from error
        finally:
            its.close()  # the child's end in this process: as long as it is open, the child's death can't be heard
        self._process, self._pipe = process, mine
        self._exchange(mine, None, START, f"did not start within {START:g} seconds")
        events.worker_started(process.pid)
        return mine

    def _exchange(self, pipe: Connection, job: _Task | None, limit: float, too_long: str) -> object:
        """Hands over the job, if there is one, and waits for the answer. The limit covers both: a process that hangs
        does not read either, and killing it ends every wait for the pipe."""
        process = self._process
        late = threading.Event()
        if process is None:
            raise _closing()

        def kill() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limit, kill)
        timer.daemon = True
        timer.start()
        try:
            if job is not None:
                pipe.send(job)
            answer: object = pipe.recv()
        except (EOFError, OSError) as error:
            self._end("too long" if late.is_set() else "died")
            if self._closed:
                raise _closing() from error
            how = too_long if late.is_set() else "ended without an answer"
            raise WorkerError(f"Checking the message {how}.", _REMEDY) from error
        except Exception as error:  # what pickling raises is whatever the objects raise
            self._end("not understood")
            raise WorkerError("The message could not be handed over to be checked.", _REMEDY) from error
        finally:
            timer.cancel()
        if late.is_set():  # the answer came in the same moment; the process is lost all the same
            self._end("too long")
        return answer

    def _end(self, reason: str) -> None:
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            events.worker_ended(process.pid, reason)


def _closing() -> WorkerError:
    return WorkerError("The message was not checked: tactful is stopping.", _REMEDY)


def _raised(failed: _Failed) -> WorkerError:
    where = f" in {failed.file}" if failed.file else ""
    return WorkerError(f"A check failed ({failed.error}{where}).", f"{_REMEDY} Please report these words as a bug.")


def _leave_interrupts_to_the_main_thread() -> None:
    # A process inherits the mask of the thread that starts it: an interrupt from the terminal reaches it while it
    # comes up, too, and must not end it before its parent decides.
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


# What follows runs in the process.


def _serve(pipe: Connection, judge: Callable[[Job], Findings], limit: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _silence() as nowhere, contextlib.suppress(EOFError, OSError):  # the parent closed the pipe, or is gone
        if judge is find:
            from checks import catalog
            from proxy import parse  # noqa: F401 - brought in before the clock runs

            with contextlib.suppress(Exception):  # the job that needs what can't be loaded will say so
                catalog.load()
        pipe.send(_Ready())
        while True:
            job: _Task = pipe.recv()
            # Where the parent was killed nobody keeps the limit; this ends the process even inside a regular
            # expression, which no thread of Python's can.
            faulthandler.dump_traceback_later(limit + _GRACE, exit=True, file=nowhere)
            answer = _judged(judge, job)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(answer)


def _judged(judge: Callable[[Job], Findings], job: _Task) -> Findings | Heard | tuple[str, ...] | _Failed:
    try:
        found: Findings | Heard | tuple[str, ...]
        found = listen(job) if isinstance(job, Answer) else relative_here(job) if isinstance(job, Dated) else judge(job)
        pickle.dumps(found)
    except (Exception, SystemExit) as error:
        return _failed(error)
    return found


def _failed(error: BaseException) -> _Failed:
    """The class of an error and the innermost file of ours that it came through; never its text, which may quote."""
    names = [str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = [name for name in names if name.startswith(("checks.", "proxy.")) and name != __name__]
    return _Failed(type(error).__name__, f"{ours[-1].replace('.', '/')}.py" if ours else "")


@contextlib.contextmanager
def _silence() -> Iterator[int]:
    """Nothing is printed from here on, by libraries in C neither: what they print may quote the message."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    yield nowhere
