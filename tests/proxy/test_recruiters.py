"""Who is a recruiter, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.configuration.settings import RecruiterRules
from proxy.recruiters import Recruiters, normalise

RULES = RecruiterRules(
    domains=("acme.example", "*.bigco.example", "bücher.example"),
    addresses=("jo@smallfirm.example", "Ann.Lee@Gmail.com"),
    exceptions=("friend@acme.example", "press.acme.example"),
    agencies=("placement.example", "kim@freelance.example"),
)


@pytest.mark.parametrize(
    ("address", "covered", "why"),
    [
        ("jo@acme.example", True, "acme.example covers it"),
        ("Jo.Park@ACME.Example", True, "acme.example covers it"),
        ("jo@mail.acme.example", True, "acme.example covers it"),
        ("jo@notacme.example", False, "no domain or address of the configuration covers it"),
        ("jo@acme.example.org", False, "no domain or address of the configuration covers it"),
        ("jo@bigco.example", False, "no domain or address of the configuration covers it"),
        ("jo@hr.bigco.example", True, "*.bigco.example covers it"),
        ("a@BÜCHER.example", True, "xn--bcher-kva.example covers it"),
        ("a@xn--bcher-kva.example", True, "xn--bcher-kva.example covers it"),
        ("a@bücher.example.", True, "xn--bcher-kva.example covers it"),
        ("JO@smallfirm.example", True, "jo@smallfirm.example is listed"),
        ("jo+candidate-8f3a@smallfirm.example", True, "jo@smallfirm.example is listed"),
        ("joe@smallfirm.example", False, "no domain or address of the configuration covers it"),
        ("ann.lee@gmail.com", True, "ann.lee@gmail.com is listed"),
        ("bob@gmail.com", False, "no domain or address of the configuration covers it"),
        ("friend@acme.example", False, "friend@acme.example is excepted"),
        ("Friend+home@acme.example", False, "friend@acme.example is excepted"),
        ("desk@press.acme.example", False, "press.acme.example is excepted"),
        ("kay@placement.example", True, "placement.example is an agency"),
        ("acme+x7f3@us.greenhouse-mail.io", True, "greenhouse-mail.io is an applicant-tracking system"),
        ("8f3a-41@hire.lever.co", True, "lever.co is an applicant-tracking system"),
        ("acme@myworkday.com", True, "myworkday.com is an applicant-tracking system"),
        ("", False, "it is not a mail address"),
        ("postmaster", False, "it is not a mail address"),
        ("jo@", False, "it is not a mail address"),
    ],
)
def test_who_counts(address: str, covered: bool, why: str) -> None:
    recruiters = Recruiters(RULES)
    assert (recruiters.covers(address), recruiters.why(address)) == (covered, why)


@pytest.mark.parametrize(
    ("address", "agency"),
    [
        ("kay@placement.example", True),
        ("kay@uk.placement.example", True),
        ("kim@freelance.example", True),
        ("lee@freelance.example", False),
        ("jo@acme.example", False),
    ],
)
def test_agencies(address: str, agency: bool) -> None:
    assert Recruiters(RULES).is_agency(address) is agency


def test_an_excepted_address_of_an_agency_is_no_agency() -> None:
    rules = RecruiterRules(agencies=("placement.example",), exceptions=("mum@placement.example",))
    assert not Recruiters(rules).is_agency("mum@placement.example")


def test_applicant_tracking_can_be_turned_off() -> None:
    recruiters = Recruiters(RecruiterRules(applicant_tracking=False))
    assert not recruiters.covers("acme@us.greenhouse-mail.io")


@pytest.mark.parametrize(
    ("added", "removed", "address", "covered"),
    [
        (["Jo@Other.example"], [], "jo@other.example", True),
        (["other.example"], [], "kim@hr.other.example", True),
        ([], ["jo@acme.example"], "jo@acme.example", False),
        ([], ["jo@acme.example"], "kim@acme.example", True),
        ([], ["acme.example"], "kim@acme.example", False),
        (["jo@acme.example"], ["acme.example"], "jo@acme.example", True),
        (["jo@acme.example"], ["acme.example"], "kim@acme.example", False),
        (["friend@acme.example"], [], "friend@acme.example", False),
        ([], ["placement.example"], "kay@placement.example", False),
        ([], ["greenhouse-mail.io"], "x@greenhouse-mail.io", False),
        (["*.BÜCHER2.example"], [], "a@hr.xn--bcher2-3ya.example", True),
        (["BÜCHER2.example"], [], "a@xn--bcher2-3ya.example", True),
    ],
)
def test_the_command_line_adds_and_removes(added: list[str], removed: list[str], address: str, covered: bool) -> None:
    assert Recruiters(RULES, added, removed).covers(address) is covered


@pytest.mark.parametrize(
    ("written", "one_form"),
    [
        ("Jo.Park@Acme.EXAMPLE", "jo.park@acme.example"),
        ("  jo@acme.example\n", "jo@acme.example"),
        ("jo@acme.example.", "jo@acme.example"),
        ('"jo.park"@acme.example', "jo.park@acme.example"),
        ('"jo park"@acme.example', '"jo park"@acme.example'),
        ("jörg@BÜCHER.example", "jörg@xn--bcher-kva.example"),
        ("jo\u0308rg@bu\u0308cher.example", "jörg@xn--bcher-kva.example"),
        ("jo@ACME。example", "jo@acme.example"),
        ("jo@acme.example。", "jo@acme.example"),
        ("jo@acme.example .", "jo@acme.example"),
        ("jo@[192.0.2.1]", "jo@[192.0.2.1]"),
        ("jo@straße.example", "jo@xn--strae-oqa.example"),
        ("a@b@acme.example", "a@b@acme.example"),
        ("Nobody", "nobody"),
        ("", ""),
    ],
)
def test_one_form(written: str, one_form: str) -> None:
    assert normalise(written) == one_form


_texts = st.text(st.characters(exclude_categories=[])) | st.builds(
    "{}@{}".format,
    st.text(max_size=12),
    st.text(st.sampled_from("aZ.-üßİσΣ。ا1xn @[]\ud800\u0308")) | st.text(max_size=12),
)


@given(_texts)
def test_normalising_never_raises_and_changes_nothing_twice(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(_texts)
def test_any_text_gets_an_answer(text: str) -> None:
    recruiters = Recruiters(RULES, [text], [text])
    assert isinstance(recruiters.covers(text), bool)
    assert recruiters.why(text)
    assert recruiters.covers(text) == recruiters.covers(normalise(text))
