"""Which folder is Sent, which Drafts, and where answers arrive.

The flags of RFC 6154 come first, then the names that servers and mail clients give in the common languages; what the
user set stands above both. Deciding (`choose`) is apart from asking (`find`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from imapclient.imap_utf7 import decode as decode_utf7
from imapclient.imap_utf7 import encode as encode_utf7

from proxy.config import Mailbox
from proxy.errors import FolderMissing
from proxy.imap.client import Client

Use = Literal["sent", "drafts", "trash", "junk"]

FLAGS: dict[str, Use] = {"\\sent": "sent", "\\drafts": "drafts", "\\trash": "trash", "\\junk": "junk"}

NAMES: dict[Use, tuple[str, ...]] = {
    "sent": (
        *("Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail", "Sentmail", "Sent Objects"),
        *("Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten", "Postausgang"),
        *("Envoyés", "Éléments envoyés", "Messages envoyés", "Courrier envoyé", "Objets envoyés"),
        *("Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado", "Itens enviados"),
        *("Itens Enviadas", "Mensagens enviadas", "E-mails enviados", "Enviadas", "Enviats", "Elements enviats"),
        *("Inviata", "Inviati", "Posta inviata", "Messaggi inviati", "Elementi inviati"),
        *("Verzonden", "Verzonden items", "Verzonden berichten", "Verzonden e-mail"),
        *("Skickat", "Skickade", "Skickade objekt", "Skickade meddelanden", "Sendte elementer", "Sendt", "Sendte"),
        *("Sendt post", "Sendte meldinger", "Sendte elementer", "Lähetetyt", "Lähetetyt viestit", "Sent elementer"),
        *("Wysłane", "Elementy wysłane", "Wiadomości wysłane", "Odeslané", "Odeslaná pošta", "Odoslané"),
        *("Odoslaná pošta", "Elküldött", "Elküldött elemek", "Elküldött üzenetek", "Trimise", "Elemente trimise"),
        *("Poslano", "Poslane stavke", "Poslato", "Gönderilmiş Öğeler", "Gönderilmiş Postalar", "Gönderilenler"),
        *("Απεσταλμένα", "Σταλμένα", "Отправленные", "Отправленное", "Надіслані", "Відправлені", "Изпратени"),
        *("已发送", "已发送邮件", "已傳送", "寄件備份", "寄件备份", "送信済み", "送信済みアイテム", "送信済みメール"),
        *("보낸 편지함", "보낸편지함", "보낸 메일함", "پیام‌های ارسالی", "المرسلة", "العناصر المرسلة", "דואר שנשלח"),
        *("भेजे गए", "Đã gửi", "Terkirim", "Surat Terkirim", "ส่งแล้ว", "รายการที่ถูกส่ง"),
    ),
    "drafts": (
        *("Drafts", "Draft", "Draft Messages", "Entwürfe", "Entwurf", "Brouillons", "Brouillon", "Borradores"),
        *("Borrador", "Rascunhos", "Rascunho", "Esborranys", "Bozze", "Concepten", "Klad", "Utkast", "Kladder"),
        *("Luonnokset", "Szkice", "Kopie robocze", "Wersje robocze", "Koncepty", "Rozepsané", "Rozpísané"),
        *("Piszkozatok", "Ciorne", "Nacrti", "Osnutki", "Taslaklar", "Taslak", "Πρόχειρα", "Черновики", "Чернетки"),
        *("Чернови", "草稿", "草稿箱", "草稿匣", "下書き", "임시 보관함", "임시보관함", "المسودات", "טיוטות", "ड्राफ़्ट"),
        *("Thư nháp", "Bản nháp", "Draf", "Konsep", "ร่างจดหมาย", "ฉบับร่าง"),
    ),
    "trash": (
        *("Trash", "Deleted", "Deleted Items", "Deleted Messages", "Bin", "Papierkorb", "Gelöscht"),
        *("Gelöschte Elemente", "Gelöschte Objekte", "Corbeille", "Éléments supprimés", "Papelera"),
        *("Elementos eliminados", "Lixeira", "Lixo", "Itens Excluídos", "Cestino", "Posta eliminata"),
        *("Prullenbak", "Verwijderde items", "Papperskorgen", "Borttaget", "Slettet post", "Papirkurv", "Roskakori"),
        *("Kosz", "Elementy usunięte", "Koš", "Kôš", "Lomtár", "Törölt elemek", "Çöp Kutusu", "Silinmiş Öğeler"),
        *("Κάδος απορριμμάτων", "Корзина", "Удаленные", "Удалённые", "Кошик", "已删除", "已删除邮件", "刪除的郵件"),
        *("ごみ箱", "削除済みアイテム", "휴지통", "지운 편지함"),
    ),
    "junk": (
        *("Junk", "Junk E-mail", "Junk Email", "Junk Mail", "Spam", "Bulk Mail", "Spamverdacht"),
        *("Junk-E-Mail", "Courrier indésirable", "Indésirables", "Pourriel", "Correo no deseado", "Lixo Eletrônico"),
        *("Posta indesiderata", "Ongewenste e-mail", "Ongewenst", "Skräppost", "Uønsket e-mail", "Søppelpost"),
        *("Roskaposti", "Wiadomości-śmieci", "Niechciane", "Nevyžádaná pošta", "Levélszemét", "Gereksiz"),
        *("Ανεπιθύμητα", "Спам", "Нежелательная почта", "垃圾邮件", "垃圾郵件", "迷惑メール", "스팸", "스팸메일함"),
    ),
}
"""What to go by where there are no flags. "Postausgang" is what some German servers call Sent."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A line of LIST: `flags` in lower case ("\\sent"); `delimiter` "" where there are no levels."""

    name: str
    flags: frozenset[str]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are. Names as text, to be given back to the server as they are.

    `also_sent`: further folders of sent mail, where two mail clients each have their own, and those in one of them
    ("Sent/2025"). `answers`: INBOX and every other folder that can be opened but Sent, Drafts, Trash, Junk and what is
    in them; only the one with all mail where there is such a one (`whole`). `prefix`, `delimiter`: how the name of a
    new folder starts and is divided.
    """

    sent: str | None
    drafts: str | None
    inbox: str = "INBOX"
    answers: tuple[str, ...] = ("INBOX",)
    also_sent: tuple[str, ...] = ()
    whole: bool = False
    prefix: str = ""
    delimiter: str = "/"

    def new(self, name: str) -> str:
        """The name that a new folder of the user's gets on this server."""
        return self.prefix + (name.replace(self.delimiter, "-") if self.delimiter else name)


