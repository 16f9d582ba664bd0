"""Plans among people, as stories: each is played at the desk, and together they say and do all that there is."""

from pathlib import Path
from typing import Any, Final, get_args

import pytest

from dialogs.content import catalog, messages_en, messages_fr
from dialogs.content.script import SCRIPT
from dialogs.content.script_life import KINDS
from dialogs.lang import LANGS, Lang
from dialogs.life import elapsing
from dialogs.life.act import Act
from dialogs.life.keys import label_key
from dialogs.life.states import TRANSITIONS, By, LifeEvent
from dialogs.life.timers import Timer
from dialogs.replies import choices_of
from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.dialogs.test_engine import Spoken
from tests.lives.desk import DeskStage
from tests.lives.playing import Story, lives, play, read

OF_A_TALK: Final = {
    (None, "start", "owner"), ("draft", "first_answer", "owner"), ("in_coaching", "summary_confirmed", "owner"),
    ("ready", "edit", "owner"),
}  # fmt: skip
"""Moves that the engine makes as it talks: shown by the transcripts of talks."""
ELSEWHERE: Final = ("cmd.export", "sheet.", "home.", "digest.", "count.", "told.", "btn.digest")
"""Said by what stands beside a plan's life: links to a server, forms, the home page, the digest, counts of anything."""
LIFE: Final = {
    key for key in SCRIPT if key in KINDS or key.startswith(("checkin.", "review.")) if not key.startswith(ELSEWHERE)
}


@pytest.mark.parametrize("name", lives())
def test_a_story(name: str, store: Store) -> None:
    story = read(name)
    play(story, DeskStage(store, story))


class Watched:
    """What is said, moved and remembered while stories are played."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.said: dict[Lang, Spoken] = {"en": Spoken(messages_en.MESSAGES), "fr": Spoken(messages_fr.MESSAGES)}
        self.moved: set[tuple[str, LifeEvent, By]] = set()
        self.due: set[Timer] = set()
        patch.setattr(catalog, "EN", self.said["en"])
        patch.setattr(catalog, "FR", self.said["fr"])
        patch.setattr(Act, "move", self._watching(Act.move))
        patch.setattr(elapsing, "_DOES", {timer: self._noting(timer) for timer in get_args(Timer)})

    def _watching(self, move: Any) -> Any:
        def moved(act: Act, event: LifeEvent, by: By = "owner") -> None:
            before = act.plan.state
            move(act, event, by)
            self.moved.add((before, event, by))

        return moved

    def _noting(self, timer: Timer) -> Any:
        does = elapsing._DOES[timer]

        def done(act: Act) -> None:
            does(act)
            self.due.add(timer)

        return done


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> dict[Lang, Watched]:
    """All stories of a language, played once."""
    seen: dict[Lang, Watched] = {}
    for lang in LANGS:
        with pytest.MonkeyPatch.context() as patch:
            seen[lang] = Watched(patch)
            catalog.text_of.cache_clear()
            for name in lives():
                if name.endswith(f"_{lang}"):
                    seen[lang].said[lang].keys_said |= _keys_of(read(name), tmp_path_factory.mktemp(name))
    catalog.text_of.cache_clear()
    return seen


def _keys_of(story: Story, folder: Path) -> set[str]:
    """What a story says, by its keys; the words in it are looked up."""
    store = Store.open(f"sqlite:///{folder / 'lives.db'}", KeyRing([new_key()]))
    stage = DeskStage(store, story)
    play(story, stage)
    store.close()
    return {label_key(one.key) for reply in stage.said for one in (reply, *choices_of(reply))}


@pytest.mark.parametrize("lang", LANGS)
def test_together_they_say_everything_about_a_life(lang: Lang, watched: dict[Lang, Watched]) -> None:
    unsaid = LIFE - watched[lang].said[lang].keys_said
    assert not unsaid, ", ".join(sorted(unsaid))


@pytest.mark.parametrize("lang", LANGS)
def test_together_they_make_every_move(lang: Lang, watched: dict[Lang, Watched]) -> None:
    moves = {(way.start, way.event, way.by) for way in TRANSITIONS} - OF_A_TALK
    missing = moves - watched[lang].moved
    assert not missing, ", ".join(map(str, missing))


@pytest.mark.parametrize("lang", LANGS)
def test_together_they_wait_for_everything(lang: Lang, watched: dict[Lang, Watched]) -> None:
    assert watched[lang].due == set(get_args(Timer))
