"""What goes out: replies in neutral form. Each adapter renders them in the manner of its platform."""

from typing import Literal

import msgspec

Audience = Literal["only_you", "thread", "direct"]


class Choice(msgspec.Struct, frozen=True):
    """A button: its message key and its label in the person's language."""

    key: str
    label: str


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
    """The plan on one screen: `text` for plain places, `title` and `rows` for rich ones."""

    key: str
    text: str
    title: str
    rows: tuple[Row, ...]
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


Reply = Say | Ask | Form | PlanCard


def choices_of(reply: Reply) -> tuple[Choice, ...]:
    """The buttons under a reply, none for a plain message."""
    return () if isinstance(reply, Say) else reply.choices
