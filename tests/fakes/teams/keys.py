"""RSA keys for tests. Making one takes a tenth of a second, so those that never change are made once a process."""

from __future__ import annotations

from functools import cache

from cryptography.hazmat.primitives.asymmetric import rsa


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def key_of(owner: str) -> rsa.RSAPrivateKey:
    """One key per owner: "channel" (until it rotates), "entra", "rogue" (nobody trusts that one)."""
    return new_key()
