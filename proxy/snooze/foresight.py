"""What of a message's words will mean another day once it goes: told when it is snoozed.

Its text is read by the worker, as all mail is. What can't be read there is no reason not to snooze it.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from proxy import events
from proxy.errors import NotFound, SpoolError, WorkerError
from proxy.jobs import Dated
from proxy.model import Held
from proxy.store.held import copy_of
from proxy.store.thread import StoreThread
from proxy.worker import Worker

NOT_READ = "Its text could not be read for words such as “tomorrow”: look yourself whether they still fit then."


class Foresight:
    """`zone`: the user's, None: the system's."""

    def __init__(self, thread: StoreThread, worker: Worker, *, zone: tzinfo | None = None) -> None:
        self._thread = thread
        self._worker = worker
        self._zone = zone

    async def warnings(self, message: Held, due: datetime) -> tuple[str, ...]:
        """A sentence for each such word, none where all of them hold. Raises StoreError."""
        written, going = message.received.astimezone(self._zone), due.astimezone(self._zone)
        if going.date() <= written.date():
            return ()
        try:
            with await self._thread(copy_of, self._thread.store.held, message.id) as copy:
                return await self._worker.relative_days(Dated(copy.as_job_content(), written, going))
        except (WorkerError, SpoolError) as error:
            events.judging_failed(error.what)
            return (NOT_READ,)
        except NotFound:
            return ()
