"""What comes in: everything that can happen to a conversation, free of any platform.

An adapter translates a platform's payload to one of these; `engine.step` takes it from there. The moment is
a value too: the core never looks at a clock.
"""

from datetime import date, datetime

import msgspec

from dialogs.lang import Lang


class Moment(msgspec.Struct, frozen=True):
    """When an event happens: an aware time in the person's own time zone."""

    now: datetime

    @property
    def today(self) -> date:
        """The day on the person's own calendar."""
        return self.now.date()


class Noticed(msgspec.Struct, frozen=True, tag="noticed"):
    """A tool-first message was judged and the coach may speak: make the private offer.

    `tool` is the phrase as typed, with its article; the others are None when the message does not say them.
    The message itself is not part of the event: it is never stored. `source` names it, empty where nothing does.
    """

    tool: str
    lang: Lang
    goal: str | None = None
    problem: str | None = None
    people: str | None = None
    due: str | None = None
    source: str = ""


class Unsaid(msgspec.Struct, frozen=True, tag="unsaid"):
    """The message of that name was deleted, or says something else now: an offer made for it is taken back."""

    source: str


class Said(msgspec.Struct, frozen=True, tag="said"):
    """A person typed something to the coach. `excerpts`: words of it that may tell parts of the plan, by slot."""

    text: str
    excerpts: dict[str, str] = {}


class Reworded(msgspec.Struct, frozen=True, tag="reworded"):
    """A person edited what they had typed to the coach: the answer that it gave is corrected."""

    before: str
    after: str


class Clicked(msgspec.Struct, frozen=True, tag="clicked"):
    """A person pressed a button. `token` names the prompt it belongs to; None means the open one."""

    button: str
    token: str | None = None


class Submitted(msgspec.Struct, frozen=True, tag="submitted"):
    """A person sent the short form: slot name -> text. Empty fields are left as they are."""

    fields: dict[str, str]
    token: str | None = None


class Started(msgspec.Struct, frozen=True, tag="started"):
    """A person asked for the coach; `noticed` is what was read in a message that they asked about, if any."""

    noticed: Noticed | None = None


class PlanEdited(msgspec.Struct, frozen=True, tag="plan_edited"):
    """A person changed answers of a plan in a form of its own: slot -> text, only those that changed."""

    number: int
    fields: dict[str, str]


class StepEdited(msgspec.Struct, frozen=True, tag="step_edited"):
    """A person changed one step of a plan (counted from 0): its words, who does it, and by which day."""

    number: int
    step: int
    text: str
    owner: str = ""
    due: date | None = None


class RegisterChosen(msgspec.Struct, frozen=True, tag="register_chosen"):
    """A person chose how they are addressed in French: *tu* when familiar, else *vous*."""

    familiar: bool


class LanguageChosen(msgspec.Struct, frozen=True, tag="language_chosen"):
    """A person chose the language in a place that has a switch for it."""

    lang: Lang


class Elapsed(msgspec.Struct, frozen=True, tag="elapsed"):
    """Time passed: whatever is due by this moment is said now."""


Event = (
    Noticed
    | Unsaid
    | Said
    | Reworded
    | Clicked
    | Submitted
    | Started
    | PlanEdited
    | StepEdited
    | LanguageChosen
    | RegisterChosen
    | Elapsed
)
