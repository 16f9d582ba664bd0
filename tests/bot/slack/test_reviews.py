"""A plan among people in Slack: sent, answered, sent again, approved, measured, posted; and who never sees any of it."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace

from dialogs.company import Company
from dialogs.life.record import Life, Party, Record, Ref
from dialogs.plan import Obstacle, Plan
from tests.bot.lives import IDEAS
from tests.bot.slack.world import World, buttons, named, words
from tests.fakes.slack import Message, User
from tests.transcripts.playing import START

SECRET: Final = Obstacle("the plant manager drinks", sensitive=True, talk_on=IDEAS.commitment_on)
HALF_WAY: Final = datetime(2026, 5, 1, 12, tzinfo=UTC)
TARGET_DAY: Final = datetime(2026, 6, 30, 12, tzinfo=UTC)
PLAN: Final = replace(IDEAS, obstacles=(*IDEAS.obstacles, SECRET))


@pytest.fixture
def slack(tmp_path: Path) -> Iterator[World]:
    """What is refused, or said twice, is wrong at the end of a test, whatever it looks at."""
    with World(tmp_path, "http", Company(), START) as made:
        yield made
        assert [*made.sim.problems(), *made.sim.lint()] == []
        assert made.sim.repeats() == made.again


@pytest.fixture
def maya(slack: World) -> User:
    """She has a plan that is ready, with something in it that is nobody's business."""
    maya = slack.person("Maya")
    owns(slack, maya, PLAN)
    return maya


@pytest.fixture
def karim(slack: World) -> User:
    return slack.person("Karim", "fr")


@pytest.fixture
def ben(slack: World) -> User:
    return slack.person("Ben")


def owns(world: World, user: User, plan: Plan) -> Ref:
    ref = Ref(user.team, user.id, plan.number)
    owner = Party(user.team, user.id, user.real_name, zone=user.tz, platform="slack")
    record = Record(ref, plan, Life(owner=owner, since=START, moved_at=START))
    world.store.run_now(lambda tx: tx.plans.keep(record, START, None, version=True))
    return ref


def plan_of(world: World, user: User) -> Record:
    kept = world.store.run_now(lambda tx: tx.plans.record(Ref(user.team, user.id, 1)))
    assert kept is not None
    return kept.record


def sent(world: World, maya: User) -> None:
    """Karim has the plan."""
    world.command(maya, "send @karim", world.sim.dm(maya))
    world.press(maya, "btn.send_now")
    world.heard()


def heard(world: World) -> list[str]:
    """What was said of reviews since this was last asked; a weekly summary is offered once, beside them."""
    return [key for key in world.heard() if key != "digest.consent"]


def text_of(world: World, key: str) -> str:
    """The words of the newest message of that key."""
    return next(reply.text for reply in reversed(world.said) if reply.key == key)


def press(world: World, user: User, button: str) -> None:
    """Press a button about a plan, where it was last shown."""
    message = next(message for message in reversed(seen(world, user)) if named(message, button))
    world.do(world.sim.click(user, message, named(message, button)))


def seen(world: World, user: User) -> list[Message]:
    """All that stands before somebody's eyes of ours, in its order."""
    return sorted([*world.talk(user), *world.whispers(user), *world.in_public()], key=lambda message: message.ts)


def read(world: World, user: User) -> str:
    return "\n".join(words(seen(world, user)))


# ---- a review -----------------------------------------------------------------------------------------------------


