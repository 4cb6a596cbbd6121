"""Is this address a recruiter's, an agency's? Domains, addresses, exceptions, applicant-tracking systems. Pure."""

from __future__ import annotations

from proxy.addresses import normalise

__all__ = ["normalise"]
