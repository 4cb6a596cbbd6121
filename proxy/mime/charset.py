"""Bytes of a named charset -> text. Promises: never raises for any bytes or name, no lone surrogate in the result,
linear time.

Names are read as mail means them, not as they are written: what says iso-8859-1 is windows-1252, gb2312 is gb18030,
ks_c_5601 is cp949 (the WHATWG Encoding Standard, section 4.2, has the same reading for the same reason).
"""

from __future__ import annotations

import codecs
import re

_NAME_LIMIT = 40

# Kept small: what Python's own alias table lacks, and the families whose larger member is what is really sent.
_MEANT = {
    "iso88591": "cp1252",
    "latin1": "cp1252",
    "l1": "cp1252",
    "ansi": "cp1252",
    "windows": "cp1252",
    "xansi": "cp1252",
    "macintosh": "mac_roman",
    "xmacroman": "mac_roman",
    "iso88599": "cp1254",
    "latin5": "cp1254",
    "iso885911": "cp874",
    "tis620": "cp874",
    "iso88598i": "iso8859_8",
    "iso88598e": "iso8859_8",
    "iso88596i": "iso8859_6",
    "gb2312": "gb18030",
    "gb231280": "gb18030",
    "gbk": "gb18030",
    "xgbk": "gb18030",
    "cp936": "gb18030",
    "windows936": "gb18030",
    "euccn": "gb18030",
    "big5": "big5hkscs",
    "xbig5": "big5hkscs",
    "cnbig5": "big5hkscs",
    "ksc56011987": "cp949",
    "ksc5601": "cp949",
    "euckr": "cp949",
    "windows949": "cp949",
    "shiftjis": "cp932",
    "xsjis": "cp932",
    "sjis": "cp932",
    "windows31j": "cp932",
    "xeucjp": "euc_jp",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "iso2022jp": "iso2022_jp_ext",
    "iso2022jpms": "iso2022_jp_ext",
    "unicode11utf7": "utf_7",
    "xunicode20utf7": "utf_7",
    "unicode11utf8": "utf_8",
    "unicode20utf8": "utf_8",
    "xutf8": "utf_8",
    "utf8mb4": "utf_8",
    "koi8": "koi8_r",
    "unicode": "utf_16",
}

# Text encodings of Python that no mail means. Two take quadratic time, two make surrogates out of plain ASCII.
_NEVER = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_NEVER_PLAIN = {re.sub(r"[^0-9a-z]", "", name) for name in _NEVER} | {"unicodeescape", "rawunicodeescape", "dbcs"}

# Names that say nothing: the bytes decide. US-ASCII with high bytes is one of them.
_SAYS_NOTHING = {
    "",
    "usascii",
    "ascii",
    "xunknown",
    "unknown",
    "unknown8bit",
    "8bit",
    "binary",
    "default",
    "none",
    "utf8",
}


def decode(data: bytes, name: str = "") -> str:
    """The text of `data`, written in the charset `name` ("" or an unknown one: UTF-8 if it is that, else
    windows-1252). Bytes that don't belong there become U+FFFD. A byte order mark is dropped."""
    plain = re.sub(
        r"[^0-9a-z]", "", name[:_NAME_LIMIT].partition("*")[0].lower()
    )  # "*": a language, RFC 2231 section 5
    codec = None if plain in _SAYS_NOTHING else _codec(plain, name)
    text = _guess(data) if codec in (None, "utf_8") else data.decode(codec, "replace")
    return whole(text.removeprefix("\ufeff"))


def whole(text: str) -> str:
    """`text` without lone surrogates: pairs are joined, what is left alone becomes U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _codec(plain: str, name: str) -> str | None:
    if plain in _MEANT:
        return _MEANT[plain]
    if plain in _NEVER_PLAIN:
        return None
    # "cp-850", "windows1251" and "iso8859-15" are what people write; Python knows one spelling of each.
    for spelling in (
        name[:_NAME_LIMIT].strip(" \t\"'"),
        plain,
        plain.replace("windows", "cp"),
        f"{plain[:3]}_{plain[3:]}",
    ):
        try:
            found = codecs.lookup(spelling)
            b"x".decode(found.name, "replace")  # a LookupError for what is no text encoding (base64, rot13, zlib)
        except (LookupError, ValueError):
            continue
        return (
            None
            if found.name.replace("-", "_") in _NEVER
            else found.name.replace("-", "_").replace("utf_8_sig", "utf_8")
        )
    return None


def _guess(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # Any whole sequence of several bytes says that it is UTF-8, damaged; without one it is the old Western charset.
    damaged = any(char > "\x7f" and char != "\ufffd" for char in text)
    return text if damaged else data.decode("cp1252", "replace")
