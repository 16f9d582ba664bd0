"""Words on their way in and out of Slack: its escapes, its links and mentions, and texts too long for one block.

Slack has <…> for what is more than text: <@U1> a person, <#C1> a channel, <https://…|label> a link, <!channel> a call
to everybody. Out of our own mouth only people, channels and bare links come; all else is escaped, so that nobody can
make the coach call a channel together.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from adapters.slack import limits

_TOKEN: Final = re.compile(r"<([^<>\n]*)>")
_ESCAPES: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
# A link is bounded, so that a place to cut a text is always found in front of it.
_KEPT: Final = re.compile(r"&lt;(@[UW][A-Z0-9]{1,30}|#[CG][A-Z0-9]{1,30}|https?://(?:(?!&[lg]t;)[^\s|]){1,250})&gt;")
_CHANNEL: Final = re.compile(r"(?<![<#\w])[CG](?=[A-Z]*[0-9])[A-Z0-9]{7,30}\b")
_BROADCAST: Final = re.compile(r"(?<!\w)@(?=(?:channel|here|everyone)\b)", re.IGNORECASE)
_JOINER: Final = "\u2060"  # no width: "@channel" looks the same and calls nobody
_BARE_LINK: Final = re.compile(r"<(https?://[^<>\s]+)>")
_MENTION: Final = re.compile(r"<([@#])([UWCG][A-Z0-9]{1,30})(?:\|([^<>\n]*))?>")

# Slack has a name in place of each sign; only signs that stand alone are read, all others are words' decoration.
_SIGN: Final = re.compile(r":([a-z0-9_+'-]+):(?::skin-tone-\d:)?")
_ONLY_SIGNS: Final = re.compile(rf"(?:\s*{_SIGN.pattern})+\s*")
_THUMBS: Final = {"+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎"}

_WORD_END: Final = re.compile(r"[ \t\n]+")
_ENDS: Final = (re.compile(r"\n[ \t]*\n"), re.compile(r"(?<=[.!?…])[ \t]+|\n"), _WORD_END)
_OPEN: Final = re.compile(r"(?:<[^<>\s]*|&[a-z]{0,4})$")


class Mention(NamedTuple):
    """A person ("@") or a channel ("#") that a text names; `label` is Slack's name for it, where it tells one."""

    sign: str
    id: str
    label: str


def mentions(text: str) -> tuple[Mention, ...]:
    """Whom and which channels a text names, in its order, each once."""
    found = (Mention(sign, id_, label) for sign, id_, label in _MENTION.findall(text))
    return tuple({mention.id: mention for mention in found}.values())


def by_name(text: str, names: Mapping[str, str]) -> str:
    """Mentions as words: "@Karim", "#plans". `names` has each id."""
    return _MENTION.sub(lambda mention: f"{mention[1]}{names[mention[2]]}", text)


def typed(text: str, *, labelled: bool = False) -> str:
    """What a person typed, out of what Slack made of it.

    Escapes are undone; a link loses its label, an address and a group keep theirs; mentions stay as `<@U1>`, or
    `labelled` as `<@U1|karim>`. Signs and nothing else come as signs: a thumb is a yes or a no, any other no answer.
    """
    text = _TOKEN.sub(lambda token: token[0] if labelled and _MENTION.match(token[0]) else _as_typed(token), text)
    for plain_sign, escaped in reversed(_ESCAPES):
        text = text.replace(escaped, plain_sign)
    return _SIGN.sub(_as_sign, text) if _ONLY_SIGNS.fullmatch(text) else text


def _as_sign(sign: re.Match[str]) -> str:
    return _THUMBS.get(sign[1], "🙂")


def _as_typed(token: re.Match[str]) -> str:
    target, _, label = token[1].partition("|")
    return label if label and target.startswith(("mailto:", "tel:", "!subteam", "!date")) else f"<{target}>"


def mrkdwn(text: str) -> str:
    """Our text for Slack: *bold* and `code` are its marks too; & < > are escaped, and nothing calls a channel."""
    for plain_sign, escaped in _ESCAPES:
        text = text.replace(plain_sign, escaped)
    return _BROADCAST.sub(f"@{_JOINER}", _KEPT.sub(r"<\1>", text))


def with_channels(text: str) -> str:
    """Ids of channels as links, in whose place Slack shows the names to whoever may see them. For `mrkdwn`."""
    return _CHANNEL.sub(r"<#\g<0>>", text)


def bold(text: str) -> str:
    """A label in bold, on one line; asterisks of its own would end it early."""
    words = " ".join(mrkdwn(text).replace("*", "").split())
    return f"*{words}*" if words else ""


def plain(text: str, most: int) -> str:
    """One line of at most `most` characters, for places that know no marks; "…" where nothing is left."""
    return cut(" ".join(_BARE_LINK.sub(r"\1", text).split()), most) or "…"


def cut(text: str, most: int) -> str:
    """At most `most` characters: cut at a word's end, with an ellipsis."""
    text = text.strip()
    if len(text) <= most:
        return text
    return text[: _end(text, most - 1, (_WORD_END,))].rstrip(" \t\n.,;:") + "…"


def pieces(text: str, most: int = limits.SECTION) -> list[str]:
    """The text in pieces of at most `most` characters, parted behind a paragraph, else a sentence, else a word."""
    found, text = [], text.strip()
    while len(text) > most:
        end = _end(text, most, _ENDS)
        found.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*found, text] if text else found


def _end(text: str, most: int, ends: tuple[re.Pattern[str], ...]) -> int:
    """The best place to cut in the second half of the first `most` characters; never inside an escape or a link."""
    for end in ends:
        if found := [match.start() for match in end.finditer(text, most // 2, most + 1)]:
            return found[-1]
    opened = _OPEN.search(text, max(0, most - 300), most)
    return (opened and opened.start()) or most
