"""A canary in everything that must leave no trace: not in a file, not in a log, not even sealed.

Each canary is a word that nothing else says. The program is run for real, its output and its folder are searched, and
what it sealed is opened with its own key and searched too.
"""

import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest

from storage.secrets import KeyRing
from tests.conftest import PATIENCE, FilesHolding, Planfirst

NEVER_KEPT: Final = "Zanzibarbecue"  # said where nothing may remain
TALKED: Final = "Quetzalcogwheel"  # said in a talk: remembered, sealed
NOW: Final = "2026-03-02T10:00:00+01:00"

ORDINARY: Final = (
    f"Lunch with {NEVER_KEPT} is at noon",
    f"{NEVER_KEPT} a réservé la salle pour jeudi",
    f"Slack is down again, says {NEVER_KEPT}",
    f"Von {NEVER_KEPT} kommt heute niemand mehr in die Werkstatt",
    f"https://example.org/{NEVER_KEPT} `{NEVER_KEPT}` > {NEVER_KEPT}",
    f"{NEVER_KEPT} \x00\x1b[31m 🙂 " * 500,
)
TOOL_FIRST: Final = f"We should launch a TikTok page for {NEVER_KEPT}, {NEVER_KEPT} colleagues are lost"
A_TALK: Final = (
    f"The {TALKED} broke 3 times in May, 9 hours lost each time",
    "the technicians, every week",
    f"from 9 to 5 hours per {TALKED} by 30 June",
    "the site head, she said yes on Monday",
    "a phone list",
    "only sometimes",
    "the site leads",
    "Léa films two repairs by 20 March",
)
NOT_KEPT_IN_A_TALK: Final = (
    NEVER_KEPT * 2000,
    f"Alle Kollegen von {NEVER_KEPT} warten jeden Tag in der Werkstatt auf eine Antwort von uns",
    f"/{NEVER_KEPT} please",
    f"/plan {NEVER_KEPT}",
)
SENSITIVE: Final = (
    f"It is sensitive: my manager {NEVER_KEPT} is afraid and will block it",
    f"I will talk with {NEVER_KEPT} on Thursday",
)


def sealed_texts(folder: Path) -> Iterator[str]:
    """All that was sealed below the folder, opened with the key that lies there."""
    keys = KeyRing.in_folder(next(folder.rglob("secret.key")).parent)
    database = sqlite3.connect(next(folder.rglob("planfirst.db")))
    for table in ("conversations", "plans", "plan_versions"):
        for (sealed,) in database.execute(f"SELECT sealed FROM {table}"):
            yield keys.open(sealed).decode()
    database.close()


def no_trace(folder: Path, files_holding: FilesHolding, *outputs: str) -> None:
    """Nowhere is anything that may not be kept; what was said in the talk can be read with the key only."""
    assert files_holding(NEVER_KEPT) == []
    assert files_holding(TALKED) == []
    assert not any(NEVER_KEPT in text for text in sealed_texts(folder))
    assert not any(word in output for word in (NEVER_KEPT, TALKED) for output in outputs)


def json_talk(planfirst: Planfirst, *lines: dict[str, Any]) -> tuple[list[dict[str, Any]], str]:
    """The answers to lines of `chat --json`, and its log."""
    typed = "\n".join(json.dumps(line) for line in lines)
    done = planfirst("chat", "--json", "--as", "Ana", "--now", NOW, typed=typed)
    assert done.returncode == 0, done.stderr
    return [json.loads(answer) for answer in done.stdout.splitlines()], done.stderr


def channel(*texts: str) -> list[dict[str, Any]]:
    return [{"say": text, "where": "channel"} for text in texts]


def direct(*texts: str) -> list[dict[str, Any]]:
    return [{"say": text} for text in texts]


def keys(answer: dict[str, Any]) -> list[str]:
    return [reply["key"] for reply in answer["replies"]]


def test_the_search_finds_what_is_there(planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding) -> None:
    """Else a search that looks in the wrong place would find the house clean."""
    json_talk(planfirst, {"command": "start"}, *direct(*A_TALK))
    assert any(TALKED in text for text in sealed_texts(tmp_path))
    (tmp_path / "data" / "leak.log").write_text(f"said: {TALKED}", encoding="utf-16-le")
    assert files_holding(TALKED) == ["leak.log"]


def test_ordinary_channel_messages_touch_nothing(
    planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding
) -> None:
    answers, log = json_talk(planfirst, *channel(*ORDINARY))
    assert [answer["replies"] for answer in answers] == [[]] * len(ORDINARY)
    no_trace(tmp_path, files_holding, log)
    assert list(sealed_texts(tmp_path)) == []


@pytest.mark.parametrize(
    ("before", "button", "after"),
    [
        (None, "btn.no", "intercept.declined"),
        (None, "btn.never", "intercept.optout"),
        ("We need a chatbot", "btn.start", "q.problem"),
    ],
)
def test_tool_first_message_that_started_no_talk_is_gone(
    planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding, before: str | None, button: str, after: str
) -> None:
    """Declined, or never offered: the budget was spent on another message, a talk was open, the person had opted out."""
    first = TOOL_FIRST if before is None else before
    answers, log = json_talk(planfirst, *channel(first), {"press": button}, *channel(TOOL_FIRST), *direct("hello"))
    assert after in keys(answers[1])
    assert answers[2]["replies"] == []
    no_trace(tmp_path, files_holding, log)


