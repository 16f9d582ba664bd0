import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest

from adapters.port import DeliveryFailed, InDoubt, Later, Refused, To
from adapters.teams.addresses import AT_HAND, Address, Addresses
from adapters.teams.cards import shown
from adapters.teams.connector import Barred, Connector
from adapters.teams.place import Place, write
from adapters.teams.sending import OFFER_SECONDS, UNKNOWN, TeamsPlatform
from dialogs.person import PersonId
from dialogs.replies import Ask, Choice, PlanCard, Reply, Row, Say, Settled
from tests.adapters.teams.conftest import APP_ID
from tests.adapters.teams.office import Clock, channel_of, chat_of
from tests.adapters.teams.recording import KeptAddresses
from tests.fakes.teams import Conversation, Message, TeamsSim

SECRET = "our churn doubled in May"
QUESTION = Ask("q.problem", f"What is the problem? {SECRET}", "t1", (Choice("btn.right", "Right"),))
OFFER = Ask(
    "intercept.open",
    "A podcast: shall we look at it together?",
    "t1",
    (Choice("btn.start", "Let’s go"), Choice("btn.why", "Why this?")),
    audience="only_you",
)
OVER_THERE = Say("cmd.over_there", "We go on in our private conversation.", audience="only_you")
LISTED = Say("cmd.list", "You have no plans yet.", audience="only_you")
CARD = PlanCard(
    "plan.card", "The plan", "Your plan", (Row("Problem", SECRET),), token="t3", choices=(Choice("btn.approve", "Go"),)
)


class Desk:
    """Ann and Bob in a channel with Planfirst, which knows no one's address yet."""

    def __init__(self, teams: TeamsSim, platform: TeamsPlatform, kept: KeptAddresses) -> None:
        self.teams = teams
        self.platform = platform
        self.kept = kept
        self.ann, self.bob = teams.user("Ann"), teams.user("Bob")
        self.who = PersonId(teams.tenant, self.ann.aad)

    async def sit_down(self) -> None:
        self.chat = await chat_of(self.teams, self.ann)
        self.channel = await channel_of(self.teams, self.ann, self.bob)

    def to(self, place: Place | None = None) -> To:
        return To(*self.who, write(place or Place()))

    def place_in(self, conversation: Conversation, **more: Any) -> Place:
        """What was said there was said just now."""
        told = {"message": str(int(self.teams.now() * 1000)), "user": self.ann.id, "bot": self.teams.bot["id"]} | more
        return Place(self.teams.service_url, conversation.id, conversation.type, **told)

    def here(self, **more: Any) -> To:
        """In the channel."""
        return self.to(self.place_in(self.channel, **more))

    def privately(self, **more: Any) -> To:
        """In the personal chat, from where they spoke."""
        return self.to(self.place_in(self.chat, **more))

    def know(self, **other: str) -> None:
        """Where Ann is reached is known from before."""
        address = Address(self.teams.service_url, self.chat.id, self.ann.id, self.teams.bot["id"], self.teams.tenant)
        self.kept.rows[self.who] = msgspec.structs.replace(address, **other)

    @property
    def private(self) -> list[Message]:
        return self.teams.seen_by(self.ann, self.chat)

    def called(self, method: str) -> list[str]:
        return [call.path for call in self.teams.calls if call.method == method]


@pytest.fixture
async def desk(teams: TeamsSim, platform: TeamsPlatform, kept: KeptAddresses) -> Desk:
    desk = Desk(teams, platform, kept)
    await desk.sit_down()
    return desk


@pytest.fixture
async def whispering(teams: TeamsSim, connector: Connector, addresses: Addresses, kept: KeptAddresses) -> Desk:
    """With the preview of targeted messages."""
    platform = TeamsPlatform(connector, addresses, app_id=APP_ID, targeted=True, clock=teams.now)
    desk = Desk(teams, platform, kept)
    await desk.sit_down()
    return desk


# ---- where a reply goes -----------------------------------------------------------------------------------------


async def test_a_reply_goes_into_the_personal_chat_and_its_id_says_where(desk: Desk) -> None:
    desk.know()
    sent = await desk.platform.send(desk.to(), QUESTION, "k1")
    (message,) = desk.private
    assert sent == f"{desk.chat.id}|{message.id}"
    assert message.buttons() == ["Right"]
    desk.teams.assert_clean()


