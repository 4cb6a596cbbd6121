"""Bytes of a named charset, as mail means the name."""

from __future__ import annotations

import encodings.aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.mime.charset import decode

NAMES = sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values()})


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (b"It\x92s caf\xe9", "iso-8859-1", "It’s café"),
        (b"It\x92s", "us-ascii", "It’s"),
        ("café".encode(), "us-ascii", "café"),
        ("café".encode(), "", "café"),
        ("café".encode(), "x-unknown", "café"),
        (b"caf\xe9", "utf-8", "café"),
        ("café ".encode() + b"\xff", "utf8", "café \ufffd"),
        (b"\x82", "cp-850", "é"),
        ("привет".encode("koi8_r"), "KOI8-R", "привет"),
        ("привет".encode("cp1251"), "Windows-1251", "привет"),
        ("面接".encode("iso2022_jp"), "ISO-2022-JP", "面接"),
        ("面接①".encode("cp932"), "Shift_JIS", "面接①"),
        ("镕".encode("gb18030"), "gb2312", "镕"),
        ("안녕".encode("cp949"), "ks_c_5601-1987", "안녕"),
        ("你好".encode("big5"), "Big5", "你好"),
        (b"Hi +AOk-", "unicode-1-1-utf-7", "Hi é"),
        ("café".encode("cp1254"), "iso-8859-9", "café"),
        ("café".encode(), "utf-8''en", "café"),
        ("café".encode("latin-1"), "iso-8859-15*fr", "café"),
        (b"\xef\xbb\xbfhello", "utf-8", "hello"),
        ("hello".encode("utf-16"), "utf-16", "hello"),
        (b"hello", "base64", "hello"),
        (b"hello", "rot13", "hello"),
        (b"\\ud800", "unicode_escape", "\\ud800"),
        (b"hello", "a\0b", "hello"),
        (b"hello", "x" * 10_000, "hello"),
        (b"+2AA-", "utf-7", "\ufffd"),
    ],
)
def test_what_is_read(data: bytes, name: str, text: str) -> None:
    assert decode(data, name) == text


@given(st.binary(max_size=60), st.one_of(st.text(max_size=20), st.sampled_from(NAMES)))
def test_any_bytes_in_any_charset(data: bytes, name: str) -> None:
    decode(data, name).encode("utf-8")
