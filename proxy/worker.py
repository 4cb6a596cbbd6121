"""Parsing and the checks, and reading of answers, in one process of their own, with a time limit; gone when idle.

Promises: a message that makes a check hang, crash or eat memory costs no more than this process and `limit` seconds;
whatever happens, the caller gets findings or a WorkerError without a word of the message in it. One job at a time, in
the order of the calls. Nothing is printed. The process ends with its parent, however that ends.

A thread of the Worker's own waits for the pipe, so that neither the loop nor its default executor does. The process is
started by spawn on every system: a fork would carry along the loop, its sockets and other threads' locks.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from checks.model import Findings
from proxy import events
from proxy.answers import Answer, Heard
from proxy.errors import WorkerError
from proxy.jobs import Dated, Job, Task, find
from proxy.worker_process import Failed, failed, serve

START = 30.0
"""Seconds that the process may take to come up; a laptop that wakes is slow."""
_REMEDY = "The message itself may be fine: read it once more, and send it when you are content with it."


def judge_here(job: Job) -> Findings:
    """Parses and checks in this process, without a time limit, for the command line. Raises WorkerError."""
    try:
        return find(job)
    except Exception as error:
        raise _raised(failed(error)) from error


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
        raise _raised(answer if isinstance(answer, Failed) else Failed(type(answer).__name__, ""))

    async def listen(self, answer: Answer) -> Heard:
        """What somebody's answer says of when the next word comes. Raises WorkerError as `judge` does."""
        heard = await self._ask(answer)
        if isinstance(heard, Heard):
            return heard
        raise _raised(heard if isinstance(heard, Failed) else Failed(type(heard).__name__, ""))

    async def relative_days(self, dated: Dated) -> tuple[str, ...]:
        """What of a message's words will mean another day when it goes. Raises WorkerError as `judge` does."""
        found = await self._ask(dated)
        if isinstance(found, tuple):
            return found
        raise _raised(found if isinstance(found, Failed) else Failed(type(found).__name__, ""))

    async def _ask(self, job: Task) -> object:
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

    def _run(self, job: Task) -> object:
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
            target=serve, args=(its, self._judge, self._limit), name="tactful-worker", daemon=True
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

    def _exchange(self, pipe: Connection, job: Task | None, limit: float, too_long: str) -> object:
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


def _raised(failure: Failed) -> WorkerError:
    where = f" in {failure.file}" if failure.file else ""
    return WorkerError(f"A check failed ({failure.error}{where}).", f"{_REMEDY} Please report these words as a bug.")


def _leave_interrupts_to_the_main_thread() -> None:
    # A process inherits the mask of the thread that starts it: an interrupt from the terminal reaches it while it
    # comes up, too, and must not end it before its parent decides.
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
