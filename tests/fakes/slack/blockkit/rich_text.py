"""The rich_text block: sections, lists, quotes and what stands inside them."""

from tests.fakes.slack.blockkit.composition import CHANNEL_ID, USER_ID, block_of
from tests.fakes.slack.blockkit.schema import Check, Obj, boolean, integer, list_of, one_of, tagged, text_of, url_of

_TEXT_STYLE = Obj(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "underline", "code", "highlight", "client_highlight", "unlink"), boolean
    ),
)


def _leaf(kind: str, required: dict[str, Check], optional: dict[str, Check] | None = None) -> Obj:
    return Obj({"type": one_of(kind), **required}, {"style": _TEXT_STYLE, **(optional or {})})


RICH_LEAF = tagged(
    {
        "text": _leaf("text", {"text": text_of(1)}),
        "link": _leaf("link", {"url": url_of()}, {"text": text_of(), "unsafe": boolean}),
        "user": _leaf("user", {"user_id": USER_ID}),
        "usergroup": _leaf("usergroup", {"usergroup_id": text_of(1, None, r"^S[A-Z0-9]+$")}),
        "team": _leaf("team", {"team_id": text_of(1, None, r"^T[A-Z0-9]+$")}),
        "channel": _leaf("channel", {"channel_id": CHANNEL_ID}),
        "emoji": _leaf(
            "emoji", {"name": text_of(1)}, {"unicode": text_of(1), "skin_tone": integer(1, 6), "url": url_of()}
        ),
        "broadcast": _leaf("broadcast", {"range": one_of("here", "channel", "everyone")}),
        "color": _leaf("color", {"value": text_of(1, None, r"^#?[0-9a-fA-F]{6}$")}),
        "date": _leaf(
            "date", {"timestamp": integer(0), "format": text_of(1)}, {"url": url_of(), "fallback": text_of()}
        ),
    },
    "rich text element",
)

_BORDER = {"border": one_of(0, 1)}
_RICH_SECTION = Obj({"type": one_of("rich_text_section"), "elements": list_of(RICH_LEAF)})
RICH_CONTAINER = tagged(
    {
        "rich_text_section": _RICH_SECTION,
        "rich_text_list": Obj(
            {
                "type": one_of("rich_text_list"),
                "style": one_of("bullet", "ordered"),
                "elements": list_of(_RICH_SECTION, 1),
            },
            {"indent": integer(0, 8), "offset": integer(0), **_BORDER},
        ),
        "rich_text_quote": Obj({"type": one_of("rich_text_quote"), "elements": list_of(RICH_LEAF)}, _BORDER),
        "rich_text_preformatted": Obj(
            {"type": one_of("rich_text_preformatted"), "elements": list_of(RICH_LEAF)},
            {"language": text_of(1), **_BORDER},
        ),
    },
    "rich text container",
)


RICH_TEXT = block_of("rich_text", {"elements": list_of(RICH_CONTAINER)})
