"""What mail clients write above and around the words they quote: real forms, each with an answer on top."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.quotes import marks, unmarked
from checks.text import new_text

THEIRS = "Would Thursday suit you?"
ANSWER = "Thursday is fine."

MARKED = {
    "Gmail, English": "On Tue, Apr 8, 2025 at 11:03 AM Greg Pohl <greg@north.example> wrote:",
    "Gmail, wrapped": "On Tue, Apr 8, 2025 at 11:03 AM Gregory Pohl-Maximilian <\ngreg@north.example> wrote:",
    "Gmail, German": "Am Mi., 5. März 2025 um 10:22 Uhr schrieb Eva Lenz <eva@lenz.example>:",
    "Gmail, French": "Le lun. 3 nov. 2025 à 18:07, Graeme Tait <graeme@tait.example> a écrit :",
    "Gmail, Spanish": "El mar, 4 mar 2025 a las 9:10, Ana Ruiz (<ana@ruiz.example>) escribió:",
    "Gmail, Portuguese": "Em qui., 3 de abr. de 2025 às 09:15, Patrícia <pat@veredas.example> escreveu:",
    "Gmail, Italian": "Il giorno mar 4 mar 2025 alle ore 09:10 Elena <elena@lanterna.example> ha scritto:",
    "Gmail, Dutch": "Op di 13 mei 2025 om 10:22 schreef Marloes Brand <m.brand@water.example>:",
    "Gmail, Swedish": "Den tis 4 mars 2025 kl 09:10 skrev Annika <annika@gran.example>:",
    "Gmail, Danish": "Den tirs. 4. mar. 2025 kl. 09.10 skrev Mette <mette@skov.example>:",
    "Gmail, Norwegian": "tir. 4. mars 2025 kl. 09:10 skrev Lars <lars@fjell.example>:",
    "Gmail, Finnish": "ti 4. maalisk. 2025 klo 9.10 Aino (aino@jarvi.example) kirjoitti:",
    "Gmail, Polish": "wt., 4 mar 2025 o 09:10 Kasia Bielak <kasia@bielak.example> napisał(a):",
    "Gmail, Czech": "út 4. 3. 2025 v 9:10 odesílatel Petr <petr@horak.example> napsal:",
    "Gmail, Hungarian": "Nagy Anna <anna@nagy.example> ezt írta (időpont: 2025. márc. 4., K, 9:10):",
    "Gmail, Romanian": "În mar., 4 mar. 2025 la 09:10, Ion <ion@pop.example> a scris:",
    "Gmail, Turkish": "Ayşe <ayse@demir.example>, 4 Mar 2025 Sal, 09:10 tarihinde şunu yazdı:",
    "Gmail, Russian": "вт, 4 мар. 2025 г. в 09:10, Анна <anna@sever.example>:",
    "Gmail, Ukrainian": "вт, 4 бер. 2025 р. о 09:10 Олена <olena@dim.example> пише:",
    "Gmail, Greek": "Στις Τρί 4 Μαρ 2025 στις 9:10 π.μ., ο χρήστης Eleni <eleni@nisi.example> έγραψε:",
    "Gmail, Japanese": "2025年2月26日(水) 4:40 Paul Devereux <paul@sheer.example>:",
    "Gmail, Chinese": "Li Wei <wei@li.example> 于2025年3月4日周二 09:10写道：",
    "Gmail, Korean": "2025년 3월 4일 (화) 오전 9:10, Kim <kim@han.example>님이 작성:",
    "Apple Mail": "> On 3 Jun 2025, at 14:06, Lisa Trent <lisa@harbour.example> wrote:",
    "Apple Mail, unmarked": "On 3 Jun 2025, at 14:06, Lisa Trent <lisa@harbour.example> wrote:",
    "Apple Mail, German": "Am 02.12.2025 um 11:26 schrieb Callum Fraser <callum@edge.example>:",
    "Thunderbird": "On 08/07/2025 18:20, Frances Tarn wrote:",
    "Thunderbird, German": "Am 02.12.25 um 11:26 schrieb Callum Fraser:",
    "Thunderbird, French": "Le 04/03/2025 à 09:10, Sylvie Delvaux a écrit :",
    "Mutt": "On Tue, Mar 04, 2025 at 09:10:00AM +0000, Jo Park wrote:",
    "Proton": "------- Original Message -------\nOn Monday, March 3rd, 2025 at 10:15, Jo <jo@park.example> wrote:\n",
}

UNMARKED = {
    "Outlook, desktop": "From: Joan Hibbert <joan@pumps.example>\nSent: 11 June 2025 09:52\nTo: Prakash V\nSubject: "
    "Starter",
    "Outlook, line": "________________________________\nFrom: Joan <joan@pumps.example>\nSent: 11 June 2025 "
    "09:52\nTo: Prak\n"
    "Subject: Starter",
    "Outlook, old": "-----Original Message-----\nFrom: Martin\nSent: Friday, March 14, 2025 3:40 PM\nTo: "
    "Helle\nSubject: Next",
    "Outlook, German": "Von: Eva Lenz <eva@lenz.example>\nGesendet: Mittwoch, 5. März 2025 10:22\nAn: Kim\nBetreff: "
    "Termin",
    "Outlook, French": "De : Sylvie <sylvie@four.example>\nEnvoyé : mardi 4 mars 2025 09:10\nÀ : Maëlle\nObjet : "
    "Entretien",
    "Outlook, Spanish": "De: Ana <ana@ruiz.example>\nEnviado el: martes, 4 de marzo de 2025 9:10\nPara: "
    "Luis\nAsunto: Cita",
    "Outlook, Italian": "Da: Elena <e@lanterna.example>\nInviato: martedì 4 marzo 2025 09:10\nA: Fulvio\nOggetto: "
    "Colloquio",
    "Outlook, Dutch": "Van: Marloes <m@water.example>\nVerzonden: dinsdag 13 mei 2025 10:22\nAan: Jelle\nOnderwerp: "
    "Donderdag",
    "Outlook, Portuguese": "De: Rui <rui@mar.example>\nEnviada em: terça-feira, 4 de março de 2025\nPara: "
    "Ana\nAssunto: Vaga",
    "Outlook, Swedish": "Från: Annika <a@gran.example>\nSkickat: den 4 mars 2025 09:10\nTill: Tove\nÄmne: Samtal",
    "Outlook, Polish": "Od: Kasia <k@bielak.example>\nWysłano: 4 marca 2025 09:10\nDo: Agnieszka\nTemat: Rozmowa",
    "Outlook, Japanese": "差出人: Paul <paul@sheer.example>\n送信日時: 2025年2月26日 4:40\n宛先: Hiro\n件名: Chat",
    "Outlook, Chinese": "发件人: Li Wei <wei@li.example>\n发送时间: 2025年3月4日 9:10\n收件人: Kim\n主题: Interview",
    "Outlook, bold": "*From:* Jo Park <jo@park.example>\n*Sent:* Tuesday, March 4, 2025 9:10 AM\n*To:* "
    "Kim\n*Subject:* Chat",
    "Yahoo": "On Monday, July 7, 2025 at 09:12:44 AM GMT+8, Nicole Tan <nicole@locum.example> wrote:",
    "Samsung": "-------- Original message --------\nFrom: Dawn <dawn@inn.example>\nDate: 02/06/2025 18:31 (GMT+00:00)\n"
    "To: Luca <luca@casa.example>\nSubject: right to work",
    "Gmail, forwarded": "---------- Forwarded message ---------\nFrom: Jo <jo@park.example>\nDate: Tue, Mar 4, 2025\n"
    "Subject: Chat\nTo: <kim@lowe.example>",
    "Apple Mail, forwarded": "Begin forwarded message:\n\nFrom: Jo <jo@park.example>\nSubject: Chat\n"
    "Date: 4 March 2025 at 09:10:00 GMT\nTo: kim@lowe.example",
    "German, original": "-----Ursprüngliche Nachricht-----\nVon: Eva\nGesendet: Mittwoch, 5. März 2025\nAn: "
    "Kim\nBetreff: Termin",
}


def new(body: str) -> str:
    return new_text(body).text


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_answer_on_top_of_marked_lines(name: str, gap: str) -> None:
    head = MARKED[name]
    body = f"{ANSWER}\n\n{head}{gap}> {THEIRS}\n>\n> Jo\n"
    assert new(body) == ANSWER
    assert THEIRS in new_text(body).quoted_text


@pytest.mark.parametrize("name", MARKED)
def test_an_answer_below_marked_lines(name: str) -> None:
    body = f"{MARKED[name]}\n> {THEIRS}\n\n{ANSWER}\n"
    assert new(body) == ANSWER


@pytest.mark.parametrize("name", MARKED)
def test_answers_between_marked_lines(name: str) -> None:
    body = f"See below.\n\n{MARKED[name]}\n> {THEIRS}\n\n{ANSWER}\n\n> And Friday?\n\nThat too."
    assert new(body) == f"See below.\n{ANSWER}\nThat too."
    assert new_text(body).quoted_text.endswith("And Friday?")


@pytest.mark.parametrize("name", UNMARKED)
def test_an_answer_on_top_of_a_message_without_marks(name: str) -> None:
    body = f"{ANSWER}\n\n{UNMARKED[name]}\n\nHi Kim,\n{THEIRS}\nJo\n"
    assert new(body) == ANSWER
    assert THEIRS in new_text(body).quoted_text


@pytest.mark.parametrize(
    "head", ["-----Original Message-----\nFrom: Jo\nSent: Friday, March 14, 2025\nTo: Kim\nSubject: X"]
)
def test_an_answer_below_marked_lines_under_an_outlook_head(head: str) -> None:
    assert new(f"{head}\n\n> {THEIRS}\n\n{ANSWER}") == ANSWER


@pytest.mark.parametrize(
    "words",
    [
        "On Friday my editor wrote:",
        "In 2019 the court wrote: the fence stays.",
        "From: Leeds\nTo: York\nI can travel either way.",
        "Date: 4 March\nTime: nine",
        "I wrote to Jo on 3 March 2025 at 10:00 and she answered.",
        "> is the sign I type in the shell"[2:],
        "----------\nA line of my own.",
        "Sent: two parcels\nTo: the depot",
    ],
)
def test_the_senders_own_lines_are_not_taken_for_a_clients(words: str) -> None:
    body = f"Hi Jo,\n\n{words}\n\nIt was a good year."
    assert new(body) == body


def test_every_line_has_a_mark_and_the_head_is_nobodys_words() -> None:
    lines = ["Fine.", "", "On 3 Jun 2025, at 14:06, Jo wrote:", "> Fine?", ">> Well?", ""]
    assert marks(lines) == ["new", "new", "frame", "quoted", "quoted", "new"]
    assert [unmarked(line) for line in lines[3:5]] == ["Fine?", "Well?"]


@given(st.lists(st.sampled_from([*MARKED.values(), *UNMARKED.values(), "> a", "", "b", "From: x", "-- "]), max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_mixture_gets_one_mark_a_line(pieces: list[str]) -> None:
    lines = "\n".join(pieces).split("\n")
    assert len(marks(lines)) == len(lines)


def test_the_context_is_what_is_quoted_and_else_the_thread() -> None:
    assert new_text("Fine.", "And Friday?").context == "And Friday?"
    assert new_text("Fine.\n> Or Monday?", "And Friday?").context == "Or Monday?"
    assert new_text("Fine.").context == ""
