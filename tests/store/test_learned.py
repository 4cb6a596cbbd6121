"""Mutes and the user's own words: kept once, undone, seen by another process at once."""

from __future__ import annotations

import pytest

from proxy.store.mutes import Entry, Mute
from proxy.store.store import Store
from tests.store.material import HOUR, JO, KIM, NOW

TO_JO, TO_KIM, TO_ANYONE = Mute("thanks.missing", JO), Mute("thanks.missing", KIM), Mute("thanks.missing")


def test_a_mute_is_there_once_until_it_is_undone(store: Store, other: Store) -> None:
    assert store.mutes.all() == frozenset()
    store.mutes.add([TO_JO, TO_JO], NOW)
    store.mutes.add([TO_ANYONE, TO_JO], NOW + HOUR)
    assert other.mutes.entries() == [Entry(TO_JO, NOW), Entry(TO_ANYONE, NOW + HOUR)]
    assert not other.mutes.remove(TO_KIM)
    assert other.mutes.remove(TO_JO)
    assert not store.mutes.remove(TO_JO)
    assert store.mutes.all() == {TO_ANYONE}
    store.mutes.add([], NOW)
    assert store.mutes.all() == {TO_ANYONE}


@pytest.mark.parametrize(
    ("added", "kept", "also"),
    [
        ("Kubernetes", "kubernetes", "KUBERNETES"),
        (" Szymborska ", "szymborska", "szymborska"),
        ("Weißwurst", "weisswurst", "WEISSWURST"),
        ("o’clocker", "o'clocker", "O'Clocker"),
        ("Ωmega", "ωmega", "ωMEGA"),
    ],
)
def test_a_word_is_known_whatever_its_capitals(store: Store, other: Store, added: str, kept: str, also: str) -> None:
    assert store.words.add(added, NOW)
    assert not other.words.add(also, NOW + HOUR)
    assert other.words.all() == {kept}
    assert other.words.remove(also)
    assert not store.words.remove(added)
    assert store.words.all() == frozenset()
