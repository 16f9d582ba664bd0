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
    The message itself is not part of the event: it is never stored.
    """

    tool: str
    lang: Lang
    goal: str | None = None
    problem: str | None = None
    people: str | None = None
    due: str | None = None


class Said(msgspec.Struct, frozen=True, tag="said"):
    """A person typed something to the coach."""

    text: str


class Clicked(msgspec.Struct, frozen=True, tag="clicked"):
    """A person pressed a button. `token` names the prompt it belongs to; None means the open one."""

    button: str
    token: str | None = None


class Submitted(msgspec.Struct, frozen=True, tag="submitted"):
    """A person sent the short form: slot name -> text. Empty fields are left as they are."""

    fields: dict[str, str]
    token: str | None = None


class Started(msgspec.Struct, frozen=True, tag="started"):
    """A person asked for the coach (`/plan start`), with no message to start from."""


class LanguageChosen(msgspec.Struct, frozen=True, tag="language_chosen"):
    """A person chose the language in a place that has a switch for it."""

    lang: Lang


class Elapsed(msgspec.Struct, frozen=True, tag="elapsed"):
    """Time passed: whatever is due by this moment is said now."""


Event = Noticed | Said | Clicked | Submitted | Started | LanguageChosen | Elapsed
