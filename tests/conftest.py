"""Shared by all tests. Real programs are asked for with `tests.servers.need.need`."""

from __future__ import annotations
