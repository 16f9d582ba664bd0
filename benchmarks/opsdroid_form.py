"""The form as an opsdroid skill on its in-memory store: the leanest bot framework we found.

opsdroid has no forms, so the skill keeps its own state. Runs in build/bench-venv:
`python -m benchmarks.opsdroid_form TALKS`.
"""

import gettext
import sys
from typing import Any

from opsdroid.connector import Connector
from opsdroid.core import OpsDroid
from opsdroid.database import InMemoryDatabase
from opsdroid.events import Message
from opsdroid.matchers import match_regex

from benchmarks.form import ANSWERS, QUESTIONS, RETRY, TALK
from benchmarks.measure import report, talks


class LoopConnector(Connector):
    """A connector that throws replies away."""

    async def connect(self) -> None: ...

    async def listen(self) -> None: ...

    async def send(self, event: Any) -> None: ...

    async def disconnect(self) -> None: ...


@match_regex(r".+")
async def form(opsdroid: OpsDroid, config: dict[str, Any], event: Any) -> None:
    """One turn: check the answer to the open question, keep it, ask the next."""
    answers = await opsdroid.memory.get(event.target)
    if answers is None:
        await opsdroid.memory.put(event.target, {"form": "open"})
        await event.respond(QUESTIONS[0].text)
        return
    question = QUESTIONS[len(answers) - 1]
    if not question.accepts(event.text):
        await event.respond(RETRY)
        return
    await opsdroid.memory.put(event.target, answers | {question.name: event.text})
    done = len(answers) == len(QUESTIONS)
    await event.respond("Saved." if done else QUESTIONS[len(answers)].text)


def bot() -> OpsDroid:
    """An opsdroid with one skill, one connector and nothing else."""
    opsdroid = OpsDroid(config={})
    opsdroid.connectors = [LoopConnector({"name": "bench"}, opsdroid)]
    opsdroid.memory.databases = [InMemoryDatabase()]
    opsdroid.register_skill(form, {"name": "form"})
    return opsdroid


async def run(opsdroid: OpsDroid, count: int) -> dict[str, float]:
    """Fill in `count` forms and check every one of them."""
    connector = opsdroid.connectors[0]

    async def turn(conversation: str, index: int) -> None:
        await opsdroid.parse(Message(TALK[index], "user", "user", conversation, connector))

    result = await talks(turn, len(TALK), count)
    for number in range(count):
        answers = await opsdroid.memory.get(f"talk-{number}")
        assert answers == {"form": "open"} | ANSWERS, "a form went wrong"
    return result


if __name__ == "__main__":
    gettext.install("opsdroid")
    with bot() as opsdroid:
        report(opsdroid.eventloop.run_until_complete(run(opsdroid, int(sys.argv[1]))))
