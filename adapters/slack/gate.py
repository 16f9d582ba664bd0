"""The gate in front of slack-bolt: whose request it is, whether it can be read, and whether it matters at all.

Nearly every request is a channel message that is not tool-first. It ends here: its signature checked over the raw
body, read no further than needed, judged in memory and forgotten; no disk, no call of Slack, no log. What does matter
goes on as the payload that both transports, HTTP and Socket Mode, hand to Bolt.

Signature: docs.slack.dev, "Verifying requests from Slack" (v0: HMAC-SHA256 over "v0:<time>:<body>", five minutes).
"""

import hmac
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, final
from urllib.parse import parse_qsl

import msgspec

from adapters.slack.text import typed
from dialogs.interception.judge import Finding

WINDOW: Final = 300  # seconds that a signature is good for
SPOKEN: Final = frozenset({None, "thread_broadcast", "file_share", "me_message"})
"""Subtypes of a message that a person wrote; all others are changes or Slack's own notices."""

_SECONDS: Final = re.compile(r"[0-9]{1,12}")
_FORM: Final = "application/x-www-form-urlencoded"


class Refuse(NamedTuple):
    """Not from Slack (401), or not to be read (400)."""

    status: int


@final
class Forget:
    """Nothing for the coach: 200, and that is all."""


class Pass(NamedTuple):
    """For Bolt: the payload of an event, or the fields of a command."""

    payload: dict[str, Any]


FORGET: Final = Forget()


class _Grant(msgspec.Struct, gc=False):
    user_id: str | None = None


class _Words(msgspec.Struct, gc=False):
    text: str | None = None
    bot_id: str | None = None


class _Event(msgspec.Struct):
    type: str = ""
    subtype: str | None = None
    channel: str | None = None
    text: str | None = None
    bot_id: str | None = None
    message: _Words | None = None
    previous_message: _Words | None = None


class Envelope(msgspec.Struct):
    """As much of an event as it takes to tell whether it matters."""

    type: str = ""
    event: _Event | None = None
    authorizations: list[_Grant] | None = None
    is_ext_shared_channel: bool | None = False


class Gate:
    """Who may come in. `judge` says what of a channel message matters (None: nothing); `now` is the time in seconds.

    Nothing that is said here is ever logged.
    """

    def __init__(self, signing_secret: str, judge: Callable[[str], Finding | None], now: Callable[[], float]) -> None:
        self._secret = signing_secret.encode()
        self._judge = judge
        self._now = now
        self._envelopes = msgspec.json.Decoder(Envelope)
        self._objects = msgspec.json.Decoder(dict[str, Any])

    def look(self, headers: Mapping[str, str], body: bytes) -> Refuse | Forget | Pass:
        """What is to become of a POST. `headers` are looked up in lower or any case, as aiohttp has them."""
        if not self._signed(headers, body):
            # Slack looks after our certificate with unsigned forms that say so; they ask for nothing.
            return FORGET if b"ssl_check=1" in body[:1000].split(b"&") else Refuse(401)
        try:
            if body.startswith(b"{"):
                return self._event(body)
            return Pass(self._form(body.decode())) if _FORM in headers.get("content-type", "") else Refuse(400)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return Refuse(400)

    def hear(self, payload: dict[str, Any]) -> Forget | Pass:
        """What is to become of an event that came over a socket, where Slack has checked who we are."""
        try:
            envelope = msgspec.convert(payload, Envelope)
        except msgspec.ValidationError:
            return Pass(payload)
        return Pass(payload) if self._matters(envelope) else FORGET

    def _signed(self, headers: Mapping[str, str], body: bytes) -> bool:
        at = headers.get("x-slack-request-timestamp", "")
        if not _SECONDS.fullmatch(at) or abs(self._now() - int(at)) > WINDOW:
            return False
        signature = b"v0=" + hmac.digest(self._secret, b"v0:%b:%b" % (at.encode(), body), "sha256").hex().encode()
        return hmac.compare_digest(signature, headers.get("x-slack-signature", "").encode(errors="replace"))

    def _event(self, body: bytes) -> Forget | Pass:
        """Raises msgspec.DecodeError, or RecursionError, for what is no JSON object."""
        try:
            if not self._matters(self._envelopes.decode(body)):
                return FORGET
        except msgspec.ValidationError:
            pass  # an event of another kind may have another shape
        return Pass(self._objects.decode(body))

    def _form(self, body: str) -> dict[str, Any]:
        """A command comes as fields, all other interaction as JSON in the field `payload`.

        Bolt takes a command for a broken interaction when somebody types the word "payload" behind it.
        """
        fields: dict[str, Any] = dict(parse_qsl(body, keep_blank_values=True))
        return self._objects.decode(fields["payload"]) if "payload" in fields else fields

    def _matters(self, envelope: Envelope) -> bool:
        event = envelope.event
        if envelope.type != "event_callback" or event is None or event.type != "message":
            return True
        if event.bot_id:
            return False
        if (event.channel or "").startswith("D"):
            return True
        if envelope.is_ext_shared_channel:
            return False
        if event.subtype in SPOKEN:
            return self._addressed(envelope, event) or self._tool_first(event.text)
        return self._taken_back(event)

    def _taken_back(self, event: _Event) -> bool:
        """Whether a message changed or went that is, or was, one to step in on.

        A link preview comes as a change too, with the text as it was.
        """
        before = event.previous_message.text if event.previous_message else None
        if event.subtype == "message_deleted":
            return self._tool_first(before)
        if event.subtype != "message_changed" or event.message is None or event.message.bot_id:
            return False
        after = event.message.text
        return before != after and (self._tool_first(before) or self._tool_first(after))

    def _addressed(self, envelope: Envelope, event: _Event) -> bool:
        """Whether the message speaks to us by name."""
        text = event.text
        return (
            text is not None
            and "<@" in text
            and any(f"<@{one.user_id}" in text for one in envelope.authorizations or ())
        )

    def _tool_first(self, text: str | None) -> bool:
        return text is not None and self._judge(typed(text)) is not None
