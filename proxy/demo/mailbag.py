"""The dozen messages that the demo sends, each with what must become of it: one for each of the seven mistakes, and
mail that must go its way untouched. Data; the demo fails where one of them becomes something else."""

from __future__ import annotations

from dataclasses import dataclass

from checks.model import Mistake
from proxy.demo.letter import Letter
from proxy.demo.person import (
    DANIEL,
    GRACE,
    HANNAH,
    INES,
    JO,
    LENA,
    MARTHA,
    OWEN,
    PRIYA,
    ROBIN,
    SAM,
    TOM,
    VICTOR,
    Person,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A message and the mistakes for which it must be held; with none it must be forwarded."""

    letter: Letter
    held_for: tuple[Mistake, ...] = ()


def _promise(
    to: Person, subject: str, body: str, *held_for: Mistake, answers: str = "", attachment: str = ""
) -> Promise:
    name = f"today-{to.address.partition('@')[0]}"
    return Promise(Letter(name, SAM, to, subject, body, answers, attachment), held_for)


MAILBAG: tuple[Promise, ...] = (
    _promise(
        VICTOR,
        "Application: warehouse supervisor",
        "Dear Mr Lane,\n\n"
        "I would like to apply for the post of warehouse supervisor. I have run the night shift at a parcel depot for "
        "four years, with twelve people and no accidents.\n\n"
        "My CV is attached. I would be glad to tell you more.\n\n"
        "Kind regards,\nSam Rivera\n",
        attachment="Sam Rivera CV.pdf",
    ),
    _promise(
        JO,
        "Data analyst role",
        "Dear Jo,\n\n"
        "Thank you for considering my application. Is there any news about the data analyst role?\n\n"
        "Kind regards,\nSam Rivera\n",
        "frequency",
    ),
    _promise(
        PRIYA,
        "Thank you for Tuesday",
        "Dear Priya,\n\n"
        "Thank you for the conversation on Tuesday. I enjoyed hearing how the books are chosen.\n\n"
        "I have just sent you a friend request on Facebook. Please accept it, so that we can stay in touch.\n\n"
        "Kind regards,\nSam Rivera\n",
        "social-media",
    ),
    _promise(
        TOM,
        "See you on Monday",
        "Dear Tom,\n\n"
        "Thank you for showing me the nursery.\n\n"
        "I have already told everybody about my new job, and I handed in my notice this morning. "
        "Where do I park on my first day?\n\n"
        "Kind regards,\nSam Rivera\n",
        "presumption",
    ),
    _promise(
        MARTHA,
        "Paralegal position",
        "Dear Martha,\n\n"
        "Is there any news about the paralegal position? I was interviewed by you and Mr Bell on Thursday.\n\n"
        "Kind regards,\nSam Rivera\n",
        "thanks",
    ),
    _promise(
        OWEN,
        "Controller position",
        "Dear Owen,\n\n"
        "Thank you for the interview last month. Since then I have heard nothing. How hard can it be to answer one "
        "email? It is rude, and it shows how badly your company is run.\n\n"
        "Sam Rivera\n",
        "negativity",
    ),
    _promise(
        LENA,
        "My portfolio",
        "Dear [Name],\n\n"
        "Thank you for asking for my portfolio, it is definately worth a look. I have attached it.\n\n"
        "Kind regards,\nSam Rivera\n",
        "sloppiness",
        answers="lena-1",
    ),
    _promise(
        DANIEL,
        "Second round",
        "Dear Daniel,\n\n"
        "Thank you for the kind words of the panel.\n\n"
        "I should mention that another company has made me an offer and wants my answer by Friday. "
        "Could you decide before then?\n\n"
        "Kind regards,\nSam Rivera\n",
        "other-offers",
        answers="daniel-1",
    ),
    _promise(
        GRACE,
        "Office manager: a question",
        "Dear Grace,\n\n"
        "Thank you for considering my application for the post of office manager. "
        "Could you tell me when you expect to decide?\n\n"
        "Kind regards,\nSam Rivera\n",
    ),
    _promise(
        HANNAH,
        "Re: A time to talk",
        "Hi Hannah,\n\nTuesday at 3 suits me well. I look forward to it.\n\nKind regards,\nSam\n",
        answers="hannah-1",
    ),
    _promise(
        INES,
        "Candidatura ao lugar de jardineiro",
        "Bom dia, Inês,\n\n"
        "Venho por este meio candidatar-me ao lugar de jardineiro no vosso hotel. Trabalhei durante seis anos num "
        "jardim botânico e conheço bem as plantas da região. Estou disponível para uma entrevista em qualquer dia da "
        "próxima semana.\n\n"
        "Com os melhores cumprimentos,\nSam Rivera\n",
    ),
    _promise(
        ROBIN,
        "saturday",
        "hey u!! i definately got the job lol, add me on insta so i can send u pics. how hard can it be to answer\n",
    ),
)
