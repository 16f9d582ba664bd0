"""Writes docs/dialogs.md from the tables that the coach runs on: `make docs`. A test compares the two."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Final, get_args

from dialogs.coach.patterns import PATTERNS
from dialogs.coach.questions import CLOSING_QUESTIONS, PLAN_QUESTIONS, Question
from dialogs.coach.talk import MAX_PROBES
from dialogs.coach.verdict import decide
from dialogs.content import intents_en, intents_fr
from dialogs.content.catalog import text_of
from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.script import SCRIPT
from dialogs.content.verdict_table import ASK_ORDER, ATTRIBUTES, DEFAULTS, HUMAN_BLOCKERS, IMPLIED, RULES, Values
from dialogs.conversation import SlotState, Status
from dialogs.interception import manners
from dialogs.lang import LANGS
from dialogs.life.states import TRANSITIONS, diagram
from dialogs.plan import PlanState
from dialogs.reading.intent_words import IntentName

PAGE: Final = Path(__file__).parents[1] / "docs" / "dialogs.md"
WORDS_SHOWN: Final = 5  # of each wish; the others are in dialogs/content/intents_*.py

# Wishes that no list of phrases tells, but their wording.
TOLD_BY_WORDING: Final[Mapping[str, Sequence[str]]] = {
    "insist": ("just tell me which tool", "donnez-moi juste l'outil"),
}

_STATUS: Final[Mapping[Status, str]] = {
    "idle": "nothing is under way",
    "offered": "the private offer is made and not answered",
    "talking": "a question is open",
    "paused": "the person asked for a pause; any word goes on",
    "stopped": "the person stopped; notes are kept or deleted, as they say",
    "closed": "the plan is saved and the last question is answered",
}
_SLOT: Final[Mapping[SlotState, str]] = {
    "empty": "not asked yet, or to be asked again after a correction",
    "given": "answered",
    "open": "skipped, unknown or accepted although it says little; the plan lists it",
    "to_check": "answered with an estimate, or by who would know",
}


def page() -> str:
    """The whole page."""
    parts = (
        _head(),
        _section("The offer", _offer()),
        _section("The questions, in order", _questions(PLAN_QUESTIONS)),
        _section("Tools: one look per step", _step_questions()),
        _section("The end", _questions(CLOSING_QUESTIONS)),
        _section("Weak answers", _patterns()),
        _section("The tool verdict", _verdict()),
        _section("What a person can say at any point", _wishes()),
        _section("States", _states()),
        _section("The life of a plan", _life()),
    )
    return "\n".join(parts)


def _head() -> str:
    return (
        "# What the coach says and how it decides\n\n"
        "Made by `make docs` from `dialogs/content/`, `dialogs/coach/` and `dialogs/life/`; do not edit. Not shown "
        "here: buttons, the texts of reviews and check-ins; see `dialogs/content/messages_en.py` and "
        "`messages_fr.py`.\n"
    )


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"## {title}", "", *lines, ""))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def _both(key: str) -> tuple[str, str]:
    return text_of(key, "en"), text_of(key, "fr")


def _offer() -> Iterator[str]:
    yield (
        f"In private, once per thread, at most once per person in {_days(manners.BETWEEN_OFFERS)} "
        f"({_days(manners.AFTER_A_NO)} after a no, {_days(manners.AFTER_TWO_NOS)} after two or after “not what I "
        "meant”, never again on request, in one channel or in all), "
        f"{manners.A_DAY_IN_A_CHANNEL} a day in a channel, {manners.A_COMPANY_AN_HOUR} an hour in a company, between "
        f"{' and '.join(map(_hour, manners.HOURS))} of the person's day unless they chose other hours, within "
        f"{manners.FRESH.seconds // 60} minutes of the message, never where other companies read along, and not when "
        "an open plan names the same tool."
    )
    yield ""
    yield from _table(("Message", "English", "French"), (_row(key) for key in SCRIPT if key.startswith("intercept.")))


def _row(key: str) -> tuple[str, str, str]:
    return (f"`{key}`", *_both(key))


def _questions(questions: Sequence[Question]) -> Iterator[str]:
    rows = (
        (
            f"`{q.slot}`",
            *(f"{text} {_buttons(q.key)[lang]}".strip() for lang, text in enumerate(_both(q.key))),
            EN[q.why],
        )
        for q in questions
    )
    yield from _table(("Slot", "English", "French", "Why it is asked"), rows)


def _buttons(key: str) -> tuple[str, str]:
    chips = SCRIPT[key].chips
    english, french = (" · ".join(f"[{texts[chip]}]" for chip in chips) for texts in (EN, FR))
    return english, french


def _step_questions() -> Iterator[str]:
    yield "Asked in this order, and only while the answer can still change the verdict of the step."
    yield ""
    keys = [f"q.step.{name}" for name in ASK_ORDER]
    keys.insert(1, "q.step.human")
    rows = ((f"`{key}`", *(f"{t} {_buttons(key)[i]}" for i, t in enumerate(_both(key)))) for key in keys)
    yield from _table(("Question", "English", "French"), rows)


def _patterns() -> Iterator[str]:
    yield (
        f"The first pattern that fits gives one probe; at most {MAX_PROBES} a question, never the same twice. Then the "
        "answer is kept as it is and listed as an open point. The order is the order of probing."
    )
    yield ""
    rows = ((f"`{p.id}`", ", ".join(p.slots), *_both(f"probe.{p.id}")) for p in PATTERNS)
    yield from _table(("Pattern", "Looked for in", "Probe, English", "Probe, French"), rows)


def _verdict() -> Iterator[str]:
    yield "The first rule that holds decides. What is not known takes its default."
    yield ""
    yield from _table(
        ("Rule", "When", "Verdict", "Reason"),
        ((rule.name, _when(rule.when, rule.any_of), rule.kind, _reason(rule.name)) for rule in RULES),
    )
    yield ""
    yield "A blocker that nobody named but that the rest implies; it is put to the person as a question:"
    yield ""
    yield from _table(("Row", "Blocker", "When"), ((row.name, row.blocker, _when(row.when, {})) for row in IMPLIED))
    yield ""
    rows = ((name, ", ".join(values), DEFAULTS[name]) for name, values in ATTRIBUTES.items())
    yield from _table(("Attribute", "Values", "Default"), rows)


def _when(when: Mapping[str, Values], any_of: Mapping[str, Values]) -> str:
    all_of = " and ".join(_condition(name, values) for name, values in when.items())
    either = " or ".join(_condition(name, values) for name, values in any_of.items())
    return f"{all_of} and ({either})" if either else all_of or "otherwise"


def _condition(name: str, values: Values) -> str:
    if values == HUMAN_BLOCKERS:
        return "blocker is human"
    if values == frozenset(ATTRIBUTES["blocker"]) - HUMAN_BLOCKERS - {"none"}:
        return "blocker is one a tool can touch"
    known = [value for value in ATTRIBUTES[name] if value in values]
    return f"{name} {'=' if len(known) == 1 else 'in'} {', '.join(known)}"


def _reason(rule: str) -> str:
    if rule == "R1":
        return " / ".join(EN[decide({"blocker": blocker}).reason] for blocker in sorted(HUMAN_BLOCKERS))
    return EN[f"reason.{rule.rstrip('ab')}"]


def _wishes() -> Iterator[str]:
    yield "As the whole message, or at its start when it has six words or fewer; in both languages in every talk."
    yield ""
    rows = ((name, *_phrases(name)) for name in get_args(IntentName))
    yield from _table(("Wish", "English, for instance", "French, for instance"), rows)


def _phrases(name: str) -> Sequence[str]:
    if name in TOLD_BY_WORDING:
        return TOLD_BY_WORDING[name]
    if name == "language":
        return tuple(
            ", ".join(said[lang][0] for lang in LANGS) for said in (intents_en.LANGUAGES, intents_fr.LANGUAGES)
        )
    return tuple(", ".join(said[name][:WORDS_SHOWN]) or "-" for said in (intents_en.COMMANDS, intents_fr.COMMANDS))


def _states() -> Iterator[str]:
    yield from _table(("Talk", "Meaning"), _STATUS.items())
    yield ""
    yield from _table(("Slot", "Meaning"), _SLOT.items())
    yield ""
    states = ((f"`{state}`", *_both(f"state.{state}")) for state in get_args(PlanState))
    yield from _table(("Plan", "English", "French"), states)


def _life() -> Iterator[str]:
    yield from ("```mermaid", diagram(), "```", "")
    rows = ((f"{way.start or '-'}", f"`{way.event}`", way.to, way.by, way.guard) for way in TRANSITIONS)
    yield from _table(("From", "Event", "To", "By", "Guard"), rows)


def _days(span: timedelta) -> str:
    return f"{span.days} days"


def _hour(at: time) -> str:
    return f"{at:%H:%M}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