async def test_who_speaks_in_their_chat_is_answered_there_and_known_from_then_on(desk: Desk) -> None:
    await desk.platform.send(desk.privately(), QUESTION, "k1")
    await desk.platform.send(desk.to(), LISTED, "k2")
    assert [message.text for message in desk.private] == ["", LISTED.text]
    assert desk.kept.writes == 1
    desk.teams.assert_clean()


@pytest.mark.parametrize("reply", [QUESTION, OFFER, LISTED, CARD])
async def test_what_is_for_one_person_is_not_said_where_others_read(desk: Desk, reply: Reply) -> None:
    await desk.platform.send(desk.here(), reply, "k1")
    assert len(desk.private) == 1
    assert desk.channel.messages == []
    desk.teams.assert_clean()


async def test_a_chat_with_somebody_who_was_never_there_is_opened_once(desk: Desk) -> None:
    for n in range(3):
        await desk.platform.send(desk.here(), QUESTION, f"k{n}")
    await desk.platform.send(desk.to(), QUESTION, "k3")
    assert len(desk.private) == 4
    assert [path for path in desk.called("POST") if path.endswith("/v3/conversations")] == [
        f"/emea/{desk.teams.tenant}/v3/conversations"
    ]
    desk.teams.assert_clean()


async def test_nobody_is_spoken_to_who_never_spoke(desk: Desk) -> None:
    with pytest.raises(Refused, match="no conversation"):
        await desk.platform.send(desk.to(), QUESTION, "k1")
    assert desk.teams.calls == []


async def test_that_the_talk_goes_on_in_private_need_not_be_said_in_private(desk: Desk) -> None:
    assert await desk.platform.send(desk.here(), OVER_THERE, "k1") == UNKNOWN
    assert desk.private == []


async def test_an_offer_that_comes_late_is_not_made(desk: Desk) -> None:
    to, asked_for = desk.here(), desk.here(pressed=True)
    desk.teams.let_pass(OFFER_SECONDS + 1)
    with pytest.raises(Refused, match="too late"):
        await desk.platform.send(to, OFFER, "k1")
    assert desk.private == []
    await desk.platform.send(to, LISTED, "k2")  # an answer is given however late
    await desk.platform.send(asked_for, OFFER, "k3")
    await desk.platform.send(desk.here(message="of another kind"), OFFER, "k4")
    assert len(desk.private) == 3


async def test_in_private_nothing_is_late_nor_whispered(whispering: Desk) -> None:
    to = whispering.privately()
    whispering.teams.let_pass(OFFER_SECONDS + 1)
    for reply in (OFFER, LISTED, OVER_THERE):
        await whispering.platform.send(to, reply, "k1")
    assert len(whispering.private) == 3
    whispering.teams.assert_clean()


async def test_the_coach_is_seen_writing(desk: Desk) -> None:
    await desk.platform.typing(desk.place_in(desk.chat))
    assert [call.body for call in desk.teams.calls] == [{"type": "typing"}]
    desk.teams.assert_clean()


# ---- whispers ---------------------------------------------------------------------------------------------------


async def test_an_offer_is_whispered_in_its_thread(whispering: Desk) -> None:
    desk = whispering
    said = (await desk.teams.say(desk.ann, desk.channel, "a podcast")).said
    sent = await desk.platform.send(desk.here(root=said.id, message=said.id), OFFER, "k1")
    offer = desk.teams.seen_by(desk.ann, desk.channel)[-1]
    assert sent == f"{desk.channel.id}|{offer.id}|targeted"
    assert offer.thread == said.id
    assert offer not in desk.teams.seen_by(desk.bob, desk.channel)
    assert desk.private == []
    desk.teams.assert_clean()


async def test_a_command_is_answered_where_it_was_given(whispering: Desk) -> None:
    for reply in (LISTED, OVER_THERE):
        await whispering.platform.send(whispering.here(), reply, "k1")
    assert [m.text for m in whispering.teams.seen_by(whispering.ann, whispering.channel)] == [
        LISTED.text,
        OVER_THERE.text,
    ]
    assert whispering.teams.seen_by(whispering.bob, whispering.channel) == []


async def test_what_expects_an_answer_in_private_is_said_in_private(whispering: Desk) -> None:
    await whispering.platform.send(whispering.here(), QUESTION, "k1")
    assert len(whispering.private) == 1


