"""How a plan came to be what it is: its kept versions, and in words what each one changed.

A target that moves stays in sight: what stood before is said beside what stands now.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from dialogs.coach.quoting import quote
from dialogs.coach.summary import about_step, obstacle_words, plan_in_words, way_in_figures
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.plan import Decision, Plan
from dialogs.saying import day, spaced

_QUOTED: Final = 12  # words of a step or an obstacle
# Part -> its label, in the order of the card. Steps and obstacles are compared one by one.
_LABELS: Final = {
    "problem": "label.problem.what",
    "who": "label.problem.who",
    "objective": "label.objective.outcome",
    "mechanism": "label.mechanism",
    "people": "row.people",
    "decision": "label.decision",
    "tools": "row.tools",
    "commitment": "label.commitment",
    "ifthen": "label.ifthen",
}


class Version(NamedTuple):
    """A kept version: its number, when it was kept (aware, in the reader's zone), and the plan as it was."""

    number: int
    at: datetime
    plan: Plan


def history(versions: Sequence[Version], lang: Lang, today: date, familiar: bool = False) -> tuple[str, ...]:
    """One line for each version, newest first, with what it changed. Give others what they may see of each plan."""
    reader = _Reader(lang, today, familiar)
    oldest_first = sorted(versions, key=lambda version: version.number)
    lines = [reader.line(version, [reader.says("first")]) for version in oldest_first[:1]]
    for before, after in pairwise(oldest_first):
        changed = list(_changes(before.plan, after.plan, reader))
        lines.append(reader.line(after, changed or [reader.says("same")]))
    return tuple(reversed(lines))


def is_core_change(before: Plan, after: Plan) -> bool:
    """Whether a yes to the plan before is none to the plan after: problem, objective or decision are others.

    A decision that only gained its yes is the same, and so is a figure that was only checked.
    """
    return _core(before) != _core(after) or not _decides_alike(before.decision, after.decision)


def _core(plan: Plan) -> tuple[object, ...]:
    return plan.problem, plan.who, replace(plan.objective, estimate=False)


def _decides_alike(before: Decision, after: Decision) -> bool:
    return before == after or (before.sponsor == after.sponsor and after.said_yes)


class _Reader(NamedTuple):
    """Who reads the history, and on which day."""

    lang: Lang
    today: date
    familiar: bool

    def says(self, key: str, **values: Any) -> str:
        """A message of the history in the reader's words."""
        return text_of(f"history.{key}", self.lang, self.familiar).format(**values)

    def line(self, version: Version, changes: list[str]) -> str:
        """ "3 (12 March): what changed"."""
        on = day(version.at.date(), self.lang, self.today)
        return spaced(self.says("line", number=version.number, date=on, changes="; ".join(changes)), self.lang)

    def words(self, plan: Plan) -> dict[str, str]:
        """The parts of the plan in words; what its owner typed in quotation marks."""
        typed = {"problem": plan.problem, "who": plan.who, "people": plan.people, "ifthen": plan.ifthen}
        said = plan_in_words(plan, self.lang, self.today, to_owner=False)
        return said | {part: self.quoted(words) for part, words in typed.items()}

    def quoted(self, words: str) -> str:
        """The owner's words in the reader's quotation marks."""
        return self.says("quoted", words=quote(words, _QUOTED)) if words else ""


def _changes(before: Plan, after: Plan, reader: _Reader) -> Iterator[str]:
    was, now = reader.words(before), reader.words(after)
    if _only_figures_differ(before, after):
        was["objective"] = way_in_figures(before.objective, reader.lang, reader.today)
        now["objective"] = way_in_figures(after.objective, reader.lang, reader.today)
    for part, label in _LABELS.items():
        yield from _became(text_of(label, reader.lang).lower(), was[part], now[part], reader)
    yield from _steps(before, after, reader)
    yield from _gone_and_new("obstacle", _obstacles(before, reader), _obstacles(after, reader), reader)
    if before.state != after.state:
        yield text_of(f"state.{after.state}", reader.lang).lower()


def _only_figures_differ(before: Plan, after: Plan) -> bool:
    old, new = before.objective, after.objective
    if old.target is None or new.target is None:
        return False
    return (old.measure or old.outcome) == (new.measure or new.outcome)


def _became(part: str, was: str, now: str, reader: _Reader) -> Iterator[str]:
    if was == now:
        return
    key = "became" if was and now else "said" if now else "gone"
    yield reader.says(key, part=part, before=was, after=now, words=now or was)


def _steps(before: Plan, after: Plan, reader: _Reader) -> Iterator[str]:
    """Steps that came and went; of those that stay, whose owner or day is another."""
    was = {step.text: about_step(step, reader.lang, reader.today) for step in before.steps}
    now = {step.text: about_step(step, reader.lang, reader.today) for step in after.steps}
    yield from _gone_and_new("step", tuple(was), tuple(now), reader)
    for text in was:
        if text in now:
            step = f"{reader.says('step')} {reader.quoted(text)}"
            yield from _became(step, was[text], now[text], reader)


def _obstacles(plan: Plan, reader: _Reader) -> tuple[str, ...]:
    return tuple(obstacle_words(obstacle, reader.lang, reader.today) for obstacle in plan.obstacles)


def _gone_and_new(name: str, was: Sequence[str], now: Sequence[str], reader: _Reader) -> Iterator[str]:
    """One that went and one that came are the same in other words."""
    part = reader.says(name)
    gone = [reader.quoted(words) for words in was if words not in now]
    new = [reader.quoted(words) for words in now if words not in was]
    if len(gone) == len(new) == 1:
        yield reader.says("became", part=part, before=gone[0], after=new[0])
        return
    yield from (reader.says("gone", part=part, words=words) for words in gone)
    yield from (reader.says("added", part=part, words=words) for words in new)
