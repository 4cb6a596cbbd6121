"""`tactful demo`: everything on this machine, to look at it."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

from proxy.cli.builder import builder_of
from proxy.cli.output import Output


def options(parser: ArgumentParser) -> None:
    """Options of `demo`."""
    parser.add_argument("--once", action="store_true", help="ends after the table")
    parser.add_argument("--picture", metavar="FILE", type=Path, help=SUPPRESS)  # for docs/demo.svg


def demo(arguments: Namespace, output: Output) -> int:
    """Shows tactful at work. 1 where a message became something else than it should."""
    return builder_of(arguments).demo(output, arguments.once, arguments.picture)
