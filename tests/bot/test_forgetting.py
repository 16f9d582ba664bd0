"""All about somebody deleted at their wish: the talk, the plans, the settings; the opt-out is theirs to keep."""

from pathlib import Path

import pytest

from adapters.hearing import Forgotten
from dialogs.events import LanguageChosen, Started
from dialogs.plan import Plan
from storage.store import Store
from tests.bot.running import World
from tests.bot.talking import ANA, BEN, Talk, keys_of, rows, texts_of
from tests.bot.test_desk import PROBLEM, TO_THE_SUMMARY, begun


@pytest.fixture
def ana(store: Store) -> Talk:
    return Talk(store)


def test_all_about_somebody_goes_at_their_wish(ana: Talk, store: Store, tmp_path: Path) -> None:
    begun(ana).say(PROBLEM, *TO_THE_SUMMARY)
    Talk(store, BEN).say("/plan start")
    assert keys_of(ana.take(Forgotten())) == ["data.forgotten"]
    left = "".join(rows(tmp_path))
    assert "'ana'" not in left
    assert "'ben'" in left
    assert ana.state().plan == Plan()


def test_an_opt_out_stays_when_all_else_goes(ana: Talk) -> None:
    ana.say("/plan me off")
    ana.take(Forgotten())
    assert ana.channel().quiet == "opted out"


def test_it_is_said_in_the_language_spoken_until_then(ana: Talk) -> None:
    ana.take(LanguageChosen("fr"))
    assert "effacé" in texts_of(ana.take(Forgotten()))


async def test_what_waits_behind_the_wish_goes_with_it_and_the_answer_still_comes(world: World) -> None:
    await world.say(Started(), PROBLEM)
    await world.hear(Forgotten())
    await world.hear("the technicians, every week")
    await world.settle()
    assert world.platform.said[-1] == "data.forgotten"
    assert world.store.run_now(lambda tx: tx.conversations.load(ANA.key)) is None
    await world.say(Started())
    assert world.platform.said[-1] == "q.problem", "whoever comes back begins anew"
