"""Composition objects: texts, options, confirm dialogs, and what they are built of."""

from tests.fakes.slack.blockkit.schema import (
    Check,
    Obj,
    anything,
    at_least_one,
    boolean,
    exactly_one,
    list_of,
    one_of,
    tagged,
    text_of,
    url_of,
)


def plain(hi: int = 3000, lo: int = 1) -> Obj:
    return Obj({"type": one_of("plain_text"), "text": text_of(lo, hi)}, {"emoji": boolean})


def mrkdwn(hi: int = 3000) -> Obj:
    return Obj({"type": one_of("mrkdwn"), "text": text_of(1, hi)}, {"verbatim": boolean})


def any_text(hi: int = 3000) -> Check:
    return tagged({"plain_text": plain(hi), "mrkdwn": mrkdwn(hi)}, "text")


def block_of(
    kind: str,
    required: dict[str, Check] | None = None,
    optional: dict[str, Check] | None = None,
    also: Check | None = None,
) -> Obj:
    """A block of this kind; every block may carry a block_id."""
    return Obj({"type": one_of(kind), **(required or {})}, {"block_id": BLOCK_ID, **(optional or {})}, also)


ACTION_ID = text_of(1, 255)
BLOCK_ID = text_of(1, 255)
USER_ID = text_of(1, None, r"^[UW][A-Z0-9]+$")
CHANNEL_ID = text_of(1, None, r"^[CG][A-Z0-9]+$")
PLACEHOLDER = plain(150)
STYLE = one_of("primary", "danger")
LABEL75 = text_of(1, 75)
CONFIRM = Obj({"title": plain(100), "text": any_text(300), "confirm": plain(30), "deny": plain(30)}, {"style": STYLE})
OPTION = Obj({"text": plain(75), "value": text_of(1, 150)}, {"description": plain(75)})
OPTION_OVERFLOW = Obj({"text": plain(75), "value": text_of(1, 150)}, {"description": plain(75), "url": url_of(3000)})
OPTION_RICH = Obj({"text": any_text(75), "value": text_of(1, 150)}, {"description": any_text(75)})
OPTION_GROUP = Obj({"label": plain(75), "options": list_of(OPTION, 1, 100)})
SLACK_FILE = Obj({}, {"url": url_of(), "id": text_of(1, None, r"^F[A-Z0-9]{8,}$")}, exactly_one("url", "id"))
DISPATCH = Obj({"trigger_actions_on": list_of(one_of("on_enter_pressed", "on_character_entered"), 1, 2)})
FILTER = Obj(
    {},
    {
        "include": list_of(one_of("im", "mpim", "private", "public"), 1),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
TRIGGER = Obj(
    {"url": url_of()}, {"customizable_input_parameters": list_of(Obj({"name": text_of(1), "value": anything}))}
)
