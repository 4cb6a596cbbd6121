"""The people of the demo, all invented. Their domains end in .example, which nobody can own (RFC 2606, section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name and a mail address."""

    name: str
    address: str

    @property
    def header(self) -> Address:
        """As it stands in a message's header."""
        return Address(self.name, addr_spec=self.address)


SAM = Person("Sam Rivera", "sam.rivera@home.example")
"""Whose mail it is, and who looks for a job."""

JO = Person("Jo Park", "jo.park@brightwater.example")
PRIYA = Person("Priya Nair", "priya.nair@larkspur.example")
TOM = Person("Tom Ekholm", "tom.ekholm@fernandalder.example")
MARTHA = Person("Martha Bell", "martha.bell@quayside.example")
OWEN = Person("Owen Hughes", "owen.hughes@slatehill.example")
LENA = Person("Lena Fischer", "lena.fischer@copperleaf.example")
DANIEL = Person("Daniel Osei", "daniel.osei@harbourlight.example")
GRACE = Person("Grace Miller", "grace.miller@willowbank.example")
HANNAH = Person("Hannah Stone", "hannah.stone@tidemark.example")
VICTOR = Person("Victor Lane", "victor.lane@stonebridge.example")
INES = Person("Inês Duarte", "ines.duarte@azulejo.example")
ROBIN = Person("Robin Okafor", "robin@friends.example")
"""A friend, and nobody's recruiter."""

RECRUITERS = (JO, PRIYA, TOM, MARTHA, OWEN, LENA, DANIEL, GRACE, HANNAH, VICTOR, INES)

DOMAINS = tuple(person.address.partition("@")[2] for person in RECRUITERS)
"""What the demo's configuration names under [recruiters] domains."""
