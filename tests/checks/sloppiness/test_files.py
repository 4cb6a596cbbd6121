"""What is promised beside what is attached."""

from __future__ import annotations

import pytest

from checks.model import Attachment
from checks.sloppiness import files

ONE = ("drawing_A3.pdf",)
TWO = ("passport_copy.pdf", "medical.pdf")


def missing(said: str, *names: str) -> list[str]:
    attachments = [Attachment(name, "application/pdf", 4_000) for name in names]
    return [said[hit.start : hit.end] for hit in files.find(said, said, 0, attachments)]


@pytest.mark.parametrize(
    ("said", "names", "expected"),
    [
        ("Here are the drawing and the bill, both attached.", ONE, "both attached"),
        ("I've attached three photographs of the site as well.", ONE, "attached three photographs"),
        ("I attach the 2023 and 2024 relay reports.", ("Relay_2024.pdf",), "attach the 2023 and 2024 relay reports"),
        ("I attach also the certificate, in a third file.", TWO, "attach also the certificate, in a third file"),
        ("I attach a picture in a file named Loom.jpg.", ("lone.pdf",), "Loom.jpg"),
        ("My photograph for the file is attached as well.", TWO, "photograph for the file is attached as well"),
    ],
)
def test_more_is_promised(said: str, names: tuple[str, ...], expected: str) -> None:
    assert missing(said, *names) == [expected]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Both are attached.", TWO),
        ("I attach two certificates.", ("certificates.pdf",)),
        ("I attach two certificates.", ("papers.zip",)),
        ("I attach the 2023 and 2024 reports.", ("2023.pdf", "2024.pdf")),
        ("I attached two photographs yesterday.", ONE),
        ("I attach drawing_A3.pdf.", ONE),
        ("I attach a photograph.", ("me.jpg",)),
        ("I attach a photograph.", ("portfolio.pdf",)),
        ("Shall I attach three photographs?", ONE),
        ("I have two certificates, and my CV is attached.", ("cv.pdf",)),
        ("Both are attached.", ()),
    ],
)
def test_as_promised_or_not_sure(said: str, names: tuple[str, ...]) -> None:
    assert missing(said, *names) == []
