"""The app package: the zip that an administrator uploads to Teams. The same input gives the same bytes."""

import io
import json
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from adapters.teams.icons import colour, outline
from adapters.teams.manifest import COLOUR_ICON, FRENCH_FILE, OUTLINE_ICON, french, manifest

_NEVER: Final = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def package(app_id: str, public_url: str, version: str, *, targeted: bool = False) -> bytes:
    """The zip, for an app as `manifest` takes it."""
    made = io.BytesIO()
    with ZipFile(made, "w") as packed:
        for name, content in (
            ("manifest.json", _json(manifest(app_id, public_url, version, targeted=targeted))),
            (FRENCH_FILE, _json(french())),
            (COLOUR_ICON, colour()),
            (OUTLINE_ICON, outline()),
        ):
            packed.writestr(ZipInfo(name, _NEVER), content, ZIP_DEFLATED)
    return made.getvalue()


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
