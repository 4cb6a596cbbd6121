"""Small corpora for the tests of training: rows in GUIDE.md's format, written to files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def line(name: str, body: str, labels: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """A row with this id: from Jo to Sam, with a subject and no attachment, unless said otherwise."""
    return {
        "id": name,
        "from_name": "Jo Marsh",
        "from_addr": "jo.marsh@mail.example",
        "to_name": "Sam Field",
        "to_addr": "sam.field@orchard.example",
        "subject": "Warehouse role",
        "body": body,
        "attachments": [],
        "reply": False,
        "labels": list(labels),
        "note": "",
        **more,
    }


def write(path: Path, *rows: dict[str, Any]) -> Path:
    """Writes rows as a corpus file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path
