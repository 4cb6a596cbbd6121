"""The kinds of value that the configuration holds, each with words for what is wrong with one. Pure.

Nothing here looks at the disk or the network. A refusal's message is the remedy that the user reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, ValidationInfo
from pydantic_core import PydanticCustomError

from checks.model import Quiet
from proxy import addresses, durations


class Frozen(BaseModel):
    """Base of all settings: can't be changed, has no unknown keys, and keeps what was typed out of its errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, validate_by_name=True, validate_by_alias=True
    )


def refusal(remedy: str) -> PydanticCustomError:
    """What a validator raises; `remedy` is shown to the user as it is."""
    return PydanticCustomError("tactful", "{remedy}", {"remedy": remedy})


@dataclass(frozen=True, slots=True)
class Place:
    """A host name or IP address (without brackets) and a TCP port. Port 0: any that is free."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Place:
        """Reads "127.0.0.1:2525" or "[::1]:2525". Raises ValueError with the remedy."""
        match = re.fullmatch(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:\s]+)):(\d{1,5})", text.strip())
        if match is None:
            raise ValueError('Write an address and a port, such as "127.0.0.1:2525" or "[::1]:2525".')
        host, port = match[1] or match[2], int(match[3])
        if host.lower() != "localhost":
            try:
                ip_address(host)
            except ValueError as error:
                raise ValueError(
                    'Write the address in numbers: 127.0.0.1 for this machine alone ("127.0.0.1:2525").'
                ) from error
        if port > 65535:
            raise ValueError("A port is at most 65535.")
        return cls(host.lower(), port)

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return addresses.is_loopback(self.host)

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def _place(value: object) -> object:
    if isinstance(value, Place):
        return value
    if not isinstance(value, str):
        raise refusal('Write an address and a port in quotes, such as "127.0.0.1:2525".')
    try:
        return Place.parse(value)
    except ValueError as error:
        raise refusal(str(error)) from None


def _duration(value: object) -> object:
    if isinstance(value, timedelta):
        return value
    if not isinstance(value, str):
        raise refusal('Write a number and a unit in quotes, such as "4 hours" or "21 days".')
    try:
        return durations.parse(value)
    except ValueError as error:
        raise refusal(str(error)) from None


def _positive(value: timedelta) -> timedelta:
    if value <= timedelta(0):
        raise refusal("It must be longer than nothing.")
    return value


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    if isinstance(value, str):
        match = re.fullmatch(r"\s*(\d{1,2}):(\d{2})\s*", value)
        if match and int(match[1]) < 24 and int(match[2]) < 60:
            return time(int(match[1]), int(match[2]))
    raise refusal('Write a time of day from "00:00" to "23:59", such as "08:00" or "17:30".')


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _quiet(value: object) -> object:
    if isinstance(value, Quiet):
        return value
    remedy = 'Write hours and days, such as quiet = ["22:00-07:00", "sat", "sun"]; [] for none.'
    if not isinstance(value, list | tuple) or not all(isinstance(entry, str) for entry in value):
        raise refusal(remedy)
    days, hours = set(), []
    for entry in value:
        start, dash, end = entry.partition("-")
        name = entry.strip().lower()[:3]
        if dash:
            first, last = _clock(start), _clock(end)
            if not isinstance(first, time) or not isinstance(last, time) or first == last:
                raise refusal(remedy)
            hours.append((first, last))
        elif name in _DAYS and entry.strip().isalpha():
            days.add(_DAYS.index(name))
        else:
            raise refusal(remedy)
    return Quiet(frozenset(days), tuple(hours))


def _address(value: str) -> str:
    problem = addresses.problem_of_address(value.strip())
    if problem:
        raise refusal(f'Write one mail address, such as "sam@example.org". {problem}')
    return value.strip()


def _host(value: str) -> str:
    text = value.strip()
    if "://" in text or "@" in text or "/" in text:
        raise refusal('Write only the server\'s name, such as "smtp.example.org".')
    try:
        return str(ip_address(text.strip("[]")))
    except ValueError:
        pass
    if ":" in text:
        raise refusal("Write only the server's name here, and its port as port = ....")
    name = addresses.normalise_domain(text)
    labels = name.split(".")
    if not name or len(name) > 253 or any(not re.fullmatch(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", label) for label in labels):
        raise refusal('Write the server\'s name as your mail provider gives it, such as "smtp.example.org".')
    return name


def _file(value: object, info: ValidationInfo) -> object:
    if isinstance(value, str):
        if not value.strip() or "\0" in value:
            raise refusal("Write the file's whole name, with its folders.")
        value = Path(value)
    if not isinstance(value, Path):
        raise refusal("Write the file's name in quotes, with its folders.")
    try:
        path = value.expanduser()
    except RuntimeError:
        raise refusal("Nobody's home folder is known by this name; write the file's whole name.") from None
    folder = (info.context or {}).get("folder")
    return folder / path if isinstance(folder, Path) else path


def _line(value: str) -> str:
    if re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", value):
        raise refusal("It can't hold line ends or control characters.")
    return value


def domain_rule(value: str) -> str:
    """A domain, or "*." and a domain, in its one form. Raises a refusal."""
    text = value.strip()
    star, bare = ("*.", text[2:]) if text.startswith("*.") else ("", text)
    if "@" in bare:
        rest = bare.rpartition("@")[2]
        raise refusal(f'Write the domain alone ("{rest}"), or put the whole address into addresses.')
    if "/" in bare or ":" in bare:
        raise refusal('Write the domain alone, as it stands after the @ in their addresses: "acme.example".')
    problem = addresses.problem_of_domain(bare)
    if problem:
        raise refusal(f'Write a domain, such as "acme.example" or "*.acme.example". {problem}')
    return star + addresses.normalise_domain(bare)


def one_address(value: str) -> str:
    """A mail address in its one form. Raises a refusal."""
    if "@" not in value.strip()[1:] and not addresses.problem_of_domain(value.strip().removeprefix("*.")):
        raise refusal("This is a domain; put it into domains.")
    return addresses.normalise(_address(value.strip().removeprefix("<").removesuffix(">")))


def address_or_domain(value: str) -> str:
    """A mail address, a domain, or "*." and a domain, each in its one form. Raises a refusal."""
    if "@" in value.strip()[1:]:
        return addresses.normalise(_address(value))
    return domain_rule(value)


Duration = Annotated[timedelta, BeforeValidator(_duration)]
"""Any length of time, from `durations.parse`."""
Span = Annotated[timedelta, BeforeValidator(_duration), AfterValidator(_positive)]
"""A length of time that is longer than nothing."""
Clock = Annotated[time, BeforeValidator(_clock)]
"""A time of day, naive: the user's own time zone."""
QuietTimes = Annotated[Quiet, BeforeValidator(_quiet)]
"""Days and hours at which mail had better wait."""
Address = Annotated[str, AfterValidator(_address)]
"""A mail address as the user writes it."""
DomainRule = Annotated[str, AfterValidator(domain_rule)]
OneAddress = Annotated[str, AfterValidator(one_address)]
"""A mail address, normalised."""
AddressOrDomain = Annotated[str, AfterValidator(address_or_domain)]
Host = Annotated[str, AfterValidator(_host)]
"""A server's name in lower-case A-labels, or an IP address without brackets."""
Port = Annotated[StrictInt, Field(ge=1, le=65535)]
File = Annotated[Path, BeforeValidator(_file)]
"""A file; relative ones are meant from the configuration's own folder (context: `folder`), "~" is the home folder."""
Line = Annotated[str, AfterValidator(_line)]
"""One line of text, may be empty."""
Where = Annotated[Place, BeforeValidator(_place)]
