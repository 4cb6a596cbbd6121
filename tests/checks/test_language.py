"""Which language a mail is written in: short ones, names, text-speak and quotations included."""

from __future__ import annotations

import pytest

from checks.language import in_words, language
from checks.text import new_text

ENGLISH_THREAD = "\n\n> Hi Kim, could you tell me when you would be free for a call next week?"
GERMAN_THREAD = "\n\n> Guten Tag Frau Lowe, wann könnten Sie nächste Woche zu einem Gespräch kommen?"


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("en", "Tuesday at 3 works for me."),
        ("en", "hey marv can u do 20? id rather work 4 u, lmk b4 thurs and ill be there"),
        (
            "en",
            "JIB Approved Electrician, ECS Gold, AM2, 18th Edition, IPAF, PASMA. Own van and tools.",
        ),
        (
            "en",
            "Mise en place is my religion. I made kouign-amann, far breton and pâte feuilletée at the hotel.",
        ),
        ("en", "I met Wróbel, Müller, Sjöberg and González at the fair in Zürich, and they were kind to me."),
        ("en", "Dear Łukasz,\n\nI would like to see the pastry section on any day that suits you."),
        ("de", "Sehr geehrter Herr Lenz,\n\nvielen Dank für das freundliche Gespräch am Donnerstag und den Rundgang."),
        (
            "fr",
            "Je vous remercie de m'avoir reçue mardi matin. La visite du fournil m'a donné envie de venir chez vous.",
        ),
        ("es", "Muchas gracias por recibirme ayer y por enseñarme la recepción nueva. Le confirmo que puedo trabajar."),
        ("pt", "Obrigada por me avisar. Claro que eu queria outra resposta, mas gostei muito de conhecer a clínica."),
        (
            "it",
            "La ringrazio ancora per il colloquio del 12 marzo. Volevo chiederLe se ci sono novità sulla selezione.",
        ),
        ("nl", "Bedankt voor je snelle reactie. Donderdag om twee uur komt mij goed uit. Ik kom met de trein."),
        (
            "pl",
            "Dziękuję za wczorajszą rozmowę i za oprowadzenie po laboratorium. Przesyłam skan certyfikatu.",
        ),
        (
            "sv",
            "Tack för ett trevligt samtal i tisdags. Det var roligt att höra hur ni har lagt upp arbetet på förskolan.",
        ),
        ("ru", "Спасибо за вчерашнюю беседу и за экскурсию по лаборатории. Высылаю копию сертификата."),
    ],
)
def test_a_text(code: str, body: str) -> None:
    assert language(new_text(f"{body}\n\nKim Lowe")) == code


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("zh", "感谢您昨天抽出时间与我面谈，并带我参观了实验室。附件是您要的证书。"),
        ("ja", "先日は面接のお時間をいただき、ありがとうございました。"),
        ("ko", "어제 면접 시간을 내주셔서 감사합니다. 요청하신 서류를 보냅니다."),
        ("th", "ขอบคุณสำหรับการสัมภาษณ์เมื่อวานนี้"),
    ],
)
def test_a_script_without_spaces(code: str, body: str) -> None:
    assert language(new_text(body)) == code


def test_the_quotation_does_not_count_where_there_are_words() -> None:
    assert language(new_text("Thank you for the call, and I will be there on Thursday at two." + GERMAN_THREAD)) == "en"
    assert language(new_text("Vielen Dank, der Donnerstag um zwei Uhr passt mir sehr gut." + ENGLISH_THREAD)) == "de"


def test_two_words_follow_the_thread_or_the_users_habit() -> None:
    assert language(new_text("Passt prima!" + GERMAN_THREAD)) == "de"
    assert language(new_text("Ok, super!" + ENGLISH_THREAD)) == "en"
    assert language(new_text("Passt prima!"), "de") == "de"
    assert language(new_text("Yes, that is fine."), "de") == "en"


@pytest.mark.parametrize("body", ["", "12345", ":-)", "> quoted only"])
def test_nothing_is_told_of_nothing(body: str) -> None:
    assert language(new_text(body)) == ""


def test_languages_have_names() -> None:
    assert in_words("pt") == "Portuguese"
    assert in_words("xx") == "xx"
