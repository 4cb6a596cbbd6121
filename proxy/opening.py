"""The page opened in the user's own browser, where a click on this computer asks for it.

The link opens the page once, is made in that moment and stands nowhere else. On a desktop without a browser the log
says so, and nothing is disturbed.
"""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from datetime import datetime
from functools import partial

from proxy import events
from proxy.smtp.dial import aside
from proxy.store.thread import StoreThread
from proxy.web.login import new_link


async def open_message(thread: StoreThread, id_: str, clock: Callable[[], datetime]) -> None:
    """Shows a kept message (whole ID). Raises StoreError. Where there is no page, nothing is done."""
    store = thread.store
    address = await thread(store.control.page)
    if not address:
        return
    link = await thread(partial(new_link, store.passes, address, clock(), to=f"/message/{id_}"))
    if not await aside(partial(webbrowser.open, link)):
        events.page_failed("open-browser", RuntimeError("none was found"))
