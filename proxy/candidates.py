"""Whom the user may want to put on the list of recruiters, out of all that the mailbox shows."""

from __future__ import annotations

from datetime import datetime

from proxy.accounts import Accounts
from proxy.addresses import domain_of
from proxy.store.store import Store
from proxy.suggestions import Suggestion, suggest


def candidates(store: Store, accounts: Accounts, now: datetime) -> list[Suggestion]:
    """Who in the mailbox looks like a recruiter, doesn't count yet, and was not taken off the list."""
    entries = store.control.recruiters()
    known = accounts.recruiters_with(entries)
    taken_off = {each.entry for each in entries if not each.added}
    asked = [each for each in store.contacts.addresses() if not {each, domain_of(each)} & taken_off]
    own = accounts.settings.own
    return suggest((store.contacts.history(each, now) for each in asked if each not in own), known.covers)
