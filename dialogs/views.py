"""What people look at rather than talk with: sheets (a form in a window of its own) and the home page.

Neutral, like the replies: each adapter draws them in the manner of its platform. All words are in the person's
language already.
"""

from typing import Literal

import msgspec

from dialogs.lang import Lang
from dialogs.replies import Choice, Row

SheetKey = Literal["edit.plan", "edit.step", "settings", "send"]
InputKind = Literal["line", "text", "day", "choice", "choices", "time", "person"]


class Input(msgspec.Struct, frozen=True):
    """One input of a sheet. `name` names it when the sheet comes back.

    `value` is what it starts with: text; an ISO day; "HH:MM"; the key of a choice; keys between commas for several; of
    a person nothing (it comes back as the platform's id of whom was picked).
    `most` is the longest text, in characters.
    """

    name: str
    label: str
    value: str = ""
    kind: InputKind = "text"
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    most: int = 3000


class Sheet(msgspec.Struct, frozen=True):
    """A form in a window of its own. `title`, `submit` and `cancel` have 24 characters at most.

    `about` says what it is about when it comes back: "3" is plan 3, "3/1" its second step (counted from 0). `links`
    are buttons in it that open another sheet, or do something at once: their keys are `edit.step:3/1` or `forget`.
    """

    key: SheetKey
    title: str
    submit: str
    cancel: str
    about: str = ""
    intro: str = ""
    inputs: tuple[Input, ...] = ()
    links: tuple[Choice, ...] = ()
    lang: Lang = "en"


class Settings(msgspec.Struct, frozen=True):
    """What a person has set: how they are addressed, and when and where the coach may offer its help by itself.

    The hours are "HH:MM" on their own clock. `quiet_channels` are those where they want no offer: id and label.
    `digest` is the weekday of the weekly digest ("0" is Monday) or "off"; empty for somebody who reads no plans.
    """

    lang: Lang = "en"
    familiar: bool = False
    offers: bool = True
    hours_from: str = "08:00"
    hours_to: str = "19:00"
    quiet_channels: tuple[Choice, ...] = ()
    digest: str = ""
    digest_at: str = "08:30"


class PlanLine(msgspec.Struct, frozen=True):
    """A plan as one line of the home page."""

    number: int
    title: str
    state: str
    open_points: tuple[str, ...] = ()
    changed_on: str = ""


class PlanGroup(msgspec.Struct, frozen=True):
    """The plans in one state, under its label."""

    label: str
    plans: tuple[PlanLine, ...]


class Home(msgspec.Struct, frozen=True):
    """A person's home page.

    `waiting` is what waits for them, one sentence each; `settings` what is set now; `privacy` three lines. `buttons`
    are the actions of the page: their keys are `home.start`, `home.continue`, `home.settings`, `home.quiet_off`...
    `plan_buttons` stand beside each plan: `home.show`, `home.edit`.
    """

    lang: Lang
    title: str
    intro: str
    waiting: tuple[str, ...]
    groups: tuple[PlanGroup, ...]
    empty: str
    settings: tuple[Row, ...]
    privacy: tuple[str, ...]
    headings: tuple[str, str, str, str]
    buttons: tuple[Choice, ...]
    plan_buttons: tuple[Choice, ...]
