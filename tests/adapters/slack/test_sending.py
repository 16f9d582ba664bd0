import asyncio
import traceback
from typing import Any

import msgspec
import pytest

from adapters.port import DeliveryFailed, InDoubt, Later, Refused, To
from adapters.slack.client import Clients
from adapters.slack.place import Place, sealed, write
from adapters.slack.sending import OFFER_SECONDS, UNKNOWN, SlackPlatform
from adapters.slack.workspaces import EARLY, Workspaces
from dialogs.replies import Ask, Choice, PlanCard, Reply, Row, Say, Settled
from storage.secrets import KeyRing
from tests.adapters.slack.installed import Kept, install_in
from tests.adapters.slack.samples import PROGRESS
from tests.fakes.slack import Message, SlackSim

SECRET = "our churn doubled in May"
QUESTION = Ask("q.problem", f"What is the problem? {SECRET}", "t1", (Choice("btn.right", "Right"),))
HINT = Say("cmd.over_there", "We go on in private.", audience="only_you")
OFFER = Ask(
    "intercept.open",
    "A podcast: shall we look at it together?",
    "t1",
    (Choice("btn.start", "Let’s go"), Choice("btn.why", "Why this?")),
    audience="only_you",
)
POSTED = PlanCard(
    "plan.posted",
    "*Fewer faults*",
    "Fewer faults",
    (Row("Problem", "the same fault three times"),),
    choices=(Choice("btn.follow:T1/U1/3@2", "Follow it"),),
    audience="channel",
)
DECLINED = Say("intercept.declined", "All right.", audience="only_you")
STALE = Say("ctl.stale", "That button belongs to an earlier question.", audience="only_you")


class Desk:
    """Ann and Planfirst in one workspace, with a channel and their talk."""

    def __init__(self, slack: SlackSim, platform: SlackPlatform, keys: KeyRing) -> None:
        self.slack = slack
        self.platform = platform
        self.keys = keys
        self.ann = slack.user("ann")
        self.room = slack.channel("general", [self.ann, slack.bot_user])
        self.talk = slack.dm(self.ann)

    def to(self, place: Place | None = None) -> To:
        return To(self.slack.team, self.ann.id, write(place or Place()))

    def here(self, **more: Any) -> To:
        """In the channel; what was said there was said just now."""
        return self.to(Place(self.room.id, **({"message": self.slack.new_ts()} | more)))

    def by_url(self, clicked: Message | None = None) -> To:
        """By a response_url: of a command, or of a click on a message."""
        url = self.slack.new_response_url(self.ann, self.room, clicked)
        return self.to(
            Place(self.room.id, message=clicked.ts if clicked else "", url=sealed(url, self.keys, self.slack.now()))
        )

    async def in_thread(self) -> To:
        """In the talk, in the thread of what Ann just wrote."""
        said = await self.slack.say(self.ann, self.talk, "let us talk")
        return self.to(Place(self.talk.id, said.ts, said.ts))

    @property
    def whispers(self) -> list[Message]:
        return self.slack.ephemerals(self.ann, self.room)

    @property
    def private(self) -> list[Message]:
        return self.slack.messages(self.talk, by_bot=True)


@pytest.fixture
def platform(workspaces: Workspaces, clients: Clients, keys: KeyRing, slack: SlackSim) -> SlackPlatform:
    return SlackPlatform(workspaces, clients, keys, slack.now)


@pytest.fixture
def desk(slack: SlackSim, platform: SlackPlatform, keys: KeyRing) -> Desk:
    return Desk(slack, platform, keys)


# ---- where a reply goes -----------------------------------------------------------------------------------------


async def test_a_reply_goes_into_the_talk_and_its_id_says_where(slack: SlackSim, desk: Desk) -> None:
    sent = await desk.platform.send(desk.to(), QUESTION, "k1")
    (message,) = desk.private
    assert sent == f"{desk.talk.id}:{message.ts}"
    assert message.thread_ts is None
    assert message.has("btn.right")
    slack.assert_clean()


async def test_in_the_talk_it_goes_into_the_thread_of_what_was_said(slack: SlackSim, desk: Desk) -> None:
    to = await desk.in_thread()
    await desk.platform.send(to, QUESTION, "k1")
    (message,) = desk.private
    assert message.thread_ts == desk.slack.messages(desk.talk)[0].ts
    assert slack.called("conversations.open") == []
    slack.assert_clean()