@pytest.mark.parametrize("reply", [OFFER, LISTED])
async def test_where_teams_knows_no_whispers_it_is_said_in_private(whispering: Desk, reply: Reply) -> None:
    whispering.teams.targeted_preview = False
    await whispering.platform.send(whispering.here(), reply, "k1")
    assert len(whispering.private) == 1
    assert whispering.channel.messages == []
    assert await whispering.platform.send(whispering.here(), OVER_THERE, "k2") == UNKNOWN
    whispering.teams.assert_clean()


async def test_so_it_is_where_the_coach_is_no_member(whispering: Desk) -> None:
    whispering.know()
    whispering.channel.installed = False
    await whispering.platform.send(whispering.here(), LISTED, "k1")
    assert len(whispering.private) == 1


async def test_a_whisper_is_changed_settled_and_taken_back(whispering: Desk) -> None:
    desk = whispering
    sent = await desk.platform.send(desk.here(), OFFER, "k1")
    assert await desk.platform.replace(desk.here(), sent, LISTED, "k2") == sent
    (message,) = desk.teams.seen_by(desk.ann, desk.channel)
    assert message.text == LISTED.text
    settled = Settled(msgspec.json.encode(shown(OFFER)).decode(), "Let’s go")
    await desk.platform.settle(desk.here(message=message.id), settled, "k3")
    assert "✓ Let’s go" in message.words()
    await desk.platform.withdraw(desk.here(), sent, "k4")
    assert desk.teams.seen_by(desk.ann, desk.channel) == []
    desk.teams.assert_clean()


async def test_a_whisper_that_teams_dropped_after_a_day_is_left_alone(whispering: Desk) -> None:
    desk = whispering
    sent = await desk.platform.send(desk.here(), OFFER, "k1")
    message = sent.split("|")[1]
    desk.teams.let_pass(25 * 3600)
    await desk.platform.settle(desk.here(message=message), Settled("{}", "Let’s go"), "k2")
    await desk.platform.withdraw(desk.here(), sent, "k3")
    desk.teams.assert_clean()


# ---- changing what was said -------------------------------------------------------------------------------------


async def test_another_text_takes_the_place_of_a_message(desk: Desk) -> None:
    sent = await desk.platform.send(desk.privately(), QUESTION, "k1")
    assert await desk.platform.replace(desk.to(), sent, CARD, "k2") == sent
    (message,) = desk.private
    assert message.buttons() == ["Go"]
    desk.teams.assert_clean()


async def test_a_message_is_taken_back_and_one_that_is_gone_is_fine(desk: Desk) -> None:
    sent = await desk.platform.send(desk.privately(), QUESTION, "k1")
    for _ in range(2):
        await desk.platform.withdraw(desk.to(), sent, "k2")
    assert desk.private == []
    assert len(desk.called("DELETE")) == 2


async def test_one_that_may_not_exist_is_not_changed(desk: Desk) -> None:
    desk.know()
    await desk.platform.withdraw(desk.to(), UNKNOWN, "k1")
    for sent in (UNKNOWN, f"{desk.chat.id}|", ""):
        with pytest.raises(Refused):
            await desk.platform.replace(desk.to(), sent, QUESTION, "k2")
    assert desk.teams.calls == []


@pytest.mark.parametrize(("reply", "words"), [(QUESTION, SECRET), (CARD, "Your plan")])
async def test_a_question_is_shown_as_answered(desk: Desk, reply: Reply, words: str) -> None:
    await desk.platform.send(desk.privately(), reply, "k1")
    (message,) = desk.private
    settled = Settled(msgspec.json.encode(shown(reply)).decode(), "Right")
    for _ in range(2):
        await desk.platform.settle(desk.privately(message=message.id), settled, "k2")
    assert message.buttons() == []
    assert words in message.words()
    assert "✓ Right" in message.words()
    desk.teams.assert_clean()


async def test_a_question_that_is_gone_is_answered_all_the_same(desk: Desk) -> None:
    sent = await desk.platform.send(desk.privately(), QUESTION, "k1")
    message = desk.private[0].id
    await desk.platform.withdraw(desk.to(), sent, "k2")
    await desk.platform.settle(desk.privately(message=message), Settled('{"text": "x"}', "Right"), "k3")
    before = len(desk.teams.calls)
    await desk.platform.settle(desk.to(), Settled('{"text": "x"}', "Right"), "k4")  # nobody knows which
    assert len(desk.teams.calls) == before


