"""Every setting is documented, and nothing is documented that does not exist."""

import re
from pathlib import Path

from bot.config import Settings
from bot.organisation import CatalogueEntry, Organisation
from dialogs.content.tool_categories import CATEGORIES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ORGANISATION = (ROOT / "docs" / "organisation-file.md").read_text(encoding="utf-8")


def test_the_readme_lists_the_variables_that_are_read() -> None:
    listed = set(re.findall(r"^\| `(PLANFIRST_\w+)` \|", README, re.MULTILINE))
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    assert listed == set(re.findall(r'"(PLANFIRST_\w+)"', source))


def test_the_readme_tells_the_defaults() -> None:
    default = Settings(database_url="")
    assert f"| `PLANFIRST_HOST` | `{default.host}` |" in README
    assert f"| `PLANFIRST_PORT` | `{default.port}` |" in README


def test_the_organisation_page_explains_every_field() -> None:
    explained = {name for row in re.findall(r"^\| (`.+?`) \|", ORGANISATION, re.MULTILINE) for name in row.split("`")}
    assert (Organisation.model_fields.keys() | CatalogueEntry.model_fields.keys()) - explained == {"name", "category"}


def test_the_organisation_page_lists_the_categories() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (\w+) \|$", ORGANISATION, re.MULTILINE)
    assert rows == [(name, c.en, c.fr, c.scope) for name, c in CATEGORIES.items()]
