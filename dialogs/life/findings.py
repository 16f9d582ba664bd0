"""The review of a plan in words: what holds, then at most three findings, each with one question.

A finding says what is seen, in the plan's words, and what follows from it; nothing of the person. Levels order the
findings and are counted, but no total is ever said: a total invites ranking people.
"""

from datetime import date
from typing import Final, NamedTuple

from dialogs.coach.quoting import quote
from dialogs.coach.summary import plan_in_words, title_of, way_in_figures
from dialogs.content.catalog import counted, text_of
from dialogs.lang import Lang
from dialogs.life.record import Record
from dialogs.life.seen import SENSITIVE_SEEN, Seen, seen_of
from dialogs.life.toolchecks import tool_notes
from dialogs.plan import Plan
from dialogs.replies import Choice, PlanCard, Row
from dialogs.review import CRITERIA, SOLID, TOP, WEIGHTS, is_ready, levels
from dialogs.saying import day, spaced

MOST_FINDINGS: Final = 3
_HAS_ITS_YES: Final = frozenset({"approved", "running", "done", "dropped"})
_QUOTED: Final = 12  # words of the plan in a finding


class Review(NamedTuple):
    """A plan looked at: level by criterion, how many criteria are solid, to strengthen and missing, and the words.

    `holds` is empty when nothing is solid; `notes` are the tool checks that fail, a line each.
    """

    levels: dict[str, int]
    solid: int
    work: int
    missing: int
    holds: str
    findings: tuple[str, ...]
    notes: tuple[str, ...]
    ready: bool


class _Reader(NamedTuple):
    """Who reads the review, and on which day."""

    lang: Lang
    familiar: bool
    today: date

    def says(self, key: str, **values: str) -> str:
        """A message in the reader's words."""
        return text_of(key, self.lang, self.familiar).format(**values)


def review(plan: Plan, lang: Lang, today: date, familiar: bool = False, read_in: Lang | None = None) -> Review:
    """Look at a plan. `read_in` is the language that its owner writes, where the reader's is another."""
    reader = _Reader(lang, familiar, today)
    found = levels(plan, read_in or lang, today)
    rows = _findings(plan, found, reader)
    return Review(
        levels=found,
        solid=sum(level >= SOLID for level in found.values()),
        work=sum(level == 1 for level in found.values()),
        missing=sum(level == 0 for level in found.values()),
        holds=_holds(plan, found, reader),
        findings=tuple(spaced(reader.says("review.finding", **finding._asdict()), lang) for finding in rows),
        notes=tool_notes(plan, lang, read_in or lang),
        ready=is_ready(found),
    )


def review_card(
    of: Plan | Record,
    lang: Lang,
    familiar: bool,
    today: date,
    choices: tuple[Choice, ...] = (),
) -> PlanCard:
    """The review on one screen: how many criteria hold, what holds first, the findings, the tools."""
    plan, owner = (of.plan, of.life.owner) if isinstance(of, Record) else (of, None)
    reader, seen = _Reader(lang, familiar, today), review(plan, lang, today, familiar, owner.lang if owner else lang)
    title, counts = title_of(plan, lang), _counts(seen, lang)
    rows = [Row(reader.says("review.points"), ", ".join(counts.values()))]
    if seen.holds:
        rows.append(Row(reader.says("review.holds"), seen.holds))
    rows += [Row(finding.criterion, spaced(finding.said, lang)) for finding in _findings(plan, seen.levels, reader)]
    # Beside a finding it would sound as if the finding did not matter; and once somebody said yes it is not true.
    waits = seen.ready and not seen.findings and plan.state not in _HAS_ITS_YES
    ready = (reader.says("review.ready"),) if waits else ()
    notes = (*seen.notes, *ready)
    first = reader.says("review.first_solid", quote=seen.holds).replace("….", "…") if seen.holds else ""
    lines = (reader.says("review.head", title=title, **counts), first, *seen.findings, *notes)
    text = spaced("\n".join(filter(None, lines)), lang)
    return PlanCard("review.card", text, title, tuple(rows), notes=notes, choices=choices)


def _counts(seen: Review, lang: Lang) -> dict[str, str]:
    numbers = {"solid": seen.solid, "work": seen.work, "missing": seen.missing}
    return {name: counted(f"review.{name}", count, lang) for name, count in numbers.items()}


def _holds(plan: Plan, found: dict[str, int], reader: _Reader) -> str:
    """The objective in figures where it is solid, else the weightiest criterion that is, in the plan's words."""
    solid = [criterion for criterion in CRITERIA if found[criterion] >= SOLID]
    if "objective" in solid:
        return way_in_figures(plan.objective, reader.lang, reader.today)
    best = max(solid, key=lambda criterion: WEIGHTS[criterion] * found[criterion], default="")
    # Of the steps the first one is enough.
    return plan_in_words(plan, reader.lang, reader.today, to_owner=False)[best].split("; ")[0] if best else ""


class _Finding(NamedTuple):
    """The parts of a finding, by the placeholders of its message."""

    criterion: str
    seen: str
    consequence: str
    question: str

    @property
    def said(self) -> str:
        """What stands beside the criterion's name."""
        return f"{self.seen} {self.consequence} {self.question}"


def _findings(plan: Plan, found: dict[str, int], reader: _Reader) -> list[_Finding]:
    """The weightiest of what is not solid, by weight x (3 - level)."""
    weak = [criterion for criterion in CRITERIA if found[criterion] < SOLID]
    weak.sort(key=lambda criterion: WEIGHTS[criterion] * (TOP - found[criterion]), reverse=True)
    return [_finding(plan, criterion, reader) for criterion in weak[:MOST_FINDINGS]]


def _finding(plan: Plan, criterion: str, reader: _Reader) -> _Finding:
    seen = seen_of(plan, criterion)
    values = {"words": quote(seen.words, _QUOTED), "who": quote(seen.who, _QUOTED)}
    kind = f"{criterion}.{seen.what}" if seen != SENSITIVE_SEEN else "sensitive"
    return _Finding(
        reader.says(f"review.label.{criterion}"),
        reader.says(f"review.seen.{kind}", **values),
        reader.says(f"review.then.{criterion}"),
        _question(plan, criterion, seen, reader),
    )


def _question(plan: Plan, criterion: str, seen: Seen, reader: _Reader) -> str:
    if seen == SENSITIVE_SEEN:
        return reader.says("review.ask.sensitive")
    if criterion != "blockers":
        return reader.says(f"review.ask.{criterion}")
    by = plan.objective.due or plan.checkin_on
    if by is None:
        return reader.says("review.ask.blockers.undated")
    return reader.says("review.ask.blockers", target_date=day(by, reader.lang, reader.today))
