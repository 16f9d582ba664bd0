"""The digest itself: the facts of a week on one screen of a phone, within limits that hold whatever people wrote.

Where the facts are too many for the screen, sections get shorter from the last one up, then titles; how many were left
out is said.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice, product
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from dialogs.content.catalog import counted, text_of
from dialogs.digest.findings import Change, Figure, Findings, Stuck, Waiting
from dialogs.digest.period import Period
from dialogs.digest.wording import Wording
from dialogs.lang import Lang
from dialogs.life.keys import plan_key
from dialogs.replies import Choice, DigestCard, DigestSection
from dialogs.saying import day

# Limits of the coaching design, "Weekly digest": one phone screen.
CHARS: Final = 900
LINES: Final = 18
ITEMS: Final = 3  # a section
OPENED: Final = 2  # plans with a button of their own: four buttons in all

_TITLES: Final = (60, 40, 24)  # characters of a title, from the roomiest to the tightest
_SIZES: Final = sorted(product(range(ITEMS, 0, -1), repeat=4), key=lambda sizes: (-sum(sizes), [-one for one in sizes]))


class _Part(NamedTuple):
    """A section before it is cut: its name, its lines, and how many facts there are in all."""

    name: str
    lines: tuple[str, ...]
    all: int


def compose(
    found: Findings, period: Period, today: date, lang: Lang, familiar: bool = False, late_since: date | None = None
) -> DigestCard:
    """The facts of a week as a message. `late_since`: the day on which it was due, where that is over."""
    late = text_of("digest.late", lang).format(date=day(late_since, lang, today)) if late_since else ""
    for longest in _TITLES:
        wording = Wording(lang, today, longest)
        parts = tuple(_parts(found, period, wording))
        frame = _frame(found, period, wording, late)
        for sizes in _SIZES:
            card = _card(frame, parts, sizes, lang)
            if len(card.text) <= CHARS and card.text.count("\n") < LINES:
                return replace(card, choices=_buttons(found, lang, familiar))
    raise AssertionError("one line a section and 24 letters a title are within the limits")


def _frame(found: Findings, period: Period, wording: Wording, late: str) -> DigestCard:
    """All but the sections, without a text."""
    title = text_of("digest.head", wording.lang).format(date=day(period.first, wording.lang, wording.today))
    headline = " ".join(filter(None, (wording.headline(found), late)))
    totals = wording.flow(found.flow) if found.flow else ""
    return DigestCard("digest.head", "", title, headline, (), totals, text_of("digest.foot", wording.lang))


def _parts(found: Findings, period: Period, wording: Wording) -> Iterator[_Part]:
    def part(name: str, facts: tuple[Any, ...], said: Callable[[Any], str]) -> _Part:
        return _Part(name, tuple(said(fact) for fact in facts[:ITEMS]), len(facts))

    yield part("waiting", found.waiting, wording.waiting)
    yield part("stuck", found.stuck, wording.stuck)
    yield part("numbers", found.figures, lambda one: wording.figure(one, period))
    yield part("changes", found.changes if found.flow is None else (), wording.change)


def _card(frame: DigestCard, parts: tuple[_Part, ...], sizes: tuple[int, ...], lang: Lang) -> DigestCard:
    sections = tuple(_section(part, size, lang) for part, size in zip(parts, sizes, strict=True) if part.all)
    foot = "\n".join(filter(None, (frame.totals, f"_{frame.foot}_")))
    text = "\n\n".join((f"*{frame.title}*\n{frame.headline}", *map(_block, sections), foot))
    return replace(frame, text=text, sections=sections)


def _section(part: _Part, size: int, lang: Lang) -> DigestSection:
    bullet = "" if part.name == "numbers" else "• "
    left_out = part.all - min(size, len(part.lines))
    more = counted("count.more", left_out, lang) if left_out else ""
    lines = tuple(f"{bullet}{line}" for line in part.lines[:size])
    return DigestSection(text_of(f"digest.{part.name}", lang), lines, more)


def _block(section: DigestSection) -> str:
    heading = f"*{section.title}* {section.more}".strip()
    return "\n".join((heading, *section.lines))


def _buttons(found: Findings, lang: Lang, familiar: bool) -> tuple[Choice, ...]:
    """The plans that are named first can be opened; they open as they are by then."""
    changes = () if found.flow else found.changes
    named: tuple[Waiting | Stuck | Change | Figure, ...] = (*found.waiting, *found.stuck, *changes, *found.figures)
    plans = {one.record.ref: one.record for one in named}
    opening = text_of("btn.open", lang, familiar)
    opens = [
        Choice(plan_key("btn.open", record.ref, record.life.version), f"{opening} ({number})")
        for number, record in enumerate(islice(plans.values(), OPENED), start=1)
    ]
    listed = Choice("btn.all_plans", text_of("btn.all_plans", lang, familiar))
    settings = Choice("sheet.settings", text_of("btn.digest_settings", lang, familiar))
    return (*opens, listed, settings)
