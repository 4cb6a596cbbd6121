"""The store's tables, in SQL that SQLite and PostgreSQL both speak.

Addresses are normalised (proxy.recruiters.normalise). Instants are microseconds since 1970 UTC. Secrets are never
stored; a message's bytes lie in `content`, apart from its row, so that lists never touch them. What belongs together
has a file in `tables`; all of it is named here, so that `metadata` knows the whole.
"""

from __future__ import annotations

from proxy.store.tables.base import metadata
from proxy.store.tables.choices import control, mute, recruiter, stage, word
from proxy.store.tables.contacts import contact, folder, forgotten, interview, mailbox
from proxy.store.tables.held import content, cover, departure, held, held_recipient, sent_copy, snooze
from proxy.store.tables.letters import answer, letter, remark, token
from proxy.store.tables.upstream import crossing, upstream

__all__ = [
    "answer",
    "contact",
    "content",
    "control",
    "cover",
    "crossing",
    "departure",
    "folder",
    "forgotten",
    "held",
    "held_recipient",
    "interview",
    "letter",
    "mailbox",
    "metadata",
    "mute",
    "recruiter",
    "remark",
    "sent_copy",
    "snooze",
    "stage",
    "token",
    "upstream",
    "word",
]
