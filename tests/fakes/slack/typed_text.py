"""What Slack makes of a text that somebody typed: & < > escaped, links wrapped, mentions kept."""

import re
from collections.abc import Mapping

_KEEP = re.compile(r"<(?:[@#!][^>\s]+|https?://[^>]+|mailto:[^>]+)>")


def as_typed(text: str) -> str:
    """The text as it is delivered to an app."""
    out: list[str] = []
    last = 0
    for match in _KEEP.finditer(text):
        out += [_escape(text[last : match.start()]), match.group()]
        last = match.end()
    return "".join([*out, _escape(text[last:])])


def with_mentions(text: str, people: Mapping[str, str], rooms: Mapping[str, str]) -> str:
    """The text behind a slash command whose app asked for it (should_escape): @name and #name get their ids.

    `people` and `rooms`: name -> what follows "@" or "#" in Slack's mark, "U1|ann".
    """

    def mark(sign: str, name: str, ids: Mapping[str, str]) -> str:
        return f"<{sign}{ids[name]}>" if name in ids else sign + name

    text = re.sub(r"(?<![\w<])@([\w.-]*\w)", lambda said: mark("@", said[1], people), text)
    return re.sub(r"(?<![\w<])#([\w.-]*\w)", lambda said: mark("#", said[1], rooms), text)


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"https?://[^\s<>]+", lambda m: f"<{m.group()}>", text)
