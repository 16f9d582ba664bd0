"""The `/plan` commands: what each word means, and those that stand on their own (help, settings, where it listens).

Reading a command is pure; carrying it out needs what is remembered of the person. An unknown word is answered with
the list, a near miss with the word that was probably meant.
"""

import difflib
import re
from typing import Final, NamedTuple

from adapters.choices import SHEET
from adapters.hearing import Commanded, Happened
from bot.here import here
from bot.linking import link, unlink
from bot.preferences import known, opt
from bot.sheets import WITH_SHEETS
from dialogs.content.catalog import text_of
from dialogs.lang import LANGS
from dialogs.reading.intents import intent
from dialogs.reading.typed import printable
from dialogs.replies import Ask, Choice
from dialogs.turn import Turn
from storage.transaction import Transaction

ALIKE: Final = 0.7  # of 1: “shwo” is “show” (0.75), “plan” is not « lancer » (0.6)
LONGEST_QUOTED: Final = 40  # characters of a mistyped command that are said back

_SLASHED: Final = re.compile(r"/([^\W\d]\w*)(?:\s+(.*))?\Z", re.DOTALL)

_WORDS: Final = {
    "": "now", "help": "help", "aide": "help", "start": "start", "commencer": "start", "new": "start",
    "nouveau": "start", "list": "list", "liste": "list", "show": "show", "voir": "show", "montrer": "show",
    "review": "review", "revue": "review", "relire": "review", "send": "send", "envoyer": "send",
    "post": "post", "publier": "post", "approve": "approve", "approuver": "approve", "accord": "approve",
    "change": "change", "changement": "change", "comment": "comment", "commenter": "comment",
    "commentaire": "comment", "pass": "pass", "transmettre": "pass", "withdraw": "withdraw", "retirer": "withdraw",
    "run": "run", "lancer": "run", "checkin": "checkin", "check-in": "checkin", "point": "checkin",
    "done": "done", "terminer": "done", "terminé": "done", "termine": "done", "drop": "drop", "abandonner": "drop",
    "reopen": "reopen", "rouvrir": "reopen", "history": "history", "historique": "history", "export": "export",
    "exporter": "export", "seen": "others", "vu": "others", "unfollow": "unfollow", "data": "data",
    "données": "data", "donnees": "data", "forget": "forget", "oublier": "forget", "oublie": "forget",
    "here": "here", "ici": "here", "me": "me", "moi": "me", "edit": "edit", "modifier": "edit",
    "digest": "digest", "résumé": "digest", "resume": "digest",
    "link": "link", "lier": "link", "unlink": "unlink", "délier": "unlink", "delier": "unlink",
    "settings": "settings", "réglages": "settings", "reglages": "settings",
}  # fmt: skip
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
    """The command in what was typed behind `/plan`. A text that is pasted keeps its lines."""
    word, *rest = printable(text).split(maxsplit=1) or [""]
    return Command(_WORDS.get(word.lower()), word[:LONGEST_QUOTED], "".join(rest))


def obey(tx: Transaction, turn: Turn, happened: Happened, commanded: Commanded, command: Command) -> None:
    """Carry a command out and answer it in the turn; all but `start`, which is a turn of the talk."""
    match command.name:
        case "here":
            here(tx, turn, happened, commanded, command.rest)
        case "me":
            _me(tx, turn, happened, command.rest)
        case "link":
            link(tx, turn, happened, command.rest)
        case "unlink":
            unlink(tx, turn, happened)
        case "edit" | "settings":
            _sheet(turn, command, happened.platform)
        case "help":
            turn.say("cmd.help")
        case _:
            near = difflib.get_close_matches(command.word.lower().lstrip("/"), filter(None, _WORDS), n=1, cutoff=ALIKE)
            turn.say("cmd.did_you_mean" if near else "cmd.unknown", word=command.word, near="".join(near))


def _sheet(turn: Turn, command: Command, platform: str) -> None:
    """A button that opens the sheet, where the platform has such; else how to say it in words."""
    name = command.name or ""
    if platform not in WITH_SHEETS:
        turn.say("cmd.settings.in_words")  # a plan is edited in the talk there, by the desk
        return
    lang = turn.conversation.lang
    key, label = _SHEETS[name]
    number = command.rest.lstrip("#").split(" ")[0]
    about = f":{number}" if name == "edit" and number.isdecimal() else ""
    opens = Choice(f"{SHEET}{key}{about}", text_of(label, lang))
    turn.replies.append(Ask(f"cmd.{name}.sheet", text_of(f"cmd.{name}.sheet", lang), "", (opens,), kind="command"))


def _me(tx: Transaction, turn: Turn, happened: Happened, setting: str) -> None:
    """Whether the coach steps in by itself on what they write; said as it is when nothing is to be set."""
    wanted = _IN_OR_OUT.get(setting.lower())
    if wanted is None:
        out = known(tx, happened.person.key).opted_out_at is not None
        turn.say("cmd.me.status_off" if out else "cmd.me.status_on")
        return
    opt(tx, happened.person.key, out=wanted == "off", now=happened.at)
    turn.say(f"cmd.me.{wanted}")
