"""The wire between the browser page and the server: JSON frames to events, replies to JSON frames.

Pure: no socket in here. A frame is one JSON object with a `type`. The page numbers what it sends (`id`); the
answer carries that number as `re`. A frame that is sent again after a broken line carries the same `key`, so that
it never counts twice. What the coach says has a key too: the page confirms it, and shows no key a second time.
"""

import re
from datetime import date
from typing import Final, Literal

import msgspec

from dialogs.coach.summary import card, open_points
from dialogs.content.catalog import text_of
from dialogs.content.script import SCRIPT
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Event, Said, Submitted
from dialogs.lang import Lang
from dialogs.plan import PlanState, Step, VerdictKind
from dialogs.replies import Reply
from dialogs.saying import day

MAX_FRAME: Final = 64 * 1024  # bytes of one frame: three times the longest message that the coach answers
MAX_NAME: Final = 40
STAGE_DONE: Final = 6  # one past the last of the five stages

_PERSON_ID: Final = re.compile(r"[A-Za-z0-9-]{8,64}")
_STAGES: Final = {line.slot: line.stage for line in SCRIPT.values() if line.slot and line.stage}


class FrameError(ValueError):
    """A frame that is no message of this protocol. `reason` is a word the page has a sentence for."""

    def __init__(self, reason: Literal["too_long", "not_json", "unknown", "no_hello"], text: str) -> None:
        super().__init__(text)
        self.reason = reason


# ---- what the page sends -----------------------------------------------------------------------------------


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """Who sits at this page. `zone` is an IANA time zone; the server falls back to UTC."""

    person: str
    name: str = ""
    lang: Lang = "en"
    zone: str = "UTC"


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What every numbered frame carries: its number on this page, and its key, unlike that of any other frame."""

    id: int = 0
    key: str = ""


class Typed(Frame, frozen=True, kw_only=True, tag="say"):
    """Something typed, to the channel or directly to the coach."""

    text: str
    where: Literal["channel", "direct"] = "direct"


class Pressed(Frame, frozen=True, kw_only=True, tag="press"):
    """A button pressed, with the token of its prompt."""

    button: str
    token: str | None = None


class Filled(Frame, frozen=True, kw_only=True, tag="form"):
    """The short form, sent: slot -> text."""

    token: str | None = None
    fields: dict[str, str]


class Switched(Frame, frozen=True, kw_only=True, tag="lang"):
    """The language switch of the page."""

    lang: Lang


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """The page has, and will keep, what the coach said under that key."""

    key: str


Numbered = Typed | Pressed | Filled | Switched
Incoming = Hello | Heard | Numbered

_incoming: Final[msgspec.json.Decoder[Incoming]] = msgspec.json.Decoder(Incoming)


def read(frame: str) -> Incoming:
    """The message of a frame. Raises FrameError, whose text says what is wrong with it."""
    if len(frame.encode()) > MAX_FRAME:
        raise FrameError("too_long", f"A message may have {MAX_FRAME} bytes at most.")
    try:
        message = _incoming.decode(frame)
    except msgspec.ValidationError as error:
        raise FrameError("unknown", f"Not a message of this page: {error}") from None
    except (msgspec.DecodeError, UnicodeEncodeError):
        raise FrameError("not_json", "Not JSON: one object per frame is expected.") from None
    if isinstance(message, Hello) and not _PERSON_ID.fullmatch(message.person):
        raise FrameError("unknown", "A person id has 8 to 64 letters, digits or hyphens.")
    return message


def first_name(typed: str) -> str:
    """A name fit to be shown: one line, no control characters, at most MAX_NAME characters."""
    words = "".join(c if c.isprintable() else " " for c in typed).split()
    return " ".join(words)[:MAX_NAME].strip() or "Alex"


def event_of(message: Typed | Pressed | Filled) -> Event:
    """What happened, in neutral form."""
    match message:
        case Pressed():
            return Clicked(message.button, message.token)
        case Filled():
            return Submitted(message.fields, message.token)
        case Typed():
            return Said(message.text)


# ---- what the server sends ---------------------------------------------------------------------------------


class LineView(msgspec.Struct, frozen=True):
    """A row of the plan, and whether it stands above or below the steps."""

    label: str
    text: str
    place: Literal["above", "below"]


class StepView(msgspec.Struct, frozen=True):
    """A step on the plan card: its words, who and when, its tool verdict."""

    text: str
    about: str
    verdict: VerdictKind | None


class PlanView(msgspec.Struct, frozen=True):
    """The plan as the page draws it, while it takes shape and after; `reviewer` is who has it for review."""

    title: str
    state: PlanState
    rows: tuple[LineView, ...]
    steps: tuple[StepView, ...]
    open: tuple[str, ...]
    reviewer: str = ""


class State(msgspec.Struct, frozen=True, tag="state"):
    """Where a person stands: the answer to hello. A page without the open question asks for it again."""

    name: str
    lang: Lang
    channel: str
    open: str | None
    plan: PlanView | None
    stage: int


class Told(msgspec.Struct, frozen=True, tag="told"):
    """The coach says something; with `about`, in place of what it said under that key."""

    key: str
    reply: Reply
    about: str | None = None


class Withdrawn(msgspec.Struct, frozen=True, tag="withdrawn"):
    """The coach takes back what it said under the key `about`."""

    key: str
    about: str


class Answered(msgspec.Struct, frozen=True, tag="answered"):
    """Frame `re` was taken, and what the coach says to it was told; `open` is the token of the question open now."""

    open: str | None
    lang: Lang
    re: int


class PlanNow(msgspec.Struct, frozen=True, tag="plan"):
    """The plan after a turn, and the stage of the talk: 0 before it, 1 to 5, 6 when the plan is saved."""

    plan: PlanView | None
    stage: int


class Posted(msgspec.Struct, frozen=True, tag="channel"):
    """A colleague's message in the channel. Passed on, never kept."""

    name: str
    text: str


