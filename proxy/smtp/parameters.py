"""The arguments of MAIL and RCPT: address and parameters (RFC 5321, section 4.1.2). Pure.

Address and parameters are kept exactly as they came, letter case too: ENVID and ORCPT are returned to the sender in
bounces. A source route (`<@relay.example:sam@example.org>`) is dropped, as RFC 5321, appendix C, asks. A parameter is
refused with 555 where its extension wasn't offered, with 501 where it is malformed; everything else is for the upstream
to judge. aiosmtpd's own parsing upper-cases parameters and refuses those of DSN.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from proxy.model import Recipient
from proxy.smtp.protocol import Offered
from proxy.smtp.replies import RefusedError, refusing, too_large

_UTF8 = "\u00a0-\ud7ff\ue000-\U0010ffff"
# Two dots in a row are against the RFC and alive all the same; the upstream judges them.
_LOCAL = rf"(?:[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.\-{_UTF8}]+|\"(?:[ !#-\[\]-~{_UTF8}]|\\[ -~])*\")"
_DOMAIN = rf"(?:[A-Za-z0-9_.\-{_UTF8}]+|\[[!-Z^-~]+\])"
_PATH = re.compile(rf"<(?:@{_DOMAIN}(?:,@{_DOMAIN})*:)?({_LOCAL}@{_DOMAIN})>")
_POSTMASTER = re.compile(r"<(postmaster)>", re.IGNORECASE)
_PARAMETER = re.compile(rf"([A-Za-z0-9][A-Za-z0-9-]*)(?:=([!-<>-~{_UTF8}]+))?")


@dataclass(frozen=True, slots=True)
class Mail:
    """MAIL's argument. `sender` without angle brackets, "" for the null sender; `utf8`: SMTPUTF8 is among them."""

    sender: str
    parameters: tuple[str, ...]
    utf8: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """When a parameter may come, and what its whole value looks like (None: it takes none)."""

    offered: Callable[[Offered], bool]
    value: str | None


_MAIL: Mapping[str, _Rule] = {
    "SIZE": _Rule(lambda offered: True, r"\d{1,20}"),  # RFC 1870
    "BODY": _Rule(lambda offered: offered.eightbitmime, "7BIT|8BITMIME"),  # RFC 6152
    "SMTPUTF8": _Rule(lambda offered: offered.smtputf8, None),  # RFC 6531
    "RET": _Rule(lambda offered: offered.dsn, "FULL|HDRS"),  # RFC 3461
    "ENVID": _Rule(lambda offered: offered.dsn, ".{1,100}"),
    "AUTH": _Rule(lambda offered: True, ".+"),  # RFC 4954, section 5
}
_RCPT: Mapping[str, _Rule] = {
    "NOTIFY": _Rule(lambda offered: offered.dsn, r"NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*"),
    "ORCPT": _Rule(lambda offered: offered.dsn, r"[A-Za-z0-9-]+;.+"),
}


def mail(argument: str, offered: Offered | None) -> Mail:
    """Reads what follows "MAIL ". `offered`: what EHLO offered; None after HELO. Raises RefusedError."""
    rest = _after("FROM:", argument)
    if rest is None:
        raise RefusedError(501, "5.5.4 MAIL is written: MAIL FROM:<address>")
    if rest == "<>" or rest.startswith("<> "):
        sender, rest = "", rest[2:]
    else:
        sender, rest = _address(_PATH, rest, "5.1.7")
    parameters = _split(rest)
    values = _checked(parameters, _MAIL, offered)
    utf8 = "SMTPUTF8" in values
    if not utf8 and not argument.isascii():
        raise RefusedError(553, "5.6.7 An address with other letters than ASCII needs SMTPUTF8")
    size = values.get("SIZE", "")
    if offered is not None and size and int(size) > offered.size:
        raise refusing(too_large(offered.size))
    return Mail(sender, parameters, utf8)


def rcpt(argument: str, offered: Offered | None, *, utf8: bool) -> Recipient:
    """Reads what follows "RCPT ". `utf8`: MAIL came with SMTPUTF8. Raises RefusedError."""
    rest = _after("TO:", argument)
    if rest is None:
        raise RefusedError(501, "5.5.4 RCPT is written: RCPT TO:<address>")
    pattern = _POSTMASTER if _POSTMASTER.match(rest) else _PATH
    address, rest = _address(pattern, rest, "5.1.3")
    parameters = _split(rest)
    _checked(parameters, _RCPT, offered)
    if not utf8 and not argument.isascii():
        raise RefusedError(553, "5.6.7 An address with other letters than ASCII needs SMTPUTF8")
    return Recipient(address, parameters)


def _after(keyword: str, argument: str) -> str | None:
    # A space after the colon is against the RFC and common.
    return argument[len(keyword) :].strip(" ") if argument[: len(keyword)].upper() == keyword else None


def _address(pattern: re.Pattern[str], text: str, enhanced: str) -> tuple[str, str]:
    found = pattern.match(text)
    if found is None or not (found.end() == len(text) or text[found.end()] == " "):
        raise RefusedError(501, f"{enhanced} An address stands in angle brackets, as <sam@example.org>")
    return found[1], text[found.end() :]


def _split(rest: str) -> tuple[str, ...]:
    return tuple(parameter for parameter in rest.split(" ") if parameter)


def _checked(parameters: tuple[str, ...], rules: Mapping[str, _Rule], offered: Offered | None) -> dict[str, str]:
    values: dict[str, str] = {}
    for parameter in parameters:
        found = _PARAMETER.fullmatch(parameter)
        if found is None:
            raise RefusedError(501, "5.5.4 A parameter can't be read")
        keyword, value = found[1].upper(), found[2]
        rule = rules.get(keyword)
        if rule is None or offered is None or not rule.offered(offered):
            raise RefusedError(555, "5.5.4 A parameter is not offered here")
        if keyword == "BODY" and value is not None and value.upper() == "BINARYMIME":
            raise RefusedError(555, "5.5.4 BINARYMIME is not offered here")
        if keyword in values or not _fits(rule, value):
            raise RefusedError(501, f"5.5.4 The parameter {keyword} can't be read, or came twice")
        values[keyword] = value or ""
    return values


def _fits(rule: _Rule, value: str | None) -> bool:
    if rule.value is None or value is None:
        return rule.value is None and value is None
    return re.fullmatch(rule.value, value, re.IGNORECASE | re.ASCII) is not None
