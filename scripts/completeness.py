"""What content must exist: every text and list in both languages, and whatever the tables refer to."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, Final

from dialogs import content
from dialogs.coach.patterns import PATTERNS
from dialogs.coach.questions import BY_SLOT, FIXABLE
from dialogs.coach.verdict import decide
from dialogs.content import archetypes_en, archetypes_fr
from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.messages_fr_tu import MESSAGES as FR_TU
from dialogs.content.script import SCRIPT
from dialogs.content.tool_categories import BY_BLOCKER, CATEGORIES
from dialogs.content.verdict_table import ASK_ORDER, ATTRIBUTES, HUMAN_BLOCKERS, RULES
from scripts.wording import placeholders

KINDS: Final = frozenset(
    {
        "say", "ask", "probe", "why", "control", "card", "button", "verdict", "reason", "checkin", "review", "label",
        "command",
    }
)  # fmt: skip
MECHANISMS: Final = 3  # ways without a tool that an archetype offers when somebody is stuck

# A list of one language only, because the other one does not build its sentences that way.
ONE_LANGUAGE: Final = frozenset({"PURPOSE", "FOLLOWERS", "NOT_IN_PHRASE", "name_like_verb"})


def messages() -> Iterator[str]:
    """The same keys in the script and in both languages, with the same placeholders."""
    for name, texts in (("en", EN), ("fr", FR)):
        yield from (f"{name} {key}: not in the script" for key in texts.keys() - SCRIPT.keys())
        yield from (f"{name} {key}: no text" for key in SCRIPT if not texts.get(key))
    yield from (f"fr tu {key}: no such message" for key in FR_TU.keys() - FR.keys())
    for key in EN.keys() & FR.keys():
        said = {placeholders(texts[key]) for texts in (EN, FR, FR_TU) if key in texts}
        if len(said) > 1:
            yield f"{key}: not the same placeholders in every wording"


def script() -> Iterator[str]:
    """Kinds and slots are known, a chip is a button, a question has a slot."""
    known = BY_SLOT.keys() | {f"step.{name}" for name in ASK_ORDER}
    for key, line in SCRIPT.items():
        if line.kind not in KINDS:
            yield f"{key}: kind {line.kind!r} is unknown"
        if line.slot is not None and line.slot not in known:
            yield f"{key}: slot {line.slot!r} is unknown"
        if (line.kind == "ask") != (line.slot is not None):
            yield f"{key}: a question fills a slot, and only a question does"
        for chip in line.chips:
            if chip not in SCRIPT or SCRIPT[chip].kind != "button":
                yield f"{key}: chip {chip!r} is no button"


def questions() -> Iterator[str]:
    """Every question can be explained, put in simpler words, shown by an example, named and corrected."""
    wanted = {f"{part}.{slot}" for slot in BY_SLOT for part in ("label", "simple", "example")}
    wanted |= {question.key for question in BY_SLOT.values()} | {question.why for question in BY_SLOT.values()}
    wanted |= {f"fix.{slot}" for slot in FIXABLE} | {f"simple.step.{name}" for name in ASK_ORDER}
    yield from (f"{key}: missing" for key in sorted(wanted - SCRIPT.keys()))
    used = {question.why for question in BY_SLOT.values()} | {"why.step"}
    for key, line in SCRIPT.items():
        if line.kind == "why" and key not in used:
            yield f"{key}: explains no question"


def probes() -> Iterator[str]:
    """One probe for each pattern of weak answers, and no other."""
    patterns = {f"probe.{pattern.id}" for pattern in PATTERNS}
    written = {key for key, line in SCRIPT.items() if line.kind == "probe"}
    yield from (f"{key}: a pattern without probe, or a probe without pattern" for key in patterns ^ written)


def verdicts() -> Iterator[str]:
    """A reason for every rule, a label for every blocker, a question for every attribute that is asked."""
    reasons = {decide({"blocker": blocker}).reason for blocker in HUMAN_BLOCKERS}
    reasons |= {f"reason.{rule.name.rstrip('ab')}" for rule in RULES if rule.name != "R1"}
    written = {key for key, line in SCRIPT.items() if line.kind == "reason"}
    yield from (f"{key}: a rule without reason, or a reason without rule" for key in reasons ^ written)
    wanted = {f"blk.{blocker}" for blocker in ATTRIBUTES["blocker"]}
    wanted |= {f"q.step.{name}" for name in ASK_ORDER}
    wanted |= {f"word.verdict.{kind}" for kind in ("no_tool", "unblock", "radical", "pending")}
    yield from (f"{key}: missing" for key in sorted(wanted - SCRIPT.keys()))


def categories() -> Iterator[str]:
    """A kind of tool has a name in both languages, and a choice names kinds that exist."""
    for key, category in CATEGORIES.items():
        if not (category.en and category.fr):
            yield f"category {key}: a name is missing"
    for blocker, choices in BY_BLOCKER.items():
        for name in {name for choice in choices for name in choice.categories} - CATEGORIES.keys():
            yield f"choice for {blocker}: no category {name!r}"


def archetypes() -> Iterator[str]:
    """The same matters in both languages, each with words, probes, objectives and ways without a tool."""
    one, other = archetypes_en.ARCHETYPES, archetypes_fr.ARCHETYPES
    yield from (f"archetype {name}: in one language only" for name in one.keys() ^ other.keys())
    for lang, texts in (("en", one), ("fr", other)):
        for name, archetype in texts.items():
            empty = [part for part, value in archetype._asdict().items() if not value and part != "words"]
            yield from (f"{lang} archetype {name}: no {part}" for part in empty)
            if not archetype.words and name != "other":
                yield f"{lang} archetype {name}: no words to recognise it"
            if len(archetype.mechanisms) < MECHANISMS:
                yield f"{lang} archetype {name}: {len(archetype.mechanisms)} mechanisms"


def word_lists() -> Iterator[str]:
    """Each module of one language has its twin: the same lists under the same names, and patterns that compile."""
    modules = {name for _, name, _ in pkgutil.iter_modules(content.__path__)}
    for name in sorted(modules):
        if name.endswith(("_en", "_fr")):
            stem = name[:-3]
            if {f"{stem}_en", f"{stem}_fr"} <= modules:
                yield from _unlike(stem, name)
            else:
                yield f"{name}: no twin in the other language"


def _unlike(stem: str, name: str) -> Iterator[str]:
    mine = _lists(importlib.import_module(f"{content.__name__}.{name}"))
    twin = f"{stem}_{'fr' if name.endswith('_en') else 'en'}"
    theirs = _lists(importlib.import_module(f"{content.__name__}.{twin}"))
    for missing in sorted(theirs.keys() - mine.keys()):
        if not ONE_LANGUAGE & set(missing.split(".")):
            yield f"{name}: no {missing}, which {twin} has"


def _lists(module: ModuleType) -> dict[str, Any]:
    """Every list by its name; a table of lists gives `TABLE.row` for each row."""
    found: dict[str, Any] = {}
    for name, value in vars(module).items():
        if name.isupper() and not name.startswith("_"):
            found[name] = value
            if isinstance(value, Mapping) and not name.startswith(("ALSO_", "MESSAGES")):
                found |= {f"{name}.{row}": words for row, words in value.items()}
    return found


def patterns_compile() -> Iterator[str]:
    """The rows of a lexicon are regular expressions."""
    for _, name, _ in pkgutil.iter_modules(content.__path__):
        lexicon = getattr(importlib.import_module(f"{content.__name__}.{name}"), "LEXICON", {})
        for row, expressions in lexicon.items():
            for expression in expressions:
                try:
                    re.compile(expression)
                except re.error as error:
                    yield f"{name}.{row}: {expression!r}: {error}"


CHECKS: Final = (
    messages, script, questions, probes, verdicts, categories, archetypes, word_lists, patterns_compile,
)  # fmt: skip