def find(client: Client, mailbox: Mailbox) -> Folders:
    """Asks the server and chooses. Raises FolderMissing where a folder that the user set isn't there."""
    return choose(listed(client), mailbox, _prefix(client))


def listed(client: Client) -> tuple[Folder, ...]:
    """All folders but those whose name can't be given back to the server as it came."""
    client.folder_encode = False  # one name that is no modified UTF-7 would make IMAPClient lose the whole list
    try:
        rows = client.list_marked()
    finally:
        client.folder_encode = True
    found = []
    for flags, delimiter, raw in rows:
        name = _name(raw)
        if name is not None:
            lower = frozenset(flag.decode("ascii", "replace").lower() for flag in flags if isinstance(flag, bytes))
            found.append(Folder(name, lower, delimiter.decode("ascii", "replace") if delimiter else ""))
    return tuple(found)


def choose(folders: Sequence[Folder], mailbox: Mailbox, prefix: str | None = None) -> Folders:
    """Decides. `prefix`: of the personal namespace; None where the server doesn't tell (it is then guessed)."""
    real = [folder for folder in folders if not folder.flags & {"\\noselect", "\\nonexistent"}]
    delimiter = next((folder.delimiter for folder in folders if folder.delimiter), "")
    if prefix is None:
        prefix = _guessed_prefix(folders, delimiter)
    by_use = {use: _of_use(real, use, prefix) for use in NAMES}
    set_sent = _as_set(real, mailbox.sent, "sent", prefix)
    set_drafts = _as_set(real, mailbox.drafts, "drafts", prefix)
    sent = list(dict.fromkeys(([set_sent] if set_sent else []) + by_use["sent"]))
    drafts = list(dict.fromkeys(([set_drafts] if set_drafts else []) + by_use["drafts"]))
    inbox = next((folder.name for folder in real if folder.name.upper() == "INBOX"), "INBOX")
    whole = next((folder.name for folder in real if "\\all" in folder.flags), None)
    left_out = {*sent, *drafts, *by_use["trash"], *by_use["junk"]} - {inbox}
    inside = [folder.name for folder in real if folder.name not in left_out and _inside(folder, {*sent} - {inbox})]
    others = [
        folder.name
        for folder in real
        if folder.name not in (inbox, *left_out) and not _inside(folder, left_out - {inbox})
    ]
    return Folders(
        sent=sent[0] if sent else None,
        drafts=drafts[0] if drafts else None,
        inbox=inbox,
        answers=(whole,) if whole is not None else (inbox, *sorted(others)),
        also_sent=(*sent[1:], *sorted(inside)),
        whole=whole is not None,
        prefix=prefix,
        delimiter=delimiter,
    )


