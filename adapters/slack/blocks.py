"""Replies as Slack messages: blocks for the eye, `text` for notifications and screen readers.

The action id of a button is its choice's key and its value the prompt's token, so that a press says all by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, assert_never

import msgspec

from adapters.choices import OPEN_TALK, SHEET, behind_the_dots, is_primary
from adapters.slack import limits
from adapters.slack.charts import charts
from adapters.slack.elements import DIVIDER, Block, button, context, header, option, prose, rows_of_buttons, section
from adapters.slack.rows import rows_drawn
from adapters.slack.text import cut, mrkdwn
from dialogs.replies import (
    Ask,
    Choice,
    DigestCard,
    DigestSection,
    Form,
    PlanCard,
    ProgressCard,
    Reply,
    Row,
    Say,
    choices_of,
)

MORE: Final = "more"
"""Action id of the “…” menu; the value of an entry is `<key>|<token>`."""
FORM: Final = "form"
"""Action id of the button that opens the short form; its value is the token."""
LINK: Final = "sheet"
"""Action id of a button in a sheet that opens another; its value is that sheet's key, and what it is about."""
PAGE: Final = "page."
"""Before the key of a button that opens a web page: a press of it tells nothing."""


class Links(NamedTuple):
    """What a link into the private talk is made of: the ids of our app and of the workspace."""

    app_id: str
    team: str

    @property
    def talk(self) -> str:
        """Opens the private talk, in Slack or in a browser."""
        return f"https://slack.com/app_redirect?app={self.app_id}&team={self.team}"


class Rendered(NamedTuple):
    """A message: `text` (at most 4,000 characters) says the same as the blocks."""

    text: str
    blocks: tuple[Block, ...]


def rendered(reply: Reply, links: Links) -> Rendered:
    """A reply of any length as a message within Slack's limits; what has no room is cut, with an ellipsis."""
    blocks = (*_within(_body(reply)), *charts(reply), *_buttons(reply, links))
    return Rendered(_fallback(mrkdwn(reply.text)), blocks)


def without_actions(blocks: Iterable[Mapping[str, Any]]) -> list[Block]:
    """The blocks of a message with nothing left to press."""
    return [
        {name: part for name, part in block.items() if name != "accessory"}
        for block in blocks
        if block.get("type") != "actions"
    ]


def settled(shown: str, answer: str) -> Rendered:
    """A question as answered: the blocks in the JSON `shown`, and the answer below. Raises msgspec.DecodeError."""
    blocks = msgspec.json.decode(shown, type=list[Block])[: limits.MESSAGE_BLOCKS - 1]
    if answer:
        blocks.append(context(f"✓ {answer}"))
    return Rendered(_fallback("\n".join(_words_in(blocks))), tuple(blocks))


def _body(reply: Reply) -> list[Block]:
    match reply:
        case Say() | Ask() | ProgressCard():
            return prose(reply.text)
        case PlanCard():
            above = prose(reply.intro) if reply.intro else []
            notes = [block for note in reply.notes for block in prose(note)]
            return [*above, header(reply.title), *rows_drawn(reply.rows), *([DIVIDER] if notes else []), *notes]
        case DigestCard():
            totals = prose(reply.totals) if reply.totals else []
            sections = map(_digested, reply.sections)
            return [header(reply.title), *prose(reply.headline), *sections, *totals, context(reply.foot)]
        case Form():
            written = (Row(field.label, field.value) for field in reply.fields if field.value.strip())
            return [*prose(reply.text), *rows_drawn(written)]
        case _:
            assert_never(reply)


def _digested(part: DigestSection) -> Block:
    heading = f"*{mrkdwn(part.title)}* {part.more}".strip()
    return section("\n".join((heading, *map(mrkdwn, part.lines))))


def _buttons(reply: Reply, links: Links) -> list[Block]:
    choices = choices_of(reply)
    if isinstance(reply, Form):
        return rows_of_buttons([_form_button(reply)], f"ask:{reply.token}")
    if isinstance(reply, Say) or not choices:
        return []
    hidden = behind_the_dots(choices)[: limits.OVERFLOW]
    shown = [
        _button(choice, reply.token, links, primary=is_primary(choice, choices))
        for choice in choices
        if choice not in hidden
    ]
    return rows_of_buttons([*shown, *_overflow(hidden, reply.token)], f"ask:{reply.token}")


def _button(choice: Choice, token: str, links: Links, *, primary: bool) -> Block:
    if choice.url:
        return button(choice.label, f"{PAGE}{choice.key}", "") | {"url": choice.url}
    if choice.key.startswith(SHEET):
        return button(choice.label, choice.key, choice.key.removeprefix(SHEET))
    drawn = button(choice.label, choice.key, token, primary=primary)
    return drawn | {"url": links.talk} if choice.key == OPEN_TALK else drawn


def _form_button(form: Form) -> Block:
    """Says which lines there are to fill in."""
    labels = [field.label for field in form.fields]
    return button(f"✎ {cut(', '.join(labels), 28)}", FORM, form.token, primary=True, read=", ".join(labels))


def _overflow(choices: Sequence[Choice], token: str) -> list[Block]:
    if not choices:
        return []
    options = [option(choice.label, f"{choice.key}|{token}") for choice in choices]
    return [{"type": "overflow", "action_id": MORE, "options": options}]


def _within(blocks: Sequence[Block]) -> list[Block]:
    """As many of the blocks as a message has room for beside its buttons."""
    kept: list[Block] = []
    room = limits.PROSE
    for block in blocks[: limits.MESSAGE_BLOCKS - 6]:
        room -= sum(map(len, _words_in([block])))
        if room < 0:
            break
        kept.append(block)
    return kept if len(kept) == len(blocks) else [*kept, section("…")]


def _words_in(blocks: Iterable[Mapping[str, Any]]) -> list[str]:
    """The texts that blocks show, in their order, with Slack's marks."""
    return [
        part["text"] if part.get("type") == "mrkdwn" else mrkdwn(part["text"])
        for block in blocks
        for part in (block.get("text"), *block.get("fields", ()), *block.get("elements", ()))
        if isinstance(part, dict) and isinstance(part.get("text"), str)
    ]


def _fallback(text: str) -> str:
    return cut(text, limits.FALLBACK) or "…"
