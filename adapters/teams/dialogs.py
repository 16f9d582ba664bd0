"""Sheets as Teams dialogs (task modules): a form in a window of its own, and what was filled in when it comes back.

A dialog has no memory of its own: the buttons in it carry which sheet it is, what about, and the `nonce` that it was
opened with, which makes what is sent twice one event. Teams' own ✕ cancels.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from adapters.teams import limits
from adapters.teams.elements import Element, attached, card, line, note, prose, submit, words
from adapters.teams.text import escaped, one_line, safe
from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.replies import Choice
from dialogs.views import Input, Sheet

# Everybody in the company is found by name. Source: learn.microsoft.com, "People Picker in Adaptive Cards".
_PICKER: Final[Element] = {
    "type": "Input.ChoiceSet",
    "choices": [],
    "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
}
_LOW: Final = 3  # inputs that a dialog of medium height has room for,
_SHORT: Final = 300  # below an introduction of so many characters


class Origin(NamedTuple):
    """The dialog that something was pressed in: the sheet's key, what it is about, and how it was opened.

    `token`: it is the short form of that prompt.
    """

    key: str
    about: str
    nonce: str
    token: str | None = None


def task(sheet: Sheet, nonce: str, faults: Mapping[str, str] | None = None, *, token: str | None = None) -> Element:
    """The sheet as the body of an invoke's answer. `faults`: input -> what has to be mended there.

    The short form of the prompt `token` has no links: what was typed would be lost behind them.
    """
    origin = Origin(sheet.key, sheet.about, nonce, token)
    shown = sheet if token is None else replace(sheet, links=())
    window = {
        "title": one_line(sheet.title, limits.DIALOG_TITLE),
        "height": "medium" if len(sheet.inputs) <= _LOW and len(sheet.intro) <= _SHORT else "large",
        "width": "medium",
        "card": attached(_form(shown, origin, faults or {})),
    }
    return {"task": {"type": "continue", "value": window}}


def notice(title: str, text: str) -> Element:
    """A dialog that only says something, as the body of an invoke's answer.

    A bare text is documented for what was sent; for what is opened, clients say that the app cannot be reached.
    """
    window = {
        "title": one_line(title, limits.DIALOG_TITLE),
        "height": "small",
        "width": "medium",
        "card": attached(card(prose(text), text)),
    }
    return {"task": {"type": "continue", "value": window}}


def refilled(sheet: Sheet, sent: Mapping[str, str]) -> Sheet:
    """The sheet with what came back in its inputs, to be shown once more with its faults."""
    return replace(sheet, inputs=tuple(replace(one, value=sent.get(one.name, one.value)) for one in sheet.inputs))


def values(data: Mapping[str, Any], inputs: Iterable[Input]) -> dict[str, str]:
    """What was filled in, of what a dialog sent: input -> value, in the words of `views.Input.value`.

    Clients leave out inputs in which nothing is chosen.
    """
    return {field.name: _text(data.get(field.name)) for field in inputs}


def picks(values: Mapping[str, str], inputs: Iterable[Input]) -> list[str]:
    """Who was picked: ids in the company's directory, which is what Teams' picker tells."""
    return [values[field.name] for field in inputs if field.kind == "person" and values[field.name]]


def of(data: Mapping[str, Any]) -> Origin:
    """The dialog that sent this; what is missing is empty."""
    return Origin(_text(data.get("sheet")), _text(data.get("about")), _text(data.get("nonce")), data.get("token"))


def link(data: Mapping[str, Any]) -> str:
    """The key of the link that was pressed in a dialog: `edit.step:3/1` or `forget`; empty when the sheet was sent."""
    return _text(data.get("link"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _form(sheet: Sheet, origin: Origin, faults: Mapping[str, str]) -> Element:
    data = {"sheet": origin.key, "about": origin.about, "nonce": origin.nonce}
    if origin.token is not None:
        data["token"] = origin.token
    body = prose(sheet.intro) if sheet.intro else []
    body += [element for field in sheet.inputs for element in _input(field, sheet.lang, faults.get(field.name, ""))]
    body += [_link(one, data) for one in sheet.links if one.key.startswith("edit.")]
    actions = [submit(sheet.submit, data, style="positive")]
    actions += [_once_sure(one, data, sheet.lang) for one in sheet.links if not one.key.startswith("edit.")]
    return card(body, one_line(sheet.title, limits.SUMMARY), actions) | {"lang": sheet.lang}


def _link(one: Choice, data: Mapping[str, str]) -> Element:
    """What opens another sheet is a line with a pen: buttons would cut it off."""
    pressed = _without_inputs(one.label, one.key, data)
    shown = line([words("✎\u00a0 "), words(one_line(one.label, limits.LABEL))])
    return {"type": "Container", "style": "emphasis", "items": [shown], "selectAction": pressed, "spacing": "small"}


def _once_sure(one: Choice, data: Mapping[str, str], lang: Lang) -> Element:
    """What cannot be undone is asked back below its button."""
    title = one_line(one.label, limits.BUTTON)
    sure = card([note(text_of("sheet.forget.sure", lang), color="attention")], title, [_sure(one, data, lang)])
    return {"type": "Action.ShowCard", "title": title, "style": "destructive", "card": sure}


def _sure(one: Choice, data: Mapping[str, str], lang: Lang) -> Element:
    return _without_inputs(text_of("btn.yes_done", lang), one.key, data) | {"style": "destructive"}


def _without_inputs(title: str, key: str, data: Mapping[str, str]) -> Element:
    return submit(title, {**data, "link": key}, associatedInputs="none")


def _input(field: Input, lang: Lang, fault: str) -> list[Element]:
    """The input, with what it is for and what is wrong with it below."""
    drawn = {"id": field.name, "label": one_line(field.label, limits.LABEL), **_kind(field)}
    if field.required:
        drawn |= {"isRequired": True, "errorMessage": text_of("fault.empty", lang)}
    below = [note(field.hint)] if field.hint else []
    return [drawn, *below, *([note(fault, color="attention", weight="bolder")] if fault else [])]


def _kind(field: Input) -> Element:
    match field.kind:
        case "line" | "text":
            most = min(field.most, limits.INPUT)
            looks = {"type": "Input.Text", "maxLength": most, "isMultiline": field.kind == "text"}
            return looks | _starting(safe(field.value)[:most])
        case "day":
            return {"type": "Input.Date"} | _starting(field.value)
        case "time":
            return {"type": "Input.Time"} | _starting(field.value)
        case "choice" | "choices":
            return _choices(field)
        case "person":
            return _PICKER


def _choices(field: Input) -> Element:
    """Few choices are seen at once; many are a menu. Those of which several may be made always are boxes."""
    several = field.kind == "choices"
    return {
        "type": "Input.ChoiceSet",
        "style": "compact" if len(field.choices) > limits.RADIOS else "expanded",
        "isMultiSelect": several,
        "wrap": True,
        "choices": [{"title": _beside(one.label), "value": one.key} for one in field.choices],
    } | _starting(field.value)


def _beside(label: str) -> str:
    return escaped(one_line(label, limits.CHOICE))


def _starting(value: str) -> Element:
    return {"value": value} if value else {}
