"""A plan that outlived its talk gets its answers back, as weak as they were left."""

from datetime import date

from dialogs.coach.summary import open_points
from dialogs.coach.told import slots_of, told
from dialogs.conversation import Conversation, Slot
from dialogs.plan import Obstacle, Plan, Step
from dialogs.review import with_weak

TODAY = date(2026, 3, 2)


def talk_over(plan: Plan) -> Conversation:
    return Conversation(plan=plan, slots=slots_of(Conversation(plan=plan), TODAY))


def test_weak_answers_come_back_open_with_their_words() -> None:
    plan = Plan(
        people="everyone",
        obstacles=(Obstacle("the mindset", abstract=True),),
        steps=(Step("list the faults", "Ana", date(2026, 3, 13)),),
        weak={"people": "everyone", "blockers": "abstract_blocker", "decision": "dont_know"},
    )
    talk = talk_over(plan)
    assert talk.slots["people"] == Slot("open", "everyone", "everyone")
    assert talk.slots["blockers"] == Slot("open", "the mindset", "abstract_blocker")
    assert talk.slots["decision"] == Slot("open", "", "dont_know")
    assert talk.slots["steps"] == Slot("given", "Ana: list the faults, by 13 March")
    assert with_weak(talk) == plan
    points = open_points(talk, TODAY)
    assert "in the way: “the mindset”" in points
    assert "decision: not said" in points


def test_something_sensitive_comes_back_without_a_word() -> None:
    hidden = Plan(obstacles=(Obstacle(sensitive=True),), weak={"blockers": "avoided"})
    assert talk_over(hidden).slots["blockers"] == Slot("open", "", "avoided", sensitive=True)
    beside_words = Plan(obstacles=(Obstacle("no time"), Obstacle(sensitive=True)), weak={"blockers": "avoided"})
    assert talk_over(beside_words).slots["blockers"].text == ""


def test_obstacles_come_back_in_words_that_read_the_same() -> None:
    plan = Plan(obstacles=(Obstacle("no time on night shifts"), Obstacle("the list gets lost")))
    assert told(Conversation(plan=plan), "blockers", TODAY) == "no time on night shifts; the list gets lost"
    assert talk_over(plan).slots["blockers"].state == "given"
    nothing = Plan(steps=(Step("list", read={"blocker": "none"}),))
    assert talk_over(nothing).slots["blockers"] == Slot("given")
