"""Subjects by which programs write by themselves, beside those of people: a table."""

from __future__ import annotations

import pytest

from proxy.mime.automatic import BY_ITSELF

PROGRAMS = (
    "Automatic reply: Your application",
    "[Auto-Reply] Your application",
    "Out of Office Re: Hello",
    "Out of office until 12 June",
    "Automatische Antwort: Bewerbung",
    "Abwesenheitsnotiz",
    "Abwesend: Bewerbung",
    "Nicht im Büro: Bewerbung",
    "Réponse automatique : Candidature",
    "Automatisk svar: Ansøgning",
    "Automatiskt svar: Ansökan",
    "Frånvarande: Ansökan",
    "Automatyczna odpowiedź: Aplikacja",
    "Resposta automática: Candidatura",
    # what is sent to everybody who applies
    "Application received",
    "We've received your application",
    "We have received your application for Paralegal",
    "Acme: Application received",
    "[Acme] Application received - Paralegal",
    "Your Acme application has been received",
    "Acme | We have received your application",
    "Acme has received your application",
    "Application confirmation",
    "Paralegal at Acme: Confirmation of your application",
    "Acknowledgement of your application",
    "Thank you for applying to Acme",
    "Sam, thanks for applying!",
    "Eingangsbestätigung Ihrer Bewerbung",
    "Wir haben Ihre Bewerbung erhalten",
    "Acme - Ihre Bewerbung ist eingegangen",
    "Nous avons bien reçu votre candidature",
    "Votre candidature a bien été reçue",
    "Hemos recibido tu candidatura",
    "Acme: sollicitatie ontvangen",
)
PEOPLE = (
    "Re: Application received",
    "AW: Eingangsbestätigung Ihrer Bewerbung",
    "Re: Acme: Application received",
    "RE: [Acme] Application received",
    "Fwd: We have received your application",
    "Your application",
    "Your application to Acme",
    "Interview on Tuesday",
    "Application for Paralegal: interview confirmation",
    "Confirmation of your interview",
    "Have you received your offer letter?",
    "Autocad position",
    "Automatic doors: technician",
    "Absence of documents",
    "Office manager role",
    "",
)


@pytest.mark.parametrize("subject", PROGRAMS)
def test_a_program(subject: str) -> None:
    assert BY_ITSELF.match(subject)


@pytest.mark.parametrize("subject", PEOPLE)
def test_a_person(subject: str) -> None:
    assert not BY_ITSELF.match(subject)
