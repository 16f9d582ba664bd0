"""The loop of a terminal talk, with lines typed by the test."""

import io
from collections.abc import Iterable

import pytest
from rich.console import Console

from adapters.terminal.talk import GOODBYE, POSTED, QUIET, TRY, UNHEARD, WELCOME, Unheard, talk
from dialogs.lang import LANGS, Lang
from dialogs.replies import Reply, Say

HEARD: list[tuple[str, bool]] = []


def echo(text: str, in_channel: bool) -> tuple[Reply, ...]:
    HEARD.append((text, in_channel))
    if text == "fail":
        raise Unheard("its log names the fault 12ab")
    return () if in_channel else (Say("echo", f"heard {text}"),)


def screen(monkeypatch: pytest.MonkeyPatch, *typed: str, lang: Lang = "en", opening: Iterable[Reply] = ()) -> str:
    """What is on the screen after these lines."""
    HEARD.clear()
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    console = Console(file=io.StringIO(), width=300, color_system=None)
    talk(console, lambda: lang, echo, lambda: opening)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert isinstance(shown, str)
    return shown


@pytest.mark.parametrize("lang", LANGS)
def test_welcome_and_goodbye_in_the_language_of_the_talk(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    shown = screen(monkeypatch, "hi", lang=lang)
    assert WELCOME[lang].split("*")[1] in shown
    assert TRY[lang].split("`")[1] in shown
    assert shown.rstrip().endswith(GOODBYE[lang])


def test_what_waits_for_the_person_is_drawn_first(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, opening=(Say("q", "Where were we?"),))
    assert "Where were we?" in shown
    assert "TikTok" not in shown, "who has a talk needs no example"


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_posted_is_marked_as_read_by_all(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    posted = Say("plan.posted", "Fewer faults", audience="channel")
    shown = screen(monkeypatch, lang=lang, opening=(Say("q", "Done."), posted))
    assert shown.count(POSTED[lang]) == 1
    assert shown.index("Done.") < shown.index(POSTED[lang]) < shown.index("Fewer faults")


def test_hash_goes_to_the_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, "#  lunch? ", "#", "no # here")
    assert HEARD == [("lunch?", True), ("", True), ("no # here", False)]
    assert shown.count(QUIET["en"]) == 2
    assert "heard no # here" in shown


@pytest.mark.parametrize("word", ["/quit", " /QUIT ", "/exit", "quitter"])
def test_leaving(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    screen(monkeypatch, "one", word, "two")
    assert HEARD == [("one", False)]


@pytest.mark.parametrize("lang", LANGS)
def test_line_that_failed_is_told_and_the_talk_goes_on(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    shown = screen(monkeypatch, "fail", "# fail", "again", lang=lang)
    assert shown.count(UNHEARD[lang]) == shown.count("its log names the fault 12ab") == 2
    assert QUIET[lang] not in shown
    assert "heard again" in shown


def test_opening_that_fails_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Iterable[Reply]:
        raise Unheard("its log names the fault 34cd")

    monkeypatch.setattr("sys.stdin", io.StringIO("hi\n"))
    console = Console(file=io.StringIO(), width=300, color_system=None)
    talk(console, lambda: "en", echo, broken)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "34cd" in shown
    assert "heard hi" in shown


def test_interrupt_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Console, "input", interrupted)
    assert GOODBYE["en"] in screen(monkeypatch, "hi")
    assert HEARD == []
