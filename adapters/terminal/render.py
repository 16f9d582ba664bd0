"""Draws replies in a terminal: texts with their emphasis, choices numbered, the plan as a card."""

import re
from collections.abc import Iterable
from typing import Final, assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dialogs.replies import Ask, Choice, Form, PlanCard, Reply, Say

WIDTH: Final = 96  # columns: a longer line is hard to read

_MARKED: Final = re.compile(r"\*([^*\n]+)\*|`([^`\n]+)`")


def draw(console: Console, replies: Iterable[Reply]) -> None:
    """Print the replies in order."""
    for reply in replies:
        console.print(Padding(_drawn(reply), (0, 0, 1, 2)), width=min(console.width, WIDTH))


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
            return _message(reply.text, reply.audience == "only_you")
        case Ask():
            return Group(_message(reply.text, reply.audience == "only_you"), *_choices(reply.choices))
        case PlanCard():
            return _card(reply)
        case Form():
            return Group(styled(reply.text), *(Text(f"  {field.label}: {field.value}") for field in reply.fields))
        case _:
            assert_never(reply)


def _message(text: str, private: bool) -> Text:
    return Text("🔒 ", style="dim").append_text(styled(text)) if private else styled(text)


def _choices(choices: tuple[Choice, ...]) -> list[Text]:
    return [
        Text(f"  {number} ", style="bold cyan").append(choice.label, style="default")
        for number, choice in enumerate(choices, start=1)
    ]


def _card(card: PlanCard) -> RenderableType:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold", no_wrap=True)
    rows.add_column(overflow="fold")
    for row in card.rows:
        rows.add_row(row.label, styled(row.text))
    panel = Panel(rows, title=Text(card.title, style="bold"), title_align="left", border_style="cyan", padding=(1, 2))
    return Group(panel, *_choices(card.choices))
