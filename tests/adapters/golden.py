"""Payloads as they were when somebody looked at them: any change to one shows up as a change to its file."""

import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "golden"


def is_golden(platform: str, name: str, payload: Any) -> None:
    """The payload is the one in the file. PLANFIRST_WRITE_GOLDEN=1 writes the files anew: look at the difference."""
    file = FOLDER / platform / f"{name}.json"
    written = json.dumps(payload, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("PLANFIRST_WRITE_GOLDEN") == "1":
        file.write_text(written, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == written