@pytest.mark.parametrize("stood", ["", "an older way", "[]", '{"text": 7}'])
async def test_a_question_of_another_version_is_left_as_it_is(desk: Desk, stood: str) -> None:
    await desk.platform.send(desk.privately(), QUESTION, "k1")
    with pytest.raises(Refused, match="this version"):
        await desk.platform.settle(desk.privately(message=desk.private[0].id), Settled(stood, "Right"), "k2")
    assert desk.private[0].buttons() == ["Right"]


# ---- addresses --------------------------------------------------------------------------------------------------


async def test_when_teams_moves_the_newest_service_url_counts(desk: Desk, addresses: Addresses) -> None:
    sent = await desk.platform.send(desk.privately(), QUESTION, "k1")
    before = desk.privately(message=desk.private[0].id)
    desk.teams.move("amer")
    moved = msgspec.structs.replace(desk.kept.rows[desk.who], service_url=desk.teams.service_url)
    await addresses.put(desk.who, moved)  # Ann spoke from there
    await desk.platform.send(before, LISTED, "k2")
    await desk.platform.settle(before, Settled('{"text": "x"}', "Right"), "k3")
    await desk.platform.replace(before, sent, CARD, "k4")
    await desk.platform.withdraw(before, sent, "k5")
    assert [message.text for message in desk.private] == [LISTED.text]
    desk.teams.assert_clean()


async def test_an_address_that_is_dead_is_found_anew_from_where_they_spoke(desk: Desk) -> None:
    desk.know()
    desk.teams.move("amer")
    await desk.platform.send(desk.here(), OFFER, "k1")
    assert len(desk.private) == 1
    assert desk.kept.rows[desk.who].service_url == desk.teams.service_url


async def test_without_a_newer_place_a_dead_address_is_forgotten(desk: Desk) -> None:
    desk.know()
    desk.teams.move("amer")
    with pytest.raises(Refused, match="no conversation"):
        await desk.platform.send(desk.to(), QUESTION, "k1")
    assert desk.kept.rows == {}


async def test_who_blocked_the_coach_is_not_bothered_any_more(desk: Desk) -> None:
    desk.know()
    desk.teams.block(desk.ann)
    with pytest.raises(Barred, match="MessageWritesBlocked"):
        await desk.platform.send(desk.here(), QUESTION, "k1")
    assert desk.kept.rows == {}
    with pytest.raises(Refused, match="no conversation"):
        await desk.platform.send(desk.to(), QUESTION, "k2")
    assert len(desk.teams.calls) == 1


@pytest.mark.parametrize("url", ["https://evil.example/", "http://smba.trafficmanager.net/", ""])
async def test_an_address_elsewhere_gets_neither_words_nor_the_token(desk: Desk, url: str) -> None:
    desk.know(service_url=url)
    with pytest.raises(Refused, match="service_host"):
        await desk.platform.send(desk.to(), QUESTION, "k1")
    assert desk.teams.token_requests == []


async def test_when_the_storage_is_away_nothing_is_said(desk: Desk) -> None:
    desk.kept.away = 1
    with pytest.raises(OSError, match="away"):
        await desk.platform.send(desk.privately(), QUESTION, "k1")
    assert desk.private == []


async def test_what_is_known_is_neither_read_nor_written_again(desk: Desk) -> None:
    clock = Clock()
    addresses = Addresses(desk.kept, clock)
    desk.know()
    address = desk.kept.rows[desk.who]
    await addresses.put(desk.who, address)
    assert desk.kept.writes == 0
    desk.kept.away = 1  # nobody asks
    await addresses.put(desk.who, address)
    assert await addresses.of(desk.who) == address
    desk.kept.away = 0
    desk.kept.rows.clear()  # by another process
    clock.now += AT_HAND
    assert await addresses.of(desk.who) is None
    await addresses.put(desk.who, address)
    assert desk.kept.rows == {desk.who: address}
    await addresses.remove(desk.who)
    assert await addresses.of(desk.who) is None


# ---- failures ---------------------------------------------------------------------------------------------------

OPERATIONS = ("send", "open", "replace", "withdraw", "settle")


