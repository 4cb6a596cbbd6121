"""Which lines of a mail's body are somebody else's earlier words: one decision a line, linear in the body.

Known are the forms of Gmail, Outlook (desktop, web, phone), Apple Mail, Thunderbird, Yahoo, Proton, Samsung and their
like, in the languages that European and East Asian clients write them in; answers above, below and between the quoted
lines; forwarded messages. Nothing is guessed from the content: a line is quoted because a client marked it so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Mark = Literal["new", "quoted", "frame"]
"""`frame`: an attribution or header line that a client wrote above a quotation; nobody's own words."""

_MARKED = re.compile(r"[ \t]{0,3}(?:>|\|[ \t]|»[ \t])")

_WROTE = (
    r"wrote|writes|schrieb(?:en)?|hat geschrieben|a écrit|a ecrit|escribi[óo]|escreveu|ha scritto|scrisse|schreef|"
    r"heeft geschreven|skrev|skrifaði|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|"
    r"napisao(?:/la)?|napisala|je napisao|je pisal(?:a)?|írta|ezt írta|a scris|написал(?:\(а\)|а)?|пишет|писал(?:а)?|"
    r"написав(?:\(ла\)|ла)?|пише|написа|έγραψε|şunları yazdı|yazdı|va escriure|ha escrit|rašė|rakstīja|kirjutas|"
    r"şunu yazdı|đã viết|menulis|كتب|כתב(?:ה)?"
)
# English and the Romance languages end with the verb; German, Dutch and the Nordic ones put the name behind it.
_WRITES = re.compile(
    rf"(?:(?<!\w)(?:{_WROTE})|写道|寫道|のメール|님이 작성|書きました)"
    r"(?:[ \t\u00a0](?:[^:\n]{2,120}|\([^()\n]{2,80}\)))?[ \t\u00a0]*[:：]?[ \t]*$",
    re.IGNORECASE,
)
# Gmail in Japanese and Chinese writes no verb: "2025年2月26日(水) 4:40 Name <address>:".
_ADDRESS_COLON = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>[ \t]*[:：][ \t]*$")
_ADDRESS = re.compile(r"[^\s<>@]{1,100}@[^\s<>@]{1,150}")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)")
_TIME = re.compile(r"\d{1,2}[:.h]\d\d")

_FROM = (
    r"from|von|de|da|van|från|fra|frá|lähettäjä|od|от|від|feladó|kimden|gönderen|από|expéditeur|remitente|mittente|"
    r"afzender|avsändare|nadawca|odesílatel|발신|보낸 ?사람|发件人|寄件者|寄件人|差出人"
)
_DATE = (
    r"sent|date|gesendet|datum|envoyé|enviado(?: el| em)?|enviada(?: em)?|fecha|inviato|data|verzonden|skickat|sendt|"
    r"dato|lähetetty|päivä(?:ys|määrä)?|wysłano|odesláno|odoslané|poslano|отправлено|дата|надіслано|küldve|elküldve|"
    r"dátum|gönderildi|tarih|στάλθηκε|ημερομηνία|trimis|发送时间|寄件日期|日期|送信日時|日時|日付|보낸 ?날짜|날짜"
)
_OTHER = (
    r"to|an|à|para|a|aan|till|til|vastaanottaja|kopio|do|komu|кому|címzett|kime|προς|către|cc|cci|kopie|copie|kopia|"
    r"subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|тема|tárgy|konu|"
    r"θέμα|subiect|reply-to|收件人|收件者|抄送|主题|主旨|宛先|件名|받는 ?사람|제목|importance|attachments"
)


def _header(names: str) -> re.Pattern[str]:
    # *From:* is Outlook's bold as Gmail turns it into plain text.
    return re.compile(
        rf"[ \t>]{{0,6}}\*{{0,2}}(?:{names})[ \t\u00a0]?\*{{0,2}}[:：]\*{{0,2}}(?:[ \t\u00a0]|$)", re.IGNORECASE
    )


_FROM_LINE = _header(_FROM)
_DATE_LINE = _header(_DATE)
_OTHER_LINE = _header(_OTHER)

_SEPARATOR = re.compile(
    r"[ \t]*[-–—_=]{2,40}[ \t]*(?:(?:original|forwarded|reply|reply above|replied) (?:message|e-?mail|appointment)|"
    r"ursprüngliche nachricht|weitergeleitete nachricht|original-?nachricht|message (?:d'|d’)origine|message original|"
    r"message transféré|message transmis|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|"
    r"messaggio originario|oorspronkelijk bericht|doorgestuurd bericht|mensagem (?:original|encaminhada)|"
    r"ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|opprinnelig melding|videresendt melding|"
    r"oprindelig meddelelse|videresendt meddelelse|alkuperäinen viesti|välitetty viesti|wiadomość oryginalna|"
    r"oryginalna wiadomość|przekazana wiadomość|původní (?:zpráva|e-?mail)|pôvodná správa|izvorna poruka|"
    r"eredeti üzenet|исходное сообщение|пересылаемое сообщение|пересланное сообщение|özgün ileti|orijinal mesaj|"
    r"αρχικό μήνυμα|mesaj original|原始邮件|邮件原件|转发的邮件|原始郵件|元のメッセージ|転送メッセージ|원본 ?메일|"
    r"원본 ?메시지)"
    r"[ \t]*(?:from .{1,80}?)?[-–—_=]{2,40}[ \t]*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"[ \t]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|"
    r"début du message (?:réexpédié|transféré)|"
    r"inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev|"
    r"videresendt besked|início da mensagem (?:encaminhada|reencaminhada)|転送されたメッセージ|"
    r"начало переадресованного сообщения|下面是被转发的邮件)[ \t\u00a0]?[:：][ \t]*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[ \t]*[_\-–—=*]{10,200}[ \t]*$")
