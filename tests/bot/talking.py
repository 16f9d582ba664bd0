"""A person at a real desk, with a clock that a test moves."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from adapters.hearing import Commanded, Forgotten, Happened, Invited, Person, Seen, ShadowOver, SheetSent
from bot.desk import Answer, Desk
from dialogs.company import Company
from dialogs.conversation import Conversation
from dialogs.events import Clicked, Elapsed, Event, Said
from dialogs.interception.judge import judge
from storage.store import Store

MORNING: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday, ten o'clock in Paris
TEAM: Final = Company(channels=("team",))
TOOL_FIRST: Final = "We should launch a TikTok page for recruiting"
ANA: Final = Person("acme", "ana", "Ana", zone="Europe/Paris")
BEN: Final = Person("acme", "ben", "Ben", zone="Europe/Paris")

Anything = Event | Seen | Commanded | Invited | ShadowOver | SheetSent | Forgotten


class Talk:
    """One person's talk. Every event comes a minute after the one before."""

    def __init__(self, store: Store, person: Person = ANA, company: Company = TEAM) -> None:
        self.store = store
        self.desk = Desk(company)
        self.person = person
        self.now = MORNING

    def later(self, **span: float) -> "Talk":
        self.now += timedelta(**span)
        return self

    def called(self, **news: str) -> "Talk":
        self.person = msgspec.structs.replace(self.person, **news)
        return self

    def take(self, event: Anything, *, public: bool = False) -> Answer:
        self.later(minutes=1)
        happened = Happened(self.person, event, "test", self.now, public=public)
        return self.store.run_now(lambda tx: self.desk.take(tx, happened))

    def say(self, *texts: str) -> Answer:
        for text in texts:
            answer = self.take(Said(text))
        return answer

    def press(self, button: str) -> Answer:
        return self.take(Clicked(button))

    def wait(self, **span: float) -> Answer:
        self.later(**span)
        return self.take(Elapsed())

    def channel(self, text: str = TOOL_FIRST, channel: str = "team", **more: Any) -> Answer:
        """What the coach does on a tool-first channel message; `more` is of `Seen`."""
        found = judge(text)
        assert found.intercept, text
        return self.take(Seen(channel, found, **more), public=True)

    def command(self, text: str, channel: str = "team", **more: Any) -> Answer:
        """`/plan` in a channel, with what is typed behind it; `more` is of `Commanded`."""
        return self.take(Commanded(text, channel, **more), public=True)

    def state(self) -> Conversation:
        return self.store.run_now(lambda tx: self.desk.show(tx, self.person)).conversation


def keys_of(answer: Answer) -> list[str]:
    return [reply.key for reply in answer.replies]


def texts_of(answer: Answer) -> str:
    return "\n".join(reply.text for reply in answer.replies)


def rows(folder: Path) -> list[str]:
    """All that is in the database, as SQL."""
    with sqlite3.connect(next(folder.rglob("planfirst.db"))) as database:
        dump = list(database.iterdump())
    database.close()
    return dump
