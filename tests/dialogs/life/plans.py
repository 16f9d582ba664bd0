"""Plans at every moment of their life, for the tests of this room."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args

from hypothesis import strategies as st

from dialogs.life.record import Approval, Life, Party, Reading, Record, Ref, Remark
from dialogs.plan import Decision, Objective, Obstacle, Plan, PlanState, Step

MONDAY = date(2026, 3, 2)
MAYA = Ref("T1", "U1", 3)
VISITS = Objective("fewer repeat visits", "repeat visits", 45, 25, "", date(2026, 6, 30))


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def running(
    *readings: tuple[date, float], objective: Objective = VISITS, since: date = MONDAY, **life: object
) -> Record:
    """A plan that runs since a Monday in March and aims at the end of June."""
    plan = Plan(number=3, state="running", problem="technicians come twice", objective=objective)
    lived = Life(
        since=noon(since),
        moved_at=noon(since),
        started_on=since,
        first_step="done",
        readings=tuple(Reading(on, value) for on, value in readings),
        **life,  # type: ignore[arg-type]
    )
    return Record(MAYA, plan, lived)


ANN = Party("T1", "U1", "Ann", zone="Europe/Paris")
KARIM = Party("T1", "U2", "Karim", zone="Europe/Paris")
PLAN = Plan(
    number=3,
    state="running",
    trigger_tool="a podcast",
    problem="technicians come back twice, because the *right* part is not in the van",
    who="the 40 technicians, every week",
    objective=VISITS,
    decision=Decision("Karim", said_yes=True, said_yes_on=date(2026, 2, 27)),
    mechanism="a weekly case hour: 12 cases solved since May",
    mechanism_level="works",
    people="the technicians of the north, who will note the part before they leave",
    steps=(
        Step("list the ten parts that are missing most", "Ann", date(2026, 3, 6), source="Ann lists them by Friday"),
        Step("try it in one van", "Joe", date(2026, 3, 20)),
        Step("tell all sites <script>alert(1)</script>"),
    ),
    obstacles=(Obstacle("the stock list is never right"), Obstacle(sensitive=True, talk_on=date(2026, 3, 9))),
    commitment="call Karim",
    commitment_on=date(2026, 3, 4),
    ifthen="count by hand for a week",
    weak={"steps": "no_owner"},
)
LIFE = Life(
    version=2,
    since=noon(MONDAY),
    moved_at=noon(date(2026, 5, 1)),
    started_on=MONDAY,
    owner=ANN,
    reviewer=KARIM,
    sent_at=noon(date(2026, 2, 26)),
    sent_version=2,
    approval=Approval("Karim", noon(date(2026, 2, 27)), 2),
    comments=(Remark("Karim", noon(date(2026, 2, 27)), 2, "start with the north"),),
    readings=(Reading(date(2026, 4, 1), 44), Reading(date(2026, 5, 1), 41, "Joe was ill")),
    first_step="done",
    timers=("first_step",),
)
WHOLE = Record(MAYA, PLAN, LIFE)
"""A plan with all that a plan can have, half way to its target."""


days = st.dates(MONDAY - timedelta(days=200), MONDAY + timedelta(days=400))
moments = st.none() | days.map(noon)
values = st.integers(-50, 100).map(float)
objectives = st.builds(
    Objective,
    measure=st.sampled_from(["", "repeat visits"]),
    baseline=st.none() | values,
    target=st.none() | values,
    due=st.none() | days,
)
steps = st.lists(st.builds(Step, text=st.just("list the visits"), due=st.none() | days), max_size=3).map(tuple)
plans = st.builds(
    Plan,
    number=st.just(3),
    state=st.sampled_from(get_args(PlanState)),
    objective=objectives,
    steps=steps,
    commitment=st.sampled_from(["", "call Karim"]),
    commitment_on=st.none() | days,
    checkin_on=st.none() | days,
)
lives = st.builds(
    Life,
    since=moments,
    moved_at=moments,
    delete_on=st.none() | days,
    started_on=st.none() | days,
    first_step=st.sampled_from(["", "done", "not_yet"]),
    asked_on=st.lists(days, max_size=3).map(tuple),
    readings=st.lists(st.builds(Reading, on=days, value=values), max_size=3).map(tuple),
)
records = st.builds(Record, st.just(MAYA), plans, lives)
