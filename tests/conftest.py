"""Shared by all tests. Real programs are asked for with `tests.servers.need.need`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# How fast this machine is today proves nothing.
settings.register_profile("tactful", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tactful")
