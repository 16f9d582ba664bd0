import pytest

from adapters.teams.place import NOWHERE, Place, Room, read, write

URL = "https://smba.trafficmanager.net/emea/"
CHANNEL = Place(URL, "19:x@thread.tacv2", "channel", "1700000000002", "29:ann", "28:us", "1700000000001")


@pytest.mark.parametrize(
    "place",
    [NOWHERE, CHANNEL, Place(URL, "a:1", "personal", "1", "29:ann", "28:us"), Place(URL, "19:y", "groupChat", pressed=True)],
)  # fmt: skip
def test_a_place_comes_back_as_it_was(place: Place) -> None:
    assert read(write(place)) == place


def test_nowhere_is_written_as_nothing() -> None:
    assert write(NOWHERE) == ""
    assert read("") == NOWHERE


@pytest.mark.parametrize("text", ["?", "[]", '{"conversation": 7}', '{"kind": "channel", '])
def test_a_place_that_cannot_be_read_is_the_private_talk(text: str) -> None:
    assert read(text) == NOWHERE
    assert read(text).private


def test_what_a_later_version_adds_is_no_matter() -> None:
    assert read('{"conversation":"a:1","kind":"personal","mood":"good"}') == Place(conversation="a:1", kind="personal")


@pytest.mark.parametrize(
    ("kind", "private"), [("personal", True), ("groupChat", False), ("channel", False), ("", False)]
)
def test_only_the_personal_chat_is_private(kind: str, private: bool) -> None:
    assert Place(URL, "19:x", kind).private is private


def test_an_answer_goes_into_the_thread_and_changes_are_made_in_the_channel() -> None:
    assert CHANNEL.thread == Room(URL, "19:x@thread.tacv2;messageid=1700000000001")
    assert CHANNEL.room == Room(URL, "19:x@thread.tacv2")
    chat = Place(URL, "a:1", "personal")
    assert chat.thread == chat.room == Room(URL, "a:1")
