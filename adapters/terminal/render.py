"""Draws replies in a terminal: texts with their emphasis, choices numbered, the plan as a card."""

import re
from collections.abc import Iterable
from typing import Final, assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dialogs.replies import Ask, Choice, DigestCard, Form, PlanCard, ProgressCard, Reply, Say

WIDTH: Final = 96  # columns: a longer line is hard to read

# A mark hugs its words: in "3 * 4 * 5" nothing is meant.
_MARKED: Final = re.compile(r"(?<!\w)\*(?!\s)([^*\n]+)(?<!\s)\*(?!\w)|`([^`\n]+)`")


def draw(console: Console, replies: Iterable[Reply]) -> None:
    """Print the replies in order, an empty line behind each."""
    for reply in replies:
        console.print(Padding(_drawn(reply), (0, 0, 1, 2), expand=False), width=min(console.width, WIDTH))


def styled(text: str) -> Text:
    """A text with its *emphasis* in bold and its `commands` in colour, the marks gone."""
    shown = Text()
    end = 0
    for match in _MARKED.finditer(text):
        shown.append(text[end : match.start()])
        shown.append(match[1] or match[2], style="bold" if match[1] else "cyan")
        end = match.end()
    shown.append(text[end:])
    return shown


def _drawn(reply: Reply) -> RenderableType:
    match reply:
        case Say():
            return styled(reply.text)
        case Ask() | ProgressCard():
            return Group(styled(reply.text), *_choices(reply.choices))
        case PlanCard():
            return _card(reply)
        case DigestCard():
            return _digest(reply)
        case Form():
            return Group(styled(reply.text), _rows((field.label, field.value) for field in reply.fields))
        case _:
            assert_never(reply)


def _choices(choices: tuple[Choice, ...]) -> list[Text]:
    """Those to press are numbered; a link stands with its address."""
    links = [Text.assemble(f"  {choice.label} ", (choice.url, "cyan")) for choice in choices if choice.url]
    numbered = enumerate(_to_press(choices), start=1)
    return [Text.assemble((f"  {number} ", "bold cyan"), choice.label) for number, choice in numbered] + links


def meant(said: str, choices: tuple[Choice, ...]) -> Choice | None:
    """The one of these choices that was typed by its number, or by its label."""
    typed = said.strip().casefold()
    numbered = enumerate(_to_press(choices), start=1)
    return next((choice for number, choice in numbered if typed in (str(number), choice.label.casefold())), None)


def _to_press(choices: tuple[Choice, ...]) -> list[Choice]:
    return [choice for choice in choices if not choice.url]


def _card(card: PlanCard) -> RenderableType:
    rows = _rows((row.label, row.text) for row in card.rows)
    panel = Panel(rows, title=Text(card.title, style="bold"), title_align="left", border_style="cyan", padding=(1, 2))
    intro: list[RenderableType] = [styled(card.intro), ""] if card.intro else []
    notes: list[RenderableType] = [part for note in card.notes for part in ("", styled(note))]
    return Group(*intro, panel, *notes, *([""] if notes and card.choices else []), *_choices(card.choices))


def _digest(card: DigestCard) -> RenderableType:
    sections: list[RenderableType] = []
    for part in card.sections:
        sections += [Text.assemble((part.title, "bold"), f" {part.more}"), *map(styled, part.lines), ""]
    totals: list[RenderableType] = [card.totals] if card.totals else []
    foot = Text(card.foot, style="dim italic")
    title = Text(card.title, style="bold")
    return Group(title, styled(card.headline), "", *sections, *totals, foot, "", *_choices(card.choices))


def _rows(rows: Iterable[tuple[str, str]]) -> Table:
    """Labels in a column, what belongs to them beside."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in rows:
        table.add_row(label, styled(text))
    return table
