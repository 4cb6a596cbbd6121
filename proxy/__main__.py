"""`python -m proxy` and the console script `tactful`.

Nothing is loaded before it is asked for: the worker's process, which `spawn` starts anew, comes through here as well,
and needs none of the proxy.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and exits with its status."""
    from proxy.assembly import BUILDER
    from proxy.cli.main import run

    sys.exit(run(sys.argv[1:], BUILDER))


if __name__ == "__main__":
    main()
