"""Reads what could get in the way, and which step each obstacle touches.

A human obstacle is taken from the person's own words. One that a tool could remove is only ever a guess here: the
coach asks before it builds a verdict on it, so that no tool is proposed on an inference.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dialogs.coach.attributes import PlanWords, read_attributes, read_blocker
from dialogs.content.verdict_table import HUMAN_BLOCKERS
from dialogs.lang import Lang
from dialogs.plan import Obstacle, Step
from dialogs.reading.dates import find_dates
from dialogs.reading.words import content_words, plain, says, says_only

_SPLIT: Final = re.compile(r"[.;\n]+\s*|,?\s+(?:and|et)\s+|,\s+(?=(?:the|no|les?|la|pas)\s)", re.I)
_LEAD_IN: Final = re.compile(
    r"^(?:(?:honestly|frankly|to be honest|franchement|honnêtement)\b[\s?,:.]*)?"
    r"(?:(?:(?:it|this|that) (?:fails|would fail|could fail|may fail|goes wrong) (?:if|because|when)"
    r"|(?:ça|cela) (?:échoue|échouera|coince|coincera|rate|ratera) (?:si|parce que|quand)|the risk is(?: that)?"
    r"|le risque,? (?:est|c'est)(?: que)?)\s+)?",
    re.I,
)
_NOTHING_WORDS: Final = 6  # more of them say something after all
MIN_WORDS: Final = 3  # shorter pieces are no obstacle of their own: “silos and mindset” stays whole


def read_obstacles(text: str, lang: Lang) -> tuple[Obstacle, ...]:
    """The obstacles named in an answer, in the person's words; none when the answer is “nothing”."""
    if len(text.split()) <= _NOTHING_WORDS and says_only("no_obstacle", plain(text), lang):
        return ()
    text = _LEAD_IN.sub("", text)
    pieces = [piece.strip(" ,.") for piece in _SPLIT.split(text) if piece and piece.strip(" ,.")]
    if any(len(piece.split()) < MIN_WORDS for piece in pieces):
        pieces = [text.strip()]
    return tuple(_obstacle(piece, lang) for piece in pieces)


def sensitive_obstacle(reply: str, lang: Lang, today: date) -> Obstacle:
    """The marker of an obstacle that is not written down, with the day of the talk if one was named."""
    found = find_dates(reply, lang, today)
    return Obstacle(sensitive=True, talk_on=found[0].day if found else None)


def _obstacle(piece: str, lang: Lang) -> Obstacle:
    said = plain(piece)
    kind = read_blocker(said, lang)
    return Obstacle(text=piece, kind=kind, abstract=kind is None and says("abstract", said, lang))


def touching(steps: Sequence[Step], obstacles: Sequence[Obstacle], lang: Lang) -> list[list[Obstacle]]:
    """For each step the obstacles that speak of it more than of any other.

    When they fit none, the last step has them; what no human obstacle is goes to a step that comes back, if any does.
    """
    said = [_stems(step.source or step.text, lang) for step in steps]
    links = [_linked(obstacle, said, lang) for obstacle in obstacles]
    if not any(links):
        last = len(steps) - 1
        again = max((i for i, step in enumerate(steps) if _comes_back(step, lang)), default=last)
        links = [[] if o.sensitive else [last if o.kind in HUMAN_BLOCKERS else again] for o in obstacles]
    return [[o for o, linked in zip(obstacles, links, strict=True) if index in linked] for index in range(len(steps))]


def _comes_back(step: Step, lang: Lang) -> bool:
    """Whether the step is done every week or day: distance, volume or loss stand in its way."""
    return read_attributes(step.source or step.text, PlanWords(), lang).get("rhythm") in ("weekly", "daily")


def known_blocker(obstacles: Sequence[Obstacle]) -> str | None:
    """The blocker that the person's words leave no doubt about; None when it has to be asked."""
    if not obstacles:
        return "none"
    kinds = {obstacle.kind for obstacle in obstacles}
    human = [kind for kind in kinds if kind in HUMAN_BLOCKERS]
    return human[0] if len(kinds) == 1 and human else None


def _linked(obstacle: Obstacle, said: Sequence[set[str]], lang: Lang) -> list[int]:
    """The steps, by number, with whose words it shares most."""
    if obstacle.sensitive:
        return []
    words = _stems(obstacle.text, lang)
    scores = [len(words & stems) for stems in said]
    best = max(scores, default=0)
    return [index for index, score in enumerate(scores) if best and score == best]


def _stems(text: str, lang: Lang) -> set[str]:
    """Content words cut to their first five letters: ideas/idea, accès/accès, fiches/fiche meet."""
    return {word.rstrip("s")[:5] for word in content_words(plain(text), lang) if len(word) > 3}
