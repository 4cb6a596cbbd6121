"""What lies in a mailbox, for tests to look at."""

from __future__ import annotations

from imapclient import IMAPClient

from proxy.mime.headers import read
from tests.imap.client import Place


async def mails(place: Place, folder: str) -> list[bytes]:
    """All of a folder, the oldest first; none where it is missing."""

    def act(client: IMAPClient) -> list[bytes]:
        if not client.folder_exists(folder):
            return []
        client.select_folder(folder, readonly=True)
        uids = sorted(client.search("ALL"))
        return [client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"] for uid in uids]

    return await place.do(act)


async def subjects(place: Place, folder: str = "INBOX") -> list[str]:
    return [read(content).subject for content in await mails(place, folder)]
