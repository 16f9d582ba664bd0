"""The loop of a terminal talk: one line read, its answer drawn, until the person leaves."""

from collections.abc import Callable, Iterable
from typing import Final

from rich.console import Console
from rich.text import Text

from adapters.terminal.render import draw, styled
from dialogs.lang import Lang
from dialogs.replies import Reply

LEAVE: Final = frozenset({"/quit", "/exit", "/q", "exit", "quit", "quitter"})
WELCOME: Final[dict[Lang, str]] = {
    "en": "A line that starts with `#` goes to the team channel, any other to the coach. Answer with words or a "
    "number. `/plan` shows the commands, `/quit` leaves; what was said is kept.\n"
    "Try: `# We should launch a TikTok page`",
    "fr": "Une ligne qui commence par `#` va au canal de l'équipe, toute autre au coach. Répondez par des mots ou un "
    "numéro. `/plan` montre les commandes, `/quit` quitte ; tout est gardé.\n"
    "Essayez : `# On devrait lancer une page TikTok`",
}
QUIET: Final[dict[Lang, str]] = {
    "en": "(said in the channel; the coach keeps quiet and forgets it)",
    "fr": "(dit dans le canal ; le coach se tait et l'oublie)",
}
GOODBYE: Final[dict[Lang, str]] = {"en": "Kept. Until next time.", "fr": "C'est gardé. À bientôt."}


def talk(
    console: Console,
    lang: Callable[[], Lang],
    hear: Callable[[str, bool], Iterable[Reply]],
    opening: Iterable[Reply],
) -> None:
    """Read lines until the end of input. `hear(text, in_channel)` gives the replies to a line."""
    console.print(styled(WELCOME[lang()]), style="dim")
    console.print()
    draw(console, opening)
    while (line := _read(console)) is not None and line.strip().lower() not in LEAVE:
        in_channel = line.startswith("#")
        replies = list(hear(line.removeprefix("#").strip() if in_channel else line, in_channel))
        console.print()
        if in_channel and not replies:
            console.print(Text(QUIET[lang()], style="dim"))
        draw(console, replies)
    console.print(Text(GOODBYE[lang()], style="dim"))


def _read(console: Console) -> str | None:
    try:
        return console.input("[bold green]›[/] ")
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None
