"""The judge itself: every wrong thing a bot may send is refused, or noted."""

from typing import Any, NamedTuple

import pytest

from tests.fakes.teams import Conversation, TeamsSim, User
from tests.fakes.teams.cards import Json
from tests.fakes.teams.tiny_bot import TinyBot, with_card


class Place(NamedTuple):
    teams: TeamsSim
    bot: TinyBot
    ada: User
    bob: User
    chat: Conversation
    group: Conversation
    room: Conversation

    async def call(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        return await self.bot.call(method, self.teams.service_url + path, body)

    async def post(self, where: Conversation, body: Json, query: str = "") -> tuple[int, Any]:
        return await self.call("POST", f"v3/conversations/{where.id}/activities{query}", body)


@pytest.fixture
async def place(teams: TeamsSim, bot: TinyBot) -> Place:
    ada, bob = teams.user("Ada"), teams.user("Bob")
    chat, group = await teams.personal(ada), await teams.group("G", [ada])
    return Place(teams, bot, ada, bob, chat, group, await teams.channel("T", "C", [ada, bob]))


def message(**fields: Any) -> Json:
    return {"type": "message", **fields}


def carrying(*body: Json, **card: Any) -> Json:
    return message(**with_card(*body, **card))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (message(text="x" * 60_000), "over 100 KB"),
        (message(text="🙂" * 26_000), "over 100 KB"),  # two UTF-16 units each
        (message(), "empty message"),
        ({"text": "x"}, "without type"),
        ([], "without type"),
        (message(text=7), "right shape"),
        (message(text="x", attachments=["x"]), "right shape"),
        (message(text="x", entities={"type": "mention"}), "right shape"),
        ({"type": "event", "name": "x"}, "type 'event'"),
        (message(text="hi <at>Ada</at>"), "mention entity"),
        (message(text="None"), "says 'None'"),
        (message(text="x", textFormat="html"), "textFormat"),
        (message(text="x", entities=[{"type": "https://schema.org/Message"}] * 2), "root message entity"),
        (message(text="x", attachments=[{"content": {}}]), "without contentType"),
        (message(attachments=[{"contentType": "application/vnd.microsoft.card.video"}]), "not supported"),
        (message(attachments=[{"contentType": "application/vnd.microsoft.card.adaptive"}]), "no AdaptiveCard"),
        (carrying(version="1.6"), "version '1.6'"),
        (carrying(version=None), "version None"),
        (carrying({"type": "Blink"}), "unknown element Blink"),
        (carrying({"type": "Input.Signature", "id": "a"}), "unknown input Input.Signature"),
        (carrying({"type": "Input.Text"}), "without id"),
        (carrying({"type": "Input.Text", "id": "a"}, {"type": "Input.Text", "id": "a"}), "twice"),
        (carrying(actions=[{"type": "Action.Http", "title": "x", "url": "https://x"}]), "Action.Http is not supported"),
        (carrying(actions=[{"type": "Action.Submit", "title": "x", "data": "text"}]), "must be an object"),
        (carrying(actions=[{"type": "Action.OpenUrl", "title": "x", "url": "javascript:alert(1)"}]), "OpenUrl"),
        (carrying(actions=[{"type": "Action.Submit", "title": str(n)} for n in range(7)]), "more than 6"),
        (carrying(refresh={"userIds": ["x"] * 61}), "over 60"),
        (carrying({"type": "TextBlock"}), "official schema"),
        (carrying(actions={"type": "Action.Submit"}), "official schema"),
        (carrying(actions=["Submit"]), "official schema"),
        (carrying({"type": "TextBlock", "text": "x", "size": "enormous"}), "official schema"),
    ],
)
async def test_a_wrong_message_is_noted(place: Place, body: Json, said: str) -> None:
    await place.post(place.chat, body)
    assert any(said in violation for violation in place.teams.violations), place.teams.violations
    with pytest.raises(AssertionError, match="Teams would object"):
        place.teams.assert_clean()


async def test_what_is_right_is_taken(place: Place) -> None:
    text = {"type": "TextBlock", "text": "What is the problem?", "wrap": True}
    field = {"type": "Input.Text", "id": "a", "label": "Problem", "isRequired": True, "errorMessage": "Please say it"}
    button = {"type": "Action.Execute", "title": "Send", "verb": "send", "data": {"msteams": {"anything": 1}}}
    for where in (place.chat, place.group, place.room):
        assert (await place.post(where, carrying(text, field, actions=[button], fallbackText="What is the problem?")))[
            0
        ] == 201
        assert (await place.post(where, {"type": "typing"}))[0] == 202
    place.teams.assert_clean()
    assert not place.teams.warnings


