"""What the coach knows of the company it works in: its own tools, whom to ask, how to address people.

Plain values. They come from the organisation file, read elsewhere; the coach has no product names of its own.
"""

from typing import Literal

import msgspec

Audience = Literal["internal", "outside", "deskless"]


class Tool(msgspec.Struct, frozen=True):
    """A tool the company has, as an entry of its catalogue.

    `category` is a key of `dialogs.content.tool_categories.CATEGORIES`. `available_to` says which people can
    reach it (colleagues at a desk, people outside the company, colleagues without a desk), `used_by` which of
    them already do. `name` is said as written, article included: "the maintenance wiki".
    """

    name: str
    category: str
    available_to: tuple[Audience, ...] = ("internal",)
    used_by: tuple[Audience, ...] = ()
    contact: str | None = None


class Company(msgspec.Struct, frozen=True):
    """The company's settings that change what the coach says.

    `channels` are those that opted in to the coach. `tool_contact` is who takes requests for a tool,
    `coach_contact` who answers for the coach itself; None leaves the wording to the language. With
    `requires_review`, a person must approve a plan before it starts.
    """

    tools: tuple[Tool, ...] = ()
    channels: tuple[str, ...] = ()
    tool_contact: str | None = None
    coach_contact: str | None = None
    fr_register: Literal["vous", "tu"] = "vous"
    requires_review: bool = False
