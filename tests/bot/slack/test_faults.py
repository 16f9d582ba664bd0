"""Slack fails, hangs, hangs up and has enough of us, before and after it did the work: a talk is what it would have been.

Each fault meets every method once at every line of a short talk. In the talk all is said exactly once and in order; of
what only its reader sees Slack tells nothing, so there an offer is made at most once.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from adapters.slack import client
from dialogs.company import Company
from dialogs.conversation import Conversation
from storage.errors import UnreachableError
from tests.bot.slack.world import World, buttons, words
from tests.fakes.slack import User
from tests.transcripts.playing import START

TIMEOUT: Final = 0.25  # seconds, in place of four
TOO_LONG: Final = 2 * TIMEOUT
FAULTS: Final[dict[str, dict[str, Any]]] = {
    "busy": {"retry_after": 1},
    "fails": {"status": 500},
    "fails after the work": {"status": 500, "after": True},
    "hangs": {"delay": TOO_LONG, "drop": True},
    "hangs after the work": {"delay": TOO_LONG, "after": True},
    "hangs up": {"drop": True},
    "hangs up after the work": {"drop": True, "after": True},
}
METHODS: Final = (
    "chat.postMessage", "chat.postEphemeral", "chat.update", "conversations.open", "conversations.replies",
    "conversations.history", "response_url", "views.open", "views.update", "views.publish",
    "assistant.threads.setStatus", "assistant.threads.setSuggestedPrompts",
)  # fmt: skip
# What follows from an answer that was lost: the same window cannot be opened nor filled twice.
FOLLOWS: Final = ("answered exchanged_trigger_id", "answered hash_conflict")

TOOL: Final = "We should launch a Slack community for innovation"
MUCH: Final = "We should launch a Teams community for the line leads, requests get lost"
ANSWER: Final = "The same pump fault was mended three times in October, each time from scratch"
PRIVATE: Final = ("Teams community", "line leads", "pump", "October", "Slack community")


class Outcome(NamedTuple):
    """What a person has before their eyes at the end, and what the coach remembers."""

    talk: list[str]
    whispers: list[str]
    slots: dict[str, Any]
    status: str


@pytest.fixture
def slack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The usual workspace, with little patience on our side."""
    monkeypatch.setattr(client, "TIMEOUT", TIMEOUT)
    with World(tmp_path, "http", Company(), START) as made:
        made.listens()
        yield made


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    with World(tmp_path_factory.mktemp("undisturbed"), "http", Company(), START) as slack:
        return hold_the_talk(slack, lambda: None)


def hold_the_talk(slack: World, disturb: Callable[[], None]) -> Outcome:
    """A talk with something of everything; `disturb` comes before each line."""
    ann, ben = slack.person("Ann"), slack.person("Ben")
    slack.listens("off")
    message = slack.write(ben, MUCH, slack.room)
    lines: list[Callable[[], object]] = [
        lambda: slack.do(slack.sim.open_home(ann, "messages")),
        lambda: slack.do(slack.sim.shortcut(ann, "think_through", message)),
        lambda: slack.press(ann, "btn.right"),
        lambda: slack.write(ann, ANSWER),
        lambda: slack.do(slack.sim.open_home(ann)),
        lambda: edit_the_plan(slack, ann),
    ]
    for line in lines:
        disturb()
        line()
        slack.sim._faults.clear()
    return outcome(slack, ann)


def edit_the_plan(slack: World, ann: User) -> None:
    """Whoever gets no window, or an empty one, asks again."""
    slack.command(ann, "edit")
    while (view := slack.sim.modal(ann)) is None or view.content.get("callback_id") != "edit.plan":
        if view is not None:
            slack.do(slack.sim.close(ann))
        slack.command(ann, "edit")
    slack.do(slack.sim.submit(ann, {"steps": "I sort the ideas by Friday 13 March"}))


def outcome(slack: World, ann: User) -> Outcome:
    talk: Conversation = slack.conversation(ann)
    pointers = [text for text in words(slack.whispers(ann)) if "private conversation" in text]
    return Outcome(words(slack.talk(ann)), pointers, talk.slots, talk.status)


def problems(slack: World) -> list[str]:
    return [problem for problem in slack.faults() if not problem.endswith(FOLLOWS)]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_the_talk_is_the_same(
    slack: World, fault: str, undisturbed: Outcome, everything_logged: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def disturb() -> None:
        for method in METHODS:
            slack.sim.inject(method, **FAULTS[fault])

    found = hold_the_talk(slack, disturb)
    assert found.talk == undisturbed.talk
    assert found.slots == undisturbed.slots
    assert found.status == undisturbed.status
    assert set(found.whispers) == set(undisturbed.whispers)
    assert problems(slack) == []
    met = {call.method for call in slack.sim.calls if call.injected}
    if "delay" not in FAULTS[fault]:
        assert {"chat.postMessage", "chat.update", "conversations.open", "response_url", "views.open"} <= met
    logged = everything_logged.text + "".join(capsys.readouterr())
    assert [word for word in PRIVATE if word in logged] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_offer_is_made_at_most_once(slack: World, fault: str) -> None:
    ann = slack.person("Ann")
    slack.do(slack.sim.open_home(ann))
    slack.sim.inject("chat.postEphemeral", **FAULTS[fault])
    slack.write(ann, TOOL, slack.room)

    arrives = fault == "busy" or FAULTS[fault].get("after", False)
    assert len(slack.whispers(ann)) == int(arrives), "what may have arrived is not said again"
    assert problems(slack) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_an_answer_to_a_press_takes_the_place_of_the_offer_in_the_end(slack: World, fault: str) -> None:
    ann = slack.person("Ann")
    slack.write(ann, TOOL, slack.room)
    slack.sim.inject("response_url", **FAULTS[fault])
    slack.press(ann, "btn.why")

    (why,) = slack.whispers(ann)
    assert words([why])[0].startswith("Your message names a tool")
    assert buttons(why) == ["btn.start", "btn.later", "btn.no"]
    assert problems(slack) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_somebody_of_whom_slack_does_not_tell_is_answered_all_the_same(slack: World, fault: str) -> None:
    ann = slack.person("Ann")
    slack.sim.inject("users.info", **FAULTS[fault])
    slack.write(ann, "hello")
    assert slack.heard() == ["ctl.welcome"]
    assert problems(slack) == []


# ---- Slack comes again ------------------------------------------------------------------------------------------


def test_what_could_not_be_kept_comes_again_and_is_answered_once(slack: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = slack.person("Ann")
    slack.write(ann, "hello")
    taken, failures = slack.runtime.intake._keep, [UnreachableError("sqlite")]

    def once_away(*arguments: Any) -> Any:
        if failures:
            raise failures.pop()
        return taken(*arguments)

    monkeypatch.setattr(slack.runtime.intake, "_keep", once_away)
    slack.heard()
    said = slack.write(ann, "start")
    (delivery,) = [d for d in slack.sim.deliveries if d.payload.get("event", {}).get("ts") == said.ts]
    assert [attempt.status for attempt in delivery.attempts] == [500, 200]
    assert slack.heard() == ["intercept.start", "q.problem"]


def test_what_was_acknowledged_and_comes_again_is_not_heard_again(slack: World) -> None:
    ann = slack.person("Ann")
    slack.write(ann, TOOL, slack.room)
    slack.write(ann, "start")
    slack.heard()
    for delivery in [d for d in slack.sim.deliveries if d.kind == "event"]:
        attempt = slack.do(slack.sim.redeliver(delivery))
        assert attempt.status == 200
    assert slack.heard() == []
    assert slack.faults() == []
