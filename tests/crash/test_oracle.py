"""The judge of the campaigns sees each fault that it is there for."""

import pytest

from dialogs.conversation import Conversation
from tests.crash.fake_platform import Taken
from tests.crash.oracle import Verdict, judge
from tests.crash.talks import Expected

TOLD = ["one", "two", "again", "three", "again"]
END = Conversation(first_name="Ada", turn=3)


@pytest.mark.parametrize(
    ("arrived", "verdict"),
    [
        ("one two again three again", Verdict()),
        ("one two again three", Verdict(lost=1)),
        ("one again three again", Verdict(lost=1)),
        ("", Verdict(lost=5)),
        ("one one two again three again", Verdict(doubled=1)),
        ("one two again three again again", Verdict(doubled=1)),
        ("one two again three again one", Verdict(doubled=1)),
        ("one two again three again other", Verdict(doubled=1)),
        ("two one again three again", Verdict(out_of_order=1)),
        ("two again three again one", Verdict(out_of_order=1)),
    ],
)
def test_what_arrived(arrived: str, verdict: Verdict) -> None:
    taken = [Taken("ada", "", text, 0.0) for text in arrived.split()]
    assert verdict == judge({"ada": Expected(TOLD, END, [])}, taken, {"ada": END})


def test_what_was_told_to_a_stranger() -> None:
    assert Verdict(doubled=1) == judge({}, [Taken("eve", "", "one", 0.0)], {})


@pytest.mark.parametrize("state", [None, Conversation(first_name="Ada", turn=2)])
def test_where_a_talk_ended(state: Conversation | None) -> None:
    assert Verdict(wrong_state=1) == judge({"ada": Expected([], END, [])}, [], {"ada": state})
