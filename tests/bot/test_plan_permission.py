"""Who may do what with a plan: every act, in every way it can be tried, by everybody, in every state.

Who may not gets the very answer that they would get if there were no such plan; nothing changes, nobody is told.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, get_args

import pytest
from msgspec.structs import replace

from adapters.hearing import Named, Person, Room, SheetSent
from dialogs.events import Clicked
from dialogs.life.acting import ACTS, BUTTONS
from dialogs.life.keys import plan_key
from dialogs.life.record import Life, Party, Record, Ref, Remark, Role
from dialogs.life.states import PRIVATE, TRANSITIONS
from dialogs.plan import PlanState
from storage.store import Store
from tests.bot.lives import IDEAS, KARIM, LEA, MAYA, PRIYA, Heard, Office
from tests.bot.talking import BEN, MORNING

OTTO: Final = Person("acme", "otto", "Otto")  # had it for review once, and said something to it
ZOE: Final = Person("acme", "zoe", "Zoé")  # somebody to send a plan to
TRIED_BY: Final = (MAYA, KARIM, OTTO, LEA, BEN, PRIYA)
THERE, NOWHERE = 1, 99  # the number of the plan, and one that there is not
TEAM: Final = Room("team", "team", member=True)

# Rule of the coaching design, "Plan review": who does what.
_OWNERS: Final = (
    "others", "send", "send_now", "resend", "withdraw", "post", "post_now", "run", "step_done", "step_not_yet",
    "checkin", "note", "keep_going", "last_reading", "done", "drop", "reopen", "keep", "delete", "elapse",
)  # fmt: skip
_REVIEWERS: Final = ("approve", "change", "comment", "pass")
MAY: Final[dict[str, frozenset[Role]]] = {
    **{act: frozenset({"owner"}) for act in _OWNERS},
    **{act: frozenset({"reviewer"}) for act in _REVIEWERS},
    "follow": frozenset({"owner", "reviewer", "reader", "follower"}),  # owner and reviewer hear that they need not
    "unfollow": frozenset({"follower"}),
    "look": frozenset({"reviewer", "follower", "reader"}),
}
SEES: Final[frozenset[Role]] = frozenset({"owner", "reviewer", "follower"})
# What is typed for each of them; {n} is the plan's number.
COMMANDS: Final[dict[str, str]] = {
    "others": "seen {n}", "send": "send @Zoé {n}", "pass": "pass @Zoé {n}", "post": "post #team {n}",
    "withdraw": "withdraw {n}", "approve": "approve {n}", "change": "change {n} name a day",
    "comment": "comment {n} well done", "run": "run {n}", "checkin": "checkin {n} 120", "done": "done {n} less is more",
    "drop": "drop {n}", "reopen": "reopen {n}", "unfollow": "unfollow {n}",
}  # fmt: skip
LOOKS: Final = ("show {n}", "review {n}", "history {n}", "export {n}")


class Try(NamedTuple):
    """One way to do something with a plan: who may, and what they do."""

    name: str
    may: frozenset[Role]
    how: str


def tries() -> Iterator[Try]:
    for act in ACTS:
        yield Try(act, MAY[act], f"press btn.{act}")
        if act in COMMANDS:
            yield Try(act, MAY[act], COMMANDS[act])
    for button, act in BUTTONS.items():
        yield Try(act, MAY[act], f"press {button}")
    for look in LOOKS:
        yield Try("show", SEES, look)
    yield Try("send_now", frozenset({"owner"}), "pick {n}")


def attempt(office: Office, person: Person, how: str, number: int) -> Heard:
    if how.startswith("press "):
        return office.take(person, Clicked(plan_key(how.split()[1], Ref(*MAYA.key, number), 1)))
    if how.startswith("pick"):
        return office.take(person, SheetSent("send", str(number), {}, (Named(ZOE),)))
    people = [ZOE] if "@" in how else []
    return office.command(person, how.format(n=number), *people, rooms=(TEAM,) if "#" in how else ())


def a_plan(state: PlanState, *, posted: bool) -> Record:
    """Maya's plan in that state: with Karim for review where one is, once with Otto; posted and followed, or not."""
    since = MORNING
    seen = state not in PRIVATE
    life = Life(
        owner=party(MAYA),
        since=since,
        moved_at=since,
        reviewer=party(KARIM) if seen else None,
        sent_at=since if seen else None,
        change=Remark("Karim", since, 1, "name a day") if state == "changes_requested" else None,
        comments=(Remark("Otto", since, 1, "fine"),),
        posted=("team",) if posted else (),
        followers=(party(LEA),) if posted else (),
    )
    return Record(Ref(*MAYA.key, THERE), replace(IDEAS, state=state), life)


