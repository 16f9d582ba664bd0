"""What people press, choose, command and send in Slack, translated like what they say: pure, payloads in, drafts out.

What opens a window instead of starting a turn is a `Wanted`: it needs the trigger of the press at once.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, cast, get_args

import msgspec

from adapters.choices import OPEN_TALK, SHEET
from adapters.hearing import Commanded, Forgotten, SheetSent
from adapters.slack.blocks import FORM, LINK, MORE, PAGE, without_actions
from adapters.slack.inbound import Draft, Judge, noticed, without_nulls
from adapters.slack.manifest import REVIEW_PLAN, START_PLAN, THINK_THROUGH
from adapters.slack.place import Place
from adapters.slack.sheets import note_of, values
from adapters.slack.text import typed
from dialogs.events import Clicked, Event, Started, Submitted
from dialogs.views import SheetKey

EPHEMERAL: Final = "ephemeral"
"""`Happened.shown` of a press on a message that only one person sees: it can be deleted, not shown again."""

FORGET_ME: Final = "forget"
"""Value of the link in a sheet that deletes all about the person."""

BUTTONS: Final = ("btn.", "blk.", "drop.", "chk.")  # how the keys of the script's buttons begin

_SHORTCUTS: Final = (THINK_THROUGH, REVIEW_PLAN, START_PLAN)
_SHEETS: Final = get_args(SheetKey)
_WINDOWS: Final = {
    "settings": "settings", "réglages": "settings", "reglages": "settings",
    "edit": "edit.plan", "modifier": "edit.plan", "send": "send", "envoyer": "send",
}  # fmt: skip
_TYPED: Final = re.compile(r"(\S+)(?:\s+#?(\d+))?")
_HOME: Final = {"home.settings": "settings", "home.edit": "edit.plan"}


class Wanted(NamedTuple):
    """A window to open: which sheet about what. `token`: it is the short form of that prompt."""

    key: SheetKey
    about: str = ""
    token: str | None = None


class _Who(msgspec.Struct, frozen=True):
    id: str


class _Container(msgspec.Struct, frozen=True):
    channel_id: str = ""
    message_ts: str = ""
    thread_ts: str | None = None
    is_ephemeral: bool = False
    view_id: str = ""


class _Option(msgspec.Struct, frozen=True):
    value: str


class Action(msgspec.Struct, frozen=True):
    """A button pressed, or an entry chosen; an input of a window tells nothing before it is sent."""

    action_id: str
    action_ts: str = ""
    value: str | None = None
    selected_option: _Option | None = None


class _Blocks(msgspec.Struct, frozen=True):
    blocks: list[dict[str, Any]] = []
    text: str = ""


class _Press(msgspec.Struct, frozen=True):
    user: _Who
    actions: list[Action]
    container: _Container
    message: _Blocks | None = None
    response_url: str = ""


class _Shortcut(msgspec.Struct, frozen=True):
    user: _Who
    callback_id: str
    action_ts: str
    message: _Blocks | None = None
    channel: _Who | None = None
    response_url: str = ""


class _Command(msgspec.Struct, frozen=True):
    user_id: str
    channel_id: str
    trigger_id: str
    text: str = ""
    response_url: str = ""


class _View(msgspec.Struct, frozen=True):
    id: str
    state: dict[str, Any]
    callback_id: str = ""
    private_metadata: str = ""


class _Sent(msgspec.Struct, frozen=True):
    user: _Who
    view: _View


def interactions(body: Mapping[str, Any], judge: Judge) -> tuple[Draft, ...]:
    """The drafts of a command, a press, a shortcut or a window that was sent: one, or none."""
    body = without_nulls(body)
    try:
        match body:
            case {"command": _}:
                draft = _commanded(msgspec.convert(body, _Command))
            case {"type": "block_actions"}:
                draft = _pressed(msgspec.convert(body, _Press))
            case {"type": "message_action" | "shortcut"}:
                draft = _shortcut(msgspec.convert(body, _Shortcut), judge)
            case {"type": "view_submission"}:
                draft = _sent(msgspec.convert(body, _Sent))
            case _:
                draft = None
    except msgspec.DecodeError:
        return ()
    return () if draft is None else (draft,)


def wanted(body: Mapping[str, Any]) -> Wanted | None:
    """The window that a command or a press asks for, if it does."""
    body = without_nulls(body)
    try:
        if "command" in body:
            return _window_of(typed(msgspec.convert(body, _Command).text))
        action = msgspec.convert(body, _Press).actions[0]
    except (msgspec.ValidationError, IndexError):
        return None
    if action.action_id == FORM and action.value:
        return Wanted("edit.plan", token=action.value)
    key, about = _HOME.get(action.action_id, ""), action.value or ""
    if action.action_id == LINK or action.action_id.startswith(SHEET):
        key, _, about = about.partition(":")
    return Wanted(cast(SheetKey, key), about) if key in _SHEETS else None


def understood(body: Mapping[str, Any]) -> bool:
    """Whether what was pressed or sent is of this release; an older message or window may have other things."""
    match body:
        case {"type": "block_actions", "actions": [{"action_id": str(name)}, *_]}:
            return name.startswith((*BUTTONS, "home.", SHEET, PAGE)) or name in (MORE, FORM, LINK)
        case {"type": "view_submission", "view": {"callback_id": name}}:
            return name in _SHEETS or name == FORM
        case {"type": "message_action" | "shortcut", "callback_id": name}:
            return name in _SHORTCUTS
        case _:
            return True


def _window_of(text: str) -> Wanted | None:
    line = _TYPED.fullmatch(text.strip().lower())
    key = _WINDOWS.get(line[1]) if line else None
    return Wanted(cast(SheetKey, key), (line and line[2]) or "") if key else None


def _commanded(command: _Command) -> Draft | None:
    """A command in a direct message, ours or one with a colleague, is answered in the private talk."""
    text, channel = typed(command.text, labelled=True), command.channel_id
    if _window_of(text):
        return None
    source = f"command/{command.trigger_id}"
    if channel.startswith("D"):
        return Draft(source, command.user_id, Commanded(text), Place())
    place = Place(channel)
    return Draft(source, command.user_id, Commanded(text, channel), place, command.response_url, public=True)


def _pressed(press: _Press) -> Draft | None:
    action, where = press.actions[0], press.container
    event = _event_of(action)
    if event is None:
        return None
    source = "/".join(("click", where.channel_id or where.view_id, where.message_ts, action.action_ts, press.user.id))
    if not where.channel_id or where.channel_id.startswith("D"):  # there every message stands in a thread
        place = Place(where.channel_id, where.thread_ts or where.message_ts, where.message_ts)
        return Draft(source, press.user.id, event, place, press.response_url, shown=_shown(press))
    if not where.is_ephemeral:  # a posted card stays as it is, for all the others: the answer stands beside it
        return Draft(source, press.user.id, event, Place(where.channel_id), press.response_url, public=True)
    place = Place(where.channel_id, where.thread_ts or "", where.message_ts)
    return Draft(source, press.user.id, event, place, press.response_url, public=True, shown=EPHEMERAL)


def _event_of(action: Action) -> Event | Commanded | Forgotten | None:
    match action.action_id, action.value:
        case "home.start" | "home.continue", _:
            return Started()
        case "home.show", number:
            return Commanded(f"show {number}")
        case name, what if (name, what) == (LINK, FORGET_ME):
            return Forgotten()
        case name, _ if name == MORE and action.selected_option:
            key, _, token = action.selected_option.value.partition("|")
            return Clicked(key, token)
        case key, token if key.startswith(BUTTONS) and key != OPEN_TALK:
            return Clicked(key, token)
        case _:
            return None


def _shown(press: _Press) -> str:
    if press.container.is_ephemeral:
        return EPHEMERAL
    return msgspec.json.encode(without_actions(press.message.blocks)).decode() if press.message else ""


def _shortcut(shortcut: _Shortcut, judge: Judge) -> Draft | None:
    source = f"shortcut/{shortcut.action_ts}/{shortcut.user.id}"
    plan = typed(shortcut.message.text, labelled=True).strip() if shortcut.message else ""
    if shortcut.callback_id == REVIEW_PLAN and plan:
        return Draft(source, shortcut.user.id, Commanded(f"review {plan}"), Place())
    if shortcut.callback_id not in _SHORTCUTS:
        return None
    channel = shortcut.channel.id if shortcut.channel else ""
    channel = "" if channel.startswith("D") else channel
    about = noticed(judge(typed(shortcut.message.text))) if shortcut.message else None
    url = shortcut.response_url if channel else ""
    return Draft(source, shortcut.user.id, Started(about), Place(channel), url, public=bool(channel))


def _sent(sent: _Sent) -> Draft | None:
    view, user = sent.view, sent.user.id
    source = f"sheet/{view.id}"
    filled = values(view.state)
    if view.callback_id == FORM:
        return Draft(source, user, Submitted(filled, view.private_metadata), Place())
    if view.callback_id not in _SHEETS:
        return None
    about = note_of(view.private_metadata).about
    return Draft(source, user, SheetSent(cast(SheetKey, view.callback_id), about, filled), Place())