_LONGEST = 400  # an attribution line is shorter; a longer line is prose and is not searched


def marks(lines: Sequence[str]) -> list[Mark]:
    """One mark for each line (without their line ends). Never raises; linear in the lines."""
    found: list[Mark] = ["new"] * len(lines)
    index = 0
    while index < len(lines):
        if _MARKED.match(lines[index]):
            found[index] = "quoted"
            index += 1
            continue
        height, certain = _frame(lines, index)
        if not height:
            index += 1
            continue
        below = _next(lines, index + height)
        if below is not None and _MARKED.match(lines[below]):
            found[index : index + height] = ["frame"] * height
            index += height
        elif certain:
            found[index : index + height] = ["frame"] * height
            rest = len(lines) - index - height
            found[index + height :] = ["quoted"] * rest
            break
        else:
            index += 1
    return found


def unmarked(line: str) -> str:
    """A quoted line without the signs (">") that its client put before it."""
    return re.sub(r"^(?:[ \t]{0,3}[>|»]){1,40}[ \t]?", "", line)


def unmarked_once(line: str) -> str:
    """A quoted line as it stood in the mail that is quoted: what that one quoted keeps its own sign."""
    return re.sub(r"^[ \t]{0,3}[>|»][ \t]?", "", line)


def _next(lines: Sequence[str], index: int) -> int | None:
    for at in range(index, min(index + 4, len(lines))):
        if lines[at].strip():
            return at
    return None


def _frame(lines: Sequence[str], index: int) -> tuple[int, bool]:
    """How many lines from `index` a client wrote above a quotation; and whether all below must then be quoted."""
    line = lines[index]
    if len(line) > _LONGEST or not line.strip():
        return 0, False
    if _SEPARATOR.match(line) or _FORWARDED.match(line):
        below = _next(lines, index + 1)
        height = _header_block(lines, below) if below is not None else 0
        if height and below is not None:
            return below + height - index, True
        if below is not None and (attribution := _attribution(lines, below))[0]:
            return below + attribution[0] - index, True
        return 1, True
    if _RULE.match(line):
        below = _next(lines, index + 1)
        height = _header_block(lines, below) if below is not None else 0
        return (below + height - index, True) if height and below is not None else (0, False)
    if height := _header_block(lines, index):
        return height, True
    return _attribution(lines, index)


def _header_block(lines: Sequence[str], index: int) -> int:
    """The height of a From/Sent/To/Subject block that starts here, 0 where none does."""
    if not _FROM_LINE.match(lines[index]):
        return 0
    dated = others = 0
    height = 1
    for at in range(index + 1, min(index + 9, len(lines))):
        line = lines[at]
        if _DATE_LINE.match(line):
            dated += 1
        elif _OTHER_LINE.match(line):
            others += 1
        elif not line.strip() or not (line[:1].isspace() or "@" in line):  # a folded list of addresses goes on
            if dated or others or line.strip():
                break
            continue
        height = at - index + 1
    # "From: Monday / To: Friday" is what a person might list; a client names the date or the subject as well.
    return height if dated and others else 0


def _attribution(lines: Sequence[str], index: int) -> tuple[int, bool]:
    """An "On ..., ... wrote:" of one to three lines, and whether it is sure without quotation marks below it."""
    joined = ""
    for height in (1, 2, 3):
        at = index + height - 1
        if at >= len(lines) or len(lines[at]) > _LONGEST or _MARKED.match(lines[at]) or not lines[at].strip():
            break
        joined = f"{joined} {lines[at].strip()}".strip()
        if not joined.endswith((":", "：")):
            continue
        if len(joined) > _LONGEST or not (_WRITES.search(joined) or _ADDRESS_COLON.search(joined)):
            break
        if height > 1 and _attribution(lines, index + 1)[1]:
            break  # the sender's own last line stands right above it
        evidence = sum(bool(sign.search(joined)) for sign in (_YEAR, _TIME, _ADDRESS))
        # "In 2019 my editor wrote:" may stand above the sender's own text; date, time or address together may not.
        return (height, evidence >= 2) if evidence else (0, False)
    return 0, False
