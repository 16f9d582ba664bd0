"""The state of a talk: slots with what was typed, the open prompt, and where the person stands.

It is stored as JSON with a schema version; an older one is migrated step by step and never dropped, so that a
deploy does not strand a running talk. A field at its default is not written (that halves the state): a default
that changes, here or in the plan, would change what stored talks say, so it needs a new schema version too.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, Literal

import msgspec

from dialogs.lang import Lang
from dialogs.plan import Plan

SCHEMA: Final = 1

SlotState = Literal["empty", "given", "open", "to_check"]
Again = Literal["", "back", "fix"]
Status = Literal["idle", "offered", "talking", "paused", "stopped", "closed"]


class Slot(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing the coach asks for.

    `text` is what the person typed (empty for a sensitive answer), `pattern` the weakness it was kept with,
    `probed` the patterns already probed, `before` its earlier texts, oldest first.
    """

    state: SlotState = "empty"
    text: str = ""
    pattern: str | None = None
    probed: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    sensitive: bool = False


class Prompt(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The question that is open: its message key, the slot it fills, the step it is about.

    `token` is what its buttons carry. `again` marks a question put again (by *back* or by *fix*): passing it keeps
    the answer that stands. `about` is what a question beside the talk (of a plan's life) needs to be answered: JSON.
    """

    key: str
    token: str
    slot: str = ""
    step: int | None = None
    again: Again = ""
    buttons: tuple[str, ...] = ()
    about: str = ""


class Offer(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What was read in the message that was intercepted, and that message's name."""

    tool: str
    goal: str | None = None
    problem: str | None = None
    people: str | None = None
    due: str | None = None
    source: str = ""


class Conversation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A person's talk with the coach. One per person; a finished plan lives on in the plans.

    `held` is the question put aside while another matter is open (pause, stop, doubt); `trail` the slots answered,
    in order, for *back*; `delete_on` the day on which the notes go, once that was announced.
    """

    first_name: str = ""
    lang: Lang = "en"
    familiar: bool = False
    status: Status = "idle"
    turn: int = 0
    prompt: Prompt | None = None
    held: Prompt | None = None
    offer: Offer | None = None
    slots: dict[str, Slot] = {}
    plan: Plan = Plan()
    trail: tuple[Prompt, ...] = ()
    plans_begun: int = 0
    read_at_once: bool = False
    summary_shown: bool = False
    insisted: int = 0
    reassured: bool = False
    missed: int = 0
    other_language: int = 0
    last_at: datetime | None = None
    remind_at: datetime | None = None
    nudged: bool = False
    delete_on: date | None = None

    def slot(self, name: str) -> Slot:
        """The slot, empty when nothing was said for it."""
        return self.slots.get(name, EMPTY)

    def is_empty(self, name: str) -> bool:
        """Whether the slot is still to be asked: neither answered nor left open."""
        return self.slot(name).state == "empty"


EMPTY: Final = Slot()

# One entry per schema version: what turns a state of that version into the next.
MIGRATIONS: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}


def to_json(conversation: Conversation) -> bytes:
    """The state as JSON, with its schema version first."""
    return b'{"schema":%d,"state":%b}' % (SCHEMA, msgspec.json.encode(conversation))


class _Envelope(msgspec.Struct):
    schema: int
    state: msgspec.Raw


_envelope = msgspec.json.Decoder(_Envelope)
_state = msgspec.json.Decoder(Conversation)


def from_json(data: bytes) -> Conversation:
    """The state from JSON of this or any older schema version.

    Raises msgspec.DecodeError for what is no JSON, ValueError for a version newer than this code.
    """
    envelope = _envelope.decode(data)
    if envelope.schema == SCHEMA:
        return _state.decode(envelope.state)
    if envelope.schema > SCHEMA:
        raise ValueError(f"state of schema {envelope.schema}, this version reads up to {SCHEMA}")
    state: dict[str, Any] = msgspec.json.decode(envelope.state)
    for version in range(envelope.schema, SCHEMA):
        state = MIGRATIONS[version](state)
    return msgspec.convert(state, Conversation)
