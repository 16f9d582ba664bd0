"""The Web API refuses what Slack refuses, with Slack's words, and keeps Slack's rules."""

import time

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import SlackSim
from tests.fakes.slack.blockkit.schema import Json
from tests.fakes.slack_itself.bots import MODAL, SECTION, World, client_of, refused

META: Json = {"event_type": "digest", "event_payload": {"id": "7"}}


async def test_tokens(api: World) -> None:
    assert await refused(AsyncWebClient(base_url=api.slack.api_url).auth_test()) == "not_authed"
    assert await refused(client_of(api.slack, "xoxb-no").auth_test()) == "invalid_auth"
    api.slack.installation(api.slack.team).scopes.discard("reactions:write")
    stamp = "1700000000.000001"
    assert (
        await refused(api.client.reactions_add(channel=api.general.id, name="eyes", timestamp=stamp)) == "missing_scope"
    )


async def test_where_a_bot_may_write(api: World) -> None:
    slack, post = api.slack, api.client.chat_postMessage
    private = slack.channel("private", [api.ann], kind="group")
    public = slack.channel("public", [api.ann])
    old = slack.channel("old", [slack.bot_user])
    old.archived = True
    assert await refused(post(channel="C404404", text="x")) == "channel_not_found"
    assert await refused(post(channel=private.id, text="x")) == "channel_not_found"
    assert await refused(post(channel=public.id, text="x")) == "not_in_channel"
    assert await refused(post(channel=old.id, text="x")) == "is_archived"
    stranger = slack.user("stranger")
    ephemeral = api.client.chat_postEphemeral(channel=api.general.id, user=stranger.id, text="x")
    assert await refused(ephemeral) == "user_not_in_channel"
    assert await refused(api.client.conversations_join(channel=private.id)) == "method_not_supported_for_channel_type"
    assert len(slack.problems()) >= 6


async def test_what_a_bot_may_write(api: World) -> None:
    client, room = api.client, api.general.id
    assert await refused(client.api_call("chat.postMessage", json={"channel": room})) == "no_text"
    assert await refused(client.chat_postMessage(channel=room, text="x", blocks=[SECTION] * 51)) == "invalid_blocks"
    both = client.chat_postMessage(channel=room, text="x", markdown_text="y")
    assert await refused(both) == "markdown_text_conflict"
    far = int(time.time()) + 121 * 86400
    assert await refused(client.chat_scheduleMessage(channel=room, text="x", post_at=1)) == "time_in_past"
    assert await refused(client.chat_scheduleMessage(channel=room, text="x", post_at=far)) == "time_too_far"
    assert await refused(client.views_open(trigger_id="1.2.x", view=MODAL)) == "invalid_trigger_id"
    assert await refused(client.api_call("chat.nonsense")) == "unknown_method"


async def test_previews_may_be_switched_off(api: World) -> None:
    await api.client.chat_postMessage(channel=api.general.id, text="x", unfurl_links=False, unfurl_media=False)
    api.slack.assert_clean()


async def test_triggers_live_three_seconds_and_work_once(api: World) -> None:
    slack, client = api.slack, api.client
    trigger = slack.new_trigger(api.ann)
    await client.views_open(trigger_id=trigger, view=MODAL)
    assert await refused(client.views_open(trigger_id=trigger, view=MODAL)) == "exchanged_trigger_id"
    late = slack.new_trigger(api.ann)
    slack.triggers[late]["at"] -= 3.1
    assert await refused(client.views_open(trigger_id=late, view=MODAL)) == "expired_trigger_id"


async def test_three_views_stack_and_a_stale_hash_is_refused(api: World) -> None:
    slack, client = api.slack, api.client
    await client.views_open(trigger_id=slack.new_trigger(api.ann), view=MODAL)
    view = slack.modal(api.ann)
    assert view
    for _ in (2, 3):
        await client.views_push(trigger_id=slack.new_trigger(api.ann, view), view=MODAL)
    fourth = client.views_push(trigger_id=slack.new_trigger(api.ann, view), view=MODAL)
    assert await refused(fourth) == "push_limit_reached"
    assert await refused(client.views_update(view_id=view.id, hash="stale", view=MODAL)) == "hash_conflict"
    await client.views_update(view_id=view.id, hash=view.hash, view=MODAL | {"callback_id": "again"})
    assert slack.modals[api.ann.id][0].content["callback_id"] == "again"


async def test_ephemerals_need_an_active_reader_and_an_active_thread(api: World) -> None:
    slack, client, room, ann = api.slack, api.client, api.general, api.ann
    await client.chat_postEphemeral(channel=room.id, user=ann.id, text="seen")
    ann.active = False
    await client.chat_postEphemeral(channel=room.id, user=ann.id, text="lost")
    ann.active = True
    root = await client.chat_postMessage(channel=room.id, text="root")
    await client.chat_postEphemeral(channel=room.id, user=ann.id, text="no thread yet", thread_ts=root["ts"])
    await client.chat_postMessage(channel=room.id, text="reply", thread_ts=root["ts"])
    await client.chat_postEphemeral(channel=room.id, user=ann.id, text="in thread", thread_ts=root["ts"])
    assert [m.text for m in slack.ephemerals(ann)] == ["seen", "in thread"]
    assert len(slack.ephemerals(ann, unseen=True)) == 4


