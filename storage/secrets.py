"""Encryption at rest: what people said, and their plans, are unreadable to who holds only the file.

AES-256-GCM (NIST SP 800-38D: secret, and refused when altered) with a ring of keys: the newest seals, every one
opens. So a key is rotated by putting a new one in front, and dropped once nothing needs it any more. Why it is not
Fernet: docs/adr/0002-storage.md.
"""

import os
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BadKeysError, NotWritableError

KEY_FILE: Final = "secret.key"

_KEY: Final = 32  # bytes
# Drawn at random for each seal. One key may then seal 2^32 times (SP 800-38D, 8.3): four billion turns.
_NONCE: Final = 12  # bytes
# Sealed is this byte, the nonce, the encrypted content and its tag of 16 bytes.
_FORMAT: Final = b"\x01"
_HEAD: Final = len(_FORMAT) + _NONCE


def new_key() -> str:
    """A new key, as the ring takes it."""
    return urlsafe_b64encode(os.urandom(_KEY)).decode()


class KeyRing:
    """Keys, newest first. Its repr shows none of them."""

    def __init__(self, keys: Sequence[str], source: str = "The key ring") -> None:
        """`keys`: each 32 bytes in URL-safe base64 (44 characters). Raises BadKeysError, naming `source`."""
        try:
            self._ring = [AESGCM(_bytes_of(key)) for key in keys]
        except ValueError as error:
            raise BadKeysError(source) from error
        if not self._ring:
            raise BadKeysError(source)

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
                _write_new(path, new_key())
            text = path.read_text(encoding="ascii")
        except UnicodeDecodeError as error:
            raise BadKeysError(str(path)) from error
        except OSError as error:
            raise NotWritableError(str(path)) from error
        return cls(text.replace(",", " ").split(), str(path))

    def seal(self, data: bytes) -> bytes:
        """`data` encrypted with the newest key."""
        nonce = os.urandom(_NONCE)
        return _FORMAT + nonce + self._ring[0].encrypt(nonce, data, _FORMAT)

    def open(self, sealed: bytes) -> bytes:
        """What was sealed with any key of the ring. Raises cryptography's InvalidTag."""
        for key in self._ring:
            try:
                return _open(key, sealed)
            except InvalidTag:
                continue
        raise InvalidTag

    def reseal(self, sealed: bytes) -> bytes:
        """The same content, sealed with the newest key. Raises cryptography's InvalidTag."""
        return self.seal(self.open(sealed))

    def newest_opens(self, sealed: bytes) -> bool:
        """False when an older key, or none, is needed."""
        try:
            _open(self._ring[0], sealed)
        except InvalidTag:
            return False
        return True


def _open(key: AESGCM, sealed: bytes) -> bytes:
    if len(sealed) < _HEAD or not sealed.startswith(_FORMAT):
        raise InvalidTag
    return key.decrypt(sealed[len(_FORMAT) : _HEAD], sealed[_HEAD:], _FORMAT)


def _bytes_of(key: str) -> bytes:
    """Raises ValueError."""
    decoded = b64decode(key, altchars=b"-_", validate=True)
    if len(decoded) != _KEY:
        raise ValueError(f"a key has {_KEY} bytes")
    return decoded


def _write_new(path: Path, key: str) -> None:
    """Write the key where no file is. On disk before use: without it, what it seals is lost."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, f"{key}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)
