"""The examples of the documentation are run: commands print what the page shows, links lead somewhere.

A `console` block is a shell talk: `$ ` before a command, below it what it prints; `...` stands for anything.
A `yaml` block is an organisation file, a `python` block is run as it is.
"""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.organisation import read_organisation

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def _blocks(kind: str) -> list[object]:
    return list(_found(kind))


def _found(kind: str) -> Iterator[object]:
    for page in PAGES:
        for number, block in enumerate(_BLOCK.finditer(page.read_text(encoding="utf-8"))):
            if block["kind"] == kind:
                yield pytest.param(block["body"], id=f"{page.relative_to(ROOT)}-{number}")


@pytest.mark.parametrize("body", _blocks("console"))
def test_a_command_prints_what_the_page_shows(body: str, tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PLANFIRST_")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "TERM": "dumb",
    }
    for example in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, shown = _command_and_output(example)
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        printed = "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())
        assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS), printed


def _command_and_output(example: str) -> tuple[str, str]:
    """A command goes on while its lines end in a backslash or a here-document is open."""
    lines = example.splitlines(keepends=True)
    end = 1
    while lines[end - 1].endswith("\\\n"):
        end += 1
    if "<<" in example.partition("\n")[0]:
        end = lines.index("END\n") + 1
    return "".join(lines[:end]), "".join(lines[end:])


@pytest.mark.parametrize("body", _blocks("yaml"))
def test_an_organisation_file_is_read(body: str, tmp_path: Path) -> None:
    path = tmp_path / "organisation.yaml"
    path.write_text(body, encoding="utf-8")
    assert read_organisation(path) != read_organisation(None)


@pytest.mark.parametrize("body", _blocks("python"))
def test_python_runs(body: str) -> None:
    exec(compile(body, "<documentation>", "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert broken == []
