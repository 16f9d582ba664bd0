"""People and their plans at a real desk: who says what to the coach, and what it says to whom."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

import msgspec

from adapters.hearing import Commanded, Happened, Named, Person, PlanDue
from bot import looking
from bot.desk import Desk
from bot.plan_clock import set_clock
from bot.turns import take_at_once
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Said
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.plan import Decision, Objective, Obstacle, Plan, Step
from dialogs.replies import Reply, Say, choices_of
from dialogs.views import Home
from storage.schedule import Scheduled
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.talking import MORNING, TEAM, Anything

MAYA: Final = Person("acme", "maya", "Maya", zone="Europe/Paris")
KARIM: Final = Person("acme", "karim", "Karim", zone="Europe/Paris")
LEA: Final = Person("acme", "lea", "Léa", lang="fr", zone="Europe/Paris")
PRIYA: Final = Person("globex", "priya", "Priya")

IDEAS: Final = Plan(
    number=1,
    state="ready",
    problem="Ideas wait 150 days for an answer, said 12 of 20 people last May",
    who="the operators of the three plants",
    objective=Objective("an answer to every idea", "days to an answer", 150, 14, "days", date(2026, 6, 30)),
    decision=Decision("Karim", date(2026, 3, 9)),
    mechanism="a paper form that the shift leads read, 40 read in April",
    mechanism_level="works",
    people="shift leads, who answer on the spot",
    steps=(
        Step("read the forms every Monday", "Maya", date(2026, 3, 9), verdict="no_tool"),
        Step("answer the ten oldest", "Léa", date(2026, 3, 13), verdict="no_tool"),
    ),
    obstacles=(Obstacle("nobody has an hour on Mondays"),),
    commitment="read the first ten forms",
    commitment_on=date(2026, 3, 9),
    ifthen="then Léa takes the Monday",
)

_reply: Final = msgspec.json.Decoder(Reply)


class Heard(NamedTuple):
    """What one event made the coach say: to whoever acted, and to others by their id."""

    who: Person
    replies: list[Reply]
    others: dict[str, list[Reply]]

    @property
    def keys(self) -> list[str]:
        return [reply.key for reply in self.replies]

    @property
    def text(self) -> str:
        return "\n".join(reply.text for reply in self.replies)

    def told(self, person: Person) -> list[str]:
        return [reply.key for reply in self.others.get(person.id, [])]


def give(tx: Transaction, owner: Party, plan: Plan, at: datetime, life: Life | None = None) -> Ref:
    """Give somebody a plan, as if it had come out of a talk."""
    ref = Ref(*owner.key, plan.number)
    record = Record(ref, plan, life or Life(owner=owner, since=at, moved_at=at))
    set_clock(tx, tx.plans.keep(record, at, None, version=True), owner, at)
    before = tx.conversations.load(owner.key)
    talk = Conversation(
        owner.name, owner.lang, status="closed", plan=plan, plans_begun=plan.number, summary_shown=True
    )  # fmt: skip
    tx.conversations.save(owner.key, talk, before and before.version)
    return ref


class Office:
    """People at one store. Every event comes a minute after the one before; their screens hold the last buttons."""

    def __init__(self, store: Store, company: Company = TEAM, platform: str = "test") -> None:
        self.store = store
        self.desk = Desk(company)
        self.platform = platform
        self.now: datetime = MORNING
        self.screens: dict[str, list[Reply]] = defaultdict(list)
        self.walls: dict[str, list[Reply]] = defaultdict(list)  # what stands in a company's channel
        self._events = 0
        self._delivered: set[str] = set()

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def owns(self, person: Person, plan: Plan = IDEAS, life: Life | None = None) -> Ref:
        """Give somebody a plan, as if it had come out of a talk."""
        party = Party(*person.key, person.first_name, person.lang, zone=person.zone, platform=self.platform)
        return self.store.run_now(lambda tx: give(tx, party, plan, self.now, life))

    def take(self, person: Person, event: Anything | PlanDue, *, public: bool = False) -> Heard:
        self.later(minutes=1)
        self._events += 1
        happened = Happened(person, event, self.platform, self.now, public=public)
        source = f"event/{self._events}"
        taken = self.store.run_now(lambda tx: take_at_once(tx, self.desk, source, happened, self.now))
        assert taken is not None
        assert taken.answer is not None
        others: dict[str, list[Reply]] = {}
        for notice in taken.answer.notices:
            others.setdefault(notice.to.id, []).append(notice.reply)
            screen = self.walls if notice.reply.audience == "channel" else self.screens
            screen[notice.to.tenant if screen is self.walls else notice.to.id].append(notice.reply)
        self.screens[person.id] += taken.answer.replies
        return Heard(person, list(taken.answer.replies), others)

    def say(self, person: Person, text: str) -> Heard:
        return self.take(person, Said(text))

    def command(self, person: Person, text: str, *named: Person | Named, channel: str = "", **more: object) -> Heard:
        """`/plan`, with what is typed behind it; `named` are the people it mentions."""
        people = tuple(one if isinstance(one, Named) else Named(one) for one in named)
        return self.take(person, Commanded(text, channel, people=people, **more), public=bool(channel))  # type: ignore[arg-type]

    def press(self, person: Person, button: str) -> Heard:
        """The newest button of that name on their screen, else in their channel; "btn.approve@1" is of version 1."""
        name, _, version = button.partition("@")
        for reply in (*reversed(self.screens[person.id]), *reversed(self.walls[person.tenant])):
            for choice in choices_of(reply):
                if choice.key.partition(":")[0] == name and choice.key.endswith(f"@{version}" if version else ""):
                    clicked = Clicked(choice.key, reply.token or None if not isinstance(reply, Say) else None)
                    return self.take(person, clicked, public=reply.audience == "channel")
        raise AssertionError(f"{person.first_name} sees no {button}")

    def home(self, person: Person) -> Home:
        return self.store.run_now(lambda tx: looking.home(tx, self.desk.company, person, self.now))

    def record(self, ref: Ref) -> Record:
        kept = self.store.run_now(lambda tx: tx.plans.record(ref))
        assert kept is not None
        return kept.record

    def state(self, ref: Ref) -> str:
        return self.record(ref).plan.state

    def wake(self) -> list[Heard]:
        """Whatever the schedule has due by now happens."""
        heard = []
        while rows := self.store.run_now(self._fired):
            for row in rows:
                happened = msgspec.json.decode(row.payload, type=Happened)
                heard.append(self.take(happened.person, happened.event))
        return heard

    def _fired(self, tx: Transaction) -> tuple[Scheduled, ...]:
        rows = tx.schedule.due(self.now)
        for row in rows:
            tx.schedule.remove(row.kind, row.subject)
        return rows