def test_what_the_coach_refuses_to_read_in_a_talk_is_gone(
    planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding
) -> None:
    answers, log = json_talk(planfirst, {"command": "start"}, *direct(*NOT_KEPT_IN_A_TALK, *A_TALK))
    assert [keys(answer) for answer in answers[1:5]] == [
        ["ctl.too_long"],
        ["ctl.languages"],
        ["cmd.unknown"],
        ["cmd.unknown"],
    ]
    no_trace(tmp_path, files_holding, log)


def test_sensitive_answer_leaves_a_mark_and_a_date(
    planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding
) -> None:
    answers, log = json_talk(planfirst, {"command": "start"}, *direct(*A_TALK, *SENSITIVE, "summary"))
    assert keys(answers[-3]) == ["probe.avoided"]
    assert [answer["slots"]["blockers"]["value"] for answer in answers[-3:]] == ["", "", ""]
    assert "something sensitive, to be talked about on 5 March" in answers[-1]["replies"][0]["text"]
    assert NEVER_KEPT not in json.dumps(answers[-2:])
    no_trace(tmp_path, files_holding, log)
    assert any('"sensitive":true' in text and "2026-03-05" in text for text in sealed_texts(tmp_path))


def test_failing_turn_logs_its_place_and_no_word(
    planfirst: Planfirst, tmp_path: Path, environment: dict[str, str], files_holding: FilesHolding
) -> None:
    """A real process whose engine breaks with the words of the person in the error."""
    broken = tmp_path / "broken.py"
    broken.write_text(
        "import sys, bot.desk\n"
        "from bot.cli import main\n"
        "taken = bot.desk.step\n"
        "def step(talk, event, *rest):\n"
        "    if 'please' in getattr(event, 'text', ''):\n"
        "        raise ValueError(event.text)\n"
        "    return taken(talk, event, *rest)\n"
        "bot.desk.step = step\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    lines = [*direct("/plan start", A_TALK[0], f"{NEVER_KEPT} please", A_TALK[1])]
    done = subprocess.run(
        [sys.executable, broken, "chat", "--json", "--now", NOW],
        input="\n".join(json.dumps(line) for line in lines),
        capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=PATIENCE, check=False,
    )  # fmt: skip
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [("error" in answer) for answer in answers] == [False, False, True, False]
    assert answers[2]["slots"] == answers[1]["slots"]
    assert keys(answers[3])[-1] == "q.objective", "the talk goes on where it was"
    assert '"event": "fault"' in done.stderr
    assert '"error": "ValueError"' in done.stderr
    reference = answers[2]["error"].split()[-1].rstrip(".")
    assert f'"id": "{reference}"' in done.stderr
    assert "Traceback" not in done.stderr
    broken.unlink()
    no_trace(tmp_path, files_holding, done.stderr)


async def test_page_over_its_websocket(
    tmp_path: Path, environment: dict[str, str], files_holding: FilesHolding, unused_tcp_port: int
) -> None:
    """The real server, 40 turns of two people; searched while it runs, with its log in the database's way, and after."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run",
        cwd=tmp_path, env=environment | {"PLANFIRST_PORT": str(unused_tcp_port)},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{unused_tcp_port}") as session:
            await answering(session)
            await page_talk(session, "ana-00001", *NOT_KEPT_IN_A_TALK, *A_TALK, *SENSITIVE)
            await page_talk(session, "ben-00001")
            assert {path.name for path in (tmp_path / "data").iterdir()} >= {"planfirst.db", "planfirst.db-wal"}
            no_trace(tmp_path, files_holding)
            assert any(TALKED in text for text in sealed_texts(tmp_path))
    finally:
        process.send_signal(signal.SIGTERM)
        output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    no_trace(tmp_path, files_holding, output.decode())
    assert "run.starting" in output.decode()


async def answering(session: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                async with session.get("/healthz") as health:
                    assert health.status == 200
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.02)


async def page_talk(session: aiohttp.ClientSession, person: str, *told: str) -> None:
    """A page on which ordinary things are said, an offer is declined, and a talk begins when something is told."""
    async with session.ws_connect("/ws") as page:
        await page.send_json({"type": "hello", "person": person, "name": person[:3]})
        assert (await page.receive_json())["type"] == "state"

        async def turn(**frame: Any) -> list[str]:
            await page.send_json(frame)
            told = []
            while (message := await page.receive_json())["type"] == "told":
                told.append(message["reply"]["key"])
                await page.send_json({"type": "heard", "key": message["key"]})
            if message["type"] == "answered":
                await page.receive_json()
            return told

        for text in ORDINARY:
            assert await turn(type="say", where="channel", text=text) == []
        assert await turn(type="say", where="channel", text=TOOL_FIRST) == ["intercept.open"]
        assert await turn(type="press", button="btn.no") == ["intercept.declined"]
        assert await turn(type="say", where="channel", text=TOOL_FIRST) == []
        assert await turn(type=NEVER_KEPT, text=NEVER_KEPT) == []
        for text in ("/plan start", *told) if told else ():
            await turn(type="say", text=text)


def test_log_of_a_talk_says_nothing_of_it(planfirst: Planfirst, tmp_path: Path, files_holding: FilesHolding) -> None:
    """The terminal, with a log that is asked for everything Python can tell."""
    typed = "\n".join([f"# {ORDINARY[0]}", "/plan start", *A_TALK, *SENSITIVE, "/quit"])
    done = planfirst("chat", typed=typed, PYTHONASYNCIODEBUG="1", PYTHONDEVMODE="1")
    assert done.returncode == 0
    assert done.stderr == ""
    no_trace(tmp_path, files_holding)
