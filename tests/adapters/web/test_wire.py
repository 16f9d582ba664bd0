"""The page's wire format: frames to events, conversations to what the page draws."""

import json
from datetime import date

import msgspec
import pytest

from adapters.web import wire
from dialogs.conversation import Conversation, Prompt, Slot
from dialogs.events import Clicked, Said, Submitted
from dialogs.plan import Objective, Plan, Step
from dialogs.replies import Ask, Choice, Say

MONDAY = date(2026, 3, 2)
PROMPT = Prompt("q.problem", "1.2.0", "problem.what")


@pytest.mark.parametrize(
    ("frame", "event"),
    [
        ({"type": "say", "text": "our ideas get lost"}, Said("our ideas get lost")),
        ({"type": "say", "text": "/plan start"}, Said("/plan start")),
        ({"type": "press", "button": "btn.start", "token": "1.2.0"}, Clicked("btn.start", "1.2.0")),
        (
            {"type": "form", "token": "1.2.0", "fields": {"people": "us"}},
            Submitted({"people": "us"}, "1.2.0"),
        ),
    ],
)
def test_a_frame_becomes_an_event(frame: dict[str, object], event: object) -> None:
    message = wire.read(json.dumps(frame))
    assert isinstance(message, wire.Typed | wire.Pressed | wire.Filled)
    assert wire.event_of(message) == event


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ("", "not_json"),
        ("hello", "not_json"),
        ("[1]", "unknown"),
        ("{}", "unknown"),
        ('{"type": "sing"}', "unknown"),
        ('{"type": "say"}', "unknown"),
        ('{"type": "say", "text": 3}', "unknown"),
        ('{"type": "say", "text": "x", "where": "everywhere"}', "unknown"),
        ('{"type": "lang", "lang": "de"}', "unknown"),
        ('{"type": "hello", "person": "../../etc"}', "unknown"),
        ('{"type": "hello", "person": "short"}', "unknown"),
        (json.dumps({"type": "say", "text": "x" * wire.MAX_FRAME}), "too_long"),
    ],
)
def test_a_frame_that_is_no_message_is_refused_with_its_reason(frame: str, reason: str) -> None:
    with pytest.raises(wire.FrameError) as refused:
        wire.read(frame)
    assert refused.value.reason == reason
    assert str(refused.value)


def test_a_message_of_20000_characters_is_read() -> None:
    message = wire.read(json.dumps({"type": "say", "text": "é" * 20_000}, ensure_ascii=False))
    assert isinstance(message, wire.Typed)
    assert len(message.text) == 20_000


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Maya", "Maya"),
        ("  Marie   Ange ", "Marie Ange"),
        ("Ma\nya\x00", "Ma ya"),
        ("\u202e", "Alex"),
        ("", "Alex"),
        ("x" * 90, "x" * wire.MAX_NAME),
    ],
)
def test_a_name_is_made_fit_to_be_shown(typed: str, name: str) -> None:
    assert wire.first_name(typed) == name


def test_what_the_coach_says_travels_with_its_tag_and_its_key() -> None:
    asked = Ask("q.problem", "What happens?", "1.2.0", (Choice("btn.why", "Why?"),))
    for reply, tag in ((Say("intercept.start", "A few questions."), "say"), (asked, "ask")):
        sent = json.loads(wire.write(wire.Told("page/maya/1/0", reply)))
        assert (sent["type"], sent["key"], sent["reply"]["type"]) == ("told", "page/maya/1/0", tag)
    assert sent["reply"]["choices"] == [{"key": "btn.why", "label": "Why?"}]
    assert wire.read('{"type": "heard", "key": "page/maya/1/0"}') == wire.Heard("page/maya/1/0")


def test_state_names_the_open_question() -> None:
    state = wire.state("Maya", "team", Conversation(status="talking", prompt=PROMPT), MONDAY)
    assert (state.name, state.channel, state.open, state.stage) == ("Maya", "team", "1.2.0", 1)
    assert wire.state("Maya", "team", Conversation(), MONDAY).open is None


@pytest.mark.parametrize(
    ("conversation", "stage"),
    [
        (Conversation(), 0),
        (Conversation(status="offered", prompt=Prompt("intercept.open", "1.1.0")), 0),
        (Conversation(status="talking", prompt=PROMPT), 1),
        (Conversation(status="talking", prompt=Prompt("probe.no_date", "1.5.0", "objective.numbers")), 2),
        (Conversation(status="talking", prompt=Prompt("q.steps", "1.9.0", "steps")), 3),
        (Conversation(status="talking", prompt=Prompt("q.step.blocker", "1.9.0", "step.blocker", 0)), 4),
        (Conversation(status="talking", prompt=Prompt("q.share", "1.9.0", "share")), 5),
        (Conversation(status="paused", slots={"problem.what": Slot("given"), "steps": Slot("open")}), 3),
        (Conversation(status="closed"), 6),
    ],
)
def test_stage(conversation: Conversation, stage: int) -> None:
    assert wire.stage(conversation) == stage


def test_no_plan_is_drawn_before_anything_is_known() -> None:
    assert wire.plan_view(Conversation(status="talking", prompt=PROMPT), MONDAY) is None


def test_the_plan_has_rows_steps_with_verdicts_and_open_points() -> None:
    plan = Plan(
        problem="30 ideas and no answer",
        objective=Objective("answers in days", "days to an answer", 150, 14, "days", date(2026, 6, 30)),
        people="the shift leads",
        steps=(
            Step("sort the ideas", "Maya", date(2026, 3, 13), verdict="no_tool"),
            Step("answer them", None, None),
        ),
        commitment="book a room",
    )
    view = wire.plan_view(Conversation(status="talking", plan=plan), MONDAY)
    assert view is not None
    assert [(row.label, row.place) for row in view.rows] == [
        ("Problem", "above"),
        ("Objective", "above"),
        ("People", "above"),
        ("Tools", "below"),
        ("First", "below"),
    ]
    assert view.steps == (
        wire.StepView("sort the ideas", "Maya · 13 March", "no_tool"),
        wire.StepView("answer them", "", None),
    )
    assert len(view.open) == 1
    assert "answer them" in view.open[0]


def test_the_plan_is_drawn_in_french_too() -> None:
    plan = Plan(problem="rien n'est partagé", steps=(Step("lister", "Paul", date(2026, 3, 6)),))
    view = wire.plan_view(Conversation(status="talking", lang="fr", plan=plan), MONDAY)
    assert view is not None
    assert [row.label for row in view.rows] == ["Problème"]
    assert view.steps[0].about == "Paul · 6 mars"
    assert msgspec.json.decode(wire.write(wire.PlanNow(view, 3)))["type"] == "plan"
