"""People talk to a well-behaved app, over HTTP and over Socket Mode."""

import pytest

from tests.fakes.slack import CannotDo
from tests.fakes.slack_itself.bots import World


async def test_a_user_talks_to_the_bot(world: World) -> None:
    slack = world.slack
    sent = await slack.say(world.ann, world.general, "we should launch a <social> plan & more")
    answer = await slack.wait_message(world.general, after=sent)
    assert answer.text == "echo: we should launch a &lt;social&gt; plan &amp; more"
    assert answer.thread_ts == sent.ts
    await slack.quiet()
    assert len(slack.messages(world.general, by_bot=True)) == 1  # no loop on its own message
    slack.assert_clean()
    assert "ann: we should" in slack.transcript(world.general)


async def test_command_button_modal_and_dm(world: World) -> None:
    slack, ann = world.slack, world.ann
    delivery = await slack.slash(ann, world.general, "/plan", "review 3")
    assert delivery.reply
    assert (delivery.reply.text, delivery.reply.ephemeral_to) == ("reviewing review 3", ann.id)
    offer = await slack.wait_ephemeral(ann, match=lambda m: m.has("start"))
    assert slack.ephemerals(world.ben) == []
    with pytest.raises(CannotDo, match="ben cannot see"):
        await slack.click(world.ben, offer, "start")
    await slack.click(ann, offer, "start")
    await slack.wait_modal(ann)
    with pytest.raises(CannotDo, match="asks for 'Problem'"):
        await slack.submit(ann, {})
    too_short = await slack.submit(ann, {"problem": "slow"})
    assert too_short.errors == {"problem": "Say a little more"}
    assert slack.modal(ann)
    await slack.submit(ann, {"text": "tickets take five days"})
    assert slack.modal(ann) is None
    assert (await slack.wait_message(slack.dm(ann))).text == "saved: tickets take five days"
    slack.assert_clean()


async def test_a_mention_is_delivered_twice_and_private_rooms_stay_private(world: World) -> None:
    slack = world.slack
    await slack.say(world.ann, world.general, f"<@{slack.bot_user.id}> hello")
    said = [d.payload["event"] for d in slack.deliveries if d.payload["event"].get("user") == world.ann.id]
    assert sorted(event["type"] for event in said) == ["app_mention", "message"]
    secret = slack.channel("secret", [world.ann, world.ben], kind="group")
    before = len(slack.deliveries)
    await slack.say(world.ann, secret, "not for bots")
    assert len(slack.deliveries) == before


async def test_edits_deletions_and_other_bots_reach_the_bot(world: World) -> None:
    slack = world.slack
    sent = await slack.say(world.ann, world.general, "first")
    await slack.edit(world.ann, sent, "second")
    await slack.delete(world.ann, sent)
    robot = slack.other_bot("jira")
    world.general.members.add(robot.id)
    await slack.say(robot, world.general, "ticket 1 closed")
    await slack.quiet()
    subtypes = {d.payload["event"].get("subtype") for d in slack.deliveries}
    assert {"message_changed", "message_deleted"} <= subtypes
    assert len(slack.messages(world.general, by_bot=True)) == 1  # only "first" was echoed
    slack.assert_clean()


async def test_socket_mode_survives_a_refresh(over_socket: World) -> None:
    slack = over_socket.slack
    await slack.disconnect_socket()
    await slack.socket_connected()
    sent = await slack.say(over_socket.ann, over_socket.general, "still there?")
    assert (await slack.wait_message(over_socket.general, after=sent)).text.endswith("still there?")
    assert all(delivery.acked for delivery in slack.deliveries)
