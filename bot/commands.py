"""The `/plan` commands that stand on their own: what one can do, list, show, where and whether the coach steps in.

Reading a command is pure; carrying it out needs what is remembered of the person. An unknown word is answered with
the list, a near miss with the word that was probably meant.
"""

import difflib
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from adapters.choices import SHEET
from adapters.hearing import Commanded, Happened
from bot.here import here
from bot.linking import link, unlink
from bot.preferences import known, opt
from bot.talks import plans_of, talk_about
from dialogs.coach.summary import card, title_of
from dialogs.content.catalog import text_of
from dialogs.lang import LANGS
from dialogs.plan import Plan
from dialogs.reading.intents import intent
from dialogs.reading.typed import printable
from dialogs.replies import Ask, Choice, PlanCard
from dialogs.turn import Turn
from storage.transaction import Transaction

MOST_LISTED: Final = 20  # a longer list is cut, newest first: a chat line is no archive
LONGEST_QUOTED: Final = 40  # characters of a mistyped command that are said back

_SLASHED: Final = re.compile(r"/([^\W\d]\w*)(?:\s+(.*))?\Z", re.DOTALL)

_WORDS: Final = {
    "": "help", "help": "help", "aide": "help", "start": "start", "commencer": "start", "new": "start",
    "nouveau": "start", "list": "list", "liste": "list", "show": "show", "voir": "show", "montrer": "show",
    "here": "here", "ici": "here", "me": "me", "moi": "me", "edit": "edit", "modifier": "edit",
    "link": "link", "lier": "link", "unlink": "unlink", "délier": "unlink", "delier": "unlink",
    "settings": "settings", "réglages": "settings", "reglages": "settings",
}  # fmt: skip
WITH_SHEETS: Final = frozenset({"slack", "teams"})  # platforms that open a form in a window of its own
_SHEETS: Final = {"edit": ("edit.plan", "home.edit"), "settings": ("settings", "home.settings")}
_IN_OR_OUT: Final = {"on": "on", "oui": "on", "off": "off", "non": "off"}


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
        return None if is_wish(text) else Command(None, f"/{name}"[:LONGEST_QUOTED], "")
    return behind_plan(behind)


def is_wish(text: str) -> bool:
    """Whether a line wishes something of the coach (to stop, to be told why), and tells nothing."""
    return any(intent(text, lang) for lang in LANGS)


def behind_plan(text: str) -> Command:
    """The command in what was typed behind `/plan`."""
    word, _, rest = " ".join(printable(text).split()).partition(" ")
    return Command(_WORDS.get(word.lower()), word[:LONGEST_QUOTED], rest[:LONGEST_QUOTED])


def obey(tx: Transaction, turn: Turn, happened: Happened, commanded: Commanded, command: Command) -> None:
    """Carry a command out and answer it in the turn; all but `start`, which is a turn of the talk."""
    match command.name:
        case "list":
            _list(turn, plans_of(tx, happened.person, turn.conversation))
        case "show":
            _show(turn, command.rest, plans_of(tx, happened.person, turn.conversation))
        case "here":
            here(tx, turn, happened, commanded, command.rest)
        case "me":
            _me(tx, turn, happened, command.rest)
        case "link":
            link(tx, turn, happened, command.rest)
        case "unlink":
            unlink(tx, turn, happened)
        case "edit" | "settings":
            _sheet(turn, command.name, happened.platform)
        case "help":
            turn.say("cmd.help")
        case _:
            near = difflib.get_close_matches(command.word.lower().lstrip("/"), filter(None, _WORDS), n=1)
            turn.say("cmd.did_you_mean" if near else "cmd.unknown", word=command.word, near="".join(near))


def _sheet(turn: Turn, name: str, platform: str) -> None:
    """A button that opens the sheet, where the platform has such; else how to say it in words."""
    if platform not in WITH_SHEETS:
        turn.say(f"cmd.{name}.in_words")
        return
    lang = turn.conversation.lang
    key, label = _SHEETS[name]
    opens = Choice(f"{SHEET}{key}", text_of(label, lang))
    turn.replies.append(Ask(f"cmd.{name}.sheet", text_of(f"cmd.{name}.sheet", lang), "", (opens,), kind="command"))


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
    shown: PlanCard = card(talk_about(turn.conversation, plan), turn.moment.today)
    turn.replies.append(shown)


def _me(tx: Transaction, turn: Turn, happened: Happened, setting: str) -> None:
    """Whether the coach steps in by itself on what they write; said as it is when nothing is to be set."""
    wanted = _IN_OR_OUT.get(setting.lower())
    if wanted is None:
        out = known(tx, happened.person.key).opted_out_at is not None
        turn.say("cmd.me.status_off" if out else "cmd.me.status_on")
        return
    opt(tx, happened.person.key, out=wanted == "off", now=happened.at)
    turn.say(f"cmd.me.{wanted}")
