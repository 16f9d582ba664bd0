"""`/plan here`: off until somebody of the channel says otherwise; in the shadow it counts, and reports."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from adapters.hearing import Commanded, Forgotten, Invited, Person, Seen
from dialogs.company import Company
from dialogs.interception.judge import THRESHOLDS, Finding, Mode, judge
from storage.channels import ChannelEntry, ChannelId
from storage.store import Store
from tests.bot.running import World
from tests.bot.talking import ANA, BEN, Talk, keys_of, texts_of

LABELLED = Path(__file__).parents[1] / "corpus" / "train_en.jsonl"
PUMPS = ChannelId("acme", "pumps")
FOUND = [
    Finding(intercept=True, score=0.9, lang="en", tool=f"tool {signals}", reasons=signals)
    for signals in (("start", "new"), ("should", "need"), ("want",), ("start",), ("whatif",))
]


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def here(talk: Talk, setting: str = "", **more: Any) -> list[str]:
    """What `/plan here …` is answered in #pumps; every answer is for their eyes only."""
    answer = talk.command(f"here {setting}", "pumps", **more)
    assert {reply.audience for reply in answer.replies} == {"only_you"}
    return keys_of(answer)


def entry(store: Store) -> ChannelEntry | None:
    return store.run_now(lambda tx: tx.channels.entry(PUMPS))


def test_the_coach_is_silent_where_nobody_wanted_it(ana: Talk) -> None:
    assert here(ana) == ["cmd.here.status_off"]
    assert ana.channel(channel="pumps").quiet == "channel not opted in"


def test_anybody_of_the_channel_turns_it_on_and_off(ana: Talk, store: Store) -> None:
    assert here(ana, "on") == ["cmd.here.on"]
    assert entry(store) == ChannelEntry("on", "ana", ana.now)
    assert here(ana) == ["cmd.here.status_on"]
    assert keys_of(ana.channel(channel="pumps")) == ["intercept.open"]
    ben = Talk(store, BEN).later(hours=1)
    assert here(ben, "OFF") == ["cmd.here.off"]
    assert entry(store) == ChannelEntry("off", "ben", ben.now)
    assert ben.channel(channel="pumps").quiet == "channel not opted in"


@pytest.mark.parametrize(("setting", "said"), [("oui", "on"), ("ombre", "shadow")])
def test_french_words_do_too(ana: Talk, setting: str, said: str) -> None:
    assert keys_of(ana.command(f"ici {setting}", "pumps")) == [f"cmd.here.{said}"]


def test_what_is_set_already_is_only_told(ana: Talk, store: Store) -> None:
    here(ana, "on")
    before = entry(store)
    assert here(Talk(store, BEN), "on") == ["cmd.here.status_on"]
    assert entry(store) == before


def test_an_unknown_setting_changes_nothing(ana: Talk, store: Store) -> None:
    assert here(ana, "loud") == ["cmd.here.status_off"]
    assert entry(store) is None


def test_where_other_companies_read_it_cannot_be_turned_on(ana: Talk, store: Store) -> None:
    for setting in ("", "on", "shadow"):
        assert here(ana, setting, shared=True) == ["cmd.here.shared"]
    assert entry(store) is None


def test_a_channel_that_came_to_be_shared_can_be_turned_off(ana: Talk, store: Store) -> None:
    here(ana, "on")
    assert here(ana, "off", shared=True) == ["cmd.here.off"]
    assert ana.channel(channel="pumps").quiet == "channel not opted in"


def test_who_did_not_invite_it_is_asked_to(ana: Talk, store: Store) -> None:
    assert here(ana, "on", member=False) == ["cmd.here.not_member"]
    assert entry(store) is None
    assert here(ana, "on", member=True) == ["cmd.here.on"]


def test_in_private_there_is_no_channel_to_listen_in(ana: Talk) -> None:
    for typed in ("/plan here", "/plan here on", "/plan ici non"):
        assert keys_of(ana.say(typed)) == ["cmd.here.private"]


def test_a_channel_of_the_organisation_file_is_on_until_its_people_say_otherwise(store: Store) -> None:
    ana = Talk(store, company=Company(channels=("pumps",)))
    assert here(ana) == ["cmd.here.status_on"]
    assert here(ana, "off") == ["cmd.here.off"]
    assert ana.channel(channel="pumps").quiet == "channel not opted in"


