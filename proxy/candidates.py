"""Whom the user may want to put on the list of recruiters, out of all that the mailbox shows; and who isn't covered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from proxy.accounts import Accounts
from proxy.addresses import is_one_of
from proxy.recruiters import match
from proxy.store.store import Store
from proxy.suggestions import Suggestion, Uncovered, suggest

WEEK = timedelta(days=7)


def candidates(store: Store, accounts: Accounts, now: datetime, among: Iterable[str] | None = None) -> list[Suggestion]:
    """Who in the mailbox looks like a recruiter, doesn't count yet, was not taken off the list and hired nobody.

    `among`: of these addresses (normalised) only; by default of all.
    """
    entries, stages = store.control.recruiters(), store.control.stages()
    known = accounts.recruiters_with(entries, stages)
    over = [each.entry for each in entries if not each.added] + [each.entry for each in stages if each.stage == "hired"]
    asked = store.contacts.addresses() if among is None else sorted(among)
    left = [each for each in asked if not is_one_of(each, accounts.settings.own) and not match(over, each)]
    return suggest((store.contacts.history(known.party(each), now) for each in left), known.covers)


def uncovered(store: Store, accounts: Accounts, now: datetime, account: str | None = None) -> Uncovered:
    """Mail of the last seven days to addresses that are no recruiters'. `account`: of this one only."""
    known = accounts.recruiters_in(store.control)
    own = accounts.settings.own
    sent = [
        each
        for each in store.sendings.since(now - WEEK, now, account)
        if not is_one_of(each.address, own) and not known.covers(each.address)
    ]
    addresses = {each.address for each in sent}
    suggested = candidates(store, accounts, now, addresses) if addresses else []
    return Uncovered(len({each.mail for each in sent}), len(addresses), len(suggested))
