"""What single values can't say: settings that don't go together, and those that only look wrong. Pure.

`faults` reads the file's tables as they are, so that one wrong value does not hide what is wrong with the others; what
is wrong by itself it passes over, for that is reported already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from proxy import addresses
from proxy.configuration.account import Account, Server
from proxy.configuration.faults import key, shown
from proxy.configuration.settings import Config, HistoryRules, Listen, Listener
from proxy.configuration.values import Place, address_or_domain
from proxy.errors import Fault

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]

USUAL_SECURITY = {465: "tls", 993: "tls", 587: "starttls", 143: "starttls"}


def faults(raw: Mapping[str, Any]) -> list[Fault]:
    """What can't go together in the tables of a file."""
    return [*_listening(raw), *_own_upstream(raw), *_two_accounts(raw), *_recruiters(raw), *_history(raw)]


def warnings(config: Config) -> list[str]:
    """What can be used but is probably not meant, as whole sentences."""
    return [text for account in config.accounts for text in _of_account(account, config)]


def _of_account(account: Account, config: Config) -> Iterator[str]:
    servers = {"smtp": account.smtp, "imap": account.imap}
    for name, server in servers.items():
        usual = USUAL_SECURITY.get(server.port) if server else None
        if server and usual and not server.loopback and server.security != usual:
            yield (
                f'{account.address}: {name} uses port {server.port} with security = "{server.security}"; that port '
                f'usually wants security = "{usual}".'
            )
    if account.imap is None:
        yield (
            f"{account.address} has no imap: tactful can't read what was sent before, and can't put notices or the "
            "digest into the mailbox. Look with `tactful held`."
        )
    for rule in config.recruiters.domains:
        covered = sorted(own for own in account.own if addresses.covers(rule, addresses.domain_of(own)))
        if covered and not set(covered) & set(config.recruiters.exceptions):
            yield f"Your own address {covered[0]} is in {rule}, which counts as a recruiter's; add it to except."


def _listening(raw: Mapping[str, Any]) -> Iterator[Fault]:
    listen = _table(raw, "listen")
    has_tls = "tls" in listen
    taken: dict[tuple[str, int], str] = {}
    for location, listener in _listeners(listen):
        written = str(listener.at)
        if listener.tls == "implicit" and not has_tls:
            yield Fault(
                key(location),
                f'"{written}"',
                'TLS needs a certificate: add tls = { certificate = "fullchain.pem", key = "privkey.pem" }.',
            )
        elif not listener.loopback and not has_tls:
            yield Fault(
                key(location),
                f'"{written}"',
                "Others can reach this address, and could read the password on the way. Listen at 127.0.0.1, or add "
                'tls = { certificate = "fullchain.pem", key = "privkey.pem" }.',
            )
        yield from _taken(taken, location, listener.at)
    page = _good_place(listen.get("web", str(Listen().web)))
    if page:
        if not page.loopback and not has_tls:
            yield Fault(
                "listen.web",
                f'"{page}"',
                'The page shows your mail; without TLS it is for this machine only: "127.0.0.1:2580".',
            )
        yield from _taken(taken, ("listen", "web"), page)


def _taken(taken: dict[tuple[str, int], str], location: Location, place: Place) -> Iterator[Fault]:
    if place.port and (place.host, place.port) in taken:
        other = taken[place.host, place.port]
        yield Fault(key(location), f'"{place}"', f"{other} listens there already; choose another port.")
    taken.setdefault((place.host, place.port), key(location))


def _own_upstream(raw: Mapping[str, Any]) -> Iterator[Fault]:
    ours = [listener.at for _, listener in _listeners(_table(raw, "listen"))]
    for number, account in _tables(raw, "accounts"):
        server = _good(Server, account.get("smtp"))
        if server is None:
            continue
        same = any(
            place.port == server.port and (server.loopback or place.host == server.host) for place in ours if place.port
        )
        if same:
            location: Location = ("accounts", number, "smtp")
            yield Fault(
                key(location),
                f"{server.host}:{server.port}",
                "This is tactful itself: mail would go round in a circle. Write the server of your mail provider here; "
                "only your mail program is pointed at tactful.",
            )


