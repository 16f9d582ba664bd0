"""Two accounts of one person: a code from one, typed in the other, and the talk goes on in both."""

import re

from adapters.hearing import Commanded, Happened, Person
from adapters.port import To
from bot.linking import address, addressee
from dialogs.events import Said, Started
from dialogs.life.record import Life, Party, Record, Ref, role_of
from dialogs.person import PersonId
from dialogs.plan import Plan
from storage.store import Store
from tests.bot.running import World
from tests.bot.talking import MORNING

SLACK = Person("T1", "U1", "Ada")
TEAMS = Person("contoso", "ada", "Ada")
THERE = PersonId("contoso", "ada")


async def say(world: World, person: Person, text: str) -> list[str]:
    """A command when it begins with a slash, else words to the coach; the keys of the answer."""
    event = Commanded(text.removeprefix("/plan ")) if text.startswith("/") else Said(text)
    return await do(world, Happened(person, event, "recorder", MORNING, "chat"))


async def do(world: World, happened: Happened) -> list[str]:
    before = len(world.platform.sent)
    assert await world.runtime.intake.take(f"event {len(world.points)}", happened)
    await world.settle()
    return world.platform.said[before:]


async def code_for(world: World, person: Person) -> str:
    assert await say(world, person, "/plan link") == ["cmd.link.code"]
    found = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", world.platform.texts[-1])
    assert found is not None
    return found[0]


async def linked(store: Store) -> World:
    world = World(store)
    code = await code_for(world, SLACK)
    assert await say(world, TEAMS, f"/plan link {code}") == ["cmd.link.done"]
    return world


async def test_a_talk_begun_in_one_account_goes_on_in_the_other(store: Store) -> None:
    world = World(store)
    assert await do(world, Happened(SLACK, Started(), "recorder", MORNING)) == ["intercept.start", "q.problem"]
    code = await code_for(world, SLACK)
    assert await say(world, TEAMS, f"/plan link {code.lower()}") == ["cmd.link.done"]
    said = "Last month three sites fixed the same pump fault separately, 9 hours each"
    assert await say(world, TEAMS, said) == ["q.problem.who"]
    assert world.platform.to[-1] == To("contoso", "ada", "chat"), "to the account that was used"
    assert await say(world, SLACK, "the 12 technicians, weekly") == ["reflect.problem", "q.objective"]
    assert world.platform.to[-1] == To("T1", "U1", "chat")


async def test_plans_of_the_other_account_move_and_are_numbered_on(store: Store) -> None:
    world = World(store)
    store.run_now(lambda tx: tx.plans.save(SLACK.key, Plan(number=1, problem="here"), MORNING, version=False))
    store.run_now(lambda tx: tx.plans.save(TEAMS.key, Plan(number=1, problem="there"), MORNING, version=False))
    code = await code_for(world, SLACK)
    await say(world, TEAMS, f"/plan link {code}")
    moved = store.run_now(lambda tx: tx.plans.get(SLACK.key, 2))
    assert moved is not None
    assert moved.problem == "there"
    assert store.run_now(lambda tx: tx.plans.list(TEAMS.key)) == ()


async def test_versions_readers_and_what_is_to_be_reviewed_come_along(store: Store) -> None:
    world, sam = World(store), PersonId("T1", "sam")
    sent = Record(Ref(*THERE, 1), Plan(number=1, state="in_review"), Life(reviewer=Party(*sam), sent_at=MORNING))
    theirs = Record(Ref(*sam, 4), Plan(number=4, state="in_review"), Life(reviewer=Party(*THERE), sent_at=MORNING))
    store.run_now(lambda tx: tx.plans.keep(sent, MORNING, None, version=True))
    store.run_now(lambda tx: tx.plans.keep(theirs, MORNING, None, version=True))
    code = await code_for(world, SLACK)
    await say(world, TEAMS, f"/plan link {code}")
    here = Ref(*SLACK.key, 1)
    assert store.run_now(lambda tx: [version.version for version in tx.plans.versions(SLACK.key, 1)]) == [1]
    assert store.run_now(lambda tx: [record.ref for record in tx.plans.read_by(sam)]) == [here]
    (to_review,) = store.run_now(lambda tx: tx.plans.read_by(SLACK.key))
    assert role_of(to_review, SLACK.key) == "reviewer"


async def test_an_open_talk_of_the_other_account_comes_along(store: Store) -> None:
    world = World(store)
    await do(world, Happened(TEAMS, Started(), "recorder", MORNING))
    await say(world, TEAMS, "9 hours lost on each of three sites last month")
    code = await code_for(world, SLACK)
    await say(world, TEAMS, f"/plan link {code}")
    assert await say(world, SLACK, "the 12 technicians, weekly") == ["reflect.problem", "q.objective"]


async def test_a_code_works_once_and_not_for_its_own_account(store: Store) -> None:
    world = World(store)
    code = await code_for(world, SLACK)
    assert await say(world, SLACK, f"/plan link {code}") == ["cmd.link.same"]
    assert await say(world, TEAMS, f"/plan link {code}") == ["cmd.link.unknown"], "it was used"
    assert await say(world, TEAMS, "/plan link AAAA-AAAA") == ["cmd.link.unknown"]


async def test_accounts_part_again(store: Store) -> None:
    world = await linked(store)
    assert await say(world, TEAMS, "/plan unlink") == ["cmd.link.parted"]
    assert await say(world, TEAMS, "/plan unlink") == ["cmd.link.none"]
    assert store.run_now(lambda tx: tx.links.home_of(THERE)) == THERE


async def test_an_opt_out_of_either_account_counts_for_both(store: Store) -> None:
    world = World(store)
    await say(world, TEAMS, "/plan me off")
    code = await code_for(world, SLACK)
    await say(world, TEAMS, f"/plan link {code}")
    known = store.run_now(lambda tx: tx.people.get(SLACK.key))
    assert known is not None
    assert known.opted_out_at is not None


def test_an_answer_goes_to_the_account_that_was_used() -> None:
    here = Happened(SLACK, Started(), "slack", MORNING, '{"channel":"D1"}')
    assert _to(here) == To("T1", "U1", '{"channel":"D1"}')
    there = Happened(SLACK, Started(), "teams", MORNING, '{"kind":"personal"}', account=THERE)
    assert _to(there) == To("contoso", "ada", '{"kind":"personal"}')


def _to(happened: Happened) -> To:
    return addressee(happened.person.key, address(happened))
