"""Owner and reviewer in two programs on one database: what one does comes out of the other's next line, once."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.bot.test_desk import PROBLEM, TO_THE_END, TO_THE_SUMMARY

NOW = "2026-03-02T10:00:00+01:00"


class Program:
    """`planfirst chat --json` of one person; each line is answered before the next is written."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def line(self, **line: str) -> list[dict[str, Any]]:
        """The replies to a line."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(f"{json.dumps(line)}\n")
        into.flush()
        answer = json.loads(out.readline())
        assert "error" not in answer
        replies: list[dict[str, Any]] = answer["replies"]
        return replies

    def keys(self, **line: str) -> list[str]:
        return [reply["key"] for reply in self.line(**line)]

    def end(self) -> int:
        self._process.communicate(timeout=20)
        return self._process.returncode


Open = Callable[[str, str], Program]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Open a program as somebody, in a language: opened("Karim", "fr")."""
    with ExitStack() as stack:

        def start(name: str, lang: str) -> Program:
            options = ["--as", name, "--lang", lang, "--db", f"sqlite:///{tmp_path / 'talk.db'}", "--now", NOW]
            command = [sys.executable, "-m", "bot", "chat", "--json", *options]
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            stack.callback(process.kill)
            return Program(stack.enter_context(process))

        yield start


def button(replies: list[dict[str, Any]], name: str) -> str:
    """The whole key of a button of that name."""
    keys: list[str] = [choice["key"] for reply in replies for choice in reply["choices"]]
    return next(key for key in keys if key.partition(":")[0] == name)


def test_a_plan_is_sent_changed_and_approved(opened: Open) -> None:
    ana, karim = opened("Ana", "en"), opened("Karim", "fr")
    assert karim.line() == []
    for text in ("/plan start", PROBLEM, *TO_THE_SUMMARY, "that's right", *TO_THE_END):
        ana.line(say=text)
    assert ana.keys(command="send Karim") == ["plan.others", "send.confirm"]
    assert karim.line() == []
    assert "send.done" in ana.keys(press="btn.send_now")

    request = karim.line(at=NOW)
    assert [reply["key"] for reply in request] == ["review.request"]
    assert "Ana vous" in request[0]["text"]
    assert karim.line() == []
    assert karim.end() == 0

    karim = opened("Karim", "fr")
    assert karim.keys(press=button(request, "btn.request_changes")) == ["review.change.ask"]
    assert karim.keys(say="Qui fait la suite ?") == ["review.noted_change", "digest.consent"]
    asked = ana.line(at="2026-03-02T11:00:00+01:00")
    assert [reply["key"] for reply in asked] == ["review.changes"]
    assert "Qui fait la suite" in asked[0]["text"]
    ana.line(say="fix people")
    ana.line(say="Paul, Lea and the shift leads")
    assert ana.keys(press=button(asked, "btn.resend"))[0] == "send.done"
    again = karim.line()
    assert [reply["key"] for reply in again] == ["review.request"]
    assert karim.keys(press=button(again, "btn.approve")) == ["review.noted_yes"]
    assert ana.keys() == ["review.approved"]
    assert ana.keys() == []
    assert (ana.end(), karim.end()) == (0, 0)
