"""docs/behaviour.md tells people words that the coach understands."""

import re
from pathlib import Path

import pytest

from bot.commands import as_command
from dialogs.lang import Lang
from dialogs.reading.intents import intent

PAGE = (Path(__file__).parents[2] / "docs" / "behaviour.md").read_text(encoding="utf-8")
WISHES = {
    "pass a question": ("skip",),
    "see the last one again": ("back",),
    "change an answer": ("fix",),
    "know why it asks": ("why",),
    "see an example": ("example",),
    "hear the question again": ("repeat",),
    "stop for now, go on later": ("pause", "resume"),
    "see the plan so far": ("summary",),
    "write it all in one go": ("form",),
    "begin anew": ("restart",),
    "end it": ("stop",),
    "have it forgotten": ("delete",),
    "know who sees this": ("privacy",),
    "reach a person": ("human",),
    "know all this": ("help",),
    "change the language": ("language",),
    "be addressed as *tu*, *vous*": ("tu", "vous"),
}


def _rows() -> list[tuple[str, str, str]]:
    table = PAGE.partition("| to | say | dites |")[2].partition("\n\n")[0]
    return [(to, en, fr) for to, en, fr in re.findall(r"^\| (.+?) \| (.*?) ?\| (.+?) \|$", table, re.MULTILINE)]


def test_the_table_has_every_wish() -> None:
    assert [to for to, _, _ in _rows()] == list(WISHES)


@pytest.mark.parametrize(("to", "english", "french"), _rows())
def test_the_words_are_understood(to: str, english: str, french: str) -> None:
    rows: tuple[tuple[Lang, str], ...] = (("en", english), ("fr", french))
    for lang, said in rows:
        words = [word for word in re.split(r" · |, (?!it's|c'est)", said) if word]
        names = WISHES[to] if len(WISHES[to]) == len(words) else WISHES[to] * len(words)
        for word, name in zip(words, names, strict=True):
            found = intent(word, lang, asking="problem.who")
            assert (word, found and found.name) == (word, name)


def test_the_commands_exist() -> None:
    line = PAGE.partition("## Commands")[2].partition("##")[0]
    typed = [f"/plan {word.removeprefix('/plan ')}" for word in re.findall(r"`([^`]+)`", line)]
    assert len(typed) > 5
    assert [command for command in typed if (known := as_command(command)) is None or known.name is None] == []
