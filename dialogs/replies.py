"""What goes out: replies in neutral form. Each adapter renders them in the manner of its platform."""

from datetime import date
from typing import Literal

import msgspec

Audience = Literal["only_you", "thread", "direct", "channel"]
"""Who reads it: they alone where they are, their thread, their private talk, or everybody in the channel."""


class Choice(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button: its message key and its label in the person's language.

    A key may name the plan and the version that it is about: "btn.approve:T1/U1/3@2". With a `url` it opens that page,
    and pressing it tells nothing.
    """

    key: str
    label: str
    url: str = ""


class Say(msgspec.Struct, frozen=True, tag="say"):
    """A message that expects nothing. `key` is its message key, `kind` the script's kind."""

    key: str
    text: str
    kind: str = "say"
    audience: Audience = "direct"


class Ask(msgspec.Struct, frozen=True, tag="ask"):
    """A question: free text is always welcome, the choices are shortcuts.

    `token` names the prompt; a press with another token is stale and changes nothing.
    """

    key: str
    text: str
    token: str
    choices: tuple[Choice, ...] = ()
    kind: str = "ask"
    audience: Audience = "direct"


class Field(msgspec.Struct, frozen=True):
    """One field of a form: the slot it fills, its label, the text it starts with."""

    slot: str
    label: str
    value: str = ""


class Form(msgspec.Struct, frozen=True, tag="form"):
    """Several slots at once, for people who prefer to write it in one go."""

    key: str
    text: str
    token: str
    fields: tuple[Field, ...]
    kind: str = "form"
    audience: Audience = "direct"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """A form has no buttons of its own."""
        return ()


class Row(msgspec.Struct, frozen=True):
    """One line of a card: a label and what stands beside it."""

    label: str
    text: str


class PlanCard(msgspec.Struct, frozen=True, tag="plan_card"):
    """The plan on one screen: `text` for plain places, all of it; `title`, `rows` and the rest for rich ones.

    `intro` stands above the title (who asks for what), `notes` are paragraphs below the rows (findings).
    """

    key: str
    text: str
    title: str
    rows: tuple[Row, ...]
    intro: str = ""
    notes: tuple[str, ...] = ()
    token: str = ""
    choices: tuple[Choice, ...] = ()
    kind: str = "card"
    audience: Audience = "direct"


class Point(msgspec.Struct, frozen=True):
    """A figure on a day."""

    on: date
    value: float


class ProgressCard(msgspec.Struct, frozen=True, tag="progress_card"):
    """How a plan's measure moves: `text` has a bar and the figures, for every place; the rest is for a native chart.

    `line` is the straight way from the figure at the start to the target, two points; `readings` in order of their day.
    """

    key: str
    text: str
    title: str
    measure: str
    unit: str
    line: tuple[Point, ...]
    readings: tuple[Point, ...]
    token: str = ""
    choices: tuple[Choice, ...] = ()
    kind: str = "card"
    audience: Audience = "direct"


class DigestSection(msgspec.Struct, frozen=True):
    """One part of a digest: its heading, and a line for each plan or figure. `more` says how many are left out."""

    title: str
    lines: tuple[str, ...]
    more: str = ""


class DigestCard(msgspec.Struct, frozen=True, tag="digest_card"):
    """What somebody hears of a week: `text` has all of it for plain places, the rest is for rich ones.

    `totals` is one line, or empty; `foot` says what a digest never tells.
    """

    key: str
    text: str
    title: str
    headline: str
    sections: tuple[DigestSection, ...]
    totals: str
    foot: str
    token: str = ""
    choices: tuple[Choice, ...] = ()
    kind: str = "card"
    audience: Audience = "direct"


class Settled(msgspec.Struct, frozen=True):
    """A question that has its answer. `shown` is what it stood on, in the platform's own words.

    `answer` is the label of the button that was pressed; empty when the question was out of date.
    """

    shown: str
    answer: str = ""


Reply = Say | Ask | Form | PlanCard | ProgressCard | DigestCard


def choices_of(reply: Reply) -> tuple[Choice, ...]:
    """The buttons under a reply, none for a plain message."""
    return () if isinstance(reply, Say) else reply.choices
