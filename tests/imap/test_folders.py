"""Which folder is which: listings of real providers as tables, and real servers."""

from __future__ import annotations

import pytest

from proxy.config import Mailbox
from proxy.errors import FolderMissing
from proxy.imap import history
from proxy.imap.folders import NAMES, Folder, Folders, choose, find, listed
from proxy.store.store import Store
from tests.imap.client import HOST, NOW, OWN, Place, is_recruiter, mail
from tests.servers.odd import Mail, odd
from tests.servers.scripted import HELLO, scripted


def listing(text: str, delimiter: str = "/") -> tuple[Folder, ...]:
    """One folder a line, its flags behind it: `Sent \\Sent`."""
    found = []
    for line in text.strip().splitlines():
        name, *flags = line.strip().split(" \\")
        found.append(Folder(name.strip(), frozenset(f"\\{flag.lower()}" for flag in flags), delimiter))
    return tuple(found)


def chosen(text: str, delimiter: str = "/", *, sent: str = "", drafts: str = "", prefix: str | None = None) -> Folders:
    mailbox = Mailbox(host=HOST, port=143, security="none", sent=sent, drafts=drafts)
    return choose(listing(text, delimiter), mailbox, prefix)


GMAIL = r"""
INBOX
[Gmail] \Noselect \HasChildren
[Gmail]/Alle Nachrichten \All
[Gmail]/Entwürfe \Drafts
[Gmail]/Gesendet \Sent
[Gmail]/Markiert \Flagged
[Gmail]/Papierkorb \Trash
[Gmail]/Spam \Junk
Jobs
"""
EXCHANGE = r"""
Archive
Boîte d'envoi
Brouillons
Courrier indésirable
Éléments envoyés
Éléments supprimés
INBOX
Jobs
Jobs/Acme
"""
COURIER = r"""
INBOX \HasChildren
INBOX.Sent
INBOX.Drafts
INBOX.Trash
INBOX.Jobs.Acme
INBOX.Trash.Old
"""
DEBIAN = r"""
INBOX
Sent \Sent
Sent Messages \Sent
Drafts \Drafts
Trash \Trash
Junk \Junk
Jobs/Sent
"""


@pytest.mark.parametrize(
    ("text", "delimiter", "expected"),
    [
        (
            GMAIL,
            "/",
            Folders("[Gmail]/Gesendet", "[Gmail]/Entwürfe", answers=("[Gmail]/Alle Nachrichten",), whole=True),
        ),
        (
            EXCHANGE,
            "/",
            Folders(
                "Éléments envoyés",
                "Brouillons",
                answers=("INBOX", "Archive", "Boîte d'envoi", "Jobs", "Jobs/Acme"),
            ),
        ),
        (
            COURIER,
            ".",
            Folders(
                "INBOX.Sent",
                "INBOX.Drafts",
                answers=("INBOX", "INBOX.Jobs.Acme"),
                prefix="INBOX.",
                delimiter=".",
            ),
        ),
        (DEBIAN, "/", Folders("Sent", "Drafts", answers=("INBOX", "Jobs/Sent"), also_sent=("Sent Messages",))),
        ("INBOX", "/", Folders(None, None)),
        ("Inbox\nsent items\nDRAFTS", "", Folders("sent items", "DRAFTS", "Inbox", ("Inbox",), delimiter="")),
        (
            "INBOX\nGesendet\nOutgoing \\Sent\nOld \\NonExistent",
            "/",
            Folders("Outgoing", None, also_sent=("Gesendet",)),
        ),
        ("INBOX\nSent \\Archive", "/", Folders("Sent", None)),
        (
            "INBOX\nSent \\Sent\nSent/2025\nSent/Old \\NoSelect\nSent/Old/2024\nSentence",
            "/",
            Folders("Sent", None, answers=("INBOX", "Sentence"), also_sent=("Sent/2025", "Sent/Old/2024")),
        ),
        ("INBOX\nSent \\Trash", "/", Folders(None, None)),
    ],
    ids=[
        "Gmail",
        "Exchange",
        "Courier",
        "Debian",
        "empty",
        "letter case",
        "flag before name",
        "other flag",
        "by year",
        "trash",
    ],
)
def test_listings(text: str, delimiter: str, expected: Folders) -> None:
    assert chosen(text, delimiter) == expected


@pytest.mark.parametrize("name", NAMES["sent"])
def test_every_name_of_sent_is_known_in_any_form(name: str) -> None:
    import unicodedata

    decomposed = unicodedata.normalize("NFD", name.upper())
    assert chosen(f"INBOX\n{name}").sent == name
    assert chosen(f"INBOX\nINBOX.{decomposed}", ".").sent == f"INBOX.{decomposed}"


def test_no_name_means_two_things() -> None:
    names = [name.casefold() for use in NAMES for name in set(NAMES[use])]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize(
    ("sent", "expected"),
    [("Jobs/Sent", "Jobs/Sent"), ("jobs/SENT", "Jobs/Sent"), ("Sent Messages", "Sent Messages"), ("INBOX", "INBOX")],
)
def test_what_the_user_set_stands_above_all(sent: str, expected: str) -> None:
    found = chosen(DEBIAN, sent=sent)
    assert found.sent == expected
    assert "Sent" in found.also_sent
    assert expected not in found.answers or expected == "INBOX"


def test_a_setting_may_leave_out_the_prefix() -> None:
    assert chosen(COURIER, ".", drafts="Jobs.Acme").drafts == "INBOX.Jobs.Acme"


