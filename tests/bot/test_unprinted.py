"""The terminal goes through inbox and outbox too: what was answered and not printed comes out when it is opened again."""

import pytest

from bot.chat import Chat, Line, TurnFailed
from bot.desk import Desk
from storage.outbox import Outbox
from storage.store import Store
from tests.bot.talking import ANA, MORNING, TEAM


def keys(chat: Chat, line: Line) -> list[str]:
    return [reply.key for reply in chat.hear(line).replies]


def opened(store: Store) -> Chat:
    return Chat(store, Desk(TEAM), ANA, MORNING)


def test_what_was_printed_is_not_given_again(store: Store) -> None:
    chat = opened(store)
    assert keys(chat, Line(command="start")) == ["intercept.start", "q.problem"]
    assert "q.problem" not in keys(chat, Line(say="we lost 9 hours in May"))


def test_what_was_not_printed_when_the_program_died_comes_first(store: Store) -> None:
    assert opened(store).hear(Line(command="start")).replies
    assert keys(opened(store), Line(command="list")) == ["intercept.start", "q.problem", "cmd.list"]


def test_what_was_printed_before_the_program_ended_stays_away(store: Store) -> None:
    chat = opened(store)
    chat.hear(Line(command="start"))
    chat.printed()
    assert keys(opened(store), Line(command="list")) == ["cmd.list"]


def test_a_turn_that_fails_leaves_nothing_in_the_inbox(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = opened(store)
    with monkeypatch.context() as broken:
        broken.setattr(Outbox, "add", lambda *_: 1 / 0)
        with pytest.raises(TurnFailed):
            chat.hear(Line(command="start"))
    assert store.run_now(lambda tx: tx.inbox.waiting_since()) is None
    assert keys(chat, Line(command="start")) == ["intercept.start", "q.problem"]