async def test_what_is_hard_to_use_is_warned_about(place: Place) -> None:
    field, picture = {"type": "Input.Text", "id": "a", "isRequired": True}, {"type": "Image", "url": "https://x"}
    nameless = [{"type": "Action.Execute"}]
    await place.post(place.chat, carrying(field, picture, {"type": "TextBlock", "text": "Long"}, actions=nameless))
    await place.post(place.chat, message(text="x" * 42_000))
    await place.post(place.chat, message(text="x", replyToId="17"))
    assert [warning.removeprefix("card: ") for warning in place.teams.warnings] == [
        "no fallbackText: notifications say nothing",
        "Action.Execute without title",
        "Input.Text 'a' without label",
        "Input.Text 'a' is required but has no errorMessage",
        "Image None without altText",
        "TextBlock 'Long' without wrap: cut off on phones",
        "Action.Execute None without verb",
        "a message of 84062 bytes (UTF-16), over the advised 80 KB",
        "replyToId '17' is no message of the conversation",
    ]
    place.teams.assert_clean()


async def test_a_wrong_call_is_refused_and_noted(place: Place) -> None:
    teams, ada, bob, chat, group, room = place.teams, place.ada, place.bob, place.chat, place.group, place.room
    ok = message(text="ok")
    mine = (await place.post(chat, ok))[1]["id"]
    theirs = (await teams.say(ada, group, "unheard")).said.id
    targeted = "?isTargetedActivity=true"
    calls: list[tuple[str, str, Any, int]] = [
        ("POST", "v3/conversations/nowhere/activities", ok, 404),
        ("POST", f"v3/conversations/{room.id};messageid=17/activities", ok, 404),
        ("PUT", f"v3/conversations/{group.id}/activities/{theirs}", ok, 403),
        ("DELETE", f"v3/conversations/{group.id}/activities/{theirs}", None, 403),
        ("PUT", f"v3/conversations/{group.id}/activities/{mine}", ok, 404),
        ("PUT", f"v3/conversations/{chat.id}/activities/{mine}{targeted}", ok, 400),
        ("PUT", f"v3/conversations/{chat.id}/activities/{mine}", [], 400),
        ("DELETE", f"v3/conversations/{chat.id}/activities/999", None, 404),
        ("POST", f"v3/conversations/{chat.id}/activities{targeted}", {**ok, "recipient": {"id": ada.id}}, 400),
        ("POST", f"v3/conversations/{group.id}/activities{targeted}", ok, 400),
        ("POST", f"v3/conversations/{group.id}/activities{targeted}", {**ok, "recipient": {"id": bob.id}}, 400),
        ("POST", "v3/conversations", {"members": [{"id": ada.id}]}, 400),
        ("POST", "v3/conversations", {"members": [{"id": ada.id}, {"id": bob.id}], "tenantId": teams.tenant}, 400),
        ("POST", "v3/conversations", {"isGroup": True, "channelData": {"channel": {"id": room.id}}}, 400),
        ("POST", "v3/conversations", [], 400),
        ("GET", f"v3/conversations/{group.id}/members", None, 200),
        ("GET", f"v3/conversations/{chat.id}/activities/{mine}", None, 404),  # the real connector has no such call
        ("PATCH", f"v3/conversations/{group.id}", ok, 404),
    ]
    for method, path, body, status in calls:
        before = len(teams.violations)
        assert (await place.call(method, path, body))[0] == status, (method, path)
        assert len(teams.violations) == before + 1, (path, teams.violations[before:])


async def test_where_the_app_is_not_installed_the_bot_is_not_heard(place: Place) -> None:
    outside, eve = place.teams.outsider(place.bob), place.teams.user("Eve")
    status, answer = await place.post(outside, message(text="hi"))
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")
    thread = {"channelData": {"channel": {"id": outside.id}}, "activity": message(text="hi")}
    status, answer = await place.call("POST", "v3/conversations", thread)
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")
    start = {"members": [{"id": eve.id}], "tenantId": place.teams.tenant}
    status, answer = await place.call("POST", "v3/conversations", start)
    assert (status, answer["error"]["code"]) == (403, "ForbiddenOperationException")


async def test_a_chat_is_started_with_somebody_of_a_team_that_has_the_app(place: Place) -> None:
    start = {"members": [{"id": place.bob.id}], "tenantId": place.teams.tenant}
    status, answer = await place.call("POST", "v3/conversations", start)
    assert status == 201
    chat = await place.teams.personal(place.bob)
    assert chat.id == answer["id"]
    await place.post(chat, message(text="hello Bob"))
    assert [shown.text for shown in place.teams.seen_by(place.bob, chat)] == ["hello Bob"]