def _two_accounts(raw: Mapping[str, Any]) -> Iterator[Fault]:
    taken: dict[str, Location] = {}
    for number, account in _tables(raw, "accounts"):
        written = [(("accounts", number, "address"), account.get("address"))]
        aliases = account.get("aliases")
        if isinstance(aliases, list):
            written += [(("accounts", number, f"aliases[{place + 1}]"), alias) for place, alias in enumerate(aliases)]
        for location, address in written:
            if not isinstance(address, str) or not address.strip():
                continue
            plain = addresses.normalise(address)
            if plain in taken:
                yield Fault(
                    _dotted(location),
                    shown(("accounts", "address"), address),
                    f"{_dotted(taken[plain])} is the same address; each address belongs to one account, once.",
                )
            taken.setdefault(plain, location)


def _recruiters(raw: Mapping[str, Any]) -> Iterator[Fault]:
    rules = _table(raw, "recruiters")
    exceptions = list(_entries(rules, "except"))
    own = {
        addresses.normalise(address)
        for _, account in _tables(raw, "accounts")
        for address in (account.get("address"), *_list(account.get("aliases")))
        if isinstance(address, str)
    }
    for name in ("domains", "addresses", "agencies"):
        for location, entry in _entries(rules, name):
            for excepted_at, exception in exceptions:
                if _excepts(exception, entry):
                    yield Fault(
                        key(location),
                        f'"{entry}"',
                        f'{key(excepted_at)} ("{exception}") takes it out again, and exceptions win; take one of '
                        "the two away.",
                    )
            if entry in own:
                yield Fault(key(location), f'"{entry}"', _OWN)
    yield from _people(rules, own)


_OWN = "This is your own address, not a recruiter's; take it out."


def _people(rules: Mapping[str, Any], own: set[str]) -> Iterator[Fault]:
    taken: dict[str, int] = {}
    for number, one in _tables(rules, "people"):
        for place, written in enumerate(_list(one.get("addresses"))):
            if not isinstance(written, str):
                continue
            name, plain = key(("recruiters", "people", number, "addresses", place)), addresses.normalise(written)
            if plain in own:
                yield Fault(name, f'"{plain}"', _OWN)
            if taken.setdefault(plain, number) != number:
                remedy = "Somebody else above has this address already; each address is one person's."
                yield Fault(name, f'"{plain}"', remedy)


def _excepts(exception: str, entry: str) -> bool:
    if exception == entry:
        return True
    if "@" in exception:
        return False
    if "@" in entry:
        return addresses.covers(exception, addresses.domain_of(entry))
    return addresses.covers(exception, entry.removeprefix("*."))


def _history(raw: Mapping[str, Any]) -> Iterator[Fault]:
    rules = _good(HistoryRules, {k: v for k, v in _table(raw, "history").items() if k in {"poll", "max_age"}})
    if rules and rules.max_age < rules.poll:
        written = _table(raw, "history")
        name = "max_age" if "max_age" in written else "poll"
        yield Fault(
            f"history.{name}",
            shown(("history", name), written[name]),
            "max_age must not be shorter than poll: the history would be too old before tactful looks again.",
        )


def _listeners(listen: Mapping[str, Any]) -> Iterator[tuple[Location, Listener]]:
    if "smtp" not in listen:
        yield from ((("listen", "smtp", place), one) for place, one in enumerate(Listen().smtp))
    for place, entry in enumerate(_list(listen.get("smtp"))):
        if listener := _good(Listener, entry):
            yield ("listen", "smtp", place), listener


def _entries(rules: Mapping[str, Any], name: str) -> Iterator[tuple[Location, str]]:
    for place, written in enumerate(_list(rules.get(name))):
        if isinstance(written, str):
            try:
                yield ("recruiters", name, place), address_or_domain(written)
            except ValueError:
                continue


def _table(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = raw.get(name)
    return value if isinstance(value, Mapping) else {}


def _tables(raw: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return ((place, one) for place, one in enumerate(_list(raw.get(name))) if isinstance(one, Mapping))


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _good(model: type[Model], value: object) -> Model | None:
    try:
        return model.model_validate(value)
    except ValidationError:
        return None


def _good_place(value: object) -> Place | None:
    try:
        return Place.parse(value) if isinstance(value, str) and value else None
    except ValueError:
        return None


def _dotted(location: Location) -> str:
    first, number, last = location
    assert isinstance(number, int)
    return f"{first}[{number + 1}].{last}"
