"""Whatever people wrote, a digest has room on a phone, and holds nothing that is its owner's alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dialogs.digest.composing import CHARS, ITEMS, LINES
from dialogs.digest.findings import findings, read_plans
from dialogs.digest.period import week_before
from dialogs.digest.reader import Reader
from dialogs.digest.weekly import as_readers_see, so_far, weekly
from dialogs.lang import Lang
from dialogs.life.record import Approval, Life, Party, Reading, Record, Ref
from dialogs.plan import Objective, Obstacle, Plan, PlanState, Step
from dialogs.replies import DigestCard, Say
from tests.dialogs.digest.weeks import KARIM, MONDAY, at, days_ago, plan_of

words = st.text(st.characters(codec="utf-8"), max_size=120) | st.sampled_from(
    ["an answer to every idea", "x" * 400, "l'accueil « à l'usine » ; ou : ailleurs ?", "*bold* _and_ <script>", ""]
)
days = st.dates(MONDAY - timedelta(days=120), MONDAY + timedelta(days=3))
moments = days.map(at)
figures = st.integers(-1000, 1_000_000).map(float)


@dataclass(frozen=True)
class Draws:
    """Strategies for what a digest is made of."""

    objective = st.builds(
        Objective, outcome=words, measure=words, baseline=st.none() | figures, target=st.none() | figures,
        unit=st.sampled_from(["", "%", "€", "days", "jours"]), due=st.none() | days.map(lambda d: d + timedelta(days=200)),
    )  # fmt: skip
    plan = st.builds(
        Plan, number=st.just(1), state=st.sampled_from(get_args(PlanState)), problem=words, objective=objective,
        steps=st.lists(st.builds(Step, words, due=st.none() | days), max_size=2).map(tuple),
        obstacles=st.lists(st.builds(Obstacle, words, sensitive=st.booleans()), max_size=2).map(tuple),
    )  # fmt: skip
    life = st.builds(
        Life, version=st.integers(0, 3), sent_version=st.integers(0, 2), since=st.none() | moments,
        moved_at=st.none() | moments, sent_at=st.none() | moments, stalled_on=st.none() | days,
        started_on=st.none() | days, owner=st.none() | st.builds(Party, st.just("T1"), st.just("o"), words),
        reviewer=st.sampled_from([None, KARIM]), posted=st.sampled_from([(), ("team",)]),
        followers=st.sampled_from([(), (KARIM,)]), posted_at=st.none() | moments,
        readings=st.lists(st.builds(Reading, on=days, value=figures), max_size=4).map(
            lambda read: tuple(sorted(read, key=lambda one: one.on))
        ),
        approval=st.none() | st.builds(Approval, st.just("Karim"), moments, st.just(1)),
        dropped_for=st.sampled_from(["", "drop.solved", "drop.unsaid"]),
    )  # fmt: skip


plans = st.lists(st.tuples(Draws.plan, Draws.life), max_size=12).map(
    lambda made: [Record(Ref("T1", f"owner{n}", 1), *one) for n, one in enumerate(made)]
)
langs: st.SearchStrategy[Lang] = st.sampled_from(["en", "fr"])


@settings(max_examples=200)
@given(plans, langs, st.booleans())
def test_it_has_room_on_a_phone(records: list[Record], lang: Lang, late: bool) -> None:
    reader = replace(KARIM, lang=lang)
    told = weekly(Reader(reader, date(2020, 1, 6)), records, MONDAY, MONDAY + timedelta(days=late))
    for digest in (told, so_far(reader, records, MONDAY), as_readers_see(reader, records, MONDAY)):
        if isinstance(digest, DigestCard):
            assert len(digest.text) <= CHARS
            assert digest.text.count("\n") < LINES
            assert all(0 < len(part.lines) <= ITEMS for part in digest.sections)
            assert 2 <= len(digest.choices) <= 4


@given(plans, langs)
def test_what_is_sensitive_leaves_no_trace(records: list[Record], lang: Lang) -> None:
    reader = replace(KARIM, lang=lang)
    without = [
        record._replace(plan=replace(record.plan, obstacles=tuple(o for o in record.plan.obstacles if not o.sensitive)))
        for record in records
    ]
    more = [
        record._replace(
            plan=replace(
                record.plan, obstacles=(*record.plan.obstacles, Obstacle("his burnout", sensitive=True)),
                weak={"problem.what": "sensitive"}, trigger_tool="a podcast",
            )
        )
        for record in records
    ]  # fmt: skip
    assert so_far(reader, records, MONDAY) == so_far(reader, without, MONDAY) == so_far(reader, more, MONDAY)


@given(plans)
def test_only_what_was_sent_or_posted_is_read(records: list[Record]) -> None:
    for record in read_plans(records, KARIM.key):
        assert record.life.reviewer == KARIM or (record.life.posted and KARIM in record.life.followers)
        assert record.plan.state not in ("draft", "in_coaching")
    stranger = replace(KARIM, id="nobody")
    assert so_far(stranger, records, MONDAY) is None


@given(plans)
def test_totals_are_those_of_five_people_or_more(records: list[Record]) -> None:
    seen = read_plans(records, KARIM.key)
    found = findings(seen, week_before(MONDAY, "UTC"), MONDAY, KARIM.key)
    assert (found.flow is None) == (len({record.ref.owner for record in seen}) < 5)


def test_five_plans_of_one_person_are_no_group() -> None:
    one = plan_of("Maya", "running", "an answer to every idea", started_on=date(2026, 3, 4))
    mine = [one._replace(ref=Ref("T1", "maya", number)) for number in range(1, 6)]
    digest = weekly(Reader(KARIM, MONDAY - timedelta(days=7)), mine, MONDAY, MONDAY)
    assert isinstance(digest, DigestCard)
    assert digest.totals == ""
    assert digest.sections[0].title == "News"
    assert digest.sections[0].lines[0] == "• An answer to every idea (Maya): started"
    assert digest.sections[0].more == "+ 2 more"


def test_what_waits_for_somebody_else_is_nobody_elses_news() -> None:
    """How long a reviewer takes is no matter for who follows the plan."""
    lea = replace(KARIM, id="lea")
    waits = plan_of(
        "Maya", "in_review", "an answer", reader=lea, posted=("team",), followers=(KARIM,),
        stalled_on=date(2026, 3, 4), moved_at=days_ago(20), since=days_ago(20),
    )  # fmt: skip
    assert so_far(KARIM, [waits], MONDAY) is None
    assert so_far(lea, [waits], MONDAY) is not None


@pytest.mark.parametrize(
    ("weeks", "shown"), [(0, True), (1, False), (2, False), (3, False), (4, True), (5, False), (8, True)]
)
def test_a_plan_that_stands_still_is_named_when_it_begins_to_and_every_fourth_week(weeks: int, shown: bool) -> None:
    stuck = plan_of("Ben", "running", "half the tickets", stalled_on=date(2026, 3, 4), moved_at=days_ago(20))
    monday = MONDAY + timedelta(days=7 * weeks)
    assert (weekly(Reader(KARIM, monday - timedelta(days=7)), [stuck], monday, monday) is not None) is shown


def test_a_quiet_line_ends_a_silent_month() -> None:
    """Eleven plans run and nothing happens for two years: one line a month, which names the month that was silent."""
    plans = [plan_of(f"Owner{n}", "running", "an answer", started_on=date(2026, 1, 5)) for n in range(11)]
    reader, lines = Reader(KARIM, MONDAY - timedelta(days=7)), []
    for week in range(104):
        monday = MONDAY + timedelta(days=7 * week)
        told = weekly(reader, plans, monday, monday)
        if told is not None:
            assert isinstance(told, Say)
            lines.append((monday, told.text))
            reader = replace(reader, told_on=monday)
    assert lines[0] == (date(2026, 4, 6), "Nothing needed you in March. 11 plans are running as planned.")
    assert [f"{(monday.replace(day=1) - timedelta(days=1)):%B}" in text for monday, text in lines] == [True] * len(
        lines
    )
    assert len(lines) == len({(monday.year, monday.month) for monday, _ in lines}) == 23


def test_a_quiet_line_of_few_people_has_no_total() -> None:
    plans = [plan_of("Maya", "running", "an answer", started_on=date(2026, 1, 5))]
    told = weekly(Reader(KARIM, date(2026, 1, 26)), plans, date(2026, 4, 6), date(2026, 4, 6))
    assert told == Say("digest.quiet", "Nothing needed you in March.", "review")
    assert weekly(Reader(KARIM, date(2026, 1, 26)), [], date(2026, 4, 6), date(2026, 4, 6)) is None