def test_a_company_sets_only_its_own_channels(ana: Talk, store: Store) -> None:
    here(ana, "on")
    other = Talk(store, Person("zeta", "zoe", "Zoé", zone="Europe/Paris"))
    assert other.channel(channel="pumps").quiet == "channel not opted in"


def test_who_brings_it_in_is_told_that_it_is_silent(ana: Talk) -> None:
    answer = ana.take(Invited("pumps"), public=True)
    assert keys_of(answer) == ["cmd.here.joined"]
    assert answer.replies[0].audience == "only_you"
    assert ana.state().turn == 0, "nothing of the talk changes"


def test_who_brings_it_back_is_told_how_it_listens_there(ana: Talk) -> None:
    here(ana, "on")
    assert keys_of(ana.take(Invited("pumps"), public=True)) == ["cmd.here.status_on"]


def test_who_brings_it_where_others_read_is_told_that_it_stays_silent(ana: Talk) -> None:
    assert keys_of(ana.take(Invited("pumps", shared=True), public=True)) == ["cmd.here.shared"]


# ---- the shadow ------------------------------------------------------------------------------------------------


def test_in_the_shadow_it_says_nothing_and_counts(ana: Talk, store: Store) -> None:
    assert here(ana, "shadow") == ["cmd.here.shadow"]
    assert here(ana) == ["cmd.here.status_shadow", "shadow.report_none"]
    for talk in (ana, Talk(store, BEN).later(days=1)):
        answer = talk.channel(channel="pumps")
        assert (answer.replies, answer.quiet) == ((), "shadow")
    report = ana.later(days=2).command("here", "pumps")
    assert keys_of(report) == ["cmd.here.status_shadow", "shadow.report", "shadow.signs"]
    for words in ("2 March", "2 times", "2 people", "2 days", "proposes to start one: 2"):
        assert words in texts_of(report)


def test_in_the_shadow_it_has_the_same_manners(ana: Talk, store: Store) -> None:
    here(ana, "shadow")
    assert ana.channel(channel="pumps").quiet == "shadow"
    assert ana.later(days=3).channel("We need a chatbot", channel="pumps").quiet == "offered lately"
    five = [Talk(store, Person("acme", f"p{n}", "P")).channel(channel="pumps").quiet for n in range(5)]
    assert five == ["shadow"] * 4 + ["channel had its offers today"]


def test_what_nobody_saw_counts_no_more_once_it_speaks(ana: Talk) -> None:
    here(ana, "shadow")
    ana.channel(channel="pumps")
    here(ana, "on")
    assert keys_of(ana.channel("We need a chatbot", channel="pumps")) == ["intercept.open_nogoal"]


def test_an_answer_goes_to_the_offer_that_was_made(ana: Talk, store: Store) -> None:
    ana.channel()
    here(ana, "shadow")
    ana.later(days=15).channel("We need a chatbot", channel="pumps")
    ana.press("btn.no")
    made = store.run_now(lambda tx: tx.offers.of_person(ANA.key))
    assert [(offer.channel, offer.answer) for offer in made] == [("team", "no"), ("pumps", "shadow")]


def test_the_shadow_tells_in_words_what_the_messages_did(ana: Talk, store: Store) -> None:
    here(ana, "shadow")
    for number, found in enumerate(FOUND):
        talk = Talk(store, Person("acme", f"p{number}", "P")).later(hours=1)
        talk.take(Seen("pumps", found), public=True)
    assert "proposes to start one: 2, several small signs: 2, wishes for one: 1." in texts_of(
        ana.command("here", "pumps")
    )


# ---- how sure it has to be -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("setting", "mode"), [("strict", "strict"), ("NORMAL", "normal"), ("large", "eager")])
def test_people_of_a_channel_say_how_sure_it_has_to_be(ana: Talk, store: Store, setting: str, mode: Mode) -> None:
    here(ana, "on")
    since = ana.now
    assert here(Talk(store, BEN).later(days=1), setting) == [f"cmd.here.{mode}"]
    assert entry(store) == ChannelEntry("on", "ana", since, mode), "who turned it on stays known"
    assert f"*{mode}*" in texts_of(ana.command("here", "pumps"))