async def calling(desk: Desk, name: str) -> Callable[[], Awaitable[Any]]:
    """A call that would work; the person of "open" is new."""
    platform, sent = desk.platform, ""
    if name != "open":
        sent = await platform.send(desk.privately(), QUESTION, "k0")
    pressed = desk.privately(message=sent.partition("|")[2])
    calls: dict[str, Callable[[], Awaitable[Any]]] = {
        "send": lambda: platform.send(desk.to(), QUESTION, "k1"),
        "open": lambda: platform.send(desk.here(), QUESTION, "k1"),
        "replace": lambda: platform.replace(desk.to(), sent, QUESTION, "k1"),
        "withdraw": lambda: platform.withdraw(desk.to(), sent, "k1"),
        "settle": lambda: platform.settle(pressed, Settled('{"text": "x"}', "Right"), "k1"),
    }
    return calls[name]


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Refused), (403, Barred), (413, Refused), (429, Later), (412, Later), (401, Later), (500, InDoubt), (504, InDoubt)],
)  # fmt: skip
async def test_what_teams_answers_comes_out_as_the_port_says(
    desk: Desk, name: str, status: int, kind: type[DeliveryFailed]
) -> None:
    call = await calling(desk, name)
    before = len(desk.teams.calls)
    desk.teams.fail(status, retry_after="7" if status in (412, 429) else None)
    with pytest.raises(DeliveryFailed) as raised:
        await call()
    assert type(raised.value) is kind
    assert getattr(raised.value, "retry_after", None) == (7.0 if status in (412, 429) else None)
    assert SECRET not in "".join(traceback.format_exception(raised.value))
    assert len(desk.teams.calls) == before + 1


async def test_an_answer_in_doubt_is_said_again(desk: Desk) -> None:
    desk.teams.fail(504, after_accept=True, path="activities")
    with pytest.raises(InDoubt):
        await desk.platform.send(desk.privately(), QUESTION, "k1")
    assert await desk.platform.look_up(desk.privately(), QUESTION, "k1") is None


@pytest.mark.parametrize("after_accept", [True, False])
async def test_an_offer_in_doubt_counts_as_made(desk: Desk, after_accept: bool) -> None:
    desk.teams.fail(504, after_accept=after_accept, path="activities")
    assert await desk.platform.send(desk.here(), OFFER, "k1") == UNKNOWN
    assert len(desk.private) == int(after_accept)
    assert await desk.platform.look_up(desk.here(), OFFER, "k1") == UNKNOWN


# ---- posted ---------------------------------------------------------------------------------------------------


async def test_what_is_posted_is_a_thread_of_its_own_that_everybody_reads(desk: Desk) -> None:
    sent = await desk.platform.send(desk.here(root="1"), msgspec.structs.replace(CARD, audience="channel"), "k")
    (posted,) = desk.teams.seen_by(desk.bob, desk.channel)
    assert (sent, posted.thread) == (f"{desk.channel.id}|{posted.id}", posted.id)
    assert SECRET in posted.words(desk.bob)
    assert desk.private == []
    desk.teams.assert_clean()


async def test_what_was_posted_can_be_changed_and_taken_back(desk: Desk) -> None:
    posted = msgspec.structs.replace(CARD, audience="channel")
    sent = await desk.platform.send(desk.here(), posted, "k")
    await desk.platform.replace(desk.here(), sent, msgspec.structs.replace(posted, title="The plan, done"), "k2")
    assert "The plan, done" in desk.teams.seen_by(desk.bob, desk.channel)[0].words()
    await desk.platform.withdraw(desk.here(), sent, "k3")
    assert desk.teams.seen_by(desk.bob, desk.channel) == []
    desk.teams.assert_clean()


async def test_what_is_posted_never_lands_in_a_private_chat_instead(desk: Desk) -> None:
    posted = msgspec.structs.replace(CARD, audience="channel")
    with pytest.raises(Refused):
        await desk.platform.send(desk.privately(), posted, "k")
    desk.channel.installed = False
    with pytest.raises(Refused):
        await desk.platform.send(desk.here(), posted, "k")
    assert desk.private == []


async def test_a_press_on_what_was_posted_is_answered_beside_it(whispering: Desk) -> None:
    """With targeted messages an answer stands where they are; the card that all read stays as it is."""
    desk, targeted = whispering, whispering.platform
    await targeted.send(desk.here(), msgspec.structs.replace(CARD, audience="channel"), "k")
    (posted,) = desk.teams.seen_by(desk.bob, desk.channel)
    await targeted.send(desk.here(message=posted.id, root=posted.id), LISTED, "k2")
    whispered = desk.teams.seen_by(desk.ann, desk.channel)[-1]
    assert (whispered.targeted_to, whispered.thread) == (desk.ann.id, posted.id)
    assert SECRET in posted.words(desk.bob)
    desk.teams.assert_clean()