async def test_a_thread_is_started_and_edited(place: Place) -> None:
    channel = {"channelData": {"channel": {"id": place.room.id}}, "activity": message(text="the plan")}
    status, answer = await place.call("POST", "v3/conversations", channel)
    assert (status, answer["id"]) == (201, f"{place.room.id};messageid={answer['activityId']}")
    await place.call("POST", f"v3/conversations/{answer['id']}/activities", message(text="its first step"))
    await place.call(
        "PUT", f"v3/conversations/{answer['id']}/activities/{answer['activityId']}", message(text="our plan")
    )
    shown = place.teams.seen_by(place.bob, place.room)
    assert [(m.text, m.thread, m.edits) for m in shown] == [
        ("our plan", answer["activityId"], 1),
        ("its first step", answer["activityId"], 0),
    ]
    await place.call("DELETE", f"v3/conversations/{answer['id']}/activities/{answer['activityId']}")
    assert [m.text for m in place.teams.seen_by(place.bob, place.room)] == ["its first step"]
    place.teams.assert_clean()


async def test_people_and_teams_can_be_asked_for(place: Place) -> None:
    status, page = await place.call("GET", f"v3/conversations/{place.room.team_id}/pagedmembers")
    assert (status, [member["aadObjectId"] for member in page["members"]]) == (200, [place.ada.aad, place.bob.aad])
    status, ada = await place.call("GET", f"v3/conversations/{place.chat.id}/members/{place.ada.aad}")
    assert (status, ada["id"], ada["tenantId"]) == (200, place.ada.id, place.teams.tenant)
    assert (await place.call("GET", f"v3/conversations/{place.chat.id}/members/{place.bob.aad}"))[0] == 404
    assert (await place.call("GET", f"v3/teams/{place.room.team_id}"))[1]["name"] == "T"
    eve = place.teams.user("Eve", tenant=place.teams.add_tenant())
    theirs = await place.teams.channel("T", "C", [eve])
    outside = place.teams.outsider(place.bob)
    for asked, status in {
        f"v3/teams/{theirs.team_id}": 404,
        f"v3/conversations/{theirs.id}/pagedmembers": 404,
        f"v3/conversations/nowhere/members/{place.ada.id}": 404,
        f"v3/conversations/{outside.id}/members/{place.bob.id}": 403,
    }.items():
        assert (await place.call("GET", asked))[0] == status, asked
    listed = await place.call("GET", f"v3/teams/{place.room.team_id}/conversations")
    assert listed[1]["conversations"] == [{"id": place.room.id, "name": "C", "type": "standard"}]


async def test_a_large_roster_comes_in_pages(place: Place) -> None:
    everybody = [place.teams.user(f"P{n}") for n in range(120)]
    crowd = await place.teams.group("All", everybody)
    asked, more = f"v3/conversations/{crowd.id}/pagedmembers?pageSize=50", "0"
    got: list[str] = []
    while more:
        _, page = await place.call("GET", f"{asked}&continuationToken={more}")
        got, more = [*got, *(member["id"] for member in page["members"])], page.get("continuationToken", "")
    assert got == [user.id for user in everybody]


async def test_a_thread_takes_seven_messages_a_second(place: Place) -> None:
    place.teams.rate_limits = True
    got = [(await place.post(place.chat, message(text=str(n))))[0] for n in range(9)]
    assert got[:7] == [201] * 7
    assert 429 in got[7:]


async def test_a_company_takes_fifty_calls_a_second(place: Place) -> None:
    place.teams.rate_limits = True
    got = [(await place.call("GET", f"v3/teams/{place.room.team_id}"))[0] for _ in range(60)]
    assert got[:50] == [200] * 50
    assert 429 in got[50:]


async def test_a_bad_day_is_ordered(place: Place) -> None:
    place.teams.fail(502, times=2, method="POST", path=place.chat.id)
    place.teams.fail(504, after_accept=True)
    assert (await place.post(place.group, message(text="lost answer")))[0] == 504
    assert [(await place.post(place.chat, message(text="x")))[0] for _ in range(3)] == [502, 502, 201]
    assert [m.text for m in place.teams.seen_by(place.ada, place.group)] == ["lost answer"]
    assert len(place.teams.seen_by(place.ada, place.chat)) == 1


async def test_somebody_who_blocked_the_bot_gets_nothing(place: Place) -> None:
    place.teams.block(place.ada)
    status, answer = await place.post(place.chat, message(text="hello?"))
    assert (status, answer["errorCode"]) == (403, 209)
    assert '"subCode": "MessageWritesBlocked"' in answer["message"]
    assert (await place.post(place.group, message(text="here I am")))[0] == 201  # a block is for one's own chat
    place.teams.unblock(place.ada)
    assert (await place.post(place.chat, message(text="again")))[0] == 201
    place.teams.assert_clean()


async def test_a_chat_from_which_the_app_was_removed_is_closed(place: Place) -> None:
    await place.teams.uninstall(place.chat, place.ada)
    status, answer = await place.post(place.chat, message(text="hello?"))
    assert (status, answer["errorCode"]) == (403, 209)


async def test_a_body_that_is_no_json_is_noted(place: Place) -> None:
    url = f"{place.teams.service_url}v3/conversations/{place.chat.id}/activities"
    async with place.teams.http.post(url, data=b"{") as answer:
        assert answer.status == 400
    assert "the body is not JSON" in place.teams.violations[0]
