"""A second opinion may silence the coach, or point at a person's own words. Whatever else it says or does changes nothing."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator

import msgspec
import pytest
from structlog.testing import capture_logs

from adapters.hearing import Happened, Seen
from bot import second_opinion
from bot.config import LanguageModelSettings, SettingsError
from bot.language_model import LanguageModel
from bot.operating import Check, check_opinion
from dialogs.events import Said, Started
from storage.channels import ChannelId
from storage.store import Store
from tests.bot.running import World
from tests.bot.talking import BEN, TOOL_FIRST
from tests.conftest import FilesHolding
from tests.fakes.llm import Answer, Endpoint, endless, endpoint, failing, finding, judging, moved_to, saying

TEAM_ROOM = ChannelId("acme", "team")
LONG = (
    "New hires at the two plants wait for a badge, eleven of them did in May. It is the foremen who get the calls. "
    "The guards wave familiar faces through. Ana Lopez signs such things off."
)
NONSENSE = [
    saying(""),
    saying("yes, certainly"),
    saying('{"tool_first": "perhaps"}'),
    saying('{"speak": false}'),
    saying("[" * 5000),
    saying("I refuse. Buy Slack. /plan here off"),
    failing(500),
    failing(429, "slow down"),
    failing(200, "<html>hello</html>"),
    failing(200, json.dumps({"tool_first": False}), "application/json"),
    failing(200, "not json", "application/json"),
    endless,
]


@pytest.fixture
async def llm() -> AsyncIterator[Endpoint]:
    async with endpoint() as fake:
        yield fake


@pytest.fixture
async def world(store: Store, llm: Endpoint) -> AsyncIterator[World]:
    model = LanguageModel(LanguageModelSettings(llm.url, "small", "a-key"))
    yield World(store, opinion=model)
    await model.close()


async def overhear(world: World, text: str = TOOL_FIRST, channel: str = "team") -> list[str]:
    """What the coach says to the author of a channel message."""
    found = world.runtime.intake.judge(text)
    if found is not None:
        await world.hear(Seen(channel, found, words=text), place="#team")
        await world.settle()
    return world.platform.said


async def test_it_may_silence_the_coach(world: World, llm: Endpoint) -> None:
    llm.answer = judging(False)
    assert await overhear(world) == []
    assert llm.told == [TOOL_FIRST]


async def test_when_it_agrees_the_offer_is_made(world: World, llm: Endpoint) -> None:
    assert await overhear(world) == ["intercept.open"]
    assert len(llm.asked) == 1


@pytest.mark.parametrize("answer", NONSENSE)
async def test_nonsense_and_failures_leave_the_word_to_the_judge(world: World, llm: Endpoint, answer: Answer) -> None:
    llm.answer = answer
    assert await overhear(world) == ["intercept.open"]
    assert len(llm.asked) == 1, "it is tried once"


async def test_who_is_slow_is_not_waited_for(world: World, llm: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_opinion, "PATIENCE", 0.05)
    llm.answer = llm.never
    assert await overhear(world) == ["intercept.open"]


async def test_on_the_page_it_has_a_say_too(world: World, llm: Endpoint) -> None:
    found = world.runtime.intake.judge(TOOL_FIRST)
    assert found is not None
    seen = Happened(BEN, Seen("team", found, words=TOOL_FIRST), "recorder", world.now)
    llm.answer = judging(False)
    assert await world.runtime.answer("page/1", seen) is None
    llm.answer = judging(True)
    answer = await world.runtime.answer("page/2", seen)
    assert answer is not None
    assert [reply.key for reply in answer.replies] == ["intercept.open"]


async def test_where_nobody_answers_the_judge_has_the_word(world: World, llm: Endpoint) -> None:
    model = LanguageModel(LanguageModelSettings("http://127.0.0.1:9/v1", "small"))
    assert await overhear(World(world.store, opinion=model)) == ["intercept.open"]
    await model.close()


async def test_what_was_written_goes_to_no_other_address(world: World, llm: Endpoint) -> None:
    async with endpoint() as elsewhere:
        llm.answer = moved_to(f"{elsewhere.url}/chat/completions")
        await overhear(world)
        assert elsewhere.asked == []


@pytest.mark.parametrize("text", ["Lunch is at noon", "How do I mute the Slack channel?", "Thanks for the newsletter"])
async def test_it_never_makes_the_coach_speak(world: World, llm: Endpoint, text: str) -> None:
    assert await overhear(world, text) == []
    assert llm.asked == [], "it is not even asked"


async def test_nobody_is_asked_about_an_offer_that_cannot_be_made(world: World, llm: Endpoint) -> None:
    await overhear(world, channel="elsewhere")
    await overhear(world)
    await overhear(world, "We should open a WhatsApp channel")
    assert llm.told == [TOOL_FIRST], "a channel that did not opt in, and a person who had their offer"


async def test_it_is_asked_in_the_shadow_too(world: World, llm: Endpoint) -> None:
    world.store.run_now(lambda tx: tx.channels.put(TEAM_ROOM, "shadow"))
    for tool_first, counted in ((False, 0), (True, 1)):
        llm.answer = judging(tool_first)
        await overhear(world)
        assert world.store.run_now(lambda tx: tx.offers.shadows(TEAM_ROOM, world.now)).offers == counted
    assert world.platform.said == []


async def test_no_word_of_the_message_is_kept_or_logged(
    world: World, llm: Endpoint, files_holding: FilesHolding, everything_logged: pytest.LogCaptureFixture
) -> None:
    text = "We should launch a TikTok page, says the marzipan committee"
    for answer in (judging(False), failing(500, text), judging(True)):
        llm.answer = answer
        with capture_logs() as logs:
            await overhear(world, text)
        assert "marzipan" not in json.dumps(logs)
    assert files_holding("marzipan") == []
    assert "marzipan" not in everything_logged.text
    assert "a-key" not in everything_logged.text


# A long answer


async def answer_at_length(world: World, text: str = LONG) -> dict[str, str]:
    """What the talk holds after the first answer: slot -> words."""
    await world.say(Started(), text)
    talk = world.talk()
    return {name: slot.text for name, slot in talk.slots.items() if slot.text}


async def test_it_points_at_what_the_coach_did_not_see(world: World, llm: Endpoint) -> None:
    llm.answer = finding(
        problem__what="New hires at the two plants wait for a badge, eleven of them did in May",
        problem__who="the foremen",
        mechanism="The guards wave familiar faces through.",
        decision="Ana Lopez signs  such things off",
    )
    kept = await answer_at_length(world)
    assert kept == {
        "problem.what": "New hires at the two plants wait for a badge, eleven of them did in May",
        "problem.who": "the foremen",
        "mechanism": "The guards wave familiar faces through",
        "decision": "Ana Lopez signs such things off",
    }
    assert "ctl.multi" in world.platform.said, "all of it is shown, to be put right"
    shown = world.platform.texts[world.platform.said.index("ctl.multi")]
    assert all(" ".join(words.split()[:4]) in shown for words in kept.values())


HOSTILE = {
    "problem__what": "You must buy Microsoft Teams",
    "problem__who": "/plan post everywhere",
    "steps": "Slack: roll it out by Monday",
    "mechanism": "New hires, and use Slack",
    "blockers": "ew hires at the tw",
}


async def test_it_cannot_put_a_word_into_a_plan(world: World, llm: Endpoint) -> None:
    llm.answer = finding(**HOSTILE)
    hostile = await answer_at_length(world)
    llm.answer = failing(500)
    await world.say(Started(), LONG, person=BEN)
    assert hostile == {name: slot.text for name, slot in world.talk(BEN).slots.items() if slot.text}
    said = " ".join(world.platform.texts)
    assert "Teams" not in said
    assert "Slack" not in said


async def test_the_tool_gate_holds_whatever_it_finds(world: World, llm: Endpoint) -> None:
    """Even of the person's own words that ask for a tool, no verdict comes before problem, objective and steps."""
    text = f"{LONG} Just tell us to buy Slack, we want Slack for all of them."
    llm.answer = finding(steps="Just tell us to buy Slack", problem__who="the foremen", mechanism="The guards wave")
    await answer_at_length(world, text)
    assert not [key for key in world.platform.said if key.startswith("verdict.")]
    assert world.talk().prompt is not None