def test_a_folder_that_was_set_and_is_not_there_is_named_with_the_others() -> None:
    with pytest.raises(FolderMissing) as caught:
        chosen(DEBIAN, drafts="Draughts")
    assert '"Draughts"' in caught.value.what
    assert "Drafts, INBOX, Jobs/Sent" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "delimiter", "name"),
    [(DEBIAN, "/", "Held by tactful"), (COURIER, ".", "INBOX.Held by tactful"), ("INBOX", "", "Held by tactful")],
)
def test_a_new_folder_is_put_where_folders_are(text: str, delimiter: str, name: str) -> None:
    assert chosen(text, delimiter).new("Held by tactful") == name


async def test_real_servers(place: Place) -> None:
    for name in ("Gesendet", "Entwürfe", "Büro & Co", "Jobs/Acme"):
        await place.fill(name)
    if not place.plain_names:
        await place.fill('"quoted\\')
    async with place.connection() as connection:
        found = await connection.run(lambda client: find(client, place.mailbox()), again=True)
    assert (found.sent, found.drafts) == ("Gesendet", "Entwürfe")
    odd = set() if place.plain_names else {'"quoted\\'}
    assert set(found.answers) - {"Jobs"} == {"Büro & Co", "INBOX", "Jobs/Acme"} | odd  # some make the parent as well


@pytest.mark.dovecot
async def test_flags_of_a_real_server(dovecot_place: Place) -> None:
    for name in ("Sent", "Drafts", "Trash", "Junk", "Gesendet"):
        await dovecot_place.fill(name)
    async with dovecot_place.connection() as connection:
        found = await connection.run(lambda client: find(client, dovecot_place.mailbox()), again=True)
    assert found == Folders("Sent", "Drafts", also_sent=("Gesendet",))


async def test_one_odd_name_does_not_hide_the_others() -> None:
    answers = [
        '(\\HasNoChildren) "/" INBOX',
        '(\\HasNoChildren) "/" "R&D"',
        '(\\HasNoChildren) "/" "Entwürfe"',
        '(\\HasNoChildren) "/" 2026',
        "(\\HasNoChildren) NIL Flat",
    ]
    lines = "".join(f"S: * LIST {answer}\n" for answer in answers)
    async with scripted(HELLO + "C: LIST\n" + lines + "S: OK done") as script:
        connection = Place(script.port, "sam", "secret").connection()
        async with connection as opened:
            found = await opened.run(listed, again=True)
    assert [folder.name for folder in found] == ["INBOX", "2026", "Flat"]


@pytest.mark.parametrize("extended", ["S: OK done", "S: BAD what is RETURN?", "S: NO not today"])
async def test_special_uses_are_asked_for_where_a_server_tells_them_only_then(extended: str) -> None:
    hello = HELLO.replace("IMAP4rev1", "IMAP4rev1 SPECIAL-USE LIST-EXTENDED")
    told = 'S: * LIST (\\Sent) "/" Outgoing\nS: * LIST () "/" INBOX\n' if extended.startswith("S: OK") else ""
    again = 'C: LIST "" "*"\nS: * LIST () "/" Outgoing\nS: * LIST () "/" INBOX\nS: OK done\n'
    plain = ("" if told else again) + "C: LOGOUT\nS: OK bye"
    ask = f'C: LIST "" "*" RETURN (SPECIAL-USE)\n{told}{extended}\n'
    async with scripted(hello + ask + plain) as script, Place(script.port, "sam", "secret").connection() as opened:
        found = await opened.run(listed, again=True)
    flags = frozenset({"\\sent"}) if told else frozenset()
    assert {folder.name: folder.flags for folder in found} == {"Outgoing": flags, "INBOX": frozenset()}


async def test_where_one_folder_has_all_mail_only_that_is_read(store: Store) -> None:
    """Gmail: sent by its From or by its label, and a draft in it is no message."""
    jo = "Jo <jo@acme.example>"
    async with odd("IMAP4rev1 X-GM-EXT-1") as server:
        server.folder("[Gmail]/Gesendet", "\\Sent").add(mail("not looked at"))
        server.folder("[Gmail]/Entw&APw-rfe", "\\Drafts").add(mail("nor here"))
        whole = server.folder("[Gmail]/Alle Nachrichten", "\\All")
        whole.add(
            Mail(mail("by From", days=9)),
            Mail(mail("by label", sender="Sam <alias@example.org>", days=8), labels='"\\\\Sent"'),
            Mail(mail("received", sender=jo, to="sam@example.org", days=7), labels='"\\\\Inbox"'),
            Mail(mail("draft by flag", days=6), flags="\\Draft"),
            Mail(mail("draft by label", days=5), labels='"\\\\Draft"'),
            Mail(mail("of somebody else", sender="Kim <kim@home.example>", days=4)),
        )
        place = Place(server.port, "sam", "secret")
        async with place.connection() as connection:
            found = await connection.run(lambda client: find(client, place.mailbox()), again=True)
            assert (found.sent, found.answers) == ("[Gmail]/Gesendet", ("[Gmail]/Alle Nachrichten",))
            more = {"is_recruiter": is_recruiter, "own": OWN, "now": NOW}
            await history.read(connection, "sam", found, store.sightings, **more)  # type: ignore[arg-type]
    contacts = store.contacts.history("jo@acme.example", NOW).contacts
    assert [contact.subject for contact in contacts] == ["by From", "by label", "received"]
    assert {line.partition(" ")[2] for line in server.said if line.startswith("EXAMINE")} == {
        '"[Gmail]/Alle Nachrichten"'
    }
