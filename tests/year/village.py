"""People and the random life of their plans, done by the real acts and kept in the real storage.

What was done is noted in a log of its own, in plain words; the oracle knows nothing else. What no reader may ever see
is planted in it under one word.
"""

import random
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from dialogs.company import Company
from dialogs.events import Moment
from dialogs.life.act import Act, Args
from dialogs.life.acting import perform
from dialogs.life.editing import edit
from dialogs.life.record import Life, Party, Record, Ref, Spot
from dialogs.life.running import REASONS
from dialogs.life.timers import due
from dialogs.plan import Objective, Obstacle, Plan, Step
from storage.store import Store

SECRET: Final = "unspeakable"
ZONES: Final = (
    "Europe/Paris", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo",
    "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles",
)  # fmt: skip
COMPANY: Final = Company()


class Note(NamedTuple):
    """A line of the log: on which plan, what was done, by or to whom; `day` is the owner's calendar day."""

    at: datetime
    day: date
    owner: str
    token: str
    done: str
    who: str = ""


class Village:
    """Everybody, their plans as they stand, and the log. Plan number n says "P<n>" in all that readers may see."""

    def __init__(self, store: Store, dice: random.Random, people: int, readers: int) -> None:
        self.store = store
        self.dice = dice
        self.people = [_person(n) for n in range(people)]
        self.readers = self.people[:readers]
        self.plans: dict[str, tuple[Record, int | None]] = {}
        self.log: list[Note] = []

    def live(self, now: datetime) -> None:
        """A day: some begin a plan, some plans move, and time does its part."""
        if self.dice.random() < 0.9:
            self._begin(self.dice.choice(self.people), now)
        for token, (record, _) in list(self.plans.items()):
            today = _moment(record.life.owner, now).today
            if due(record, today):
                self._do(token, "elapse", now)
            if token in self.plans and self.dice.random() < 0.12:
                self._move(token, now)

    def _begin(self, owner: Party, now: datetime) -> None:
        token = f"P{len(self.plans):03}"
        number = 1 + sum(record.ref.owner == owner.key for record, _ in self.plans.values())
        due_on = now.date() + timedelta(days=self.dice.randrange(30, 200))
        plan = Plan(
            number=number, state="ready", trigger_tool=SECRET, problem=f"{token} is slow",
            objective=Objective(f"less waiting in {token}", f"days of {token}", 90, 30, "", due_on),
            steps=(Step("ask around", "Ann", self.dice.choice([None, due_on]), source=SECRET, reason=SECRET),),
            obstacles=self.dice.choice([(), (Obstacle("no room"),), (Obstacle(SECRET, sensitive=True),)]),
            ifthen=SECRET, weak={"steps": SECRET},
        )  # fmt: skip
        life = Life(owner=owner, since=now, moved_at=now)
        self.plans[token] = (Record(Ref(*owner.key, number), plan, life), None)

    def _move(self, token: str, now: datetime) -> None:
        record, _ = self.plans[token]
        able = _ABLE.get(record.plan.state, ())
        if not able:
            return
        name = self.dice.choice(able)
        if name == "edit":
            self._edit(token, now)
        elif name in ("send_now", "follow"):
            self._do(token, name, now, self.dice.choice(self.readers))
        else:
            self._do(token, name, now)

    def _do(self, token: str, name: str, now: datetime, somebody: Party | None = None) -> None:
        record, _ = self.plans[token]
        by = self._author(name, record, somebody)
        if by is None:
            return
        args = Args(_said(self.dice, name), to=somebody if name == "send_now" else None, room=Spot("plans", "plans"))
        act = perform(name, record, by, _moment(by, now), COMPANY, args)
        if act is not None and act.record != record:
            self._keep(
                token, act, name, now, by.id if name in ("follow", "unfollow") else somebody.id if somebody else ""
            )

    def _author(self, name: str, record: Record, somebody: Party | None) -> Party | None:
        life = record.life
        if name in ("approve", "change", "comment"):
            return life.reviewer
        if name == "unfollow":
            return self.dice.choice(life.followers) if life.followers else None
        return somebody if name == "follow" and life.posted else None if name == "follow" else life.owner

    def _edit(self, token: str, now: datetime) -> None:
        record, _ = self.plans[token]
        by = record.life.owner
        assert by is not None
        act = Act(record, by, _moment(by, now), COMPANY, Args())
        edit(act, replace(record.plan, people=f"{len(self.log)} shift leads"))
        self._keep(token, act, "edit", now, "")

    def _keep(self, token: str, act: Act, name: str, now: datetime, who: str) -> None:
        before, revision = self.plans[token]
        done = _as_noted(name, before, act.record)
        day = _moment(before.life.owner, now).today
        self.log.append(Note(now, day, before.ref.person, token, done, who))
        if act.deleted:
            del self.plans[token]
            return
        kept = self.store.run_now(lambda tx: tx.plans.keep(act.record, now, revision, version=act.keeps))
        found = self.store.run_now(lambda tx: tx.plans.record(kept.ref))
        assert found is not None
        self.plans[token] = (found.record, found.revision)


_ABLE: Final[dict[str, tuple[str, ...]]] = {
    "ready": ("send_now", "send_now", "post_now", "run", "drop", "follow"),
    "in_review": ("approve", "approve", "change", "comment", "withdraw", "post_now", "follow", "drop"),
    "changes_requested": ("edit", "resend", "resend", "drop"),
    "approved": ("step_done", "checkin", "post_now", "follow", "drop"),
    "running": ("checkin", "checkin", "checkin", "post_now", "follow", "unfollow", "withdraw", "edit", "done", "drop"),
    "dropped": ("reopen",),
    "in_coaching": ("send_now",),
}


def _said(dice: random.Random, name: str) -> str:
    """The words of an act: none that others may read, but for a figure and a reason."""
    if name == "checkin":
        return str(dice.randrange(20, 100))
    return dice.choice(REASONS) if name == "drop" else SECRET


def _as_noted(name: str, before: Record, after: Record) -> str:
    """What was done, as one says it."""
    if name == "elapse":
        return "stalled" if after.life.stalled_on not in (None, before.life.stalled_on) else "time"
    if name == "withdraw" and before.plan.state != "in_review":
        return "unposted"
    if name == "checkin" and before.plan.state == "approved":
        return "started and read"
    return name


def _person(n: int) -> Party:
    return Party("acme", f"person{n}", f"Name{n}", ("en", "fr")[n % 2], zone=ZONES[n % len(ZONES)], platform="post")


def _moment(person: Party | None, now: datetime) -> Moment:
    return Moment(now.astimezone(ZoneInfo(person.zone if person else "UTC")))
