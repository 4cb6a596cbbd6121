"""GET /overview and /settings: a week and a month as pictures; what is set, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from proxy import durations
from proxy.configuration.account import SecretSource
from proxy.configuration.settings import Config, Listener
from proxy.web.chart import bars, columns
from proxy.web.site import Site

WEEK, MONTH = 7, 30


@dataclass(frozen=True, slots=True)
class Setting:
    """One key as it is in force. `source`: "your configuration" or "as it comes"."""

    key: str
    value: str
    source: str


class Overview:
    """What is looked at and not changed."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def pictures(self, request: Request) -> Response:
        """The last seven and the last thirty days."""
        spans = []
        for name, days in (("The last seven days", WEEK), ("The last thirty days", MONTH)):
            tally = await self._site.desk.tally(days)
            spans.append((name, tally, columns(tally), bars(tally)))
        return await self._site.page(request, "overview.html", spans=spans)

    async def settings(self, request: Request) -> Response:
        """All keys, with what is in force and where it was set."""
        config = self._site.desk.config
        return await self._site.page(
            request,
            "settings.html",
            sections=list(sections(config)),
            file=str(config.path) if config.path else "",
            warnings=config.warnings,
        )


def sections(config: Config) -> Iterator[tuple[str, list[Setting]]]:
    """The configuration, section by section, in the order of the example. No secret is in it."""
    for name in type(config).model_fields:
        if name in ("path", "warnings"):
            continue
        value = getattr(config, name)
        if isinstance(value, tuple):
            for number, each in enumerate(value, 1):
                yield (name if len(value) == 1 else f"{name} {number}"), list(_settings(each))
        elif isinstance(value, BaseModel):
            yield name, list(_settings(value))


def _settings(model: BaseModel) -> Iterator[Setting]:
    for name, field in type(model).model_fields.items():
        key = field.validation_alias if isinstance(field.validation_alias, str) else name
        source = "your configuration" if name in model.model_fields_set else "as it comes"
        yield Setting(key, _value(getattr(model, name)), source)


def _value(value: object) -> str:
    match value:
        case None | "" | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case timedelta():
            return durations.spoken(value)
        case time():
            return f"{value:%H:%M}"
        case SecretSource():
            return {"keyring": "in the keyring", "env": "a variable", "file": "a file", "command": "a program"}[
                value.kind
            ]
        case Listener():
            return f"{value.at}, {value.tls}"
        case Mapping():
            return ", ".join(f"{key}: {_value(each)}" for key, each in value.items()) or "none"
        case tuple():
            return ", ".join(_value(each) for each in value)
        case BaseModel():
            return ", ".join(f"{name} {_value(getattr(value, name))}" for name in type(value).model_fields)
        case _:
            return str(value)