async def test_the_talk_is_opened_once(slack: SlackSim, desk: Desk) -> None:
    for n in range(3):
        await desk.platform.send(desk.to(), QUESTION, f"k{n}")
    assert len(slack.called("conversations.open")) == 1


async def test_what_is_not_for_their_eyes_only_goes_into_the_talk_from_a_channel_too(desk: Desk) -> None:
    await desk.platform.send(desk.here(), QUESTION, "k1")
    assert len(desk.private) == 1
    assert desk.slack.messages(desk.room) == []


async def test_a_command_in_a_talk_with_a_colleague_is_answered_in_ours(slack: SlackSim, desk: Desk) -> None:
    url = sealed(slack.new_response_url(desk.ann, desk.room), desk.keys, slack.now())
    await desk.platform.send(desk.to(Place("D0COLLEAGUE", url=url)), QUESTION, "k1")
    assert len(desk.private) == 1


async def test_a_plan_is_posted_for_the_whole_channel_and_never_in_a_thread(slack: SlackSim, desk: Desk) -> None:
    sent = await desk.platform.send(desk.here(thread="1.2"), POSTED, "k1")
    (message,) = slack.messages(desk.room)
    assert (sent, message.thread_ts, message.ephemeral_to) == (f"{desk.room.id}:{message.ts}", None, None)
    (call,) = slack.called("chat.postMessage")
    assert (call.args["unfurl_links"], call.args["unfurl_media"]) == (False, False)
    slack.assert_clean()


async def test_what_is_for_a_channel_comes_in_private_where_no_channel_is(desk: Desk) -> None:
    await desk.platform.send(desk.to(Place("D0COLLEAGUE")), POSTED, "k1")
    assert (len(desk.private), desk.slack.messages(desk.room)) == (1, [])


async def test_a_channel_without_the_coach_takes_no_plan(slack: SlackSim, desk: Desk) -> None:
    desk.room.members.remove(slack.bot_user.id)
    with pytest.raises(Refused, match="not_in_channel"):
        await desk.platform.send(desk.here(), POSTED, "k1")


async def test_a_posted_plan_whose_answer_was_lost_is_found(slack: SlackSim, desk: Desk) -> None:
    slack.inject("chat.postMessage", drop=True, after=True)
    with pytest.raises(InDoubt):
        await desk.platform.send(desk.here(), POSTED, "k1")
    (message,) = slack.messages(desk.room)
    assert await desk.platform.look_up(desk.here(), POSTED, "k1") == f"{desk.room.id}:{message.ts}"
    assert await desk.platform.look_up(desk.here(), POSTED, "k2") is None


async def test_the_answer_to_a_press_on_a_posted_card_leaves_the_card(slack: SlackSim, desk: Desk) -> None:
    await desk.platform.send(desk.here(), POSTED, "k1")
    (card,) = slack.messages(desk.room)
    url = sealed(slack.new_response_url(desk.ann, desk.room, card), desk.keys, slack.now())
    await desk.platform.send(desk.to(Place(desk.room.id, url=url)), HINT, "k2")
    assert [message.words for message in desk.whispers] == [HINT.text]
    assert slack.messages(desk.room) == [card]
    assert card.edited is None
    slack.assert_clean()


async def test_a_workspace_that_takes_no_charts_gets_the_figures(slack: SlackSim, desk: Desk) -> None:
    slack.inject(
        "chat.postMessage", error="invalid_blocks", when=lambda args: "data_visualization" in str(args["blocks"])
    )
    await desk.platform.send(desk.to(), PROGRESS, "k1")
    (message,) = desk.private
    assert "▓▓▓▓▓▓▓▓░░ 74%" in message.words
    assert message.has("btn.done:T1/U1/3@2")
    assert len(slack.called("chat.postMessage")) == 2
    slack.assert_clean()


async def test_an_offer_is_seen_by_its_person_alone(slack: SlackSim, desk: Desk) -> None:
    bob = slack.user("bob")
    desk.room.members.add(bob.id)
    sent = await desk.platform.send(desk.here(), OFFER, "k1")
    (offer,) = desk.whispers
    assert sent == f"{desk.room.id}:{offer.ts}"
    assert offer.thread_ts is None
    assert offer.visible
    assert slack.ephemerals(bob) == []
    assert slack.messages(desk.room) == []
    slack.assert_clean()


