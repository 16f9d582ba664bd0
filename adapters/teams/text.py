"""Words on their way in and out of Teams: what a person typed, and words that no client reads as more than words.

Teams reads Markdown in a TextBlock, swallows its line breaks (microsoft/AdaptiveCards#5538), and its phones take no
escape (#5590, #5758). So cards say everything in text runs, which are never read as Markdown, each line in an element
of its own; a message without a card is the small HTML that Teams calls xml, where escaping is sure.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, Final, TypeVar

from adapters.teams import limits

Part = TypeVar("Part")

_TAG: Final = re.compile(r"(<[^<>]*>)")
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_BREAKS: Final = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "table", "pre", "h1", "h2", "h3", "blockquote"})
_SILENT: Final = frozenset(
    {"at", "attachment", "span", "b", "strong", "i", "em", "u", "s", "strike", "a", "code", "codeblock", "font"}
    | {"emoji", "img", "td", "th", "tbody", "thead"}
)
PERSON: Final = "29:"
"""How the ids of people begin."""
BOT: Final = "28:"
"""How the ids of bots begin."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # XML may have none of them
_JOINER: Final = "\u2060"  # no width, and no break of the line
_READ_AS_MARKDOWN: Final = str.maketrans(
    {"*": "∗", "`": "ˋ", "\\": "∖", "_": f"{_JOINER}_{_JOINER}", "]": f"]{_JOINER}", "<": f"<{_JOINER}"}
)
_LISTED: Final = re.compile(r"^(?=\s*(?:[-+#>~=]|\d+[.)]))")

_WORD_END: Final = re.compile(r"\s+")
_ENDS: Final = (re.compile(r"(?<=[.!?…])\s+"), _WORD_END)


def typed(activity: Mapping[str, Any], *, at: bool = False) -> str:
    """What a person typed, of an activity's `text`, `entities` and `attachments`, whatever is in them.

    Mentions of a bot go, those of people leave their names; with `at` they leave "@First name". A quoted message goes
    with what surrounds it: only the HTML among the attachments tells it from what was typed below it.
    """
    text = _mentions_read(_source(activity), activity.get("entities"), at)
    if "<" in text:
        text = _without_tags(text)
    return unescape(text.replace("&nbsp;", " ")).strip() if "&" in text else text.strip()


def first_name(name: str) -> str:
    """Of "Ada Lovelace", and of "Lovelace, Ada (Research)" as many companies write it."""
    _, comma, given = name.partition(",")
    return ((given if comma else name).split() or [""])[0]


def size(activity: object) -> int:
    """Bytes of what is sent, as Teams counts them: in UTF-16."""
    return len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le", "surrogatepass"))


def safe(text: str) -> str:
    """Without control characters, and without the {{DATE(…)}} that a text run would put words of its own for."""
    return _CONTROLS.sub("", text).replace("{{", f"{{{_JOINER}{{")


def escaped(words: str) -> str:
    """Words for the one place that is Markdown whatever one does: beside radio buttons and boxes."""
    return _LISTED.sub(_JOINER, words).translate(_READ_AS_MARKDOWN)


def one_line(words: str, most: int) -> str:
    """Words on one line of at most `most` characters; "…" where nothing is left."""
    return cut(" ".join(safe(words).split()), most) or "…"


def lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, none longer than a paragraph, each with whether it begins a new paragraph."""
    fresh = True
    for line in safe(text).split("\n"):
        for piece in pieces(line, limits.PARAGRAPH):
            yield piece, fresh
            fresh = False
        fresh = fresh or not line.strip()


def cut(text: str, most: int) -> str:
    """At most `most` characters: cut at a word's end, with an ellipsis."""
    text = text.strip()
    if len(text) <= most:
        return text
    return text[: _end(text, most - 1, (_WORD_END,))].rstrip(" \t\n.,;:") + "…"


def pieces(text: str, most: int) -> list[str]:
    """The text in pieces of at most `most` characters, parted behind a sentence, else a word."""
    found, text = [], text.strip()
    while len(text) > most:
        end = _end(text, most, _ENDS)
        found.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*found, text] if text else found


def within(parts: Iterable[Part], room: int, more: Part) -> Iterator[Part]:
    """As many of the parts as have room, in bytes; `more` in place of the rest."""
    for part in parts:
        room -= size(part)
        if room < 0:
            yield more
            return
        yield part


def _source(activity: Mapping[str, Any]) -> str:
    text = activity.get("text")
    for attachment in _objects(activity.get("attachments")):
        content = attachment.get("content")
        if attachment.get("contentType") == "text/html" and isinstance(content, str):
            return text if isinstance(text, str) and text and "<blockquote" not in content else content
    return text if isinstance(text, str) else ""


def _mentions_read(text: str, entities: object, at: bool) -> str:
    for entity in _objects(entities):
        mentioned, said = entity.get("mentioned"), entity.get("text")
        if isinstance(mentioned, Mapping) and isinstance(said, str):
            text = _mention_read(text, mentioned, _TAG.sub("", said), at)
    return text


def _mention_read(text: str, mentioned: Mapping[str, Any], name: str, at: bool) -> str:
    who = str(mentioned.get("id"))
    mention = rf"<(at|span)\b[^<>]*>{re.escape(name)}</\1>"  # in the text it is an <at>, in HTML a span
    if who.startswith(BOT):
        return re.sub(mention, " ", text)
    if at and who.startswith(PERSON):
        called = f"@{first_name(str(mentioned.get('name') or name))}"
        return re.sub(mention, lambda _: called, text, count=1)
    return text


def _objects(held: object) -> list[Mapping[str, Any]]:
    return [one for one in held if isinstance(one, Mapping)] if isinstance(held, list) else []


def _without_tags(html: str) -> str:
    """The text of a piece of HTML, without what it quotes. What is no tag of a message was typed, and stays."""
    quotes, kept = 0, []
    for part in _TAG.split(html):
        tag = _NAME.match(part)
        name = tag[1].lower() if tag else ""
        if name == "blockquote":
            quotes = max(0, quotes + (-1 if part.startswith("</") else 1))
        if not quotes and name not in _SILENT:
            kept.append("\n" if name in _BREAKS else part)
    return "\n".join(line.strip() for line in "".join(kept).split("\n") if line.strip())


def _end(text: str, most: int, ends: tuple[re.Pattern[str], ...]) -> int:
    """The best place to cut in the second half of the first `most` characters."""
    for end in ends:
        if found := [match.start() for match in end.finditer(text, most // 2, most + 1)]:
            return found[-1]
    return most
