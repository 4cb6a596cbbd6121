"""Messages for the tests of the checks, as the proxy would make them."""

from __future__ import annotations

from checks.model import Attachment, Message, Person

SENDER = Person("Kim Lowe", "kim@post.example")
RECRUITER = Person("Dana Moss", "dana@acme.example")


def letter(
    body: str, subject: str = "Fitter's job", *, answers: str = "", reply: bool = False, files: tuple[str, ...] = ()
) -> Message:
    """A message to the recruiter; `answers` is what the recruiter wrote, quoted below."""
    quoted = "\n".join(f"> {line}" for line in answers.split("\n"))
    head = "On Mon, 3 Feb 2025 at 10:00, Dana Moss <dana@acme.example> wrote:"
    return Message(
        sender=SENDER,
        to=(RECRUITER,),
        subject=subject,
        body=f"{body}\n\n{head}\n{quoted}\n" if answers else body,
        attachments=tuple(Attachment(name, "application/pdf", 1000) for name in files),
        in_reply_to="<m1@acme.example>" if answers or reply else "",
    )
