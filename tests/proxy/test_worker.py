"""The process that judges: what it answers, and what becomes of jobs that hang it, break it or end it."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from checks.model import Contact, Finding, Findings, History, Settings
from proxy.errors import WorkerError
from proxy.jobs import Job, find
from proxy.worker import Worker, judge_here
from tests.proxy import judges

NOW = datetime(2025, 11, 24, 8, 30, tzinfo=UTC)


def job(content: bytes | Path, settings: Settings | None = None) -> Job:
    return Job(content, ("jo@acme.example",), (), NOW, settings or Settings())


@asynccontextmanager
async def working(judge: Callable[[Job], Findings], limit: float = 30, idle: float = 300) -> AsyncIterator[Worker]:
    worker = Worker(limit, idle, judge)
    try:
        yield worker
    finally:
        await worker.close()


@asynccontextmanager
async def line() -> AsyncIterator[tuple[int, asyncio.Event, asyncio.Event]]:
    """A port that the process calls; that it did; and that the line was cut, as it is when the process ends."""
    called, cut = asyncio.Event(), asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        with contextlib.suppress(ConnectionError):
            await reader.read()
        cut.set()
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], called, cut


async def test_all_of_a_job_crosses_and_its_findings_come_back(tmp_path: Path) -> None:
    file = tmp_path / "message.eml"
    file.write_bytes(b"hello")
    history = History("jo@acme.example", (Contact(NOW, "mail", "out", "jo@acme.example"),), NOW)
    settings = Settings(own=frozenset({"sam@x.example"}))
    async with working(judges.find_one) as worker:
        for content in (b"hello", file):
            found = await worker.judge(Job(content, ("jo@acme.example",), (history,), NOW, settings, True))
            [finding] = found.findings
            assert finding == Finding(
                "thanks",
                "thanks.missing",
                "hold",
                "('jo@acme.example',) 1 frozenset({'sam@x.example'}) True",
                "hello",
                "body",
            )


async def test_one_process_takes_the_jobs_in_their_order() -> None:
    async with working(judges.echo) as worker:
        assert worker.pid is None
        answers = await asyncio.gather(*(worker.judge(job(str(number).encode())) for number in range(1, 6)))
        assert [answer.reason for answer in answers] == [f"{number} {number} {worker.pid}" for number in range(1, 6)]
        assert worker.pid != os.getpid()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (b"raise", "A check failed (ValueError)."),
        (b"raise in a check", "A check failed (TypeError in checks/model.py)."),
        (b"leave", "A check failed (SystemExit)."),
        (b"allocate", "A check failed ("),
        (b"recurse", "A check failed (RecursionError)."),
        (b"answer nonsense", "A check failed (str)."),
        (b"answer what can't be sent", "A check failed ("),
        (b"exit", "Checking the message ended without an answer."),
        (b"crash", "Checking the message ended without an answer."),
        (b"be killed", "Checking the message ended without an answer."),
        (b"hang", "Checking the message took longer than 1 seconds and was stopped."),
        (b"hang in C", "Checking the message took longer than 1 seconds and was stopped."),
    ],
)
async def test_a_job_that_goes_wrong_is_told_and_the_next_one_is_not_touched(
    what: bytes, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with working(judges.obey, limit=1) as worker:
        with pytest.raises(WorkerError) as failed:
            await worker.judge(job(what))
        assert failed.value.what.startswith(said)
        assert failed.value.remedy
        assert judges.SECRET not in str(failed.value)
        assert (await worker.judge(job(b"hello"))).reason.startswith("hello")
    assert capfd.readouterr() == ("", "")


async def test_nothing_that_a_check_prints_is_seen(capfd: pytest.CaptureFixture[str]) -> None:
    async with working(judges.say) as worker:
        await worker.judge(job(b"hello"))
    assert capfd.readouterr() == ("", "")


async def test_a_file_that_is_gone_and_a_job_that_cannot_be_sent(tmp_path: Path) -> None:
    async with working(judges.echo) as worker:
        with pytest.raises(WorkerError, match="FileNotFoundError") as failed:
            await worker.judge(job(tmp_path / "gone.eml"))
        assert "gone.eml" not in str(failed.value)
        with pytest.raises(WorkerError, match="could not be handed over"):
            await worker.judge(job(b"hello", Settings(levels=MappingProxyType({}))))
        assert (await worker.judge(job(b"hello"))).reason.startswith("hello")


async def test_it_is_gone_when_idle_and_comes_back() -> None:
    async with line() as (port, _, cut), working(judges.call, idle=0) as worker:
        first = await worker.judge(job(str(port).encode()))
        await cut.wait()
        second = await worker.judge(job(b""))
        assert first.reason.split()[-1] != second.reason.split()[-1]


async def test_closing_ends_a_job_and_the_process() -> None:
    async with line() as (port, called, cut), working(judges.call) as worker:
        running = asyncio.create_task(worker.judge(job(f"{port} hang".encode())))
        waiting = asyncio.create_task(worker.judge(job(b"")))
        await called.wait()
        await worker.close()
        await cut.wait()
        for task in (running, waiting):
            with pytest.raises(WorkerError, match="tactful is stopping"):
                await task
        with pytest.raises(WorkerError, match="tactful is stopping"):
            await worker.judge(job(b""))
        assert worker.pid is None


async def test_a_job_that_nobody_waits_for_any_more_harms_no_other() -> None:
    async with line() as (port, called, _), working(judges.call, limit=1) as worker:
        given_up = asyncio.create_task(worker.judge(job(f"{port} hang".encode())))
        await called.wait()
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        assert (await worker.judge(job(b""))).reason


async def test_a_process_that_died_between_two_jobs_is_replaced() -> None:
    async with working(judges.echo) as worker:
        first = await worker.judge(job(b"hello"))
        [process] = [child for child in multiprocessing.active_children() if child.pid == worker.pid]
        process.kill()
        process.join()
        second = await worker.judge(job(b"hello"))
        assert first.reason.split()[-1] != second.reason.split()[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a Unix signal")
async def test_an_interrupt_from_the_terminal_does_not_end_it_first() -> None:
    async with working(judges.echo) as worker:
        first = await worker.judge(job(b"hello"))
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGINT)
        second = await worker.judge(job(b"hello"))
        assert first.reason.split()[-1] == second.reason.split()[-1]


PARENT = """
import asyncio, sys
from tests.proxy import judges
from tests.proxy.test_worker import Worker, job
async def main():
    worker = Worker(1, 300, judges.call)
    await asyncio.gather(*(worker.judge(job(content.encode())) for content in sys.argv[1:]))
    await asyncio.Event().wait()
