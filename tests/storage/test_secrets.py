import stat
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from storage.errors import BadKeysError, NotWritableError
from storage.secrets import KeyRing, new_key

OLD, NEW = (new_key() for _ in range(2))


def test_sealed_opens_again_and_shows_nothing() -> None:
    ring = KeyRing([OLD])
    sealed = ring.seal(b"two days to answer")
    assert b"answer" not in sealed
    assert ring.open(sealed) == b"two days to answer"


def test_newest_key_seals_and_older_ones_still_open() -> None:
    before, after = KeyRing.from_text(OLD), KeyRing.from_text(f" {NEW} , {OLD},")
    sealed = before.seal(b"said long ago")
    assert after.open(sealed) == b"said long ago"
    assert not after.newest_opens(sealed)
    assert KeyRing([NEW]).open(after.seal(b"said now")) == b"said now"
    assert KeyRing([NEW]).open(after.reseal(sealed)) == b"said long ago"


def test_other_key_opens_nothing() -> None:
    with pytest.raises(InvalidTag):
        KeyRing([NEW]).open(KeyRing([OLD]).seal(b"private"))


@pytest.mark.parametrize("place", [0, 1, 12, 13, 20, -1], ids=["format", "nonce", "nonce", "content", "content", "tag"])
def test_sealed_that_was_altered_does_not_open(place: int) -> None:
    ring = KeyRing([NEW, OLD])
    altered = bytearray(ring.seal(b"two days to answer"))
    altered[place] ^= 1
    with pytest.raises(InvalidTag):
        ring.open(bytes(altered))


@pytest.mark.parametrize("length", range(0, 30, 4))
def test_sealed_that_was_cut_does_not_open(length: int) -> None:
    ring = KeyRing([OLD])
    with pytest.raises(InvalidTag):
        ring.open(ring.seal(b"two days to answer")[:length])


def test_same_content_is_sealed_differently_each_time() -> None:
    ring = KeyRing([OLD])
    assert len({ring.seal(b"two days to answer") for _ in range(100)}) == 100


@pytest.mark.parametrize("text", ["", " , ", "short", OLD[:-2], f"{OLD},short", "é" * 44, OLD[:-4], OLD + OLD[:-1]])
def test_bad_setting_says_how_to_make_a_key_and_shows_none(text: str) -> None:
    with pytest.raises(BadKeysError, match=r"PLANFIRST_SECRET_KEYS.*new_key") as raised:
        KeyRing.from_text(text)
    assert OLD[:-2] not in str(raised.value)


def test_key_file_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    sealed = KeyRing.in_folder(folder).seal(b"private")
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert KeyRing.in_folder(folder).open(sealed) == b"private"


def test_key_file_may_hold_older_keys_below_the_newest(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text(f"{NEW}\n{OLD}\n")
    ring = KeyRing.in_folder(tmp_path)
    assert ring.open(KeyRing([OLD]).seal(b"private")) == b"private"
    assert KeyRing([NEW]).newest_opens(ring.seal(b"private"))


@pytest.mark.parametrize("content", [b"", b"not a key\n", b"\xff\xfe"])
def test_damaged_key_file_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(BadKeysError, match=r"secret\.key"):
        KeyRing.in_folder(tmp_path)
    assert (tmp_path / "secret.key").read_bytes() == content


def test_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritableError, match="file/data"):
        KeyRing.in_folder(tmp_path / "file" / "data")


def test_ring_never_prints_its_keys() -> None:
    assert OLD not in repr(KeyRing([OLD]))