async def test_in_a_thread_an_offer_stands_in_that_thread(slack: SlackSim, desk: Desk) -> None:
    root = await slack.say(desk.ann, desk.room, "plans?")
    reply = await slack.say(desk.ann, desk.room, "a podcast", root)
    await desk.platform.send(desk.here(thread=root.ts, message=reply.ts), OFFER, "k1")
    (offer,) = desk.whispers
    assert offer.thread_ts == root.ts
    slack.assert_clean()


async def test_an_offer_that_comes_late_is_not_made(slack: SlackSim, desk: Desk) -> None:
    to = desk.here()
    slack.advance(OFFER_SECONDS + 1)
    with pytest.raises(Refused, match="too late"):
        await desk.platform.send(to, OFFER, "k1")
    assert desk.whispers == []
    await desk.platform.send(to, HINT, "k2")  # an answer is given however late
    assert len(desk.whispers) == 1


async def test_the_answer_to_a_command_in_a_channel_is_for_their_eyes_only(slack: SlackSim, desk: Desk) -> None:
    assert await desk.platform.send(desk.by_url(), HINT, "k1") == UNKNOWN
    assert [whisper.text for whisper in desk.whispers] == [HINT.text]
    assert slack.messages(desk.room) == []
    assert slack.called("chat.postEphemeral") == []
    assert slack.called("response_url")[0].args["replace_original"] is False
    slack.assert_clean()


