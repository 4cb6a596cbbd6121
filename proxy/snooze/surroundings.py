"""What there is around a kept message now: the recruiters among its recipients, their histories, what came since.

In the store's thread; one state of the store a question.
"""

from __future__ import annotations

from datetime import datetime

from checks.model import History
from proxy.accounts import Accounts
from proxy.addresses import normalise
from proxy.model import Held
from proxy.people import Party
from proxy.snooze.due import around
from proxy.store.snoozes import Known
from proxy.store.store import Store


def parties_of(store: Store, accounts: Accounts, message: Held) -> tuple[Party, ...]:
    """The recruiters among its recipients, each person once."""
    recruiters = accounts.recruiters_in(store.control)
    addresses = dict.fromkeys(normalise(each) for each in message.recipients)
    parties = (recruiters.party(each) for each in addresses if recruiters.covers(each))
    return tuple({party.keys: party for party in parties}.values())


def histories_of(store: Store, accounts: Accounts, message: Held, now: datetime) -> tuple[History, ...]:
    """Theirs, in the order of `parties_of`."""
    return tuple(store.contacts.history(party, now) for party in parties_of(store, accounts, message))


def surroundings(store: Store, accounts: Accounts, message: Held, now: datetime) -> Known:
    """What a person could know who decides on it now."""
    return around(message, histories_of(store, accounts, message, now), store.snoozes.later(message), now)
