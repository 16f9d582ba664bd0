"""Four people of two companies do whatever comes to their minds with three plans, and time passes.

Whatever they do: nobody reads what was not shown to them, nobody says yes for the owner, no version is lost, a state
moves along the table only, and the schedule knows the next day of every plan.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from adapters.hearing import Happened, Named, Person, Room, SheetSent
from bot.plan_clock import IN_THE_MORNING, KIND
from bot.talks import NOT_OVER
from dialogs.events import Clicked
from dialogs.lang import Lang
from dialogs.life.acting import BUTTONS
from dialogs.life.keys import plan_key, read_key
from dialogs.life.record import Record, Ref, role_of
from dialogs.life.states import PRIVATE, TRANSITIONS
from dialogs.life.timers import next_due
from dialogs.plan import COACHING, Obstacle, Plan, PlanState
from dialogs.replies import Reply, choices_of
from storage.plans import PlanVersion
from storage.schedule import Scheduled
from storage.secrets import KeyRing, new_key
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.lives import IDEAS, Heard, Office
from tests.bot.talking import Anything

NAMES: Final = ("Maya", "Karim", "Léa", "Priya")
LANGUAGES: Final[tuple[Lang, ...]] = ("en", "en", "fr", "fr")
SENSITIVE: Final = "quibbleknot"  # a word of what is sensitive in every plan
WORDS: Final = {"Maya": "mayzorglub", "Karim": "karzorglub", "Priya": "przorglub"}  # one of each owner's plan
REVIEWERS: Final = {"Maya": "Karim", "Karim": "Léa"}  # Priya is alone in her company
FAREWELLS: Final = frozenset({"review.withdrawn", "review.passed", "review.dropped"})  # name a plan as it leaves
READ_BY_OTHERS: Final = frozenset({"in_review", "changes_requested", "approved", "running", "done"})
EDGES: Final = {(way.start, way.to): way.by for way in TRANSITIONS}

people = st.sampled_from(NAMES)
numbers = st.sampled_from(["", "1", "1", "1", "2", "7"])
ACTING: Final = (
    "send @{} {n}", "pass @{} {n}", "post #team {n}", "withdraw {n}", "approve {n}", "run {n}", "reopen {n}",
    "change {n} name a day", "comment {n} well done", "checkin {n} 120", "checkin {n} 10", "done {n} less is more",
    "drop {n}", "unfollow {n}",
)  # fmt: skip
LOOKING: Final = (
    "list", "show {n}", "review {n}", "history {n}", "export {n}", "seen {n}", "", "show zorglub", "show Maya", "data",
)  # fmt: skip
SAID: Final = (
    "yes", "no", "120", "41 now", "one thing: name a day", "drop", "1", "2", "nothing in particular", "pause", "oui",
)  # fmt: skip
EDITS: Final = ("problem.what", "problem.who", "objective.numbers", "decision", "people")
_companies: Final = count()


class Known(NamedTuple):
    """A plan as it stands, with all that was kept of it."""

    record: Record
    versions: tuple[PlanVersion, ...]


class Lives(RuleBasedStateMachine):
    """The people, and what must hold between before and after each of their events."""

    store: Store

    def __init__(self) -> None:
        super().__init__()
        turn = next(_companies)
        self.tenants = (f"acme{turn}", f"globex{turn}")
        self.people = {
            name: Person(self.tenants[name == "Priya"], name.lower(), name, lang, "Europe/Paris")
            for name, lang in zip(NAMES, LANGUAGES, strict=True)
        }
        self.office = Office(self.store)
        self.shown: dict[tuple[str, str], int] = {}  # the version on the last card with a yes, by reader and plan
        self.plans: dict[Ref, Known] = {}

    @initialize(so_far=st.tuples(*[st.sampled_from(("in_coaching", "ready", "in_review", "approved", "running"))] * 3))
    def begin(self, so_far: tuple[str, ...]) -> None:
        """Each owner has a plan; some plans have gone a part of their way."""
        for (name, words), reached in zip(WORDS.items(), so_far, strict=True):
            self.office.owns(self.people[name], secret(words, "in_coaching" if reached == "in_coaching" else "ready"))
        self.plans = self._known()
        for name, reached in zip(WORDS, so_far, strict=True):
            self._goes_its_way(name, REVIEWERS.get(name, ""), reached)

    def _goes_its_way(self, owner: str, reviewer: str, reached: str) -> None:
        if reached == "running":
            self._do(owner, "run 1")
        elif reached in ("in_review", "approved") and reviewer:
            self._do(owner, f"send @{reviewer} 1", reviewer)
            self.say(owner, "yes")
            if reached == "approved":
                self._do(reviewer, f"approve {owner} 1")

    def teardown(self) -> None:
        for tenant in self.tenants:
            self.store.run_now(partial(Transaction.forget_tenant, tenant=tenant))

    # ---- what people do -----------------------------------------------------------------------------------------

    @rule(who=people, to=people, how=st.sampled_from(ACTING), number=numbers)
    def act(self, who: str, to: str, how: str, number: str) -> None:
        self._do(who, how.format(to, n=number), to)

    @rule(who=people, how=st.sampled_from(LOOKING), number=numbers)
    def look(self, who: str, how: str, number: str) -> None:
        self._do(who, how.format(n=number))

    @rule(who=people, which=st.sampled_from((0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)))
    def press(self, who: str, which: int) -> None:
        """One of the newest buttons before their eyes."""
        newest = [
            (choice.key, getattr(reply, "token", "") or None)
            for reply in reversed(self.office.screens.get(self.people[who].id, []))
            for choice in choices_of(reply)
        ]
        if newest:
            self._take(who, Clicked(*newest[which % min(len(newest), 12)]))

    @rule(
        who=people,
        owner=st.sampled_from(tuple(WORDS)),
        button=st.sampled_from(sorted(BUTTONS)),
        version=st.integers(0, 4),
    )
    def forge(self, who: str, owner: str, button: str, version: int) -> None:
        self._take(who, Clicked(plan_key(button, Ref(*self.people[owner].key, 1), version)))

    @rule(who=people, words=st.sampled_from(SAID))
    def say(self, who: str, words: str) -> None:
        self._remember(self.people[who], lambda: self.office.say(self.people[who], words))

    @rule(who=people, slot=st.sampled_from(EDITS), value=st.integers(10, 90))
    def edit(self, who: str, slot: str, value: int) -> None:
        words = (
            f"from 150 to {value} days by 30 June 2026" if slot == "objective.numbers" else f"the {value} of line two"
        )
        self._take(who, SheetSent("edit.plan", "1", {slot: words}))

    @rule(who=people, to=people, about=numbers)
    def pick(self, who: str, to: str, about: str) -> None:
        self._take(who, SheetSent("send", about, {}, (self._named(who, to),)))

    @rule(who=people)
    def begin_a_talk(self, who: str) -> None:
        self._do(who, "start")

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        """The days pass; what is due comes late, as after a night in which nobody was there."""
        self.office.now += timedelta(days=days)
        while rows := [row for row in self._schedule() if row.due <= self.office.now]:
            for row in rows:
                self._comes_due(row)

    def _comes_due(self, row: Scheduled) -> None:
        self.store.run_now(lambda tx: tx.schedule.remove(row.kind, row.subject))
        happened = msgspec.json.decode(row.payload, type=Happened)
        self._remember(happened.person, lambda: self.office.take(happened.person, happened.event))

    def _do(self, who: str, command: str, to: str = "") -> None:
        person = self.people[who]
        named = [self._named(who, to)] if "@" in command else []
        rooms = (Room("team", "team", member=True),) if "#" in command else ()
        self._remember(person, lambda: self.office.command(person, command, *named, rooms=rooms))

    def _take(self, who: str, event: Anything) -> None:
        self._remember(self.people[who], lambda: self.office.take(self.people[who], event))

    def _named(self, who: str, to: str) -> Named:
        """Somebody of another company is told as such by the platform."""
        same = self.people[who].tenant == self.people[to].tenant
        return Named(self.people[to], "member" if same else "external")

    # ---- what must hold -----------------------------------------------------------------------------------------

    def _remember(self, person: Person, doing: Callable[[], Heard]) -> None:
        """Let it happen, and hold what came of it against what was before."""
        before = self.plans
        heard = doing()
        self.plans = self._known()
        for reader, replies in ((person.id, heard.replies), *heard.others.items()):
            for reply in replies:
                self._reads_only_what_is_shown(self.people_by_id[reader], reply, before)
        for ref, known in before.items():
            self._goes_on_as_it_may(person, ref, known, self.plans.get(ref))

    def _reads_only_what_is_shown(self, reader: Person, reply: Reply, before: dict[Ref, Known]) -> None:
        words = msgspec.json.encode(reply).decode()
        in_public = reply.audience == "channel"
        for owner, word in WORDS.items():
            ref = Ref(*self.people[owner].key, 1)
            if reader.key == ref.owner and not in_public:
                continue
            assert SENSITIVE not in words, reply.key
            if word not in words:
                continue
            then, now = before.get(ref), self.plans.get(ref)
            assert not (is_hidden(then) and is_hidden(now)), reply.key
            if not in_public and reply.key not in FAREWELLS:
                assert now is not None, reply.key
                assert role_of(now.record, reader.key) != "stranger", reply.key
        for choice in choices_of(reply):
            button = read_key(choice.key)
            if button and button.name == "btn.approve":
                self.shown[reader.id, str(button.ref)] = button.version

    def _goes_on_as_it_may(self, person: Person, ref: Ref, then: Known, now: Known | None) -> None:
        state = then.record.plan.state
        if now is None:
            assert (person.key, state in COACHING) == (ref.owner, True)
            return
        if now.record.plan.state != state:
            by = EDGES[state, now.record.plan.state]
            assert role_of(then.record, person.key) == by, (state, now.record.plan.state)
        if now.record.life.approval not in (None, then.record.life.approval):
            self._is_a_yes_to_what_they_saw(person, ref, then, now)
        assert now.versions[: len(then.versions)] == then.versions
        assert [one.version for one in now.versions] == list(range(1, now.record.life.version + 1))
        if now.record.plan.state in READ_BY_OTHERS:
            assert as_draft(now.versions[-1].plan) == as_draft(now.record.plan)

    def _is_a_yes_to_what_they_saw(self, person: Person, ref: Ref, then: Known, now: Known) -> None:
        yes = now.record.life.approval
        assert yes is not None
        assert person.key != ref.owner
        assert role_of(then.record, person.key) == "reviewer"
        seen = self.shown[person.id, str(ref)]
        assert as_draft(now.versions[yes.version - 1].plan) == as_draft(now.versions[seen - 1].plan)

    @invariant()
    def an_approved_plan_has_its_yes(self) -> None:
        for known in self.plans.values():
            if known.record.plan.state == "approved":
                assert known.record.life.approval is not None

    @invariant()
    def the_schedule_has_the_next_day_of_every_plan(self) -> None:
        rows = {(row.kind, row.subject): row.due for row in self._schedule()}
        for ref, known in self.plans.items():
            if not self._is_talked_about(ref):
                row = rows.pop((f"{KIND}{ref.number}", ref.owner), None)
                assert row == next_morning(known.record, self.office.now), known.record
        assert {key: due for key, due in rows.items() if key[0].startswith(KIND)} == {}

    # ---- what is remembered -------------------------------------------------------------------------------------

    @property
    def people_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people.values()}

    def _known(self) -> dict[Ref, Known]:
        def known(tx: Transaction) -> dict[Ref, Known]:
            records = [record for person in self.people.values() for record in tx.plans.records(person.key)]
            return {r.ref: Known(r, tuple(tx.plans.versions(r.ref.owner, r.ref.number))) for r in records}

        return self.store.run_now(known)

    def _schedule(self) -> list[Scheduled]:
        far = self.office.now + timedelta(days=4000)
        rows = self.store.run_now(lambda tx: tx.schedule.due(far, limit=1000))
        return [row for row in rows if row.subject.tenant in self.tenants]

    def _is_talked_about(self, ref: Ref) -> bool:
        kept = self.store.run_now(lambda tx: tx.conversations.load(ref.owner))
        return kept is not None and kept.conversation.status in NOT_OVER and kept.conversation.plan.number == ref.number


def secret(word: str, state: PlanState) -> Plan:
    """A plan with a word of its own everywhere, and something sensitive in it."""
    return replace(
        IDEAS,
        state=state,
        problem=f"{word}: {IDEAS.problem}",
        objective=replace(IDEAS.objective, outcome=f"{word} for every idea"),
        obstacles=(*IDEAS.obstacles, Obstacle(SENSITIVE, sensitive=True, talk_on=date(2026, 3, 12))),
    )


def is_hidden(known: Known | None) -> bool:
    """Whether nobody but its owner may see it, as the design has it."""
    return known is None or (known.record.plan.state in PRIVATE and not known.record.life.posted)


def as_draft(plan: Plan) -> Plan:
    """What the plan says, whatever its state."""
    return replace(plan, state="draft")


def next_morning(record: Record, now: datetime) -> datetime | None:
    """When its next day begins, counted anew."""
    zone = ZoneInfo("Europe/Paris")
    today = now.astimezone(zone).date()
    day = next_due(record, today)
    if day is None:
        return None
    morning = datetime.combine(day, IN_THE_MORNING, zone)
    return morning if morning > now else morning + timedelta(days=1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all of the lives: each is lived in companies of its own."""
    folder: Path = tmp_path_factory.mktemp("lives")
    store = Store.open(f"sqlite:///{folder / 'lives.db'}", KeyRing([new_key()]))
    yield store
    store.close()


def test_whatever_people_do(shared: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lives, "store", shared, raising=False)
    run_state_machine_as_test(Lives, settings=settings(max_examples=40, stateful_step_count=30))
