"""The links of `/plan export`: signed, for one person, one plan and one form, and good for a quarter of an hour.

Whoever has a link needs no log-in. So it ends soon, and whether that person may still see the plan is asked again when
it is opened: `bot.export`.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Final, Literal, get_args

import msgspec
from cryptography.exceptions import InvalidTag

from dialogs.content.catalog import text_of
from dialogs.lang import Lang
from dialogs.life.record import Party, Record, Ref, Role, role_of
from dialogs.person import PersonId
from dialogs.replies import Choice
from storage.secrets import KeyRing

Form = Literal["page", "markdown", "json"]

GOOD_FOR: Final = timedelta(minutes=15)
# Where a link that opens a plan may lead: over an encrypted way, or to this machine.
_SAFE: Final = ("https://", "http://127.0.0.1:", "http://localhost:")


class Ticket(msgspec.Struct, frozen=True, tag="export"):
    """What a link says: for whom, which plan, in which form; `until` are Unix seconds.

    The tag keeps it apart from all else that is sealed.
    """

    person: PersonId
    ref: Ref
    form: Form
    lang: Lang
    zone: str
    until: int


class Links:
    """Makes links and reads them; none are made while no browser can reach us safely."""

    def __init__(self, keys: KeyRing, base_url: str) -> None:
        """`base_url` is where browsers reach this service; empty when they do not."""
        self._keys = keys
        self._base = base_url.rstrip("/") if base_url.startswith(_SAFE) else ""

    def choices(self, me: Party, record: Record, now: datetime) -> tuple[Choice, ...]:
        """A button for each form that is open to this person."""
        if not self._base:
            return ()
        return tuple(
            Choice(f"export.{form}", text_of(f"export.{form}", me.lang, me.familiar), self._url(me, record, form, now))
            for form in get_args(Form)
            if is_open(form, role_of(record, me.key))
        )

    def read(self, token: str) -> Ticket | None:
        """The ticket of a link, over or not; None for anything that we did not make."""
        try:
            sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
            return msgspec.json.decode(self._keys.open(sealed), type=Ticket)
        except (ValueError, InvalidTag, msgspec.DecodeError):
            return None

    def _url(self, me: Party, record: Record, form: Form, now: datetime) -> str:
        until = int((now + GOOD_FOR).timestamp())
        ticket = Ticket(me.key, record.ref, form, me.lang, me.zone, until)
        sealed = self._keys.seal(msgspec.json.encode(ticket))
        return f"{self._base}/export/{urlsafe_b64encode(sealed).decode().rstrip('=')}"


def is_open(form: Form, role: Role) -> bool:
    """Whether that form of a plan is open to them: all that there is of it is its owner's alone."""
    return role == "owner" or (role != "stranger" and form != "json")
