"""Checks everything the coach says and every table behind it: `python -m scripts.lint_content`.

Prints one line for each fault; the exit code is 1 if there is any.
"""

import sys
from collections.abc import Iterator

from dialogs.content import archetypes_en, archetypes_fr
from dialogs.content.archetype import Archetype
from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.messages_fr_tu import MESSAGES as FR_TU
from dialogs.content.script import SCRIPT
from dialogs.content.tool_categories import CATEGORIES
from dialogs.lang import Lang
from scripts.completeness import CHECKS
from scripts.wording import Text, faults_of


def texts() -> Iterator[Text]:
    """Everything that people read: messages, archetypes, names of tool categories."""
    yield from _messages("en", EN)
    yield from _messages("fr", FR)
    yield from _messages("fr", FR_TU)
    yield from _archetypes()
    for name, category in CATEGORIES.items():
        yield Text(f"category.{name}", "en", "label", category.en)
        yield Text(f"category.{name}", "fr", "label", category.fr)


def _messages(lang: Lang, messages: dict[str, str]) -> Iterator[Text]:
    for key, text in messages.items():
        if key in SCRIPT:
            yield Text(key, lang, SCRIPT[key].kind, text)


def _archetypes() -> Iterator[Text]:
    languages: tuple[tuple[Lang, dict[str, Archetype]], ...] = (
        ("en", archetypes_en.ARCHETYPES),
        ("fr", archetypes_fr.ARCHETYPES),
    )
    for lang, archetypes in languages:
        for name, archetype in archetypes.items():
            for probe in archetype.probes:
                yield Text(f"archetype.{name}", lang, "probe", probe)
            for text in (archetype.label, *archetype.objectives, *archetype.mechanisms):
                yield Text(f"example.{name}", lang, "label", text)


def faults() -> Iterator[str]:
    """Every fault of the content, in words."""
    for check in CHECKS:
        yield from check()
    for text in texts():
        yield from faults_of(text)


def main() -> int:
    """Print the faults; 1 if there are any, 0 otherwise."""
    found = list(faults())
    print("\n".join(found) or "content: no fault")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
