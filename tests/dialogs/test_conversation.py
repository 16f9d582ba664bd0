"""A talk survives being stored, whatever version of the coach stored it."""

from typing import Any

import msgspec
import pytest

from dialogs import conversation as state
from dialogs.conversation import Conversation, Slot, from_json, to_json
from tests.dialogs.test_engine_wishes import STATES, talk_at
from tests.transcripts.playing import Engine, play, read, transcripts


@pytest.mark.parametrize("slot", STATES)
def test_a_talk_at_any_question_comes_back_as_it_was(slot: str) -> None:
    talk = talk_at("fr", slot).conversation
    assert from_json(to_json(talk)) == talk


def renamed(old: dict[str, Any]) -> dict[str, Any]:
    """As if an earlier version had kept the first name under another name, and knew no trail."""
    return {**{name: value for name, value in old.items() if name != "called"}, "first_name": old.get("called", "")}


@pytest.mark.parametrize("name", transcripts())
def test_a_talk_stored_by_an_older_version_keeps_everything(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = read(name)
    engine = Engine(talk)
    play(talk, engine)
    now = engine.conversation
    stored = msgspec.json.decode(to_json(now))
    stored["state"]["called"] = stored["state"].pop("first_name")
    monkeypatch.setattr(state, "SCHEMA", 3)
    monkeypatch.setitem(state.MIGRATIONS, 1, renamed)
    monkeypatch.setitem(state.MIGRATIONS, 2, lambda old: old)
    assert from_json(msgspec.json.encode(stored)) == now
    assert from_json(to_json(now)) == now


def test_a_talk_of_a_newer_version_is_refused_in_words() -> None:
    newer = to_json(Conversation()).replace(b'"schema":1', b'"schema":9')
    with pytest.raises(ValueError, match="schema 9, this version reads up to 1"):
        from_json(newer)


def test_what_is_no_state_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        from_json(b"not json")


def test_earlier_texts_of_a_slot_are_kept() -> None:
    talk = talk_at("en", "objective.outcome")
    talk.say("change the problem")
    talk.say("In February two sites fixed the same pump fault, 5 hours each")
    slot = talk.conversation.slot("problem.what")
    assert slot.text.startswith("In February")
    assert slot.before == ("In January three sites fixed the same pump fault separately, 9 hours each",)
    assert talk.conversation.slot("nothing") == Slot()