if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.parametrize("then", ["", " hang"])
async def test_it_ends_with_its_parent(then: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    root = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", str(root))
    async with line() as (port, called, cut):
        with subprocess.Popen([sys.executable, str(script), f"{port}{then}"], cwd=root) as parent:
            await called.wait()
            parent.kill()
        await cut.wait()


async def test_the_loops_own_executor_is_not_used() -> None:
    async with working(judges.echo) as worker:
        await worker.judge(job(b"hello"))
        assert getattr(asyncio.get_running_loop(), "_default_executor", None) is None


def test_in_this_process_what_goes_wrong_is_told_alike(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="FileNotFoundError") as failed:
        judge_here(job(tmp_path / "gone.eml"))
    assert "gone.eml" not in str(failed.value)


async def test_a_real_message_goes_all_the_way(tmp_path: Path) -> None:
    letters = Path(__file__).parent / "mail"
    async with working(find) as worker:
        reply = await worker.judge(job(letters / "calendar-reply.eml"))
        assert reply == Findings(checked=False, reason="calendar reply", contact=False)
        for name in ("gmail-reply", "outlook-html-only", "thunderbird-flowed"):
            content = (letters / f"{name}.eml").read_bytes()
            there = await worker.judge(job(content))
            assert there == judge_here(job(content))
            assert (there.language, there.checked) == ("en", True)


async def test_what_is_answered_crosses_and_is_read_there() -> None:
    head = b"From: Sam <sam@example.org>\r\nTo: Jo <jo@acme.example>\r\nSubject: Re: The post\r\n"
    reply = head + b"In-Reply-To: <1@acme.example>\r\n\r\nThank you, Jo. I'll start on Monday the 3rd.\r\n"
    theirs = b"From: Jo <jo@acme.example>\r\nMessage-ID: <1@acme.example>\r\n\r\nThe job is yours, Sam.\r\n"
    rules = []
    async with working(find) as worker:
        for answered in (b"", theirs, theirs[:60], b"\x00\xff" * 30_000):
            found = await worker.judge(replace(job(reply), answered=answered))
            rules.append([(one.rule, one.effect) for one in found.findings if one.mistake == "presumption"])
    held, noted = [("presumption.start", "hold")], [("presumption.asked-for", "note")]
    assert rules == [held, noted, held, held]
