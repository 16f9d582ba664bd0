"""What cards are made of, each built in one place, where its limits hold. Texts come in as the coach says them.

All that is said is in text runs: see text.py for why no TextBlock is among the elements.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from adapters.teams import limits
from adapters.teams.marks import runs
from adapters.teams.text import lines, one_line

Element = dict[str, Any]

CARD: Final = "application/vnd.microsoft.card.adaptive"


def card(body: Iterable[Element], summary: str, actions: Iterable[Element] = ()) -> Element:
    """A card of the newest version that Teams shows; `summary` is for clients that show none."""
    drawn: Element = {"type": "AdaptiveCard", "version": "1.5", "fallbackText": summary, "body": list(body)}
    last = list(actions)
    return drawn | {"actions": last} if last else drawn


def attached(content: Element) -> Element:
    """A card as an attachment."""
    return {"contentType": CARD, "content": content}


def line(inlines: Iterable[Element], spacing: str = "default") -> Element:
    """One line of text, as long as it likes."""
    return {"type": "RichTextBlock", "spacing": spacing, "inlines": list(inlines)}


def words(text: str, **looks: Any) -> Element:
    """A run of words as they are: nobody's asterisks are marks in it."""
    return {"type": "TextRun", "text": text, **looks}


def prose(text: str) -> list[Element]:
    """A text of any length: an element for each line."""
    return [line(runs(said), "default" if fresh else "small") for said, fresh in lines(text)] or [nothing()]


def nothing() -> Element:
    """Stands where there is no more, or no text at all."""
    return line([words("…")], "small")


def heading(text: str) -> Element:
    """A title."""
    return line([words(one_line(text, limits.TITLE), size="large", weight="bolder")])


def label(text: str) -> Element:
    """Names what stands below it."""
    return line([words(one_line(text, limits.LABEL), weight="bolder")])


def beside(name: Element, said: list[Element]) -> Element:
    """A label and what it names, in two columns."""
    columns = [
        {"type": "Column", "width": limits.LABELS, "items": [name]},
        {"type": "Column", "width": "stretch", "items": said},
    ]
    return {"type": "ColumnSet", "columns": columns}


def set_apart(elements: list[Element]) -> list[Element]:
    """Below a line of its own, where there is something."""
    return [element | {"separator": True} if at == 0 else element for at, element in enumerate(elements)]


def note(text: str, **looks: Any) -> Element:
    """A small line that belongs to what is above it; grey unless it is told to look otherwise."""
    return line([words(one_line(text, limits.PARAGRAPH), **(looks or {"isSubtle": True, "size": "small"}))], "small")


def execute(title: str, verb: str, data: Mapping[str, Any], *, primary: bool = False, more: bool = False) -> Element:
    """A button that is answered at once. `more` puts it behind “…”.

    A client that knows no such buttons sends a message instead, which says the same but shows nothing new in its place;
    so what the question stood on is not in there a second time.
    """
    old = {name: value for name, value in data.items() if name != "shown"}
    pressed: Element = {"type": "Action.Execute", "title": one_line(title, limits.BUTTON), "verb": verb}
    pressed |= {"data": dict(data), "fallback": submit(title, {"verb": verb, **old})}
    if primary:
        pressed["style"] = "positive"
    if more:
        pressed["mode"] = "secondary"
    return pressed


def submit(title: str, data: Mapping[str, Any], **looks: Any) -> Element:
    """A button that sends the card; in a dialog all of them are."""
    return {"type": "Action.Submit", "title": one_line(title, limits.BUTTON), "data": dict(data), **looks}


def link(title: str, url: str) -> Element:
    """A button that opens an address."""
    return {"type": "Action.OpenUrl", "title": one_line(title, limits.BUTTON), "url": url}


def packed(actions: Iterable[Element]) -> list[list[Element]]:
    """Buttons in rows that fit a phone, which cuts off what does not."""
    rows: list[list[Element]] = []
    room = 0
    for together in _together(actions):
        wide = sum(map(_width, together))
        if wide > room or len(rows[-1]) + len(together) > limits.ACTIONS:
            rows.append([])
            room = limits.ROW
        rows[-1] += together
        room -= wide
    return rows


def row_of_buttons(actions: list[Element]) -> Element:
    """Buttons inside a card rather than at its end."""
    return {"type": "ActionSet", "spacing": "small", "actions": actions}


def _together(actions: Iterable[Element]) -> list[list[Element]]:
    """Each button on its own, but those behind “…” with the one in front of it: dots alone say nothing."""
    groups: list[list[Element]] = []
    for action in actions:
        if groups and _is_hidden(action) and len(groups[-1]) < limits.ACTIONS:
            groups[-1].append(action)
        else:
            groups.append([action])
    return groups


def _is_hidden(action: Element) -> bool:
    return action.get("mode") == "secondary"


def _width(action: Element) -> int:
    """In characters; all that is behind the dots takes the room of the dots, about a button's frame."""
    return 1 if _is_hidden(action) else len(action["title"]) + limits.FRAME
