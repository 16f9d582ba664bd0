"""What people press and ask about in Teams, translated like what they say: pure, activities in, drafts out.

Teams sends a press again when an answer of ours is late, with the same id and then with a new one: a press is named by
what was pressed, so that it counts once. A question's button cannot be pressed twice on purpose, as its card is
replaced; of others the moment on the person's own clock tells one press from the next.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from adapters.hearing import Commanded
from adapters.teams.gate import Activity
from adapters.teams.inbound import Draft, Judge, noticed, place_of, room_of
from adapters.teams.text import typed
from dialogs.events import Clicked, Started

REVIEW: Final = "reviewPlan"
ACTIONS: Final = frozenset({"thinkThrough", REVIEW})
"""The message actions of the manifest."""

_BUTTONS: Final = ("btn.", "blk.", "drop.", "chk.")  # how the keys of the script's buttons begin


class Button(msgspec.Struct, frozen=True):
    """A button of ours: its key, the prompt it is of, its label, and what its card said (not in an older client).

    `stays`: its card stays as it is, with all its buttons.
    """

    verb: str
    token: str | None = None
    answer: str = ""
    shown: dict[str, Any] = {}
    stays: bool = False


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
        source="/".join(("press", room_of(activity), card, press.token or _moment(activity), press.verb, user)),
        event=Clicked(press.verb, press.token or None),
        place=msgspec.structs.replace(place_of(activity), message=card, pressed=not press.stays),
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
    """A message action, in private: think that message through, or review the plan in it. None for one not ours."""
    try:
        asked = msgspec.convert(activity.value, _Asked)
    except msgspec.ValidationError:
        return None
    if asked.command_id not in ACTIONS:
        return None
    message, user = asked.message_payload, activity.from_.id if activity.from_ else ""
    source = "/".join(("action", room_of(activity), message.id if message else "", _moment(activity), user))
    words = typed({"text": message.body.content}) if message and message.body else ""
    place = msgspec.structs.replace(place_of(activity), pressed=True)
    if asked.command_id == REVIEW and words:
        return Draft(source, Commanded(f"review {words}"), place)
    return Draft(source, Started(noticed(judge(words) if words else None)), place)


def _moment(activity: Activity) -> str:
    """When the person did it: what is sent again with a new id is still of the same moment on their own clock."""
    return activity.local_timestamp or activity.id or ""


def _carried(activity: Activity) -> Any:
    """What the button carries. Raises msgspec.ValidationError for an invoke of another shape."""
    if activity.type != "invoke":
        return activity.value
    action = msgspec.convert(activity.value, _Execute).action
    return {**action.data, "verb": action.verb}
