"""Which addresses are one person's, and which company somebody is of: tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxy.configuration.settings import OnePerson, RecruiterRules
from proxy.people import Party, People, company, person
from proxy.recruiters import Recruiters


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jo.Park@ACME.example", "jo.park@acme.example", True),
        ("jo+x7f3@acme.example", "jo@acme.example", True),
        ("jo@mail.acme.example", "jo@acme.example", False),
        ("jo.park@acme.example", "jopark@acme.example", False),
        ("+jo@acme.example", "+kim@acme.example", False),
        # applicant-tracking systems: the candidate's sign goes, the name stays
        ("brightwater+8812@hire.lever.co", "brightwater+9913@hire.lever.co", True),
        ("brightwater-8f3a91@hire.lever.co", "brightwater-77c210@hire.lever.co", True),
        ("jo.park.4471@mail.greenhouse.io", "jo.park.9@mail.greenhouse.io", True),
        ("brightwater-8f3a91@hire.lever.co", "stonebridge-8f3a91@hire.lever.co", False),
        ("jo-2@acme.example", "jo-3@acme.example", False),
        # and where nothing but a sign or a desk is left, nobody is mixed up
        ("8f3a91c2@hire.lever.co", "77c210ab@hire.lever.co", False),
        ("reply+8f3a91@hire.lever.co", "reply+77c210@hire.lever.co", False),
        ("no-reply@greenhouse.io", "noreply@greenhouse.io", False),
        ("no-reply+acme@greenhouse.io", "no-reply+bigco@greenhouse.io", False),
        ("do-not-reply+a1@greenhouse.io", "do-not-reply+b2@greenhouse.io", False),
        ("bounce-123@hire.lever.co", "bounce-124@hire.lever.co", False),
        ("candidates-12@hire.lever.co", "candidates-13@hire.lever.co", False),
    ],
)
def test_one_person(one: str, other: str, same: bool) -> None:
    assert (person(one) == person(other)) is same


@given(st.emails() | st.text(max_size=30))
def test_the_key_of_a_key_is_itself_and_nothing_raises(address: str) -> None:
    company(address)
    assert person(person(address)) == person(address)


@pytest.mark.parametrize(
    ("address", "of"),
    [
        ("jo@acme.example", "acme.example"),
        ("jo@mail.hr.acme.example", "acme.example"),
        ("jo@acme.co.uk", "acme.co.uk"),
        ("jo@Bücher.example", "xn--bcher-kva.example"),
        ("jo@gmail.com", ""),
        ("jo@hire.lever.co", ""),
        ("jo@e.linkedin.com", ""),
        ("jo@co.uk", ""),
        ("jo", ""),
    ],
)
def test_company(address: str, of: str) -> None:
    assert company(address) == of


def test_people_with_several_addresses() -> None:
    people = People([("jo@acme.example", "Jo.Park+jobs@smallfirm.example")])
    both = ("jo@acme.example", "jo.park@smallfirm.example")
    assert people.keys("JO+9@acme.example") == people.keys("jo.park@smallfirm.example") == both
    assert people.keys("kim@acme.example") == ("kim@acme.example",)


RULES = RecruiterRules(
    domains=("acme.example",),
    agencies=("placement.example",),
    people=(OnePerson(addresses=("jo@acme.example", "jo@home.example")),),
)


@pytest.mark.parametrize(
    ("address", "party"),
    [
        ("Kim@acme.example", Party("kim@acme.example", ("kim@acme.example",), "acme.example")),
        ("lee@placement.example", Party("lee@placement.example", ("lee@placement.example",), "", agency=True)),
        ("jo@home.example", Party("jo@home.example", ("jo@acme.example", "jo@home.example"), "home.example")),
        ("max@big.example", Party("max@big.example", ("max@big.example",), "big.example", offered=True)),
    ],
)
def test_whose_contacts_count(address: str, party: Party) -> None:
    assert Recruiters(RULES, offers=["big.example"]).party(address) == party


def test_who_is_named_with_several_addresses_is_a_recruiter() -> None:
    assert Recruiters(RULES).covers("jo@home.example")
    assert not Recruiters(RULES).covers("kim@home.example")


def test_who_hired_is_nobodys_recruiter() -> None:
    hired = Recruiters(RULES, added=["kim@acme.example"], hired=["acme.example"])
    assert not hired.covers("kim@acme.example")
    assert "hired you" in hired.why("kim@acme.example")
