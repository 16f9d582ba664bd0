"""What Slack makes of a text that somebody typed: & < > escaped, links wrapped, mentions kept."""

import re

_KEEP = re.compile(r"<(?:[@#!][^>\s]+|https?://[^>]+|mailto:[^>]+)>")


def as_typed(text: str) -> str:
    """The text as it is delivered to an app."""
    out: list[str] = []
    last = 0
    for match in _KEEP.finditer(text):
        out += [_escape(text[last : match.start()]), match.group()]
        last = match.end()
    return "".join([*out, _escape(text[last:])])


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"https?://[^\s<>]+", lambda m: f"<{m.group()}>", text)
