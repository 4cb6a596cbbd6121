"""How the mail program is pointed at tactful, in the words of README, with this person's values. Pure."""

from __future__ import annotations

from proxy.configuration.account import Account
from proxy.configuration.settings import Config, Listener

PROGRAMS = (
    "Thunderbird: Account Settings, Outgoing Server (SMTP), Add; then choose it as the account's outgoing server.",
    "Apple Mail: Settings, Accounts, Server Settings, Outgoing Mail Account, Edit SMTP Server List, +; turn off "
    '"Automatically manage connection settings".',
    'Outlook (classic): the account\'s server settings; tick "My outgoing server requires authentication".',
)


def listener(config: Config) -> Listener:
    """The address that a mail program is told."""
    return next((each for each in config.listen.smtp if ":" not in each.host), config.listen.smtp[0])


def rows(config: Config, account: Account) -> list[tuple[str, str]]:
    """What is written into the mail program's settings for its outgoing server."""
    at = listener(config)
    if at.tls == "implicit":
        encryption = "SSL/TLS"
    elif config.listen.tls is not None:
        encryption = "STARTTLS"
    else:
        encryption = "none (it is your own machine; tactful encrypts the way from there to your provider)"
    own = (
        "the one that you set for your mail program" if account.client_password else "your mail password, the same one"
    )
    return [
        ("server", at.host),
        ("port", str(at.port) if at.port else "the one that `tactful run` names"),
        ("encryption", encryption),
        ("login", "password, transmitted insecurely" if encryption.startswith("none") else "password"),
        ("user name", account.address),
        ("password", own),
    ]
