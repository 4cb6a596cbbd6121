"""Which language the sender newly wrote in: short mails too, and never a guess that a few names or dates make.

Where a quarter of the words are English function words, they decide. Else py3langid is asked, which is loaded then:
that takes more than half a second. Below EIGHT words its word counts for little: then one English function word
decides, else what the thread is written in, else nothing is assumed.
"""

from __future__ import annotations

import re

from checks.text import NewText

EIGHT = 8
"""Words below which a text is too short for the statistics."""

READ = 4_000
"""Code points that are looked at."""

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "gl": "Galician", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""Languages in words, for people."""

_ENGLISH = frozenset(
    "the and you your for with that this have has had was were are will would can could not from about they them what "
    "when which there here just only our my me his her been being than then because please thank thanks it's i'm don't "
    "of to in is it on at be by an as if so we do did no yes but or any some".split()
)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Thai, Lao, Khmer, Kana, Han, Hangul: a word has no spaces around it, or is short; each letter counts as one."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


def language(text: NewText, usual: str = "en") -> str:
    """ISO 639-1 of the newly written text; "" where it can't be told. `usual`: what the user usually writes."""
    written = " ".join(sentence.text for sentence in text.sentences)[:READ]
    words = _WORD.findall(written)
    if not words:
        return ""
    if len(_UNSPACED.findall(written)) >= EIGHT:
        return _identified(written)
    english = sum(word.lower().replace("\u2019", "'") in _ENGLISH for word in words)
    if len(words) >= EIGHT:
        # Names, trades and addresses pull short English texts elsewhere; its function words don't lie.
        return "en" if english / len(words) >= 0.25 else _identified(written)
    if english:
        return "en"
    thread = " ".join(text.body[span.start : span.end] for span in text.quoted)[:READ]
    if len(_WORD.findall(thread)) >= EIGHT:
        return _identified(thread)
    return usual if usual != "en" else ""


def in_words(code: str) -> str:
    """A language's name for people: "Portuguese"; the code itself where it has none here."""
    return NAMES.get(code, code)


def _identified(text: str) -> str:
    from py3langid.langid import classify

    code, _ = classify(text)
    return str(code)
