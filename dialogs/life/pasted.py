"""A plan that was written elsewhere and pasted: read as if it had been typed at once, with nothing asked.

Headings say which part follows; our own card, pasted back, reads as the plan it was. What stands under no heading is
sorted sentence by sentence, as a long answer is.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from dialogs.coach.prefill import MIN_SLOTS, sorted_by_slot
from dialogs.coach.questions import BY_SLOT, PLAN_QUESTIONS
from dialogs.coach.rereading import read_anew
from dialogs.company import Company
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation, Offer
from dialogs.events import Moment
from dialogs.interception.judge import judge
from dialogs.interception.text import language
from dialogs.lang import LANGS, Lang
from dialogs.plan import Plan
from dialogs.reading.numbers import has_digit
from dialogs.reading.typed import printable
from dialogs.reading.words import plain, says
from dialogs.turn import Turn

# “## Steps”, “**Steps:** …”, “*Steps* …”, “2. Steps: …”, “Steps - …”, “Steps” alone on its line.
_HEADING: Final = re.compile(
    r"[\s#>*_•·–-]*(?:\d{1,2}[.)]\s+)?[*_]*"
    r"(?P<label>[^\W\d_][\w'’ -]{2,30}?)\s*(?:[*_]+\s*:?|:\s*[*_]*|[–—-]\s|$)\s*(?P<rest>.*)$"
)
# Before a heading behind a sentence: “We wait 9 days. Objective: 3 days”.
_BEFORE_A_HEADING: Final = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_][\w'’ -]{2,30}?\s*:\s)")
_ITEM: Final = re.compile(r"[-*•·–]\s|\d{1,2}[.)]\s|$")
_PEOPLE_BEHIND: Final = re.compile(r"(?P<problem>.*\S)\s+\((?P<who>[^()]+)\)\W*", re.S)
_NOWHERE: Final = ""  # a heading of ours under which nothing is told: tools, open points
_LABELS: Final = {
    "row.problem": "problem.what", "row.objective": "objective.outcome", "row.mechanism": "mechanism",
    "row.people": "people", "row.steps": "steps", "row.blockers": "blockers", "row.decision": "decision",
    "row.commitment": "commitment", "row.tools": _NOWHERE, "row.open": _NOWHERE, "others.owner": _NOWHERE,
    "review.label.mechanism": "mechanism", "review.label.blockers": "blockers", "review.label.people": "people",
}  # fmt: skip
_NOT_TOLD: Final = ("mechanism.level", "checkin", "share")


class _Text(NamedTuple):
    """A pasted text: the words under each heading, and those under none."""

    told: dict[str, str]
    rest: str


def read_pasted(text: str, first_name: str, lang: Lang, moment: Moment, company: Company) -> Conversation:
    """A talk that has what the text tells, and no question open; its plan has no number yet.

    Its language is the text's, `lang` where that is not told.
    """
    text = printable(text)
    lang = language(text, lang) or lang
    turn = Turn(Conversation(first_name, lang, status="talking", last_at=moment.now), moment, company)
    _note_tool(turn, text)
    told = _told(turn, text)
    for slot in BY_SLOT:
        if told.get(slot):
            read_anew(turn, slot, told[slot])
            turn.add_to_trail(slot)
    turn.change(read_at_once=len(told) >= MIN_SLOTS)
    return turn.conversation


def _note_tool(turn: Turn, text: str) -> None:
    """The tool that the text begins with, if it does: the plan answers it, whatever becomes of it."""
    finding = judge(text, turn.heard)
    if finding.intercept and finding.tool:
        offer = Offer(finding.tool, finding.goal, finding.problem, finding.people, finding.date)
        turn.change(offer=offer, plan=Plan(trigger_tool=finding.tool))


def _told(turn: Turn, text: str) -> dict[str, str]:
    """Slot -> the words that tell it."""
    under = _parted(text)
    told = {**sorted_by_slot(turn, PLAN_QUESTIONS[0], under.rest), **under.told}
    if not told:
        offer = turn.conversation.offer
        return {"problem.what": text if offer is None else offer.problem or ""}
    behind = _PEOPLE_BEHIND.fullmatch(told.get("problem.what", ""))
    if behind is not None and "problem.who" not in under.told and _names_people(behind["who"], turn.heard):
        told |= {"problem.what": behind["problem"], "problem.who": behind["who"]}
    return told


def _names_people(words: str, lang: Lang) -> bool:
    return has_digit(words) or says("slot_who", plain(words), lang)


def _parted(text: str) -> _Text:
    """The text by its headings. One holds until the next, or until a blank line behind its words: a list goes on."""
    told: dict[str, list[str]] = {}
    rest: list[str] = []
    lines, ended = rest, False
    for slot, words in _lines(text):
        if slot is not None:
            lines = told.setdefault(slot, [])
        elif ended and not _ITEM.match(words):
            lines = rest
        ended = not words and bool(lines)
        if words:
            lines.append(words)
    told.pop(_NOWHERE, None)
    return _Text({slot: "\n".join(words) for slot, words in told.items()}, "\n".join(rest))


def _lines(text: str) -> Iterator[tuple[str | None, str]]:
    """Each line: the slot that its heading names, None without one, and the words behind it."""
    for line in chain.from_iterable(map(_BEFORE_A_HEADING.split, text.splitlines())):
        heading = _HEADING.match(line)
        slot = _labels().get(plain(heading["label"])) if heading else None
        yield (None, line.strip()) if heading is None or slot is None else (slot, heading["rest"].strip())


@cache
def _labels() -> dict[str, str]:
    """A heading in plain spelling -> its slot, in both languages."""
    keys = {f"label.{slot}": slot for slot in BY_SLOT if slot not in _NOT_TOLD} | _LABELS
    return {plain(text_of(key, lang)): slot for lang in LANGS for key, slot in keys.items()}
