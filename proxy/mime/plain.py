"""Plain text as its reader sees it: line ends, format=flowed (RFC 3676), the frame of a clear-signed text (RFC 9580).

Line ends become LF. Control characters but tab and LF are dropped, NUL too: they show nothing, and in a terminal they
act. Offsets of findings count in what comes out of here.
"""

from __future__ import annotations

import re

_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) not in "\t\n"} | {12: "\n"}
_CLEAR_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Z][A-Za-z-]{1,30}:[^\n]{0,200}\n){0,10}[ \t]*\n", re.MULTILINE
)
_SIGNATURE = re.compile(
    r"^-----BEGIN PGP SIGNATURE-----[ \t]*\n(?:[^\s-][^\n]{0,100}\n|[ \t]*\n){0,200}"
    r"-----END PGP SIGNATURE-----[ \t]*\n?",
    re.MULTILINE,
)
_ENCRYPTED = re.compile(r"^-----BEGIN PGP MESSAGE-----[ \t]*$", re.MULTILINE)


def lines(text: str) -> str:
    """`text` with LF as its only line end and without other control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def unflow(text: str, delsp: bool) -> str:
    """The paragraphs of a format=flowed text, each in one line; quotation marks (">") stay. `delsp`: DelSp=yes."""
    paragraphs: list[list[str]] = []
    open_depth: int | None = None  # how deep the paragraph is quoted that the last line left open
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")  # space-stuffing, section 4.4
        flows = content.endswith(" ") and content != "-- "  # section 4.3
        shown = content[:-1] if flows and delsp else content
        if open_depth == depth and content not in ("", "-- "):  # empty: a forgotten space before a paragraph's end
            paragraphs[-1].append(shown)
        else:
            paragraphs.append([f"{'>' * depth} " if depth else "", shown])
        open_depth = depth if flows else None
    written = ("".join(paragraph) for paragraph in paragraphs)
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in written)


def unframe(text: str) -> str:
    """The words of a clear-signed text (RFC 9580, section 7) without the armour around them; others as they are."""
    frame = _CLEAR_SIGNED.search(text)
    if frame is None:
        return text
    end = _SIGNATURE.search(text, frame.end())
    if end is None:
        return text
    signed = re.sub(r"^- ", "", text[frame.end() : end.start()], flags=re.MULTILINE)
    return text[: frame.start()] + signed + text[end.end() :]


def encrypted(text: str) -> bool:
    """Whether the sender's words are inside a PGP message (one that they quote is marked by ">", and is none)."""
    return _ENCRYPTED.search(text) is not None