async def test_the_answer_to_a_click_takes_the_place_of_what_was_clicked(slack: SlackSim, desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    assert await desk.platform.send(desk.by_url(desk.whispers[0]), HINT, "k2") == UNKNOWN
    assert [whisper.text for whisper in desk.whispers] == [HINT.text]
    slack.assert_clean()


async def test_an_offer_that_was_declined_is_gone(slack: SlackSim, desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    await desk.platform.send(desk.by_url(desk.whispers[0]), DECLINED, "k2")
    assert desk.whispers == []
    slack.assert_clean()


async def test_a_second_press_at_once_leaves_the_answer_to_the_first(desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    (offer,) = desk.whispers
    first, second = desk.by_url(offer), desk.by_url(offer)
    await desk.platform.send(first, HINT, "k2")
    await desk.platform.send(second, STALE, "k3")
    assert [message.words for message in desk.whispers] == [HINT.text]


async def test_a_press_on_an_old_offer_takes_its_buttons_away(desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    (offer,) = desk.whispers
    await desk.platform.send(desk.by_url(offer), OFFER, "k2")
    await desk.platform.send(desk.by_url(offer), STALE, "k3")
    assert [message.words for message in desk.whispers] == [STALE.text]


@pytest.mark.parametrize("reply", [HINT, DECLINED])
async def test_when_a_click_is_too_old_to_answer_the_answer_stands_below(
    slack: SlackSim, desk: Desk, reply: Reply
) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    to = desk.by_url(desk.whispers[0])
    slack.advance(31 * 60)
    await desk.platform.send(to, reply, "k2")
    assert [whisper.text for whisper in desk.whispers] == [OFFER.text, reply.text]


async def test_an_offer_that_somebody_asked_for_is_never_late(slack: SlackSim, desk: Desk) -> None:
    await desk.platform.send(desk.here(), HINT, "k1")
    to = desk.by_url(desk.whispers[0])
    slack.advance(31 * 60)
    await desk.platform.send(to, OFFER, "k2")
    assert [whisper.text for whisper in desk.whispers] == [HINT.text, OFFER.text]


async def test_a_url_that_no_key_opens_any_more_is_done_without(desk: Desk, keys: KeyRing) -> None:
    place = Place(desk.room.id, message=desk.slack.new_ts(), url="bm90IG91cnM=")
    await desk.platform.send(desk.to(place), HINT, "k1")
    assert len(desk.whispers) == 1


async def test_each_workspace_hears_the_coach_with_its_own_token(
    slack: SlackSim, desk: Desk, installs: Kept, platform: SlackPlatform
) -> None:
    other = slack.add_workspace("globex", install=True)
    bob = slack.user("bob", team=other.id)
    await installs.put(install_in(slack, other.id))
    await asyncio.gather(
        *(platform.send(to, QUESTION, f"k{n}") for n in range(4) for to in (desk.to(), To(other.id, bob.id)))
    )
    assert {(call.team, call.token) for call in slack.calls} == {
        (team, install_in(slack, team).token) for team in (slack.team, other.id)
    }
    assert len(slack.messages(slack.dm(bob))) == len(desk.private) == 4


async def test_an_organisation_speaks_in_all_its_workspaces_with_one_token(
    slack: SlackSim, installs: Kept, platform: SlackPlatform
) -> None:
    teams = [slack.add_workspace(name, enterprise="E1").id for name in ("paris", "oslo")]
    made = slack.install_org("E1")
    await installs.put(msgspec.structs.replace(install_in(slack), enterprise="E1", team="", token=made.token))
    for team in teams:
        to = To(f"E1/{team}", slack.user("ann", team=team).id)
        sent = await platform.send(to, QUESTION, "k1")
        assert await platform.look_up(to, QUESTION, "k1") == sent
        assert len(slack.messages(slack.dm(slack.user("ann", team=team)))) == 1
    slack.assert_clean()


# ---- changing what was said -------------------------------------------------------------------------------------


async def test_another_text_takes_the_place_of_a_message_with_its_buttons(slack: SlackSim, desk: Desk) -> None:
    sent = await desk.platform.send(desk.to(), QUESTION, "k1")
    other = msgspec.structs.replace(QUESTION, text="And now?", token="t2")
    assert await desk.platform.replace(desk.to(), sent, other, "k2") == sent
    (message,) = desk.private
    assert message.text == "And now?"
    assert message.has("btn.right")
    assert message.metadata is not None  # it can be found as before
    slack.assert_clean()


async def test_a_whisper_is_replaced_where_it_was_clicked_and_nowhere_else(desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    await desk.platform.replace(desk.by_url(desk.whispers[0]), UNKNOWN, HINT, "k2")
    assert [whisper.text for whisper in desk.whispers] == [HINT.text]
    with pytest.raises(Refused):
        await desk.platform.replace(desk.here(), UNKNOWN, HINT, "k3")


async def test_a_message_is_taken_back_and_one_that_is_gone_is_fine(slack: SlackSim, desk: Desk) -> None:
    sent = await desk.platform.send(desk.to(), QUESTION, "k1")
    for _ in range(2):
        await desk.platform.withdraw(desk.to(), sent, "k2")
    assert desk.private == []
    assert len(slack.called("chat.delete")) == 2


async def test_a_whisper_cannot_be_taken_back(slack: SlackSim, desk: Desk) -> None:
    sent = await desk.platform.send(desk.here(), OFFER, "k1")
    for whisper in (sent, UNKNOWN):
        await desk.platform.withdraw(desk.here(), whisper, "k2")
    assert slack.called("chat.delete") == []


async def test_a_question_is_shown_as_answered(slack: SlackSim, desk: Desk) -> None:
    to = await asked(desk)
    for _ in range(2):
        await desk.platform.settle(to, Settled(shown(desk.private[0]), "Right"), "k2")
    (message,) = desk.private
    assert not message.has("btn.right")
    assert "✓ Right" in message.words
    assert SECRET in message.words
    slack.assert_clean()


async def test_a_question_that_is_gone_is_answered_all_the_same(slack: SlackSim, desk: Desk) -> None:
    to = await asked(desk)
    settled = Settled(shown(desk.private[0]), "Right")
    desk.private[0].deleted = True
    await desk.platform.settle(to, settled, "k2")
    slack.inject("chat.update", error="cant_update_message")
    await desk.platform.settle(to, settled, "k2")


async def test_a_whisper_that_was_answered_goes(desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    to = desk.by_url(desk.whispers[0])
    for _ in range(2):
        await desk.platform.settle(to, Settled("ephemeral", "Let’s go"), "k2")
    assert desk.whispers == []


async def test_a_whisper_that_is_too_old_to_go_is_left_alone(slack: SlackSim, desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    to = desk.by_url(desk.whispers[0])
    slack.advance(31 * 60)
    await desk.platform.settle(to, Settled("ephemeral"), "k2")
    assert len(desk.whispers) == 1


async def test_a_question_of_another_version_is_left_as_it_is(desk: Desk) -> None:
    to = await asked(desk)
    with pytest.raises(Refused):
        await desk.platform.settle(to, Settled("an older way to write it"), "k2")
    assert desk.private[0].has("btn.right")


# ---- failures ---------------------------------------------------------------------------------------------------

METHODS = ("chat.postMessage", "chat.postEphemeral", "conversations.open", "chat.update", "chat.delete", "response_url")
READING = ("conversations.history", "conversations.replies")


async def calling(desk: Desk, method: str) -> Any:
    """The call of ours that needs that method, ready to be awaited."""
    platform, sent = desk.platform, await desk.platform.send(await desk.in_thread(), QUESTION, "k0")
    thread = await desk.in_thread()
    match method:
        case "chat.postMessage":
            return lambda: platform.send(thread, QUESTION, "k1")
        case "chat.postEphemeral":
            return lambda: platform.send(desk.here(), HINT, "k1")
        case "conversations.open":
            return lambda: platform.send(desk.to(), QUESTION, "k1")
        case "chat.update":
            return lambda: platform.replace(desk.to(), sent, QUESTION, "k1")
        case "chat.delete":
            return lambda: platform.withdraw(desk.to(), sent, "k1")
        case "response_url":
            return lambda: platform.send(desk.by_url(), HINT, "k1")
        case "conversations.history":
            return lambda: platform.look_up(desk.to(), QUESTION, "k1")
        case _:
            return lambda: platform.look_up(thread, QUESTION, "k1")


async def failure(desk: Desk, method: str, **fault: Any) -> DeliveryFailed:
    call = await calling(desk, method)
    desk.slack.inject(method, **fault)
    with pytest.raises(DeliveryFailed) as raised:
        await call()
    trace = "".join(traceback.format_exception(raised.value))
    assert SECRET not in trace
    assert "SlackApiError" not in trace  # its words are whatever Slack answered
    return raised.value


@pytest.mark.parametrize("method", [*METHODS, *READING])
async def test_when_slack_says_to_wait_it_is_done_later(desk: Desk, method: str) -> None:
    failed = await failure(desk, method, retry_after=7)
    assert isinstance(failed, Later)
    assert failed.retry_after == 7.0


@pytest.mark.parametrize("method", [*METHODS, *READING])
@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_when_slack_fails_the_message_is_in_doubt(desk: Desk, method: str, status: int) -> None:
    assert isinstance(await failure(desk, method, status=status), InDoubt)


@pytest.mark.parametrize("method", [name for name in [*METHODS, *READING] if name != "response_url"])
async def test_when_slack_hangs_up_the_message_is_in_doubt(desk: Desk, method: str) -> None:
    # Several times: aiohttp itself repeats what only reads.
    assert isinstance(await failure(desk, method, drop=True, times=9), InDoubt)


@pytest.mark.parametrize("method", [*METHODS, *READING])
async def test_when_slack_is_slow_the_message_is_in_doubt(
    desk: Desk, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.client.TIMEOUT", 0.2)
    assert isinstance(await failure(desk, method, delay=1.0), InDoubt)


@pytest.mark.parametrize("method", [name for name in [*METHODS, *READING] if name != "response_url"])
@pytest.mark.parametrize("code", ["fatal_error", "internal_error", "service_unavailable"])
async def test_a_code_of_slacks_own_troubles_leaves_the_message_in_doubt(desk: Desk, method: str, code: str) -> None:
    assert isinstance(await failure(desk, method, error=code), InDoubt)


@pytest.mark.parametrize(
    "code",
    [
        "not_in_channel", "channel_not_found", "user_not_found", "user_disabled", "is_archived", "cannot_dm_bot",
        "user_not_in_channel", "missing_scope", "invalid_blocks", "msg_too_long", "some_code_of_tomorrow",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["chat.postMessage", "chat.postEphemeral", "conversations.open", "chat.update"])
async def test_what_slack_refuses_will_never_arrive(desk: Desk, method: str, code: str) -> None:
    failed = await failure(desk, method, error=code)
    assert isinstance(failed, Refused)
    assert failed.reason == code


async def test_a_workspace_on_the_move_is_tried_later(desk: Desk) -> None:
    assert isinstance(await failure(desk, "chat.postMessage", error="team_added_to_org"), Later)


async def test_when_nobody_listens_nothing_was_sent(slack: SlackSim, workspaces: Workspaces, keys: KeyRing) -> None:
    nowhere = Clients("http://127.0.0.1:9/api/")
    with pytest.raises(Later) as raised:
        await SlackPlatform(workspaces, nowhere, keys).send(To(slack.team, "U1"), QUESTION, "k1")
    assert raised.value.retry_after is None
    await nowhere.close()


async def test_a_retry_is_the_outboxes_and_nobody_elses(slack: SlackSim, desk: Desk) -> None:
    await failure(desk, "chat.postMessage", status=500, times=9)
    assert len([call for call in slack.called("chat.postMessage") if call.injected]) == 1


async def test_an_offer_in_doubt_counts_as_made(slack: SlackSim, desk: Desk) -> None:
    for fault in ({"status": 500}, {"drop": True}, {"status": 500, "after": True}):
        slack.inject("chat.postEphemeral", **fault)
        assert await desk.platform.send(desk.here(), OFFER, "k1") == UNKNOWN


# ---- tokens -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_with_a_revoked_token_nothing_is_sent_any_more(slack: SlackSim, desk: Desk, code: str) -> None:
    failed = await failure(desk, "chat.postMessage", error=code)
    assert isinstance(failed, Refused)
    assert len([call for call in slack.called("chat.postMessage") if call.injected]) == 1


async def test_a_revoked_token_is_not_renewed(slack: SlackSim, desk: Desk, installs: Kept) -> None:
    rotating(slack, installs)
    assert isinstance(await failure(desk, "chat.postMessage", error="token_revoked"), Refused)
    assert slack.called("oauth.v2.access") == []


async def test_sending_stops_as_soon_as_the_app_is_removed(
    slack: SlackSim, desk: Desk, installs: Kept, workspaces: Workspaces
) -> None:
    await desk.platform.send(desk.to(), QUESTION, "k1")
    calls = len(slack.calls)
    await installs.remove("", slack.team)
    workspaces.forget(slack.team)
    for attempt in (desk.platform.send(desk.to(), QUESTION, "k2"), desk.platform.send(desk.here(), OFFER, "k3")):
        with pytest.raises(Refused, match="not_installed"):
            await attempt
    assert len(slack.calls) == calls


async def test_after_another_installation_the_message_goes_with_the_new_token(
    slack: SlackSim, desk: Desk, installs: Kept
) -> None:
    await desk.platform.send(desk.to(), QUESTION, "k1")
    slack.install(slack.team)
    await installs.put(install_in(slack))  # in another process: this one was not told
    await desk.platform.send(desk.to(), QUESTION, "k2")
    assert len(desk.private) == 2


async def test_an_expired_token_is_renewed_and_the_message_goes_once(
    slack: SlackSim, desk: Desk, installs: Kept
) -> None:
    rotating(slack, installs)
    slack.inject("chat.postMessage", error="token_expired")
    await desk.platform.send(desk.to(), QUESTION, "k1")
    assert len(desk.private) == 1
    assert len(slack.called("oauth.v2.access")) == 1


async def test_while_an_expired_token_cannot_be_renewed_messages_wait(
    slack: SlackSim, desk: Desk, installs: Kept
) -> None:
    rotating(slack, installs)
    slack.inject("oauth.v2.access", status=503, times=9)
    slack.advance(13 * 3600)
    with pytest.raises(Later):
        await desk.platform.send(desk.to(), QUESTION, "k1")
    assert slack.called("chat.postMessage") == []


async def test_ten_messages_near_expiry_renew_the_token_once(
    slack: SlackSim, desk: Desk, installs: Kept, workspaces: Workspaces
) -> None:
    rotating(slack, installs)
    slack.advance(12 * 3600 - EARLY / 2)
    await asyncio.gather(*(desk.platform.send(desk.to(), QUESTION, f"k{n}") for n in range(10)))
    await workspaces.close()
    assert len(desk.private) == 10
    assert len(slack.called("oauth.v2.access")) == 1


# ---- what became of it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [{"status": 500, "after": True}, {"drop": True, "after": True}])
@pytest.mark.parametrize("threaded", [True, False])
async def test_a_message_whose_answer_was_lost_is_found(
    slack: SlackSim, desk: Desk, threaded: bool, fault: dict[str, Any]
) -> None:
    to = await desk.in_thread() if threaded else desk.to()
    slack.inject("chat.postMessage", **fault)
    with pytest.raises(InDoubt):
        await desk.platform.send(to, QUESTION, "k1")
    (message,) = desk.private
    assert await desk.platform.look_up(to, QUESTION, "k1") == f"{desk.talk.id}:{message.ts}"
    assert await desk.platform.look_up(to, QUESTION, "k2") is None
    slack.assert_clean()


async def test_a_message_that_never_arrived_is_not_found(slack: SlackSim, desk: Desk) -> None:
    to = await desk.in_thread()
    slack.inject("chat.postMessage", status=500)
    with pytest.raises(InDoubt):
        await desk.platform.send(to, QUESTION, "k1")
    assert await desk.platform.look_up(to, QUESTION, "k1") is None


async def test_it_is_found_behind_a_hundred_older_ones(slack: SlackSim, desk: Desk) -> None:
    to = await desk.in_thread()
    for n in range(105):
        await desk.platform.send(to, QUESTION, f"old {n}")
    root = slack.messages(desk.talk)[0]
    again = await slack.say(desk.ann, desk.talk, "and then?", root)
    later = desk.to(Place(desk.talk.id, root.ts, again.ts))
    sent = await desk.platform.send(later, QUESTION, "k1")
    assert await desk.platform.look_up(later, QUESTION, "k1") == sent


async def test_a_thread_that_is_gone_holds_no_message(slack: SlackSim, desk: Desk) -> None:
    assert await desk.platform.look_up(desk.to(Place(desk.talk.id, "1.2", "1.2")), QUESTION, "k1") is None


async def test_an_offer_in_doubt_counts_as_made_when_it_is_looked_up(desk: Desk) -> None:
    await desk.platform.send(desk.here(), OFFER, "k1")
    assert await desk.platform.look_up(desk.here(), OFFER, "k1") == "unknown"


async def test_what_only_its_reader_sees_is_not_found_and_said_again(desk: Desk) -> None:
    to = desk.by_url()
    await desk.platform.send(to, HINT, "k1")
    assert await desk.platform.look_up(to, HINT, "k1") is None


async def test_a_message_tells_others_nothing_by_its_metadata(desk: Desk) -> None:
    await desk.platform.send(desk.to(), QUESTION, "message/C0SECRET/1.2/0")
    (message,) = desk.private
    assert message.metadata is not None
    assert "C0SECRET" not in str(message.metadata)
    assert set(message.metadata["event_payload"]) == {"key"}


async def test_no_word_of_a_message_is_logged(
    slack: SlackSim, desk: Desk, everything_logged: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    await desk.platform.send(desk.to(), QUESTION, "k1")
    for fault in ({"status": 500}, {"error": "invalid_blocks"}, {"drop": True}, {"retry_after": 1}):
        slack.inject("chat.postMessage", **fault)
        with pytest.raises(DeliveryFailed):
            await desk.platform.send(desk.to(), QUESTION, "k2")
    slack.inject("chat.postEphemeral", status=500)
    await desk.platform.send(desk.here(), OFFER, "k3")
    written = everything_logged.text + capsys.readouterr().out
    assert "slack.offer_in_doubt" in written
    assert not [word for word in (SECRET, OFFER.text, slack.bot_token) if word in written]


def rotating(slack: SlackSim, installs: Kept) -> None:
    slack.token_rotation = True
    slack.install(slack.team)
    installs.rows = {("", slack.team): install_in(slack)}


def shown(message: Message) -> str:
    """What a click hands in: the blocks without their buttons."""
    return msgspec.json.encode([block for block in message.blocks or [] if block["type"] != "actions"]).decode()


async def asked(desk: Desk) -> To:
    """A question in the talk, as the place of a click on it."""
    sent = await desk.platform.send(desk.to(), QUESTION, "k1")
    return desk.to(Place(desk.talk.id, message=sent.partition(":")[2]))
