"""How long a decision takes over a history of a million contacts: the histories are read, and the policy is asked.

    python -m bench.decision [CONTACTS]

Makes a store in a temporary folder (SQLite, as by default) in which twenty thousand people of two thousand companies
were written to and answered over three years, one of them ten thousand times; prints milliseconds. Nothing is asserted.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import Integer, func, insert, literal, select, type_coerce

from checks.frequency import find
from checks.model import Contact, Message, Person, Settings
from proxy.people import Party, company, person
from proxy.store import schema
from proxy.store.contacts import Seen
from proxy.store.histories import recent
from proxy.store.store import Store
from proxy.store.tables.base import Instant

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)
PEOPLE, COMPANIES, BUSY, FIRST = 20_000, 2_000, 10_000, 100_000
TIMES = 100


def address(number: int) -> str:
    """Somebody; number 0 is the busy one."""
    return f"p{number}@c{number % COMPANIES}.example"


def rows(contacts: int, dice: random.Random) -> Iterator[dict[str, object]]:
    """Contacts as the mailbox shows them: two of the user's for each of theirs."""
    for number in range(contacts):
        whom = address(0 if number < BUSY else dice.randrange(PEOPLE))
        yield {
            "account": "sam@example.org",
            "source": "mailbox",
            "address": whom,
            "at": NOW - YEARS * dice.random(),
            "kind": "mail",
            "direction": "in" if dice.random() < 0.33 else "out",
            "message_id": f"<{number}@example.org>",
            "thread": [f"<{number - 1}@example.org>"],
            "subject": f"Role {number % 500}",
            "note": "",
            "answered": True,
            "thanks": False,
            "fingerprint": "",
            "folder": "Sent",
            "uid": number,
            "person": person(whom),
            "company": company(whom),
            "sort": "",
            "promised": NOW.date() if dice.random() < 0.01 else None,
            "words": "",
        }


def fill(store: Store, contacts: int) -> None:
    """Puts them in: a first hundred thousand, of which the database makes the others, at other times."""
    table, missing = schema.contact.c, contacts - FIRST
    names = [column.name for column in schema.contact.columns if column.name != "id"]
    at = literal(NOW, Instant) - type_coerce(func.abs(func.random() % (YEARS // timedelta(microseconds=1))), Integer)
    name = literal("<") + func.hex(func.randomblob(8)) + literal("@example.org>")
    others: dict[str, Any] = {"at": at, "message_id": name}
    drawn = select(*(others.get(name, table[name]) for name in names)).where(
        table.id.between(BUSY + 1, FIRST)  # the busy one has all of theirs
    )
    with store.database.write() as connection:
        connection.execute(insert(schema.contact), list(rows(min(contacts, FIRST), random.Random(1))))
        while missing > 0:
            done = connection.execute(insert(schema.contact).from_select(names, drawn.limit(missing)))
            missing -= done.rowcount


def unanswered(store: Store, whom: str, times: int) -> None:
    """So many mails of the last weeks, to which nobody said a word."""
    for number in range(times):
        when = NOW - timedelta(days=number % 60, minutes=number)
        store.contacts.log(Contact(when, "text", "out", whom))


def decide(store: Store, whom: str) -> None:
    """All that a message costs but its text: reserve, ask, take back."""
    mail = Seen(0, NOW, "out", (), "<new@example.org>")
    reserved = store.contacts.reserve("sam@example.org", [Party.of(whom)], mail, NOW)
    message = Message(Person("Sam", "sam@example.org"), message_id="<new@example.org>")
    find(message, "follow-up", reserved.histories, NOW, Settings())
    store.contacts.cancel(reserved.token)


def look(store: Store, whom: str) -> None:
    """The deciding part alone: what matters is read, and the policy is asked."""
    with store.database.read() as connection:
        history = recent(connection, Party.of(whom), NOW)
    find(Message(Person("Sam", "sam@example.org")), "follow-up", [history], NOW, Settings())


def timed(act: Callable[[], None]) -> str:
    """The median and the worst twentieth of TIMES runs, in milliseconds; and the median of the processor's time, which
    a busy machine changes less."""
    taken, worked = [], []
    for _ in range(TIMES):
        start, work = perf_counter(), process_time()
        act()
        worked.append((process_time() - work) * 1000)
        taken.append((perf_counter() - start) * 1000)
    return f"{median(taken):6.2f} ms (95% {quantiles(taken, n=20)[-1]:6.2f}), processor {median(worked):6.2f} ms"


def main() -> None:
    """Prints the table."""
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{Path(folder) / 'bench.db'}")
        start = perf_counter()
        fill(store, contacts)
        print(f"{contacts:,} contacts put in within {perf_counter() - start:.0f} s")
        unanswered(store, address(7), 30)
        cases = {
            "somebody among all": address(4321),
            "the one with ten thousand": address(0),
            "30 unanswered": address(7),
            "a stranger": "new@nowhere.example",
        }
        for name, whom in cases.items():
            print(f"{name:>26}: decided {timed(lambda whom=whom: look(store, whom))}")  # type: ignore[misc]
            print(f"{'':>26}  reserved and taken back {timed(lambda whom=whom: decide(store, whom))}")  # type: ignore[misc]
        store.close()


if __name__ == "__main__":
    main()
