"""`tactful web`: a link that opens the page once, and the browser with it."""

from __future__ import annotations

import webbrowser
from argparse import Namespace

from proxy.cli.builder import builder_of
from proxy.cli.common import config_of, now, store_of
from proxy.cli.output import Output
from proxy.errors import UsageError
from proxy.web.login import LINK, new_link


def web(arguments: Namespace, output: Output) -> int:
    """Makes a login link. 1 where tactful doesn't run."""
    config, store = config_of(arguments), store_of(arguments)
    if config.listen.web is None:
        raise UsageError("The page is turned off.", 'Set web = "127.0.0.1:2580" in [listen] of the configuration.')
    address = store.control.page() if builder_of(arguments).is_running(config) else ""
    if not address:
        if output.json:
            output.object({"address": None, "link": None})
        else:
            output.complain("The page is not there: start tactful with `tactful run`, then try again.")
        return 1
    link = new_link(store.passes, address, now())
    if output.json:
        output.object({"address": address, "link": link})
        return 0
    minutes = int(LINK.total_seconds() // 60)
    output.say(f"This link opens the page once, within {minutes} minutes:\n\n  {link}\n")
    output.flush()
    if output.interactive:
        webbrowser.open(link)
    return 0
