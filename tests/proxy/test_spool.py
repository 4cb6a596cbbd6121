"""A message's bytes stay the same, in memory or in a file, and nothing is left of them afterwards."""

from __future__ import annotations

import gc
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.errors import SpoolError
from proxy.model import Content
from proxy.transit.spool import Spool, sweep


@given(st.lists(st.binary(max_size=40), max_size=10))
def test_bytes_survive(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    with Spool(in_memory=64) as spool:
        for piece in pieces:
            spool.write(piece)
        content: Content = spool
        for _ in range(2):
            assert b"".join(content.chunks()) == whole
        assert (content.size, content.digest) == (len(whole), hashlib.sha256(whole).digest())
        given_to_worker = spool.as_job_content()
        assert isinstance(given_to_worker, Path) == (len(whole) > 64)
        octets = given_to_worker.read_bytes() if isinstance(given_to_worker, Path) else given_to_worker
        assert octets == whole


def test_small_ones_touch_no_disk(tmp_path: Path) -> None:
    with Spool(directory=tmp_path) as spool:
        spool.write(b"x" * (1 << 20))
        assert list(tmp_path.iterdir()) == []
        spool.write(b"x")
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    with Spool(directory=tmp_path, in_memory=0) as spool:
        spool.write(b"x")
        (path,) = tmp_path.iterdir()
        assert path.stat().st_mode & 0o777 == 0o600


def test_pieces_are_bounded() -> None:
    for in_memory in (0, 1 << 24):
        with Spool(in_memory=in_memory) as spool:
            spool.write(b"x" * 3_000_000)
            assert max(len(piece) for piece in spool.chunks()) <= 1 << 20


def test_a_forgotten_one_takes_its_file_along(tmp_path: Path) -> None:
    spool = Spool(directory=tmp_path, in_memory=0)
    spool.write(b"x")
    del spool
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_discard_may_come_twice_and_ends_it(tmp_path: Path) -> None:
    spool = Spool(directory=tmp_path, in_memory=0)
    spool.write(b"x")
    spool.discard()
    spool.discard()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="discarded"):
        spool.write(b"x")
    with pytest.raises(ValueError, match="discarded"):
        spool.as_job_content()


def test_no_room_is_told_in_plain_words(tmp_path: Path) -> None:
    spool = Spool(directory=tmp_path / "missing", in_memory=0)
    with pytest.raises(SpoolError, match=r"can't be set aside.*disk space"):
        spool.write(b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", lambda **_: (os.open("/dev/full", os.O_WRONLY), str(tmp_path / "none")))
    spool = Spool(in_memory=0)
    with pytest.raises(SpoolError, match="No space left"):
        spool.write(b"x" * 1_000_000)
    spool.discard()


def test_sweep_removes_what_a_killed_run_left(tmp_path: Path) -> None:
    left = tmp_path / "tactful-abc.spool"
    left.write_bytes(b"x")
    other = tmp_path / "mine.txt"
    other.write_bytes(b"x")
    assert sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [other]
