"""The running talk of each person: one sealed row, replaced at every turn.

A version guards it: who saves says which version they read, so two turns at once cannot undo each other.
"""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from dialogs.conversation import Conversation, from_json, to_json
from dialogs.person import PersonId
from storage.errors import Conflict, UnreadableRecordError
from storage.secrets import KeyRing
from storage.statements import Prepared
from storage.tables import conversations

_of_person = (
    conversations.c.tenant == bindparam("of_tenant"),
    conversations.c.person == bindparam("of_person"),
)
_load = Prepared(select(conversations.c.version, conversations.c.sealed).where(*_of_person))
_replace = Prepared(
    update(conversations)
    .where(*_of_person, conversations.c.version == bindparam("expected"))
    .values(version=bindparam("version"), sealed=bindparam("sealed"))
)


class Kept(NamedTuple):
    """A conversation as it was stored, and the version to save the next one over."""

    conversation: Conversation
    version: int


class Conversations:
    """The conversations of a transaction. A talk is read once in it, however many ask for it."""

    def __init__(self, connection: Connection, keys: KeyRing) -> None:
        self._connection = connection
        self._keys = keys
        self._read: dict[PersonId, Kept | None] = {}

    def load(self, person: PersonId) -> Kept | None:
        """The person's talk; None when there is none. Raises UnreadableRecordError."""
        if person not in self._read:
            self._read[person] = self._load(person)
        return self._read[person]

    def _load(self, person: PersonId) -> Kept | None:
        row = _load.one(self._connection, of_tenant=person.tenant, of_person=person.id)
        if row is None:
            return None
        version, sealed = row
        try:
            return Kept(from_json(self._keys.open(sealed)), version)
        except (msgspec.DecodeError, ValueError) as error:
            raise UnreadableRecordError(f"conversation of {person.id} ({person.tenant})", str(error)) from error

    def save(self, person: PersonId, conversation: Conversation, expected: int | None) -> int:
        """Store it and return its version. `expected` is the version read; None says that there was none.

        Raises Conflict when that is no longer so; then nothing is changed.
        """
        self._read.pop(person, None)
        sealed = self._keys.seal(to_json(conversation))
        if expected is None:
            return self._begin(person, sealed)
        replaced = _replace.changed(
            self._connection,
            of_tenant=person.tenant,
            of_person=person.id,
            expected=expected,
            version=expected + 1,
            sealed=sealed,
        )
        if not replaced:
            raise Conflict("conversation")
        return expected + 1

    def _begin(self, person: PersonId, sealed: bytes) -> int:
        row = {"tenant": person.tenant, "person": person.id, "version": 1, "sealed": sealed}
        try:
            self._connection.execute(insert(conversations), row)
        except IntegrityError as error:
            raise Conflict("conversation") from error
        return 1

    def delete(self, person: PersonId) -> None:
        """Delete the person's talk. No talk is fine too."""
        self._read.pop(person, None)
        key = {"of_tenant": person.tenant, "of_person": person.id}
        self._connection.execute(delete(conversations).where(*_of_person), key)
