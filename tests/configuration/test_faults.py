"""What can be wrong: each alone, with its key and remedy, and everything at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proxy.errors import ConfigError
from tests.configuration.material import ACCOUNT, Load, faults, only_fault

WRONG = [
    # sections and keys
    ("accuonts = 1", "accuonts", "Did you mean accounts?"),
    ('[recruters]\ndomains = ["acme.example"]', "recruters", "Did you mean recruiters?"),
    ('[recruiters]\ndomain = ["acme.example"]', "recruiters.domain", "Did you mean domains?"),
    ('[recruiters]\nexceptions = ["jo@acme.example"]', "recruiters.exceptions", "except"),
    ('path = "x"', "path", "take the line out|Take this line out|Did you mean"),
    ('[hold]\nkeep = "90 days"', "hold.keep", r"belongs into \[store\]"),
    ('[frequency]\nquiet = "sat"', "frequency.quiet", "Write hours and days"),
    ('[frequency]\nquiet = ["22:00"]', "frequency.quiet", "Write hours and days"),
    ('[frequency]\nquiet = ["25:00-07:00"]', "frequency.quiet", "Write a time of day"),
    ('[frequency]\nquiet = ["07:00-07:00"]', "frequency.quiet", "Write hours and days"),
    ("[[recruiters.people]]\naddresses = []", "recruiters.people[1].addresses", "Write at least one"),
    (
        '[[recruiters.people]]\naddresses = ["jo@acme.example", "SAM@example.org"]',
        "recruiters.people[1].addresses[2]",
        "your own address",
    ),
    ("[frequency]\ncompany = { turns = 3, witin = '2 days' }", "frequency.company.witin", "Did you mean within?"),
    ("[hold]\nmode = 1", "hold.mode", '"accept" or "reject"'),
    ('[hold]\nmode = "rejct"', "hold.mode", 'Did you mean "reject"?'),
    ('[hold]\nrenew_date = "yes"', "hold.renew_date", "true or false"),
    ("[hold]\nfolder = 7", "hold.folder", "in quotes"),
    ('[hold]\nfolder = "a\\nb"', "hold.folder", "line ends"),
    ("hold = 3", "hold", "heading"),
    # times
    ("[frequency]\ngaps = [4]", "frequency.gaps[1]", "a number and a unit"),
    ('[frequency]\ngaps = "4 hours"', "frequency.gaps", "list in square brackets"),
    ('[frequency]\ngaps = ["4 hours", "0 days"]', "frequency.gaps[2]", "longer than nothing"),
    ('[frequency]\ngaps = ["-4 hours"]', "frequency.gaps[1]", "a number and a unit"),
    ('[frequency]\ngaps = ["2 months"]', "frequency.gaps[1]", "days or weeks"),
    ('[frequency]\ngaps = ["400 days"]', "frequency.gaps[1]", "180 days"),
    ("[frequency]\ncompany = { turns = 0 }", "frequency.company.turns", "at least 1"),
    ("[frequency]\ncompany = { turns = 2.5 }", "frequency.company.turns", "whole number"),
    ("[frequency]\ncompany = { turns = true }", "frequency.company.turns", "whole number"),
    ('[frequency]\nurgent = "note"', "frequency.urgent", '"forward" or "hold"'),
    ('[history]\npoll = "soon"', "history.poll", "a number and a unit"),
    ('[history]\nmax_age = "1 minute"', "history.max_age", "not be shorter than poll"),
    ('[history]\npoll = "2 days"', "history.poll", "not be shorter than poll"),
    ('[digest]\nat = ["24:00"]', "digest.at[1]", "23:59"),
    ('[digest]\nat = ["8 o\'clock"]', "digest.at[1]", "23:59"),
    ("[digest]\nat = [8]", "digest.at[1]", "23:59"),
    ('[digest]\nnotify = ["deskop"]', "digest.notify[1]", 'Did you mean "desktop"?'),
    ('[thanks]\nremind = "tomorrow"', "thanks.remind", "a number and a unit"),
    ("[thanks]\nremind = 20", "thanks.remind", "in quotes"),
    ("[thanks]\nremind = false", "thanks.remind", "in quotes"),
    ('[thanks]\ndraft = "yes"', "thanks.draft", "true or false"),
    ('[store]\nkeep = "1 hour"', "store.keep", "1 day"),
    ('[store]\nurl = "mysql://localhost/x"', "store.url", "postgresql"),
    ('[store]\nurl = "/home/sam/mail.db"', "store.url", "sqlite"),
    ('[store]\nurl = "postgresql://[sam"', "store.url", "postgresql"),
    # checks
    ('[checks]\nsocial-medai = "off"', "checks.social-medai", "Did you mean social-media?"),
    ('[checks]\nsocial_media = "off"', "checks.social_media", "Did you mean social-media?"),
    ('[checks]\nfun = "off"', "checks.fun", "The checks are: frequency, "),
    ('[checks]\n"sloppiness.redability" = "off"', 'checks."sloppiness.redability"', "mean sloppiness.readability?"),
    ('[checks]\nsloppiness.readability = "off"', "checks.sloppiness", 'quotes: "sloppiness.readability"'),
    ('[checks]\nthanks = "hlod"', "checks.thanks", 'Did you mean "hold"?'),
    ("[checks]\nthanks = false", "checks.thanks", '"off"'),
    ("[checks]\nthanks = []", "checks.thanks", '"off"'),
    ('[checks]\nlevels = "off"', "checks.levels", "no such check"),
    ('[checks]\nwords = "Kubernetes"', "checks.words", "list in square brackets"),
    ('[checks]\nwords = ["two words"]', "checks.words[1]", "single words"),
    ("checks = 1", "checks", "heading"),
    # recruiters
    ('[recruiters]\ndomains = ["gmail.com"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\ndomains = ["Yahoo.CO.UK"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\ndomains = ["*.gmx.net"]', "recruiters.domains[1]", "friends and family"),
    ('[recruiters]\nagencies = ["web.de"]', "recruiters.agencies[1]", "friends and family"),
    ('[recruiters]\ndomains = ["co.uk"]', "recruiters.domains[1]", "company's own"),
    ('[recruiters]\ndomains = ["acme"]', "recruiters.domains[1]", "period"),
    ('[recruiters]\ndomains = ["*"]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\ndomains = [""]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\ndomains = ["jo@acme.example"]', "recruiters.domains[1]", '"acme.example"'),
    ('[recruiters]\ndomains = ["https://acme.example/jobs"]', "recruiters.domains[1]", "after the @"),
    ('[recruiters]\ndomains = ["acme .example"]', "recruiters.domains[1]", "Write a domain"),
    ('[recruiters]\naddresses = ["acme.example"]', "recruiters.addresses[1]", "put it into domains"),
    ('[recruiters]\naddresses = ["jo@"]', "recruiters.addresses[1]", "one mail address"),
    ('[recruiters]\naddresses = ["jo@acme..example"]', "recruiters.addresses[1]", "one mail address"),
    ('[recruiters]\naddresses = ["Sam@Example.org"]', "recruiters.addresses[1]", "your own address"),
    (
        '[recruiters]\naddresses = ["jo@acme.example"]\nexcept = ["JO@acme.example"]',
        "recruiters.addresses[1]",
        r"recruiters.except\[1\]",
    ),
    (
        '[recruiters]\ndomains = ["hr.acme.example"]\nexcept = ["acme.example"]',
        "recruiters.domains[1]",
        "exceptions win",
    ),
    ('[recruiters]\napplicant_tracking = "no"', "recruiters.applicant_tracking", "true or false"),
    # listening
    ("[listen]\nsmtp = []", "listen.smtp", "at least one"),
    ('[listen]\nsmtp = "127.0.0.1:2525"', "listen.smtp", "list in square brackets"),
    ('[listen]\nsmtp = ["2525"]', "listen.smtp[1].at", '"127.0.0.1:2525"'),
    ('[listen]\nsmtp = ["::1:2525"]', "listen.smtp[1].at", r'"\[::1\]:2525"'),
    ('[listen]\nsmtp = ["127.0.0.1:99999"]', "listen.smtp[1].at", "65535"),
    ('[listen]\nsmtp = ["mail.example:25"]', "listen.smtp[1].at", "in numbers"),
    ('[listen]\nsmtp = [{ tls = "implicit" }]', "listen.smtp[1].at", "Write the address"),
    ('[listen]\nsmtp = [{ at = "127.0.0.1:1", tsl = "implicit" }]', "listen.smtp[1].tsl", "Did you mean tls?"),
    ('[listen]\nsmtp = ["0.0.0.0:2525"]', "listen.smtp[1]", "Others can reach"),
    ('[listen]\nsmtp = ["192.0.2.7:2525"]', "listen.smtp[1]", "Others can reach"),
    ('[listen]\nsmtp = [{ at = "127.0.0.1:2465", tls = "implicit" }]', "listen.smtp[1]", "needs a certificate"),
    ('[listen]\nsmtp = ["127.0.0.1:2525", "127.0.0.1:2525"]', "listen.smtp[2]", "listens there already"),
    ('[listen]\nweb = "127.0.0.1:2525"', "listen.web", "listens there already"),
    ('[listen]\nweb = "0.0.0.0:2580"', "listen.web", "this machine only"),
    ("[listen]\nweb = 2580", "listen.web", "in quotes"),
    ('[listen]\ntls = { certificate = "chain.pem" }', "listen.tls.key", "private key"),
    ('[listen]\ntls = { certificate = "", key = "key.pem" }', "listen.tls.certificate", "whole name"),
]


@pytest.mark.parametrize(("text", "key", "remedy"), WRONG)
def test_one_fault_and_its_remedy(load: Load, text: str, key: str, remedy: str) -> None:
    fault = only_fault(load, f"{text}\n{ACCOUNT}")
    assert fault.key == key
    assert re.search(remedy, fault.remedy), fault.remedy


def test_everything_is_reported_at_once_in_the_order_of_the_file(load: Load) -> None:
    found = faults(
        load,
        """
        [digest]
        at = ["25:00"]
        [[accounts]]
        address = "sam"
        smtp = { host = "127.0.0.1", port = 2525 }
        password = { keyring = true }
        [listen]
        smtp = ["0.0.0.0:2525", "nowhere"]
        tls = { certificate = "missing.pem", key = "missing.pem" }
        [checks]
        thanks = "never"
        [[accounts]]
        address = "Sam"
        smtp = { host = "smtp.example.org", security = "none" }
        password = "hunter2"
        [recruiters]
        domains = ["gmail.com"]
        addresses = ["jo@acme.example"]
        except = ["jo@acme.example"]
        """,
    )
    assert [fault.key for fault in found] == [
        "digest.at[1]",
        "accounts[1].address",
        "accounts[2].address",
        "accounts[2].smtp.security",
        "accounts[2].password",
        "accounts[1].smtp",
        "accounts[2].address",
        "listen.smtp[2].at",
        "listen.tls.certificate",
        "listen.tls.key",
        "checks.thanks",
        "recruiters.domains[1]",
        "recruiters.addresses[1]",
    ]
    assert [fault.value for fault in found[:3]] == ['"25:00"', '"sam"', '"Sam"']


def test_the_report_reads_well(load: Load, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(ACCOUNT + '[hold]\nmode = "rejct"\nkeep = "90 days"')
    assert str(caught.value) == (
        f"The configuration {tmp_path / 'config.toml'} can't be used. 2 things must be mended:\n"
        '  hold.mode = "rejct"\n'
        '      Write "accept" or "reject". Did you mean "reject"?\n'
        '  hold.keep = "90 days"\n'
        "      This key belongs into [store]."
    )
