"""What the worker's tests have its process do: functions of a module, since they are sent there by name."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import socket
import sys
import threading
from itertools import count

from checks.model import Finding, Findings
from proxy.jobs import Job

SECRET = "the canary of these tests"
_jobs = count(1)
_kept: list[socket.socket] = []


def octets(job: Job) -> bytes:
    return job.content if isinstance(job.content, bytes) else job.content.read_bytes()


def echo(job: Job) -> Findings:
    """The job's words, the number of jobs before, and where it ran."""
    return Findings(reason=f"{octets(job).decode()} {next(_jobs)} {os.getpid()}")


def say(job: Job) -> Findings:
    """Prints on every way there is, then behaves as `echo`."""
    print(SECRET)
    print(SECRET, file=sys.stderr)
    os.write(1, SECRET.encode())
    os.write(2, SECRET.encode())
    return echo(job)


def obey(job: Job) -> Findings:
    """Does what the message says: every way in which a check can go wrong."""
    match octets(job):
        case b"raise":
            raise ValueError(SECRET)
        case b"raise in a check":
            return Findings(language=str(Findings(findings=None).holds))  # type: ignore[arg-type]
        case b"leave":
            sys.exit(SECRET)
        case b"exit":
            os._exit(3)
        case b"crash":
            ctypes.string_at(0)
        case b"be killed":
            os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        case b"allocate":
            bytearray(1 << 62)
        case b"recurse":
            return _recurse(0)
        case b"hang":
            threading.Event().wait()
        case b"hang in C":
            re.match(r"(a+)+$", "a" * 64 + "b")
        case b"answer nonsense":
            return "nonsense"  # type: ignore[return-value]
        case b"answer what can't be sent":
            return Findings(findings=(lambda: None,))  # type: ignore[arg-type]
    return echo(job)


def call(job: Job) -> Findings:
    """Calls the port that the message names, keeps the line open, and answers; or hangs, where it says so."""
    port, _, then = octets(job).decode().partition(" ")
    if port:
        _kept.append(socket.create_connection(("127.0.0.1", int(port))))
    if then == "hang":
        threading.Event().wait()
    return echo(job)


def find_one(job: Job) -> Findings:
    """A finding made of all that a job carries."""
    named = f"{job.recipients} {len(job.histories)} {job.settings.own} {job.null_sender}"
    return Findings((Finding("thanks", "thanks.missing", "hold", named, octets(job).decode(), "body"),))


def _recurse(depth: int) -> Findings:
    return _recurse(depth + 1)
