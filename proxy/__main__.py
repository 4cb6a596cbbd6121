"""`python -m proxy` and the console script `tactful`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line and exits with its status."""
    if __name__ == "__mp_main__":  # pragma: no cover - a worker started by spawn imports its parent's main module
        return
    from proxy.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
