"""Several workspaces on one Planfirst, installed from the browser: kept apart, left behind, come back to."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest

from dialogs.company import Company
from dialogs.person import PersonId
from tests.bot.slack.world import World, words
from tests.fakes.slack import User

# Whether an uninstall is of this installation or of an earlier one, Slack is asked with the token.
ASKED_BACK = "auth.test: answered account_inactive"
TOOL = "We should launch a Slack community for innovation"
First = Literal["tokens_revoked", "app_uninstalled"]


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[World]:
    """A Planfirst that nobody has installed yet."""
    with World(tmp_path, "http", Company(), several=True) as made:
        yield made
        assert [fault for fault in made.faults() if fault.partition(" ")[2].partition(" ")[2] != ASKED_BACK] == []


@pytest.fixture
def ann(slack: World) -> User:
    """Of the workspace Acme, which installs it."""
    install(slack, slack.sim.team)
    slack.listens()
    return slack.person("Ann")


@pytest.fixture
def other_ann(slack: World) -> User:
    """Of the workspace Globex, which installs it too."""
    team = slack.sim.add_workspace("globex").id
    install(slack, team)
    return slack.sim.user("ann", team, locale="fr-FR")


def install(slack: World, team: str) -> None:
    back = slack.run(slack.sim.install_from_browser(f"{slack.url}/slack/install", team))
    assert back.status == 200


def dead(slack: World) -> list[str]:
    """Why messages were given up."""
    return [letter.reason for letter in slack.store.run_now(lambda tx: tx.outbox.dead_letters())]


def remembered(slack: World, user: User) -> bool:
    return slack.store.run_now(lambda tx: tx.conversations.load(PersonId(user.team, user.id))) is not None


def an_offer_for_tomorrow(slack: World, ann: User) -> None:
    slack.write(ann, TOOL, slack.room)
    slack.press(ann, "btn.later")
    slack.press(ann, "btn.tomorrow")
    slack.heard()


def test_two_people_of_the_same_name_in_two_workspaces_hold_two_talks(slack: World, ann: User, other_ann: User) -> None:
    slack.write(ann, "start")
    slack.write(other_ann, "bonjour")
    slack.write(ann, "Nobody answers the 30 ideas of the October survey")
    slack.write(other_ann, "oui")
    slack.write(other_ann, "Trois sites attendent neuf jours leurs pièces depuis mai")

    assert "“Nobody answers" not in "".join(words(slack.talk(other_ann)))
    assert words(slack.talk(ann))[-1] == "Who feels it most, and roughly how often?"
    assert words(slack.talk(other_ann))[0].startswith("Bonjour Ann.")
    assert slack.conversation(ann).slots.keys() == slack.conversation(other_ann).slots.keys() == {"problem.what"}
    assert "30 ideas" in str(slack.conversation(ann).slots)
    assert "neuf jours" in str(slack.conversation(other_ann).slots)
    posts = [call for call in slack.sim.called("chat.postMessage") if call.ok]
    assert {(call.team, call.args["channel"]) for call in posts} == {
        (user.team, slack.sim.dm(user).id) for user in (ann, other_ann)
    }


@pytest.mark.parametrize("first", ["tokens_revoked", "app_uninstalled"])
def test_where_it_is_removed_it_falls_silent_at_once_and_forgets_after_a_month(
    slack: World, ann: User, other_ann: User, first: First
) -> None:
    begun = datetime.now(UTC)  # when it was removed is measured by the database's clock
    monday = begun + timedelta(days=7 - begun.weekday())
    slack.clock(monday.replace(hour=10))
    an_offer_for_tomorrow(slack, ann)
    slack.write(other_ann, "bonjour")
    token = slack.sim.bot_token
    slack.do(slack.sim.uninstall(first=first))
    calls = len(slack.sim.calls)

    slack.clock(monday + timedelta(days=1, hours=10))
    slack.tick()
    assert dead(slack) == ["not_installed"]
    assert [call.method for call in slack.sim.calls[calls:]] == [], "Slack is not even asked"
    assert token not in str(slack.store.run_now(lambda tx: tx.installations.all("slack")))

    slack.clock(begun + timedelta(days=29))
    slack.run(slack.runtime.scheduler.sweep())
    assert remembered(slack, ann)
    slack.clock(begun + timedelta(days=31))
    slack.run(slack.runtime.scheduler.sweep())
    assert not remembered(slack, ann)
    assert remembered(slack, other_ann), "of the other company nothing is touched"
    assert dead(slack) == []


def test_whoever_installs_it_again_within_a_month_finds_everything_as_it_was(slack: World, ann: User) -> None:
    slack.write(ann, "start")
    slack.write(ann, "Nobody answers the 30 ideas of the October survey")
    slack.do(slack.sim.uninstall())
    begun = datetime.now(UTC)
    slack.clock(begun + timedelta(days=20))
    install(slack, slack.sim.team)
    slack.clock(begun + timedelta(days=60))
    slack.run(slack.runtime.scheduler.sweep())
    slack.heard()

    slack.write(ann, "summary")
    assert slack.heard()[0] == "summary.card"
    assert "30 ideas" in words(slack.talk(ann))[-1]


def test_a_token_is_renewed_once_while_ten_people_talk(slack: World) -> None:
    slack.sim.token_rotation = True
    install(slack, slack.sim.team)
    people = [slack.person(f"P{number}") for number in range(10)]
    for one in people:
        slack.write(one, "hello")
    slack.heard()
    first = slack.sim.bot_token
    slack.clock(datetime.now(UTC) + timedelta(hours=13))

    async def all_at_once() -> None:
        await asyncio.gather(*(slack.sim.say(one, slack.sim.dm(one), "start") for one in people))

    slack.do(all_at_once())
    assert sorted(slack.heard()) == ["intercept.start"] * 10 + ["q.problem"] * 10
    renewals = [call for call in slack.sim.called("oauth.v2.access") if call.args.get("grant_type")]
    assert len(renewals) == 1
    assert slack.sim.bot_token != first
    assert {call.token for call in slack.sim.called("chat.postMessage")[-20:]} == {slack.sim.bot_token}
