"""Encryption at rest: what people said, and their plans, are unreadable to who holds only the file.

Fernet (AES-CBC with HMAC-SHA256, https://github.com/fernet/spec) with a ring of keys: the newest seals, every
one opens. So a key is rotated by putting a new one in front, and dropped once nothing needs it any more.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from storage.errors import BadKeysError, NotWritableError

KEY_FILE: Final = "secret.key"


class KeyRing:
    """Keys, newest first. Its repr shows none of them."""

    def __init__(self, keys: Sequence[str], source: str = "The key ring") -> None:
        """`keys`: each 32 bytes in URL-safe base64 (44 characters). Raises BadKeysError, naming `source`."""
        try:
            ring = [Fernet(key) for key in keys]
            self._all = MultiFernet(ring)
        except ValueError as error:
            raise BadKeysError(source) from error
        self._newest = ring[0]

    @classmethod
    def from_text(cls, text: str) -> "KeyRing":
        """The ring of a `PLANFIRST_SECRET_KEYS` value: keys between commas, newest first."""
        keys = [key.strip() for key in text.split(",")]
        return cls([key for key in keys if key], "PLANFIRST_SECRET_KEYS")

    @classmethod
    def in_folder(cls, folder: Path) -> "KeyRing":
        """The ring of the key file in the data folder. On first start the file is made, with mode 600."""
        path = folder / KEY_FILE
        try:
            if not path.exists():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write_new(path, Fernet.generate_key())
            text = path.read_text(encoding="ascii")
        except UnicodeDecodeError as error:
            raise BadKeysError(str(path)) from error
        except OSError as error:
            raise NotWritableError(str(path)) from error
        return cls(text.replace(",", " ").split(), str(path))

    def seal(self, data: bytes) -> bytes:
        """`data` encrypted with the newest key."""
        return self._newest.encrypt(data)

    def open(self, sealed: bytes) -> bytes:
        """What was sealed with any key of the ring. Raises cryptography's InvalidToken."""
        return self._all.decrypt(sealed)

    def reseal(self, sealed: bytes) -> bytes:
        """The same content, sealed with the newest key. Raises cryptography's InvalidToken."""
        return self._all.rotate(sealed)

    def newest_opens(self, sealed: bytes) -> bool:
        """False when an older key, or none, is needed."""
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return False
        return True


def _write_new(path: Path, key: bytes) -> None:
    """Write the key where no file is. On disk before use: without it, what it seals is lost."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, key + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
