"""The house style that can be counted: one idea per file, short functions, no file that everybody avoids."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ["bot", "adapters", "dialogs", "storage", "scripts"]
MOST_LINES = 350
MEDIAN_BELOW = 10
NINE_IN_TEN_BELOW = 25

# One line for each message, or list of words: their length is that of what is said.
TABLES = {"messages_en.py", "messages_fr.py", "script.py", "signs_en.py", "signs_fr.py"}

SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def _functions(room: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for path in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_one_idea(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "it says why it exists"
    assert len(source.splitlines()) <= MOST_LINES or path.name in TABLES


@pytest.mark.parametrize("room", ROOMS)
def test_functions_are_short(room: str) -> None:
    lengths = [(node.end_lineno or node.lineno) - node.lineno + 1 for node in _functions(room)]
    assert median(lengths) < MEDIAN_BELOW
    assert quantiles(lengths, n=10)[-1] < NINE_IN_TEN_BELOW


@pytest.mark.parametrize("room", ROOMS)
def test_names_are_words_of_the_field(room: str) -> None:
    """No Manager, no Helper, no Utils: they say nothing of what is done."""
    classes = {
        node.name
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    files = {path.stem for path in (ROOT / room).rglob("*.py")}
    empty = ("manager", "helper", "util", "utils", "misc", "common", "base")
    assert {name for name in classes | files if name.lower().endswith(empty)} == set()