@pytest.mark.parametrize("answer", NONSENSE)
async def test_a_long_answer_is_read_all_the_same(world: World, llm: Endpoint, answer: Answer) -> None:
    llm.answer = answer
    kept = await answer_at_length(world)
    assert "New hires" in kept["problem.what"]


@pytest.mark.parametrize(
    "text",
    [
        "Badges come late",
        "/plan review " + LONG,
        "I would rather not write it down here, it is sensitive, it is about my boss and how he treats all of us in "
        "the team, and nobody must know that I said so to you or to anybody else",
    ],
)
async def test_what_is_short_a_command_or_not_for_writing_is_not_shown_to_it(
    world: World, llm: Endpoint, text: str
) -> None:
    await world.say(Started(), text)
    assert llm.asked == []


async def test_it_sees_nothing_outside_a_talk(world: World, llm: Endpoint) -> None:
    await world.say(LONG)
    assert llm.asked == []


async def test_an_excerpt_of_another_process_is_held_to_the_words_too(world: World) -> None:
    """The core trusts no event: only words of the text are taken."""
    await world.say(Started(), Said(LONG, {"problem.who": "Slack for all", "nonsense": "New hires"}))
    assert "Slack" not in json.dumps(msgspec.to_builtins(world.talk().slots))


# The operator


async def test_the_doctor_tells_whether_it_answers(llm: Endpoint) -> None:
    settings = LanguageModelSettings(llm.url, "small", "a-key")
    assert await check_opinion(settings) == [
        Check(True, "second opinion", "small answers; on a made-up message it agrees")
    ]
    llm.answer = failing(401)
    [check] = await check_opinion(settings)
    assert not check.well
    assert "the judge decides alone" in check.found
    assert await check_opinion(None) == []


def test_without_settings_nothing_of_it_is_loaded() -> None:
    look = (
        "import sys, bot.cli, bot.wiring, bot.worker; print([m for m in ('pydantic_ai', 'openai') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_where_its_packages_are_missing_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.language_model")
    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    with pytest.raises(SettingsError, match=r"planfirst\[llm\]"):
        async with second_opinion.second_opinion(LanguageModelSettings("http://127.0.0.1:9/v1", "small")):
            pass
