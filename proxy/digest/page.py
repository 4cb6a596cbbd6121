"""Notices, digests and replies as HTML that mail programs show: tables, style in place, nothing fetched. Pure.

Promises: whatever comes from a message is escaped, in text and in attributes; there is no script, picture, form or
address of another machine than that of tactful's own page; every colour that is set comes with its own background, so
that light and dark both read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from html import escape

from checks.model import Finding
from proxy.digest import commands, compose, entries
from proxy.digest.entries import Told
from proxy.digest.words import moment, one_line
from proxy.model import Command
from proxy.store.remarks import Remark

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5"
_TABLE = f"width:100%;max-width:640px;border-collapse:collapse;{_FONT}"
_LABEL = "padding:2px 12px 2px 0;vertical-align:top;white-space:nowrap;opacity:0.75"
_VALUE = "padding:2px 0;width:100%;vertical-align:top;word-break:break-word"
_FINDING = "padding:8px 0 8px 12px;border-left:4px solid #b7791f"
_MARK = "background-color:#fdeeb5;color:#1f1f1f;padding:0 2px"
_PLAIN = "display:inline-block;margin:4px 8px 4px 0;padding:8px 14px;border-radius:6px;text-decoration:none;"
_BUTTON = f"{_PLAIN}border:1px solid #1a5fb4;background-color:#ffffff;color:#1a5fb4"
_FIRST = f"{_PLAIN}border:1px solid #1a5fb4;background-color:#1a5fb4;color:#ffffff"
_SMALL = "font-size:14px;opacity:0.8"
_RULE = "border:0;border-top:1px solid #8c8c8c;margin:20px 0"

HOW = "Each of these writes a mail to yourself. Send it as it is, from any device: you are told what came of it."


def notice(told: Told, zone: tzinfo | None, *, again: bool = False) -> str:
    """The HTML of a notice. `again`: of the second one."""
    opening = paragraph(f"{compose.opening(told, again=again)} {compose.whereabouts(told)}")
    return document(compose.notice_subject(told, again=again), [opening, entry(told, zone)])


def digest(
    waiting: Sequence[Told],
    remarks: Sequence[Remark],
    zone: tzinfo | None,
    *,
    unthanked: Sequence[str] = (),
    also: Sequence[str] = (),
    more: int = 0,
    page: str = "",
    subject: str = "",
) -> str:
    """The HTML of a digest; all as `compose.digest_text` takes it. `subject`: of the letter."""
    blocks = []
    if waiting:
        blocks.append(paragraph(compose.count_in_words(waiting, more)))
        blocks += [in_digest(told, zone) for told in waiting]
    if more:
        link = f' <a href="{escape(page)}/">{_text(page)}/</a>' if page else ""
        blocks.append(f'<p style="margin:0 0 16px">{_text(compose.more_in_words(more, page))}{link}</p>')
    if unthanked:
        blocks += [paragraph(compose.UNTHANKED), *map(paragraph, unthanked), f'<hr style="{_RULE}">']
    if remarks:
        blocks.append(paragraph(compose.REMARKS))
        blocks += [noted_in_digest(remark, zone) for remark in remarks]
    blocks += [paragraph(line) for line in also]
    return document(subject, blocks)


def in_digest(told: Told, zone: tzinfo | None) -> str:
    """What a digest says of a message that waits."""
    return f'{entry(told, zone)}<hr style="{_RULE}">'


def noted_in_digest(remark: Remark, zone: tzinfo | None) -> str:
    """What a digest says of a message that was sent."""
    return f'{_remark(remark, zone)}<hr style="{_RULE}">'


def document(title: str, blocks: Iterable[str]) -> str:
    """A whole page of blocks, which are HTML; `title` is text."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{_text(title)}</title></head>\n"
        f'<body style="margin:0;padding:16px"><table role="presentation" style="{_TABLE}"><tr><td>\n'
        + "\n".join(blocks)
        + "\n</td></tr></table></body></html>\n"
    )


def paragraph(text: str) -> str:
    """Text as a block."""
    return f'<p style="margin:0 0 16px">{_text(text)}</p>'


def entry(told: Told, zone: tzinfo | None) -> str:
    """One kept message: who, what about, each finding, and what may be said of it."""
    message = told.message
    blocks = [table(entries.facts(told, zone))]
    if message.outcome:
        blocks.append(paragraph(message.outcome))
    blocks += [_finding(finding, zone) for finding in message.findings[: entries.MOST]]
    if left_out := entries.left_out(message):
        blocks.append(paragraph(left_out))
    if told.answers:
        blocks += [_links(message.account, told.answers), f'<p style="{_SMALL}">{_text(HOW)}</p>']
    page = f'<a href="{escape(told.link)}">open it on the page</a>, or ' if told.link else ""
    command = f"<code>tactful show {_text(message.id)}</code>"
    blocks.append(f'<p style="{_SMALL}">On your own computer: {page}in a terminal {command}</p>')
    return "\n".join(blocks)


def _links(account: str, answers: Sequence[tuple[Command, str]]) -> str:
    links = [
        f'<a href="{escape(commands.link(account, command, token))}" style="{_BUTTON if position else _FIRST}">'
        f"{_text(commands.LABELS[command])}</a>"
        for position, (command, token) in enumerate(answers)
    ]
    return f'<div style="margin:16px 0 4px">{"".join(links)}</div>'


def _finding(finding: Finding, zone: tzinfo | None) -> str:
    rows = [
        (label, f'<mark style="{_MARK}">{_text(value)}</mark>' if label == entries.YOURS else _text(value))
        for label, value in entries.advice(finding, zone)
    ]
    if own_word := entries.own_word(finding):
        rows.append(("If it is a word of yours", f"<code>{_text(own_word)}</code>"))
    return (
        f'<table role="presentation" style="{_TABLE};margin:0 0 12px"><tr><td style="{_FINDING}">'
        f"<strong>{_text(entries.kind(finding))}</strong>: {_text(finding.message)}\n{_cells(rows)}</td></tr></table>"
    )


def _remark(remark: Remark, zone: tzinfo | None) -> str:
    rows = [("To", ", ".join(remark.recipients)), ("Subject", remark.subject or "(none)")]
    findings = [_finding(finding, zone) for finding in remark.findings]
    return "\n".join([table([*rows, ("Sent", moment(remark.at, zone))]), *findings])


def table(facts: Sequence[tuple[str, str]]) -> str:
    """Labels and values, which are text."""
    return _cells([(label, _text(value)) for label, value in facts])


def _cells(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td style="{_LABEL}">{_text(label)}</td><td style="{_VALUE}">{value}</td></tr>\n' for label, value in rows
    )
    return f'<table role="presentation" style="{_TABLE};margin:0 0 12px">{cells}</table>'


def _text(text: str) -> str:
    return escape(one_line(text))
