"""What people press and ask about in Teams, translated like what they say: pure, activities in, drafts out.

Teams sends a press again when an answer of ours is late, with the same id and then with a new one: a press is named by
what was pressed, so that it counts once. No button can be pressed twice on purpose, as its card is replaced.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from adapters.teams.gate import Activity
from adapters.teams.inbound import Draft, Judge, noticed, place_of, room_of
from adapters.teams.text import typed
from dialogs.events import Clicked, Started

ACTIONS: Final = frozenset({"thinkThrough", "reviewPlan"})
"""The message actions of the manifest; until plans of others can be reviewed, both think that message through."""

_BUTTONS: Final = ("btn.", "blk.", "drop.")  # how the keys of the script's buttons begin


class Button(msgspec.Struct, frozen=True):
    """A button of ours: its key, the prompt it is of, its label, and what its card said (not in an older client)."""

    verb: str
    token: str | None = None
    answer: str = ""
    shown: dict[str, Any] = {}


class _Data(msgspec.Struct, frozen=True):
    data: dict[str, Any]


class _Action(msgspec.Struct, frozen=True):
    verb: str
    data: dict[str, Any]


class _Execute(msgspec.Struct, frozen=True):
    action: _Action


class _Body(msgspec.Struct, frozen=True):
    content: str | None = None


class _Message(msgspec.Struct, frozen=True):
    id: str
    body: _Body | None = None


class _Asked(msgspec.Struct, frozen=True, rename="camel"):
    command_id: str
    message_payload: _Message | None = None


def button(activity: Activity) -> Button | None:
    """What was pressed: an `adaptiveCard/action`, or the message of an older client; None for what is none of ours."""
    try:
        pressed = msgspec.convert(_carried(activity), Button)
    except msgspec.ValidationError:
        return None
    return pressed if pressed.verb.startswith(_BUTTONS) else None


def clicked(press: Button, activity: Activity) -> Draft:
    """The draft of a press."""
    card, user = activity.reply_to_id or "", activity.from_.id if activity.from_ else ""
    return Draft(
        source="/".join(("press", room_of(activity), card, press.token or "", press.verb, user)),
        event=Clicked(press.verb, press.token),
        place=msgspec.structs.replace(place_of(activity), message=card, pressed=True),
        public=not activity.private,
        shown=msgspec.json.encode(press.shown).decode() if press.shown else "",
    )


def data_of(activity: Activity) -> Mapping[str, Any]:
    """What a dialog was asked for with, or sent back; empty for what is none of ours."""
    try:
        return msgspec.convert(activity.value, _Data).data
    except msgspec.ValidationError:
        return {}


def asked_about(activity: Activity, judge: Judge) -> Draft | None:
    """A message action: think that message through, in private. None for an action that is not ours."""
    try:
        asked = msgspec.convert(activity.value, _Asked)
    except msgspec.ValidationError:
        return None
    if asked.command_id not in ACTIONS:
        return None
    message, user = asked.message_payload, activity.from_.id if activity.from_ else ""
    # Sent again with a new id, it is still of the same moment on the person's own clock.
    moment = activity.local_timestamp or activity.id or ""
    source = "/".join(("action", room_of(activity), message.id if message else "", moment, user))
    words = typed({"text": message.body.content}) if message and message.body else ""
    place = msgspec.structs.replace(place_of(activity), pressed=True)
    return Draft(source, Started(noticed(judge(words) if words else None)), place)


def _carried(activity: Activity) -> Any:
    """What the button carries. Raises msgspec.ValidationError for an invoke of another shape."""
    if activity.type != "invoke":
        return activity.value
    action = msgspec.convert(activity.value, _Execute).action
    return {**action.data, "verb": action.verb}
