"""Whether an upstream can take a message with these parameters of MAIL, and which of them it is told. Pure.

EHLO offers the client what every account's upstream offers; which account it will be is known only after the login,
and what an upstream offered yesterday it may not offer today. Nothing is converted.
"""

from __future__ import annotations

from collections.abc import Sequence

from proxy.model import Capabilities, Recipient, Reply

_NEEDED = {"RET": "DSN", "ENVID": "DSN", "NOTIFY": "DSN", "ORCPT": "DSN"}
"""Parameters of RFC 3461. Dropping one would break what the client was promised."""


def refusal(parameters: Sequence[str], offered: Capabilities) -> Reply | None:
    """Why this upstream can't take the message that MAIL announces; None where it can."""
    for parameter in parameters:
        keyword, _, value = parameter.partition("=")
        match keyword.upper():
            case "SIZE" if offered.size is not None and value.isdecimal() and int(value) > offered.size:
                return Reply(552, (f"5.3.4 Your server takes at most {offered.size} octets a message",))
            case "BODY" if value.upper() == "8BITMIME" and not offered.offers("8BITMIME"):
                return Reply(554, ("5.6.3 Your server does not take 8-bit messages now",))  # RFC 6152, section 3
            case "SMTPUTF8" if not offered.offers("SMTPUTF8"):
                return Reply(553, ("5.6.7 Your server does not take international addresses now",))
    return unknown_parameters(parameters, offered)


def unknown_parameters(parameters: Sequence[str], offered: Capabilities) -> Reply | None:
    """A 555 where a parameter asks for delivery reports that this upstream doesn't offer (MAIL and RCPT)."""
    for parameter in parameters:
        needed = _NEEDED.get(parameter.partition("=")[0].upper())
        if needed is not None and not offered.offers(needed):
            return Reply(555, ("5.5.4 Your server does not offer delivery reports now",))
    return None


def relayed(parameters: Sequence[str], offered: Capabilities) -> tuple[str, ...]:
    """The parameters of MAIL that go on to the upstream.

    SIZE, AUTH and BODY=7BIT are of this hop and say nothing that is lost: without the extension they are left out.
    """
    without = {"SIZE": offered.offers("SIZE"), "AUTH": offered.offers("AUTH"), "BODY": offered.offers("8BITMIME")}
    return tuple(each for each in parameters if without.get(each.partition("=")[0].upper(), True))


def shortfall(
    size: int, parameters: Sequence[str], recipients: Sequence[Recipient], offered: Capabilities
) -> Reply | None:
    """Why a kept message can't go by this upstream as it is (promise 1); None where it can."""
    announced = [each for each in parameters if each.partition("=")[0].upper() != "SIZE"]
    problem = refusal([f"SIZE={size}", *announced], offered)
    for recipient in recipients:
        problem = problem or unknown_parameters(recipient.parameters, offered)
    return problem
