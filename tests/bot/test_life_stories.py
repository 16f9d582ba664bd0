"""Plans among people, as stories: each is played at the desk, and together they say and do all that there is."""

from collections.abc import Iterator
from typing import Final

import pytest

from dialogs.content import catalog, messages_en, messages_fr
from dialogs.content.script import SCRIPT
from dialogs.content.script_life import KINDS
from dialogs.lang import LANGS, Lang
from dialogs.life import elapsing
from dialogs.life.act import Act
from dialogs.life.states import TRANSITIONS
from dialogs.life.timers import Timer
from storage.store import Store
from tests.lives.desk import DeskStage
from tests.lives.playing import lives, play, read


@pytest.mark.parametrize("name", lives())
def test_a_story(name: str, store: Store) -> None:
    story = read(name)
    play(story, DeskStage(store, story))