def test_a_plan_is_sent_changed_sent_again_and_approved(slack: World, maya: User, karim: User) -> None:
    slack.command(maya, "send @karim 1")
    assert heard(slack) == ["cmd.over_there", "plan.others", "send.confirm"]
    assert slack.talk(karim) == []
    slack.press(maya, "btn.send_now")
    assert heard(slack) == ["send.done", "review.request"]
    (card,) = slack.talk(karim)
    assert card.words.startswith("Maya vous demande de relire")
    assert len(buttons(card)) == 3

    press(slack, karim, "btn.request_changes")
    slack.write(karim, "Qui répond quand Léa est absente")
    assert heard(slack) == ["review.change.ask", "review.noted_change", "review.changes"]
    assert "“Qui répond quand Léa est absente”" in slack.talk(maya)[-1].words

    press(slack, maya, "sheet.edit.plan")
    slack.modal(maya, "edit.plan")
    slack.do(slack.sim.submit(maya, {"problem.what": "Ideas wait 150 days for an answer, and Léa is away in May"}))
    heard(slack)
    press(slack, maya, "btn.resend")
    assert heard(slack) == ["send.done", "review.request"]
    assert "Léa is away in May" in slack.talk(karim)[-1].words

    shown = named(slack.talk(karim)[-1], "btn.approve")
    press(slack, karim, "btn.approve")
    assert heard(slack) == ["review.noted_yes", "review.approved"]
    record = plan_of(slack, maya)
    assert record.plan.state == "approved"
    assert record.life.approval is not None
    assert (record.life.approval.by, f"@{record.life.approval.version}") == ("Karim", shown[shown.index("@") :])


def test_a_comment_leaves_the_answer_open(slack: World, maya: User, karim: User) -> None:
    sent(slack, maya)
    press(slack, karim, "btn.comment")
    slack.write(karim, "J'aime les deux étapes")
    assert heard(slack) == ["review.comment.ask", "review.noted_comment", "review.comment"]
    assert "J'aime les deux étapes" in slack.talk(maya)[-1].words
    press(slack, karim, "btn.approve")
    assert plan_of(slack, maya).plan.state == "approved"


def test_a_yes_to_an_older_version_is_not_taken(slack: World, maya: User, karim: User) -> None:
    sent(slack, maya)
    (old,) = slack.talk(karim)
    slack.command(karim, 'change "un nom par étape"')
    press(slack, maya, "sheet.edit.plan")
    slack.modal(maya, "edit.plan")
    slack.do(slack.sim.submit(maya, {"problem.who": "the operators, and Léa"}))
    press(slack, maya, "btn.resend")
    heard(slack)
    slack.do(slack.sim.click(karim, old, named(old, "btn.approve")))
    assert heard(slack) == ["review.outdated", "plan.others"]
    assert plan_of(slack, maya).plan.state == "in_review"


def test_two_answers_at_once_are_one(slack: World, maya: User, karim: User) -> None:
    sent(slack, maya)
    (card,) = slack.talk(karim)

    async def twice() -> None:
        await asyncio.gather(*(slack.sim.click(karim, card, named(card, "btn.approve")) for _ in range(2)))

    slack.do(twice())
    said = heard(slack)
    assert (said.count("review.approved"), said.count("review.noted_yes"), len(said)) == (1, 1, 3)


def test_the_reviewer_hands_it_over(slack: World, maya: User, karim: User, ben: User) -> None:
    sent(slack, maya)
    slack.command(karim, "transmettre @ben")
    assert heard(slack) == ["pass.done", "pass.told", "review.request"]
    press(slack, ben, "btn.approve")
    assert plan_of(slack, maya).plan.state == "approved"


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ({"is_restricted": True}, "send.guest"),
        ({"is_stranger": True}, "send.external"),
        ({"is_bot": True}, "send.bot"),
        ({"deleted": True}, "send.gone"),
    ],
)
def test_a_plan_goes_to_colleagues_only(slack: World, maya: User, who: dict[str, Any], answer: str) -> None:
    slack.person("Gil", **who)
    slack.command(maya, "send @gil")
    assert heard(slack) == [answer]
    assert plan_of(slack, maya).plan.state == "ready"


def test_nothing_private_reaches_anybody_else(slack: World, maya: User, karim: User, ben: User) -> None:
    sent(slack, maya)
    slack.command(maya, "post 1")
    slack.press(maya, "btn.post_now")
    for other in (karim, ben):
        assert "Ideas wait 150 days" in read(slack, other)
        assert "drinks" not in read(slack, other)
        assert "sensi" not in read(slack, other).lower()
    assert (slack.talk(ben), slack.whispers(ben)) == ([], [])


