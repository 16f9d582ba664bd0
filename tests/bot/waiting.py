"""What waits in somebody's outbox, as replies."""

from typing import Final

import msgspec

from adapters.hearing import Person
from dialogs.replies import Reply
from tests.bot.lives import Office

_reply: Final = msgspec.json.Decoder(Reply)


def said_to(office: Office, person: Person) -> list[Reply]:
    """All that is queued for them, in order."""
    waits = office.store.run_now(lambda tx: tx.outbox.pending(person.key, 0, 100))
    return [_reply.decode(one.message.reply) for one in waits if one.message.operation == "send"]
