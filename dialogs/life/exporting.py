"""A plan to take away: as one sheet to pass on, which is Markdown or a page, and as JSON for its owner.

The sheet is what others see, also for the owner: it is made to be handed around. The JSON holds all there is of the
plan; it is the owner's own copy.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import msgspec

from dialogs.coach.summary import labelled, plan_in_words, way_in_figures
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.life.checkins import progress_lines
from dialogs.life.history import Version, history
from dialogs.life.others import seen_by_others, title_for_others
from dialogs.life.record import Record
from dialogs.plan import Plan, Step
from dialogs.replies import Row
from dialogs.saying import day, spaced, with_label

FORMAT: Final = "planfirst.plan/1"

# What would be read as Markdown, or as HTML in it. Words never begin a line, so that "#" and "-" are only themselves.
_MARKED: Final = re.compile(r"([\\`*_\[\]<>|~&])")
# Of the life: who is reached how, and what is due, are ours; the people in it are named below.
_OURS: Final = frozenset({"owner", "reviewer", "followers", "timers", "asked_on", "delete_on", "started_on"})


class Sheet(NamedTuple):
    """One page: rows of the plan in full words, steps as (what, who, when), and lines of what became of it."""

    title: str
    facts: tuple[Row, ...]
    rows: tuple[Row, ...]
    steps: tuple[tuple[str, str, str], ...]
    progress: tuple[str, ...]
    history: tuple[str, ...]
    foot: str


def sheet(record: Record, versions: Sequence[Version], lang: Lang, today: date) -> Sheet:
    """The plan as others see it; `versions` are those whose changes are told. Labels are in `lang`."""
    seen = record._replace(plan=seen_by_others(record.plan))
    past = [version._replace(plan=seen_by_others(version.plan)) for version in versions]
    foot = text_of("export.foot", lang).format(number=record.ref.number, date=day(today, lang, today))
    return Sheet(
        title_for_others(seen, lang),
        tuple(_facts(seen, lang, today)),
        tuple(_rows(seen.plan, lang, today)),
        tuple(_step(step, lang, today) for step in seen.plan.steps),
        progress_lines(seen, lang, today),
        history(past, lang, today, familiar=False),
        spaced(foot, lang),
    )


def as_markdown(record: Record, versions: Sequence[Version], lang: Lang, today: date) -> str:
    """The sheet as Markdown (CommonMark); nothing in the owner's words is read as markup."""
    return "\n".join(_markdown(sheet(record, versions, lang, today), lang)) + "\n"


def as_json(record: Record, versions: Sequence[Version]) -> str:
    """All that there is of the plan, indented: its content, its life with people by their names, its versions."""
    life = msgspec.to_builtins(record.life)
    held: dict[str, Any] = {
        "format": FORMAT,
        "plan": msgspec.to_builtins(record.plan),
        "life": {name: value for name, value in life.items() if name not in _OURS} | _people(record),
        "versions": [
            {"version": version.number, "at": version.at, "plan": msgspec.to_builtins(version.plan)}
            for version in versions
        ],
    }
    return msgspec.json.format(msgspec.json.encode(held), indent=2).decode() + "\n"


def _people(record: Record) -> dict[str, Any]:
    life = record.life
    named = {"owner": life.owner, "reviewer": life.reviewer}
    return {role: party.name for role, party in named.items() if party is not None} | {
        "followers": [party.name for party in life.followers]
    }


def _facts(record: Record, lang: Lang, today: date) -> Iterator[Row]:
    life = record.life
    yield Row(text_of("export.state", lang), text_of(f"state.{record.plan.state}", lang))
    if life.owner is not None and life.owner.name:
        yield Row(text_of("others.owner", lang), life.owner.name)
    if life.approval is not None:
        said = {"name": life.approval.by, "date": day(life.approval.at.date(), lang, today)}
        yield Row(text_of("export.approved", lang), text_of("export.approved_by", lang).format_map(said))
    if life.learned:
        yield Row(text_of("export.learned", lang), life.learned)


def _rows(plan: Plan, lang: Lang, today: date) -> Iterator[Row]:
    yield from labelled(_in_full(plan, lang, today), lang)
    if plan.ifthen:
        yield Row(text_of("label.ifthen", lang), _on_one_line(plan.ifthen))


def _in_full(plan: Plan, lang: Lang, today: date) -> dict[str, str]:
    """Part -> its words. A card quotes; here nothing is cut."""
    in_full = {
        "problem": " ".join(filter(None, (plan.problem, f"({plan.who})" if plan.problem and plan.who else plan.who))),
        "objective": _objective(plan, lang, today),
        "mechanism": _mechanism(plan, lang),
        "people": plan.people,
        "steps": "",  # they have a table of their own
        "blockers": "; ".join(obstacle.text for obstacle in plan.obstacles),
        "commitment": ", ".join(filter(None, (plan.commitment, _day(plan.commitment_on, lang, today)))),
    }
    said = plan_in_words(plan, lang, today, to_owner=False) | in_full
    return {part: spaced(_on_one_line(words), lang) for part, words in said.items()}


def _objective(plan: Plan, lang: Lang, today: date) -> str:
    objective = plan.objective
    way, measure = way_in_figures(objective, lang, today), objective.measure
    if measure and measure.casefold() in objective.outcome.casefold():
        measure = ""  # it was told in the same words
    measured = with_label(measure, way, lang) if measure and way else measure or way
    return "; ".join(filter(None, (objective.outcome, measured)))


def _mechanism(plan: Plan, lang: Lang) -> str:
    level = text_of(f"word.level.{plan.mechanism_level}", lang) if plan.mechanism_level else ""
    return f"{plan.mechanism} ({level})" if plan.mechanism and level else plan.mechanism or level


def _step(step: Step, lang: Lang, today: date) -> tuple[str, str, str]:
    return _on_one_line(step.text), _on_one_line(step.owner or ""), _day(step.due, lang, today)


def _day(on: date | None, lang: Lang, today: date) -> str:
    return "" if on is None else day(on, lang, today)


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _markdown(shown: Sheet, lang: Lang) -> Iterator[str]:
    yield f"# {_escaped(shown.title)}"
    for rows in (shown.facts, shown.rows):
        yield ""
        yield from (f"- **{row.label}** {_escaped(row.text)}" for row in rows)
    if shown.steps:
        yield from ("", f"## {text_of('row.steps', lang)}", "")
        yield from (f"{count}. {_step_line(step)}" for count, step in enumerate(shown.steps, start=1))
    for part, lines in (("progress", shown.progress), ("history", shown.history)):
        if lines:
            yield from ("", f"## {text_of(f'export.{part}', lang)}", "")
            yield from (f"- {_escaped(line)}" for line in lines)
    yield from ("", shown.foot)


def _step_line(step: tuple[str, str, str]) -> str:
    what, *about = map(_escaped, step)
    named = ", ".join(filter(None, about))
    return f"{what} ({named})" if named else what


def _escaped(words: str) -> str:
    return _MARKED.sub(r"\\\1", words)