@pytest.mark.parametrize(
    "command", ["show 1", "approve 1", "change 1 shorter", "comment 1 hm", "history 1", "export 1"]
)
def test_somebody_else_finds_no_such_plan(slack: World, maya: User, karim: User, ben: User, command: str) -> None:
    sent(slack, maya)
    before = plan_of(slack, maya)
    slack.command(ben, command)
    assert "Ideas" not in read(slack, ben)
    assert plan_of(slack, maya) == before
    assert len(slack.talk(karim)) == 1


# ---- a plan that runs ----------------------------------------------------------------------------------------------


def test_a_measure_is_asked_for_on_its_days_and_drawn(slack: World, maya: User) -> None:
    slack.command(maya, "run 1", slack.sim.dm(maya))
    heard(slack)
    slack.clock(HALF_WAY)
    slack.tick()
    press(slack, maya, "btn.checkin")
    slack.write(maya, "120 days now")
    assert "progress.card" in heard(slack)
    slack.clock(TARGET_DAY)
    slack.command(maya, "checkin 60", slack.sim.dm(maya))
    assert "progress.card" in heard(slack)
    assert [reading.value for reading in plan_of(slack, maya).life.readings] == [120, 60]
    card = next(message for message in reversed(slack.talk(maya)) if "▓" in message.words)
    (chart,) = [block["chart"] for block in card.blocks or [] if block["type"] == "data_visualization"]
    assert [point["value"] for point in chart["series"][0]["data"]] == [150, 120, 60]


# ---- posted --------------------------------------------------------------------------------------------------------


def test_a_plan_is_posted_where_it_was_asked_for_and_can_be_followed(slack: World, maya: User, ben: User) -> None:
    slack.command(maya, "post 1 #general")
    slack.press(maya, "btn.post_now")
    assert heard(slack) == ["cmd.over_there", "plan.others", "post.confirm", "post.done", "plan.posted"]
    (card,) = slack.in_public()
    assert (card.channel, card.thread_ts) == (slack.room.id, None)
    slack.do(slack.sim.click(ben, card, named(card, "btn.follow")))
    assert [message.words.partition("\n")[0] for message in slack.whispers(ben)] == [text_of(slack, "follow.done")]
    assert slack.in_public() == [card]
    assert (card.edited, buttons(card)) == (None, [named(card, "btn.follow")])
    press(slack, ben, "btn.unfollow")
    assert heard(slack) == ["follow.done", "follow.ended"]
    assert plan_of(slack, maya).life.followers == ()


@pytest.mark.parametrize(
    ("room", "answer"), [({"shared": True, "inside": True}, "post.shared"), ({"inside": False}, "post.not_member")]
)
def test_a_plan_is_not_posted_where_it_should_not(slack: World, maya: User, room: dict[str, bool], answer: str) -> None:
    inside = [slack.sim.bot_user] if room["inside"] else []
    plans = slack.sim.channel("plans", [maya, *inside], shared=room.get("shared", False))
    slack.command(maya, "post 1 #plans")
    assert heard(slack) == [answer]
    assert slack.sim.messages(plans) == []


# ---- a message of somebody's ---------------------------------------------------------------------------------------


def test_a_message_is_reviewed_from_its_menu_and_kept_as_a_draft(slack: World, karim: User, ben: User) -> None:
    said = slack.write(
        karim, "Requests get lost, 60 a week. Ana sorts them by Friday 13 March, Luc answers.", slack.room
    )
    heard(slack)
    slack.do(slack.sim.shortcut(ben, "review_plan", said))
    assert heard(slack) == ["review.card", "pasted.keep"]
    assert slack.whispers(ben) == []
    slack.press(ben, "btn.keep_draft")
    assert heard(slack)[0] == "pasted.kept"
    assert slack.conversation(ben).plan.number == 1


def test_without_a_mention_a_window_asks_for_the_reviewer(slack: World, maya: User, karim: User) -> None:
    slack.command(maya, "send 1")
    window = slack.modal(maya, "send")
    (picker,) = [block["element"] for block in window.content["blocks"] if block["type"] == "input"]
    assert picker["type"] == "users_select"
    slack.do(slack.sim.submit(maya, {"reviewer": karim}))
    assert slack.heard() == ["send.done", "review.request"]
    assert plan_of(slack, maya).plan.state == "in_review"
