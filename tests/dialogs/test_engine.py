"""Whole talks with the engine: every transcript, and that together they say everything the coach can say."""

from collections.abc import Iterator

import pytest

from dialogs.content import catalog, messages_en, messages_fr
from dialogs.content.script import SCRIPT
from dialogs.content.script_digest import DIGEST_KINDS
from dialogs.content.script_life import KINDS
from dialogs.lang import LANGS, Lang
from tests.transcripts.playing import Engine, buttons_of, play, read, transcripts


@pytest.mark.parametrize("name", transcripts())
def test_the_talk_goes_as_written(name: str) -> None:
    talk = read(name)
    play(talk, Engine(talk))


class Spoken(dict[str, str]):
    """The messages of a language, which remembers those that were looked up."""

    def __init__(self, messages: dict[str, str]) -> None:
        super().__init__(messages)
        self.keys_said: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.keys_said.add(key)
        return super().__getitem__(key)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[Lang, Spoken]]:
    """Every message that is said in a language while the test runs."""
    messages: dict[Lang, Spoken] = {"en": Spoken(messages_en.MESSAGES), "fr": Spoken(messages_fr.MESSAGES)}
    monkeypatch.setattr(catalog, "EN", messages["en"])
    monkeypatch.setattr(catalog, "FR", messages["fr"])
    catalog.text_of.cache_clear()
    yield messages
    catalog.text_of.cache_clear()


# Said by features that live outside a talk; their lines and the buttons that only they have.
OUTSIDE = (
    "app.",
    "checkin.",
    "progress.",
    "export.",
    "review.",
    "cmd.",
    "state.",
    "settings.",
    "data.",
    "shadow.",
    "sign.",
    "feedback.",
    "mode.",
    "count.",
    "sheet.",
    "fault.",
    "home.",
    "told.",
    "others.",
    "history.",
)
_BUTTONS_INSIDE = {chip for key, line in SCRIPT.items() if not key.startswith(OUTSIDE) for chip in line.chips}
OUTSIDE_A_TALK = {key for key in SCRIPT if key.startswith(OUTSIDE) or key in KINDS | DIGEST_KINDS} | {
    chip
    for key, line in SCRIPT.items()
    if key.startswith(OUTSIDE)
    for chip in line.chips
    if chip not in _BUTTONS_INSIDE
}


@pytest.mark.parametrize("lang", LANGS)
def test_together_they_say_everything_that_the_coach_can_say(lang: Lang, spoken: dict[Lang, Spoken]) -> None:
    said: set[str] = set()
    for talk in map(read, transcripts()):
        if talk["language"] == lang:
            engine = Engine(talk)
            play(talk, engine)
            said |= {reply.key for reply in engine.replies}
            said |= {key for reply in engine.replies for key in buttons_of(reply)}
    said |= spoken[lang].keys_said
    unsaid = sorted(SCRIPT.keys() - said - OUTSIDE_A_TALK)
    print(f"{lang}: {len(SCRIPT) - len(OUTSIDE_A_TALK)} messages of a talk, not said: {unsaid or 'none'}")
    assert not unsaid
