"""Teams tells a bot less than one thinks: who hears what, where, and with which events."""

import pytest

from tests.fakes.teams import TeamsSim, UserError
from tests.fakes.teams.tiny_bot import TinyBot


async def test_a_first_day_in_a_personal_chat(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada Lovelace", locale="fr-FR", timezone="Europe/London")
    chat = await teams.personal(ada)
    turn = await teams.say(ada, chat, "hello")
    assert [m.text for m in turn.replies] == ["echo: hello"]
    assert bot.names() == ["installationUpdate:add", "conversationUpdate", "message"]
    added = [member["id"] for member in bot.heard[1]["membersAdded"]]
    assert added == [teams.bot["id"], ada.id]
    said = bot.heard[2]
    assert (said["locale"], said["localTimezone"], said["from"]["aadObjectId"]) == ("fr-FR", "Europe/London", ada.aad)
    assert said["conversation"] == {"conversationType": "personal", "tenantId": teams.tenant, "id": chat.id}
    teams.assert_clean()


async def test_a_channel_is_heard_by_mention_only(teams: TeamsSim, bot: TinyBot) -> None:
    ada, bob = teams.user("Ada"), teams.user("Bob")
    room = await teams.channel("Sales", "Plans", [ada, bob])
    assert not (await teams.say(ada, room, "nobody told the bot")).delivered
    turn = await teams.say(ada, room, "a < b", mention=True)
    told = bot.heard[-1]
    assert (told["text"], told["conversation"]["id"]) == (
        "<at>Planfirst</at> a < b",
        f"{room.id};messageid={turn.said.id}",
    )
    assert told["attachments"][0]["content"].endswith("&nbsp;a &lt; b</p>")
    assert "Planfirst" in told["entities"][1]["text"]
    again = await teams.say(bob, room, "me too", mention=True, thread=turn.said)
    assert [m.thread for m in (*turn.replies, *again.replies)] == [turn.said.id] * 2
    with pytest.raises(UserError, match="has a thread"):
        await teams.say(ada, await teams.group("Lunch", [ada]), "hm", thread=turn.said)
    unheard = await teams.say(bob, room, "and a word without it", thread=turn.said)
    assert not unheard.delivered
    assert any("<at>Planfirst</at>" in violation for violation in teams.violations)  # the echo repeats it as plain text


@pytest.mark.parametrize("kind", ["group", "channel"])
async def test_consent_comes_and_goes_per_place(teams: TeamsSim, kind: str) -> None:
    ada = teams.user("Ada")
    place = await (teams.group("Plans", [ada]) if kind == "group" else teams.channel("Sales", "Plans", [ada]))
    other = await teams.group("Lunch", [ada])
    assert not (await teams.say(ada, place, "we should launch a wiki")).delivered
    await teams.install(place, ada, upgrade=True, rsc=True)
    assert (await teams.say(ada, place, "we should launch a wiki")).text == "echo: we should launch a wiki"
    assert not (await teams.say(ada, other, "we should launch a wiki")).delivered
    await teams.install(place, ada, upgrade=True, rsc=False)
    assert not (await teams.say(ada, place, "we should launch a wiki")).delivered


async def test_the_app_is_upgraded_and_removed(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    group = await teams.group("Plans", [ada], rsc=True)
    bot.heard.clear()
    await teams.install(group, ada, upgrade=True)
    await teams.uninstall(group, ada, upgrade=True)
    await teams.install(group, ada, rsc=True)
    await teams.uninstall(group, ada)
    assert not (await teams.say(ada, group, "are you there?", mention=True)).delivered
    assert bot.names() == [
        "installationUpdate:add-upgrade",
        "installationUpdate:remove-upgrade",
        "installationUpdate:add",
        "conversationUpdate",
        "installationUpdate:remove",
    ]


async def test_people_come_and_go(teams: TeamsSim, bot: TinyBot) -> None:
    ada, bob = teams.user("Ada"), teams.user("Bob")
    room = await teams.channel("Sales", "Plans", [ada])
    bot.heard.clear()
    await teams.add_member(room, bob)
    await teams.remove_member(room, bob)
    assert bot.names() == ["conversationUpdate:teamMemberAdded", "conversationUpdate:teamMemberRemoved"]
    assert bot.heard[0]["membersAdded"] == bot.heard[1]["membersRemoved"] == [{"id": bob.id, "aadObjectId": bob.aad}]
    with pytest.raises(UserError, match="no member"):
        await teams.say(bob, room, "hello?")


async def test_a_message_is_edited_deleted_and_brought_back(teams: TeamsSim, bot: TinyBot) -> None:
    ada, bob = teams.user("Ada"), teams.user("Bob")
    group = await teams.group("Plans", [ada, bob], rsc=True)
    said = (await teams.say(ada, group, "we should launch a wiki")).said
    bot.heard.clear()
    await teams.edit(ada, said, "we should talk")
    await teams.delete(ada, said)
    assert said not in teams.seen_by(bob, group)
    await teams.undelete(ada, said)
    assert bot.names() == [
        "messageUpdate:editMessage",
        "messageDelete:softDeleteMessage",
        "messageUpdate:undeleteMessage",
    ]
    assert [a["id"] for a in bot.heard] == [said.id] * 3
    assert [a.get("text") for a in bot.heard] == ["we should talk", None, "we should talk"]
    assert (said.text, said.edits) == ("we should talk", 1)
    with pytest.raises(UserError, match="own"):
        await teams.edit(bob, said, "no")
    with pytest.raises(UserError, match="own deleted"):
        await teams.undelete(ada, said)


async def test_changes_of_unheard_messages_are_unheard(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    group = await teams.group("Plans", [ada])
    said = (await teams.say(ada, group, "among us")).said
    bot.heard.clear()
    assert not (await teams.edit(ada, said, "still among us")).delivered
    assert (await teams.edit(ada, said, "what do you think?", mention=True)).delivered
    assert (await teams.edit(ada, said, "what do you really think?")).delivered
    assert (await teams.delete(ada, said)).delivered
    assert bot.names() == ["messageUpdate:editMessage"] * 2 + ["messageDelete:softDeleteMessage"]
    assert bot.heard[1]["text"] == "<at>Planfirst</at> what do you really think?"


async def test_who_blocked_the_bot_does_not_write_to_it_and_no_event_tells(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    bot.heard.clear()
    teams.block(ada)
    with pytest.raises(UserError, match="blocked"):
        await teams.say(ada, chat, "hello")
    assert not bot.heard
    teams.unblock(ada)
    assert (await teams.say(ada, chat, "hello")).delivered


async def test_thumbs_and_reactions(teams: TeamsSim, bot: TinyBot) -> None:
    ada = teams.user("Ada")
    chat = await teams.personal(ada)
    turn = await teams.say(ada, chat, "hello")
    await bot.reply(bot.heard[-1], text="advice", channelData={"feedbackLoop": {"type": "default"}})
    advice = teams.seen_by(ada, chat)[-1]
    bot.heard.clear()
    await teams.feedback(ada, advice, "dislike", "too short")
    await teams.react(ada, advice)
    assert not (await teams.react(ada, turn.said)).delivered  # of the bot's messages only
    assert bot.names() == ["invoke:message/submitAction", "messageReaction"]
    assert bot.heard[0]["value"]["actionValue"] == {"reaction": "dislike", "feedback": '{"feedbackText": "too short"}'}
    with pytest.raises(UserError, match="no feedback"):
        await teams.feedback(ada, turn.replies[0])


async def test_two_companies_know_nothing_of_each_other(teams: TeamsSim, bot: TinyBot) -> None:
    ada, eve = teams.user("Ada"), teams.user("Eve", tenant=teams.add_tenant())
    hers, theirs = await teams.personal(ada), await teams.personal(eve)
    await teams.say(eve, theirs, "hello")
    told = bot.heard[-1]
    assert told["conversation"]["tenantId"] == told["channelData"]["tenant"]["id"] == eve.tenant != teams.tenant
    assert told["serviceUrl"] == teams.service_url_of(eve.tenant)
    teams.assert_clean()
    strange = f"{told['serviceUrl']}v3/conversations/{hers.id}/activities"
    assert (await bot.call("POST", strange, {"type": "message", "text": "hi"}))[0] == 404
    start = {"members": [{"id": ada.id}], "tenantId": eve.tenant}
    assert (await bot.call("POST", f"{told['serviceUrl']}v3/conversations", start))[0] == 404
    with pytest.raises(UserError, match="different companies"):
        await teams.group("Both", [ada, eve])
