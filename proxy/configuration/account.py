"""One person's mail account: its servers, and where its secrets are found. Frozen, and without any secret.

Promises: no secret is in a model, its repr or its errors; a connection without TLS is only ever to this machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StrictBool, ValidationInfo, field_validator, model_validator

from proxy import addresses
from proxy.configuration.values import Address, File, Frozen, Host, Line, Port, refusal

Security = Literal["tls", "starttls", "none"]
"""TLS from the first byte (RFC 8314); plain, then STARTTLS before anything else; no TLS, on this machine only."""


def _port_by_security(data: Any, ports: Mapping[str, int]) -> Any:
    if isinstance(data, Mapping) and "port" not in data:
        security = data.get("security", "tls")
        return {**data, "port": ports.get(security, ports["tls"]) if isinstance(security, str) else ports["tls"]}
    return data


class _Reached(Frozen):
    host: Host
    port: Port
    security: Security = "tls"

    @field_validator("security")
    @classmethod
    def _only_loopback_without_tls(cls, value: Security, info: ValidationInfo) -> Security:
        host = info.data.get("host")
        if value == "none" and host is not None and not addresses.is_loopback(host):
            raise refusal(
                'Without TLS everybody on the way could read the password. Write "tls" (often port 465 for smtp, 993 '
                'for imap) or "starttls" (often 587 or 143); "none" is for a server on this machine.'
            )
        return value

    @property
    def loopback(self) -> bool:
        """Whether the server is on this machine."""
        return addresses.is_loopback(self.host)


class Server(_Reached):
    """The upstream: the submission server that sends the user's mail."""

    @model_validator(mode="before")
    @classmethod
    def _usual_port(cls, data: Any) -> Any:
        return _port_by_security(data, {"tls": 465, "starttls": 587, "none": 25})


class Mailbox(_Reached):
    """The IMAP server. `sent`, `drafts`: folder names where the user set them; "": found by their flags."""

    sent: Line = ""
    drafts: Line = ""

    @model_validator(mode="before")
    @classmethod
    def _usual_port(cls, data: Any) -> Any:
        return _port_by_security(data, {"tls": 993, "starttls": 143, "none": 143})


def _argv(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value or not value[0].strip():
        raise refusal('Write the program and its arguments as a list, such as ["pass", "mail"].')
    if any("\0" in argument for argument in value):
        raise refusal("It can't hold zero characters.")
    return value


def _variable(value: str) -> str:
    if not value or "=" in value or "\0" in value or value.strip() != value:
        raise refusal('Write the name of an environment variable, such as "MAIL_PASSWORD".')
    return value


class SecretSource(Frozen):
    """Where a secret is found: exactly one of the four. Never the secret itself."""

    keyring: StrictBool = False
    env: Annotated[str, AfterValidator(_variable)] | None = None
    file: File | None = None
    command: Annotated[tuple[str, ...], AfterValidator(_argv)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _no_plain_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            raise refusal(
                "A password never stands in this file. Write { keyring = true } and store it once with "
                '`tactful password`; or name its place: { env = "NAME" }, { file = "path" } or '
                '{ command = ["pass", "mail"] }.'
            )
        return data

    @model_validator(mode="after")
    def _exactly_one(self) -> SecretSource:
        if [self.keyring, self.env is not None, self.file is not None, self.command is not None].count(True) != 1:
            raise refusal("Name exactly one place: keyring = true, or env, or file, or command.")
        return self

    @property
    def kind(self) -> Literal["keyring", "env", "file", "command"]:
        """Which of the four."""
        if self.env is not None:
            return "env"
        if self.file is not None:
            return "file"
        return "command" if self.command is not None else "keyring"

    def __repr__(self) -> str:
        return f"SecretSource({self.kind})"

    __str__ = __repr__


class Account(Frozen):
    """One account. `address` is also the name that the mail client logs in with.

    `imap` None: no mailbox is read. `client_password` None: the client logs in with `password`.
    """

    address: Address
    aliases: tuple[Address, ...] = ()
    smtp: Server
    imap: Mailbox | None = None
    username: Line = ""
    password: SecretSource
    client_password: SecretSource | None = None

    @model_validator(mode="before")
    @classmethod
    def _username_is_the_address(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and not data.get("username") and isinstance(data.get("address"), str):
            return {**data, "username": data["address"].strip()}
        return data

    @property
    def own(self) -> frozenset[str]:
        """The account's addresses, normalised."""
        return frozenset(addresses.normalise(address) for address in (self.address, *self.aliases))
