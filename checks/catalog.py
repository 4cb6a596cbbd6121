"""The explicit list of the seven checks, in their order, and the one function that applies them to a message.

Settings are applied here and nowhere else: what is off is dropped, what is a note doesn't hold. Pure; linear in the
text, of which the checks read no more than their stated caps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from checks import (
    asked,
    frequency,
    kind,
    language,
    negativity,
    other_offers,
    presumption,
    relations,
    social_media,
    thanks,
    urgency,
)
from checks.model import MISTAKES, Finding, Findings, History, Message, Mistake, Person, Settings
from checks.occasions import Kind
from checks.phrases import sentences_of
from checks.reader import voice
from checks.reader.encoder import Reading, encoder, reading_of, thresholds
from checks.sloppiness import check as sloppiness
from checks.text import NewText, new_text

TEXT_CHECKS: tuple[Callable[[Message, NewText, Settings], list[Finding]], ...] = (
    social_media.find,
    presumption.find,
    negativity.find,
    sloppiness.find,
    other_offers.find,
)
"""Those that need nothing but the text. `frequency` and `thanks` also ask what kind of message it is."""

ENGLISH = "en"


def find(
    message: Message, recipients: Sequence[str], histories: Sequence[History], now: datetime, settings: Settings
) -> Findings:
    """All findings on `message`, as they weigh with those whom it goes to.

    `recipients`: the recruiters among the envelope's recipients, normalised; `histories`: theirs, without this message
    (none for `tactful check`). Whatever a check raises is raised.
    """
    del recipients  # whom a finding is about is in its history; the checks of text are the same for all
    if message.kind != "mail":
        return Findings(checked=False, reason=message.kind_reason, contact=False)
    sort, findings = _findings(message, histories, now, settings)
    findings = relations.weighed(findings, histories)
    return urgency.eased(findings) if urgency.is_urgent(sort, histories, now, settings) else findings


def _findings(
    message: Message, histories: Sequence[History], now: datetime, settings: Settings
) -> tuple[Kind, Findings]:
    text = new_text(message.body, message.thread)
    if message.unreadable:
        found = frequency.find(message, "other", histories, now, settings)
        return "other", Findings(_in_order(found, settings), checked=False, reason=message.unreadable)
    code = language.language(text, settings.language)
    if code not in {ENGLISH, ""}:
        sort: Kind = "answer" if message.reply else "other"
        found = frequency.find(message, sort, histories, now, settings)
        found += sloppiness.find(message, text, settings, english=False)
        reason = f"written in {language.in_words(code)}"
        return sort, Findings(_in_order(found, settings), language=code, checked=False, reason=reason)
    reading = _read(message, text, settings)
    judged = kind.judge(message, text)
    sort = voice.kind(judged, reading)
    asks = kind.asks_for_news(text)
    # "Thank you again for your time last month. Is there any news?" asks; its thanks are of long ago.
    met = not asks and kind.thanks_for_meeting(text, message.subject)
    found = frequency.find(message, sort, histories, now, settings, asks=asks, met=met)
    # Where the rules aren't sure that it is a follow-up, the encoder says how likely it is that thanks are missing.
    found += thanks.find(message, judged.kind if judged.sure or reading is None else "other", text, settings)
    for check in TEXT_CHECKS:
        found += check(message, text, settings)
    if reading is not None:
        found = _second_voice(reading, text, found, settings)
    found = [thanks.eased(finding, message, histories, now) for finding in found]
    found = asked.noted(found, message, text, settings)
    return sort, Findings(_in_order(found, settings), language=code, thanks=thanks.given(text))


def load() -> None:
    """Loads what is else loaded by the first English message: dictionaries, the encoder. Half a second."""
    encoder()
    thresholds()
    text = new_text("Thank you for seeing me on Tuesday. Is there any news about the position?")
    example = Message(Person("", ""), subject="News", body=text.body)
    sloppiness.find(example, text, Settings())


def _read(message: Message, text: NewText, settings: Settings) -> Reading | None:
    """What the encoder makes of the message; None where every one of its rules is off, or there is nothing to read."""
    heard = any(settings.level(mistake, rule) != "off" for mistake, rule in voice.RULES.items())
    return reading_of(message, text) if heard and text.sentences else None


def _second_voice(reading: Reading, text: NewText, found: list[Finding], settings: Settings) -> list[Finding]:
    silent: set[Mistake] = {mistake for mistake, rule in voice.RULES.items() if settings.level(mistake, rule) == "off"}
    if thanks.given(text):
        silent.add("thanks")
    chosen = thresholds()
    return voice.speak(
        reading, text, found, chosen["speaks"], chosen["doubts"],
        silent=frozenset(silent), telling=kind.telling_sentence(sentences_of(text)),
    )  # fmt: skip


def _in_order(found: list[Finding], settings: Settings) -> tuple[Finding, ...]:
    kept = []
    for finding in found:
        level = settings.level(finding.mistake, finding.rule)
        if level != "off":
            # A check may find something only worth a note; no setting but the rule's own name makes it hold.
            lowered = finding.effect == "note" and settings.levels.get(finding.rule) != "hold"
            kept.append(replace(finding, effect="note" if lowered else level))
    return tuple(sorted(kept, key=_place))


def _place(finding: Finding) -> tuple[int, bool, int]:
    return MISTAKES.index(finding.mistake), finding.part == "body", finding.start or 0
