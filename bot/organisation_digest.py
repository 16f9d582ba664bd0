"""The organisation digest: a company's shared plans in numbers, as a page with charts and as CSV.

It is made only for a company whose organisation file asks for it. The page needs nothing from elsewhere: its charts are
pictures in it, without a script.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import leather
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dialogs.content import archetypes_en, archetypes_fr
from dialogs.content.catalog import counted, text_of
from dialogs.digest.organisation import TABLES, Aggregate, Group, TableName, aggregate
from dialogs.lang import Lang
from storage.store import Store

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
_ARCHETYPES: Final = {"en": archetypes_en.ARCHETYPES, "fr": archetypes_fr.ARCHETYPES}
_WIDTH: Final = 640  # pixels, of a picture that shrinks with its page
_BAR: Final = 36  # pixels of height for one bar
_AXIS: Final = 70


class UnknownCompanyError(Exception):
    """There is no such company here, or several and none was named; the message names those that there are."""


class _Shown(NamedTuple):
    """A table as the page has it."""

    title: str
    rows: tuple[tuple[str, int], ...]
    chart: Markup


def numbers_of(store: Store, tenant: str | None) -> Aggregate:
    """The numbers of a company; it need not be named where there is only one. Raises UnknownCompanyError."""
    companies = store.run_now(lambda tx: tx.plans.companies())
    chosen = tenant or (companies[0] if len(companies) == 1 else "")
    if chosen not in companies:
        raise UnknownCompanyError(f"Name one of these companies: {', '.join(companies) or 'there is none yet'}.")
    return store.run_now(lambda tx: aggregate(tx.plans.of_company(chosen)))


def as_csv(numbers: Aggregate) -> str:
    """A line for each number: table, group (empty: all that are too small), plans. Names are those of the code."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(("table", "group", "plans"))
    lines.writerows((name, group.name, group.plans) for name in TABLES for group in numbers.tables[name])
    if numbers.median_days is not None:
        lines.writerow(("median_days_to_decision", "", round(numbers.median_days, 1)))
    return text.getvalue()


def as_page(numbers: Aggregate, lang: Lang) -> str:
    """The page, in one file."""
    days = numbers.median_days
    decision = text_of("org.decision_none", lang)
    if days is not None:
        decision = text_of("org.decision", lang).format(days=counted("count.days", round(days), lang))
    return _TEMPLATES.get_template("organisation.html").render(
        lang=lang, word=lambda key: text_of(key, lang), decision=decision,
        tables=[_shown(name, numbers.tables[name], lang) for name in TABLES],
    )  # fmt: skip


def _shown(table: TableName, groups: tuple[Group, ...], lang: Lang) -> _Shown:
    rows = tuple((_label(table, group.name, lang), group.plans) for group in groups)
    return _Shown(text_of(f"org.{table}", lang), rows, _chart(rows))


def _label(table: TableName, name: str, lang: Lang) -> str:
    if not name:
        return text_of("org.rest", lang)
    match table:
        case "archetype":
            return _ARCHETYPES[lang][name].label if name in _ARCHETYPES[lang] else text_of("org.other", lang)
        case "verdict":
            return text_of(f"org.verdict.{name}", lang)
        case "state":
            return text_of(f"state.{name}", lang)
        case "dropped_for":
            return text_of(name, lang)


def _chart(rows: Sequence[tuple[str, int]]) -> Markup:
    """Bars, the biggest on top. The page's style has the colours."""
    chart = leather.Chart()
    chart.add_bars([(plans, name) for name, plans in rows])
    chart.add_x_scale(0, max((plans for _, plans in rows), default=1))
    height = _BAR * len(rows) + _AXIS
    drawn = chart.to_svg(width=_WIDTH, height=height)
    fluid = drawn.replace("<svg ", f'<svg viewBox="0 0 {_WIDTH} {height}" aria-hidden="true" ', 1)
    return Markup(fluid)  # noqa: S704 - the library escapes what it is given
