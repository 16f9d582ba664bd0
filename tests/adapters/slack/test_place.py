from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.place import NOWHERE, Place, read, sealed, unsealed, write
from storage.secrets import KeyRing, new_key

URL = "https://hooks.slack.com/commands/T1/2/three"
NOW = 1_772_442_000.0  # Unix seconds


@given(st.builds(Place))
def test_a_place_comes_back_as_it_was_written(place: Place) -> None:
    assert read(write(place)) == place


def test_nowhere_is_the_private_talk_and_takes_no_room() -> None:
    assert write(NOWHERE) == ""
    assert NOWHERE.private


def test_a_place_that_this_version_cannot_read_is_the_private_talk() -> None:
    assert read('{"channel": 7}') == NOWHERE
    assert read("C1/17") == NOWHERE


def test_a_place_of_a_later_version_is_read_as_far_as_it_is_known() -> None:
    assert read('{"channel":"C1","canvas":"F1"}') == Place("C1")


def test_a_direct_message_is_private_and_a_channel_is_not() -> None:
    assert Place("D1").private
    assert not Place("C1").private
    assert not Place("G1").private


def test_a_response_url_is_unreadable_in_a_place_and_is_opened_with_the_key(keys: KeyRing) -> None:
    written = write(Place("C1", url=sealed(URL, keys, NOW)))
    assert "hooks" not in written
    assert unsealed(read(written).url, keys, NOW + 1799) == URL
    assert unsealed(read(written).url, keys, NOW + 1800) == "", "Slack takes it half an hour and no longer"


def test_a_response_url_of_another_key_counts_as_none(keys: KeyRing) -> None:
    assert unsealed(sealed(URL, KeyRing([new_key()]), NOW), keys, NOW) == ""
    assert unsealed("no base64 €", keys, NOW) == ""


def test_no_url_needs_no_key() -> None:
    class Locked:
        def seal(self, data: bytes) -> bytes:
            raise InvalidTag

        open = seal

    assert sealed("", Locked(), NOW) == "" == unsealed("", Locked(), NOW)
