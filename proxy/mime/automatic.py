"""Subjects and addresses by which programs write by themselves, in the common languages. Data.

Words count only at the beginning of a subject: a person who answers such a mail puts "Re:" before it.
"""

from __future__ import annotations

import re

_AWAY = (
    r"auto(?:matic|matische?)?[ -]?(?:reply|response|answer|antwort)\b",
    r"autoreply\b",
    r"(?:i am |i'm )?out of (?:the )?office\b",
    r"ooo:",
    r"(?:automatische )?abwesenheit(?:snotiz|smeldung)?\b",
    r"automatisch antwoord\b",
    r"afwezig(?:heid)?\b",
    r"r[ée]ponse automatique\b",
    r"absence du bureau\b",
    r"respuesta autom[áa]tica\b",
    r"fuera de (?:la )?oficina\b",
    r"risposta automatica\b",
    r"fuori (?:sede|ufficio)\b",
    r"resposta autom[áa]tica\b",
    r"autosvar\b",
    r"(?:frånvaro|fraværende|fravær)\b",
    r"automaattinen vastaus\b",
    r"(?:odpowiedź automatyczna|autoodpowiedź)\b",
)
_RECEIVED = (
    r"(?:your )?(?:application|cv|résumé|resume) (?:was |has been |is )?received\b",
    r"we(?:'ve|’ve| have)? received your (?:\w+ )?application\b",
    r"thank(?:s| you) for (?:applying|your application)\b",
    r"eingangsbestätigung\b",
    r"(?:ihre|deine) bewerbung ist (?:bei uns )?eingegangen\b",
    r"bestätigung (?:ihrer|deiner) bewerbung\b",
    r"accusé de réception\b",
    r"confirmation de (?:réception|votre candidature)\b",
    r"hemos recibido (?:tu|su) (?:solicitud|candidatura)\b",
    r"abbiamo ricevuto la (?:tua|sua) candidatura\b",
    r"ontvangstbevestiging\b",
    r"(?:we|wij) hebben (?:je|uw) sollicitatie ontvangen\b",
    r"bekräftelse på (?:din )?ansökan\b",
    r"potwierdzenie otrzymania (?:aplikacji|zgłoszenia)\b",
)

BY_ITSELF = re.compile(rf"\s*(?:{'|'.join((*_AWAY, *_RECEIVED))})", re.IGNORECASE)
""" "Automatic reply: ..." and "We have received your application"."""

NO_REPLY = re.compile(r"(?:^|[._+-])(?:no|do[._-]?not)[._-]?reply(?:$|[._+-])")
"""In the local part of an address, in lower case: nobody reads what is sent there."""
