"""A company's plans in numbers: nobody can be made out, whatever else one knows; the page needs nothing from elsewhere."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.organisation_digest import UnknownCompanyError, as_csv, as_page, numbers_of
from dialogs.digest.findings import FEWEST_OWNERS
from dialogs.digest.organisation import TABLES, aggregate
from dialogs.lang import Lang
from dialogs.life.record import Approval, Life, Party, Record, Ref
from dialogs.plan import Plan, Step
from storage.store import Store
from storage.transaction import Transaction
from tests.conftest import Planfirst

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
KARIM = Party("acme", "karim", "Karim")


def plan_of(
    owner: int, state: str = "running", archetype: str = "innovation", number: int = 1, **life: object
) -> Record:
    steps = (Step("ask around", verdict="unblock" if owner % 3 else "no_tool"),)
    plan = Plan(number=number, state=state, archetype=archetype, steps=steps)  # type: ignore[arg-type]
    return Record(Ref("acme", f"owner{owner}", number), plan, Life(**{"reviewer": KARIM, "since": NOW} | life))  # type: ignore[arg-type]


def groups(records: list[Record], table: str) -> dict[str, int]:
    return {group.name: group.plans for group in aggregate((one, None) for one in records).tables[table]}  # type: ignore[index]


def test_a_group_under_five_is_put_together_with_the_next_one() -> None:
    records = [plan_of(n) for n in range(8)] + [plan_of(n, "done") for n in range(6)] + [plan_of(9, "dropped")]
    assert groups(records, "state") == {"running": 8, "": 7}


def test_what_nobody_shared_is_not_counted() -> None:
    hidden = [plan_of(n, reviewer=None) for n in range(6)]
    assert groups(hidden, "state") == {}
    assert groups([plan_of(n, reviewer=None, posted=("team",)) for n in range(6)], "state") == {"running": 6}
    assert groups([plan_of(n, "in_coaching") for n in range(6)], "state") == {}


def test_five_plans_of_one_person_are_no_group() -> None:
    assert groups([plan_of(1, number=number) for number in range(1, 9)], "state") == {}


records = st.lists(
    st.builds(
        plan_of,
        st.integers(0, 14),
        st.sampled_from(["running", "approved", "done", "dropped", "in_review", "ready"]),
        st.sampled_from(["innovation", "crisis", "other", "engagement"]),
        st.integers(1, 3),
        dropped_for=st.sampled_from(["", "drop.solved", "drop.priority", "drop.unsaid"]),
    ),
    max_size=60,
)


@given(records)
def test_no_number_stands_for_fewer_than_five_people_nor_does_what_is_missing(made: list[Record]) -> None:
    """Whoever knows the total from another table knows, of what a table leaves out, two groups together at most."""
    numbers = aggregate((one, None) for one in made)
    total = len(made)
    for table in TABLES:
        told = {group.name: group.plans for group in numbers.tables[table]}
        shares = {one.ref.owner: one for one in made}
        assert len(shares) >= FEWEST_OWNERS or not told
        if table in ("state", "archetype"):
            real = Counter(getattr(one.plan, table) for one in made)
            people = {name: len({one.ref.owner for one in made if getattr(one.plan, table) == name}) for name in real}
            assert all(people[name] >= FEWEST_OWNERS and real[name] == plans for name, plans in told.items() if name)
            left = [name for name in real if name not in told]
            assert len(left) != 1 or not told
            assert "" not in told or told[""] == total - sum(plans for name, plans in told.items() if name)


def test_how_long_a_decision_takes() -> None:
    yes = Approval("Karim", NOW + timedelta(days=10), 1)
    made = [(plan_of(n, approval=yes), NOW + timedelta(days=n)) for n in range(5)]
    assert aggregate(made).median_days == 8
    assert aggregate(made[:4]).median_days is None


def _keep(tx: Transaction, record: Record) -> None:
    tx.plans.keep(record, NOW, None, version=True)


@pytest.fixture
def company(store: Store) -> Store:
    for n in range(24):
        record = plan_of(
            n, ("running", "done", "dropped")[n % 3], ("innovation", "other")[n % 2], dropped_for="drop.solved"
        )
        store.run_now(partial(_keep, record=record))
    return store


def test_as_csv(company: Store) -> None:
    assert as_csv(numbers_of(company, None)).splitlines() == [
        "table,group,plans", "state,done,8", "state,dropped,8", "state,running,8", "archetype,innovation,12",
        "archetype,other,12", "verdict,unblock,16", "verdict,no_tool,8", "dropped_for,drop.solved,8",
        "median_days_to_decision,,0.0",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_needs_nothing_from_elsewhere(company: Store, lang: Lang) -> None:
    page = as_page(numbers_of(company, "acme"), lang)
    assert page.count("<svg") == 4
    assert "<script" not in page
    assert "owner1" not in page
    links = [part.partition('"')[0] for part in page.split("http")[1:]]
    assert all("w3.org" in link or "pygal.org" in link for link in links), (
        "names of the picture's language, and of its maker"
    )


def test_a_company_has_to_be_named_where_there_are_several(company: Store) -> None:
    other = Record(Ref("globex", "ann", 1), Plan(number=1, state="running"), Life())
    company.run_now(lambda tx: tx.plans.keep(other, NOW, None, version=True))
    with pytest.raises(UnknownCompanyError, match="acme, globex"):
        numbers_of(company, None)


def test_on_the_command_line(planfirst: Planfirst, tmp_path: Path) -> None:
    refused = planfirst("digest", "org")
    assert refused.returncode == 2
    assert "organisation_digest: true" in refused.stderr
    (tmp_path / "org.yaml").write_text("organisation_digest: true\n")
    empty = planfirst("digest", "org", PLANFIRST_ORG_FILE="org.yaml")
    assert "there is none yet" in empty.stderr
