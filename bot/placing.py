"""Where a reply goes: a talk is held in private, and who began it in a channel is told there that it goes on.

Nothing is ever said to a whole channel.
"""

from collections.abc import Iterable

import msgspec

from dialogs.content.script import SCRIPT
from dialogs.replies import Ask, Reply, Say
from dialogs.turn import Turn

ELSEWHERE = "cmd.over_there"


def only_to_them(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Said in the channel where they are, so that only they see it."""
    return tuple(msgspec.structs.replace(reply, audience="only_you") for reply in replies)


def from_a_channel(replies: tuple[Reply, ...], turn: Turn) -> tuple[Reply, ...]:
    """The replies to what was said or pressed in a channel; `turn` is for what is said with them.

    What is asked is asked in private, and said to be there. Where nothing is, the answer comes where they are.
    """
    private = [reply for reply in replies if reply.audience == "direct"]
    if all(isinstance(reply, Say) for reply in private):
        return only_to_them(replies)
    # No token: its button opens the private talk, and tells us nothing.
    link = Ask(ELSEWHERE, turn.text(ELSEWHERE), "", turn.choices(SCRIPT[ELSEWHERE].chips), SCRIPT[ELSEWHERE].kind)
    return (*only_to_them([link]), *replies)
