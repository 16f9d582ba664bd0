"""The loop of a terminal talk: one line read, its answer drawn, until the person leaves."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from rich.console import Console
from rich.text import Text

from adapters.terminal.render import WIDTH, draw, styled
from dialogs.lang import Lang
from dialogs.replies import Reply, Say

LEAVE: Final = frozenset({"/quit", "/exit", "/q", "exit", "quit", "quitter"})
WELCOME: Final[dict[Lang, str]] = {
    "en": "*Planfirst*, the coach that asks for the plan before the tool. You are in a make-believe team.\n\n"
    "A line that starts with `#` goes to the team channel, any other to the coach, who alone reads it. Answer in "
    "words, or with the number of a choice. `/plan` shows the commands, `/quit` leaves. What the coach hears is kept.",
    "fr": "*Planfirst*, le coach qui demande le plan avant l'outil. Vous êtes dans une équipe imaginaire.\n\n"
    "Une ligne qui commence par `#` va au canal de l'équipe, toute autre au coach, seul à la lire. Répondez avec "
    "vos mots, ou par le numéro d'un choix. `/plan` montre les commandes, `/quit` quitte. Ce que le coach "
    "entend est gardé.",
}
TRY: Final[dict[Lang, str]] = {
    "en": "Try: `# We should launch a TikTok page`",
    "fr": "Essayez : `# On devrait lancer une page TikTok`",
}
QUIET: Final[dict[Lang, str]] = {
    "en": "(said in the channel; the coach keeps quiet and forgets it)",
    "fr": "(dit dans le canal ; le coach se tait et l'oublie)",
}
POSTED: Final[dict[Lang, str]] = {
    "en": "(posted in the channel, where everybody reads it)",
    "fr": "(publié dans le canal, où tout le monde le lit)",
}
GOODBYE: Final[dict[Lang, str]] = {"en": "Kept. Until next time.", "fr": "C'est gardé. À bientôt."}


UNHEARD: Final[dict[Lang, str]] = {
    "en": "Something went wrong, and nothing of the talk was changed. Try again, please.",
    "fr": "Un problème est survenu, et rien n'a changé dans la conversation. Vous pouvez réessayer.",
}


class Unheard(Exception):  # noqa: N818 - it is told to the person, and the talk goes on
    """Raised by `hear` and `opening` when a line changed nothing; the message says where to look."""


def talk(
    console: Console,
    lang: Callable[[], Lang],
    hear: Callable[[str, bool], Iterable[Reply]],
    opening: Callable[[], Iterable[Reply]],
) -> None:
    """Read lines until the end of input. `hear(text, in_channel)` gives the replies to a line."""
    replies = _heard(console, lang, opening)
    console.print(styled(WELCOME[lang()]), width=min(console.width, WIDTH))
    console.print()
    _say(console, replies or (Say("try", TRY[lang()]),), lang())
    while (line := _read(console)) is not None and line.strip().lower() not in LEAVE:
        in_channel = line.startswith("#")
        text = line.removeprefix("#").strip() if in_channel else line
        replies = _heard(console, lang, partial(hear, text, in_channel))
        console.print()
        if in_channel and replies == []:
            console.print(Text(f"{QUIET[lang()]}\n", style="dim"))
        _say(console, replies or (), lang())
    console.print(Text(GOODBYE[lang()], style="dim"))


def _say(console: Console, replies: Iterable[Reply], lang: Lang) -> None:
    """What the coach says; above what it says to the whole channel stands that it does."""
    for reply in replies:
        if reply.audience == "channel":
            console.print(Text(f"  {POSTED[lang]}", style="dim"))
        draw(console, [reply])


def _heard(console: Console, lang: Callable[[], Lang], hear: Callable[[], Iterable[Reply]]) -> list[Reply] | None:
    """The replies; None when the line was not heard, which is said."""
    try:
        return list(hear())
    except Unheard as reason:
        console.print(Text(UNHEARD[lang()], style="yellow"))
        console.print(Text(str(reason), style="dim"))
        return None


def _read(console: Console) -> str | None:
    try:
        return console.input("[bold green]›[/] ")
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None