async def test_an_ephemeral_can_be_neither_updated_nor_deleted(api: World) -> None:
    await api.client.chat_postEphemeral(channel=api.general.id, user=api.ann.id, text="seen")
    [only_hers] = api.slack.ephemerals(api.ann)
    place: Json = {"channel": api.general.id, "ts": only_hers.ts}
    assert await refused(api.client.chat_update(**place, text="x")) == "message_not_found"
    assert await refused(api.client.chat_delete(**place)) == "message_not_found"
    assert [m.text for m in api.slack.ephemerals(api.ann)] == ["seen"]


async def test_text_without_blocks_drops_the_old_blocks(api: World) -> None:
    first = await api.client.chat_postMessage(channel=api.general.id, text="t", blocks=[SECTION])
    await api.client.chat_update(channel=api.general.id, ts=first["ts"], text="only text")
    assert api.slack.messages(api.general)[0].blocks is None


async def test_a_reply_is_no_thread(api: World) -> None:
    post = api.client.chat_postMessage
    first = await post(channel=api.general.id, text="t")
    reply = await post(channel=api.general.id, text="r", thread_ts=first["ts"])
    await post(channel=api.general.id, text="wrong", thread_ts=reply["ts"])
    assert "thread_ts is a reply" in api.slack.calls[-1].violations[0]


async def test_a_scheduled_message_with_metadata_is_never_posted(api: World) -> None:
    schedule, tomorrow = api.client.chat_scheduleMessage, int(time.time()) + 86400
    await schedule(channel=api.general.id, text="monday", post_at=tomorrow)
    await schedule(channel=api.general.id, text="ghost", post_at=tomorrow, metadata=META)
    assert "never posted" in api.slack.calls[-1].violations[0]
    api.slack.advance(2 * 86400)
    assert [m.text for m in api.slack.messages(api.general)] == ["monday"]


async def test_metadata_is_told_only_to_who_asks_for_it(api: World) -> None:
    client, room = api.client, api.general.id
    root = await client.chat_postMessage(channel=room, text="t", metadata=META)
    await client.chat_postMessage(channel=room, text="r", thread_ts=root["ts"], metadata=META)
    for read in (client.conversations_history(channel=room), client.conversations_replies(channel=room, ts=root["ts"])):
        assert all("metadata" not in message for message in (await read)["messages"])
    told = await client.conversations_history(channel=room, include_all_metadata=True)
    assert [message["metadata"] for message in told["messages"]] == [META]
    told = await client.conversations_replies(channel=room, ts=root["ts"], include_all_metadata=True)
    assert [message["metadata"] for message in told["messages"]] == [META, META]


async def test_files_can_be_shown_once_slack_has_processed_them(api: World) -> None:
    slack, client, room = api.slack, api.client, api.general
    image: Json = {"type": "image", "alt_text": "a chart", "slack_file": {"id": "F404404404"}}
    post: Json = {"channel": room.id, "text": "chart", "blocks": [image]}
    assert await refused(client.chat_postMessage(**post)) == "invalid_blocks"
    done = await client.files_upload_v2(
        channel=room.id, filename="chart.png", content=b"\x89PNG data", alt_txt="a chart", initial_comment="this week"
    )
    files = slack.messages(room)[-1].files
    assert files
    assert files[0]["id"] == done["file"]["id"]
    image["slack_file"] = {"id": done["file"]["id"]}
    await client.chat_postMessage(**post)
    slack.file_seconds = 3600
    late = (await client.files_upload_v2(filename="late.png", content=b"\x89PNG", alt_txt="x"))["file"]["id"]
    image["slack_file"] = {"id": late}
    assert await refused(client.chat_postMessage(**post)) == "invalid_blocks"
    assert (await client.files_info(file=late))["file"]["mimetype"] == ""
    slack.files[late]["ready_at"] -= 3600
    assert (await client.files_info(file=late))["file"]["mimetype"] == "image/png"
    await client.chat_postMessage(**post)


async def test_users_info_is_counted_for_each_person(api: World) -> None:
    for person in (api.ann, api.ben, api.ann):
        await api.client.users_info(user=person.id)
    assert [len(api.slack.asked_about(person)) for person in (api.ann, api.ben)] == [2, 1]


async def test_pages() -> None:
    async with SlackSim() as slack:
        client = client_of(slack)
        people = [slack.user(f"u{n}") for n in range(25)]
        room = slack.channel("general", [*people, slack.bot_user])
        seen: list[str] = []
        cursor: str | None = None
        while cursor != "":
            page = await client.conversations_members(channel=room.id, limit=10, cursor=cursor)
            seen += page["members"]
            cursor = page["response_metadata"]["next_cursor"]
        assert set(seen) == room.members
        assert len(seen) == 26


async def test_posting_is_limited_to_one_a_second() -> None:
    async with SlackSim(enforce_rate=True) as slack:
        room = slack.channel("general", [slack.bot_user])
        for _ in range(3):
            await client_of(slack).chat_postMessage(channel=room.id, text="x")
        with pytest.raises(SlackApiError) as caught:
            await client_of(slack).chat_postMessage(channel=room.id, text="x")
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "1"
        assert slack.pace()
        assert slack.repeats() == ["x", "x"]
