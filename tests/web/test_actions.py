"""What a person does on the page, and what comes of it: what was asked, or a word on why not."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checks.model import Finding
from proxy.errors import StoreError
from proxy.model import State
from proxy.release import Request
from proxy.store.mutes import Mute
from tests.imap.client import Place
from tests.proxy.house import DAY, HOUR, JO, NOW, another
from tests.servers.script import Refuse
from tests.web.rig import SLIP, THANKS, mail, rig, token

SOON = Finding(
    "frequency", "frequency.too-soon", "hold", "You wrote on Friday.", "Let it rest.", "history", recruiter=JO,
    next_allowed=NOW + 3 * DAY,
)  # fmt: skip


async def test_send_now_leaves_after_its_seconds_as_it_was_written(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=4) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:held")
        assert f"Your mail to {JO} leaves in a few seconds" in said.text
        assert "About to leave" in said.text
        assert page.house.find(id_).state == "held"
        await page.until_left()
        assert page.house.find(id_).state == "released"
        (taken,) = page.house.upstream.messages
        assert b"definately worth it." in taken.content


async def test_send_and_dont_mention_this_again(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        await browser.press("/do", await browser.get(f"/message/{id_}"), do="quiet", pick=f"{id_}:held")
        await page.until_left()
        assert page.house.find(id_).state == "released"
        assert page.house.store.mutes.all() == {Mute("thanks.missing", JO)}


async def test_taken_back_it_mutes_nothing(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=600) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="quiet", pick=f"{id_}:held")
        await browser.press("/undo", said, id=id_)
        assert page.house.store.mutes.all() == frozenset()


async def test_undo_keeps_it(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=60) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:held")
        undone = await browser.press("/undo", said, id=id_)
        assert "stays here. It was not sent." in undone.text
        assert "About to leave" not in undone.text
        await page.until_left()
        assert (page.house.find(id_).state, page.house.upstream.messages) == ("held", [])
        again = await browser.press("/undo", undone, id=id_)
        assert "Too late to take it back" in again.text


async def test_what_may_still_be_taken_back_stays_where_tactful_ends(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=60) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:held")
        await page.outbox.close(1)
        assert page.outbox.leaving == ()
        assert (page.house.find(id_).state, page.house.upstream.messages) == ("held", [])


async def test_send_again_while_it_leaves_sends_once(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=600) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        seen = await browser.get("/")
        presses = [browser.press("/do", seen, do="send", pick=f"{id_}:held") for _ in range(4)]
        await asyncio.gather(*presses)
        other = await browser.press("/do", seen, do="discard", pick=f"{id_}:held")
        assert "about to leave already" in other.text
        assert [each.id for each in page.outbox.leaving] == [id_]


async def test_send_when_due(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(SOON,)), await page.browser()
        assert "may go from" in (await browser.get("/")).text
        said = await browser.press("/do", await browser.get(f"/message/{id_}"), do="due", pick=f"{id_}:held")
        assert "unless they write first" in said.text
        kept = page.house.find(id_)
        assert (kept.state, kept.due) == ("snoozed", NOW + 3 * DAY)


async def test_what_waits_for_no_date_says_so(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        assert "Send when due" not in (await browser.get(f"/message/{id_}")).text
        said = await browser.press("/do", await browser.get("/"), do="due", pick=f"{id_}:held")
        assert "not done. Nothing in it waits for a date" in said.text


async def test_back_to_drafts(tmp_path: Path, place: Place) -> None:
    async with rig(tmp_path, mailbox=place) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="draft", pick=f"{id_}:held")
        assert "is back in Drafts" in said.text
        assert page.house.find(id_).state == "drafted"


async def test_no_drafts_without_a_mailbox(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        for path in ("/", f"/message/{id_}"):
            assert "Back to Drafts" not in (await browser.get(path)).text


async def test_dont_send(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="discard", pick=f"{id_}:held")
        assert "will not be sent" in said.text
        assert page.house.find(id_).state == "discarded"
        assert "Nothing waits for you" in said.text


@pytest.mark.parametrize(
    ("do", "becomes", "sent"), [("sent", "released", 0), ("again", "released", 1), ("discard", "discarded", 0)]
)
async def test_what_may_have_been_sent(tmp_path: Path, do: str, becomes: State, sent: int) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), state="unknown", dot_at=NOW), await page.browser()
        shown = await browser.get(f"/message/{id_}")
        assert all(label in shown.text for label in ("It was sent", "Send it again", "Leave it"))
        assert "Send now" not in shown.text
        await browser.press("/do", shown, do=do, pick=f"{id_}:unknown")
        await page.until_left()
        assert (page.house.find(id_).state, len(page.house.upstream.messages)) == (becomes, sent)


async def test_several_at_once_each_with_its_answer(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        ids = [page.house.keep(mail(), findings=(THANKS,), message_id=f"<{number}@x>") for number in range(3)]
        browser = await page.browser()
        seen = await browser.get("/")
        await page.house.act(ids[1], "discard")
        said = await browser.press("/do", seen, do="send", pick=[f"{id_}:held" for id_ in ids])
        assert said.text.count("leaves in a few seconds") == 2
        assert "not done. It was discarded meanwhile" in said.text
        await page.until_left()
        assert [page.house.find(id_).state for id_ in ids] == ["released", "discarded", "released"]


async def test_nothing_marked_nothing_done(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="send")
        assert "Mark one or more messages first" in said.text


@pytest.mark.parametrize("do", ["discard", "draft", "due", "send", "sent", "again", "fix"])
async def test_another_was_faster(tmp_path: Path, do: str) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(SOON, SLIP)), await page.browser()
        seen = await browser.get(f"/message/{id_}")
        async with another(page.house, tmp_path) as elsewhere:
            await elsewhere.act(id_, "discard")
        said = await browser.press("/do", seen, do=do, pick=f"{id_}:held")
        assert "not done" in said.text
        assert "discarded" in said.text
        assert (page.house.find(id_).state, page.house.upstream.messages) == ("discarded", [])


async def test_another_was_faster_while_it_could_be_taken_back(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=4) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:held")
        async with another(page.house, tmp_path) as elsewhere:
            await elsewhere.act(id_, "snooze", until=NOW + HOUR)
        await page.until_left()
        assert (page.house.find(id_).state, page.house.upstream.messages) == ("snoozed", [])
        assert "It is snoozed; you expected: held" in (await browser.get(f"/message/{id_}")).text


async def test_an_upstream_that_refuses_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        page.house.upstream.add(Refuse("RCPT", 550, ("5.1.1 Nobody here",)))
        await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:held")
        await page.until_left()
        assert page.house.find(id_).state == "held"
        assert "Your server refused it" in (await browser.get("/")).text


async def test_a_store_that_fails_while_it_leaves_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        seen = await browser.get("/")

        async def full(*_: object) -> None:
            raise StoreError("The store can't be used: disk is full.", "Make room.")

        with monkeypatch.context() as patch:
            patch.setattr(page.house.review, "act", full)
            await browser.press("/do", seen, do="send", pick=f"{id_}:held")
            await page.until_left()
        assert page.house.find(id_).state == "held"
        assert "disk is full" in (await browser.get(f"/message/{id_}")).text


# Fixing


async def test_fix_these_and_send_shows_then_changes_then_sends(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(SLIP,)), await page.browser()
        shown = await browser.get(f"/message/{id_}/fix")
        assert "<del>definately</del>" in shown.text
        assert "<ins>definitely</ins>" in shown.text
        assert page.house.find(id_).findings == (SLIP,)
        await browser.press("/do", shown, do="fix", pick=f"{id_}:held")
        await page.until_left()
        assert page.house.find(id_).state == "released"
        (taken,) = page.house.upstream.messages
        assert taken.content.replace(b"definitely", b"definately").endswith(mail().partition(b"\r\n\r\n")[2])
        assert page.house.find(id_).findings == ()


async def test_a_fix_taken_back_changed_nothing(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=60) as page:
        id_, browser = page.house.keep(mail(), findings=(SLIP,)), await page.browser()
        said = await browser.press("/do", await browser.get(f"/message/{id_}/fix"), do="fix", pick=f"{id_}:held")
        await browser.press("/undo", said, id=id_)
        await page.until_left()
        assert b"".join(page.house.store.held.content(id_).chunks()) == mail()
        assert page.house.find(id_).findings == (SLIP,)


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        (mail(), (THANKS,)),
        (mail(DKIM_Signature="v=1; d=example.org"), (SLIP,)),
        (mail(Content_Type="text/html"), (SLIP,)),
        (mail(), (replace(SLIP, start=0, end=10),)),
    ],
    ids=["nothing to correct", "signed", "html", "elsewhere"],
)
async def test_what_cant_be_fixed_offers_no_fix(tmp_path: Path, content: bytes, findings: tuple[Finding, ...]) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(content, findings=findings), await page.browser()
        assert "Fix these and send" not in (await browser.get(f"/message/{id_}")).text
        assert (await browser.get(f"/message/{id_}/fix")).status_code == 404
        await browser.press("/do", await browser.get("/"), do="fix", pick=f"{id_}:held")
        await page.until_left()
        assert (page.house.find(id_).state, page.house.upstream.messages) == ("held", [])
        assert "corrected any more as you saw it" in (await browser.get(f"/message/{id_}")).text


# Pauses and people


@pytest.mark.parametrize(("minutes", "length"), [("15", timedelta(minutes=15)), ("120", 2 * HOUR)])
async def test_pause_and_resume(tmp_path: Path, minutes: str, length: timedelta) -> None:
    async with rig(tmp_path) as page:
        browser, control = await page.browser(), page.house.store.control
        said = await browser.press("/pause", await browser.get("/"), minutes=minutes)
        assert control.paused_until(NOW) == NOW + length
        assert "A pause: everything is sent on unread" in said.text
        await browser.press("/pause", said, minutes="0")
        assert control.paused_until(NOW) is None


@pytest.mark.parametrize("minutes", ["", "-1", "99999999", "1e9"])
async def test_other_pauses_are_none(tmp_path: Path, minutes: str) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        assert (await browser.press("/pause", await browser.get("/"), minutes=minutes)).status_code == 400
        assert page.house.store.control.paused_until(NOW) is None


@pytest.mark.parametrize(
    ("what", "kind", "direction", "answered"),
    [("spoke", "call", "both", True), ("message", "call", "out", False), ("met", "meeting", "both", True)],
)
async def test_what_no_mail_shows(tmp_path: Path, what: str, kind: str, direction: str, answered: bool) -> None:
    async with rig(tmp_path) as page:
        id_, browser = page.house.keep(mail(), findings=(THANKS,)), await page.browser()
        said = await browser.press("/recruiters/log", await browser.get(f"/message/{id_}"), what=what, address=JO)
        assert "Noted: you" in said.text
        (contact,) = page.house.store.contacts.history(JO, NOW).contacts
        assert (contact.kind, contact.direction, contact.answered) == (kind, direction, answered)


async def test_the_list_of_recruiters(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        seen = await browser.get("/recruiters")
        assert "acme.example" in seen.text
        assert "placement.example" in seen.text
        said = await browser.press("/recruiters/change", seen, to="add", entry="Lee@BigCo.example")
        assert "lee@bigco.example counts as a recruiter now" in said.text
        await browser.press("/recruiters/change", seen, to="except", entry="acme.example")
        assert (
            "lee@bigco.example counts as a recruiter" in (await browser.get("/recruiters?test=lee@bigco.example")).text
        )
        assert "count: acme.example was removed" in (await browser.get("/recruiters?test=jo@acme.example")).text
        for bad in ("", "gmail.com", "no address", "x" * 5000):
            said = await browser.press("/recruiters/change", seen, to="add", entry=bad)
            assert "be used" in said.text
        assert [each.entry for each in page.house.store.control.recruiters()] == ["lee@bigco.example", "acme.example"]


@pytest.mark.parametrize("state", ["released", "drafted", "discarded", "unknown"])
async def test_what_no_button_offers_is_not_ordered(tmp_path: Path, state: State) -> None:
    async with rig(tmp_path, undo=60) as page:
        id_, browser = page.house.keep(mail(), state=state, dot_at=NOW), await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="send", pick=f"{id_}:{state}")
        assert "not done" in said.text
        assert page.outbox.leaving == ()


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/do", {"do": "explode", "pick": "abcdefgh:held"}),
        ("/do", {"do": "send", "pick": "abcdefgh"}),
        ("/do", {"do": "send", "pick": "abcdefgh:gone"}),
        ("/do", {"do": "send", "pick": "../etc:held"}),
        ("/recruiters/change", {"to": "burn", "entry": "a@b.example"}),
        ("/recruiters/log", {"what": "married", "address": JO}),
        ("/recruiters/log", {"what": "met", "address": "nobody"}),
    ],
)
async def test_what_no_page_offers_is_refused(tmp_path: Path, path: str, fields: dict[str, str]) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        assert (await browser.press(path, await browser.get("/"), **fields)).status_code == 400


async def test_a_message_that_is_none_is_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        browser = await page.browser()
        said = await browser.press("/do", await browser.get("/"), do="send", pick="abcdefgh:held")
        assert "No message has the ID abcdefgh" in said.text
        assert (await browser.press("/undo", said, id="abcdefgh")).status_code == 404
        assert token(said)


async def test_two_who_act_at_once(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        id_, one, two = page.house.keep(mail(), findings=(THANKS,)), await page.browser(), await page.browser()
        seen, also = await one.get("/"), await two.get("/")
        async with another(page.house, tmp_path) as elsewhere:
            await asyncio.gather(
                one.press("/do", seen, do="send", pick=f"{id_}:held"),
                two.press("/do", also, do="discard", pick=f"{id_}:held"),
                elsewhere.review.act(id_, Request("snooze", until=NOW + HOUR, expect="held")),
            )
            await page.until_left()
        state = page.house.find(id_).state
        assert state in ("released", "discarded", "snoozed")
        assert len(page.house.upstream.messages) == (state == "released")


async def test_days_that_will_be_others_when_it_goes_are_told(tmp_path: Path) -> None:
    async with rig(tmp_path) as page:
        content = mail().replace(b"\r\n\r\n", b"\r\n\r\nAre you free tomorrow?\r\n", 1)
        id_, browser = page.house.keep(content, findings=(SOON,)), await page.browser()
        said = await browser.press("/do", await browser.get(f"/message/{id_}"), do="due", pick=f"{id_}:held")
        assert "It says “tomorrow”. When you wrote it, that was" in said.text


async def test_what_was_replaced_is_left_out_of_several(tmp_path: Path) -> None:
    async with rig(tmp_path, undo=600) as page:
        old = page.house.keep(mail(), findings=(THANKS,), subject="The role")
        page.house.now += HOUR
        new = page.house.keep(mail(), findings=(THANKS,), subject="Re: The role", message_id="<2@example.org>")
        browser = await page.browser()
        seen = await browser.get("/")
        said = await browser.press("/do", seen, do="send", pick=[f"{old}:held", f"{new}:held"])
        assert "this one is left out" in said.text
        assert [each.id for each in page.outbox.leaving] == [new]
        await browser.press("/do", seen, do="send", pick=f"{old}:held")
        assert {each.id for each in page.outbox.leaving} == {old, new}