def _of_use(folders: Iterable[Folder], use: Use, prefix: str) -> list[str]:
    """Those with the flag, and those that bear one of the names; the most usual name first."""
    names = [_plain(name) for name in NAMES[use]]
    ranked = []
    for folder in folders:
        uses = {FLAGS[flag] for flag in folder.flags if flag in FLAGS}
        name = _plain(_last(folder, prefix))
        known = names.index(name) if name in names else len(names)
        if use in uses or (not uses and "\\all" not in folder.flags and known < len(names)):
            ranked.append((use not in uses, known, folder.name))
    return [name for _, _, name in sorted(ranked)]


def _as_set(folders: Sequence[Folder], wanted: str, key: str, prefix: str) -> str | None:
    if not wanted:
        return None
    for same in (
        lambda name: name == wanted,
        lambda name: name == prefix + wanted,
        lambda name: _plain(name) == _plain(wanted),
    ):
        for folder in folders:
            if same(folder.name):
                return folder.name
    names = ", ".join(sorted(folder.name for folder in folders)[:30])
    raise FolderMissing(
        f'Your mailbox has no folder "{wanted}", which the configuration names as {key} under imap.',
        f'Write one of these, or {key} = "" to have it found: {names}.',
    )


def _last(folder: Folder, prefix: str) -> str:
    """The name itself, where it stands at the top or below INBOX or [Gmail]; "" for one deeper down: somebody's
    "Projects/Sent" is not where mail clients file."""
    name = folder.name[len(prefix) :] if prefix and folder.name.startswith(prefix) else folder.name
    parts = name.split(folder.delimiter) if folder.delimiter else [name]
    if len(parts) == 2 and (parts[0].upper() == "INBOX" or parts[0] in ("[Gmail]", "[Google Mail]")):
        return parts[1]
    return parts[0] if len(parts) == 1 else ""


def _inside(folder: Folder, left_out: Iterable[str]) -> bool:
    return bool(folder.delimiter) and any(folder.name.startswith(name + folder.delimiter) for name in left_out)


def _guessed_prefix(folders: Sequence[Folder], delimiter: str) -> str:
    """Courier and Cyrus keep all folders below INBOX."""
    others = [folder.name for folder in folders if folder.name.upper() != "INBOX"]
    start = f"INBOX{delimiter}"
    return start if delimiter and others and all(name.startswith(start) for name in others) else ""


def _prefix(client: Client) -> str | None:
    if not client.has_capability("NAMESPACE"):
        return None
    personal = client.namespace().personal
    return str(personal[0][0]) if personal else None


def _name(raw: bytes | int | str | None) -> str | None:
    if isinstance(raw, bytes):
        try:
            name = decode_utf7(raw)
        except UnicodeError:
            return None
        return str(name) if encode_utf7(name) == raw and not any(letter in name for letter in "\r\n\0") else None
    return str(raw) if raw is not None else None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
