"""May the coach speak now? A coach that always steps in becomes the preacher that nobody hears any more.

Rules of the interception budget: private and rare, only where the company opted in, at decent hours, never to
people outside, and every refusal is believed. Asked for, the coach always answers.
"""

from datetime import datetime, time, timedelta
from typing import Final, Literal

import msgspec

from dialogs.interception.judge import Finding

Answer = Literal["started", "later", "no", "never", "none"]
"""What the person did with an offer; "none" is no answer at all."""

BETWEEN_OFFERS: Final = timedelta(days=14)
AFTER_A_NO: Final = timedelta(days=30)
AFTER_TWO_NOS: Final = timedelta(days=90)
A_DAY_IN_A_CHANNEL: Final = 5
OPENS: Final = time(8)
CLOSES: Final = time(19)
FRESH: Final = timedelta(minutes=2)
"""An offer comes within two minutes of the message or not at all."""

_ARTICLES: Final = frozenset(
    {
        "a", "an", "the", "our", "another", "new", "un", "une", "des", "le", "la", "les", "l", "notre", "nos", "de",
        "d",
    }
)  # fmt: skip


class Offer(msgspec.Struct, frozen=True):
    """One past offer to this person: when (aware), and the answer. Nothing of the message is kept."""

    at: datetime
    answer: Answer = "none"


class History(msgspec.Struct, frozen=True):
    """What is remembered of the person: offers in any order, an open talk, the tools of open plans."""

    offers: tuple[Offer, ...] = ()
    opted_out: bool = False
    talk_open: bool = False
    planned_tools: tuple[str, ...] = ()


class Scene(msgspec.Struct, frozen=True):
    """Where the message was said and by whom; `said_at` is aware, None for "just now".

    `any_hour` lifts the hours: for a make-believe channel, which people try at night too.
    """

    channel_opted_in: bool
    thread_offered: bool = False
    offers_in_channel_today: int = 0
    author: Literal["member", "guest", "external", "bot"] = "member"
    on_request: bool = False
    said_at: datetime | None = None
    any_hour: bool = False


class Yes(msgspec.Struct, frozen=True, tag=True):
    """The coach may offer itself."""


class No(msgspec.Struct, frozen=True, tag=True):
    """The coach stays silent; `why` is a short reason for operators, free of the message's words."""

    why: str


Permission = Yes | No


def may_speak(finding: Finding, history: History, scene: Scene, moment: datetime) -> Permission:
    """Whether to offer coaching. `moment` is now, aware, in the person's own time zone."""
    if scene.on_request:
        return Yes()
    why = _not_to_intercept(finding, scene) or _not_this_person(finding, history, moment) or _not_now(scene, moment)
    return No(why) if why else Yes()


def _not_to_intercept(finding: Finding, scene: Scene) -> str | None:
    if not finding.intercept:
        return "not tool-first"
    if scene.author != "member":
        return f"author is {scene.author}"
    if not scene.channel_opted_in:
        return "channel not opted in"
    if scene.thread_offered:
        return "offered in this thread already"
    return None


def _not_this_person(finding: Finding, history: History, moment: datetime) -> str | None:
    offers = sorted(history.offers, key=lambda offer: offer.at)
    if history.opted_out or any(offer.answer == "never" for offer in offers):
        return "opted out"
    if history.talk_open:
        return "a talk is open"
    if offers and moment - offers[-1].at < _wait([offer.answer for offer in offers]):
        return "offered lately"
    if finding.tool and any(_same_tool(finding.tool, planned) for planned in history.planned_tools):
        return "an open plan names this tool"
    return None


def _wait(answers: list[Answer]) -> timedelta:
    """How long after the last offer the next one may come; `answers` oldest first."""
    if answers[-2:] == ["no", "no"]:
        return AFTER_TWO_NOS
    return AFTER_A_NO if answers[-1] == "no" else BETWEEN_OFFERS


def _same_tool(one: str, other: str) -> bool:
    """Whether two tool phrases are the same but for the article: "a Slack channel", "the slack channel"."""
    return _bare(one) == _bare(other)


def _bare(phrase: str) -> frozenset[str]:
    words = phrase.casefold().replace("’", "'").replace("'", " ").split()
    return frozenset(words) - _ARTICLES


def _not_now(scene: Scene, moment: datetime) -> str | None:
    if scene.offers_in_channel_today >= A_DAY_IN_A_CHANNEL:
        return "channel had its offers today"
    if not scene.any_hour and not OPENS <= moment.time() < CLOSES:
        return "outside 8:00-19:00"
    if scene.said_at and moment - scene.said_at > FRESH:
        return "message is too old"
    return None
