"""The decision table: the cases people argued about, the guards on every combination, the next question."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.coach.verdict import VALUE_CLASSES, Verdict, decide, next_question
from dialogs.content.messages_en import MESSAGES as EN
from dialogs.content.messages_fr import MESSAGES as FR
from dialogs.content.verdict_table import (
    ASK_ORDER,
    ATTRIBUTES,
    DEFAULTS,
    HUMAN_BLOCKERS,
    IMPLIED,
    RULES,
    TOOL_BLOCKERS,
)


def attrs(words: str) -> dict[str, str]:
    """Attributes written as in the tables below: "blocker=time size=l"."""
    return dict(pair.split("=") for pair in words.split())


CASES = [
    # (what is going on, attributes other than the defaults, verdict, rule, implied blocker's row)
    ("approval nobody has given", "blocker=decision mechanism=works size=xl distance=time_zones rhythm=daily purpose=find_answers", "no_tool", "R1", None),
    ("no time in the week", "blocker=time mechanism=fragile", "no_tool", "R1", None),
    ("people fear being judged", "blocker=trust size=l purpose=collect mechanism=none", "no_tool", "R1", None),
    ("individual bonuses stop sharing", "blocker=incentive mechanism=works size=l distance=multi_site purpose=find_answers rhythm=weekly", "no_tool", "R1", None),
    ("nobody in charge of answering ideas", "blocker=owner purpose=collect size=xl mechanism=fragile", "no_tool", "R1", None),
    ("ask not clear", "blocker=unclear purpose=inform size=xl reach=partly", "no_tool", "R1", None),
    ("managers never shown how to hold the talk", "blocker=skill purpose=bond size=m", "no_tool", "R1", None),
    ("eight people, one floor, information missed", "size=s blocker=not_seen mechanism=fragile", "no_tool", "R2", None),
    ("ten people, one site, answers too slow", "size=s blocker=too_slow mechanism=works purpose=find_answers rhythm=daily", "no_tool", "R2", None),
    ("five people, one site, never on the same shift", "size=s blocker=distance_time mechanism=none", "unblock", "R4", None),
    ("problem-solving routine, many sites, daily", "mechanism=works purpose=find_answers size=xl distance=time_zones rhythm=daily ties=strangers", "radical", "R3", None),
    ("technicians' fixes told at meetings", "mechanism=works purpose=find_answers size=xl distance=multi_site rhythm=daily keep=find_again blocker=lost", "radical", "R3", None),
    ("customers already answer each other at user meetings", "mechanism=works purpose=find_answers size=xl distance=outside rhythm=daily ties=strangers blocker=volume", "radical", "R3", None),
    ("kaizen ideas treated within 10 days on 6 plants", "mechanism=works purpose=collect size=l distance=multi_site rhythm=weekly", "radical", "R3", None),
    ("same, but one plant where all know each other", "mechanism=works purpose=collect size=l distance=same_site ties=close rhythm=weekly", "no_tool", "R8", None),
    ("same, but only once a year", "mechanism=works purpose=collect size=l distance=multi_site rhythm=once", "no_tool", "R8", None),
    ("yearly idea jam, thousands of posts", "mechanism=works purpose=collect size=xl distance=time_zones rhythm=once blocker=volume", "unblock", "R6", None),
    ("the routine only works sometimes", "mechanism=fragile purpose=find_answers size=xl distance=time_zones rhythm=daily ties=strangers", "unblock", "R6", "D3"),
    ("there is no routine", "mechanism=none purpose=find_answers size=xl distance=time_zones rhythm=daily ties=strangers", "no_tool", "R5b", None),
    ("no routine, and said to be a volume problem", "mechanism=none purpose=find_answers size=xl blocker=volume", "no_tool", "R5a", None),
    ("no idea process, wants an idea platform", "mechanism=none purpose=collect size=l blocker=volume", "no_tool", "R5a", None),
    ("nothing yet and the two sites cannot meet", "mechanism=none blocker=distance_time distance=multi_site size=m", "unblock", "R4", None),
    ("nothing yet and a supplier has no access", "mechanism=none blocker=access distance=outside size=s", "unblock", "R4", None),
    ("handover notes lost between shifts, 40 people", "mechanism=fragile blocker=lost size=m rhythm=daily", "unblock", "R6", None),
    ("new hires cannot find who knows what", "mechanism=fragile blocker=cant_find size=m purpose=find_answers", "unblock", "R6", None),
    ("six people, one site, cannot find last year's files", "mechanism=fragile blocker=cant_find size=s", "unblock", "R6", None),
    ("drivers without e-mail miss safety notes", "mechanism=fragile purpose=inform reach=not_covered size=l distance=multi_site", "unblock", "R6", "D5"),
    ("same, but everyone reads the board", "mechanism=works purpose=inform reach=covered size=l distance=multi_site", "no_tool", "R8", None),
    ("project decisions, four people", "purpose=decide size=s distance=multi_site", "no_tool", "R7", None),
    ("decisions across time zones, weekly, fragile", "purpose=decide size=s distance=time_zones mechanism=fragile", "unblock", "R6", "D4"),
    ("monthly newsletter that people read", "purpose=inform mechanism=works rhythm=monthly size=xl", "no_tool", "R8", None),
    ("interview five leavers", "purpose=collect size=s rhythm=once mechanism=none", "no_tool", "R8", None),
    ("buddy for each new hire", "purpose=bond size=m mechanism=none rhythm=weekly", "no_tool", "R8", None),
    ("repaint the lobby", "purpose=co_produce size=s rhythm=once mechanism=none", "no_tool", "R8", None),
    ("answers to field engineers take two days, three countries", "purpose=find_answers mechanism=fragile latency=minutes distance=time_zones rhythm=daily size=m", "unblock", "R6", "D1"),
    ("design files with partners, kept as proof", "purpose=co_produce mechanism=fragile keep=proof distance=outside size=m rhythm=weekly", "unblock", "R6", "D2"),
    ("crisis: who may speak is not settled", "blocker=decision purpose=decide size=s latency=minutes", "no_tool", "R1", None),
    ("crisis: 40 mentions an hour, duty desk overwhelmed", "blocker=volume purpose=find_answers mechanism=works size=l distance=outside rhythm=once latency=minutes", "unblock", "R6", None),
    ("chatbot wanted, but 6 contacts of 10 come from wrong bills", "blocker=unclear purpose=find_answers size=xl distance=outside rhythm=daily mechanism=fragile", "no_tool", "R1", None),
    ("same, bills fixed, customers search at night", "blocker=cant_find purpose=find_answers size=xl distance=outside rhythm=daily mechanism=fragile", "unblock", "R6", None),
    ("referral hiring works, jobs not seen by shop-floor staff", "blocker=not_seen purpose=inform reach=partly mechanism=works size=l", "unblock", "R6", None),
    ("candidates wait because managers are busy", "blocker=time purpose=decide size=s", "no_tool", "R1", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "verdict", "rule", "implied"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_case(said: str, verdict: str, rule: str, implied: str | None) -> None:
    found = decide(attrs(said))
    assert (found.kind, found.rule, found.implied) == (verdict, rule, implied)


def test_the_reason_names_the_human_blocker() -> None:
    assert decide({"blocker": "trust"}) == Verdict("no_tool", "R1", "reason.R1.trust", "trust", None)


def test_an_implied_blocker_becomes_the_blocker() -> None:
    found = decide(attrs("mechanism=fragile reach=partly"))
    assert (found.blocker, found.implied, found.reason) == ("not_seen", "D5", "reason.R6")


@pytest.mark.parametrize("wrong", [{"size": "huge"}, {"mood": "good"}])
def test_a_word_outside_the_table_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"huge|mood"):
        decide(wrong)


# Every combination. Values that no condition tells apart are one class, so 21,600 combinations of classes stand
# for all 1,866,240; the next two tests show that nothing is lost by it.

EVERY_CLASS = [dict(zip(VALUE_CLASSES, values, strict=True)) for values in product(*VALUE_CLASSES.values())]
RANK = {"no_tool": 0, "unblock": 1, "radical": 2}


def class_of(name: str, value: str) -> str:
    """The value that stands for this one: the one that meets the same conditions of the table."""

    of_rows = [row.when[name] for row in IMPLIED + RULES if name in row.when]
    of_rows += [rule.any_of[name] for rule in RULES if name in rule.any_of]

    def conditions(v: str) -> list[bool]:
        return [v in values for values in of_rows]

    return next(v for v in VALUE_CLASSES[name] if conditions(v) == conditions(value))


ANY_STEP = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in ATTRIBUTES.items()})
PARTLY_KNOWN = st.fixed_dictionaries(
    {"mechanism": st.sampled_from(ATTRIBUTES["mechanism"])},
    optional={name: st.sampled_from(values) for name, values in ATTRIBUTES.items() if name != "mechanism"},
)


def test_the_classes_stand_for_every_combination() -> None:
    assert prod(len(values) for values in ATTRIBUTES.values()) == 1_866_240
    assert len(EVERY_CLASS) == 21_600


@given(ANY_STEP)
def test_a_step_has_the_verdict_of_its_class(step: dict[str, str]) -> None:
    projected = {name: class_of(name, value) for name, value in step.items()}
    assert decide(step)[:2] == decide(projected)[:2]


def test_every_combination_has_one_verdict_and_every_rule_is_reached() -> None:
    verdicts = [decide(step) for step in EVERY_CLASS]
    assert {v.rule for v in verdicts} == {rule.name for rule in RULES}
    assert {v.implied for v in verdicts} == {row.name for row in IMPLIED} | {None}
    assert {v.kind for v in verdicts} == set(RANK)


def test_a_human_blocker_never_gives_a_tool() -> None:
    for step in EVERY_CLASS:
        for blocker in HUMAN_BLOCKERS if step["blocker"] in HUMAN_BLOCKERS else ():
            assert decide({**step, "blocker": blocker}).kind == "no_tool"


def test_radical_only_for_a_way_that_works_with_many_apart_and_often() -> None:
    for step in EVERY_CLASS:
        if decide(step).kind == "radical":
            assert step["mechanism"] == "works"
            assert step["size"] in {"l", "xl"}
            assert step["rhythm"] in {"weekly", "daily"}
            assert step["distance"] != "same_site" or step["ties"] == "strangers"


def test_without_a_mechanism_the_most_is_a_first_trial_with_tools_at_hand() -> None:
    for step in EVERY_CLASS:
        found = decide({**step, "mechanism": "none"})
        assert found.kind == "no_tool" or found.rule == "R4"


@pytest.mark.parametrize("name", ["mechanism", "size"])
def test_a_better_mechanism_or_more_people_never_lowers_the_verdict(name: str) -> None:
    for step in EVERY_CLASS:
        for blocker in TOOL_BLOCKERS if step["blocker"] in TOOL_BLOCKERS else ():
            ranks = [RANK[decide({**step, "blocker": blocker, name: v}).kind] for v in ATTRIBUTES[name]]
            assert ranks == sorted(ranks)


def test_every_reason_can_be_said() -> None:
    reasons = {decide(step).reason for step in EVERY_CLASS} | {f"reason.R1.{b}" for b in HUMAN_BLOCKERS}
    assert reasons <= EN.keys() & FR.keys()


# The next question.


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ("", "blocker"),
        ("mechanism=works size=xl purpose=find_answers", "blocker"),
        ("mechanism=fragile blocker=time", None),  # human: nothing else matters
        ("mechanism=fragile blocker=lost", None),  # unblock, whoever and wherever
        ("mechanism=fragile blocker=not_seen", "size"),  # few and close, or not
        ("mechanism=fragile blocker=not_seen size=s", "distance"),
        ("mechanism=none blocker=none", None),  # nothing to speed up
        ("mechanism=works blocker=none", "size"),
        ("mechanism=works blocker=none size=xl", "distance"),
        ("mechanism=works blocker=none size=xl distance=multi_site", "purpose"),
        ("mechanism=works blocker=none size=xl distance=multi_site purpose=collect", "rhythm"),
        ("mechanism=works blocker=none size=xl distance=multi_site purpose=collect rhythm=weekly", None),
        ("mechanism=fragile blocker=none purpose=bond", "distance"),  # the size would change nothing
    ],
)
def test_next_question(known: str, asked: str | None) -> None:
    assert next_question(attrs(known)) == asked


@given(PARTLY_KNOWN)
def test_a_question_is_asked_exactly_while_the_verdict_is_open(known: dict[str, str]) -> None:
    unknown = [name for name in ASK_ORDER if name not in known]
    # One value per class, or 5,760 verdicts would be drawn for each example.
    answers = product(*(VALUE_CLASSES[name] for name in unknown))
    kinds = {decide({**known, **dict(zip(unknown, values, strict=True))}).kind for values in answers}
    asked = next_question(known)
    assert (asked is None) == (len(kinds) == 1)
    assert asked is None or asked in unknown


@given(PARTLY_KNOWN.filter(lambda known: "blocker" in known))
def test_the_questions_lead_to_the_verdict_of_the_full_answer(known: dict[str, str]) -> None:
    """Asking only what is needed never changes the outcome: the rest may take any value."""
    full = {**DEFAULTS, **known}
    said = dict(known)
    while (asked := next_question(said)) is not None:
        said[asked] = full[asked]
    assert decide(said).kind == decide(full).kind
