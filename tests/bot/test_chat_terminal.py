"""`planfirst chat` in a real terminal: a pseudo-terminal of the operating system, keys typed, the screen read."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import PATIENCE, Planfirst

COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PROMPT = "› "


class Terminal:
    """A program behind a pseudo-terminal; `raw` is all that it wrote."""

    def __init__(self, process: subprocess.Popen[bytes], handle: int) -> None:
        self._process = process
        self._handle = handle
        self.raw = ""

    def read(self) -> str:
        """The screen until the program waits for a line or ends, without colours."""
        seen = b""
        while not COLOUR.sub("", seen.decode(errors="replace")).endswith(PROMPT):
            ready, _, _ = select.select([self._handle], [], [], PATIENCE)
            assert ready, seen
            try:
                part = os.read(self._handle, 65536)
            except OSError:  # Linux: the other end is closed
                part = b""
            if not part:
                break
            seen += part
        text = seen.decode()
        self.raw += text
        return COLOUR.sub("", text).replace("\r\n", "\n").removesuffix(PROMPT)

    def type(self, line: str) -> str:
        """Type a line; what comes on the screen behind it."""
        os.write(self._handle, f"{line}\n".encode())
        return self.read()

    def leave(self, by: bytes | signal.Signals) -> tuple[str, int]:
        """End the program by a key or a signal: what it says last, and its exit code."""
        if isinstance(by, bytes):
            os.write(self._handle, by)
        else:
            self._process.send_signal(by)
        return self.read(), self._process.wait(PATIENCE)


Open = Callable[..., Terminal]


@contextmanager
def terminal(folder: Path, environment: dict[str, str], *options: str) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "chat", *options],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(ours)


@pytest.fixture
def opened(tmp_path: Path, environment: dict[str, str]) -> Iterator[Open]:
    """Start a talk in a terminal: opened("--as", "Ana", NO_COLOR="1")."""
    with ExitStack() as stack:

        def start(*options: str, **settings: str) -> Terminal:
            told = environment | {"TERM": "xterm-256color", "COLUMNS": "80"} | settings
            return stack.enter_context(terminal(tmp_path, told, *options))

        yield start


def words(screen: str) -> str:
    """The screen as one line: where it was broken does not matter."""
    return " ".join(screen.split())


def test_a_talk_from_the_channel_to_the_card_left_and_taken_up_again(opened: Open) -> None:
    first = opened("--as", "Ana")
    welcome = first.read()
    assert "Try: # We should launch a TikTok page" in welcome
    assert "keeps quiet and forgets it" in first.type("# Lunch is at noon")
    offer = first.type("# We should launch a TikTok page")
    assert "Hi Ana, Planfirst here." in offer
    assert "\n    1 Let's go\n    2 Later\n" in re.sub(" +\n", "\n", offer)
    assert "Your message names a tool" in first.type("4"), "a choice by its number"
    assert "What happens today" in words(first.type("let's go")), "and by its words"
    assert "Who feels it most" in words(first.type("Each pump fault is mended twice, 9 hours lost in May"))
    first.type("the technicians, every week")
    card = first.type("summary")
    assert "╭─ " in card
    assert re.search(r"│ +Problem +Each pump fault is mended twice", card)
    assert max(len(line) for line in card.splitlines()) <= 80
    goodbye, code = first.leave(b"\x04")
    assert (words(goodbye), code) == ("Kept. Until next time.", 0)
    assert "\x1b[1;36m" in first.raw, "colours"

    again = opened("--as", "Ana")
    back = words(again.read())
    assert "Welcome back, Ana. So far: Each pump fault" in back
    assert "Try: #" not in back
    assert "1. Each pump fault" in again.type("/plan list")
    assert again.leave(signal.SIGINT)[1] == 0, "Ctrl-C leaves as well"

    stranger = opened("--as", "Ben")
    assert "Welcome back" not in stranger.read()
    assert "You have no plan yet" in stranger.type("/plan list")


def test_french_from_the_first_word_without_colours(opened: Open) -> None:
    french = opened("--lang", "fr", "--as", "Zoé", NO_COLOR="1")
    assert "le coach qui demande le plan avant l'outil" in words(french.read())
    assert "Bonjour Zoé" in french.type("# On devrait lancer une page TikTok")
    assert "le coach se tait et l'oublie" in french.type("# On mange à midi ?")
    assert "C'est gardé. À bientôt." in french.leave(b"/quit\n")[0]
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", french.raw), "no colour"


def test_output_that_is_no_terminal_is_plain(planfirst: Planfirst) -> None:
    done = planfirst("chat", "--as", "Ana", typed="# We should launch a TikTok page\n1\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "What happens today" in words(done.stdout)


def test_offer_at_any_hour_by_the_machines_clock(planfirst: Planfirst) -> None:
    """A make-believe channel is tried at night too; it is night in one of these."""
    hour = datetime.now(UTC).hour
    zone = "Pacific/Auckland" if 6 <= hour < 18 else "Europe/London"
    done = planfirst("chat", typed="# We should launch a TikTok page\n", TZ=zone)
    assert "Planfirst here" in words(done.stdout)
