"""The gateway: real botbuilder code runs each turn, and nothing of it is loaded before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

import adapters
from adapters.teams.answering import Answer
from adapters.teams.gate import Activity, Pass
from adapters.teams.gateway import Gateway
from tests.fakes.teams import TeamsSim

TEAMS = TeamsSim("http://127.0.0.1/")  # never started: it only writes activities here
ANN = TEAMS.user("Ann Lee")
PRIVATE = TEAMS.place("a:1", "personal", [ANN])
SDK = ("botbuilder", "botframework", "msrest")


class Ours:
    """What the gateway hands turns to: it writes them down. `failing` is what goes wrong there."""

    def __init__(self) -> None:
        self.taken: list[Activity] = []
        self.failing: Exception | None = None

    async def take(self, activity: Activity) -> None:
        if self.failing:
            raise self.failing
        self.taken.append(activity)

    async def answer(self, activity: Activity) -> Answer | None:
        return Answer(201, {"name": activity.name, "nothing": None, "list": [1]}) if activity.name == "ours" else None


@pytest.fixture
def ours() -> Ours:
    return Ours()


@pytest.fixture
def gateway(ours: Ours) -> Gateway:
    return Gateway(ours.take, ours.answer)


def passed(kind: str, **fields: Any) -> Pass:
    payload = TEAMS.activity(kind, ANN, PRIVATE, **fields)
    return Pass(msgspec.convert(payload, Activity), payload, {"aud": "us"})


@pytest.mark.parametrize("kind", ["message", "messageUpdate", "messageDelete", "installationUpdate"])
async def test_a_turn_is_handed_on_as_the_gate_read_it(gateway: Gateway, ours: Ours, kind: str) -> None:
    turn = passed(kind, text="hello", action="add", channelData={"eventType": "editMessage"})
    assert await gateway.turn(turn) == Answer()
    assert ours.taken == [turn.activity]


async def test_an_answer_goes_out_as_it_was_given(gateway: Gateway) -> None:
    """The SDK's own way out writes it twice, and fails."""
    assert await gateway.turn(passed("invoke", name="ours")) == Answer(
        201, {"name": "ours", "nothing": None, "list": [1]}
    )


@pytest.mark.parametrize("name", ["theirs", "fileConsent/invoke", "composeExtension/query", "", None])
async def test_what_nobody_answers_is_not_implemented(gateway: Gateway, ours: Ours, name: str | None) -> None:
    assert await gateway.turn(passed("invoke", name=name, value=[])) == Answer(501)
    assert ours.taken == []


async def test_what_goes_wrong_comes_out(gateway: Gateway, ours: Ours) -> None:
    ours.failing = OSError("the database is away")
    with pytest.raises(OSError, match="the database is away"):
        await gateway.turn(passed("message", text="hello"))


@pytest.mark.parametrize(
    "odd", [{"suggestedActions": 5}, {"attachments": [5]}, {"timestamp": "soon"}, {"entities": [5]}]
)
async def test_what_the_sdk_cannot_read_is_no_activity(gateway: Gateway, ours: Ours, odd: dict[str, Any]) -> None:
    turn = passed("message", text="hello")
    assert await gateway.turn(turn._replace(payload=turn.payload | odd)) == Answer(400)
    assert ours.taken == []


def test_the_app_is_imported_without_the_sdk() -> None:
    """Its import takes half a second, and most processes never need it."""
    said = f"import sys, adapters.teams.web; sys.exit(any(name.startswith({SDK!r}) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0


def test_one_module_knows_the_sdk() -> None:
    folder = Path(adapters.__file__).parent / "teams"
    knowing = {path.name for path in folder.glob("*.py") if any(_imports(path))}
    assert knowing == {"gateway.py"}


def _imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return [name for name in names if name.startswith(SDK)]
