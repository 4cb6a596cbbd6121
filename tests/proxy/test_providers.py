"""What is known of mail providers: facts that agree with each other."""

from __future__ import annotations

import pytest

from proxy import addresses, providers

KNOWN = providers.load()


@pytest.mark.parametrize(
    ("domain", "free"),
    [
        ("gmail.com", True),
        ("GMAIL.COM", True),
        ("yahoo.com", True),
        ("yahoo.co.uk", True),
        ("yahoo.com.br", True),
        ("gmx.net", True),
        ("gmx.de", True),
        ("web.de", True),
        ("icloud.com", True),
        ("proton.me", True),
        ("qq.com", True),
        ("mail.ru", True),
        ("orange.fr", True),
        ("outlook.com", True),
        ("hotmail.co.uk", True),
        ("live.com", True),
        ("t-online.de", True),
        ("acme.example", False),
        ("yahoo", False),
        ("yahoo.acme.com", False),
        ("notyahoo.com", False),
        ("careers.yahoo.com", False),
        ("google.com", False),
        ("", False),
    ],
)
def test_free_mail(domain: str, free: bool) -> None:
    assert KNOWN.is_free_mail(domain) is free


@pytest.mark.parametrize(
    ("domain", "system"),
    [
        ("us.greenhouse-mail.io", "greenhouse-mail.io"),
        ("greenhouse.io", "greenhouse.io"),
        ("hire.lever.co", "lever.co"),
        ("myworkday.com", "myworkday.com"),
        ("MyWorkdayJobs.com", "myworkdayjobs.com"),
        ("smartrecruiters.com", "smartrecruiters.com"),
        ("ashbyhq.com", "ashbyhq.com"),
        ("talent.icims.com", "icims.com"),
        ("acme.taleo.net", "taleo.net"),
        ("acme.bamboohr.com", "bamboohr.com"),
        ("m.personio.de", "personio.de"),
        ("candidates.workablemail.com", "workablemail.com"),
        ("acme.breezy.hr", "breezy.hr"),
        ("applytojob.com", "applytojob.com"),
        ("clever.co", None),
        ("acme.example", None),
    ],
)
def test_applicant_tracking_systems(domain: str, system: str | None) -> None:
    assert KNOWN.applicant_tracking_system(domain) == system
    assert KNOWN.is_applicant_tracking(domain) is (system is not None)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sam@gmail.com", "Gmail"),
        ("sam@GoogleMail.com", "Gmail"),
        ("sam@outlook.fr", "Outlook.com and Hotmail"),
        ("sam@yahoo.co.uk", "Yahoo Mail"),
        ("sam@gmx.net", "GMX"),
        ("sam@gmx.de", "GMX"),
        ("sam@gmx.co.uk", "GMX (international)"),
        ("sam@me.com", "iCloud Mail"),
        ("sam@example.org", None),
        ("sam", None),
    ],
)
def test_whose_address(address: str, name: str | None) -> None:
    provider = KNOWN.of_address(address)
    assert (provider and provider.name) == name


@pytest.mark.parametrize(
    ("host", "files"),
    [
        ("smtp.gmail.com", True),
        ("SMTP.GMAIL.COM.", True),
        ("smtp.office365.com", False),
        ("smtp.mail.me.com", False),
        ("smtp.example.org", False),
        ("127.0.0.1", False),
    ],
)
def test_who_files_sent_mail_by_itself(host: str, files: bool) -> None:
    assert KNOWN.files_sent(host) is files


@pytest.mark.parametrize("provider", KNOWN.providers, ids=lambda provider: provider.name)
def test_a_provider_says_what_a_person_needs(provider: providers.Provider) -> None:
    assert provider.login == "password" or provider.help
    assert not provider.help or provider.help.endswith(".")
    assert provider.smtp.security != "none"
    assert provider.imap.security != "none"
    for domain in provider.domains:
        one = domain.replace(".*", ".com")
        assert KNOWN.is_free_mail(one) or one == "onmicrosoft.com"
        found = KNOWN.of_address(f"sam@{one}")
        assert found == provider or domain.endswith(".*")


def test_lists_hold_each_domain_once_in_its_one_form() -> None:
    for domains in (KNOWN.free_mail, KNOWN.applicant_tracking, [d for p in KNOWN.providers for d in p.domains]):
        shared = {domain for domain in domains if list(domains).count(domain) > 1}
        assert shared == set()
    for domain in (*KNOWN.free_mail, *KNOWN.applicant_tracking):
        plain = domain.replace(".*", ".com")
        assert addresses.normalise_domain(plain) == plain
        assert not addresses.problem_of_domain(plain)
    assert not any(KNOWN.is_applicant_tracking(domain.replace(".*", ".com")) for domain in KNOWN.free_mail)
