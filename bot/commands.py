"""The `/plan` commands that stand on their own: what one can do, start, list, show.

Reading a command is pure; carrying it out needs the person's plans. An unknown word is answered with the list, a
near miss with the word that was probably meant.
"""

import difflib
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dialogs.coach.summary import card, title_of
from dialogs.content.catalog import text_of
from dialogs.conversation import Conversation
from dialogs.events import Started
from dialogs.lang import LANGS
from dialogs.person import PersonId
from dialogs.plan import Plan
from dialogs.reading.intents import intent
from dialogs.reading.typed import printable
from dialogs.replies import PlanCard, Reply
from dialogs.turn import Turn
from storage.plans import Plans

MOST_LISTED: Final = 20  # a longer list is cut, newest first: a chat line is no archive
LONGEST_QUOTED: Final = 40  # characters of a mistyped command that are said back

_SLASHED: Final = re.compile(r"/([^\W\d]\w*)(?:\s+(.*))?\Z", re.DOTALL)

_WORDS: Final = {
    "": "help", "help": "help", "aide": "help", "start": "start", "commencer": "start", "new": "start",
    "nouveau": "start", "list": "list", "liste": "list", "show": "show", "voir": "show", "montrer": "show",
}  # fmt: skip


class Command(NamedTuple):
    """A `/plan` command: its English name (None when unknown), the word typed, and what came behind it."""

    name: str | None
    word: str
    rest: str


def as_command(text: str) -> Command | None:
    """The command in a line such as `/plan show 2`; None for talk, and for a wish about it such as `/skip`.

    Any other `/word` is a command that there is not, never an answer to keep.
    """
    line = _SLASHED.match(printable(text))
    if line is None:
        return None
    name, behind = line[1], line[2] or ""
    if name.lower() != "plan":
        wish = any(intent(text, lang) for lang in LANGS)
        return None if wish else Command(None, f"/{name}"[:LONGEST_QUOTED], "")
    word, _, rest = " ".join(behind.split()).partition(" ")
    return Command(_WORDS.get(word.lower()), word[:LONGEST_QUOTED], rest[:LONGEST_QUOTED])


def obey(
    command: Command, conversation: Conversation, plans: Plans, person: PersonId, turn: Turn
) -> tuple[Reply, ...] | Started:
    """Carry a command out: its replies, or the event that starts a talk."""
    match command.name:
        case "start":
            return Started()
        case "list":
            _list(turn, _all(conversation, plans, person))
        case "show":
            _show(turn, command.rest, _all(conversation, plans, person))
        case "help":
            turn.say("cmd.help")
        case _:
            near = difflib.get_close_matches(command.word.lower().lstrip("/"), filter(None, _WORDS), n=1)
            turn.say("cmd.did_you_mean" if near else "cmd.unknown", word=command.word, near="".join(near))
    return tuple(turn.replies)


def _all(conversation: Conversation, plans: Plans, person: PersonId) -> list[Plan]:
    """The person's plans, newest first; the one being talked about as it stands now."""
    current = conversation.plan
    stored = {entry.number: None for entry in plans.list(person)}
    numbers = sorted({*stored, *([current.number] if current.number else [])}, reverse=True)
    found = (current if number == current.number else plans.get(person, number) for number in numbers)
    return [plan for plan in found if plan is not None]


def _list(turn: Turn, plans: Sequence[Plan]) -> None:
    if not plans:
        turn.say("cmd.none")
        return
    lang = turn.conversation.lang
    lines = [f"{p.number}. {title_of(p, lang)} ({text_of(f'state.{p.state}', lang)})" for p in plans[:MOST_LISTED]]
    if len(plans) > MOST_LISTED:
        lines.append(f"+ {len(plans) - MOST_LISTED}")
    turn.say("cmd.list", plans="\n".join(lines))


def _show(turn: Turn, which: str, plans: Sequence[Plan]) -> None:
    if not plans:
        turn.say("cmd.none")
        return
    plan = plans[0] if not which else next((p for p in plans if str(p.number) == which.lstrip("#")), None)
    if plan is None:
        turn.say("cmd.no_such", which=which)
        return
    current = turn.conversation
    if plan.number != current.plan.number:
        current = Conversation(first_name=current.first_name, lang=current.lang, plan=plan)
    shown: PlanCard = card(current, turn.moment.today)
    turn.replies.append(shown)
