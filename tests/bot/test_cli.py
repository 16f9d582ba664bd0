"""The program as its users start it: what it prints, its exit code, and the one clear line when something is wrong."""

import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.secrets import KeyRing, new_key
from storage.store import Store
from tests.bot.talking import Talk
from tests.conftest import Planfirst

PROBLEM = "9 hours lost on each pump in May"
TOOL_FIRST = "We should launch a Slack community for innovation"


def refused(planfirst: Planfirst, *arguments: str, **settings: str) -> str:
    """The message of a command that cannot be carried out."""
    done = planfirst(*arguments, **settings)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if '"level": "info"' not in line]
    assert lines[0].startswith("planfirst: ")
    assert not any(line.startswith("planfirst: ") for line in lines[1:])
    return "\n".join(lines)


# ---- the program itself ---------------------------------------------------------------------------------------


def test_without_a_command_it_says_what_there_is(planfirst: Planfirst) -> None:
    done = planfirst()
    assert (done.returncode, done.stdout) == (2, "")
    assert all(f"\n    {command} " in done.stderr for command in ("run", "chat", "judge"))
    asked = planfirst("--help")
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, done.stderr, "")


def test_version(planfirst: Planfirst) -> None:
    done = planfirst("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[0] == "planfirst"
    assert done.stdout.split()[1][0].isdigit()


def test_option_that_is_not_understood_gets_usage(planfirst: Planfirst) -> None:
    done = planfirst("chat", "--now", "yesterday")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: planfirst")
    assert "'yesterday' is no ISO time such as 2026-03-02T10:00:00+01:00" in done.stderr


# ---- judge ----------------------------------------------------------------------------------------------------


def test_judge_answers_each_line_in_order(planfirst: Planfirst, tmp_path: Path) -> None:
    lines = [TOOL_FIRST, "", '{"text": "lunch?"}', "Et si on lançait un podcast ?\r", "😀", "\\u0041 {"]
    done = planfirst("judge", typed="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [a["intercept"] for a in answers] == [True, False, False, True, False, False]
    assert [a["text"] for a in answers] == [
        TOOL_FIRST,
        "",
        "lunch?",
        "Et si on lançait un podcast ?",
        "😀",
        "\\u0041 {",
    ]
    assert set(answers[0]) == {"text", "intercept", "score", "lang", "tool", "goal", "reasons"}
    assert list(tmp_path.iterdir()) == [], "nothing is kept"


def test_judge_of_nothing_says_nothing(planfirst: Planfirst) -> None:
    done = planfirst("judge")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_judge_takes_bytes_that_are_no_text(planfirst: Planfirst) -> None:
    done = planfirst("judge", "--lang", "fr", typed=b"\xff\xfe ok\n\x00\n")
    assert done.returncode == 0
    assert [json.loads(line)["lang"] for line in done.stdout.splitlines()] == ["fr", "fr"]


def test_judge_stops_at_broken_json_and_names_the_line(planfirst: Planfirst) -> None:
    done = planfirst("judge", typed='hello\n{"text": \nlast\n')
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith("planfirst: line 2: ")
    assert done.stderr.count("\n") == 1


ROWS = (
    {"text": TOOL_FIRST, "label": "TOOL_FIRST", "lang": "en"},
    {"text": "The wiki has a new page", "label": "MENTION", "lang": "en"},
    {"text": "Slack est en panne", "label": "MENTION", "lang": "fr"},
)


def test_evaluate_reports_by_language(planfirst: Planfirst, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    done = planfirst("judge", "--evaluate", "rows.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if "rows" in line] == [
        "en: 2 rows, precision 1.000 (0.207-1.000), recall 1.000 (0.207-1.000), F0.5 1.000",
        "fr: 1 rows, precision n/a, recall n/a, F0.5 n/a",
        "all: 3 rows, precision 1.000 (0.207-1.000), recall 1.000 (0.207-1.000), F0.5 1.000",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"text": "x", "label": "OTHER"}\n{"text": "x"}', "line 2: Object missing required field `label`"),
        (b"\xff", "rows.jsonl is not UTF-8 text."),
        (None, "rows.jsonl cannot be read: No such file or directory."),
    ],
)
def test_evaluate_names_what_is_wrong(
    planfirst: Planfirst, tmp_path: Path, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / "rows.jsonl").write_bytes(content)
    assert refused(planfirst, "judge", "--evaluate", "rows.jsonl").startswith(f"planfirst: {message}")


# ---- chat --json ----------------------------------------------------------------------------------------------


def test_chat_json_answers_every_line_even_those_it_cannot_read(planfirst: Planfirst) -> None:
    lines = [
        '{"command": "start"}', '{"say": ', "", "[]", '"hello"', '{"words": 1}', '{"say": 3}', '{"at": "soon"}',
        '{"say": "x", "press": "btn.start"}', '{"say": "x", "where": "moon"}', '{"press": "btn.nothing"}', "{}",
        '{"say": ""}', '{"say": "\\u0000\\ud83d"}',
    ]  # fmt: skip
    done = planfirst("chat", "--json", typed="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert len(answers) == len(lines)
    wrong = [("error" in a) for a in answers]
    assert wrong == [False, *[True] * 9, False, False, False, True]
    assert all(a["stage"] == 1 and a["slots"] == {} for a in answers)
    assert [r["key"] for a in answers[10:13] for r in a["replies"]] == ["ctl.stale", "ctl.empty"]


# ---- run ------------------------------------------------------------------------------------------------------


@pytest.fixture
def port_in_use() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_port_in_use(planfirst: Planfirst, port_in_use: int) -> None:
    message = refused(planfirst, "run", PLANFIRST_PORT=str(port_in_use))
    assert message == (
        f"planfirst: Port {port_in_use} is in use. Stop what uses it, or choose another: "
        f"PLANFIRST_PORT={port_in_use + 1} make run"
    )


def test_host_that_others_can_reach_is_refused(planfirst: Planfirst, tmp_path: Path) -> None:
    message = refused(planfirst, "run", PLANFIRST_HOST="0.0.0.0")
    assert message.startswith("planfirst: PLANFIRST_HOST is 0.0.0.0: the page has no log-in")
    assert list(tmp_path.iterdir()) == []


def test_bad_port(planfirst: Planfirst) -> None:
    assert refused(planfirst, "run", PLANFIRST_PORT="http") == (
        "planfirst: PLANFIRST_PORT is 'http': give a number from 1 to 65535."
    )


# ---- the data folder ------------------------------------------------------------------------------------------


@pytest.fixture
def talked(tmp_path: Path) -> Path:
    """The database of a talk that was begun."""
    database = tmp_path / "data" / "planfirst.db"
    with talk_in(database) as talk:
        talk.say("/plan start", PROBLEM)
    return database


@contextmanager
def talk_in(database: Path) -> Iterator[Talk]:
    store = Store.open(f"sqlite:///{database}", KeyRing.in_folder(database.parent))
    yield Talk(store)
    store.close()


def files(folder: Path) -> dict[str, bytes]:
    """All but the lock, which names whoever had the database last."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".lock")
    return {path.name: path.read_bytes() for path in found}


def goes_on(database: Path) -> bool:
    """Whether the talk that was begun is still there."""
    with talk_in(database) as talk:
        return talk.state().plan.problem == PROBLEM


def test_corrupted_database_is_left_as_it_is(planfirst: Planfirst, talked: Path) -> None:
    whole = talked.read_bytes()
    damaged = bytearray(whole)
    damaged[4096 + 100 :] = b"\xa5" * len(damaged[4096 + 100 :])
    for content in (bytes(damaged), whole[:300]):
        talked.write_bytes(content)
        before = files(talked.parent)
        message = refused(planfirst, "run")
        assert message.startswith("planfirst: The database data/planfirst.db is damaged or is no database.")
        assert "mkdir damaged" in message
        assert files(talked.parent) == before
    talked.write_bytes(whole)
    assert goes_on(talked)


def test_place_that_cannot_be_written(planfirst: Planfirst, tmp_path: Path) -> None:
    """A path below a regular file: no folder can be made there, whoever asks."""
    (tmp_path / "data").write_text("a file")
    message = refused(planfirst, "run", PLANFIRST_SECRET_KEYS=new_key())
    assert "data/planfirst.db cannot be written" in message
    assert "PLANFIRST_DATABASE_URL" in message
    assert (tmp_path / "data").read_text() == "a file"


def test_wrong_key_changes_nothing(planfirst: Planfirst, talked: Path) -> None:
    before = files(talked.parent)
    message = refused(planfirst, "chat", PLANFIRST_SECRET_KEYS=new_key())
    assert "was sealed with another key" in message
    assert "PLANFIRST_SECRET_KEYS" in message
    assert files(talked.parent) == before
    assert goes_on(talked)


def test_lost_key_file_is_asked_for(planfirst: Planfirst, talked: Path, tmp_path: Path) -> None:
    key = shutil.move(talked.parent / "secret.key", tmp_path / "aside.key")
    assert "put the secret.key file of the same backup back" in refused(planfirst, "chat")
    shutil.move(key, talked.parent / "secret.key")
    assert goes_on(talked)


def test_database_of_another_kind(planfirst: Planfirst) -> None:
    message = refused(planfirst, "chat", "--db", "mysql://me:secret@host/plans")
    assert "which is no database this version knows" in message
    assert "secret" not in message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "acme.yaml cannot be read: No such file or directory."),
        ("catalogue: {telepathy: X}", "catalogue.1.category: unknown tool category 'telepathy'; one of archive, "),
    ],
)
def test_organisation_file_that_cannot_be_used(
    planfirst: Planfirst, tmp_path: Path, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / "acme.yaml").write_text(text)
    assert message in refused(planfirst, "run", PLANFIRST_ORG_FILE="acme.yaml")
    assert not (tmp_path / "data").exists(), "it is looked at before anything is made"
