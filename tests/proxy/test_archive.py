"""Mail in files and folders is found as it was put there, and left as it is."""

from __future__ import annotations

import mailbox
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.archive import Archive
from proxy.errors import UsageError

LIMIT = 1_000_000
MAIL = [f"Subject: {number}\nTo: jo@acme.example\n\nDear Jo,\nnumber {number}\n".encode() for number in range(3)]


def mbox(path: Path, *mail: bytes) -> Path:
    box = mailbox.mbox(path)
    for each in mail:
        box.add(each)
    box.close()
    return path


def maildir(path: Path, *mail: bytes) -> Path:
    box = mailbox.Maildir(path)
    for each in mail:
        box.add(each)
    box.close()
    return path


def read(path: Path) -> list[bytes]:
    archive = Archive(path)
    found = [archive.read(item, LIMIT) for item in archive]
    archive.close()
    return found


def state(path: Path) -> list[tuple[str, int, bytes]]:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [(str(each), each.stat().st_mtime_ns, each.read_bytes() if each.is_file() else b"") for each in files]


@pytest.mark.parametrize("make", [mbox, maildir])
def test_all_that_is_in_it_and_nothing_is_changed(tmp_path: Path, make: object) -> None:
    path = make(tmp_path / "Sent", *MAIL)  # type: ignore[operator]
    before = state(tmp_path)
    archive = Archive(path)
    items = list(archive)
    assert len(archive) == len(items) == 3
    assert sorted(archive.read(item, LIMIT) for item in items) == MAIL
    assert sorted(archive.beginning(item)[0] for item in items) == MAIL
    assert all(item.name.startswith(f"{path}#") for item in items)
    archive.close()
    assert state(tmp_path) == before


def test_places_in_an_mbox_are_numbers(tmp_path: Path) -> None:
    path = mbox(tmp_path / "Sent", *MAIL)
    assert [item.name for item in Archive(path)] == [f"{path}#1", f"{path}#2", f"{path}#3"]


def test_an_mbox_is_never_open_for_writing(tmp_path: Path) -> None:
    archive = Archive(mbox(tmp_path / "Sent", *MAIL))
    assert archive._box._file.mode == "rb"  # type: ignore[union-attr]
    archive.close()


def test_a_line_that_an_mbox_quoted_is_as_it_was_written(tmp_path: Path) -> None:
    content = b"Subject: x\n\nFrom Monday on I am free.\n>From what I read.\n> a quote\n"
    path = mbox(tmp_path / "Sent", content)
    assert b"\n>From Monday" in path.read_bytes()
    assert read(path)[0].startswith(b"Subject: x\n\nFrom Monday on I am free.\n")
    path.write_bytes(b"From x Thu Jan  1 00:00:00 2026\nSubject: x\n\n>From a\n>>From b\n> From c\n\n")
    assert read(path) == [b"Subject: x\n\nFrom a\n>From b\n> From c\n"]


@given(bodies=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), max_size=4))
def test_any_bodies_are_told_apart(tmp_path_factory: pytest.TempPathFactory, bodies: list[str]) -> None:
    mail = [f"Subject: x\n\n{body}\n".replace("\r", "").encode() for body in bodies]
    mail = [each for each in mail if b"\n>" not in each]
    folder = tmp_path_factory.mktemp("archive")
    assert [each.rstrip() for each in read(mbox(folder / "Sent", *mail))] == [each.rstrip() for each in mail]


@pytest.mark.parametrize(
    ("line", "arrived"),
    [
        ("From sam@example.org Thu Jan  1 09:30:00 2026", datetime(2026, 1, 1, 9, 30, tzinfo=UTC)),
        ("From - Sat Feb 28 23:59:59 2026", datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC)),
        ("From sam", None),
        ("From sam some day", None),
        ("From sam Thu Jan 99 99:99:99 9999", None),
    ],
)
def test_when_a_mail_was_put_into_an_mbox(tmp_path: Path, line: str, arrived: datetime | None) -> None:
    path = tmp_path / "Sent"
    path.write_bytes(line.encode() + b"\nSubject: x\n\nHello\n")
    archive = Archive(path)
    assert [archive.beginning(item) for item in archive] == [(b"Subject: x\n\nHello\n", arrived)]


@pytest.mark.parametrize(
    ("name", "arrived"),
    [("1772359200.M1P1.host:2,S", datetime(2026, 3, 1, 10, 0, tzinfo=UTC)), ("odd", None), ("99.M1", None)],
)
def test_when_a_mail_was_put_into_a_maildir(tmp_path: Path, name: str, arrived: datetime | None) -> None:
    path = maildir(tmp_path / "Sent")
    (path / "cur" / name).write_bytes(MAIL[0])
    archive = Archive(path)
    assert [archive.beginning(item) for item in archive] == [(MAIL[0], arrived)]


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    for path in (mbox(tmp_path / "a", b"Subject: x\n\n" + b"y" * 500), maildir(tmp_path / "b", b"z" * 500)):
        archive = Archive(path)
        assert all(len(archive.read(item, 100)) <= 100 for item in archive)


def test_a_mail_that_went_away_meanwhile_is_an_error_of_its_own(tmp_path: Path) -> None:
    path = maildir(tmp_path / "Sent", *MAIL)
    archive = Archive(path)
    first, *_ = archive
    for file in path.rglob(f"{first.key}*"):
        file.unlink()
    with pytest.raises(OSError, match="not there any more"):
        archive.read(first, LIMIT)
    assert len([archive.read(item, LIMIT) for item in list(archive)[1:]]) == 2


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("missing", None, "no such file"),
        ("note.eml", MAIL[0], 'no line in it begins a message ("From ")'),
        (".", None, "it has no folders cur and new"),
    ],
)
def test_what_is_no_mailbox_is_refused_with_a_remedy(
    tmp_path: Path, name: str, content: bytes | None, why: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        Archive(path)
    assert why in str(raised.value)
    assert "Maildir folder" in raised.value.remedy


def test_an_empty_file_is_an_empty_mbox(tmp_path: Path) -> None:
    (tmp_path / "Sent").touch()
    assert read(tmp_path / "Sent") == read(maildir(tmp_path / "Other")) == []