class Refused(msgspec.Struct, frozen=True, tag="error"):
    """A frame that changed nothing: a word for the page, a sentence for whoever reads the wire."""

    reason: str
    text: str
    re: int = 0


Outgoing = State | Told | Withdrawn | Answered | PlanNow | Posted | Refused


def write(message: Outgoing) -> str:
    """The frame of a message."""
    return msgspec.json.encode(message).decode()


def state(name: str, channel: str, conversation: Conversation, today: date, reviewer: str = "") -> State:
    """The answer to hello."""
    return State(
        name=name,
        lang=conversation.lang,
        channel=channel,
        open=open_token(conversation),
        plan=plan_view(conversation, today, reviewer),
        stage=stage(conversation),
    )


def open_token(conversation: Conversation) -> str | None:
    """The token of the open question, None when nothing is asked."""
    return conversation.prompt.token if conversation.prompt else None


def stage(conversation: Conversation) -> int:
    """Where the talk stands: 0 before it, 1 to 5, 6 when the plan is saved."""
    if conversation.status == "closed":
        return STAGE_DONE
    prompt = conversation.prompt
    if prompt is not None and (asked := _STAGES.get(prompt.slot) or SCRIPT[prompt.key].stage) is not None:
        return asked
    return max((_STAGES.get(name, 0) for name in conversation.slots), default=0)


def plan_view(conversation: Conversation, today: date, reviewer: str = "") -> PlanView | None:
    """The plan as it stands, None while nothing of it is known."""
    plan, lang = conversation.plan, conversation.lang
    drawn_apart = {text_of("row.steps", lang), text_of("row.open", lang)}
    above = {text_of(f"row.{name}", lang) for name in ("problem", "objective", "mechanism", "people")}
    shown = card(conversation, today)
    rows = tuple(
        LineView(row.label, row.text, "above" if row.label in above else "below")
        for row in shown.rows
        if row.label not in drawn_apart
    )
    if not rows and not plan.steps:
        return None
    steps = tuple(_step_view(step, lang, today) for step in plan.steps)
    return PlanView(shown.title, plan.state, rows, steps, tuple(open_points(conversation, today)), reviewer)


def _step_view(step: Step, lang: Lang, today: date) -> StepView:
    about = [part for part in (step.owner, day(step.due, lang, today) if step.due else None) if part]
    return StepView(step.text, " · ".join(about), step.verdict)
