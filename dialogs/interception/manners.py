"""May the coach speak now? A coach that always steps in becomes the preacher that nobody hears any more.

Rules of the interception budget: private and rare, only where the company opted in, at decent hours, never to
people outside nor where they read along, and every refusal is believed. Asked for, the coach always answers.

In the shadow the coach judges as if it spoke, and says nothing: what it would have said then counts among its offers.
Once it does speak, only offers that were made count.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import takewhile
from typing import Final, Literal

import msgspec

from dialogs.interception.judge import THRESHOLDS, Finding, Mode

Answer = Literal["started", "later", "no", "not_meant", "not_here", "never", "none", "shadow"]
"""What the person did with an offer; "none" is no answer at all, "shadow" an offer that was counted and not made."""

BETWEEN_OFFERS: Final = timedelta(days=14)
AFTER_A_NO: Final = timedelta(days=30)
AFTER_TWO_NOS: Final = timedelta(days=90)
NOT_MEANT: Final = timedelta(days=90)
"""After "not what I meant": the coach read it wrong, and may read the next one wrong as well."""
ONLY_SURE: Final = timedelta(days=365)
"""And after that silence, until a year after the offer, it speaks to them only where it is sure."""
A_DAY_IN_A_CHANNEL: Final = 5
A_COMPANY_AN_HOUR: Final = 30
"""More offers than that in an hour are no coincidence: the coach is wrong somewhere, and stops."""
COMPANY_HAD_ITS_OFFERS: Final = "company had its offers this hour"
"""The reason that somebody who runs the coach has to know of."""
NOT_SURE_HERE: Final = "not sure enough for this channel"
HOURS: Final = (time(8), time(19))
"""From when and until when the coach may speak, for people who chose no hours of their own."""
FRESH: Final = timedelta(minutes=2)
"""An offer comes within two minutes of the message or not at all."""

_REFUSALS: Final = frozenset({"no", "not_meant", "not_here"})
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
    """What is remembered of the person: offers in any order, an open talk, the tools of open plans.

    `quiet_here`: they want no offers in this channel. `hours`: when they may get one, from (included) to (not included)
    on their own clock, on one day.
    """

    offers: tuple[Offer, ...] = ()
    opted_out: bool = False
    talk_open: bool = False
    planned_tools: tuple[str, ...] = ()
    quiet_here: bool = False
    hours: tuple[time, time] = HOURS


class Scene(msgspec.Struct, frozen=True):
    """Where the message was said and by whom; `said_at` is aware, None for "just now".

    `mode`: how sure its people want the judge to be. `shared_channel`: people of other companies read it too.
    `shadow`: what may be said is only counted; then `offers_in_channel_today` are those counted. `any_hour` lifts the
    hours: for a make-believe channel, which people try at night too.
    """

    channel_opted_in: bool
    mode: Mode = "normal"
    thread_offered: bool = False
    offers_in_channel_today: int = 0
    offers_in_company_this_hour: int = 0
    author: Literal["member", "guest", "external", "bot"] = "member"
    on_request: bool = False
    said_at: datetime | None = None
    shared_channel: bool = False
    shadow: bool = False
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
    why = (
        _not_to_intercept(finding, scene)
        or _not_sure(finding, history, scene, moment)
        or _not_this_person(finding, history)
        or _not_again(_counted(history.offers, scene.shadow), moment)
        or _not_now(history, scene, moment)
    )
    return No(why) if why else Yes()


def _not_to_intercept(finding: Finding, scene: Scene) -> str | None:
    if not finding.intercept:
        return "not tool-first"
    if scene.author != "member":
        return f"author is {scene.author}"
    if not scene.channel_opted_in:
        return "channel not opted in"
    if scene.shared_channel:
        return "channel is shared with others"
    if scene.thread_offered:
        return "offered in this thread already"
    return None


def _not_sure(finding: Finding, history: History, scene: Scene, moment: datetime) -> str | None:
    if not sure_enough(finding, scene.mode):
        return NOT_SURE_HERE
    misread = any(offer.answer == "not_meant" and moment - offer.at < ONLY_SURE for offer in history.offers)
    return "not sure enough for them" if misread and not sure_enough(finding, "strict") else None


def sure_enough(finding: Finding, mode: Mode) -> bool:
    """Whether the judge is as sure as that."""
    return finding.intercept and finding.score >= THRESHOLDS[mode]


def _not_this_person(finding: Finding, history: History) -> str | None:
    if history.opted_out or any(offer.answer == "never" for offer in history.offers):
        return "opted out"
    if history.quiet_here:
        return "not wanted in this channel"
    if history.talk_open:
        return "a talk is open"
    if finding.tool and any(_same_tool(finding.tool, planned) for planned in history.planned_tools):
        return "an open plan names this tool"
    return None


def _counted(offers: Iterable[Offer], shadow: bool) -> list[Offer]:
    """The offers that count, oldest first."""
    return sorted((o for o in offers if shadow or o.answer != "shadow"), key=lambda offer: offer.at)


def _not_again(offers: list[Offer], moment: datetime) -> str | None:
    if offers and moment - offers[-1].at < _wait([offer.answer for offer in offers]):
        return "offered lately"
    return None


def _wait(answers: list[Answer]) -> timedelta:
    """How long after the last offer the next one may come; `answers` oldest first."""
    if answers[-1] == "not_meant":
        return NOT_MEANT
    refused_in_a_row = len(list(takewhile(_REFUSALS.__contains__, reversed(answers))))
    return (BETWEEN_OFFERS, AFTER_A_NO, AFTER_TWO_NOS)[min(refused_in_a_row, 2)]


def _same_tool(one: str, other: str) -> bool:
    """Whether two tool phrases are the same but for the article: "a Slack channel", "the slack channel"."""
    return _bare(one) == _bare(other)


def _bare(phrase: str) -> frozenset[str]:
    words = phrase.casefold().replace("’", "'").replace("'", " ").split()
    return frozenset(words) - _ARTICLES


def _not_now(history: History, scene: Scene, moment: datetime) -> str | None:
    if scene.offers_in_company_this_hour >= A_COMPANY_AN_HOUR:
        return COMPANY_HAD_ITS_OFFERS
    if scene.offers_in_channel_today >= A_DAY_IN_A_CHANNEL:
        return "channel had its offers today"
    opens, closes = history.hours
    if not scene.any_hour and not opens <= moment.time() < closes:
        return "outside their hours"
    if scene.said_at and moment - scene.said_at > FRESH:
        return "message is too old"
    return None
