"""The signature of a request (docs: Verifying requests from Slack)."""

import hashlib
import hmac


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The value of x-slack-signature."""
    return "v0=" + hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
