"""The form as a botbuilder-dialogs waterfall, in memory or on SQLite: the peer of our engine.

Runs in build/bench-venv: `python -m benchmarks.botbuilder_form memory|sqlite TALKS`.
"""

import asyncio
import pickle
import sqlite3
import sys
import tempfile
from typing import Any

from botbuilder.core import BotAdapter, ConversationState, MemoryStorage, MessageFactory, Storage, TurnContext
from botbuilder.dialogs import (
    DialogSet,
    DialogTurnResult,
    DialogTurnStatus,
    WaterfallDialog,
    WaterfallStepContext,
)
from botbuilder.dialogs.prompts import PromptOptions, PromptValidatorContext, TextPrompt
from botbuilder.schema import Activity, ActivityTypes, ChannelAccount, ConversationAccount, ResourceResponse

from benchmarks.form import ANSWERS, QUESTIONS, RETRY, TALK, Question
from benchmarks.measure import report, talks


class SqliteStorage(Storage):
    """One row per conversation, one commit per turn: botbuilder ships no storage for SQL.

    Pickle, because jsonpickle (what botbuilder's own cloud storages use) is slower: the peer gets the
    better of the two.
    """

    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("pragma journal_mode=wal")
        self.db.execute("pragma synchronous=normal")
        self.db.execute("create table state (key text primary key, value blob not null) without rowid")

    async def read(self, keys: list[str]) -> dict[str, Any]:
        rows = (self.db.execute("select key, value from state where key = ?", (key,)).fetchone() for key in keys)
        return {row[0]: pickle.loads(row[1]) for row in rows if row}

    async def write(self, changes: dict[str, Any]) -> None:
        rows = [(key, pickle.dumps(value)) for key, value in changes.items()]
        self.db.execute("begin immediate")
        self.db.executemany("insert or replace into state values (?, ?)", rows)
        self.db.execute("commit")

    async def delete(self, keys: list[str]) -> None:
        self.db.executemany("delete from state where key = ?", [(key,) for key in keys])


class LoopAdapter(BotAdapter):
    """The least an adapter can be. (botbuilder's TestAdapter knows one conversation only.)"""

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        return [ResourceResponse(id="1") for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        raise NotImplementedError

    async def delete_activity(self, context: TurnContext, reference: Any) -> None:
        raise NotImplementedError


def prompt_for(question: Question) -> TextPrompt:
    """A text prompt that accepts what the question accepts."""

    async def valid(prompt: PromptValidatorContext) -> bool:
        return bool(prompt.recognized.succeeded and question.accepts(prompt.recognized.value))

    return TextPrompt(question.name, valid)


def step_for(question: Question) -> Any:
    """A waterfall step: keep the answer to the question before, ask this one."""

    async def step(context: WaterfallStepContext) -> DialogTurnResult:
        context.values.setdefault("answers", []).append(context.result)
        ask = PromptOptions(prompt=MessageFactory.text(question.text), retry_prompt=MessageFactory.text(RETRY))
        return await context.prompt(question.name, ask)

    return step


class FormBot:
    """The waterfall, its state and the forms that came out of it."""

    def __init__(self, storage: Storage) -> None:
        self.filled: dict[str, dict[str, str]] = {}
        self.state = ConversationState(storage)
        self.dialogs = DialogSet(self.state.create_property("DialogState"))
        steps = [step_for(question) for question in QUESTIONS]
        self.dialogs.add(WaterfallDialog("form", [*steps, self.finish]))
        for question in QUESTIONS:
            self.dialogs.add(prompt_for(question))

    async def finish(self, context: WaterfallStepContext) -> DialogTurnResult:
        """The last step: the form as a dictionary, and a word of thanks."""
        answers = [*context.values["answers"][1:], context.result]
        form = dict(zip((question.name for question in QUESTIONS), answers, strict=True))
        self.filled[context.context.activity.conversation.id] = form
        await context.context.send_activity("Saved.")
        return await context.end_dialog()

    async def on_turn(self, turn: TurnContext) -> None:
        """One turn: go on with the form or begin it, then save."""
        dialog = await self.dialogs.create_context(turn)
        result = await dialog.continue_dialog()
        if result.status == DialogTurnStatus.Empty:
            await dialog.begin_dialog("form")
        await self.state.save_changes(turn)


def message(conversation: str, text: str) -> Activity:
    """A message as a channel would deliver it."""
    return Activity(
        type=ActivityTypes.message,
        id="1",
        text=text,
        channel_id="bench",
        service_url="https://localhost",
        conversation=ConversationAccount(id=conversation),
        from_property=ChannelAccount(id="user"),
        recipient=ChannelAccount(id="bot"),
    )


async def run(kind: str, count: int) -> dict[str, float]:
    """Fill in `count` forms and check every one of them."""
    with tempfile.TemporaryDirectory() as folder:
        bot = FormBot(MemoryStorage() if kind == "memory" else SqliteStorage(f"{folder}/state.db"))
        adapter = LoopAdapter()

        async def turn(conversation: str, index: int) -> None:
            context = TurnContext(adapter, message(conversation, TALK[index]))
            await adapter.run_pipeline(context, bot.on_turn)

        result = await talks(turn, len(TALK), count)
    assert all(bot.filled[f"talk-{number}"] == ANSWERS for number in range(count)), "a form went wrong"
    return result


if __name__ == "__main__":
    report(asyncio.run(run(sys.argv[1], int(sys.argv[2]))))
