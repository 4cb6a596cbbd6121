"""Until when a server's certificate is good, as a verified connection knows it."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime


def end_of_certificate(connection: ssl.SSLObject | ssl.SSLSocket | None) -> datetime | None:
    """The certificate's end (RFC 5280, section 4.1.2.5); None where it isn't known or there is no TLS."""
    proof = connection.getpeercert() if connection is not None else None
    ends = proof.get("notAfter") if proof else None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC) if isinstance(ends, str) else None
