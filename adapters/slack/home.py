"""The home page as Slack's Home tab: what waits, the plans by state, what is set, and what becomes of one's words.

The action ids of its buttons are their keys; a button beside a plan has the plan's number as its value.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from adapters.slack import limits
from adapters.slack.elements import DIVIDER, Block, button, context, header, prose, rows_of_buttons, section
from adapters.slack.rows import rows_drawn
from adapters.slack.text import bold, cut, mrkdwn, with_channels
from dialogs.lang import Lang
from dialogs.replies import Choice
from dialogs.saying import with_label
from dialogs.views import Home, PlanGroup, PlanLine

_LINE: Final = 300  # characters of a title, a day or an open point: a page is for a glance
_POINTS: Final = 5  # open points of a plan


def home_view(home: Home) -> Block:
    """The page as a view, within 100 blocks: plans that have no room are counted below the others."""
    waiting, plans, settings, privacy = home.headings
    top = [header(home.title), *_said(home.intro), *_page_buttons(home.buttons), *_part(waiting, _listed(home.waiting))]
    rows = tuple(replace(row, text=with_channels(row.text)) for row in home.settings)
    below = [*_part(settings, rows_drawn(rows)), *_part(privacy, _small(home.privacy))]
    room = limits.VIEW_BLOCKS - len(top) - len(below) - 2  # a line and the heading stand above the plans
    shown = _groups(home, room) if home.groups else _said(home.empty)
    return {"type": "home", "blocks": [*top, *_part(plans, shown), *below]}


def _part(heading: str, blocks: Sequence[Block]) -> list[Block]:
    return [DIVIDER, header(heading), *blocks] if blocks else []


def _said(text: str) -> list[Block]:
    return prose(text)[:2] if text else []


def _listed(lines: Sequence[str]) -> list[Block]:
    """One line is a sentence, several are a list."""
    mark = "•  " if len(lines) > 1 else ""
    return [section("\n".join(f"{mark}{cut(mrkdwn(line), _LINE)}" for line in lines))] if lines else []


def _small(lines: Sequence[str]) -> list[Block]:
    return [context("\n".join(lines))] if lines else []


def _page_buttons(buttons: Sequence[Choice]) -> list[Block]:
    drawn = [button(one.label, one.key, "", primary=one is buttons[0]) for one in buttons]
    return rows_of_buttons(drawn, "home")


def _groups(home: Home, room: int) -> list[Block]:
    """The plans under the labels of their states, as many as there is room for."""
    blocks: list[Block] = []
    left = sum(len(group.plans) for group in home.groups)
    for group in home.groups:
        for drawn in _plans(group, home, parted=bool(blocks)):
            if len(blocks) + len(drawn) >= room:
                return [*blocks, context(f"… +{left}")]
            blocks += drawn
            left -= 1
    return blocks


def _plans(group: PlanGroup, home: Home, *, parted: bool) -> list[list[Block]]:
    """The blocks of each plan; the first one has the group's label above, `parted` from what came before."""
    drawn = [_plan(plan, home.plan_buttons, home.lang) for plan in group.plans]
    label = [*([DIVIDER] if parted else []), context(f"{group.label} · {len(group.plans)}")]
    return [[*label, *first] if not at else first for at, first in enumerate(drawn)]


def _plan(plan: PlanLine, buttons: Sequence[Choice], lang: Lang) -> list[Block]:
    title = bold(cut(plan.title, _LINE))
    first = f"{title} · {cut(mrkdwn(plan.changed_on), _LINE)}" if plan.changed_on else title
    points = [f"•  {cut(mrkdwn(point), _LINE)}" for point in plan.open_points[:_POINTS]]
    more = ["•  …"] if len(plan.open_points) > _POINTS else []
    number = str(plan.number)
    drawn = [button(one.label, one.key, number, read=with_label(one.label, plan.title, lang)) for one in buttons]
    return [section("\n".join([first, *points, *more])), *rows_of_buttons(drawn, f"plan:{number}")]
