"""Who has to get a digest, and what may be in it: worked out from the log of what people did, and from nothing else.

It shares no code with the digest. For each reader it goes through the log once more and asks: what can they see on that
day, what waits for them, what happened in the seven days before?
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from dialogs.replies import DigestCard, Reply, Say
from tests.year.village import SECRET, Note

WEEK: Final = timedelta(days=7)
_TOKEN: Final = re.compile(r"P\d{3}")
_HEADINGS: Final = {
    "Waiting for you": "waiting", "En attente de vous": "waiting", "Stuck": "stuck", "À l'arrêt": "stuck",
    "Numbers": "figures", "Chiffres": "figures", "News": "news", "Du nouveau": "news",
}  # fmt: skip


@dataclass
class Plan:
    """A plan, as far as a reader's digest hangs on it."""

    owner: str
    reviewer: str = ""
    posted: bool = False
    followers: set[str] = field(default_factory=set)
    waits: bool = False
    over: str = ""
    stalled: date | None = None
    read: set[date] = field(default_factory=set)
    started: date | None = None
    approved: datetime | None = None
    ended: datetime | None = None


class Week(NamedTuple):
    """What a reader has to be told: how many of each kind. `sees` are the plans that may be named."""

    sees: frozenset[str]
    owners: int
    waiting: int
    stuck: int
    figures: int
    news: int

    @property
    def tells(self) -> bool:
        return bool(self.waiting or self.stuck or self.figures or self.news)


def week_of(log: Iterable[Note], reader: str, zone: str, due_on: date, now: datetime) -> Week:
    """What the digest of that day has to tell at that moment."""
    plans: dict[str, Plan] = {}
    for note in log:
        if note.at > now:
            break
        _replay(plans.setdefault(note.token, Plan(note.owner)), note)
    seen = {
        token: plan
        for token, plan in plans.items()
        if plan.reviewer == reader or (plan.posted and reader in plan.followers)
    }
    days = {due_on - timedelta(days=back) for back in range(1, 8)}

    def local(moment: datetime | None) -> date | None:
        return moment and moment.astimezone(ZoneInfo(zone)).date()

    news = sum(
        (local(plan.approved) in days) + (plan.started in days and not plan.waits) + (local(plan.ended) in days)
        for plan in seen.values()
    )
    last = due_on - timedelta(days=1)
    return Week(
        frozenset(seen),
        len({plan.owner for plan in seen.values()}),
        sum(plan.waits and plan.reviewer == reader for plan in seen.values()),
        sum(_is_named_as_stuck(plan, last) for plan in seen.values()),
        sum(bool(plan.read & days) and plan.over != "dropped" for plan in seen.values()),
        news,
    )


def _is_named_as_stuck(plan: Plan, last: date) -> bool:
    if plan.stalled is None or plan.waits or plan.stalled > last:
        return False
    return (last - plan.stalled).days // 7 % 4 == 0


def _replay(plan: Plan, note: Note) -> None:
    if note.done == "stalled":
        plan.stalled = note.day
    elif note.done not in ("time", "follow", "unfollow"):
        plan.stalled = None
    match note.done:
        case "send_now":
            plan.reviewer, plan.waits = note.who, True
        case "resend":
            plan.waits = True
        case "approve":
            plan.waits, plan.approved = False, note.at
        case "change":
            plan.waits = False
        case "withdraw":
            plan.reviewer, plan.waits = "", False
        case "post_now":
            plan.posted = True
        case "unposted":
            plan.posted, plan.followers = False, set()
        case "follow":
            plan.followers.add(note.who)
        case "unfollow":
            plan.followers.discard(note.who)
        case "run" | "step_done" | "started and read":
            plan.started = note.day
        case "done" | "drop":
            plan.over, plan.ended, plan.waits = "done" if note.done == "done" else "dropped", note.at, False
        case "reopen":
            plan.over, plan.ended, plan.reviewer, plan.posted, plan.followers = "", None, "", False, set()
            plan.approved = None
    if note.done in ("checkin", "started and read"):
        plan.read.add(note.day)


def faults(reply: Reply, week: Week) -> list[str]:
    """What is wrong with a message for somebody of whom that is known."""
    text = reply.text
    found = [f"names {token}" for token in _TOKEN.findall(text) if token not in week.sees]
    found += ["something private"] if SECRET in text else []
    found += ["too long"] if len(text) > 900 or text.count("\n") > 17 else []
    if isinstance(reply, Say):
        return [*found, *(["quiet in a week with news"] if week.tells else [])]
    if not isinstance(reply, DigestCard):
        return [*found, "no digest"]
    told = {_HEADINGS[part.title]: len(part.lines) + _number(part.more) for part in reply.sections}
    wanted = {"waiting": week.waiting, "stuck": week.stuck, "figures": week.figures}
    wanted |= {"news": week.news} if week.owners < 5 else {}
    found += [
        f"{told.get(kind, 0)} {kind}, not {count}" for kind, count in wanted.items() if told.get(kind, 0) != count
    ]
    found += ["totals of few people"] if reply.totals and week.owners < 5 else []
    found += ["more than three"] if any(len(part.lines) > 3 for part in reply.sections) else []
    return found


def _number(more: str) -> int:
    return int(re.sub(r"\D", "", more) or 0)