def party(person: Person) -> Party:
    return Party(*person.key, person.first_name, person.lang, zone=person.zone, platform="test")


def role(person: Person, record: Record) -> Role:
    """What the story makes of them, told apart from how the coach finds out."""
    posted = bool(record.life.posted)
    roles: dict[Person, Role] = {MAYA: "owner", PRIYA: "stranger"}
    roles[KARIM] = "reviewer" if record.life.reviewer else "reader" if posted else "stranger"
    roles[LEA] = "follower" if posted else "stranger"
    return roles.get(person, "reader" if posted else "stranger")


def is_open(one: Try, person: Person, record: Record) -> bool:
    """A reader has no command: the plan is in none of their lists, only on the card before them."""
    its = role(person, record)
    return its in one.may and (one.how.startswith("press") or its != "reader")


def put(office: Office, record: Record) -> None:
    """The plan as it is to be, whatever was done to it."""
    kept = office.store.run_now(lambda tx: tx.plans.record(record.ref))
    revision = kept.revision if kept else None
    office.store.run_now(lambda tx: tx.plans.keep(record, office.now, revision, version=kept is None))


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def test_the_table_knows_every_act() -> None:
    assert {name: allowed.roles for name, allowed in ACTS.items()} == MAY


@pytest.mark.parametrize("posted", [False, True], ids=["not posted", "posted"])
@pytest.mark.parametrize("state", get_args(PlanState))
def test_who_may_not_finds_no_such_plan(office: Office, state: PlanState, *, posted: bool) -> None:
    record = a_plan(state, posted=posted)
    put(office, record)
    before = office.record(record.ref)
    for person in TRIED_BY:
        for one in tries():
            if is_open(one, person, record):
                continue
            said = attempt(office, person, one.how, THERE)
            nothing = attempt(office, person, one.how, NOWHERE)
            where = (person.first_name, one.how)
            assert said.text == nothing.text.replace(str(NOWHERE), str(THERE)), where
            assert (said.keys, said.others) == (nothing.keys, {}), where
            assert office.record(record.ref) == before, where


@pytest.mark.parametrize("posted", [False, True], ids=["not posted", "posted"])
@pytest.mark.parametrize("state", get_args(PlanState))
def test_who_may_is_answered_and_moves_it_along_the_table_only(
    office: Office, state: PlanState, *, posted: bool
) -> None:
    record = a_plan(state, posted=posted)
    ways = {(way.start, way.to): way.by for way in TRANSITIONS}
    for person in TRIED_BY:
        for one in tries():
            if not is_open(one, person, record) or not does_anything(one.how):
                continue
            put(office, record)
            said = attempt(office, person, one.how, THERE)
            where = (person.first_name, one.how)
            assert said.keys, where
            assert "cmd.gone" not in said.keys, where
            kept = office.store.run_now(lambda tx: tx.plans.record(record.ref))
            after = kept.record.plan.state if kept else None
            if after is None:
                assert (one.name, state in ("draft", "in_coaching")) == ("delete", True), where
            elif after != state:
                assert ways[state, after] == role(person, record), where


def does_anything(how: str) -> bool:
    """A button that there is not does nothing, whoever presses it."""
    return not how.startswith("press ") or how.split()[1] in BUTTONS


@pytest.mark.parametrize("command", ["show", "approve", "history", "review", "export", "comment", "withdraw"])
def test_a_plan_that_is_not_theirs_cannot_be_found_by_its_words(office: Office, command: str) -> None:
    put(office, a_plan("in_review", posted=False))
    for person in (OTTO, LEA, BEN, PRIYA):
        for words, others in (
            ("Maya", "Nora"),
            ("an answer to every idea", "a banana for any child"),
            ("idae", "zzzz"),
        ):
            said = office.command(person, f"{command} {words}")
            assert said.text == office.command(person, f"{command} {others}").text.replace(others, words)
            assert said.others == {}