def test_where_it_is_silent_there_is_nothing_to_be_sure_of(ana: Talk, store: Store) -> None:
    assert here(ana, "strict") == ["cmd.here.status_off"]
    assert entry(store) is None


def test_a_channel_of_the_organisation_can_be_made_strict_too(store: Store) -> None:
    ana = Talk(store)
    assert keys_of(ana.command("here strict", "team")) == ["cmd.here.strict"]
    assert store.run_now(lambda tx: tx.channels.entry(ChannelId("acme", "team"))) == ChannelEntry("on", mode="strict")


def test_what_it_is_less_sure_of_waits_for_an_eager_channel(store: Store) -> None:
    said = {}
    for mode in ("strict", "normal", "eager"):
        for score in (THRESHOLDS["strict"], THRESHOLDS["normal"], THRESHOLDS["eager"]):
            talk = Talk(store, Person("acme", f"{mode} {score}", "P"))
            talk.command("here on", mode)
            talk.command(f"here {mode}", mode)
            said[mode, score] = talk.take(Seen(mode, replace(FOUND[0], score=score)), public=True).quiet
    assert [key for key, quiet in said.items() if quiet] == [
        ("strict", THRESHOLDS["normal"]), ("strict", THRESHOLDS["eager"]), ("normal", THRESHOLDS["eager"]),
    ]  # fmt: skip
    assert set(said.values()) == {"", "not sure enough for this channel"}


async def test_a_doubtful_message_is_looked_at_for_the_channels_that_want_it_and_dropped_in_the_others(
    world: World,
) -> None:
    texts = [json.loads(row)["text"] for row in LABELLED.read_text(encoding="utf-8").splitlines()]
    doubtful = next(text for text in texts if THRESHOLDS["eager"] <= judge(text).score < THRESHOLDS["normal"])
    finding = world.runtime.intake.judge(doubtful)
    assert finding is not None
    heard = {}
    for mode in ("normal", "eager"):
        await world.say(Commanded("here on", mode), place=f"#{mode}")
        await world.say(Commanded(f"here {mode}", mode), place=f"#{mode}")
        heard[mode] = await world.runtime.intake.listens(ChannelId(ANA.tenant, mode), finding)
    assert heard == {"normal": False, "eager": True}


# ---- two weeks later -------------------------------------------------------------------------------------------


SHADOW = Commanded("here shadow", "pumps")


async def tick(world: World) -> list[str]:
    """What is said of what came due."""
    before = len(world.platform.said)
    await world.runtime.scheduler.tick()
    await world.settle()
    return world.platform.said[before:]


async def test_after_two_weeks_who_wanted_the_shadow_is_told_there_what_it_would_have_said(world: World) -> None:
    await world.say(SHADOW, place="#pumps")
    world.later(days=14, seconds=-1)
    assert await tick(world) == []
    world.later(seconds=1)
    assert await tick(world) == ["shadow.report_none", "cmd.here.shadow_over"]
    assert world.platform.places == ["#pumps"] * 3
    world.later(days=14)
    assert await tick(world) == [], "once"


@pytest.mark.parametrize("who", [ANA, BEN])
async def test_no_report_once_somebody_set_it_otherwise(world: World, who: Person) -> None:
    await world.say(SHADOW, place="#pumps")
    world.later(days=3)
    await world.say(Commanded("here on", "pumps"), person=who, place="#pumps")
    world.later(days=30)
    assert await tick(world) == []


async def test_no_report_to_somebody_who_had_all_about_them_deleted(world: World) -> None:
    await world.say(SHADOW, Forgotten(), place="#pumps")
    world.later(days=30)
    assert await tick(world) == []
    assert world.store.run_now(lambda tx: tx.channels.entry(PUMPS)).person is None  # type: ignore[union-attr]


async def test_metrics_name_no_channel(world: World) -> None:
    await world.say(SHADOW, place="#pumps")
    world.later(days=14)
    await tick(world)
    assert b'planfirst_scheduled_total{kind="shadow",outcome="on_time"} 1.0' in world.runtime.metrics.page()
    assert b"pumps" not in world.runtime.metrics.page()
