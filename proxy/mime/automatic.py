"""Subjects and addresses by which programs write by themselves, in the common languages. Data.

A person who answers such a mail puts "Re:" before its subject.
"""

from __future__ import annotations

import re

_AWAY = (
    r"auto(?:matic|matische?)?[ -]?(?:reply|response|answer|antwort)\b",
    r"autoreply\b",
    r"(?:i am |i'm )?out of (?:the )?office\b",
    r"ooo:",
    r"(?:automatische )?abwesen(?:d|heit(?:snotiz|smeldung)?)\b",
    r"nicht im (?:büro|haus)\b",
    r"automatisch antwoord\b",
    r"afwezig(?:heid)?\b",
    r"r[ée]ponse automatique\b",
    r"absence du bureau\b",
    r"respuesta autom[áa]tica\b",
    r"fuera de (?:la )?oficina\b",
    r"risposta automatica\b",
    r"fuori (?:sede|ufficio)\b",
    r"resposta autom[áa]tica\b",
    r"auto(?:matiskt? )?svar\b",
    r"(?:frånvaro|frånvarande|fraværende|fravær)\b",
    r"automaattinen vastaus\b",
    r"(?:odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź)\b",
)
_RECEIVED = (
    r"(?:your )?(?:cv|résumé|resume) (?:was |has been |is )?received\b",
    r"(?:\w+, )?thank(?:s| you) for (?:applying|your application)\b",
    r"eingangsbestätigung\b",
    r"bestätigung (?:ihrer|deiner) bewerbung\b",
    r"accusé de réception\b",
    r"confirmation de (?:réception|votre candidature)\b",
    r"ontvangstbevestiging\b",
    r"bekräftelse på (?:din )?ansökan\b",
    r"potwierdzenie otrzymania (?:aplikacji|zgłoszenia)\b",
)
_RECEIVED_THERE = (
    r"application (?:was |has been |is )?(?:successfully )?received\b",
    r"received your (?:\w+ )?application\b",
    r"application (?:confirmation|acknowledge?ment)\b",
    r"(?:confirmation|acknowledge?ment|receipt) of (?:your |the )?(?:\w+ )?application\b",
    r"bewerbung (?:ist |wurde )?(?:bei uns )?(?:eingegangen|erhalten)\b",
    r"eingang (?:ihrer|deiner) bewerbung\b",
    r"re[çc]u votre candidature\b",
    r"candidature (?:a |est )?(?:bien )?(?:été )?re[çc]ue\b",
    r"recibido (?:tu|su) (?:solicitud|candidatura)\b",
    r"ricevuto la (?:tua|sua) candidatura\b",
    r"sollicitatie (?:is )?ontvangen\b",
)
_ANSWER = r"\s*(?:re|fwd?|aw|wg|antw|sv|vs|tr|rv|r|rif|ref|odp|enc|res)(?:\[\d+\])?\s*:"

BY_ITSELF = re.compile(
    rf"\s*\[?(?:{'|'.join((*_AWAY, *_RECEIVED))})|(?!{_ANSWER}).*?\b(?:{'|'.join(_RECEIVED_THERE)})", re.IGNORECASE
)
""" "Automatic reply: ..." and "We have received your application", also behind the company's name."""

NO_REPLY = re.compile(r"(?:^|[._+-])(?:no|do[._-]?not)[._-]?reply(?:$|[._+-])")
"""In the local part of an address, in lower case: nobody reads what is sent there."""
