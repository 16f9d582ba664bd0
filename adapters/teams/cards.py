"""Replies as Teams messages: plain ones as text, all that has buttons or rows as a card.

The verb of a button is its choice's key; its data hold the prompt's token, its label and what the question stood on.
So a press says all by itself, and whoever handles it can show the question as answered, hours later too. What stays as
it is when somebody presses (a card that all read, a button that only shows more) says so instead.
"""

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec

from adapters.choices import OPEN_TALK, SHEET, behind_the_dots, is_primary, leaves_buttons
from adapters.teams import limits
from adapters.teams.chart import line_drawn
from adapters.teams.elements import (
    Element,
    attached,
    card,
    execute,
    heading,
    label,
    link,
    note,
    nothing,
    packed,
    prose,
    row_of_buttons,
    set_apart,
    submit,
)
from adapters.teams.marks import plain, xml
from adapters.teams.rows import rows_drawn
from adapters.teams.text import cut, one_line, size, within
from dialogs.replies import Ask, Choice, DigestCard, Form, PlanCard, ProgressCard, Reply, Row, Say, choices_of

Asking = Ask | Form | PlanCard | ProgressCard | DigestCard


class Shown(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a question stood on: a text, or a title with rows, and what stands above and below them."""

    text: str = ""
    title: str = ""
    rows: tuple[Row, ...] = ()
    intro: str = ""
    notes: tuple[str, ...] = ()


def message(reply: Reply, talk_url: str | None = None) -> Element:
    """The parts of an activity that say the reply, within Teams' limits; what has no room is cut, with an ellipsis.

    `talk_url` opens the private talk; without one there is no button for it.
    """
    if isinstance(reply, Say):
        return {"type": "message", "textFormat": "xml", "text": xml(reply.text), "summary": _summary(reply.text)}
    bare = _asking(reply, talk_url, {})
    room = (limits.ACTIVITY - size(bare)) // max(1, len(choices_of(reply)))
    return _asking(reply, talk_url, _fitting(_shown(reply), room))


def shown(reply: Reply) -> dict[str, Any]:
    """What a reply's buttons carry, as `settled` takes it."""
    return _plain(_shown(reply))


def settled(shown: Mapping[str, Any], answer: str) -> Element:
    """The card of a question as answered: what it stood on, and the answer below; empty: it was out of date.

    Raises msgspec.ValidationError on what no button of ours carries.
    """
    stood = msgspec.convert(shown, Shown)
    chosen = [note(f"✓ {answer}", color="good", weight="bolder")] if answer else []
    summary = _summary("\n".join(filter(None, (stood.title, stood.text, answer))))
    return card([*within(_drawn(stood), limits.BODY, nothing()), *chosen], summary)


def as_message(content: Element) -> Element:
    """A card as the parts of an activity."""
    return {"type": "message", "summary": content["fallbackText"], "attachments": [attached(content)]}


def _asking(reply: Asking, talk_url: str | None, stood: Mapping[str, Any]) -> Element:
    body = list(within(_body(reply), limits.BODY, nothing()))
    rows = packed(_actions(reply, talk_url, stood))
    if len(rows) == 1:
        return as_message(card(body, _summary(reply.text), rows[0]))
    return as_message(card([*body, *map(row_of_buttons, rows)], _summary(reply.text)))


def _body(reply: Asking) -> list[Element]:
    match reply:
        case Form():
            written = (Row(field.label, field.value) for field in reply.fields if field.value.strip())
            return [*prose(reply.text), *rows_drawn(written)]
        case ProgressCard():
            return [*_drawn(_shown(reply)), *line_drawn(reply)]
        case DigestCard():
            return _digest(reply)
        case Ask() | PlanCard():
            return _drawn(_shown(reply))
        case _:
            assert_never(reply)


def _digest(reply: DigestCard) -> list[Element]:
    told = [(label(f"{part.title} {part.more}".strip()), *prose("\n".join(part.lines))) for part in reply.sections]
    below = prose(reply.totals) if reply.totals else []
    sections = [element for part in told for element in part]
    return [heading(reply.title), *prose(reply.headline), *sections, *set_apart(below), note(reply.foot)]


def _drawn(stood: Shown) -> list[Element]:
    if not (stood.title or stood.rows):
        return prose(stood.text)
    above = prose(stood.intro) if stood.intro else []
    below = [element for said in stood.notes for element in prose(said)]
    return [*above, heading(stood.title), *rows_drawn(stood.rows), *set_apart(below)]


def _actions(reply: Asking, talk_url: str | None, stood: Mapping[str, Any]) -> list[Element]:
    if isinstance(reply, Form):
        return [_form_button(reply)]
    hidden = behind_the_dots(reply.choices)
    return [
        _button(
            choice,
            _carried(choice, reply, stood),
            talk_url,
            primary=is_primary(choice, reply.choices),
            more=choice in hidden,
        )
        for choice in reply.choices
        if choice.key != OPEN_TALK or talk_url
    ]


def _carried(choice: Choice, reply: Asking, stood: Mapping[str, Any]) -> dict[str, Any]:
    stays = reply.audience == "channel" or leaves_buttons(choice.key)
    kept: dict[str, Any] = {"stays": True} if stays else {"shown": stood} if stood else {}
    return {"token": reply.token, **kept, "answer": one_line(choice.label, limits.BUTTON)}


def _button(choice: Choice, data: Mapping[str, Any], talk_url: str | None, *, primary: bool, more: bool) -> Element:
    if choice.key.startswith(SHEET):
        return submit(choice.label, _fetching(choice.key.removeprefix(SHEET)))
    if choice.url:
        return link(choice.label, choice.url)
    if choice.key == OPEN_TALK and talk_url:
        return link(choice.label, talk_url)
    return execute(choice.label, choice.key, data, primary=primary, more=more)


def _form_button(form: Form) -> Element:
    """Opens the sheet of the plan as the short form of that prompt; says which lines there are to fill in."""
    labels = ", ".join(field.label for field in form.fields)
    data = _fetching("edit.plan") | {"token": form.token}
    return submit(f"✎ {cut(one_line(labels, limits.LABEL), 28)}", data, style="positive")


def _fetching(sheet: str) -> dict[str, Any]:
    """The data of a button that opens a dialog: "settings", or "send:3" for that plan."""
    key, _, about = sheet.partition(":")
    return {"msteams": {"type": "task/fetch"}, "sheet": key, "about": about}


def _shown(reply: Reply) -> Shown:
    if isinstance(reply, PlanCard):
        return Shown("", one_line(reply.title, limits.TITLE), reply.rows, reply.intro, reply.notes)
    return Shown(reply.text)


def _fitting(stood: Shown, room: int) -> dict[str, Any]:
    """As much of it as has room in a button, in bytes."""
    while size({"shown": _plain(stood)}) > room and stood != Shown():
        stood = _smaller(stood)
    return _plain(stood)


def _smaller(stood: Shown) -> Shown:
    if stood.intro or stood.notes:  # the plan itself goes last
        return msgspec.structs.replace(stood, intro=_half(stood.intro), notes=stood.notes[:-1])
    return Shown(_half(stood.text), stood.title if stood.rows else _half(stood.title), stood.rows[:-1])


def _half(text: str) -> str:
    return cut(text, len(text) // 2) if len(text) > limits.WORTH_CUTTING else ""


def _plain(stood: Shown) -> dict[str, Any]:
    held: dict[str, Any] = msgspec.to_builtins(stood)
    return held


def _summary(text: str) -> str:
    return plain(text, limits.SUMMARY)
